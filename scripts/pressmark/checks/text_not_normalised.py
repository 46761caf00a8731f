"""Find texts that are not in the normal form that articles are given when they are added."""

from __future__ import annotations

from collections.abc import Iterator

from ..ingest import normalise
from ..model import Problem
from .loaded import Loaded, article_file, problem

ID = "text-not-normalised"
LEVEL = 1
EXPLAIN = (
    "An article's text is normalised once, when it is added: LF newlines, Unicode NFC, no byte order mark, no "
    "control characters, no blank edges. Offsets would mean something else in any other form."
)
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each article's text with its normal form."""
    for stem, article in corpus.articles.items():
        if (normal := normalise(article.text)) != article.text:
            file = article_file(stem)
            at = _first_difference(article.text, normal)
            fact = f"it is not in normal form at offset {at} ({_named(article.text[at : at + 1])})"
            yield problem(f"{file}:text", ID, fact, REPAIR, file=file)


def _first_difference(text: str, normal: str) -> int:
    pairs = enumerate(zip(text, normal, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(text), len(normal)))


def _named(character: str) -> str:
    return f"U+{ord(character):04X}" if character else "the end"
