"""From a sentence to its words, and the stretches of them that are read as place names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Article, Sentence
from .gazetteer import Place, key
from .place_words import MINOR

_TOKEN = re.compile(r"(?<!\w)(?:(?:[A-Z]\.){2,}|W\.Va\.|[A-Z]\.[A-Z](?!\w)|[^\W\d_]++(?!\w))")


class Token(NamedTuple):
    """A word with its offsets in the article; ``gap``: what stands between it and the next word of its sentence."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (exclusive) of a sentence, read as a place name.

    ``learn``: the words around an unknown name say that it is a place, which then holds in the whole article.
    ``weak``: nothing but "in" says so.
    """

    first: int
    last: int
    place: Place | None
    kind: str
    score: float
    learn: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence. ``titled``: in title case, so that capitals say little."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    titled: bool

    def word(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next one."""
        return self.tokens[i].gap if 0 <= i < len(self.tokens) else "."

    def spaced(self, i: int) -> bool:
        """Whether only white space stands between word ``i`` and the next one."""
        return self.gap(i).isspace() and len(self.gap(i)) < 4


def read_line(article: Article, sentence: Sentence) -> Line:
    """Cut a sentence of an article into its words; figures and marks belong to the gaps between them."""
    matches = list(_TOKEN.finditer(article.text, sentence.start, sentence.end))
    ends = [m.start() for m in matches[1:]] + [sentence.end] * bool(matches)
    tokens = tuple(
        Token(m.start(), m.end(), m.group(), article.text[m.end() : end]) for m, end in zip(matches, ends, strict=True)
    )
    titled = len(tokens) > 1 and all(t.capital or t.text in MINOR or len(t.text) == 1 for t in tokens)
    return Line(sentence, tokens, titled)


def name_of(line: Line, candidate: Candidate) -> str:
    """Reduce a candidate to the key that the gazetteer knows it by."""
    return key(" ".join(t.text for t in line.tokens[candidate.first : candidate.last]))


def is_shouting(line: Line) -> bool:
    """Say whether a sentence begins in capital letters throughout, so that they say little."""
    return all(t.text.isupper() for t in line.tokens[:6]) and len(line.tokens) > 1


def governor(line: Line, c: int) -> str:
    """The word, in lower case, on which the preposition before word ``c`` depends, adverbs skipped; or ""."""
    i = c - 2
    while i > 0 and line.spaced(i) and (line.word(i).endswith("ly") or line.word(i) in ("here", "there", "again")):
        i -= 1
    return line.word(i).lower() if i >= 0 and line.spaced(i) else ""


def coordinated(line: Line, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Group a sentence's candidates, in order: "Lyon, Paris and Berlin" are one group, "Paris, France" are two."""
    groups: list[list[Candidate]] = []
    for c in candidates:
        if groups and _joined(line, groups[-1][-1], c):
            groups[-1].append(c)
        else:
            groups.append([c])
    return groups


def _joined(line: Line, one: Candidate, other: Candidate) -> bool:
    between = [line.word(i).lower() for i in range(one.last, other.first)]
    gaps = {line.gap(i).strip() for i in range(one.last - 1, other.first)}
    if between == [] and gaps == {","}:
        return not (one.kind not in ("country", "state") and other.kind in ("country", "state"))
    return between in (["and"], ["or"], ["and", "the"], ["or", "the"]) and gaps <= {"", ","}
