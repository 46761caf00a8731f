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
MEMORY = 4_000_000
"""How many counts are drawn at a time, at most."""
Counts = npt.NDArray[np.int64]


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
    counts = _counts(by_measure[measure])
    correct, gold, predicted = map(int, counts.sum(axis=0))
    low, high = _interval(counts)
    other = OPPOSITE.get(measure.label)
    both = [counts]
    if other is not None:
        both.append(_counts(by_measure[Measure(measure.task, other, measure.match, measure.variant)]))
    macro_low, macro_high = _interval(*both) if other else (None, None)
    f1s = [f1 for each in both if (f1 := _f1(each)) is not None]
    return Result(
        task=measure.task,
        label=measure.label,
        match=measure.match,
        precision=correct / predicted if predicted else None,
        recall=correct / gold if gold else None,
        f1=_f1(counts),
        low=low,
        high=high,
        correct=correct,
        gold=gold,
        predicted=predicted,
        variant=measure.variant,
        macro_f1=sum(f1s) / len(f1s) if other and f1s else None,
        macro_low=macro_low,
        macro_high=macro_high,
    )


def _counts(tallies: Sequence[Tally]) -> Counts:
    """One row a document: correct, gold, predicted."""
    return np.array([(each.correct, each.gold, each.predicted) for each in tallies], dtype=np.int64).reshape(-1, 3)


def _f1(counts: Counts) -> float | None:
    correct, gold, predicted = map(int, counts.sum(axis=0))
    return 2 * correct / (gold + predicted) if gold + predicted else None


def _interval(*labels: Counts) -> tuple[float, float] | tuple[None, None]:
    """Bootstrap over documents the F1 of a label, or the mean over several; a resample without any is left out.

    There is none where there are fewer than two documents, or nothing to find.
    """
    size = len(labels[0])
    if size < 2 or not all(counts[:, 1:].sum() for counts in labels):
        return None, None
    random, f1 = np.random.default_rng(SEED), np.zeros(RESAMPLES)
    block = max(1, MEMORY // size)
    for start in range(0, RESAMPLES, block):
        drawn = min(block, RESAMPLES - start)
        picks = random.multinomial(size, np.full(size, 1 / size), drawn)
        for counts in labels:
            totals = picks @ counts
            sizes = (totals[:, 1] + totals[:, 2]).astype(float)
            sizes[sizes == 0] = np.nan
            f1[start : start + drawn] += 2 * totals[:, 0] / sizes / len(labels)
    low, high = np.nanquantile(f1, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
