"""Judge candidates by what the rest of the article says of the same names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .gazetteer import key_of_word
from .line import Candidate, Line, name_of
from .words import ADJECTIVE, BEFORE_NAME, CALENDAR, COMPANY, COMPASS, FUNCTION, GENERIC, HONORIFIC, ORG, TITLE

_NO_SURNAME = ORG | TITLE | GENERIC | CALENDAR | COMPASS
_SURNAME_ENDS = ("ss", "is", "ams", "rts", "nes")
"""Of family names; other words in -s after a name of a place are teams: "Houston Rockets"."""
_NO_GIVEN_NAME = CALENDAR | COMPASS | GENERIC | BEFORE_NAME


@dataclass(frozen=True, slots=True)
class Seen:
    """What the whole article says of names, by key.

    ``certain``: surely places somewhere; ``persons``: surnames; ``given``: given names before a surname, and first
    words of companies; ``repeated``: unknown names that follow "in" more than once.
    """

    certain: frozenset[str]
    persons: frozenset[str]
    given: frozenset[str]
    repeated: frozenset[str]


def read_article(lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]]) -> Seen:
    """Read what all the sentences of an article, with the candidates of each, say of names."""
    named = [(name_of(line, c), c) for line, cs in zip(lines, candidates, strict=True) for c in cs]
    weak = Counter(name for name, c in named if c.weak)
    doubtful = _doubtful(lines, candidates)
    persons, given = set[str](), set[str]()
    for line in lines if doubtful else ():
        for i, person, before_surname in _pairs(line, doubtful):
            name = key_of_word(line.words[i])
            if person:
                persons.add(name)
            if before_surname:
                given.add(name)
    return Seen(
        certain=frozenset(name for name, c in named if c.strength >= 0.75),
        persons=frozenset(persons),
        given=frozenset(given),
        repeated=frozenset(name for name, count in weak.items() if count > 1),
    )


def reconsider(line: Line, c: Candidate, seen: Seen) -> Candidate:
    """Move a candidate's strength by what the rest of the article says of the same name."""
    if c.kind in ("site", "road"):
        return c
    name, strength = name_of(line, c), c.strength
    ambiguous_country = c.kind == "country" and strength < 0.9
    if (name in seen.persons and c.kind != "country" and strength < 0.9) or (
        name in seen.given and name not in seen.certain and (ambiguous_country or strength < 0.75)
    ):
        strength -= 0.4
    elif name in seen.certain and strength >= 0.3:
        strength = max(strength, 0.7)
    elif c.weak and name in seen.repeated:
        strength = max(strength, 0.5)
    return c if strength == c.strength else c.with_strength(max(strength, 0.0))


def _doubtful(lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]]) -> frozenset[str]:
    """The words that are candidates alone and need not be places."""
    return frozenset(
        line.words[c.first]
        for line, cs in zip(lines, candidates, strict=True)
        for c in cs
        if c.last == c.first + 1 and (c.strength < 0.9 or c.kind == "country")
    )


def _pairs(line: Line, doubtful: frozenset[str]) -> Iterator[tuple[int, bool, bool]]:
    """Yield where a doubtful word stands beside a capital, whether as a surname, and whether as a given name."""
    words, capitals = line.words, line.capitals
    for at, i in enumerate(capitals):
        if words[i] not in doubtful or line.titled:
            continue
        pair_before = at > 0 and capitals[at - 1] == i - 1
        pair_after = at + 1 < len(capitals) and capitals[at + 1] == i + 1
        if pair_before or pair_after:
            opens = pair_after and (_is_given_name(line, i) or _is_company(line, i))
            yield i, pair_before and _is_surname(line, i), opens


def _is_company(line: Line, i: int) -> bool:
    """Whether word ``i`` begins the name of a company: "Osyn Foods Plc"."""
    for j in range(i + 1, i + 4):
        if not (line.capital(j) and line.spaced(j - 1)):
            return False
        if line.words[j] in COMPANY:
            return not line.capital(i - 1) or not line.spaced(i - 1)
    return False


def _is_surname(line: Line, i: int) -> bool:
    """Whether word ``i`` is a person's name: after a title, or last of two unknown capitalised words."""
    before = line.words[i - 1]
    if not (line.spaced(i - 1) or line.gaps[i - 1] == ". "):
        return False
    unknown = i > 1 and not before.isupper() and before.lower() not in FUNCTION
    return before in HONORIFIC or (unknown and before not in _NO_GIVEN_NAME)


def _is_given_name(line: Line, i: int) -> bool:
    """Whether word ``i`` is a given name: before one capitalised word that is no common part of names."""
    after = line.words[i + 1]
    if after.isupper() or len(after) < 2 or not line.spaced(i):
        return False
    if line.capital(i + 2) and line.spaced(i + 1):
        return False
    if i != 1 and (line.words[i - 1].lower() in ("the", "in", "of") or line.capital(i - 1)):
        return False
    team = after.endswith("s") and not after.endswith(_SURNAME_ENDS)
    return not (team or after in _NO_SURNAME or after.lower() in FUNCTION or ADJECTIVE.search(after))
