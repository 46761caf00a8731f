"""Find fragments that are part of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from ..model import Problem, Span
from .loaded import Loaded, problem, span_address

ID = "links-in-circle"
LEVEL = 3
EXPLAIN = "Later fragments of a content are part_of earlier ones and at last of the first: they never lead in a circle."
REPAIR = "remove one of the links, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Follow the part_of links of each article's spans."""
    for stem, found in corpus.suggestions.items():
        if circle := _circle(found.spans):
            first = next(i for i, span in enumerate(found.spans) if span.key in circle)
            yield problem(span_address(stem, first), ID, f"part_of leads around: {' → '.join(circle)}", REPAIR)


def _circle(spans: Sequence[Span]) -> list[str]:
    """Find a circle of part_of links between different spans; an empty list when there is none."""
    order = TopologicalSorter(
        {s.key: [k.target for k in s.links if k.type == "part_of" and k.target != s.key] for s in spans if s.links}
    )
    try:
        order.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[::-1]
    return []
