"""Compare what was suggested with what an annotator made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Span
from ..vocabulary import vocabulary

PARTS = {"attribution": ("source", "cue", "content")}
"""Which spans a label is made of, where not of those of its own name."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of suggested spans, and how many spans no suggestion led to.

    ``accepted``: the span was submitted as it was suggested, in offsets and attributes (links aside). ``changed``: it
    was not, and one of its label that shares a character with it was. ``rejected``: neither. ``added``: submitted
    spans that share no character with a suggestion of their label.
    """

    accepted: int = 0
    changed: int = 0
    rejected: int = 0
    added: int = 0


Tallies = Mapping[str, Tally]
"""By span label, or by label."""


def tally(suggested: Sequence[Span], submitted: Sequence[Span]) -> dict[str, Tally]:
    """Compare the spans suggested of one sentence with those submitted, by span label; one without any is left out."""
    made = {}
    for label in vocabulary("span_label"):
        before, after = ([span for span in spans if span.label == label] for spans in (suggested, submitted))
        fates = Counter(_fate(span, after) for span in before)
        added = sum(not any(_overlap(span, other) for other in before) for span in after)
        if before or after:
            made[label] = Tally(fates["accepted"], fates["changed"], fates["rejected"], added)
    return made


def _fate(span: Span, submitted: Sequence[Span]) -> str:
    if any(_content(span) == _content(other) for other in submitted):
        return "accepted"
    return "changed" if any(_overlap(span, other) for other in submitted) else "rejected"


def _content(span: Span) -> tuple[object, ...]:
    return span.start, span.end, span.number, span.location, span.attribution


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def add_up(tallies: Iterable[Tallies]) -> dict[str, Tally]:
    """Add tallies up by span label, in the vocabulary's order; every span label is there."""
    listed = list(tallies)
    return {label: _sum(each[label] for each in listed if label in each) for label in vocabulary("span_label")}


def by_label(tallies: Tallies) -> dict[str, Tally]:
    """Add up tallies by span label to tallies by label: an attribution's are its sources, cues and contents."""
    return {label: _sum(tallies[part] for part in PARTS.get(label, (label,))) for label in vocabulary("label")}


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = [(each.accepted, each.changed, each.rejected, each.added) for each in tallies]
    return Tally(*map(sum, zip(*rows, strict=True))) if rows else Tally()
