"""Find sentences whose paragraph or section is before that of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Problem
from .loaded import Loaded, article_file, problem, sentence_address

ID = "paragraph-goes-back"
LEVEL = 3
EXPLAIN = (
    "Paragraphs and sections are counted from 0 in the order of the text: from one sentence to the next their "
    "numbers never fall."
)
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's paragraph and section with those of the one before it."""
    for stem, article in corpus.articles.items():
        for i, (before, sentence) in enumerate(pairwise(article.sentences), 1):
            fell = [name for name in ("paragraph", "section") if getattr(sentence, name) < getattr(before, name)]
            if fell:
                fact = " and ".join(
                    f"{name} {getattr(sentence, name)} follows {getattr(before, name)}" for name in fell
                )
                yield problem(sentence_address(article_file(stem), i), ID, fact, REPAIR)
