"""Find the content that stands before a cue: "Y, X said", "Y, said X", "as X said", and the rest that it interrupts."""

from __future__ import annotations

from collections.abc import Sequence

from ..words import Line, finite, low, tag
from .adverbials import timely
from .complements import described, speaks
from .content_ends import content_end
from .cues import verbs
from .frame import Frame, Range
from .noun_phrases import phrase_after, subject_before

_NAMED = 20
_OBJECTS = frozenset("what which whom".split())
_CONDITIONS = frozenset("if when while although though once even unless because since as".split())
_RESUMES = frozenset("until because unless if".split())
_NOMINAL = frozenset({"prep", "det", "word", "name", "time", "num"})
_BESIDE = frozenset({"comma", "quotation", "dash"})
_CLAUSAL = frozenset({"q", "t"})
_LEADS = frozenset({"conj", "mark", "dash", "comma", "end"})


def content_before(line: Line, start: int, end: int, patterns: frozenset[str], frame: Frame) -> bool:
    """Fill the frame from what stands before the cue: "Y, X said" and "Y, said X"."""
    if "q" not in patterns and "t" not in patterns:
        return False
    gap, subject = tag(line, start - 1), subject_before(line, start)
    apposition = subject is not None and tag(line, subject[0] - 1) == "quotation"
    inverted = gap in _BESIDE and "q" in patterns and speaks(line, start) and not low(line, end - 1).endswith("ing")
    inverted = inverted and not described(line, start)
    if inverted and not apposition and (after := phrase_after(line, end)) > end:
        frame.pattern, frame.source, frame.contents = "inverted", (end, after), left(line, start)
    elif not _closes(line, end, patterns):
        return False
    elif subject and low(line, subject[0] - 1) == "as":
        quoted = next((k for k in range(subject[0] - 1, -1, -1) if line[k].tag == "quotation"), None)
        if quoted is not None and subject[0] - quoted < _NAMED:
            frame.pattern, frame.source, frame.contents = "left", (quoted + 1, start), left(line, quoted + 1)
        elif subject[0] == 1:
            frame.pattern, frame.source, frame.contents = "as", subject, interrupted(line, [(0, 0)], end)
        elif tag(line, subject[0] - 2) == "comma":
            frame.pattern, frame.source, frame.contents = "as", subject, left(line, subject[0] - 1)
    elif subject and low(line, subject[1] - 1) not in ("who", "which") and tag(line, subject[0] - 1) in _BESIDE:
        frame.pattern, frame.source, frame.contents = "left", subject, left(line, subject[0])
    elif subject and low(line, subject[0] - 1) in _OBJECTS and (subject[0] > 1 or _goes_on(line, end)):
        frame.pattern, frame.source, frame.reference = "relative", subject, True
        frame.contents = [(subject[0] - 1, subject[0])]
        return True
    if frame.contents:
        after = max(frame.cue[1], frame.source[1] if frame.source else 0)
        later = _resumed(line, after)
        frame.contents += later or interrupted(line, frame.contents, after)
    return bool(frame.contents)


def _goes_on(line: Line, end: int) -> bool:
    """Say whether a finite verb follows a clause that opens the line ("What he said was wrong", not "What we know")."""
    return any(finite(line, k) for k in range(end, len(line)))


def _resumed(line: Line, after: int) -> list[Range]:
    """Return the quotation that goes on after a frame ("…,” Vale said, “and …"), no other cue between."""
    if not line.quoted:
        return []
    for k in range(after, min(after + _NAMED, len(line))):
        if line[k].tag == "quotation":
            opens = k == after or line[k - 1].tag in ("comma", "colon", "end", "dash", "time", "conj")
            return [(k, k + 1)] if opens else []
        if line[k].anchor and _says(line, k) and "n" not in _patterns(line, k):
            return []
    return []


def interrupted(line: Line, left: Sequence[Range], after: int) -> list[Range]:
    """Return the rest of a clause that a frame between commas interrupts ("The plane, officials said, had landed")."""
    while after < len(line) and line[after].tag in _NOMINAL:
        if finite(line, after):
            return []
        after += 1
    start = after + 1
    if not left or tag(line, after) != "comma" or start >= len(line):
        return []
    if tag(line, start) == "conj" and not _says(line, start + 1):
        start += 1
    verb = start
    while tag(line, verb) == "adv":
        verb += 1
    broken = line[left[0][1] - 1].tag == "aux" and left[0][1] > left[0][0]  # "It will, he said, take years"
    continues = broken or (verb < len(line) and finite(line, verb))
    begun = line[left[0][0]].low not in _CONDITIONS and any(
        line[k].tag == "quotation" or finite(line, k) for k in range(*left[0])
    )
    if (begun and not continues and low(line, start) not in _RESUMES) or low(line, start).endswith("ing"):
        return []
    end = content_end(line, start, True)
    return [(start, end)] if end > start else []


def _says(line: Line, i: int) -> bool:
    """Say whether a word is a cue verb that takes a clause."""
    return not _CLAUSAL.isdisjoint(_patterns(line, i))


def _patterns(line: Line, i: int) -> frozenset[str]:
    verb = verbs().get(low(line, i))
    return verb.patterns if verb else frozenset()


def _closes(line: Line, end: int, patterns: frozenset[str]) -> bool:
    """Say whether nothing follows the cue that could be its object."""
    return tag(line, end) not in ("det", "name", "word", "pron", "num") or "a" in patterns or timely(line, end)


def left(line: Line, end: int) -> list[Range]:
    """Return the content that ends before word ``end``, the comma between them left out."""
    while end > 0 and line[end - 1].tag in ("comma", "dash", "conj"):
        end -= 1
    start = 0
    if end > 1 and line[end - 1].tag == "quotation" and line[end - 2].tag == "colon":
        return [(end - 1, end)]
    for k in range(end - 1, -1, -1):
        if line[k].tag == "semicolon" or (line[k].tag == "dash" and line[end - 1].tag == "quotation"):
            start = k + 1
            break
    while start < end and line[start].tag in _LEADS and not (start == 0 and line[0].tag == "conj"):
        start += 1
    return [(start, end)] if start < end else []
