"""Find links to spans that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, shown

ID = "link-target-missing"
LEVEL = 3
EXPLAIN = "A link names a span of the same article by its start, end and label."
REPAIR = "remove the link, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the target of each link."""
    for address, _, link, target in corpus.each_link():
        if target is None:
            yield problem(address, ID, f"there is no span {shown(link.target)}", REPAIR)
