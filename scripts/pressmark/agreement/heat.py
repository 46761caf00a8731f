"""Agreement → a heat map: annotators against annotators, or of two annotators labels against articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..plots import plot
from ..vocabulary import vocabulary
from .rows import MARK_SAYS, counted, few
from .summaries import FEW
from .values import LabelAgreement, PairAgreement
from .whole import Agreement

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROWS = 30
"""How many articles are drawn, those with the most differences first."""
COLOURS = "cividis"
"""Read alike by all kinds of colour vision, and its brightness grows with the figure."""

Cell = tuple[float | None, bool]
"""A figure, and whether it rests on few items."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One panel: a title, the names of rows and columns, and the cells row by row; ``None`` stays empty."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell | None, ...], ...]


def draw(agreement: Agreement, path: Path) -> None:
    """Draw figures as colours and in digits: where annotators are more than two, those of each two of them.

    Raises Refused: ``plot-format``, ``missing-extra`` (exit code 2).
    """
    many = len(agreement.pairs) > 1
    grids = list(_of_annotators(agreement)) if many else list(_of_articles(agreement))
    down = 2 if many else 1
    across = len(grids) // down
    rows, names = len(grids[0].rows), max(len(name) for grid in grids for name in grid.rows)
    columns = sum(len(grid.columns) for grid in grids[:across])
    tall = max(len(name) for grid in grids for name in grid.columns)
    width, height = 1.2 + columns * 0.5 + 0.085 * names, 1 + down * (rows * 0.3 + 0.5 + 0.085 * tall)
    with plot(path, width, height) as figure:
        _draw(grids, down, figure)
        who = f"{len(agreement.annotators)} annotators" if many else " and ".join(_names(agreement))
        units = f"{counted(agreement.overall.units, 'sentence')} of {counted(agreement.articles, 'article')}"
        shown = f"; the {ROWS} articles with most differences" if not many and agreement.articles > ROWS else ""
        figure.suptitle(f"{who}, guidelines {agreement.guideline_version}: {units}{shown}", parse_math=False)
        figure.supxlabel(MARK_SAYS, fontsize=7)


def _names(agreement: Agreement) -> tuple[str, ...]:
    return tuple(sorted({name for pair in agreement.pairs for name in (pair.first, pair.second)}))


def _of_annotators(agreement: Agreement) -> Iterator[Grid]:
    names = _names(agreement)
    by_names = {frozenset((pair.first, pair.second)): pair for pair in agreement.pairs}

    def grid(title: str, cells: dict[frozenset[str], Cell]) -> Grid:
        return Grid(title, names, names, tuple(tuple(cells.get(frozenset((a, b))) for b in names) for a in names))

    for i, label in enumerate(vocabulary("label")):
        yield grid(f"{label}: kappa", {key: _kappa(pair.labels[i]) for key, pair in by_names.items()})
    for kind in ("exact", "overlap"):
        yield grid(f"all spans: {kind} F1", {key: _f1(pair, kind) for key, pair in by_names.items()})


def _kappa(label: LabelAgreement) -> Cell:
    first, second = label.both + label.only_first, label.both + label.only_second
    return label.kappa.value, min(first, second, label.units - first, label.units - second) < FEW


def _f1(pair: PairAgreement, kind: str) -> Cell:
    first, second = sum(each.first for each in pair.spans), sum(each.second for each in pair.spans)
    matched = sum(each.exact if kind == "exact" else each.overlap for each in pair.spans)
    return 2 * matched / (first + second) if first + second else None, min(first, second) < FEW


def _of_articles(agreement: Agreement) -> Iterator[Grid]:
    every = [agreement.overall, *agreement.by_article[:ROWS]] if agreement.articles > 1 else agreement.by_article
    names = tuple(each.article or "all articles" for each in every)
    labels = tuple(tuple((one.kappa.mean, one.few) for one in each.labels) for each in every)
    yield Grid("labels: kappa", names, vocabulary("label"), labels)
    for kind in ("exact", "overlap"):
        spans = tuple(
            tuple((one.exact_f1 if kind == "exact" else one.overlap_f1, one.few) for one in each.spans)
            for each in every
        )
        yield Grid(f"spans: {kind} F1", names, (*vocabulary("span_label"), "all"), spans)


def _draw(grids: Sequence[Grid], down: int, figure: Figure) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    across = len(grids) // down
    ratios = [len(grid.columns) for grid in grids[:across]]
    axes = figure.subplots(down, across, squeeze=False, width_ratios=ratios)
    for i, (grid, each) in enumerate(zip(grids, axes.flat, strict=True)):
        _panel(grid, each, named=i % across == 0)
    colours = ScalarMappable(Normalize(0, 1), COLOURS)
    figure.colorbar(colours, ax=axes, extend="min", label="kappa or F1", fraction=0.05, aspect=30)


def _panel(grid: Grid, axes: Axes, named: bool) -> None:
    import numpy as np

    values = np.array([[np.nan if c is None or c[0] is None else c[0] for c in row] for row in grid.cells])
    axes.pcolormesh(values, cmap=COLOURS, vmin=0, vmax=1, edgecolors="white", linewidth=1)
    for y, row in enumerate(grid.cells):
        for x, cell in enumerate(row):
            if cell is not None:
                dark = cell[0] is not None and cell[0] < 0.55
                shown = few(*cell)
                axes.text(x + 0.5, y + 0.5, shown, ha="center", va="center", fontsize=7, color="w" if dark else "k")
    axes.set_title(grid.title, fontsize=9, parse_math=False)
    axes.set_xticks([i + 0.5 for i in range(len(grid.columns))], grid.columns, rotation=90, parse_math=False)
    rows = grid.rows if named else [""] * len(grid.rows)
    axes.set_yticks([i + 0.5 for i in range(len(rows))], rows, parse_math=False)
    axes.tick_params(length=0, labelsize=8)
    axes.invert_yaxis()
    axes.spines[:].set_visible(False)
