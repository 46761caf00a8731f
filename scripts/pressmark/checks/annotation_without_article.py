"""Find annotations, decisions and gold of articles that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, adjudication_file, annotation_file, article_file, gold_file, problem

ID = "annotation-without-article"
LEVEL = 4
EXPLAIN = "Every file in corpus/annotations, corpus/adjudication and corpus/gold is about an article of the corpus."
REPAIR = "restore the article: git checkout {file}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look for the article of each such file."""
    files = [(stem, annotation_file(who, stem)) for who, stem in corpus.annotations]
    files += [(stem, adjudication_file(stem)) for stem in corpus.adjudications]
    files += [(stem, gold_file(stem)) for stem in corpus.gold]
    for stem, address in files:
        if not corpus.has_article(stem):
            yield problem(address, ID, f"there is no {article_file(stem)}", REPAIR, file=article_file(stem))
