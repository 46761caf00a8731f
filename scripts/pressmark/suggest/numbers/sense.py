"""Refuse what is in the form of a number but is none: names, years, "… ago", the pronoun "one". No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import context
from .counted import counted
from .one import is_capital_inside, is_one
from .quantity import Quantity, is_bare_year

_AGO = re.compile(r"(?:\s(?:or\sso|or\smore|and\sa\shalf))?[\s-]ago\b", re.IGNORECASE)
_IDIOM = re.compile(r"-(?:(?:for|of)-|(?:faced|something|and-a-half|on|a-side|[dD])\b)|\so[’']clock")
_NAMED_HALVES = frozenset(
    """first second other upper lower top bottom latter better eastern western northern southern left right front back
    early late""".split()
)
_WORD_FOLLOWS = re.compile(r"\s[A-Za-z]")
_ONE_DAY_LONG = re.compile(
    r"\b(?:for|in|of|only|just|than|least|within|after|every|about|took|lasted|or|by)\s$", re.IGNORECASE
)
"""Before a length of time; else "one day" is like "once"."""
_IS_CLOCK = re.compile(r"[.,;:)]|$|\s(?:when|after|but|and|before|with|from|as)\b")
"""After the minutes of a match that has a clock: "He scored on 38 minutes."."""
_A_OR = re.compile(r"\ban?\s[a-z]{1,12}\sor\s$", re.IGNORECASE)
_ISOTOPES = frozenset({11, 12, 13, 14})
_DEGREES_BEFORE = re.compile(
    r"\b(?:to|(?:temperatures?|lows?|highs?|maximum|minimum)\sof|at|around|about|as|by|is|was|above|below|than|reached|reach|hit|between|and|near)\s$"
)


def quantities_of(found: Sequence[Quantity], text: str, titled: bool) -> list[Quantity]:
    """Keep the quantities of what was read in a sentence; ``titled``: most words have a capital, as in a headline."""
    kept: list[Quantity] = []
    named_to = -1
    for quantity in found:
        if named_to >= 0 and _is_named_too(quantity, text, named_to):
            named_to = quantity.end
            continue
        word = context.previous_word(text, quantity.start)
        named_to = -1
        if _is_bare(quantity) and context.is_designator(text, quantity.start, quantity.numeral.end, word):
            named_to = quantity.numeral.end
        elif _is_quantity(quantity, text, titled, word):
            kept.append(quantity)
    return kept


def _is_named_too(quantity: Quantity, text: str, named_to: int) -> bool:
    """Say whether a number goes on a list of designations: "pages 3, 5 and 7"."""
    chained = _is_bare(quantity) and context.is_chained(text, named_to, quantity.start)
    return chained and not context.followed_by_noun(text, quantity.end)


def _is_bare(quantity: Quantity) -> bool:
    """Say whether a number has no unit, or only a letter that may be no unit: "Fig. 4c"."""
    if quantity.numeral.prefix or quantity.numeral.form == "fraction":
        return False
    return quantity.unit_text is None or (quantity.end - quantity.numeral.end == 1 and quantity.unit_text.isalpha())


def _is_quantity(quantity: Quantity, text: str, titled: bool, word: str) -> bool:
    start, end, numeral = quantity.start, quantity.end, quantity.numeral
    follows = text[end : end + 1]
    if follows.isalnum():
        return False
    if follows in ("-", " ", "\n", "") and (_AGO.match(text, end) or _IDIOM.match(text, end)):
        return False
    if quantity.unit_text is None and start < 4 and len(text) - end < 4:
        return False  # the number of a list item
    if follows == ")" and numeral.form == "digits" and quantity.unit_text is None and _is_list_item(text, start):
        return False
    if start and not numeral.prefix and quantity.dimension != "magnitude" and _is_joined_before(text, start):
        return False
    if quantity.unit == "min" and word == "on" and _IS_CLOCK.match(text, end):
        return False
    if numeral.value == 2 and word == "or" and _is_or_two(quantity, text):
        return False
    if numeral.form == "digits":
        return _is_quantity_in_digits(quantity, text, titled, word)
    if numeral.form == "fraction" and end - start == 4 and word.lower() in _NAMED_HALVES:
        return False
    if quantity.unit_text is None and numeral.value in (0, 1) and numeral.form == "words" and quantity.high is None:
        return is_one(quantity, text, titled)
    if quantity.unit == "d" and numeral.value == 1 and quantity.high is None and text[numeral.end] != "-":
        return bool(_ONE_DAY_LONG.search(text, max(0, start - 10), start))
    return titled or quantity.unit_text is not None or not is_capital_inside(text, start)


def _is_or_two(quantity: Quantity, text: str) -> bool:
    """Say whether "two" is vague, as in "a day or two", but not in "an ox or two dogs"."""
    vague = quantity.unit_text is None and quantity.numeral.form == "words"
    if not vague or _A_OR.search(text, max(0, quantity.start - 20), quantity.start) is None:
        return False
    return counted(text, quantity.end, singular=False) is None


def _is_list_item(text: str, start: int) -> bool:
    """Say whether a number before a closing bracket opens an item of a list, since no bracket was opened: "1) ask"."""
    return "(" not in text[max(0, start - 60) : start] and (not start or text[start - 1] == " ")


def _is_joined_before(text: str, start: int) -> bool:
    """Say whether a hyphen or stroke ties the number to a word before it: "Covid-19", but not "sub-500"."""
    return (
        text[start - 1] in "-‑/"
        and text[start - 2 : start - 1].isalnum()
        and text[max(0, start - 4) : start].lower() != "sub-"
    )


def _is_quantity_in_digits(quantity: Quantity, text: str, titled: bool, word: str) -> bool:
    start, end, numeral = quantity.start, quantity.end, quantity.numeral
    if quantity.unit_text == "C" and numeral.end + 1 == end and numeral.value in _ISOTOPES:
        return text[start - 1 : start] != "[" and bool(_DEGREES_BEFORE.search(text, max(0, start - 10), start))
    if quantity.unit_text == "c" and 1900 <= numeral.value < 2100:
        return False
    if quantity.unit_text is not None or numeral.grouped:
        return True
    if is_bare_year(quantity, text) or context.is_model(text, start, end):
        return False
    if quantity.high is None and context.is_address(text, end):
        return False
    if not context.is_part_of_name(text, start, end, word):
        return True
    return titled and bool(_WORD_FOLLOWS.match(text, end))
