"""Find articles in languages that the corpus does not list."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, article_file, problem

ID = "language-undeclared"
LEVEL = 4
EXPLAIN = (
    "corpus/corpus.toml lists the languages of the articles. Regions and scripts do not count: 'en' covers 'en-GB'."
)
REPAIR = "add it to language in corpus/corpus.toml, or correct seeds/{id}.toml and run: pressmark dataset"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each article's language with those of the corpus."""
    if corpus.corpus is None:
        return
    declared = {_primary(tag) for tag in corpus.corpus.language}
    for stem, article in corpus.articles.items():
        if _primary(article.language) not in declared | {"und"}:
            fact = f"{article.language!r} is not among {', '.join(corpus.corpus.language)}"
            yield problem(f"{article_file(stem)}:language", ID, fact, REPAIR, id=article.id)


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()
