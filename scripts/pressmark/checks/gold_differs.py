"""Find gold that is not what the decisions give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..adjudicate import open_decisions, prepare, settle
from ..decisions import Gold
from ..model import Problem
from .loaded import Loaded, adjudication_file, gold_file, problem
from .span_rules import broken

ID = "gold-differs"
LEVEL = 4
EXPLAIN = (
    "corpus/gold holds what the decisions in corpus/adjudication give on what is in corpus/annotations now, and "
    "nothing else; nothing in these decisions is open, and the gold breaks no rule of values and links."
)
REPAIR = "run: pressmark adjudicate {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Make each article's gold again, and compare."""
    for article_id, gold in corpus.gold.items():
        address = gold_file(article_id)
        article, made = corpus.own_articles.get(article_id), corpus.adjudications.get(article_id)
        if article is None or article.segmenter is None or _unread(corpus, article_id):
            continue
        if made is None:
            yield problem(address, ID, f"there is no {adjudication_file(article_id)}", REPAIR)
            continue
        annotations = [each for (_, name), each in corpus.annotations.items() if name == article_id]
        wanted = prepare(article, annotations, made.guideline_version, audit=made.audit, before=made, since=made.since)
        everything = prepare(article, annotations, made.guideline_version, audit=True, since=made.since)
        if wanted != made or open_decisions(made, address):
            yield problem(address, ID, "its decisions are not those on the annotations, or some are open", REPAIR)
        elif not _same(settle(article, everything, made), gold):
            yield problem(address, ID, "it is not what its decisions give", REPAIR)
        else:
            for place, each in broken(article, gold.labels, gold.spans):
                yield problem(f"{address}:{place}", ID, f"{each.id}: {each.fact}", REPAIR, id=article_id)


def _same(made: Gold, there: Gold) -> bool:
    """Compare gold; that of earlier versions does not say how each sentence came about."""
    return there == (made if there.sentences else replace(made, sentences=()))


def _unread(corpus: Loaded, article_id: str) -> bool:
    """Say whether anything that the gold is made of could not be read."""
    decisions, name = adjudication_file(article_id), f"/{article_id}.json"
    return any(
        each == decisions or (each.startswith("corpus/annotations/") and each.endswith(name)) for each in corpus.unread
    )
