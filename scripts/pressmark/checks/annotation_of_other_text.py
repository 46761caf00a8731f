"""Find annotations of another text or of other sentences than the article's."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, annotation_file, problem

ID = "annotation-of-other-text"
LEVEL = 4
EXPLAIN = (
    "An annotation lies in the folder of its annotator, in a file named after its article; it states the SHA-256 of "
    "the article's text and the article's segmenter, and each of its units is one of the article's sentences, at most "
    "once."
)
REPAIR = "restore it: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each annotation with its place and its article."""
    for (who, stem), found in corpus.annotations.items():
        address = annotation_file(who, stem)
        if (found.annotator, found.article_id) != (who, stem):
            yield problem(address, ID, f"it is {found.annotator}'s of {found.article_id!r}", REPAIR)
            continue
        if (article := corpus.own_articles.get(stem)) is None:
            continue
        indices = [unit.index for unit in found.units]
        if (found.text_sha256, found.segmenter) != (corpus.digests[stem], article.segmenter):
            yield problem(address, ID, "it was made on another text or other sentences", REPAIR)
        elif indices != sorted(set(indices)) or not all(
            unit.index < len(article.sentences) for unit in (*found.units, *found.earlier)
        ):
            yield problem(address, ID, "its units are not sentences of the article in their order", REPAIR)
