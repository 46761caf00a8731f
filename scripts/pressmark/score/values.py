"""What scoring yields. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..documents import Stretch
from ..model import Span


@dataclass(frozen=True, slots=True)
class Predicted:
    """What a system says of one document; offsets are code points, half-open, into the document's text.

    ``sentences``: where sentences stand, cut from the bare text. ``spans``: labels in lower case; numbers carry
    what they are worth. ``claims``: for each claim rule the probability, one a sentence of the document's own, that
    it is a claim; the first rule is the guideline's own. ``units``: the sentences that sentence labels are compared
    on, where the document has none of its own.
    """

    sentences: tuple[Stretch, ...] = ()
    spans: tuple[Span, ...] = ()
    claims: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    units: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is not as in the gold.

    ``kind``: "missed" (gold without a partner), "spurious" (a prediction without one), "boundary" (partners with
    other edges). ``text`` is the gold's stretch, or the prediction's where it is spurious; ``predicted``
    the prediction's, where it differs.
    """

    document: str
    task: str
    label: str
    kind: str
    start: int
    end: int
    text: str
    predicted: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: one label of one task, by one way of matching.

    ``match``: "exact" (the same span), "overlap" (a shared character), "boundary" (the same sentence end), "value"
    (the same quantity in the same sentence) or "sentence" (the same sentence label). ``variant`` names a second way
    of counting the same, reported beside the first: "raw" (spans with the punctuation at their edges), or the claim
    rule that was followed in place of the guideline's own.
    """

    task: str
    label: str
    match: str
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure in one document."""

    measure: Measure
    document: str
    correct: int
    gold: int
    predicted: int
    faults: tuple[Fault, ...] = ()

    @property
    def f1(self) -> float | None:
        """F1, from 0 to 1; None where there was nothing to find and nothing found."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else None


@dataclass(frozen=True, slots=True)
class Result:
    """One measure pooled over documents (micro average). Ratios are from 0 to 1, None where undefined.

    ``low``/``high``: 95 % interval of F1, a percentile bootstrap over documents; None where there is one document.
    ``macro_f1``: for sentence labels that exclude each other, the mean of the F1 of those that
    occur, with an interval of its own.
    """

    task: str
    label: str
    match: str
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None
    correct: int
    gold: int
    predicted: int
    variant: str | None = None
    macro_f1: float | None = None
    macro_low: float | None = None
    macro_high: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """All that scoring one file yields; ``documents`` is their number, ``also`` holds the variants of results."""

    file: str
    guideline: str
    documents: int
    results: tuple[Result, ...]
    also: tuple[Result, ...]
    per_document: tuple[Tally, ...]
    faults: tuple[Fault, ...]
    scored: tuple[tuple[str, float, bool], ...] = ()
    """For each suggestion that counts: its label, its score, and whether it overlaps its gold partner. For claims: for
    each judged sentence, how likely it is said to be one, and whether it is."""
