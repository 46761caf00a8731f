"""Agreement → what rich prints in a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .measure import DETAILED
from .rows import (
    ATTRIBUTES,
    LINKS,
    MARK_SAYS,
    SPANS,
    Rows,
    attribute_rows,
    heading,
    is_marked,
    item_lines,
    label_rows,
    link_rows,
    shorten,
    span_rows,
    together,
)
from .values import PairAgreement
from .whole import Agreement

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

LABELS = ("label", "raw", "pos.", "neg.", "prev.", "kappa", "AC1", "alpha")
LABELS_SAY = "below a label: sentences with it by both/first/second/neither; prev.: prevalence"
LISTED = 10
"""How many articles with most differences are listed."""


def render(agreement: Agreement) -> RenderableType:
    """Lay agreement out for a terminal: tables, sentences to look at, what to beware of."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    blocks = [*_pairs(agreement), *_together(agreement)]
    if agreement.disputed:
        blocks.append(_table(("most differences",), _disputed(agreement)))
    blocks += [Text(warning, style="yellow") for warning in agreement.warnings]
    blocks += [Text(note, style="dim") for note in agreement.notes if agreement.pairs]
    return Group(*(Padding(block, (0, 0, 1, 0)) for block in blocks))


def _pairs(agreement: Agreement) -> Iterator[RenderableType]:
    from rich.text import Text

    if len(agreement.pairs) <= DETAILED:
        for pair in agreement.pairs:
            yield from _pair(pair, agreement.guideline_version)
        return
    told = f"{len(agreement.annotators)} annotators, guidelines {agreement.guideline_version}"
    yield Text.assemble((told, "bold"), "; tables of two: pressmark agree --annotator NAME --annotator NAME")


def _pair(pair: PairAgreement, guideline_version: str) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(heading(pair, guideline_version), style="bold")
    yield _table(LABELS, label_rows(pair, below="\n ", between="\n"))
    yield Text(LABELS_SAY, style="dim")
    yield _table(SPANS, span_rows(pair))
    for columns, rows in ((ATTRIBUTES, attribute_rows(pair)), (LINKS, link_rows(pair))):
        if rows:
            yield _table(columns, rows)


def _together(agreement: Agreement) -> Iterator[RenderableType]:
    from rich.text import Text

    laid = together(agreement, LISTED, between="\n", short=True)
    for each in laid:
        yield _table(each.columns, each.rows)
        if each.says:
            yield Text(each.says, style="dim")
    if is_marked(laid):
        yield Text(MARK_SAYS, style="dim")


def _disputed(agreement: Agreement) -> Rows:
    """List the sentences on which annotators differ most, with their number of differences and what these are."""
    return [
        ["\n  ".join([f"{each.sentence} ({each.differences}): {shorten(each.text, 100)}", *item_lines(each, 6)])]
        for each in agreement.disputed
    ]


def _table(columns: Sequence[str], rows: Rows) -> Table:
    """Make a table; all columns but the first hold figures. Nothing in it is markup."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for i, column in enumerate(columns):
        made.add_column(column, justify="right" if i else "left", overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    return made
