"""Find articles that have no sidecar."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, seed_file

ID = "article-without-seed"
LEVEL = 4
EXPLAIN = "Every article has a sidecar in seeds/ of the same id, which tells where it came from."
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the sidecar of each article."""
    for article_id in corpus.own_articles:
        sidecar = seed_file(article_id)
        if article_id not in corpus.seeds and sidecar not in corpus.unread:
            yield problem(article_file(article_id), ID, f"there is no {sidecar}", REPAIR, file=sidecar)
