"""What a span says of itself, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..attributions import Attributed, gather
from ..model import Article, Location, Number, Span

Fact = tuple[str, str]
"""The name of an attribute and what it is."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of an article's spans. ``numbers`` has, by a span's key, its attributions, counted from 1."""

    article: Article
    attributions: tuple[Attributed, ...]
    numbers: Mapping[str, tuple[int, ...]]
    equivalents: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, article: Article, spans: Sequence[Span]) -> Facts:
        """Gather what the spans say of each other."""
        attributions = tuple(gather(spans))
        numbers: dict[str, tuple[int, ...]] = {}
        for number, attribution in enumerate(attributions, 1):
            for span in attribution.members:
                numbers[span.key] = (*numbers.get(span.key, ()), number)
        return cls(article, attributions, numbers, _equivalents(spans))

    def of_span(self, span: Span) -> list[Fact]:
        """List a span's attributes, whom it is linked with, and who says so."""
        found: list[Fact] = []
        if span.number:
            found += _number(span.number, self.article.text)
        if span.location:
            found += _location(span.location)
        found += [("same quantity", short(other.text)) for other in self.equivalents.get(span.key, ())]
        for number in self.numbers.get(span.key, ()):
            found += self._attribution(number, span)
        if span.score is not None:
            found.append(("score", f"{span.score:.2f}"))
        if span.why:
            found.append(("why", span.why))
        if span.by:
            found.append(("by", span.by))
        return found

    def _attribution(self, number: int, span: Span) -> Iterator[Fact]:
        each = self.attributions[number - 1]
        yield "attribution", str(number)
        if each.mode:
            yield "mode", each.mode
        if each.content_type:
            yield "content type", each.content_type
        for role, fragments in (("source", each.sources), ("cue", each.cues), ("content", each.contents)):
            if others := [short(other.text) for other in fragments if other.key != span.key]:
                yield role, " … ".join(others)
        if each.parent and each.parent in self.numbers:
            yield "stands in attribution", str(min(self.numbers[each.parent]))


def _equivalents(spans: Sequence[Span]) -> dict[str, tuple[Span, ...]]:
    by_key = {span.key: span for span in spans}
    found: dict[str, tuple[Span, ...]] = {}
    for span in spans:
        for link in span.links:
            if link.type == "equivalent_to" and (other := by_key.get(link.target)):
                found[span.key] = (*found.get(span.key, ()), other)
                found[other.key] = (*found.get(other.key, ()), span)
    return found


def _number(number: Number, text: str) -> Iterator[Fact]:
    if number.value is not None:
        yield "value", quantity(number.value)
    if number.low is not None:
        yield "from", quantity(number.low)
    if number.high is not None:
        yield "to", quantity(number.high)
    if number.unit:
        yield "unit", number.unit
    if number.unit_text:
        yield "unit as written", number.unit_text
    yield "modifier", number.modifier.replace("_", " ")
    yield "kind", number.kind
    if number.counted_start is not None and number.counted_end is not None:
        yield "counts", short(text[number.counted_start : number.counted_end])


def _location(location: Location) -> Iterator[Fact]:
    if location.name:
        yield "name", location.name
    if location.geonames_id is not None:
        yield "GeoNames", str(location.geonames_id)
    if location.country_code:
        yield "country", location.country_code
    if location.lat is not None and location.lon is not None:
        north, east = ("N" if location.lat >= 0 else "S"), ("E" if location.lon >= 0 else "W")
        yield "coordinates", f"{abs(location.lat):.2f}° {north}, {abs(location.lon):.2f}° {east}"
    if location.usage:
        yield "usage", location.usage
    if location.modifier:
        yield "modifier", "of a noun"


def quantity(value: float) -> str:
    """Write a number the way people read it: 12,000 and 11.5."""
    return f"{value:,.0f}" if abs(value) < 1e15 and value == int(value) else f"{value:,}"


def short(text: str, width: int = 72) -> str:
    """Shorten text to ``width`` characters by leaving out its middle; white space becomes single spaces."""
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    tail = (width - 3) // 3
    head, end = text[: width - 3 - tail], text[-tail:]
    return f"{head.rpartition(' ')[0] or head} … {end.partition(' ')[2] or end}"
