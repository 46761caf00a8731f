"""Find labels that the guidelines do not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Problem
from ..vocabulary import vocabulary
from .loaded import GUIDELINES, Loaded, problem

ID = "guidelines-vocabulary"
LEVEL = 4
EXPLAIN = (
    "The guidelines name every label and every span label, in a heading or in backticks: what they do not name, "
    "no annotator can know."
)
REPAIR = "edit corpus/guidelines.md"

_NAMED = re.compile(r"^#{1,6} (.+)$|`([^`\n]+)`", re.MULTILINE)


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for each label in the guidelines' headings and code."""
    if corpus.guidelines is None:
        return
    places = [match[1] or match[2] for match in _NAMED.finditer(corpus.guidelines)]
    named = {word for place in places for word in re.findall(r"\w+", place.lower())}
    for label in dict.fromkeys(vocabulary("label") + vocabulary("span_label")):
        if label not in named:
            yield problem(GUIDELINES, ID, f"they do not name {label!r} in a heading or in backticks", REPAIR)
