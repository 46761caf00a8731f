"""Agreement → what rich prints in a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .measure import most_disputed
from .rows import (
    ALPHAS,
    ATTRIBUTES,
    LINKS,
    SPANS,
    UNDEFINED,
    Rows,
    alpha_rows,
    attribute_rows,
    heading,
    label_rows,
    link_rows,
    span_rows,
)
from .values import Agreement, PairAgreement

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

LABELS = ("label", "raw", "pos.", "neg.", "prev.", "kappa", "AC1", "alpha")
LABELS_SAY = "below a label: sentences with it by both/first/second/neither; prev.: prevalence"
LISTED = 10
"""How many of the sentences with most differences are listed."""


def render(agreement: Agreement) -> RenderableType:
    """Lay agreement out for a terminal: tables for each two annotators, sentences to look at, what to beware of."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    blocks = [block for pair in agreement.pairs for block in _pair(pair, agreement.guideline_version)]
    if len(agreement.annotators) > 2:
        blocks.append(_table(ALPHAS, alpha_rows(agreement)))
    if disputed := _disputed(agreement):
        blocks.append(_table(("most differences", "first | second"), disputed, words=True))
    blocks += [Text(warning, style="yellow") for warning in agreement.warnings]
    blocks += [Text(note, style="dim") for note in agreement.notes if agreement.pairs]
    return Group(*(Padding(block, (0, 0, 1, 0)) for block in blocks))


def _pair(pair: PairAgreement, guideline_version: str) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(heading(pair, guideline_version), style="bold")
    yield _table(LABELS, label_rows(pair, below="\n ", between="\n"))
    yield Text(LABELS_SAY, style="dim")
    yield _table(SPANS, span_rows(pair))
    for columns, rows in ((ATTRIBUTES, attribute_rows(pair)), (LINKS, link_rows(pair))):
        if rows:
            yield _table(columns, rows)


def _disputed(agreement: Agreement) -> Rows:
    """List the sentences on which annotators differ most, with their number of differences and what these are."""
    what: dict[str, list[str]] = {}
    for pair in agreement.pairs:
        who = f"{pair.first} | {pair.second}: " if len(agreement.pairs) > 1 else ""
        for each in pair.differences:
            what.setdefault(each.sentence, []).append(f"{who}{each.first or UNDEFINED} | {each.second or UNDEFINED}")
    return [[f"{place} ({count})", "; ".join(what[place])] for place, count in most_disputed(agreement)[:LISTED]]


def _table(columns: Sequence[str], rows: Rows, words: bool = False) -> Table:
    """Make a table; all columns but the first hold figures, unless they hold words. Nothing in it is markup."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for i, column in enumerate(columns):
        made.add_column(column, justify="right" if i and not words else "left", overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    return made
