"""Agreement on spans that is corrected for chance: gamma, worked out by pygamma-agreement.

Source: Mathet, Widlöcher and Métivier (2015), The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement
Measure and Alignment. Computational Linguistics 41.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from ..model import Annotation, Article, Problem, Refused, Span
from ..vocabulary import vocabulary
from .decisions import Decisions, choose, decisions, restrict
from .summaries import FEW
from .whole import Gamma, GammaArticle

if TYPE_CHECKING:
    from pygamma_agreement import GammaResults

SEED = 1
SAMPLES = 30
"""How many continua are drawn by chance for each article, as in section 5.3 of the source."""
MOST = 4
"""Work grows exponentially with annotators: where a sentence has more of them than this, each two are compared."""
SAYS = (
    f"Gamma aligns the spans of all annotators of an article (of each two where a sentence has more than {MOST}) and "
    f"sets their disorder against that of {SAMPLES} continua drawn by chance; the articles of a label are pooled."
)


@dataclass(frozen=True, slots=True)
class Continuum:
    """The spans of a label in one article, by annotator: those of two at least, one may have none."""

    label: str
    article: str
    spans: Mapping[str, Sequence[Span]]


def check_gamma() -> None:
    """Refuse to work out gamma without pygamma-agreement (``missing-extra``, exit code 2)."""
    if find_spec("pygamma_agreement") is None:
        fact, repair = "gamma needs pygamma-agreement", "install it: pip install 'pressmark[gamma]'"
        raise Refused(Problem("pygamma-agreement", "missing-extra", fact, repair), exit_code=2)


def continua(
    articles: Mapping[str, Article],
    annotations: Sequence[Annotation],
    guideline_version: str,
    annotators: Sequence[str] = (),
) -> list[Continuum]:
    """Lay the spans out that annotators marked in the sentences that they share; where nobody marked one, nothing.

    The sentences of an article that the same annotators submitted are one continuum. What counts is what counts for
    :func:`.measure.measure`.
    """
    found, made = choose(decisions(articles, annotations, guideline_version), annotators), list[Continuum]()
    for (article, names), units in sorted(_groups(found).items()):
        if len(annotators) == 1 and annotators[0] not in names:
            continue
        kept = {name: restrict(found[name][article], units) for name in names}
        for label in vocabulary("span_label"):
            spans = {name: [s for s in each.spans.values() if s.label == label] for name, each in kept.items()}
            if any(spans.values()):
                made.append(Continuum(label, article, spans))
    return made


def _groups(found: Decisions) -> dict[tuple[str, tuple[str, ...]], set[int]]:
    """Group an article's sentences by who submitted them: two annotators at least, four at most."""
    judges: dict[tuple[str, int], list[str]] = {}
    for name, articles in found.items():
        for key, decided in articles.items():
            for i in decided.labels:
                judges.setdefault((key, i), []).append(name)
    groups: dict[tuple[str, tuple[str, ...]], set[int]] = {}
    for (key, i), names in judges.items():
        if len(names) > 1:
            for group in [tuple(names)] if len(names) <= MOST else combinations(names, 2):
                groups.setdefault((key, group), set()).add(i)
    return groups


def gammas(found: Sequence[Continuum]) -> Iterator[tuple[str, GammaArticle]]:
    """Work gamma out for one continuum after the other, with its label; each is seeded anew.

    The dissimilarity is positional: 0 for the same place, 1 for a span without a partner. Raises Refused
    (``missing-extra``, exit code 2).
    """
    check_gamma()
    measure = _measure()
    for each in found:
        with _seeded(), _quiet():
            result = measure(each)
        spans = sum(map(len, each.spans.values())) / len(each.spans)
        disorder, expected = float(result.observed_disorder), float(result.expected_disorder)
        yield each.label, GammaArticle(each.article, tuple(each.spans), spans, disorder, expected, float(result.gamma))


def pool(found: Sequence[tuple[str, GammaArticle]]) -> tuple[Gamma, ...]:
    """Pool the continua of each label: 1 - observed / expected disorder, both weighted by the number of spans."""
    return tuple(_pool(label, [each for of, each in found if of == label]) for label in vocabulary("span_label"))


def _pool(label: str, found: Sequence[GammaArticle]) -> Gamma:
    spans = sum(each.spans for each in found)
    observed = sum(each.disorder * each.spans for each in found)
    expected = sum(each.expected * each.spans for each in found)
    return Gamma(label, spans, 1 - observed / expected if expected else None, spans < FEW, tuple(found))


def _measure() -> Callable[[Continuum], GammaResults]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes in its source, as Python compiles it
        import pygamma_agreement as library
        from pyannote.core import Segment

    dissimilarity = library.PositionalSporadicDissimilarity()

    def measure(each: Continuum) -> GammaResults:
        made = library.Continuum()
        for name, spans in each.spans.items():
            made.add_annotator(name)
            for span in spans:
                made.add(name, Segment(span.start, span.end), each.label)
        return made.compute_gamma(dissimilarity, n_samples=SAMPLES, fast=True)

    return measure


@contextmanager
def _seeded() -> Iterator[None]:
    """Seed numpy's global generator, which the library draws from, and put it back afterwards."""
    before = np.random.get_state()
    np.random.seed(SEED)
    try:
        yield
    finally:
        np.random.set_state(before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from telling which solver it uses, each time that it does."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
