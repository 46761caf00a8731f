"""Read the symbols of units: SI with its prefixes, and what science and industry write beside it. No I/O.

``SYMBOLS`` maps a symbol to its UCUM code (https://ucum.org/ucum) and its dimension; :func:`compound` reads products
and quotients of them ("m s−1", "mg/kg", "W m⁻²"). What UCUM does not know stands in braces.
"""

from __future__ import annotations

import re

_PREFIXES = {"µ": "u", "μ": "u", "Μ": "u"}
_SI = """
length    m:pnµmckM
mass      g:pnµmckMGT Da:kM
current   A:nµmk
heat      K:mkM
amount    mol:pnµmk
chemistry M:pnµm Gal:m
frequency Hz:mkMGT
force     N:µmkMG
pressure  Pa:mhkMGT bar:nµmk Torr:mµ torr:mµ atm:
energy    J:nµmkMGT eV:mkMGT cal:k erg:
power     W:pnµmkMGT Wp:kMG
voltage   V:nµmkM
charge    C:pnµm
electric  F:pnµm Ω:mkMG Ohm:kM ohm:kM S:pnµm H:nµm
magnetic  T:nµm G:kµm Wb:m
light     lm:k lx:k cd:mk Jy:mµ
radiation Bq:mkMGTP Gy:mµc Sv:mµ Ci:mµnp
volume    L:fpnµmcdhMG l:µmcdh
time      s:fpnµmMGk
years     yr:kMG a:kMG y:kMG
sky       pc:kMG ly: AU: au: arcsec:mµ arcmin: mag:m
data      B:KkMGTPE bit:kMGT bps:kMGT bp:kM
sound     dB:
energy    Wh:kMGT
sugar     U:mkµ IU:mk katal:nµ
"""
_OTHERS = """
time      s=sec secs; min=min mins; h=h hr hrs; a=yr yrs; mo=mo mos; wk=wk wks; d=d
years     {byr}=byr Byr bya; {myr}=mya Mya; {kyr}=kya
length    [mi_i]=mi; [ft_i]=ft ft.; [yd_i]=yd yds; [nmi_i]=nmi NM; [ly]=ly; Ao=Å; {mbsl}=mbsl masl mbsf
area      m2=sqm; har=ha; kar=kha; Mar=Mha; [sft_i]=sqft; km2=sqkm
volume    cm3=cc; [bbl_us]=bbl bbls; [gal_us]=gal gals; [acr_us].[ft_us]=acre-ft; [foz_us]=oz_fl; [qt_us]=qt; [pt_us]=pt
volume    [tbs_us]=tbsp tbsps; [tsp_us]=tsp tsps
mass      kg=kgs kilos; ug=mcg; [lb_av]=lb lbs; [oz_av]=oz; t=t; kt=kt; Mt=Mt; Gt=Gt; [ston_av]=tn; {M_sun}=M⊙ M☉
length    {R_sun}=R⊙ R☉; {R_earth}=R⊕
power     {L_sun}=L⊙ L☉; [HP]=hp bhp HP PS; V.A=VA; kV.A=kVA; MV.A=MVA
speed     km/h=kmh kph kmph; [mi_i]/h=mph; [kn_i]=kn kt kts; [ft_i]/s=fps
energy    [Cal]=Cal kcal; [Btu]=BTU Btu MMBtu mmBtu; {boe}=boe BOE; {toe}=toe; W.h=Wh; kW.h=kWh kWhr; MW.h=MWh
          GW.h=GWh; TW.h=TWh; mA.h=mAh; A.h=Ah
torque    N.m=Nm; [lbf_av].[ft_i]=lb-ft ft-lb ft-lbs ft-lbf lb.-ft.; kN.m=kNm
rotation  {rev}/min=rpm RPM; {beat}/min=bpm; [g]=xg
economy   [mi_i]/[gal_us]=mpg MPG mpge MPGe
flow      [bbl_us]/d=bpd b/d bopd; {boe}/d=boepd boed; [cft_i]/s=cfs; [cft_i]/min=cfm; [gal_us]/min=gpm
          [cft_i]/d=cfd
pressure  mm[Hg]=mmHg; [psi]=psi PSI; cm[H2O]=cmH2O; kat=kgf
heat      Cel=°C ℃ degC; [degF]=°F ℉ degF
angle     deg=deg degs
angle     deg=° °N °S °E °W; rad=rad; mrad=mrad; mdeg=mdeg; sr=sr; deg/s=°/s
data      kBy=KB; MBy=MB; GBy=GB; TBy=TB; PBy=PB; {pixel}=px MP Mpx; {dot}/[in_i]=dpi; {pixel}/[in_i]=ppi
datarate  Mbit/s=Mbps Mb/s Mbit/s; Gbit/s=Gbps Gb/s; kbit/s=kbps; MBy/s=MB/s; GBy/s=GB/s
genome    {bp}=bp nt; k{bp}=kb kbp; M{bp}=Mbp
biology   [CFU]=cfu CFU; [PFU]=pfu PFU; {OD}=OD; {day}=dpi dpf dpa; [arb'U]=a.u. arb.u.
portion   [ppm]=ppm ppmv ppmw PPM; [ppb]=ppb ppbv PPB; [pptr]=ppt pptv; {ppq}=ppq; 10*-3=‰; {psu}=psu PSU
chemistry mol/L=M; meq=meq mEq; [pH]=pH
percent   %=% pct pct. %pts; 10*-4=bps bp
angle     {MAS}=mas
"""
_CODE_OF = {
    "L": "L", "l": "L", "Ω": "Ohm", "ohm": "Ohm", "Wh": "W.h", "yr": "a", "y": "a", "B": "By",
    "M": "mol/L", "bps": "bit/s",
    "bp": "{bp}", "Torr": "mm[Hg]", "torr": "mm[Hg]", "Å": "Ao", "ly": "[ly]", "mag": "{mag}", "Jy": "Jy", "Da": "u",
    "arcsec": "''", "arcmin": "'", "IU": "[iU]", "AU": "AU", "au": "AU", "Wp": "W", "Gal": "Gal", "katal": "kat",
}  # fmt: skip
_DIMENSION = {"years": "time"}


def _si() -> dict[str, tuple[str | None, str]]:
    table: dict[str, tuple[str | None, str]] = {}
    for line in _SI.strip().splitlines():
        dimension, *bases = line.split()
        for base, prefixes in (entry.split(":") for entry in bases):
            code = _CODE_OF.get(base, base)
            unit = _DIMENSION.get(dimension, dimension)
            table.setdefault(base, (code, unit))
            variants = prefixes.replace("µ", "µμ")
            table |= {p + base: (_PREFIXES.get(p, p) + code, unit) for p in variants}
    return table


def table_of(written: str) -> dict[str, tuple[str | None, str]]:
    """Turn lines of "dimension code=name name; code=name" into name → (code, dimension); "_" stands for a blank."""
    table: dict[str, tuple[str | None, str]] = {}
    for line in re.sub(r"\n {6,}", "; ", written).strip().splitlines():
        dimension, entries = line.split(maxsplit=1)
        for code, names in (entry.split("=") for entry in entries.split(";")):
            unit = (code.strip().strip("?") or None, _DIMENSION.get(dimension, dimension))
            table |= {name.replace("_", " "): unit for name in names.split()}
    return table


SYMBOLS = _si() | table_of(_OTHERS)
for _no in "a y Gs Ms ks MS MM NM tn PS G H S F B pc Gal mGal".split():
    SYMBOLS.pop(_no, None)
SYMBOLS |= {
    "C": ("Cel", "heat"),
    "F": ("[degF]", "heat"),
    "pc": ("%", "percent"),
    "dpi": ("{dot}/[in_i]", "measure"),
    "mb": ("mbar", "pressure"),
}
SYMBOLS |= {"gm": ("g", "mass"), "gms": ("g", "mass"), "µ": ("um", "length"), "μ": ("um", "length")}

_EXPONENT = re.compile(
    r"(?P<raised>⁻?[¹²³⁴⁶])"
    r"|(?:\^|\*\*)?(?P<minus>−\s?|[–-]\s?(?![1-6]\s?[A-Za-zµμ%°]))(?P<negative>[1-6])(?!\.?[0-9])"
    r"|\^?(?P<plain>[2-4])(?![0-9]|[.,][0-9])"
)
_RAISED = str.maketrans("¹²³⁴⁶⁻", "12346-")
_JOINT = re.compile(r"\s?(?P<over>/)\s?|(?P<times>\s?[·⋅•∙*]\s?|\s{1,2}|\.(?=[A-Za-zµμ]))")
_SYMBOL = re.compile(r"[A-Za-zµμΩÅ°%‰][A-Za-z⊙☉⊕]{0,5}")
_WORDS_BELOW = {"day": "d", "week": "wk", "month": "mo", "year": "a", "hour": "h", "minute": "min", "second": "s"}
_WORDS_BELOW |= {"capita": "{capita}", "person": "{person}", "cell": "{cell}", "cells": "{cell}", "plant": "{plant}"}
_WORDS_BELOW |= {"share": "{share}", "kWh": "kW.h", "bw": "{bw}", "BW": "{bw}", "event": "{event}"}
_MOST = 6


def power_at(text: str, at: int) -> tuple[int, int] | None:
    """Read the exponent that follows a symbol: its value and where it ends; "m2", "m−2", "m²", "m^2"."""
    match = _EXPONENT.match(text, at)
    if match is None:
        return None
    if match["raised"]:
        return int(match["raised"].translate(_RAISED)), match.end()
    return (-int(match["negative"]) if match["minus"] else int(match["plain"])), match.end()


def compound(text: str, at: int, code: str | None, dimension: str) -> tuple[int, str | None, str] | None:
    """Read on after a symbol that ends at ``at``: its exponent and further factors ("m|2", "mg|/kg", "m| s−1").

    Returns where the unit ends, its code and its dimension ("rate" where something stands below the line); null where
    the symbol stands alone.
    """
    power = power_at(text, at)
    end = power[1] if power else at
    above, below = ([], [code]) if power and power[0] < 0 else ([_raised(code, power)], list[str | None]())
    if below:
        below = [_raised(code, (abs(power[0]), 0) if power else None)]
    count = 1
    while count < _MOST and (factor := _factor(text, end)):
        end, unit, under = factor
        (below if under else above).append(unit)
        count += 1
    if end == at:
        return None
    known = None not in above and None not in below
    written = ".".join(u for u in above if u) + "".join(f"/{u}" for u in below)
    if not below and count == 1:
        dimension = (
            {2: "area", 3: "volume"}.get(power[0] if power else 1, dimension) if dimension == "length" else dimension
        )
    return end, written if known else None, "rate" if below else dimension


def _raised(code: str | None, power: tuple[int, int] | None) -> str | None:
    return f"{code}{power[0]}" if code and power and power[0] != 1 else code


def _factor(text: str, at: int) -> tuple[int, str | None, bool] | None:
    """Read one more factor of a unit: where it ends, its code, whether it stands below the line."""
    joint = _JOINT.match(text, at)
    symbol = _SYMBOL.match(text, joint.end()) if joint else None
    if joint is None or symbol is None:
        return None
    written = symbol.group()
    code = SYMBOLS[written][0] if written in SYMBOLS else _WORDS_BELOW.get(written, "")
    power = power_at(text, symbol.end())
    end = power[1] if power else symbol.end()
    if code == "" or text[end : end + 1].isalnum() or (written in ("%", "°") and joint["over"] is None):
        return None
    if joint["over"]:
        return end, _raised(code, (abs(power[0]), 0) if power else None), True
    if power and power[0] < 0:
        return end, _raised(code, (-power[0], 0)), True
    if joint["times"].isspace() or text[end : end + 1].isalpha():
        return None
    return end, _raised(code, power), False
