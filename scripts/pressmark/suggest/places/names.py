"""From the words of a sentence to the stretches that could be names of places."""

from __future__ import annotations

from .gazetteer import Place, gazetteer, key_of_word
from .known import APOSTROPHES, division_of, known_at, state_at
from .line import Candidate, Line
from .sites import BEFORE_SITE, SEAT_FIRST, road_at, site_at
from .unknown import NO_PART, could_be_named, placed_at
from .word import Word, word_of
from .words import (
    BEFORE_NAME,
    BEFORE_STREET,
    COMMON_IN_PROSE,
    COMPASS_PART,
    DIVISION,
    FUNCTION,
    GENERIC,
    GENERIC_LOOSE,
    GENERIC_STREET,
    GENERIC_WATER,
    GENERIC_WITH_THE,
    INNER,
    NATIONAL_PARK,
    OF_GENERIC,
    OF_NATURE,
    STREET_SHORT,
    TITLE,
)

_WITH_COUNTIES = frozenset("US GB IE RO KE SE HR LR EE HU AL TW CN NO LT AU CA IR".split())


def read_names(line: Line, learnt: frozenset[str] = frozenset()) -> list[Candidate]:
    """Read a sentence from left to right: what could be names of places, each with its prior as strength.

    ``learnt``: keys of names that are places elsewhere in the article.
    """
    done, words = 0, line.words
    names: list[Candidate] = []
    for i in line.capitals:
        if i < done:
            continue
        word = word_of(words[i])
        if word.road and (road := road_at(line, i)):
            done = road.last
            names.append(road)
            continue
        if word.skip:
            continue
        known = word.known or word.special or (word.longest and _goes_on(line, i, word.key))
        if not (known or learnt or could_be_named(line, i)):
            continue
        candidate = _candidate(line, i, word, bool(known), learnt)
        if candidate is not None:
            done = candidate.last
            names.append(candidate)
    return names


def _candidate(line: Line, i: int, word: Word, begins: bool, learnt: frozenset[str]) -> Candidate | None:
    """Read the longest name that begins at word ``i``; a known one only where one ``begins`` there."""
    if word.special and (named := _of(line, i)):
        return named
    gap = line.gaps[i - 1]
    if gap != " " and gap[-2:-1].isdigit() and (address := _address(line, i)):
        return address
    if (line.words[i + 1] == "National" or line.words[i + 2] == "National") and (park := _park(line, i)):
        return park
    known = state_at(line, i) if word.special else None
    if known is None and begins:
        known = known_at(line, i)
    if line.words[i] == "The":
        return known
    located = line.words[i - 1].lower() in BEFORE_SITE or line.words[i] in SEAT_FIRST
    if located and (site := site_at(line, i)) and (known is None or _better(site, known)):
        return site
    if known is None and word.special and (part := _part(line, i)):
        return part
    last = known.last if known else i + 1
    if line.words[last] in GENERIC and line.spaced(last - 1) and (known or not _is_body(line, i)):
        return _with_generic(line, i, known)
    if known is None:
        return _generic(line, i) or placed_at(line, i, learnt)
    if known.strength < 0.9 and line.capital(last) and line.spaced(last - 1):
        return placed_at(line, i, learnt) or known
    return known


def _is_body(line: Line, i: int) -> bool:
    """Whether word ``i`` begins a title or the name of a constituency, not of a place: "Congressional District"."""
    return line.words[i] in TITLE or (line.words[i + 1] == "District" and line.words[i] in NO_PART)


def _better(site: Candidate, known: Candidate) -> bool:
    """Whether a site is the better reading of the words: the longer one, or as long and the known name is doubtful."""
    return site.last > known.last or (site.last == known.last and known.strength < 0.5)


def _goes_on(line: Line, i: int, key: str) -> bool:
    """Whether a known name of several words can begin at word ``i``, whose part of a key is given."""
    after = line.words[i + 1]
    if not (after[:1].isupper() or after in INNER or line.gaps[i] in APOSTROPHES):
        return False
    return f"{key} {key_of_word(after)}" in gazetteer().pairs


def _part(line: Line, i: int) -> Candidate | None:
    """Read "South London" as a part of the known place."""
    part = known_at(line, i + 1) if line.words[i] in COMPASS_PART and line.spaced(i) else None
    if part is None or (line.words[part.last] in GENERIC and line.spaced(part.last - 1)):
        return None
    country = part.place.country_code if part.place else None
    return part._replace(first=i, key="", place=Place("", "region", country), reason="part of a known place")


def _address(line: Line, i: int) -> Candidate | None:
    """Read the street of an address, with a number before it and a short word for street: "14 Mill St."."""
    for j in range(i + 1, i + 3):
        if not (line.capital(j) and line.spaced(j - 1)):
            return None
        if line.words[j] in STREET_SHORT:
            if line.words[i] in TITLE or line.gaps[j][:1] not in ".," or (line.gaps[j] == ". " and line.capital(j + 1)):
                return None
            return Candidate(i, j + 1, Place("", "region"), "region", 0.9, "street of an address")
    return None


def _park(line: Line, i: int) -> Candidate | None:
    """Read "Osyn National Park"."""
    for j in range(i + 1, i + 3):
        if not line.spaced(j - 1):
            return None
        if line.words[j] == "National" and line.words[j + 1] in NATIONAL_PARK and line.spaced(j):
            known = known_at(line, i)
            whole = known is not None and known.last >= j
            return (
                known if known and known.last > j else _extended(line, known if whole else None, i, j + 2, "Park", 0.8)
            )
    return None


def _with_generic(line: Line, i: int, known: Candidate | None) -> Candidate | None:
    """Read the words from ``i`` on with the generic word after them; in a title it may be one of running text."""
    last = known.last if known else i + 1
    if line.titled and line.words[last] in COMMON_IN_PROSE:
        return known
    sure = known is not None and known.strength >= 0.5
    loose = line.words[last] in GENERIC_LOOSE
    if loose and line.words[last] in GENERIC_WITH_THE and line.words[i - 1] in ("the", "The"):
        loose = False
    if line.words[last + 1] in GENERIC_STREET and line.spaced(last):
        last += 1
    return _extended(line, known, i, last + 1, line.words[last], 0.85 if sure else 0.45 if loose else 0.7)


def _extended(line: Line, known: Candidate | None, first: int, last: int, generic: str, strength: float) -> Candidate:
    """Take a generic word into a name; the division that is named after a known town is known, too."""
    kind = "water" if generic in GENERIC_WATER else "region"
    town = known.place if known else None
    place = Place("", kind, town.country_code if town and _tells_country(generic, town) else None)
    if town and (generic.lower() in DIVISION or generic == "State"):
        place = division_of(line, known, town) or place
    if generic in GENERIC_STREET:
        strength -= 0.2
    return Candidate(first, last, place, place.kind, strength, "generic part" if known is None else "known and generic")


def _tells_country(generic: str, town: Place) -> bool:
    """Whether a name lies in the country of the known one in it: a street need not, nor a county of other lands."""
    if generic in GENERIC_STREET:
        return generic not in ("Street", "Avenue", "Road", "Boulevard")
    return generic != "County" or town.country_code in _WITH_COUNTIES


def _of(line: Line, i: int) -> Candidate | None:
    """Read a name whose generic part comes first, with "of": "Gulf of Osyn", "Republic of Cyprus"."""
    if line.words[i + 1] != "of" or line.words[i] not in OF_GENERIC:
        return None
    first = i + 3 if line.words[i + 2] == "the" else i + 2
    if not line.capital(first):
        return None
    whole, inner = known_at(line, i), known_at(line, first)
    if whole and whole.last > first:
        return whole
    if line.words[i] not in OF_NATURE and (inner is None or inner.strength < 0.5):
        return None
    last = inner.last if inner else first + 1
    found = _extended(line, inner, i, last, line.words[i], 0.75 if inner else 0.6)
    if inner and inner.kind == "country" and line.words[i] in ("Republic", "Kingdom", "State"):
        return found._replace(place=inner.place, kind="country")
    return found


def _generic(line: Line, i: int) -> Candidate | None:
    """Read unknown capitalised words as a name by their generic part: "Osyn Oblast", "Mount Osyn"."""
    words = line.words
    if words[i] in BEFORE_STREET and (last := _after_street(line, i)):
        return _extended(line, None, i, last, "Square", 0.75)
    if words[i] in BEFORE_NAME and line.capital(i + 1):
        if line.spaced(i) or (line.gaps[i] == ". " and words[i] in ("St", "Mt", "Ft")):
            strength = 0.7 if words[i] in ("Mount", "Mt", "Lake", "Cape") else 0.3
            return _extended(line, None, i, i + 2, words[i], strength)
        return None
    for j in range(i + 1, min(i + 4, line.count)):
        if line.titled or not words[j][0].isupper() or not line.spaced(j - 1) or words[j - 1] in NO_PART:
            break
        if words[j] in ("State", "Republic") and words[j - 1].endswith("ic"):
            break
        if words[j] in GENERIC and words[j - 1].lower() not in FUNCTION:
            if line.words[j + 1] in GENERIC_STREET and line.spaced(j):
                j += 1
            strength = 0.45 if words[j] in GENERIC_LOOSE else 0.7
            return _extended(line, None, i, j + 1, words[j], strength + 0.2 * _owned(line, i))
    return None


def _after_street(line: Line, i: int) -> int | None:
    """Where a name ends that begins with a foreign word for a street or square: "Plaza de la Osyna"."""
    j = i + 1
    while j < i + 3 and line.words[j] in INNER and line.spaced(j - 1):
        j += 1
    if not line.capital(j) or not line.spaced(j - 1):
        return None
    return j + 2 if line.capital(j + 1) and line.spaced(j) else j + 1


def _owned(line: Line, i: int) -> bool:
    """Whether a known place owns the name at word ``i``: "Beijing's ..."."""
    if line.words[i - 1] != "s" or line.gaps[i - 2] not in ("'", "’"):
        return False
    owner = known_at(line, i - 2)
    return owner is not None and owner.strength >= 0.75
