"""Tell what a place name does in its sentence: modify a noun, act as a government, or name the place itself."""

from __future__ import annotations

from collections.abc import Sequence

from .place_line import Candidate, Line
from .place_names import division_at
from .place_table import ABBREVIATIONS
from .place_words import (
    ACT,
    ACT_NOUN,
    AUXILIARY,
    BEAT,
    CALENDAR,
    DEALING,
    FUNCTION,
    INSTITUTION,
    LOCATIVE,
    MODAL,
    NATIONAL,
    PAST,
    PRESENT,
    TITLE,
    TOWARD,
    WITH,
)

_APOSTROPHES = ("'", "’")


def names_division(line: Line, c: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether the name is a region's: "Kursk region", "Donetsk and Luhansk regions"."""
    last = group[-1]
    plural = last is c or line.word(last.last).endswith("s") or line.word(last.last + 1).endswith("s")
    return plural and division_at(line, last.last)


def modifies(line: Line, c: Candidate) -> bool:
    """Whether the name modifies the noun after it: "U.S. missiles", "Lyon-based", "Texas Governor"."""
    after, gap = line.word(c.last), line.gap(c.last - 1)
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
    if after in FUNCTION | ACT | PAST | PRESENT | BEAT or after.endswith(("ed", "ing", "ly")):
        return False
    plural = after.endswith("s") and not after.endswith("ss")
    return not plural or c.kind == "city" or line.word(c.first) in ABBREVIATIONS


def usage(line: Line, c: Candidate, group: Sequence[Candidate]) -> str:
    """Tell a government or people that acts (metonymic) from the place itself (literal).

    ``group``: the candidates coordinated with ``c``, itself among them; they share what stands before and after them.
    """
    first, last = group[0], group[-1]
    before = line.word(first.first - (2 if line.word(first.first - 1).lower() == "the" else 1)).lower()
    if c.kind not in ("water", "continent") and (before in BEAT or line.word(last.last) in BEAT):
        return "metonymic"
    if not (_is_capital(c) or c.kind in ("country", "state")):
        return "literal"
    if (owned := _owned(line, last)) is not None:
        return _possessor(line, owned, _is_capital(c))
    new_clause = c is last is not first and _subject(line, last.last) and _has_verb(line, first.first)
    if before in LOCATIVE | {"at", "of", "from"} and not new_clause:
        return "literal"
    if _subject(line, last.last) or before in TOWARD | WITH:
        return "metonymic"
    dealing = before == "between" and line.word(first.first - 2).lower() in DEALING
    return "metonymic" if dealing else "literal"


def _has_verb(line: Line, i: int) -> bool:
    """Whether a verb stands among the six words before word ``i``, so that a verb after it begins a clause."""
    words = [line.word(j).lower() for j in range(max(0, i - 6), i)]
    return any(w in ACT | PAST | AUXILIARY or w.endswith("ed") or w in ("met", "be", "been") for w in words)


def _is_capital(c: Candidate) -> bool:
    return bool(c.place and c.place.capital)


def _owned(line: Line, c: Candidate) -> int | None:
    """Where the words begin that the name owns as a possessive ("Ukraine’s", "the Philippines’"), if it is one."""
    if line.gap(c.last - 1) in _APOSTROPHES and line.word(c.last) == "s":
        return c.last + 1
    return c.last if line.gap(c.last - 1).rstrip() in _APOSTROPHES and line.word(c.last - 1)[-1] in "sS" else None


def _possessor(line: Line, i: int, capital: bool) -> str:
    """Tell an act of the place (metonymic) from an institution or office that it has, by what begins at word ``i``."""
    kind = "literal"
    for j in range(i, min(i + 6, len(line.tokens))):
        word = line.word(j)
        verb = j > i and word in (ACT | PAST) - ACT_NOUN
        apart = j > i and not (line.spaced(j - 1) or line.gap(j - 1) == "-")
        if verb or apart or word.lower() in FUNCTION or word in CALENDAR:
            return kind
        if word in ACT_NOUN or (capital and word.lower() in NATIONAL):
            kind = "metonymic"
        elif word.lower() in INSTITUTION:
            kind = "literal"
    return kind


def _subject(line: Line, i: int) -> bool:
    """Whether a verb of acting stands at word ``i``, auxiliaries skipped; a passive verb is none."""
    passive = False
    for j in range(i, min(i + 4, len(line.tokens))):
        word = line.word(j)
        if not line.spaced(j - 1):
            return False
        if word not in AUXILIARY and not word.endswith("ly"):
            return word in ACT or (word.endswith("ed") and not passive) or line.word(j - 1) in MODAL
        passive = passive or word in ("is", "are", "was", "were", "be", "been")
    return False
