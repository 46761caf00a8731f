"""Find what a push has to do: the tasks that are wanted, beside those that the server has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Outcome, Problem, Refused
from .guide import guideline_version
from .projects import Wanted, digest
from .tasks import CHANGEABLE, Task, to_task

There = Sequence[tuple[int, Task]]
"""Tasks on the server, in the order of their numbers: number and data of each."""

DATING = ("guideline_version", "label_config")
"""What a task says that the decisions made on it are dated by."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push has to do, and how many tasks are as wanted.

    ``send``: tasks that the server lacks; ``update``: number, data as wanted, and data as it is; ``remove``: numbers
    of second tasks of a sentence that nobody has worked on.
    """

    send: tuple[Task, ...]
    update: tuple[tuple[int, Task, Task], ...]
    remove: tuple[tuple[int, str], ...]
    unchanged: int

    def changes(self) -> Iterator[Outcome]:
        """Say sentence by sentence what would be done."""
        yield from (Outcome(task["key"], "would be sent") for task in self.send)
        yield from (Outcome(t["key"], "would be brought up to date", f"task {n}") for n, t, _ in self.update)
        yield from (Outcome(key, "would be removed, a second one", f"task {number}") for number, key in self.remove)


def identity(task: Task) -> tuple[str, str]:
    """Say which task it is: by its sentence, and in adjudication also by the versions to decide between."""
    return str(task.get("key")), str(task.get("versions"))


def wanted_tasks(articles: Sequence[Article], wanted: Wanted) -> list[Task]:
    """Make the task of every sentence, in the order of the articles."""
    version, page = guideline_version(wanted.guidelines), digest(wanted.label_config)
    return [to_task(each, index, version, page) for each in articles for index in range(len(each.sentences))]


def asks_who_worked(tasks: Sequence[Task], there: There) -> bool:
    """Say whether a plan depends on which tasks were worked on: some are outdated, or a sentence has several."""
    by_key = _by_key(there)
    found = [(task, by_key.get(identity(task), [])) for task in tasks]
    return any(len(copies) > 1 or any(data != task for _, data in copies) for task, copies in found)


def plan(tasks: Sequence[Task], there: There, worked: set[int], address: str, *, mixed: bool = False) -> Plan:
    """Compare the tasks wanted with those on the server, by their keys; ``worked`` has the numbers of those worked on.

    A task that was worked on keeps what it says. ``mixed``: sentences may stand there under other guidelines or for
    another page, since it was decided that what was done under them holds.

    Raises Refused, with every problem: ``studio-text-differs`` for a task whose text is not the corpus's,
    ``studio-task-doubled`` for a sentence of which two tasks were worked on, ``studio-guidelines-changed`` where tasks
    that stay as they are were made under other guidelines or for another page.
    """
    by_key = _by_key(there)
    problems, send, update, unchanged = list[Problem](), list[Task](), list[tuple[int, Task, Task]](), 0
    remove: list[tuple[int, str]] = []
    for task in tasks:
        found = by_key.get(identity(task), [])
        problems += _problems(task, found, worked, address)
        if not found:
            send.append(task)
            continue
        number, data = next((each for each in found if each[0] in worked), found[0])
        remove += [(other, task["key"]) for other, _ in found if other != number]
        if data == task or number in worked:
            unchanged += 1
        else:
            update.append((number, task, data))
    if problems := (problems or ([] if mixed else _mixed(tasks, there, worked, address))):
        raise Refused(*problems)
    return Plan(tuple(send), tuple(update), tuple(remove), unchanged)


def lacking(tasks: Sequence[Task], there: There) -> list[Task]:
    """Return the tasks that the server does not have."""
    by_key = _by_key(there)
    return [task for task in tasks if identity(task) not in by_key]


def _by_key(there: There) -> Mapping[tuple[str, str], list[tuple[int, Task]]]:
    by_key: defaultdict[tuple[str, str], list[tuple[int, Task]]] = defaultdict(list)
    for number, data in there:
        if isinstance(data, dict):
            by_key[identity(data)].append((number, data))
    return by_key


def _mixed(tasks: Sequence[Task], there: There, worked: set[int], address: str) -> list[Problem]:
    """Refuse other guidelines or another page than those of tasks that stay as they are: annotators see only one."""
    pushed = {task["key"] for task in tasks}
    own = [(number, data) for number, data in there if isinstance(data, dict)]
    stay = [data for number, data in own if number in worked or data.get("key") not in pushed]
    for name in DATING:
        wanted = {task[name] for task in tasks}
        if other := next((data[name] for data in stay if wanted and data.get(name) not in (None, *wanted)), None):
            fact = f"sentences stand there under the {name} {other}, the corpus has {wanted.pop()}"
            repair = "run: pressmark studio push --redo LABEL; or push to a project of its own: --project TITLE"
            return [Problem(address, "studio-guidelines-changed", fact, repair)]
    return []


def _problems(task: Task, found: There, worked: set[int], address: str) -> Iterator[Problem]:
    place = f"{address}:{task['key']}"
    if len(both := [number for number, _ in found if number in worked]) > 1:
        repair = "run: pressmark studio pull; then delete all but one of them in Label Studio"
        fact = f"tasks {', '.join(map(str, both))} are of one sentence, and people have worked on each"
        yield Problem(place, "studio-task-doubled", fact, repair)
    for number, data in found:
        for name in (name for name in task if name not in CHANGEABLE and data.get(name) != task[name]):
            repair = f"delete task {number} in Label Studio if nobody has annotated it, or use another project"
            fact = f"the server's task {number} has another '{name}' than the corpus"
            yield Problem(place, "studio-text-differs", fact, repair)
            break
