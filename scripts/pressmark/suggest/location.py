"""Suggest the location spans of an article by rules: a gazetteer, generic parts of names, and the words around them.

Every capitalised stretch of a sentence is looked up (longest match); a name that is not known is still taken when
a generic part ("Oblast", "River") or its surroundings ("in X, Country") say that it is a place. The gazetteer's prior
and the surroundings add up to a score, and what stays under :data:`THRESHOLD` is left out. Names inside the names
of persons and organisations are left out by the capitalised words beside them. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Location, Span
from .gazetteer import Place, gazetteer
from .place_context import reconsider, scored, surnames
from .place_line import Candidate, Line, name_of, read_line
from .place_names import read_names
from .place_table import STATE_SHORT
from .place_usage import modifies, usage

NAME = "rules-location"
VERSION = "0.1.0"
LABELS = ("location",)
BY = f"{NAME} {VERSION}"
THRESHOLD = 0.5


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Read an article and return its location spans, in order, none overlapping another.

    ``found`` is not used. Scores are the rules' own estimate, from 0.5 to 0.98.
    """
    lines = [read_line(article, sentence) for sentence in article.sentences]
    candidates = [_candidates(line) for line in lines]
    if learnt := {name_of(line, c) for line, cs in zip(lines, candidates, strict=True) for c in cs if c.learn}:
        candidates = [_candidates(line, frozenset(learnt)) for line in lines]
    certain = {name_of(line, c) for line, cs in zip(lines, candidates, strict=True) for c in cs if c.score >= 0.75}
    persons = {word for line in lines for word in surnames(line)}
    countries = {c.place.country_code for cs in candidates for c in cs if c.place and c.score >= 0.9}
    spans = []
    for line, cs in zip(lines, candidates, strict=True):
        judged = (reconsider(line, c, certain, persons) for c in cs)
        kept = {c.first: c for c in judged if c.score >= THRESHOLD}
        spans += [_span(article, line, c, kept, countries) for c in kept.values()]
    return spans


def _candidates(line: Line, learnt: frozenset[str] = frozenset()) -> list[Candidate]:
    return [scored(line, candidate) for candidate in read_names(line, learnt)]


def _span(article: Article, line: Line, c: Candidate, kept: dict[int, Candidate], countries: set[str | None]) -> Span:
    start, end = line.tokens[c.first].start, line.tokens[c.last - 1].end
    if line.word(c.last - 1) in STATE_SHORT and line.gap(c.last - 1)[:1] == "." and end < line.sentence.end:
        end += 1
    place = _resolve(line, c, kept, countries)
    location = Location(
        modifier=modifies(line, c),
        usage=usage(line, c, kept),
        geonames_id=place.geonames_id if place else None,
        name=(place.name or None) if place else None,
        country_code=place.country_code if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
    )
    return Span(start, end, "location", article.text[start:end], location=location, score=round(c.score, 2), by=BY)


def _resolve(line: Line, c: Candidate, kept: dict[int, Candidate], countries: set[str | None]) -> Place | None:
    """Choose among places of one name: in the country or state named next, then in a country of the article's."""
    same = gazetteer().places.get(name_of(line, c), ())
    if c.place not in same or len(same) < 2:
        return c.place
    if line.gap(c.last - 1).strip() == ",":
        other = kept.get(c.last)
        if other and other.place and other.kind in ("country", "state"):
            inside = [p for p in same if p.country_code == other.place.country_code and p.kind == "city"]
            exact = [p for p in inside if other.kind == "state" and p.admin == other.place.admin]
            return (exact or inside or [same[0]])[0]
    if line.word(c.last).lower() == "state" and (states := [p for p in same if p.kind == "state"]):
        return states[0]
    if same[0].kind == "city" and same[0].country_code not in countries:
        near = [p for p in same if p.country_code in countries and p.population * 20 > same[0].population]
        return near[0] if near else same[0]
    return same[0]
