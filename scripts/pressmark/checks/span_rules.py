"""Ask the rules about values and links of spans, wherever these spans stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Article, Problem, Span, Suggestions
from ..vocabulary import vocabulary
from .loaded import Loaded, suggestions_file

LEVELS = (2, 3)


def broken(
    article: Article, labels: Sequence[tuple[str, ...]] | None, spans: tuple[Span, ...]
) -> Iterator[tuple[str, Problem]]:
    """Yield each way in which labels (None: not looked at) and spans of an article break a rule.

    The first value is the place within what holds them, e.g. ``spans/3/number``.
    """
    from . import rules

    by = dict.fromkeys(vocabulary("label"), "nobody 0")
    given = tuple(labels) if labels is not None else ((),) * len(article.sentences)
    made = Suggestions(article.id, article.text_sha256, article.segmenter or "none 0", by, given, spans)
    corpus = Loaded(articles={article.id: article}, suggestions={article.id: made})
    file = f"{suggestions_file(article.id)}:"
    for rule in rules():
        if rule.LEVEL in LEVELS and not (labels is None and rule.ID.startswith("labels-")):
            for problem in rule.check(corpus):
                if problem.address.startswith(file):
                    yield problem.address.removeprefix(file), problem
