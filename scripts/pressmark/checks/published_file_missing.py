"""Find published files that are listed but not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import PUBLISHED, Loaded, problem

ID = "published-file-missing"
LEVEL = 4
EXPLAIN = "Every file that corpus/published/SHA256SUMS lists is there: a release is whole or it is none."
REPAIR = "run: pressmark release"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each file that SHA256SUMS lists."""
    if corpus.published_files is not None:
        for path in sorted(corpus.listed.digests.keys() - corpus.published_files.keys()):
            yield problem(f"{PUBLISHED}/{path}", ID, "SHA256SUMS lists it, but it is not there", REPAIR)
