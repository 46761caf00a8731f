"""Turn labelled articles into the published rows, one list of rows a config."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..agreement.decisions import submitted
from ..attributions import Attributed, gather
from ..model import LABEL_OF_SPAN, Annotation, Article, SentenceIndex, Span, Unit, merge_spans
from ..splits import folds
from ..vocabulary import vocabulary
from .tokens import to_tags, tokenize

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels and spans, as it is published.

    ``labels`` has one tuple a sentence. ``layers`` are the labels that were looked for: a label of another layer is
    published as null.
    """

    article: Article
    labels: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]
    provenance: str
    layers: tuple[str, ...]
    guideline_version: str | None = None
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the row builders share: a labelled article with everything derived from it once."""

    labelled: Labelled
    folds: tuple[int, ...]
    attributions: tuple[Attributed, ...]
    index: SentenceIndex
    parts: Mapping[int, list[Span]]
    """Sentence index to the spans that touch it."""

    @property
    def article(self) -> Article:
        return self.labelled.article

    @property
    def provenance(self) -> int:
        return vocabulary("provenance").index(self.labelled.provenance)

    def sentence_ids(self, spans: Iterable[Span]) -> list[str]:
        touched = {i for span in spans for i in self.index.touching(span.start, span.end)}
        return [self.article.sentence_id(i) for i in sorted(touched)]

    def fold(self, span: Span) -> int:
        return self.folds[self.index.touching(span.start, span.end)[0]]


def prepare(labelled: Labelled) -> Prepared:
    """Derive what all rows of an article need."""
    index = SentenceIndex.of(labelled.article.sentences)
    parts: defaultdict[int, list[Span]] = defaultdict(list)
    for span in labelled.spans:
        for i in index.touching(span.start, span.end):
            parts[i].append(span)
    made = folds(labelled.article, labelled.spans)
    return Prepared(labelled, tuple(made), tuple(gather(labelled.spans)), index, parts)


def rows(labelled: Labelled) -> dict[str, list[Row]]:
    """Make one article's rows for every config; a config without rows has an empty list."""
    prepared = prepare(labelled)
    return {config: build(prepared) for config, build in BUILDERS.items()}


def sentence_rows(prepared: Prepared) -> list[Row]:
    """Make one row a sentence."""
    article, layers, votes = prepared.article, prepared.labelled.layers, _votes(prepared.labelled)
    return [
        {
            "id": article.sentence_id(i),
            "article_id": article.id,
            "index": i,
            "paragraph": sentence.paragraph,
            "section": sentence.section,
            "kind": vocabulary("unit_kind").index(sentence.kind),
            "text": article.sentence_text(sentence),
            "start": sentence.start,
            "end": sentence.end,
            **{label: label in labels if label in layers else None for label in vocabulary("label")},
            "labels": [j for j, label in enumerate(vocabulary("label")) if label in labels],
            "spans": [_part(article, span, sentence.start, sentence.end) for span in prepared.parts.get(i, [])],
            "votes": votes.get(i, []),
            "fold": prepared.folds[i],
            "provenance": prepared.provenance,
            "annotated_layers": list(layers),
        }
        for i, (sentence, labels) in enumerate(zip(article.sentences, prepared.labelled.labels, strict=True))
    ]


def _votes(labelled: Labelled) -> dict[int, list[Row]]:
    """Gather by sentence what each annotator submitted under the guidelines that the labels follow."""
    votes: defaultdict[int, list[Row]] = defaultdict(list)
    for each in labelled.annotations:
        version = labelled.guideline_version
        units = submitted(each, version).values() if version else [u for u in each.units if u.status == "submitted"]
        for unit in units:
            votes[unit.index].append({"annotator": each.annotator, **_given(unit)})
    return votes


def _given(unit: Unit) -> Row:
    """Say which labels an annotator gave; null for all where nothing was submitted."""
    said = unit.status != "skipped"
    return {label: label in unit.labels if said else None for label in vocabulary("label")}


def _part(article: Article, span: Span, start: int, end: int) -> Row:
    """Cut a span to one sentence, with offsets in that sentence."""
    first, last = max(span.start, start), min(span.end, end)
    return {
        "id": _span_id(article, span.key),
        "label": vocabulary("span_label").index(span.label),
        "start": first - start,
        "end": last - start,
        "text": article.text[first:last],
    }


def _span_id(article: Article, key: str) -> str:
    return f"{article.id}:{key}"


def span_rows(prepared: Prepared) -> list[Row]:
    """Make one row a span."""
    article = prepared.article
    member_of: defaultdict[str, list[str]] = defaultdict(list)
    for each in prepared.attributions:
        for member in each.members:
            member_of[member.key].append(_span_id(article, each.key))
    return [
        {
            "id": _span_id(article, span.key),
            "article_id": article.id,
            "sentence_ids": prepared.sentence_ids([span]),
            "label": vocabulary("span_label").index(span.label),
            "start": span.start,
            "end": span.end,
            **_in_first_sentence(prepared, span),
            "text": span.text,
            "attribution_ids": member_of[span.key],
            "number": _number(article, span),
            "location": asdict(span.location) if span.location else None,
            "score": span.score,
            "by": span.by,
            "fold": prepared.fold(span),
            "provenance": prepared.provenance,
        }
        for span in prepared.labelled.spans
    ]


def _in_first_sentence(prepared: Prepared, span: Span) -> Row:
    first = prepared.article.sentences[prepared.index.touching(span.start, span.end)[0]]
    return {"sentence_start": span.start - first.start, "sentence_end": min(span.end, first.end) - first.start}


def _number(article: Article, span: Span) -> Row | None:
    if span.number is None:
        return None
    same = [_span_id(article, link.target) for link in span.links if link.type == "equivalent_to"]
    return {**asdict(span.number), "equivalent_to": same[0] if same else None}


def attribution_rows(prepared: Prepared) -> list[Row]:
    """Make one row an attribution."""
    return [
        {
            "id": _span_id(prepared.article, each.key),
            "article_id": prepared.article.id,
            "parent_id": _span_id(prepared.article, each.parent) if each.parent else None,
            "mode": each.mode,
            "content_type": each.content_type,
            "sources": _fragments(each.sources),
            "cues": _fragments(each.cues),
            "contents": _fragments(each.contents),
            "sentence_ids": prepared.sentence_ids(each.members),
            "fold": prepared.fold(each.members[0]),
            "provenance": prepared.provenance,
        }
        for each in prepared.attributions
    ]


def _fragments(spans: Sequence[Span]) -> list[Row]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]


def article_rows(prepared: Prepared) -> list[Row]:
    """Make the article's row."""
    article, labelled = prepared.article, prepared.labelled
    return [
        {
            "id": article.id,
            "title": article.title,
            "text": article.text,
            "text_sha256": article.text_sha256,
            "language": article.language,
            "publisher": article.provenance.publisher,
            "published": article.provenance.published,
            "url": article.provenance.url,
            "license": article.provenance.license,
            "sentences": [
                {
                    "id": article.sentence_id(i),
                    "start": sentence.start,
                    "end": sentence.end,
                    "kind": vocabulary("unit_kind").index(sentence.kind),
                    "paragraph": sentence.paragraph,
                    "section": sentence.section,
                }
                for i, sentence in enumerate(article.sentences)
            ],
            "segmenter": article.segmenter,
            "guideline_version": labelled.guideline_version,
            "annotated_layers": list(labelled.layers),
            "provenance": prepared.provenance,
        }
    ]


def token_rows(prepared: Prepared) -> list[Row]:
    """Make one row a sentence, with a column of IOB2 tags for each kind of span."""
    article, made = prepared.article, []
    tag_id = {tag: i for i, tag in enumerate(vocabulary("tag"))}
    for i, sentence in enumerate(article.sentences):
        tokens = tokenize(article.sentence_text(sentence), sentence.start)
        row: Row = {
            "id": article.sentence_id(i),
            "article_id": article.id,
            "tokens": [article.text[start:end] for start, end in tokens],
            "starts": [start for start, _ in tokens],
            "ends": [end for _, end in tokens],
        }
        for label in vocabulary("span_label"):
            spans = [(span.start, span.end) for span in prepared.parts.get(i, []) if span.label == label]
            looked_for = LABEL_OF_SPAN.get(label, "attribution") in prepared.labelled.layers
            row[f"{label}_tags"] = [tag_id[tag] for tag in to_tags(tokens, spans)] if looked_for else None
        made.append(row | {"fold": prepared.folds[i], "provenance": prepared.provenance})
    return made


def annotation_rows(prepared: Prepared) -> list[Row]:
    """Make one row for what each annotator decided about each sentence."""
    return [row for each in prepared.labelled.annotations for row in _units(prepared, each)]


def _units(prepared: Prepared, annotation: Annotation) -> Iterator[Row]:
    article, who = prepared.article, annotation.annotator
    spans = merge_spans(span for unit in annotation.units for span in unit.spans)
    own = prepare(replace(prepared.labelled, spans=spans, annotations=()))
    by_id = {row["id"]: row for row in span_rows(own)}
    for unit in annotation.units:
        yield {
            "id": f"{article.sentence_id(unit.index)}:{who}",
            "article_id": article.id,
            "sentence_id": article.sentence_id(unit.index),
            "annotator": who,
            "annotator_type": annotation.annotator_type,
            "status": unit.status,
            **_given(unit),
            "spans": [_marked(article, by_id[_span_id(article, span.key)], span) for span in unit.spans],
            "comment": unit.comment,
            "seconds": unit.seconds,
            "guideline_version": unit.guideline_version,
        }


def _marked(article: Article, row: Row, span: Span) -> Row:
    """Turn a span's row into that of a span in an annotation, which has its links instead of fold and provenance."""
    links = [{"type": link.type, "target": _span_id(article, link.target)} for link in span.links]
    return {key: value for key, value in row.items() if key not in ("fold", "provenance")} | {"links": links}


BUILDERS: dict[str, Callable[[Prepared], list[Row]]] = {
    "sentences": sentence_rows,
    "spans": span_rows,
    "attributions": attribution_rows,
    "articles": article_rows,
    "annotations": annotation_rows,
    "tokens": token_rows,
}
