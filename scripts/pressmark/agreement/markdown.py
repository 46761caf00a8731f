"""Agreement → Markdown for a dataset's card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .rows import (
    ALPHAS,
    ATTRIBUTES,
    LINKS,
    SPANS,
    Rows,
    alpha_rows,
    attribute_rows,
    heading,
    label_rows,
    link_rows,
    span_rows,
)
from .values import Agreement, PairAgreement

LABELS = ("label: both/first/second/neither", "raw", "positive", "negative", "prevalence", "kappa", "AC1", "alpha")


def tables(agreement: Agreement) -> str:
    """Lay agreement out as Markdown: tables for each two annotators, then what their figures rest on."""
    blocks = [block for pair in agreement.pairs for block in _pair(pair, agreement.guideline_version)]
    if len(agreement.annotators) > 2:
        blocks.append(_table(ALPHAS, alpha_rows(agreement)))
    notes = agreement.notes if agreement.pairs else ()
    return "\n\n".join([*blocks, *agreement.warnings, *notes]) + "\n"


def _pair(pair: PairAgreement, guideline_version: str) -> Iterator[str]:
    yield f"{heading(pair, guideline_version)}."
    yield _table(LABELS, label_rows(pair, below=": ", between=" "))
    yield _table(SPANS, span_rows(pair))
    for columns, rows in ((ATTRIBUTES, attribute_rows(pair)), (LINKS, link_rows(pair))):
        if rows:
            yield _table(columns, rows)


def _table(columns: Sequence[str], rows: Rows) -> str:
    rule = "|".join(["---", *["---:"] * (len(columns) - 1)])
    return "\n".join([f"| {' | '.join(columns)} |", f"|{rule}|", *(f"| {' | '.join(row)} |" for row in rows)])
