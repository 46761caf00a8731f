"""Choose among the places of one name: by its sentence, then by the rest of the article, then by prominence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .gazetteer import Place, gazetteer
from .place_line import Candidate, Line, coordinated, name_of
from .place_usage import names_division

_WIDE = ("country", "state", "region")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article says of its places.

    ``countries``: codes of the countries of all its sure places; ``named``: of those it names themselves; ``inside``:
    by country, the keys of the other places that have one reading only; ``chosen``: by key, the readings that
    sentences decided, and how often.
    """

    countries: frozenset[str | None]
    named: frozenset[str | None]
    inside: dict[str | None, set[str]]
    chosen: dict[str, Counter[Place]]


def resolve(lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Give each candidate of each sentence (in order) the place that its name means there."""
    decided = [_by_sentence(line, cs) for line, cs in zip(lines, candidates, strict=True)]
    evidence = _gather(lines, candidates, decided)
    return [
        list(_by_article(line, cs, places, evidence))
        for line, cs, places in zip(lines, candidates, decided, strict=True)
    ]


def _readings(line: Line, c: Candidate) -> list[Place]:
    """The places that a name can mean: the most prominent one, wide ones, and cities not much smaller than it."""
    same = gazetteer().places.get(name_of(line, c), ())
    if c.place not in same:
        return [c.place] if c.place else []
    least = same[0].population / 20 if same[0].kind == "city" else float("inf")
    return [same[0], *(p for p in same[1:] if p.kind in _WIDE or p.population > least)]


def _by_sentence(line: Line, candidates: Sequence[Candidate]) -> list[Place | None]:
    """Choose each candidate's place by the other names of its sentence, where they tell."""
    readings = [_readings(line, c) for c in candidates]
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
        holds = candidates[i - 1] if i and candidates[i - 1].last == c.first and line.gap(c.first - 1) == ", " else None
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
    return score + (near[place.country_code, True] if place.kind in _WIDE else 0)


def _fellows(place: Place, fellows: Sequence[Candidate]) -> int:
    """Score a reading by the names coordinated with it, which share its kind and mostly its country."""
    alike = sum(o.kind == place.kind for o in fellows)
    return 3 * alike + sum(bool(o.place and o.place.country_code == place.country_code) for o in fellows)


def _holds(line: Line, place: Place, city: Candidate) -> bool:
    """Whether a reading of "Georgia" holds the city before it: "Macon, Georgia"."""
    return any(_inside(p, place) for p in gazetteer().places.get(name_of(line, city), ()))


def _inside(city: Place, place: Place) -> bool:
    exact = place.kind == "country" or (place.kind == "state" and city.admin == place.admin)
    return city.kind == "city" and city.country_code == place.country_code and exact


def _gather(
    lines: Sequence[Line], candidates: Sequence[Sequence[Candidate]], decided: Sequence[Sequence[Place | None]]
) -> Evidence:
    countries, named = set(), set()
    inside: dict[str | None, set[str]] = defaultdict(set)
    chosen: dict[str, Counter[Place]] = defaultdict(Counter)
    for line, cs, places in zip(lines, candidates, decided, strict=True):
        for c, place in zip(cs, places, strict=True):
            if place:
                chosen[name_of(line, c)][place] += 1
            if not c.place:
                continue
            if c.score >= 0.9:
                countries.add(c.place.country_code)
            if len(_readings(line, c)) == 1:
                if c.kind == "country":
                    named.add(c.place.country_code)
                elif c.place.country_code:
                    inside[c.place.country_code].add(name_of(line, c))
    return Evidence(frozenset(countries), frozenset(named), inside, chosen)


def _by_article(
    line: Line, candidates: Sequence[Candidate], decided: Sequence[Place | None], evidence: Evidence
) -> Iterator[Candidate]:
    groups = {c.first: group for group in coordinated(line, candidates) for c in group}
    resolved = [place or _chosen(line, c, evidence) for c, place in zip(candidates, decided, strict=True)]
    after: tuple[Candidate, Place] | None = None
    found = []
    for c, place in zip(reversed(candidates), reversed(resolved), strict=True):
        held = after and line.gap(c.last - 1).strip() == "," and after[0].first == c.last
        if held and after and (within := _within(line, c, after[1])):
            place = within
        if place and place.kind == "city" and names_division(line, c, groups[c.first]):
            place = _division(line, c, place)
        elif place and line.word(c.last).lower() == "state" and line.spaced(c.last - 1):
            place = next((p for p in gazetteer().places.get(name_of(line, c), ()) if p.kind == "state"), place)
        after = (c, place) if place else None
        found.append(replace(c, place=place, kind=place.kind) if place else c)
    yield from reversed(found)


def _chosen(line: Line, c: Candidate, evidence: Evidence) -> Place | None:
    """Choose a place by the article: as its other sentences mean the name, or by the places it is about."""
    readings = _readings(line, c)
    if len(readings) < 2:
        return c.place
    if votes := evidence.chosen.get(name_of(line, c)):
        return max(readings, key=lambda p: votes[p])
    first = readings[0]
    if first.kind == "city":
        near = [p for p in readings if p.kind == "city" and p.country_code in evidence.countries]
        return near[0] if near and first.country_code not in evidence.countries else first
    others = {p.country_code for p in readings}
    return max(
        readings,
        key=lambda p: (
            len(evidence.inside.get(p.country_code, ()))
            + (len(evidence.named - others) if p.kind == "country" else int(p.country_code in evidence.named))
        ),
    )


def _within(line: Line, c: Candidate, holder: Place) -> Place | None:
    """The city of this name in the country or state that is named after it."""
    if holder.kind not in ("country", "state"):
        return None
    same = gazetteer().places.get(name_of(line, c), ())
    inside = [p for p in same if p.kind == "city" and p.country_code == holder.country_code]
    return next((p for p in inside if _inside(p, holder)), inside[0] if inside else None)


def _division(line: Line, c: Candidate, city: Place) -> Place:
    """The region that is named after a city: known by itself, or only by its country."""
    same = gazetteer().places.get(name_of(line, c), ())
    wide = [p for p in same if p.kind in ("state", "region") and p.country_code == city.country_code]
    return wide[0] if wide else Place("", "region", city.prior, city.country_code)
