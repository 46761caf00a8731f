"""Send tasks so that each arrives once, whatever breaks on the way.

A server takes a request's tasks all or none, and nobody is told which when the connection breaks. So no batch is sent
again before the server has been asked, by keys, what it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model import Refused
from .client import Client
from .failures import Failed
from .patience import TRIES, pause
from .plan import lacking
from .tasks import Task
from .waiting import wait_for

BATCH = 500
"""Tasks a request."""
SETTLE = 20.0
"""Seconds in which a server, once the connection to it broke, may still take what it was sent."""
Passed = Callable[[Iterable[Any], int], Iterator[Any]]
"""Passes items on and shows progress; told how many there are."""
Sent = Callable[[Task], dict[str, Any]]
"""Puts a task together with its predictions, as import takes it."""


def send(client: Client, project: int, tasks: Sequence[Task], there: int, sent: Sent, passed: Passed) -> bool:
    """Send tasks to a project that had so many before (``there``); return whether it has just those and these now.

    Where it has more or fewer, others wrote to it meanwhile. Raises Refused, saying how many have not arrived, when
    trying again is no use; repeating it completes the work.
    """
    left = list(tasks)
    try:
        for _ in passed(_batches(client, project, left, there, sent), -(-len(left) // BATCH)):
            pass
        return not tasks or client.count(project) == there + len(tasks)
    except Refused as refusal:
        counts = f"{len(tasks) - len(left)} of {len(tasks)} sentences were sent, {len(left)} were not, as far as known"
        told = [replace(problem, fact=f"{problem.fact}; {counts}") for problem in refusal.problems]
        raise Refused(*told, exit_code=refusal.exit_code) from None


def _batches(client: Client, project: int, left: list[Task], expected: int, sent: Sent) -> Iterator[None]:
    """Send what is ``left``, batch after batch, and take it from there; a project is expected to have so many tasks."""
    failed = 0
    while left:
        if (found := client.count(project)) != expected:
            left[:], expected = lacking(left, client.tasks(project)), found
            continue
        batch = left[:BATCH]
        try:
            client.send_tasks(project, [sent(task) for task in batch])
        except Failed as failure:
            failed += 1
            if not failure.over and _arrived(client, project, expected):
                continue
            if failed == TRIES or failure.problem.id == "studio-timeout":
                raise
            pause(failure, failed - 1)
            continue
        del left[:BATCH]
        failed, expected = 0, expected + len(batch)
        yield


def _arrived(client: Client, project: int, expected: int) -> bool:
    """Wait until a project has another number of tasks than expected; return whether it has."""
    label = "it is not known what arrived; asking the server"
    return bool(wait_for(lambda: client.count(project) != expected or None, label, SETTLE))
