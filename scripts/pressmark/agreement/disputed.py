"""Find the sentences on which annotators differ most, and on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..model import Article, Span
from ..vocabulary import vocabulary
from .beside import Tally
from .decisions import Decided, Decisions
from .whole import Disputed, DisputedItem


def disputed(found: Decisions, tallies: Sequence[Tally]) -> tuple[Disputed, ...]:
    """Rank sentences by the number of differences between all pairs of annotators, the most first."""
    counts = Counter[tuple[str, int]]()
    for each in tallies:
        counts.update({(each.article, i): count for i, count in each.differences.items() if count})
    by_article: dict[str, dict[str, Decided]] = {}
    for name, articles in found.items():
        for key, decided in articles.items():
            by_article.setdefault(key, {})[name] = decided
    marks = {key: {name: _by_sentence(each) for name, each in who.items()} for key, who in by_article.items()}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(_disputed(by_article[key], marks[key], i, count) for (key, i), count in ranked)


def _by_sentence(decided: Decided) -> dict[int, list[str]]:
    """List the keys of the spans that touch each sentence."""
    found: dict[int, list[str]] = {}
    for key, touched in decided.touched.items():
        for i in touched:
            found.setdefault(i, []).append(key)
    return found


def _disputed(
    who: Mapping[str, Decided], marks: Mapping[str, Mapping[int, Sequence[str]]], index: int, count: int
) -> Disputed:
    """Say what not all annotators of a sentence give it."""
    judges = [name for name, decided in who.items() if index in decided.labels]
    article: Article = who[judges[0]].article
    items = _items(judges, who, {name: marks[name].get(index, ()) for name in judges}, index)
    return Disputed(article.sentence_id(index), article.sentence_text(article.sentences[index]), count, tuple(items))


def _items(
    judges: Sequence[str], who: Mapping[str, Decided], marks: Mapping[str, Sequence[str]], index: int
) -> Iterator[DisputedItem]:
    for label in vocabulary("label"):
        given = tuple(name for name in judges if label in who[name].labels[index])
        if 0 < len(given) < len(judges):
            yield DisputedItem(label, None, given, tuple(name for name in judges if name not in given))
    spans: dict[str, Span] = {key: who[name].spans[key] for name in judges for key in marks[name]}
    for key, span in sorted(spans.items(), key=lambda item: item[1].order):
        given = tuple(name for name in judges if key in who[name].spans)
        if len(given) < len(judges):
            yield DisputedItem(key, span.text, given, tuple(name for name in judges if name not in given))
