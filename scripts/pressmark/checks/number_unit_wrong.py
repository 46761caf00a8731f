"""Find numbers whose unit is missing or is none that their kind can have."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Number, Problem
from .loaded import Loaded, problem, shown

ID = "number-unit-wrong"
LEVEL = 2
EXPLAIN = (
    "What is measured has a unit: a UCUM code, '%' or '10*-4' (basis points) for percent, an ISO 4217 code of three "
    "capital letters for money. What is counted has none; money has none where the text does not tell the currency."
)
REPAIR = "edit the number, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each number's unit with its kind."""
    for address, span in corpus.each_span():
        if span.number and not fits(span.number):
            unit = "no unit" if span.number.unit is None else f"the unit {shown(span.number.unit)}"
            yield problem(f"{address}/number", ID, f"a number of kind {span.number.kind} has {unit}", REPAIR)


def fits(number: Number) -> bool:
    """Say whether a number's unit is one that its kind can have."""
    unit = number.unit
    if number.kind == "count":
        return unit is None
    if number.kind == "percent":
        return unit in ("%", "10*-4")
    if number.kind == "money":
        return unit is None or (len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper())
    return unit is not None
