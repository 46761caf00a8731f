"""Join the ends of ranges, proportions and tolerances to one quantity each. No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from . import context
from .quantity import Quantity, is_bare_year

_ABOUT = r"(?:[~∼≈<>]\s?|(?:about|around|approximately|roughly|nearly|almost|perhaps|as\smuch\sas|more\sthan)\s)?"
_DASH = re.compile(r"\s?[-–—‑]\s?[~∼≈]?")
_TO = re.compile(rf"\s{{1,2}}to\s{{1,2}}{_ABOUT}|[-‑]to[-‑]|[-‑]\sto\s")
_OR = re.compile(r"\s{1,2}or\s{1,2}|[-‑]\sor\s")
_AND = re.compile(rf"\s{{1,2}}and\s{{1,2}}{_ABOUT}")
_TOLERANCE = re.compile(r"\s?(?:±|\+/[-−–]|\+[-−])\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:(?:the\s)?ages?\s(?:of\s)?|about\s|around\s|roughly\s)?[~∼≈]?\s?$", re.IGNORECASE)
_OUT_OF = re.compile(r"[\s-](?:in|out\sof|of\severy)[\s-](?:every\s|an?\s)?", re.IGNORECASE)
_CHANGED = (
    r"(?:rose|risen|ris(?:e|es|ing)|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:n|s|ing|th)?|jump|climb|drop|slid|slipp?|los[est]"
    r"|gain|surg|increas|decreas|declin|soar|plung|advanc|add|rais|cut|reduc|up|down|lower|shr[aiu]nk|mov|chang|revis|narrow|widen|doubl)"
)
_MOVES = re.compile(
    rf"\b(?:{_CHANGED}|went|go(?:es|ing|ne)?\b|shift|slow|accelerat|expand|improv|worsen|bring|brought|tak(?:e|ing)|took)",
    re.IGNORECASE,
)
_CHANGE = re.compile(rf"\b(?:{_CHANGED}\w*(?:\sby)?|by)\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|nearly\s|[~∼≈]\s?)?$", re.IGNORECASE)
_LONGEST = 24


def joined(quantities: Sequence[Quantity], text: str) -> list[Quantity]:
    """Make one quantity of the two ends of a range or proportion; drop scores and telephone numbers."""
    found: list[Quantity] = []
    dropped_to = -1
    for quantity in quantities:
        last = found[-1] if found else None
        between = text[last.end : quantity.start] if last and quantity.start - last.end < _LONGEST else None
        one = _one(last, quantity, between, text) if last and between is not None else None
        if one:
            found[-1] = one
        elif last and between is not None and _is_score(last, quantity, between):
            found.pop()
            dropped_to = quantity.end
        elif dropped_to < 0 or text[dropped_to : quantity.start] not in ("-", "–", "‑"):
            if last and between is not None and _TO.fullmatch(between):
                found[-1] = _measured_alike(last, quantity, text)
            found.append(quantity)
    return found


def _one(last: Quantity, quantity: Quantity, between: str, text: str) -> Quantity | None:
    if between in ("-", " ") and (one := _in_feet(last, quantity, between)):
        return one
    if between[:2] in (" i", " o", "-i"):
        return _range(last, quantity, between, text) or _proportion(last, quantity, between, text)
    if "±" in between or "+" in between:
        return _with_tolerance(last, quantity, between)
    return _range(last, quantity, between, text)


def _with_tolerance(value: Quantity, tolerance: Quantity, between: str) -> Quantity | None:
    """Read "25 ± 0.5 °C" as 25 °C: the span covers both, the value is the first one's."""
    if not _TOLERANCE.fullmatch(between) or (value.unit_text and tolerance.unit_text is None):
        return None
    return tolerance._replace(start=value.start, value=value.value, numeral=value.numeral)


def _is_score(first: Quantity, second: Quantity, between: str) -> bool:
    """Say whether two numbers are a score, a model or a telephone number: "3-1", "0 – 0", "555-0199"."""
    if not first.numeral.form == second.numeral.form == "digits":
        return _is_year_in_words(first, second, between)
    if first.form == "name":
        return False
    low_and_bare = first.value < 16 and second.value < 16 and not first.unit_text and not second.unit_text
    return between in ("-", "–", "‑") or (low_and_bare and between in (" - ", " – "))


def _is_year_in_words(first: Quantity, second: Quantity, between: str) -> bool:
    """Say whether two numbers in words are a year: "nineteen eighty-four"."""
    words = first.numeral.form == second.numeral.form == "words" and between == " " and not second.unit_text
    return words and 17 <= first.value <= 20 and 10 <= second.value < 100


def _in_feet(feet: Quantity, inches: Quantity, between: str) -> Quantity | None:
    """Read "6-foot-2" as one length."""
    bare = inches.unit_text is None and inches.numeral.form == feet.numeral.form and 0 <= inches.value < 12
    if feet.unit != "[ft_i]" or between != "-" or feet.high is not None or not bare:
        return None
    return feet._replace(end=inches.end, value=feet.value + Fraction(inches.value) / 12)


def _measured_alike(first: Quantity, second: Quantity, text: str) -> Quantity:
    """Give the first number of "fell from 14 to 12 percent" the unit, or the scale, that only the second one names."""
    if _FROM.search(text, max(0, first.start - 16), first.start) and _shares_scale(first, second):
        first = first._replace(value=_scaled_alike(first.value, second))
    if first.unit_text or first.numeral.prefix or second.numeral.prefix or not second.unit_text:
        return first
    return first._replace(unit=second.unit, dimension=second.dimension, rate=second.rate)


def _range(low: Quantity, high: Quantity, between: str, text: str) -> Quantity | None:
    """Join "5 to 7 million", "between 5 and 7", "10–12 km", "two or three" to one quantity."""
    if low.high is not None or (low.rate and not high.rate) or not _is_range_joint(low, high, between, text):
        return None
    if not _units_agree(low, high) or (not high.unit_text and is_bare_year(low, text)):
        return None
    value = low.value
    if _shares_scale(low, high):
        value = _scaled_alike(value, high)
    ends = sorted((value, high.value))
    if ends[0] == ends[1] or (value > high.value and high.form != "symbol" and high.unit != "10*-3"):
        return None
    unit = high if high.unit_text else low
    return unit._replace(start=low.start, end=high.end, value=ends[0], high=ends[1], numeral=low.numeral)


def _shares_scale(low: Quantity, high: Quantity) -> bool:
    """Say whether the scale that only the second number names is meant for the first as well ("$10 to $15 billion")."""
    return high.numeral.grouped and low.value == low.numeral.mantissa < high.numeral.mantissa != high.value


def _scaled_alike(value: Fraction | int, high: Quantity) -> Fraction | int:
    return value * Fraction(high.value) / Fraction(high.numeral.mantissa) if high.numeral.mantissa else value


def _units_agree(low: Quantity, high: Quantity) -> bool:
    if low.unit_text is None:
        return True
    if high.unit_text is None:
        return low.numeral.prefix is not None
    return low.dimension == high.dimension and (low.unit == high.unit or low.unit == (high.unit or "").split("/")[0])


def _is_range_joint(low: Quantity, high: Quantity, between: str, text: str) -> bool:
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(text, max(0, low.start - 40), low.start))
    if _OR.fullmatch(between):
        most = high.numeral.mantissa if low.value == low.numeral.mantissa else high.value
        return not low.unit_text and low.value < most <= max(low.value + 1, low.value * Fraction(3, 2))
    measured = bool(high.unit_text or low.unit_text)
    if _TO.fullmatch(between):
        if _FROM.search(text, max(0, low.start - 16), low.start):
            return low.value < high.value and not _MOVES.search(text, max(0, low.start - 60), low.start)
        return not (low.unit_text and _CHANGE.search(text, max(0, low.start - 40), low.start))
    if not _DASH.fullmatch(between):
        return False
    if measured or high.numeral.grouped or context.followed_by_noun(text, high.end) or _AGE.match(text, high.end):
        return True
    return bool(_AGED.search(text, max(0, low.start - 12), low.start))


_AGED = re.compile(r"\bage[sd]?\s(?:of\s)?$", re.IGNORECASE)
_AGE = re.compile(r"\s(?:age|year)\b")


def _proportion(part: Quantity, whole: Quantity, between: str, text: str) -> Quantity | None:
    """Read "one in five" and "nine out of 10" as one number below 1."""
    if part.unit_text or whole.unit_text or not _OUT_OF.fullmatch(between):
        return None
    round_whole = whole.value in (10, 20, 100, 1000, 10_000, 100_000)
    round_whole = round_whole or ("out" in between and whole.value <= 10)
    of_one = part.value == 1 and (whole.value < 1100 or whole.numeral.grouped)
    if not 0 < part.value < whole.value or not (round_whole or of_one):
        return None
    value = Fraction(part.value) / Fraction(whole.value)
    return part._replace(end=whole.end, value=value, numeral=part.numeral._replace(form="fraction"))
