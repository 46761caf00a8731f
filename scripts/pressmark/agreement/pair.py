"""Measure how far two annotators agree on what both submitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from ..attributions import gather
from ..model import Span
from ..vocabulary import vocabulary
from . import coefficients as c
from .decisions import Shared
from .matching import Pair, is_exact, pair_up
from .values import AttributeAgreement, Difference, LabelAgreement, PairAgreement, SetAgreement, SpanAgreement

T = TypeVar("T")

Matched = dict[str, list[Pair]]
"""Span label -> the paired spans of one article."""

ATTRIBUTES: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "number": (
        "number",
        {
            "kind": ("kind",),
            "quantity": ("value", "low", "high"),
            "modifier": ("modifier",),
            "unit": ("unit",),
            "counted": ("counted_start", "counted_end"),
        },
    ),
    "location": ("location", {"usage": ("usage",), "modifier": ("modifier",)}),
    "content": ("attribution", {"mode": ("mode",), "content_type": ("content_type",)}),
    "cue": ("attribution", {"mode": ("mode",), "content_type": ("content_type",)}),
}
"""Span label -> where a span keeps its attributes, and the fields that each compared attribute consists of."""


def measure_pair(first: str, second: str, shared: Sequence[Shared]) -> PairAgreement:
    """Measure how far two annotators agree on the sentences that they share, articles in alphabetical order."""
    matched = [_matched(each) for each in shared]
    return PairAgreement(
        first=first,
        second=second,
        articles=len(shared),
        units=sum(len(each.units) for each in shared),
        labels=tuple(_label(label, shared) for label in vocabulary("label")),
        spans=tuple(_spans(label, shared, matched) for label in vocabulary("span_label")),
        attributes=tuple(_attributes(matched)),
        links=tuple(_links(shared, matched)),
        attributions=_same("attribution", *([_attributions(each, side) for each in shared] for side in (0, 1))),
        differences=tuple(d for each, pairs in zip(shared, matched, strict=True) for d in _differences(each, pairs)),
    )


def _matched(shared: Shared) -> Matched:
    """Pair the spans of each label."""
    first, second = shared.spans
    return {
        label: pair_up([s for s in first if s.label == label], [s for s in second if s.label == label])
        for label in vocabulary("span_label")
    }


def _label(label: str, shared: Sequence[Shared]) -> LabelAgreement:
    """Count who gives a label to which sentence, and work out the coefficients."""
    cells = Counter((label in each.labels[0][i], label in each.labels[1][i]) for each in shared for i in each.units)
    table = np.array([cells[cell] for cell in ((True, True), (True, False), (False, True), (False, False))])
    both, only_first, only_second, neither = table.tolist()
    figures = c.figures(table, c.raw, c.positive, c.negative, c.prevalence, c.kappa, c.ac1, c.pair_alpha)
    return LabelAgreement(label, sum(cells.values()), both, only_first, only_second, neither, *figures)


def _spans(label: str, shared: Sequence[Shared], matched: Sequence[Matched]) -> SpanAgreement:
    """Count the spans of a label and their pairs; intervals come from the counts of each sentence.

    F1 is the number of matched spans of both annotators over the number of spans of both. A span counts in its own
    sentence, also where its partner stands in another one.
    """
    units = Counter(row for each, pairs in zip(shared, matched, strict=True) for row in _rows(each, pairs[label]))
    kinds = np.array(sorted(units))
    counts = np.array([units[tuple(kind)] for kind in kinds.tolist()])
    exact, overlap = c.figures(
        counts,
        lambda drawn: c.ratio(drawn @ kinds[:, 1], drawn @ kinds[:, 0]),
        lambda drawn: c.ratio(drawn @ kinds[:, 2], drawn @ kinds[:, 0]),
    )
    every = [pair for pairs in matched for pair in pairs[label]]
    return SpanAgreement(
        label=label,
        first=sum(first is not None for first, _ in every),
        second=sum(second is not None for _, second in every),
        exact=sum(map(is_exact, every)),
        overlap=sum(None not in pair for pair in every),
        exact_f1=exact,
        overlap_f1=overlap,
    )


def _rows(shared: Shared, pairs: Iterable[Pair]) -> Iterator[tuple[int, int, int]]:
    """Count for each sentence the spans of both annotators, those matched exactly, those matched at all."""
    rows = {i: [0, 0, 0] for i in shared.units}
    for pair in pairs:
        for span in pair:
            if span is not None:
                row = rows[shared.home[span.key]]
                row[0] += 1
                row[1] += is_exact(pair)
                row[2] += None not in pair
    return ((spans, exact, overlap) for spans, exact, overlap in rows.values())


def _attributes(matched: Sequence[Matched]) -> Iterator[AttributeAgreement]:
    """Compare the attributes of exactly matched spans; leave out what neither annotator ever gives."""
    for label, (part, attributes) in ATTRIBUTES.items():
        same = [(a, b) for pairs in matched for a, b in pairs[label] if a and b and a.key == b.key]
        for name, fields in attributes.items():
            said = [(_said(a, part, fields), _said(b, part, fields)) for a, b in same]
            if given := sum(any(value is not None for value in (*a, *b)) for a, b in said):
                equal = sum(a == b for a, b in said)
                yield AttributeAgreement(label, name, len(said), given, equal, equal / len(said))


def _said(span: Span, part: str, fields: Iterable[str]) -> tuple[object, ...]:
    """Return the values of a span's fields; a box that is not ticked says nothing."""
    values = (getattr(getattr(span, part), field, None) for field in fields)
    return tuple(None if value is False else value for value in values)


def _links(shared: Sequence[Shared], matched: Sequence[Matched]) -> Iterator[SetAgreement]:
    """Compare the links between exactly matched spans, type by type and all together."""
    found: tuple[list[set[str]], list[set[str]]] = ([], [])
    for each, pairs in zip(shared, matched, strict=True):
        both = {pair[0].key for every in pairs.values() for pair in every if pair[0] and is_exact(pair)}
        for side in (0, 1):
            ends = ((link, span.key) for span in each.spans[side] if span.key in both for link in span.links)
            found[side].append({f"{link.type} {key} {link.target}" for link, key in ends if link.target in both})
    for name in (*vocabulary("link_type"), "all"):
        of_type = ([{k for k in keys if name in ("all", k.split()[0])} for keys in side] for side in found)
        yield _same(name, *of_type)


def _attributions(shared: Shared, side: int) -> set[tuple[frozenset[str], ...]]:
    """Gather an annotator's attributions as sets of the keys of their sources, cues and contents."""
    return {
        tuple(frozenset(span.key for span in part) for part in (each.sources, each.cues, each.contents))
        for each in gather(shared.spans[side])
    }


def _same(name: str, first: Sequence[set[T]], second: Sequence[set[T]]) -> SetAgreement:
    """Count what two annotators have, and what is the same, article by article."""
    sizes = sum(map(len, first)), sum(map(len, second))
    both = sum(len(a & b) for a, b in zip(first, second, strict=True))
    return SetAgreement(name, *sizes, both, 2 * both / sum(sizes) if sum(sizes) else None)


def _differences(shared: Shared, matched: Matched) -> Iterator[Difference]:
    """List the labels and spans on which two annotators differ, sentence by sentence."""
    found: dict[int, list[tuple[str | None, str | None]]] = {i: [] for i in shared.units}
    for i in shared.units:
        for label in vocabulary("label"):
            if (here := label in shared.labels[0][i]) != (label in shared.labels[1][i]):
                found[i].append((label, None) if here else (None, label))
    unequal = [pair for pairs in matched.values() for pair in pairs if not is_exact(pair)]
    for first, second in sorted(unequal, key=lambda pair: next(s.order for s in pair if s)):
        keys = (first.key if first else None, second.key if second else None)
        found[shared.home[keys[0] or keys[1] or ""]].append(keys)
    return (Difference(shared.article.sentence_id(i), *each) for i, items in found.items() for each in items)
