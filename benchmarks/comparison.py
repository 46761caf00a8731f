"""Compare our segmenter and suggesters with peers: the same documents, the same scorer, speeds of the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any

from environment import Peer
from peers import RUNS, varied

from pressmark.corpus import Seed
from pressmark.documents import Document
from pressmark.ingest import to_article
from pressmark.model import Article, Number, Span, merge_spans
from pressmark.score import Predicted, Result, Score, predict, score_documents
from pressmark.score.reliability import Scored
from pressmark.segment import SEGMENTER, segment
from pressmark.suggest import RULES, Suggester, suggest

WORKS: dict[str, tuple[tuple[str, str], ...]] = {
    "sentences": (("gum", "sentences"),),
    "number": (("ieer", "number"), ("measeval", "number"), ("gum", "number"), ("newsquant", "number_values")),
    "location": (("geowebnews", "location"), ("ieer", "location"), ("uner_pud", "location"), ("gum", "location")),
    "attribution": (("polnear", "attribution"),),
    "claim": (("policlaim", "claim"),),
}
"""Work → files and the task of each that is scored."""
SHOWN = ("boundary", "exact", "overlap", "value", "sentence")
OWN = "Pressmark"


@dataclass(frozen=True, slots=True)
class Line:
    """One measure on one file: F1 (0 to 1; None where undefined) of each system, and the 95 % interval of ours."""

    file: str
    label: str
    match: str
    f1: dict[str, float | None]
    interval: tuple[float | None, float | None] = (None, None)


@dataclass
class Work:
    """All that was measured for one work. ``speed``: MB of UTF-8 a second of CPU time, one core.

    ``scored`` holds our suggestions with their scores, and whether they are right.
    """

    name: str
    lines: list[Line] = field(default_factory=list)
    scored: list[Scored] = field(default_factory=list)
    speed: dict[str, float] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    not_run: dict[str, str] = field(default_factory=dict)


def megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def best(work: Callable[[list[Any]], object], inputs: Sequence[list[Any]]) -> float:
    """Return the least CPU seconds that work takes on several inputs of one size."""
    times = []
    for each in inputs:
        began = time.process_time()
        work(each)
        times.append(time.process_time() - began)
    return min(times)


def articles(texts: Sequence[str]) -> list[Article]:
    """Make articles of texts, and segment them."""
    bare = [to_article(f"a{index}", text, Seed("a.txt", "0" * 64, language="en")) for index, text in enumerate(texts)]
    return [replace(each, segmenter=SEGMENTER, sentences=tuple(segment(each.text))) for each in bare]


def own_speed(work: str, texts: Sequence[str]) -> float:
    """Measure MB/s of segmenting, or of segmenting and the suggester for a work.


    What the suggesters before it found is given to a suggester; it costs nothing here.
    """
    size, inputs = megabytes(texts), [[varied(text, run) for text in texts] for run in range(RUNS)]
    if work == "sentences":
        return size / best(lambda given: [segment(text) for text in given], inputs)
    cutting, cut = best(articles, inputs), [articles(given) for given in inputs]
    pairs: list[list[tuple[Article, list[Span]]]] = [[(article, []) for article in run] for run in cut]
    for rule in RULES:
        if work in rule.name:
            return size / (cutting + best(partial(_suggest, rule), pairs))
        for article, spans in chain.from_iterable(pairs):
            spans += rule.suggest(article, tuple(spans))
    raise ValueError(f"no suggester is named for {work}")


def together(texts: Sequence[str]) -> dict[str, float]:
    """Measure MB/s of suggesting all four labels in segmented articles, and of segmenting them as well."""
    size, inputs = megabytes(texts), [[varied(text, run) for text in texts] for run in range(2 * RUNS)]
    cutting, cut = best(articles, inputs), [articles(given) for given in inputs]
    suggesting = best(lambda given: [suggest(each) for each in given], cut)
    return {"all four labels": size / suggesting, "sentences and all four labels": size / (suggesting + cutting)}


def _suggest(rule: Suggester, given: list[tuple[Article, list[Span]]]) -> None:
    for article, found in given:
        rule.suggest(article, found)


def as_predicted(document: Document, found: Sequence[Sequence[Any]], own: Predicted, work: str) -> Predicted:
    """Put what a peer found into the form that is scored; sentence labels are compared on our sentences."""
    if work == "sentences":
        return Predicted(sentences=tuple((each[0], each[1]) for each in found))
    if work == "claim":
        claims = {profile: (1.0 if found else 0.0,) * len(scores) for profile, scores in own.claims.items()}
        return Predicted(sentences=own.sentences, claims=claims, units=own.units)
    spans = (_span(document.text, *each) for each in found)
    return Predicted(sentences=own.sentences, spans=merge_spans(spans), units=own.units)


def _span(text: str, start: int, end: int, label: str, low: float | None = None, high: float | None = None) -> Span:
    number = None if low is None else Number("count", low=low, high=high)
    return Span(start, end, label.lower(), text[start:end], number=number)


def scores(
    file: str,
    task: str,
    documents: Sequence[Document],
    peers: Sequence[Peer],
    first: int,
    own: Sequence[Predicted],
    work: str,
) -> dict[str, Score]:
    """Score ours and each peer on the documents of one file; ``first`` is the index of its first document."""
    given = {OWN: list(zip(documents, own, strict=True))}
    for peer in peers:
        if peer.reason is None:
            given[peer.name] = [
                (document, as_predicted(document, peer.found[first + index], mine, work))
                for index, (document, mine) in enumerate(zip(documents, own, strict=True))
            ]
    return {name: score_documents(pairs, file, (task,)) for name, pairs in given.items()}


def lines(file: str, scored: dict[str, Score]) -> list[Line]:
    """Set the F1 of all systems beside each other, measure by measure."""
    by_system = {name: {_key(each): each for each in (*score.results, *score.also)} for name, score in scored.items()}
    made = []
    for key, result in by_system[OWN].items():
        label, match, variant = key
        if match not in SHOWN or label == "NOT_CLAIM" or variant == "raw":
            continue
        match = "macro" if result.macro_f1 is not None else match
        match = f"{match}, {variant} rule" if variant else match
        f1 = {name: _f1(results.get(key)) for name, results in by_system.items()}
        macro = result.macro_f1 is not None
        interval = (result.macro_low, result.macro_high) if macro else (result.low, result.high)
        made.append(Line(file, label, match, f1, interval))
    return made


def _key(result: Result) -> tuple[str, str, str | None]:
    return result.label, result.match, result.variant


def _f1(result: Result | None) -> float | None:
    """Return F1, the macro average where there is one."""
    return None if result is None else result.f1 if result.macro_f1 is None else result.macro_f1


def predictions(documents: Sequence[Document], told: Callable[[int], None]) -> list[Predicted]:
    """Have our segmenter and suggesters read documents."""
    made = []
    for index, document in enumerate(documents):
        made.append(predict(document, RULES))
        told(index + 1)
    return made
