"""Progress → what rich prints in a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..vocabulary import vocabulary
from .progress import Progress, ProjectProgress, Status
from .projects import ANNOTATION
from .tally import Tally

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

COUNTS = ("", "done", "invalid", "skipped", "drafts", "left", "seconds")
SAYS = "sentences; seconds: the median that a decision took"
FATES = "suggested spans accepted/changed/rejected +added by the annotator"
NONE = "–"


def render(status: Status, *, articles: bool = True) -> RenderableType:
    """Lay progress out: a table for each project, with or without ``articles``, and one of all projects together."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    blocks = [block for project in status.projects for block in _project(project, articles)]
    if sum(each.purpose == ANNOTATION for each in status.projects) > 1:
        blocks += [Text("all projects for annotation", style="bold"), *_tables(status.people, (), None)]
    return Group(*(Padding(block, (0, 0, 1, 0)) if not isinstance(block, Text) else block for block in blocks))


def _project(project: ProjectProgress, articles: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(project.title, style="bold")
    yield Text(_facts(project), style="dim")
    if project.people:
        yield from _tables(project.people, project.articles if articles else (), project.total)
    else:
        yield Text("nobody has annotated yet\n")


def _facts(project: ProjectProgress) -> str:
    """Say in a line what a project is, and what is left of it."""
    whose = f"{project.annotator}'s own" if project.annotator else f"{project.overlap} a sentence"
    shown = [] if project.purpose != ANNOTATION else ["no suggestions" if project.bare else "with suggestions"]
    total = project.total
    counts = f"{total.sentences} sentences, {total.left} decisions left"
    return ", ".join([project.purpose, whose, *shown]) + f"; {counts}"


def _tables(people: Sequence[Progress], articles: Sequence[Progress], total: Progress | None) -> Iterator[Table]:
    rows = list(_rows(people, articles, total))
    yield _table(COUNTS, [(name, _counts(row)) for name, row in rows], SAYS)
    fates = [(name, row.suggestions) for name, row in rows if row.suggestions is not None]
    told = [
        (name, [_fates(each) for each in found.values()]) for name, found in fates if set(found.values()) - {Tally()}
    ]
    if told:
        yield _table(("", *vocabulary("label")), told, FATES)


def _rows(
    people: Sequence[Progress], articles: Sequence[Progress], total: Progress | None
) -> Iterator[tuple[str, Progress]]:
    """Yield each annotator, below it the articles begun, and at the end the whole, where it is of several."""
    for each in people:
        yield each.annotator or "", each
        for article in articles:
            if (
                article.annotator == each.annotator
                and article.submitted + article.invalid + article.skipped + article.drafts
            ):
                yield f"  {article.article}", article
    if total and len(people) > 1:
        yield "all", total


def _counts(row: Progress) -> list[str]:
    counts = (row.submitted, row.invalid, row.skipped, row.drafts, row.left)
    return [*map(str, counts), NONE if row.seconds is None else f"{row.seconds:.1f}"]


def _fates(each: Tally) -> str:
    return f"{each.accepted}/{each.changed}/{each.rejected} +{each.added}"


def _table(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], caption: str) -> Table:
    """Make a table of figures; rows that are not indented are bold. Nothing in it is markup."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, caption=Text(caption), caption_justify="left")
    for i, column in enumerate(columns):
        made.add_column(Text(column), justify="right" if i else "left", overflow="fold")
    for name, figures in rows:
        made.add_row(*map(Text, (name, *figures)), style="" if name.startswith("  ") else "bold")
    return made
