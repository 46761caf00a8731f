"""From annotations to what somebody must decide.

A decision is about one span, by its key. Annotators agree on it when all who submitted its sentence, two at least, gave
it with the same attributes and links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..agreement.decisions import carry, fits, versions
from ..decisions import AGREED, Adjudication, Item, Ruling, content
from ..model import Annotation, Article, SentenceIndex, Span, Unit, merge_spans
from .policies import kept


@dataclass(frozen=True, slots=True)
class Given:
    """What one annotator gave: the sentences judged, those that break a rule among them, and all spans."""

    judged: frozenset[int]
    invalid: frozenset[int]
    spans: Mapping[str, Span]


def latest_version(annotations: Sequence[Annotation], before: Adjudication | None = None) -> str | None:
    """Return the guideline version that was adjudicated before, else the newest that two annotators worked under."""
    found = versions(annotations)
    if before is not None:
        return before.guideline_version
    return found[-1] if found else None


def prepare(
    article: Article,
    annotations: Sequence[Annotation],
    guideline_version: str,
    *,
    audit: bool,
    before: Adjudication | None = None,
    since: str | None = None,
) -> Adjudication:
    """List what must be decided about an article: disagreements, and in an ``audit`` every sentence.

    Decisions made ``before`` stay where the versions that they chose between are the same. What annotators decided
    ``since`` an earlier version counts, too, where they decided nothing anew.
    """
    given = gather(article, annotations, guideline_version, since)
    index, by_unit = SentenceIndex.of(article.sentences), defaultdict[int, set[str]](set)
    for each in given.values():
        for key, span in each.spans.items():
            for unit in index.touching(span.start, span.end)[:1]:  # none where the article's sentences are broken
                by_unit[unit].add(key)
    same = before if before and before.guideline_version == guideline_version else None
    rulings = []
    for i, sentence in enumerate(article.sentences):
        judges = tuple(name for name, each in given.items() if i in each.judged - each.invalid)
        items = tuple(_item(key, i, given) for key in by_unit[i])
        ruling = kept(_carry(Ruling(i, article.sentence_text(sentence), judges=judges, items=items), same))
        if audit or len(judges) < 2 or any(item.take != AGREED for item in ruling.items):
            rulings.append(ruling)
    assert article.segmenter is not None
    names, text = tuple(given), article.text_sha256
    return Adjudication(article.id, text, article.segmenter, guideline_version, audit, names, tuple(rulings), since)


def gather(
    article: Article, annotations: Sequence[Annotation], guideline_version: str, since: str | None = None
) -> dict[str, Given]:
    """Gather what each annotator gave of an article under a version, in the order of their pseudonyms."""
    annotations = carry(annotations, since, guideline_version) if since else annotations
    return {
        each.annotator: _given(each, guideline_version)
        for each in sorted(annotations, key=lambda a: a.annotator)
        if fits(each, {article.id: article})
    }


def _given(annotation: Annotation, guideline_version: str) -> Given:
    units: dict[int, Unit] = {}
    for unit in (*annotation.earlier, *annotation.units):
        if unit.guideline_version == guideline_version:
            units[unit.index] = unit
    kept = [unit for unit in units.values() if unit.status != "skipped"]
    spans = [span for unit in kept for span in unit.spans]
    merged = merge_spans(sorted(spans, key=lambda s: not (s.number or s.location or s.attribution)))
    invalid = frozenset(unit.index for unit in kept if unit.status == "invalid")
    return Given(frozenset(unit.index for unit in kept), invalid, {span.key: span for span in merged})


def _item(key: str, unit: int, given: Mapping[str, Given]) -> Item:
    judges = [name for name, each in given.items() if unit in each.judged]
    made = {name: each.spans[key] for name, each in given.items() if key in each.spans}
    alike = len(set(map(content, made.values()))) == 1
    sound = not any(unit in each.invalid for each in given.values())
    if alike and sound and len(judges) > 1 and set(judges) <= set(made):
        return Item(key, AGREED, versions={AGREED: next(iter(made.values()))})
    return Item(key, versions=made)


def _carry(ruling: Ruling, before: Adjudication | None) -> Ruling:
    """Take over what was decided before on the same grounds, and the spans that an adjudicator added."""
    old = next((each for each in before.units if each.index == ruling.index), None) if before else None
    if old is None:
        return replace(ruling, items=tuple(sorted(ruling.items, key=_order)))
    known = {item.key: item for item in old.items}
    items = [
        known[item.key] if item.key in known and known[item.key].versions == item.versions else item
        for item in ruling.items
    ]
    there = {item.key for item in items}
    items += [item for item in old.items if not item.versions and item.key not in there]
    unchanged = old.judges == ruling.judges and _grounds(old.items) == _grounds(ruling.items)
    who, why, at = (old.who, old.why, old.at) if unchanged else ("", "", None)
    return replace(ruling, who=who, why=why, at=at, items=tuple(sorted(items, key=_order)))


def _grounds(items: Sequence[Item]) -> dict[str, Mapping[str, Span]]:
    return {item.key: item.versions for item in items if item.versions}


def _order(item: Item) -> tuple[int, int, str]:
    place, _, label = item.key.partition(":")
    start, _, end = place.partition("-")
    return int(start), -int(end), label
