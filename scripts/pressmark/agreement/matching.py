"""Match the spans of two annotators one to one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence

from ..model import Span

Pair = tuple[Span | None, Span | None]


def pair_up(first: Sequence[Span], second: Sequence[Span]) -> list[Pair]:
    """Match two annotators' spans of one label: the same spans first, then as many overlapping ones as possible.

    Every span is in exactly one pair, alone where it has no partner. Spans overlap when they share a character.
    """
    there = {span.key: span for span in second}
    here = {span.key for span in first}
    pairs: list[Pair] = [(span, there[span.key]) for span in first if span.key in there]
    left = sorted((span for span in first if span.key not in there), key=lambda s: s.order)
    right = sorted((span for span in second if span.key not in here), key=lambda s: s.order)
    partner = _most_pairs(_overlapping(left, right))
    pairs += [(span, right[partner[i]] if i in partner else None) for i, span in enumerate(left)]
    taken = set(partner.values())
    pairs += [(None, span) for j, span in enumerate(right) if j not in taken]
    return pairs


def is_exact(pair: Pair) -> bool:
    """Tell whether both annotators marked the same span."""
    first, second = pair
    return first is not None and second is not None and first.key == second.key


def _overlapping(first: Sequence[Span], second: Sequence[Span]) -> list[list[int]]:
    """List for each span which of the second annotator's (in order) it shares a character with."""
    starts = [span.start for span in second]
    longest = max((span.end - span.start for span in second), default=0)
    return [
        [
            j
            for j in range(bisect_right(starts, span.start - longest), bisect_left(starts, span.end))
            if second[j].end > span.start
        ]
        for span in first
    ]


def _most_pairs(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """Match as many of the first side as possible; return the partner of each that has one.

    Source: augmenting paths, Berge (1957), Two theorems in graph theory. PNAS 43.
    """
    partner: dict[int, int] = {}
    taken_by: dict[int, int] = {}
    for start in range(len(candidates)):
        reached_from: dict[int, int] = {}
        end = _free(candidates, taken_by, start, reached_from)
        while end is not None:
            i = reached_from[end]
            taken_by[end] = i
            partner[i], end = end, partner.get(i)
    return partner


def _free(
    candidates: Sequence[Sequence[int]], taken_by: dict[int, int], start: int, reached_from: dict[int, int]
) -> int | None:
    """Find a free one of the second side at the end of a path on which partners could be passed on."""
    waiting = deque([start])
    while waiting:
        i = waiting.popleft()
        for j in candidates[i]:
            if j not in reached_from:
                reached_from[j] = i
                if j not in taken_by:
                    return j
                waiting.append(taken_by[j])
    return None
