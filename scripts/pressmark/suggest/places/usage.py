"""Tell what a place name does in its sentence: modify a noun, act as a government, or name the place itself."""

from __future__ import annotations

from collections.abc import Sequence

from .known import division_at
from .line import Candidate, Line, governor
from .short import ABBREVIATIONS
from .sites import is_before_road_noun
from .words import (
    ACT,
    ACT_NOUN,
    ADVERB,
    AUXILIARY,
    BARE,
    BARE_OR_NOUN,
    BEAT,
    CALENDAR,
    CHARGED,
    DEALING,
    DEED,
    FORCE,
    FUNCTION,
    INSTITUTION,
    LOCATIVE,
    MODAL,
    NATIONAL,
    OF_STATE,
    PAST,
    PRESENT,
    TITLE,
    TOWARD,
    WITH,
)

_APOSTROPHES = ("'", "’")
_NO_NOUN = FUNCTION | ACT | PAST | PRESENT | BEAT | BARE | ADVERB
_VERBS = ACT | PAST | AUXILIARY
_ONLY_VERBS = (ACT | PAST) - ACT_NOUN
_OF_PLACE = LOCATIVE | {"at", "of", "from"}
_OBJECT = TOWARD | WITH
_BEATEN = BEAT | {"against"}
_STATE_NOUNS = FORCE | NATIONAL
_HAD = frozenset(("to", "a", "the", "no", "its"))
_DIRECTIONS = frozenset("northern southern eastern western central upper lower nearby neighbouring rural".split())
_PLURAL = BARE | BARE_OR_NOUN | {"are", "were", "have"}
_CLAUSE = frozenset(("", "but", "that", "if", "when", "while", "because", "so", "where", "why", "how"))
_OF_OFFICE = TITLE - frozenset(
    """Police Coach Archbishop Bishop Republican Republicans Democrat Democrats Democratic Director Chairman Deputy
    Special Chief Sheriff Mayor""".split()
)
_SEATS_OF_STATE = frozenset(("delhi", "tel aviv"))


def names_division(line: Line, c: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether the name is a region's: "Kursk region", "Donetsk and Luhansk regions"."""
    last = group[-1]
    plural = last is c or line.words[last.last].endswith("s") or line.words[last.last + 1].endswith("s")
    return plural and division_at(line, last.last)


def modifies(line: Line, c: Candidate) -> bool:
    """Whether the name modifies the noun after it: "U.S. missiles", "Lyon-based", "Texas Governor"."""
    after, gap = line.words[c.last], line.gaps[c.last - 1]
    if c.kind == "road":
        return is_before_road_noun(line, c)
    if gap in ("-", "‐", "‑"):
        return True
    if not line.spaced(c.last - 1) or not after:
        return False
    if division_at(line, c.last):
        return True
    if line.titled:
        return False
    if after[0].isupper():
        return after in TITLE
    if after in BARE_OR_NOUN and _has_object(line, c.last):
        return False
    if after in _NO_NOUN or after.endswith(("ed", "ing", "ly")):
        return False
    plural = after.endswith("s") and not after.endswith("ss")
    return not plural or c.kind == "city" or line.words[c.first] in ABBREVIATIONS


def usage(line: Line, c: Candidate, group: Sequence[Candidate]) -> str:
    """Tell a government or people that acts (metonymic) from the place itself (literal).

    ``group``: the candidates coordinated with ``c``, itself among them; they share what stands before and after them.
    """
    first, last = group[0], group[-1]
    at = first.first - 1 - (line.words[first.first - 1] in ("the", "The"))
    before = line.words[at - (at > 0 and line.words[at] in _DIRECTIONS)].lower()
    if c.kind in ("city", "state", "country") and (before in _BEATEN or line.words[last.last] in BEAT):
        return "metonymic"
    if not (_is_capital(c) or c.kind in ("country", "state")):
        return "literal"
    if c.kind == "country" and _is_of_state(line, c, before):
        return "metonymic"
    if c.kind in ("country", "state") and line.words[c.last] in _OF_OFFICE and line.spaced(c.last - 1):
        return "metonymic"
    if (owned := _owned(line, last)) is not None:
        return _possessor(line, owned, _is_capital(c))
    new_clause = c is last is not first and _subject(line, last.last) and _has_verb(line, first.first)
    if before in _OF_PLACE and not new_clause:
        return "literal"
    if _subject(line, last.last) or before in _OBJECT or _is_team(line, c, group) or _with_its(line, last.last):
        return "metonymic"
    dealing = before == "between" and line.words[first.first - 2].lower() in DEALING
    return "metonymic" if dealing else "literal"


def _has_object(line: Line, i: int) -> bool:
    """Whether an object begins after word ``i``, which may be a verb or a noun: "face Chile", "need a win"."""
    return line.spaced(i) and (line.capital(i + 1) or line.words[i + 1] in ("a", "an", "the", "their", "its", "to"))


def _is_team(line: Line, c: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether a country takes a verb in the plural, as its team or people does: "England are", "Brazil face Chile"."""
    verb = line.words[c.last]
    if verb not in _PLURAL or len(group) > 1 or line.words[c.last - 1].endswith("s") or not line.spaced(c.last - 1):
        return False
    before = line.words[c.first - 1].lower() if line.spaced(c.first - 1) else ""
    return before in _CLAUSE and (verb not in BARE_OR_NOUN or _has_object(line, c.last))


def _with_its(line: Line, i: int) -> bool:
    """Whether word ``i`` joins to a state what it has, as the subject of a verb: "and its allies reject"."""
    if line.words[i] != "and" or line.words[i + 1] not in ("its", "their"):
        return False
    return any(_subject(line, j) or line.words[j] in BARE for j in range(i + 3, i + 6) if j < line.count)


def _is_of_state(line: Line, c: Candidate, before: str) -> bool:
    """Whether a country stands for its state: "U.S. missiles", "support from Norway"."""
    if line.words[c.last].lower() in _STATE_NOUNS and line.spaced(c.last - 1):
        return True
    return before in ("from", "to", "of", "on", "for") and governor(line, c.first) in OF_STATE


def _has_verb(line: Line, i: int) -> bool:
    """Whether a verb stands among the six words before word ``i``, so that a verb after it begins a clause."""
    words = [line.words[j].lower() for j in range(max(0, i - 6), i)]
    return any(w in _VERBS or w.endswith("ed") or w in ("met", "be", "been") for w in words)


def _is_capital(c: Candidate) -> bool:
    return bool(c.place and c.place.capital) or c.key in _SEATS_OF_STATE


def _owned(line: Line, c: Candidate) -> int | None:
    """Where the words begin that the name owns as a possessive ("Ukraine’s", "the Philippines’"), if it is one."""
    if line.words[c.last] == "s" and line.gaps[c.last - 1] in _APOSTROPHES:
        return c.last + 1
    return c.last if line.gaps[c.last - 1].rstrip() in _APOSTROPHES and line.words[c.last - 1][-1] in "sS" else None


def _possessor(line: Line, i: int, capital: bool) -> str:
    """Tell what a state or government does or has (metonymic) from the rest, by what begins at word ``i``.

    ``capital``: the name is a capital's, whose own mayor and police are none of the state.
    """
    kind = "literal"
    for j in range(i, min(i + 6, line.count)):
        word = line.words[j]
        verb = j > i and word in _ONLY_VERBS
        apart = j > i and not (line.spaced(j - 1) or line.gaps[j - 1] == "-")
        if verb or apart or word.lower() in FUNCTION or word in CALENDAR:
            return kind
        if word in ACT_NOUN or (capital and word.lower() in NATIONAL):
            kind = "metonymic"
        elif word.lower() in INSTITUTION:
            kind = "literal" if capital else "metonymic"
    return kind


def _subject(line: Line, i: int) -> bool:
    """Whether a verb of acting stands at word ``i``, auxiliaries skipped; a passive verb is none."""
    passive = False
    for j in range(i, min(i + 4, line.count)):
        word = line.words[j]
        if not line.spaced(j - 1):
            return False
        if word not in AUXILIARY and word not in ADVERB and not word.endswith("ly"):
            return word in ACT or word in DEED or (word.endswith("ed") and not passive) or line.words[j - 1] in MODAL
        after = line.words[j + 1]
        if (word in ("has", "had") and after in _HAD) or (word in ("is", "was") and after in CHARGED):
            return True
        passive = passive or word in ("is", "are", "was", "were", "be", "been")
    return False
