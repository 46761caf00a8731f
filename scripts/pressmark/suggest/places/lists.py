"""Let what is known of one name in a list hold for the others: "in Lyon, Osyn and Nice"."""

from __future__ import annotations

from collections.abc import Sequence

from .line import Candidate, Line, coordinated
from .words import CALENDAR, FUNCTION, LOCATIVE, ORG, TITLE

_NO_PLACE = CALENDAR | ORG | TITLE


def spread(line: Line, candidates: list[Candidate]) -> list[Candidate]:
    """Strengthen the names coordinated with a sure place, and add the unknown names between two of them."""
    if len(candidates) < 2 or not any(c.strength >= 0.75 and c.kind not in ("site", "road") for c in candidates):
        return candidates
    found: list[Candidate] = []
    for group in coordinated(line, _filled(line, candidates)):
        sure = sum(c.strength >= 0.75 and c.kind not in ("site", "road") for c in group)
        inside = line.words[group[0].first - 1].lower() in LOCATIVE
        for c in group:
            weak = c.kind not in ("site", "road") and (0.3 if inside else 0.4) <= c.strength < 0.6
            if c.reason != "unknown in a list" or sure > 1 or inside:
                found.append(c._replace(strength=0.6) if sure and weak else c)
    return found


def _filled(line: Line, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add single unknown words with a capital that stand between commas or "and" beside candidates."""
    taken = {i for c in candidates for i in range(c.first, c.last)}
    added = []
    for i in line.capitals:
        if i in taken or not _stands_alone(line, i) or line.words[i] in _NO_PLACE or line.words[i].lower() in FUNCTION:
            continue
        beside = i - 1 in taken or i + 1 in taken or (line.words[i - 1].lower() == "and" and i - 2 in taken)
        if beside and len(line.words[i]) > 3:
            added.append(Candidate(i, i + 1, None, "city", 0.55, "unknown in a list"))
    return sorted((*candidates, *added)) if added else list(candidates)


def _stands_alone(line: Line, i: int) -> bool:
    before, after = line.gaps[i - 1] if i else ".", line.gaps[i]
    opens = before.strip() == "," or line.words[i - 1].lower() in ("and", "or")
    closes = after.strip() in (",", ".") or line.words[i + 1].lower() in ("and", "or")
    return opens and closes
