"""The names of units and currencies as news writes them. No I/O.

``NAMES`` maps a name in lower case, singular and plural, to its code (UCUM; ISO 4217 for money) and its dimension. A
decade is ``10.a``, a century ``100.a``, a basis point ``10*-4``
          what is no unit of UCUM stands in braces. Where a name
is ambiguous the code is the commonest reading in English news ("tons" are short tons), and null where there is no such
reading ("pesos", and "cents" where no currency is near).
"""

from __future__ import annotations

from .symbols import table_of

_NAMES = """
time      s=second; min=minute; h=hour; d=day; wk=week; mo=month; a=year; 10.a=decade; 100.a=century centuries
          ms=millisecond; us=microsecond; ns=nanosecond; 2.wk=fortnight; 1000.a=millennia
length    m=meter metre; km=kilometer kilometre; cm=centimeter centimetre; mm=millimeter millimetre; um=micron
          um=micrometer micrometre; nm=nanometer nanometre; [mi_i]=mile statute_mile; [ft_i]=foot feet
          [in_i]=inch inches; [yd_i]=yard; [nmi_i]=nautical_mile; [ly]=light_year light-year; [fth_us]=fathom
          [fur_us]=furlong; Ao=angstrom ångström; pc=parsec; AU=astronomical_unit
area      har=hectare; [acr_us]=acre
volume    L=liter litre; mL=milliliter millilitre; cL=centiliter centilitre; hL=hectoliter hectolitre; uL=microliter
          uL=microlitre; ML=megalitre; GL=gigalitre; [gal_us]=gallon; [pt_us]=pint
          [qt_us]=quart; [bbl_us]=barrel; [foz_us]=fluid_ounce; [tsp_us]=teaspoon; [tbs_us]=tablespoon; [cup_us]=cup
          [bu_us]=bushel; [acr_us].[ft_us]=acre_foot acre_feet
mass      g=gram gramme; kg=kilogram kilogramme kilo; mg=milligram milligramme; ug=microgram; [lb_av]=pound
          [oz_av]=ounce; [ston_av]=ton short_ton; [lton_av]=long_ton; t=tonne metric_ton metric_tonne; kt=kiloton
          kt=kilotonne; Mt=megaton megatonne; Gt=gigaton gigatonne; [stone_av]=stone; [car_m]=carat
          [oz_tr]=troy_ounce; dt=quintal
          ng=nanogram
speed     [kn_i]=knot
energy    J=joule; kJ=kilojoule; MJ=megajoule; GJ=gigajoule; TJ=terajoule; W.h=watt_hour; kW.h=kilowatt_hour
          MW.h=megawatt_hour; GW.h=gigawatt_hour; TW.h=terawatt_hour; [Cal]=calorie kilocalorie
          [Btu]=british_thermal_unit; {boe}=barrels_of_oil_equivalent; eV=electronvolt electron_volt; [therm]=therm
torque    [lbf_av].[ft_i]=pound_foot pound-foot pound_feet foot_pound; N.m=newton_metre newton_meter
power     W=watt; kW=kilowatt; MW=megawatt; GW=gigawatt; TW=terawatt; mW=milliwatt; [HP]=horsepower brake_horsepower
voltage   V=volt; kV=kilovolt; mV=millivolt
current   A=ampere amp; mA=milliamp milliampere; mA.h=milliamp_hour
electric  Ohm=ohm
force     N=newton; kN=kilonewton
frequency Hz=hertz; kHz=kilohertz; MHz=megahertz; GHz=gigahertz
pressure  mbar=millibar; [psi]=pounds_per_square_inch; Pa=pascal; kPa=kilopascal; hPa=hectopascal; MPa=megapascal
          atm=atmosphere
sound     dB=decibel
heat      Cel=degree_celsius celsius degree_centigrade degrees_centigrade centigrade degrees_c degree_c deg_c
          [degF]=degree_fahrenheit fahrenheit degrees_f degree_f deg_f; K=kelvin; deg=degree; Cel=degrees_celsius
          [degF]=degrees_fahrenheit
amount    mol=mole millimole
data      By=byte; kBy=kilobyte; MBy=megabyte; GBy=gigabyte; TBy=terabyte; PBy=petabyte; EBy=exabyte; Mbit=megabit
          Gbit=gigabit; Tbit=terabit; {pixel}=megapixel
datarate  Mbit/s=megabits_per_second; Gbit/s=gigabits_per_second
portion   [ppm]=parts_per_million; [ppb]=parts_per_billion
dose      Sv=sievert; mSv=millisievert; uSv=microsievert; Bq=becquerel; Gy=gray_unit
percent   %=percent per_cent percentage_point percentage percentile_point; 10*-4=basis_point
shipping  {TEU}=teu
magnitude {order}=order_of_magnitude orders_of_magnitude
money     USD=dollar u.s._dollar us_dollar american_dollar buck; CAD=canadian_dollar; AUD=australian_dollar
          NZD=new_zealand_dollar; HKD=hong_kong_dollar; SGD=singapore_dollar; TWD=taiwan_dollar new_taiwan_dollar
          JMD=jamaican_dollar; ZWL=zimbabwe_dollar zimbabwean_dollar; NAD=namibian_dollar; EUR=euro
          GBP=pound_sterling pounds_sterling british_pound quid; EGP=egyptian_pound; LBP=lebanese_pound
          SYP=syrian_pound; SDG=sudanese_pound; JPY=yen japanese_yen; CNY=yuan renminbi chinese_yuan
          RUB=ruble rouble; UAH=hryvnia
          INR=rupee indian_rupee; PKR=pakistani_rupee; LKR=sri_lankan_rupee; NPR=nepali_rupee nepalese_rupee
          IDR=rupiah indonesian_rupiah; KRW=south_korean_won korean_won; KPW=north_korean_won; CHF=swiss_franc
          XOF=cfa_franc; BEF=belgian_franc; FRF=french_franc; CDF=congolese_franc; SEK=swedish_krona swedish_kronor
          SEK=swedish_crown; NOK=norwegian_krone norwegian_kroner norwegian_crown; DKK=danish_krone
          DKK=danish_kroner danish_crown; ISK=icelandic_krona icelandic_kronur
          CZK=czech_koruna czech_crown koruna koruny; TRY=turkish_lira
          ITL=italian_lira italian_lire; LBP=lebanese_lira; ILS=shekel new_shekel israeli_shekel; ZAR=rand
          BRL=brazilian_real reais; PLN=zloty zlotys polish_zloty; THB=baht thai_baht; MYR=ringgit malaysian_ringgit
          SAR=saudi_riyal; QAR=qatari_riyal; OMR=omani_rial; IRR=iranian_rial; YER=yemeni_rial; AED=dirham uae_dirham
          MAD=moroccan_dirham; NGN=naira; MXN=mexican_peso; ARS=argentine_peso; CLP=chilean_peso; COP=colombian_peso
          PHP=philippine_peso; CUP=cuban_peso; UYU=uruguayan_peso; HUF=forint; GHS=cedi; KES=kenyan_shilling
          UGX=ugandan_shilling; TZS=tanzanian_shilling; SOS=somali_shilling; KWD=kuwaiti_dinar; IQD=iraqi_dinar
          JOD=jordanian_dinar; BHD=bahraini_dinar; RSD=serbian_dinar; TND=tunisian_dinar; DZD=algerian_dinar
          LYD=libyan_dinar; VND=dong; BDT=taka; MMK=kyat; KHR=riel; KZT=tenge; GEL=lari; AMD=armenian_dram; AZN=manat
          RON=lei romanian_leu; BGN=leva bulgarian_lev; HRK=kuna; ETB=birr; ZMW=kwacha; MZN=metical meticais
          AOA=kwanza
          GMD=dalasi; BWP=pula; UZS=uzbek_sum; DEM=deutsche_mark german_mark deutschmark d-mark
          ATS=austrian_schilling
          ESP=peseta; PTE=escudo; GRD=drachma drachmas; NLG=guilder dutch_guilder; PEN=peruvian_sol
          VES=bolivar bolivares; PYG=guarani guaranies; CRC=colon colones; GTQ=quetzal quetzales; HNL=lempira lempiras
          HTG=gourde
          ?=peso franc kronor kroner krona crown dinar shilling cent pence penny riyal rial lira lire
"""
POWERS = {
    "square": ("2", "area"),
    "sq": ("2", "area"),
    "sq.": ("2", "area"),
    "cubic": ("3", "volume"),
    "cu": ("3", "volume"),
}
_NO_PLURAL = ("s", "feet", "inch", "foot")


def _plurals(names: dict[str, tuple[str | None, str]]) -> dict[str, tuple[str | None, str]]:
    return names | {f"{name}s": unit for name, unit in names.items() if not name.endswith(_NO_PLURAL)}


def _folded(table: dict[str, tuple[str | None, str]]) -> dict[str, tuple[str | None, str]]:
    """Write every name with blanks for its hyphens, as it is looked up."""
    return {name.replace("-", " "): unit for name, unit in table.items()}


NAMES = _folded(_plurals(table_of(_NAMES)))
for _ambiguous in ("colon", "colons", "dongs", "riels", "pulas", "mole", "moles", "therms", "kunas"):
    NAMES.pop(_ambiguous, None)
NAMES |= {f"us {name}": unit for name, unit in NAMES.items() if unit[1] == "volume"}
FIRST = frozenset(word for name in NAMES for word in name.split(" ")[:1]) | frozenset(POWERS)
"""The words that a unit's name can begin with; a word that is none of them begins no name."""
