"""Find the content that stands after a cue: a quotation, a clause, an infinitive or a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .cues import SPEECH_LIKE, Verb
from .noun_phrases import abbreviation, head, occasion, phrase_after, subject_before
from .words import Word, finite, low, tag

WH = frozenset("whether if how what why who where when".split())
_ENDS = frozenset({"end", "colon", "semicolon"})
ASIDE = frozenset({"though", "although", "while", "whereas", "despite"})
_NOMINAL_TAGS = frozenset({"det", "pron", "name", "word", "num", "quotation", "adv"})
_CLAUSE_STARTS = frozenset({"det", "pron", "name", "word", "num", "quotation"})
_REQUESTS = frozenset(
    "request requests inquiry inquiries enquiry enquiries email emails message messages calls".split()
)
_ADDRESSEES = frozenset("me him her them us you".split())
_WINDOW = 16
_NEAR = 25

Range = tuple[int, int]


@dataclass(slots=True)
class Frame:
    """One attribution inside a sentence, in word indices, half-open. ``pattern`` names the rule that found it.

    ``opens`` is true where the content is still to come in the next sentences (a colon ends this one).
    """

    cue: Range
    pattern: str
    source: Range | None = None
    contents: list[Range] = field(default_factory=list)
    opens: bool = False
    reference: bool = False


def content_end(line: Sequence[Word], start: int, clause: bool) -> int:
    """Return the index after the content that starts at ``start``: a clause, or else a noun phrase."""
    j = start
    while j < len(line):
        if line[j].tag == "semicolon" or (line[j].tag == "colon" and tag(line, j + 1) != "quotation"):
            break
        if (
            line[j].tag == "comma"
            and j > start
            and (low(line, j + 1) in ASIDE or (not clause and (_leaves(line, j + 1) or clausal(line, j + 1))))
        ):
            break
        if not clause and j > start and _adjunct(line, j):
            break
        j += 1
    while j > start and line[j - 1].tag in ("end", "comma", "conj", "colon", "dash"):
        j -= 1
    return j


def _leaves(line: Sequence[Word], i: int) -> bool:
    """Say whether what follows a comma leaves the noun phrase: a participle, "with", a relative, a new clause."""
    word = low(line, i)
    return (
        word in ("with", "which", "who", "and", "then", "a", "an")
        or word.endswith("ing")
        or tag(line, i) in ("pron", "sub", "adv")
    )


def _adjunct(line: Sequence[Word], j: int) -> bool:
    if line[j].tag == "sub":
        return line[j].low not in ("as", "how", "why", "where")
    return line[j].tag == "prep" and (skip := occasion(line, j)) > j and tag(line, skip) in _ENDS


def fill_right(line: Sequence[Word], i: int, patterns: frozenset[str], verb: Verb, frame: Frame) -> bool:
    """Fill the frame with the content that starts at word ``i``, right after the cue; False where there is none."""
    says = bool(patterns & {"q", "t", "a"})
    if says and _quoted(line, i, patterns, frame):
        return True
    if says and (start := _complementizer(line, i, patterns)) is not None:
        return _fill(line, start, "that", True, frame)
    to = i + (low(line, i) == "not")
    if "i" in patterns and low(line, to) == "to" and tag(line, to + 1) in ("word", "adv", "aux", "finite"):
        return _fill(line, i, "infinitive", True, frame)
    if "x" in patterns and (start := _object_infinitive(line, i)) is not None:
        return _fill(line, start, "infinitive", True, frame)
    if "q" in patterns and (start := _bare_clause(line, i, patterns, _says(line, verb, frame.cue[0]))) is not None:
        return _fill(line, start, "bare", True, frame)
    if "t" in patterns and "q" not in patterns and clausal(line, i):
        return _fill(line, i, "believed", True, frame)
    at = _skip_adverbials(line, i)
    if ("o" in patterns or verb.lemma == "call") and _object(line, at) and _topical(line, at, patterns, verb):
        frame.reference = True
        return _fill(line, at, "object", False, frame)
    return False


def _fill(line: Sequence[Word], start: int, pattern: str, clause: bool, frame: Frame) -> bool:
    end = content_end(line, start, clause)
    frame.pattern, frame.contents = pattern, [(start, end)]
    return end > start


def _skip_adverbials(line: Sequence[Word], i: int) -> int:
    while (after := occasion(line, i)) > i or tag(line, i) == "adv":
        i = after if after > i else i + 1
    return i


def _quoted(line: Sequence[Word], i: int, patterns: frozenset[str], frame: Frame) -> bool:
    """Take a quotation after a colon, a comma or an addressee, or note that a colon announces one."""
    j = i
    while j < min(i + _WINDOW, len(line)) and tag(line, j) not in ("comma", "colon", "quotation", "semicolon"):
        if finite(line, j) or (tag(line, j) in ("sub", "end") and not abbreviation(line, j)) or low(line, j) == "that":
            return False
        j += 1
    if tag(line, j) == "colon" and j + 1 >= len(line):
        frame.pattern, frame.opens = "colon", j == i or bool(patterns & {"q", "a"})
        return frame.opens
    if tag(line, j) in ("comma", "colon") and (tag(line, j + 1) == "quotation" or (tag(line, j) == "colon" and j == i)):
        return _fill(line, j + 1, "quoted", True, frame)
    return j == i and tag(line, j) == "quotation" and _fill(line, j, "quoted", True, frame)


def _complementizer(line: Sequence[Word], i: int, patterns: frozenset[str]) -> int | None:
    """Find the "that" or question word that opens the content, past an addressee and adverbials."""
    if tag(line, i) == "adv" and low(line, i + 1) in WH:
        return i
    if low(line, i) in WH or low(line, i) == "that":
        demonstrative = low(line, i) == "that" and tag(line, i + 1) == "end"
        return None if demonstrative else i
    for j in range(i, min(i + _WINDOW, len(line))):
        if low(line, j) == "that" and j > i and line[j - 1].tag in ("name", "word", "time", "pron", "num", "adv"):
            addressed = "a" in patterns or low(line, i) in ("to", "in", "on", "at", "during") or occasion(line, i) == j
            return j if addressed or all(w.tag == "adv" for w in line[i:j]) else None
        if "a" in patterns and low(line, j) in WH:
            return j
        if line[j].tag in ("quotation", "semicolon", "colon", "sub") or finite(line, j):
            return None
    return None


def _object_infinitive(line: Sequence[Word], i: int) -> int | None:
    if tag(line, i) not in _NOMINAL_TAGS and low(line, i) != "to":
        return None
    for j in range(i, min(i + _WINDOW, len(line))):
        if low(line, j) == "to" and tag(line, j + 1) in ("word", "aux", "finite") and j > i:
            return i
        if line[j].tag in ("comma", "quotation", "semicolon", "colon", "sub", "end") or finite(line, j):
            return None
    return None


def _addressee(line: Sequence[Word], i: int) -> int:
    """Return the index after the noun phrase that is told something."""
    if low(line, i) in _ADDRESSEES and tag(line, i + 1) != "word":
        return i + 1
    j = i + (tag(line, i) == "det")
    while tag(line, j) in ("word", "num", "clitic") or (tag(line, j) == "name" and tag(line, j - 1) != "word"):
        j += 1
    return j


def clausal(line: Sequence[Word], i: int) -> bool:
    """Say whether a clause with a subject and a finite verb starts at word ``i``."""
    near = line[i : i + _NEAR]
    if tag(near, 0) not in _CLAUSE_STARTS or (near[0].tag == "pron" and tag(near, 1) == "comma"):
        return False
    aside = 0
    for j in range(1, content_end(near, 0, True)):
        if j < aside:
            continue
        if near[j].tag == "comma" and low(near, j + 1) in ("who", "which"):
            aside = next((k + 1 for k in range(j + 2, len(near)) if near[k].tag == "comma"), len(near))
            continue
        if near[j].tag in ("semicolon", "colon") or low(near, j) in ("who", "which", "that", "but"):
            return False
        if near[j].tag == "conj" and j + 1 < len(near) and finite(near, j + 1):
            return False
        if finite(near, j) or (near[j].low.endswith("ed") and near[j - 1].tag == "comma"):
            return True
    return False


def _says(line: Sequence[Word], verb: Verb, start: int) -> bool:
    """Say whether the verb is "say" with its content after it, not inverted behind a clause or a quotation."""
    beside = tag(line, start - 1) in ("comma", "quotation")
    return verb.lemma == "say" and not (beside and speaks(line, start))


def speaks(line: Sequence[Word], end: int) -> bool:
    """Say whether a quotation or a finite clause stands before word ``end``."""
    return any(line[k].tag == "quotation" or finite(line, k) for k in range(end))


def _bare_clause(line: Sequence[Word], i: int, patterns: frozenset[str], says: bool) -> int | None:
    start = _skip_adverbials(line, i)
    if "a" in patterns:
        start = _skip_adverbials(line, _addressee(line, start))
    if start < len(line) and line[start].tag == "comma":
        return None
    if "s" in patterns and tag(line, start) != "pron":
        return None
    plain = len(line) - start > 3 and tag(line, start) in _CLAUSE_STARTS
    return start if clausal(line, start) or (plain and says) else None


def _object(line: Sequence[Word], i: int) -> bool:
    if tag(line, i) not in _NOMINAL_TAGS or low(line, i) in ("he", "she", "they", "we", "i"):
        return False
    return any(w.tag in ("name", "word", "pron", "quotation", "num", "det") for w in line[i : i + 3])


def _topical(line: Sequence[Word], i: int, patterns: frozenset[str], verb: Verb) -> bool:
    """Say whether the object is something that one speaks of with this verb: "raised concerns", not "raised rates"."""
    if verb.lemma in ("respond", "reply"):
        return not any(w.low in _REQUESTS for w in line[i : i + 6])
    if "s" not in patterns or any(w.tag == "quotation" for w in line[i : i + _WINDOW]):
        return True
    if verb.lemma in ("deny", "recall") and (tag(line, i) == "pron" or low(line, i).endswith("ing")):
        return True
    noun = head(line, i)
    return noun is not None and noun.low in SPEECH_LIKE


def passive(line: Sequence[Word], i: int, start: int, verb: Verb) -> Frame | None:
    """Read "Y was criticised by X" and "it was reported that Y"."""
    frame = Frame((start, i + 1), "passive")
    if verb.patterns & {"q", "t"} and (found := _complementizer(line, i + 1, frozenset())) is not None:
        frame.contents = [(found, content_end(line, found, True))]
        return frame
    by = next((k for k in range(i + 1, min(i + 5, len(line))) if line[k].low == "by"), None)
    subject = subject_before(line, start)
    if by is None or subject is None or verb.lemma in ("know", "find", "show", "back", "raise", "direct", "order"):
        return None
    frame.contents, frame.reference = [subject], True
    end = phrase_after(line, by + 1)
    frame.source = (by + 1, end) if end > by + 1 else None
    return frame
