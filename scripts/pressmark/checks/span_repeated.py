"""Find spans that are there twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, span_address

ID = "span-repeated"
LEVEL = 3
EXPLAIN = "A span is named by its start, end and label, so the same stretch bears a label once."
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each span's key among those of the spans before it."""
    for stem, found in corpus.suggestions.items():
        seen: dict[str, int] = {}
        for i, span in enumerate(found.spans):
            if span.key in seen:
                yield problem(span_address(stem, i), ID, f"{span.key} is also spans/{seen[span.key]}", REPAIR)
            seen.setdefault(span.key, i)
