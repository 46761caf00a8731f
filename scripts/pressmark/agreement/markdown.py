"""Agreement → Markdown for a dataset's card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .measure import DETAILED
from .rows import (
    ATTRIBUTES,
    LINKS,
    MARK_SAYS,
    SPANS,
    Rows,
    attribute_rows,
    escape,
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

LABELS = ("label: both/first/second/neither", "raw", "positive", "negative", "prevalence", "kappa", "AC1", "alpha")
DISPUTED = ("sentence", "differences", "text", "what not all give")
LISTED = 5
"""How many articles and sentences with most differences are listed."""


def tables(agreement: Agreement) -> str:
    """Lay agreement out as Markdown: tables for each two annotators, of all together, and what figures rest on."""
    blocks, laid = [*_pairs(agreement)], together(agreement, LISTED, between=" ")
    blocks += [block for each in laid for block in (each.says, _table(each.columns, each.rows)) if block]
    blocks += [MARK_SAYS] if is_marked(laid) else []
    if rows := _disputed(agreement):
        blocks += ["Sentences with most differences.", _table(DISPUTED, rows, words=True)]
    notes = agreement.notes if agreement.pairs else ()
    return "\n\n".join([*blocks, *agreement.warnings, *notes]) + "\n"


def _pairs(agreement: Agreement) -> Iterator[str]:
    if len(agreement.pairs) > DETAILED:
        yield f"{len(agreement.annotators)} annotators, guidelines {agreement.guideline_version}."
        return
    for pair in agreement.pairs:
        yield from _pair(pair, agreement.guideline_version)


def _pair(pair: PairAgreement, guideline_version: str) -> Iterator[str]:
    yield f"{heading(pair, guideline_version)}."
    yield _table(LABELS, label_rows(pair, below=": ", between=" "))
    yield _table(SPANS, span_rows(pair))
    for columns, rows in ((ATTRIBUTES, attribute_rows(pair)), (LINKS, link_rows(pair))):
        if rows:
            yield _table(columns, rows)


def _disputed(agreement: Agreement) -> Rows:
    return [
        [
            each.sentence,
            str(each.differences),
            escape(shorten(each.text, 100)),
            "; ".join(map(escape, item_lines(each, 6))),
        ]
        for each in agreement.disputed[:LISTED]
    ]


def _table(columns: Sequence[str], rows: Rows, words: bool = False) -> str:
    """Make a table; all columns but the first hold figures, unless they hold words."""
    rule = "|".join(["---", *["---" if words else "---:"] * (len(columns) - 1)])
    return "\n".join([f"| {' | '.join(columns)} |", f"|{rule}|", *(f"| {' | '.join(row)} |" for row in rows)])
