"""Find sentences whose labels are not those that their spans give."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, sentence_labels
from ..vocabulary import vocabulary
from .loaded import Loaded, problem, sentence_address, suggestions_file

ID = "labels-differ-from-spans"
LEVEL = 3
EXPLAIN = (
    "A sentence bears number exactly when a number span touches it, location when a location span does, claim "
    "when a claim span does, attribution when a cue or content span does. This holds in the layers that the "
    "suggesters name."
)
REPAIR = "run: pressmark suggest {id}"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare each sentence's labels with those derived from the spans that touch it."""
    for article, found in corpus.same_sentences:
        if not all(span.start < span.end <= len(article.text) for span in found.spans):
            continue  # such a span gives no label, and is a problem itself
        layers = found.suggesters.keys()
        given = sentence_labels(found.spans, article.sentences, vocabulary("label"))
        for i, (says, spans_say) in enumerate(zip(found.labels, given, strict=True)):
            lacking = [label for label in spans_say if label not in says and label in layers]
            extra = [label for label in says if label not in spans_say and label in layers]
            facts = [f"lacks {label}, which a span gives" for label in lacking]
            facts += [f"bears {label}, which no span gives" for label in extra]
            if facts:
                yield problem(
                    sentence_address(suggestions_file(article.id), i), ID, "it " + " and ".join(facts), REPAIR
                )
