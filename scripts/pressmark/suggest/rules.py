"""The suggesters that work by rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Article, Span
from . import attribution, claim, location, number

LANGUAGES = ("en", "und")
"""Languages that the rules are written for; "und" is a text of unknown language."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A suggester that works by rules."""

    name: str
    version: str
    labels: tuple[str, ...]
    suggest: Callable[[Article, Sequence[Span]], list[Span]]
    languages: tuple[str, ...] = LANGUAGES


RULES = tuple(
    Rules(each.NAME, each.VERSION, tuple(each.LABELS), each.suggest) for each in (number, location, attribution, claim)
)
