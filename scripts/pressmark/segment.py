"""From an article's text to the sentences that tile it. Values in, values out.

Rules, not a model: one compiled pattern finds the candidate boundaries, and each is decided from a bounded stretch of
text around it, so that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .boundary import CANDIDATE, STARTER, is_boundary
from .layout import DAY, MONTH, find_kinds
from .model import Sentence
from .paragraphs import find_paragraphs

SEGMENTER = "pressmark-segment 0.3.0"

_CREDIT = re.compile(
    r"(?:Photo|Photograph|Image|Picture|Illustration|Video|File photo|File Photo|Photo Credit|Photo credit|"
    r"Photo courtesy|Image credit|Image Credit)s?\s?:\s?[A-ZÀ-Þ@©]"
)
"""Begins the credit that closes a caption ("The harbour at dawn Image: Anna Kovacs")."""
_MAX_CREDIT = 90
_CREDIT_AFTER = frozenset(' \t\n\xa0.!?”"’)')
_LEADING_DATE = re.compile(
    rf"(?:{DAY},? )?(?:{MONTH}\.? \d{{1,2}}, ?\d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)?(?= )"
)
"""The date of the article, on one line with its first sentence ("May 7, 2015 The harbour …")."""


def segment(text: str) -> list[Sentence]:
    """Cut an article's text into sentences that tile it.

    Every character that is not whitespace belongs to exactly one sentence; sentences begin and end with such
    characters and stand in the order of the text. Offsets are code points, half-open, into ``text``.

    A line is a paragraph, except in hard-wrapped text, where a block of lines is one, and where a line was broken off
    within a sentence. ``paragraph`` counts paragraphs from 0, and no sentence crosses one. ``section`` is 0 for the
    lead; a heading opens the next one, but for a heading that is the first unit (the headline). A heading or byline is
    one unit. Blank text gives no sentences.
    """
    paragraphs = find_paragraphs(text)
    kinds = find_kinds([text[start:end] for start, end in paragraphs])
    sentences: list[Sentence] = []
    section = 0
    for number, ((start, end), kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        section += kind == "heading" and number > 0
        whole = kind in ("heading", "byline")
        for first, last in [(start, end)] if whole else _cut(text, start, end):
            sentences.append(Sentence(first, last, number, section, kind))
    return sentences


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph, given without whitespace around it, into the offsets of its sentences."""
    date = _LEADING_DATE.match(text, start, end)
    if date and STARTER.match(text, date.end() + 1, end):
        yield date.span()
        start = date.end() + 1
    for last, following in _cut_at_stops(text, start, end):
        credit = _CREDIT.search(text, max(start, last - _MAX_CREDIT), last)
        if credit and credit.start() > start and text[credit.start() - 1] in _CREDIT_AFTER:
            yield start, start + len(text[start : credit.start()].rstrip())
            start = credit.start()
        yield start, last
        start = following


def _cut_at_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find where each sentence ends and where the next one begins."""
    first = counted = start
    marks = 0
    for match in CANDIDATE.finditer(text, start, end):
        if match.end() >= end or not is_boundary(text, first, match):
            continue
        last, first = match.end(), match.end(3)
        if match[4] == '" ' or (not match[3] and match[2] == '"'):
            at = first if match[3] else last - 1
            marks, counted = marks + text.count('"', counted, at), at
            if match[3] and marks % 2:
                last, first = at + 1, match.start(5)
            elif not match[3] and marks % 2 == 0:
                last = first = at
        yield last, first
    yield end, end
