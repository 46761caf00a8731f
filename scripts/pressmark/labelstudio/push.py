"""Send a corpus's sentences to its Label Studio project, each once, however often it is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Article, Outcome, Problem, Refused, Suggestions
from .client import Client
from .guide import guideline_version
from .projects import Project, Wanted, as_made, digest, find_project, make_project, update_project
from .results import to_result
from .tasks import CHANGEABLE, Task, to_task, windows

BATCH = 500
TRIES = 3
Passed = Callable[[Iterable[list[Task]], int], Iterator[list[Task]]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push has to do: tasks to send, tasks to bring up to date (number to data), and how many are as wanted."""

    send: tuple[Task, ...]
    update: tuple[tuple[int, Task], ...]
    unchanged: int


def wanted_tasks(articles: Sequence[Article], wanted: Wanted) -> list[Task]:
    """Make the task of every sentence, in the order of the articles."""
    version, page = guideline_version(wanted.guidelines), digest(wanted.label_config)
    return [to_task(each, index, version, page) for each in articles for index in range(len(each.sentences))]


def plan(
    tasks: Sequence[Task],
    there: Sequence[tuple[int, Task]],
    annotated: set[int],
    address: str,
    *,
    mixed: bool = False,
) -> Plan:
    """Compare the tasks wanted with those on the server, by their keys.

    An annotated task keeps what it says. ``mixed``: sentences may stand there under other guidelines or for another
    page, since it was decided that what was done under them holds.

    Raises Refused, with every problem: ``studio-text-differs`` for a task whose text is not the corpus's,
    ``studio-task-doubled`` for a sentence that has two tasks, ``studio-guidelines-changed`` where tasks that stay as
    they are were made under other guidelines or for another page.
    """
    by_key: defaultdict[str, list[tuple[int, Task]]] = defaultdict(list)
    for number, data in there:
        if isinstance(data, dict):
            by_key[str(data.get("key"))].append((number, data))
    problems, send, update, unchanged = list[Problem](), list[Task](), list[tuple[int, Task]](), 0
    for task in tasks:
        found = by_key.get(task["key"], [])
        problems += _problems(task, found, address)
        if not found:
            send.append(task)
        elif found[0][1] == task or found[0][0] in annotated:
            unchanged += 1
        else:
            update.append((found[0][0], task))
    if problems := (problems or ([] if mixed else _mixed(tasks, there, annotated, address))):
        raise Refused(*problems)
    return Plan(tuple(send), tuple(update), unchanged)


def _mixed(
    tasks: Sequence[Task], there: Sequence[tuple[int, Task]], annotated: set[int], address: str
) -> list[Problem]:
    """Refuse other guidelines or another page than those of tasks that stay as they are: annotators see only one."""
    pushed = {task["key"] for task in tasks}
    stay = [data for number, data in there if isinstance(data, dict) and _stays(number, data, annotated, pushed)]
    for name in ("guideline_version", "label_config"):
        wanted = {task[name] for task in tasks}
        if other := next((data[name] for data in stay if wanted and data.get(name) not in (None, *wanted)), None):
            fact = f"sentences stand there under the {name} {other}, the corpus has {wanted.pop()}"
            repair = "run: pressmark studio push --redo LABEL; or push to a project of its own: --project TITLE"
            return [Problem(address, "studio-guidelines-changed", fact, repair)]
    return []


def _stays(number: int, data: Task, annotated: set[int], pushed: set[str]) -> bool:
    return number in annotated or data.get("key") not in pushed


def _problems(task: Task, found: Sequence[tuple[int, Task]], address: str) -> Iterator[Problem]:
    place = f"{address}:{task['key']}"
    if len(found) > 1:
        numbers = ", ".join(str(number) for number, _ in found)
        repair = "delete the one without annotations in Label Studio"
        yield Problem(place, "studio-task-doubled", f"tasks {numbers} are of one sentence", repair)
    for number, data in found:
        for name in (name for name in task if name not in CHANGEABLE and data.get(name) != task[name]):
            repair = f"delete task {number} in Label Studio if nobody has annotated it, or use another project"
            fact = f"the server's task {number} has another '{name}' than the corpus"
            yield Problem(place, "studio-text-differs", fact, repair)
            break


def push(
    client: Client,
    wanted: Wanted,
    articles: Sequence[Article],
    suggestions: Mapping[str, Suggestions],
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Make or find the project, and send it the sentences that it lacks; ``suggestions`` by article, where wanted.

    ``passed`` passes batches on and shows progress. Repeating it, also after it was cut off, doubles nothing: before
    each attempt the server is asked what it has. A project that shows no suggestions stays so.
    """
    project = find_project(client, wanted)
    wanted = as_made(client, wanted, project)
    shown, texts = {} if wanted.bare else suggestions, {each.id: each for each in articles}
    tasks = wanted_tasks(articles, wanted)

    def sent(task: Task) -> dict[str, Any]:
        return with_suggestions(task, texts, shown)

    return push_tasks(client, wanted, project, tasks, sent, dry_run=dry_run, passed=passed)


def push_tasks(
    client: Client,
    wanted: Wanted,
    project: Project | None,
    tasks: Sequence[Task],
    sent: Callable[[Task], dict[str, Any]],
    *,
    dry_run: bool,
    passed: Passed,
    mixed: bool = False,
) -> list[Outcome]:
    """Send a project the tasks that it lacks; ``sent`` adds the predictions that go with a task. See :func:`plan`."""
    made = plan(tasks, *_there(client, project), client.url, mixed=mixed or _as_now(project, wanted))
    if dry_run:
        return _outcomes(wanted.title, made, "would be ")
    if project is None:
        project = make_project(client, wanted)
    else:
        update_project(client, project, wanted)
    for number, data in made.update:
        _update(client, number, data)
    _send(client, project, made, sent, passed)
    return _outcomes(wanted.title, made, "")


def _as_now(project: Project | None, wanted: Wanted) -> bool:
    """Say whether a project has these guidelines and this page already: then older sentences in it were left there."""
    now = guideline_version(wanted.guidelines), digest(wanted.label_config)
    return project is not None and (project.guidelines, project.label_config) == now


def _there(client: Client, project: Project | None) -> tuple[list[tuple[int, Task]], set[int]]:
    """Return the tasks on the server, and the numbers of those that somebody has annotated."""
    if project is None:
        return [], set()
    tasks = client.tasks(project.id)
    exported = client.export(project.id)
    annotated = {task.get("id") for task in exported if task.get("annotations") or task.get("drafts")}
    return tasks, {number for number in annotated if isinstance(number, int)}


def _update(client: Client, number: int, data: Task) -> None:
    client.call(lambda once: client.sdk.tasks.update(id=str(number), data=data, request_options=once))


def _send(client: Client, project: Project, made: Plan, sent: Callable[[Task], dict[str, Any]], passed: Passed) -> None:
    left = list(made.send)
    for attempt in range(TRIES):
        batches = [left[i : i + BATCH] for i in range(0, len(left), BATCH)]
        try:
            for batch in passed(iter(batches), len(batches)):
                client.send_tasks(project.id, [sent(task) for task in batch])
            return
        except Refused as refusal:
            if attempt == TRIES - 1 or refusal.problems[0].id not in ("studio-error", "studio-unreachable"):
                raise
        left = list(plan(left, client.tasks(project.id), set(), client.url).send)


def with_suggestions(
    task: Task, texts: Mapping[str, Article], suggestions: Mapping[str, Suggestions]
) -> dict[str, Any]:
    """Put a task together with what the suggesters say of its sentence, as the import takes it."""
    made = suggestions.get(task["article_id"])
    if made is None:
        return {"data": task}
    text, where = texts[task["article_id"]].text, windows(task)
    start, end = where["text"]
    own = {span.key for span in made.spans if start <= span.start and span.end <= end}
    linked = {span.key for span in made.spans if {link.target for link in span.links} & own}
    spans = [span for span in made.spans if span.key in own | linked]
    result = to_result(text, where, made.labels[task["index"]], spans)
    version = ", ".join(dict.fromkeys(made.suggesters.values()))
    scores = [span.score for span in spans if span.score is not None]
    score = min(scores) if scores else 1.0
    return {"data": task, "predictions": [{"model_version": version, "score": score, "result": result}]}


def _outcomes(title: str, made: Plan, how: str) -> list[Outcome]:
    counts = Outcome(
        title,
        "pushed" if not how else "dry run",
        f"{how}sent: {len(made.send)}, {how}brought up to date: {len(made.update)}, unchanged: {made.unchanged}",
    )
    return [counts]
