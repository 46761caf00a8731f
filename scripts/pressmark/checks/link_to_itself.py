"""Find spans that link to themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem

ID = "link-to-itself"
LEVEL = 3
EXPLAIN = "A link ties two spans: none links to itself."
REPAIR = "remove the link, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each link's target with the span that carries it."""
    for address, span, link, _ in corpus.each_link():
        if link.target == span.key:
            yield problem(address, ID, f"{span.key} is {link.type} itself", REPAIR)
