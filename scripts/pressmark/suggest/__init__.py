"""Suggest spans and labels for an article by rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from ..model import LABEL_OF_SPAN, Article, Span, Suggestions, merge_spans, sentence_labels
from ..vocabulary import vocabulary

LANGUAGES = ("en", "und")
"""Languages that the rules are written for; "und" is a text of unknown language."""


class Suggester(Protocol):
    """What a suggester offers: ``LABELS`` are the span labels that it gives.

    ``suggest`` gets the spans that earlier suggesters found.
    """

    NAME: str
    VERSION: str
    LABELS: tuple[str, ...]

    def suggest(self, article: Article, found: Sequence[Span] = ()) -> list[Span]: ...


@cache
def suggesters() -> tuple[Suggester, ...]:
    """Return the rule suggesters in the order in which they run."""
    names = ("number", "location", "attribution", "claim")
    return tuple(cast(Suggester, import_module(f"{__name__}.{name}")) for name in names)


def made_by(article: Article) -> dict[str, str]:
    """Say for each label which suggester, "name version", gives it for this article's language."""
    if article.language.split("-")[0].lower() not in LANGUAGES:
        return {}
    gives = {
        LABEL_OF_SPAN[label]: f"{each.NAME} {each.VERSION}"
        for each in suggesters()
        for label in each.LABELS
        if label in LABEL_OF_SPAN
    }
    return {label: gives[label] for label in vocabulary("label") if label in gives}


def suggest(article: Article) -> Suggestions:
    """Suggest all spans and labels of a segmented article.

    An article in a language that the rules are not written for gets none, and no label counts as looked for.
    """
    by, spans = made_by(article), list[Span]()
    for each in suggesters() if by else ():
        spans += each.suggest(article, tuple(spans))
    merged = merge_spans(spans)
    labels = sentence_labels(merged, article.sentences, vocabulary("label"))
    assert article.segmenter is not None
    return Suggestions(article.id, article.text_sha256, article.segmenter, by, tuple(map(tuple, labels)), merged)
