"""Find sidecars of articles that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, seed_file, shown

ID = "seed-without-article"
LEVEL = 4
EXPLAIN = "A sidecar in seeds/ is named after the id of the article that was made of its file."
REPAIR = "run: pressmark dataset"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the article of each sidecar."""
    for stem in corpus.seeds:
        if not corpus.has_article(stem):
            yield problem(seed_file(stem), ID, f"there is no article {shown(stem)}", REPAIR)
