"""Find labels and spans of layers that no suggester is named for."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, layer_of, problem, sentence_address, span_address, suggestions_file

ID = "label-outside-layers"
LEVEL = 3
EXPLAIN = (
    "The suggesters that a file names say which layers were looked at. A label or span of another layer has no origin."
)
REPAIR = "name its suggester, or run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the suggester of each label and of each span's layer."""
    for stem, found in corpus.suggestions.items():
        for i, labels in enumerate(found.labels):
            if unnamed := [label for label in labels if label not in found.suggesters]:
                address = sentence_address(suggestions_file(stem), i)
                yield problem(address, ID, f"no suggester of {', '.join(unnamed)} is named", REPAIR)
        for i, span in enumerate(found.spans):
            if (layer := layer_of(span.label)) not in found.suggesters:
                yield problem(span_address(stem, i), ID, f"no suggester of {layer} is named", REPAIR)
