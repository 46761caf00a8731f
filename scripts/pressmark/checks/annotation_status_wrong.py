"""Find units that say they follow the rules and do not."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, sentence_labels
from ..vocabulary import vocabulary
from .loaded import Loaded, annotation_file, problem
from .span_rules import broken

ID = "annotation-status-wrong"
LEVEL = 3
EXPLAIN = (
    "A unit that an annotator submitted follows the rules: its labels are those that its spans give its sentence, and "
    "its spans' values and links hold. One that does not is 'invalid', and is kept as it was submitted."
)
REPAIR = "restore it: git checkout {file}; what an annotator said is never edited"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Hold each submitted unit against the rules."""
    for (who, stem), found in corpus.annotations.items():
        article = corpus.own_articles.get(stem)
        if article is None or (found.text_sha256, found.segmenter) != (corpus.digests[stem], article.segmenter):
            continue
        places = [f"units/{i}" for i in range(len(found.units))] + [f"earlier/{i}" for i in range(len(found.earlier))]
        for where, unit in zip(places, (*found.units, *found.earlier), strict=True):
            if unit.status != "submitted" or unit.index >= len(article.sentences):
                continue
            address = f"{annotation_file(who, stem)}:{where}"
            for place, each in broken(article, None, unit.spans):
                yield problem(f"{address}/{place}", ID, f"{each.id}: {each.fact}", REPAIR)
            if all(span.start < span.end <= len(article.text) for span in unit.spans):
                given = tuple(sentence_labels(unit.spans, article.sentences, vocabulary("label"))[unit.index])
                if given != unit.labels:
                    fact = f"it is labelled {list(unit.labels)}, its spans give {list(given)}"
                    yield problem(f"{address}/labels", ID, fact, REPAIR)
