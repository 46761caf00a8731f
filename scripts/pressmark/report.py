"""Print what commands found and did: results to stdout, messages to stderr, JSON for machines."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from .model import Outcome, Problem

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")


@cache
def console(stderr: bool = False) -> Console:
    """Return the console for results, or the one for messages."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=not sys.stdout.isatty())


def say(message: str) -> None:
    """Print a message to stderr, as it is: nothing in it is markup."""
    console(stderr=True).print(message, markup=False, soft_wrap=True)


def print_json(value: object) -> None:
    """Print a result for machines."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_problems(problems: Sequence[Problem], *, as_json: bool = False) -> None:
    """Print problems: as JSON to stdout, or one a line, address first, to stderr."""
    if as_json:
        print_json({"problems": [asdict(problem) for problem in problems]})
        return
    from rich.text import Text

    for problem in problems:
        line = Text.assemble((problem.address, "bold"), (f" [{problem.id}] ", "red"), problem.fact, "; ")
        console(stderr=True).print(line.append(problem.repair, "cyan"), soft_wrap=True)


def print_outcomes(outcomes: Sequence[Outcome], *, as_json: bool = False) -> None:
    """Print what became of each item; of unchanged ones only the number, unless nothing else happened."""
    if as_json:
        print_json([asdict(outcome) for outcome in outcomes])
        return
    told = [each for each in outcomes if each.done != "unchanged" or each.detail]
    for each in told:
        console().print(" ".join(part for part in (each.item, each.done, each.detail) if part), markup=False)
    if len(told) < len(outcomes):
        console().print(f"{len(outcomes) - len(told)} unchanged", markup=False)


def print_result(outcomes: Sequence[Outcome], problems: Sequence[Problem], *, as_json: bool = False) -> None:
    """Print what became of each item and what is wrong: one JSON object, or results to stdout, problems to stderr."""
    if as_json:
        print_json({"outcomes": [asdict(each) for each in outcomes], "problems": [asdict(each) for each in problems]})
        return
    print_outcomes(outcomes)
    print_problems(problems)


def print_stage(stage: str, outcomes: Sequence[Outcome]) -> None:
    """Print to stderr, in one line, how many items a stage changed."""
    counts = Counter(outcome.done for outcome in outcomes)
    told = ", ".join(f"{count} {done}" for done, count in sorted(counts.items())) or "nothing to do"
    say(f"{stage:<9}{told}")


def progress(items: Iterable[T], label: str, total: int) -> Iterator[T]:
    """Pass items through, with a progress bar on stderr once the work has taken a second."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console(stderr=True), transient=True)
    task, began = bar.add_task(label, total=total), time.monotonic()
    try:
        for done, item in enumerate(items, 1):
            yield item
            if not bar.live.is_started and time.monotonic() - began > 1:
                bar.start()
            bar.update(task, completed=done)
    finally:
        if bar.live.is_started:
            bar.stop()


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show on stderr that work goes on which cannot be counted; nothing where stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with console(stderr=True).status(label):
        yield


def print_preview(config: str, rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Print a few rows of a config as a table."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"the first rows of '{config}'", title_justify="left", title_style="italic")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id" and max(len(row[column]) for row in rows) < 40)
    for row in rows:
        table.add_row(*(Text(_cell(row[column])) for column in columns))
    console().print(table)


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
