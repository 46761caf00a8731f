"""Send what annotators disagree on to a Label Studio project of its own, every version side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from ..adjudicate import open_sentences
from ..adjudication import Asked, Case, read_cases, write_case
from ..decisions import Item
from ..model import Outcome, Problem, Refused, SentenceIndex, Span
from ..store import Store
from .client import Client, refused
from .guide import guideline_version
from .plan import identity
from .projects import ADJUDICATION, SETTLED, Wanted, as_made, digest, find_project
from .push import push_tasks
from .reasons import reason
from .sending import Passed
from .sides import Page, Pages, linked_from_elsewhere, on_page, settled
from .sync import wanted
from .tasks import CONTEXT, Task, heading, to_task

HOW = """# How to adjudicate

Open a sentence from the list of tasks, not with *Label All Tasks*, which shows no annotator's version. Each annotator's
version is in a tab of its own; *Compare All* puts them side by side. Your own tab begins with what is settled already:
all gave it, or it was decided before. Add to it what is right. Or begin with an annotator's version: open its tab,
choose *Duplicate Annotation* in its menu (three dots), and change the copy. Say why in the comment: without one it is
no decision. Then submit. What is not marked is rejected.

"""


@dataclass(frozen=True, slots=True)
class Open:
    """A task for a sentence in which something is open, and what it shows."""

    task: Task
    page: Page
    settled: tuple[Span, ...]

    @property
    def versions(self) -> dict[str, tuple[Span, ...]]:
        """What it shows, by the name of its tab; an adjudicator's own decision begins with the first."""
        return {SETTLED: self.settled, **self.page.versions}

    def sent(self) -> dict[str, Any]:
        """Put the task together with all that it shows, as the import takes it; Label Studio shows the last first."""
        made = [{"model_version": name, "result": self.page.result(spans)} for name, spans in self.versions.items()]
        return {"data": self.task, "predictions": made[::-1]}


def send_open(
    store: Store,
    client: Client,
    ids: Iterable[str],
    asked: Asked,
    title: str | None,
    *,
    dry_run: bool,
    passed: Passed,
) -> tuple[list[Outcome], list[Problem]]:
    """List what is open, make gold where nothing is, and bring the project for adjudication in line with that.

    A sentence has one task for each set of versions that it had. A task that nobody has worked on and that is not
    wanted any more is taken away; one that holds an annotation or a draft stays. Raises Refused, also
    (``studio-guidelines-changed``) where the guidelines are not those that annotators worked under.
    """
    cases, problems = read_cases(store, ids, asked)
    target = wanted(store, title, ADJUDICATION, purpose=ADJUDICATION, overlap=1)
    _refuse_other_guidelines(cases, guideline_version(target.guidelines))
    target = replace(target, guidelines=HOW + target.guidelines)
    outcomes = list[Outcome]()
    for case in () if dry_run else cases:
        outcome, found = write_case(store, case)
        outcomes.append(outcome)
        problems += [each for each in found if each.id != "adjudication-open"]
    tasks = [each for case in cases for each in tasks_of(case, digest(target.label_config))]
    outcomes += _bring_up_to_date(client, target, {case.article.id for case in cases}, tasks, dry_run, passed)
    return outcomes, problems


def _refuse_other_guidelines(cases: Sequence[Case], version: str) -> None:
    """Refuse to have decided under one version of the guidelines what was annotated under another."""
    problems = list[Problem]()
    for case in cases:
        if (under := case.made.guideline_version) != version and open_sentences(case.made):
            fact = f"it was annotated under guidelines {under}, corpus/guidelines.md is {version}"
            repair = "decide it in corpus/adjudication, or have it annotated again under the new ones"
            problems.append(Problem(case.article.id, "studio-guidelines-changed", fact, repair))
    if problems:
        raise Refused(*problems)


def tasks_of(case: Case, page: str) -> list[Open]:
    """Make the tasks of an article's sentences in which something is open, or which show a link that is open."""
    made, pages, done = [], Pages.of(case), settled(case)
    units, linked = {unit.index: unit for unit in case.made.units}, _linked(case)
    for index in sorted({*open_sentences(case.made), *linked}):
        shown = pages.page(index)
        task = to_task(case.article, index, case.made.guideline_version, page)
        why = reason(shown, units.get(index), linked.get(index, ()))
        told = {"heading": f"{heading(case.article, index)} · {why}", "versions": shown.digest}
        made.append(Open(task | told, shown, on_page(done, shown.where)))
    return made


def _linked(case: Case) -> dict[int, list[Item]]:
    """Find the sentences that a source or cue elsewhere, which is open, may be linked to."""
    linked, sentences = defaultdict[int, list[Item]](list), SentenceIndex.of(case.article.sentences)
    for unit in case.made.units:
        for item in unit.items:
            near = linked_from_elsewhere(sentences, item) - {unit.index} if not item.take else set[int]()
            for index in near:
                if abs(index - unit.index) <= CONTEXT:
                    linked[index].append(item)
    return linked


def _bring_up_to_date(
    client: Client, target: Wanted, ids: Set[str], tasks: Sequence[Open], dry_run: bool, passed: Passed
) -> list[Outcome]:
    project = find_project(client, target)
    target = as_made(client, target, project)
    if project is None and not tasks:
        return [Outcome(target.title, "unchanged", "nothing is open")]
    by_identity = {identity(each.task): each for each in tasks}
    outcomes = push_tasks(
        client,
        target,
        project,
        [each.task for each in tasks],
        lambda task: by_identity[identity(task)].sent(),
        dry_run=dry_run,
        passed=passed,
        mixed=True,
    )
    if project := project or find_project(client, target):
        exported = client.export(project.id)
        outcomes += _withdraw(client, target, exported, ids, set(by_identity), dry_run)
        if not dry_run:
            _check_versions(client, exported, by_identity)
    return outcomes


def _withdraw(
    client: Client,
    target: Wanted,
    exported: Sequence[dict[str, Any]],
    ids: Set[str],
    still: Set[tuple[str, str]],
    dry_run: bool,
) -> list[Outcome]:
    """Take away tasks of articles that are not wanted any more, where nobody has worked on them."""
    idle = [task for task in exported if not (task.get("annotations") or task.get("drafts"))]
    data = [(task["id"], task["data"]) for task in idle if isinstance(task.get("data"), dict)]
    gone = [number for number, each in data if each.get("article_id") in ids and identity(each) not in still]
    if not dry_run:
        gone = [number for number in gone if client.remove_untouched(number)]
    how = "would be taken away" if dry_run else "taken away"
    return [Outcome(target.title, how, f"{len(gone)} tasks that are settled or have other versions")] if gone else []


def _check_versions(client: Client, exported: Sequence[dict[str, Any]], tasks: Mapping[tuple[str, str], Open]) -> None:
    """Refuse (``studio-error``) to leave a task without a version that it should show: the server may drop some."""
    for task in exported:
        data = task.get("data")
        made = tasks.get(identity(data)) if isinstance(data, dict) else None
        if made and len(task.get("predictions") or ()) != len(made.versions):
            fact = f"task {task['id']} shows {len(task.get('predictions') or ())} of {len(made.versions)} versions"
            raise refused(client.url, "studio-error", fact, "delete that task in Label Studio, then run it again")
