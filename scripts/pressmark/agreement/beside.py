"""Put what two annotators submitted about an article side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..vocabulary import vocabulary
from .decisions import Shared
from .matching import Pair, pair_up

Sides = tuple[int, int, int, int]
"""Spans of the first annotator, of the second, exact pairs, overlapping pairs (the exact ones included)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What comes of comparing two annotators on one article: counts only.

    ``tables`` has for each label how many sentences have it by both, only the first, only the second, neither;
    ``differences`` how many differences there are in a sentence, by its index.
    """

    article: str
    annotators: tuple[str, str]
    units: int
    tables: Mapping[str, tuple[int, int, int, int]]
    spans: Mapping[str, Sides]
    differences: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two annotators' decisions about one article: the keys of the spans that both marked, and the other spans.

    ``unequal`` has every span that only one of them marked, with the overlapping one of the other where there is one.
    """

    shared: Shared
    same: frozenset[str]
    unequal: tuple[tuple[str, Pair], ...]


def put_beside(shared: Shared) -> Beside:
    """Match the spans of two annotators: the same ones, then as many overlapping ones of a label as possible."""
    first, second = shared.spans
    same = frozenset(first.keys() & second.keys())
    left = [span for key, span in first.items() if key not in same]
    right = [span for key, span in second.items() if key not in same]
    unequal = [
        (label, pair)
        for label in vocabulary("span_label")
        for pair in pair_up([s for s in left if s.label == label], [s for s in right if s.label == label])
    ]
    return Beside(shared, same, tuple(unequal))


def tally(each: Beside, annotators: tuple[str, str]) -> Tally:
    """Count the labels, spans and differences of two annotators."""
    first, second = (decided.labels for decided in each.shared.decided)
    sentences = Counter((first[i], second[i]) for i in each.shared.units)
    differences = Counter({i: len(first[i] ^ second[i]) for i in each.shared.units})
    same = Counter(each.shared.spans[0][key].label for key in each.same)
    left, right, overlap = Counter[str](), Counter[str](), Counter[str]()
    for label, (here, there) in each.unequal:
        left[label] += here is not None
        right[label] += there is not None
        overlap[label] += here is not None and there is not None
        if span := here or there:
            differences[each.shared.home[span.key]] += 1
    spans = {
        label: (same[label] + left[label], same[label] + right[label], same[label], same[label] + overlap[label])
        for label in vocabulary("span_label")
    }
    tables = {label: _table(label, sentences) for label in vocabulary("label")}
    return Tally(each.shared.article.id, annotators, len(each.shared.units), tables, spans, differences)


def _table(label: str, sentences: Mapping[tuple[frozenset[str], frozenset[str]], int]) -> tuple[int, int, int, int]:
    cells = Counter[tuple[bool, bool]]()
    for (first, second), count in sentences.items():
        cells[label in first, label in second] += count
    return cells[True, True], cells[True, False], cells[False, True], cells[False, False]


def total(sides: Iterable[Sides]) -> Sides:
    """Sum counts."""
    first, second, exact, overlap = map(sum, zip((0, 0, 0, 0), *sides, strict=True))
    return first, second, exact, overlap
