"""Read speakers that a mark sets off from their words: turns of a transcript, headlines, signed quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model import Article, Sentence
from ..words import Kind

_TURN = re.compile(r"[\"“]?([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|[QA])(:)\s+(?=\S)")
_LABEL = re.compile(r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(:) (?=[^\W\d_]|[‘'“\"$])")
_LEAST_TURNS = 3
_LEAST_HEADLINE = 4
_SPEAKERS = frozenset(
    "poll polls survey surveys study studies report reports police officials official experts expert authorities "
    "scientists researchers sources source witnesses".split()
)
_NO_SPEAKERS = frozenset(
    "note update breaking caption headline photo picture title quote example correction lyrics motto slogan "
    "subject reads text question answer watch read listen more see also".split()
)
_SIGNED = frozenset({"name", "comma", "det", "word", "num", "prep", "conj"})
_LONGEST_SIGNATURE = 14

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's name, the colon after it, and where the words begin, in article offsets."""

    source: Range
    cue: Range
    start: int


def _turn(match: re.Match[str]) -> Turn:
    return Turn(match.span(1), match.span(2), match.end())


def _opens_paragraph(units: Sequence[Sentence], i: int) -> bool:
    return i == 0 or units[i].paragraph != units[i - 1].paragraph


def turns(article: Article, places: Iterable[Range]) -> dict[int, Turn]:
    """Find the turns of an interview ("VALE: We won."): sentence -> turn, where several paragraphs open with one.

    A label that is a place ("LARNEL: ") is a dateline.
    """
    units, known = article.sentences, {start for start, _ in places}
    found: dict[int, Turn] = {}
    for i, unit in enumerate(units):
        match = _TURN.match(article.text, unit.start, unit.end) if _opens_paragraph(units, i) else None
        if match and match.start(1) not in known and match.end() < unit.end:
            found[i] = _turn(match)
    names = [article.text[slice(*turn.source)] for turn in found.values()]
    return found if len(names) >= _LEAST_TURNS and len(set(names)) < len(names) else {}


def headlines(article: Article, places: Iterable[Range], sources: Iterable[Range]) -> Iterator[tuple[int, Turn]]:
    """Find the headlines that begin with their speaker ("Vale: Bridge is safe"), whom the article has as a source."""
    text, known = article.text, {start for start, _ in places}
    speakers: set[str] | None = None
    for i, unit in enumerate(article.sentences):
        if (i and unit.kind != "heading") or not (match := _LABEL.match(text, unit.start, unit.end)):
            continue
        if speakers is None:
            speakers = {word for start, end in sources for word in text[start:end].split()}
        last = match[1].split()[-1]
        long_enough = len(text[match.end() : unit.end].split()) >= _LEAST_HEADLINE
        if long_enough and match.start() not in known and (last in speakers or last.lower() in _SPEAKERS):
            yield i, _turn(match)


def labelled(article: Article, places: Iterable[Range]) -> Iterator[tuple[int, Turn]]:
    """Find the sentences in which a name and a colon stand before a quotation that fills the rest (Vale: "I won.")."""
    text, known = article.text, {start for start, _ in places}
    for i, unit in enumerate(article.sentences):
        if text[unit.end - 1] not in '”"' or not i or unit.kind != "body" or not _opens_paragraph(article.sentences, i):
            continue
        match = _LABEL.match(text, unit.start, unit.end)
        if match is None or text[match.end()] not in '“"' or match.start() in known:
            continue
        if match[1].split()[-1].lower() not in _NO_SPEAKERS:
            yield i, _turn(match)


def stopless(text: str, start: int, end: int) -> Range:
    """Leave out the full stop that ends a sentence, if it is one."""
    return (start, end - 1) if text[start:end].endswith(".") and text[end - 2 : end - 1].isalnum() else (start, end)


def signature(line: Sequence[Kind]) -> Range | None:
    """Find who signs a quotation that fills its sentence ("“We won.” – Ada Obi"), in word indices."""
    if not line or line[0].tag != "quotation":
        return None
    dash = next((k for k, word in enumerate(line) if word.tag == "dash"), 0)
    if not dash or line[dash - 1].tag != "quotation" or any(w.tag != "quotation" for w in line[:dash]):
        return None
    end = len(line) - (line[-1].tag == "end")
    name = line[dash + 1 : end]
    signed = 0 < len(name) <= _LONGEST_SIGNATURE and name[0].tag == "name" and {w.tag for w in name} <= _SIGNED
    return (dash + 1, end) if signed else None
