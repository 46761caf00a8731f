"""The life of a Label Studio server on this machine: start it, find it, stop it.

Everything of it lies in one folder of the corpus, ``.pressmark/studio/``: its environment, its database and files
(``data/``), who it is (``server.json``) and what it printed (``server.log``). It listens on 127.0.0.1 only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..model import Problem, Refused
from ..report import say
from . import probe
from .environment import installed, settings
from .process import begin, birth, end
from .record import Account, Record, new_account, read_record, write_record
from .versions import check_version, refuse_data
from .waiting import alone, wait_for

DEFAULT_PORT = 8080
DATABASE = "label_studio.sqlite3"
LIMIT = 240.0
"""Seconds that a server may take until it answers."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where it is, the account to use it with, its process and version."""

    url: str
    email: str
    password: str = field(repr=False)
    token: str = field(repr=False)
    pid: int
    version: str


@dataclass(frozen=True, slots=True)
class Place:
    """The places of a server in its folder."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def database(self) -> Path:
        return self.data / DATABASE

    @property
    def record(self) -> Path:
        return self.folder / "server.json"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"


def start(
    folder: Path, port: int | None = None, limit: float = LIMIT, *, upgrading: bool = False, home: Path | None = None
) -> Server:
    """Start the server of a folder and wait until it answers; one that runs already is returned as it is.

    ``port``: 0 for any free one; by default the one that it had last, at first 8080. The account is made at the first
    start and kept. ``upgrading``: also on the data of an older version; ``home``: where the environment is, if not in
    the folder. Raises Refused (exit code 2), among others ``port-taken`` and ``studio-did-not-start``.
    """
    place = Place(folder.absolute())
    with held(place):
        record = read_record(place.record)
        if record and record.alive:
            say(f"Label Studio is running already at {record.url}")
            return _join(place, record, limit)
        wrote = record.data_version if record else None
        refuse_data(wrote, str(place.database), upgrading=upgrading)
        place.data.mkdir(mode=0o700, exist_ok=True)
        last = record.port if record else DEFAULT_PORT
        free = probe.choose_port(last if port is None else port)
        program = installed(home or place.folder)
        first = not place.database.exists()
        account = record.account if record else new_account(again=not first)
        return _launch(place, program, Record(account, free, data_version=wrote), first, limit)


def stop(folder: Path) -> bool:
    """Stop the server of a folder, keeping its data and account; return whether one was running.

    Raises Refused (exit code 2): ``studio-did-not-stop``, ``studio-record-broken``.
    """
    place = Place(folder.absolute())
    if not place.record.exists():
        return False
    with held(place):
        record = read_record(place.record)
        if record is None or record.pid is None:
            return False
        if running := record.alive:
            _end(place, record)
        write_record(place.record, record.stopped())
        return running


def find(folder: Path) -> Server | None:
    """Return the server of a folder if it runs and has answered once; else None."""
    record = read_record(Place(folder.absolute()).record)
    return _server(record) if record and record.version and record.alive else None


def _launch(place: Place, program: Path, record: Record, first: bool, limit: float) -> Server:
    """Begin the process, note it at once, and wait until it answers. It is ended again when anything goes wrong."""
    command = [str(program), "start", "--no-browser", "--internal-host", probe.HOST, "--port", str(record.port)]
    write_record(place.record, record)  # the account first: what the database has must not be lost
    environment = settings(place.data, record.account)
    pid = begin([*command, "--log-level", "WARNING"], environment, place.log)
    born = birth(pid)
    try:
        begun = replace(record, pid=pid, born=born)
        write_record(place.record, begun)
        label = "first start: making the database, about a minute" if first else "starting Label Studio"
        return _ready(place, begun, label, limit)
    except BaseException:
        if born is not None:
            end(pid, born)
        write_record(place.record, record.stopped())
        raise


def _join(place: Place, record: Record, limit: float) -> Server:
    """Wait for a server that runs already: whoever started it may have been cut off before it answered."""
    return _ready(place, record, "waiting for Label Studio to answer", limit)


def _ready(place: Place, record: Record, label: str, limit: float) -> Server:
    """Wait until the server answers, and check that it is this one and of a version that is supported."""
    up = wait_for(lambda: _up(record), label, limit)
    if not up:
        raise _did_not_start(place, record, "it ended" if up is False else f"it did not answer within {limit:.0f} s")
    version = probe.release(record.port) or "unknown"
    check_version(version, record.url)
    answer = probe.get(record.port, "/api/current-user/whoami", record.account.token)
    if answer is None or answer.status != 200:
        fact = "the server does not accept the token of its account"
        repair = f"stop it, delete {place.record} (projects are kept), and run: pressmark studio start"
        raise Refused(Problem(record.url, "studio-token-refused", fact, repair), exit_code=2)
    ready = replace(record, version=version, data_version=version)
    write_record(place.record, ready)
    return _server(ready)


def _up(record: Record) -> bool | None:
    """Say whether the server answers (True), has ended (False), or neither yet (None)."""
    if not record.alive:
        return False
    return True if probe.healthy(record.port) else None


def _server(record: Record) -> Server:
    assert record.pid is not None
    assert record.version is not None
    account = record.account
    return Server(record.url, account.email, account.password, account.token, record.pid, record.version)


def _end(place: Place, record: Record) -> None:
    assert record.pid is not None
    assert record.born is not None
    if not end(record.pid, record.born):
        fact = f"process {record.pid} goes on although it was made to end"
        raise Refused(Problem(str(place.folder), "studio-did-not-stop", fact, "restart the machine"), exit_code=2)


def _did_not_start(place: Place, record: Record, what: str) -> Refused:
    told = _last_lines(place.log, record.account)
    fact = f"{what}; its log ends: {told}" if told else f"{what} and its log is empty"
    repair = f"read {place.log}, mend that, and run: pressmark studio start"
    return Refused(Problem(str(place.folder), "studio-did-not-start", fact, repair), exit_code=2)


def _last_lines(log: Path, account: Account, count: int = 3) -> str:
    """Return the last lines of a log as one, without the account's secrets."""
    try:
        text = log.read_bytes()[-4096:].decode("utf-8", "replace")
    except OSError:
        return ""
    for secret in (account.password, account.token):
        text = text.replace(secret, "…")
    return " | ".join([line.strip() for line in text.splitlines() if line.strip()][-count:])


@contextmanager
def held(place: Place) -> Iterator[None]:
    """Keep others from starting or stopping it; what the disk refuses becomes a problem (``cannot-access``)."""
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        with alone(place.folder / "lock", "another pressmark starts or stops this Label Studio; waiting for it"):
            yield
    except OSError as error:
        address = str(error.filename or place.folder)
        fact = (error.strerror or str(error)).lower()
        raise Refused(Problem(address, "cannot-access", fact, "mend that and run it again"), exit_code=2) from None
