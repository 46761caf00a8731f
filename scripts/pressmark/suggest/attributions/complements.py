"""Find the content that stands after a cue: a quotation, a clause, an infinitive or a noun phrase."""

from __future__ import annotations

from ..words import NEVER_FINITE, Line, finite, low, tag
from .adverbials import TIMES, abbreviation, occasion
from .content_ends import ASIDE, clausal, content_end, infinitive_end
from .cues import Verb
from .frame import Frame
from .noun_phrases import holds_clause, subject_before
from .objects import announced, is_object, object_infinitive, seen_as, tells, topical

__all__ = ["ASIDE", "WH", "clausal", "complementizer", "fill_right", "speaks"]

WH = frozenset("whether if how what why who where when".split())
_SAYING = frozenset({"q", "t", "a"})
_OPENERS = WH | {"that"}
_ENDS = frozenset({"end", "colon", "semicolon"})
_CLAUSE_STARTS = frozenset({"det", "pron", "name", "word", "num", "quotation"})
_INFINITIVE = frozenset({"word", "adv", "aux", "finite", "quotation"})
_CLOSING = frozenset({"end", "comma", "conj", "sub", "semicolon"})
_ADDRESSEES = frozenset("me him her them us you".split())
_NO_ADVERBIAL = frozenset({"det", "word", "name", "pron", "quotation", "comma", "end", "num"})
_BEFORE_QUOTED = frozenset({"comma", "colon", "quotation", "semicolon"})
_NO_ADDRESSEE = frozenset({"quotation", "semicolon", "colon", "sub"})
_WINDOW = 16
_SILENT = NEVER_FINITE - {"quotation"}
_NEAR = 25
_SHORT = 6
_VAGUE = frozenset("about over under around between".split())
_PRONOUNS = frozenset("he she they we it i".split())


def fill_right(line: Line, i: int, patterns: frozenset[str], verb: Verb, frame: Frame) -> bool:
    """Fill the frame with the content that starts at word ``i``, right after the cue; False where there is none."""
    says = not _SAYING.isdisjoint(patterns)
    if says and line.marked and _quoted(line, i, patterns, frame):
        return True
    if (start := _infinitive(line, i, patterns, verb)) is not None:
        return _fill(line, start, "infinitive", True, frame)
    if says and _opened(line, i) and (start := complementizer(line, i, patterns)) is not None:
        return _fill(line, start, "that", True, frame)
    if "x" in patterns and (start := object_infinitive(line, i)) is not None:
        return _fill(line, start, "infinitive", True, frame)
    if "q" in patterns and (start := _bare_clause(line, i, patterns, _says(line, verb, frame.cue[0]))) is not None:
        return _fill(line, start, "bare", True, frame)
    if "t" in patterns and "q" not in patterns and clausal(line, i):
        return _fill(line, i, "believed", True, frame)
    at = _skip_adverbials(line, i)
    if "y" in patterns and (seen_as(line, at)):
        return _fill(line, at, "object", False, frame)
    if "t" in patterns and low(line, i) in ("so", "otherwise", "likewise") and tag(line, i + 1) in _CLOSING:
        frame.reference = True
        return _fill(line, i, "object", True, frame)
    if ("o" in patterns or verb.lemma == "call") and is_object(line, at) and topical(line, at, patterns, verb):
        frame.reference = True
        if (quoted := announced(line, at)) is not None:
            return _fill(line, quoted, "quoted", True, frame)
        filled = _fill(line, at, "object", verb.lemma in ("accuse", "blame", "suspect"), frame)
        frame.reference = not (filled and tells(line, *frame.contents[0], verb.lemma))
        return filled
    return False


def _opened(line: Line, i: int) -> bool:
    """Say whether a word that may open a content stands near word ``i``."""
    return not _OPENERS.isdisjoint([word.low for word in line[i : i + _WINDOW + 1]])


def _infinitive(line: Line, i: int, patterns: frozenset[str], verb: Verb) -> int | None:
    """Find an infinitive, past a "not" or a time ("vowed on Sunday to stay")."""
    if "i" not in patterns and not ("x" in patterns and verb.form in ("past", "participle")):
        return None
    start = i if low(line, i) in ("to", "not") else _skip_adverbials(line, i)
    to = start + (low(line, start) == "not")
    return start if low(line, to) == "to" and tag(line, to + 1) in _INFINITIVE else None


def _fill(line: Line, start: int, pattern: str, clause: bool, frame: Frame) -> bool:
    end = infinitive_end(line, start) if pattern == "infinitive" else content_end(line, start, clause)
    frame.pattern, frame.contents = pattern, [(start, end)]
    return end > start


def _skip_adverbials(line: Line, i: int) -> int:
    if i < len(line) and line[i].tag in _NO_ADVERBIAL and line[i].low not in TIMES:
        return i
    while (after := occasion(line, i)) > i or (tag(line, i) == "adv" and low(line, i) not in ("not", "too", "only")):
        i = after if after > i else i + 1
    return i


def _quoted(line: Line, i: int, patterns: frozenset[str], frame: Frame) -> bool:
    """Take a quotation after a colon, a comma or an addressee, or note that a colon announces one."""
    j, last = i, min(i + _WINDOW, len(line))
    while j < last and (kind := line[j].tag) not in _BEFORE_QUOTED:
        if line[j].low == "that" or finite(line, j):
            return False
        if kind in ("sub", "end") and not abbreviation(line, j):
            return False
        j += 1
    if tag(line, j) == "colon" and j + 1 >= len(line):
        frame.pattern, frame.opens = "colon", j == i or bool(patterns & {"q", "a"})
        return frame.opens
    if tag(line, j) in ("comma", "colon") and (tag(line, j + 1) == "quotation" or (tag(line, j) == "colon" and j == i)):
        return _fill(line, j + 1, "quoted", True, frame)
    return j == i and tag(line, j) == "quotation" and _fill(line, j, "quoted", True, frame)


def complementizer(line: Line, i: int, patterns: frozenset[str]) -> int | None:
    """Find the "that" or question word that opens the content, past an addressee and adverbials."""
    if tag(line, i) == "adv" and low(line, i + 1) in WH:
        return i
    if low(line, i) in WH or low(line, i) == "that":
        demonstrative = low(line, i) == "that" and tag(line, i + 1) == "end"
        return None if demonstrative else i
    for j in range(i, min(i + _WINDOW, len(line))):
        word = line[j]
        if word.low == "that" and j > i:
            circumstance = line[j - 1].tag == "comma" and tag(line, i) == "prep"
            if circumstance or line[j - 1].tag in ("name", "word", "time", "pron", "num", "adv"):
                near = "a" in patterns or low(line, i) in ("to", "in", "on", "at", "during") or occasion(line, i) == j
                return j if near or all(w.tag == "adv" for w in line[i:j]) else None
        if "a" in patterns and word.low in WH:
            return j
        if word.tag in _NO_ADDRESSEE or finite(line, j):
            return None
    return None


def _addressee(line: Line, i: int) -> int:
    """Return the index after the noun phrase that is told something."""
    if low(line, i) in _ADDRESSEES and tag(line, i + 1) != "word":
        return i + 1
    j = i + (tag(line, i) == "det")
    while tag(line, j) in ("word", "num", "clitic") or (tag(line, j) == "name" and tag(line, j - 1) != "word"):
        j += 1
    return j


def _says(line: Line, verb: Verb, start: int) -> bool:
    """Say whether the verb is "say" with its content after it, not inverted behind a clause or a quotation."""
    if verb.form == "ing":
        return verb.lemma == "say"
    beside = tag(line, start - 1) in ("comma", "quotation")
    return verb.lemma == "say" and not (beside and speaks(line, start) and not described(line, start))


def described(line: Line, start: int) -> bool:
    """Say whether a subject with a relative clause or an apposition opens the line up to the verb at ``start``."""
    subject = subject_before(line, start)
    if subject is None or tag(line, start - 1) != "comma":
        return False
    first = next((k for k in range(subject[0], start) if line[k].tag == "comma"), start)
    return not holds_clause(line, subject[0], first) and not speaks(line, subject[0])


def speaks(line: Line, end: int) -> bool:
    """Say whether a quotation or a finite clause stands before word ``end``."""
    return any(line[k].tag not in _SILENT and (line[k].tag == "quotation" or finite(line, k)) for k in range(end))


def _bare_clause(line: Line, i: int, patterns: frozenset[str], says: bool) -> int | None:
    start = _skip_adverbials(line, i)
    if "a" in patterns:
        start = _skip_adverbials(line, _addressee(line, start))
    if start < len(line) and line[start].tag == "comma":
        return None
    if "s" in patterns and tag(line, start) != "pron":
        return None
    if says and (later := _after_circumstance(line, start)) is not None:
        return later
    begins = start + (tag(line, start) == "adv")  # "too", "only", "not" open the clause
    begins += low(line, begins) in _VAGUE and tag(line, begins + 1) == "num"
    quoted = line.quoted and any(word.tag == "quotation" for word in line[start + 1 : start + _NEAR])
    plain = (len(line) - start > 3 or quoted) and tag(line, begins) in _CLAUSE_STARTS
    return start if clausal(line, begins) or (plain and says) else None


def _after_circumstance(line: Line, i: int) -> int | None:
    """Find the clause after a circumstance of the saying ("said after the vote he would leave")."""
    if tag(line, i) not in ("prep", "sub") or low(line, i) in _VAGUE:
        return None
    for j in range(i + 2, min(i + _SHORT + 2, len(line) - 1)):
        if line[j].low in _PRONOUNS and finite(line, j + 1):
            return j
        if finite(line, j) or line[j].tag in _ENDS:
            return None
    return None
