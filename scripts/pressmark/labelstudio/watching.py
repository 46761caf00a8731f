"""Ask again and again, and show each answer, until somebody ends it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..model import Refused
from ..report import console, say, working
from .progress import Status
from .progress_terminal import render, render_totals

if TYPE_CHECKING:
    from rich.console import RenderableType


def watch(ask: Callable[[], Status], seconds: float, *, as_json: bool) -> None:
    """Show progress every ``seconds``, also when the server was away for a while; Ctrl-C ends it.

    On a terminal it is redrawn; elsewhere it is printed again, as JSON in one line each time. Raises Refused only for
    the first answer.
    """
    try:
        with working("asking the server"):
            first = ask()
        if as_json or not sys.stdout.isatty():
            _repeat(ask, first, seconds, _print_line if as_json else _print_table)
        else:
            _redraw(ask, first, seconds)
    except KeyboardInterrupt:
        return


def _repeat(ask: Callable[[], Status], first: Status, seconds: float, show: Callable[[Status], None]) -> None:
    show(first)
    while True:
        time.sleep(seconds)
        try:
            show(ask())
        except Refused as refusal:
            say(str(refusal.problems[0]))


def _print_line(status: Status) -> None:
    sys.stdout.write(json.dumps(asdict(status), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _print_table(status: Status) -> None:
    console().print(render(status))
    sys.stdout.flush()


def _redraw(ask: Callable[[], Status], first: Status, seconds: float) -> None:
    from rich.live import Live

    status, at, trouble = first, time.strftime("%H:%M:%S"), ""
    with Live(console=console(), auto_refresh=False) as live:
        while True:
            live.update(_screen(status, f"{at}, again every {seconds:g} s; Ctrl-C ends it", trouble), refresh=True)
            time.sleep(seconds)
            try:
                status, at, trouble = ask(), time.strftime("%H:%M:%S"), ""
            except Refused as refusal:
                trouble = str(refusal.problems[0])


def _screen(status: Status, foot: str, trouble: str) -> RenderableType:
    """Lay out what fits on the screen: everything, else less, at least the totals; in any case the foot."""
    from rich.console import Group
    from rich.text import Text

    problems = f"{len(status.problems)} problems: pressmark studio pull lists them" if status.problems else ""
    lines = [Text(problems, style="red")] if problems else []
    lines += [Text(trouble, style="red")] if trouble else []
    lines.append(Text(foot, style="dim"))
    *longer, totals = render(status), render(status, articles=False), render_totals(status)
    pages = (Group(each, *lines) for each in longer)
    return next((each for each in pages if len(console().render_lines(each)) < console().height), Group(*lines, totals))
