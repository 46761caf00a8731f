"""Find files in seeds/ that no sidecar names."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem

ID = "seed-file-unclaimed"
LEVEL = 4
EXPLAIN = (
    "A file in seeds/ (hidden ones apart) has a sidecar that tells where it came from. One "
    "that has none is not in the corpus yet."
)
REPAIR = "run: pressmark dataset"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for a sidecar that names each file received."""
    if any(address.startswith("seeds/") for address in corpus.unread):
        return  # the sidecar that cannot be read may name it
    claimed = {seed.file for seed in corpus.seeds.values()}
    for file in sorted(corpus.seed_files.keys() - claimed):
        yield problem(f"seeds/{file}", ID, "no sidecar names it", REPAIR)
