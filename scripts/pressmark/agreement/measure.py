"""Annotations → how far their annotators agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..model import Annotation, Article
from ..vocabulary import vocabulary
from . import coefficients as c
from .decisions import Decisions, decisions, fits, pairs, submitted
from .pair import measure_pair
from .values import Agreement, AlphaAgreement, Annotator, PairAgreement

FEW = 10
"""Fewer items than this are warned of."""
INTERVALS = (
    f"Intervals are {c.LEVEL:.0%} percentile bootstrap intervals over sentences ({c.RESAMPLES} resamples). They treat "
    "sentences as independent: that sentences of one article resemble each other is ignored, so that intervals are "
    "rather too narrow. One without width says that no resample differed, not that the figure is certain."
)
CHANCE = (
    "Kappa and alpha fall where nearly all sentences have a label, or nearly none, even if annotators seldom differ; "
    "Gwet's AC1 hardly does, and stands beside them for that reason."
)
MATCHING = (
    "Spans are matched one to one: exactly (same offsets), or by overlap (one shared character is enough). Attributes "
    "and links are compared on exactly matched spans only; an attribute that neither annotator gives counts as equal."
)
CONSISTENCY = "No annotator is a person: the figures measure consistency, not validity."


def measure(articles: Mapping[str, Article], annotations: Sequence[Annotation], guideline_version: str) -> Agreement:
    """Measure how far annotators agree on what they submitted under a version of the guidelines.

    An annotator's last decision about a sentence under that version counts, also where a later version replaced it;
    skipped and invalid units do not. The order of the annotations does not matter, and figures are the same each time.
    """
    found = decisions(articles, annotations, guideline_version)
    types = {each.annotator: each.annotator_type for each in annotations}
    annotators = tuple(Annotator(name, types[name]) for name in found)
    measured = tuple(measure_pair(*each) for each in pairs(found))
    shared = [place for place, count in _counts(found).items() if count > 1]
    warnings = [*_left_out(articles, annotations, guideline_version), *_few(measured)]
    if not measured:
        warnings.append(f"No two annotators submitted the same sentence under guidelines {guideline_version}.")
    notes: tuple[str, ...] = (MATCHING, INTERVALS, CHANCE)
    if annotators and all(each.type != "human" for each in annotators):
        notes += (CONSISTENCY,)
    return Agreement(
        guideline_version=guideline_version,
        annotators=annotators,
        articles=len({article_id for article_id, _ in shared}),
        units=len(shared),
        pairs=measured,
        alphas=tuple(_alpha(label, found) for label in vocabulary("label")),
        warnings=tuple(warnings),
        notes=notes,
    )


def most_disputed(agreement: Agreement) -> list[tuple[str, int]]:
    """Rank sentences by the number of differences between all pairs of annotators, the most first."""
    counts = Counter(each.sentence for pair in agreement.pairs for each in pair.differences)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _counts(found: Decisions) -> Counter[tuple[str, int]]:
    """Count how many annotators submitted each sentence."""
    return Counter((key, i) for articles in found.values() for key, decided in articles.items() for i in decided.labels)


def _alpha(label: str, found: Decisions) -> AlphaAgreement:
    """Work out alpha over all annotators, from how many of them give each sentence the label."""
    everyone = _counts(found)
    with_label = Counter(
        (key, i)
        for articles in found.values()
        for key, decided in articles.items()
        for i, labels in decided.labels.items()
        if label in labels
    )
    units = Counter((with_label[place], count - with_label[place]) for place, count in everyone.items() if count > 1)
    votes = np.array(sorted(units), dtype=np.int64).reshape(-1, 2)
    counts = np.array([units[kind] for kind in sorted(units)], dtype=np.int64)
    (alpha,) = c.figures(counts, lambda drawn: c.alpha(drawn, votes))
    return AlphaAgreement(label, int(counts.sum()), int((counts @ votes).sum()), alpha)


def _left_out(
    articles: Mapping[str, Article], annotations: Sequence[Annotation], guideline_version: str
) -> Iterator[str]:
    """Say which annotations do not count because they were made on another text or its sentences cut otherwise."""
    for each in sorted(annotations, key=lambda a: (a.annotator, a.article_id)):
        if submitted(each, guideline_version) and not fits(each, articles):
            what = f"What {each.annotator} submitted about {each.article_id}"
            yield f"{what} is left out: the article is not there, or its text or sentences are others now."


def _few(measured: Sequence[PairAgreement]) -> Iterator[str]:
    """Say for each two annotators which figures rest on few items."""
    for pair in measured:
        counts = {}
        for each in pair.labels:
            given = (each.both + each.only_first, each.both + each.only_second)
            counts[f"sentences with {each.label}"] = given
            counts[f"sentences without {each.label}"] = (each.units - given[0], each.units - given[1])
        counts |= {f"{each.label} spans": (each.first, each.second) for each in pair.spans}
        few = [f"{what} ({first} and {second})" for what, (first, second) in counts.items() if min(first, second) < FEW]
        if few:
            yield f"Figures of {pair.first} and {pair.second} that rest on fewer than {FEW} items: {', '.join(few)}."
