"""Find suggestions for articles that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, suggestions_file

ID = "suggestions-without-article"
LEVEL = 4
EXPLAIN = "Every file in corpus/suggestions is about an article of the corpus."
REPAIR = "remove the file, or restore the article: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the article of each file of suggestions."""
    for article_id in corpus.own_suggestions:
        if not corpus.has_article(article_id):
            file = article_file(article_id)
            yield problem(suggestions_file(article_id), ID, f"there is no {file}", REPAIR, file=file)
