"""From a capitalised word to what a name that begins with it can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .gazetteer import gazetteer, key_of_word
from .short import ABBREVIATIONS, STATE_CODES, STATE_SHORT
from .words import BEFORE_NAME, BEFORE_STREET, CALENDAR, COMPASS_PART, FUNCTION, OF_GENERIC, ROAD_LETTERS, ROAD_WORDS


@dataclass(slots=True)
class Word:
    """What a capitalised word can begin: nothing (``skip``), a known name of up to ``longest`` words, or another.

    ``known``: it is a name by itself. ``road``: a road's name can begin with it. ``key``: its part of a key. Words are
    shared and must not be changed; they are no named tuples, since those are slower to read.
    """

    skip: bool
    longest: int
    special: bool
    known: bool
    road: bool
    key: str

    @property
    def begins(self) -> bool:
        """Whether a known name, or a name with a known part, can begin with the word."""
        return not self.skip and (self.longest > 0 or self.special)


@lru_cache(maxsize=1 << 14)
def word_of(text: str) -> Word:
    """Say what a name that begins with a word can be."""
    part, table = key_of_word(text), gazetteer()
    skip = (
        text in CALENDAR
        or text in ("Sens", "Reps", "Gens")
        or (text.lower() in FUNCTION and text not in ABBREVIATIONS and text != "The")
    )
    first = part.split(" ")[0]
    longest = max(table.longest.get(first, 0), table.longest.get(part, 0), 1 if table.knows(part) else 0)
    state = text in STATE_SHORT or text in STATE_CODES
    special = (
        state
        or text in OF_GENERIC
        or text in COMPASS_PART
        or text in BEFORE_NAME
        or text in BEFORE_STREET
        or text in ABBREVIATIONS
    )
    road = text in ROAD_LETTERS or text in ROAD_WORDS
    return Word(skip, longest, special, table.knows(part), road, part)
