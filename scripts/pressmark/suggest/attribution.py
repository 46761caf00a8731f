"""Suggest who says what: source, cue and content spans, linked, from cue verbs and quotation marks.

The method is that of rule systems for English news: a lexicon of reporting verbs with their patterns, a shallow
reading of the noun phrase before or after them, and quotation marks (Pareti et al. 2013, "Automatically Detecting
and Attributing Indirect Quotations"; O'Keefe et al. 2012, "A Sequence Labelling Approach to Quote Attribution").
No model is used; the time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from ..model import Article, Attribution, Link, Span
from .attributions.reading import Range, Reading, Statement

NAME = "rules-attribution"
VERSION = "0.3.0"
LABELS = ("source", "cue", "content")
SCORES = {
    "quoted": 0.95,
    "left": 0.95,
    "inverted": 0.95,
    "that": 0.95,
    "bare": 0.95,
    "according": 0.95,
    "turn": 0.95,
    "headline": 0.95,
    "signed": 0.95,
    "participle-quoted": 0.95,
    "participle-that": 0.9,
    "participle-bare": 0.9,
    "as": 0.9,
    "back": 0.6,
    "expected": 0.8,
    "judged": 0.7,
    "light": 0.9,
    "passive": 0.9,
    "object": 0.85,
    "quotation": 0.85,
    "stance": 0.85,
    "colon": 0.8,
    "infinitive": 0.8,
    "infinitive-object": 0.8,
    "nominal-to": 0.8,
    "stance-to": 0.8,
    "believed": 0.75,
    "participle-object": 0.75,
    "stance-of": 0.75,
    "loose-object": 0.7,
    "loose-bare": 0.7,
    "nominal": 0.7,
    "relative": 0.7,
    "participle": 0.65,
    "unsourced": 0.65,
    "loose": 0.6,
    "nominal-bare-of": 0.6,
    "infinitive-": 0.5,
    "nominal-of": 0.5,
}
"""The share of the spans found by each rule that annotators mark as well: measured on PolNeAR's development part (84
articles), one to one with overlap, its nested attributions left out of account, rounded to 0.05, none above 0.95."""
SOURCES = {"participle": 0.7, "loose": 0.4, "infinitive-": 0.5, "nominal": 0.5}
"""The same for sources alone, where a rule finds the words more surely than their speaker."""


@cache
def score(pattern: str, label: str = "") -> float:
    """Give the score of a rule's spans, those of one label if the rule has one of its own for it."""
    kind = "infinitive-" if pattern.startswith("infinitive-") else pattern.partition("-")[0]
    own = SOURCES.get(kind) if label == "source" else None
    return own if own is not None else SCORES[pattern] if pattern in SCORES else SCORES[kind]


def _mode(contents: Sequence[Range], starts: Sequence[int], ends: Sequence[int]) -> str:
    """Say how contents are given, from the sorted starts and ends of the quotations' fragments."""
    if not starts:
        return "indirect"
    held, whole = False, bool(contents)
    for start, end in contents:
        first = bisect_left(starts, start)
        inside = first < len(starts) and ends[first] <= end
        held = held or inside
        whole = whole and inside and starts[first] == start and ends[first] == end
    return "direct" if whole else "mixed" if held else "indirect"


Marks = dict[tuple[int, int, str], tuple[Attribution | None, float, list[tuple[str, str]]]]
"""Spans in the making, by start, end (negative) and label: statements that share one add their links to it."""

_said = cache(Attribution)


def _mark(marks: Marks, statement: Statement, attribution: Attribution) -> None:
    """Mark a statement's fragments, linked: sources and cues to the first content, later contents to it."""
    sure, head = score(statement.pattern), ""
    contents = sorted(set(statement.contents)) if len(statement.contents) > 1 else statement.contents
    for start, end in contents:
        links = marks.setdefault((start, -end, "content"), (attribution, sure, []))[2]
        if head:
            links.append(("part_of", head))
        else:
            head = f"{start}-{end}:content"
    target = head
    for start, end in statement.cues:
        target = target or f"{start}-{end}:cue"
        links = marks.setdefault((start, -end, "cue"), (None if head else attribution, sure, []))[2]
        if head:
            links.append(("cue_of", head))
    for start, end in statement.sources if target else ():
        own = score(statement.pattern, "source")
        marks.setdefault((start, -end, "source"), (None, own, []))[2].append(("source_of", target))


def _links(given: list[tuple[str, str]]) -> tuple[Link, ...]:
    """Give a span's links in order, each once."""
    if len(given) == 1:
        return (Link(*given[0]),)
    return tuple([Link(*link) for link in sorted(set(given))])


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Suggest an article's source, cue and content spans, with their links, in the order of the text.

    A quotation that runs over several sentences gives one content span a sentence, the later ones linked to the
    first by ``part_of``. Of ``found`` the places are used: a line that begins with one and a colon has no speaker.
    An article without sentences has no spans.
    """
    reading = Reading(article, [(span.start, span.end) for span in found if span.label == "location"])
    reading.read_turns()
    reading.read_frames()
    reading.read_headlines()
    reading.read_quotations()
    reading.read_blocks()
    pieces = sorted((start, end) for quotation in reading.quotations for _, start, end in quotation.fragments)
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    marks: Marks = {}
    for statement in reading.statements:
        kind = "reference" if statement.reference else "proposition"
        _mark(marks, statement, _said(_mode(statement.contents, starts, ends), kind))
    text, by = article.text, f"{NAME} {VERSION}"
    return [
        Span(a, -b, label, text[a:-b], None, None, said, _links(links) if links else (), sure, by)
        for (a, b, label), (said, sure, links) in sorted(marks.items(), key=itemgetter(0))
    ]
