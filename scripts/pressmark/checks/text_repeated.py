"""Find articles that have the text of another one."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem

ID = "text-repeated"
LEVEL = 4
EXPLAIN = "No two articles have the same text: it would be in two splits, or count twice."
REPAIR = "remove one of the two articles, its suggestions and its sidecar"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each article's text among those of the articles before it."""
    first: dict[str, str] = {}
    for stem in sorted(corpus.digests):
        digest = corpus.digests[stem]
        if digest in first:
            yield problem(article_file(stem), ID, f"{article_file(first[digest])} has the same text", REPAIR)
        first.setdefault(digest, stem)
