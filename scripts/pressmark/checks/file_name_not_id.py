"""Find articles and suggestions whose file is not named after the id."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, suggestions_file

ID = "file-name-not-id"
LEVEL = 1
EXPLAIN = (
    "Articles and suggestions lie in files named after the article's id, so that one is found without opening the "
    "others."
)
REPAIR = "rename the file to {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each file's name with the id in it."""
    for stem, article in corpus.articles.items():
        if article.id != stem:
            yield _problem(article_file(stem), article_file(article.id), article.id)
    for stem, found in corpus.suggestions.items():
        if found.article_id != stem:
            yield _problem(suggestions_file(stem), suggestions_file(found.article_id), found.article_id)


def _problem(file: str, wanted: str, article_id: str) -> Problem:
    return problem(file, ID, f"the id in it is {article_id!r}", REPAIR, file=wanted)
