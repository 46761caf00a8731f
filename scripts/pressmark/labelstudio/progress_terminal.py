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
COUNTS_SAY = "sentences; seconds: the median that a decision took"
FATES_SAY = "suggested spans accepted/changed/rejected +added by the annotator"
NONE = "–"
Rows = Sequence[tuple[str, Progress]]
"""Progress, each under the name that it is shown with."""


def render(status: Status, *, articles: bool = True) -> RenderableType:
    """Lay progress out, the totals last: each project, with or without its ``articles``, and all of them together."""
    from rich.console import Group

    blocks = [block for project in status.projects for block in _project(project, articles)]
    if sum(each.purpose == ANNOTATION for each in status.projects) > 1:
        blocks.append(render_totals(status))
    return Group(*blocks)


def render_totals(status: Status) -> RenderableType:
    """Lay out what everybody did in all projects for annotation together."""
    from rich.console import Group
    from rich.text import Text

    return Group(Text("all projects for annotation", style="bold"), *_tables(_named(status.people)))


def _project(project: ProjectProgress, articles: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(project.title, style="bold")
    yield Text(_facts(project), style="dim")
    if articles and len({each.article for each in project.articles}) > 1:
        yield from _tables([(f"{each.annotator}/{each.article}", each) for each in project.articles if _begun(each)])
    if project.people:
        yield from _tables([*_named(project.people), *([("all", project.total)] if len(project.people) > 1 else [])])
    else:
        yield Text("nobody has annotated yet\n")


def _named(people: Sequence[Progress]) -> Rows:
    return [(each.annotator or "", each) for each in people]


def _begun(row: Progress) -> bool:
    return any((row.submitted, row.invalid, row.skipped, row.drafts))


def _facts(project: ProjectProgress) -> str:
    """Say in a line what a project is, and what is left of it."""
    whose = f"{project.annotator}'s own" if project.annotator else f"overlap {project.overlap}"
    shown = [] if project.purpose != ANNOTATION else ["no suggestions" if project.bare else "with suggestions"]
    counts = f"{project.total.sentences} sentences, {project.total.left} decisions left"
    return f"{', '.join([project.purpose, whose, *shown])}; {counts}"


def _tables(rows: Rows) -> Iterator[RenderableType]:
    """Make a table of what was done, and one of what became of suggestions, where any were shown."""
    from rich.text import Text

    if rows:
        yield _table(COUNTS, [(name, _counts(row)) for name, row in rows])
        yield Text(f"{COUNTS_SAY}\n", style="dim")
    fates = [(name, row.suggestions) for name, row in rows if row.suggestions is not None]
    told = [
        (name, [_fates(each) for each in found.values()]) for name, found in fates if set(found.values()) - {Tally()}
    ]
    if told:
        yield _table(("", *vocabulary("label")), told)
        yield Text(f"{FATES_SAY}\n", style="dim")


def _counts(row: Progress) -> list[str]:
    counts = (row.submitted, row.invalid, row.skipped, row.drafts, row.left)
    return [*map(str, counts), NONE if row.seconds is None else f"{row.seconds:.1f}"]


def _fates(each: Tally) -> str:
    return f"{each.accepted}/{each.changed}/{each.rejected} +{each.added}"


def _table(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> Table:
    """Make a table of figures; nothing in it is markup."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for i, column in enumerate(columns):
        made.add_column(column, justify="right" if i else "left", overflow="fold")
    for name, figures in rows:
        made.add_row(*map(Text, (name, *figures)))
    return made
