"""Read what stands before the digits of a numeral: its sign, and the sign or code of a currency. No I/O."""

from __future__ import annotations

import re
from typing import NamedTuple

from .money import prefix_at

_MINUS = re.compile(r"(?P<or>\bplus\sor\s)?\b(?P<minus>minus)[\s-]$", re.IGNORECASE)
_BEFORE_MINUS = frozenset(" (\n\t~∼≈<>≤≥=[$€£\u00a0")
_FAR = 16


class Opening(NamedTuple):
    """Where a numeral starts, whether it is negative, the currency sign before it, and its ISO 4217 code."""

    start: int
    negative: bool = False
    prefix: str | None = None
    code: str | None = None


def opening(text: str, number: int) -> Opening | None:
    """Read what stands before the digits that start at ``number``; null where they are part of a name ("F16")."""
    if not number:
        return Opening(0)
    start, negative = _signed(text, number)
    if found := prefix_at(text, start):
        first, code = found
        before = text[first - 1] if first else " "
        if not (before.isalnum() or before == "_"):
            outside = before in "-−" and (first < 2 or text[first - 2] in _BEFORE_MINUS)
            return Opening(first - outside, negative or outside, text[first:start].rstrip(" -\u00a0"), code)
    before = text[start - 1] if start else " "
    return None if before.isalnum() or before in "_²³)" else Opening(start, negative)


def _signed(text: str, number: int) -> tuple[int, bool]:
    """Read a plus or minus: where the numeral starts with it, and whether it is negative."""
    sign = text[number - 1]
    if sign not in "-−–+ \u00a0":
        return number, False
    before = text[number - 2] if number > 1 else " "
    if sign == "−" or (sign == "-" and before in _BEFORE_MINUS) or (sign == "–" and before in _BEFORE_MINUS - {" "}):
        return number - 1, True
    if sign == "+" and before in " (=\n":
        return number - 1, False
    minus = _MINUS.search(text, max(0, number - _FAR), number) if sign in " -" else None
    return (minus.start("minus"), True) if minus and not minus["or"] else (number, False)
