"""Find sentences that begin before the one before them ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Problem
from .loaded import Loaded, article_file, problem, sentence_address

ID = "sentences-overlap"
LEVEL = 3
EXPLAIN = "Sentences stand in the order of the text and share no character."
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's start with the end of the one before it."""
    for stem, article in corpus.articles.items():
        for i, (before, sentence) in enumerate(pairwise(article.sentences), 1):
            if sentence.start < before.end:
                fact = f"it starts at {sentence.start}, the sentence before it ends at {before.end}"
                yield problem(sentence_address(article_file(stem), i), ID, fact, REPAIR)
