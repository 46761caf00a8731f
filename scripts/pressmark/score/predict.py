"""Have suggesters say what they find in a document, in the form in which it is scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..documents import Document, Stretch
from ..model import Article, Provenance, Sentence, SentenceIndex, Span
from ..segment import SEGMENTER, segment
from ..suggest import Suggester, claim, found_by, made_by
from .guidelines import CLAIM_PROFILES, OWN
from .values import Predicted

SENTENCE_TASKS = ("claim", "subjectivity", "number_values")
"""Tasks whose sentences are the document's own."""


def predict(document: Document, suggesters: Sequence[Suggester]) -> Predicted:
    """Segment a document and suggest spans in it; where sentences are labelled, in its own sentences."""
    own = segment(document.text)
    cut = tuple((sentence.start, sentence.end) for sentence in own)
    given = document.sentences if set(document.gold_for) & set(SENTENCE_TASKS) else None
    sentences = tuple(own) if given is None else tuple(Sentence(*at, 0, 0, "body") for at in given)
    article = _article(document, sentences)
    spans = found_by(article, suggesters)
    claims = _claims(article, spans, document, suggesters) if "claim" in document.gold_for else {}
    return Predicted(cut, spans, claims, cut if given is None else given)


def _article(document: Document, sentences: tuple[Sentence, ...]) -> Article:
    bare = Article(document.id, document.text, document.language, Provenance(document.id, "0" * 64))
    return replace(bare, segmenter=SEGMENTER, sentences=sentences)


def _claims(
    article: Article, spans: Sequence[Span], document: Document, suggesters: Sequence[Suggester]
) -> dict[str, tuple[float, ...]]:
    """Say of each sentence how likely it is a claim: under the guideline's own rule, where ours knows it, and ours.

    A suggester that is not our rules is asked for its claim spans only.
    """
    if made_by(article, suggesters).get("claim", "").startswith(f"{claim.NAME} "):
        rules = dict.fromkeys((CLAIM_PROFILES.get(document.guideline, OWN), OWN))
        return {rule: tuple(claim.sentence_scores(article, spans, rule)) for rule in rules}
    scores = [0.0] * len(article.sentences)
    index = SentenceIndex.of(article.sentences)
    for span in spans:
        for at in index.touching(span.start, span.end) if span.label == "claim" else ():
            scores[at] = max(scores[at], 1.0 if span.score is None else span.score)
    return {OWN: tuple(scores)}


def touched(spans: Sequence[Stretch], units: Sequence[Stretch]) -> set[int]:
    """Return the indices of the units that share a character with one of the spans; both are in order."""
    found: set[int] = set()
    first = 0
    for start, end in sorted(spans):
        while first < len(units) and units[first][1] <= start:
            first += 1
        at = first
        while at < len(units) and units[at][0] < end:
            found.add(at)
            at += 1
    return found
