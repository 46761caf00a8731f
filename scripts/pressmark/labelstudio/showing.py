"""Show suggestions in Label Studio: as predictions of tasks, all of one model version.

Where people are given one task after the other, a project shows only predictions of its own ``model_version``, which
the first import sets. So all suggestions of a corpus have one version, and a project is brought to it when it changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Article, Outcome, Suggestions
from .client import Client, refused
from .projects import Project, Wanted, find_project
from .results import to_result
from .sending import BATCH, Passed, Sent
from .tasks import Task, windows

Prediction = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested of articles, by their ids; ``version`` is that of all suggestions of the corpus."""

    version: str
    by_article: Mapping[str, Suggestions]


def with_suggestions(task: Task, texts: Mapping[str, Article], suggested: Suggested | None) -> dict[str, Any]:
    """Put a task together with what the suggesters say of its sentence, as the import takes it."""
    made = suggested.by_article.get(task["article_id"]) if suggested else None
    if suggested is None or made is None:
        return {"data": task}
    return {"data": task, "predictions": [prediction(task, texts[task["article_id"]], made, suggested.version)]}


def prediction(task: Task, article: Article, made: Suggestions, version: str) -> Prediction:
    """Say what the suggesters suggest of a task's sentence, as Label Studio keeps it."""
    text, where = article.text, windows(task)
    start, end = where["text"]
    own = {span.key for span in made.spans if start <= span.start and span.end <= end}
    linked = {span.key for span in made.spans if {link.target for link in span.links} & own}
    spans = [span for span in made.spans if span.key in own | linked]
    scores = [span.score for span in spans if span.score is not None]
    return {
        "model_version": version,
        "score": min(scores) if scores else 1.0,
        "result": to_result(text, where, made.labels[task["index"]], spans),
    }


def model_version(suggesters: Iterable[tuple[str, str]]) -> str:
    """Name suggesters with their versions, each given with its label, as the model version of predictions."""
    return ", ".join(dict.fromkeys(name for _, name in sorted(set(suggesters))))


def show(
    client: Client,
    wanted: Wanted,
    tasks: Sequence[Task],
    sent: Sent,
    version: str,
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Have a project show suggestions of a version, after those that it showed before: add what its tasks lack of it.

    Nothing is taken away, so that it stays known what was shown to whom. Where live suggestions are connected, they
    are shown. A dry run only says how many tasks lack them. Raises Refused (``studio-error``) where the server does not
    keep what it is sent; repeating it goes on.
    """
    if (project := find_project(client, wanted)) is None or client.shows(project.id) in (None, version):
        return []
    by_key = {task["key"]: task for task in tasks}
    there = [(number, by_key[data["key"]]) for number, data in client.tasks(project.id) if data.get("key") in by_key]
    lacking = _lacking(client, project, there, version)
    said = f"suggestions by {version}: {len(lacking)} sentences {'would have' if dry_run else 'have'} new ones"
    if dry_run:
        return [Outcome(wanted.title, "dry run", said)]
    batches = [lacking[i : i + BATCH] for i in range(0, len(lacking), BATCH)]
    for batch in passed(batches, len(batches)):
        client.send_predictions(
            project.id, [{"task": number, **sent(task)["predictions"][0]} for number, task in batch]
        )
    if left := _lacking(client, project, there, version):
        fact = f"it did not keep the suggestions of {len(left)} sentences"
        raise refused(client.url, "studio-error", fact, "look into the server's log, then run it again")
    client.show(project.id, version)
    return [Outcome(wanted.title, "shows", said)]


def _lacking(
    client: Client, project: Project, there: Sequence[tuple[int, Task]], version: str
) -> list[tuple[int, Task]]:
    """Find the tasks that have no prediction of a version."""
    versions = defaultdict[int, set[str]](set)
    for each in client.predictions(project.id):
        versions[each["task"]].add(each["model_version"])
    return [each for each in there if version not in versions[each[0]]]
