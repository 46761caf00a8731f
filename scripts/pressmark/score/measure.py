"""Pool counts over documents: precision, recall, F1 and how far chance may move it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .tasks import OPPOSITE
from .values import Measure, Result, Tally

RESAMPLES = 1000
SEED = 20241217
LEVEL = 0.95


def results(tallies: Sequence[Tally]) -> tuple[Result, ...]:
    """Pool the counts of each measure over documents (micro average), in the order in which measures come.

    Intervals: percentile bootstrap over documents (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
    chapter 13), 1000 resamples, always the same ones.
    """
    by_measure: dict[Measure, list[Tally]] = {}
    for each in tallies:
        by_measure.setdefault(each.measure, []).append(each)
    return tuple(_result(measure, by_measure) for measure in by_measure)


def _result(measure: Measure, by_measure: dict[Measure, list[Tally]]) -> Result:
    found = by_measure[measure]
    counts = _counts(found)
    correct, gold, predicted = map(int, counts.sum(axis=0))
    low, high = _interval(counts)
    return Result(
        task=measure.task,
        label=measure.label,
        match=measure.match,
        precision=correct / predicted if predicted else None,
        recall=correct / gold if gold else None,
        f1=_f1(counts.sum(axis=0)),
        low=low,
        high=high,
        correct=correct,
        gold=gold,
        predicted=predicted,
        variant=measure.variant,
        macro_f1=_macro(measure, by_measure),
    )


def _counts(tallies: Sequence[Tally]) -> npt.NDArray[np.int64]:
    """One row a document: correct, gold, predicted."""
    return np.array([(each.correct, each.gold, each.predicted) for each in tallies], dtype=np.int64).reshape(-1, 3)


def _f1(total: npt.NDArray[np.int64]) -> float | None:
    correct, gold, predicted = map(int, total)
    return 2 * correct / (gold + predicted) if gold + predicted else None


def _interval(counts: npt.NDArray[np.int64]) -> tuple[float, float] | tuple[None, None]:
    """Bootstrap F1 over documents; none where there are fewer than two, or nothing to find."""
    if len(counts) < 2 or not counts[:, 1:].sum():
        return None, None
    picks = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), RESAMPLES)
    totals = picks @ counts
    sizes = totals[:, 1] + totals[:, 2]
    f1 = 2 * totals[sizes > 0, 0] / sizes[sizes > 0]
    low, high = np.quantile(f1, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def _macro(measure: Measure, by_measure: dict[Measure, list[Tally]]) -> float | None:
    """Average F1 over a sentence label and its opposite; None for what has no opposite."""
    other = OPPOSITE.get(measure.label)
    if other is None:
        return None
    opposite = Measure(measure.task, other, measure.match, measure.variant)
    both = [_f1(_counts(by_measure[each]).sum(axis=0)) for each in (measure, opposite)]
    return sum(each or 0.0 for each in both) / 2
