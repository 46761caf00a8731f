"""Map what other guidelines mark to what ours do, so that a score measures the work and not the difference.

Each public corpus names its guideline; what is not named here is scored as it stands. A mapping changes the gold, and
says which stretches count neither for nor against; predictions stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..documents import Document, Marked, Stretch


@dataclass(frozen=True, slots=True)
class Gold:
    """The spans of one label after mapping.

    A prediction without a partner that overlaps one of ``neutral``, or lies inside one of ``ignored``, counts neither
    for nor against; nothing is scored inside ``masked``.
    """

    spans: tuple[Stretch, ...]
    neutral: tuple[Stretch, ...] = ()
    ignored: tuple[Stretch, ...] = ()
    masked: tuple[Stretch, ...] = ()


Rule = Callable[[Document, list[Marked]], tuple[Iterable[Stretch], Iterable[Stretch]]]
"""A document and its spans of one label → spans after mapping, and stretches that are neutral."""


def gold(document: Document, label: str) -> Gold:
    """Return a document's spans of one label ("NUMBER"), mapped from its guideline to ours."""
    marked = [span for span in document.spans if span.label == label]
    rule = RULES.get((document.guideline, label))
    spans, neutral = rule(document, marked) if rule else (map(stretch, marked), ())
    masked = [*document.discard, *MASKS.get(document.guideline, _nothing)(document)]
    kept = {each for each in spans if not any(within(each, mask) for mask in masked)}
    extra = [stretch(span) for span in document.extra if span.label == label]
    return Gold(
        spans=tuple(sorted(kept)),
        neutral=tuple(sorted({*neutral, *extra} - kept)),
        ignored=tuple(_contents(document)) if label in ("SOURCE", "CUE", "CONTENT") else (),
        masked=tuple(masked),
    )


def stretch(span: Marked) -> Stretch:
    return span.start, span.end


def within(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _nothing(_: Document) -> list[Stretch]:
    return []


def _text(document: Document, span: Marked) -> str:
    return document.text[span.start : span.end]


def _first_line(document: Document) -> list[Stretch]:
    """GeoWebNews: the first line holds title and address of the page."""
    end = document.text.find("\n")
    return [(0, len(document.text) if end < 0 else end)]


_FIGURE = re.compile(r"\d")
_NUMERAL = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|trillion|"
    r"half|quarter|third)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:several|few|dozens?|scores?|tens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)


def _ieer_number(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """IE-ER: vague cardinals and "one" alone, which is mostly a pronoun there, are neutral."""
    kept: list[Stretch] = []
    neutral: list[Stretch] = []
    for span in marked:
        text = " ".join(_text(document, span).split())
        vague = not _FIGURE.search(text) and (
            text.lower() == "one" or bool(_SEVERAL.search(text)) or not _NUMERAL.search(text)
        )
        (neutral if vague else kept).append(stretch(span))
    return kept, neutral


_MODIFIERS = (
    r"about|above|across|all|almost|an?|approx(?:imately|\.)?|around|as (?:few|little|low|high|many|much|long) as|"
    r"at (?:least|most|about|around)|average(?: of)?|below|between|circa|ca?\.|close to|down to|each|equal to|every|"
    r"exactly|exceed(?:s|ing|ed)?|fewer than|from|greater than|higher than|in (?:excess|the order|the range) of|just|"
    r"larger than|less than|lower than|max(?:imum|\.)?(?: of)?|mean(?: of)?|median(?: of)?|min(?:imum|\.)?(?: of)?|"
    r"more than|nearly|no (?:more|less) than|of|only|on (?:average|the order of)|over|order of|rang(?:ed?|es|ing)|"
    r"roughly|smaller than|some|the|to|typically|under|up to|within|[~∼≈≃≅≲≳<>≤≥⩽⩾=]+"
)
_LEADING = re.compile(rf"(?:(?:{_MODIFIERS})(?:(?<![\w.])|(?!\w))\s*)+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:\b(?:or (?:more|less|fewer|greater|above|below|over|older|so)|on average|in total)|[\s.,;:])\Z"
)
_LONGEST_TAIL = 20
_YEARS = re.compile(r"(?:1[5-9]|20)\d\ds?(?:(?:[\s,;/–—-]|and|to|or|until){1,8}(?:(?:1[5-9]|20)\d\ds?|\d\d))*\Z")
_LIST = re.compile(r"\s*(?:,\s*(?:and|or)|,(?=\s)|;|\band\b|\bor\b|\bvs\.?|\bversus\b)\s*")


def _measeval_number(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """MeasEval: modifiers at the edges go, lists are split, years and what has no numeral are neutral."""
    kept: list[Stretch] = []
    neutral: list[Stretch] = []
    for span in marked:
        parts = _split(document, span) if "IsList" in str(span.meta.get("mods")) else [stretch(span)]
        for start, end in parts:
            start, end = _bared(document.text, start, end)
            text = document.text[start:end]
            year = span.meta.get("unit") is None and _YEARS.match(text)
            if start < end and _NUMERAL.search(text) and not year:
                kept.append((start, end))
            else:
                neutral.append(stretch(span))
    return kept, neutral


def _bared(text: str, start: int, end: int) -> Stretch:
    """Take modifiers and punctuation off the edges of a stretch."""
    if found := _LEADING.match(text, start, end):
        start = found.end()
    while tail := _TRAILING.search(text, max(start, end - _LONGEST_TAIL), end):
        end = tail.start()
    return start, end


def _split(document: Document, span: Marked) -> list[Stretch]:
    """Split a list into its members that hold a numeral; a unit that they share stays with the last."""
    text, parts, start = _text(document, span), [], 0
    for comma in _LIST.finditer(text):
        parts.append((start, comma.start()))
        start = comma.end()
    parts.append((start, len(text)))
    return [(span.start + a, span.start + b) for a, b in parts if _NUMERAL.search(text[a:b])]


_DASH = re.compile(r"\s?[-–—:]\s?")


def _gum_number(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """GUM: numerals in names, and results of games (two numerals in digits with a dash between), are neutral."""
    neutral = {stretch(span) for span in marked if span.meta.get("in_name")}
    ordered = sorted(map(stretch, marked))
    for first, second in pairwise(ordered):
        digits = document.text[slice(*first)].isdigit() and document.text[slice(*second)].isdigit()
        if digits and _DASH.fullmatch(document.text, first[1], second[0]):
            neutral |= {first, second}
    return [each for each in ordered if each not in neutral], sorted(neutral)


_POSSESSIVE = re.compile(r"['’]s?\Z")


def _gum_location(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """GUM: the name alone (``meta.core``), no possessive; places that no encyclopedia knows are neutral."""
    kept: list[Stretch] = []
    neutral: list[Stretch] = []
    for span in marked:
        start, end = span.meta.get("core") or stretch(span)
        if tail := _POSSESSIVE.search(document.text[start:end]):
            end = start + tail.start()
        (kept if span.meta.get("identity") else neutral).append((start, end))
    return kept, neutral


_COMMA = re.compile(r",\s+")


def _uner_location(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """Universal NER: "City, Region" is two places."""
    kept = []
    for span in marked:
        start = span.start
        for comma in _COMMA.finditer(document.text, span.start, span.end):
            kept.append((start, comma.start()))
            start = comma.end()
        kept.append((start, span.end))
    return kept, []


def _geowebnews_location(_: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """GeoWebNews: adjectives are neutral."""
    adjective = [span for span in marked if span.meta.get("Modifier_Type") == "Adjective"]
    return [stretch(span) for span in marked if span not in adjective], [stretch(span) for span in adjective]


def _polnear_role(document: Document, marked: list[Marked]) -> tuple[list[Stretch], list[Stretch]]:
    """PolNeAR: outermost attributions; one that lies in the content of another is not scored."""
    inner = nested(document)
    return [stretch(span) for span in marked if span.meta.get("attr") not in inner], []


def nested(document: Document) -> set[object]:
    """Name the attributions (``meta.attr``) all of whose spans lie in the content of another one."""
    groups: dict[object, list[Marked]] = {}
    for span in document.spans:
        if span.label in ("SOURCE", "CUE", "CONTENT") and "attr" in span.meta:
            groups.setdefault(span.meta["attr"], []).append(span)
    contents = [(name, stretch(span)) for name, spans in groups.items() for span in spans if span.label == "CONTENT"]
    found: set[object] = set()
    for name, spans in groups.items():
        hull = min(span.start for span in spans), max(span.end for span in spans)
        if any(other != name and within(hull, content) and hull != content for other, content in contents):
            found.add(name)
    return found


def _contents(document: Document) -> list[Stretch]:
    """Return the contents inside which attributions are nested ones, where only outermost ones were marked."""
    if document.guideline != "polnear":
        return []
    return [stretch(span) for span in document.spans if span.label == "CONTENT"]


OWN = "pressmark"
"""Name of our own guideline, and of its notion of a claim."""
RULES: Mapping[tuple[str, str], Rule] = {
    ("gum", "NUMBER"): _gum_number,
    ("gum", "LOCATION"): _gum_location,
    ("ieer", "NUMBER"): _ieer_number,
    ("measeval", "NUMBER"): _measeval_number,
    ("uner_pud", "LOCATION"): _uner_location,
    ("geowebnews", "LOCATION"): _geowebnews_location,
    ("polnear", "SOURCE"): _polnear_role,
    ("polnear", "CUE"): _polnear_role,
    ("polnear", "CONTENT"): _polnear_role,
}
MASKS: Mapping[str, Callable[[Document], list[Stretch]]] = {"geowebnews": _first_line}
CLAIM_PROFILES: Mapping[str, str] = {"policlaim": "policlaim"}
"""Guidelines whose own notion of a claim the claim suggester knows as a profile."""

EDGES = " \t\n\"'“”‘’«».,;:!?()[]…`"


def trimmed(text: str, at: Stretch) -> Stretch:
    """Take punctuation and spaces off the edges of a stretch, unless nothing would be left."""
    start, end = at
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return (start, end) if start < end else at
