"""Find text that belongs to no sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Article, Problem
from .loaded import Loaded, article_file, problem, shown

ID = "text-outside-sentences"
LEVEL = 3
EXPLAIN = (
    "Sentences tile the text: every character that is not blank belongs to one. An article that names no "
    "segmenter is not cut yet and may have none."
)
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look at the text before, between and after each article's sentences."""
    for stem, article in corpus.articles.items():
        if article.segmenter is None and not article.sentences:
            continue
        for start, end in _gaps(article):
            if left := article.text[start:end].strip():
                fact = f"{shown(left)}, from {start} to {end}, is in no sentence"
                yield problem(f"{article_file(stem)}:sentences", ID, fact, REPAIR)


def _gaps(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the stretches that no sentence covers, also where sentences overlap or stand in disorder."""
    reached = 0
    for start, end in sorted((sentence.start, sentence.end) for sentence in article.sentences):
        if start > reached:
            yield reached, start
        reached = max(reached, end)
    yield reached, len(article.text)
