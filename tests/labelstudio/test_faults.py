"""Push and pull while connections break, servers are busy or slow, and answers are damaged: nothing lost or doubled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from pressmark.labelstudio import client, patience

from .broken import EXPORT, IMPORT, LIST, UPDATE, Broken
from .people import Person
from .proxy import (
    Fault,
    answers,
    cut_short,
    dropped_after,
    dropped_before,
    dropped_while_handled,
    half_sent,
    handled_but,
    handled_but_slow,
    meanwhile,
    rewriting,
    silent,
    truncated,
)

PAGE = "<html>The proxy is being repaired</html>"


BROKEN_ONCE: dict[str, Fault] = {
    "dropped before": dropped_before,
    "dropped while the request is sent": half_sent,
    "dropped while it is handled": dropped_while_handled,
    "dropped after it was handled": dropped_after,
    "500": answers(500, '{"detail": "database is locked"}'),
    "500 after it was handled": handled_but(500),
    "502 after it was handled": handled_but(502, PAGE),
    "503": answers(503, PAGE),
    "409": answers(409, '{"detail": "conflict"}'),
    "429": answers(429, '{"detail": "slow down"}', wait="0"),
    "HTML after it was handled": handled_but(200, PAGE),
    "answer cut off": cut_short,
}


@pytest.mark.parametrize("name", BROKEN_ONCE)
def test_an_import_that_breaks_is_completed_and_not_doubled(broken: Broken, name: str) -> None:
    broken.proxy.breaks(IMPORT, BROKEN_ONCE[name], skip=1)
    pushed = broken.run("push")
    assert pushed.code == 0 and f"sent: {len(broken.keys)}," in pushed.out, pushed.err
    broken.assert_each_once()
    assert f"unchanged: {len(broken.keys)}" in broken.run("push").out
    broken.assert_each_once()


def test_an_import_that_always_breaks_says_what_was_sent_and_is_completed_later(broken: Broken) -> None:
    broken.proxy.breaks(IMPORT, answers(500, PAGE), skip=1, times=100)
    pushed = broken.run("push")
    assert pushed.code == 2 and "[studio-error] the server answered 500" in pushed.err
    assert "2 of 6 sentences were sent, 4 were not" in pushed.err and "Traceback" not in pushed.err
    assert sorted(broken.there()) == broken.keys[:2]
    broken.proxy.rules.clear()
    assert "sent: 4, brought up to date: 0, unchanged: 2" in broken.run("push").out
    broken.assert_each_once()


def test_a_server_that_is_slow_to_take_an_import(broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", 1.0)
    broken.proxy.breaks(IMPORT, handled_but_slow(1.5))
    broken.proxy.breaks(IMPORT, silent(1.5), skip=1)
    pushed = broken.run("push")  # the first batch arrives late, the second never
    assert pushed.code == 2 and "[studio-timeout]" in pushed.err and "2 of 6 sentences were sent" in pushed.err
    assert broken.run("push").code == 0
    broken.assert_each_once()


def test_a_busy_server_is_given_the_time_that_it_asks_for(broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(patience.time, "sleep", slept.append)
    now = datetime.now(UTC)
    date, late = (format_datetime(now + timedelta(seconds=each), usegmt=True) for each in (90, -3600))
    for place, said in enumerate(("7", date, late, "soon")):
        broken.proxy.breaks(IMPORT, answers(429, wait=said), skip=place)
    pushed = broken.run("push")
    assert pushed.code == 0 and pushed.err.count("takes no more requests for now; trying again in") == 4
    assert slept[0] == 7 and 60 <= slept[1] <= 90 and slept[2] == 0 and slept[3] == patience.PAUSE * 2**3
    broken.assert_each_once()


def test_a_server_that_asks_for_too_much_time_is_not_waited_for(broken: Broken) -> None:
    broken.proxy.breaks(IMPORT, answers(429, wait="3600"), skip=2)
    pushed = broken.run("push")
    assert pushed.code == 2 and "[studio-busy]" in pushed.err and "it asks to wait 3600 s" in pushed.err
    assert "4 of 6 sentences were sent" in pushed.err
    assert broken.run("push").code == 0
    broken.assert_each_once()


READ_BROKEN: dict[str, Fault] = {
    "silent": silent(1.0),
    "dropped": dropped_before,
    "503": answers(503, PAGE),
    "409": answers(409),
    "429": answers(429),
    "HTML": answers(200, PAGE),
    "cut off": cut_short,
    "truncated": truncated,
    "another JSON": answers(200, '{"tasks": 1}'),
}


def test_what_is_read_is_asked_for_again(broken: Broken, reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", 0.8)
    monkeypatch.setattr(client, "EXPORT_TIMEOUT", 0.8)
    assert broken.run("push").code == 0
    names = list(READ_BROKEN)
    for index, some in enumerate((names[:3], names[3:6], names[6:])):
        for place, name in enumerate(some):
            for request in (LIST, EXPORT, "GET /api/projects/\\?", "GET /api/users", "GET /api/current-user"):
                if name != "another JSON" or request in (LIST, EXPORT):
                    broken.proxy.breaks(request, READ_BROKEN[name], skip=place)
            if name.isdigit():
                broken.proxy.breaks("GET /api/version", READ_BROKEN[name])
        reader.annotate(broken.task(index), broken.work.article.text)
        pulled, pushed = broken.run("pull"), broken.run("push")
        assert (pulled.code, pushed.code) == (0, 0), (some, pulled.err, pushed.err)
        assert sorted(broken.units()) == list(range(index + 1)), some
        assert not any(rule.times for rule in broken.proxy.rules), some
    broken.assert_each_once(annotations=3)


def test_what_cannot_be_read_changes_nothing(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    reader.annotate(broken.task(0), broken.work.article.text)
    assert broken.run("pull").code == 0
    before = broken.units()
    reader.annotate(broken.task(1), broken.work.article.text)
    for place, name in enumerate(("HTML", "cut off", "truncated", "503", "dropped")):
        broken.proxy.rules.clear()
        broken.proxy.breaks(EXPORT, READ_BROKEN[name], times=100)
        pulled = broken.run("pull")
        problem = "studio-unreachable" if name in ("cut off", "dropped") else "studio-error"
        assert pulled.code == 2 and f"[{problem}]" in pulled.err and "Traceback" not in pulled.err, name
        assert broken.proxy.count(EXPORT) == 1 + (place + 1) * patience.TRIES
        assert broken.units() == before
    broken.proxy.rules.clear()
    assert broken.run("pull").code == 0
    assert sorted(broken.units()) == [0, 1] and broken.units()[0] == before[0]
    broken.assert_each_once(annotations=2)


def test_a_project_is_made_once(broken: Broken) -> None:
    broken.proxy.breaks("POST /api/projects/ ", dropped_after)
    broken.proxy.breaks("POST /api/projects/$", dropped_after)
    assert broken.run("push").code == 0
    assert not any(rule.times for rule in broken.proxy.rules[1:])
    broken.assert_each_once()


def new_guidelines(broken: Broken, version: str = "7.5") -> str:
    """Give the guidelines of the corpus another version; return the one that they had."""
    old: str = broken.task(0)["data"]["guideline_version"]
    path = broken.work.store.guidelines
    path.write_text(path.read_text("utf-8").replace(f"Version: {old}", f"Version: {version}"), encoding="utf-8")
    return old


def test_tasks_are_brought_up_to_date_over_a_bad_connection(broken: Broken) -> None:
    assert broken.run("push").code == 0
    new_guidelines(broken)
    for skip, fault in enumerate((dropped_after, dropped_before, answers(502, PAGE), answers(429), truncated)):
        broken.proxy.breaks(UPDATE, fault, skip=2 * skip)
    pushed = broken.run("push")
    assert pushed.code == 0 and f"brought up to date: {len(broken.keys)}" in pushed.out, pushed.err
    assert {tasks[0]["data"]["guideline_version"] for tasks in broken.there().values()} == {"7.5"}
    broken.assert_each_once()


def test_an_annotation_keeps_the_guidelines_that_it_was_made_under(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    old, task = new_guidelines(broken), broken.task(0)
    broken.proxy.breaks(UPDATE, meanwhile(before=lambda: reader.annotate(task, broken.work.article.text)))
    pushed = broken.run("push")  # somebody annotates a sentence while it gets the new guidelines
    assert pushed.code == 1 and "[studio-guidelines-changed] 1 sentences were worked on" in pushed.err
    assert broken.task(0)["data"]["guideline_version"] == old
    assert broken.run("pull").code == 0
    assert [unit["guideline_version"] for unit in broken.units().values()] == [old]
    assert "[studio-guidelines-changed]" in broken.run("push").err
    assert broken.run("pull").code == 0
    assert [unit["guideline_version"] for unit in broken.units().values()] == [old]
    broken.assert_each_once(annotations=1)


def test_a_dry_run_names_each_sentence(broken: Broken) -> None:
    assert broken.run("push").code == 0
    gone, copied = broken.task(1), broken.task(2)
    broken.work.owner.ask("DELETE", f"/api/tasks/{gone['id']}/")
    broken.work.owner.ask("POST", f"/api/projects/{broken.project}/import", json=[{"data": copied["data"]}])
    heading = {**broken.task(3)["data"], "heading": "Another"}
    broken.work.owner.ask("PATCH", f"/api/tasks/{broken.task(3)['id']}/", json={"data": heading})
    before, writes = broken.there(), broken.proxy.count("POST|PATCH|DELETE")
    dry = broken.run("push", "--dry-run")
    assert dry.code == 0 and len(dry.out.splitlines()) == 1
    assert (
        "would be sent: 1, would be brought up to date: 1, unchanged: 4, would be removed as second ones: 1" in dry.out
    )
    said = broken.run("push", "--dry-run", "--json").json
    assert [(each["item"], each["done"]) for each in said[1:]] == [
        (broken.keys[1], "would be sent"),
        (broken.keys[3], "would be brought up to date"),
        (broken.keys[2], "would be removed, a second one"),
    ]
    assert broken.there() == before and broken.proxy.count("POST|PATCH|DELETE") == writes
    assert "removed as second ones: 1" in broken.run("push").out
    broken.assert_each_once()


def test_a_task_that_was_deleted_is_sent_anew_and_what_was_pulled_stays(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    text = broken.work.article.text
    reader.annotate(broken.task(0), text)
    reader.annotate(broken.task(1), text, result=[], was_cancelled=True)
    reader.ask("POST", f"/api/tasks/{broken.task(2)['id']}/drafts", json={"result": [], "lead_time": 1})
    assert broken.run("pull").code == 0
    before = broken.units()
    assert {index: unit["status"] for index, unit in before.items()} == {0: "submitted", 1: "skipped"}
    for index in (0, 1, 3):
        broken.work.owner.ask("DELETE", f"/api/tasks/{broken.task(index)['id']}/")
    assert "sent: 3, brought up to date: 0, unchanged: 3" in broken.run("push").out
    broken.assert_each_once()
    assert "unchanged" in broken.run("pull").out + "unchanged" and broken.units() == before
    again = reader.annotate(broken.task(0), text, ["claim"])  # and now it breaks a rule
    assert broken.run("pull").code == 1
    assert broken.units()[0]["status"] == "invalid" and broken.units()[1] == before[1]
    reader.ask("DELETE", f"/api/annotations/{again}/")
    assert broken.run("pull").code == 0 and broken.units()[0]["status"] == "invalid"
    broken.assert_each_once()


def test_tasks_that_are_deleted_while_they_are_listed_hide_no_other(broken: Broken) -> None:
    assert broken.run("push").code == 0
    first = broken.task(0)["id"]
    broken.proxy.breaks(LIST, meanwhile(after=lambda: broken.work.owner.ask("DELETE", f"/api/tasks/{first}/")))
    assert "sent: 0," in broken.run("push").out  # two pages: the second one begins where the first one ended
    assert {key: len(tasks) for key, tasks in broken.there().items()} == dict.fromkeys(broken.keys[1:], 1)
    assert "sent: 1," in broken.run("push").out
    broken.assert_each_once()


def test_what_another_account_changed_is_no_decision_of_its_annotator(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    owner, text, number = broken.work.owner, broken.work.article.text, broken.task(4)["id"]
    labels, spans = broken.work.suggested(4)
    made = reader.annotate(broken.task(4), text, labels, spans)
    other = reader.annotate(broken.task(0), text)
    assert broken.run("pull").code == 0
    before = broken.units()
    owner.ask("PATCH", f"/api/annotations/{other}/", json={"ground_truth": True})  # which decides nothing else
    assert broken.run("pull").code == 0 and broken.units() == before
    owner.ask("PATCH", f"/api/annotations/{made}/", json={"result": []})
    pulled = broken.run("pull")
    assert pulled.code == 1 and f"task {number} [studio-edited-by-another]" in pulled.err
    assert broken.units() == before
    reader.ask("PATCH", f"/api/annotations/{made}/", json={"result": []})
    assert broken.run("pull").code == 0
    assert not broken.units()[4].get("spans")
    broken.assert_each_once(annotations=2)


def test_a_server_whose_clock_is_put_back(broken: Broken, reader: Person) -> None:
    assert broken.run("push").code == 0
    made = reader.annotate(broken.task(4), broken.work.article.text)
    assert broken.run("pull").code == 0
    before = broken.units()[4]
    reader.ask("PATCH", f"/api/annotations/{made}/", json={"result": [], "was_cancelled": True})

    def put_back(tasks: Any) -> None:
        for task in tasks:
            for annotation in task["annotations"]:
                annotation["updated_at"] = "2001-01-01T00:00:00.000000Z"

    broken.proxy.breaks(EXPORT, rewriting(put_back), times=2)
    pulled = broken.run("pull")
    assert pulled.code == 1 and "[studio-older-decision]" in pulled.err and "sentence 4" in pulled.err
    assert broken.units()[4] == before
    kept = broken.work.store.read_annotation("reader-1", "ferry").earlier
    assert [(unit.index, unit.status, unit.updated[:4]) for unit in kept] == [(4, "skipped", "2001")]
    assert broken.run("pull").code == 0 and broken.units()[4] == before
    assert broken.run("pull").code == 0 and broken.units()[4]["status"] == "skipped"
