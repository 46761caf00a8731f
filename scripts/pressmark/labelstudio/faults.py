"""Find the rules that an annotator's decision about one sentence breaks."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks.span_rules import broken
from ..model import Article, Span, sentence_labels
from ..vocabulary import vocabulary


def faults(article: Article, index: int, labels: Sequence[str], spans: tuple[Span, ...]) -> list[str]:
    """Say which rules a decision about a sentence breaks, each with what was found; an empty list when none."""
    given = sentence_labels(spans, article.sentences, vocabulary("label"))[index]
    found = [f"{label} is ticked, and no span gives it" for label in labels if label not in given]
    found += [f"{label} is not ticked, and a span gives it" for label in given if label not in labels]
    found += [f"{each.id}: {_place(place, spans)}{each.fact}" for place, each in broken(article, None, spans)]
    return found


def _place(place: str, spans: Sequence[Span]) -> str:
    """Name the span that a problem's place points to by its text."""
    parts = place.split("/")
    return f"{spans[int(parts[1])].text[:40]!r}: " if parts[0] == "spans" and len(parts) > 1 else ""
