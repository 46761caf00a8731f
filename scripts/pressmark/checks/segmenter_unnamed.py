"""Find articles whose sentences nobody is said to have cut."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem

ID = "segmenter-unnamed"
LEVEL = 2
EXPLAIN = "An article that has sentences says which segmenter, in which version, cut them."
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for a segmenter wherever there are sentences."""
    for stem, article in corpus.articles.items():
        if article.sentences and article.segmenter is None:
            yield problem(
                f"{article_file(stem)}:segmenter", ID, f"{len(article.sentences)} sentences, no segmenter", REPAIR
            )
