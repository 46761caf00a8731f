"""Find sidecars that name the file of another one."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, seed_file, shown

ID = "seed-named-twice"
LEVEL = 4
EXPLAIN = "A file in seeds/ has one sidecar and becomes one article."
REPAIR = "remove one of the two sidecars and its article"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each sidecar's file among those of the sidecars before it."""
    first: dict[str, str] = {}
    for stem in sorted(corpus.seeds):
        file = corpus.seeds[stem].file
        if file in first:
            yield problem(f"{seed_file(stem)}:file", ID, f"{seed_file(first[file])} names {shown(file)} too", REPAIR)
        first.setdefault(file, stem)
