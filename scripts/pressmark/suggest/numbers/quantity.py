"""Read numerals with their units as quantities. No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from . import context
from .scan import numerals
from .units import Unit, rate_at, rate_beyond, unit_at
from .words import Numeral, Value


class Quantity(NamedTuple):
    """A number with its unit while it is being read; offsets into its sentence. ``high`` makes it a range.

    ``form`` says how the unit is written: "sign", "symbol" or "name" (see :class:`Unit`), "" without a unit.
    """

    start: int
    end: int
    value: Value
    numeral: Numeral
    high: Value | None = None
    unit: str | None = None
    unit_text: str | None = None
    dimension: str = "count"
    rate: bool = False
    per: str | None = None
    form: str = ""


def quantities_in(text: str, lower: str, places: Sequence[int]) -> list[Quantity]:
    """Read each numeral that is not part of a date, time and the like, with its unit."""
    found: list[Quantity] = []
    for numeral in numerals(text, lower, places):
        if not found or numeral.start >= found[-1].end:
            found.append(_with_unit(numeral, text))
    return found


_WON = re.compile(r"\swon\b")
"""The currency is read only after a large number, since "the 12 won" is a verb."""
_OF_A_UNIT = re.compile(r"\sof\s(?:an?|one)\s(?=\w)")
_AFTER_MAGNITUDE = re.compile(r"\bmagnitude(?:-|\s(?:of\s)?)$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"[\s-](magnitude)\b", re.IGNORECASE)
_FOLD = re.compile(r"[\s-]?(fold)\b", re.IGNORECASE)
_FEET = re.compile(r"['’′]\s?(?P<inches>[0-9]{1,2})(?:[\"”″]|'')")
_RATES = frozenset({"speed", "rotation", "economy", "datarate", "flow", "rate"})


def _with_unit(numeral: Numeral, text: str) -> Quantity:
    start, end, value = numeral.start, numeral.end, numeral.value
    part = _OF_A_UNIT.match(text, end) if 0 < value < 1 and text[end : end + 4] == " of " else None
    unit = unit_at(text, part.end() if part else end, numeral.form == "words")
    if numeral.prefix:
        return _with_rate(_money(numeral, unit, text), text)
    if unit and _is_unit_here(unit, numeral, text):
        code, dimension = unit.code, unit.dimension
        if code == "[lb_av]" and numeral.grouped and value >= 10**6:
            code, dimension = "GBP", "money"  # "3 million pounds"
        written = text[unit.start : unit.end]
        quantity = Quantity(
            start, unit.end, value, numeral, None, code, written, dimension, dimension in _RATES, None, unit.form
        )
        return quantity if quantity.rate else _with_rate(quantity, text)
    return _without_unit(Quantity(start, end, value, numeral), text)


def _without_unit(quantity: Quantity, text: str) -> Quantity:
    numeral, end = quantity.numeral, quantity.end
    if feet := _FEET.match(text, end) if text[end : end + 1] in "'’′" else None:  # 6'2"
        value = quantity.value + Fraction(int(feet["inches"]), 12)
        return quantity._replace(end=feet.end(), value=value, unit="[ft_i]", unit_text=text[end], dimension="length")
    if text[end : end + 1] not in _BEFORE_WORD:
        return quantity
    if numeral.grouped and (won := _WON.match(text, end)):
        return quantity._replace(end=won.end(), unit="KRW", unit_text="won", dimension="money", form="name")
    if fold := _FOLD.match(text, end):
        return quantity._replace(end=fold.end(), unit="1", unit_text=fold[1], dimension="multiple", form="name")
    if numeral.form == "digits":
        if magnitude := _MAGNITUDE.match(text, end):
            return quantity._replace(
                end=magnitude.end(), unit="1", unit_text=magnitude[1], dimension="magnitude", form="name"
            )
        if _AFTER_MAGNITUDE.search(text, max(0, quantity.start - 13), quantity.start):
            return quantity._replace(unit="1", dimension="magnitude")
    return _with_rate(quantity, text)


_BEFORE_WORD = frozenset(" -f\n,.;:)") | {""}


def _money(numeral: Numeral, unit: Unit | None, text: str) -> Quantity:
    code, written, end = numeral.code or None, numeral.prefix, numeral.end
    if unit and unit.dimension == "money":  # "$5 USD", "$5 Canadian dollars"
        written = f"{written} {text[unit.start : unit.end]}"
        end, code = unit.end, unit.code or code
    return Quantity(numeral.start, end, numeral.value, numeral, None, code, written, "money", form="sign")


def _is_unit_here(unit: Unit, numeral: Numeral, text: str) -> bool:
    """Refuse "30 second-hand cars"."""
    follows = text[unit.end : unit.end + 1]
    if unit.code == "s" and follows == "-":
        return not text[numeral.end : unit.start].isspace()
    return not (unit.form == "symbol" and follows.isalnum())


def _with_rate(quantity: Quantity, text: str) -> Quantity:
    if not (per := rate_at(text, quantity.end, quantity.dimension)):
        if quantity.unit_text is None or text[quantity.end : quantity.end + 2] not in (" o", " i"):
            return quantity
        beyond = rate_beyond(text, quantity.end, quantity.dimension)
        return with_per(quantity, beyond) if beyond else quantity
    written = text[quantity.end : per.end].strip()
    unit_text = f"{quantity.unit_text} {written}" if quantity.numeral.prefix else text[quantity.numeral.end : per.end]
    return with_per(quantity, per)._replace(end=per.end, unit_text=unit_text.replace(" -", " ").strip(" -"))


def with_per(quantity: Quantity, per: Unit) -> Quantity:
    """Make a quantity one per another unit."""
    known = quantity.unit is not None or quantity.dimension == "count"
    return quantity._replace(unit=f"{quantity.unit or ''}/{per.code}" if known else None, rate=True, per=per.code)


def is_bare_year(quantity: Quantity, text: str) -> bool:
    """Say whether a quantity is a bare number that can only be a year."""
    numeral = quantity.numeral
    if quantity.unit_text is not None or numeral.grouped or not 1100 <= numeral.value < 2200:
        return False
    return context.is_year(text, numeral.start, numeral.end, float(numeral.value))
