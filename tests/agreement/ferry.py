"""An article about a ferry, and annotators who mark it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pressmark.agreement import measure
from pressmark.agreement.values import PairAgreement
from pressmark.model import Annotation, Article, Link, Provenance, Sentence, Span, Unit

TEXT = "The ferry from Norra sank, the coastguard said. “It took 41 minutes,” said Olle Brandt. Nobody was hurt."
ENDS = [TEXT.index(" “It"), TEXT.index(" Nobody"), len(TEXT)]
STARTS = [0, *(end + 1 for end in ENDS[:-1])]
SENTENCES = tuple(Sentence(start, end, 0, 0, "body") for start, end in zip(STARTS, ENDS, strict=True))
FERRY = Article("ferry", TEXT, "en", Provenance("f.txt", "0" * 64), segmenter="cut 1", sentences=SENTENCES)
ARTICLES = {"ferry": FERRY}


def mark(words: str, label: str, *links: tuple[str, Span], **attributes: Any) -> Span:
    """Mark the first place where the words stand in the ferry's text."""
    start = TEXT.index(words)
    targets = tuple(Link(kind, target.key) for kind, target in links)
    return Span(start, start + len(words), label, words, links=targets, **attributes)


def unit(index: int, labels: Iterable[str] = (), *spans: Span, version: str = "1.0", status: str = "submitted") -> Unit:
    return Unit(index, status, "2026-01-31T12:00:00Z", version, "0" * 64, tuple(labels), spans)


def by(name: str, *units: Unit, earlier: Sequence[Unit] = (), article: Article = FERRY) -> Annotation:
    segmenter = article.segmenter or ""
    return Annotation(article.id, article.text_sha256, segmenter, name, "human", units, tuple(earlier))


def compare(first: Sequence[Unit], second: Sequence[Unit], version: str = "1.0") -> PairAgreement:
    """Measure two annotators of the ferry."""
    (pair,) = measure(ARTICLES, [by("ann", *first), by("bob", *second)], version).pairs
    return pair


def table_of(pair: PairAgreement, label: str) -> tuple[int, int, int, int]:
    (each,) = [each for each in pair.labels if each.label == label]
    return (each.both, each.only_first, each.only_second, each.neither)


def spans_of(pair: PairAgreement, label: str) -> tuple[int, int, int, int]:
    (each,) = [each for each in pair.spans if each.label == label]
    return (each.first, each.second, each.exact, each.overlap)


def crowd() -> list[Annotation]:
    """Three annotators; the third one left a sentence out."""
    norra, number = mark("Norra", "location"), mark("41", "number")
    return [
        by("ann", unit(0, ["claim", "location"], norra), unit(1, ["number"], number), unit(2, ["claim"])),
        by("bob", unit(0, ["claim"]), unit(1, ["number"], mark("41 minutes", "number")), unit(2, ["claim"])),
        by("cem", unit(0, ["claim", "location"], norra), unit(1, ["claim", "number"], number)),
    ]
