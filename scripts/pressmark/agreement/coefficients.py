"""Agreement coefficients and their intervals: arithmetic on counts of units, on one table or on thousands at once.

The last axis of an array of counts says how many units there are of each kind; axes before it are resamples. The
kinds of a 2x2 table are: both annotators give the label, only the first, only the second, neither. Where a figure is
undefined (0/0), a statistic is NaN; :func:`figures` makes ``None`` of it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .values import Figure

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Statistic = Callable[[Counts], Floats]

RESAMPLES = 2000
LEVEL = 0.95
SEED = 1
TWO_RATERS = np.array([(2, 0), (1, 1), (1, 1), (0, 2)], dtype=np.int64)
"""How many annotators give the label, and how many do not, for each kind of unit of a 2x2 table."""


def ratio(numerator: npt.NDArray[np.number], denominator: npt.NDArray[np.number]) -> Floats:
    """Divide; NaN where the denominator is 0."""
    out = np.full(np.shape(denominator), np.nan)
    divided: Floats = np.divide(numerator, denominator, out=out, where=np.asarray(denominator != 0))
    return divided


def raw(table: Counts) -> Floats:
    """Return the share of units that are labelled the same."""
    both, _, _, neither = _cells(table)
    return ratio(both + neither, table.sum(axis=-1))


def positive(table: Counts) -> Floats:
    """Return the agreement on units with the label, 2a / (2a + b + c).

    Source: Cicchetti and Feinstein (1990), High agreement but low kappa: II. J Clin Epidemiol 43.
    """
    both, first, second, _ = _cells(table)
    return ratio(2 * both, 2 * both + first + second)


def negative(table: Counts) -> Floats:
    """Return the agreement on units without the label, 2d / (2d + b + c). Source: see :func:`positive`."""
    return positive(table[..., ::-1])


def prevalence(table: Counts) -> Floats:
    """Return the share of units with the label, the mean of both annotators."""
    both, first, second, _ = _cells(table)
    return ratio(2 * both + first + second, 2 * table.sum(axis=-1))


def kappa(table: Counts) -> Floats:
    """Return Cohen's kappa; undefined where both annotators give every unit the same label.

    (po - pe) / (1 - pe), with pe from each annotator's own share, multiplied out so that 0/0 is exactly that.
    Source: Cohen (1960), A coefficient of agreement for nominal scales. Educ Psychol Meas 20.
    """
    both, first, second, neither = _cells(table)
    chance = (both + first) * (first + neither) + (both + second) * (second + neither)
    return ratio(2 * (both * neither - first * second), chance)


def ac1(table: Counts) -> Floats:
    """Return Gwet's AC1; defined wherever there are units.

    (po - pe) / (1 - pe), with pe = 2 p (1 - p) and p the prevalence, multiplied out. Source: Gwet (2008), Computing
    inter-rater reliability and its variance in the presence of high agreement. Br J Math Stat Psychol 61.
    """
    both, first, second, neither = _cells(table)
    marked, decisions = 2 * both + first + second, 2 * table.sum(axis=-1)
    chance = 2 * marked * (decisions - marked)
    return ratio(2 * decisions * (both + neither) - chance, decisions * decisions - chance)


def pair_alpha(table: Counts) -> Floats:
    """Return Krippendorff's alpha of a 2x2 table."""
    return alpha(table, TWO_RATERS)


def alpha(counts: Counts, votes: Counts) -> Floats:
    """Return Krippendorff's alpha for nominal data, values missing; undefined where all decisions are the same.

    ``votes`` (kinds x 2) says how many annotators give the label, and how many do not, in a unit of each kind; at
    least two. 1 - Do / De from the coincidences of the two values. Source: Krippendorff (2019), Content Analysis, 4th
    ed., chapter 12.
    """
    raters = votes.sum(axis=-1)
    differing = counts @ (votes[:, 0] * votes[:, 1] / (raters - 1))
    with_label, without = counts @ votes[:, 0], counts @ votes[:, 1]
    return 1 - ratio((with_label + without - 1) * differing, with_label * without)


def figures(counts: Counts, *statistics: Statistic) -> list[Figure]:
    """Work statistics out with their percentile bootstrap intervals over units.

    Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13. Units are drawn as if they were
    independent.
    """
    if not counts.any():
        return [Figure(None)] * len(statistics)
    drawn = resample(counts)
    return [_figure(float(statistic(counts)), statistic(drawn)) for statistic in statistics]


def resample(counts: Counts) -> Counts:
    """Draw as many units as there are, with replacement, 2000 times; return the counts of each kind.

    Units of one kind are the same to a statistic, so that this is one multinomial draw a resample.
    """
    units = int(counts.sum())
    drawn: Counts = np.random.default_rng(SEED).multinomial(units, counts / units, size=RESAMPLES)
    return drawn


def _figure(value: float, drawn: Floats) -> Figure:
    if np.isnan(value):
        return Figure(None)
    defined = drawn[~np.isnan(drawn)]
    if defined.size < LEVEL * drawn.size:
        return Figure(value)
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Figure(value, float(low), float(high))


def _cells(table: Counts) -> tuple[Counts, Counts, Counts, Counts]:
    return table[..., 0], table[..., 1], table[..., 2], table[..., 3]
