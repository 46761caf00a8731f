"""Find the unit of measure beside a number, and what it is per. No I/O."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .money import CODES, SIGNS
from .names import FIRST, NAMES, POWERS
from .symbols import SYMBOLS, compound


class Unit(NamedTuple):
    """A unit as it stands in the text: offsets, code (null if unknown), the dimension it measures, and its form.

    ``form`` is "sign" (of a currency, a percent or degree sign), "symbol" or "name".
    """

    start: int
    end: int
    code: str | None
    dimension: str
    form: str = "name"


_CASELESS = {name.lower(): unit for name, unit in SYMBOLS.items() if len(name) > 2}
_CASELESS |= {name.lower(): SYMBOLS[name] for name in "km kg hp GB TB KB mi lb ft cm".split()}
_ADJACENT: dict[str, tuple[str | None, str]] = {"F": ("[degF]", "heat"), "in": ("[in_i]", "length")}
_ADJACENT |= {"p": (None, "money"), "c": (None, "money")}
_ADJACENT |= dict.fromkeys("Rp Rs RE RJ RS".split(), (None, "length"))  # radii of a planet or star
_WITH_WORDS = frozenset("km kg cm mm mph kph lb lbs ft MW GW kW MHz GHz GB TB hrs mins secs pct bn".split())
"""Symbols that follow a number in words, too."""
_SIGN = re.compile(r"[%‰℃℉]|°(?:\s?[CFK](?![A-Za-z])|\s?[NSEW]\b|/s\b)?|[€£¥₹¢$×](?!\s?[0-9])")
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]{1,25}[⊙☉⊕]?")
_PARTS = re.compile(r"\.?\s?%")
_DEGREES = re.compile(r"\.?\s?(?P<scale>[CF])\b")
_PARTS_OF = frozenset("wt vol mol at mass".split())
_ODD = re.compile(r"lb\.?-ft\.?|ft-lb[sf]?|b/d\b|boe/d\b|acre-(?:ft|feet|foot)\b")
_BEGINS_ODD = frozenset("lb ft b boe acre".split())
_ODD_JOINT = ("-", "/", ".")
_NEXT_WORD = re.compile(r"(?:\s{1,2}|-)((?:[A-Za-z]\.){2,}|[^\W\d_]{1,25})")
_LONGEST_NAME = 4
_AFTER_CAPITAL = re.compile(r"\s(?:and|at|to|for|of|in|when|with|or|from|per|by|on|is|was|were|as)\b|\s?[^\w\s’'-]|$")
_CAREFUL = frozenset("A C AU au U M N J T F mag IU".split())
"""Symbols that are as often a word or an initial: what follows must look like the end of a phrase."""
_FORMULA = re.compile(r"\s(?=[A-Za-z(]{1,6}[A-Z0-9])[A-Z][A-Za-z0-9()]{1,11}\b")
_PAST_SYMBOL = re.compile(r"-(?=[A-Z0-9])|\.?\s[A-Z][a-z]|\.?\s[0-9]")


def unit_at(text: str, start: int, words: bool = False) -> Unit | None:
    """Read the unit that adjoins a number which ends at ``start``: "%", " square miles", "-year", " mg/kg".

    ``words``: the number is written in words, after which few symbols are read.
    """
    begin = start
    gap = text[begin : begin + 1]
    if gap in ("-", "‑"):
        begin += 1
    else:
        while begin < start + 3 and text[begin : begin + 1].isspace():
            begin += 1
    word = _WORD.match(text, begin)
    if word is None:
        return _signed(text, begin)
    written = word.group()
    if written in _BEGINS_ODD and text[word.end() : word.end() + 1] in _ODD_JOINT and (unit := _unusual(text, word)):
        return unit
    if written in SYMBOLS or (begin == start and written in _ADJACENT):
        if unit := _symbol(text, start, word, words):
            return unit
    elif len(written) < 6 and (written in CODES or written.lower() in _CASELESS or written in _BEGINS_ODD):
        if unit := _unusual(text, word):
            return unit
    elif written in _PARTS_OF and (portion := _PARTS.match(text, word.end())):
        return Unit(begin, portion.end(), "%", "percent", "symbol")
    return _name(text, word) if written.rstrip(".").lower() in FIRST or "." in written else None


def _signed(text: str, begin: int) -> Unit | None:
    sign = _SIGN.match(text, begin)
    if sign is None:
        return None
    written = sign.group().replace(" ", "")
    if written in SIGNS:
        return Unit(begin, sign.end(), SIGNS[written], "money", "sign")
    if written == "×":
        return Unit(begin, sign.end(), "1", "multiple", "sign") if text[begin - 1 : begin].isdigit() else None
    if written == "¢":
        return Unit(begin, sign.end(), None, "money", "sign")
    code, dimension = SYMBOLS.get(written, SYMBOLS["°"])
    if more := compound(text, sign.end(), code, dimension) if dimension in ("heat", "portion") else None:
        return Unit(begin, more[0], more[1], more[2], "symbol")
    return Unit(begin, sign.end(), code, dimension, "sign")


def _symbol(text: str, start: int, word: re.Match[str], words: bool) -> Unit | None:
    written, end, begin = word.group(), word.end(), word.start()
    if written in ("wt", "vol", "mol", "at") and (portion := _PARTS.match(text, end)):
        return Unit(begin, portion.end(), "%", "percent", "symbol")
    if written in ("deg", "degs") and (scale := _DEGREES.match(text, end)):
        return Unit(begin, scale.end(), "Cel" if scale["scale"] == "C" else "[degF]", "heat", "symbol")
    if words and written not in _WITH_WORDS:
        return None
    adjacent = begin == start
    code, dimension = (_ADJACENT.get(written) if adjacent else None) or SYMBOLS.get(written, (None, ""))
    if not dimension:
        return None
    more = compound(text, end, code, dimension) if dimension != "money" else None
    if more:
        return Unit(begin, more[0], more[1], more[2], "symbol") if not text[more[0] : more[0] + 1].isalnum() else None
    if text[end : end + 1].isalnum():
        return None
    if written == "M" and _FORMULA.match(text, end):
        return Unit(begin, end, code, dimension, "symbol")
    if not adjacent and len(written) == 1 and written.isupper() and _PAST_SYMBOL.match(text, end):
        return None
    if not adjacent and written in _CAREFUL and not _AFTER_CAPITAL.match(text, end):
        return None
    return Unit(begin, end, code, dimension, "symbol")


def _unusual(text: str, word: re.Match[str]) -> Unit | None:
    """Read currency codes, symbols in another case ("KM", "Mhz") and those with a stroke or hyphen ("lb-ft")."""
    written = word.group()
    if written in CODES:
        return Unit(word.start(), word.end(), {"RMB": "CNY", "NIS": "ILS"}.get(written, written), "money", "symbol")
    if written in _BEGINS_ODD and (odd := _ODD.match(text, word.start())):
        code, dimension = SYMBOLS.get(odd.group().rstrip("."), ("[acr_us].[ft_us]", "volume"))
        return Unit(word.start(), odd.end(), code, dimension, "symbol")
    known = None if written in SYMBOLS else _CASELESS.get(written.lower())
    if (
        known is None
        or text[word.end() : word.end() + 1].isalnum()
        or (
            written.istitle()
            and len(written) < 3
            and text[word.start() - 1].isspace()
            and written not in ("Km", "Kg", "Mi")
        )
    ):
        return None
    return Unit(word.start(), word.end(), known[0], known[1], "symbol")


def _name(text: str, first: re.Match[str]) -> Unit | None:
    words, ends = [first.group()], [first.end()]
    while len(words) < _LONGEST_NAME and (
        word := _NEXT_WORD.match(text, ends[-1] + (words[-1] == "sq" and text[ends[-1] : ends[-1] + 1] == "."))
    ):
        words.append(word[1])
        ends.append(word.end())
    for count in range(len(words), 0, -1):
        if found := _look_up(" ".join(words[:count])):
            code, dimension, power = found
            end = ends[count - 1]
            if power and end < len(text) and text[end].isalnum():
                continue
            return Unit(first.start(), end, code, dimension)
    return None


@lru_cache(8192)
def _look_up(written: str) -> tuple[str | None, str, bool] | None:
    """Find a unit's code and dimension by its name; also whether a power stands before it ("square miles")."""
    lower = written.lower()
    first, _, rest = lower.partition(" ")
    if rest and (power := POWERS.get(first)):
        base = SYMBOLS.get(written.partition(" ")[2]) or NAMES.get(rest)
        if rest == "in":
            return None
        return (f"{base[0]}{power[0]}", power[1], True) if base and base[1] == "length" else None
    if rest == "squared" and (base := NAMES.get(first)):
        return f"{base[0]}2", "area", True
    unit = NAMES.get(lower)
    if unit and (written in (lower, written.upper()) or unit[1] in _OPEN or rest):
        return (*unit, False)
    return None


_OPEN = frozenset({"time", "percent", "money", "heat", "data", "power", "energy"})
"""Dimensions whose names are read with a capital, too, as in a heading."""
_PER = re.compile(r"(?P<any>\s{1,3}per\s{1,3}|-per-|\s?/\s?)|(?P<time>\s{1,3}(?:an?|each|every)\s{1,3}|-an?-)", re.I)
_NOT_A_RATE = re.compile(r"\s(?:ago|earlier|later|before|after|from|since|on|old|into)\b|-[a-z]", re.IGNORECASE)
_SHARER = re.compile(
    r"(?:share|person|head|ticket|capita|student|pupil|household|passenger|vehicle|unit|night|child)\b(?!-)"
)
_THING = re.compile(
    r"\s(?P<of>of|in)\s(?:(?!(?:an?|the|of|in|to|and|or|for|from|by|on|at|with|is|was|per|each|every)\b)[a-z][a-z-]*+\s){1,3}+"
)


def rate_at(text: str, start: int, dimension: str) -> Unit | None:
    """Read what a number is per: " per day", "/h", " a year", "-a-week"; ``dimension`` is that of the unit before."""
    if text[start : start + 1] not in _BEFORE_PER or not (per := _PER.match(text, start)):
        return None
    if (sharer := _SHARER.match(text, per.end())) and (per["any"] or dimension == "money"):
        return Unit(per.end(), sharer.end(), f"{{{sharer.group()}}}", "count")
    unit = unit_at(text, per.end())
    if unit is None or unit.code is None or unit.start != per.end() or unit.dimension in ("money", "percent"):
        return None
    if per["time"] and unit.dimension != "time" and dimension != "money":
        return None
    if per["time"] and (text[per.end() : unit.end].endswith("s") or _NOT_A_RATE.match(text, unit.end)):
        return None
    return unit


_BEFORE_PER = frozenset(" -/\n\u00a0\t")


def rate_beyond(text: str, start: int, dimension: str) -> Unit | None:
    """Read what a number is per where the thing measured stands between: "5 metres [of ice a year]"."""
    thing = _THING.match(text, start)
    if thing is None or (thing["of"] == "in" and dimension != "money"):
        return None
    return rate_at(text, thing.end() - 1, dimension)
