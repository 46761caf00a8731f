"""Find where numerals may stand in a text, and read them. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocked import blocked_to
from .digits import VULGAR, from_digits
from .words import Numeral, from_words

_DIGIT = re.compile(rf"[0-9]+|[{VULGAR}]")
_WORD = re.compile(
    r"[otfsenhmbqdzlc](?:ne(?![a-eg-z])|wo(?![a-eg-z])|hree|our|ive(?![a-eg-z])|ix|even|ight|ine(?![a-eg-su-z])|en(?![a-eg-su-z])"
    r"|leven|wel[vf]|hir|ift|went|ort[yi]|undred|housand|illion|rillion|alf(?![a-z])|uarter|ozen(?!s)|ero(?![a-z])|akh|rore)"
)
"""Finds the beginnings of number words, and of few others."""


def anchors(text: str) -> tuple[str, list[int]]:
    """Find the offsets where numerals may start, in order; also give the text in lower case, as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = [m.start() for m in _WORD.finditer(lower) if not (i := m.start()) or not lower[i - 1].isalnum()]
    found += [m.start() for m in _DIGIT.finditer(text)]
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
