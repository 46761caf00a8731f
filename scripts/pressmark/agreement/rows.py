"""Agreement → rows of cells, the same for a card and for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..vocabulary import vocabulary
from .measure import DETAILED
from .summaries import FEW
from .values import Figure, PairAgreement
from .whole import Agreement, AnnotatorAgreement, Disputed, SpanSummary, Summary

UNDEFINED = "–"
SPANS = ("span label", "first", "second", "exact", "overlap", "exact F1", "overlap F1")
ATTRIBUTES = ("attribute of exact spans", "compared", "given by either", "equal", "share", "kappa")
LINKS = ("links of exact spans", "first", "second", "same", "F1")
ALPHAS = ("label, all annotators", "sentences", "decisions", "alpha", "kappa of pairs")
SPAN_SUMS = ("span label, all pairs", "first", "second", "exact F1", "overlap F1")
GAMMAS = ("span label", "spans", "gamma")
SHORT = ("who", "sent.", "diff.")
MARK = "†"
MARK_SAYS = f"{MARK} rests on fewer than {FEW} items: sentences with the label or without it, spans of either side."
ARTICLES_SAY = "Of each article alpha over all annotators, F1 of all spans, and the differences in a sentence."
ANNOTATORS_SAY = (
    "Of each annotator, against each of the others: the mean of kappa, and, in sum, how many sentences only this "
    "annotator (+) or only the other one (-) gives the label; likewise F1 of all spans, and those without a partner."
)

Rows = list[list[str]]


class Laid(NamedTuple):
    """A table to be shown, and what there is to say of it."""

    columns: tuple[str, ...]
    rows: Rows
    says: str = ""


def together(agreement: Agreement, limit: int, between: str, short: bool = False) -> list[Laid]:
    """Lay out what there is to say of more than two annotators, of more than one article, and gamma.

    At most ``limit`` articles are listed; ``between`` stands before what only one annotator has; ``short``: narrow.
    """
    several, many = len(agreement.by_article) > 1, len(agreement.pairs) > 1
    found = [Laid(ALPHAS, alpha_rows(agreement))] if many else []
    if len(agreement.pairs) > DETAILED:
        found.append(Laid(SPAN_SUMS, span_sum_rows(agreement)))
    if several:
        found.append(Laid(article_columns(short), article_rows(agreement, limit), ARTICLES_SAY))
    if many:
        found.append(Laid(annotator_columns(short), annotator_rows(agreement, between), ANNOTATORS_SAY))
    if agreement.gammas is not None:
        found.append(Laid(GAMMAS, gamma_rows(agreement)))
    return found


def is_marked(tables: Iterable[Laid]) -> bool:
    """Tell whether a figure is marked as resting on few items."""
    return any(MARK in cell for each in tables for row in each.rows for cell in row)


def heading(pair: PairAgreement, guideline_version: str) -> str:
    """Say whose decisions about how many sentences are compared."""
    shared = f"{counted(pair.units, 'sentence')} of {counted(pair.articles, 'article')}"
    return f"{pair.first} (first) and {pair.second} (second), guidelines {guideline_version}: {shared}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


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
            decimal(each.kappa) if each.kappa is not None else "",
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
    """Give each label its row: alpha over all annotators, and the mean kappa of pairs with its lowest and highest."""
    return [
        [
            each.label,
            str(each.units),
            str(each.decisions),
            with_interval(each.alpha),
            f"{decimal(each.kappa.mean)} ({decimal(each.kappa.lowest)} to {decimal(each.kappa.highest)})",
        ]
        for each in agreement.overall.labels
    ]


def span_sum_rows(agreement: Agreement) -> Rows:
    return [
        [each.label, str(each.first), str(each.second), few(each.exact_f1, each.few), few(each.overlap_f1, each.few)]
        for each in agreement.overall.spans
    ]


def article_columns(short: bool) -> tuple[str, ...]:
    annotators, sentences, differences = SHORT if short else ("annotators", "sentences", "differences")
    return ("article", annotators, sentences, *_labels(short), "exact F1", "overlap F1", differences)


def annotator_columns(short: bool) -> tuple[str, ...]:
    return ("annotator", SHORT[1] if short else "sentences", *_labels(short), "exact F1", "overlap F1")


def _labels(short: bool) -> Iterator[str]:
    """Name the labels, the long ones shortened where columns have to be narrow."""
    return (f"{label[:6]}." if short and len(label) > 8 else label for label in vocabulary("label"))


def article_rows(agreement: Agreement, limit: int) -> Rows:
    """Give the articles with the most differences their rows, then all articles together."""
    left = len(agreement.by_article) - limit
    more = [[f"… and {left} more"] + [""] * (len(article_columns(short=True)) - 1)] if left > 0 else []
    return [*map(_article, agreement.by_article[:limit]), *more, _article(agreement.overall)]


def _article(each: Summary) -> list[str]:
    labels = [few(label.alpha.value, label.few) for label in each.labels]
    counts = [str(each.annotators), str(each.units)]
    return [each.article or "all articles", *counts, *labels, *_f1(each.spans[-1]), decimal(each.rate)]


def _f1(spans: SpanSummary) -> tuple[str, str]:
    return few(spans.exact_f1, spans.few), few(spans.overlap_f1, spans.few)


def annotator_rows(agreement: Agreement, between: str) -> Rows:
    """Give each annotator a row; ``between`` stands before what only one side has."""
    return [_annotator(each, between) for each in agreement.by_annotator]


def _annotator(each: AnnotatorAgreement, between: str) -> list[str]:
    labels = [f"{few(one.kappa, one.few)}{between}+{one.only_own}/-{one.only_others}" for one in each.labels]
    spans, (exact, overlap) = each.spans[-1], _f1(each.spans[-1])
    alone = f"+{spans.first - spans.overlap}/-{spans.second - spans.overlap}"
    return [each.annotator, str(each.units), *labels, exact, f"{overlap}{between}{alone}"]


def gamma_rows(agreement: Agreement) -> Rows:
    return [[each.label, f"{each.spans:.1f}", few(each.value, each.few)] for each in agreement.gammas or ()]


def item_lines(disputed: Disputed, limit: int) -> list[str]:
    """Say who gives what in a sentence; names are counted where there are many."""
    told = []
    for each in disputed.items[:limit]:
        what = each.key.rpartition(":")[2] + (f" “{shorten(each.text, 40)}”" if each.text is not None else "")
        everyone = len(each.given_by) + len(each.withheld_by)
        names = f"{', '.join(each.given_by)}; not {', '.join(each.withheld_by)}"
        told.append(f"{what}: {names if everyone <= NAMED else f'{len(each.given_by)} of {everyone}'}")
    left = len(disputed.items) - limit
    return [*told, f"… and {left} more"] if left > 0 else told


NAMED = 4
"""As many annotators of a sentence are called by their names."""


def shorten(text: str, length: int) -> str:
    """Write a text in one line of limited length."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def escape(text: str) -> str:
    """Write a text so that nothing in it is Markdown."""
    return re.sub(r"([\\`*_\[\]<>|~$&@#]|:(?=//)|(?<=www)\.)", r"\\\1", text, flags=re.IGNORECASE)


def few(value: float | None, is_few: bool) -> str:
    """Write a figure, and a mark where it rests on few items."""
    return decimal(value) + (MARK if is_few and value is not None else "")


def decimal(value: float | None) -> str:
    """Write a figure with two decimals."""
    return UNDEFINED if value is None else f"{value:.2f}".replace("-0.00", "0.00")


def with_interval(figure: Figure, between: str = " ") -> str:
    """Write a figure, and its interval in brackets where it has one."""
    if figure.low is None:
        return decimal(figure.value)
    return f"{decimal(figure.value)}{between}[{decimal(figure.low)}, {decimal(figure.high)}]"
