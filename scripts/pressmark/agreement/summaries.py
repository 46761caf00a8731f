"""Sum up agreement: over all annotators, for each article, for each annotator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ..vocabulary import vocabulary
from . import coefficients as c
from .beside import Sides, Tally, total
from .decisions import Decisions
from .values import PairAgreement
from .whole import AnnotatorAgreement, AnnotatorLabel, LabelSummary, SpanSummary, Spread, Summary

FEW = 10
"""Fewer items than this are warned of."""

Place = tuple[str, int]
"""A sentence: its article's id, and its index."""
Votes = Mapping[Place, tuple[int, int]]
"""How many annotators give a sentence a label, and how many do not; at least two decide."""


def votes(label: str, found: Decisions) -> Votes:
    """Count for each sentence that two annotators submitted at least who gives it a label, and who does not."""
    everyone, given = Counter[Place](), Counter[Place]()
    for articles in found.values():
        for key, decided in articles.items():
            everyone.update((key, i) for i in decided.labels)
            given.update((key, i) for i, labels in decided.labels.items() if label in labels)
    return {place: (given[place], count - given[place]) for place, count in everyone.items() if count > 1}


def summaries(found: Decisions, tallies: Sequence[Tally]) -> tuple[Summary, tuple[Summary, ...]]:
    """Sum agreement up over all articles, and for each; those with the most differences in a sentence first."""
    by_article: dict[str, list[Tally]] = {}
    for each in tallies:
        by_article.setdefault(each.article, []).append(each)
    everything = {label: votes(label, found) for label in vocabulary("label")}
    split: dict[str, dict[str, dict[Place, tuple[int, int]]]] = {
        key: {label: {} for label in everything} for key in by_article
    }
    for label, by_place in everything.items():
        for place, count in by_place.items():
            if place[0] in split:
                split[place[0]][label][place] = count
    made = [_summary(key, split[key], each) for key, each in by_article.items()]
    ranked = sorted(made, key=lambda each: (-(each.rate or 0), each.article))
    return _summary(None, everything, tallies), tuple(ranked)


def _summary(article: str | None, counts: Mapping[str, Votes], tallies: Sequence[Tally]) -> Summary:
    differences = sum(sum(each.differences.values()) for each in tallies)
    compared = sum(each.units for each in tallies)
    pairs: dict[tuple[str, str], list[Tally]] = {}
    for each in tallies:
        pairs.setdefault(each.annotators, []).append(each)
    return Summary(
        article=article,
        annotators=len({name for names in pairs for name in names}),
        units=len(next(iter(counts.values()))),
        differences=differences,
        rate=differences / compared if compared else None,
        labels=tuple(_label(label, counts[label], [*pairs.values()]) for label in counts),
        spans=span_summaries([each.spans for each in tallies]),
    )


def _label(label: str, by_place: Votes, pairs: Sequence[Sequence[Tally]]) -> LabelSummary:
    """Work out alpha over all annotators, and kappa of each pair."""
    units = Counter(by_place.values())
    kinds = np.array(sorted(units), dtype=np.int64).reshape(-1, 2)
    counts = np.array([units[kind] for kind in sorted(units)], dtype=np.int64)
    (alpha,) = c.figures(counts, lambda drawn: c.alpha(drawn, kinds))
    tables = [np.array([each.tables[label] for each in tallies]).sum(axis=0) for tallies in pairs]
    given, withheld = (sum(count for kind, count in units.items() if kind[side]) for side in (0, 1))
    return LabelSummary(
        label=label,
        units=len(by_place),
        decisions=int((counts @ kinds).sum()),
        given=given,
        withheld=withheld,
        kappa=spread([float(c.kappa(table)) for table in tables]),
        alpha=alpha,
        few=min(given, withheld) < FEW,
    )


def spread(values: Iterable[float | None]) -> Spread:
    """Give the mean, the lowest and the highest of what is defined."""
    known = [value for value in values if value is not None and not np.isnan(value)]
    return Spread(sum(known) / len(known), min(known), max(known)) if known else Spread(None, None, None)


def span_summaries(counts: Sequence[Mapping[str, Sides]]) -> tuple[SpanSummary, ...]:
    """Sum up the spans of each label, then of all labels."""
    by_label = {label: total(each[label] for each in counts) for label in vocabulary("span_label")}
    by_label["all"] = total(by_label.values())
    return tuple(_spans(label, sides) for label, sides in by_label.items())


def _spans(label: str, sides: Sides) -> SpanSummary:
    first, second, exact, overlap = sides
    exact_f1, overlap_f1 = (2 * each / (first + second) if first + second else None for each in (exact, overlap))
    return SpanSummary(label, *sides, exact_f1, overlap_f1, min(first, second) < FEW)


def by_annotator(pairs: Sequence[PairAgreement]) -> tuple[AnnotatorAgreement, ...]:
    """Sum up how each annotator agrees with the others."""
    own: dict[str, list[tuple[PairAgreement, bool]]] = {}
    for pair in pairs:
        own.setdefault(pair.first, []).append((pair, False))
        own.setdefault(pair.second, []).append((pair, True))
    return tuple(_annotator(name, own[name]) for name in sorted(own))


def _annotator(name: str, pairs: Sequence[tuple[PairAgreement, bool]]) -> AnnotatorAgreement:
    """Sum up pairs; with each is said whether the annotator is the second of them."""
    spans = [
        {s.label: (s.second, s.first, s.exact, s.overlap) if turned else (s.first, s.second, s.exact, s.overlap)
         for s in pair.spans}
        for pair, turned in pairs
    ]  # fmt: skip
    labels = tuple(_annotator_label(i, label, pairs) for i, label in enumerate(vocabulary("label")))
    units = sum(pair.units for pair, _ in pairs)
    return AnnotatorAgreement(name, len(pairs), units, labels, span_summaries(spans))


def _annotator_label(i: int, label: str, pairs: Sequence[tuple[PairAgreement, bool]]) -> AnnotatorLabel:
    both = only_own = only_others = neither = 0
    for pair, turned in pairs:
        each = pair.labels[i]
        only = (each.only_second, each.only_first) if turned else (each.only_first, each.only_second)
        both, only_own, only_others = both + each.both, only_own + only[0], only_others + only[1]
        neither += each.neither
    kappa = spread(pair.labels[i].kappa.value for pair, _ in pairs).mean
    few = min(both, neither) + min(only_own, only_others) < FEW
    return AnnotatorLabel(label, both + only_own, both + only_others, only_own, only_others, kappa, few)
