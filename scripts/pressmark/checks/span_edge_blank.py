"""Find spans that start or end with white space."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, shown

ID = "span-edge-blank"
LEVEL = 2
EXPLAIN = "A span starts and ends with a character that is not blank."
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look at the first and the last character of each span."""
    for address, article, span in corpus.placed_spans():
        text = article.text[span.start : span.end]
        if text != text.strip():
            edge = "starts" if text[0].isspace() else "ends"
            yield problem(address, ID, f"{shown(text)} {edge} with white space", REPAIR)
