"""Read numerals with their units, and the two ends of a range, as quantities. No I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from . import number_context as context
from .number_units import Unit, currency_of, rate_at, rate_beyond, unit_at
from .number_words import Numeral, numerals


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit while it is being read; offsets into its sentence. ``high`` makes it a range."""

    start: int
    end: int
    value: Fraction
    numeral: Numeral
    high: Fraction | None = None
    unit: str | None = None
    unit_text: str | None = None
    dimension: str = "count"
    rate: bool = False
    per: str | None = None
    score: float = 0.85


def quantities_in(text: str) -> list[Quantity]:
    """Read each numeral that is not part of a date, time and the like, with its unit."""
    taken = context.blocked(text)
    quantities: list[Quantity] = []
    at = 0
    for numeral in numerals(text):
        while at < len(taken) and taken[at][1] <= numeral.start:
            at += 1
        if at < len(taken) and taken[at][0] < numeral.end:
            continue
        quantities.append(_with_unit(numeral, text))
    return quantities


_WON = re.compile(r"\swon\b")
"""The currency is read only after a large number, since "the 12 won" is a verb."""
_OF_A_UNIT = re.compile(r"\sof\s(?:an?|one)\s(?=\w)")
_AFTER_MAGNITUDE = re.compile(r"\bmagnitude(?:-|\s(?:of\s)?)$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"[\s-](magnitude)\b", re.IGNORECASE)


def _with_unit(numeral: Numeral, text: str) -> Quantity:
    quantity = Quantity(numeral.start, numeral.end, numeral.value, numeral)
    part = _OF_A_UNIT.match(text, numeral.end) if numeral.form == "fraction" else None
    unit = unit_at(text, part.end() if part else numeral.end)
    if numeral.prefix:
        code = currency_of(numeral.prefix)
        quantity = replace(quantity, unit=code, unit_text=numeral.prefix, dimension="money", score=0.97)
        if unit and unit.dimension == "money":  # "$5 USD", "$5 Canadian dollars"
            written = f"{numeral.prefix} {text[unit.start : unit.end]}"
            quantity = replace(quantity, end=unit.end, unit=unit.code or code, unit_text=written)
    elif unit and _is_unit_here(unit, numeral, text):
        quantity = _measured(quantity, unit, text)
    elif numeral.grouped and (won := _WON.match(text, numeral.end)):
        quantity = replace(quantity, end=won.end(), unit="KRW", unit_text="won", dimension="money", score=0.8)
    elif numeral.form == "digits" and (magnitude := _MAGNITUDE.match(text, numeral.end)):
        quantity = replace(quantity, end=magnitude.end(), unit="1", unit_text=magnitude[1], dimension="magnitude")
    elif numeral.form == "digits" and _AFTER_MAGNITUDE.search(text[max(0, numeral.start - 13) : numeral.start]):
        quantity = replace(quantity, unit="1", dimension="magnitude")
    return _with_rate(quantity, text)


def _is_unit_here(unit: Unit, numeral: Numeral, text: str) -> bool:
    """Refuse "30 second-hand cars", and symbols of one letter after a number word ("three g")."""
    if numeral.form == "words" and unit.end - unit.start == 1 and text[unit.start].isalpha():
        return False
    spaced = text[numeral.end : unit.start].isspace()
    return not (spaced and unit.code == "s" and text[unit.end : unit.end + 1] == "-")


def _measured(quantity: Quantity, unit: Unit, text: str) -> Quantity:
    code, dimension = unit.code, unit.dimension
    if code == "[lb_av]" and quantity.numeral.grouped and quantity.value >= 10**6:
        code, dimension = "GBP", "money"  # "3 million pounds"
    score = 0.95 if quantity.numeral.form == "digits" else 0.9
    written = text[unit.start : unit.end]
    return replace(quantity, end=unit.end, unit=code, unit_text=written, dimension=dimension, score=score)


def _with_rate(quantity: Quantity, text: str) -> Quantity:
    if quantity.dimension in ("speed", "rotation", "economy", "datarate"):
        return replace(quantity, rate=True)
    if not (per := rate_at(text, quantity.end, quantity.dimension)):
        beyond = rate_beyond(text, quantity.end, quantity.dimension) if quantity.unit_text else None
        return with_per(quantity, beyond) if beyond else quantity
    written = text[quantity.end : per.end].strip()
    unit_text = f"{quantity.unit_text} {written}" if quantity.numeral.prefix else text[quantity.numeral.end : per.end]
    return replace(with_per(quantity, per), end=per.end, unit_text=unit_text.replace(" -", " ").strip(" -"))


def with_per(quantity: Quantity, per: Unit) -> Quantity:
    known = quantity.unit is not None or quantity.dimension == "count"
    return replace(quantity, unit=f"{quantity.unit or ''}/{per.code}" if known else None, rate=True, per=per.code)


_DASH = re.compile(r"\s?[-–—‑]\s?")
_TO = re.compile(r"\s{1,2}to\s{1,2}|[-‑]to[-‑]|[-‑]\sto\s")
_OR = re.compile(r"\s{1,2}or\s{1,2}|[-‑]\sor\s")
_AND = re.compile(r"\s{1,2}and\s{1,2}")
_BETWEEN = re.compile(r"\bbetween\s(?:(?:the\s)?ages?\s(?:of\s)?|about\s|around\s|roughly\s)?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
_CHANGED = (
    r"(?:rose|risen|ris(?:e|es|ing)|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:n|s|ing|th)?|jump|climb|drop|slid|slipp?|los[est]"
    r"|gain|surg|increas|decreas|declin|soar|plung|advanc|add|rais|cut|reduc|up|down|lower|shr[aiu]nk|mov|chang|revis|narrow|widen|doubl)"
)
_CHANGE = re.compile(rf"\b(?:{_CHANGED}\w*(?:\sby)?|by)\s$", re.IGNORECASE)
_FROM_CHANGE = re.compile(rf"\b{_CHANGED}\w*(?:\s\w+)?\sfrom\s$", re.IGNORECASE)


def joined(quantities: list[Quantity], text: str) -> list[Quantity]:
    """Make one quantity of the two ends of a range or proportion; drop scores and telephone numbers."""
    joined: list[Quantity] = []
    dropped_to = -1
    for quantity in quantities:
        last = joined[-1] if joined else None
        between = text[last.end : quantity.start] if last else ""
        if last and (one := _range(last, quantity, between, text) or _proportion(last, quantity, between, text)):
            joined[-1] = one
        elif last and _is_score(last, quantity, between):
            joined.pop()
            dropped_to = quantity.end
        elif dropped_to < 0 or text[dropped_to : quantity.start] not in ("-", "–", "‑"):
            if last and _TO.fullmatch(between):
                joined[-1] = _measured_alike(last, quantity)
            joined.append(quantity)
    return joined


def _is_score(first: Quantity, second: Quantity, between: str) -> bool:
    """Say whether two numbers are a score, a model or a telephone number: "3-1", "0 – 0", "555-0199"."""
    if not first.numeral.form == second.numeral.form == "digits":
        return False
    low_and_bare = first.value < 16 and second.value < 16 and not first.unit_text and not second.unit_text
    return between in ("-", "–", "‑") or (low_and_bare and between in (" - ", " – "))


def _measured_alike(first: Quantity, second: Quantity) -> Quantity:
    """Give the first number of "fell from 14 to 12 percent" the unit that only the second one names."""
    if first.unit_text or first.numeral.prefix or second.numeral.prefix or not second.unit_text:
        return first
    return replace(first, unit=second.unit, dimension=second.dimension, rate=second.rate)


def _range(low: Quantity, high: Quantity, between: str, text: str) -> Quantity | None:
    """Join "5 to 7 million", "between 5 and 7", "10–12 km", "two or three" to one quantity."""
    if low.high is not None or low.rate or not _is_range_joint(low, high, between, text):
        return None
    if not _units_agree(low, high) or is_bare_year(low, text):
        return None
    value = low.value
    if high.numeral.grouped and low.value == low.numeral.mantissa < high.numeral.mantissa != high.value:
        value *= high.value / high.numeral.mantissa
    if value >= high.value:
        return None
    unit = high if high.unit_text else low
    return replace(unit, start=low.start, end=high.end, value=value, high=high.value, numeral=low.numeral)


def _units_agree(low: Quantity, high: Quantity) -> bool:
    if low.unit_text is None:
        return True
    if high.unit_text is None:
        return low.numeral.prefix is not None
    return low.dimension == high.dimension and low.unit == (high.unit or "").split("/")[0]


def is_bare_year(quantity: Quantity, text: str) -> bool:
    numeral = quantity.numeral
    bare = quantity.unit_text is None and not numeral.grouped
    return bare and context.is_year(text, numeral.start, numeral.end, float(numeral.value))


def _is_range_joint(low: Quantity, high: Quantity, between: str, text: str) -> bool:
    before = text[max(0, low.start - 40) : low.start]
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(before))
    if _OR.fullmatch(between):
        return not low.unit_text and low.value < high.value <= 2 * low.value + 10
    measured = bool(high.unit_text or low.unit_text)
    if _TO.fullmatch(between):
        return not (_FROM_CHANGE.search(before) or (low.unit_text and _CHANGE.search(before)))
    if not _DASH.fullmatch(between):
        return False
    return measured or high.numeral.grouped or bool(context.followed_by_noun(text, high.end))


def _proportion(part: Quantity, whole: Quantity, between: str, text: str) -> Quantity | None:
    """Read "one in five" and "nine out of 10" as one number below 1."""
    if part.unit_text or whole.unit_text or not _OUT_OF.fullmatch(between):
        return None
    round_whole = whole.value in (10, 20, 100, 1000, 10_000, 100_000)
    if not 0 < part.value < whole.value or not (round_whole or (part.value == 1 and whole.value < 1100)):
        return None
    return replace(part, end=whole.end, value=part.value / whole.value, numeral=replace(part.numeral, form="fraction"))
