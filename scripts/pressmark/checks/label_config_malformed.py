"""Find a label_config.xml that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .label_page import Malformed, parse_page
from .loaded import LABEL_CONFIG, Loaded, problem

ID = "label-config-malformed"
LEVEL = 1
EXPLAIN = (
    "label_config.xml is the page that annotators see. It must be well-formed XML in a <View>, without a DOCTYPE "
    "(which could define entities)."
)
REPAIR = "edit label_config.xml, or restore it: git checkout label_config.xml"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Read the annotators' page."""
    if corpus.label_config is not None and isinstance(page := parse_page(corpus.label_config), Malformed):
        yield problem(LABEL_CONFIG, ID, page.reason, REPAIR)
