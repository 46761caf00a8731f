"""Find annotators that corpus.toml does not name."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .loaded import Loaded, adjudication_file, annotation_file, problem

ID = "annotator-undeclared"
LEVEL = 4
EXPLAIN = (
    "Whoever annotated or decided is named, under a pseudonym, in corpus.toml's [annotators], which says whether it is "
    "a person, a language model or rules; an annotation says the same."
)
REPAIR = 'write it in corpus/corpus.toml: [annotators.{name}], type = "human"'


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look up each annotator and each adjudicator."""
    if corpus.corpus is None:
        return
    known = corpus.corpus.annotators
    for (who, stem), found in corpus.annotations.items():
        if found.annotator not in known:
            yield problem(annotation_file(who, stem), ID, f"{found.annotator!r} is not named", REPAIR, name=who)
        elif known[found.annotator].type != found.annotator_type:
            fact = f"it says {found.annotator!r} is {found.annotator_type}, corpus.toml {known[found.annotator].type}"
            yield problem(annotation_file(who, stem), ID, fact, "mend the one that is wrong")
    for stem, made in corpus.adjudications.items():
        deciders = {unit.who for unit in made.units} | {item.who for unit in made.units for item in unit.items}
        for who in sorted(deciders - known.keys() - {""}):
            yield problem(adjudication_file(stem), ID, f"{who!r} is not named", REPAIR, name=who)
