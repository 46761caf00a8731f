"""Count, for each task, what a document's predictions have in common with its gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..documents import SIDES, Document, Stretch
from .guidelines import OWN, gold
from .predict import touched
from .quantities import tally_values
from .spans import fault, joined, pair, tally_spans
from .values import Measure, Predicted, Tally

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
    contents = [span for span in predicted.spans if span.label == "content"]
    if document.guideline != OWN:
        contents = joined(document.text, contents)
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


def _claim(document: Document, predicted: Predicted) -> Iterator[Tally]:
    if any(span.label == "CLAIM" for span in document.spans):
        yield from tally_spans(document, predicted.spans, "claim", ("CLAIM",))
    if not any(label in SIDES["claim"] for _, label in document.sentence_labels):
        return
    for number, (rule, scores) in enumerate(predicted.claims.items()):
        found = {index for index, score in enumerate(scores) if score >= 0.5}
        yield from _sides(document, "claim", found, rule if number else None)


def _subjectivity(document: Document, predicted: Predicted) -> Iterator[Tally]:
    """Compare sentences with a claim with those that were judged objective: a proxy, not the same."""
    spans = [(span.start, span.end) for span in predicted.spans if span.label == "claim"]
    yield from _sides(document, "subjectivity", touched(spans, predicted.units), None)


def _sides(document: Document, task: str, found: set[int], variant: str | None) -> Iterator[Tally]:
    """Compare two labels of which each labelled sentence has one; ``found`` has the first."""
    units, labels = document.sentences or (), SIDES[task]
    yes, no = ({index for index, label in document.sentence_labels if label == side} for side in labels)
    judged = yes | no
    yield _labelled(document, units, Measure(task, labels[0], "sentence", variant), yes, found & judged)
    unmarked = judged - found
    counts = len(no & unmarked), len(no), len(unmarked)
    yield Tally(Measure(task, labels[1], "sentence", variant), document.id, *counts)


TASKS: Mapping[str, Callable[[Document, Predicted], Iterator[Tally]]] = {
    "sentences": _sentences,
    "number_values": tally_values,
    "number": _number,
    "location": _location,
    "attribution": _attribution,
    "claim": _claim,
    "subjectivity": _subjectivity,
}
OPPOSITE = dict(SIDES.values())
"""Sentence labels that exclude each other; macro F1 is the mean over both."""
