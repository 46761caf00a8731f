"""The whole way through a real Label Studio server: push, annotate as two people, pull, agree, adjudicate, release."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from pressmark import schemas
from pressmark.labelstudio.results import to_result
from pressmark.labelstudio.tasks import windows

from .people import Person
from .work import Run, Work, read, studio_command


def test_the_whole_way(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    first, second = people
    total = len(work.article.sentences)

    dry = studio_command(pressmark, work, "push", "--no-suggestions", "--dry-run")
    assert dry.code == 0 and f"would be sent: {total}" in dry.out
    assert work.title not in [
        each["title"] for each in work.owner.ask("GET", "/api/projects/?page_size=1000")["results"]
    ]
    assert f"sent: {total}," in studio_command(pressmark, work, "push", "--no-suggestions").out
    again = studio_command(pressmark, work, "push", "--no-suggestions")
    assert "sent: 0," in again.out and f"unchanged: {total}" in again.out
    project = work.owner.project(work.title)
    tasks = work.owner.tasks(project)
    assert len(tasks) == total
    assert all(not task["predictions"] for task in tasks.values())
    for index, task in tasks.items():
        assert not schemas.violations(task["data"], "task", str(index))
        assert task["data"]["text"] == work.article.sentence_text(work.article.sentences[index])
    shown = work.owner.ask("GET", f"/api/projects/{project}")
    assert "Annotation guidelines" in shown["expert_instruction"] and shown["show_instruction"]

    for index, task in tasks.items():  # the first one agrees with the rules, the second one marks no claims
        labels, spans = work.suggested(index)
        first.annotate(task, work.article.text, labels, spans, lead_time=4.5)
        if index == total - 1:
            second.annotate(task, work.article.text, result=[], was_cancelled=True)
            continue
        kept = [span for span in spans if span.label != "claim"]
        second.annotate(task, work.article.text, [each for each in labels if each != "claim"], kept)
    said = studio_command(pressmark, work, "status", "--json").json
    assert [(row["annotator"], row["submitted"], row["skipped"], row["left"]) for row in said["people"]] == [
        ("reader-1", total, 0, 0),
        ("reader-2", total - 1, 1, 0),
    ]
    pulled = studio_command(pressmark, work, "pull")
    assert pulled.code == 0, pulled.err
    assert f"reader-1/ferry pulled {total} submitted" in pulled.out
    before = {name: read(work, name) for name in ("reader-1", "reader-2")}
    assert studio_command(pressmark, work, "pull").out.count("unchanged") == 2
    assert before == {name: read(work, name) for name in ("reader-1", "reader-2")}
    assert pressmark("validate", "--corpus", work.root).code == 0
    assert "@" not in "".join(p.read_text("utf-8") for p in (work.root / "corpus" / "annotations").rglob("*.json"))
    marked = [span for unit in before["reader-1"]["units"] for span in unit.get("spans", ())]
    assert {(s["start"], s["end"], s["label"]) for s in marked} == {
        (s.start, s.end, s.label) for i in range(total) for s in work.suggested(i)[1]
    }
    assert {unit["seconds"] for unit in before["reader-1"]["units"]} == {4.5}

    agreed = pressmark("agree", "--corpus", work.root, "--json")
    assert agreed.code == 0
    (pair,) = agreed.json["pairs"]
    assert (pair["first"], pair["second"], pair["units"]) == ("reader-1", "reader-2", total - 1)
    listed = pressmark("adjudicate", "--corpus", work.root)
    assert listed.code == 1 and "[adjudication-open]" in listed.err
    path = work.store.adjudication("ferry")
    text = path.read_text("utf-8")
    assert 'take = "agreed"' in text and 'take = ""' in text
    open_ = 'who = ""\nwhy = ""\njudges = ["reader-1"]'  # the sentence that reader-2 skipped
    assert open_ in text
    text = text.replace(open_, open_.replace('who = ""', 'who = "adjudicator-1"').replace('why = ""', 'why = "plain"'))
    text = text.replace('take = ""\nwho = ""\nwhy = ""', 'take = "reader-1"\nwho = "adjudicator-1"\nwhy = "a fact"')
    path.write_text(text, encoding="utf-8")
    settled = pressmark("adjudicate", "--corpus", work.root)
    assert settled.code == 0, settled.err
    assert "adjudicated" in settled.out
    assert "unchanged" in pressmark("adjudicate", "--corpus", work.root).out
    assert pressmark("validate", "--corpus", work.root).code == 0
    decided = path.read_bytes()
    other = pressmark("adjudicate", "--guidelines", "9.9", "--corpus", work.root)
    assert other.code == 2 and "[no-agreement]" in other.err and path.read_bytes() == decided
    released = pressmark("release", "--corpus", work.root, "--json").json
    assert released["rows"]["annotations"] == {"train": 2 * total}
    assert released["preview"][0]["provenance"] == "gold"
    assert [vote["annotator"] for vote in released["preview"][0]["votes"]] == ["reader-1", "reader-2"]


def test_nothing_an_annotator_did_is_lost(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    first, _ = people
    studio_command(pressmark, work, "push", "--no-suggestions")
    tasks = work.owner.tasks(work.owner.project(work.title))
    labels, spans = work.suggested(3)
    made = first.annotate(tasks[3], work.article.text, labels, spans)
    kept = first.annotate(tasks[1], work.article.text)
    assert studio_command(pressmark, work, "pull").code == 0
    old = read(work, "reader-1")
    first.ask("PATCH", f"/api/annotations/{made}/", json={"result": []})  # a later decision, and a smaller one
    first.ask("DELETE", f"/api/annotations/{kept}/")
    assert studio_command(pressmark, work, "pull").code == 0
    new = read(work, "reader-1")
    assert [unit["index"] for unit in new["units"]] == [1, 3]
    assert new["units"][0] == old["units"][0]
    assert not new["units"][1].get("spans") and new["earlier"] == [old["units"][1]]
    path = work.root / "corpus" / "annotations" / "reader-1" / "ferry.json"
    path.unlink()
    assert studio_command(pressmark, work, "pull").code == 0  # a file that was removed comes back as far as it can
    assert [unit["index"] for unit in read(work, "reader-1")["units"]] == [3]


def test_what_breaks_a_rule_is_kept_as_it_was_submitted(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    first, _ = people
    studio_command(pressmark, work, "push")
    tasks = work.owner.tasks(work.owner.project(work.title))
    assert all(task["predictions"] for task in tasks.values())
    article, index = work.article, 3
    labels, spans = work.suggested(index)
    whole = to_result(article.text, windows(tasks[index]["data"]), labels, spans)
    bad = [dict(item) for item in whole]
    bad[0] = {**bad[0], "value": {**bad[0]["value"], "end": 10**6}}
    first.annotate(tasks[index], article.text, result=bad)
    first.annotate(tasks[0], article.text, ["number"])
    first.ask("POST", f"/api/tasks/{tasks[2]['id']}/drafts", json={"result": [], "lead_time": 1})
    said = studio_command(pressmark, work, "status", "--json").json
    assert [(row["invalid"], row["drafts"]) for row in said["people"]] == [(2, 1), (0, 0)]
    pulled = studio_command(pressmark, work, "pull")
    assert pulled.code == 1
    assert pulled.err.count("[annotation-invalid]") == 2 and "number is ticked, and no span gives it" in pulled.err
    both = studio_command(pressmark, work, "pull", "--json")
    assert both.code == 1 and {each["id"] for each in both.json["problems"]} == {"annotation-invalid"}
    assert [each["item"] for each in both.json["outcomes"]] == ["reader-1/ferry"]
    units = {unit["index"]: unit for unit in read(work, "reader-1")["units"]}
    assert units[index]["status"] == units[0]["status"] == "invalid"
    assert json.loads(units[index]["submitted"])[0]["value"]["end"] == 10**6
    assert any("outside of 'text'" in fault for fault in units[index]["faults"])
    assert pressmark("validate", "--corpus", work.root).code == 0


def test_an_account_without_a_pseudonym_is_named_and_given_one(pressmark: Run, work: Work) -> None:
    studio_command(pressmark, work, "push")
    tasks = work.owner.tasks(work.owner.project(work.title))
    work.owner.annotate(tasks[0], work.article.text)
    unknown = studio_command(pressmark, work, "pull")
    assert unknown.code == 1 and "[unknown-annotator]" in unknown.err
    assert not (work.root / "corpus" / "annotations").exists()
    email = work.owner.ask("GET", "/api/current-user/whoami")["email"]
    assert "[unknown-annotator]" in studio_command(pressmark, work, "pull", "--as", f"{email}=nobody").err
    given = studio_command(pressmark, work, "pull", "--as", f"{email}=reader-2")
    assert given.code == 0 and "reader-2/ferry pulled 1 submitted" in given.out
    assert studio_command(pressmark, work, "pull").code == 0
    written = [p for p in work.root.rglob("*") if p.is_file() and email in p.read_text("utf-8", errors="replace")]
    assert [p.relative_to(work.root).as_posix() for p in written] == [".pressmark/studio/people.json"]


def test_what_was_changed_on_the_server_is_an_error_never_data(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push", "--no-suggestions")
    project = work.owner.project(work.title)
    tasks = work.owner.tasks(project)
    people[0].annotate(tasks[0], work.article.text)
    people[0].annotate(tasks[1], work.article.text)
    data = {**tasks[1]["data"], "text": tasks[1]["data"]["text"].replace("a", "o", 1)}
    work.owner.ask("PATCH", f"/api/tasks/{tasks[1]['id']}/", json={"data": data})
    alien = {"text": "Not ours.", "before": "", "after": "", "heading": ""}
    work.owner.ask("POST", f"/api/projects/{project}/import", json=[{"data": alien, "annotations": [{"result": []}]}])
    pushed = studio_command(pressmark, work, "push", "--no-suggestions")
    assert pushed.code == 1 and "[studio-text-differs]" in pushed.err
    pulled = studio_command(pressmark, work, "pull")
    assert pulled.code == 1 and "[studio-text-differs]" in pulled.err and "[studio-task-foreign]" in pulled.err
    assert [unit["index"] for unit in read(work, "reader-1")["units"]] == [0]
    page = work.owner.ask("GET", f"/api/projects/{project}")["label_config"]
    assert '"Claim"' in page
    work.owner.ask("PATCH", f"/api/projects/{project}/", json={"label_config": page.replace('"Claim"', '"Claims"')})
    for command in ("push", "pull", "status"):
        changed = studio_command(pressmark, work, command)
        assert changed.code == 2 and "[studio-config-changed]" in changed.err


def test_a_push_that_was_cut_off_is_completed(pressmark: Run, work: Work) -> None:
    studio_command(pressmark, work, "push")
    tasks = work.owner.tasks(work.owner.project(work.title))
    work.owner.ask("DELETE", f"/api/tasks/{tasks[2]['id']}/")
    assert "sent: 1," in studio_command(pressmark, work, "push").out
    assert sorted(work.owner.tasks(work.owner.project(work.title))) == sorted(tasks)


def test_guidelines_do_not_change_under_the_hands_of_annotators(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push", "--no-suggestions")
    tasks = work.owner.tasks(work.owner.project(work.title))
    guidelines = work.root / "corpus" / "guidelines.md"
    old = tasks[0]["data"]["guideline_version"]
    for now, before in (("7.5", old), ("8.0", "7.5")):
        text = guidelines.read_text("utf-8").replace(f"Version: {before}", f"Version: {now}")
        guidelines.write_text(text, encoding="utf-8")
        pushed = studio_command(pressmark, work, "push", "--no-suggestions")
        if now == "7.5":
            assert f"up to date: {len(tasks)}" in pushed.out
            people[0].annotate(tasks[0], work.article.text)
    assert pushed.code == 1 and "[studio-guidelines-changed]" in pushed.err
    assert studio_command(pressmark, work, "pull").code == 0
    assert [unit["guideline_version"] for unit in read(work, "reader-1")["units"]] == ["7.5"]
    project = work.owner.ask("GET", f"/api/projects/{work.owner.project(work.title)}")
    assert "Version: 7.5" in project["expert_instruction"]


def test_a_project_of_another_corpus_is_left_alone(pressmark: Run, work: Work) -> None:
    work.owner.ask("POST", "/api/projects/", json={"title": work.title})
    taken = studio_command(pressmark, work, "push")
    assert taken.code == 2 and "[studio-project-taken]" in taken.err
    work.owner.ask("PATCH", f"/api/projects/{work.owner.project(work.title)}/", json={"title": "Something else"})
    none = studio_command(pressmark, work, "pull")
    assert none.code == 2 and "[studio-no-project]" in none.err


def test_a_personal_access_token_does_as_well(pressmark: Run, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    token = work.owner.ask("POST", "/api/token/", json={})["token"]
    assert token.count(".") == 2  # a JSON Web Token, which the server gives people who ask for a token
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", token)
    assert studio_command(pressmark, work, "push").code == 0
    assert studio_command(pressmark, work, "status").code == 0


def test_a_title_that_the_server_would_refuse(pressmark: Run, work: Work) -> None:
    refused = studio_command(pressmark, replace(work, title="x" * 51), "push")
    assert refused.code == 2 and "[studio-project-title]" in refused.err


def test_a_wrong_token_is_told_and_not_shown(pressmark: Run, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("0" * 40, "not a token", "two\nlines", "tök€n"):
        monkeypatch.setenv("LABEL_STUDIO_API_KEY", wrong)
        refused = studio_command(pressmark, work, "push")
        assert refused.code == 2 and "[studio-token]" in refused.err and wrong not in refused.err
    monkeypatch.delenv("LABEL_STUDIO_API_KEY")
    assert "LABEL_STUDIO_API_KEY [studio-token]" in studio_command(pressmark, work, "push").err


@pytest.fixture
def other_program() -> Iterator[Callable[[int, str], str]]:
    """A program that answers every request alike; returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: str) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (200, "<html>hello</html>", "studio-other-program"),
        (404, "{}", "studio-other-program"),
        (200, "[1, 2]", "studio-other-program"),
        (200, '{"release": "1.7.3"}', "studio-version"),
        (200, '{"release": "2.0.0"}', "studio-version"),
    ],
)
def test_what_is_no_label_studio_of_a_known_version_is_refused(
    pressmark: Run,
    ferry: Path,
    monkeypatch: pytest.MonkeyPatch,
    other_program: Callable[[int, str], str],
    status: int,
    body: str,
    problem: str,
) -> None:
    monkeypatch.setenv("LABEL_STUDIO_URL", other_program(status, body))
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", "secret")
    refused = pressmark("studio", "pull", "--corpus", ferry)
    assert refused.code == 2 and f"[{problem}]" in refused.err and "secret" not in refused.err


def test_a_server_that_is_down_or_was_never_started(
    pressmark: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert "[studio-not-running]" in pressmark("studio", "status", "--corpus", ferry).err
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", "secret")
    for address, problem in (("http://127.0.0.1:9", "studio-unreachable"), ("nowhere", "studio-unreachable")):
        monkeypatch.setenv("LABEL_STUDIO_URL", address)
        down = pressmark("studio", "push", "--corpus", ferry)
        assert down.code == 2 and f"[{problem}]" in down.err
