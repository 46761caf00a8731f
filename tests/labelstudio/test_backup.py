"""Care of the corpus's own server: backup, restore, and an upgrade that is tried on a copy first."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from pressmark.files import canonical_json
from pressmark.labelstudio import server
from pressmark.labelstudio.backup import FORMAT, MANIFEST
from pressmark.labelstudio.versions import VERSION
from pressmark.store import Store

from ..conftest import snapshot
from .conftest import StandIn
from .people import Person
from .work import ANNOTATORS, Run


@pytest.fixture
def own(pressmark: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A corpus with a real server of its own, two annotators, and some work done."""
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    config = ferry / "corpus" / "corpus.toml"
    config.write_text(config.read_text("utf-8") + ANNOTATORS, encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    try:
        yield Store(ferry)
    finally:
        server.stop(Store(ferry).studio)


def running(store: Store) -> server.Server:
    found = server.find(store.studio)
    assert found
    return found


def everything(store: Store) -> dict[str, Any]:
    """Return what the server of a corpus has, as its owner sees it with the token."""
    at = running(store)
    with httpx.Client(base_url=at.url, headers={"Authorization": f"Token {at.token}"}, timeout=60) as http:
        projects = http.get("/api/projects/?page_size=100").json()["results"]
        asked = {"exportType": "JSON", "download_all_tasks": "true"}
        export = [http.get(f"/api/projects/{each['id']}/export", params=asked).json() for each in projects]
        drafts = [http.get(f"/api/tasks/{task['id']}/drafts").json() for tasks in export for task in tasks]
        users = [(each["id"], each["email"]) for each in http.get("/api/users").json()]
        titles = [(each["id"], each["title"], each["description"]) for each in projects]
        return {"projects": titles, "export": export, "drafts": drafts, "users": users}


def work(pressmark: Run, store: Store) -> tuple[dict[str, str], int]:
    """Have somebody submit, skip and draft; return what they log in with, and the project's number."""
    invited = pressmark("studio", "invite", "reader-1", "--corpus", store.root, "--json").json
    assert pressmark("studio", "push", "--corpus", store.root).code == 0
    person = Person(invited["url"], invited["email"], invited["password"])
    number = person.project("Harbour News")
    tasks, text = person.tasks(number), store.read_article("ferry").text
    person.annotate(tasks[0], text, lead_time=4.5)
    person.annotate(tasks[1], text, result=[], was_cancelled=True)
    tick = {"id": "u", "from_name": "labels", "to_name": "text", "type": "choices", "value": {"choices": ["number"]}}
    person.ask("POST", f"/api/tasks/{tasks[2]['id']}/drafts", json={"result": [tick], "lead_time": 1})
    return invited, number


def test_the_whole_care_of_a_server(pressmark: Run, own: Store, tmp_path: Path) -> None:
    def care(command: str, *arguments: object) -> Any:
        return pressmark("studio", command, *arguments, "--corpus", own.root)

    assert care("start", "--port", 0).code == 0
    invited, number = work(pressmark, own)
    at_first, owner = everything(own), running(own)
    data = own.studio / "data"
    (data / "media" / "upload").mkdir(parents=True, exist_ok=True)
    (data / "media" / "upload" / "note.txt").write_text("kept", encoding="utf-8")
    file = tmp_path / "kept.tar.gz"
    made = care("backup", file)  # while it runs
    assert made.code == 0 and VERSION in made.out, made.err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert owner.token not in made.out and owner.password not in made.out
    assert "[backup-exists]" in care("backup", file).err

    person = Person(invited["url"], invited["email"], invited["password"])
    person.annotate(person.tasks(number)[3], own.read_article("ferry").text)
    assert everything(own) != at_first
    later = everything(own)
    refused = care("restore", file)
    assert refused.code == 2 and "[studio-running]" in refused.err
    assert "can be restored" in care("restore", file, "--dry-run").out
    assert everything(own) == later
    care("stop")
    before = snapshot(own.studio)
    assert "can be restored" in care("restore", file, "--dry-run").out
    assert snapshot(own.studio) == before

    restored = care("restore", file, "--json")
    assert restored.code == 0 and restored.json["restored"]
    aside = Path(restored.json["aside"])
    assert snapshot(aside) == {name: value for name, value in before.items() if name != "server.log"}
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "label_studio.sqlite3").stat().st_mode) == 0o600
    assert (data / "media" / "upload" / "note.txt").read_text("utf-8") == "kept"
    assert care("start").code == 0
    assert everything(own) == at_first
    assert (running(own).token, running(own).email, running(own).url) == (owner.token, owner.email, owner.url)
    Person(invited["url"], invited["email"], invited["password"])  # logs in
    pulled = care("pull")
    assert pulled.code == 0 and "reader-1/ferry pulled 1 skipped, 1 submitted" in pulled.out

    assert "tried on a copy" in care("upgrade", "--try").out  # while it runs
    assert "[studio-running]" in care("upgrade").err
    assert everything(own) == at_first
    care("stop")
    assert "nothing to upgrade" in care("upgrade").out
    written_by(own, "1.22.0")
    refused = care("start")
    assert refused.code == 2 and "[studio-data-older]" in refused.err and "pressmark studio upgrade" in refused.err
    done = care("upgrade", "--json")
    assert done.code == 0 and done.json["upgraded"] and done.json["wrote"] == "1.22.0", done.err
    assert done.json["counts"]["annotation"] == 2 and done.json["counts"]["task"] == len(at_first["export"][0])
    assert Path(done.json["backup"]).is_file()
    assert care("start").code == 0 and everything(own) == at_first and running(own).url == owner.url
    care("stop")

    written_by(own, "1.22.0")
    with closing(sqlite3.connect(data / "label_studio.sqlite3")) as base, base:  # a task that no project shows
        base.execute("UPDATE task SET project_id = 4711 WHERE id = (SELECT max(id) FROM task)")
    before = snapshot(own.studio)
    differs = care("upgrade")
    assert differs.code == 1 and differs.err.count("[studio-upgrade-differs]") == 1, differs.err
    assert snapshot(own.studio) == before and server.find(own.studio) is None

    (data / "label_studio.sqlite3").write_bytes(b"no database" * 999)
    for command in (["upgrade"], ["upgrade", "--try"], ["backup"]):
        broken = care(*command)
        assert broken.code == 2 and "[studio-data-broken]" in broken.err, broken
    written_by(own, "1.99.0")
    assert "[studio-data-newer]" in care("start").err
    assert care("restore", file).code == 0  # whatever is there
    assert care("start").code == 0 and everything(own) == at_first


def written_by(store: Store, version: str) -> None:
    """Have the record say that another version of Label Studio wrote the data."""
    path = store.studio / "server.json"
    path.write_bytes(canonical_json(json.loads(path.read_text("utf-8")) | {"data_version": version}))


def test_what_cannot_be_restored_changes_nothing(
    pressmark: Run, ferry: Path, stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(ferry)

    def care(command: str, *arguments: object) -> Any:
        return pressmark("studio", command, *arguments, "--corpus", ferry)

    for command in (["backup"], ["upgrade"], ["upgrade", "--try"]):
        assert "[studio-no-data]" in care(*command).err
    server.start(store.studio, 0)
    server.stop(store.studio)
    with closing(sqlite3.connect(store.studio / "data" / "label_studio.sqlite3")) as base, base:
        base.execute("CREATE TABLE ferries (name TEXT)")
    good = tmp_path / "good.tar.gz"
    assert care("backup", good).code == 0
    content = good.read_bytes()
    before = snapshot(store.studio)
    wrong: dict[str, tuple[bytes, str]] = {
        "nothing": (b"", "backup-damaged"),
        "cut off": (content[: len(content) // 2], "backup-damaged"),
        "one byte": (content[:40] + bytes([content[40] ^ 1]) + content[41:], "backup-damaged"),
        "no tar": (b"Ferry runs aground off Norra\n" * 99, "backup-damaged"),
        "another tar": (rewritten(good, lambda name: "notes.txt"), "backup-damaged"),
        "a file less": (rewritten(good, lambda name: None if name == "server.json" else name), "backup-damaged"),
        "upwards": (rewritten(good, lambda name: name.replace("data/", "data/../../../")), "backup-damaged"),
        "elsewhere": (rewritten(good, lambda name: f"{tmp_path}/{name}"), "backup-damaged"),
        "a link": (rewritten(good, str, link=True), "backup-damaged"),
        "changed": (rewritten(good, str, change=b"x"), "backup-damaged"),
        "no manifest": (rewritten(good, lambda name: None if name == MANIFEST else name), "backup-damaged"),
        "newer": (rewritten(good, str, manifest={"label_studio": "1.99.0"}), "backup-newer"),
        "newer form": (rewritten(good, str, manifest={"format": FORMAT + 1}), "backup-newer"),
        "foreign": (rewritten(good, str, manifest={"members": {}}), "backup-damaged"),
    }
    for name, (bad, id_) in wrong.items():
        (tmp_path / "bad.tar.gz").write_bytes(bad)
        refused = care("restore", tmp_path / "bad.tar.gz")
        assert refused.code == 2 and f"[{id_}]" in refused.err and "Traceback" not in refused.err, (name, refused)
        assert snapshot(store.studio) == before, name
    assert sorted(p.name for p in tmp_path.iterdir() if "label_studio" in p.name) == []
    assert "[cannot-access]" in care("restore", tmp_path / "missing.tar.gz").err
    assert care("restore", good).code == 0
    monkeypatch.setenv("LABEL_STUDIO_URL", "https://studio.example")
    for command in (["backup"], ["restore", good], ["upgrade"], ["upgrade", "--try"]):
        assert "[studio-elsewhere]" in care(*command).err


def rewritten(
    file: Path,
    name: Callable[[str], str | None],
    *,
    link: bool = False,
    change: bytes = b"",
    manifest: dict[str, Any] | None = None,
) -> bytes:
    """Write a backup anew with other names, a link in it, other content, or another manifest."""
    out = io.BytesIO()
    with tarfile.open(file) as old, tarfile.open(fileobj=out, mode="w:gz") as new:
        for member in old:
            taken = old.extractfile(member)
            assert taken
            content = taken.read() + (change if member.name != MANIFEST else b"")
            if manifest and member.name == MANIFEST:
                content = json.dumps(json.loads(content) | manifest).encode()
            if renamed := name(member.name):
                member.name, member.size = renamed, len(content)
                new.addfile(member, io.BytesIO(content))
        if link:
            away = tarfile.TarInfo("data/away")
            away.type, away.linkname = tarfile.SYMTYPE, "/etc"
            new.addfile(away)
    return out.getvalue()
