"""Frozen values that flow through the pipeline. No I/O.

Offsets are Unicode code points (Python string indices), half-open, into the article's text:
``article.text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit of annotation: body sentence, heading, block quotation or byline.

    ``paragraph`` and ``section`` count from 0. ``kind`` is one of ``vocabulary("unit_kind")``.
    """

    start: int
    end: int
    paragraph: int
    section: int
    kind: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from. ``None`` means unknown; a licence that is unknown is ``"unknown"``."""

    file: str
    file_sha256: str
    origin: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    license: str = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its immutable text, where it came from, and its sentences (a tiling of the text)."""

    id: str
    text: str
    language: str
    provenance: Provenance
    title: str | None = None
    segmenter: str | None = None
    sentences: tuple[Sentence, ...] = ()

    @property
    def text_sha256(self) -> str:
        """Hex SHA-256 of the text in UTF-8: the identity that annotations anchor to."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def sentence_id(self, index: int) -> str:
        """``<article>:<zero-based index, four digits or more>``."""
        return f"{self.id}:{index:04d}"

    def sentence_text(self, sentence: Sentence) -> str:
        return self.text[sentence.start : sentence.end]


@dataclass(frozen=True, slots=True)
class Number:
    """What a number span says: ``value``, or ``low``/``high`` (``at_least`` sets ``low`` only).

    ``unit`` is UCUM, ISO 4217 for money, null for counts; ``unit_text`` is the unit as written in the span.
    ``counted_start``/``counted_end`` are article offsets of the noun phrase that is counted.
    """

    kind: str
    modifier: str = "exact"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_text: str | None = None
    counted_start: int | None = None
    counted_end: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """What a location span says. ``modifier`` is true when the name modifies a noun ("U.S. missiles")."""

    modifier: bool = False
    usage: str | None = None
    geonames_id: int | None = None
    name: str | None = None
    country_code: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a content span says of its attribution (or the cue, where there is no content span)."""

    mode: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A directed link from the span that carries it to ``target``, the :attr:`Span.key` of another one.

    ``type`` is one of ``vocabulary("link_type")``: ``source_of`` (source -> content or cue), ``cue_of``
    (cue -> content), ``part_of`` (a later content fragment -> the first one), ``equivalent_to``
    (number -> number with the same quantity in another unit).
    """

    type: str
    target: str


@dataclass(frozen=True, slots=True, init=False)
class Span:
    """A labelled stretch of the article's text, with the attributes that its label allows.

    ``score`` (0 to 1) and ``by`` ("name version") say how sure a suggester was, and which one it was; ``why`` gives
    the reasons for the score, where it names them ("past tense +1, number +1").
    """

    start: int
    end: int
    label: str
    text: str
    number: Number | None = None
    location: Location | None = None
    attribution: Attribution | None = None
    links: tuple[Link, ...] = ()
    score: float | None = None
    by: str | None = None
    why: str | None = None

    def __init__(
        self,
        start: int,
        end: int,
        label: str,
        text: str,
        number: Number | None = None,
        location: Location | None = None,
        attribution: Attribution | None = None,
        links: tuple[Link, ...] = (),
        score: float | None = None,
        by: str | None = None,
        why: str | None = None,
    ) -> None:
        """Set the fields through their slots: half the time that a frozen class takes by itself."""
        _set_start(self, start)
        _set_end(self, end)
        _set_label(self, label)
        _set_text(self, text)
        _set_number(self, number)
        _set_location(self, location)
        _set_attribution(self, attribution)
        _set_links(self, links)
        _set_score(self, score)
        _set_by(self, by)
        _set_why(self, why)

    @property
    def key(self) -> str:
        """``<start>-<end>:<label>``, unique within an article."""
        return f"{self.start}-{self.end}:{self.label}"

    @property
    def order(self) -> tuple[int, int, str]:
        """Where the span stands among its article's: by start, longer first, then by label."""
        return (self.start, -self.end, self.label)


(
    _set_start, _set_end, _set_label, _set_text, _set_number, _set_location, _set_attribution, _set_links, _set_score,
    _set_by, _set_why,
) = (vars(Span)[each.name].__set__ for each in fields(Span))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the suggesters say of one article.

    ``suggesters`` maps each label to "name version"; ``labels`` has one tuple of labels a sentence.
    """

    article_id: str
    text_sha256: str
    segmenter: str
    suggesters: dict[str, str]
    labels: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What one annotator decided about one sentence (``index``), as pulled from Label Studio.

    ``status`` is one of ``vocabulary("annotation_status")``; a skipped unit has neither labels nor spans. An invalid
    one breaks a rule: ``faults`` say which, and labels and spans hold what could be read of it. ``submitted`` keeps
    the server's own JSON of it, and of a skipped one that holds something. ``updated`` is the server's time of the
    last change (ISO 8601, UTC); ``seconds`` is the time that the annotator spent. ``guideline_version`` and
    ``label_config`` (SHA-256) say under which guidelines and on which page it was made.
    """

    index: int
    status: str
    updated: str
    guideline_version: str
    label_config: str
    labels: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    comment: str | None = None
    seconds: float | None = None
    faults: tuple[str, ...] = ()
    submitted: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator decided about one article.

    ``units`` has at most one a sentence, in the order of the sentences. ``earlier`` keeps what later decisions of the
    same annotator replaced, in the order in which it was made.
    """

    article_id: str
    text_sha256: str
    segmenter: str
    annotator: str
    annotator_type: str
    units: tuple[Unit, ...] = ()
    earlier: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong: where (``address``), which rule (``id``), what was found (``fact``), what to do."""

    address: str
    id: str
    fact: str
    repair: str

    def __str__(self) -> str:
        return f"{self.address} [{self.id}] {self.fact}; {self.repair}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: ``done`` is e.g. "added", "unchanged", "segmented"."""

    item: str
    done: str
    detail: str = ""


class Refused(Exception):
    """Work that was not done because of problems. ``exit_code``: 1 problems found, 2 could not run."""

    def __init__(self, *problems: Problem, exit_code: int = 1) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.exit_code = exit_code


LABEL_OF_SPAN = {
    "claim": "claim",
    "cue": "attribution",
    "content": "attribution",
    "number": "number",
    "location": "location",
}
"""Which sentence label a span label gives. A ``source`` span alone gives none."""


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """Finds the sentences that a stretch of text touches, in logarithmic time."""

    sentences: Sequence[Sentence]
    starts: tuple[int, ...] = field(default=())

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> SentenceIndex:
        return cls(sentences, tuple(s.start for s in sentences))

    def touching(self, start: int, end: int) -> range:
        """Indices of the sentences that share a character with [start, end)."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        while first < len(self.sentences) and self.sentences[first].end <= start:
            first += 1
        last = first
        while last < len(self.sentences) and self.sentences[last].start < end:
            last += 1
        return range(first, last)


def sentence_labels(spans: Iterable[Span], sentences: Sequence[Sentence], order: Sequence[str]) -> list[list[str]]:
    """Derive each sentence's labels from the spans that touch it, in the given order of labels."""
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    found: list[set[str]] = [set() for _ in sentences]
    for span in spans:
        if label := LABEL_OF_SPAN.get(span.label):
            at = bisect_right(ends, span.start)
            last = bisect_left(starts, span.end, at)
            for i in range(at, last):
                found[i].add(label)
    return [[label for label in order if label in labels] if labels else [] for labels in found]


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in order; the same span marked twice becomes one that carries the links of both."""
    merged: list[Span] = []
    last: tuple[int, int, str] | None = None
    for at, span in sorted([((span.start, -span.end, span.label), span) for span in spans], key=itemgetter(0)):
        if at == last:
            links = {*merged[-1].links, *span.links}
            merged[-1] = replace(merged[-1], links=tuple(sorted(links)))
        else:
            merged.append(span if len(span.links) < 2 else replace(span, links=tuple(sorted(set(span.links)))))
        last = at
    return tuple(merged)
