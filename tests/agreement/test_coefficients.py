"""Coefficients and their intervals against other implementations, published examples and formulas."""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

from pressmark.agreement import coefficients as c
from pressmark.agreement.values import Figure

tables_2x2 = st.lists(st.integers(0, 30), min_size=4, max_size=4).filter(any)
votes = st.lists(st.lists(st.sampled_from([True, False, None]), min_size=2, max_size=5), min_size=1, max_size=20)


def value(statistic: c.Statistic, *counts: int) -> float | None:
    (figure,) = c.figures(np.array(counts), statistic)
    return figure.value


def decisions(table: Sequence[int]) -> tuple[list[int], list[int]]:
    """Spell a 2x2 table out as what either annotator says of each unit."""
    cells = [cell for cell, count in zip([(1, 1), (1, 0), (0, 1), (0, 0)], table, strict=True) for _ in range(count)]
    return [first for first, _ in cells], [second for _, second in cells]


def task(rows: Sequence[Sequence[Any]]) -> AnnotationTask:
    """Give nltk what each annotator (in the order of a unit's values) says of each unit; None is missing."""
    return AnnotationTask([(a, i, x) for i, row in enumerate(rows) for a, x in enumerate(row) if x is not None])


def alpha_of(rows: Sequence[Sequence[bool | None]]) -> float | None:
    """Work out alpha of units with any number of values."""
    kinds = Counter((row.count(True), row.count(False)) for row in rows if len(row) - row.count(None) > 1)
    if not kinds:
        return None
    return value(lambda drawn: c.alpha(drawn, np.array([*kinds])), *kinds.values())


@given(tables_2x2)
def test_kappa_is_that_of_nltk_and_scikit_learn(table: list[int]) -> None:
    first, second = decisions(table)
    ours = value(c.kappa, *table)
    if len({*first, *second}) == 1:  # nltk makes 1 of it, scikit-learn NaN
        assert ours is None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert ours == pytest.approx(cohen_kappa_score(first, second), abs=1e-12)
    assert ours == pytest.approx(task([*zip(first, second, strict=True)]).kappa(), abs=1e-12)


@given(tables_2x2)
def test_alpha_of_two_is_that_of_nltk(table: list[int]) -> None:
    first, second = decisions(table)
    ours = value(c.pair_alpha, *table)
    if len({*first, *second}) == 1:
        assert ours is None
    else:
        assert ours == pytest.approx(task([*zip(first, second, strict=True)]).alpha(), abs=1e-12)


@given(votes)
def test_alpha_with_missing_values_is_that_of_nltk(rows: list[list[bool | None]]) -> None:
    counted = [row for row in rows if len(row) - row.count(None) > 1]
    ours = alpha_of(rows)
    if len({x for row in counted for x in row if x is not None}) < 2:
        assert ours is None
    else:
        assert ours == pytest.approx(task(rows).alpha(), abs=1e-12)


def test_alpha_is_that_of_a_published_example() -> None:
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: Meg and Owen, alpha 0.095."""
    meg, owen = "0100000010", "1110010000"
    cells = Counter(zip(meg, owen, strict=True))
    table = [cells[cell] for cell in (("1", "1"), ("1", "0"), ("0", "1"), ("0", "0"))]
    assert table == [1, 1, 3, 5]
    assert value(c.pair_alpha, *table) == pytest.approx(0.095, abs=5e-4)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # po = 118/125 = 0.944; p = (123 + 120)/250 = 0.972; pe = 2 * 0.972 * 0.028 = 0.054432
        ((118, 5, 2, 0), (0.944 - 0.054432) / (1 - 0.054432)),
        ((1, 1, 1, 1), 0.0),  # po = 1/2, p = 1/2, pe = 1/2
        ((0, 3, 3, 0), -1.0),  # po = 0, pe = 1/2
        ((0, 1, 0, 9), (0.9 - 0.095) / (1 - 0.095)),  # p = 1/20, pe = 2 * 0.05 * 0.95
        ((2, 0, 1, 1), (0.75 - 0.46875) / 0.53125),  # p = 5/8, pe = 2 * 5/8 * 3/8
        ((7, 0, 0, 0), 1.0),  # p = 1, pe = 0: defined where kappa and alpha are not
        ((0, 0, 0, 7), 1.0),
    ],
)
def test_ac1_is_what_the_formula_gives_by_hand(table: tuple[int, ...], expected: float) -> None:
    assert value(c.ac1, *table) == pytest.approx(expected, abs=1e-12)


@given(tables_2x2)
def test_ac1_is_the_formula_of_gwet(table: list[int]) -> None:
    a, b, d, e = table
    n = sum(table)
    share = ((a + b) / n + (a + d) / n) / 2
    chance = 2 * share * (1 - share)
    assert value(c.ac1, *table) == pytest.approx(((a + e) / n - chance) / (1 - chance), abs=1e-12)


def test_shares_of_agreement() -> None:
    statistics = (c.raw, c.positive, c.negative, c.prevalence)
    assert [value(each, 6, 2, 1, 11) for each in statistics] == pytest.approx([17 / 20, 12 / 15, 22 / 25, 15 / 40])
    assert [value(each, 0, 0, 0, 5) for each in statistics] == [1, None, 1, 0]
    assert [value(each, 5, 0, 0, 0) for each in statistics] == [1, 1, None, 1]
    assert [value(each, 0, 0, 0, 0) for each in (*statistics, c.kappa, c.ac1, c.pair_alpha)] == [None] * 7


def test_kappa_is_zero_where_one_annotator_gives_every_unit_the_same_label() -> None:
    assert value(c.kappa, 0, 0, 3, 7) == 0
    assert value(c.kappa, 3, 7, 0, 0) == 0


@given(tables_2x2)
def test_figures_are_numbers_or_nothing(table: list[int]) -> None:
    for figure in c.figures(np.array(table), c.raw, c.positive, c.negative, c.kappa, c.ac1, c.pair_alpha):
        given_ = [x for x in (figure.value, figure.low, figure.high) if x is not None]
        assert all(type(x) is float and math.isfinite(x) and -1 <= x <= 1 for x in given_)
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize("statistic", [c.raw, c.positive, c.kappa, c.ac1, c.pair_alpha])
def test_interval_is_that_of_drawing_units_one_by_one(statistic: c.Statistic) -> None:
    table = np.array([40, 12, 9, 59])
    units = np.repeat(np.arange(4), table)
    drawn = np.random.default_rng(5).choice(units, size=(20_000, units.size))
    counts = np.stack([(drawn == cell).sum(axis=1) for cell in range(4)], axis=1)
    (figure,) = c.figures(table, statistic)
    assert (figure.low, figure.high) == pytest.approx(np.quantile(statistic(counts), [0.025, 0.975]), abs=0.02)


def test_no_interval_where_too_many_resamples_leave_the_figure_undefined() -> None:
    """Without its one unit, which 36% of the resamples miss, kappa is 0/0."""
    (figure,) = c.figures(np.array([1, 0, 0, 31]), c.kappa)
    assert figure == Figure(1.0)
