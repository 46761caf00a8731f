"""Cut a stretch of a sentence into coordinated clauses, without the marks and connectives at their edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..attributions.complements import clausal
from ..attributions.cues import verbs
from ..tokens import kind_of, line_of, tokens_of
from ..words import Line, finite, plural, tag
from .headings import heading_verbs

_QUESTIONS = frozenset("whether if how what why who where when which whose whom".split())
_CONNECTIVES = frozenset(
    "but so yet and or nor however meanwhile moreover furthermore nevertheless nonetheless therefore "
    "additionally".split()
)
_EDGES = frozenset(",.?!…:;—–―“”„«»\"'‘’`-") | {chr(code) for code in range(0x3001) if chr(code).isspace()}
_ABBREVIATED = re.compile(r"[^\W\d_]\.[^\W\d_]\Z")
_JOINT = re.compile(r";|[,—–―-]\s?(?:and|but|so|yet)\s", re.IGNORECASE)
_JOINTS = (" and ", " but ", ";", "—", "–", ", so ", ", yet ", " - ", "--")
_INITIALS = frozenset(letter for word in (*_CONNECTIVES, "that") for letter in (word[0], word[0].upper()))
_TRIMS, LONGEST = 4, 20
"""How many connectives are dropped from the beginning of a clause, and the characters of the longest one."""
_BACK = 60
"""How many words are looked at before a conjunction."""
_AHEAD = 20
"""How many words are looked at after one."""
_LOOSE = frozenset({"prep", "adv"})
_QUANTITIES = frozenset(
    "two three four five six seven eight nine ten eleven twelve nearly almost about around roughly half".split()
)
_MADE = frozenset("made held left found sold built brought sent caught kept put cut hit set paid lost".split())
"""Past forms that are as often participles after a noun ("one made up of …")."""
_SURE = frozenset({"det", "pron", "name", "num"})
_OPENINGS = frozenset({"det", "pron", "name", "num", "word"})
_IN_SUBJECT = frozenset({"det", "name", "num", "word", "prep", "clitic", "time", "adv"})
_AFTER_VERB = frozenset({"end", "comma", "semicolon", "det", "name", "num", "pron", "time", "conj"})
_SUBJECT_AND_VERB = re.compile(
    r"(?!\w{0,20}(?:ed|ing|ly)\b|(?:to|in|on|of|by|at|for|from|with|not|even|then|also|is|was|are|were|has|have|had)\b)"
    r"[^\s,.;:!?]{1,40} \w"
)
"""Two words without a mark between them, the first of which is neither a verb nor a preposition."""
_NO_SUBJECT = frozenset({"comma", "semicolon", "colon", "mark", "conj", "end", "quotation", "dash"})
_SUBJECT = 9
"""Within how many words the verb of an added clause stands."""
_MOVED = frozenset(
    "increased decreased declined dropped climbed gained slowed soared plunged surged tumbled jumped slipped arrived "
    "resigned retired remained returned stayed worked lived happened appeared disappeared escaped collapsed died "
    "drowned".split()
)
"""Verbs without an object, which are seldom participles after a noun."""
_JOINING = frozenset({"semicolon", "comma", "dash"})
_FIRST = re.compile(r"[^\W_]+")
_UNMARKED = frozenset({"and", "but"})
_SUBORDINATORS = frozenset("that who which what whose whom after before since until".split())
_PAIRING = frozenset("between both either neither".split())
_AUXILIARY = frozenset({"aux", "clitic"})

Range = tuple[int, int]


class Clause(NamedTuple):
    """A clause that may be a claim: article offsets, and how the sentence gives it.

    ``told`` is a noun phrase that tells an event ("reported three deaths"), ``side`` a subordinate clause, ``gaps``
    are the reporting frames or subordinate clauses in its middle, which say nothing of it.
    """

    start: int
    end: int
    reported: bool = False
    frame: bool = False
    titled: bool = False
    told: bool = False
    side: bool = False
    gaps: tuple[Range, ...] = ()

    def pieces(self) -> list[Range]:
        """List the stretches of the clause without its gaps."""
        if not self.gaps:
            return [(self.start, self.end)]
        starts = [self.start, *(end for _, end in self.gaps)]
        return list(zip(starts, [*(start for start, _ in self.gaps), self.end], strict=True))


def read_clause(text: str, start: int, end: int, titled: bool) -> Line:
    """Cut a clause into words; in a heading, capitals say nothing of a word."""
    line = line_of(text, start, end)
    if titled:
        line[:] = [kind_of(word.low, "word") if word.tag == "name" else word for word in line]
    return line


def has_verb(text: str, clause: Clause) -> bool:
    """Say whether a clause has a finite verb."""
    line = read_clause(text, clause.start, clause.end, clause.titled)
    for i, word in enumerate(line):
        if word.finite and finite(line, i):
            return True
    if clause.titled:
        return any(heading_verbs(line))
    return not clause.reported and any(heading_verbs(_opening(line)))


def _opening(line: Line) -> Line:
    """Return the words before the first pronoun, conjunction or mark: those that tell of the subject's verb."""
    for i, word in enumerate(line):
        if word.tag not in _IN_SUBJECT:
            return line.stretch(0, i + 1)
    return line


def cut(
    text: str,
    start: int,
    end: int,
    reported: bool = False,
    frame: bool = False,
    titled: bool = False,
    told: bool = False,
) -> list[Clause]:
    """Cut a stretch into its coordinated clauses, without what stands at their edges."""
    if reported and _asks(text, start, end):
        return []
    if not _joined_at(text, start, end):
        begin, finish = trimmed(text, start, end, reported)
        return [Clause(begin, finish, reported, frame, titled, told)] if begin < finish else []
    every = [trimmed(text, begin, finish, reported) for begin, finish in _coordinated(text, start, end, titled)]
    return [Clause(begin, finish, reported, frame, titled, told) for begin, finish in every if begin < finish]


def _asks(text: str, start: int, end: int) -> bool:
    """Say whether a content is an embedded question ("how many had left")."""
    first = _FIRST.search(text, start, end)
    return first is not None and first.group().lower() in _QUESTIONS and text.find(",", first.end(), end) < 0


@lru_cache(maxsize=2)
def _joints(text: str) -> tuple[list[int], list[int]]:
    """List, in order, where the marks and words start and end in a text that may join clauses."""
    joints: list[Range] = []
    for joint in _JOINTS:
        at = text.find(joint)
        while at >= 0:
            joints.append((at, at + len(joint)))
            at = text.find(joint, at + 1)
    joints.sort()
    return [start for start, _ in joints], [end for _, end in joints]


def _joined_at(text: str, start: int, end: int) -> bool:
    """Say whether a stretch may hold coordinated clauses."""
    starts, ends = _joints(text)
    marked = False
    for at in range(bisect_left(starts, start), len(starts)):
        joint = starts[at]
        if joint >= end:
            break
        if ends[at] > end:
            continue
        if text[joint] != " " or text[joint + 1] == "-" or text[joint - 1] in ",;":
            marked = True
        elif _begins(text, ends[at], end):
            return True
    return marked and _JOINT.search(text, start, end) is not None


def _begins(text: str, at: int, end: int) -> bool:
    """Say whether a clause may begin at an offset, after "and" without a mark."""
    if not _SUBJECT_AND_VERB.match(text, at):
        return False
    tokens = tokens_of(text)
    first = bisect_left(tokens.starts, at)
    if first + 1 >= len(tokens.kinds) or tokens.kinds[first + 1].tag in _NO_SUBJECT:
        return False
    noun = tokens.kinds[first]
    if noun.tag == "word" and not plural(noun) and noun.low not in _QUANTITIES:
        if not finite(Line(tokens.kinds[first : first + 3], [], []), 1):
            return False
    elif noun.tag not in _OPENINGS or (noun.tag == "name" and first > 1 and tokens.kinds[first - 2].tag == "name"):
        return False
    after = bisect_left(tokens.starts, end, first, min(first + _AHEAD, len(tokens.starts)))
    words = Line(tokens.kinds[first:after], [], [])
    return len(words) > 1 and (words[0].low == "that" or _predicated(words))


def trimmed(text: str, start: int, end: int, reported: bool = False) -> Range:
    """Drop quotation marks, connectives and punctuation from the ends of a clause; "that", too, if it is reported."""
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    if text[end : end + 1] == "." == text[end - 2 : end - 1] and _ABBREVIATED.search(text, max(start, end - 3), end):
        end += 1
    if text[start : start + 1] not in _INITIALS:
        return start, end
    for _ in range(_TRIMS):
        space = text.find(" ", start, min(end, start + LONGEST))
        word = text[start:space].rstrip(",").lower() if space > 0 else ""
        if word not in _CONNECTIVES and not (reported and word == "that"):
            break
        after = space
        while after < end and text[after] in _EDGES:
            after += 1
        if text.find(" ", after, end) < 0:  # "but then" is no clause with a connective
            break
        start = after
    return start, end


def _coordinated(text: str, start: int, end: int, titled: bool) -> Iterator[tuple[int, int]]:
    """Cut a stretch into its coordinated independent clauses."""
    line = read_clause(text, start, end, titled)
    first = read = 0
    verbal, asked = False, text.find("?", max(start, end - 2), end + 1) >= 0
    for i, word in enumerate(line):
        if word.low in _UNMARKED and not asked and _adds(line, first, i):
            yield line.starts[first], line.starts[i]
            first = read = i
            verbal = False
        if word.tag not in _JOINING or not _joins(line, i):
            continue
        while read < i and not verbal:
            verbal = finite(line, read)
            read += 1
        if verbal:
            yield line.starts[first], line.starts[i]
            first = read = i + 1
            verbal = False
    if first < len(line):
        yield line.starts[first], line.ends[-1]


def _joins(line: Line, i: int) -> bool:
    """Say whether a mark stands between coordinated clauses."""
    if line[i].tag == "semicolon":
        return True
    return i + 2 < len(line) and line[i + 1].low in ("and", "but", "so", "yet") and clausal(line, i + 2)


def _adds(line: Line, first: int, i: int) -> bool:
    """Say whether "and" without a mark adds a main clause with a subject of its own to the one from ``first`` on.

    It does not where what stands before it has no verb of its own yet, or ends with a subordinate clause or with a verb
    that may have a clause as its object: the words on both sides may then belong together ("knew Ann and Bob were").
    """
    if i < first + 2 or line[i - 1].tag in _JOINING or line[i - 1].tag == "name" == tag(line, i + 1):
        return False
    again = i + 2 < len(line) and line[i + 1].low == "that" and (line[i + 2].tag in _SURE or plural(line[i + 2]))
    if not _predicated(line.stretch(i + 1 + again, i + _AHEAD)):
        return False
    opened, last, found = False, -1, 0
    for k in range(max(first, i - _BACK), i):
        word = line[k]
        if word.low in _SUBORDINATORS or word.tag == "sub":
            if word.low == "that" and k == first:
                continue
            opened, found = True, 0
        elif k > first and word.finite and _heads(line, k) and finite(line, k):
            found, last = found + 1, k
    if again:
        return last >= 0
    if found < 1 + opened:
        return False
    verb = verbs().get(line[last].low)
    if verb is not None and "t" in verb.patterns:
        return False
    return not any(word.low in _PAIRING for word in line[last + 1 : i])


def _predicated(words: Line) -> bool:
    """Say whether words begin a clause: a noun phrase, and a verb that is no participle ("a man accused of …")."""
    if not words or words[0].tag not in _OPENINGS or words[0].low in _SUBORDINATORS or finite(words, 0):
        return False
    for k in range(1, min(len(words), _SUBJECT)):
        word = words[k]
        if word.finite and finite(words, k):
            if words[0].tag == "word" and k > 1 and not plural(words[0]) and words[0].low not in _QUANTITIES:
                return False
            after = tag(words, k + 1)
            if word.low in _MADE and after in _LOOSE:
                return False
            formed = word.tag == "word" and word.low.endswith("ed")
            return not formed or after in _AFTER_VERB or (word.low in _MOVED and after in _LOOSE)
        if word.tag not in _IN_SUBJECT:
            return False
    return False


def _heads(line: Line, k: int) -> bool:
    """Say whether a word is no later part of a verb group ("had **left**", "was badly **hit**")."""
    before = tag(line, k - 1)
    return before not in _AUXILIARY and not (before == "adv" and tag(line, k - 2) in _AUXILIARY)
