"""Count, for each task, what a document's predictions have in common with its gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..documents import Document, Stretch
from ..model import Number, Span
from .guidelines import gold
from .predict import touched
from .spans import fault, joined, pair, tally_spans
from .values import Measure, Predicted, Tally

TOLERANCE = 1e-6
"""How far, relative to their size, two values may differ and be the same."""
OPENING = '“"«„‘'
CLOSING = '”"»“’'


def tallies(document: Document, predicted: Predicted, tasks: Sequence[str]) -> Iterator[Tally]:
    """Count what is right in a document, for each of the tasks that it is gold for."""
    for task in tasks:
        if task in document.gold_for:
            yield from TASKS[task](document, predicted)


def _sentences(document: Document, predicted: Predicted) -> Iterator[Tally]:
    """Compare where sentences end; the end of the text, which is given, is left out."""
    last = len(document.text.rstrip())
    there = {end for _, end in document.sentences or ()} - {last}
    found = {end for _, end in predicted.sentences} - {last}
    faults = [fault(document, "sentences", "SENTENCE", "missed", end - 1, end) for end in there - found]
    faults += [fault(document, "sentences", "SENTENCE", "spurious", end - 1, end) for end in found - there]
    measure = Measure("sentences", "SENTENCE", "boundary")
    yield Tally(measure, document.id, len(there & found), len(there), len(found), tuple(sorted(faults)))
    whole, cut = set(document.sentences or ()), set(predicted.sentences)
    yield Tally(Measure("sentences", "SENTENCE", "exact"), document.id, len(whole & cut), len(whole), len(cut))


def _number(document: Document, predicted: Predicted) -> Iterator[Tally]:
    yield from tally_spans(document, predicted.spans, "number", ("NUMBER",))


def _location(document: Document, predicted: Predicted) -> Iterator[Tally]:
    yield from tally_spans(document, predicted.spans, "location", ("LOCATION",))


def _attribution(document: Document, predicted: Predicted) -> Iterator[Tally]:
    yield from tally_spans(document, predicted.spans, "attribution", ("SOURCE", "CUE", "CONTENT"))
    yield _quotations(document, predicted)
    yield _attributed(document, predicted)


def _attributed(document: Document, predicted: Predicted) -> Tally:
    """Compare which sentences have a cue or content."""
    marked = [gold(document, label) for label in ("CUE", "CONTENT")]
    masked = touched([mask for each in marked for mask in each.masked], predicted.units)
    there = touched([span for each in marked for span in each.spans], predicted.units) - masked
    spans = [(span.start, span.end) for span in predicted.spans if span.label in ("cue", "content")]
    found = touched(spans, predicted.units) - masked
    return _labelled(document, predicted.units, Measure("attribution", "ATTRIBUTION", "sentence"), there, found)


def _labelled(
    document: Document, units: Sequence[Stretch], measure: Measure, there: set[int], found: set[int]
) -> Tally:
    """Compare the indices of the sentences that have a label."""
    faults = [
        fault(document, measure.task, measure.label, "missed" if index in there else "spurious", *units[index])
        for index in sorted(there ^ found)
    ]
    return Tally(measure, document.id, len(there & found), len(there), len(found), tuple(faults))


def _quotations(document: Document, predicted: Predicted) -> Tally:
    """Compare the contents that quotation marks enclose, by overlap."""
    marked = gold(document, "CONTENT")
    direct = tuple(at for at in marked.spans if is_quotation(document.text, at))
    contents = joined(document.text, [span for span in predicted.spans if span.label == "content"])
    spans = [span for span in contents if is_quotation(document.text, (span.start, span.end))]
    pairing = pair(direct, marked.neutral, (), marked.masked, spans)
    measure = Measure("attribution", "QUOTATION", "overlap")
    return pairing.tally(document, measure)


def is_quotation(text: str, at: Stretch) -> bool:
    """Say whether a stretch begins with a quotation mark, or has one before it, and likewise at its end."""
    start, end = at
    opens = text[start] in OPENING or text[max(0, start - 1) : start] in tuple(OPENING)
    tail = text[start:end].rstrip(" ,.;:!?")
    closes = tail[-1:] in tuple(CLOSING) or text[end : end + 1] in tuple(CLOSING)
    return opens and closes


Quantity = tuple[float, float]


def _values(document: Document, predicted: Predicted) -> Iterator[Tally]:
    """Compare the quantities of a sentence as multisets: a value, or the two ends of a range."""
    there = _gold_values(document)
    numbers = [(span, _quantity(span.number)) for span in predicted.spans if span.label == "number" and span.number]
    found = _with_changes(document.text, numbers, there)
    left, correct = list(there), 0
    spurious = []
    for value in found:
        partner = next((each for each in left if _same(each, value)), None)
        if partner is None:
            spurious.append(value)
        else:
            left.remove(partner)
            correct += 1
    whole = (0, len(document.text))
    faults = [
        fault(document, "number_values", "NUMBER", kind, *whole, predicted=_said(value))
        for kind, values in (("missed", left), ("spurious", spurious))
        for value in values
    ]
    measure = Measure("number_values", "NUMBER", "value")
    yield Tally(measure, document.id, correct, len(there), len(found), tuple(faults))


def _with_changes(text: str, numbers: Sequence[tuple[Span, Quantity]], there: Sequence[Quantity]) -> list[Quantity]:
    """Return predicted values; the two ends of a change that the gold gives as a range are that range.

    "fell from 20 to 14 percent" is two numbers by ours, and one range for NewsQuant.
    """
    found: list[Quantity] = []
    for (before, first), (span, second) in zip([(None, (0.0, 0.0)), *numbers], numbers, strict=False):
        change = before is not None and text[: before.start].rstrip(" $€£").lower().endswith("from")
        both = min(first[0], second[0]), max(first[1], second[1])
        if change and before and text[before.end : span.start].split() == ["to"] and both in there and first in found:
            found[-1] = both
        else:
            found.append(second)
    return found


def _said(value: Quantity) -> str:
    low, high = value
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _gold_values(document: Document) -> list[Quantity]:
    """Read the values that a document's sentence holds; the two halves of one range are one value."""
    written = [str(span.meta.get("value")) for span in document.spans if span.label == "NUMBER"]
    written += [str(each.get("value")) for each in document.unaligned]
    counts = Counter(written)
    values = []
    for text, count in counts.items():
        value = _parsed(text)
        if value is not None:
            values += [value] * ((count + 1) // 2 if value[0] != value[1] else count)
    return values


def _parsed(text: str) -> Quantity | None:
    """Read "5.0" or the range "1.0-1.5"; a sign says the direction of a change and is left out."""
    low, dash, high = text.lstrip("-").partition("-")
    try:
        ends = sorted((float(low), float(high.lstrip("-")) if dash else float(low)))
    except ValueError:
        return None
    return ends[0], ends[1]


def _quantity(number: Number) -> Quantity:
    """Return what a number is worth as two ends; a bound alone ("up to 5") is that value."""
    ends = [end for end in (number.low, number.high, number.value) if end is not None]
    return min(map(abs, ends), default=0.0), max(map(abs, ends), default=0.0)


def _same(first: Quantity, second: Quantity) -> bool:
    return all(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a, b in zip(first, second, strict=True))


def _claim(document: Document, predicted: Predicted) -> Iterator[Tally]:
    for number, (rule, scores) in enumerate(predicted.claims.items()):
        found = {index for index, score in enumerate(scores) if score >= 0.5}
        yield from _sides(document, "claim", ("CLAIM", "NOT_CLAIM"), found, rule if number else None)


def _subjectivity(document: Document, predicted: Predicted) -> Iterator[Tally]:
    """Compare sentences with a claim with those that were judged objective: a proxy, not the same."""
    spans = [(span.start, span.end) for span in predicted.spans if span.label == "claim"]
    yield from _sides(document, "subjectivity", ("OBJ", "SUBJ"), touched(spans, predicted.units), None)


def _sides(
    document: Document, task: str, labels: tuple[str, str], found: set[int], variant: str | None
) -> Iterator[Tally]:
    """Compare two labels of which each labelled sentence has one; ``found`` has the first."""
    units = document.sentences or ()
    yes, no = ({index for index, label in document.sentence_labels if label == side} for side in labels)
    judged = yes | no
    yield _labelled(document, units, Measure(task, labels[0], "sentence", variant), yes, found & judged)
    unmarked = judged - found
    counts = len(no & unmarked), len(no), len(unmarked)
    yield Tally(Measure(task, labels[1], "sentence", variant), document.id, *counts)


TASKS: Mapping[str, Callable[[Document, Predicted], Iterator[Tally]]] = {
    "sentences": _sentences,
    "number_values": _values,
    "number": _number,
    "location": _location,
    "attribution": _attribution,
    "claim": _claim,
    "subjectivity": _subjectivity,
}
OPPOSITE = {"CLAIM": "NOT_CLAIM", "OBJ": "SUBJ"}
"""Sentence labels that exclude each other; macro F1 is the mean over both."""
