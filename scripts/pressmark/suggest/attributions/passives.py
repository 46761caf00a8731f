"""Read the passive: "Y was criticised by X", "it was reported that Y", "Y is expected to come"."""

from __future__ import annotations

from ..words import Line, low, tag
from .complements import complementizer
from .content_ends import content_end, infinitive_end
from .cues import Verb
from .frame import Frame
from .noun_phrases import phrase_after, subject_before

_ACTS = frozenset("know find show back raise direct order need want plan".split())
"""Verbs whose passive with "by" tells of a deed."""
_THOUGHT = frozenset("expect say believe think allege report rumor rumour suspect estimate assume predict".split())
_JUDGED = frozenset(
    "accuse criticize criticise condemn praise blast mock ridicule hail denounce lambaste describe characterize "
    "portray view regard call credit blame fault laud applaud deride dismiss".split()
)
_FOR = frozenset({"for", "as", "over"})
_BY = 5


def passive(line: Line, i: int, start: int, verb: Verb) -> Frame | None:
    """Read an attribution whose cue is the passive verb at word ``i``, its group starting at ``start``."""
    frame = Frame((start, i + 1), "passive")
    if verb.patterns & {"q", "t"} and (found := complementizer(line, i + 1, frozenset())) is not None:
        frame.contents = [(found, content_end(line, found, True))]
        return frame
    subject = subject_before(line, start)
    if subject is None:
        return None
    if verb.lemma in _THOUGHT and low(line, i + 1) == "to" and tag(line, i + 2) in ("word", "aux", "adv", "finite"):
        frame.pattern, frame.contents = "expected", [subject, (i + 1, infinitive_end(line, i + 1))]
        return frame
    if not verb.patterns & {"o", "q", "t"} or verb.patterns & {"s", "d"} or verb.lemma in _ACTS:
        return None
    frame.contents, frame.reference = [subject], True
    by = next((k for k in range(i + 1, min(i + _BY, len(line))) if line[k].low == "by"), None)
    if by is None:
        frame.pattern = "judged"
        return frame if verb.lemma in _JUDGED and low(line, i + 1) in _FOR else None
    end = phrase_after(line, by + 1)
    frame.source = (by + 1, end) if end > by + 1 else None
    return frame
