"""Find sentences whose paragraph or section does not follow that of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem, sentence_address

ID = "paragraph-not-in-sequence"
LEVEL = 3
EXPLAIN = (
    "Paragraphs and sections are counted in the order of the text, from 0 and without a gap: from one sentence to the "
    "next their numbers stay or go up by one."
)
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's paragraph and section with those of the one before it."""
    for stem, article in corpus.articles.items():
        before = {"paragraph": 0, "section": 0}
        for i, sentence in enumerate(article.sentences):
            here = {"paragraph": sentence.paragraph, "section": sentence.section}
            steps = (0, 1) if i else (0,)
            wrong = [name for name in here if here[name] - before[name] not in steps]
            if wrong:
                told = " and ".join(f"{name} {here[name]} follows {before[name]}" for name in wrong)
                fact = told if i else " and ".join(f"the first {name} is {here[name]}" for name in wrong)
                yield problem(sentence_address(article_file(stem), i), ID, fact, REPAIR)
            before = here
