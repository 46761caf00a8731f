"""The one definition of the published rows.

It generates the Parquet schema, the card's front matter and the rows' JSON Schemas (schema/rows/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..vocabulary import vocabulary
from .columns import (
    ClassLabel,
    Column,
    ListOf,
    Scalar,
    Struct,
    Type,
    arrow_type,
    card_column,
    feature,
    json_object,
)

if TYPE_CHECKING:
    import pyarrow as pa

STRING, BOOL, INT32, FLOAT64 = Scalar("string"), Scalar("bool"), Scalar("int32"), Scalar("float64")
STRINGS = ListOf(STRING)


def _string(name: str, description: str) -> Column:
    return Column(name, STRING, description)


def _maybe(name: str, type_: Type, description: str) -> Column:
    return Column(name, type_, description, nullable=True)


def _offsets(where: str, prefix: str = "") -> tuple[Column, Column]:
    return (
        Column(f"{prefix}start", INT32, f"First code point, in {where}."),
        Column(f"{prefix}end", INT32, f"One past the last code point, in {where}."),
    )


def _label_flags(what: str) -> tuple[Column, ...]:
    return tuple(
        _maybe(label, BOOL, f"Whether {what} the label '{label}'; null where that layer was not annotated.")
        for label in vocabulary("label")
    )


ARTICLE_ID = _string("article_id", "The article it stands in.")
PROVENANCE = Column("provenance", ClassLabel("provenance"), "Where the row comes from; nobody checked 'suggested'.")
FOLD = Column("fold", INT32, "Cross-validation fold within the article: its sections, the lead merged into the first.")
LAYERS = Column(
    "annotated_layers",
    STRINGS,
    "Labels that were annotated here: 'claim' stands for sentence labels and spans, 'claim:labels' and 'claim:spans' "
    "for only one of the two.",
)
FRAGMENTS = ListOf(Struct((*_offsets("the article"), _string("text", "The fragment's text."))))

NUMBER = Struct(
    (
        _maybe("value", FLOAT64, "The number, in the unit given; null where only bounds are known."),
        _maybe("low", FLOAT64, "Lower bound."),
        _maybe("high", FLOAT64, "Upper bound."),
        _maybe("unit", STRING, "UCUM code; ISO 4217 for money; null for counts."),
        _maybe("unit_text", STRING, "The unit as written."),
        _string("modifier", f"One of {', '.join(vocabulary('number_modifier'))}."),
        _string("kind", f"One of {', '.join(vocabulary('number_kind'))}."),
        _maybe("counted_start", INT32, "First code point of what is counted, in the article."),
        _maybe("counted_end", INT32, "One past the last code point of what is counted, in the article."),
        _maybe("equivalent_to", STRING, "Id of an earlier number span that gives the same quantity in another unit."),
    )
)
LOCATION = Struct(
    (
        _maybe("usage", STRING, f"One of {', '.join(vocabulary('location_usage'))}."),
        Column("modifier", BOOL, "Whether the name modifies a noun."),
        Column("geonames_id", Scalar("int64"), "Identifier in GeoNames.", nullable=True),
        _maybe("name", STRING, "The place's usual name."),
        _maybe("country_code", STRING, "ISO 3166-1 alpha-2."),
        _maybe("lat", FLOAT64, "Latitude in degrees, WGS 84."),
        _maybe("lon", FLOAT64, "Longitude in degrees, WGS 84."),
    )
)
SPAN = (
    _string("id", "<article>:<start>-<end>:<label>."),
    ARTICLE_ID,
    Column("sentence_ids", STRINGS, "The sentences that it touches, in order."),
    Column("label", ClassLabel("span_label"), "What the span marks."),
    *_offsets("the article"),
    *_offsets("its first sentence", "sentence_"),
    _string("text", "The span's text."),
    Column("attribution_ids", STRINGS, "The attributions that it is a source, cue or content of."),
    _maybe("number", NUMBER, "Null unless the label is 'number'."),
    _maybe("location", LOCATION, "Null unless the label is 'location'."),
    _maybe("score", FLOAT64, "How sure the suggester was, from 0 to 1; null where somebody decided."),
    _maybe("by", STRING, "Name and version of the suggester."),
)
LINKS = ListOf(
    Struct(
        (_string("type", f"One of {', '.join(vocabulary('link_type'))}."), _string("target", "Id of the other span."))
    )
)

FEATURES: dict[str, tuple[Column, ...]] = {
    "sentences": (
        _string("id", "<article>:<index, four digits or more>."),
        ARTICLE_ID,
        Column("index", INT32, "Which sentence of the article it is, from 0."),
        Column("paragraph", INT32, "Which paragraph it stands in, from 0."),
        Column("section", INT32, "Which section it stands in, from 0 (the lead)."),
        Column("kind", ClassLabel("unit_kind"), "What kind of unit it is."),
        _string("text", "The sentence's text."),
        *_offsets("the article"),
        *_label_flags("the sentence carries"),
        Column("labels", ListOf(ClassLabel("label")), "The labels that are true, in canonical order."),
        Column(
            "spans",
            ListOf(
                Struct(
                    (
                        _string("id", "Id of the span in the config 'spans'."),
                        Column("label", ClassLabel("span_label"), "What the span marks."),
                        *_offsets("the sentence"),
                        _string("text", "The part of the span that stands in this sentence."),
                    )
                )
            ),
            "The spans that stand in the sentence, those of several sentences cut to this one.",
        ),
        Column(
            "votes",
            ListOf(Struct((_string("annotator", "Pseudonym."), *_label_flags("the annotator gave")))),
            "What each annotator said of it.",
        ),
        FOLD,
        PROVENANCE,
        LAYERS,
    ),
    "spans": (*SPAN, FOLD, PROVENANCE),
    "attributions": (
        _string("id", "Id of its first cue, or of its first content span where it has no cue."),
        ARTICLE_ID,
        _maybe("parent_id", STRING, "The attribution whose content this one stands in."),
        _maybe("mode", STRING, f"One of {', '.join(vocabulary('attribution_mode'))}."),
        _maybe("content_type", STRING, f"One of {', '.join(vocabulary('content_type'))}."),
        Column("sources", FRAGMENTS, "Who it is attributed to, also in other sentences."),
        Column("cues", FRAGMENTS, "What signals the attribution."),
        Column("contents", FRAGMENTS, "What is attributed."),
        Column("sentence_ids", STRINGS, "The sentences that it touches, in order."),
        FOLD,
        PROVENANCE,
    ),
    "articles": (
        _string("id", "Names the article."),
        _maybe("title", STRING, "The headline, where it is not part of the text."),
        _string("text", "The text, to which all article offsets refer."),
        _string("text_sha256", "SHA-256 of the text in UTF-8."),
        _string("language", "BCP 47 tag; 'und' when unknown."),
        _maybe("publisher", STRING, "Who published it."),
        _maybe("published", STRING, "Day of publication, ISO 8601."),
        _maybe("url", STRING, "Where it was published."),
        _string("license", "Rights in the text; 'unknown' when unknown."),
        Column(
            "sentences",
            ListOf(
                Struct(
                    (
                        _string("id", "Id of the sentence in the config 'sentences'."),
                        *_offsets("the article"),
                        Column("kind", ClassLabel("unit_kind"), "What kind of unit it is."),
                        Column("paragraph", INT32, "Which paragraph it stands in, from 0."),
                        Column("section", INT32, "Which section it stands in, from 0."),
                    )
                )
            ),
            "The sentences, which tile the text.",
        ),
        _string("segmenter", "Name and version of the segmenter."),
        _maybe("guideline_version", STRING, "Version of the guidelines that the annotation follows."),
        LAYERS,
        PROVENANCE,
    ),
    "annotations": (
        _string("id", "<sentence id>:<annotator>."),
        ARTICLE_ID,
        _string("sentence_id", "The sentence that was annotated."),
        _string("annotator", "Pseudonym."),
        _string("annotator_type", f"One of {', '.join(vocabulary('annotator_type'))}."),
        _string("status", f"One of {', '.join(vocabulary('annotation_status'))}."),
        *_label_flags("the annotator gave"),
        Column("spans", ListOf(Struct((*SPAN, Column("links", LINKS, "Links to other spans.")))), "The spans marked."),
        _maybe("comment", STRING, "What the annotator remarked."),
        _maybe("seconds", FLOAT64, "Time spent on it."),
        _maybe("guideline_version", STRING, "Version of the guidelines followed."),
    ),
    "tokens": (
        _string("id", "Id of the sentence."),
        ARTICLE_ID,
        Column("tokens", STRINGS, "The sentence's tokens, split at hyphens, clitics and brackets."),
        Column("starts", ListOf(INT32), "First code point of each token, in the article."),
        Column("ends", ListOf(INT32), "One past the last code point of each token, in the article."),
        *(
            _maybe(f"{label}_tags", ListOf(ClassLabel("tag")), f"IOB2 tags of the outermost {label} spans.")
            for label in vocabulary("span_label")
        ),
        FOLD,
        PROVENANCE,
    ),
}
"""Config name to columns, in the order in which the card lists them; the first is the default."""


def arrow_schema(config: str) -> pa.Schema:
    """Make a config's Arrow schema, with the metadata from which ``datasets`` restores the features."""
    import json

    import pyarrow as pa

    fields = [pa.field(column.name, arrow_type(column.type)) for column in FEATURES[config]]
    info = {"info": {"features": {column.name: feature(column.type) for column in FEATURES[config]}}}
    return pa.schema(fields, metadata={"huggingface": json.dumps(info)})


def card_features(config: str) -> list[dict[str, Any]]:
    """Make the ``features`` of a config's ``dataset_info`` in a card's front matter."""
    return [card_column(column) for column in FEATURES[config]]


def json_schema(config: str) -> dict[str, Any]:
    """Make the JSON Schema of a config's rows as ``datasets`` and pandas load them (class labels as integers)."""
    columns = FEATURES[config]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:pressmark:schema:rows:{config}:1",
        "title": f"Row of the config '{config}'",
        "description": "One published row, as load_dataset gives it. Generated from the definition of the features.",
        **json_object(columns),
    }
