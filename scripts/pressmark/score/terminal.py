"""A score → what rich prints in a terminal of 80 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..schemas import printable
from .values import Fault, Result, Score, Tally

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

COLUMNS = ("label", "match", "P", "R", "F1", "95 %", "gold", "found")
LONGEST = 90
"""How much of a faulty stretch is shown, at most, in characters."""


def render(score: Score, errors: int = 10, worst: int = 5) -> RenderableType:
    """Lay a score out: figures, the documents with the lowest F1, and for each label some of what is wrong."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    said = f"{score.file}: documents: {score.documents}; guideline: {score.guideline}"
    head = Text(printable(said), style="bold")
    blocks: list[RenderableType] = [head, _figures((*score.results, *score.also))]
    if score.documents > 1 and worst:
        blocks += _worst(score, worst)
    if errors:
        blocks += _faults(score.faults, errors)
    return Group(*(Padding(block, (0, 0, 1, 0)) for block in blocks))


def _figures(results: Sequence[Result]) -> Table:
    made = _table(COLUMNS, words=2)
    for each in results:
        label = each.label if each.variant is None else f"{each.label} ({each.variant})"
        f1 = _percent(each.f1) if each.macro_f1 is None else f"{_percent(each.f1)} (macro {_percent(each.macro_f1)})"
        interval = "" if each.low is None else f"{_percent(each.low)}–{_percent(each.high)}"
        cells = (_percent(each.precision), _percent(each.recall), f1, interval, str(each.gold), str(each.predicted))
        made.add_row(label, each.match, *cells)
    return made


def _worst(score: Score, count: int) -> Iterator[RenderableType]:
    """For each measure that results are read by, the documents that do worst at it."""
    from rich.text import Text

    for result in score.results:
        if result.match == "exact":
            continue
        found = [each for each in score.per_document if _is_of(each, result) and each.f1 is not None and each.f1 < 1]
        lowest = sorted(found, key=lambda each: (each.f1, each.correct - each.gold - each.predicted))[:count]
        if lowest:
            said = ", ".join(f"{printable(each.document)[:40]} {_percent(each.f1)}" for each in lowest)
            yield Text(f"{result.label} {result.match}, lowest: {said}", style="dim")


def _is_of(tally: Tally, result: Result) -> bool:
    at = tally.measure
    return (at.task, at.label, at.match, at.variant) == (result.task, result.label, result.match, result.variant)


def _faults(faults: Sequence[Fault], count: int) -> Iterator[RenderableType]:
    """For each label and kind of fault, how many there are and the first few, spread evenly over the file."""
    from rich.console import Group
    from rich.text import Text

    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.label, fault.kind), []).append(fault)
    for (label, kind), found in sorted(groups.items()):
        shown = [found[i * len(found) // count] for i in range(count)] if len(found) > count else found
        yield Group(Text(f"{label} {kind}: {len(found)}", style="bold"), *map(_line, shown))


def _line(fault: Fault) -> Text:
    """Show a fault on a line: where, the stretch in «» within the text around it, and what was predicted instead."""
    from rich.text import Text

    line = Text.assemble((f"  {printable(fault.document)[:24]}:{fault.start} ", "dim"), (_flat(fault.before), "dim"))
    line.append(f"«{_short(fault.text)}»", style="yellow" if fault.kind == "spurious" else "red")
    line.append(_flat(fault.after), style="dim")
    return line.append(f"  → «{_short(fault.predicted)}»", style="yellow") if fault.predicted else line


def _flat(text: str) -> str:
    """Put a stretch of text on one line."""
    return printable(re.sub(r"\s+", " ", text))


def _short(text: str) -> str:
    shown = _flat(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _table(columns: Sequence[str], words: int) -> Table:
    """Make a table whose first columns hold words, and the others figures."""
    from rich.table import Table

    made = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for i, column in enumerate(columns):
        made.add_column(column, justify="left" if i < words else "right", overflow="fold")
    return made
