"""Say for people why a sentence is to be adjudicated, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from textwrap import shorten

from ..decisions import AGREED, Item, Ruling, content
from ..model import Span
from .sides import Page

QUOTED = 40
"""How many characters of a span are quoted, at most."""


def reason(page: Page, unit: Ruling | None, linked: Sequence[Item]) -> str:
    """Say why a sentence is to be adjudicated.

    ``unit`` is what is to be decided in it, None for nothing; ``linked`` are spans elsewhere on whose links to it
    annotators differ.
    """
    told = [f"{name}'s breaks a rule" for name in page.versions if name not in page.judges]
    told += [f"they differ on the link of {_quoted(item)} to it" for item in linked]
    if len(page.judges) < 2:
        return "; ".join([f"submitted by {page.judges[0]} alone" if page.judges else "submitted by nobody", *told])
    items = [] if unit is None else [item for item in unit.items if not item.take and item.versions]
    differ = [said for item in items if (said := _difference(item, page.judges))]
    if differ:
        told.insert(0, f"{', '.join(page.judges)} differ on {', '.join(differ)}")
    return "; ".join(told) or "to be audited"


def _difference(item: Item, judges: Sequence[str]) -> str | None:
    """Say what judges give otherwise of a span; None where they give the same."""
    made = [content(item.versions[name]) for name in judges if name in item.versions]
    if AGREED in item.versions or (len(made) == len(judges) and len({*made}) == 1) or not made:
        return None
    how = "" if len(made) < len(judges) else f" ({', '.join(_parts(made))})"
    return f"{_quoted(item)}{how}"


def _parts(made: Sequence[Span]) -> Iterator[str]:
    """Name the attributes that differ, and links where they do."""
    for name in ("number", "location", "attribution"):
        values = [each for span in made if (each := getattr(span, name)) is not None]
        for field in fields(values[0]) if values else ():
            if len({getattr(value, field.name) for value in values}) > 1 or len(values) < len(made):
                yield field.name
    if len({span.links for span in made}) > 1:
        yield "links"


def _quoted(item: Item) -> str:
    span = next(iter(item.versions.values()))
    return f"{span.label} “{shorten(span.text, QUOTED, placeholder='…')}”"
