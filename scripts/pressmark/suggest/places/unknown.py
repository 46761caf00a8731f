"""Read capitalised words that the gazetteer does not know as a name, where the words around them say so."""

from __future__ import annotations

from .gazetteer import Place
from .known import JOIN, is_container, known_at, state_at
from .line import Candidate, Line, governor, key_at
from .sites import BEFORE_SITE
from .words import (
    ABSTRACT_VERB,
    ACT,
    ADJECTIVE,
    AUXILIARY,
    CALENDAR,
    CLASS,
    EVENT,
    FUNCTION,
    GENERIC,
    LOCATIVE,
    MOTION,
    ORG,
    PAST,
    SETTLED,
    SITE_NOUN,
    SITE_NOUN_FIRST,
    TITLE,
)

NO_PART = TITLE | ORG
_PLACING = LOCATIVE | {"at", "from", "of"}
_BEFORE_UNKNOWN = _PLACING | {"to"}
_WEAKLY_PLACING = ("in", "near", "at", "to", "from")
_VERBS = ACT | PAST | AUXILIARY
_SITE_NOUNS = SITE_NOUN | SITE_NOUN_FIRST


def could_be_named(line: Line, i: int) -> bool:
    """Whether the words around an unknown one could say that it is a place, or make a name or a site of it."""
    words = line.words
    before, after = words[i - 1].lower(), words[i + 1]
    if before in _BEFORE_UNKNOWN or (before == "the" and after in _SITE_NOUNS):
        return True
    if after[:1].isupper() and (before in BEFORE_SITE or not GENERIC.isdisjoint(words[i + 1 : i + 4])):
        return True
    gap = line.gaps[i - 1]
    return gap != " " and (gap[-2:-1].isdigit() or _opens(line, i))


def placed_at(line: Line, i: int, learnt: frozenset[str]) -> Candidate | None:
    """Read unknown capitalised words as a name where "in X, Country" or "the village of X" says so."""
    words = line.words
    before = words[i - 1].lower() if line.spaced(i - 1) else ""
    opens = not before and _opens(line, i)
    if not (before in _BEFORE_UNKNOWN or opens or learnt):
        return None
    j = _last(line, i)
    if any(word in NO_PART or word in CALENDAR for word in words[i:j]):
        return None
    if before == "of" and line.words[i - 2] in CLASS:
        return Candidate(i, j, None, "city", 0.8, "said to be a place", learn=True)
    if (before in _PLACING or opens) and (found := _in_container(line, i, j)):
        return found
    if learnt and key_at(line, i, j) in learnt:
        return Candidate(i, j, None, "city", 0.65, "learnt from the article")
    if line.titled or line.words[i].isupper() or before not in _WEAKLY_PLACING or not _closed(line, j):
        return None
    return _unknown_at(line, i, j, before)


def _last(line: Line, i: int) -> int:
    """Where the capitalised words end that begin at word ``i``, three at most."""
    j = i + 1
    while j < min(i + 3, line.count) and line.capital(j) and JOIN.fullmatch(line.gaps[j - 1]):
        j += 1
    return j


def _unknown_at(line: Line, i: int, j: int, before: str) -> Candidate | None:
    """Read unknown words after a preposition as a town, by the word on which the preposition depends."""
    head = governor(line, i)
    if before in ("near", "in"):
        if before == "near" or head in SETTLED:
            return Candidate(i, j, None, "city", 0.25, "unknown, in")
        return None if ABSTRACT_VERB.match(head) else Candidate(i, j, None, "city", 0.15, "unknown, in", weak=True)
    if before == "at" and head in EVENT:
        return Candidate(i, j, None, "city", 0.5, "unknown, at", learn=True)
    if before == "to" and j == i + 1 and head in MOTION:
        return Candidate(i, j, None, "city", 0.4, "unknown, to")
    return None


def _opens(line: Line, i: int) -> bool:
    """Whether a colon, a semicolon or a bullet stands before word ``i``, or it begins a dateline in capital letters."""
    if i == 0:
        return line.words[0].isupper() and len(line.words[0]) > 2
    return line.gaps[i - 1].strip() in (":", ";", "•", "·", "*")


def _in_container(line: Line, i: int, j: int) -> Candidate | None:
    """Read words ``i`` to ``j`` as a town where a country or state follows them."""
    if line.gaps[j - 1].strip() != "," or not line.capital(j):
        return None
    after = state_at(line, j) or known_at(line, j)
    if after is None or not is_container(after):
        return None
    place = Place("", "city", after.place.country_code if after.place else None)
    return Candidate(i, j, place, "city", 0.75, "in a known place", learn=True)


def _closed(line: Line, j: int) -> bool:
    """Whether a noun phrase can end before word ``j``: no adjective ends there and no noun follows."""
    last = line.words[j - 1]
    if len(last) < 3 or ADJECTIVE.search(last) or line.gaps[j - 1].startswith(("'", "’", "-", " &")):
        return False
    after = line.words[j].lower() if line.spaced(j - 1) else ""
    return not after or after in _VERBS or (after in FUNCTION and after not in ("and", "or"))
