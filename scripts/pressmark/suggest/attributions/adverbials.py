"""Recognise times, occasions and marks that belong to a word."""

from __future__ import annotations

from ..words import Line, low

TIMES = frozenset(
    "last this next earlier later late early week weeks month months year years day days night morning afternoon "
    "evening weekend ago past recent".split()
)
_OCCASIONAL = frozenset({"time", "prep"})
_OCCASIONS = frozenset(
    "interview statement speech email e-mail tweet post letter report memo conference briefing release call message "
    "telephone phone remarks blog video hearing rally meeting event assessment address".split()
)
_WITHIN = frozenset({"det", "word", "name", "adv", "num", "clitic", "prep"})


def timely(line: Line, i: int) -> bool:
    """Say whether a word tells a time: a day, a month, "last", "week" and the like."""
    return line[i].tag == "time" or line[i].low in TIMES


def ends_occasion(line: Line, end: int) -> bool:
    """Say whether the word before ``end`` may close an adverbial of time or occasion."""
    word = line[end - 1]
    return word.tag in ("time", "num") or word.low in TIMES or word.low in _OCCASIONS


def abbreviation(line: Line, i: int) -> bool:
    """Say whether a mark belongs to the word before it: "Gen. Ryder", "the allies' tents", "9/11", not an end."""
    if not 0 < i < len(line) - 1 or line.ends[i - 1] != line.starts[i]:
        return False
    mark = line[i].low
    if mark == "/":
        return line.ends[i] == line.starts[i + 1]
    return mark == "." or (mark in ("'", "’") and line[i - 1].low.endswith("s"))


def occasion(line: Line, i: int) -> int:
    """Return the index after an adverbial of time or occasion that starts at ``i`` ("on Monday"), or ``i``."""
    if i >= len(line):
        return i
    word = line[i]
    if word.tag not in _OCCASIONAL and word.low not in TIMES:
        return i
    if (
        (word.tag == "time" or word.low in TIMES)
        and low(line, i + 1) != "'s"
        and (word.tag == "time" or (i + 1 < len(line) and timely(line, i + 1)))
    ):
        while i < len(line) and (timely(line, i) or line[i].tag == "num"):
            i += 1
        return i
    if word.tag != "prep" or word.low in ("of", "like", "than"):
        return i
    for j in range(i + 1, min(i + 9, len(line))):
        word = line[j]
        if word.tag == "time" or word.low in _OCCASIONS:
            while j + 1 < len(line) and (timely(line, j + 1) or line[j + 1].tag == "num"):
                j += 1
            return j + 1
        if word.tag not in _WITHIN:
            break
    return i
