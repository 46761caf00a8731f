"""Find articles that are in no split."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import SPLITS, Loaded, problem

ID = "article-without-split"
LEVEL = 4
EXPLAIN = "Once corpus/splits.json exists, it puts every article into a split."
REPAIR = "run: pressmark release"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the split of each article."""
    if corpus.splits is None:
        return
    for article_id in corpus.own_articles:
        if article_id not in corpus.splits:
            yield problem(SPLITS, ID, f"it has no split for the article {article_id!r}", REPAIR)
