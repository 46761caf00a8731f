"""Score how likely a candidate is a place: by the words around it, and by the rest of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .gazetteer import key
from .place_line import Candidate, Line, governor, is_shouting, name_of
from .place_names import division_at, follows_party, known_at, state_at
from .place_words import (
    ABSTRACT_VERB,
    ADJECTIVE,
    BEFORE_NAME,
    CALENDAR,
    CLASS,
    CLASS_AFTER,
    COMPASS,
    FUNCTION,
    GENERIC,
    HONORIFIC,
    LOCATIVE,
    LOCATIVE_WEAK,
    NOBLE,
    ORG,
    PARTICLE,
    TITLE,
)

_NO_SURNAME = ORG | TITLE | GENERIC | CALENDAR | COMPASS
_SURNAME_ENDS = ("ss", "is", "ams", "rts", "nes")
"""Of family names; other words in -s after a name of a place are teams: "Houston Rockets"."""
_NO_GIVEN_NAME = CALENDAR | COMPASS | GENERIC | BEFORE_NAME


def scored(line: Line, c: Candidate) -> Candidate:
    """Add what the words around a candidate say to its prior; 0 where it is part of another name."""
    if _in_other_name(line, c):
        return replace(c, score=0.0)
    return replace(c, score=min(max(c.score + _context(line, c), 0.0), 0.98))


def _in_other_name(line: Line, c: Candidate) -> bool:
    """Whether the capitalised words around a candidate make it part of a person's or organisation's name."""
    before, gap = line.word(c.first - 1), line.gap(c.first - 1)
    if before in HONORIFIC and gap == ". ":
        return True
    if before in PARTICLE and line.spaced(c.first - 1) and line.word(c.first - 2)[:1].isupper():
        return True
    first = c.first - 1 if before in COMPASS else c.first
    if line.word(first - 1) == "the":
        first -= 1
    if line.word(first - 1) == "of" and line.spaced(first - 1) and _of_name(line, first - 2):
        return True
    strong = c.score >= 0.9
    if line.titled:
        return _organisation(line, c.last)
    if before[:1].isupper() and (line.spaced(c.first - 1) or gap in ("-", " & ")) and not _detached(line, c.first - 1):
        return not (strong and c.kind != "city" and ADJECTIVE.search(before))
    after = line.word(c.last)
    if after[:1].isupper() and (line.spaced(c.last - 1) or line.gap(c.last - 1) == " & "):
        if division_at(line, c.last):
            return False
        return not (after in CALENDAR or (strong and after in TITLE and not _organisation(line, c.last)))
    return line.gap(c.last - 1) == "-" and after[:1].isupper() and not strong


def _detached(line: Line, i: int) -> bool:
    """Whether the capitalised word ``i`` is no part of the name after it: first in its sentence, a day, a direction."""
    word = line.word(i)
    if word.lower() in FUNCTION or word in CALENDAR or word.endswith(("ern", "ly")) or word in ("Central", "Rural"):
        return True
    if follows_party(line, i + 1):
        return True
    if line.gap(i) == "-" and (known := known_at(line, i)) and known.last == i + 1:
        return known.score >= 0.9
    return word.isupper() and len(word) > 4 and not is_shouting(line)


def _of_name(line: Line, i: int) -> bool:
    """Whether "Word of" before a place begins a longer name: "Bank of", "University of", "Duke of"."""
    word = line.word(i)
    return word in ORG or word in NOBLE


def _organisation(line: Line, i: int) -> bool:
    """Whether the capitalised words from ``i`` on name an organisation ("Supreme Court", "Department of State")."""
    for j in range(i, min(i + 5, len(line.tokens))):
        if not (line.spaced(j - 1) and (line.tokens[j].capital or line.tokens[j].text in ("of", "for", "and", "the"))):
            return False
        if line.tokens[j].text in ORG:
            return line.tokens[j].text != "Police" or line.word(j + 1) not in TITLE
    return False


def _context(line: Line, c: Candidate) -> float:
    before = line.word(c.first - 1).lower() if line.spaced(c.first - 1) else ""
    after = line.word(c.last).lower() if line.spaced(c.last - 1) else ""
    possessive = line.gap(c.last - 1) in ("'", "’")
    gain = 0.0
    abstract = before == "in" and c.score < 0.75 and ABSTRACT_VERB.match(governor(line, c.first))
    if before in LOCATIVE and not (possessive and c.score < 0.6):
        gain += 0.0 if abstract else 0.3
    elif before in LOCATIVE_WEAK and line.word(c.first - 2).lower() != "according":
        gain += 0.12 if c.score >= 0.5 else 0.06
    if before == "of" and line.word(c.first - 2).lower() in CLASS:
        gain += 0.4
    if after in CLASS_AFTER or (line.gap(c.last - 1) == "-" and line.word(c.last) in ("based", "born", "area")):
        gain += 0.3
    if line.gap(c.last - 1).strip() == "," and _is_container(line, c.last):
        gain += 0.35
    if c.first and line.gap(c.first - 1).strip() == "," and c.kind in ("country", "state"):
        gain += 0.1
    if c.first == 0 and _dateline(line, c.last):
        gain += 0.35
    return gain


def _is_container(line: Line, i: int) -> bool:
    """Whether a country or state is named at word ``i``, as after "Tours, "."""
    if i >= len(line.tokens) or not line.tokens[i].capital:
        return False
    after = state_at(line, i) or known_at(line, i)
    return after is not None and (after.kind in ("country", "state") or (after.kind == "region" and after.score >= 0.9))


def _dateline(line: Line, last: int) -> bool:
    rest = "".join(t.text + t.gap for t in line.tokens[last - 1 : last + 2])[len(line.word(last - 1)) :]
    return line.word(0).isupper() and len(line.word(0)) > 2 and bool(re.search(r"\(|--| [—–_]", rest))


@dataclass(frozen=True, slots=True)
class Seen:
    """What the whole article says of names, by key.

    ``certain``: surely places somewhere; ``persons``: surnames; ``given``: given names before a surname; ``repeated``:
    unknown names that follow "in" more than once.
    """

    certain: frozenset[str]
    persons: frozenset[str]
    given: frozenset[str]
    repeated: frozenset[str]


def read_article(lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]]) -> Seen:
    """Read what all the sentences of an article, with the candidates of each, say of names."""
    named = [(name_of(line, c), c) for line, cs in zip(lines, candidates, strict=True) for c in cs]
    weak = Counter(name for name, c in named if c.weak)
    return Seen(
        certain=frozenset(name for name, c in named if c.score >= 0.75),
        persons=frozenset(word for line in lines for word in _surnames(line)),
        given=frozenset(word for line in lines for word in _given_names(line)),
        repeated=frozenset(name for name, count in weak.items() if count > 1),
    )


def reconsider(line: Line, c: Candidate, seen: Seen) -> Candidate:
    """Move a candidate's score by what the rest of the article says of the same name."""
    if c.score == 0.0:
        return c
    name, score = name_of(line, c), c.score
    ambiguous_country = c.kind == "country" and c.place is not None and c.place.prior < 0.9
    if (name in seen.persons and c.kind != "country" and score < 0.9) or (
        name in seen.given and name not in seen.certain and (ambiguous_country or score < 0.75)
    ):
        score -= 0.4
    elif name in seen.certain and score >= 0.3:
        score = max(score, 0.7)
    elif c.weak and name in seen.repeated:
        score = max(score, 0.5)
    return replace(c, score=max(score, 0.0))


def _surnames(line: Line) -> Iterator[str]:
    """Words that this sentence uses as a person's name: after a title, or last of two unknown capitalised words."""
    for i, token in enumerate(line.tokens[1:], 1):
        before = line.word(i - 1)
        if not token.capital or line.titled or not (line.spaced(i - 1) or line.gap(i - 1) == ". "):
            continue
        unknown = i > 1 and before[:1].isupper() and not before.isupper() and before.lower() not in FUNCTION
        if before in HONORIFIC or (unknown and before not in _NO_GIVEN_NAME):
            yield key(token.text)


def _given_names(line: Line) -> Iterator[str]:
    """Words that this sentence uses as a given name: before one capitalised word that is no common part of names."""
    for i, token in enumerate(line.tokens[:-1]):
        after = line.word(i + 1)
        if line.titled or not (token.capital and after[0].isupper() and line.spaced(i)) or after.isupper():
            continue
        single = not (line.spaced(i + 1) and line.word(i + 2)[:1].isupper())
        alone = line.word(i - 1).lower() not in ("the", "in", "of") and not line.word(i - 1)[:1].isupper()
        team = after.endswith("s") and not after.endswith(_SURNAME_ENDS)
        part = team or after in _NO_SURNAME or after.lower() in FUNCTION or ADJECTIVE.search(after)
        if single and (alone or i == 1) and not part and len(after) > 1:
            yield key(token.text)
