"""Suggest number spans by rules: numerals with their unit of measure, and what they are worth. No I/O.

Counts, measures, durations, ages, money, percentages and rates; no ordinals, dates, clock times, "… ago", vague
counts, scores, nor numerals inside names. A proportion ("two-thirds", "one in five") is a count below 1. Whoever
finds a number ambiguous finds it here with a low score.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ..model import Article, Link, Number, Sentence, Span
from .numbers import modifiers
from .numbers.ages import goes_on_ages
from .numbers.counted import counted_by
from .numbers.joined import joined
from .numbers.kind import kind_of
from .numbers.pairs import currency, equivalent, shared_rate, with_currencies
from .numbers.quantity import Quantity, quantities_in
from .numbers.scan import anchors
from .numbers.score import score
from .numbers.sense import quantities_of

NAME = "rules-number"
VERSION = "0.3.0"
LABELS = ("number",)
_BY = f"{NAME} {VERSION}"


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Find the numbers in an article's sentences, as spans of the label ``number``, in order."""
    spans: list[Span] = []
    money: str | None = None
    lower, places = anchors(article.text)
    first = 0
    for sentence in article.sentences:
        if first == len(places):
            break
        start, end = sentence.start, sentence.end
        if places[first] >= end:
            continue
        at = bisect_left(places, end, first)
        here = [p - start for p in places[first:at] if p >= start]
        first = at
        if not here:
            continue
        text = article.text[start:end]
        quantities = _in_sentence(text, lower[start:end], here, sentence, money)
        money = next((code for q in reversed(quantities) if (code := currency(q))), money)
        spans += _spans(quantities, text, start)
    return spans


def _in_sentence(text: str, lower: str, places: list[int], sentence: Sentence, money: str | None) -> list[Quantity]:
    """Read a sentence's quantities; ``money`` is the last currency before it."""
    quantities = joined(quantities_in(text, lower, places), text)
    if not quantities:
        return []
    quantities = quantities_of(quantities, text, sentence.kind == "heading" or _is_titled(text))
    quantities = with_currencies(quantities, money)
    for i, (first, second) in enumerate(pairwise(quantities)):
        if equivalent(first, second, text):
            quantities[i : i + 2] = shared_rate(first, second, text)
    return quantities


def _spans(quantities: Sequence[Quantity], text: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    for i, quantity in enumerate(quantities):
        modifier = modifiers.modifier(text, quantity.start, quantity.end)
        links: tuple[Link, ...] = ()
        if i and equivalent(quantities[i - 1], quantity, text):
            links = (Link("equivalent_to", spans[-1].key),)
            modifier = modifier or _modifier_of(spans[-1])
        kind = kind_of(quantity, text)
        if i and kind == "count" and _is_age(spans[-1]) and goes_on_ages(quantities[i - 1].end, quantity, text):
            kind = "age"
        spans.append(_span(quantity, kind, modifier, links, text, offset))
    return spans


def _modifier_of(span: Span) -> str | None:
    return span.number.modifier if span.number and span.number.modifier != "range" else None


def _is_age(span: Span) -> bool:
    return span.number is not None and span.number.kind == "age"


_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


def _is_titled(text: str) -> bool:
    """Say whether most longer words are capitalised and no full stop ends them, as in a headline."""
    if text.endswith((".", "!", "?", "”", '"')):
        return False
    words = _LONG_WORD.findall(text)
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _span(quantity: Quantity, kind: str, modifier: str | None, links: tuple[Link, ...], text: str, offset: int) -> Span:
    unit = "a" if kind == "age" and quantity.unit is None else quantity.unit
    modifier = "range" if quantity.high is not None else modifier or "exact"
    value = float(quantity.value)
    phrase = None
    if kind == "count":
        singular = quantity.value == 1 and quantity.high is None
        phrase = counted_by(text, quantity.end, quantity.numeral.form, singular)
    number = Number(
        kind=kind,
        modifier=modifier,
        value=None if modifier in ("range", "at_least", "at_most") else value,
        low=value if modifier in ("range", "at_least") else None,
        high=float(quantity.high) if quantity.high is not None else value if modifier == "at_most" else None,
        unit=unit,
        unit_text=quantity.unit_text,
        counted_start=phrase[0] + offset if phrase else None,
        counted_end=phrase[1] + offset if phrase else None,
    )
    return Span(
        start=quantity.start + offset,
        end=quantity.end + offset,
        label="number",
        text=text[quantity.start : quantity.end],
        number=number,
        links=links,
        score=score(quantity, kind, phrase is not None, text),
        by=_BY,
    )
