"""Find where numerals may stand in a text, and read them. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocked import blocked_to
from .digits import VULGAR, from_digits
from .words import Numeral, from_words

_DIGITS = re.compile("[0-9]+")
_DIGITS_OR_PART = re.compile(rf"[0-9]+|[{VULGAR}]")
_NUMBER_WORD = (
    r"(?:one(?![a-eg-z])|t(?:wo(?![a-eg-z])|hree|hir|housand|en(?![a-eg-su-z])|wel[vf]|went|rillion)"
    r"|f(?:our|ive(?![a-eg-z])|ift|ort[yi])|s(?:ix|even)|e(?:ight|leven)|nine(?![a-eg-su-z])|h(?:undred|alf(?![a-z]))"
    r"|million|billion|quarter|dozen(?!s)|zero(?![a-z])|lakh|crore)"
)
"""Matches the beginnings of number words, and of few others."""
_FIRST = re.compile(_NUMBER_WORD)
_WORD = re.compile(rf"[^a-z]{_NUMBER_WORD}")
"""To look for what is no letter first is twice as fast as to look for the word."""


def anchors(text: str) -> tuple[str, list[int]]:
    """Find the offsets where numerals may start, in order; also give the text in lower case, as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = [0] if _FIRST.match(lower) else []
    found += [m.start() + 1 for m in _WORD.finditer(lower) if not lower[m.start()].isalnum()]
    parts = not text.isascii() and any(part in text for part in VULGAR)
    found += [m.start() for m in (_DIGITS_OR_PART if parts else _DIGITS).finditer(text)]
    found.sort()
    return lower, found


def numerals(text: str, lower: str, places: Sequence[int]) -> Iterator[Numeral]:
    """Read the numerals of a sentence that start at some of ``places``, left to right, none overlapping.

    Those of dates, clock times, telephone numbers, addresses and references are left out.
    """
    end = 0
    for at in places:
        if at < end:
            continue
        if text[at].isalpha():
            if found := from_words(lower, at):
                end = found.end
                yield found
            continue
        if to := blocked_to(text, at):
            end = to
            continue
        numeral, read_to = from_digits(text, at)
        if numeral and numeral.start >= end:
            yield numeral
        end = max(end, read_to)
