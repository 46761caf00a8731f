"""Count how far annotators have come: decisions, drafts, what is left, and what became of suggestions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from ..model import Problem
from ..store import Store
from .client import Client
from .projects import ANNOTATION, Project
from .pull import dated
from .sync import people, projects, pulled_before
from .tally import Tally, add_up, by_label
from .work import Names, Place, ProjectWork, Work, read_work, suggests, unseen_predictions


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come with an article; None stands for everybody, every article, every project.

    ``submitted`` counts sentences with a decision that keeps the rules, ``invalid`` those whose decision breaks one,
    ``drafts`` those with something begun and not submitted, which are still left unless something was submitted
    before. ``left`` counts decisions that are wanted and not made yet: see :func:`count`. ``seconds`` is the median
    of the time that a submitted decision took, invalid ones included. ``suggestions`` says by label, ``spans`` by
    span label what became of suggestions in valid decisions; both are None where no suggestions are shown.
    """

    project: str | None
    annotator: str | None
    article: str | None
    sentences: int
    submitted: int
    invalid: int
    skipped: int
    drafts: int
    left: int
    seconds: float | None
    suggestions: Mapping[str, Tally] | None
    spans: Mapping[str, Tally] | None


@dataclass(frozen=True, slots=True)
class ProjectProgress:
    """How far a project has come: as a whole, by annotator, and by annotator and article.

    ``annotator`` is whose own project it is, None where several share it; ``overlap`` is how many are to decide about
    each sentence; ``bare``: it shows no suggestions.
    """

    title: str
    purpose: str
    annotator: str | None
    overlap: int
    bare: bool
    total: Progress
    people: tuple[Progress, ...]
    articles: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How far a corpus's projects have come; ``people`` adds up everybody's work in the projects for annotation."""

    projects: tuple[ProjectProgress, ...]
    people: tuple[Progress, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one annotator did in one article of one project, before it is counted."""

    project: Project
    annotator: str
    article: str
    sentences: int
    work: tuple[Work, ...]
    fates: Mapping[str, Tally] | None
    drafts: int
    left: int


def status(store: Store, client: Client, title: str | None) -> Status:
    """Ask the server how far everybody has come, in all projects of the corpus or in the one of a title.

    Raises Refused (exit code 2), also ``studio-no-project`` where there is none.
    """
    pseudonyms = people(store, client, store.read_corpus())
    seen = see(store, client, projects(store, client, title), pseudonyms)
    return count(seen, sorted({name for name in pseudonyms.values() if name}))


def see(
    store: Store, client: Client, found: Iterable[Project], pseudonyms: Mapping[int, str | None]
) -> list[ProjectWork]:
    """Ask the server what projects hold. ``pseudonyms`` maps accounts to annotators, None for those that have none."""
    names = Names.of(pseudonyms, client.people())
    articles = {each: store.read_article(each) for each in store.article_ids()}
    known, seen = pulled_before(store), []
    for project in found:
        exported = list(dated(client.export(project.id), project.moves))
        lacking = project.redo or unseen_predictions(exported)
        predictions = _predictions(client, project) if lacking else {}
        seen.append(read_work(client.url, project, exported, articles, names, predictions, known))
    return seen


def _predictions(client: Client, project: Project) -> dict[int, Any]:
    """Return the results of a project's predictions; see :func:`read_work`."""
    asked = client.call(lambda once: client.sdk.predictions.list(project=project.id, request_options=once))
    if project.redo:
        return {each.task: each.result for each in asked if each.model_version != project.annotator}
    return {each.id: each.result for each in asked}


def count(seen: Sequence[ProjectWork], annotators: Sequence[str]) -> Status:
    """Count what projects hold, with ``annotators`` (who have an account) also where they did nothing yet.

    What is left of somebody's own project is what they neither submitted nor skipped; others have nothing left in it.
    Of a shared one, what is left for somebody is what they neither submitted nor skipped and fewer than ``overlap``
    others submitted; left for the project as a whole are the decisions that its sentences lack to ``overlap`` each.
    """
    parts = [_parts(each, annotators) for each in seen]
    made = [_project(each, found) for each, found in zip(seen, parts, strict=True)]
    counted = [part for found in parts for part in found if part.project.purpose == ANNOTATION]
    everybody = tuple(_progress(None, name, None, own) for name, own in _by_annotator(counted).items())
    return Status(tuple(made), everybody, tuple(problem for each in seen for problem in each.problems))


def _parts(seen: ProjectWork, annotators: Sequence[str]) -> list[_Part]:
    """Take a project's work apart by annotator and article, both in alphabetical order."""
    project, done = seen.project, defaultdict[str, dict[Place, Work]](dict)
    drafts = defaultdict[str, set[Place]](set)
    for each in seen.work:
        done[each.annotator][each.place] = each
    for name, place in seen.drafts:
        drafts[name].add(place)
    wanted = [project.annotator] if project.annotator else annotators if project.purpose == ANNOTATION else []
    open_ = {place for place, lacking in _lacking(seen).items() if lacking}
    articles = defaultdict[str, list[Place]](list)
    for place in sorted(seen.sentences):
        articles[place[0]].append(place)
    parts = []
    for name in sorted({*wanted, *done, *drafts}):
        own, mine = done[name], open_ if project.annotator in (None, name) else set[Place]()
        for article, places in articles.items():
            work = tuple(own[place] for place in places if place in own)
            left = sum(place in mine and place not in own for place in places)
            begun = sum(place in drafts[name] for place in places)
            fates = add_up(each.fates for each in work if each.fates is not None) if suggests(project) else None
            parts.append(_Part(project, name, article, len(places), work, fates, begun, left))
    return parts


def _lacking(seen: ProjectWork) -> dict[Place, int]:
    """Say how many decisions each sentence lacks; in somebody's own project, one that they skipped lacks none."""
    project = seen.project
    lacking = dict.fromkeys(seen.sentences, 1 if project.annotator else project.overlap)
    for each in seen.work:
        counts = each.annotator == project.annotator if project.annotator else each.unit.status != "skipped"
        if counts:
            lacking[each.place] = max(lacking[each.place] - 1, 0)
    return lacking


def _project(seen: ProjectWork, parts: Sequence[_Part]) -> ProjectProgress:
    project, title = seen.project, seen.project.title
    left = sum(_lacking(seen).values())
    total = _progress(title, None, None, parts, sentences=len(seen.sentences), left=left)
    everybody = tuple(_progress(title, name, None, own) for name, own in _by_annotator(parts).items())
    articles = tuple(_progress(title, each.annotator, each.article, [each]) for each in parts)
    overlap = 1 if project.annotator else project.overlap
    return ProjectProgress(title, project.purpose, project.annotator, overlap, project.bare, total, everybody, articles)


def _by_annotator(parts: Iterable[_Part]) -> dict[str, list[_Part]]:
    found = defaultdict[str, list[_Part]](list)
    for each in parts:
        found[each.annotator].append(each)
    return dict(sorted(found.items()))


def _progress(
    project: str | None,
    annotator: str | None,
    article: str | None,
    parts: Sequence[_Part],
    *,
    sentences: int | None = None,
    left: int | None = None,
) -> Progress:
    """Count the work of parts; ``sentences`` and ``left`` add up unless they are given."""
    work = [each for part in parts for each in part.work]
    statuses = [each.unit.status for each in work]
    times = [each.unit.seconds for each in work if each.unit.status != "skipped" and each.unit.seconds is not None]
    fates = [part.fates for part in parts if part.fates is not None]
    spans = add_up(fates) if fates else None
    return Progress(
        project,
        annotator,
        article,
        sum(part.sentences for part in parts) if sentences is None else sentences,
        statuses.count("submitted"),
        statuses.count("invalid"),
        statuses.count("skipped"),
        sum(part.drafts for part in parts),
        sum(part.left for part in parts) if left is None else left,
        round(median(times), 1) if times else None,
        None if spans is None else by_label(spans),
        spans,
    )
