"""Say how sure a suggested number is, from its form. No I/O."""

from __future__ import annotations

from . import context
from .quantity import Quantity

_SCORES = {
    "percent": 0.95,
    "measure": 0.95,
    "rate": 0.95,
    "money": 0.95,
    "duration": 0.95,
    "age": 0.95,
    "range": 0.9,
    "grouped": 0.95,
    "digits with a noun": 0.95,
    "words with a noun": 0.85,
    "alone in digits": 0.8,
    "alone in words": 0.85,
    "before a hyphen, in digits": 0.85,
    "before a hyphen, in words": 0.7,
    "fraction": 0.9,
    "zero or one in digits": 0.7,
    "zero or one in words": 0.75,
    "in brackets": 0.2,
}
"""How often suggestions of each form were right in IE-ER, GUM news and MeasEval, about, in steps of 0.05 up to 0.95.

News weighs most: of bare counts, nearly all were right in news, and some six in ten in scientific prose, where
annotators leave many out.
"""


def score(quantity: Quantity, kind: str, has_noun: bool, text: str) -> float:
    """Give the share of suggestions of the same form that were right; ``has_noun``: it is known what is counted."""
    return _SCORES[_form(quantity, kind, has_noun, text)]


def _form(quantity: Quantity, kind: str, has_noun: bool, text: str) -> str:
    if kind != "count":
        return kind
    if quantity.numeral.form == "fraction":
        return "fraction"
    if quantity.high is not None:
        return "range"
    return _plain(quantity, has_noun, text)


def _plain(quantity: Quantity, has_noun: bool, text: str) -> str:
    written = "digits" if quantity.numeral.form == "digits" else "words"
    if quantity.value in (0, 1):
        return f"zero or one in {written}"
    if quantity.numeral.grouped:
        return "grouped"
    if has_noun or context.followed_by_noun(text, quantity.end):
        return f"{written} with a noun"
    if text[quantity.end : quantity.end + 1] == "-":
        return f"before a hyphen, in {written}"
    return "in brackets" if text[quantity.start - 1 : quantity.start] == "(" else f"alone in {written}"
