"""View → what rich prints in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..model import Span
from ..vocabulary import vocabulary
from .facts import Facts, short
from .view import Segment, View, cut

STYLE = {
    "claim": "underline",
    "content": "italic",
    "source": "bold bright_blue",
    "cue": "bold magenta",
    "number": "black on yellow",
    "location": "black on green",
}
"""How each span label looks in the text, the outermost first: what comes later is drawn over what comes before."""
CHIP = {"claim": "red", "attribution": "bright_blue", "number": "yellow", "location": "green"}
PASSED_OVER = ("attribution", "by", "source", "cue", "content", "unit as written")
"""Attributes that the list leaves out: it says them otherwise, or once for all."""


def render(view: View, *, listed: bool | None = None) -> RenderableType:
    """Lay a view out for a terminal: a row a sentence, with its number, kind, labels and text, then a legend.

    With colour the spans are coloured in the text. Without it (``NO_COLOR``, a pipe, a file) they are listed
    below their sentence with their attributes; ``listed`` does so, or not, whatever the console. Nothing in the
    article is read as markup, and control characters are shown, not sent.
    """
    return _Screen(view, listed)


@dataclass(frozen=True, slots=True)
class _Screen:
    view: View
    listed: bool | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        coloured = console.color_system is not None and not console.no_color
        listed = not coloured if self.listed is None else self.listed
        yield _head(self.view)
        yield from _rows(self.view, coloured, listed)
        yield Rule(style="dim", characters="─" if options.encoding.startswith("utf") else "-")
        yield _legend(self.view, coloured)


def _head(view: View) -> RenderableType:
    lines = [Text(visible(view.title), style="bold")]
    if view.article.title:
        lines.append(Text(visible(view.article.id), style="dim"))
    alarm = "yellow" if view.provenance == "suggested" else "green"
    lines.append(Text(f"{view.standing}.", style=alarm))
    if view.made_by:
        lines.append(Text(visible(", ".join(view.made_by)), style="dim"))
    return Group(*lines)


def _rows(view: View, coloured: bool, listed: bool) -> Iterator[RenderableType]:
    facts = Facts.of(view.article, view.ordered()) if listed else None
    paragraph, seen = -1, set[str]()
    for i, (sentence, segments) in enumerate(zip(view.article.sentences, cut(view), strict=True)):
        if listed or sentence.paragraph != paragraph:
            yield Text("")
        paragraph = sentence.paragraph
        style = "bold" if sentence.kind == "heading" else ""
        body: list[RenderableType] = [_text(segments, style, coloured)]
        if facts:
            body.append(_list(_beginning(segments, seen), facts))
        margin = Text(f"{i:04d}", style=style)
        margin.append(f"\n{sentence.kind}", style="dim")
        row = Table.grid(padding=(0, 1), expand=True)
        row.add_column(width=7, no_wrap=True)
        row.add_column(width=11, no_wrap=True)
        row.add_column(ratio=1, overflow="fold")
        row.add_row(margin, _chips(view.labels[i]), Group(*body))
        yield row


def _chips(labels: Sequence[str]) -> Text:
    return Text("\n").join(Text(visible(label), style=CHIP.get(label, "")) for label in labels)


def _text(segments: Sequence[Segment], style: str, coloured: bool) -> Text:
    text = Text(style=style)
    for segment in segments:
        labels = {span.label for span in segment.spans} if coloured else set()
        text.append(visible(segment.text), style=" ".join(STYLE[label] for label in STYLE if label in labels))
    return text


def _beginning(segments: Sequence[Segment], seen: set[str]) -> list[Span]:
    """Return a sentence's spans that no earlier sentence had, and count them as seen."""
    found = {span.key: span for segment in segments for span in segment.spans if span.key not in seen}
    seen.update(found)
    return list(found.values())


def _list(spans: Sequence[Span], facts: Facts) -> RenderableType:
    """List spans, one or two lines each: label, the numbers of its attributions, text, attributes."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for span in spans:
        numbers = ",".join(map(str, facts.numbers.get(span.key, ())))
        passed_over = (*PASSED_OVER, "mode", "content type") if span.label == "source" else PASSED_OVER
        said = [f"{name} {value}" for name, value in facts.of_span(span) if name not in passed_over]
        text = Text(f"[{visible(short(span.text))}]")
        text.append(f"  {'; '.join(map(visible, said))}" if said else "", style="dim")
        table.add_row(Text(f"{span.label} {numbers}".rstrip(), style=STYLE.get(span.label, "")), text)
    return table


def _legend(view: View, coloured: bool) -> RenderableType:
    spans, sentences = Counter(span.label for span in view.ordered()), Counter(x for row in view.labels for x in row)
    line = Text("spans      ")
    for label in vocabulary("span_label"):
        line.append(label, style=STYLE[label] if coloured else "").append(f" {spans[label]}   ")
    total = Text(f"sentences  {len(view.labels)}: ")
    for label in vocabulary("label"):
        total.append(label, style=CHIP[label] if coloured else "").append(f" {sentences[label]}   ")
    return Group(line, total)


def visible(text: str) -> str:
    """Put one visible character for each control character, so that no text can steer a terminal."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    code = ord(character)
    if character in "\n\t\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{REPLACEMENT CHARACTER}" if 0x7F <= code < 0xA0 else character
