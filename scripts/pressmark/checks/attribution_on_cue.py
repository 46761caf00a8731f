"""Find cues that say what their content has to say."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem

ID = "attribution-on-cue"
LEVEL = 3
EXPLAIN = (
    "An attribution's mode and content_type stand on its content. They stand on the cue only where there is no "
    "content span."
)
REPAIR = "move them to the content, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for attributes on cues that are linked to a content."""
    for address, span, link, target in corpus.each_link():
        if link.type == "cue_of" and span.attribution is not None and target is not None and target.label == "content":
            yield problem(address, ID, f"the cue has attributes, and so may its content {target.key}", REPAIR)
