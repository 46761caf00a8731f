"""From a sentence to its words, and the stretches of them that are read as place names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from ...model import Sentence
from .gazetteer import Entry, Place, gazetteer, key_of_word
from .word import word_of
from .words import MINOR

_WORDS = re.compile(r"([^\W\d_]+)")
_ASCII_WORDS = re.compile(r"([a-zA-Z]+)")
_MAYBE_LETTERS = re.compile(r"[^\x00-\x7f“”‘’—–…]")
_INITIALS = re.compile(r"\.[A-Z]")
_WORDS_AND_INITIALS = re.compile(r"((?:[A-Z]\.){2,}|W\.Va\.|[A-Z]\.[A-Z](?!\w)|[^\W\d_]+)")
_AFTER_Z = chr(ord("z") + 1)
"""Words of ASCII sort before it, those with a capital before "a"."""
_NO_WORDS, _NO_GAPS = [""] * 8, ["."] * 8
"""What stands beyond either end of a sentence, as far as anyone may ask."""


class Candidate(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of a sentence, read as a place name.

    ``strength``: how much speaks for it, 0 to 1. ``reason``: what the reading rests on, a key of the table of scores.
    ``key``: what the gazetteer knows it by, where that is known already.
    ``learn``: the words around an unknown name say that it is a place, which then holds in the whole article.
    ``weak``: nothing but "in" says so.
    """

    first: int
    last: int
    place: Place | None
    kind: str
    strength: float
    reason: str
    learn: bool = False
    weak: bool = False
    key: str = ""

    def with_strength(self, strength: float) -> Candidate:
        """Return the same with another strength, sooner than ``_replace`` does."""
        first, last, place, kind, _, reason, learn, weak, key = self
        return Candidate(first, last, place, kind, strength, reason, learn, weak, key)


class Line:
    """The words of one sentence, and the gaps that stand after each; figures and marks belong to the gaps.

    ``count``: how many words there are. ``capitals``: which of them begin with a capital letter. ``titled``: in title
    case, so that capitals say little; ``shouting``: it begins in capital letters throughout.
    """

    __slots__ = ("_edges", "_parts", "capitals", "count", "gaps", "sentence", "shouting", "titled", "words")

    def __init__(self, text: str, sentence: Sentence, *, whole: bool = True) -> None:
        """Cut a sentence into words; not at all, where not ``whole`` is asked for and none of its words can matter."""
        self.sentence = sentence
        unit = text[sentence.start : sentence.end]
        ascii_only, stop = unit.isascii() or not _MAYBE_LETTERS.search(unit), unit.find(".", 0, -1)
        if stop >= 0 and _INITIALS.search(unit, stop):
            pattern = _WORDS_AND_INITIALS
        else:
            pattern = _ASCII_WORDS if ascii_only else _WORDS  # the former is a third faster
        parts = pattern.split(unit, 1 if not whole and unit[1:].islower() else 0)
        if len(parts) == 3 and (whole or word_of(parts[1]).begins):
            parts = pattern.split(unit)
        self._parts = parts
        self._edges: list[int] = []
        words, gaps = parts[1::2], parts[2::2]
        self.count = len(words)
        if ascii_only:
            self.capitals = [i for i, word in enumerate(words) if word < "a"]
        else:
            self.capitals = [i for i, word in enumerate(words) if word < "a" or (word > _AFTER_Z and word[0].isupper())]
        self.titled = 3 * len(self.capitals) >= len(words) > 1 and _is_titled(words)
        self.shouting = len(words) > 1 and words[0].isupper() and all(word.isupper() for word in words[:6])
        words += _NO_WORDS
        gaps += _NO_GAPS
        self.words, self.gaps = words, gaps

    def capital(self, i: int) -> bool:
        """Whether there is a word ``i`` and it begins with a capital letter."""
        return self.words[i][:1].isupper()

    def spaced(self, i: int) -> bool:
        """Whether only white space stands between word ``i`` and the next one."""
        gap = self.gaps[i]
        return gap == " " or (gap.isspace() and len(gap) < 4 and i < self.count - 1)

    def start(self, i: int) -> int:
        """Where word ``i`` starts in the article."""
        return self.sentence.start + (self._edges or self._measured())[2 * i]

    def end(self, i: int) -> int:
        """Where word ``i`` ends in the article."""
        return self.sentence.start + (self._edges or self._measured())[2 * i + 1]

    def _measured(self) -> list[int]:
        """Measure where each word starts and ends in the sentence."""
        self._edges = list(accumulate(map(len, self._parts)))
        return self._edges


def _is_titled(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word in MINOR or len(word) == 1 for word in words)


def key_at(line: Line, first: int, last: int) -> str:
    """Reduce words ``first`` to ``last`` (exclusive) to the key that the gazetteer knows them by."""
    return " ".join([key_of_word(word) for word in line.words[first:last]])


def name_of(line: Line, candidate: Candidate) -> str:
    """Reduce a candidate to the key that the gazetteer knows it by."""
    return candidate.key or key_at(line, candidate.first, candidate.last)


def entry_of(line: Line, candidate: Candidate) -> Entry | None:
    return gazetteer().get(name_of(line, candidate))


def governor(line: Line, c: int) -> str:
    """The word, in lower case, on which the preposition before word ``c`` depends, adverbs skipped; or ""."""
    i = c - 2
    while i > 0 and line.spaced(i) and (line.words[i].endswith("ly") or line.words[i] in ("here", "there", "again")):
        i -= 1
    return line.words[i].lower() if i >= 0 and line.spaced(i) else ""


def coordinated(line: Line, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Group a sentence's candidates, in order: "Lyon, Paris and Berlin" are one group, "Paris, France" are two."""
    if len(candidates) == 1:
        return [[candidates[0]]]
    groups: list[list[Candidate]] = []
    for c in candidates:
        if groups and _joined(line, groups[-1][-1], c):
            groups[-1].append(c)
        else:
            groups.append([c])
    return groups


def _joined(line: Line, one: Candidate, other: Candidate) -> bool:
    if other.first - one.last > 2:
        return False
    between = [line.words[i].lower() for i in range(one.last, other.first)]
    gaps = {line.gaps[i].strip() for i in range(one.last - 1, other.first)}
    if not between and gaps == {","}:
        return not (other.kind in ("country", "state") and _lies_in(one, other))
    return between in (["and"], ["or"], ["and", "the"], ["or", "the"]) and gaps <= {"", ","}


def _lies_in(one: Candidate, other: Candidate) -> bool:
    """Whether a name can be that of a place in the country or state named after it: "Macon, Georgia"."""
    if one.kind != "state":
        return one.kind != "country"
    inside = one.place and other.place and one.place.country_code == other.place.country_code
    return other.kind == "country" and bool(inside)
