"""Read nominal cues: "according to", "the claim that …", "her criticism of …", "a call for …"."""

from __future__ import annotations

from ..words import Line, finite, low, tag
from .anchors import SIGNALS
from .before_cues import interrupted, left
from .content_ends import content_end
from .cues import inflect
from .frame import Frame, Range
from .noun_phrases import phrase_after, subject_before
from .signal_lexicon import LOOKING_BACK, SPOKEN_NOUNS, kinds_of, plural_form

POSSESSIVES = frozenset("his her its their my our your whose".split())
_SPOKEN_SINGULAR = kinds_of(SPOKEN_NOUNS)
_SPOKEN = {form: kinds for noun, kinds in _SPOKEN_SINGULAR.items() for form in (noun, plural_form(noun))}
_NEAR = 6
_THESE = frozenset("these those such this that".split())
_WITHIN_GROUP = frozenset({"aux", "clitic", "adv", "finite"})
_JOINS = frozenset({"conj", "sub", "comma", "pron", "dash"})
_RELATIVE = frozenset({"who", "which", "that"})
_INFINITIVE = frozenset({"word", "adv", "aux", "finite", "quotation"})
_TAKES_CLAIM = frozenset(
    form
    for lemma in "reject deny dispute share support oppose dismiss repeat make accept endorse condemn criticise "
    "criticize question contest refute challenge welcome".split()
    for form, kind in inflect(lemma).items()
    if kind in ("base", "s", "past")
)
"""Verbs that need an object: at the end of a clause with "that" they have it in the noun before."""


def according(line: Line, i: int) -> Frame | None:
    """Read "according to X"."""
    first = i == 0 or (i == 1 and line[0].tag in ("conj", "sub", "adv"))
    end = phrase_after(line, i + 2, inner=first)
    comma = next((k for k in range(i + 2, min(i + 20, len(line))) if line[k].tag == "comma"), 0)
    if first and not any(line[k].tag == "aux" for k in range(i + 2, comma)):
        end = max(end, comma)
    if end <= i + 2:
        return None
    frame = Frame((i, i + 2), "according", (i + 2, end))
    if first or (tag(line, end) == "comma" and tag(line, i - 1) != "comma" and i < 4):
        start = end + (tag(line, end) == "comma")
        frame.contents = [(start, content_end(line, start, True))]
    else:
        frame.contents = left(line, i)
        frame.contents += interrupted(line, frame.contents, end)
    return frame if frame.contents and frame.contents[0][0] < frame.contents[0][1] else None


def nominal(line: Line, i: int) -> Frame | None:
    """Read a signal noun with what follows it: a clause with "that", an infinitive, or a preposition and its phrase."""
    kinds = SIGNALS[line[i].low]
    after, holder = low(line, i + 1), _holder(line, i)
    if after == "that" and "that" in kinds and tag(line, i + 2) not in ("aux", "finite"):
        return _frame(line, (i, i + 1), "nominal", holder, i + 1, True)
    if after == "to" and "to" in kinds and holder and tag(line, i + 2) in _INFINITIVE:
        return _frame(line, (i, i + 1), "nominal-to", holder, i + 1, True)
    bare = holder is None and after not in _SPOKEN.get(line[i].low, frozenset())
    if frame := looking_back(line, i):
        return frame
    if after in kinds and not bare and after not in ("that", "to") and low(line, i + 2) != "comment":
        return _frame(line, (i, i + 2), "nominal-of" if holder else "nominal-bare-of", holder, i + 2, False)
    return None


def looking_back(line: Line, i: int) -> Frame | None:
    """Read a noun that looks back at what was said and of which the sentence says something ("These claims are …")."""
    verb = i + 1 + (tag(line, i + 1) == "adv")
    if line[i].low in LOOKING_BACK and low(line, i - 1) in _THESE and verb < len(line) and finite(line, verb):
        return Frame((i, i + 1), "back", reference=True) if i < _NEAR else None
    return None


def _frame(line: Line, cue: Range, pattern: str, source: Range | None, start: int, clause: bool) -> Frame | None:
    frame = Frame(cue, pattern, source)
    end = _before_verb(line, cue[0], start, content_end(line, start, True)) if clause else phrase_after(line, start)
    if clause and line[end - 1].low in _TAKES_CLAIM and tag(line, end - 2) not in _WITHIN_GROUP:
        return None  # "a claim that the union denies"
    frame.contents = [(start, end)]
    frame.reference = not clause
    return frame if end > start else None


def _before_verb(line: Line, noun: int, start: int, end: int) -> int:
    """Cut a clause before the verb whose subject it is ("the claim that the dam had failed spread"), if it is one."""
    if any(finite(line, k) for k in range(noun)):
        return end
    own = low(line, start) == "to"
    for k in range(start + 1, end):
        if not finite(line, k) or line[k - 1].tag in _WITHIN_GROUP or line[k - 1].low in _RELATIVE:
            continue
        if own and line[k - 1].tag not in _JOINS:
            return k
        own = True
    return end


def _holder(line: Line, i: int) -> Range | None:
    """Find who holds what a signal noun names: "her claim", "the mayor's repeated claim"."""
    for k in range(i - 1, max(i - _NEAR, -1), -1):
        if line[k].low in POSSESSIVES:
            return k, k + 1
        if line[k].low == "'s" or (line[k].low in ("'", "’") and line[k - 1].low.endswith("s")):
            return subject_before(line, k)
        if line[k].tag not in ("word", "adv", "num", "conj", "name") or finite(line, k):
            return None
    return None


def light_object(line: Line, i: int) -> Frame | None:
    """Read a signal noun as the object of a verb that says little itself ("made the claim that …"), from word ``i``."""
    for k in range(i, min(i + _NEAR, len(line))):
        if line[k].low in SIGNALS and (frame := nominal(line, k)):
            start, _ = frame.contents[0]
            frame.contents = [(start, content_end(line, start, not frame.reference))]
            return frame
        if line[k].tag not in ("det", "word", "adv", "num"):
            return None
    return None
