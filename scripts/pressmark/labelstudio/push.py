"""Send a corpus's sentences to its Label Studio project, each once, however often it is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..model import Article, Outcome, Problem, Refused
from .client import Client
from .failures import Failed, Gone
from .guide import guideline_version
from .patience import TRIES
from .plan import DATING, Plan, There, asks_who_worked, plan, wanted_tasks
from .projects import Move, Project, Wanted, as_made, digest, find_project, make_project, update_project
from .sending import Passed, Sent, send
from .showing import Suggested, show, with_suggestions
from .tasks import Task


def push(
    client: Client,
    wanted: Wanted,
    articles: Sequence[Article],
    suggested: Suggested | None,
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Make or find the project, and send it the sentences that it lacks, with what is ``suggested`` where wanted.

    ``passed`` passes batches on and shows progress. Repeating it, also after it was cut off, doubles nothing: before
    each attempt the server is asked what it has. A project that shows no suggestions stays so.
    """
    project = find_project(client, wanted)
    wanted = as_made(client, wanted, project)
    shown, texts = None if wanted.bare else suggested, {each.id: each for each in articles}
    tasks = wanted_tasks(articles, wanted)

    def sent(task: Task) -> dict[str, Any]:
        return with_suggestions(task, texts, shown)

    outcomes = push_tasks(client, wanted, project, tasks, sent, dry_run=dry_run, passed=passed)
    if shown is None or project is None:  # a new project shows what it was made with
        return outcomes
    return outcomes + show(client, project, tasks, sent, shown.version, dry_run=dry_run, passed=passed)


def push_tasks(
    client: Client,
    wanted: Wanted,
    project: Project | None,
    tasks: Sequence[Task],
    sent: Sent,
    *,
    dry_run: bool,
    passed: Passed,
    mixed: bool = False,
) -> list[Outcome]:
    """Send a project the tasks that it lacks, bring others up to date, and remove second ones.

    ``sent`` puts a task together with its predictions, as import takes it. A dry run says what would be done: first in
    numbers, then sentence by sentence. Of two runs at once, each removes what the other one sent as well, as long as
    nobody has worked on it. ``mixed``: see :func:`plan`.
    """
    mixed = mixed or _as_now(project, wanted)
    made, there = _plan(client, project, tasks, mixed)
    if dry_run:
        return [_counts(wanted.title, [made], "would be "), *_settings(project, wanted), *made.changes()]
    new = project is None
    if project is None:
        project = _make(client, wanted)
    else:
        update_project(client, project, replace(wanted, dated=project.guidelines))
    done = [made]
    while not _carry_out(client, project, made, len(there), sent, passed, mixed) and len(done) < TRIES:
        made, there = _plan(client, project, tasks, mixed)
        done.append(made)
    if not new:
        update_project(client, project, _moved(client, project, wanted))
    return [_counts(wanted.title, done, "")]


def _moved(client: Client, project: Project, wanted: Wanted) -> Wanted:
    """Note when a project got other guidelines or another page: what is decided from then on is dated by them."""
    now = guideline_version(wanted.guidelines), digest(wanted.label_config)
    if project.guidelines is None or (project.guidelines, project.label_config) == now:
        return wanted
    return replace(wanted, moves=(*project.moves, Move(*now, client.time())))


def _as_now(project: Project | None, wanted: Wanted) -> bool:
    """Say whether a project has these guidelines and this page already: then older sentences in it were left there."""
    now = guideline_version(wanted.guidelines), digest(wanted.label_config)
    return project is not None and (project.guidelines, project.label_config) == now


def _settings(project: Project | None, wanted: Wanted) -> list[Outcome]:
    """Say what of a project's settings would change."""
    if project is None:
        return []
    version, overlap = guideline_version(wanted.guidelines), wanted.overlap or project.overlap
    said = [f"guidelines {project.guidelines} to {version}"] if project.guidelines != version else []
    said += ["the labelling page"] if project.label_config != digest(wanted.label_config) else []
    said += [f"overlap {project.overlap} to {overlap}"] if project.overlap != overlap else []
    return [Outcome(wanted.title, "dry run", f"would change: {', '.join(said)}")] if said else []


def _plan(client: Client, project: Project | None, tasks: Sequence[Task], mixed: bool) -> tuple[Plan, There]:
    """Compare the tasks wanted with those that the server has; return also these."""
    there = client.tasks(project.id) if project else []
    worked = client.touched(project.id) if project and asks_who_worked(tasks, there) else set[int]()
    return plan(tasks, there, worked, client.url, mixed=mixed), there


def _make(client: Client, wanted: Wanted) -> Project:
    """Make the project; where the answer is lost, find out whether it was made."""
    try:
        return make_project(client, wanted)
    except Failed:
        if (project := find_project(client, wanted)) is None:
            raise
        return project


def _carry_out(
    client: Client, project: Project, made: Plan, there: int, sent: Sent, passed: Passed, mixed: bool
) -> bool:
    """Do what is planned; return whether all of it could be done, and nobody else sent or deleted tasks meanwhile."""
    removed = sum(client.remove_untouched(number) for number, _ in made.remove)
    updated = _bring_up_to_date(client, project, made, passed, mixed)
    alone = send(client, project.id, made.send, there - removed, sent, passed)
    return alone and updated and removed == len(made.remove)


def _bring_up_to_date(client: Client, project: Project, made: Plan, passed: Passed, mixed: bool) -> bool:
    """Replace the data of tasks; return whether all of them were still there.

    A task that somebody annotated just before keeps the guidelines and page that it was annotated under. Raises
    Refused for it, unless they may be ``mixed``: ``studio-guidelines-changed``.
    """
    gone = False
    for number, task, _ in passed(made.update, len(made.update)):
        try:
            client.update_task(number, task)
        except Gone:
            gone = True
    dated = {number: old for number, new, old in made.update if any(old.get(each) != new[each] for each in DATING)}
    late = sorted(client.touched(project.id) & dated.keys()) if dated else []
    for number in late:
        client.update_task(number, dated[number])
    if late and not mixed:
        fact = f"{len(late)} sentences were worked on while others got the new guidelines or page, and keep the old"
        repair = "run: pressmark studio push --redo LABEL; or push to a project of its own: --project TITLE"
        raise Refused(Problem(client.url, "studio-guidelines-changed", fact, repair))
    return not gone


def _counts(title: str, plans: Sequence[Plan], how: str) -> Outcome:
    """Say in numbers what was done, or would be; the first of the plans knows how much was as wanted."""
    send, update, remove = (sum(len(part) for part in parts) for parts in zip(*map(_parts, plans), strict=True))
    said = f"{how}sent: {send}, {how}brought up to date: {update}, unchanged: {plans[0].unchanged}"
    said += f", {how}removed as second ones: {remove}" if remove else ""
    return Outcome(title, "dry run" if how else "pushed", said)


def _parts(made: Plan) -> tuple[Sequence[Any], Sequence[Any], Sequence[Any]]:
    return made.send, made.update, made.remove
