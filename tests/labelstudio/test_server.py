"""The life of a Label Studio server on this machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from pressmark.labelstudio import environment, probe, process, server
from pressmark.labelstudio.environment import SHARED, find_uv, installed, refuse_python, settings
from pressmark.labelstudio.record import Account
from pressmark.labelstudio.server import Server, find, start, stop
from pressmark.labelstudio.versions import VERSION, check_version
from pressmark.model import Problem, Refused

from ..browser import chromium
from ..conftest import Result, python
from .conftest import StandIn

CONFIG = (
    '<View><Text name="text" value="$text"/><Labels name="label" toName="text">'
    '<Label value="number"/><Label value="location"/></Labels></View>'
)


def port_of(running: Server) -> int:
    return int(urlsplit(running.url).port or 0)


def refusal(error: pytest.ExceptionInfo[Refused]) -> Problem:
    """Return the one problem of a refusal that says the work could not be done."""
    assert error.value.exit_code == 2
    (problem,) = error.value.problems
    assert problem.address
    assert problem.fact
    assert problem.repair
    return problem


def recorded(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "server.json").read_text(encoding="utf-8"))
    return value


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def gone(pid: int) -> bool:
    """Wait a moment for a process to end."""
    limit = time.monotonic() + 10
    while process.birth(pid) is not None and time.monotonic() < limit:
        time.sleep(0.05)
    return process.birth(pid) is None


def api(running: Server, method: str, path: str, value: object = None) -> httpx.Response:
    headers = {"Authorization": f"Token {running.token}"}
    return httpx.request(method, running.url + path, json=value, headers=headers, trust_env=False, timeout=30)


def listening(pid: int) -> list[str]:
    """List the addresses, in hexadecimal, that a process listens on."""
    own = {str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()}
    rows = [row.split() for kind in ("tcp", "tcp6") for row in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()]
    return [row[1].split(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in own]


@contextmanager
def other_program(*, http: bool) -> Iterator[int]:
    """Have another program listen on a port: one that speaks HTTP, or one that says nothing."""
    if http:
        web = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield web.server_address[1]
        web.shutdown()
        web.server_close()
        return
    with socket.create_server(("127.0.0.1", 0)) as mute:
        yield mute.getsockname()[1]


class TestRealServer:
    def test_answers_and_knows_its_owner(self, studio: Server, studio_folder: Path) -> None:
        assert find(studio_folder) == studio
        assert studio.version == VERSION
        assert api(studio, "GET", "/health").json() == {"status": "UP"}
        assert api(studio, "GET", "/api/version").json()["release"] == VERSION
        assert api(studio, "GET", "/api/current-user/whoami").json()["email"] == studio.email
        assert api(replace(studio, token="0" * 40), "GET", "/api/current-user/whoami").status_code == 401

    def test_started_again_it_is_the_same(
        self, studio: Server, studio_folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert start(studio_folder) == find(studio_folder)
        assert f"running already at {studio.url}" in capsys.readouterr().err

    def test_listens_on_this_machine_only(self, studio: Server, studio_folder: Path) -> None:
        running = find(studio_folder)
        assert running
        if Path("/proc/net/tcp").exists():
            assert listening(running.pid) == ["0100007F"]
        for address in {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}:
            if not str(address).startswith("127."):
                with pytest.raises(OSError, match="refused"):
                    socket.create_connection((str(address), port_of(studio)), timeout=5)

    def test_keeps_secrets_to_itself(self, studio: Server, studio_folder: Path) -> None:
        secrets = (studio.password, studio.token)
        running = find(studio_folder)
        assert running
        told = [
            command_line(running.pid),
            (studio_folder / "server.log").read_text(encoding="utf-8"),
            repr(studio),
            str(running),
        ]
        assert all(each for each in told)
        assert not [secret for secret in secrets for each in told if secret in each]
        assert mode(studio_folder / "server.json") == 0o600
        assert mode(studio_folder / "server.log") == 0o600
        assert mode(studio_folder / "data") == 0o700
        assert mode(studio_folder / "data" / "label_studio.sqlite3") == 0o600

    def test_nobody_signs_up_uninvited(self, studio: Server) -> None:
        answer = httpx.post(f"{studio.url}/user/signup/", data={"email": "a@b.example", "password": "x" * 12})
        assert answer.status_code == 403

    def test_asks_nobody_outside(self, studio: Server) -> None:
        tips = httpx.get(f"{studio.url}/heidi-tips/", trust_env=False, timeout=3)
        assert tips.status_code == 404  # which is what it answers when it cannot fetch them

    def test_its_page_asks_nobody_outside(self, studio: Server) -> None:
        project = api(studio, "POST", "/api/projects/", {"title": "page", "label_config": CONFIG}).json()["id"]
        api(studio, "POST", f"/api/projects/{project}/import", [{"text": "About 41 people left Norra."}])
        asked = []
        with chromium() as browser:
            page = browser.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.goto(f"{studio.url}/user/login")
            page.fill("input[name=email]", studio.email)
            page.fill("input[name=password]", studio.password)
            page.press("input[name=password]", "Enter")
            page.wait_for_url(f"{studio.url}/")
            page.goto(f"{studio.url}/projects/{project}/data?labeling=1")
            page.get_by_text("About 41 people left Norra.").last.wait_for()
            page.wait_for_load_state("networkidle")
        assert len(asked) > 20
        assert [url for url in asked if not url.startswith((studio.url, "data:", "blob:"))] == []

    def test_stopped_and_started_it_is_as_before(self, studio: Server, studio_folder: Path, tmp_path: Path) -> None:
        project = api(studio, "POST", "/api/projects/", {"title": "kept", "label_config": CONFIG}).json()["id"]
        copy_database(studio_folder, tmp_path)
        try:
            other = start(tmp_path, 0)  # a server.json was lost: the database has an account whose secrets nobody has
            assert other.email != studio.email
            assert other.token != studio.token
            assert api(other, "GET", f"/api/projects/{project}/").json()["title"] == "kept"
            api(other, "PATCH", f"/api/projects/{project}/", {"title": "kept again"})
            assert stop(tmp_path)
            assert gone(other.pid)
            assert find(tmp_path) is None
            assert not stop(tmp_path)
            again = start(tmp_path)
            assert again == replace(other, pid=again.pid)
            assert again.pid != other.pid
            assert api(again, "GET", f"/api/projects/{project}/").json()["title"] == "kept again"
        finally:
            stop(tmp_path)

    def test_broken_database_is_refused_with_the_log(self, tmp_path: Path) -> None:
        (tmp_path / "data" / "label_studio.sqlite3").mkdir(parents=True)
        with pytest.raises(Refused) as error:
            start(tmp_path, 0)
        problem = refusal(error)
        assert problem.id == "studio-did-not-start"
        assert "unable to open database file" in problem.fact
        assert str(tmp_path / "server.log") in problem.repair
        assert find(tmp_path) is None


class TestProcess:
    """What needs no real server: a stand-in that starts at once."""

    def test_outlives_the_process_that_started_it(self, stand_in: StandIn) -> None:
        python(f"from pressmark.labelstudio.server import *; start(Path({str(stand_in.folder)!r}), 0)")
        running = find(stand_in.folder)
        assert running
        assert os.getsid(running.pid) == running.pid  # no terminal ends it
        assert stop(stand_in.folder)
        assert gone(running.pid)

    def test_two_starts_at_once_make_one_server(self, stand_in: StandIn) -> None:
        stand_in.behaves(takes=1)
        with ThreadPoolExecutor() as both:
            first, second = both.map(lambda _: start(stand_in.folder, 0), range(2))
        assert first == second

    def test_killed_server_is_started_anew(self, stand_in: StandIn) -> None:
        killed = start(stand_in.folder, 0)
        os.kill(killed.pid, signal.SIGKILL)
        assert gone(killed.pid)
        assert find(stand_in.folder) is None
        assert not stop(stand_in.folder)
        assert recorded(stand_in.folder)["pid"] is None
        again = start(stand_in.folder)
        assert again == replace(killed, pid=again.pid)  # at the port that it had

    def test_another_program_with_its_id_is_left_alone(self, stand_in: StandIn) -> None:
        start(stand_in.folder, 0)
        stop(stand_in.folder)
        with subprocess.Popen(
            [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True
        ) as other:
            stale = {**recorded(stand_in.folder), "pid": other.pid, "started": "1", "version": VERSION}
            (stand_in.folder / "server.json").write_text(json.dumps(stale), encoding="utf-8")
            assert find(stand_in.folder) is None
            assert not stop(stand_in.folder)
            (stand_in.folder / "server.json").write_text(json.dumps(stale), encoding="utf-8")
            assert start(stand_in.folder).pid != other.pid
            assert other.poll() is None
            other.kill()

    def test_deaf_server_is_made_to_end(self, stand_in: StandIn) -> None:
        stand_in.behaves(deaf=True)
        running = start(stand_in.folder, 0)
        born = process.birth(running.pid)
        assert born
        assert process.end(running.pid, "another time")  # so it has ended, and its id is another program's
        assert process.birth(running.pid) == born
        assert process.end(running.pid, born, patience=0.2)
        assert gone(running.pid)

    def test_start_that_was_cut_off_is_joined(self, stand_in: StandIn) -> None:
        running = start(stand_in.folder, 0)
        cut_off = {**recorded(stand_in.folder), "version": None}
        (stand_in.folder / "server.json").write_text(json.dumps(cut_off), encoding="utf-8")
        assert find(stand_in.folder) is None
        assert start(stand_in.folder) == running
        assert find(stand_in.folder) == running

    def test_interrupted_start_leaves_nothing_running(self, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(server, "wait_for", interrupt)
        begun = []
        begin = process.begin
        monkeypatch.setattr(server, "begin", lambda *given: begun.append(begin(*given)) or begun[-1])
        with pytest.raises(KeyboardInterrupt):
            start(stand_in.folder, 0)
        assert gone(begun[0])
        assert recorded(stand_in.folder)["pid"] is None

    def test_its_start_time_is_the_same_however_it_is_asked(self) -> None:
        if shutil.which("ps") is None:
            pytest.skip("no ps, which is asked where there is no /proc")
        asked = process._birth_by_ps(os.getpid())
        assert asked
        assert asked == process._birth_by_ps(os.getpid())
        with subprocess.Popen([sys.executable, "-c", ""]) as ended:
            pass
        assert process._birth_by_ps(ended.pid) is None
        assert process.birth(ended.pid) is None

    def test_says_what_it_waits_for(self, stand_in: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
        stand_in.behaves(takes=1.5)
        start(stand_in.folder, 0)
        told = capsys.readouterr()
        assert told.err == "first start: making the database, about a minute\n"
        assert told.out == ""

    def test_nothing_to_find_or_stop_in_a_new_corpus(self, tmp_path: Path) -> None:
        assert find(tmp_path / "studio") is None
        assert not stop(tmp_path / "studio")
        assert list(tmp_path.iterdir()) == []


class TestRefusals:
    @pytest.mark.parametrize("http", [True, False])
    def test_port_of_another_program(self, stand_in: StandIn, http: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        get = probe.get
        monkeypatch.setattr(probe, "get", lambda port, path: get(port, path, timeout=0.5))
        with other_program(http=http) as port, pytest.raises(Refused) as error:
            start(stand_in.folder, port)
        problem = refusal(error)
        assert problem.id == "port-taken"
        assert problem.fact == f"port {port} is taken by another program"
        free = int(problem.repair.removeprefix("use another port: pressmark studio start --port "))
        assert probe.choose_port(free) == free != port

    def test_port_of_another_corpus(self, stand_in: StandIn, tmp_path: Path) -> None:
        port = port_of(start(stand_in.folder, 0))
        with pytest.raises(Refused) as error:
            start(tmp_path / "other", port)
        assert refusal(error).fact == f"port {port} is taken by a Label Studio {VERSION} that is not this corpus's"

    @pytest.mark.parametrize("port", [-1, 65536, 10**12])
    def test_port_that_is_none(self, stand_in: StandIn, port: int) -> None:
        with pytest.raises(Refused) as error:
            start(stand_in.folder, port)
        assert refusal(error).id == "port-unusable"

    def test_server_that_ends(self, stand_in: StandIn) -> None:
        stand_in.behaves(dies=3)
        with pytest.raises(Refused) as error:
            start(stand_in.folder, 0)
        problem = refusal(error)
        assert problem.id == "studio-did-not-start"
        assert problem.fact == "it ended; its log ends: stand-in starts with …"
        assert recorded(stand_in.folder)["token"] not in str(error.value)

    def test_server_that_does_not_answer(self, stand_in: StandIn) -> None:
        stand_in.behaves(takes=60)
        with pytest.raises(Refused) as error:
            start(stand_in.folder, 0, limit=0.5)
        assert "did not answer within 0 s" in refusal(error).fact
        assert recorded(stand_in.folder)["pid"] is None

    def test_token_that_the_server_does_not_know(self, stand_in: StandIn) -> None:
        stand_in.behaves(knows=False)
        with pytest.raises(Refused) as error:
            start(stand_in.folder, 0)
        assert refusal(error).id == "studio-token-refused"
        assert recorded(stand_in.folder)["token"] not in str(error.value)

    def test_server_of_a_wrong_version(self, stand_in: StandIn) -> None:
        stand_in.behaves(release="2.0.0")
        with pytest.raises(Refused) as error:
            start(stand_in.folder, 0)
        assert refusal(error).id == "studio-version"
        assert find(stand_in.folder) is None

    def test_broken_record(self, stand_in: StandIn) -> None:
        start(stand_in.folder, 0)
        stop(stand_in.folder)
        for broken in (b"", b"[]", b"{}", b'{"pid": "x"}', b"\xff", json.dumps("secret").encode()):
            (stand_in.folder / "server.json").write_bytes(broken)
            for do in (start, stop, find):
                with pytest.raises(Refused) as error:
                    do(stand_in.folder)
                assert refusal(error).id == "studio-record-broken"
                assert "secret" not in str(error.value)
        (stand_in.folder / "server.json").unlink()

    def test_folder_that_cannot_be_written(self, stand_in: StandIn) -> None:
        stand_in.folder.write_text("no folder", encoding="utf-8")
        with pytest.raises(Refused) as error:
            start(stand_in.folder)
        assert refusal(error).id == "cannot-access"
        stand_in.folder.unlink()

    @pytest.mark.parametrize("release", ["1.20.0", "1.20", "1.23.2", "1.24.0.dev1", "1.99.0+git.1"])
    def test_version_that_is_supported(self, release: str) -> None:
        check_version(release)

    @pytest.mark.parametrize(
        ("release", "fact"),
        [
            ("1.19.9", "Label Studio 1.19.9 is too old: the oldest is 1.20"),
            ("0.9.1", "Label Studio 0.9.1 is too old: the oldest is 1.20"),
            ("2.0.0", "Label Studio 2.0.0 is too new: before 2.0"),
            ("2.0.0rc1", "Label Studio 2.0.0rc1 is too new: before 2.0"),
            ("", "the server does not say which version of Label Studio it is"),
            ("1.٢٣", "the server does not say which version of Label Studio it is"),
        ],
    )
    def test_version_that_is_not_supported(self, release: str, fact: str) -> None:
        with pytest.raises(Refused) as error:
            check_version(release, "http://studio.example")
        problem = refusal(error)
        assert (problem.address, problem.id, problem.fact) == ("http://studio.example", "studio-version", fact)
        assert f"label-studio=={VERSION}" in problem.repair


class TestEnvironment:
    def test_settings_pass_on_little_and_call_nobody(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("HOST", "https://elsewhere.example")
        monkeypatch.setenv("PYTHONPATH", "/elsewhere")
        given = settings(tmp_path, Account("a@b.example", "pass", "token"))
        assert not {"HOST", "PYTHONPATH"} & set(given)
        assert given["LABEL_STUDIO_COLLECT_ANALYTICS"] == given["LABEL_STUDIO_LATEST_VERSION_CHECK"] == "false"
        assert given["LABEL_STUDIO_SENTRY_DSN"] == given["LABEL_STUDIO_FRONTEND_SENTRY_DSN"] == ""
        assert given["HTTPS_PROXY"].startswith("http://127.0.0.1:")

    def test_requirements_name_versions_only(self) -> None:
        lines = environment.REQUIREMENTS.read_text(encoding="utf-8").splitlines()
        assert f"label-studio=={VERSION}" in lines
        assert not [line for line in lines if "==" not in line or "/" in line or "@" in line]

    def test_cut_off_installation_is_made_again(self, tmp_path: Path, fake_uv: Path) -> None:
        half = tmp_path / f"env-{VERSION}" / "bin"
        half.mkdir(parents=True)
        (half / "label-studio").write_text("half", encoding="utf-8")
        program = installed(tmp_path)
        assert program.read_text(encoding="utf-8") == "whole\n"
        assert fake_uv.read_text(encoding="utf-8").split() == ["venv", "pip"]
        assert installed(tmp_path) == program
        assert fake_uv.read_text(encoding="utf-8").split() == ["venv", "pip"]

    def test_failed_installation_says_why_and_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(SHARED, str(tmp_path / "shared"))
        monkeypatch.setenv("UV_OFFLINE", "1")
        monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
        with pytest.raises(Refused) as error:
            start(tmp_path / "studio", 0)
        problem = refusal(error)
        assert problem.id == "studio-not-installed"
        assert "No solution found when resolving dependencies: Because" in problem.fact
        assert "was not found in the cache" in problem.fact
        assert not (tmp_path / "shared" / f"env-{VERSION}").exists()

    @pytest.mark.parametrize(
        ("said", "gist"),
        [
            ("Resolved\nerror: failed\n  cause: no\n    room\n\nhint: buy a disk\n", "failed: no room"),
            ("error: failed\n  cause: in the\n  cause: end\n", "failed: end"),
            ("error: no interpreter\n", "no interpreter"),
            ("Killed\n", "Killed"),
            ("", "it said nothing"),
        ],
    )
    def test_failure_of_uv_is_told_in_short(self, said: str, gist: str) -> None:
        assert environment._gist(said) == gist

    def test_no_uv(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "uv", None)
        monkeypatch.setenv("PATH", "")
        with pytest.raises(Refused) as error:
            find_uv()
        problem = refusal(error)
        assert (problem.id, problem.repair) == ("missing-extra", "run: pip install 'pressmark[studio]'")

    def test_python_that_is_too_new(self) -> None:
        refuse_python((3, 13))
        with pytest.raises(Refused) as error:
            refuse_python((3, 14))
        assert refusal(error).id == "studio-python"


@pytest.fixture
def fake_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A uv that makes a folder and a program; return the file in which it notes what it was asked for."""
    notes, uv = tmp_path / "asked", tmp_path / "uv"
    place = tmp_path / f"env-{VERSION}" / "bin"
    make = f'mkdir -p "{place}"; ln -s "{sys.executable}" "{place}/python"'
    finish = f'test ! -e "{place}/label-studio" && echo whole > "{place}/label-studio"'
    uv.write_text(f'#!/bin/sh\necho "$1" >> "{notes}"\nif [ "$1" = venv ]; then {make}; else {finish}; fi\n')
    uv.chmod(0o755)
    monkeypatch.setenv(SHARED, str(tmp_path))
    monkeypatch.setattr(environment, "find_uv", lambda: str(uv))
    return notes


def copy_database(source: Path, target: Path) -> None:
    """Copy the database of a server that may be writing to it."""
    (target / "data").mkdir()
    name = Path("data") / "label_studio.sqlite3"
    with closing(sqlite3.connect(source / name)) as old, closing(sqlite3.connect(target / name)) as new:
        old.backup(new)


def command_line(pid: int) -> str:
    """Return what everybody on this machine sees of how a process was called."""
    seen = Path(f"/proc/{pid}/cmdline")
    if seen.exists():
        return seen.read_text(encoding="utf-8").replace("\0", " ")
    return subprocess.check_output(["ps", "-o", "args=", "-p", str(pid)], text=True)


def test_the_command_line_starts_and_stops_and_shows_no_secret_unasked(
    pressmark: Callable[..., Result], ferry: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    started = pressmark("studio", "start", "--port", 0, "--corpus", ferry, "--json")
    try:
        assert started.code == 0, started.err
        record = server.find(ferry / ".pressmark" / "studio")
        assert record and started.json == {"url": record.url, "email": record.email, "version": record.version}
        again = pressmark("studio", "start", "--corpus", ferry)
        assert again.code == 0 and record.url in again.out
        for each in (started, again):
            assert record.token not in each.out + each.err and record.password not in each.out + each.err
        assert record.password in pressmark("studio", "start", "--show-password", "--corpus", ferry).out
    finally:
        stopped = pressmark("studio", "stop", "--corpus", ferry)
    assert stopped.code == 0 and "stopped" in stopped.out
    assert "no server of this corpus runs" in pressmark("studio", "stop", "--corpus", ferry).out
