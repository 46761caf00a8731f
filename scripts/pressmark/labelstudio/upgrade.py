"""Bring the data of an older Label Studio to the version that Pressmark runs: first on a copy, then for good."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..files import canonical_json
from ..model import Problem, Refused
from ..report import working
from ..store import Store
from .backup import back_up, copy_server, refuse_elsewhere, refuse_running, require_data, restore
from .client import open_client
from .failures import refused
from .pull import read_export
from .record import read_record
from .server import Place, Server, held, start, stop
from .versions import VERSION

_TASKS = "SELECT id, project_id, data FROM task WHERE project_id IS NOT NULL"
_ANNOTATIONS = (
    "SELECT a.id, a.task_id, a.completed_by_id, a.was_cancelled, a.result FROM task_completion a "
    "JOIN task t ON t.id = a.task_id WHERE t.project_id IS NOT NULL"
)
_ACCOUNTS = "SELECT id, email FROM htx_user"
_PROJECTS = "SELECT id, title, label_config FROM project"

Contents = Mapping[tuple[str, int], str]
"""Digest of each thing on a server, by its kind and number."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial: how many things of each kind there are, and what is not as it was."""

    wrote: str
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]


def try_upgrade(store: Store) -> Tried:
    """Run the version of today on a copy of the server's data, compare all of it, and throw the copy away.

    The server may run meanwhile. Raises Refused (exit code 2), among others ``studio-upgrade-failed``.
    """
    place = Place(store.studio)
    refuse_elsewhere()
    require_data(place)
    with tempfile.TemporaryDirectory(prefix=".upgrade-", dir=store.studio) as copied:
        folder = Path(copied)
        with held(place):
            copy_server(place, folder)
        record = read_record(place.record)
        wrote = (record and record.data_version) or "an unknown version"
        before = of_database(Place(folder).database)
        try:
            server = start(folder, 0, upgrading=True, home=store.studio)
        except Refused as refusal:
            raise _failed(store, refusal.problems[0].fact) from None
        try:
            problems = compare(store, server, before)
        finally:
            stop(folder)
    return Tried(wrote, dict(Counter(kind for kind, _ in before)), problems)


def upgrade(store: Store, backup: Path) -> Tried | None:
    """Upgrade the server's data if a trial on a copy finds nothing wrong; None where there is nothing to upgrade.

    A backup is made before; it is put back where the real one turns out otherwise. Raises Refused as
    :func:`try_upgrade` does, and ``studio-running``.
    """
    refuse_elsewhere()
    refuse_running(place := Place(store.studio))
    if (record := read_record(place.record)) and record.data_version == VERSION:
        return None
    tried = try_upgrade(store)
    if tried.problems:
        return tried
    back_up(store.studio, backup)
    before = of_database(place.database)
    try:
        problems = compare(store, start(store.studio, upgrading=True), before)
    except BaseException:
        _put_back(store, backup)
        raise
    if problems:
        _put_back(store, backup)
    else:
        stop(store.studio)
    return Tried(tried.wrote, tried.counts, problems)


def _put_back(store: Store, backup: Path) -> None:
    stop(store.studio)
    restore(store.studio, backup)


def compare(store: Store, server: Server, before: Contents) -> tuple[Problem, ...]:
    """Say what a server gives otherwise than its database had it, or not in the form that ``pull`` reads."""
    with working("comparing"):
        return tuple(_differences(store, server, before))


def _differences(store: Store, server: Server, before: Contents) -> list[Problem]:
    client = open_client(server.url, server.token)
    articles = {each: store.read_article(each) for each in store.article_ids()}
    after: dict[tuple[str, int], str] = {}
    problems: list[Problem] = []
    for project in client.projects():
        after["project", project.id] = _seal(project.title, project.label_config)
        exported = client.export(project.id)
        after |= _of_tasks(project.id, exported)
        read = read_export(server.url, exported, articles, dict.fromkeys(client.people(), "anybody"))
        problems += [each for each in read.problems if each.id == "studio-export-malformed"]
    after |= {("account", number): _seal(email) for number, email in client.people().items()}
    for kind, number in sorted(before.keys() | after.keys()):
        if before.get((kind, number)) != after.get((kind, number)):
            fact = "it is not as it was before the upgrade"
            problems.append(
                Problem(f"{kind} {number}", "studio-upgrade-differs", fact, "keep the version that you have")
            )
    return problems


def of_database(path: Path) -> Contents:
    """Digest what a database has. Raises Refused (``studio-upgrade-failed``) for one of another form."""
    found: dict[tuple[str, int], str] = {}
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            found |= {("project", n): _seal(title, page) for n, title, page in base.execute(_PROJECTS)}
            found |= {("account", n): _seal((email or "").lower()) for n, email in base.execute(_ACCOUNTS)}
            found |= {("task", n): _seal(project, json.loads(data)) for n, project, data in base.execute(_TASKS)}
            for number, task, who, skipped, result in base.execute(_ANNOTATIONS):
                found["annotation", number] = _seal(task, who, bool(skipped), json.loads(result or "[]"))
    except (sqlite3.Error, ValueError) as error:
        raise refused(str(path), "studio-data-broken", f"it cannot be read: {error}", "restore a backup") from None
    return found


def _of_tasks(project: int, exported: list[dict[str, Any]]) -> dict[tuple[str, int], str]:
    made = {("task", task["id"]): _seal(project, task["data"]) for task in exported}
    for task in exported:
        for each in task["annotations"]:
            by, skipped = each["completed_by"], bool(each["was_cancelled"])
            who = by["id"] if isinstance(by, dict) else by
            made["annotation", each["id"]] = _seal(task["id"], who, skipped, each["result"] or [])
    return made


def _seal(*values: Any) -> str:
    return hashlib.sha256(canonical_json(values)).hexdigest()


def _failed(store: Store, fact: str) -> Refused:
    fact = f"Label Studio {VERSION} does not run on a copy of the data: {fact}"
    return refused(str(store.studio), "studio-upgrade-failed", fact, "keep the version that you have")
