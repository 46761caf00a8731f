"""Read the attributions of one sentence: for each cue, who is the source and what is the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..verbal import verbal
from ..words import Line, finite, low, past_tense, tag
from .adjectives import adjectival
from .anchors import ADJECTIVES, SIGNALS
from .content_ends import ASIDE
from .cues import Verb, verbs
from .frame import Frame
from .nominals import according, nominal
from .objects import tells
from .verb_groups import is_verbal

_RELATIVE = frozenset({"who", "which"})


def frames(line: Line, anchors: Iterable[int]) -> list[Frame]:
    """Read every attribution of a sentence outside its quotations, in the order of their cues.

    ``anchors`` are the indices of the words at which one may be read.
    """
    found: list[Frame] = []
    after, forms = 0, verbs()
    for i in anchors:
        if i >= after and (frame := _frame(line, i, forms.get(line[i].low), found)):
            if found:
                if frame.pattern == "nominal" and frame.contents[0] in found[-1].contents:
                    continue  # "said in a statement that …"
                _cut_earlier(line, found, frame)
            if frame.source and line[frame.source[0]].low in _RELATIVE:
                _cut_relative(line, frame)
            found.append(frame)
            after = frame.cue[1]
    for frame in found:
        start, end = first, _ = frame.cue
        while start < end - 1 and line[start].tag == "adv" and line[start].low not in ("not", "never"):
            start += 1
        if start > first:
            frame.cue = start, end
    return found


def _frame(line: Line, i: int, verb: Verb | None, found: list[Frame]) -> Frame | None:
    """Read the attribution at word ``i``, as that of a cue verb, if it is one, or else as that of another word."""
    word = line[i].low
    noun = i == 0 and word in SIGNALS and low(line, 1) == "that"  # "Fears that …"
    if verb and not noun and (not i or is_verbal(line[i - 1], verb)) and (frame := verbal(line, i, verb, found)):
        return frame
    if word in SIGNALS:
        return nominal(line, i)
    if word == "according" and low(line, i + 1) == "to":
        return according(line, i)
    return adjectival(line, i) if word in ADJECTIVES else None


def _cut_earlier(line: Line, found: Sequence[Frame], frame: Frame) -> None:
    """End the contents of earlier frames where a later attribution begins beside them, not inside them."""
    start = min(frame.cue[0], frame.source[0]) if frame.source and frame.source[0] < frame.cue[0] else frame.cue[0]
    if frame.source and frame.pattern.startswith("participle") and low(line, frame.source[0] - 1) != "with":
        start = frame.cue[0]
    if any(frame.source == earlier.source for earlier in found if earlier.source):
        start = frame.cue[0]
    first = start
    while first > 0 and (line[first - 1].tag in ("conj", "sub", "comma") or low(line, first - 1) == "with"):
        first -= 1
    if first == start or all(w.tag == "sub" and w.low not in ASIDE | {"but", "yet"} for w in line[first:start]):
        return
    if all(w.tag == "conj" for w in line[first:start]) and start != frame.cue[0]:
        return
    if start != frame.cue[0] and all(w.tag == "comma" for w in line[first:start]):
        return
    for earlier in found:
        if not _shares(line, earlier, frame, first, start):
            earlier.contents = [(a, min(b, first)) if a < first < b else (a, b) for a, b in earlier.contents]


def _cut_relative(line: Line, frame: Frame) -> None:
    """End the content of a relative clause between commas where the main clause goes on ("who said so, resigned")."""
    if tag(line, frame.source[0] - 1 if frame.source else 0) != "comma":
        return
    for number, (start, end) in enumerate(frame.contents):
        inner = 0
        for k in range(max(start, frame.cue[1]), end):
            if line[k].tag != "comma" or k + 1 >= len(line):
                continue
            if line[k + 1].low in _RELATIVE:
                inner += 1
            elif finite(line, k + 1) or _bare_past(line, k + 1):
                if not inner:
                    frame.contents[number] = (start, k)
                    verb = verbs().get(line[frame.cue[1] - 1].low)
                    if frame.pattern == "bare" and verb and not any(finite(line, j) for j in range(start, k)):
                        frame.pattern, frame.reference = "object", not tells(line, start, k, verb.lemma)
                    return
                inner -= 1


def _bare_past(line: Line, i: int) -> bool:
    """Say whether a word in -ed, the last of its clause, is a verb after a comma ("…, resigned.")."""
    return line[i].tag == "word" and line[i].low.endswith("ed") and tag(line, i + 1) in ("end", "prep", "time", "adv")


def _shares(line: Line, earlier: Frame, frame: Frame, first: int, start: int) -> bool:
    """Say whether a verb joined by "and" has the tense of the content's own verb, and so belongs to the content."""
    if not earlier.contents or not earlier.contents[0][0] < first or any(w.tag == "comma" for w in line[first:start]):
        return False
    own = next((k for k in range(earlier.contents[0][0], first) if finite(line, k)), None)
    verb = verbs().get(line[frame.cue[1] - 1].low) or verbs().get(line[start].low)
    if own is None or start != frame.cue[0] or verb is None or verb.form not in ("past", "s"):
        return False
    aux = line[own].tag == "aux"
    past = past_tense(line[own]) and line[own].low not in ("had", "did", "was", "were")
    return past if verb.form == "past" else not past and not aux
