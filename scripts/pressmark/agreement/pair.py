"""Measure how far two annotators agree on what both submitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

from ..vocabulary import vocabulary
from . import coefficients as c
from .attributes import ATTRIBUTES, Said, compare_attributes
from .beside import Beside, Tally, total
from .decisions import Members, Shared, attributions
from .values import LabelAgreement, PairAgreement, SetAgreement, SpanAgreement

T = TypeVar("T")

Row = tuple[int, int, int]
"""Of the spans of both annotators in a sentence: how many there are, are matched exactly, are matched at all."""


def measure_pair(articles: Sequence[Beside], tallies: Sequence[Tally]) -> PairAgreement:
    """Measure how far two annotators agree on the sentences that they share, articles in alphabetical order."""
    rows = _rows(articles)
    first, second = ([_attributions(each.shared, side) for each in articles] for side in (0, 1))
    return PairAgreement(
        *tallies[0].annotators,
        articles=len(articles),
        units=sum(each.units for each in tallies),
        labels=tuple(_label(label, tallies) for label in vocabulary("label")),
        spans=tuple(_spans(label, tallies, rows[label]) for label in vocabulary("span_label")),
        attributes=tuple(compare_attributes(_said(articles))),
        links=tuple(_links(articles)),
        attributions=_same("attribution", first, second),
        differences=sum(sum(each.differences.values()) for each in tallies),
    )


def _label(label: str, tallies: Sequence[Tally]) -> LabelAgreement:
    """Count who gives a label to which sentence, and work out the coefficients."""
    table = np.array([each.tables[label] for each in tallies]).sum(axis=0)
    both, only_first, only_second, neither = table.tolist()
    figures = c.figures(table, c.raw, c.positive, c.negative, c.prevalence, c.kappa, c.ac1, c.pair_alpha)
    return LabelAgreement(label, int(table.sum()), both, only_first, only_second, neither, *figures)


def _spans(label: str, tallies: Sequence[Tally], units: Mapping[Row, int]) -> SpanAgreement:
    """Count the spans of a label and their pairs; intervals come from the counts of each sentence.

    F1 is the number of matched spans of both annotators over the number of spans of both. A span counts in its own
    sentence, also where its partner stands in another one.
    """
    kinds = np.array(sorted(units))
    counts = np.array([units[row] for row in sorted(units)])
    exact, overlap = c.figures(
        counts,
        lambda drawn: c.ratio(drawn @ kinds[:, 1], drawn @ kinds[:, 0]),
        lambda drawn: c.ratio(drawn @ kinds[:, 2], drawn @ kinds[:, 0]),
    )
    return SpanAgreement(label, *total(each.spans[label] for each in tallies), exact, overlap)


def _rows(articles: Sequence[Beside]) -> dict[str, Counter[Row]]:
    """Count for each label how many sentences have which :data:`Row`."""
    found = {label: Counter[Row]() for label in vocabulary("span_label")}
    for each in articles:
        marked, exact, overlap = Counter[tuple[str, int]](), Counter[tuple[str, int]](), Counter[tuple[str, int]]()
        spans, home = each.shared.spans[0], each.shared.home
        exact.update((spans[key].label, home[key]) for key in each.same)
        for label, pair in each.unequal:
            for span in pair:
                if span is not None:
                    place = label, home[span.key]
                    marked[place] += 1
                    overlap[place] += None not in pair
        for place in exact.keys() | marked.keys():
            both = 2 * exact[place]
            found[place[0]][both + marked[place], both, both + overlap[place]] += 1
    units = sum(len(each.shared.units) for each in articles)
    for rows in found.values():
        rows[0, 0, 0] = units - rows.total()
    return found


def _said(articles: Sequence[Beside]) -> dict[str, Counter[tuple[Said, Said]]]:
    """Count for each label what two annotators say of the spans that both marked."""
    found = {label: Counter[tuple[Said, Said]]() for label in ATTRIBUTES}
    for each in articles:
        first, second = (decided.said for decided in each.shared.decided)
        for key in each.same:
            if (label := each.shared.spans[0][key].label) in found:
                found[label][first[key], second[key]] += 1
    return found


def _links(articles: Sequence[Beside]) -> Iterator[SetAgreement]:
    """Compare the links between exactly matched spans, type by type and all together."""
    found: tuple[list[set[tuple[str, str, str]]], ...] = tuple(
        [{link for link in each.shared.decided[side].links if each.same.issuperset(link[1:])} for each in articles]
        for side in (0, 1)
    )
    for name in (*vocabulary("link_type"), "all"):
        of_type = ([{link for link in links if name in ("all", link[0])} for links in side] for side in found)
        yield _same(name, *of_type)


def _attributions(shared: Shared, side: int) -> frozenset[Members]:
    """Gather an annotator's attributions from the spans that count."""
    decided, spans = shared.decided[side], shared.spans[side]
    return decided.attributions if len(spans) == len(decided.spans) else attributions(spans.values())


def _same(name: str, first: Sequence[set[T] | frozenset[T]], second: Sequence[set[T] | frozenset[T]]) -> SetAgreement:
    """Count what two annotators have, and what is the same, article by article."""
    sizes = sum(map(len, first)), sum(map(len, second))
    both = sum(len(a & b) for a, b in zip(first, second, strict=True))
    return SetAgreement(name, *sizes, both, 2 * both / sum(sizes) if sum(sizes) else None)
