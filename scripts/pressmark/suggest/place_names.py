"""From the words of a sentence to the stretches that could be names of places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .gazetteer import Place, gazetteer, key
from .place_line import Candidate, Line, governor, is_shouting
from .place_table import ABBREVIATIONS, STATE_SHORT
from .place_words import (
    ABSTRACT_VERB,
    ADJECTIVE,
    BEFORE_NAME,
    CALENDAR,
    CLASS,
    COMMON_IN_PROSE,
    COMPASS_PART,
    DIVISION,
    DIVISION_PART,
    FUNCTION,
    GENERIC,
    GENERIC_LOOSE,
    GENERIC_STREET,
    GENERIC_WATER,
    LOCATIVE,
    OF_GENERIC,
    OF_NATURE,
    ORG,
    SETTLED,
    TITLE,
)

_JOIN = re.compile(r"\s{1,3}|[-‐‑'’`ʻ]")


def read_names(line: Line, learnt: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Read a sentence from left to right and yield what could be names of places, each with its prior as score.

    ``learnt``: keys of names that are places elsewhere in the article.
    """
    i = 0
    while i < len(line.tokens):
        candidate = _candidate(line, i, learnt) if line.tokens[i].capital else None
        if candidate is not None:
            yield candidate
        i = candidate.last if candidate else i + 1


def _candidate(line: Line, i: int, learnt: frozenset[str]) -> Candidate | None:
    """Read the longest name that begins at word ``i``."""
    if line.word(i) in CALENDAR or (line.tokens[i].lower in FUNCTION and line.word(i) not in (*ABBREVIATIONS, "The")):
        return None
    if named := _of(line, i):
        return named
    known = state_at(line, i) or known_at(line, i)
    if line.word(i) == "The":
        return known
    if known is None and line.word(i) in COMPASS_PART and line.spaced(i) and (part := known_at(line, i + 1)):
        return replace(part, first=i, place=Place("", "region", part.score, part.place and part.place.country_code))
    last = known.last if known else i + 1
    if line.spaced(last - 1) and line.word(last) in GENERIC and (known or line.word(i) not in TITLE):
        if not (line.titled and line.word(last) in COMMON_IN_PROSE):
            sure = known is not None and known.score >= 0.5
            loose = line.word(last) in GENERIC_LOOSE
            return _extended(known, i, last + 1, line.word(last), 0.85 if sure else 0.45 if loose else 0.7)
    elif known is None:
        return _generic(line, i) or _placed(line, i, learnt)
    elif known.score < 0.9 and line.spaced(last - 1) and line.word(last)[:1].isupper():
        return _placed(line, i, learnt) or known
    return known


def _extended(known: Candidate | None, first: int, last: int, generic: str, score: float) -> Candidate:
    kind = "water" if generic in GENERIC_WATER else "region"
    code = known.place.country_code if known and known.place else None
    if generic in GENERIC_STREET:
        score -= 0.2
    return Candidate(first, last, Place("", kind, score, code), kind, score)


def state_at(line: Line, i: int) -> Candidate | None:
    """Read "Ga." or "GA" as a state of the USA where it follows "Macon, "."""
    word = line.word(i)
    code = STATE_SHORT.get(word) if line.gap(i).startswith(".") or word.endswith(".") else None
    if code is None and word in STATE_SHORT.values():
        code = word
    if (
        code is None
        or not (line.gap(i - 1).strip() == "," or follows_party(line, i))
        or not line.word(i - 1)[:1].isupper()
    ):
        return None
    place = gazetteer().states.get(code)
    return Candidate(i, i + 1, place, "state", 0.9) if place else None


def follows_party(line: Line, i: int) -> bool:
    """Whether a party stands before word ``i``, as in "D-Ohio"."""
    return line.gap(i - 1) == "-" and line.word(i - 1) in ("R", "D", "I")


def known_at(line: Line, i: int) -> Candidate | None:
    """Look up the longest name in the gazetteer that begins at word ``i``."""
    tokens, places = line.tokens, gazetteer()
    if i >= len(tokens):
        return None
    words = {"st": "saint", "ft": "fort", "mt": "mount"}.get(tokens[i].lower, key(tokens[i].text))
    best = None
    if (target := ABBREVIATIONS.get(tokens[i].text)) and not (tokens[i].text == "US" and is_shouting(line)):
        best = Candidate(i, i + 1, places.places[target][0], places.places[target][0].kind, 0.97)
    for j in range(i, min(i + places.longest.get(words.split(" ")[0], 0), len(tokens))):
        if j > i:
            words += " " + key(tokens[j].text)
        alone = j == i and (best or tokens[i].text == "The")
        if tokens[j].capital and not alone and (same := places.places.get(words)):
            prior = same[0].prior - (0.25 if tokens[i].text.isupper() and j == i and not is_shouting(line) else 0)
            best = Candidate(i, j + 1, same[0], same[0].kind, prior)
        if not (_JOIN.fullmatch(line.gap(j)) or (line.gap(j) == ". " and tokens[j].lower in ("st", "ft", "mt"))):
            break
    return best


def _of(line: Line, i: int) -> Candidate | None:
    """Read a name whose generic part comes first, with "of": "Gulf of Osyn", "Republic of Cyprus"."""
    if line.word(i) not in OF_GENERIC or line.word(i + 1) != "of":
        return None
    first = i + 3 if line.word(i + 2) == "the" else i + 2
    if not line.word(first)[:1].isupper():
        return None
    whole, inner = known_at(line, i), known_at(line, first)
    if whole and whole.last > first:
        return whole
    if line.word(i) not in OF_NATURE and (inner is None or inner.score < 0.5):
        return None
    return _extended(inner, i, inner.last if inner else first + 1, line.word(i), 0.75 if inner else 0.6)


def _generic(line: Line, i: int) -> Candidate | None:
    """Read unknown capitalised words as a name by their generic part: "Osyn Oblast", "Mount Osyn"."""
    tokens = line.tokens
    if tokens[i].text in BEFORE_NAME and line.word(i + 1)[:1].isupper():
        if line.spaced(i) or (line.gap(i) == ". " and tokens[i].text in ("St", "Mt", "Ft")):
            score = 0.7 if tokens[i].text in ("Mount", "Mt", "Lake", "Cape") else 0.3
            return _extended(None, i, i + 2, tokens[i].text, score)
        return None
    for j in range(i + 1, min(i + 4, len(tokens))):
        if line.titled or not line.spaced(j - 1) or not tokens[j].capital or tokens[j - 1].text in TITLE | ORG:
            break
        if tokens[j].text in GENERIC and tokens[j - 1].lower not in FUNCTION:
            return _extended(None, i, j + 1, tokens[j].text, 0.45 if tokens[j].text in GENERIC_LOOSE else 0.7)
    return None


def _placed(line: Line, i: int, learnt: frozenset[str]) -> Candidate | None:
    """Read unknown capitalised words as a name where "in X, Country" or "the village of X" says so."""
    j = i + 1
    while j < min(i + 3, len(line.tokens)) and line.tokens[j].capital and _JOIN.fullmatch(line.gap(j - 1)):
        j += 1
    before = line.word(i - 1).lower() if line.spaced(i - 1) else ""
    if any(t.text in ORG or t.text in TITLE or t.text in CALENDAR for t in line.tokens[i:j]):
        return None
    if before == "of" and line.word(i - 2) in CLASS:
        return Candidate(i, j, None, "city", 0.8, learn=True)
    after = state_at(line, j) or known_at(line, j) if line.gap(j - 1).strip() == "," and j < len(line.tokens) else None
    inside = after is not None and after.score >= 0.9 and after.kind in ("country", "state")
    if after and inside and before in LOCATIVE | {"at", "from", "of"}:
        place = Place("", "city", 0.75, after.place and after.place.country_code)
        return Candidate(i, j, place, "city", 0.75, learn=True)
    if key(" ".join(t.text for t in line.tokens[i:j])) in learnt:
        return Candidate(i, j, None, "city", 0.65)
    if before in ("in", "near") and not line.titled and not line.word(i).isupper() and _closed(line, j):
        head = governor(line, i)
        if before == "near" or head in SETTLED:
            return Candidate(i, j, None, "city", 0.25)
        return None if ABSTRACT_VERB.match(head) else Candidate(i, j, None, "city", 0.15, weak=True)
    return None


def division_at(line: Line, i: int) -> bool:
    """Whether a noun for a first-level division stands at word ``i``: "region", "Border Region", "oblasts"."""
    if line.word(i).lower() in DIVISION_PART and line.spaced(i):
        i += 1
    return line.spaced(i - 1) and line.word(i).lower().removesuffix("s") in DIVISION


def _closed(line: Line, j: int) -> bool:
    """Whether a noun phrase can end before word ``j``: no adjective ends there and no noun follows."""
    if (
        len(line.word(j - 1)) < 3
        or ADJECTIVE.search(line.word(j - 1))
        or line.gap(j - 1).startswith(("'", "’", "-", " &"))
    ):
        return False
    after = line.word(j).lower() if line.spaced(j - 1) else ""
    return not after or (after in FUNCTION and after not in ("and", "or"))
