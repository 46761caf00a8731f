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
from .projects import Project
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
    project: Project,
    tasks: Sequence[Task],
    sent: Sent,
    version: str,
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Have a project show suggestions of a version, after those that it showed before: add what its tasks lack of it.

    Nothing is taken away, so that it stays known what was shown to whom. As long as other tasks than these have only
    older ones, those are shown, so that nobody loses what they had. Where live suggestions are connected, they are
    shown. A dry run only says how many tasks lack them. Raises Refused (``studio-error``) where the server does not
    keep what it is sent; repeating it goes on.
    """
    if client.shows(project.id) in (None, version):
        return []
    by_key, there, has = {task["key"]: task for task in tasks}, client.tasks(project.id), _versions(client, project)
    known = [(number, by_key[data["key"]]) for number, data in there if data.get("key") in by_key]
    lacking = [(number, task) for number, task in known if version not in has[number]]
    said = f"suggestions by {version}: {len(lacking)} sentences {'would have' if dry_run else 'have'} new ones"
    if dry_run:
        return [Outcome(project.title, "dry run", said)]
    batches = [lacking[i : i + BATCH] for i in range(0, len(lacking), BATCH)]
    for batch in passed(batches, len(batches)):
        client.send_predictions(
            project.id, [{"task": number, **sent(task)["predictions"][0]} for number, task in batch]
        )
    has = _versions(client, project)
    if lost := sum(version not in has[number] for number, _ in lacking):
        fact = f"it did not keep the suggestions of {lost} sentences"
        raise refused(client.url, "studio-error", fact, "look into the server's log, then run it again")
    if older := sum(version not in has[number] for number, _ in there if has[number]):
        still = f"older suggestions, since {older} sentences of other articles have only those: push all articles"
        return [Outcome(project.title, "still shows", still)]
    client.show(project.id, version)
    return [Outcome(project.title, "shows", said)]


def _versions(client: Client, project: Project) -> Mapping[int, set[str]]:
    """Ask which model versions the predictions of each task have."""
    versions = defaultdict[int, set[str]](set)
    for each in client.predictions(project.id):
        versions[each["task"]].add(each["model_version"])
    return versions
