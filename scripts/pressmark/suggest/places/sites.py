"""Read the names of sites (hospitals, stadiums, roundabouts) and of roads, where something is at or on them."""

from __future__ import annotations

import re

from .gazetteer import Place
from .line import Candidate, Line
from .words import (
    AT_SITE,
    CALENDAR,
    FUNCTION,
    IN_SEAT,
    ORG,
    ROAD_LETTERS,
    ROAD_WORDS,
    SEATS,
    SITE,
    SITE_INNER,
    SITE_NOUN,
    SITE_NOUN_FIRST,
    TITLE,
)

_NUMBER = re.compile(r"[ -]?\d{1,4}(?![\d.,]*\d)(?=$|[\s,.;:)/’'-])")
_BEFORE_ROAD = frozenset("the on along off via onto and near at of from to between".split())
_ROAD_NOUNS = frozenset(
    """northbound southbound eastbound westbound carriageway junction roundabout bridge corridor exit tunnel flyover
    interchange""".split()
)
_LONGEST = 6
_SEATS = {tuple(seat.split()) for seat in SEATS}
SEAT_FIRST = frozenset(seat[0] for seat in _SEATS)
BEFORE_SITE = AT_SITE | {"the"}


def site_at(line: Line, i: int) -> Candidate | None:
    """Read the capitalised words from word ``i`` as a site, where something is said to be at it."""
    words = line.words
    if line.shouting or words[i] in TITLE or words[i].lower() in FUNCTION or line.capital(i - 1):
        return None
    before = i - 2 if words[i - 1].lower() in ("the", "nearby") else i - 1
    placed = not line.titled and _is_at(line, i, before)
    if not placed and words[i] not in SEAT_FIRST:
        return None
    last = i + 1
    while last < min(i + _LONGEST, line.count) and words[last][0].isupper() and line.spaced(last - 1):
        last += 1
    if words[i] in SEAT_FIRST and tuple(words[i:last]) in _SEATS:
        located = line.words[before].lower() in IN_SEAT and line.spaced(before)
        return Candidate(i, last, Place("", "site"), "site", 0.7 if located else 0.0, "site")
    if not placed or words[last - 1] in CALENDAR:
        return None
    if last > i + 1 and words[last - 1] in SITE:
        inner = any(word in SITE_INNER for word in words[i : last - 1]) or words[last] == "of"
        return None if inner else Candidate(i, last, Place("", "site"), "site", 0.7, "site")
    if (
        _before_noun(line, last)
        and line.words[i - 1].lower() == "the"
        and not any(word in ORG for word in words[i:last])
    ):
        return Candidate(i, last, Place("", "site"), "site", 0.6, "name before a site", learn=True)
    return None


def _is_at(line: Line, i: int, before: int) -> bool:
    """Whether a preposition of place stands at word ``before``, with no mark between it and word ``i``."""
    at = line.words[before].lower() in AT_SITE or line.words[i - 1].lower() == "nearby"
    return at and line.spaced(i - 1) and (before == i - 1 or line.spaced(before))


def _before_noun(line: Line, last: int) -> bool:
    if line.words[last].lower() in SITE_NOUN_FIRST and line.spaced(last - 1):
        last += 1
    return line.words[last] in SITE_NOUN and line.spaced(last - 1)


def road_at(line: Line, i: int) -> Candidate | None:
    """Read "A40", "I-95" or "Highway 61" at word ``i`` as a road, a letter only after a word that speaks for one."""
    word, gap = line.words[i], line.gaps[i]
    number = _NUMBER.match(gap)
    if not number:
        return None
    if word in ROAD_LETTERS:
        before, spoken = line.gaps[i - 1], line.words[i - 1].lower() in _BEFORE_ROAD
        listed = before.endswith(", ") and before[:1].isdigit()
        opens = listed or i == 0 or before.endswith("(") or line.words[i - 1].lower() == "the"
        long = number.end() > 1 and spoken
        if gap[0] == " " or (gap[0] == "-" and word != "I") or not (opens or long):
            return None
    elif word not in ROAD_WORDS or gap[0] != " ":
        return None
    first = i - 1 if word == "Highway" and line.words[i - 1] in ("State", "U.S.", "US") and line.spaced(i - 1) else i
    return Candidate(first, i + 1, Place("", "road"), "road", 0.9, "road")


def end_of(line: Line, c: Candidate) -> int:
    """Where a candidate ends in the article, a road's number and the full stop of "Ga." and "Mill St." included."""
    end = line.end(c.last - 1)
    gap = line.gaps[c.last - 1]
    if c.kind == "road" and (number := _NUMBER.match(gap)):
        return end + len(number[0])
    return end + 1 if c.reason in ("short form of a state", "street of an address") and gap[:1] == "." else end


def is_before_road_noun(line: Line, c: Candidate) -> bool:
    """Say whether a road's name modifies the noun after it: "the A40 junction"."""
    return line.words[c.last] in _ROAD_NOUNS
