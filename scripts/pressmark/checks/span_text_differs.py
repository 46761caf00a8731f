"""Find spans whose text is not what stands at their offsets."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, shown

ID = "span-text-differs"
LEVEL = 2
EXPLAIN = "A span proves its offsets: its text is exactly the article's text from start to end."
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each span's text with the article's text from start to end."""
    for address, article, span in corpus.placed_spans():
        if span.text != (there := article.text[span.start : span.end]):
            yield problem(address, ID, f"it says {shown(span.text)}, the text has {shown(there)}", REPAIR)
