"""Keep the server of a corpus in one file, and put it back: database, uploads, secrets, accounts.

A backup is a tar file whose last member, ``manifest.json``, has the SHA-256 of all others. It holds passwords and
tokens, so only its owner can read it.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from ..files import canonical_json
from ..model import Problem, Refused
from .failures import URL, refused
from .record import read_record, write_record
from .server import DATABASE, Place, held
from .versions import VERSION, numbers

FORMAT = 1
MANIFEST = "manifest.json"
KEPT = ("data", "server.json", "people.json")
"""What a server's folder has that a backup keeps; its environment and its log are made anew."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: its form, the version of Label Studio that wrote the data, and each file's SHA-256."""

    format: int
    label_studio: str
    members: dict[str, str]


def back_up(folder: Path, target: Path) -> Manifest:
    """Write the server of a folder into a file, whole or not at all; it may run meanwhile.

    Raises Refused (exit code 2): ``studio-elsewhere``, ``studio-no-data``, ``backup-exists``, ``cannot-access``.
    """
    place = Place(folder.absolute())
    refuse_elsewhere()
    with held(place):
        require_data(place)
        if target.exists():
            raise refused(str(target), "backup-exists", "there is a file of this name", "name another one")
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=place.folder) as staged:
            copy_server(place, Path(staged))
            return _write(Path(staged), target, _wrote(place))


def restore(folder: Path, file: Path, *, dry_run: bool = False) -> tuple[Manifest, Path | None]:
    """Put a backup in the place of a folder's server, which is kept aside; return what it holds, and where that is.

    A dry run only checks the file; the server may run meanwhile.

    Raises Refused (exit code 2), and changes nothing: ``studio-elsewhere``, ``studio-running``, ``backup-damaged``,
    ``backup-newer``, ``cannot-access``.
    """
    place = Place(folder.absolute())
    refuse_elsewhere()
    with held(place):
        if not dry_run:
            refuse_running(place)
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=place.folder) as staged:
            manifest = _unpack(file, Path(staged))
            return manifest, None if dry_run else _swap(place.folder, Path(staged))


def refuse_elsewhere() -> None:
    """Refuse to care for a server that Pressmark does not run (``studio-elsewhere``)."""
    if os.environ.get(URL):
        fact = "the server that it names is not one that 'pressmark studio start' runs"
        repair = "keep its database and its media folder where it runs; for the corpus's own server, unset it"
        raise refused(URL, "studio-elsewhere", fact, repair)


def require_data(place: Place) -> None:
    """Refuse a folder without a server's data (``studio-no-data``)."""
    if not place.database.is_file() or read_record(place.record) is None:
        fact = "there is no database of a server with its account"
        raise refused(str(place.folder), "studio-no-data", fact, "run: pressmark studio start")


def refuse_running(place: Place) -> None:
    """Refuse to change the data of a server that runs (``studio-running``)."""
    if (record := read_record(place.record)) and record.alive:
        raise refused(record.url, "studio-running", "the server runs", "run: pressmark studio stop")


def copy_server(place: Place, target: Path) -> None:
    """Copy a server, which may run, into another folder: first its database, then the files that it names."""
    (target / "data").mkdir(mode=0o700)
    copied = target / "data" / DATABASE
    copied.touch(mode=0o600)
    try:
        with (
            closing(sqlite3.connect(f"{place.database.as_uri()}?mode=rw", uri=True, timeout=60)) as old,
            closing(sqlite3.connect(copied)) as new,
        ):
            old.backup(new)
    except sqlite3.Error as error:
        repair = "restore an older backup: pressmark studio restore FILE"
        raise refused(str(place.database), "studio-data-broken", f"it cannot be read: {error}", repair) from None
    for path in sorted(each for each in place.data.rglob("*") if each.is_file() and not each.is_symlink()):
        if not path.name.startswith(DATABASE):  # its journal, too
            _copy(path, target / "data" / path.relative_to(place.data))
    if (record := read_record(place.record)) is not None:
        write_record(target / "server.json", replace(record.stopped(), data_version=_wrote(place)))
    _copy(place.folder / "people.json", target / "people.json")


def _copy(source: Path, target: Path) -> None:
    """Copy a file, unless it has gone: a running server removes files that it made for a while."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copy(source, target)
    except FileNotFoundError:
        target.unlink(missing_ok=True)


def _wrote(place: Place) -> str:
    record = read_record(place.record)
    return (record and record.data_version) or VERSION


def _write(staged: Path, target: Path, version: str) -> Manifest:
    paths = {each.relative_to(staged).as_posix(): each for each in sorted(staged.rglob("*")) if each.is_file()}
    manifest = Manifest(FORMAT, version, {name: _digest(path) for name, path in paths.items()})
    (staged / MANIFEST).write_bytes(canonical_json(msgspec.to_builtins(manifest)))
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as tar:
                for name, path in [*paths.items(), (MANIFEST, staged / MANIFEST)]:
                    tar.add(path, name)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return manifest


def _unpack(file: Path, folder: Path) -> Manifest:
    """Unpack a backup into an empty folder, and check that it is all that it says."""
    try:
        with tarfile.open(file, "r:*") as tar:
            for member in tar:
                if not member.isfile():
                    raise ValueError(f"it has {member.name!a}, which is no file")
                tar.extract(member, folder, filter="data")
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        _check(manifest, folder)
        for path in folder.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError) as error:
        raise _damaged(file, str(error)) from None
    except FileNotFoundError as error:
        if error.filename == str(file):
            raise
        raise _damaged(file, f"it has no {MANIFEST}") from None
    return manifest


def _check(manifest: Manifest, folder: Path) -> None:
    """Raise ValueError unless a folder is what a manifest says, and Refused for one of a newer version."""
    if manifest.format > FORMAT or numbers(manifest.label_studio) > numbers(VERSION):
        fact = f"Label Studio {manifest.label_studio} wrote it, which is newer than {VERSION}"
        raise refused("backup", "backup-newer", fact, "use the newer Pressmark that made it")
    there = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
    if there.keys() != manifest.members.keys() | {MANIFEST}:
        raise ValueError("it has other files than its manifest says")
    for name, path in there.items():
        if name != MANIFEST and _digest(path) != manifest.members[name]:
            raise ValueError(f"{name} is not as its manifest says")
    foreign = {name.split("/")[0] for name in manifest.members} - {*KEPT}
    if foreign or not {f"data/{DATABASE}", "server.json"} <= manifest.members.keys():
        raise ValueError("it does not hold a server")


def _swap(folder: Path, staged: Path) -> Path | None:
    """Put what was unpacked in place, and what was there aside; all or nothing."""
    there = [name for name in KEPT if (folder / name).exists()]
    aside = Path(tempfile.mkdtemp(prefix="before-restore-", dir=folder))
    done: list[tuple[Path, Path]] = []
    moves = [(folder / name, aside / name) for name in there]
    moves += [(staged / name, folder / name) for name in KEPT if (staged / name).exists()]
    try:
        for source, target in moves:
            source.rename(target)
            done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            target.rename(source)
        aside.rmdir()
        raise
    if there:
        return aside
    aside.rmdir()
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(file: Path, what: str) -> Refused:
    fact = f"it is damaged, or 'pressmark studio backup' did not make it: {what[:200]}"
    return Refused(Problem(str(file), "backup-damaged", fact, "restore another one"), exit_code=2)
