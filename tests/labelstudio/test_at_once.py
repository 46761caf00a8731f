"""Several runs at once, on one machine and on two, and runs and servers that are killed: nothing lost or doubled."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from pressmark.labelstudio import patience, process, server, sync
from pressmark.labelstudio.record import Account, Record, write_record
from pressmark.labelstudio.server import Server

from .broken import EXPORT, IMPORT, Broken, hurry, invited, open_work
from .people import Person
from .proxy import Exchange, meanwhile, proxy
from .work import Run

KILLED_AT_A_WRITE = """
import os, pathlib, signal, sys
from pressmark import cli

replace, left = pathlib.Path.replace, [int(sys.argv.pop(1))]

def replaced(self, target):
    left[0] -= "annotations" in str(target)
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, target)

pathlib.Path.replace = replaced
cli.main()
"""


def another(broken: Broken, *arguments: str, corpus: Path | None = None, code: str = "") -> subprocess.Popen[str]:
    """Begin another pressmark, a process of its own that reaches the server directly."""
    program = ["-c", code] if code else ["-m", "pressmark"]
    place = ["--corpus", str(corpus or broken.work.root), "--project", broken.work.title]
    first, rest = (arguments[:1], arguments[1:]) if code else ((), arguments)
    environment = {**os.environ, "LABEL_STUDIO_URL": broken.work.url}
    command = [sys.executable, *program, *first, "studio", *rest, *place]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def other_machine(broken: Broken) -> Path:
    """Copy the corpus, as a clone of it on another machine is: with a lock of its own."""
    return Path(shutil.copytree(broken.work.root, broken.work.root.with_name("other")))


def test_two_runs_on_one_corpus_take_turns(broken: Broken, reader: Person) -> None:
    codes: dict[str, tuple[int, str]] = {}

    def run(*arguments: str) -> None:
        second = another(broken, *arguments)
        codes[arguments[0]] = (second.wait(60), second.communicate()[1])

    broken.proxy.breaks(IMPORT, meanwhile(before=lambda: run("push")))
    assert broken.run("push").code == 0
    broken.assert_each_once()
    reader.annotate(broken.task(0), broken.work.article.text)
    broken.proxy.breaks(EXPORT, meanwhile(before=lambda: run("pull")))
    assert broken.run("pull").code == 0
    assert {name: code for name, (code, _) in codes.items()} == {"push": 2, "pull": 2}
    assert all("[corpus-busy]" in told for _, told in codes.values())
    assert sorted(broken.units()) == [0]


def test_two_machines_that_push_at_once_leave_each_sentence_once(broken: Broken, reader: Person) -> None:
    text, clone = broken.work.article.text, other_machine(broken)

    def other_pushes() -> None:
        assert another(broken, "push", corpus=clone).wait(60) == 0

    def people_begin() -> None:
        first, second = broken.there()[broken.keys[2]], broken.there()[broken.keys[3]]
        assert len(first) == len(second) == 2
        reader.annotate(max(first, key=lambda task: task["id"]), text)  # the one that would go by its number
        reader.ask(
            "POST", f"/api/tasks/{max(task['id'] for task in second)}/drafts", json={"result": [], "lead_time": 1}
        )

    broken.proxy.breaks(IMPORT, meanwhile(before=other_pushes, after=people_begin), skip=1)
    clean = broken.run("push")
    assert clean.code == 0 and "removed as second ones: 2" in clean.out, clean.err
    broken.assert_each_once(annotations=1)
    assert broken.run("pull").code == 0 and sorted(broken.units()) == [2]


def test_second_tasks_that_people_worked_on_are_left_to_people(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    task, text = broken.task(2), broken.work.article.text
    broken.work.owner.ask("POST", f"/api/projects/{broken.project}/import", json=[{"data": task["data"]}])
    both = broken.there()[broken.keys[2]]
    for each in both:
        reader.annotate(each, text)
    doubled = broken.run("push")
    assert doubled.code == 1 and "[studio-task-doubled]" in doubled.err
    assert all(str(each["id"]) in doubled.err for each in both) and len(broken.there()[broken.keys[2]]) == 2
    assert broken.run("pull").code == 0 and sorted(broken.units()) == [2]
    latest = broken.units()[2]
    broken.work.owner.ask("DELETE", f"/api/tasks/{both[1]['id']}/")
    assert broken.run("push").code == 0 and broken.run("pull").code == 0 and broken.units()[2] == latest
    broken.assert_each_once(annotations=1)


def test_processes_that_push_at_the_same_time(broken: Broken) -> None:
    clone = other_machine(broken)
    broken.work.owner.ask("POST", "/api/projects/", json=made_project(broken))
    both = [another(broken, "push", corpus=each) for each in (broken.work.root, clone)]
    assert [each.wait(120) for each in both] == [0, 0], [each.communicate()[1] for each in both]
    broken.assert_each_once()
    assert "unchanged: 6" in broken.run("push").out


def made_project(broken: Broken) -> dict[str, object]:
    """Say what pressmark asks of a new project."""
    asked = sync.wanted(broken.work.store, broken.work.title)
    return {"title": asked.title, **asked.settings}


def test_a_pull_that_is_killed_while_it_writes(broken: Broken, people_of_both: list[Person]) -> None:
    assert broken.run("push").code == 0
    for person in people_of_both:
        for index in range(3):
            person.annotate(broken.task(index), broken.work.article.text)
    killed = another(broken, "1", "pull", code=KILLED_AT_A_WRITE)
    assert killed.wait(60) == -signal.SIGKILL
    names = ("reader-1", "reader-2")
    assert [len(broken.units(name)) for name in names] == [3, 0]  # the first file is whole, the second not there
    pulled = broken.run("pull")
    assert pulled.code == 0, pulled.err
    assert [sorted(broken.units(name)) for name in names] == [[0, 1, 2], [0, 1, 2]]
    assert broken.pressmark("validate", "--corpus", broken.work.root).code == 0
    broken.assert_each_once(annotations=6)


@pytest.fixture
def people_of_both(broken: Broken) -> Iterator[list[Person]]:
    with invited(broken.pressmark, broken.work, ["reader-1", "reader-2"]) as people:
        yield people


@pytest.fixture(scope="module")
def mortal(studio: Server, studio_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a server that tests may kill; its database is a copy, since a new one takes half a minute."""
    folder, database = tmp_path_factory.mktemp("mortal"), Path("data") / "label_studio.sqlite3"
    (folder / "data").mkdir()
    with (
        closing(sqlite3.connect(studio_folder / database)) as here,
        closing(sqlite3.connect(folder / database)) as there,
    ):
        here.backup(there)
    account = Account(studio.email, studio.password, studio.token)
    write_record(folder / "server.json", Record(account, 0))
    server.start(folder, 0)
    yield folder
    server.stop(folder)


def killing(victim: Server, after: float) -> Callable[[Exchange], None]:
    """Kill the server so many seconds after it was sent the request."""

    def fault(exchange: Exchange) -> None:
        threading.Thread(target=lambda: passed_on(exchange), daemon=True).start()
        time.sleep(after)
        os.killpg(victim.pid, signal.SIGKILL)
        while process.birth(victim.pid):
            time.sleep(0.01)
        exchange.drop()

    return fault


def passed_on(exchange: Exchange) -> None:
    with suppress(OSError):
        exchange.forward()


@pytest.mark.parametrize("after", [0.0, 0.3])
def test_a_server_that_is_killed_while_it_takes_an_import(
    mortal: Path, corpus_made: Path, tmp_path: Path, pressmark: Run, monkeypatch: pytest.MonkeyPatch, after: float
) -> None:
    hurry(monkeypatch)
    running = server.start(mortal)
    work = open_work(corpus_made, tmp_path / "harbour", running, f"Harbour {after}")
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", running.token)
    with proxy(running.url) as between:
        monkeypatch.setenv("LABEL_STUDIO_URL", between.url)
        broken = Broken(work, between, pressmark)
        between.breaks(IMPORT, killing(running, after), skip=1)
        pushed = broken.run("push")
        assert pushed.code == 2 and "[studio-unreachable]" in pushed.err, pushed.err
        assert "of 6 sentences were sent" in pushed.err and "Traceback" not in pushed.err
        assert server.start(mortal).url == running.url
        assert broken.run("push").code == 0
        broken.assert_each_once()
        assert "sent: 0," in broken.run("push").out


def test_a_server_that_comes_back_in_time(
    mortal: Path, corpus_made: Path, tmp_path: Path, pressmark: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    running = server.start(mortal)
    work = open_work(corpus_made, tmp_path / "harbour", running, "Harbour in time")
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", running.token)
    monkeypatch.setattr(patience, "pause", lambda *_: server.start(mortal))
    with proxy(running.url) as between:
        monkeypatch.setenv("LABEL_STUDIO_URL", between.url)
        broken = Broken(work, between, pressmark)
        between.breaks(IMPORT, killing(running, 0.1), skip=1)
        assert broken.run("push").code == 0
        broken.assert_each_once()
