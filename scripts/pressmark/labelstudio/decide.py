"""Bring what adjudicators decided in Label Studio into corpus/adjudication, and make gold where nothing is open."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from ..adjudicate import open_sentences
from ..adjudication import Case, case_of, write_case
from ..model import Article, Outcome, Problem, Unit
from ..schemas import is_valid
from ..store import Store
from .pull import read_export
from .rulings import Submitted, rule
from .sides import Pages

AGAIN = "then run: pressmark studio pull"


def pull_decisions(
    store: Store,
    url: str,
    exported: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Article],
    people: Mapping[int, str | None],
) -> tuple[list[Outcome], list[Problem]]:
    """Take decisions from an export of projects for adjudication; return what became of each article, and problems.

    No decision is what was skipped, breaks a rule (``adjudication-invalid``), does not say why (``adjudication-open``),
    rests on versions that annotators have changed since (``adjudication-outdated``), or was decided otherwise by
    somebody else (``adjudication-differs``).
    """
    data = [_data(task, articles) for task in exported]
    cases = {each: case_of(store, each) for each in sorted({each["article_id"] for each in data if each})}
    pages = {name: Pages.of(case) for name, case in cases.items() if case}
    fresh = [not each or _is_fresh(each, pages.get(each["article_id"])) for each in data]
    reading = read_export(url, [task for task, good in zip(exported, fresh, strict=True) if good], articles, people)
    outcomes, problems, left = list[Outcome](), list(reading.problems), set[str]()
    for article_id, case in cases.items():
        units = [(name, unit) for (name, of), found in reading.units.items() if of == article_id for unit in found]
        if case:
            case, done, wrong = _decide(store, case, units, f"{url}:{article_id}")
            outcomes, problems = outcomes + done, problems + wrong
        left |= {f"{article_id}:{i:04d}" for i in open_sentences(case.made)} if case else set()
    stale = [task for task, good in zip(exported, fresh, strict=True) if not good and _is_decided(task)]
    problems += [_again(url, task) for task in stale if task["data"]["key"] in left]
    return outcomes, problems


def _data(task: Mapping[str, Any], articles: Container[str]) -> dict[str, Any]:
    """Return the data of a task of one of these articles; empty for any other task."""
    data = task.get("data")
    return data if isinstance(data, dict) and is_valid(data, "task") and data["article_id"] in articles else {}


def _is_fresh(data: Mapping[str, Any], pages: Pages | None) -> bool:
    """Tell whether a task shows the versions that annotators give now. What is not the article's is told later."""
    if pages is None:
        return False
    there = data["index"] < len(pages.case.article.sentences)
    return not there or pages.page(data["index"]).digest == data.get("versions")


def _is_decided(task: Mapping[str, Any]) -> bool:
    return any(isinstance(each, dict) and not each.get("was_cancelled") for each in task.get("annotations") or ())


def _decide(
    store: Store, case: Case, units: Sequence[tuple[str, Unit]], address: str
) -> tuple[Case, list[Outcome], list[Problem]]:
    """Add what was submitted to an article's decisions, and write them where there is anything to add."""
    submitted, problems = _submitted(units, address)
    if not submitted:
        return case, [], problems
    made, differing = rule(case, submitted, store.address(store.adjudication(case.article.id)))
    case = replace(case, made=case.listed(made, audit=made.audit))
    outcome, wrong = _write(store, case, len(submitted))
    return case, [outcome], [*problems, *differing, *wrong]


def _again(url: str, task: Mapping[str, Any]) -> Problem:
    fact = "annotators have submitted other versions of it since it was sent to be adjudicated"
    repair = f"run: pressmark adjudicate --studio; have the new task decided, {AGAIN}"
    return Problem(f"{url}:{task['data']['key']}", "adjudication-outdated", fact, repair)


def _submitted(units: Sequence[tuple[str, Unit]], address: str) -> tuple[list[Submitted], list[Problem]]:
    """Keep of each sentence the one decision about it, each adjudicator's last; and say what is none."""
    last = {(unit.index, name): unit for name, unit in sorted(units, key=lambda each: each[1].updated)}
    made, problems = list[Submitted](), list[Problem]()
    for (index, name), unit in sorted(last.items(), key=lambda each: each[0]):
        place = f"{address}:{index:04d}"
        if unit.status == "invalid":
            fact, repair = f"what {name} decided breaks a rule: {'; '.join(unit.faults)}", f"mend it there, {AGAIN}"
            problems.append(Problem(place, "adjudication-invalid", fact, repair))
        elif unit.status == "submitted" and not unit.comment:
            fact, repair = f"{name} decided it without saying why", f"say it in the task's comment there, {AGAIN}"
            problems.append(Problem(place, "adjudication-open", fact, repair))
        elif unit.status == "submitted":
            made.append(Submitted(index, name, unit.comment or "", unit.updated, unit.spans))
    kept = list[Submitted]()
    for index, group in groupby(made, attrgetter("index")):
        first, *others = sorted(group, key=attrgetter("at"))
        if other := next((each for each in others if each.spans != first.spans), None):
            fact, repair = (
                f"{first.who} and {other.who} decided differently",
                f"have one of them delete theirs, {AGAIN}",
            )
            problems.append(Problem(f"{address}:{index:04d}", "adjudication-differs", fact, repair))
        else:
            kept.append(first)
    return kept, problems


def _write(store: Store, case: Case, count: int) -> tuple[Outcome, list[Problem]]:
    """Write an article's decisions, and its gold if nothing is open; what is open is no problem here."""
    before = store.adjudication(case.article.id).read_bytes() if store.adjudication(case.article.id).exists() else b""
    outcome, problems = write_case(store, case)
    if outcome.done != "listed":
        return outcome, problems
    changed = store.adjudication(case.article.id).read_bytes() != before
    said = f"sentences adjudicated in Label Studio: {count}, open: {len(open_sentences(case.made))}"
    return Outcome(case.article.id, "decided" if changed else "unchanged", said), []
