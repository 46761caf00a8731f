"""Suggest the location spans of an article by rules: a gazetteer, generic parts of names, and the words around them.

Every capitalised stretch of a sentence is looked up (longest match); a name that is not known is still taken when
a generic part ("Oblast", "River") or its surroundings ("in X, Country") say that it is a place. The gazetteer's prior
and the surroundings add up to a strength, and what stays under :data:`THRESHOLD` is left out. Names inside the names
of persons and organisations are left out by the capitalised words beside them. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Location, Span
from .places.article import read_article, reconsider
from .places.context import judged
from .places.line import Candidate, Line, coordinated, name_of
from .places.lists import spread
from .places.names import read_names
from .places.score import score_of
from .places.sense import resolve
from .places.sites import end_of
from .places.usage import modifies, usage

NAME = "rules-location"
VERSION = "0.3.0"
LABELS = ("location",)
BY = f"{NAME} {VERSION}"
THRESHOLD = 0.5


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Read an article and return its location spans, in order, none overlapping another.

    ``found`` is not used. Scores are those of :func:`.places.score.score_of`.
    """
    lines = [Line(article.text, sentence, whole=False) for sentence in article.sentences]
    candidates = [_candidates(line) for line in lines]
    _learn(article.text, lines, candidates)
    seen = read_article(lines, candidates)
    kept = [
        [sure for c in cs if (sure := reconsider(line, c, seen)).strength >= THRESHOLD] if cs else cs
        for line, cs in zip(lines, candidates, strict=True)
    ]
    return [
        _span(article, line, c, group)
        for line, cs in resolve(lines, kept)
        for group in coordinated(line, cs)
        for c in group
    ]


def _learn(text: str, lines: list[Line], candidates: list[list[Candidate]]) -> None:
    """Read anew the sentences that have words of a name which another one says to be a place's; changes both lists."""
    taught = [(line, c) for line, cs in zip(lines, candidates, strict=True) for c in cs if c.learn]
    words = {line.words[c.first] for line, c in taught}
    learnt = frozenset(name_of(line, c) for line, c in taught)
    for i, line in enumerate(lines) if taught else ():
        if not words.isdisjoint(line.words):
            lines[i] = Line(text, line.sentence)
            candidates[i] = _candidates(lines[i], learnt)


def _candidates(line: Line, learnt: frozenset[str] = frozenset()) -> list[Candidate]:
    if not line.capitals:
        return []
    found = [kept for name in read_names(line, learnt) if (kept := judged(line, name))]
    return spread(line, found) if len(found) > 1 else found


def _span(article: Article, line: Line, c: Candidate, group: Sequence[Candidate]) -> Span:
    start, end = line.start(c.first), end_of(line, c)
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
    return Span(start, end, "location", article.text[start:end], location=location, score=score_of(c), by=BY)
