"""Find where numerals may stand in a text, and read them. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import attrgetter

from ..tokens import tokens_of
from .blocked import blocked_to
from .digits import from_digits
from .starts import lowered
from .words import Numeral, from_words

_NUMERALS = attrgetter("numerals")


def anchors(text: str) -> tuple[str, list[int]]:
    """Find the offsets where numerals may start, in order; also give the text in lower case, as long as it was."""
    lower, tokens = lowered(text), tokens_of(text)
    words = compress(zip(tokens.starts, tokens.kinds), map(_NUMERALS, tokens.kinds))  # noqa: B905 (slower)
    found = [start + at for start, kind in words for at in kind.numerals]
    return lower, [at for at in found if not (at and lower[at].isalpha() and lower[at - 1].isalnum())]


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
