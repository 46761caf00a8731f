"""Find where the content of an attribution ends."""

from __future__ import annotations

from ..words import Line, finite, low, tag
from .adverbials import occasion

ASIDE = frozenset({"though", "although", "while", "whereas", "despite"})
_ENDS = frozenset({"end", "colon", "semicolon"})
_CLAUSE_STOPS = frozenset({"semicolon", "colon"})
_OTHER_CLAUSE = frozenset({"who", "which", "that", "but"})
_CLAUSE_STARTS = frozenset({"det", "pron", "name", "word", "num", "quotation"})
_STOPPED = frozenset({'",', '".', '"?', '"!'})
_CLAUSE_EDGES = frozenset({"semicolon", "colon", "comma", "bracket"})
_PHRASE_EDGES = _CLAUSE_EDGES | {"dash", "time", "sub", "prep", "conj"}
_OBJECTS = frozenset({"det", "num", "pron"})
_CLAUSE_TAIL = frozenset({"end", "comma", "conj", "colon", "dash"})
_PHRASE_TAIL = _CLAUSE_TAIL | {"prep", "det"}
_NEAR = 25


def content_end(line: Line, start: int, clause: bool) -> int:
    """Return the index after the content that starts at ``start``: a clause, or else a noun phrase."""
    if tag(line, start) == "quotation":
        if closed := _closed(line, start):
            return closed
        if (after := occasion(line, start + 1)) > start + 1 and tag(line, after) in ("end", "comma"):
            return start + 1  # "said “We won” on Friday."
    opened, last = 0, len(line)
    watched, ends = (_CLAUSE_EDGES, _CLAUSE_TAIL) if clause else (_PHRASE_EDGES, _PHRASE_TAIL)
    for j, word in enumerate(line[start:], start):
        if word.tag not in watched:
            continue
        if word.tag == "bracket":
            opened += (word.low == "(") - (word.low == ")")
        if opened < 0 or _breaks(line, j, start, clause):
            last = j
            break
    while last > start and line[last - 1].tag in ends:
        last -= 1
    return last


def _breaks(line: Line, j: int, start: int, clause: bool) -> bool:
    """Say whether a content ends before the mark, day or joining word at ``j``."""
    kind = line[j].tag
    if kind == "semicolon":
        return True
    if kind == "colon":
        return not clause and tag(line, j + 1) != "quotation"
    if j == start or kind == "bracket":
        return False
    if kind == "conj":  # "reported a rise in profit | and raised its forecast"
        return tag(line, j + 2) in _OBJECTS and line[j].low in ("and", "but") and finite(line, j + 1)
    if kind == "comma":
        return low(line, j + 1) in ASIDE or (not clause and (_leaves(line, j + 1) or clausal(line, j + 1)))
    return kind == "dash" or (_dated(line, j) if kind == "time" else _adjunct(line, j))


def infinitive_end(line: Line, start: int) -> int:
    """Return the index after an infinitive: it ends where a clause with a subject of its own is joined to it."""
    end = content_end(line, start, True)
    for j in range(start + 2, end):
        joined = line[j].tag == "comma" and tag(line, j + 1) == "conj" and clausal(line, j + 2)
        if joined or (line[j].low == "so" and clausal(line, j + 1)):
            return j
    return end


def _dated(line: Line, j: int) -> bool:
    """Say whether a day or month ends a noun phrase ("the comments Friday at a rally")."""
    if line[j].tag != "time":
        return False
    while tag(line, j) in ("time", "num") and j < len(line):
        j += 1
    return tag(line, j) in ("end", "comma", "sub", "conj", "semicolon") or low(line, j) in ("at", "during", "in", "on")


def _closed(line: Line, start: int) -> int:
    """Return where a content ends that is a quotation closed with a stop or comma, and any joined to it; 0 if none."""
    end = start
    while tag(line, end) == "quotation" and line[end].low in _STOPPED:
        end += 1
        if tag(line, end) == "conj" and tag(line, end + 1) == "quotation":
            end += 1
    return end if end > start else 0


def _leaves(line: Line, i: int) -> bool:
    """Say whether what follows a comma leaves the noun phrase: a participle, "with", a relative, a new clause."""
    word = low(line, i)
    if word == "and":
        return finite(line, i + 1) if i + 1 < len(line) else True
    return (
        word in ("with", "which", "who", "then", "a", "an")
        or (word.endswith("ing") and word != "including")
        or tag(line, i) in ("pron", "sub", "adv")
    )


def _adjunct(line: Line, j: int) -> bool:
    if line[j].tag == "sub":
        return line[j].low not in ("as", "how", "why", "where")
    if line[j].low in ("since", "after", "before", "until"):
        return tag(line, j + 1) != "num"
    return line[j].tag == "prep" and (skip := occasion(line, j)) > j and tag(line, skip) in _ENDS


def clausal(line: Line, i: int) -> bool:
    """Say whether a clause with a subject and a finite verb starts at word ``i``."""
    if tag(line, i) not in _CLAUSE_STARTS or (line[i].tag == "pron" and tag(line, i + 1) == "comma"):
        return False
    last, j = min(i + _NEAR, len(line)), i
    while (j := j + 1) < last:
        word = line[j]
        kind = word.tag
        if kind == "comma":
            after = low(line, j + 1)
            if after in ASIDE:
                return False
            if after in ("who", "which"):
                j = next((k for k in range(j + 2, last) if line[k].tag == "comma"), last)
        elif kind in _CLAUSE_STOPS or word.low in _OTHER_CLAUSE or (kind == "conj" and _joins(line, j + 1, last)):
            return False
        elif word.finite and (
            finite(line, j) or (kind == "word" and line[j - 1].tag == "comma" and word.low.endswith("ed"))
        ):
            return True
    return False


def _joins(line: Line, i: int, last: int) -> bool:
    """Say whether a conjunction joins a verb, whose subject then stands before: no other clause begins."""
    return i < last and finite(line, i)
