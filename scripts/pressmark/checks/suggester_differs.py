"""Find spans by another suggester than the one named for their layer."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, layer_of, problem, span_address

ID = "suggester-differs"
LEVEL = 3
EXPLAIN = "A span that says who suggested it names the suggester that the file names for its layer."
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare who suggested each span with the suggester of its layer."""
    for stem, found in corpus.suggestions.items():
        for i, span in enumerate(found.spans):
            named = found.suggesters.get(layer := layer_of(span.label))
            if span.by is not None and named is not None and span.by != named:
                yield problem(span_address(stem, i), ID, f"it is by {span.by!r}, but {layer} is by {named!r}", REPAIR)
