"""Find spans that are empty or reach past the end of the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, span_address

ID = "span-out-of-range"
LEVEL = 2
EXPLAIN = (
    "A span begins before it ends, and ends within the article's text. Offsets are Unicode code points, half-open."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each span's offsets with each other and with the length of the text."""
    for article, found in corpus.same_text:
        for i, span in enumerate(found.spans):
            if span.start >= span.end:
                yield problem(span_address(article.id, i), ID, f"it starts at {span.start}, ends at {span.end}", REPAIR)
            elif span.end > len(article.text):
                fact = f"it ends at {span.end}, the text at {len(article.text)}"
                yield problem(span_address(article.id, i), ID, fact, REPAIR)
