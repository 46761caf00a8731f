"""Write spans as the results that Label Studio keeps; reading.py turns results back into spans.

A result is a list of items: a region (``labels``), its attributes (items with the region's id), links (``relation``),
the unit's ticks and its comment. Offsets in it count code points of the text that the region stands in. Numbers are
written as text: Label Studio's own field for numbers cannot be emptied and takes no minus. A link says no type: the
labels at its ends do (:data:`pressmark.checks.link_labels_wrong.TIES`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model import Span
from .values import MODIFIES, NUMBERS, TEXTS, write_number

Windows = Mapping[str, tuple[int, int]]
LABELS_OF = {"text": "span", "before": "before_span", "after": "after_span"}
"""The control that labels regions in each of the page's texts."""
ELSEWHERE = ("source", "cue")
"""The labels of regions outside of the sentence."""


def to_result(
    text: str, where: Windows, labels: Sequence[str], spans: Sequence[Span], comment: str | None = None
) -> list[dict[str, Any]]:
    """Write labels, spans and links as a result on a task whose texts stand ``where`` in an article's ``text``.

    Spans that stand in none of the task's texts, or that its page cannot mark there, are left out, and so are links
    to them. :func:`read_result` gives the rest back as it was.
    """
    placed = {span.key: place for span in spans if (place := place_of(where, span))}
    ids = {key: f"r{i}" for i, key in enumerate(placed)}
    items: list[dict[str, Any]] = []
    for span in spans:
        if span.key in placed:
            items += _items(text, where, span, placed[span.key], ids[span.key])
    for span in spans:
        for link in span.links:
            if span.key in ids and link.target in ids:
                ends = {"from_id": ids[span.key], "to_id": ids[link.target]}
                items.append({"type": "relation", **ends, "direction": "right"})
    if labels:
        items.append(_whole("labels", "choices", {"choices": list(labels)}))
    if comment:
        items.append(_whole("comment", "textarea", {"text": [comment]}))
    return items


def _whole(name: str, type_: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"u-{name}", "from_name": name, "to_name": "text", "type": type_, "value": value}


def place_of(where: Windows, span: Span) -> str | None:
    """Return the name of the text that a span stands in whole and can be marked in."""
    for name, (start, end) in where.items():
        if start <= span.start and span.end <= end and (name == "text" or span.label in ELSEWHERE):
            return name
    return None


def _items(text: str, where: Windows, span: Span, name: str, id_: str) -> Iterator[dict[str, Any]]:
    low = where[name][0]
    place = {"start": span.start - low, "end": span.end - low, "text": text[span.start : span.end]}
    common = {"id": id_, "to_name": name}
    region = {**common, "from_name": LABELS_OF[name], "type": "labels", "value": {**place, "labels": [span.label]}}
    yield {**region, "meta": {"text": [span.why]}} if span.why else region  # shown beside the region that is selected
    for control, said in _attributes(text, span) if name == "text" else ():
        if control in (*NUMBERS, *TEXTS):
            shown = said if isinstance(said, str) else write_number(said)
            yield {**common, "from_name": control, "type": "textarea", "value": {**place, "text": [shown]}}
        else:
            yield {**common, "from_name": control, "type": "choices", "value": {**place, "choices": [said]}}


def _attributes(text: str, span: Span) -> list[tuple[str, Any]]:
    """List a span's attributes by the page's control for each."""
    said: dict[str, Any] = {}
    if number := span.number:
        said = {name: getattr(number, name) for name in ("value", "low", "high", "unit", "unit_text")}
        said |= {"number_kind": number.kind, "number_modifier": number.modifier}
        if number.counted_start is not None and number.counted_end is not None:
            said["counted"] = text[number.counted_start : number.counted_end]
    if place := span.location:
        said = {name: getattr(place, name) for name in ("geonames_id", "country_code", "lat", "lon")}
        said |= {"place_name": place.name, "location_usage": place.usage}
        said["location_modifier"] = MODIFIES if place.modifier else None
    if attribution := span.attribution:
        said = {"attribution_mode": attribution.mode, "content_type": attribution.content_type}
    return [(name, value) for name, value in said.items() if value is not None]
