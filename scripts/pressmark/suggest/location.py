"""Suggest the location spans of an article by rules: a gazetteer, generic parts of names, and the words around them.

Every capitalised stretch of a sentence is looked up (longest match); a name that is not known is still taken when
a generic part ("Oblast", "River") or its surroundings ("in X, Country") say that it is a place. The gazetteer's prior
and the surroundings add up to a score, and what stays under :data:`THRESHOLD` is left out. Names inside the names
of persons and organisations are left out by the capitalised words beside them. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Location, Span
from .place_context import read_article, reconsider, scored
from .place_line import Candidate, Line, coordinated, name_of, read_line
from .place_names import read_names
from .place_sense import resolve
from .place_table import STATE_SHORT
from .place_usage import modifies, usage

NAME = "rules-location"
VERSION = "0.2.0"
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
    seen = read_article(lines, candidates)
    judged = [[reconsider(line, c, seen) for c in cs] for line, cs in zip(lines, candidates, strict=True)]
    kept = resolve(lines, [[c for c in cs if c.score >= THRESHOLD] for cs in judged])
    return [
        _span(article, line, c, group)
        for line, cs in zip(lines, kept, strict=True)
        for group in coordinated(line, cs)
        for c in group
    ]


def _candidates(line: Line, learnt: frozenset[str] = frozenset()) -> list[Candidate]:
    return [scored(line, candidate) for candidate in read_names(line, learnt)]


def _span(article: Article, line: Line, c: Candidate, group: Sequence[Candidate]) -> Span:
    start, end = line.tokens[c.first].start, line.tokens[c.last - 1].end
    if line.word(c.last - 1) in STATE_SHORT and line.gap(c.last - 1)[:1] == "." and end < line.sentence.end:
        end += 1
    place = c.place
    location = Location(
        modifier=modifies(line, c),
        usage=usage(line, c, group),
        geonames_id=place.geonames_id if place else None,
        name=(place.name or None) if place else None,
        country_code=place.country_code if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
    )
    return Span(start, end, "location", article.text[start:end], location=location, score=round(c.score, 2), by=BY)
