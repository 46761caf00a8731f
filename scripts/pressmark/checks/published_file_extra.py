"""Find published files that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import PUBLISHED, Loaded, problem

ID = "published-file-extra"
LEVEL = 4
EXPLAIN = (
    "corpus/published holds only what corpus/published/SHA256SUMS lists: a file left over would be published with "
    "the rest."
)
REPAIR = "remove the file, or run: pressmark release"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look up each published file in SHA256SUMS."""
    if corpus.checksums is not None:
        for path in sorted((corpus.published_files or {}).keys() - corpus.listed.digests.keys()):
            yield problem(f"{PUBLISHED}/{path}", ID, "SHA256SUMS does not list it", REPAIR)
