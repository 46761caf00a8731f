"""Suggest spans and labels for an article: by rules, or by suggesters that a user plugs in."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import LABEL_OF_SPAN, Article, Span, Suggestions, merge_spans, sentence_labels
from ..vocabulary import vocabulary
from .plugins import Suggester, load, name_of, run
from .rules import LANGUAGES, RULES

__all__ = ["LANGUAGES", "RULES", "Suggester", "choose", "found_by", "is_rule", "load", "made_by", "suggest"]


def choose(names: Sequence[str] = ()) -> tuple[Suggester, ...]:
    """Return the suggesters in the order in which they run: the rules, and those named, which go before a rule.

    A suggester that is named takes its labels over from the rules. Raises Refused as :func:`load` does.
    """
    named = [load(name) for name in names]
    taken = {label for each in named for label in each.labels}
    kept = [rule.without(taken) for rule in RULES]
    order = [label for rule in RULES for label in rule.labels]
    everything: list[Suggester] = [*named, *(rule for rule in kept if rule.labels)]
    return tuple(sorted(everything, key=lambda each: min(map(order.index, each.labels))))


def made_by(article: Article, suggesters: Sequence[Suggester] = RULES) -> dict[str, str]:
    """Say for each label which suggester, "name version", gives it for this article's language."""
    gives = {
        LABEL_OF_SPAN[label]: name_of(each)
        for each in suggesters
        if _reads(each, article)
        for label in each.labels
        if label in LABEL_OF_SPAN
    }
    return {label: gives[label] for label in vocabulary("label") if label in gives}


def is_rule(name: str) -> bool:
    """Say whether "name version" is one of the rules, of any version."""
    return name.rpartition(" ")[0] in {each.name for each in RULES}


def _reads(suggester: Suggester, article: Article) -> bool:
    """Say whether a suggester reads the language of an article; one that names no ``languages`` reads all."""
    languages: Sequence[str] | None = getattr(suggester, "languages", None)
    return languages is None or article.language.split("-")[0].lower() in languages


def found_by(article: Article, suggesters: Sequence[Suggester] = RULES) -> tuple[Span, ...]:
    """Suggest all spans of a segmented article, in order, each once.

    Raises Refused as :func:`run` does.
    """
    spans: list[Span] = []
    for each in suggesters:
        if _reads(each, article):
            spans += run(each, article, spans)
    return merge_spans(spans)


def suggest(article: Article, suggesters: Sequence[Suggester] = RULES) -> Suggestions:
    """Suggest all spans and labels of a segmented article.

    For a language that no suggester reads there are none, and no label counts as looked for. Raises Refused as
    :func:`run` does.
    """
    spans = found_by(article, suggesters)
    labels = sentence_labels(spans, article.sentences, vocabulary("label"))
    assert article.segmenter is not None
    by = made_by(article, suggesters)
    return Suggestions(article.id, article.text_sha256, article.segmenter, by, tuple(map(tuple, labels)), spans)
