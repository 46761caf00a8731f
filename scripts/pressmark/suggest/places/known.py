"""Read names that the gazetteer knows, from their place in a sentence."""

from __future__ import annotations

import re

from .gazetteer import Place, gazetteer, key_of_word
from .line import Candidate, Line, key_at
from .short import ABBREVIATIONS, STATE_CODES, STATE_SHORT
from .word import word_of
from .words import DIVISION, DIVISION_PART

JOIN = re.compile(r"\s{1,3}|[-‐‑'’‘`ʻ]")
_SAINT = ("St", "Ft", "Mt", "ST", "FT", "MT")
APOSTROPHES = ("'", "’", "`", "ʻ", "‘")


def known_at(line: Line, i: int) -> Candidate | None:
    """Look up the longest name in the gazetteer that begins at word ``i``."""
    if i >= line.count:
        return None
    words, gaps, text = line.words, line.gaps, line.words[i]
    word = word_of(text)
    best = _short_at(line, i) if word.special or text == "Washington" else None
    found, alone = word.key, best or text == "The"
    for j in range(i, min(i + word.longest, line.count)):
        if j > i:
            found += " " + key_of_word(words[j])
            alone = False
        begun = words[j][0].isupper() or gaps[j - 1] in APOSTROPHES
        if begun and not alone and (known := _known(line, i, j + 1, found)):
            best = known if best is None or known.last > best.last else best
        gap = gaps[j]
        if gap != " " and not (JOIN.fullmatch(gap) or (gap == ". " and words[j] in _SAINT)):
            break
    return best


def _known(line: Line, first: int, last: int, key: str) -> Candidate | None:
    entry = gazetteer().get(key)
    if entry is None:
        return None
    place, text = entry.places[0], line.words[first]
    shouted = last == first + 1 and text.isupper() and not line.shouting
    strength = entry.prior - (_shouted(text, place) if shouted else 0.0)
    return Candidate(first, last, place, place.kind, strength, "known", key=key)


def _short_at(line: Line, i: int) -> Candidate | None:
    """Read "U.S." and "Washington, D.C."."""
    text, places = line.words[i], gazetteer().places
    if text == "Washington" and line.words[i + 1] in ("D.C.", "DC", "D.C") and line.gaps[i].strip() in ("", ","):
        place = places("washington dc")[0]
        return Candidate(i, i + 2, place, place.kind, 0.95, "known")
    target = ABBREVIATIONS.get(text)
    if target is None or (text == "US" and line.shouting):
        return None
    return Candidate(i, i + 1, places(target)[0], places(target)[0].kind, 0.97, "short form")


def _shouted(text: str, place: Place) -> float:
    """How much a word in capital letters amid others speaks against a place: "NATO" is a town in no news."""
    small = place.kind == "city" and place.rank < 300_000 and not place.capital
    return 0.4 if small and len(text) < 6 else 0.25


def state_at(line: Line, i: int) -> Candidate | None:
    """Read "Ga." or "GA" as a state of the USA where it follows "Macon, "."""
    word = line.words[i]
    code = STATE_SHORT.get(word) if line.gaps[i].startswith(".") or word.endswith(".") else None
    if code is None and word in STATE_CODES:
        code = word
    if code is None or not (line.gaps[i - 1].strip() == "," or follows_party(line, i)) or not line.capital(i - 1):
        return None
    place = gazetteer().division("US", code)
    return Candidate(i, i + 1, place, "state", 0.9, "short form of a state") if place else None


def follows_party(line: Line, i: int) -> bool:
    """Whether a party stands before word ``i``, as in "D-Ohio"."""
    return line.words[i - 1] in ("R", "D", "I") and line.gaps[i - 1] == "-"


def division_of(line: Line, c: Candidate | None, town: Place) -> Place | None:
    """The first-level division that bears the name of a candidate, or else that its town lies in."""
    same = gazetteer().places(key_at(line, c.first, c.last)) if c else ()
    wide = [p for p in same if p.kind == "state" and p.country_code == town.country_code]
    near = [p for p in wide if p.admin == town.admin] or wide
    return near[0] if near else gazetteer().division(town.country_code, town.admin)


def division_at(line: Line, i: int) -> bool:
    """Whether a noun for a first-level division stands at word ``i``: "region", "Border Region", "oblasts"."""
    if line.words[i].lower() in DIVISION_PART and line.spaced(i):
        i += 1
    return line.words[i].lower().removesuffix("s") in DIVISION and line.spaced(i - 1)


def is_container(after: Candidate) -> bool:
    """Whether a name after "Osyn, " speaks for a place: a sure country or state, or a well-known county."""
    if after.kind in ("country", "state"):
        return after.strength >= 0.9
    return after.kind == "region" and after.place is not None and after.place.rank >= 200_000
