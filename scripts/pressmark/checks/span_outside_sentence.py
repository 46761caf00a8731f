"""Find spans that run out of their sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, SentenceIndex
from .loaded import CROSSES_SENTENCES, Loaded, problem, span_address

ID = "span-outside-sentence"
LEVEL = 3
EXPLAIN = "A claim, cue, number or location lies within one sentence. Only a source or a content may run over several."
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each span with the sentences that it touches."""
    for article, found in corpus.same_sentences:
        index = SentenceIndex.of(article.sentences)
        for i, span in enumerate(found.spans):
            if span.label in CROSSES_SENTENCES or not span.start < span.end <= len(article.text):
                continue
            touched = index.touching(span.start, span.end)
            if len(touched) > 1:
                sentence = article.sentences[touched[0]]
                fact = f"{span.end} > {sentence.end}, where sentence {article.sentence_id(touched[0])} ends"
                yield problem(span_address(article.id, i), ID, fact, REPAIR)
