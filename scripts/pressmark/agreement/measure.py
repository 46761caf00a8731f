"""Annotations → how far their annotators agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Annotation, Article
from . import coefficients as c
from .beside import Tally, put_beside, tally
from .decisions import Decisions, choose, decisions, fits, pairs, submitted
from .disputed import disputed
from .pair import measure_pair
from .summaries import FEW, by_annotator, summaries
from .values import PairAgreement
from .whole import Agreement, Annotator

DETAILED = 3
"""Reports have the tables of each two annotators where there are no more pairs than this."""
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
    "and links are compared on exactly matched spans only; an attribute that neither annotator gives counts as equal. "
    "Those with few values have Cohen's kappa as well."
)
CONSISTENCY = "No annotator is a person: the figures measure consistency, not validity."


def measure(
    articles: Mapping[str, Article],
    annotations: Sequence[Annotation],
    guideline_version: str,
    annotators: Sequence[str] = (),
) -> Agreement:
    """Measure how far annotators agree on what they submitted under a version of the guidelines.

    An annotator's last decision about a sentence under that version counts, also where a later version replaced it;
    skipped and invalid units do not. The order of the annotations does not matter, and figures are the same each time.
    ``annotators``: one is compared with each of the others, several among themselves (default: all).
    """
    found = choose(decisions(articles, annotations, guideline_version), annotators)
    measured, tallies = _compare(found, annotators)
    overall, by_article = summaries(found, tallies)
    types = {each.annotator: each.annotator_type for each in annotations}
    named = tuple(Annotator(name, types[name]) for name in found)
    summed = by_annotator(measured)
    return Agreement(
        guideline_version=guideline_version,
        annotators=named,
        articles=len(by_article),
        overall=overall,
        pairs=tuple(measured),
        by_article=by_article,
        by_annotator=tuple(each for each in summed if len(annotators) != 1 or each.annotator in annotators),
        disputed=disputed(found, tallies),
        gammas=None,
        warnings=(*_left_out(articles, annotations, guideline_version), *_few(measured, guideline_version)),
        notes=(MATCHING, INTERVALS, CHANCE, *_consistency(named)),
    )


def _compare(found: Decisions, annotators: Sequence[str]) -> tuple[list[PairAgreement], list[Tally]]:
    """Measure pairs of annotators: all, or those with the only one that is named."""
    measured, tallies = list[PairAgreement](), list[Tally]()
    for first, second, shared in pairs(found):
        if len(annotators) != 1 or annotators[0] in (first, second):
            beside = [put_beside(each) for each in shared]
            counted = [tally(each, (first, second)) for each in beside]
            measured.append(measure_pair(beside, counted))
            tallies += counted
    return measured, tallies


def _consistency(annotators: Sequence[Annotator]) -> Iterator[str]:
    if annotators and all(each.type != "human" for each in annotators):
        yield CONSISTENCY


def _left_out(
    articles: Mapping[str, Article], annotations: Sequence[Annotation], guideline_version: str
) -> Iterator[str]:
    """Say which annotations do not count because they were made on another text or its sentences cut otherwise."""
    for each in sorted(annotations, key=lambda a: (a.annotator, a.article_id)):
        if submitted(each, guideline_version) and not fits(each, articles):
            what = f"What {each.annotator} submitted about {each.article_id}"
            yield f"{what} is left out: the article is not there, or its text or sentences are others now."


def _few(measured: Sequence[PairAgreement], guideline_version: str) -> Iterator[str]:
    """Say for each two annotators which figures rest on few items; where there are many pairs, of how many."""
    if not measured:
        yield f"No two annotators submitted the same sentence under guidelines {guideline_version}."
    told = [each for pair in measured for each in _few_of(pair)]
    if len(measured) <= DETAILED:
        yield from told
    elif told:
        yield f"Of {len(measured)} pairs of annotators, {len(told)} have figures that rest on fewer than {FEW} items."


def _few_of(pair: PairAgreement) -> Iterator[str]:
    counts = {}
    for each in pair.labels:
        given = (each.both + each.only_first, each.both + each.only_second)
        counts[f"sentences with {each.label}"] = given
        counts[f"sentences without {each.label}"] = (each.units - given[0], each.units - given[1])
    counts |= {f"{each.label} spans": (each.first, each.second) for each in pair.spans}
    few = [f"{what} ({first} and {second})" for what, (first, second) in counts.items() if min(first, second) < FEW]
    if few:
        yield f"Figures of {pair.first} and {pair.second} that rest on fewer than {FEW} items: {', '.join(few)}."
