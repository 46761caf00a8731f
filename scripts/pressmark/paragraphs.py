"""From an article's text to its paragraphs: lines, and lines joined where a text was hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .layout import SMALL_WORDS

_LINE = re.compile(r"\S[^\n]*+")
_BULLET = re.compile(r"[•*·▪●◦‣⁃∙►▶➤➢→✓✔]|[-–—]\s|\(?\d{1,2}[.)]\s")
_STANDS_ALONE = re.compile(
    r"(?:by|via|updated|published|posted|photo|image|video|source|tags?|https?|www|pic|read)\b|\S{0,40}[@:]|[a-z][A-Z]|"
    r"[a-z\d]{1,2}[.)]"
)
"""Begins a line in lower case that is no rest of the line before."""
_GOES_ON = SMALL_WORDS | frozenset(
    "is are was were be been had has have its his her their our which who will would not".split()
)
"""Words that end no sentence: a line that ends with one goes on in the next."""


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Find the paragraphs: lines, or blocks of lines where the text is hard-wrapped or a line was broken off.

    Offsets are code points, half-open, into ``text``; no paragraph begins or ends with whitespace.
    """
    lines = [(m.start(), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    return _join_wrapped(text, lines, width) if width else _join_broken(text, lines)


def _join_broken(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a line that was broken off within a sentence with the next one, which goes on in lower case."""
    paragraphs = list(lines[:1])
    for line in lines[1:]:
        start, end = paragraphs[-1]
        broken = text[line[0]].islower() and end - start >= 30 and (text[end - 1].islower() or text[end - 1] == ",")
        if broken and _adjacent(text, (start, end), line) and not _STANDS_ALONE.match(text, line[0]):
            paragraphs[-1] = (start, line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _join_wrapped(text: str, lines: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Join the lines of hard-wrapped text into the paragraphs that they were."""
    indents = [start - text.rfind("\n", 0, start) for start, _ in lines]
    indents[0] = margin = min(indents)
    paragraphs = list(lines[:1])
    for before, line, indent in zip(lines, lines[1:], indents[1:], strict=False):
        full = _is_full(text, before, line, width)
        if full and indent == margin and _adjacent(text, before, line) and not _BULLET.match(text, line[0]):
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _wrap_width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Measure the width a text was hard-wrapped to, in characters; 0 where it was not.

    Wrapped lines are as full as they can be: the first word of the next line would not have fitted. And many of them
    break within a sentence, so that the next one goes on in lower case or after a word that ends no sentence. One line
    in twenty may be longer than the width, as addresses on the net are.
    """
    pairs = [pair for pair in pairwise(lines) if _adjacent(text, *pair)]
    if len(pairs) < 3:
        return 0
    lengths = sorted(end - start for (start, end), _ in pairs)
    width = lengths[-1 - len(lengths) // 20]
    if not 40 <= width <= 120:
        return 0
    full = sum(_is_full(text, before, line, width) for before, line in pairs)
    running = sum(_runs_on(text, before, line) for before, line in pairs)
    return width if full >= 0.6 * len(pairs) and running >= 0.35 * len(pairs) else 0


def _adjacent(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Say whether no blank line stands between two lines."""
    return text.count("\n", before[1], line[0]) == 1


def _is_full(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Say whether the first word of the next line would not have fitted on a line, and the line itself fits."""
    length = before[1] - before[0]
    word = text[line[0] : min(line[1], line[0] + 40)].split(None, 1)[0]
    return length <= 1.1 * width and length + 1 + len(word) >= 0.8 * width


def _runs_on(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Say whether a sentence of one line goes on in the next, by the words where they meet."""
    return text[line[0]].islower() or text[max(before[0], before[1] - 10) : before[1]].split()[-1] in _GOES_ON
