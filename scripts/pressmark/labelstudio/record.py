"""What is kept of a server in ``server.json``: its process, and the account that its database has.

The file holds secrets, so only its owner can read it.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from ..files import canonical_json
from ..model import Problem, Refused
from .process import birth


@dataclass(frozen=True, slots=True)
class Account:
    """The account of the person who started the server: owner of its organisation."""

    email: str
    password: str = field(repr=False)
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """A server as ``server.json`` has it.

    ``pid`` and ``born`` name its process, and are None when it was stopped; ``version`` is None until it has answered.
    ``port`` is where it listens, or did last; ``data_version`` is the version that last wrote its database, if known.
    """

    account: Account
    port: int
    pid: int | None = None
    born: str | None = None
    version: str | None = None
    data_version: str | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether its process runs: the one with this id, started at this time."""
        return self.pid is not None and self.born is not None and birth(self.pid) == self.born

    def stopped(self) -> Record:
        return replace(self, pid=None, born=None, version=None)


@dataclass(frozen=True, slots=True)
class _Plain:
    """The same as the file spells it."""

    email: str
    password: str = field(repr=False)
    token: str = field(repr=False)
    port: int
    url: str
    pid: int | None = None
    started: str | None = None
    version: str | None = None
    data_version: str | None = None


def new_account(again: bool) -> Account:
    """Make up an account. ``again``: the database has one already, whose secrets are lost; so take another name."""
    name = f"owner-{secrets.token_hex(2)}" if again else "owner"
    return Account(f"{name}@pressmark.localhost", secrets.token_urlsafe(12), secrets.token_hex(20))


def read_record(path: Path) -> Record | None:
    """Read a record; None when there is none. Raises Refused (``studio-record-broken``, exit code 2)."""
    try:
        plain = msgspec.json.decode(path.read_bytes(), type=_Plain)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):  # whose message may quote a secret
        repair = "delete it: the next start makes another account and keeps the projects"
        problem = Problem(str(path), "studio-record-broken", "it is not as pressmark wrote it", repair)
        raise Refused(problem, exit_code=2) from None
    account = Account(plain.email, plain.password, plain.token)
    wrote = plain.data_version or plain.version
    return Record(account, plain.port, plain.pid, plain.started, plain.version, wrote)


def write_record(path: Path, record: Record) -> None:
    """Write a record whole or not at all, for its owner's eyes only."""
    account = record.account
    secret = {"email": account.email, "password": account.password, "token": account.token}
    process = {"pid": record.pid, "started": record.born, "version": record.version}
    process |= {"data_version": record.data_version}
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(canonical_json({**secret, **process, "port": record.port, "url": record.url}))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
