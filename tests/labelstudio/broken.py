"""What the tests of broken connections share: a corpus behind a proxy, and what both sides then have."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressmark import pipeline
from pressmark.labelstudio import client, patience, sending
from pressmark.labelstudio.server import Server
from pressmark.store import Store
from pressmark.template import create_corpus

from ..conftest import FERRY, Result
from .people import Person
from .proxy import Proxy
from .work import ANNOTATORS, Run, Work

IMPORT = r"POST /api/projects/\d+/import"
EXPORT = r"GET /api/projects/\d+/export"
LIST = r"GET /api/tasks/\?"
UPDATE = r"PATCH /api/tasks/\d+/"


@dataclass(frozen=True)
class Broken:
    """A corpus that pressmark reaches the server of through a proxy; its people reach it directly."""

    work: Work
    proxy: Proxy
    pressmark: Run

    def run(self, *arguments: str) -> Result:
        return self.pressmark("studio", *arguments, "--corpus", self.work.root, "--project", self.work.title)

    @property
    def keys(self) -> list[str]:
        article = self.work.article
        return [article.sentence_id(index) for index in range(len(article.sentences))]

    @property
    def project(self) -> int:
        return self.work.owner.project(self.work.title)

    def there(self) -> dict[str, list[dict[str, Any]]]:
        """Return the tasks on the server by their keys."""
        asked = {"project": self.project, "page_size": 1000, "fields": "all"}
        found = defaultdict(list)
        for task in self.work.owner.ask("GET", "/api/tasks", params=asked)["tasks"]:
            found[task["data"]["key"]].append(task)
        return found

    def task(self, index: int) -> dict[str, Any]:
        (task,) = self.there()[self.keys[index]]
        return task

    def assert_each_once(self, annotations: int = 0) -> None:
        """The server has every sentence once, and so many annotations."""
        there = self.there()
        assert {key: len(tasks) for key, tasks in there.items()} == dict.fromkeys(self.keys, 1)
        assert sum(len(task["annotations"]) for tasks in there.values() for task in tasks) == annotations

    def units(self, name: str = "reader-1") -> dict[int, dict[str, Any]]:
        """Return what the corpus has of an annotator, by the index of the sentence."""
        path = self.work.store.annotation(name, "ferry")
        value = json.loads(path.read_text("utf-8")) if path.exists() else {"units": []}
        assert len({unit["index"] for unit in value["units"]}) == len(value["units"])
        return {unit["index"]: unit for unit in value["units"]}


def make_corpus(folder: Path) -> Path:
    """Make a corpus of one article that is ready to be pushed."""
    create_corpus(folder, "Harbour News")
    (folder / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    config = folder / "corpus" / "corpus.toml"
    config.write_text(config.read_text("utf-8") + ANNOTATORS, encoding="utf-8")
    store = Store(folder)
    for _ in pipeline.bring_up_to_date(store):
        pass
    return folder


def open_work(corpus: Path, folder: Path, server: Server, title: str) -> Work:
    """Copy a corpus, to be annotated in a project of its own."""
    shutil.copytree(corpus, folder)
    return Work(folder, title, server.url, Person(server.url, server.email, server.password))


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pressmark send small batches, and wait less for a server."""
    monkeypatch.setattr(sending, "BATCH", 2)
    monkeypatch.setattr(client, "PAGE", 4)
    monkeypatch.setattr(patience, "PAUSE", 0.01)
    monkeypatch.setattr(sending, "SETTLE", 1.2)


@contextmanager
def invited(pressmark: Run, work: Work, names: list[str]) -> Iterator[list[Person]]:
    """Invite people; their accounts end with the test, since the next one invites the same names."""
    made = [pressmark("studio", "invite", name, "--corpus", work.root, "--json") for name in names]
    assert [each.code for each in made] == [0] * len(names), made
    yield [Person(work.url, each.json["email"], each.json["password"]) for each in made]
    for user in work.owner.ask("GET", "/api/users"):
        if user["email"].partition("@")[0] in names:
            work.owner.ask("DELETE", f"/api/users/{user['id']}")
