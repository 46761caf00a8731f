"""What agreement between all annotators comes to: frozen values that ``dataclasses.asdict`` turns into plain JSON."""

from __future__ import annotations

from dataclasses import dataclass

from .values import Figure, PairAgreement


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over pairs of annotators, those left out where it is undefined: mean, lowest and highest."""

    mean: float | None
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class LabelSummary:
    """How far all annotators agree on which sentences carry a label, each sentence by two of them at least.

    ``units`` counts these sentences, ``decisions`` what annotators submitted about them. At least one annotator gives
    the label to ``given`` of them, at least one does not to ``withheld``. ``kappa`` is Cohen's, of pairs; ``alpha`` is
    Krippendorff's, of all. ``few`` says that ``given`` or ``withheld`` is small.
    """

    label: str
    units: int
    decisions: int
    given: int
    withheld: int
    kappa: Spread
    alpha: Figure
    few: bool


@dataclass(frozen=True, slots=True)
class SpanSummary:
    """How far annotators agree on the spans of a label, or on ``all``, summed over pairs of annotators.

    ``first`` and ``second`` count the spans of either side, ``exact`` and ``overlap`` their pairs. ``few`` says that
    one side is small.
    """

    label: str
    first: int
    second: int
    exact: int
    overlap: int
    exact_f1: float | None
    overlap_f1: float | None
    few: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How far all annotators agree on one article, or on all of them (``article`` is ``None``).

    ``units`` counts the sentences that two annotators submitted at least, ``differences`` sums those of pairs, and
    ``rate`` is their mean number in a sentence of a pair.
    """

    article: str | None
    annotators: int
    units: int
    differences: int
    rate: float | None
    labels: tuple[LabelSummary, ...]
    spans: tuple[SpanSummary, ...]


@dataclass(frozen=True, slots=True)
class AnnotatorLabel:
    """How an annotator differs from the others on a label, summed over the pairs with each of them.

    ``own`` and ``others`` count the sentences that either side gives the label, ``only_own`` and ``only_others`` those
    that just that side does. ``kappa`` is the mean of Cohen's. ``few`` says that one side rarely gives it, or withholds
    it.
    """

    label: str
    own: int
    others: int
    only_own: int
    only_others: int
    kappa: float | None
    few: bool


@dataclass(frozen=True, slots=True)
class AnnotatorAgreement:
    """How far one annotator agrees with each of the others: whether, and in what direction, somebody drifts.

    ``units`` counts the sentences compared, once for each of the ``others``. In ``spans`` the annotator is the first.
    """

    annotator: str
    others: int
    units: int
    labels: tuple[AnnotatorLabel, ...]
    spans: tuple[SpanSummary, ...]


@dataclass(frozen=True, slots=True)
class DisputedItem:
    """A label (``claim``) or the key of a span (``12-20:source``, with its ``text``) that not all annotators give."""

    key: str
    text: str | None
    given_by: tuple[str, ...]
    withheld_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A sentence on which annotators differ, by its id; ``differences`` sums those of pairs."""

    sentence: str
    text: str
    differences: int
    items: tuple[DisputedItem, ...]


@dataclass(frozen=True, slots=True)
class GammaArticle:
    """Gamma of the spans of a label in one article; ``disorder`` is the observed one, ``expected`` that of chance.

    ``spans`` is the mean number of an annotator. Several entries of one article are of different annotators.
    """

    article: str
    annotators: tuple[str, ...]
    spans: float
    disorder: float
    expected: float
    gamma: float


@dataclass(frozen=True, slots=True)
class Gamma:
    """Gamma of the spans of a label: 1 - observed / expected disorder, each summed over articles by their spans.

    ``value`` is ``None`` where nobody marked a span.
    """

    label: str
    spans: float
    value: float | None
    few: bool
    articles: tuple[GammaArticle, ...]


@dataclass(frozen=True, slots=True)
class Annotator:
    """Who annotated; ``type`` is one of ``vocabulary("annotator_type")``."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far annotators agree under one version of the guidelines.

    ``articles`` counts those of which two annotators submitted a sentence. ``pairs`` has every two annotators that
    share one. ``by_article`` and ``disputed`` begin with the most differences. ``gammas`` is ``None`` where it was not
    asked for. ``warnings`` say which figures rest on little, ``notes`` how to read them all.
    """

    guideline_version: str
    annotators: tuple[Annotator, ...]
    articles: int
    overall: Summary
    pairs: tuple[PairAgreement, ...]
    by_article: tuple[Summary, ...]
    by_annotator: tuple[AnnotatorAgreement, ...]
    disputed: tuple[Disputed, ...]
    gammas: tuple[Gamma, ...] | None
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
