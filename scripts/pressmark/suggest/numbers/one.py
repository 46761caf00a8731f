"""Tell "one" and "zero" that count from pronouns and set phrases. No I/O."""

from __future__ import annotations

import re

from .counted_words import ACT, PAST
from .quantity import Quantity

_NOT_ONE_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|each|this|that|the|which|another|some|such|first|last|next|square|day|same|by|only)\s?|[-‑])$",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(r"\s([A-Za-z][\w.’'&-]+)|-(?!time|off|on|sided|way|by|to|stop|another)[a-z]+")
_NOT_ONE_NOUN = frozenset(
    """of another day thing who whom that which is was has had would will can could should must might may and or in on
    at to by for from with as but if when where after before than across against under over into without between point
    way wonders knows says said more such cannot about the a an it he she they we you i not also then so its his her
    their there never always ever just only really still even too i'm i've mr mrs ms because while until during through
    up down out off soon""".split()
)


def is_one(quantity: Quantity, text: str, titled: bool) -> bool:
    """Say whether "one" (or "zero") counts the noun after it: neither a pronoun nor part of a set phrase."""
    start, end = quantity.start, quantity.end
    if quantity.value == 0:
        return _is_zero(quantity, text)
    if _OR_MORE.match(text, end):
        return True
    before = _NOT_ONE_BEFORE.search(text, max(0, start - 12), start)
    if before and not (_ONLY.match(before.group()) and text[max(0, start - 9) : start - 5].lower() != "the "):
        return False
    noun = _ONE_NOUN.match(text, end)
    if noun is None or (is_capital_inside(text, start) and not titled):
        return False
    if noun[1] is None:
        return True
    word = noun[1].rstrip(".,’'")
    named = word[:1].isupper() and not titled and text[start].isupper() and not _goes_on(text, noun.end())
    if named or word.lower() in _NOT_ONE_NOUN:
        return False
    if _WHAT_ONE.search(text, max(0, start - 6), start) and (word.endswith("ed") or word in _SPOKE):
        return False
    return not _is_verb(word) and not _LOVED.search(text, max(0, start - 6), start)


_WHAT_ONE = re.compile(r"\b(?:what|as)\s$", re.IGNORECASE)
"""Before "one" that is a subject, if a verb follows: "what one called a farce"."""
_SPOKE = PAST | ACT
_ZERO_NOUN = re.compile(r"\s(?!tolerance|sum|hour)[a-z]{3,}")
_TO_ZERO = re.compile(
    r"(?<!hero)\s(?:below|above|to|at|near|of|from|than|is|was|be|nearly|almost|exceeds?|equals?|=)\s$"
)


def _is_zero(quantity: Quantity, text: str) -> bool:
    """Say whether "zero" is a quantity: "zero deaths", "below zero", but not "net zero" nor "zero-sum"."""
    if _TO_ZERO.search(text, max(0, quantity.start - 16), quantity.start):
        return text[quantity.end : quantity.end + 1] != "-"
    net = text[max(0, quantity.start - 7) : quantity.start].lower().endswith(("net ", "net-", "ground "))
    return not net and bool(_ZERO_NOUN.match(text, quantity.end))


_ONLY = re.compile("only", re.IGNORECASE)
_OR_MORE = re.compile(r"\sor\smore\s[a-z]")
_LOVED = re.compile(r"\bloved\s$", re.IGNORECASE)
_SINGULARS = ("ss", "us", "is", "’s", "'s", "news", "ies")
_GOES_ON = re.compile(r"(?:\s(?:[A-Z][\w.’'-]{0,24}|and)){0,5}\s[a-z]{3}")


def _goes_on(text: str, at: int) -> bool:
    """Say whether a noun in lower case follows the capitalised word after "One": "One Israeli soldier"."""
    return bool(_GOES_ON.match(text, at))


def _is_verb(word: str) -> bool:
    """Say whether the word after "one" is a verb of which "one" is the subject: "one suspects", "one doesn’t"."""
    if word.endswith(("n’t", "n't")):
        return True
    return word.endswith("s") and word.islower() and not word.endswith(_SINGULARS) and word not in ("sports", "sales")


def is_capital_inside(text: str, start: int) -> bool:
    """Say whether a number word is capitalised though no sentence starts there: "Formula One"."""
    return text[start].isupper() and bool(_INSIDE.search(text, max(0, start - 4), start))


_INSIDE = re.compile(r"[\w,][\s-]*$")
