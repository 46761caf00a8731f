"""Find articles that tell another provenance than their sidecar."""

from __future__ import annotations

from collections.abc import Iterator

from ..ingest import to_article
from ..model import Article, Problem, Provenance
from .loaded import Loaded, article_file, problem, shown

ID = "provenance-differs"
LEVEL = 4
EXPLAIN = (
    "An article repeats its sidecar: file, digest, origin, publisher, day, address, rights, title and language. "
    "What is unknown there is absent here."
)
REPAIR = "edit seeds/{id}.toml where that is wrong, then run: pressmark dataset"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each article with the one that its sidecar and its text give."""
    for article_id, article in corpus.own_articles.items():
        if (seed := corpus.seeds.get(article_id)) is None:
            continue
        wanted, actual = _facts(to_article(article_id, article.text, seed)), _facts(article)
        for name in (name for name in wanted if wanted[name] != actual[name]):
            fact = f"it says {_said(actual[name])}, the sidecar {_said(wanted[name])}"
            yield problem(f"{article_file(article_id)}:{name}", ID, fact, REPAIR, id=article_id)


def _facts(article: Article) -> dict[str, str | None]:
    """List what an article says of where it comes from, by its place in the file."""
    provenance = {f"provenance/{name}": getattr(article.provenance, name) for name in Provenance.__slots__}
    return {"title": article.title, "language": article.language, **provenance}


def _said(value: str | None) -> str:
    return "nothing" if value is None else shown(value)
