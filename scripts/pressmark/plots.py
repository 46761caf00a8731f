"""Draw plots with matplotlib: the same figures give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from .files import write_bytes
from .model import Problem, Refused

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = (".svg", ".png", ".pdf")


def check_plot(path: Path) -> None:
    """Refuse a name that is not one of a plot (``plot-format``), and drawing without matplotlib (``missing-extra``)."""
    if path.suffix.lower() not in FORMATS:
        fact = f"files named *{path.suffix} are not written" if path.suffix else "its name has no suffix"
        raise Refused(Problem(f"{path}", "plot-format", fact, f"name it *{', *'.join(FORMATS)}"), exit_code=2)
    if find_spec("matplotlib") is None:
        fact, repair = "drawing needs matplotlib", "install it: pip install 'pressmark[plot]'"
        raise Refused(Problem("matplotlib", "missing-extra", fact, repair), exit_code=2)


@contextmanager
def plot(path: Path, width: float, height: float) -> Iterator[Figure]:
    """Give a figure of a size in inches to draw on, then write it to a file.

    Raises Refused: ``plot-format``, ``missing-extra`` (exit code 2).
    """
    check_plot(path)
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.hashsalt": "pressmark", "svg.fonttype": "none", "font.size": 9}):
        figure, content = Figure(figsize=(width, height), layout="constrained"), BytesIO()
        yield figure
        figure.savefig(content, format=path.suffix[1:].lower(), metadata=_undated(path), dpi=150)
    write_bytes(path, content.getvalue())


def _undated(path: Path) -> dict[str, None]:
    """Leave out of a plot when it was made, so that the same figures give the same bytes."""
    return {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.lower(), {})
