"""Frozen values of adjudication: what is to be decided, what was decided, and the gold that it gives. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .model import Span

AGREED, OWN, NONE = "agreed", "own", "none"
"""What ``take`` says beside an annotator's name: what all gave, the adjudicator's own span, no span."""


def content(span: Span) -> Span:
    """Leave out of a span what is no decision about it: a suggester's score and name."""
    return replace(span, score=None, by=None)


@dataclass(frozen=True, slots=True)
class Item:
    """One span to be decided on, by its key: what annotators gave (``versions``), and what was decided.

    ``versions`` maps annotators to their spans, or "agreed" to the one that all of them gave. ``take`` names the
    version that goes into the gold, "own" for the adjudicator's own span (``own``), "none" for no span; empty while it
    is open. ``who`` and ``why`` say who decided and for what reason; where nobody did, but a rule, ``policy`` says
    which. ``at`` is the server's time (ISO 8601, UTC) of a decision that was made in Label Studio.
    """

    key: str
    take: str = ""
    who: str = ""
    why: str = ""
    policy: str | None = None
    at: str | None = None
    versions: Mapping[str, Span] = field(default_factory=dict)
    own: Span | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is to be decided about one sentence.

    ``judges`` submitted it without breaking a rule. Where they are fewer than two, and in an audit everywhere, ``who``
    and ``why`` say who looked at the sentence as a whole, and what was found; ``at`` is as an item's.
    """

    index: int
    text: str
    who: str = ""
    why: str = ""
    at: str | None = None
    judges: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjudication:
    """All decisions about one article, of what annotators did under one version of the guidelines.

    In an ``audit`` every sentence is looked at, those with full agreement too. Decisions ``since`` an earlier version
    count, too, where nothing was decided anew.
    """

    article_id: str
    text_sha256: str
    segmenter: str
    guideline_version: str
    audit: bool
    annotators: tuple[str, ...] = ()
    units: tuple[Ruling, ...] = ()
    since: str | None = None

    @property
    def is_begun(self) -> bool:
        """Whether anybody has decided anything."""
        said = [text for unit in self.units for text in (unit.who, unit.why)]
        return any(said) or any(item.who or item.why for unit in self.units for item in unit.items)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a span came into the gold: its key there, the version taken, who (or which policy) decided, and why."""

    key: str
    how: str
    who: str | None = None
    why: str | None = None
    policy: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceVerdict:
    """How the labels of a sentence came about, also where it has none.

    ``how`` is "agreed" where two annotators at least gave the same and nothing was changed, else "decided". ``who``,
    ``why`` and ``policy`` are of all decisions about it, rejected spans included, and of its audit.
    """

    how: str
    who: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """The adjudicated labels and spans of one article: labels and a verdict a sentence, one verdict a span."""

    article_id: str
    text_sha256: str
    segmenter: str
    guideline_version: str
    audit: bool
    annotators: tuple[str, ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    sentences: tuple[SentenceVerdict, ...] = ()
    since: str | None = None
