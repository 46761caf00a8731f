"""Read numerals in digits, and say what they are worth. No I/O."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from .money import LONE, prefix_at
from .opening import opening
from .words import AND_A_PART, MULTIPLIERS, PARTS, SCALES, Numeral, Value

VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
MAX_DIGITS = 15
"""A longer run of digits is an identifier, not a quantity."""
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mil": 10**6, "mln": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9}
_SHORT_SCALES |= {"bln": 10**9, "bil": 10**9, "tn": 10**12, "trn": 10**12, "t": 10**12}
_SCALE = "|".join(SCALES)
_GAP = r"[\s-]"
_DIGITS = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"  # 12,000.5
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 1,50,000
    r"|[1-9][0-9]{0,2}(?:[\u00a0\u2009\u202f ][0-9]{3})+(?![0-9,.]?[0-9])"
    r"|[0-9]+(?:\.[0-9]+)?)"
)
_MORE = re.compile(rf"\s?[{VULGAR}]|[\s-][1-9]/[1-9][0-9]?\b|{AND_A_PART}")
_SLASH = re.compile(r"[/⁄]([1-9][0-9]{0,3})\b(?!/)")
_SCALED = re.compile(
    rf"(?:{_GAP}(?:dozen|hundred|{_SCALE})\b){{1,2}}|(?:{_SCALE})\b|\s?(?:mn|bn|trn|tn|mln|bln|bil)\b|mil\b|[kmbt]\b",
    re.IGNORECASE,
)
_TEN = re.compile(
    r"\s?(?:[×⋅·∙]\s?10(?:\^|\*\*)?(?P<exponent>\s?[−–-]?\s?[1-9][0-9]?(?![0-9])|⁻?[⁰¹²³⁴-⁹]{1,3})"
    r"|[xX]\s?10(?:(?:\^|\*\*)(?P<caret>-?[0-9]{1,2})(?![0-9])|(?P<minus>[−–-][1-9][0-9]?)(?![0-9])|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3})))"
    r"|[eE](?P<e>[-+−][0-9]{1,2})\b"
)
_TENTH = re.compile(
    r"(?:\^|\*\*)?(?:−\s?(?P<minus>[0-9]{1,2})(?![0-9.])|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3})|(?<=\^)(?P<plain>-?[0-9]{1,2}))"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---", " ")
_PLURAL = re.compile(
    r"(?!\s(?:race|sprint|dash|freestyle|high|long|wide|tall|deep|thick|away|from|above|below|of|in|at|to|off|and|or|by|hurdles|relays?|heats)\b)"
    r"(?:\s[a-z-]+){0,5}?\s(?!(?:is|was|has|its|his|this|as)\b)(?:people|men|women|children|[a-z-]+s)\b"
)
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 16, 32, 64})
_TENS = frozenset({10, 20, 100, 1000})
"""Denominators below 1 only: "1/10"."""


class _Figure(NamedTuple):
    """A number in digits while it is being read; ``value`` is null where it turns out to be none."""

    start: int
    end: int
    value: Value | None
    digits: str = ""
    grouped: bool = False
    form: str = "digits"


def from_digits(text: str, at: int) -> tuple[Numeral | None, int]:
    """Read the numeral whose digits start at ``at``; also return where those that are read or refused end."""
    figure = _figure(text, at)
    opened = opening(text, figure.start) if figure.value is not None else None
    if opened is None or text[figure.end : figure.end + 1] == "(":
        return None, figure.end
    figure = _with_power(_with_part(figure, text), text)
    if figure.value is None:
        return None, figure.end
    mantissa = -figure.value if opened.negative else figure.value
    powered = figure.form == "power"
    scale, end = (1, figure.end) if powered or figure.form == "fraction" else _scale(text, figure.end, opened.prefix)
    grouped = figure.grouped or scale > 1
    if opened.prefix in LONE and not grouped:
        return None, end
    form = "digits" if powered else figure.form
    return Numeral(opened.start, end, mantissa * scale, form, opened.prefix, opened.code, mantissa, grouped), end


def _figure(text: str, at: int) -> _Figure:
    """Read digits with their separators and decimals, or one of "½" and the like."""
    if text[at] in VULGAR:
        return _Figure(at, at + 1, Fraction(unicodedata.numeric(text[at])).limit_denominator(10), "", True)
    match = _DIGITS.match(text, at)
    assert match is not None
    written, end, start = match.group(), match.end(), at
    if at and text[at - 1] == ".":
        if not text[max(0, at - 2) : at - 1].isalnum() and "." not in written:
            start, written = at - 1, f".{written}"
        elif prefix_at(text, at) is None:
            return _Figure(at, end, None)
    digits = written if written.isdigit() else "".join(c for c in written if c in "0123456789.")
    if len(digits) > MAX_DIGITS or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return _Figure(start, end, None)
    return _Figure(start, end, _worth(digits), digits, digits != written or "." in digits)


def _with_part(figure: _Figure, text: str) -> _Figure:
    """Read on to "3/4", "2 1/2", "2½" and "2 and a half"."""
    end, value = figure.end, figure.value
    follows = text[end : end + 1]
    if value is None or not follows:
        return figure
    if follows in "/⁄":
        slash = _SLASH.match(text, end)
        if slash is None:
            return figure._replace(value=None) if text[end + 1 : end + 2].isdigit() else figure
        parts = int(slash[1])
        usual = parts in _DENOMINATORS or (parts in _TENS and value == 1)
        part = Fraction(value, parts) if usual and isinstance(value, int) and value < parts else None
        return figure._replace(end=slash.end(), value=part, form="fraction")
    if follows in _BEFORE_MORE and (more := _MORE.match(text, end)):
        return figure._replace(end=more.end(), value=value + _part(more.group()))
    return figure


def _with_power(figure: _Figure, text: str) -> _Figure:
    """Read on to "× 10−3", "e-05" and, after 10, "−3"."""
    end, value = figure.end, figure.value
    if value is None or figure.form == "fraction":
        return figure
    if text[end : end + 1] in _BEFORE_TEN and (power := _TEN.match(text, end)):
        value *= _tens(power[power.lastgroup or "e"])
        return figure._replace(end=power.end(), value=value, grouped=True, form="power")
    if figure.digits == "10" and (tenth := _TENTH.match(text, end)):
        exponent = f"-{tenth['minus']}" if tenth["minus"] else tenth["raised"] or tenth["plain"]
        return figure._replace(end=tenth.end(), value=_tens(exponent), grouped=True, form="power")
    return figure


_BEFORE_MORE = frozenset(VULGAR + " -\n\u00a0")
_BEFORE_TEN = frozenset(" ×xX⋅·∙eE\u00a0\u2009")


def _worth(digits: str) -> Value:
    whole, point, decimals = digits.partition(".")
    return Fraction(int(whole + decimals or "0"), 10 ** len(decimals)) if point else int(digits)


def _tens(exponent: str) -> Value:
    power = int(exponent.replace(" ", "").replace("+", "").translate(_RAISED) or 0)
    return 10**power if power >= 0 else Fraction(1, 10**-power)


def _part(written: str) -> Fraction:
    if len(written.strip()) == 1:
        return Fraction(unicodedata.numeric(written.strip())).limit_denominator(10)
    if "/" in written:
        return Fraction(written[1:])
    words = re.split(_GAP, written.lower())
    return Fraction({"three": 3, "two": 2}.get(words[2], 1), PARTS[words[-1].rstrip("s")])


def _scale(text: str, end: int, prefix: str | None) -> tuple[int, int]:
    """Read the scale after the digits: what it is worth, and where it ends; an "m" may stand for metres instead."""
    match = _SCALED.match(text, end) if text[end : end + 1] in _BEFORE_SCALE else None
    if match is None:
        return 1, end
    written = match.group().strip().lower()
    if written in ("m", "b", "mil", "t", "k") and not prefix:
        is_scale = (
            match.group() in ("M", "K", "k")
            or (written == "m" and _PLURAL.match(text, match.end()))
            or written == "mil"
        )
        return (_SHORT_SCALES[written], match.end()) if is_scale else (1, end)
    scale = _SHORT_SCALES.get(written, 1)
    for word in re.findall(rf"dozen|hundred|{_SCALE}", written):
        scale *= MULTIPLIERS[word]
    return scale, match.end() if scale > 1 else end


_BEFORE_SCALE = frozenset(" -\n\u00a0kKmMbBtT")
