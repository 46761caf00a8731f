"""Reopen what a change of guidelines or suggestions affects, in a round of its own: old decisions stay as they are.

A round is a project of one annotator with only the sentences to decide anew, each with the old decision to begin from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Article, Outcome, Refused, Span, Suggestions
from ..store import Store
from .client import Client
from .guide import guideline_version
from .plan import wanted_tasks
from .progress import see
from .projects import ANNOTATION, Project, Wanted, as_made, digest, find_project, title_of
from .push import push_tasks
from .results import to_result
from .sending import Passed
from .showing import Suggested, show, with_suggestions
from .sync import people, projects, pull_corpus, suggested_of, wanted
from .tally import PARTS
from .tasks import Task, to_task, windows
from .work import Place, ProjectWork, Work, moment


@dataclass(frozen=True, slots=True)
class Reopened:
    """A decision to be made anew, and the project that it was made in."""

    work: Work
    project: Project


def latest(seen: Iterable[ProjectWork]) -> list[Reopened]:
    """Find the last decision of everybody about each sentence, over all projects for annotation."""
    found: dict[tuple[str, Place], Reopened] = {}
    for each in seen:
        for work in each.work if each.project.purpose == ANNOTATION else ():
            there = found.get((work.annotator, work.place))
            if there is None or moment(there.work) < moment(work):
                found[work.annotator, work.place] = Reopened(work, each.project)
    return [found[key] for key in sorted(found)]


def affected(work: Work, article: Article, label: str, version: str, now: Suggestions | None) -> bool:
    """Say whether a decision is to be made anew for a label.

    It is where the decision or today's suggestions have the label and it was made under other guidelines than
    ``version``, and where today's suggestions of that label are not those that its annotator was shown.
    """
    unit, sentence = work.unit, article.sentences[work.unit.index]
    if unit.status == "skipped":
        return False
    suggested = _parts(now.spans if now else (), label, sentence.start, sentence.end)
    decided = _parts(unit.spans, label, sentence.start, sentence.end)
    if (suggested or decided or label in unit.labels) and unit.guideline_version != version:
        return True
    return work.suggested is not None and suggested != _parts(work.suggested, label, sentence.start, sentence.end)


def _parts(spans: Iterable[Span], label: str, start: int, end: int) -> set[tuple[object, ...]]:
    """Return the spans of a label that stand in a sentence, as far as they can be compared."""
    kinds = PARTS.get(label, (label,))
    own = (span for span in spans if span.label in kinds and start <= span.start and span.end <= end)
    return {(span.start, span.end, span.label, span.number, span.location, span.attribution) for span in own}


def redo(
    client: Client,
    base: Wanted,
    label: str,
    articles: Mapping[str, Article],
    suggested: Suggested,
    seen: Sequence[ProjectWork],
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Make the rounds for a label, and bring what nobody has decided yet to today's guidelines and page."""
    version = guideline_version(base.guidelines)
    found: dict[str, list[Reopened]] = defaultdict(list)
    for each in latest(seen):
        article = articles.get(each.work.article)
        if article and affected(each.work, article, label, version, suggested.by_article.get(article.id)):
            found[each.work.annotator].append(each)
    outcomes = []
    for name, reopened in sorted(found.items()):
        rounds = [page.project for page in seen if page.project.annotator == name and page.project.redo]
        wanted = _round(base, label, name, reopened, rounds)
        outcomes += _push_round(client, wanted, articles, suggested, reopened, dry_run=dry_run, passed=passed)
        if not dry_run:
            outcomes += _close(client, rounds, wanted, articles, reopened)
    for page in seen:
        if page.project.purpose == ANNOTATION and not page.project.redo:
            outcomes += _move_on(client, base, page, articles, suggested, dry_run=dry_run, passed=passed)
    return outcomes


def _round(base: Wanted, label: str, name: str, reopened: Sequence[Reopened], rounds: Sequence[Project]) -> Wanted:
    """Say which of somebody's ``rounds`` this one goes into: the last one of its label, whatever its title is now.

    It goes into a new one where work of that one is itself reopened, and where that one shows suggestions to somebody
    who was to see none.
    """
    own = {_number(each): each for each in rounds if (each.redo or "").split(" ")[0] == label}
    last = own.get(max(own, default=0))
    bare = any(each.project.bare for each in reopened)
    if last and last.redo not in {each.project.redo for each in reopened} and last.bare >= bare:
        return replace(base, title=last.title, annotator=name, redo=last.redo, bare=bare)
    redo = f"{label} {max(own, default=1) + 1}"
    return replace(base, title=title_of(base.title, f"{name}, {redo}"), annotator=name, redo=redo, bare=bare)


def _number(project: Project) -> int:
    return int((project.redo or "").split(" ")[1])


def _push_round(
    client: Client,
    wanted: Wanted,
    articles: Mapping[str, Article],
    suggested: Suggested,
    reopened: Sequence[Reopened],
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    project = find_project(client, wanted)
    wanted = as_made(client, wanted, project)
    version, page = guideline_version(wanted.guidelines), digest(wanted.label_config)
    before = {articles[each.work.article].sentence_id(each.work.unit.index): each.work for each in reopened}
    tasks = [to_task(articles[each.article], each.unit.index, version, page) for each in before.values()]

    def sent(task: Task) -> dict[str, Any]:
        made = with_suggestions(task, articles, None if wanted.bare else suggested)
        work, text = before[task["key"]], articles[task["article_id"]].text
        result = to_result(text, windows(task), work.unit.labels, work.unit.spans, work.unit.comment)
        own = {"model_version": work.annotator, "score": 1.0, "result": result}
        return {**made, "predictions": [*made.get("predictions", ()), own]}  # the server shows the last one first

    return push_tasks(client, wanted, project, tasks, sent, dry_run=dry_run, passed=passed, mixed=True)


def _close(
    client: Client,
    rounds: Sequence[Project],
    wanted: Wanted,
    articles: Mapping[str, Article],
    reopened: Sequence[Reopened],
) -> list[Outcome]:
    """Remove what was reopened from somebody's other rounds, where they have not begun it: it is decided once."""
    keys = {articles[each.work.article].sentence_id(each.work.unit.index) for each in reopened}
    outcomes = []
    for project in rounds:
        if project.title == wanted.title:
            continue
        open_ = [number for number, data in client.tasks(project.id) if data.get("key") in keys]
        if removed := sum(client.remove_untouched(number) for number in open_):
            outcomes.append(Outcome(project.title, "pushed", f"removed, open in a newer round: {removed}"))
    return outcomes


def _move_on(
    client: Client,
    base: Wanted,
    seen: ProjectWork,
    articles: Mapping[str, Article],
    suggested: Suggested,
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Bring a project's guidelines and page, and its sentences without a decision, up to date."""
    there = [article for id_, article in articles.items() if id_ in {place[0] for place in seen.sentences}]
    project = seen.project
    wanted = as_made(client, replace(base, title=project.title), project)
    tasks = [task for task in wanted_tasks(there, wanted) if (task["article_id"], task["index"]) in seen.sentences]

    def sent(task: Task) -> dict[str, Any]:
        return with_suggestions(task, articles, None if wanted.bare else suggested)

    outcomes = push_tasks(client, wanted, project, tasks, sent, dry_run=dry_run, passed=passed, mixed=True)
    if wanted.bare:
        return outcomes
    return outcomes + show(client, project, tasks, sent, suggested.version, dry_run=dry_run, passed=passed)


def redo_corpus(
    store: Store,
    client: Client,
    ids: Sequence[str],
    title: str | None,
    label: str,
    *,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Pull, then make the rounds for a label over articles of a corpus; ``title`` is what their titles begin with.

    Raises Refused where the corpus has no project yet, and, before anything is sent, with whatever keeps decisions
    from being pulled: what is reopened is in the corpus.
    """
    outcomes = list[Outcome]()
    if not dry_run:
        outcomes, problems = pull_corpus(store, client, None)
        if problems := [each for each in problems if not each.id.startswith(("annotation-invalid", "adjudication-"))]:
            raise Refused(*problems)
    articles = {each: store.read_article(each) for each in ids}
    suggested = suggested_of(store, articles.values())
    pseudonyms = people(store, client, store.read_corpus())
    seen = see(store, client, projects(store, client, None), pseudonyms)
    if problems := [problem for each in seen for problem in each.problems]:
        raise Refused(*problems)
    return outcomes + redo(
        client, wanted(store, title), label, articles, suggested, seen, dry_run=dry_run, passed=passed
    )
