"""Read numerals in English words, and say what they are worth. No I/O."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

Value = int | Fraction


class Numeral(NamedTuple):
    """A numeral in a text: its offsets, a currency sign before it included, and its exact value.

    ``form`` is "digits", "words" or "fraction". ``code`` is the ISO 4217 code of ``prefix``, "" if ambiguous.
    ``mantissa`` is the value before the scale word, which may be shared by a range ("5 to 7 million"). ``grouped``: it
    has separators, decimals or a scale, so it is no year or model.
    """

    start: int
    end: int
    value: Value
    form: str
    prefix: str | None = None
    code: str | None = None
    mantissa: Value = 0
    grouped: bool = False


_ONES = "zero one two three four five six seven eight nine ten".split()
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4}
PARTS |= {word: n for n, word in enumerate("fifth sixth seventh eighth ninth tenth".split(), start=5)}
PARTS |= {"hundredth": 100, "thousandth": 1000, "twentieth": 20}
_WORTH = {word: n for n, word in enumerate(_ONES + _TEENS)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
MULTIPLIERS = {"dozen": 12, "hundred": 100, **SCALES}


def _either(words: list[str] | dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


_GAP = r"[\s-]"
_SMALL = rf"(?:{_either(_TENS)}(?:{_GAP}{_either(_ONES[1:10])}\b)?|{_either(_TEENS)}|{_either(_ONES)})\b"
_SCALE = rf"{_either(SCALES)}\b"
_AND = rf"{_GAP}(?:and{_GAP})?"
_MULTIPLIED = (
    rf"(?:dozen\b|hundred\b(?:{_AND}{_SMALL}(?!{_GAP}hundred))?|{_SCALE}(?:,?{_AND}{_SMALL}(?!{_GAP}{_SCALE}))?)"
)
AND_A_PART = rf"{_GAP}and{_GAP}(?:(?:a|one){_GAP}(?:half|quarter|third)|three{_GAP}quarters|two{_GAP}thirds)\b"
_PART = _either(PARTS)
_WHOLE = (
    r"(?:second|minute|hour|day|week|month|year|decade|century|mile|inch|percent|percentage|per\scent|pint|pound"
    r"|ton|tonne|acre|metre|meter|litre|liter|teaspoon|tablespoon|cup)\b"
)
_OWNER = r"(?:of|the|its|their|his|her|our|my|your|all|that|those|these)\b"
_NO_NOUN = (
    r"(?=\s?(?:[.,;:)!?]|$)|\s(?:in|to|from|since|compared|over|on|this|last|or|and|more|less|higher|lower|at|by|after|for|if"
    r"|were|are|was|is|said|say|have|had|with|who|when|while)\b)"
)
_LEAD = "by than about nearly almost over roughly around under least only just".split()
_SHORTLY = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _LEAD) + ")"
_SHORTLY_A = "(?:" + "|".join(rf"(?<=\b{word}\sa\s)" for word in _LEAD) + ")"
_A = r"(?<=\ba\s)"

_WORDS = re.compile(
    rf"""(?:
      (?P<fraction>
          one(?:-{_PART}\b | \s(?:third|half)\b | \s{_PART}(?=\sof\b))          # one-third
        | {_either(_ONES[2:])}{_GAP}(?:(?!quarter){_PART}s)\b                   # two-thirds
        | three{_GAP}quarters\b
        | {_A}{_PART}(?=\sof\b(?!\sa\s{_SCALE}))                                 # a [third] of
        | {_SHORTLY_A}(?:third|quarter|fifth|tenth){_NO_NOUN}                    # by a [third]
        | half(?=\s{_OWNER})
        | {_SHORTLY}half{_NO_NOUN}                                               # more than [half] were
      )
    | (?P<words>
          half{_GAP}(?:a\s)?(?:dozen|hundred|{_SCALE})\b                         # half a million
        | half(?:{_GAP}an?)?(?={_GAP}{_WHOLE})                                   # [half an] hour
        | {_PART}\sof\sa\s{_SCALE}                                               # quarter of a million
        | {_SMALL}(?:{AND_A_PART}|\spoint(?:\s{_either(_ONES)}\b){{1,4}})?
          (?:{_GAP}{_MULTIPLIED}){{0,6}}                                         # two hundred and six
        | {_A}{_MULTIPLIED}(?:{_GAP}{_MULTIPLIED}){{0,5}}                        # a [hundred and fifty]
        | {_either(_ONES[2:] + _TEENS[:2] + _TENS)}(?={_GAP}?fold\b)             # [nine]fold
      ))""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"[a-z]+")


def from_words(lower: str, at: int) -> Numeral | None:
    """Read the number word that starts at an offset of a text in lower case; null where there is none."""
    match = _WORDS.match(lower, at)
    if match is None:
        return None
    start, end = match.span()
    words = _LETTERS.findall(match.group())
    if match["fraction"]:
        value: Value = Fraction(
            _WORTH.get(words[0], 1), PARTS[words[-1]] if words[-1] in PARTS else PARTS[words[-1][:-1]]
        )
        return Numeral(start, end, value, "fraction", mantissa=value)
    if len(words) == 1 and (worth := _WORTH.get(words[0])) is not None:
        return Numeral(start, end, worth, "words", mantissa=worth)
    value, mantissa = _worth(words)
    return Numeral(start, end, value, "words", mantissa=mantissa, grouped=value != mantissa)


def _worth(words: list[str]) -> tuple[Value, Value]:
    """Add up number words; also return the value without the last scale word."""
    if "point" in words:
        return _with_decimals(words)
    total: Value = 0
    current: Value = 0
    mantissa: Value | None = None
    factor = 1
    for word in words:
        if word in _WORTH:
            factor, current = _WORTH[word], current + _WORTH[word]
        elif word.rstrip("s") in PARTS:
            parts = Fraction(factor if word.endswith("s") else 1, PARTS[word.rstrip("s")])
            current += parts - (factor if word.endswith("s") else 0)
        elif word in ("hundred", "dozen"):
            current = (current or 1) * MULTIPLIERS[word]
        elif word in SCALES:
            mantissa = current or 1
            total, current = total + mantissa * SCALES[word], 0
    value = total + current
    if words[-1] == "hundred" and value % 100 == 0 and not total:
        return value, value // 100
    return value, mantissa if mantissa is not None and words[-1] in SCALES else value


def _with_decimals(words: list[str]) -> tuple[Value, Value]:
    at = words.index("point")
    past = [w for w in words[at + 1 :] if w in _WORTH]
    value: Value = _worth(words[:at])[0] + Fraction(
        sum(_WORTH[w] * 10 ** (len(past) - 1 - i) for i, w in enumerate(past)), 10 ** len(past)
    )
    scale = SCALES.get(words[-1], 1)
    return value * scale, value
