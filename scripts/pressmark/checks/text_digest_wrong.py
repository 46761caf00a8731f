"""Find articles whose text is not the one whose digest they state."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem

ID = "text-digest-wrong"
LEVEL = 2
EXPLAIN = (
    "An article's text never changes after it was added: annotations anchor to its SHA-256, which the article states."
)
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the digest that each article states with that of its text."""
    for stem, stated in corpus.stated_digests.items():
        if stated != (actual := corpus.digests[stem]):
            file = article_file(stem)
            fact = f"it says {stated[:12]}…, but the text has {actual[:12]}…"
            yield problem(f"{file}:text_sha256", ID, fact, REPAIR, file=file)
