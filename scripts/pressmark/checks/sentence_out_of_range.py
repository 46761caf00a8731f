"""Find sentences that are empty or reach past the end of the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, sentence_address

ID = "sentence-out-of-range"
LEVEL = 2
EXPLAIN = "A sentence begins before it ends, and ends within the article's text."
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's offsets with each other and with the length of the text."""
    for stem, article in corpus.articles.items():
        for i, sentence in enumerate(article.sentences):
            if sentence.start >= sentence.end:
                fact = f"it starts at {sentence.start} and ends at {sentence.end}"
            elif sentence.end > len(article.text):
                fact = f"it ends at {sentence.end}, the text at {len(article.text)}"
            else:
                continue
            yield problem(sentence_address(article_file(stem), i), ID, fact, REPAIR)
