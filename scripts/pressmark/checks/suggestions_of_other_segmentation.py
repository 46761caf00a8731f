"""Find suggestions that were made on other sentences than the article's."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, problem, suggestions_file

ID = "suggestions-of-other-segmentation"
LEVEL = 4
EXPLAIN = (
    "Suggestions have one list of labels for each sentence, so they stand for one segmentation: they name the "
    "article's segmenter and have as many lists as it has sentences."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare segmenter and number of sentences of each file of suggestions with the article's."""
    for article, found in corpus.same_text:
        if article.segmenter is None and article.sentences:
            continue  # that is a problem of the article
        if found.segmenter != article.segmenter:
            fact = f"they were made on sentences by {found.segmenter!r}, the article's are by {article.segmenter!r}"
        elif len(found.labels) != len(article.sentences):
            fact = f"they have labels for {len(found.labels)} sentences, the article has {len(article.sentences)}"
        else:
            continue
        yield problem(suggestions_file(article.id), ID, fact, REPAIR)
