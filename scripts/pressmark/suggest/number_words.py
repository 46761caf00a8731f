"""Find numerals, in digits and in English words, and say what they are worth. No I/O."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .number_units import PREFIX

_ONES = "zero one two three four five six seven eight nine ten".split()
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4}
_PARTS |= {word: n for n, word in enumerate("fifth sixth seventh eighth ninth tenth".split(), start=5)}
_WORTH = {word: n for n, word in enumerate(_ONES + _TEENS)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_MULTIPLIERS = {"dozen": 12, "hundred": 100, **_SCALES}
MAX_DIGITS = 15
"""A longer run of digits is an identifier, not a quantity."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text: its offsets, a currency sign before it included, and its exact value.

    ``form`` is "digits", "words" or "fraction". ``mantissa`` is the value before the scale word, which may be shared
    by a range ("5 to 7 million"). ``grouped``: it has separators, decimals or a scale, so it is no year or model.
    """

    start: int
    end: int
    value: Fraction
    form: str
    prefix: str | None = None
    mantissa: Fraction = Fraction(0)
    grouped: bool = False


def _either(words: list[str] | dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


_GAP = r"[\s-]"
_SMALL = rf"(?:{_either(_TENS)}(?:{_GAP}{_either(_ONES[1:10])})?|{_either(_TEENS)}|{_either(_ONES)})\b"
_SCALE = rf"{_either(_SCALES)}\b"
_AND = rf"{_GAP}(?:and{_GAP})?"
_MULTIPLIED = (
    rf"(?:dozen\b|hundred\b(?:{_AND}{_SMALL}(?!{_GAP}hundred))?|{_SCALE}(?:,?{_AND}{_SMALL}(?!{_GAP}{_SCALE}))?)"
)
_AND_A_PART = rf"{_GAP}and{_GAP}a{_GAP}(?:half|quarter|third)\b"
_PART = _either(_PARTS)
_WHOLE = r"(?:second|minute|hour|day|week|month|year|decade|century|mile|inch|percent|percentage|per\scent)\b"

_WORDS = re.compile(
    rf"""(?<!\w)(?:
      (?P<fraction>
          one(?:-{_PART}\b | \sthird\b | \s{_PART}(?=\sof\b))                    # one-third
        | {_either(_ONES[2:])}{_GAP}(?:halves|{_PART}s)\b                        # two-thirds
        | (?<=\b[Aa]\s){_PART}(?=\sof\b(?!\sa\s{_SCALE}))                        # a [third] of
        | half(?=\s(?:of|the|its|their|his|her|our|my|your|all|that|those|these)\b)
      )
    | (?P<words>
          half{_GAP}(?:a\s)?(?:dozen|hundred|{_SCALE})\b                         # half a million
        | half(?:{_GAP}an?)?(?={_GAP}{_WHOLE})                                   # [half an] hour
        | {_PART}\sof\sa\s{_SCALE}                                               # quarter of a million
        | {_SMALL}(?:{_AND_A_PART})?(?:{_GAP}{_MULTIPLIED}){{0,6}}               # two hundred and six
        | (?<=\b[Aa]\s){_MULTIPLIED}(?:{_GAP}{_MULTIPLIED}){{0,5}}               # a [hundred and fifty]
      ))""",
    re.VERBOSE | re.IGNORECASE,
)
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_DIGITS = re.compile(
    rf"""(?<![\w.])(?:(?P<prefix>(?-i:{PREFIX}))[\s-]?)?(?P<sign>(?<![^\s(])-|−|minus[\s-])?(?:
      (?P<vulgar>[{_VULGAR}])
    | (?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?             # 12,000.5
        | [0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}(?![0-9])                       # 1,50,000
        | [1-9][0-9]{{0,2}}(?:[\u00a0\u2009\u202f\ ][0-9]{{3}})+(?![0-9,.]?[0-9])
        | [0-9]+(?:\.[0-9]+)? | \.[0-9]+)
      (?P<more>[{_VULGAR}] | [\s-][1-9]/[1-9][0-9]?\b | {_AND_A_PART})?
      (?P<slash>/[1-9][0-9]?\b(?!/))?
    )
    (?P<scale>(?:{_GAP}(?:dozen|hundred|{_SCALE})\b){{1,2}}|\s?(?:mn|bn|trn|tn)\b|k\b|mil\b|[mb]\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?!\s(?:race|sprint|dash|freestyle|high|long|wide|tall|deep|thick|away|from|above|below|of|in|at|to|off|and|or|by|hurdles|relays?|heats)\b)"
    r"(?:\s[a-z-]+){0,3}?\s(?!(?:is|was|has|its|his|this|as)\b)(?:people|men|women|children|[a-z-]+s)\b"
)
_DENOMINATORS = frozenset({2, 3, 4, 8, 16, 32, 64})
QUICK = re.compile(rf"[0-9{_VULGAR}]|\b(?:half|third|quarter|{'|'.join([*_WORTH, *_MULTIPLIERS])})", re.IGNORECASE)
"""Finds something in every sentence that has a numeral, and in few others."""


def numerals(text: str) -> Iterator[Numeral]:
    """Find the numerals of a sentence, left to right, none overlapping."""
    found = [*map(_from_words, _WORDS.finditer(text))]
    found += [n for m in _DIGITS.finditer(text) if (n := _from_digits(m, text))]
    end = 0
    for numeral in sorted(found, key=lambda n: (n.start, -n.end)):
        if numeral.start >= end:
            yield numeral
            end = numeral.end


def _from_words(match: re.Match[str]) -> Numeral:
    words = re.findall(r"[a-z]+", match.group().lower())
    if match["fraction"]:
        numerator = _WORTH.get(words[0], 1)
        part = "half" if words[-1] == "halves" else words[-1]
        value = Fraction(numerator, _PARTS[part if part in _PARTS else part.removesuffix("s")])
        return Numeral(match.start(), match.end(), value, "fraction", mantissa=value)
    value, mantissa = _worth(words)
    return Numeral(match.start(), match.end(), value, "words", mantissa=mantissa, grouped=value != mantissa)


def _worth(words: list[str]) -> tuple[Fraction, Fraction]:
    """Add up number words; also return the value without the last scale word."""
    total = current = Fraction(0)
    mantissa = None
    for word in words:
        if word in _WORTH:
            current += Fraction(_WORTH[word])
        elif word in _PARTS:
            current += Fraction(1, _PARTS[word])
        elif word in ("hundred", "dozen"):
            current = (current or Fraction(1)) * _MULTIPLIERS[word]
        elif word in _SCALES:
            mantissa = current or Fraction(1)
            total, current = total + mantissa * _SCALES[word], Fraction(0)
    value = total + current
    return value, mantissa if mantissa is not None and words[-1] in _SCALES else value


def _from_digits(match: re.Match[str], text: str) -> Numeral | None:
    written = match["number"] or ""
    digits = re.sub(r"[^0-9.]", "", written)
    if len(digits) > MAX_DIGITS:
        return None
    value = Fraction(digits or "0")
    for part in (match["vulgar"], match["more"]):
        value += _part(part) if part else Fraction(0)
    end = match.end("slash") if match["slash"] else match.start("scale") if match["scale"] else match.end()
    if match["slash"]:
        value /= int(match["slash"][1:])
        if value >= 1 or int(match["slash"][1:]) not in _DENOMINATORS or not digits.isdigit() or match["scale"]:
            return None
    scale = _scale(match, text)
    end = match.end() if scale > 1 else end
    mantissa = -value if match["sign"] else value
    form = "fraction" if match["slash"] else "digits"
    grouped = scale > 1 or digits != written or "." in digits
    return Numeral(match.start(), end, mantissa * scale, form, match["prefix"], mantissa, grouped)


def _part(written: str) -> Fraction:
    if len(written) == 1:
        return Fraction(unicodedata.numeric(written)).limit_denominator(10)
    if "/" in written:
        return Fraction(written[1:])
    return Fraction(1, _PARTS[re.split(_GAP, written)[-1].lower()])


def _scale(match: re.Match[str], text: str) -> int:
    """Say what the scale after the digits is worth; 1 for an "m" that stands for metres."""
    written = (match["scale"] or "").strip().lower()
    if written in ("m", "b", "mil") and not match["prefix"]:
        is_scale = match["scale"] == "M" or (written == "m" and _PLURAL.match(text, match.end()))
        return _SHORT_SCALES[written] if is_scale else 1
    scale = _SHORT_SCALES.get(written, 1)
    for word in re.findall(r"dozen|hundred|" + "|".join(_SCALES), written):
        scale *= _MULTIPLIERS[word]
    return scale
