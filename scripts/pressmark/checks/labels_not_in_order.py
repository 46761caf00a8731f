"""Find sentences whose labels are not in the vocabulary's order."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from ..vocabulary import vocabulary
from .loaded import Loaded, problem, sentence_address, suggestions_file

ID = "labels-not-in-order"
LEVEL = 1
EXPLAIN = (
    "A sentence's labels stand in the vocabulary's order: claim, attribution, number, location. So the same "
    "labels always give the same file."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's labels with their canonical order."""
    order = {label: i for i, label in enumerate(vocabulary("label"))}
    for stem, found in corpus.suggestions.items():
        for i, labels in enumerate(found.labels):
            if list(labels) != (wanted := sorted(labels, key=order.__getitem__)):
                fact = f"{', '.join(labels)} should be {', '.join(wanted)}"
                yield problem(sentence_address(suggestions_file(stem), i), ID, fact, REPAIR)
