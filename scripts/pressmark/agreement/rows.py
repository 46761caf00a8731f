"""Agreement → rows of cells, the same for a card and for a terminal."""

from __future__ import annotations

from .values import Agreement, Figure, PairAgreement

UNDEFINED = "–"
SPANS = ("span label", "first", "second", "exact", "overlap", "exact F1", "overlap F1")
ATTRIBUTES = ("attribute of exact spans", "compared", "given by either", "equal", "share")
LINKS = ("links of exact spans", "first", "second", "same", "F1")
ALPHAS = ("label, all annotators", "sentences", "decisions", "alpha")

Rows = list[list[str]]


def heading(pair: PairAgreement, guideline_version: str) -> str:
    """Say whose decisions about how many sentences are compared."""
    articles = f"{pair.articles} article{'s' * (pair.articles != 1)}"
    sentences = f"{pair.units} sentence{'s' * (pair.units != 1)}"
    return f"{pair.first} (first) and {pair.second} (second), guidelines {guideline_version}: {sentences} of {articles}"


def label_rows(pair: PairAgreement, below: str, between: str) -> Rows:
    """Give each label its row; ``below`` stands before its 2x2 table, ``between`` before intervals."""
    return [
        [
            f"{each.label}{below}{each.both}/{each.only_first}/{each.only_second}/{each.neither}",
            *(decimal(figure.value) for figure in (each.raw, each.positive, each.negative, each.prevalence)),
            *(with_interval(figure, between) for figure in (each.kappa, each.ac1, each.alpha)),
        ]
        for each in pair.labels
    ]


def span_rows(pair: PairAgreement) -> Rows:
    return [
        [
            each.label,
            *map(str, (each.first, each.second, each.exact, each.overlap)),
            with_interval(each.exact_f1),
            with_interval(each.overlap_f1),
        ]
        for each in pair.spans
    ]


def attribute_rows(pair: PairAgreement) -> Rows:
    return [
        [
            f"{each.label}: {each.attribute.replace('_', ' ')}",
            *map(str, (each.compared, each.given, each.equal)),
            decimal(each.share),
        ]
        for each in pair.attributes
    ]


def link_rows(pair: PairAgreement) -> Rows:
    """Give each type of link that somebody has its row, then all links, then whole attributions."""
    return [
        [name, *map(str, (each.first, each.second, each.both)), decimal(each.f1)]
        for name, each in (*((each.name, each) for each in pair.links), ("whole attributions", pair.attributions))
        if each.first or each.second
    ]


def alpha_rows(agreement: Agreement) -> Rows:
    return [[each.label, str(each.units), str(each.decisions), with_interval(each.alpha)] for each in agreement.alphas]


def decimal(value: float | None) -> str:
    """Write a figure with two decimals."""
    return UNDEFINED if value is None else f"{value:.2f}".replace("-0.00", "0.00")


def with_interval(figure: Figure, between: str = " ") -> str:
    """Write a figure, and its interval in brackets where it has one."""
    if figure.low is None:
        return decimal(figure.value)
    return f"{decimal(figure.value)}{between}[{decimal(figure.low)}, {decimal(figure.high)}]"
