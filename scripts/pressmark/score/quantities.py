"""Compare what numbers are worth, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..documents import Document, Stretch
from ..model import Number, Span
from .spans import fault
from .values import Fault, Measure, Predicted, Tally

TOLERANCE = 1e-6
"""How far, relative to their size, two values may differ and be the same."""
Quantity = tuple[float, float]
"""Both ends of a range; a value alone is both."""


def tally_values(document: Document, predicted: Predicted) -> Iterator[Tally]:
    """Compare the quantities of each sentence as multisets: a value, or the two ends of a range.

    Values without a span may stand in any sentence.
    """
    units = predicted.units
    there, found = _gold_values(document, units), _found_values(document, predicted)
    faults, correct, spurious = [], 0, list[tuple[int, Quantity]]()
    for at, unit in enumerate(units):
        missed = there.get(at, [])
        for value in _with_changes(document.text, found.get(at, []), missed):
            if _take(missed, value):
                correct += 1
            else:
                spurious.append((at, value))
        faults += [_value_fault(document, "missed", unit, value) for value in missed]
    loose = _loose_values(document)
    for at, value in spurious:
        if _take(loose, value):
            correct += 1
        else:
            faults.append(_value_fault(document, "spurious", units[at], value))
    faults += [_value_fault(document, "missed", (0, len(document.text)), value) for value in loose]
    missing, wrong = (sum(each.kind == kind for each in faults) for kind in ("missed", "spurious"))
    measure = Measure("number_values", "NUMBER", "value")
    yield Tally(measure, document.id, correct, correct + missing, correct + wrong, tuple(sorted(faults)))


def _take(values: list[Quantity], value: Quantity) -> bool:
    """Take a quantity out of others, if it is among them."""
    partner = next((each for each in values if _same(each, value)), None)
    if partner is not None:
        values.remove(partner)
    return partner is not None


def _value_fault(document: Document, kind: str, unit: Stretch, value: Quantity) -> Fault:
    low, high = value
    said = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return replace(fault(document, "number_values", "NUMBER", kind, *unit), text=said, before="", after="")


def _found_values(document: Document, predicted: Predicted) -> dict[int, list[tuple[Span, Quantity]]]:
    """Group what predicted numbers are worth by the sentence that they begin in."""
    ends = [end for _, end in predicted.units]
    made: dict[int, list[tuple[Span, Quantity]]] = {}
    for span in predicted.spans:
        if span.label == "number" and span.number:
            made.setdefault(bisect_right(ends, span.start), []).append((span, _quantity(span.number)))
    return made


def _with_changes(text: str, numbers: Sequence[tuple[Span, Quantity]], there: Sequence[Quantity]) -> list[Quantity]:
    """Return predicted values; the two ends of a change that the gold gives as a range are that range.

    "fell from 20 to 14 percent" is two numbers by ours, and one range for NewsQuant.
    """
    found: list[Quantity] = []
    for (before, first), (span, second) in zip([(None, (0.0, 0.0)), *numbers], numbers, strict=False):
        change = before is not None and text[: before.start][-12:].rstrip(" $€£").lower().endswith("from")
        both = min(first[0], second[0]), max(first[1], second[1])
        if change and before and text[before.end : span.start].split() == ["to"] and both in there and first in found:
            found[-1] = both
        else:
            found.append(second)
    return found


def _gold_values(document: Document, units: Sequence[Stretch]) -> dict[int, list[Quantity]]:
    """Read the values with a span, by sentence; the two halves of one range are one value."""
    ends = [end for _, end in units]
    made: dict[int, list[object]] = {}
    for span in document.spans:
        if span.label == "NUMBER":
            made.setdefault(bisect_right(ends, span.start), []).append(span.meta["value"])
    return {at: _read(values) for at, values in made.items()}


def _loose_values(document: Document) -> list[Quantity]:
    return _read([each["value"] for each in document.unaligned if "value" in each])


def _read(written: Sequence[object]) -> list[Quantity]:
    """Read values, and count a range that is given twice, once for each of its ends, as one."""
    values = []
    for value, count in Counter(quantity_of(each) for each in written).items():
        if value is not None:
            values += [value] * (count if value[0] == value[1] else (count + 1) // 2)
    return values


_RANGE = re.compile(r"\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*[-–]\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*")


def quantity_of(value: object) -> Quantity | None:
    """Read a value as two ends: 5, "5.0", "1.0-1.5" or [1, 1.5]; None for what is none.

    A sign says the direction of a change, and is left out.
    """
    ends: Sequence[object] = value if isinstance(value, list) else (value, value)
    if isinstance(value, str) and (found := _RANGE.fullmatch(value)):
        ends = found.groups()
    try:
        low, high = sorted(abs(float(str(each))) for each in ends)
    except ValueError:
        return None
    return low, high


def _quantity(number: Number) -> Quantity:
    """Return what a number is worth as two ends; a bound alone ("up to 5") is that value."""
    ends = [end for end in (number.low, number.high, number.value) if end is not None]
    return min(map(abs, ends), default=0.0), max(map(abs, ends), default=0.0)


def _same(first: Quantity, second: Quantity) -> bool:
    return all(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a, b in zip(first, second, strict=True))
