"""Choose among the places of one name: by its sentence, then by the rest of the article, then by prominence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from .gazetteer import Place, gazetteer
from .known import division_at, division_of
from .line import Candidate, Line, coordinated, key_at, name_of
from .usage import names_division
from .words import DIVISION

_WIDE = ("country", "state")
_NEAR_DIVISION, _NEAR_COUNTRY, _NEAR_STATE = 1.2, 0.6, 0.5
"""How much an article that speaks of its division, or country, makes a town likelier, as powers of ten of people.

The last one is added where it names the division itself, and the largest town of that name is small or in a country
of which nothing is named.
"""
_PART_OF_STATE = frozenset("upstate western northern southern eastern central".split())
_PART_OF_STATE |= {part.title() for part in _PART_OF_STATE}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article says of its places.

    ``countries``: codes of the countries of all its sure places, with the keys of those; ``divisions``: the same of
    its first-level divisions, with the country; ``named``: of the countries it names themselves; ``inside``: by
    country, the keys of the other places that have one reading only; ``chosen``: by key, the readings that sentences
    decided, and how often; ``states``: the divisions that it names themselves.
    """

    countries: dict[str | None, set[str]]
    divisions: dict[tuple[str | None, str | None], set[str]]
    named: frozenset[str | None]
    inside: dict[str | None, set[str]]
    chosen: dict[str, Counter[Place]]
    divided: frozenset[str]
    states: frozenset[tuple[str | None, str | None]]


def resolve(lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]]) -> list[tuple[Line, list[Candidate]]]:
    """Give each candidate the place that its name means; returns the sentences that have any, in order."""
    marked = [(line, cs) for line, cs in zip(lines, candidates, strict=True) if cs]
    decided = [_by_sentence(line, cs) for line, cs in marked]
    evidence = _gather(marked, decided)
    return [(line, _by_article(line, cs, places, evidence)) for (line, cs), places in zip(marked, decided, strict=True)]


def _readings(c: Candidate) -> Sequence[Place]:
    """The places that a name can mean, most prominent first."""
    entry = gazetteer().get(c.key) if c.key else None
    if entry:
        return entry.readings
    return (c.place,) if c.place else ()


def _close(c: Candidate) -> Sequence[Place]:
    """The readings among which a sentence may decide: no town that is much smaller than the first one."""
    places = _readings(c)
    if len(places) < 2:
        return places
    return [p for p in places if p.kind in _WIDE or p.rank * 5 > places[0].rank]


def _by_sentence(line: Line, candidates: Sequence[Candidate]) -> list[Place | None]:
    """Choose each candidate's place by the other names of its sentence, where they tell."""
    if len(candidates) == 1:
        return [None]
    readings = [_close(c) for c in candidates]
    if all(len(places) < 2 for places in readings):
        return [None] * len(candidates)
    clear = [c for c, places in zip(candidates, readings, strict=True) if len(places) == 1 and c.place]
    near: Counter[tuple[str | None, bool]] = Counter(
        (c.place.country_code, c.kind == "country") for c in clear[:40] if c.place and c.place.country_code
    )
    beside = {c.first: group for group in coordinated(line, candidates) for c in group}
    chosen: list[Place | None] = [None] * len(candidates)
    for i, (c, places) in enumerate(zip(candidates, readings, strict=True)):
        if len(places) < 2:
            continue
        holds = (
            candidates[i - 1] if i and candidates[i - 1].last == c.first and line.gaps[c.first - 1] == ", " else None
        )
        fellows = [o for o in beside[c.first][:40] if o is not c]
        scores = [_near(p, near) + _fellows(p, fellows) + (4 * _holds(line, p, holds) if holds else 0) for p in places]
        best = max(scores)
        if best > 0 and scores.count(best) == 1:
            chosen[i] = places[scores.index(best)]
    return chosen


def _near(place: Place, near: Counter[tuple[str | None, bool]]) -> int:
    """Score a reading by the clear names of its sentence; ``near`` counts (country code, whether it is a country)."""
    score = 2 * near[place.country_code, False]
    if place.kind == "country":
        return score + sum(count for (_, country), count in near.items() if country)
    return score + near[place.country_code, True]


def _fellows(place: Place, fellows: Sequence[Candidate]) -> int:
    """Score a reading by the names coordinated with it, which share its kind and mostly its country."""
    alike = sum(o.kind == place.kind for o in fellows)
    return 3 * alike + sum(bool(o.place and o.place.country_code == place.country_code) for o in fellows)


def _holds(line: Line, place: Place, city: Candidate) -> bool:
    """Whether a reading of "Georgia" holds the city before it: "Macon, Georgia"."""
    return any(_inside(p, place) for p in gazetteer().places(name_of(line, city)))


def _inside(city: Place, place: Place) -> bool:
    exact = place.kind == "country" or (place.kind in ("state", "region") and city.admin == place.admin)
    return city.kind == "city" and city.country_code == place.country_code and exact


def _gather(marked: Sequence[tuple[Line, Sequence[Candidate]]], decided: Sequence[Sequence[Place | None]]) -> Evidence:
    named, states = set[str | None](), set[tuple[str | None, str | None]]()
    countries: dict[str | None, set[str]] = defaultdict(set)
    divisions: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    inside: dict[str | None, set[str]] = defaultdict(set)
    chosen: dict[str, Counter[Place]] = defaultdict(Counter)
    for (line, cs), places in zip(marked, decided, strict=True):
        for c, place in zip(cs, places, strict=True):
            name = c.key or name_of(line, c)
            if place:
                chosen[name][place] += 1
            if not c.place:
                continue
            if c.strength >= 0.9:
                countries[c.place.country_code].add(name)
            readings = _readings(c)
            alone = len(readings) == 1
            if alone or _stands_out(readings):
                if c.kind == "state" and c.place.admin:
                    states.add((c.place.country_code, c.place.admin))
                if c.place.admin and (alone or len({p.admin for p in readings}) == 1):
                    divisions[c.place.country_code, c.place.admin].add(name)
                if c.kind == "country":
                    named.add(c.place.country_code)
                elif c.place.country_code:
                    inside[c.place.country_code].add(name)
    divided = frozenset(_divided(marked))
    return Evidence(countries, divisions, frozenset(named), inside, chosen, divided, frozenset(states))


def _stands_out(readings: Sequence[Place]) -> bool:
    """Whether the first of the places of a name is much more prominent than those in other countries."""
    first = readings[0]
    return all(p.country_code == first.country_code or p.rank < first.rank / 2.5 for p in readings)


def _divided(marked: Sequence[tuple[Line, Sequence[Candidate]]]) -> Iterator[str]:
    """Yield the keys of towns, no capitals, that the article names with "region" or "Oblast" more than alone."""
    alone, divided = Counter[str](), Counter[str]()
    for line, cs in marked:
        for c in cs:
            if c.kind == "city" and c.key and c.place and not c.place.capital:
                (divided if division_at(line, c.last) else alone)[c.key] += 1
            elif c.kind == "state" and c.last > c.first + 1 and line.words[c.last - 1].lower() in DIVISION:
                divided[key_at(line, c.first, c.last - 1)] += 1
    yield from (name for name, count in divided.items() if count >= max(alone[name], 2))


def _by_article(
    line: Line, candidates: Sequence[Candidate], decided: Sequence[Place | None], evidence: Evidence
) -> list[Candidate]:
    """Give the candidates of a sentence the places that it decided, or else those that the article makes likely."""
    group_of = [group for group in coordinated(line, candidates) for _ in group]
    after: tuple[Candidate, Place] | None = None
    found: list[Candidate] = []
    for at in range(len(candidates) - 1, -1, -1):
        c = candidates[at]
        place = decided[at] or _chosen(line, c, evidence)
        held = after and after[0].first == c.last and line.gaps[c.last - 1].strip() == ","
        if held and after and (within := _within(line, c, after[1])):
            place = within
        if place and place.kind == "city" and (c.key in evidence.divided or names_division(line, c, group_of[at])):
            place = division_of(line, c, place) or place
        elif place and _is_state(line, c, candidates[at - 1] if at else None):
            place = next((p for p in gazetteer().places(name_of(line, c)) if p.kind == "state"), place)
        after = (c, place) if place else None
        found.append(c._replace(place=place, kind=place.kind) if place and place is not c.place else c)
    found.reverse()
    return found


def _is_state(line: Line, c: Candidate, before: Candidate | None) -> bool:
    """Whether a name is the state's, not the city's: "New York state", "upstate New York", "Buffalo, New York"."""
    if c.kind not in ("city", "state"):
        return False
    if line.words[c.last].lower() == "state" and line.spaced(c.last - 1):
        return True
    part = line.words[c.first - 1] in _PART_OF_STATE and line.spaced(c.first - 1)
    beside = before if before and before.last == c.first and line.gaps[c.first - 1].strip() == "," else None
    if not (part or beside):
        return False
    state = next((p for p in _readings(c)[1:] if p.kind == "state" and p.country_code == "US"), None)
    return state is not None and (part or (beside is not None and _holds(line, state, beside)))


def _chosen(line: Line, c: Candidate, evidence: Evidence) -> Place | None:
    """Choose a place by the article: as its other sentences mean the name, or by the places it is about."""
    readings = _readings(c)
    if not c.key or (len(readings) < 2 and c.kind not in ("city", "region")):
        return c.place
    if votes := evidence.chosen.get(name_of(line, c)):
        return max(readings, key=lambda p: votes[p])
    first = readings[0]
    if first.kind in ("city", "region"):
        places = gazetteer().places(c.key)
        same = [p for p in places if p.kind == first.kind or (p.kind == "city" and _in_state(p, evidence))]
        if len(same) == 1:
            return first
        named = _NEAR_STATE if evidence.states and _gives_way(first, evidence) else 0.0
        best = max(same, key=lambda p: _likely(c.key, p, evidence) + named * _in_state(p, evidence))
        unsure = (
            len(same) > 1 and c.key.endswith(" county") and (best.country_code, best.admin) not in evidence.divisions
        )
        return Place("", "region", best.country_code) if unsure else best
    others = {p.country_code for p in readings}
    return max(
        readings,
        key=lambda p: (
            len(evidence.inside.get(p.country_code, ()))
            + (len(evidence.named - others) if p.kind == "country" else int(p.country_code in evidence.named))
        ),
    )


def _within(line: Line, c: Candidate, holder: Place) -> Place | None:
    """The city of this name in the country, state or county that is named after it; unknown, if none is known there."""
    if holder.kind not in ("country", "state", "region") or c.kind in _WIDE:
        return None
    same = gazetteer().places(name_of(line, c))
    inside = [p for p in same if p.kind == "city" and p.country_code == holder.country_code]
    if holder.kind == "state" and holder.country_code == "US" and holder.admin and same and same[0].rank < 500_000:
        inside = [p for p in inside if p.admin == holder.admin]
    exact = next((p for p in inside if _inside(p, holder)), inside[0] if inside else None)
    if exact is None and holder.country_code and c.place and c.place.kind == "city":
        elsewhere = holder.kind != "region" or c.place.country_code != holder.country_code
        return Place("", "city", holder.country_code) if elsewhere else None
    return exact


def _is_said(name: str, by: set[str] | None) -> bool:
    """Whether another name than the one in question speaks for something."""
    return by is not None and len(by) > (name in by)


def _gives_way(first: Place, evidence: Evidence) -> bool:
    """Whether the largest place of a name is small, or in a country of which the article names nothing."""
    country = first.country_code
    return first.rank < 100_000 or not (country in evidence.named or any(c == country for c, _ in evidence.states))


def _in_state(town: Place, evidence: Evidence) -> bool:
    return town.country_code != "GB" and (town.country_code, town.admin) in evidence.states


def _likely(name: str, town: Place, evidence: Evidence) -> float:
    """How likely a name means a town: by its people, and by whether the article speaks of its country and division.

    The nations of the United Kingdom are too large to tell anything as divisions.
    """
    near = town.country_code != "GB" and _is_said(name, evidence.divisions.get((town.country_code, town.admin)))
    country = _is_said(name, evidence.countries.get(town.country_code))
    return log10(town.rank + 1) + _NEAR_DIVISION * near + _NEAR_COUNTRY * country + town.capital
