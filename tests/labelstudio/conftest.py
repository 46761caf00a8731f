"""A real Label Studio server for the tests, and a stand-in for what needs no real one."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import subprocess
import sys
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import filelock
import pytest

from pressmark.labelstudio import server
from pressmark.labelstudio.environment import REQUIREMENTS, SHARED
from pressmark.labelstudio.versions import VERSION
from pressmark.store import Store

from ..conftest import REPOSITORY
from .broken import Broken, hurry, invited, make_corpus, open_work
from .people import Person
from .proxy import proxy
from .work import ANNOTATORS, Run, Work

GUARD = """
import os, pathlib, sys
import filelock
from pressmark.labelstudio import process, server

folder = pathlib.Path(sys.argv[1])
sys.stdin.read()  # until the process that it guards has ended
with filelock.FileLock(folder / "guards.lock"):
    (folder / "guards" / str(os.getpid())).unlink()
    if not any(process.birth(int(other.name)) for other in (folder / "guards").iterdir()):
        server.stop(folder)
"""

STAND_IN = '''#!{python}
"""Answer as Label Studio does when it is asked for its health, its version and who somebody is."""

import http.server, json, os, pathlib, signal, sys, time

how = json.loads(pathlib.Path(__file__).with_name("how.json").read_text())
if how["deaf"]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("stand-in starts with", os.environ["LABEL_STUDIO_USER_TOKEN"])
if how["dies"]:
    sys.exit(how["dies"])
time.sleep(how["takes"])


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        own = self.headers["Authorization"] == "Token " + os.environ["LABEL_STUDIO_USER_TOKEN"]
        status, value = {{
            "/health": (200, {{"status": "UP"}}),
            "/api/version": (200, {{"release": how["release"], "label-studio-os-package": {{}}}}),
            "/api/current-user/whoami": (200 if own and how["knows"] else 401, {{}}),
        }}.get(self.path, (404, {{}}))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())


port = int(sys.argv[sys.argv.index("--port") + 1])
http.server.ThreadingHTTPServer((sys.argv[sys.argv.index("--internal-host") + 1], port), Handler).serve_forever()
'''


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let the tests that use the real server take turns: its database takes one writer at a time."""
    if "PYTEST_XDIST_WORKER" not in os.environ or "studio_folder" not in getattr(item, "fixturenames", ()):
        return (yield)
    own = Path(item.config.option.basetemp)  # that of this worker, beside those of the others
    own.parent.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(own.parent / "studio.lock"):
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def _environment() -> Iterator[None]:
    """Install Label Studio once for all runs, beside what the repository's own corpus uses."""
    with pytest.MonkeyPatch.context() as patch:
        if SHARED not in os.environ:
            patch.setenv(SHARED, str(REPOSITORY / ".pressmark" / "studio"))
        yield


@pytest.fixture(scope="session")
def studio_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the real server, which all processes of a run share. The last one to end stops the server.

    Each has a guard for that, which notices its end also when it is killed.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "studio"
    (folder / "guards").mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(folder / "guards.lock"):
        guard = subprocess.Popen([sys.executable, "-c", GUARD, folder], stdin=subprocess.PIPE, start_new_session=True)
        (folder / "guards" / str(guard.pid)).touch()
    yield folder
    guard.communicate(timeout=120)
    assert guard.returncode == 0


@pytest.fixture(scope="session")
def studio(studio_folder: Path) -> server.Server:
    """The real server, started once for all tests on a free port."""
    return server.start(studio_folder, 0)


@dataclass(frozen=True)
class StandIn:
    """A program that stands in for Label Studio: it starts at once, and behaves as it is told."""

    folder: Path
    program: Path

    def behaves(
        self, release: str = VERSION, *, knows: bool = True, dies: int = 0, takes: float = 0, deaf: bool = False
    ) -> None:
        how = {"release": release, "knows": knows, "dies": dies, "takes": takes, "deaf": deaf}
        self.program.with_name("how.json").write_text(json.dumps(how), encoding="utf-8")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A stand-in for Label Studio that seems to be installed. What runs is stopped at the end."""
    monkeypatch.setenv(SHARED, str(tmp_path / "shared"))
    place = tmp_path / "shared" / f"env-{VERSION}"
    (place / "bin").mkdir(parents=True)
    (place / "bin" / "python").symlink_to(sys.executable)
    (place / "pressmark-stamp").write_text(hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest(), encoding="utf-8")
    program = place / "bin" / "label-studio"
    program.write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    made = StandIn(tmp_path / "studio", program)
    made.behaves()
    yield made
    server.stop(made.folder)


@pytest.fixture
def work(
    studio: server.Server, pressmark: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Work:
    title = f"Harbour {request.node.name}"[:50].strip()
    config = ferry / "corpus" / "corpus.toml"
    name = Store(ferry).read_corpus().name  # its own here: all tests share the server
    own = config.read_text("utf-8").replace(f'"{name}"', f'"{name}-{zlib.crc32(request.node.name.encode())}"', 1)
    config.write_text(own + ANNOTATORS, encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    monkeypatch.setenv("LABEL_STUDIO_URL", studio.url)
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", studio.token)
    return Work(ferry, title, studio.url, Person(studio.url, studio.email, studio.password))


@pytest.fixture
def people(work: Work, pressmark: Run) -> Iterator[tuple[Person, Person]]:
    """Two people who were invited; their accounts end with the test, since the next one invites the same names."""
    made = [pressmark("studio", "invite", name, "--corpus", work.root, "--json") for name in ("reader-1", "reader-2")]
    assert [each.code for each in made] == [0, 0], made
    yield tuple(Person(each.json["url"], each.json["email"], each.json["password"]) for each in made)  # type: ignore[misc]
    for user in work.owner.ask("GET", "/api/users"):
        if user["email"].startswith("reader-"):
            work.owner.ask("DELETE", f"/api/users/{user['id']}")


@pytest.fixture(scope="session")
def corpus_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one article that is ready to be pushed; to be copied."""
    return make_corpus(tmp_path_factory.mktemp("made") / "harbour")


@pytest.fixture
def broken(
    studio: server.Server,
    corpus_made: Path,
    tmp_path: Path,
    pressmark: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Broken]:
    """A copy of it, with a proxy between pressmark and the real server that can break connections."""
    hurry(monkeypatch)
    work = open_work(corpus_made, tmp_path / "harbour", studio, f"Harbour {secrets.token_hex(8)}")
    with proxy(studio.url) as between:
        monkeypatch.setenv("LABEL_STUDIO_URL", between.url)
        monkeypatch.setenv("LABEL_STUDIO_API_KEY", studio.token)
        yield Broken(work, between, pressmark)


@pytest.fixture
def reader(broken: Broken) -> Iterator[Person]:
    """Somebody who was invited; their account ends with the test, since the next one invites the same name."""
    with invited(broken.pressmark, broken.work, ["reader-1"]) as (person,):
        yield person
