"""Tell what a place name does in its sentence: modify a noun, act as a government, or name the place itself."""

from __future__ import annotations

from .place_line import Candidate, Line
from .place_table import ABBREVIATIONS
from .place_words import ACT, ACT_NOUN, AUXILIARY, DEALING, FUNCTION, LOCATIVE, MODAL, PAST, TITLE, TOWARD, WITH


def modifies(line: Line, c: Candidate) -> bool:
    """Whether the name modifies the noun after it: "U.S. missiles", "Lyon-based", "Texas Governor"."""
    after, gap = line.word(c.last), line.gap(c.last - 1)
    if gap in ("-", "‐", "‑"):
        return True
    if not line.spaced(c.last - 1) or not after or line.titled:
        return False
    if after[0].isupper():
        return after in TITLE
    if after in FUNCTION or after in ACT or after in PAST or after.endswith(("ed", "ing", "ly")):
        return False
    plural = after.endswith("s") and not after.endswith("ss")
    return not plural or c.kind == "city" or line.word(c.first) in ABBREVIATIONS


def usage(line: Line, c: Candidate, kept: dict[int, Candidate]) -> str:
    """Tell a government or people that acts (metonymic) from the place itself (literal)."""
    capital = bool(c.place and c.place.capital)
    if not (capital or c.kind in ("country", "state")):
        return "literal"
    if line.gap(c.last - 1) in ("'", "’") and line.word(c.last) == "s":
        return "metonymic" if {line.word(c.last + 1), line.word(c.last + 2)} & ACT_NOUN else "literal"
    before = line.word(c.first - (2 if line.word(c.first - 1).lower() == "the" else 1)).lower()
    if before in LOCATIVE | {"at", "of", "from"}:
        return "literal"
    other = (kept.get(c.last + 1) or kept.get(c.last + 2)) if line.word(c.last) == "and" else None
    if _subject(line, c.last) or (other and _subject(line, other.last)) or before in TOWARD | WITH:
        return "metonymic"
    dealing = before == "between" and line.word(c.first - 2) in DEALING
    return "metonymic" if dealing else "literal"


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
