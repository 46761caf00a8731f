"""Read units of measure and currencies as news writes them. No I/O.

Codes are those of UCUM (https://ucum.org/ucum); money has ISO 4217 codes. A decade is ``10.a``, a century ``100.a``, a
basis point ``10*-4``; what is no unit stands in braces (``USD/{share}``). Where a name is ambiguous the code is the
commonest reading in English news ("tons" are short tons, "$" is USD), and null where there is no such reading
("pesos", and "cents" where no currency is near).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands in the text: offsets, code (null if unknown), and the dimension it measures."""

    start: int
    end: int
    code: str | None
    dimension: str


_SYMBOLS = """
time      s=s sec secs; min=min mins; h=h hr hrs; a=yr yrs; ms=ms; us=µs μs; ns=ns; mo=mo
length    m=m; km=km kms; cm=cm; mm=mm; um=µm μm; nm=nm; [mi_i]=mi; [ft_i]=ft; [yd_i]=yd yds; [nmi_i]=nmi; [ly]=ly
area      m2=m² m2 sqm; km2=km² km2; cm2=cm² cm2; har=ha; [sft_i]=sqft
volume    L=L l; mL=ml mL; cL=cl; dL=dl; m3=m³ m3; cm3=cm³ cm3 cc; hL=hl; [bbl_us]=bbl
mass      g=g; kg=kg kgs; mg=mg; ug=µg μg mcg; [lb_av]=lb lbs; [oz_av]=oz; kt=kt; Mt=Mt
speed     km/h=kmh kph kmph; [mi_i]/h=mph
energy    kW.h=kWh; MW.h=MWh; GW.h=GWh; TW.h=TWh; W.h=Wh; kJ=kJ; MJ=MJ; [Cal]=kcal; [Btu]=BTU; eV=eV
power     W=W; kW=kW; MW=MW; GW=GW; TW=TW; [HP]=hp bhp HP
voltage   V=V; kV=kV; mV=mV
frequency Hz=Hz; kHz=kHz; MHz=MHz; GHz=GHz
rotation  {rev}/min=rpm
economy   [mi_i]/[gal_us]=mpg
pressure  Pa=Pa; hPa=hPa; kPa=kPa; MPa=MPa; bar=bar; mbar=mbar; [psi]=psi; mm[Hg]=mmHg
sound     dB=dB
heat      Cel=°C ℃; [degF]=°F ℉; deg=°
data      kBy=kB KB; MBy=MB; GBy=GB; TBy=TB; PBy=PB
datarate  Mbit/s=Mbps; Gbit/s=Gbps; kbit/s=kbps
portion   [ppm]=ppm; [ppb]=ppb
dose      Sv=Sv; mSv=mSv; uSv=µSv μSv
percent   %=% pct
"""
_NAMES = """
time      s=second; min=minute; h=hour; d=day; wk=week; mo=month; a=year; 10.a=decade; 100.a=century centuries;
          ms=millisecond; us=microsecond; ns=nanosecond
length    m=meter metre; km=kilometer kilometre; cm=centimeter centimetre; mm=millimeter millimetre; um=micron
          micrometer micrometre; nm=nanometer nanometre; [mi_i]=mile; [ft_i]=foot feet; [in_i]=inch inches; [yd_i]=yard;
          [nmi_i]=nautical_mile; [ly]=light_year; [fth_i]=fathom
area      har=hectare; [acr_us]=acre
volume    L=liter litre; mL=milliliter millilitre; cL=centiliter centilitre; [gal_us]=gallon; [pt_us]=pint;
          [qt_us]=quart; [bbl_us]=barrel; [foz_us]=fluid_ounce; [tsp_us]=teaspoon; [tbs_us]=tablespoon; [cup_us]=cup;
          [bu_us]=bushel
mass      g=gram gramme; kg=kilogram kilogramme kilo; mg=milligram; ug=microgram; [lb_av]=pound; [oz_av]=ounce;
          [ston_av]=ton; t=tonne metric_ton metric_tonne; kt=kiloton; Mt=megaton megatonne; [stone_av]=stone;
          [car_m]=carat; [oz_tr]=troy_ounce
speed     [kn_i]=knot
energy    J=joule; kW.h=kilowatt_hour; MW.h=megawatt_hour; GW.h=gigawatt_hour; TW.h=terawatt_hour; [Cal]=calorie
          kilocalorie; [Btu]=british_thermal_unit
power     W=watt; kW=kilowatt; MW=megawatt; GW=gigawatt; TW=terawatt; [HP]=horsepower
voltage   V=volt
frequency Hz=hertz; kHz=kilohertz; MHz=megahertz; GHz=gigahertz
pressure  mbar=millibar; [psi]=pounds_per_square_inch
sound     dB=decibel
heat      Cel=degree_celsius degrees_celsius celsius degree_centigrade degrees_centigrade degrees_c degree_c;
          [degF]=degree_fahrenheit degrees_fahrenheit fahrenheit degrees_f degree_f; K=kelvin; deg=degree
data      By=byte; kBy=kilobyte; MBy=megabyte; GBy=gigabyte; TBy=terabyte; PBy=petabyte
datarate  Mbit/s=megabits_per_second; Gbit/s=gigabits_per_second
portion   [ppm]=parts_per_million; [ppb]=parts_per_billion
dose      Sv=sievert; mSv=millisievert
percent   %=percent per_cent percentage_point percentage; 10*-4=basis_point
money     USD=dollar u.s._dollar us_dollar american_dollar; CAD=canadian_dollar; AUD=australian_dollar;
          NZD=new_zealand_dollar; HKD=hong_kong_dollar; SGD=singapore_dollar; TWD=taiwan_dollar; EUR=euro;
          GBP=pound_sterling pounds_sterling british_pound; EGP=egyptian_pound; JPY=yen; CNY=yuan renminbi; RUB=ruble
          rouble; UAH=hryvnia hryvnias; INR=rupee indian_rupee; PKR=pakistani_rupee; KRW=south_korean_won;
          CHF=swiss_franc; SEK=swedish_krona swedish_kronor swedish_crown; NOK=norwegian_krone norwegian_kroner
          norwegian_crown; DKK=danish_krone danish_kroner danish_crown; CZK=czech_koruna czech_crown koruna;
          TRY=turkish_lira lira; ILS=shekel; ZAR=rand; BRL=reais; PLN=zloty zlotys; THB=baht; MYR=ringgit; IDR=rupiah;
          SAR=saudi_riyal riyal; AED=dirham; NGN=naira; MXN=mexican_peso; HUF=forint; GHS=cedi; ?=peso franc kronor
          kroner krona crown dinar shilling cent pence penny
"""
_CODES = """USD EUR GBP JPY CNY RUB UAH INR CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF TRY ILS ZAR BRL MXN KRW SGD HKD TWD
THB MYR IDR SAR AED NGN KES EGP PKR"""
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₴": "UAH", "₺": "TRY"}
_SIGNS |= {"₪": "ILS", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "RM": "MYR", "Rs": "INR", "Rs.": "INR"}
_SIGNS |= {"US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD"}
_SIGNS |= {"$US": "USD", "$A": "AUD", "$C": "CAD", "$NZ": "NZD", "$HK": "HKD"}
_SIGNS |= {"NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "dlrs": "USD", "Fr": "CHF", "kr": ""}
_SIGNS |= {code: code for code in _CODES.split()}
PREFIX = "|".join(re.sub(r"(?<=.)\\\$", r"\\s?\\$", re.escape(s)) for s in sorted(_SIGNS, key=lambda s: (-len(s), s)))
"""A pattern for the currency signs and codes that stand before a number."""


def _table(written: str) -> dict[str, tuple[str | None, str]]:
    table: dict[str, tuple[str | None, str]] = {}
    for line in re.sub(r"\n\s+", " ", written).strip().splitlines():
        dimension, entries = line.split(maxsplit=1)
        for code, _, names in (entry.partition("=") for entry in entries.split(";")):
            table |= {name.replace("_", " "): (code.strip().strip("?") or None, dimension) for name in names.split()}
    return table


_SYMBOL = _table(_SYMBOLS) | {code: (code, "money") for code in _CODES.split()}
_ANY_CASE = {
    name.lower(): unit for name, unit in _SYMBOL.items() if len(name) > 2 or name in ("km", "kg", "hp", "GB", "TB")
}
_ADJACENT: dict[str, tuple[str | None, str]] = {
    "C": ("Cel", "heat"),
    "F": ("[degF]", "heat"),
    "in": ("[in_i]", "length"),
    "m": ("m", "length"),
    "pc": ("%", "percent"),
}
_ADJACENT |= {sign: (_SIGNS[sign], "money") for sign in "€£$"} | {"p": (None, "money"), "c": (None, "money")}
_NAME = _table(_NAMES)
_NAME |= {f"{name}s": unit for name, unit in _NAME.items() if not name.endswith(("s", "feet", "inch"))}
_NAME |= {f"us {name}": unit for name, unit in _NAME.items() if unit[1] == "volume"}
_POWER = {"square": ("2", "area"), "sq": ("2", "area"), "sq.": ("2", "area"), "cubic": ("3", "volume")}

_TOKEN = re.compile(r"(?:%|°[CF]?|[€£$](?!\s?[0-9])|℃|℉|[^\W\d_](?:[^\W_²³]|\.(?=[A-Za-z]\.)){0,24}[²³]?)\.?")
_GAP = re.compile(r"-|‑|\s{0,3}")
_BETWEEN_WORDS = re.compile(r"\s{1,2}|-")
_PER = re.compile(r"(?P<any>\s{1,3}per\s{1,3}|-per-|\s?/\s?)|(?P<time>\s{1,3}(?:an?|each|every)\s{1,3}|-an?-)", re.I)
_NOT_A_RATE = re.compile(r"\s(?:ago|earlier|later|before|after|from|since|on|old|into)\b|-[a-z]", re.IGNORECASE)
_SHARER = re.compile(r"(?:share|person|head|ticket|capita|student|pupil|household|passenger)\b(?!-)")
_THING = re.compile(
    r"\s(?P<of>of|in)\s(?:(?!(?:an?|the|of|in|to|and|or|for|from|by|on|at|with|is|was|per|each|every)\b)[a-z][a-z-]*+\s){1,3}+"
)
_OPEN = {"time", "percent", "money", "heat", "data", "power", "energy"}


def unit_at(text: str, start: int) -> Unit | None:
    """Read the unit that adjoins a number which ends at ``start``: "%", " square miles", "-year", " per cent"."""
    gap = _GAP.match(text, start)
    begin = gap.end() if gap else start
    tokens: list[tuple[str, int]] = []
    at = begin
    while len(tokens) < 3 and (token := _TOKEN.match(text, at)):
        tokens.append((token.group(), token.end()))
        if not (follows := _BETWEEN_WORDS.match(text, token.end())):
            break
        at = follows.end()
    for count in range(len(tokens), 0, -1):
        if found := _look_up([t for t, _ in tokens[:count]], adjacent=begin == start):
            code, dimension, cut = found
            return Unit(begin, tokens[count - 1][1] - cut, code, dimension)
    return None


def _look_up(words: list[str], adjacent: bool) -> tuple[str | None, str, int] | None:
    """Find a unit's code and dimension; also how many characters (a full stop) the last word has too many."""
    cut = int(words[-1].endswith(".") and words[-1].lower() not in _POWER)
    words = [*words[:-1], words[-1][: len(words[-1]) - cut]]
    if len(words) > 1 and (power := _POWER.get(words[0].lower())) and (base := _look_up(words[1:], False)):
        return (f"{base[0]}{power[0]}", power[1], cut) if base[1] == "length" else None
    if len(words) == 2 and words[1].lower() == "squared" and (base := _look_up(words[:1], False)):
        return f"{base[0]}2", "area", cut
    written = " ".join(words)
    if unit := (_ADJACENT.get(written) if adjacent else None) or _SYMBOL.get(written) or _ANY_CASE.get(written.lower()):
        return (*unit, cut)
    unit = _NAME.get(re.sub(r"[\s-]", " ", written).lower())
    if unit and (written in (written.lower(), written.upper()) or unit[1] in _OPEN or len(words) > 1):
        return (*unit, cut)
    return None


def rate_at(text: str, start: int, dimension: str) -> Unit | None:
    """Read what a number is per: " per day", "/h", " a year", "-a-week"; ``dimension`` is that of the unit before."""
    if not (per := _PER.match(text, start)):
        return None
    if (sharer := _SHARER.match(text, per.end())) and (per["any"] or dimension == "money"):
        return Unit(per.end(), sharer.end(), f"{{{sharer.group()}}}", "count")
    unit = unit_at(text, per.end())
    if unit is None or unit.code is None or unit.start != per.end() or unit.dimension in ("money", "percent"):
        return None
    if per["time"] and unit.dimension != "time" and dimension != "money":
        return None
    if per["time"] and (text[per.end() : unit.end].endswith("s") or _NOT_A_RATE.match(text, unit.end)):
        return None
    return unit


def rate_beyond(text: str, start: int, dimension: str) -> Unit | None:
    """Read what a number is per where the thing measured stands between: "5 metres [of ice a year]"."""
    thing = _THING.match(text, start)
    if thing is None or (thing["of"] == "in" and dimension != "money"):
        return None
    return rate_at(text, thing.end() - 1, dimension)


def currency_of(prefix: str) -> str | None:
    """Give the ISO 4217 code of a sign before a number, null where it is ambiguous ("kr")."""
    bare = re.sub(r"\s", "", prefix)
    return _SIGNS.get(bare) or _SIGNS.get(bare.upper()) or _SIGNS.get(bare.capitalize()) or None
