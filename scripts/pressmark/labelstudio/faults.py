"""Find the rules that an annotator's decision about one sentence breaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..checks import Rule, rules
from ..checks.loaded import Loaded, suggestions_file
from ..model import Article, Span, Suggestions, sentence_labels
from ..vocabulary import vocabulary

LEVELS = (2, 3)
ELSEWHERE = ("labels-differ-from-spans", "label-outside-layers")
"""Rules about a whole article, which a decision about one sentence cannot keep."""


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.LEVEL in LEVELS and rule.ID not in ELSEWHERE)


def faults(article: Article, index: int, labels: Sequence[str], spans: tuple[Span, ...]) -> list[str]:
    """Say which rules a decision about a sentence breaks, each with what was found; an empty list when none."""
    given = sentence_labels(spans, article.sentences, vocabulary("label"))[index]
    found = [f"{label} is ticked, and no span gives it" for label in labels if label not in given]
    found += [f"{label} is not ticked, and a span gives it" for label in given if label not in labels]
    by = dict.fromkeys(vocabulary("label"), "annotator 0")
    empty = ((),) * len(article.sentences)
    made = Suggestions(article.id, article.text_sha256, article.segmenter or "none 0", by, empty, spans)
    corpus = Loaded(articles={article.id: article}, suggestions={article.id: made})
    file = suggestions_file(article.id)
    for rule in _rules():
        for problem in rule.check(corpus):
            if problem.address.startswith(file):
                found.append(f"{problem.id}: {_place(problem.address, spans)}{problem.fact}")
    return found


def _place(address: str, spans: Sequence[Span]) -> str:
    """Name the span that a problem's address points to by its text."""
    parts = address.rpartition(":")[2].split("/")
    if parts[0] == "spans" and len(parts) > 1:
        return f"{spans[int(parts[1])].text[:40]!r}: "
    return ""
