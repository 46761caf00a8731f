"""Find files that are no longer what was received."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, seed_file, shown

ID = "seed-file-changed"
LEVEL = 4
EXPLAIN = "A file in seeds/ stays as it was received; its sidecar states its SHA-256."
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the digest that each sidecar states with that of its file."""
    for stem, seed in corpus.seeds.items():
        actual = corpus.seed_files.get(seed.file, seed.sha256)
        if actual != seed.sha256:
            fact = f"{shown(seed.file)} has the digest {actual[:12]}…, not {seed.sha256[:12]}…"
            yield problem(f"{seed_file(stem)}:sha256", ID, fact, REPAIR, file=f"seeds/{seed.file}")
