"""Find lines of SHA256SUMS that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import CHECKSUMS, Loaded, problem

ID = "checksums-malformed"
LEVEL = 1
EXPLAIN = (
    "corpus/published/SHA256SUMS has lines as sha256sum writes them: a digest of 64 hexadecimal digits, two "
    "spaces, a path, and no path twice."
)
REPAIR = "run: pressmark release"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Report each line of SHA256SUMS that cannot be read."""
    for line in corpus.listed.malformed:
        yield problem(f"{CHECKSUMS}:{line}", ID, "the line is not '<sha256>  <path>', or names a path again", REPAIR)
