"""The suggesters that work by rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Span
from . import attribution, claim, location, number

LANGUAGES = ("en", "und")
"""Languages that the rules are written for; "und" is a text of unknown language."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A suggester that works by rules; it gives the spans of ``labels`` only."""

    name: str
    version: str
    labels: tuple[str, ...]
    find: Callable[[Article, Sequence[Span]], list[Span]]
    languages: tuple[str, ...] = LANGUAGES
    limited: bool = False
    trusted: bool = True

    def suggest(self, article: Article, found: Sequence[Span] = ()) -> list[Span]:
        """Find spans in a segmented article; ``found`` are those that earlier suggesters gave."""
        spans = self.find(article, found)
        return [span for span in spans if span.label in self.labels] if self.limited else spans

    def without(self, labels: Collection[str]) -> Rules:
        """Return this suggester without the labels that another one gives."""
        left = tuple(label for label in self.labels if label not in labels)
        return self if left == self.labels else replace(self, labels=left, limited=True)


RULES = tuple(
    Rules(each.NAME, each.VERSION, tuple(each.LABELS), each.suggest) for each in (number, location, attribution, claim)
)
