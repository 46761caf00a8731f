"""Suggest number spans by rules: numerals with their unit of measure, and what they are worth. No I/O.

Counts, measures, durations, ages, money, percentages and rates; no ordinals, dates, clock times, "… ago", vague
counts, scores, nor numerals inside names. A proportion ("two-thirds", "one in five") is a count below 1. Whoever
finds a number ambiguous finds it here with a low score.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import Article, Link, Number, Sentence, Span
from . import number_context as context
from .number_counted import counted
from .number_pairs import currency, equivalent, shared_rate, with_currencies
from .number_quantity import Quantity, is_bare_year, joined, quantities_in
from .number_words import QUICK

NAME = "rules-number"
VERSION = "0.2.0"
LABELS = ("number",)


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Find the numbers in an article's sentences, as spans of the label ``number``, in order."""
    spans: list[Span] = []
    money: str | None = None
    for sentence in article.sentences:
        quantities = _in_sentence(article.sentence_text(sentence), sentence, money)
        money = next((code for q in reversed(quantities) if (code := currency(q))), money)
        spans += _spans(quantities, article.sentence_text(sentence), sentence.start)
    return spans


def _in_sentence(text: str, sentence: Sentence, money: str | None) -> list[Quantity]:
    """Read a sentence's quantities; ``money`` is the last currency before it."""
    if not QUICK.search(text):
        return []
    titled = sentence.kind == "heading" or _is_titled(text)
    quantities = [q for q in joined(quantities_in(text), text) if _is_quantity(q, text, titled)]
    quantities = with_currencies(quantities, money)
    for i, (first, second) in enumerate(pairwise(quantities)):
        if equivalent(first, second, text):
            quantities[i : i + 2] = shared_rate(first, second, text)
    return quantities


def _spans(quantities: Sequence[Quantity], text: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    for i, quantity in enumerate(quantities):
        modifier = context.modifier(text, quantity.start, quantity.end)
        links: tuple[Link, ...] = ()
        if i and equivalent(quantities[i - 1], quantity, text):
            links = (Link("equivalent_to", spans[-1].key),)
            modifier = modifier or _modifier_of(spans[-1])
        spans.append(_span(quantity, modifier, links, text, offset))
    return spans


def _modifier_of(span: Span) -> str | None:
    return span.number.modifier if span.number and span.number.modifier != "range" else None


def _is_titled(text: str) -> bool:
    """Say whether most longer words are capitalised and no full stop ends them, as in a headline."""
    words = re.findall(r"\b[^\W\d_]{4,}", text)
    return (
        len(words) > 2
        and not text.endswith((".", "!", "?", "”", '"'))
        and sum(w[0].isupper() for w in words) >= 0.7 * len(words)
    )


_AGO = re.compile(r"(?:\s(?:or\sso|or\smore|and\sa\shalf))?[\s-]ago\b", re.IGNORECASE)
_NOT_ONE_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|each|this|that|the|which|another|some|such|first|last|next|square|day|same|by)|[-‑])\s?$",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(r"\s[a-z][a-z’'-]+|-(?!time|off|on|sided|way|by|to|stop|another)[a-z]+")
_NOT_ONE_NOUN = re.compile(
    r"\s(?:of|another|day|thing|who|whom|that|which|is|was|has|had|would|will|can|could|should|must|might|may|and|or|in|on"
    r"|at|to|by|for|from|with|as|but|if|when|where|after|before|than|across|against|under|over|into|without"
    r"|between|point|way|wonders|knows|says|said|more|such|might|cannot|about|the|a|an|it|he|she|they|we|you|i|not|also|then|so)\b",
    re.IGNORECASE,
)
_ONE_DAY_LONG = re.compile(
    r"\b(?:for|in|of|only|just|than|least|within|after|every|about|took|lasted|or|by)\s$", re.IGNORECASE
)
"""Before a length of time; else "one day" is like "once"."""
_IDIOM = re.compile(r"-(?:sided|faced|fold|something|and-a-half|time|way|on|a-side|dimensional|piece)\b|\so[’']clock")
_WORD_FOLLOWS = re.compile(r"\s[A-Za-z]")
_AFTER_NAME = re.compile(r"[^\W\d_][\w’'.-]*,\s$")


def _is_quantity(quantity: Quantity, text: str, titled: bool) -> bool:
    """Refuse what is in the form of a number but is none: names, years, "… ago", the pronoun "one"."""
    start, end, numeral = quantity.start, quantity.end, quantity.numeral
    if _AGO.match(text, end) or text[end : end + 1].isalnum() or _IDIOM.match(text, end):
        return False
    if quantity.unit_text is None and start < 4 and len(text) - end < 4:
        return False  # the number of a list item
    if start and not numeral.prefix and text[start - 1] in "-‑/" and text[start - 2 : start - 1].isalnum():
        return False
    if quantity.unit_text is None and context.is_designator(text, start, end):
        return False
    if numeral.form == "digits":
        bare = quantity.unit_text is None and not numeral.grouped
        return not bare or not (
            is_bare_year(quantity, text)
            or (quantity.high is None and context.is_address(text, end))
            or (context.is_part_of_name(text, start, end) and not (titled and _WORD_FOLLOWS.match(text, end)))
        )
    if quantity.unit_text is None and numeral.value in (0, 1) and numeral.form == "words" and quantity.high is None:
        return _is_one(quantity, text, titled)
    if quantity.unit == "d" and numeral.value == 1 and quantity.high is None:
        return bool(_ONE_DAY_LONG.search(text[max(0, start - 10) : start]))
    return titled or quantity.unit_text is not None or not _is_capital_inside(text, start)


def _is_one(quantity: Quantity, text: str, titled: bool) -> bool:
    if _NOT_ONE_BEFORE.search(text[max(0, quantity.start - 12) : quantity.start]):
        return False
    noun = _ONE_NOUN.match(text.lower() if titled else text, quantity.end)
    return bool(noun) and not _NOT_ONE_NOUN.match(text, quantity.end) and not _is_capital_inside(text, quantity.start)


def _is_capital_inside(text: str, start: int) -> bool:
    """Say whether a number word is capitalised though no sentence starts there: "Formula One"."""
    return text[start].isupper() and bool(re.search(r"[\w,][\s-]*$", text[max(0, start - 4) : start]))


_OLD = re.compile(r"[-\s]olds?\b|\sof\sage\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age\sof|ages\sof)\s(?:between\s|about\s|around\s)?$", re.IGNORECASE)
_APPOSED = re.compile(r"[,;.)]|$")
_ADULT_AGES = range(15, 111)


def _kind(quantity: Quantity, text: str) -> str:
    if quantity.rate:
        return "rate"
    before = text[max(0, quantity.start - 30) : quantity.start]
    if quantity.dimension == "time":
        return "age" if _OLD.match(text, quantity.end) or _AGED.search(before) else "duration"
    if quantity.dimension != "count":
        return quantity.dimension if quantity.dimension in ("money", "percent") else "measure"
    if quantity.numeral.form == "fraction" or quantity.numeral.grouped or not 0 < quantity.value < 120:
        return "count"
    apposed = _AFTER_NAME.search(before) and _APPOSED.match(text, quantity.end) and quantity.high is None
    if apposed and quantity.numeral.form == "digits":
        name = before.rstrip(", ").split()[-1]
        if name[0].isupper() or (quantity.value in _ADULT_AGES and text[quantity.end : quantity.end + 1] == ","):
            return "age"
    return "age" if _AGED.search(before) else "count"


def _span(quantity: Quantity, modifier: str | None, links: tuple[Link, ...], text: str, offset: int) -> Span:
    kind = _kind(quantity, text)
    unit = "a" if kind == "age" and quantity.unit is None else quantity.unit
    modifier = "range" if quantity.high is not None else modifier or "exact"
    value = float(quantity.value)
    phrase = None
    if kind == "count" and quantity.numeral.form != "fraction":
        phrase = counted(text, quantity.end, singular=quantity.value == 1 and quantity.high is None)
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
        score=_score(quantity, kind, text),
        by=f"{NAME} {VERSION}",
    )


def _score(quantity: Quantity, kind: str, text: str) -> float:
    """Say how sure a suggestion is, from how often its form was right in news (rounded judgement, not a fit)."""
    if quantity.unit_text is not None:
        return quantity.score
    if kind == "age":
        return 0.75
    if quantity.numeral.form == "fraction":
        return 0.7
    if quantity.numeral.value in (0, 1) and quantity.high is None:
        return 0.55
    if text[quantity.end : quantity.end + 1] == "-":
        return 0.6
    return 0.85 if context.followed_by_noun(text, quantity.end) or quantity.numeral.grouped else 0.7
