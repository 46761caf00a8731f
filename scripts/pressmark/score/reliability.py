"""How far a suggestion's score is the share of such suggestions that are right: figures, and a plot of them.

Expected calibration error and reliability diagrams: Guo et al. (2017), On Calibration of Modern Neural Networks, ICML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..plots import plot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BINS = 10
Scored = tuple[str, float, bool]
"""A label, a suggestion's score, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions whose scores lie in [low, high) (the last bin: up to 1): their mean score, and the share right."""

    low: float
    high: float
    count: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Calibration of one label's scores; ``error`` is the mean of |share right - score| over suggestions."""

    label: str
    count: int
    error: float
    bins: tuple[Bin, ...]


def reliability(scored: Iterable[Scored]) -> tuple[Reliability, ...]:
    """Put suggestions into ten bins of equal width by their score, for each label; empty bins are left out."""
    by_label: dict[str, list[list[Scored]]] = {}
    for each in scored:
        bins = by_label.setdefault(each[0], [[] for _ in range(BINS)])
        bins[min(int(each[1] * BINS + 1e-9), BINS - 1)].append(each)
    return tuple(_label(label, bins) for label, bins in by_label.items())


def _label(label: str, found: list[list[Scored]]) -> Reliability:
    bins = tuple(_bin(i, each) for i, each in enumerate(found) if each)
    count = sum(each.count for each in bins)
    error = sum(each.count * abs(each.right - each.score) for each in bins) / count
    return Reliability(label, count, error, bins)


def _bin(index: int, found: list[Scored]) -> Bin:
    score = sum(score for _, score, _ in found) / len(found)
    right = sum(right for _, _, right in found) / len(found)
    return Bin(index / BINS, (index + 1) / BINS, len(found), score, right)


def draw(found: tuple[Reliability, ...], path: Path, title: str) -> None:
    """Draw the share of right suggestions against their score, a line a label, and how many there are at each score.

    Raises Refused: ``plot-format``, ``missing-extra`` (exit code 2).
    """
    with plot(path, 5, 5.6) as figure:
        _draw(found, figure, title)


def _draw(found: tuple[Reliability, ...], figure: Figure, title: str) -> None:
    from matplotlib.ticker import NullFormatter

    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    above.plot((0, 1), (0, 1), color="0.6", linewidth=1, linestyle="--", label="perfect")
    for i, each in enumerate(found):
        scores = [one.score for one in each.bins]
        name = f"{each.label.lower()} ({each.count}; error {each.error:.2f})"
        above.plot(scores, [one.right for one in each.bins], marker="osD^vPX"[i % 7], markersize=4, label=name)
        below.plot(scores, [one.count for one in each.bins], marker="osD^vPX"[i % 7], markersize=4)
    above.set(ylabel="share right", xlim=(0, 1), ylim=(0, 1.02))
    above.set_title(title, parse_math=False)
    above.legend(frameon=False)
    below.set(xlabel="score of the suggestion", ylabel="suggestions", yscale="log")
    below.yaxis.set_minor_formatter(NullFormatter())
    for axes in (above, below):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(alpha=0.25)
