"""Select what annotators submitted under one version of the guidelines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from ..attributions import gather
from ..model import Annotation, Article, Problem, Refused, SentenceIndex, Span, Unit, merge_spans
from .attributes import Said, said

Decisions = Mapping[str, Mapping[str, "Decided"]]
"""Annotator -> article id -> what was submitted; both in alphabetical order."""


class Members(NamedTuple):
    """An attribution as the keys of its spans."""

    sources: frozenset[str]
    cues: frozenset[str]
    contents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """What one annotator submitted about one article: the labels of each sentence, and the spans that touch one.

    ``spans`` are in the order of the text; ``touched`` says which of these sentences each one touches, ``said`` what
    its attributes say. ``links`` are (type, key of the span, key of its target).
    """

    article: Article
    labels: Mapping[int, frozenset[str]]
    spans: Mapping[str, Span]
    touched: Mapping[str, tuple[int, ...]]
    said: Mapping[str, Said]
    links: frozenset[tuple[str, str, str]]
    attributions: frozenset[Members]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two annotators submitted about the same sentences (``units``, by index) of one article.

    Their ``spans`` are those that touch one of these sentences; ``home`` says which one a span counts for.
    """

    decided: tuple[Decided, Decided]
    units: tuple[int, ...]
    spans: tuple[Mapping[str, Span], Mapping[str, Span]]
    home: Mapping[str, int]

    @property
    def article(self) -> Article:
        return self.decided[0].article


def versions(annotations: Sequence[Annotation], annotators: Sequence[str] = ()) -> list[str]:
    """List the guideline versions under which two annotators submitted the same sentence, the oldest first.

    ``annotators``: one of the two is the only one named, or both are of several (default: any two).
    """
    who: dict[tuple[str, str, str, str, int], set[str]] = defaultdict(set)
    for each in annotations:
        if len(annotators) < 2 or each.annotator in annotators:
            for unit in (*each.earlier, *each.units):
                if unit.status == "submitted":
                    place = (unit.guideline_version, each.article_id, each.text_sha256, each.segmenter, unit.index)
                    who[place].add(each.annotator)
    wanted = set(annotators) if len(annotators) == 1 else set()
    found = {place[0] for place, names in who.items() if len(names) > 1 and wanted <= names}
    return sorted(found, key=ordered)


def carry(annotations: Iterable[Annotation], since: str, guideline_version: str) -> list[Annotation]:
    """Have decisions made since a version of the guidelines count as made under a later one, where none was.

    For use after only what a change of the guidelines affects was decided anew: what was left as it was holds.
    """
    return [_carry(each, ordered(since), ordered(guideline_version), guideline_version) for each in annotations]


def _carry(annotation: Annotation, since: list[int], until: list[int], guideline_version: str) -> Annotation:
    everything = (*annotation.earlier, *annotation.units)
    last = {unit.index: unit for unit in everything if since <= ordered(unit.guideline_version) <= until}

    def made(unit: Unit) -> Unit:
        return replace(unit, guideline_version=guideline_version) if unit is last.get(unit.index) else unit

    return replace(annotation, units=tuple(map(made, annotation.units)), earlier=tuple(map(made, annotation.earlier)))


def ordered(version: str) -> list[int]:
    """Turn a version into numbers that sort: 1.10 comes after 1.9."""
    return [int(part) for part in version.split(".")]


def carried(annotations: Sequence[Annotation], since: str, guideline_version: str | None) -> list[Annotation]:
    """Have decisions made since a version count under a later one (default: the newest that anybody worked under).

    Raises Refused (``bad-version``, exit code 2) for what is no version of guidelines.
    """
    for given in (each for each in (since, guideline_version) if each is not None):
        if not re.fullmatch(r"\d{1,6}\.\d{1,6}", given, re.ASCII):
            fact = f"{given!r} is no version of the guidelines"
            raise Refused(Problem("--since", "bad-version", fact, "write it as: 1.3"), exit_code=2)
    under = {unit.guideline_version for each in annotations for unit in (*each.earlier, *each.units)}
    newest = guideline_version or max(under, key=ordered, default=since)
    return carry(annotations, since, newest)


def older_since(annotations: Sequence[Annotation], guideline_version: str) -> tuple[str, int, int] | None:
    """Say since which older version more sentences have two decisions than under a version alone: it, few, and many.

    None where no older decisions would add any.
    """
    under = {unit.guideline_version for each in annotations for unit in (*each.earlier, *each.units)}
    older = sorted((each for each in under if ordered(each) < ordered(guideline_version)), key=ordered, reverse=True)
    few = _shared(annotations, guideline_version)
    for since in older:
        if (many := _shared(carry(annotations, since, guideline_version), guideline_version)) > few:
            return since, few, many
    return None


def _shared(annotations: Iterable[Annotation], guideline_version: str) -> int:
    """Count the sentences that two annotators submitted under a version."""
    found = Counter((each.article_id, i) for each in annotations for i in submitted(each, guideline_version))
    return sum(count > 1 for count in found.values())


def submitted(annotation: Annotation, guideline_version: str) -> dict[int, Unit]:
    """Find the last decision of an annotator about each sentence under a version, where that one was submitted."""
    last = {
        unit.index: unit
        for unit in (*annotation.earlier, *annotation.units)
        if unit.guideline_version == guideline_version
    }
    return {index: unit for index, unit in sorted(last.items()) if unit.status == "submitted"}


def fits(annotation: Annotation, articles: Mapping[str, Article]) -> bool:
    """Tell whether an annotation is about a text and its sentences as they are now."""
    article = articles.get(annotation.article_id)
    if article is None:
        return False
    return (annotation.text_sha256, annotation.segmenter) == (article.text_sha256, article.segmenter)


def decisions(
    articles: Mapping[str, Article], annotations: Sequence[Annotation], guideline_version: str
) -> dict[str, dict[str, Decided]]:
    """Gather what each annotator submitted about each article under a version; see :data:`Decisions`."""
    found: dict[str, dict[str, Decided]] = {}
    for each in sorted(annotations, key=lambda a: (a.annotator, a.article_id)):
        units = submitted(each, guideline_version)
        if units and fits(each, articles):
            found.setdefault(each.annotator, {})[each.article_id] = _decided(articles[each.article_id], units)
    return found


def _decided(article: Article, units: Mapping[int, Unit]) -> Decided:
    labels = {index: frozenset(unit.labels) for index, unit in units.items()}
    index, spans, touched = SentenceIndex.of(article.sentences), dict[str, Span](), dict[str, tuple[int, ...]]()
    for span in _merged(units.values()):
        if at := tuple(i for i in index.touching(span.start, span.end) if i in labels):
            spans[span.key], touched[span.key] = span, at
    links = frozenset((link.type, key, link.target) for key, span in spans.items() for link in span.links)
    said_ = {key: said(span) for key, span in spans.items()}
    return Decided(article, labels, spans, touched, said_, links, attributions(spans.values()))


def choose(found: Decisions, annotators: Sequence[str]) -> Decisions:
    """Keep several annotators, or of all of them the sentences that the only one named submitted."""
    if not annotators:
        return found
    if len(annotators) > 1:
        return {name: found[name] for name in found if name in annotators}
    own = found.get(annotators[0], {})
    made: dict[str, dict[str, Decided]] = {}
    for name, articles in found.items():
        both = {key: restrict(decided, own[key].labels) for key, decided in articles.items() if key in own}
        if kept := {key: decided for key, decided in both.items() if decided.labels}:
            made[name] = kept
    return made


def restrict(decided: Decided, units: Container[int]) -> Decided:
    """Keep some of the sentences that were submitted, and the spans that touch them."""
    labels = {i: given for i, given in decided.labels.items() if i in units}
    kept = {key: tuple(i for i in at if i in labels) for key, at in decided.touched.items()}
    touched = {key: at for key, at in kept.items() if at}
    spans = {key: decided.spans[key] for key in touched}
    return replace(decided, labels=labels, spans=spans, touched=touched, attributions=attributions(spans.values()))


def pairs(found: Decisions) -> Iterator[tuple[str, str, list[Shared]]]:
    """Yield every two annotators that share a sentence, with what they share."""
    for first, second in combinations(found, 2):
        both = (share(found[first][key], found[second][key]) for key in found[first] if key in found[second])
        if shared := [each for each in both if each.units]:
            yield first, second, shared


def share(first: Decided, second: Decided) -> Shared:
    """Restrict what two annotators submitted about one article to the sentences that both did.

    A span counts for the sentence in which it starts, or where that is not shared, the next one that it touches.
    """
    units = tuple(index for index in first.labels if index in second.labels)
    shared, home = set(units), dict[str, int]()
    for side in (first, second):
        for key, touched in side.touched.items():
            if (at := next((i for i in touched if i in shared), None)) is not None:
                home[key] = at
    here = {key: span for key, span in first.spans.items() if key in home}
    there = {key: span for key, span in second.spans.items() if key in home}
    return Shared((first, second), units, (here, there), home)


def attributions(spans: Iterable[Span]) -> frozenset[Members]:
    """Gather spans into attributions: the keys of the sources, cues and contents of each."""
    return frozenset(
        Members(*(frozenset(span.key for span in part) for part in (each.sources, each.cues, each.contents)))
        for each in gather(list(spans))
    )


def _merged(units: Iterable[Unit]) -> tuple[Span, ...]:
    """Merge the spans of units; of a span that was marked in several, the one with attributes counts."""
    spans = [span for unit in units for span in unit.spans]
    return merge_spans(sorted(spans, key=lambda s: not (s.number or s.location or s.attribution)))
