"""Look up place names in the table that scripts/build_gazetteer.py makes from GeoNames and a list written by hand.

A name is looked up by its key (:func:`key`): lower case, no diacritics, words joined by single spaces. Every name
carries a prior, a rough probability that the capitalised name, out of context, means a place at all; it comes from
population, and from how frequent the name is as a person's.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from .table import ALIASES
from .words import NO_PLACE

PATH = Path(__file__).with_name("gazetteer.txt.gz")
KINDS = ("country", "continent", "state", "region", "water", "city")
_BREAKS = re.compile(r"[\s'’‘ʻʼʿ`.‐‑–-]+")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"})


class Place(NamedTuple):
    """A place. ``kind``: one of :data:`KINDS`, a state being a first-level division. Coordinates in degrees (WGS 84).

    ``rank``: how prominent, about its population. ``admin``: GeoNames' code of the first-level division.
    """

    name: str
    kind: str
    country_code: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    rank: int = 0
    admin: str | None = None
    capital: bool = False


class Entry(NamedTuple):
    """What is known of a name. ``places``: most prominent first. ``common``: it is a common word, too.

    ``readings``: the first place, and those beside which it does not stand out: countries, divisions, towns not much
    smaller.
    """

    prior: float
    common: bool
    places: tuple[Place, ...]
    readings: tuple[Place, ...]


class Gazetteer:
    """Places by key, read from the table when they are looked up.

    ``longest``: by the first word of the names of several words, how many words the longest one has. ``pairs``: their
    first two words.
    """

    def __init__(
        self, places: list[str], values: dict[str, str], longest: dict[str, int], pairs: frozenset[str]
    ) -> None:
        self._places = places
        self._values = values
        self.longest = longest
        self.pairs = pairs
        self._entries: dict[str, Entry | None] = {}
        self._divisions: dict[tuple[str | None, str | None], Place] | None = None

    def get(self, word: str) -> Entry | None:
        """Look up a key."""
        if word in self._entries:
            return self._entries[word]
        value = self._values.get(word)
        if value is None:
            return None
        prior, *numbers = value.split(" ")
        places = tuple(_place(self._places[int(n)]) for n in numbers)
        least = places[0].rank / 20 if places[0].kind == "city" else float("inf")
        if word.endswith(" county"):
            least = places[0].rank - 1
        readings = (places[0], *(p for p in places[1:] if p.kind in ("country", "state") or p.rank > least))
        entry = _in_english(word, Entry(int(prior.rstrip("w")) / 100, prior.endswith("w"), places, readings))
        self._entries[word] = entry
        return entry

    def knows(self, word: str) -> bool:
        return word in self._values

    def places(self, word: str) -> tuple[Place, ...]:
        """The places of a key, most prominent first; none if it is not known."""
        entry = self.get(word)
        return entry.places if entry else ()

    def division(self, country: str | None, admin: str | None) -> Place | None:
        """The first-level division of a country with GeoNames' code ``admin`` ("US", "CA": California)."""
        if self._divisions is None:
            found = (_place(line) for line in self._places if line.split("\t", 2)[1] == "2")
            self._divisions = {(p.country_code, p.admin): p for p in found}
        return self._divisions.get((country, admin))


def key(name: str) -> str:
    """Reduce a name as written to the form it is looked up by: ``"São Paulo"`` becomes ``"sao paulo"``."""
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name.translate(_LETTERS)) if not unicodedata.combining(c)
        )
    words = _BREAKS.sub(" ", name).strip().lower()
    return "saint" + words[2:] if words.startswith("st ") else words


@lru_cache(maxsize=1 << 14)
def key_of_word(word: str) -> str:
    """Reduce one word to its part of a key, ``"St"`` to ``"saint"``."""
    found = key(word)
    return _SHORT.get(found, found)


_SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}


_FOREIGN, _FOREIGN_CITY = 60_000, 500_000
_OTHER_LETTERS = frozenset(
    """RU UA BY BG RS MK ME MN KZ KG TJ UZ TM AZ AM GE GR CY IL PS JO LB SY IQ IR SA YE OM AE QA BH KW EG LY TN DZ MA MR
    SD SO DJ TD AF PK IN LK BD NP BT MV MM TH LA KH CN TW HK MO JP KP KR ET ER""".split()
)
"""Countries whose names are written in other letters, and so in English in more than one way."""


def _in_english(word: str, entry: Entry) -> Entry:
    """Weaken what a name means in other languages only: "Uman" is Oman for some, in English a town in Ukraine."""
    first = entry.places[0]
    if " " in word or first.kind not in ("country", "city") or word in _aliases() or key(first.name) == word:
        return entry
    own = tuple(p for p in entry.places if key(p.name) == word)
    if first.kind == "country" and own and word not in key(first.name).split(" "):
        prior = min(entry.prior, 0.7 if own[0].rank >= 50_000 else 0.45)
        return Entry(prior, entry.common, own, (own[0], *(p for p in own[1:] if p.rank * 20 > own[0].rank)))
    foreign = first.kind == "city" and not own and first.country_code not in _OTHER_LETTERS
    if foreign and (first.rank < _FOREIGN or (first.rank < _FOREIGN_CITY and key(first.name)[:4] != word[:4])):
        return entry._replace(prior=min(entry.prior, 0.45))
    return entry


@cache
def _aliases() -> frozenset[str]:
    return frozenset(key(pair.split("=")[0]) for pair in ALIASES.strip().replace("\n", "; ").split("; "))


def _place(line: str) -> Place:
    fields = line.split("\t")
    name, kind, country, id_, lat, lon, rank, admin, capital = fields + [""] * (9 - len(fields))
    return Place(
        name,
        KINDS[int(kind)],
        country or None,
        int(id_) if id_ else None,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(rank) * 100,
        admin or None,
        capital == "c",
    )


@cache
def gazetteer() -> Gazetteer:
    """Read the table, once: about 0.15 s; a place becomes a value only when it is looked up."""
    places, names, values = (
        part.split("\n") for part in gzip.decompress(PATH.read_bytes()).decode("utf-8").split("\n\n")
    )
    longest, pairs = dict[str, int](), set[str]()
    for name in names:
        first = name.find(" ")
        if first >= 0:
            second = name.find(" ", first + 1)
            pairs.add(name if second < 0 else name[:second])
            count = 2 if second < 0 else name.count(" ") + 1
            if count > longest.get(name[:first], 0):
                longest[name[:first]] = count
    found = dict(zip(names, values, strict=True))
    for name in NO_PLACE:
        found.pop(key(name), None)
    return Gazetteer(places, found, longest, frozenset(pairs))
