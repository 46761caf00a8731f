"""View → one HTML page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model import LABEL_OF_SPAN, Span
from ..vocabulary import vocabulary
from .facts import Fact, Facts
from .view import Block, Segment, View, blocks, cut

HERE = Path(__file__).parent
UNDERLINED = ("source", "cue", "content", "claim")
"""Span labels drawn as lines under the text, in the order from the text when spans are equally long."""
MOST_LANES = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as it is drawn. ``marks`` numbers its spans, the shortest first; ``layers`` has the CSS classes of the
    elements around the text, the outermost first; ``sign`` is the small sign of its links; ``begins`` says
    whether a span begins here."""

    text: str
    marks: str
    layers: tuple[str, ...]
    sign: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as it is drawn, ``gap`` being the white space before it in its paragraph."""

    index: int
    gap: str
    pieces: tuple[Piece, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span as a row of the table. ``links`` is ``"<number>:<type> …"``, ``kin`` the spans it is drawn with."""

    number: int
    span: Span
    sentence: int | None
    facts: tuple[Fact, ...]
    links: str
    kin: str


@dataclass(frozen=True, slots=True)
class Group:
    """A block with its units; a byline directly after a block quotation is its ``byline``."""

    kind: str
    units: tuple[Unit, ...]
    byline: tuple[Unit, ...] = ()


def render(view: View) -> str:
    """Write a view as one HTML page: inline style and script, no network, the same text for the same view.

    Nothing in the article can become markup: the template escapes everything, and the page's content security policy
    lets nothing run but the one script whose SHA-256 it names.
    """
    spans, rows = view.ordered(), cut(view)
    facts, number = Facts.of(view.article, spans), {span.key: i for i, span in enumerate(spans)}
    lane = lanes(rows)
    units = [
        Unit(
            index=i,
            gap=view.article.text[view.article.sentences[i - 1].end : view.article.sentences[i].start] if i else "",
            pieces=tuple(_piece(segment, number, lane, facts) for segment in row),
            labels=view.labels[i],
        )
        for i, row in enumerate(rows)
    ]
    groups = _groups(blocks(view.article.sentences), units)
    page = _environment().get_template("page.html.j2")
    return page.render(
        view=view,
        groups=groups,
        titled=_titled(view),
        marks=_marks(rows, spans, facts, number),
        legend=_legend(spans),
        sentences=Counter(label for labels in view.labels for label in labels),
        lanes=max(lane.values(), default=-1) + 1,
        labels=vocabulary("label"),
        url=_web(view.article.provenance.url),
        **_inline(),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _inline() -> dict[str, str]:
    """Read the page's style and script, and name them by their digests for its content security policy."""
    found: dict[str, str] = {}
    for name in ("css", "js"):
        text = (HERE / f"page.{name}").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        found |= {name: Markup(text), f"{name}_hash": f"sha256-{digest}"}  # noqa: S704 (our own file)
    return found


def _web(url: str | None) -> str | None:
    """Keep an address only where following it opens a web page and can run nothing."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def lanes(rows: Sequence[Sequence[Segment]]) -> dict[str, int]:
    """Give every underlined span the nearest line under the text that no shorter span it overlaps has."""
    covers: dict[str, list[int]] = {}
    spans: dict[str, Span] = {}
    segments = [segment for row in rows for segment in row]
    for i, segment in enumerate(segments):
        for span in segment.spans:
            if span.label in UNDERLINED:
                covers.setdefault(span.key, []).append(i)
                spans[span.key] = span
    taken, lane = [-1] * len(segments), {}
    for span in sorted(spans.values(), key=lambda s: (s.end - s.start, s.start, UNDERLINED.index(s.label))):
        lane[span.key] = min(max(taken[i] for i in covers[span.key]) + 1, MOST_LANES - 1)
        for i in covers[span.key]:
            taken[i] = lane[span.key]
    return lane


def _piece(segment: Segment, number: Mapping[str, int], lane: Mapping[str, int], facts: Facts) -> Piece:
    inner_first = sorted(segment.spans, key=lambda s: (s.end - s.start, s.start, s.label))
    lines = sorted((s for s in segment.spans if s.key in lane), key=lambda s: (-lane[s.key], s.key))
    fills = [s for s in reversed(inner_first) if s.key not in lane]
    begin = [span for span in segment.spans if span.start == segment.start]
    return Piece(
        text=segment.text,
        marks=" ".join(str(number[span.key]) for span in inner_first),
        layers=tuple([f"line {s.label} lane{lane[s.key]}" for s in lines] + [f"fill {s.label}" for s in fills]),
        sign=_sign(begin, facts),
        begins=bool(begin),
    )


def _sign(begin: Sequence[Span], facts: Facts) -> str:
    """Write the small sign of the links of the spans that begin here: attributions by number, "=" for equals."""
    linked = {
        n for span in begin for n in facts.numbers.get(span.key, ()) if len(facts.attributions[n - 1].members) > 1
    }
    equal = ["="] if any(span.key in facts.equivalents for span in begin) else []
    return ",".join([str(n) for n in sorted(linked)] + equal)


def _groups(parts: Sequence[Block], units: Sequence[Unit]) -> list[Group]:
    groups: list[Group] = []
    for part in parts:
        inside = tuple(units[i] if i > part.units[0] else replace(units[i], gap="") for i in part.units)
        if part.kind == "byline" and groups and groups[-1].kind == "quote" and not groups[-1].byline:
            groups[-1] = replace(groups[-1], byline=inside)
        else:
            groups.append(Group(part.kind, inside))
    return groups


def _titled(view: View) -> bool:
    """Say whether the article's first sentence already is its title."""
    sentences = view.article.sentences
    return bool(sentences) and view.article.sentence_text(sentences[0]) == view.article.title


def _marks(
    rows: Sequence[Sequence[Segment]], spans: Sequence[Span], facts: Facts, number: Mapping[str, int]
) -> list[Mark]:
    stands: dict[str, int] = {}
    for i, row in enumerate(rows):
        for segment in row:
            for span in segment.spans:
                stands.setdefault(span.key, i)
    return [
        Mark(
            number=number[span.key],
            span=span,
            sentence=stands.get(span.key),
            facts=tuple(facts.of_span(span)),
            links=" ".join(f"{number[each.target]}:{each.type}" for each in span.links if each.target in number),
            kin=" ".join(str(number[key]) for key in _kin(span, facts)),
        )
        for span in spans
    ]


def _kin(span: Span, facts: Facts) -> list[str]:
    members = [s.key for n in facts.numbers.get(span.key, ()) for s in facts.attributions[n - 1].members]
    return sorted({*members, *(other.key for other in facts.equivalents.get(span.key, ()))} - {span.key})


def _legend(spans: Sequence[Span]) -> list[tuple[str, list[tuple[str, int]]]]:
    """List under each sentence label its span labels with their counts."""
    count = Counter(span.label for span in spans)
    family = {**LABEL_OF_SPAN, "source": "attribution"}
    return [
        (label, [(name, count[name]) for name in vocabulary("span_label") if family[name] == label])
        for label in vocabulary("label")
    ]
