"""Read documents in the plain interchange form: JSONL, one annotated text a line (schema/document.schema.json)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from .files import parse_json
from .model import Problem, Refused
from .schemas import violations

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span as a document's annotators marked it; ``label`` is in capitals, ``meta`` is their guideline's own."""

    start: int
    end: int
    label: str
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text. Offsets are code points, half-open, into ``text``.

    ``gold_for`` says what may be scored, ``guideline`` which rules were followed; a prediction that overlaps one of
    ``extra`` or lies in one of ``discard`` counts neither way. ``unaligned`` holds values without a span.
    """

    id: str
    text: str
    guideline: str
    gold_for: tuple[str, ...]
    sentences: tuple[Stretch, ...] | None = None
    spans: tuple[Marked, ...] = ()
    extra: tuple[Marked, ...] = ()
    sentence_labels: tuple[tuple[int, str], ...] = ()
    discard: tuple[Stretch, ...] = ()
    unaligned: tuple[Mapping[str, Any], ...] = ()
    language: str = "en"


def read_documents(path: Path) -> list[Document]:
    """Read a file of documents; blank lines are passed over.

    Raises Refused with a problem for every line that is no document: ``not-json``, ``schema-violation``,
    ``document-offsets`` (a span outside the text, an index of no sentence, sentences that overlap or stand in another
    order), ``document-incomplete`` (gold for something that is not there), ``document-repeated`` (an id given twice);
    and ``no-documents`` for a file without any. Raises OSError.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    for address, line in _lines(path):
        try:
            value = parse_json(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(address, "not-json", _fact(error), "write one JSON object a line"))
            continue
        if wrong := violations(value, "document", address):
            problems += wrong
            continue
        document = _document(value)
        problems += [*_outside(document, address), *_lacking(document, address)]
        documents.append(document)
    repeated = [name for name, count in Counter(each.id for each in documents).items() if count > 1]
    problems += [
        Problem(f"{path}", "document-repeated", f"{name!r} is the id of several documents", "give each its own")
        for name in repeated
    ]
    if not documents and not problems:
        problems.append(
            Problem(f"{path}", "no-documents", "there is no document in it", "write one JSON object a line")
        )
    if problems:
        raise Refused(*problems)
    return documents


def _fact(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, at character {error.colno} of the line"
    if isinstance(error, UnicodeError):
        return "it holds half of a surrogate pair, which is no text"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).partition(";")[0]


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Give each line that is not blank with its address. Raises Refused (``not-utf8``)."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fact = f"byte {error.start} is no UTF-8"
        raise Refused(Problem(f"{path}", "not-utf8", fact, "save it as UTF-8")) from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{path}:{number}", line


def _document(value: dict[str, Any]) -> Document:
    unaligned = value.get("unaligned")
    return Document(
        id=value["id"],
        text=value["text"],
        guideline=value["guideline"],
        gold_for=tuple(value["gold_for"]),
        sentences=_stretches(value["sentences"]) if value.get("sentences") is not None else None,
        spans=_marked(value["spans"]),
        extra=_marked(value.get("extra_spans", [])),
        sentence_labels=tuple((int(index), label) for index, label in value.get("sentence_labels", [])),
        discard=_stretches(value.get("discard", [])),
        unaligned=tuple(unaligned) if isinstance(unaligned, list) else (),
        language=value.get("language", "en"),
    )


def _stretches(pairs: list[list[int]]) -> tuple[Stretch, ...]:
    return tuple((int(start), int(end)) for start, end in pairs)


def _marked(spans: list[dict[str, Any]]) -> tuple[Marked, ...]:
    return tuple(Marked(int(span["start"]), int(span["end"]), span["label"], span.get("meta") or {}) for span in spans)


def _outside(document: Document, address: str) -> list[Problem]:
    """Find offsets that do not fit the text, and labels of sentences that are not there."""
    size = len(document.text)
    stretches = [(span.start, span.end) for span in (*document.spans, *document.extra)]
    stretches += [*(document.sentences or ()), *document.discard]
    stretches += [(int(core[0]), int(core[1])) for span in document.spans if (core := span.meta.get("core"))]
    facts = [
        f"{start}-{end} is no stretch of the text, which has {size} characters"
        for start, end in stretches
        if not 0 <= start < end <= size
    ]
    count = len(document.sentences or ())
    facts += [
        f"sentence_labels names sentence {index}; there are {count}"
        for index, _ in document.sentence_labels
        if index >= count
    ]
    pairs = pairwise(document.sentences or ())
    facts += [f"sentence {b[0]}-{b[1]} begins before {a[0]}-{a[1]} ends" for a, b in pairs if b[0] < a[1]]
    repair = "offsets are code points, half-open, and sentences stand in order; mend them"
    return [Problem(address, "document-offsets", fact, repair) for fact in facts]


SIDES = {"claim": ("CLAIM", "NOT_CLAIM"), "subjectivity": ("OBJ", "SUBJ")}
"""For each task of sentence labels the two of which every judged sentence has one."""


def _lacking(document: Document, address: str) -> Iterator[Problem]:
    """Find what a document says that it is gold for, and does not have."""
    facts = []
    if "sentences" in document.gold_for and document.sentences is None:
        facts.append("it is gold for sentences, and has none")
    for task, sides in SIDES.items():
        judged = Counter(index for index, label in document.sentence_labels if label in sides)
        if task in document.gold_for and not judged and not any(span.label == "CLAIM" for span in document.spans):
            facts.append(f"it is gold for {task}, and no sentence is labelled {' or '.join(sides)}")
        twice = [index for index, count in judged.items() if count > 1]
        facts += [f"sentence {index} is labelled {' and '.join(sides)}" for index in twice]
    if "number_values" in document.gold_for:
        bare = [span for span in document.spans if span.label == "NUMBER" and "value" not in span.meta]
        facts += [f"it is gold for number_values, and the span {each.start}-{each.end} has no value" for each in bare]
    for fact in facts:
        yield Problem(address, "document-incomplete", fact, "say in gold_for only what was annotated, or add it")
