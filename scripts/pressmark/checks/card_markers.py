"""Find a card whose markers for generated figures are broken or missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markers import FIGURES, REQUIRED, marker_problems
from ..model import Problem
from .loaded import CARD, Loaded, problem

ID = "card-markers"
LEVEL = 1
EXPLAIN = (
    "DATASET_CARD.md is written by people; generated figures stand in it between the lines <!-- figures: NAME --> and "
    "<!-- /figures -->. The pairs must be whole, each name known and used once. 'status' must be there: it says how "
    "far the labels can be trusted."
)
REPAIR = "edit DATASET_CARD.md, or restore it: git checkout DATASET_CARD.md"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look at the markers of the card."""
    if corpus.card is None:
        return
    for fact in marker_problems(corpus.card, FIGURES):
        yield problem(CARD, ID, fact, REPAIR)
    for name in REQUIRED:
        if not re.search(rf"^<!-- figures: {name} -->$", corpus.card, re.MULTILINE):
            yield problem(CARD, ID, f"the figures '{name}' have no place in it", REPAIR)
