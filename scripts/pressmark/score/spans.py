"""Match predicted spans with gold ones, one to one, and count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..agreement.matching import Pair, is_exact, pair_up
from ..documents import Document, Stretch
from ..model import Span
from .guidelines import OWN, gold, trimmed, within
from .values import Fault, Measure, Tally

AROUND = 30
"""How many characters of the text around a fault are shown, at most."""
PUNCTUATION_FREE = frozenset({"polnear"})
"""Guidelines that draw no line at the punctuation at a span's edges: exact is meant without it."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold and predicted spans of one label, matched; predictions that count neither way are left out."""

    pairs: tuple[Pair, ...]
    gold: int
    predicted: int

    def tally(self, document: Document, measure: Measure) -> Tally:
        """Count the pairs that match in the way of a measure, and say what is wrong with the others."""
        is_right = is_exact if measure.match == "exact" else _is_pair
        wrong = [pair for pair in self.pairs if not is_right(pair)]
        faults = sorted(_fault(document, measure, pair) for pair in wrong)
        right = len(self.pairs) - len(wrong)
        return Tally(measure, document.id, right, self.gold, self.predicted, tuple(faults))


def _is_pair(pair: Pair) -> bool:
    return None not in pair


def pair(
    there: Sequence[Stretch],
    neutral: Sequence[Stretch],
    ignored: Sequence[Stretch],
    masked: Sequence[Stretch],
    predicted: Sequence[Span],
) -> Pairing:
    """Match predicted spans with gold ones, one to one; each span counts once, however often it is given.

    A prediction without a partner does not count where a neutral stretch, likewise one to one, overlaps it, or where
    it lies inside an ignored one; inside a masked one it is not looked at.
    """
    unique = {(span.start, span.end): span for span in predicted}
    seen = [span for at, span in unique.items() if not any(within(at, mask) for mask in masked)]
    pairs = pair_up(_spans(there, seen), seen)
    alone = [yours for mine, yours in pairs if mine is None and yours is not None]
    neither = {
        yours.key for mine, yours in pair_up(_spans(neutral, alone), alone) if mine is not None and yours is not None
    }
    cover = Cover(ignored)
    kept = tuple(
        (mine, yours)
        for mine, yours in pairs
        if mine is not None or yours is None or not (yours.key in neither or cover.holds((yours.start, yours.end)))
    )
    return Pairing(kept, sum(mine is not None for mine, _ in kept), sum(yours is not None for _, yours in kept))


def _spans(stretches: Sequence[Stretch], like: Sequence[Span]) -> list[Span]:
    """Make spans of stretches, each once, with the label of the spans that they are to be matched with."""
    label = like[0].label if like else ""
    return [Span(start, end, label, "") for start, end in dict.fromkeys(stretches)]


class Cover:
    """Stretches of a text that are asked whether one of them holds a smaller one."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._starts: list[int] = []
        self._furthest: list[int] = []
        for start, end in sorted(stretches):
            self._starts.append(start)
            self._furthest.append(max(end, self._furthest[-1] if self._furthest else 0))

    def holds(self, at: Stretch) -> bool:
        """Say whether a stretch lies within one of these."""
        index = bisect_right(self._starts, at[0]) - 1
        return index >= 0 and self._furthest[index] >= at[1]


def joined(text: str, contents: Sequence[Span]) -> list[Span]:
    """Join the fragments of a content that follow each other with nothing between them but blanks.

    Ours are cut at the ends of sentences; other guidelines let a content run on.
    """
    made: list[Span] = []
    first_of: dict[str, int] = {}
    for span in sorted(contents, key=lambda each: each.order):
        target = next((link.target for link in span.links if link.type == "part_of"), None)
        at = first_of.get(target or "")
        if at is not None and at == len(made) - 1 and not text[made[at].end : span.start].strip():
            made[at] = replace(made[at], end=span.end, text=text[made[at].start : span.end])
        else:
            made.append(span)
            at = len(made) - 1
        first_of[target or span.key] = first_of[span.key] = at if at is not None else len(made) - 1
    return made


def pairings(document: Document, spans: Sequence[Span], label: str) -> Pairing:
    """Match the predictions of a label ("NUMBER") with a document's gold under its guideline's mapping."""
    marked = gold(document, label)
    mine = [span for span in spans if span.label == label.lower()]
    if label == "CONTENT" and document.guideline != OWN:
        mine = joined(document.text, mine)
    return pair(marked.spans, marked.neutral, marked.ignored, marked.masked, mine)


def tally_spans(document: Document, spans: Sequence[Span], task: str, labels: Sequence[str]) -> Iterator[Tally]:
    """Count exact and overlapping matches of each label."""
    for label in labels:
        paired = pairings(document, spans, label)
        bare = _without_edges(document, paired) if document.guideline in PUNCTUATION_FREE else paired
        yield bare.tally(document, Measure(task, label, "exact"))
        yield paired.tally(document, Measure(task, label, "overlap"))
        if bare is not paired:
            raw = Measure(task, label, "exact", "raw")
            yield replace(paired.tally(document, raw), correct=sum(map(is_exact, paired.pairs)), faults=())


def _without_edges(document: Document, paired: Pairing) -> Pairing:
    """Take the punctuation off the edges of all spans, and match the same pairs anew."""
    pairs = tuple((_bare(document, mine), _bare(document, yours)) for mine, yours in paired.pairs)
    return replace(paired, pairs=pairs)


def _bare(document: Document, span: Span | None) -> Span | None:
    if span is None:
        return None
    start, end = trimmed(document.text, (span.start, span.end))
    return replace(span, start=start, end=end)


def _fault(document: Document, measure: Measure, pair: Pair) -> Fault:
    mine, yours = pair
    span = mine or yours
    assert span is not None
    kind = "spurious" if mine is None else "missed" if yours is None else "boundary"
    predicted = document.text[yours.start : yours.end] if mine and yours else None
    return fault(document, measure.task, measure.label, kind, span.start, span.end, predicted=predicted)


def fault(
    document: Document, task: str, label: str, kind: str, start: int, end: int, *, predicted: str | None = None
) -> Fault:
    """Say what is wrong at a stretch of a document, with the text around it."""
    text = document.text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Fault(document.id, task, label, kind, start, end, text[start:end], predicted, before, after)
