"""Read what an export of a project says of people's work: decisions, what was suggested to them, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..model import Article, Problem, Span, Unit
from .projects import ADJUDICATION, ANNOTATION, Project
from .pull import Known, read_export, unknown
from .reading import read_result
from .tally import Tallies, tally
from .tasks import windows

Place = tuple[str, int]
"""An article, and which of its sentences."""
UNKNOWN = "an unknown account"


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody decided about a sentence, and what was suggested to them: None where nothing was shown."""

    annotator: str
    article: str
    unit: Unit
    suggested: tuple[Span, ...] | None

    @property
    def place(self) -> Place:
        return self.article, self.unit.index

    @property
    def fates(self) -> Tallies | None:
        """What became of suggestions; None where none were shown, and where the decision is no valid one."""
        if self.suggested is None or self.unit.status != "submitted":
            return None
        return tally(self.suggested, self.unit.spans)


@dataclass(frozen=True, slots=True)
class ProjectWork:
    """What a project holds: its sentences, the latest decision of everybody about each, and what is wrong with it.

    ``drafts`` names who has begun which sentence, or begun to change it, without submitting that.
    """

    project: Project
    sentences: frozenset[Place]
    work: tuple[Work, ...]
    drafts: frozenset[tuple[str, Place]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What accounts are called: by their number, and by the address that the server gives instead of it in drafts."""

    by_number: Mapping[int, str]
    by_address: Mapping[str, str]

    @classmethod
    def of(cls, pseudonyms: Mapping[int, str | None], addresses: Mapping[int, str]) -> Names:
        """Call an account by its pseudonym, and one that has none by its number; never by its address."""
        by_number = {number: name or f"account {number}" for number, name in pseudonyms.items()}
        return cls(by_number, {addresses[number]: name for number, name in by_number.items() if number in addresses})

    def who(self, draft: Any) -> str:
        """Say whose a draft is."""
        by = draft.get("user") if isinstance(draft, dict) else None
        by = by.get("id") if isinstance(by, dict) else by
        return self.by_number.get(by, UNKNOWN) if isinstance(by, int) else self.by_address.get(str(by).lower(), UNKNOWN)


def unseen_predictions(exported: Iterable[Mapping[str, Any]]) -> bool:
    """Say whether annotations were made of predictions that the export does not hold."""
    made = (each for task in exported for each in _listed(task, "annotations") if isinstance(each, dict))
    return any(each.get("parent_prediction") not in (None, _snapshot(each).get("id")) for each in made)


def _listed(task: Mapping[str, Any], name: str) -> list[Any]:
    """Return what a task has under a name as a list; what is no list there becomes the only thing in one."""
    found = task.get(name) or []
    return found if isinstance(found, list) else [found]


def read_work(
    url: str,
    project: Project,
    exported: Iterable[Mapping[str, Any]],
    articles: Mapping[str, Article],
    names: Names,
    predictions: Mapping[int, Any],
    known: Known = unknown,
) -> ProjectWork:
    """Read the export of a project; ``known`` says what was pulled before, see :func:`read_export`.

    ``predictions`` has the results of those that it does not hold, by their numbers; of a round of work done anew those
    of suggestions, by the numbers of their tasks.

    What ``pull`` would not take for data of this corpus is a problem here too, and does not count. In adjudication the
    latest task of a sentence counts, which shows the versions to decide between now, and a decision that does not say
    why is ``invalid``.
    """
    sentences, drafts = set[Place](), set[tuple[str, Place]]()
    latest: dict[tuple[str, Place], Work] = {}
    problems: list[Problem] = []
    for task in _current(project, exported):
        if found := read_export(url, [{**task, "annotations": []}], articles, {}).problems:
            problems += found
            continue
        place: Place = task["data"]["article_id"], task["data"]["index"]
        sentences.add(place)
        drafts |= {(names.who(each), place) for each in _listed(task, "drafts")}
        made, wrong = _decisions(url, project, task, articles, names, predictions, known)
        problems += wrong
        for each in made:
            there = latest.get((each.annotator, place))
            if there is None or moment(there) < moment(each):
                latest[each.annotator, place] = each
    return ProjectWork(
        project, frozenset(sentences), tuple(latest.values()), frozenset(drafts), tuple(dict.fromkeys(problems))
    )


def _current(project: Project, exported: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """Leave out of an adjudication the tasks of a sentence that has a later one, made for other versions of it."""
    if project.purpose != ADJUDICATION:
        return exported
    latest: dict[Any, Mapping[str, Any]] = {}
    for task in sorted(exported, key=lambda task: int(task["id"])):
        data = task.get("data")
        latest[str(data["key"]) if isinstance(data, dict) and "key" in data else task["id"]] = task
    return latest.values()


def suggests(project: Project) -> bool:
    """Say whether suggestions are shown in a project; in an adjudication, annotators' decisions take their place."""
    return project.purpose == ANNOTATION and not project.bare


def _decisions(
    url: str,
    project: Project,
    task: Mapping[str, Any],
    articles: Mapping[str, Article],
    names: Names,
    predictions: Mapping[int, Any],
    known: Known,
) -> tuple[list[Work], list[Problem]]:
    """Read the annotations of a task, each by itself, so that each keeps what was suggested to its annotator."""
    made, problems = list[Work](), list[Problem]()
    for annotation in _listed(task, "annotations"):
        reading = read_export(url, [{**task, "annotations": [annotation]}], articles, names.by_number, known)
        problems += reading.problems
        for (name, article_id), units in reading.units.items():
            text = articles[article_id].text
            suggested = _suggested(project, text, task, annotation, predictions) if suggests(project) else None
            made += [Work(name, article_id, _said_why(project, unit), suggested) for unit in units]
    return made, problems


def _said_why(project: Project, unit: Unit) -> Unit:
    """Let an adjudicator's decision that does not say why be no valid one."""
    lacks = project.purpose == ADJUDICATION and unit.status == "submitted" and not unit.comment
    return replace(unit, status="invalid") if lacks else unit


def _suggested(
    project: Project,
    text: str,
    task: Mapping[str, Any],
    annotation: Mapping[str, Any],
    predictions: Mapping[int, Any],
) -> tuple[Span, ...] | None:
    """Read the prediction that an annotation was made of, else the one that its annotator was shown.

    In a round of work done anew that is the old decision: there, what was suggested beside it counts.
    """
    parent, shown = annotation.get("parent_prediction"), _snapshot(annotation)
    if project.redo:
        result = predictions.get(task["id"])
    else:
        result = shown.get("result") if parent is None or parent == shown.get("id") else predictions.get(parent)
    return None if result is None else read_result(text, windows(task["data"]), result).spans


def _snapshot(annotation: Any) -> Mapping[str, Any]:
    """Return the prediction that the server copied into an annotation as it was made; empty where it did not."""
    found = annotation.get("prediction")
    return found if isinstance(found, dict) else {}


def moment(work: Work) -> datetime:
    """Return when somebody decided."""
    return datetime.fromisoformat(work.unit.updated)
