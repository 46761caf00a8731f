"""Suggestions served to Label Studio: by the real backend, to the real server, and to whoever asks wrongly."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from pressmark.labelstudio import backend_http
from pressmark.labelstudio.backend import MOST_TASKS, Backend
from pressmark.labelstudio.projects import digest
from pressmark.labelstudio.showing import model_version, prediction
from pressmark.labelstudio.tasks import to_task
from pressmark.store import Store

from ..conftest import snapshot
from .people import Person
from .work import Run, Work, studio_command

FAILING = """
class Failing:
    name, version, labels = "failing", "1", ("location",)

    def suggest(self, article):
        raise RuntimeError("no model here")
"""


@dataclass(frozen=True)
class Served:
    """A backend that runs, and what it said."""

    url: str
    version: str

    def ask(self, path: str, value: Any = None, **more: Any) -> httpx.Response:
        more |= {} if value is None else {"json": value}
        return httpx.request("GET" if not more else "POST", self.url + path, timeout=30, trust_env=False, **more)


@contextmanager
def running(root: Path, *arguments: str, stop: int = signal.SIGTERM, **environment: str) -> Iterator[Served]:
    """Run the command until the block ends; it ends cleanly, says no traceback, and has written nothing."""
    before = snapshot(root)
    command = [sys.executable, "-m", "pressmark", "studio", "backend", "--port", "0", "--json", "--corpus", str(root)]
    process = subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "COLUMNS": "200", **environment},
    )
    assert process.stdout and process.stderr
    try:
        said = process.stdout.readline()
        while not said.endswith("\n}\n") and (line := process.stdout.readline()):
            said += line
        value = json.loads(said)
        assert "url" in value, said
        yield Served(value["url"], value["model_version"])
    finally:
        process.send_signal(stop)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Traceback" not in out + err
    assert snapshot(root) == before


def asked(store: Store, **changes: Any) -> dict[str, Any]:
    """Make the request that Label Studio makes for all sentences; ``changes`` are to each task's data."""
    article, page = store.read_article("ferry"), store.read_text(store.label_config)
    tasks = [to_task(article, index, "1.0", digest(page)) | changes for index in range(len(article.sentences))]
    shown = [{"id": index, "data": data, "project": 1, "predictions": []} for index, data in enumerate(tasks, 7)]
    return {"tasks": shown, "project": "1.1700000000", "label_config": page, "params": {"login": None, "context": None}}


@pytest.fixture
def ready(pressmark: Run, ferry: Path) -> Store:
    """A corpus with suggestions, without a server."""
    assert pressmark("dataset", "--corpus", ferry).code == 0
    return Store(ferry)


def bare(each: dict[str, Any]) -> dict[str, Any]:
    return {name: each[name] for name in ("model_version", "score", "result")}


def sent(work: Work, number: int) -> dict[int, list[dict[str, Any]]]:
    """Return a project's predictions by the index of the sentence."""
    return {index: [bare(each) for each in t["predictions"]] for index, t in work.owner.tasks(number).items()}


def test_a_task_gets_what_push_sends_when_it_is_opened(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    first, _ = people
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    pushed = sent(work, number)
    assert all(len(each) == 1 for each in pushed.values()) and any(each[0]["result"] for each in pushed.values())
    work.owner.ask("POST", f"/api/dm/actions?id=delete_tasks_predictions&project={number}", json=SELECT_ALL)
    assert not any(sent(work, number).values())

    with running(work.root, "--connect", "--project", work.title) as served:
        assert served.version == pushed[0][0]["model_version"]
        for _ in range(2):  # again: nothing is doubled
            following = first.ask("GET", f"/api/projects/{number}/next")  # what the page asks for
            assert [bare(each) for each in following["predictions"]] == pushed[following["data"]["index"]]
        for index, task in work.owner.tasks(number).items():
            opened = first.ask("GET", f"/api/tasks/{task['id']}?project={number}")
            assert [bare(each) for each in opened["predictions"]] == pushed[index]
    assert sent(work, number) == pushed
    assert work.owner.ask("GET", f"/api/ml?project={number}") == []
    following = first.ask("GET", f"/api/projects/{number}/next")  # it still shows what it was given
    assert [bare(each) for each in following["predictions"]] == pushed[following["data"]["index"]]


SELECT_ALL = {"selectedItems": {"all": True, "excluded": []}}


def test_a_project_shows_what_it_has_when_the_backend_has_gone(pressmark: Run, work: Work, tmp_path: Path) -> None:
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    pushed = sent(work, number)
    (tmp_path / "own_failing.py").write_text(FAILING, encoding="utf-8")
    chosen = ("--suggester", "own_failing:Failing", "--connect", "--project", work.title)
    with running(work.root, *chosen, PYTHONPATH=str(tmp_path)) as served:
        assert "failing 1" in served.version == work.owner.ask("GET", f"/api/projects/{number}")["model_version"]
        assert work.owner.ask("GET", f"/api/projects/{number}/next")["predictions"] == []
    following = work.owner.ask("GET", f"/api/projects/{number}/next")
    assert [bare(each) for each in following["predictions"]] == pushed[following["data"]["index"]]


def test_a_connection_is_made_once_and_with_the_password(pressmark: Run, work: Work) -> None:
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    secret = {"PRESSMARK_BACKEND_PASSWORD": "harbour-7"}
    with running(work.root, "--connect", stop=signal.SIGINT, **secret) as first:
        assert first.ask("/health").status_code == first.ask("/predict", asked(work.store)).status_code == 401
        assert httpx.get(f"{first.url}/health", auth=("pressmark", "harbour-7"), trust_env=False).status_code == 200
        with running(work.root, "--connect", "--project", work.title, **secret) as second:  # the later one holds
            (there,) = work.owner.ask("GET", f"/api/ml?project={number}")
            assert (there["url"], there["state"]) == (second.url, "CO")
            assert there["title"] == second.version == work.owner.ask("GET", f"/api/projects/{number}")["model_version"]
    assert work.owner.ask("GET", f"/api/ml?project={number}") == []


def stop() -> None:
    raise KeyboardInterrupt


def test_what_cannot_be_connected_is_refused(pressmark: Run, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "pause", stop)  # were it served after all
    connect = ("backend", "--port", "0", "--connect")
    assert "[studio-no-project]" in studio_command(pressmark, work, *connect).err
    studio_command(pressmark, work, "push", "--no-suggestions")
    blind = studio_command(pressmark, work, *connect)
    assert blind.code == 2 and "[studio-blind]" in blind.err
    other = work.title[:40] + " shown"
    pressmark("studio", "push", "--corpus", work.root, "--project", other)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        nowhere = f"http://127.0.0.1:{mute.getsockname()[1]}"
        refused = pressmark("studio", *connect, "--url", nowhere, "--corpus", work.root, "--project", other)
    assert refused.code == 2 and "[backend-refused]" in refused.err and nowhere in refused.err
    assert work.owner.ask("GET", f"/api/ml?project={work.owner.project(other)}") == []


def test_it_answers_as_a_backend_is_asked(ready: Store) -> None:
    article, made = ready.read_article("ferry"), ready.read_suggestions("ferry")
    request = asked(ready)
    version = model_version(made.suggesters.items())
    wanted = [prediction(task["data"], article, made, version) for task in request["tasks"]]
    with running(ready.root) as served:
        assert served.url.startswith("http://127.0.0.1:")
        assert served.ask("/").json() == served.ask("/health").json() != {}
        assert served.ask("/health").json()["status"] == "UP"
        setup = {"project": "1.17", "schema": request["label_config"], "hostname": "", "access_token": "secret"}
        assert served.ask("/setup", setup).json() == {"model_version": served.version}
        answer = served.ask("/predict", request)
        assert (answer.status_code, answer.json()["results"]) == (200, wanted)
        for ignored in ("/webhook", "/train"):
            assert served.ask(ignored, {"action": "ANNOTATION_CREATED"}).status_code == 200
        assert served.ask("/predict").status_code == 405 and served.ask("/elsewhere").status_code == 404


def test_suggestions_are_made_anew_where_the_corpus_has_none_that_are_current(pressmark: Run, ready: Store) -> None:
    wanted = [bare(each) for each in ask_for(ready)]
    path = ready.suggestions("ferry")
    old = json.loads(path.read_text("utf-8"))
    old["suggesters"] |= {"claim": "rules-claim 0"}
    path.write_text(json.dumps(old | {"labels": [[] for _ in old["labels"]], "spans": []}), encoding="utf-8")
    assert ask_for(ready) == wanted  # of an older version
    path.unlink()
    assert ask_for(ready) == wanted  # none


def ask_for(store: Store) -> list[dict[str, Any]]:
    with running(store.root) as served:
        results: list[dict[str, Any]] = served.ask("/predict", asked(store)).json()["results"]
        return results


def test_what_it_is_asked_wrongly_is_a_problem_and_no_more(ready: Store) -> None:
    good = asked(ready)
    nested = "[" * 900 + "]" * 900
    text = json.dumps(good)
    wrong = {
        "not json": b"\xff{",
        "not an object": b"[]",
        "NaN": text.replace('"score"', "").replace('"id": 7', '"id": NaN').encode(),
        "half a character": text.replace("coastguard", "\\ud800").encode(),
        "deep": text.replace('"context": null', f'"context": {"[" * 100000}').encode(),
        "deep data": text.replace('"index": 0', f'"index": {nested}').encode(),
        "no tasks": json.dumps(good | {"tasks": None}).encode(),
        "tasks of nothing": json.dumps(good | {"tasks": [None, 3, {}]}).encode(),
        "too many": json.dumps(good | {"tasks": good["tasks"][:1] * (MOST_TASKS + 1)}).encode(),
        "another page": json.dumps(good | {"label_config": "<View/>"}).encode(),
        "no page": json.dumps(good | {"label_config": None}).encode(),
        "another text": json.dumps(asked(ready, text="Another ferry sank.")).encode(),
        "another context": json.dumps(asked(ready, after="And so on.")).encode(),
        "another place": json.dumps(asked(ready, starts={"before": 0, "text": 10**30, "after": 0})).encode(),
        "another segmentation": json.dumps(asked(ready, segmenter="other 1")).encode(),
        "a path": json.dumps(asked(ready, article_id="../articles/ferry")).encode(),
        "more than it has": json.dumps(asked(ready, secret="value")).encode(),
    }
    with running(ready.root) as served:
        for name, body in wrong.items():
            answer = served.ask("/predict", content=body)
            assert answer.status_code == 400, (name, answer.text)
            problems = answer.json()["problems"]
            assert problems and all(each["fact"] and each["repair"] for each in problems), name
            assert str(ready.root) not in answer.text
        assert served.ask("/setup", {"schema": "<View/>"}).status_code == 400
        assert served.ask("/predict", content=b" " * (backend_http.MOST_BYTES + 1)).status_code == 413
        assert served.ask("/predict", good).status_code == 200


def test_slow_clients_hold_up_nobody_and_are_let_go(ready: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend_http, "PATIENCE", 1)
    with backend_http.served(Backend(ready, "1"), "127.0.0.1", 0, None) as url:
        address = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
        slow = [socket.create_connection(address, timeout=60) for _ in range(30)]
        for each in slow:
            each.sendall(b"POST /predict HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert httpx.get(f"{url}/health", trust_env=False).status_code == 200
        assert [each.recv(1) for each in slow] == [b""] * len(slow)
        for each in slow:
            each.close()


def test_a_suggester_that_fails_is_told_without_a_traceback(ready: Store, tmp_path: Path) -> None:
    (tmp_path / "own_failing.py").write_text(FAILING, encoding="utf-8")
    with running(ready.root, "--suggester", "own_failing:Failing", PYTHONPATH=str(tmp_path)) as served:
        answer = served.ask("/predict", asked(ready))
        assert answer.status_code == 500 and "Traceback" not in answer.text
        assert "no model here" in answer.json()["problems"][0]["fact"]
        assert served.ask("/health").status_code == 200


def test_it_says_who_is_answered_beyond_this_machine_and_which_port_is_taken(
    pressmark: Run, ready: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal, "pause", stop)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        taken = pressmark("studio", "backend", "--port", mute.getsockname()[1], "--corpus", ready.root)
    assert taken.code == 2 and "[port-taken]" in taken.err
    said = pressmark("studio", "backend", "--host", "0.0.0.0", "--port", 0, "--corpus", ready.root)
    assert said.code == 0 and "everybody who reaches 0.0.0.0 is answered" in said.err
    monkeypatch.setenv("PRESSMARK_BACKEND_PASSWORD", "harbour-7")
    said = pressmark("studio", "backend", "--host", "0.0.0.0", "--port", 0, "--corpus", ready.root)
    local = pressmark("studio", "backend", "--host", "localhost", "--port", 0, "--corpus", ready.root)
    assert local.code == 0 and "http://localhost:" in local.out and "everybody" not in local.err
    assert "who has the password" in said.err and "harbour-7" not in said.err + said.out
