"""Find sentences whose paragraph or section does not follow that of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, Sentence
from .loaded import Loaded, article_file, problem, sentence_address

ID = "paragraph-not-in-sequence"
LEVEL = 3
EXPLAIN = (
    "Paragraphs and sections are counted in the order of the text, from 0 and without a gap: from one sentence to the "
    "next their numbers stay or go up by one, a section's only at a heading."
)
REPAIR = "run: pressmark segment {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's paragraph and section with those of the one before it."""
    for stem, article in corpus.articles.items():
        before = None
        for i, sentence in enumerate(article.sentences):
            for fact in _facts(before, sentence):
                yield problem(sentence_address(article_file(stem), i), ID, fact, REPAIR)
            before = sentence


def _facts(before: Sentence | None, sentence: Sentence) -> Iterator[str]:
    """Say what does not follow from the sentence before; before the first one both numbers are 0."""
    paragraph = before.paragraph if before else 0
    section = before.section if before else 0
    if sentence.paragraph - paragraph not in ((0, 1) if before else (0,)):
        yield f"paragraph {sentence.paragraph} follows {paragraph}"
    may_open = before is not None and sentence.kind == "heading"
    if sentence.section - section not in ((0, 1) if may_open else (0,)):
        yield f"section {sentence.section} follows {section} at a {sentence.kind}"
