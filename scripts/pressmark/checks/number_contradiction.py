"""Find numbers whose value and bounds are not those that their modifier demands."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Number, Problem
from .loaded import Loaded, problem

ID = "number-contradiction"
LEVEL = 2
EXPLAIN = (
    "A number says either its value or its bounds, as its modifier demands: a range has low and high, low below "
    "high; at_least has low only, at_most high only; more_than and less_than have a value or the bound that they "
    "name; the others have a value, or, where approximate, a value or both bounds."
)
REPAIR = "edit the number, or run: pressmark suggest {id}"

ALLOWED: dict[str, tuple[tuple[str, ...], ...]] = {
    "exact": (("value",),),
    "approximate": (("value",), ("low", "high")),
    "at_least": (("low",),),
    "at_most": (("high",),),
    "more_than": (("value",), ("low",)),
    "less_than": (("value",), ("high",)),
    "range": (("low", "high"),),
}
"""Which of value, low and high may be given together, by modifier."""


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare which of value, low and high each number gives with what its modifier allows."""
    for address, span in corpus.each_span():
        if span.number and (fact := _contradiction(span.number)):
            yield problem(f"{address}/number", ID, fact, REPAIR)


def _contradiction(number: Number) -> str | None:
    given = tuple(name for name in ("value", "low", "high") if getattr(number, name) is not None)
    if given not in ALLOWED[number.modifier]:
        wanted = " or ".join(" and ".join(each) for each in ALLOWED[number.modifier])
        return f"{number.modifier} needs {wanted}, and has {' and '.join(given)}"
    if number.low is not None and number.high is not None and number.low >= number.high:
        return f"low {number.low:g} is not below high {number.high:g}"
    return None
