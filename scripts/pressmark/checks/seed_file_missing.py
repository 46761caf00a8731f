"""Find sidecars whose file is not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, seed_file, shown

ID = "seed-file-missing"
LEVEL = 4
EXPLAIN = "The file that a sidecar in seeds/ tells the provenance of lies beside it."
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the file of each sidecar."""
    for stem, seed in corpus.seeds.items():
        if seed.file not in corpus.seed_files:
            fact = f"there is no file {shown(seed.file)} in seeds/"
            yield problem(seed_file(stem), ID, fact, REPAIR, file=f"seeds/{seed.file}")
