"""Bring what annotators decided from Label Studio into the corpus; nothing that is there is ever lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..corpus import Annotator
from ..model import Annotation, Article, Problem, Unit
from .faults import faults
from .push import text_problem
from .results import read_result
from .tasks import windows

Pulled = dict[tuple[str, str], list[Unit]]
"""Units by annotator and article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an export holds: units by annotator and article, and what in it is not data of this corpus."""

    units: Pulled
    problems: tuple[Problem, ...]


def read_export(
    url: str, exported: Iterable[Mapping[str, Any]], articles: Mapping[str, Article], people: Mapping[int, str | None]
) -> Reading:
    """Read every annotation of an export. ``people`` maps accounts to pseudonyms, None for those that have none."""
    units: Pulled = defaultdict(list)
    problems: list[Problem] = []
    for task in exported:
        if problem := text_problem(url, task, articles):
            problems.append(problem)
            continue
        for annotation in task["annotations"]:
            name = people.get(_account(annotation))
            if name is None:
                problems.append(_unknown(url, task, annotation))
                continue
            article = articles[task["data"]["article_id"]]
            units[name, article.id].append(to_unit(article, task["data"], annotation))
    return Reading(dict(units), tuple(dict.fromkeys(problems)))


def _account(annotation: Mapping[str, Any]) -> int:
    by = annotation["completed_by"]
    return int(by["id"] if isinstance(by, dict) else by)


def _unknown(url: str, task: Mapping[str, Any], annotation: Mapping[str, Any]) -> Problem:
    fact = f"account {_account(annotation)} annotated task {task['id']}, and has no pseudonym"
    repair = "say whose it is: pressmark studio pull --as EMAIL=NAME, with NAME in corpus.toml's [annotators]"
    return Problem(url, "unknown-annotator", fact, repair)


def to_unit(article: Article, task: Mapping[str, Any], annotation: Mapping[str, Any]) -> Unit:
    """Turn one annotation into a unit; one that breaks a rule is ``invalid``, and is kept as it was submitted."""
    made = {
        "index": task["index"],
        "updated": annotation["updated_at"],
        "guideline_version": task["guideline_version"],
        "label_config": task["label_config"],
        "seconds": annotation.get("lead_time"),
    }
    read = read_result(article.text, windows(task), annotation["result"])
    if annotation.get("was_cancelled"):
        return Unit(status="skipped", comment=read.comment, **made)
    found = [*read.faults, *faults(article, task["index"], read.labels, read.spans)]
    made |= {"labels": read.labels, "spans": read.spans, "comment": read.comment}
    if not found:
        return Unit(status="submitted", **made)
    submitted = json.dumps(annotation["result"], ensure_ascii=False, sort_keys=True)
    return Unit(status="invalid", faults=tuple(found), submitted=submitted, **made)


def merge(article: Article, name: str, who: Annotator, there: Annotation | None, pulled: Iterable[Unit]) -> Annotation:
    """Join what was pulled before with what is pulled now: the latest decision about a sentence holds.

    What the server no longer has, or has in an older state, stays; what a later decision replaces goes to ``earlier``.
    """
    known = (*there.earlier, *there.units) if there else ()
    all_ = {(unit.index, unit.updated): unit for unit in (*pulled, *known)}  # what is known stays as it is
    latest: dict[int, Unit] = {}
    earlier: list[Unit] = []
    for unit in sorted(all_.values(), key=lambda each: (each.updated, each.index)):
        if unit.index in latest:
            earlier.append(latest[unit.index])
        latest[unit.index] = unit
    units = tuple(latest[index] for index in sorted(latest))
    earlier.sort(key=lambda each: (each.updated, each.index))
    assert article.segmenter is not None
    return Annotation(article.id, article.text_sha256, article.segmenter, name, who.type, units, tuple(earlier))
