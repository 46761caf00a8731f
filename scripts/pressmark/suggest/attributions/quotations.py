"""Pair quotation marks. An apostrophe is never one, and marks without a partner break nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Article, Sentence

_MARK = re.compile("“|”|„|«|»|\"|``|''|‘|'(?=[^\\W\\d_])(?<!\\S')")
"""Alternatives that all begin with a plain character are searched for fast."""
_OPENS_SINGLE = re.compile(r"(?<!\w)‘(?=[^\W\d_])")
_CLOSES_SINGLE = re.compile(r"’(?!\w)")
_CLIPPED = re.compile(r"'(?:em|til|tis|twas|cause|n|bout|round|cos|ere)\b", re.IGNORECASE)
_CLOSES_STRAIGHT = re.compile(r"(?<=[,.!?…])'(?!\w)|(?<=[^\W\ds_])(?<!in)'(?!\w)|(?<=s)'(?=[,:;.)]|\Z)")
"""A straight mark closes after a stop, or a letter that no possessive or clipped word ends with."""
_LONGEST_STRAIGHT = 600
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of quoted words, its marks included: the fragments that stand in single sentences.

    ``fragments`` are (sentence index, start, end), half-open article offsets. ``continues`` is true when the words
    go on from the quotation before, as in a second paragraph that opens with a mark of its own.
    """

    fragments: tuple[tuple[int, int, int], ...]
    continues: bool = False


def _opens(text: str, match: re.Match[str], inside: bool) -> bool:
    mark = match.group()
    if mark in _OPENING or mark == "‘":
        return True
    if mark in _CLOSING:
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if inside:
        return False
    return not after.isspace() and (before.isspace() or before in "([{—–-―/:,‘’'")


def _straight(text: str, at: int, end: int) -> int | None:
    """Find the offset after the straight single mark that closes the quotation opened right before ``at``."""
    if _CLIPPED.match(text, at - 1):
        return None
    close = _CLOSES_STRAIGHT.search(text, at, min(end, at + _LONGEST_STRAIGHT))
    return close.end() if close and not text[at : close.start()].isspace() else None


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int | None]]:
    """Yield (start, end) of each outermost quotation of a paragraph; end is None where it is never closed."""
    begun = closed = None
    depth, at, singles = 0, start, True
    while match := _MARK.search(text, at, end):
        at, mark = match.end(), match.group()
        if mark == "'":
            straight = _straight(text, at, end) if begun is None else None
            if straight:
                yield match.start(), straight
                at = straight
        elif mark == "‘":
            if not _OPENS_SINGLE.match(text, match.start()):
                continue
            close = _CLOSES_SINGLE.search(text, at, end) if begun is None and singles else None
            singles = close is not None or begun is not None
            if close:
                yield match.start(), close.end()
                at = close.end()
        elif _opens(text, match, begun is not None):
            depth += 1
            begun = match.start() if begun is None else begun
        elif begun is not None:
            depth, closed = depth - 1, at
            if depth == 0 or mark in ('"', "''"):
                yield begun, at
                begun, closed, depth = None, None, 0
    if begun is not None:
        yield begun, closed


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(sentences) + 1):
        if i == len(sentences) or sentences[i].paragraph != sentences[first].paragraph:
            yield first, i
            first = i


def _fragments(
    sentences: Sequence[Sentence], starts: list[int], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    for i in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)):
        begin, finish = max(start, sentences[i].start), min(end, sentences[i].end)
        if begin < finish:
            yield i, begin, finish


def _marked(text: str, at: int) -> bool:
    match = _MARK.match(text, at)
    if match is None or match.group() == "'":
        return False
    return match.group() != "‘" or bool(_OPENS_SINGLE.match(text, at))


def quotations(article: Article) -> list[Quotation]:
    """Find an article's outermost quotations, in order, cut at the sentences they run through.

    A quotation without a closing mark ends with its paragraph when the next paragraph opens with a mark again or
    when it began the paragraph, and with its sentence otherwise. A closing mark without a partner is no quotation.
    """
    text, sentences = article.text, article.sentences
    starts = [s.start for s in sentences]
    found: list[Quotation] = []
    carried, mark = False, -1
    for first, after in _paragraphs(sentences):
        start, end = sentences[first].start, sentences[after - 1].end
        if mark < start:
            mark = match.start() if (match := _MARK.search(text, start)) else len(text)
        if mark >= end:
            carried = False
            continue
        pairs = list(_pairs(text, start, end))
        reopens = carried and bool(pairs) and pairs[0][0] == start
        carried = bool(pairs) and pairs[-1][1] is None
        for number, (begin, finish) in enumerate(pairs):
            if finish is None:
                whole = begin == start or (after < len(sentences) and _marked(text, sentences[after].start))
                inside = max(bisect_right(starts, begin) - 1, 0)
                finish = end if whole else sentences[inside].end
            pieces = tuple(_fragments(sentences, starts, begin, finish))
            if pieces:
                found.append(Quotation(pieces, continues=reopens and number == 0))
    return found
