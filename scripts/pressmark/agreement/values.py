"""What agreement between two annotators comes to: frozen values that ``dataclasses.asdict`` turns into plain JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or coefficient with its 95% interval from ``low`` to ``high``.

    ``value`` is ``None`` where the figure is undefined, e.g. kappa where nobody ever gives the label; ``low`` and
    ``high`` are ``None`` too where more than 5% of the resamples leave it undefined.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How far two annotators agree on which sentences carry a label.

    ``both``, ``only_first``, ``only_second`` and ``neither`` count sentences and sum to ``units``.
    """

    label: str
    units: int
    both: int
    only_first: int
    only_second: int
    neither: int
    raw: Figure
    positive: Figure
    negative: Figure
    prevalence: Figure
    kappa: Figure
    ac1: Figure
    alpha: Figure


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """How far two annotators agree on the spans of a label: how many each marked, and how many found a partner.

    ``exact`` counts pairs with the same offsets, ``overlap`` pairs that share a character, the exact ones included.
    """

    label: str
    first: int
    second: int
    exact: int
    overlap: int
    exact_f1: Figure
    overlap_f1: Figure


@dataclass(frozen=True, slots=True)
class AttributeAgreement:
    """How often two annotators give an attribute the same value, of the spans that both marked exactly.

    ``compared`` counts these spans, ``given`` those where at least one annotator gives the attribute, ``equal``
    those where both say the same, or nothing. ``share`` is equal / compared; ``kappa`` is Cohen's, where the
    attribute has few values.
    """

    label: str
    attribute: str
    compared: int
    given: int
    equal: int
    share: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class SetAgreement:
    """How many things of a kind each of two annotators has, how many are the same, and the F1 of that."""

    name: str
    first: int
    second: int
    both: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two annotators agree on the sentences that both submitted.

    ``links`` has one entry a type and one for ``all``; only links between exactly matched spans count. ``differences``
    counts labels that one of them gives to a sentence, and spans without the same one; two overlapping ones are one.
    """

    first: str
    second: str
    articles: int
    units: int
    labels: tuple[LabelAgreement, ...]
    spans: tuple[SpanAgreement, ...]
    attributes: tuple[AttributeAgreement, ...]
    links: tuple[SetAgreement, ...]
    attributions: SetAgreement
    differences: int
