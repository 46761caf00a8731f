"""Read documents in the plain interchange form: JSONL, one annotated text a line (schema/document.schema.json)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


def read_documents(path: Path) -> list[Document]:
    """Read a file of documents; blank lines are passed over.

    Raises Refused with a problem for every line that is no document: ``not-json``, ``schema-violation``,
    ``document-offsets`` (a span outside the text, an index of no sentence), ``document-repeated`` (an id given
    twice); and ``no-documents`` for a file without any. Raises OSError.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    for address, line in _lines(path):
        try:
            value = parse_json(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(address, "not-json", str(error), "write one JSON object a line"))
            continue
        if wrong := violations(value, "document", address):
            problems += wrong
            continue
        document = _document(value)
        problems += _outside(document, address)
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
        sentence_labels=tuple((index, label) for index, label in value.get("sentence_labels", [])),
        discard=_stretches(value.get("discard", [])),
        unaligned=tuple(unaligned) if isinstance(unaligned, list) else (),
    )


def _stretches(pairs: list[list[int]]) -> tuple[Stretch, ...]:
    return tuple((start, end) for start, end in pairs)


def _marked(spans: list[dict[str, Any]]) -> tuple[Marked, ...]:
    return tuple(Marked(span["start"], span["end"], span["label"], span.get("meta") or {}) for span in spans)


def _outside(document: Document, address: str) -> list[Problem]:
    """Find offsets that do not fit the text, and labels of sentences that are not there."""
    size = len(document.text)
    stretches = [(span.start, span.end) for span in (*document.spans, *document.extra)]
    stretches += [*(document.sentences or ()), *document.discard]
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
    repair = "offsets are code points, half-open; mend them"
    return [Problem(address, "document-offsets", fact, repair) for fact in facts]
