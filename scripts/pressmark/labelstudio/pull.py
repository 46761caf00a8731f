"""Bring what annotators decided from Label Studio into the corpus; nothing that is there is ever lost."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..agreement.decisions import ordered
from ..corpus import Annotator
from ..files import to_plain
from ..model import Annotation, Article, Problem, Unit
from ..schemas import is_valid
from .faults import faults
from .projects import Move
from .reading import read_result
from .tasks import differs, windows

Pulled = dict[tuple[str, str], list[Unit]]
"""Units by annotator and article."""
Known = Callable[[str, str], Annotation | None]
"""Says what was pulled before of an annotator and article."""


def unknown(_name: str, _article: str) -> None:
    """Know of nothing that was pulled before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an export holds: units by annotator and article, and what in it is not data of this corpus."""

    units: Pulled
    problems: tuple[Problem, ...]


def dated(exported: Iterable[Mapping[str, Any]], moves: Sequence[Move]) -> Iterator[Mapping[str, Any]]:
    """Date what was decided in a task after its project got other guidelines or another page: by these.

    A task that somebody had worked on before keeps its own date, and what others decide in it later has a later one.
    Each task is given once with what its own date holds for, and once more for each later date.
    """
    for task in exported:
        by_move: dict[Move | None, list[Any]] = defaultdict(list)
        for each in _annotations(task):
            by_move[_last_move(task, each, moves)].append(each)
        yield {**task, "annotations": by_move.pop(None, [])}
        for move, made in by_move.items():
            if move:
                data = {**task["data"], "guideline_version": move.guidelines, "label_config": move.label_config}
                yield {**task, "data": data, "annotations": made, "drafts": []}


def _last_move(task: Mapping[str, Any], annotation: Any, moves: Sequence[Move]) -> Move | None:
    """Return the last move before an annotation, where the task itself is of an older version; else None."""
    try:
        when, own = datetime.fromisoformat(annotation["updated_at"]), ordered(task["data"]["guideline_version"])
        before = [each for each in moves if datetime.fromisoformat(each.at) < when]
        return before[-1] if before and own <= ordered(before[-1].guidelines) else None
    except (KeyError, TypeError, ValueError, AttributeError):  # is told of as it is read
        return None


def read_export(
    url: str,
    exported: Iterable[Mapping[str, Any]],
    articles: Mapping[str, Article],
    people: Mapping[int, str | None],
    known: Known = unknown,
) -> Reading:
    """Read every annotation of an export.

    ``people`` maps accounts to pseudonyms, None for those that have none; ``known`` says what was pulled before of an
    annotator and article. What somebody else changed is no decision of its annotator: it is told of, not read, unless
    it says what was pulled before.
    """
    units: Pulled = defaultdict(list)
    problems: list[Problem] = []
    for task in exported:
        if problem := text_problem(url, task, articles):
            problems.append(problem)
            continue
        article = articles[task["data"]["article_id"]]
        for annotation in _annotations(task):
            try:
                if (account := _account(annotation)) is None:
                    problems.append(_gone(url, task))
                    continue
                if (name := people.get(account)) is None:
                    problems.append(_unknown(url, task, account))
                    continue
                unit = to_unit(article, task["data"], annotation)
                by = annotation.get("updated_by")
                if by in (None, account) or people.get(by) == name:
                    units[name, article.id].append(unit)
                elif before := _decided(unit, known(name, article.id)):
                    units[name, article.id].append(before)
                else:
                    problems.append(_edited(url, task, name))
            except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
                problems.append(_malformed(url, task, error))
    problems += [each for key, found in units.items() for each in _set_back(url, key, found, known(*key))]
    return Reading(dict(units), tuple(dict.fromkeys(problems)))


def _decided(unit: Unit, there: Annotation | None) -> Unit | None:
    """Find the decision of the annotator that says just this about the sentence, as it was pulled before."""
    own = (*there.units, *there.earlier) if there else ()
    return next((each for each in own if replace(unit, updated=each.updated, seconds=each.seconds) == each), None)


def _set_back(url: str, key: tuple[str, str], found: Iterable[Unit], there: Annotation | None) -> Iterator[Problem]:
    """Find sentences whose decision on the server is new and yet older than what was pulled before."""
    newest: dict[int, Unit] = {}
    for unit in sorted(found, key=_when):
        newest[unit.index] = unit
    before = {unit.index: unit for unit in there.units} if there else {}
    seen = {(unit.index, unit.updated) for unit in (*there.units, *there.earlier)} if there else set()
    for index, unit in sorted(newest.items()):
        if index in before and (index, unit.updated) not in seen and _when(unit) < _when(before[index]):
            name, article = key
            fact = f"{name}'s decision on sentence {index} of {article} is of {unit.updated}, before the one pulled, "
            fact += f"{before[index].updated}, which holds; was the clock put back, a backup restored, or another "
            fact += "project not pulled before?"
            yield Problem(url, "studio-older-decision", fact, f"if the other one is right, have {name} submit it again")


def text_problem(url: str, task: Any, articles: Mapping[str, Article]) -> Problem | None:
    """Say how a task on the server is not one of the corpus's; None when it is, to the letter."""
    number, data = task.get("id"), task.get("data")
    place = f"{url}:task {number}"
    repair = "delete it in Label Studio, or move it into a project of its own"
    if not is_valid(data, "task"):
        return Problem(
            place, "studio-task-foreign", "pressmark did not make this task, or its data was changed", repair
        )
    if (article := articles.get(data["article_id"])) is None:
        fact = f"there is no article {data['article_id']!r} in the corpus"
        return Problem(place, "studio-task-foreign", fact, repair)
    if how := differs(data, article):
        return Problem(place, "studio-text-differs", how, repair)
    return None


def _annotations(task: Mapping[str, Any]) -> Iterable[Any]:
    """Return a task's annotations; None in the place of what is no list of them, so that it is told of."""
    found = task.get("annotations")
    return found if isinstance(found, list) else [None] if found else []


def _account(annotation: Mapping[str, Any]) -> int | None:
    """Return the account that made an annotation; None where it was deleted since."""
    by = annotation["completed_by"]
    return None if by is None else int(by["id"] if isinstance(by, dict) else by)


def _gone(url: str, task: Mapping[str, Any]) -> Problem:
    fact = "the account that made an annotation of it was deleted; what was pulled of it before holds"
    repair = "delete that annotation in Label Studio, or have somebody submit it as theirs"
    return Problem(f"{url}:task {task['id']}", "studio-annotator-gone", fact, repair)


def _unknown(url: str, task: Mapping[str, Any], account: int) -> Problem:
    fact = f"account {account} annotated task {task['id']}, and has no pseudonym"
    repair = "say whose it is: pressmark studio pull --as EMAIL=NAME, with NAME in corpus.toml's [annotators]"
    return Problem(url, "unknown-annotator", fact, repair)


def _edited(url: str, task: Mapping[str, Any], name: str) -> Problem:
    fact = f"another account changed {name}'s annotation; what {name} decided before, as far as pulled, holds"
    repair = f"have {name} open it and submit it again; what is wrong in it is for adjudication"
    return Problem(f"{url}:task {task['id']}", "studio-edited-by-another", fact, repair)


def _malformed(url: str, task: Mapping[str, Any], error: Exception) -> Problem:
    fact = f"an annotation of it is not as Label Studio exports it: {type(error).__name__} {ascii(error)[:80]}"
    repair = "look at the task in Label Studio, and submit it again there"
    return Problem(f"{url}:task {task.get('id')}", "studio-export-malformed", fact, repair)


def to_unit(article: Article, task: Mapping[str, Any], annotation: Mapping[str, Any]) -> Unit:
    """Turn one annotation into a unit; one that breaks a rule is ``invalid``, and is kept as it was submitted.

    Raises KeyError or ValueError for an annotation without result, or without a time of its last change.
    """
    bare = Unit(
        index=task["index"],
        status="skipped",
        updated=_time(annotation["updated_at"]),
        guideline_version=task["guideline_version"],
        label_config=task["label_config"],
        seconds=_seconds(annotation.get("lead_time")),
    )
    result = annotation["result"]
    read = read_result(article.text, windows(task), result)
    if annotation.get("was_cancelled"):
        return replace(bare, comment=read.comment, submitted=_as_submitted(result) if result else None)
    sound = tuple(span for span in read.spans if is_valid(to_plain(span), "span"))
    found = list(read.faults)
    found += [f"{span.text[:40]!a} has a value that cannot be" for span in read.spans if span not in sound]
    found += faults(article, task["index"], read.labels, sound)
    made = replace(bare, status="submitted", labels=read.labels, spans=sound, comment=read.comment)
    return replace(made, status="invalid", faults=tuple(found), submitted=_as_submitted(result)) if found else made


def _as_submitted(result: Any) -> str:
    return json.dumps(result, sort_keys=True)


def _time(value: Any) -> str:
    """Check a time that the server gave: ISO 8601 in UTC."""
    if not isinstance(value, str) or not value.endswith("Z"):
        raise ValueError(f"updated_at is {value!r}")
    datetime.fromisoformat(value)
    return value


def _seconds(value: Any) -> float | None:
    """Return the time spent, where the server says one that can be."""
    known = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf
    return float(value) if known else None


def merge(article: Article, name: str, who: Annotator, there: Annotation | None, pulled: Iterable[Unit]) -> Annotation:
    """Join what was pulled before with what is pulled now: the latest decision about a sentence holds.

    What the server no longer has, or has in an older state, stays; what a later decision replaces goes to ``earlier``.
    """
    known = (*there.earlier, *there.units) if there else ()
    there_already = {(unit.index, unit.updated) for unit in known}
    new = dict.fromkeys(unit for unit in pulled if (unit.index, unit.updated) not in there_already)
    latest: dict[int, Unit] = {}
    earlier: list[Unit] = []
    for unit in sorted((*known, *new), key=_when):
        if unit.index in latest:
            earlier.append(latest[unit.index])
        latest[unit.index] = unit
    units = tuple(latest[index] for index in sorted(latest))
    earlier.sort(key=_when)
    assert article.segmenter is not None
    return Annotation(article.id, article.text_sha256, article.segmenter, name, who.type, units, tuple(earlier))


def _when(unit: Unit) -> tuple[datetime, int, str]:
    return datetime.fromisoformat(unit.updated), unit.index, repr(unit)
