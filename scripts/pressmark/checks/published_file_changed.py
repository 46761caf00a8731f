"""Find published files that are not as they were written."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import PUBLISHED, Loaded, problem

ID = "published-file-changed"
LEVEL = 4
EXPLAIN = "Published files are as they were written: each has the SHA-256 that corpus/published/SHA256SUMS lists."
REPAIR = "run: pressmark release"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the digest of each published file with the one listed."""
    for path, digest in sorted(corpus.listed.digests.items()):
        actual = (corpus.published_files or {}).get(path, digest)
        if actual != digest:
            yield problem(f"{PUBLISHED}/{path}", ID, f"its digest is {actual[:12]}…, not {digest[:12]}…", REPAIR)
