"""Find spans that stand before one that they should follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Problem
from .loaded import Loaded, problem, span_address

ID = "spans-not-in-order"
LEVEL = 1
EXPLAIN = (
    "Spans stand in one order: by start, then the longer first, then by label. So the same spans always give the "
    "same file."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each span with the one before it."""
    for stem, found in corpus.suggestions.items():
        for i, (before, span) in enumerate(pairwise(found.spans), 1):
            if span.order < before.order:
                yield problem(span_address(stem, i), ID, f"{span.key} stands after {before.key}", REPAIR)
