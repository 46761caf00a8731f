"""Make gold of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..decisions import AGREED, OWN, Adjudication, Gold, Item, Ruling, SentenceVerdict, Verdict
from ..model import Article, Span, merge_spans, sentence_labels
from ..vocabulary import vocabulary


def taken(item: Item) -> Span | None:
    """Return the span that an item's decision gives, None where it gives none."""
    return item.own if item.take == OWN else item.versions.get(item.take)


def settle(article: Article, agreed: Adjudication, made: Adjudication) -> Gold:
    """Make the gold of decisions: ``made`` holds what was decided, ``agreed`` all items, those agreed on too.

    A link to a span that was decided otherwise goes to the span of the same label that was taken in its place, where
    one such span overlaps it; else it is dropped.
    """
    decided = {(unit.index, item.key): (unit, item) for unit in made.units for item in unit.items}
    spans: dict[str, tuple[Span, Verdict]] = {}
    everything = [(unit, item) for unit in agreed.units for item in unit.items]
    there = {(unit.index, item.key) for unit, item in everything}
    everything += [each for place, each in decided.items() if place not in there]
    for unit, item in everything:
        unit, item = decided.get((unit.index, item.key), (unit, item))
        if (span := taken(item)) is None or span.key in spans:
            continue
        spans[span.key] = (span, _verdict(span, item, unit))
    kept = merge_spans(_relinked([span for span, _ in spans.values()]))
    labels = sentence_labels(kept, article.sentences, vocabulary("label"))
    return Gold(
        made.article_id,
        made.text_sha256,
        made.segmenter,
        made.guideline_version,
        made.audit,
        made.annotators,
        tuple(map(tuple, labels)),
        kept,
        tuple(spans[span.key][1] for span in kept),
        tuple(_sentence_verdicts(len(article.sentences), agreed, made)),
        made.since,
    )


def _verdict(span: Span, item: Item, unit: Ruling) -> Verdict:
    if item.policy:
        return Verdict(span.key, item.take, policy=item.policy)
    return Verdict(span.key, item.take, item.who or unit.who or None, item.why or unit.why or None)


def _sentence_verdicts(count: int, agreed: Adjudication, made: Adjudication) -> Iterator[SentenceVerdict]:
    units = {unit.index: unit for unit in (*agreed.units, *made.units)}
    for unit in (units[i] for i in range(count)):
        decided = [item for item in unit.items if item.take != AGREED]
        how = "decided" if decided or len(unit.judges) < 2 else "agreed"
        who, why = (_distinct([getattr(each, name) for each in (unit, *decided)]) for name in ("who", "why"))
        yield SentenceVerdict(how, who, why, _distinct([item.policy for item in decided]))


def _distinct(said: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in said if each))


def _relinked(spans: Sequence[Span]) -> Iterator[Span]:
    keys = {span.key for span in spans}
    for span in spans:
        links = [replace(link, target=_instead(link.target, spans, keys) or "") for link in span.links]
        yield replace(span, links=tuple(sorted({link for link in links if link.target and link.target != span.key})))


def _instead(target: str, spans: Sequence[Span], keys: set[str]) -> str | None:
    if target in keys:
        return target
    place, _, label = target.partition(":")
    start, end = map(int, place.split("-"))
    over = [each.key for each in spans if each.label == label and each.start < end and start < each.end]
    return over[0] if len(over) == 1 else None
