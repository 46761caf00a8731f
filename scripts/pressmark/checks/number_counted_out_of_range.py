"""Find numbers whose counted phrase is empty or reaches past the end of the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, span_address

ID = "number-counted-out-of-range"
LEVEL = 2
EXPLAIN = "Where a number says what is counted, that stretch begins before it ends and lies within the article's text."
REPAIR = "edit the number, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the offsets of what is counted with each other and with the length of the text."""
    for article, found in corpus.same_text:
        for i, span in enumerate(found.spans):
            if span.number is None or span.number.counted_start is None or span.number.counted_end is None:
                continue
            start, end = span.number.counted_start, span.number.counted_end
            if not start < end <= len(article.text):
                fact = f"what is counted is {start} to {end}, the text ends at {len(article.text)}"
                yield problem(f"{span_address(article.id, i)}/number", ID, fact, REPAIR)
