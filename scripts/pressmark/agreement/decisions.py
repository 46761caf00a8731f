"""Select what annotators submitted under one version of the guidelines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Annotation, Article, SentenceIndex, Span, Unit, merge_spans

Decisions = Mapping[str, Mapping[str, "Decided"]]
"""Annotator -> article id -> what was submitted; both in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What one annotator submitted about one article: the labels of each sentence, and the spans of all of them."""

    article: Article
    labels: Mapping[int, frozenset[str]]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two annotators submitted about the same sentences (``units``, by index) of one article.

    Their spans are those that touch one of these sentences; ``home`` says which one a span counts for.
    """

    article: Article
    units: tuple[int, ...]
    labels: tuple[Mapping[int, frozenset[str]], Mapping[int, frozenset[str]]]
    spans: tuple[tuple[Span, ...], tuple[Span, ...]]
    home: Mapping[str, int]


def versions(annotations: Sequence[Annotation]) -> list[str]:
    """List the guideline versions under which two annotators submitted the same sentence, the oldest first."""
    who: dict[tuple[str, str, str, str, int], set[str]] = defaultdict(set)
    for each in annotations:
        for unit in (*each.earlier, *each.units):
            if unit.status == "submitted":
                place = (unit.guideline_version, each.article_id, each.text_sha256, each.segmenter, unit.index)
                who[place].add(each.annotator)
    found = {place[0] for place, annotators in who.items() if len(annotators) > 1}
    return sorted(found, key=lambda version: [int(part) for part in version.split(".")])


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
            labels = {index: frozenset(unit.labels) for index, unit in units.items()}
            decided = Decided(articles[each.article_id], labels, _merged(units.values()))
            found.setdefault(each.annotator, {})[each.article_id] = decided
    return found


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
    index, shared = SentenceIndex.of(first.article.sentences), set(units)
    home: dict[str, int] = {}
    for span in (*first.spans, *second.spans):
        if touched := [i for i in index.touching(span.start, span.end) if i in shared]:
            home[span.key] = touched[0]
    here = tuple(span for span in first.spans if span.key in home)
    there = tuple(span for span in second.spans if span.key in home)
    return Shared(first.article, units, (first.labels, second.labels), (here, there), home)


def _merged(units: Iterable[Unit]) -> tuple[Span, ...]:
    """Merge the spans of units; of a span that was marked in several, the one with attributes counts."""
    spans = [span for unit in units for span in unit.spans]
    return merge_spans(sorted(spans, key=lambda s: not (s.number or s.location or s.attribution)))
