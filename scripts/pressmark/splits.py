"""Decide which article is in which split, and which sentence of an article is in which fold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from .attributions import gather
from .model import Article, SentenceIndex, Span

TEST_SHARE, VALIDATION_SHARE = 0.1, 0.1


def assign_splits(article_ids: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Give each article that has no split one; those that have one keep it.

    A hash of its id decides, whatever else is in the corpus, with one exception: as long as nothing would be
    ``train``, everything new is. So the first article of a corpus is ``train`` and stays there.
    """
    new = {each: _split_of(each) for each in article_ids if each not in known}
    if "train" not in {*known.values(), *new.values()}:
        new = dict.fromkeys(new, "train")
    return dict(sorted({**known, **new}.items()))


def _split_of(article_id: str) -> str:
    """Choose a split by the SHA-256 of the id, read as a fraction of 1."""
    share = int.from_bytes(hashlib.sha256(article_id.encode()).digest()[:8], "big") / 2**64
    if share < TEST_SHARE:
        return "test"
    return "validation" if share < TEST_SHARE + VALIDATION_SHARE else "train"


def folds(article: Article, spans: Iterable[Span] = ()) -> list[int]:
    """Give each sentence its fold: its section, the lead merged into the first one.

    Sections that one attribution joins are one fold, so that no attribution crosses folds. Folds count from 0
    without a gap.
    """
    sections = [max(sentence.section - 1, 0) for sentence in article.sentences]
    joined = {section: section for section in sections}
    index = SentenceIndex.of(article.sentences)
    for attribution in gather(list(spans)):
        touched = [sections[i] for span in attribution.members for i in index.touching(span.start, span.end)]
        low, high = (joined[min(touched)], joined[max(touched)]) if touched else (0, 0)
        if low < high:
            joined |= {section: low for section, fold in joined.items() if low <= fold <= high}
    number = {fold: i for i, fold in enumerate(sorted(set(joined.values())))}
    return [number[joined[section]] for section in sections]
