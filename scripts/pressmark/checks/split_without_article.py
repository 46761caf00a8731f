"""Find splits of articles that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import SPLITS, Loaded, article_file, problem

ID = "split-without-article"
LEVEL = 4
EXPLAIN = "corpus/splits.json names only articles that are in the corpus."
REPAIR = "remove the line from corpus/splits.json, or restore the article: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each article that has a split."""
    for article_id in corpus.splits or {}:
        if not corpus.has_article(article_id):
            address = f"{SPLITS}:splits/{article_id}"
            yield problem(address, ID, "there is no such article", REPAIR, file=article_file(article_id))
