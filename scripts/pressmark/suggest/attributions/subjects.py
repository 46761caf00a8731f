"""Find who speaks where the verb has no subject of its own: participles, infinitives, coordinated verbs."""

from __future__ import annotations

from collections.abc import Sequence

from ..words import Line, finite, low, tag
from .adverbials import abbreviation
from .cues import DOCUMENTS, SPEECH_LIKE, verbs
from .frame import Frame, Range
from .noun_phrases import phrase_start, subject_before
from .verb_groups import group

_REACH = 30
_NOUN_TAGS = frozenset({"det", "name", "pron", "word", "num", "clitic"})
_RELATIVE = frozenset({"who", "which", "that", "what", "whose"})
_CAUSES = frozenset(
    "force forced forces lead leads led prompt prompts prompted allow allows allowed urge urges urged encourage "
    "encourages encouraged push pushes pushed ask asks asked tell tells told want wants wanted let lets get gets got "
    "enable enables enabled cause causes caused compel compelled require requires required press pressed need needs "
    "help helps helped persuade persuaded convince convinced challenge challenged call calls called invite invited for "
    "permit permits permitted inspire inspired drive drove order ordered expect expected expects".split()
)
"""Verbs after which an object is the subject of the infinitive."""


def main_subject(line: Line, found: Sequence[Frame]) -> Range | None:
    """Return the source of the frame before (of the outermost one that holds it), or else the sentence's subject."""
    if found:
        frame = found[-1]
        for earlier in reversed(found[:-1]):
            if any(a <= frame.cue[0] < b for a, b in earlier.contents):
                frame = earlier
        if frame.source:
            return frame.source
    for k in range(1, len(line)):
        if finite(line, k) and (subject := subject_before(line, group(line, k))):
            return subject
    end = 0
    while end < len(line) and (line[end].tag in ("name", "pron") or abbreviation(line, end)):
        end += 1
    return (0, end) if end else None


def _governor(line: Line, start: int) -> int | None:
    """Find the finite verb before word ``start`` that governs it, verbs of relative clauses left out."""
    for k in range(start - 1, max(start - _REACH, 0), -1):
        if line[k].tag in ("semicolon", "quotation"):
            return None
        if finite(line, k) and low(line, group(line, k) - 1) not in _RELATIVE:
            return k
    return None


def infinitive_subject(line: Line, start: int) -> Range | None:
    """Find who is to speak: "forced the mayor to admit" (the mayor), "the mayor went on air to admit"."""
    verb = _governor(line, start)
    if verb is None:
        return None
    causing = next((k for k in range(start - 2, verb - 1, -1) if line[k].low in _CAUSES), None)
    if causing is not None and tag(line, causing + 1) in ("det", "name", "pron", "word", "num"):
        return (causing + 1, start) if causing + 1 < start else None
    return subject_before(line, group(line, verb))


def _after_comma(line: Line, start: int) -> Range | None:
    """Find the subject of the clause after an opening participle ("Citing the cost, the mayor left")."""
    comma = next((k for k in range(start, min(start + _REACH, len(line))) if line[k].tag == "comma"), None)
    if comma is None:
        return None
    end = comma + 1
    while tag(line, end) in _NOUN_TAGS and not finite(line, end) and low(line, end) not in verbs():
        end += 1
        if line[end - 1].tag == "pron":
            break
    return (comma + 1, end) if end > comma + 1 else None


def participle_subject(line: Line, start: int, found: Sequence[Frame]) -> Range | None:
    """Find who speaks in a participle: "with X saying", "a letter saying", or the subject of the clause before."""
    if start <= 1:
        return _after_comma(line, start)
    if line[start - 1].tag in ("name", "pron") and (begin := phrase_start(line, start)) < start:
        return begin, start
    opening = next((k for k in range(start - 1, max(start - 13, -1), -1) if line[k].low == "with"), None)
    if opening is not None and tag(line, start - 1) != "comma" and opening + 1 < start:
        return opening + 1, start
    before = line[start - 1] if start else None
    if before and (before.low in DOCUMENTS or before.low in SPEECH_LIKE):
        return phrase_start(line, start), start
    return main_subject(line, found)
