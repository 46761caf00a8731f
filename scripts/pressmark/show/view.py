"""What is shown of an article, whatever it is shown on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..model import Article, Sentence, Span, merge_spans
from ..vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class View:
    """An article as somebody, or some rules, marked it.

    ``labels`` has one tuple of labels a sentence; ``provenance`` is one of ``vocabulary("provenance")``;
    ``made_by`` names who marked it, e.g. ``("rules-number 0.1.0",)``.

    Raises ValueError where there are not as many tuples of labels as sentences, or the provenance is not a known one.
    """

    article: Article
    spans: tuple[Span, ...]
    labels: tuple[tuple[str, ...], ...]
    provenance: str
    made_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.labels) != len(self.article.sentences):
            raise ValueError(f"{len(self.labels)} tuples of labels for {len(self.article.sentences)} sentences")
        if self.provenance not in vocabulary("provenance"):
            raise ValueError(f"provenance {self.provenance!r} is none of {', '.join(vocabulary('provenance'))}")

    @property
    def title(self) -> str:
        return self.article.title or self.article.id

    @property
    def standing(self) -> str:
        """Say in one sentence how far the marks can be trusted."""
        if self.provenance == "suggested" and not all(name.startswith("rules") for name in self.made_by):
            return "Suggested by rules or a model; nobody has checked this"
        return STANDING[self.provenance]

    def ordered(self) -> tuple[Span, ...]:
        """Return the spans in the order of the text, each once."""
        return merge_spans(span for span in self.spans if span.start < span.end)


STANDING = {
    "gold": "Adjudicated: what the annotators decided, with their differences settled",
    "annotated": "Marked by one annotator; not adjudicated",
    "suggested": "Suggested by rules; nobody has checked this",
    "imported": "Imported from another corpus, marked by its rules",
}
"""What each provenance means to a reader."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence that the same spans cover from end to end, in the order of the text."""

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences of one kind in one paragraph, by their indices."""

    kind: str
    units: tuple[int, ...]


def cut(view: View) -> list[tuple[Segment, ...]]:
    """Cut each sentence's text into segments at the boundaries of the spans that touch it.

    Spans may nest, overlap and cross sentences. A sentence's segments put together are its text. The work is linear
    in the number of sentences, spans and (segment, span) pairs, after sorting the spans.
    """
    spans, entered, touching = view.ordered(), 0, list[Span]()
    rows = []
    for sentence in view.article.sentences:
        while entered < len(spans) and spans[entered].start < sentence.end:
            touching.append(spans[entered])
            entered += 1
        touching = [span for span in touching if span.end > sentence.start]
        rows.append(tuple(_segments(view.article.text, sentence, touching)))
    return rows


def _segments(text: str, sentence: Sentence, touching: Sequence[Span]) -> Iterator[Segment]:
    edges = {sentence.start, sentence.end}
    for span in touching:
        edges |= {max(span.start, sentence.start), min(span.end, sentence.end)}
    entered, around = 0, list[Span]()
    for start, end in pairwise(sorted(edges)):
        while entered < len(touching) and touching[entered].start <= start:
            around.append(touching[entered])
            entered += 1
        around = [span for span in around if span.end > start]
        yield Segment(start, end, text[start:end], tuple(around))


def blocks(sentences: Sequence[Sentence]) -> list[Block]:
    """Gather an article's sentences into blocks, in the order of the text."""
    numbered = groupby(range(len(sentences)), key=lambda i: (sentences[i].paragraph, sentences[i].kind))
    return [Block(kind, tuple(units)) for (_, kind), units in numbered]
