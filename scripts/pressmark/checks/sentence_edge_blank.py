"""Find sentences that start or end with white space."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, sentence_address, shown

ID = "sentence-edge-blank"
LEVEL = 2
EXPLAIN = (
    "A sentence starts and ends with a character that is not blank: the white space between sentences belongs to none."
)
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look at the first and the last character of each sentence."""
    for stem, article in corpus.articles.items():
        for i, sentence in enumerate(article.sentences):
            text = article.sentence_text(sentence)
            if text != text.strip():
                edge = "starts" if text[0].isspace() else "ends"
                yield problem(
                    sentence_address(article_file(stem), i), ID, f"{shown(text)} {edge} with white space", REPAIR
                )
