"""Find links between labels that their type does not tie."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem

ID = "link-labels-wrong"
LEVEL = 3
EXPLAIN = (
    "Each type of link ties certain labels: source_of a source to a content or cue, cue_of a cue to a content, "
    "part_of a content to a content, equivalent_to a number to a number."
)
REPAIR = "remove the link, or run: pressmark suggest {id}"

TIES = {
    "source_of": (("source", "content"), ("source", "cue")),
    "cue_of": (("cue", "content"),),
    "part_of": (("content", "content"),),
    "equivalent_to": (("number", "number"),),
}
"""The labels of the span that carries a link and of its target, by type."""


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare the labels at both ends of each link with those that its type allows."""
    for address, span, link, target in corpus.each_link():
        if target is not None and (span.label, target.label) not in TIES[link.type]:
            yield problem(address, ID, f"{link.type} cannot tie a {span.label} to a {target.label}", REPAIR)
