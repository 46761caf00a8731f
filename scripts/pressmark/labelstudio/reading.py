"""Read the results that Label Studio keeps as labels and spans, whatever is in them.

The text that the server repeats beside offsets is never trusted: spans are cut from the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..checks.link_labels_wrong import TIES
from ..model import Attribution, Link, Location, Number, Span, merge_spans
from ..vocabulary import vocabulary
from .results import ELSEWHERE, Windows
from .values import MODIFIES, NoNumber, line, read_value, texts, whole_number

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a result says: labels ticked, spans, a comment, and what in it cannot be understood."""

    labels: tuple[str, ...]
    spans: tuple[Span, ...]
    comment: str | None
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Region:
    """A region while its items are gathered."""

    start: int
    end: int
    label: str
    said: dict[str, Any] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)


def read_result(text: str, where: Windows, result: Sequence[Any]) -> Decision:
    """Read a result made on a task whose texts stand ``where`` in an article's ``text``; never raises.

    What cannot be understood is a fault, and is left out of the rest.
    """
    reader = _Reader(text, where)
    if not isinstance(result, list | tuple):
        return Decision((), (), None, ("the result is no list",))
    for item in result:
        reader.tried(reader.take, item)
    return reader.decision()


class _Reader:
    def __init__(self, text: str, where: Windows) -> None:
        self.text, self.where = text, where
        self.regions: dict[str, _Region] = {}
        self.said: list[tuple[str, str, Any]] = []
        self.relations: list[tuple[str, str]] = []
        self.labels: set[str] = set()
        self.comments: list[str] = []
        self.faults: list[str] = []

    def tried(self, do: Callable[[Any], T], item: Any) -> T | None:
        """Do something with what the server gave; what it cannot be done with is a fault."""
        try:
            return do(item)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError):
            self.faults.append(f"an item is not as Label Studio writes it: {ascii(item)[:120]}")
            return None

    def take(self, item: Any) -> None:
        if item["type"] == "relation":
            self.relations.append((item["from_id"], item["to_id"]))
        elif item["type"] == "labels":
            self._region(item)
        elif item["from_name"] == "labels":
            self._ticks(item["value"]["choices"])
        elif item["from_name"] == "comment":
            self.comments += texts(item["value"]["text"])
        else:
            self.said.append((item["id"], item["from_name"], item["value"]))

    def _ticks(self, choices: Any) -> None:
        if not isinstance(choices, list) or not set(choices) <= set(vocabulary("label")):
            raise ValueError("no labels")
        self.labels |= set(choices)

    def _region(self, item: Any) -> None:
        name, value = item["to_name"], item["value"]
        low, high = self.where[name]
        start, end = low + whole_number(value["start"]), low + whole_number(value["end"])
        if not low <= start < end <= high:
            self.faults.append(f"a region from {value['start']} to {value['end']} is outside of '{name}'")
            return
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end or not isinstance(value["labels"], list) or len(value["labels"]) != 1:
            self.faults.append(f"a region at {start} has not one label, or only blanks")
            return
        (label,) = value["labels"]
        if label not in (vocabulary("span_label") if name == "text" else ELSEWHERE):
            self.faults.append(f"a region in '{name}' has the label {ascii(label)[:40]}, which is none there")
        elif item["id"] in self.regions:
            self.faults.append(f"two regions have the id {ascii(item['id'])[:40]}")
        else:
            self.regions[item["id"]] = _Region(start, end, label)

    def decision(self) -> Decision:
        for each in self.said:
            self.tried(self._say, each)
        for ends in self.relations:
            self.tried(self._link, ends)
        made = [self.tried(self._span, region) for region in self.regions.values()]
        spans = [span for span in made if span is not None]
        self._repeated(spans)
        ticked = tuple(label for label in vocabulary("label") if label in self.labels)
        return Decision(ticked, merge_spans(spans), line(self.comments), tuple(self.faults))

    def _say(self, each: tuple[str, str, Any]) -> None:
        id_, name, value = each
        if (region := self.regions.get(id_)) is None:
            self.faults.append(f"'{name}' is said of a region that is not there")
            return
        try:
            said = read_value(name, value)
        except NoNumber as error:
            self.faults.append(f"'{name}' of the {region.label} at {region.start} is {str(error)[:40]!r}, no number")
            return
        if said is not None:
            region.said[name] = said

    def _link(self, ends: tuple[str, str]) -> None:
        """Tie two regions as their labels say, of two with the same label the later one to the earlier one."""
        if not all(id_ in self.regions for id_ in ends):
            self.faults.append("a link goes to a region that is not there")
            return
        later, earlier = sorted(ends, key=lambda id_: (self.regions[id_].start, self.regions[id_].end), reverse=True)
        for one, other in ((later, earlier), (earlier, later)):
            labels = (self.regions[one].label, self.regions[other].label)
            for type_ in (each for each, pairs in TIES.items() if labels in pairs and one != other):
                self.regions[one].links.append((type_, other))
                return
        self.faults.append(f"a link ties a {self.regions[later].label} to a {self.regions[earlier].label}")

    def _repeated(self, spans: list[Span]) -> None:
        """Note spans that are marked twice with attributes that differ."""
        seen: dict[str, Span] = {}
        for span in spans:
            other = seen.setdefault(span.key, span)
            if (other.number, other.location, other.attribution) != (span.number, span.location, span.attribution):
                self.faults.append(f"{span.key} is marked twice and differs")

    def _span(self, region: _Region) -> Span | None:
        keys = {id_: f"{each.start}-{each.end}:{each.label}" for id_, each in self.regions.items()}
        links = tuple(sorted({Link(type_, keys[target]) for type_, target in region.links}))
        said, faults = region.said, len(self.faults)
        made = Span(
            region.start,
            region.end,
            region.label,
            self.text[region.start : region.end],
            number=self._number(region) if region.label == "number" else None,
            location=_location(said) if region.label == "location" else None,
            attribution=_attribution(said) if region.label in ("cue", "content") else None,
            links=links,
        )
        return made if len(self.faults) == faults else None

    def _number(self, region: _Region) -> Number | None:
        said = region.said
        lacking = [name for name in ("number_kind", "number_modifier") if name not in said]
        if lacking or not {"value", "low", "high"} & said.keys():
            what = " and ".join([*lacking, *([] if {"value", "low", "high"} & said.keys() else ["value"])])
            self.faults.append(f"the number at {region.start} lacks its {what.replace('number_', '')}")
            return None
        counted = self._counted(region, said["counted"]) if "counted" in said else (None, None)
        return Number(
            kind=said["number_kind"],
            modifier=said["number_modifier"],
            **{name: said.get(name) for name in ("value", "low", "high", "unit", "unit_text")},
            counted_start=counted[0],
            counted_end=counted[1],
        )

    def _counted(self, region: _Region, words: str) -> tuple[int | None, int | None]:
        """Find what is counted: the next place after the number that has these words, else the last one before it."""
        low, high = self.where["text"]
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        places = [match.span() for match in pattern.finditer(self.text, low, high)]
        after = [place for place in places if place[0] >= region.end]
        before = [place for place in places if place[1] <= region.start]
        if not after and not before:
            self.faults.append(f"what the number at {region.start} counts, {words[:60]!r}, is not in the unit")
            return None, None
        return after[0] if after else before[-1]


def _location(said: Mapping[str, Any]) -> Location:
    return Location(
        modifier=said.get("location_modifier") == MODIFIES,
        usage=said.get("location_usage"),
        geonames_id=said.get("geonames_id"),
        name=said.get("place_name"),
        country_code=said.get("country_code"),
        lat=said.get("lat"),
        lon=said.get("lon"),
    )


def _attribution(said: Mapping[str, Any]) -> Attribution | None:
    made = Attribution(said.get("attribution_mode"), said.get("content_type"))
    return made if made != Attribution() else None
