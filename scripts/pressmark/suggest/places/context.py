"""Judge how likely a candidate is a place by the words around it."""

from __future__ import annotations

import re

from .gazetteer import gazetteer
from .known import division_at, follows_party, is_container, known_at, state_at
from .line import Candidate, Line, entry_of, governor
from .words import (
    ABSTRACT_VERB,
    ADJECTIVE,
    CALENDAR,
    CLASS,
    CLASS_AFTER,
    COMPASS,
    FUNCTION,
    HONORIFIC,
    LIVING,
    LOCATIVE,
    LOCATIVE_WEAK,
    MOTION,
    NOBLE,
    ORG,
    ORIGIN,
    PARTICLE,
    SAYING,
    TITLE,
    TREATY,
    TREATY_FIRST,
    WRITING,
)

_DATELINE = re.compile(
    r"(?:(?:,| &| and) [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?){0,2},{0,2} ?"
    r"(?:\([A-Z]|--|[—–_] ?\S|- [A-Z]|(?:, )?[A-Z][A-Za-z]{2,8}\.? \d)"
)
_AGED = re.compile(r"^,? \d{1,3}, $|^, $")
_NO_NAME = ORG | TITLE
_PERSONAL = HONORIFIC - TITLE
_BEFORE_COUNTRY = frozenset("Central Rural Assistant Deputy Acting Former Senior Current".split())
_HYPHENED = frozenset("based born area led backed held occupied controlled bound".split())
_SOURCES = frozenset({"to", "from", "of"})
_BEFORE_TREATY = TREATY | TREATY_FIRST
_BEFORE_PART = COMPASS | {"of", "the"}


def judged(line: Line, c: Candidate) -> Candidate | None:
    """Add what the words around a candidate say to its strength; none where it is part of another name."""
    if c.kind in ("site", "road"):
        return c
    if _in_other_name(line, c):
        return None
    if c.kind == "city":
        before = line.words[c.first - 1]
        if line.words[c.last] in _BEFORE_TREATY and _names_treaty(line, c.last):
            return None
        if before and (before < "a" or before == "by") and _signs(line, c.first):
            return None
    gain = _context(line, c)
    return c.with_strength(min(max(c.strength + gain, 0.0), 0.98)) if gain else c


def _names_treaty(line: Line, i: int) -> bool:
    """Whether the words from ``i`` on make a town's name a treaty's: "the Lyon accords", "the Lyon climate deal".

    A deal alone is as often business.
    """
    word = line.words[i]
    named = (word in TREATY and word != "deal") or (
        word in TREATY_FIRST and line.words[i + 1] in TREATY and line.spaced(i)
    )
    return named and line.spaced(i - 1)


def _signs(line: Line, i: int) -> bool:
    """Whether word ``i`` stands in the name of who wrote the article: "By Ada Obi in Lyon", "Reporting by Ada Obi"."""
    for j in range(i - 1, max(i - 4, -1), -1):
        if not line.spaced(j):
            return False
        if line.words[j].lower() == "by":
            return (j == 0 and (line.titled or line.sentence.kind == "byline")) or line.words[j - 1].lower() in WRITING
        if not line.capital(j):
            return False
    return False


def _in_other_name(line: Line, c: Candidate) -> bool:
    """Whether the capitalised words around a candidate make it part of a person's or organisation's name."""
    words, gaps, first, last = line.words, line.gaps, c.first, c.last
    before, gap = words[first - 1], gaps[first - 1] if first else "."
    if gap == ". " and (before in HONORIFIC or (len(before) == 1 and before.isupper())):
        return True
    if last == first + 1 and words[first] in _NO_NAME and not line.titled:
        return True
    spaced = gap == " " or (gap.isspace() and len(gap) < 4)
    if spaced and before in PARTICLE and line.capital(first - 2):
        return True
    if before in _BEFORE_PART and _after_of(line, first - 1 if before in COMPASS else first):
        return True
    if line.titled:
        return (spaced and before in _PERSONAL) or _organisation(line, last)
    after_gap = gaps[last - 1]
    if after_gap[:1] in "-‐‑" and words[last] in _HYPHENED:
        return False
    strong = c.strength >= 0.9
    if before[:1].isupper() and (spaced or gap in ("-", " & ")) and not _detached(line, first - 1):
        return not (strong and c.kind != "city" and ADJECTIVE.search(before))
    return words[last][:1].isupper() and _before_name(line, c, after_gap, strong)


def _after_of(line: Line, first: int) -> bool:
    """Whether "Word of (the)" before a place begins a longer name: "Bank of", "University of", "Duke of"."""
    if line.words[first - 1] == "the":
        first -= 1
    if line.words[first - 1] != "of" or not line.spaced(first - 1):
        return False
    word = line.words[first - 2]
    return word in ORG or word in NOBLE or (line.capital(first - 2) and line.words[first - 3] in ("named", "called"))


def _before_name(line: Line, c: Candidate, gap: str, strong: bool) -> bool:
    """Whether a candidate is the first part of a longer name: "London Bridge Group", "Paris Hilton"."""
    after = line.words[c.last]
    if gap == " & " and (known := known_at(line, c.last)) and known.strength >= 0.6:
        return False
    if gap == " & " or line.spaced(c.last - 1):
        if division_at(line, c.last) or after in CALENDAR or after.lower() in FUNCTION:
            return False
        return not (strong and after in TITLE and not _organisation(line, c.last))
    return gap == "-" and not strong


def _detached(line: Line, i: int) -> bool:
    """Whether the capitalised word ``i`` is no part of the name after it: first in its sentence, a day, a direction."""
    word = line.words[i]
    if word.lower() in FUNCTION or word in CALENDAR or word.endswith(("ern", "ly")) or word in _BEFORE_COUNTRY:
        return True
    if follows_party(line, i + 1):
        return True
    if line.gaps[i] == "-" and (known := known_at(line, i)) and known.last == i + 1:
        return known.strength >= 0.8
    return word.isupper() and len(word) > 4 and not line.shouting


def _organisation(line: Line, i: int) -> bool:
    """Whether the capitalised words from ``i`` on name an organisation ("Supreme Court", "Department of State")."""
    for j in range(i, min(i + 5, line.count)):
        if not (line.spaced(j - 1) and (line.capital(j) or line.words[j] in ("of", "for", "and", "the"))):
            return False
        if line.words[j] in ORG:
            return line.words[j] != "Police" or line.words[j + 1] not in TITLE
    return False


def _context(line: Line, c: Candidate) -> float:
    words, first, last = line.words, c.first, c.last
    before = words[first - 1].lower() if line.spaced(first - 1) else ""
    after = words[last].lower() if line.spaced(last - 1) else ""
    gap = line.gaps[last - 1]
    gain = 0.0
    if before in LOCATIVE and not (gap in ("'", "’") and c.strength < 0.6):
        abstract = before == "in" and c.strength < 0.75 and ABSTRACT_VERB.match(governor(line, first))
        gain += 0.0 if abstract else 0.3
    elif before in _SOURCES and _is_source(line, c, before):
        gain += 0.3
    elif before in LOCATIVE_WEAK and words[first - 2].lower() != "according":
        gain += 0.12 if c.strength >= 0.5 else 0.06
    if before == "of" and words[first - 2].lower() in CLASS:
        gain += 0.4
    if after in CLASS_AFTER or (gap == "-" and words[last] in ("based", "born", "area")):
        gain += 0.3
    if gap != " " and gap.strip() == "," and (_is_container(line, last) or _in_named_state(line, c)):
        gain += 0.35
    if first and c.kind in ("country", "state", "region") and line.gaps[first - 1].strip() == ",":
        gain += 0.1
    if words[first].isupper() and _dateline(line, c):
        return gain + 0.35
    if c.kind == "city" and (not before or before in SAYING) and _is_somebody(line, c, before, after):
        gain -= 0.4
    return gain + (_opening(line, c) if first == 0 else 0.0)


def _is_somebody(line: Line, c: Candidate, before: str, after: str) -> bool:
    """Whether a lone town's name does what people do: "Osyn said", "Osyn lived", "said Osyn, a nurse"."""
    if c.last != c.first + 1:
        return False
    if before in SAYING and line.gaps[c.last - 1] == ", ":
        return line.words[c.last] in ("a", "an", "the", "who", "whose")
    known = c.strength >= 0.9 or bool(c.place and (c.place.capital or c.place.rank >= 1_000_000))
    return not (known or before) and (after in SAYING or after in LIVING)


def _is_source(line: Line, c: Candidate, before: str) -> bool:
    """Whether somebody goes to, comes from or lives in the place: "moved to", "was from", "55, of"."""
    if before == "to":
        return governor(line, c.first) in MOTION
    if before == "from":
        return governor(line, c.first) in ORIGIN
    return before == "of" and bool(_AGED.search(line.gaps[c.first - 2]))


def _opening(line: Line, c: Candidate) -> float:
    """What it says that a name opens its sentence: a common word would be capitalised there anyway."""
    entry = entry_of(line, c)
    return -0.15 if entry and entry.common and c.kind == "city" else 0.0


def _is_container(line: Line, i: int) -> bool:
    """Whether a country or state is named at word ``i``, as after "Tours, "."""
    if not line.capital(i):
        return False
    after = state_at(line, i) or known_at(line, i)
    return after is not None and (after.kind in ("country", "state") or is_container(after))


def _in_named_state(line: Line, c: Candidate) -> bool:
    """Whether the name after a town is also that of the town's own state: "Buffalo, New York"."""
    if line.words[c.last] not in ("New", "Washington"):
        return False
    after, entry = known_at(line, c.last), entry_of(line, c)
    if after is None or entry is None or after.kind != "city":
        return False
    states = {p.admin for p in gazetteer().places(after.key) if p.kind == "state" and p.country_code == "US"}
    return any(p.admin in states and p.country_code == "US" for p in entry.places)


def _dateline(line: Line, c: Candidate) -> bool:
    """Whether a name in capital letters opens a dateline: "LYON, France (AP) --", "LYON -"."""
    if c.last == c.first + 1 and len(line.words[c.first]) < 4:
        return False
    after = zip(line.gaps[c.last - 1 : c.last + 5], line.words[c.last : c.last + 6], strict=True)
    return bool(_DATELINE.match("".join(gap[:60] + word for gap, word in after)))
