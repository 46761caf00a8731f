"""Find suggestions that were made on another text than the article's."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, suggestions_file

ID = "suggestions-of-other-text"
LEVEL = 4
EXPLAIN = (
    "Suggestions state the SHA-256 of the text that their offsets point into, and it is the one that the article "
    "states."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the digest that each file of suggestions states with the article's."""
    for article_id, found in corpus.own_suggestions.items():
        stated = corpus.stated_digests.get(article_id)
        if article_id in corpus.own_articles and found.text_sha256 not in (stated, corpus.digests[article_id]):
            fact = f"they were made on the text {found.text_sha256[:12]}…, the article's is {(stated or '')[:12]}…"
            yield problem(suggestions_file(article_id), ID, fact, REPAIR)
