"""From annotations to what somebody must decide, and from decisions to gold.

A decision is about one span, by its key. Annotators agree on it when all who submitted its sentence, two at least, gave
it with the same attributes and links. Pure functions; nothing here decides by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .agreement.decisions import fits, versions
from .decisions import Adjudication, Gold, Item, Ruling, Verdict
from .model import Annotation, Article, Problem, SentenceIndex, Span, Unit, merge_spans, sentence_labels
from .vocabulary import vocabulary

AGREED, OWN, NONE = "agreed", "own", "none"
REPAIR = "fill that in, then run: pressmark adjudicate {id}"


@dataclass(frozen=True, slots=True)
class _Given:
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
) -> Adjudication:
    """List what must be decided about an article: disagreements, and in an ``audit`` every sentence.

    Decisions made ``before`` stay where the versions that they chose between are the same.
    """
    given = {
        each.annotator: _given(each, guideline_version)
        for each in sorted(annotations, key=lambda a: a.annotator)
        if fits(each, {article.id: article})
    }
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
        ruling = _carry(Ruling(i, article.sentence_text(sentence), judges=judges, items=items), same)
        if audit or len(judges) < 2 or any(item.take != AGREED for item in ruling.items):
            rulings.append(ruling)
    assert article.segmenter is not None
    return Adjudication(
        article.id, article.text_sha256, article.segmenter, guideline_version, audit, tuple(given), tuple(rulings)
    )


def _given(annotation: Annotation, guideline_version: str) -> _Given:
    units: dict[int, Unit] = {}
    for unit in (*annotation.earlier, *annotation.units):
        if unit.guideline_version == guideline_version:
            units[unit.index] = unit
    kept = [unit for unit in units.values() if unit.status != "skipped"]
    spans = [span for unit in kept for span in unit.spans]
    merged = merge_spans(sorted(spans, key=lambda s: not (s.number or s.location or s.attribution)))
    invalid = frozenset(unit.index for unit in kept if unit.status == "invalid")
    return _Given(frozenset(unit.index for unit in kept), invalid, {span.key: span for span in merged})


def _item(key: str, unit: int, given: Mapping[str, _Given]) -> Item:
    judges = [name for name, each in given.items() if unit in each.judged]
    made = {name: each.spans[key] for name, each in given.items() if key in each.spans}
    alike = len(set(map(_content, made.values()))) == 1
    sound = not any(unit in each.invalid for each in given.values())
    if alike and sound and len(judges) > 1 and set(judges) <= set(made):
        return Item(key, AGREED, versions={AGREED: next(iter(made.values()))})
    return Item(key, versions=made)


def _content(span: Span) -> Span:
    return replace(span, score=None, by=None)


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
    who, why = (old.who, old.why) if unchanged else ("", "")
    return replace(ruling, who=who, why=why, items=tuple(sorted(items, key=_order)))


def _grounds(items: Sequence[Item]) -> dict[str, Mapping[str, Span]]:
    return {item.key: item.versions for item in items if item.versions}


def _order(item: Item) -> tuple[int, int, str]:
    place, _, label = item.key.partition(":")
    start, _, end = place.partition("-")
    return int(start), -int(end), label


def open_decisions(made: Adjudication, file: str) -> list[Problem]:
    """List what is not decided yet, decided without saying who and why, or decided twice."""
    return list(_open(made, file))


def _open(made: Adjudication, file: str) -> Iterator[Problem]:
    repair, taken = REPAIR.replace("{id}", made.article_id), set[str]()
    for n, unit in enumerate(made.units):
        if (made.audit or len(unit.judges) < 2) and not (unit.who and unit.why):
            lacks = "has not been audited" if len(unit.judges) > 1 else "was not submitted by two annotators"
            fact = f"sentence {unit.index} {lacks}: its who and why are empty"
            yield Problem(f"{file}:units/{n}", "adjudication-open", fact, repair)
        for m, item in enumerate(unit.items):
            span, found = _taken(item), _lacks(item)
            if span and span.key in taken:
                found = f"gives {span.key}, which another item gives too"
            if found:
                yield Problem(f"{file}:units/{n}/items/{m}", "adjudication-open", f"{item.key} {found}", repair)
            taken |= {span.key} if span else set()


def _taken(item: Item) -> Span | None:
    return item.own if item.take == OWN else item.versions.get(item.take)


def _lacks(item: Item) -> str | None:
    if not item.take:
        return f"is not decided: take is empty ({' or '.join([*item.versions, OWN, NONE])})"
    if item.take == OWN:
        if item.own is None:
            return "has take own, and no own = {start = …, end = …, label = …, text = …}"
    elif item.take != NONE and item.take not in item.versions:
        return f"has take {item.take!r}, which is none of {', '.join([*item.versions, OWN, NONE])}"
    if item.take != AGREED and not (item.who and item.why):
        return "is decided, and its who or why is empty"
    return None


def settle(article: Article, agreed: Adjudication, made: Adjudication) -> Gold:
    """Make the gold of decisions: ``made`` holds what was decided, ``agreed`` all items, those agreed on too.

    A link to a span that was decided otherwise goes to the span of the same label that was taken in its place, where
    one such span overlaps it; else it is dropped.
    """
    decided = {(unit.index, item.key): (unit, item) for unit in made.units for item in unit.items}
    spans: dict[str, tuple[Span, Verdict]] = {}
    everything = [(unit, item) for unit in agreed.units for item in unit.items]
    everything += [each for place, each in decided.items() if place not in {(u.index, i.key) for u, i in everything}]
    for unit, item in everything:
        unit, item = decided.get((unit.index, item.key), (unit, item))
        if (span := _taken(item)) is None or span.key in spans:
            continue
        who, why = (item.who or unit.who or None), (item.why or unit.why or None)
        spans[span.key] = (span, Verdict(span.key, item.take, who, why))
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
    )


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
