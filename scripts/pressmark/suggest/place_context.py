"""Score how likely a candidate is a place: by the words around it, and by the rest of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .gazetteer import key
from .place_line import Candidate, Line, is_shouting, name_of
from .place_names import follows_party, known_at, state_at
from .place_words import (
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
    if before in LOCATIVE and not (possessive and c.score < 0.6):
        gain += 0.3
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


def reconsider(line: Line, c: Candidate, certain: set[str], persons: set[str]) -> Candidate:
    """Move a candidate's score by what the rest of the article says of the same name."""
    if c.score == 0.0:
        return c
    name, score = name_of(line, c), c.score
    if name in persons and c.kind != "country" and score < 0.9:
        score -= 0.4
    elif name in certain and score >= 0.3:
        score = max(score, 0.7)
    return replace(c, score=max(score, 0.0))


def surnames(line: Line) -> Iterator[str]:
    """Words that this sentence uses as a person's name: after a title, or last of two unknown capitalised words."""
    for i, token in enumerate(line.tokens[1:], 1):
        before = line.word(i - 1)
        if not token.capital or line.titled or not (line.spaced(i - 1) or line.gap(i - 1) == ". "):
            continue
        unknown = i > 1 and before[:1].isupper() and not before.isupper() and before.lower() not in FUNCTION
        if before in HONORIFIC or (unknown and before not in CALENDAR | COMPASS | GENERIC | BEFORE_NAME):
            yield key(token.text)
