"""What an adjudicator sees of a sentence: what each annotator gave of it, side by side."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..adjudicate import Given, gather, taken
from ..adjudication import Case
from ..decisions import Item, content
from ..files import canonical_json, to_plain
from ..model import Article, SentenceIndex, Span, merge_spans, sentence_labels
from ..vocabulary import vocabulary
from .reading import read_result
from .results import ELSEWHERE, Windows, place_of, to_result
from .tasks import to_task, windows


@dataclass(frozen=True, slots=True)
class Page:
    """A sentence's page: where its texts stand in the article, and what each annotator gave that it can show.

    That is spans in the sentence, and those around it that are linked to them. ``judges`` submitted the sentence
    without breaking a rule.
    """

    article: Article
    index: int
    guideline_version: str
    where: Windows
    judges: tuple[str, ...]
    versions: Mapping[str, tuple[Span, ...]]

    @property
    def digest(self) -> str:
        """SHA-256 of all that a decision about the sentence rests on."""
        given = {name: [to_plain(content(span)) for span in spans] for name, spans in self.versions.items()}
        told = {"guideline_version": self.guideline_version, "judges": self.judges, "versions": given}
        return hashlib.sha256(canonical_json(told)).hexdigest()

    def result(self, spans: Sequence[Span]) -> list[dict[str, Any]]:
        """Write a version as Label Studio keeps it."""
        (labels,) = sentence_labels(spans, [self.article.sentences[self.index]], vocabulary("label"))
        return to_result(self.article.text, self.where, labels, spans)

    def as_read(self, name: str) -> tuple[Span, ...]:
        """Read an annotator's version as it would be read if an adjudicator submitted it unchanged."""
        return read_result(self.article.text, self.where, self.result(self.versions[name])).spans


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes the pages of an article's sentences; ``spans`` are each annotator's, in the order of the text."""

    case: Case
    given: Mapping[str, Given]
    spans: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, case: Case) -> Pages:
        given = gather(case.article, case.annotations, case.made.guideline_version, case.made.since)
        return cls(case, given, {name: tuple(each.spans.values()) for name, each in given.items()})

    def page(self, index: int) -> Page:
        """Make the page of a sentence."""
        article, version = self.case.article, self.case.made.guideline_version
        where = windows(to_task(article, index, version, ""))
        shown = {name: on_page(self.spans[name], where) for name, each in self.given.items() if index in each.judged}
        judges = tuple(name for name, each in self.given.items() if index in each.judged - each.invalid)
        return Page(article, index, version, where, judges, shown)


def settled(case: Case) -> tuple[Span, ...]:
    """Return what all annotators of an article agree on, and what was decided."""
    items = [item for unit in case.listed(case.made, audit=True).units for item in unit.items]
    return merge_spans(span for item in items if (span := taken(item)))


def linked_from_elsewhere(sentences: SentenceIndex, item: Item) -> set[int]:
    """Find the sentences whose pages show a link that versions of a source or cue differ in, and its own may not."""
    if item.key.rpartition(":")[2] not in ELSEWHERE:
        return set()
    given = Counter(link for version in item.versions.values() for link in version.links)
    ends = {link.target for link, count in given.items() if count < len(item.versions)}
    places = [tuple(map(int, each.partition(":")[0].split("-"))) for each in ends]
    return {index for start, end in places for index in sentences.touching(start, end)[:1]}


def on_page(spans: Sequence[Span], where: Windows) -> tuple[Span, ...]:
    """Choose the spans in a page's sentence, and those around it that are linked to them."""
    first = bisect_left(spans, where["before"][0], key=lambda span: span.start)
    last = bisect_left(spans, where["after"][1], key=lambda span: span.start)
    near = [span for span in spans[first:last] if place_of(where, span)]
    own = {span.key for span in near if place_of(where, span) == "text"}
    return tuple(span for span in near if span.key in own or {link.target for link in span.links} & own)
