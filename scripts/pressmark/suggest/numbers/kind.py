"""Say what kind of number a quantity is: count, measure, duration, age, money, percent or rate. No I/O."""

from __future__ import annotations

import re

from .ages import is_bare_age
from .quantity import Quantity

_OLD = re.compile(r"[-\s]olds?\b|\sof\sage\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age\sof|ages\sof)\s(?:between\s|about\s|around\s|from\s)?$", re.IGNORECASE)
_LAST_OF_AGED = frozenset("desfntmDESFNTM")
"""The last letters of what :data:`_AGED` finds."""
_AFTER_NAME = re.compile(r"[^\W\d_][\w’'.-]*,\s$")
_APPOSED = re.compile(r"[,;.)]|\s[―–—-]|$")
_ADULT_AGES = range(15, 111)


def kind_of(quantity: Quantity, text: str) -> str:
    """Say which kind a quantity in a sentence is; an age is told by "old", "aged", or its place after a name."""
    if quantity.rate:
        return "rate"
    start, end = quantity.start, quantity.end
    if quantity.dimension == "time":
        return "age" if _OLD.match(text, end) or _AGED.search(text, max(0, start - 30), start) else "duration"
    if quantity.dimension != "count":
        return quantity.dimension if quantity.dimension in ("money", "percent") else "measure"
    if quantity.numeral.form == "fraction" or quantity.numeral.grouped or not 0 < quantity.value < 120:
        return "count"
    if quantity.numeral.form == "digits" and quantity.high is None and text[start - 2 : start] == ", ":
        before = _AFTER_NAME.search(text, max(0, start - 30), start)
        if before and _APPOSED.match(text, end):
            capital = before.group()[0].isupper()
            if capital or (quantity.value in _ADULT_AGES and text[end : end + 1] == ","):
                return "age"
    may_be_aged = text[start - 2 : start - 1] in _LAST_OF_AGED
    aged = may_be_aged and _AGED.search(text, max(0, start - 30), start)
    return "age" if aged or is_bare_age(quantity, text) else "count"
