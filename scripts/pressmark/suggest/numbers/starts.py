"""Find where in a word numerals may start. No I/O."""

from __future__ import annotations

import re

from .digits import VULGAR

_STARTS = re.compile(
    rf"[0-9]+|[{VULGAR}]|(?<![^\W_])"
    r"(?:one(?![a-eg-z])|t(?:wo(?![a-eg-z])|hree|hir|housand|en(?![a-eg-su-z])|wel[vf]|went|rillion)"
    r"|f(?:our|ive(?![a-eg-z])|ift|ort[yi])|s(?:ix|even)|e(?:ight|leven)|nine(?![a-eg-su-z])|h(?:undred|alf(?![a-z]))"
    r"|million|billion|quarter|dozen(?!s)|zero(?![a-z])|lakh|crore)"
)
"""Matches digits and the beginnings of number words, and of few others."""


def lowered(text: str) -> str:
    """Put a text in lower case, as long as it was."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def starts_in(word: str) -> tuple[int, ...]:
    """Give the offsets in a word of a text at which numerals may start, in order."""
    return tuple([match.start() for match in _STARTS.finditer(lowered(word))])
