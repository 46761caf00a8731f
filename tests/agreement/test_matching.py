"""Matching spans one to one, against brute force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.agreement.matching import is_exact, pair_up
from pressmark.model import Span

stretches = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda x: (x[0], x[0] + x[1])), max_size=6, unique=True
)


def at(*places: tuple[int, int]) -> list[Span]:
    return [Span(start, end, "claim", "x" * (end - start)) for start, end in places]


def found(first: Sequence[Span], second: Sequence[Span]) -> tuple[int, int]:
    pairs = pair_up(first, second)
    assert sorted(a.key for a, _ in pairs if a) == sorted(span.key for span in first)
    assert sorted(b.key for _, b in pairs if b) == sorted(span.key for span in second)
    assert all(a.start < b.end and b.start < a.end for a, b in pairs if a and b)
    return sum(map(is_exact, pairs)), sum(None not in pair for pair in pairs)


def most(first: Sequence[Span], second: Sequence[Span]) -> int:
    """Try every way to pair overlapping spans."""
    if not first:
        return 0
    head, *rest = first
    ways = [most(rest, second)]
    for i, span in enumerate(second):
        if span.start < head.end and head.start < span.end:
            ways.append(1 + most(rest, [*second[:i], *second[i + 1 :]]))
    return max(ways)


@pytest.mark.parametrize(
    ("first", "second", "exact", "overlap"),
    [
        ([(0, 5)], [(0, 5)], 1, 1),
        ([(0, 5)], [(5, 9)], 0, 0),  # half-open spans that touch share no character
        ([(0, 5)], [(4, 9)], 0, 1),
        ([(0, 9)], [(0, 4), (5, 9)], 0, 1),  # one to one
        ([(0, 9), (2, 4)], [(2, 4)], 1, 1),  # nested: the same span first
        ([(0, 9), (2, 4)], [(1, 8), (3, 4)], 0, 2),
        ([(0, 20), (0, 5)], [(1, 4), (10, 15)], 0, 2),  # the long one has to give way to the short one
        ([(0, 3)], [], 0, 0),
        ([], [], 0, 0),
    ],
)
def test_spans_are_matched(first: list[Any], second: list[Any], exact: int, overlap: int) -> None:
    assert found(at(*first), at(*second)) == (exact, overlap)
    assert found(at(*second), at(*first)) == (exact, overlap)


@given(stretches, stretches)
def test_as_many_spans_are_matched_as_can_be(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    same = set(first) & set(second)
    left, right = ([place for place in side if place not in same] for side in (first, second))
    assert found(at(*first), at(*second)) == (len(same), len(same) + most(at(*left), at(*right)))
