"""Suggest spans and labels for an article: by rules, or by suggesters that a user plugs in."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import LABEL_OF_SPAN, Article, Span, Suggestions, merge_spans, sentence_labels
from ..vocabulary import vocabulary
from .plugins import Kept, Suggester, load, name_of, run
from .rules import LANGUAGES, RULES, Rules

__all__ = ["LANGUAGES", "RULES", "Suggester", "choose", "found_by", "keeping", "load", "made_by", "plugged", "suggest"]


def choose(names: Sequence[str] = ()) -> tuple[Suggester, ...]:
    """Return the suggesters named, and after them the rules. Raises Refused as :func:`load` does."""
    return (*(load(name) for name in names), *RULES)


def keeping(there: Suggestions) -> tuple[Suggester, ...]:
    """Return suggesters that give again what plugged-in ones gave an article, and after them the rules."""
    kept = []
    for label, name in plugged(there).items():
        labels = tuple(each for each in vocabulary("span_label") if _layer(each) == label)
        spans = tuple(span for span in there.spans if span.label in labels)
        own, _, version = name.rpartition(" ")
        kept.append(Kept(own, version, labels, spans))
    return (*kept, *RULES)


def plugged(there: Suggestions) -> dict[str, str]:
    """Return for each label that a plugged-in suggester gave its "name version"."""
    rules = {each.name for each in RULES}
    return {label: name for label, name in there.suggesters.items() if name.rpartition(" ")[0] not in rules}


def _layer(label: str) -> str:
    """Return the sentence label that a span label belongs to; a source belongs to attribution."""
    return LABEL_OF_SPAN.get(label, "attribution")


def _running(article: Article, suggesters: Sequence[Suggester]) -> list[Suggester]:
    """Return who runs on an article, in the order in which it does: the first that reads it, for each sentence label.

    A suggester takes a sentence label whole: one that gives cues gives all of attribution.
    """
    order = [_layer(label) for rule in RULES for label in rule.labels]
    chosen: list[tuple[int, Suggester]] = []
    taken: set[str] = set()
    for each in suggesters:
        layers = {_layer(label) for label in each.labels}
        if _reads(each, article) and not layers <= taken:
            chosen.append((min(order.index(layer) for layer in layers - taken), each))
            taken |= layers
    return [each for _, each in sorted(chosen, key=lambda pair: pair[0])]


def _reads(suggester: Suggester, article: Article) -> bool:
    """Say whether a suggester reads the language of an article; one that names no ``languages`` reads all."""
    languages: Sequence[str] | None = getattr(suggester, "languages", None)
    return languages is None or article.language.split("-")[0].lower() in languages


def made_by(article: Article, suggesters: Sequence[Suggester] = RULES) -> dict[str, str]:
    """Say for each label which suggester, "name version", gives it for this article's language."""
    gives: dict[str, str] = {}
    for each in _running(article, suggesters):
        for label in each.labels:
            gives.setdefault(_layer(label), name_of(each))
    return {label: gives[label] for label in vocabulary("label") if label in gives}


def found_by(article: Article, suggesters: Sequence[Suggester] = RULES) -> tuple[Span, ...]:
    """Suggest all spans of a segmented article, in order, each once.

    Raises Refused as :func:`run` does.
    """
    spans: list[Span] = []
    gives = made_by(article, suggesters)
    for each in _running(article, suggesters):
        if isinstance(each, Rules):
            spans += each.suggest(article, spans)
        else:
            spans += [span for span in run(each, article, spans) if gives.get(_layer(span.label)) == name_of(each)]
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
