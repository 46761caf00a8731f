"""Progress: what is counted, by hand-made cases, and what the command says of real work on the real server."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from rich.console import Console

from pressmark import schemas
from pressmark.labelstudio.progress import Progress, count
from pressmark.labelstudio.progress_terminal import render
from pressmark.labelstudio.projects import ADJUDICATION, Project, title_of
from pressmark.labelstudio.results import to_result
from pressmark.labelstudio.tally import Tally, add_up, by_label, tally
from pressmark.labelstudio.tasks import windows
from pressmark.labelstudio.work import ProjectWork
from pressmark.labelstudio.work import Work as Done
from pressmark.model import Link, Location, Number, Span, Unit

from .people import Person
from .work import Run, Work, studio_command

SHARED = Project(1, "Harbour", "0" * 64, overlap=2)


def span(start: int, end: int, label: str = "claim", **more: Any) -> Span:
    return Span(start, end, label, "x" * (end - start), **more)


def count_of(value: float) -> dict[str, Number]:
    return {"number": Number("count", value=value)}


@pytest.mark.parametrize(
    ("suggested", "submitted", "expected"),
    [
        ([span(0, 9)], [span(0, 9)], {"claim": Tally(accepted=1)}),
        ([span(0, 9)], [span(0, 8)], {"claim": Tally(changed=1)}),
        ([span(0, 9)], [span(9, 12)], {"claim": Tally(rejected=1, added=1)}),
        ([span(0, 9)], [], {"claim": Tally(rejected=1)}),
        ([], [span(0, 9)], {"claim": Tally(added=1)}),
        ([], [], {}),
        ([span(0, 9)], [span(0, 9, "content")], {"claim": Tally(rejected=1), "content": Tally(added=1)}),
        ([span(3, 5, "number", **count_of(41))], [span(3, 5, "number", **count_of(41))], {"number": Tally(accepted=1)}),
        ([span(3, 5, "number", **count_of(41))], [span(3, 5, "number", **count_of(14))], {"number": Tally(changed=1)}),
        (
            [span(3, 5, "location", location=Location(usage="literal"))],
            [span(3, 5, "location", location=Location(usage="metonymic"))],
            {"location": Tally(changed=1)},
        ),
        (
            [span(3, 5, "cue", links=(Link("cue_of", "0-2:content"),), score=0.5)],
            [span(3, 5, "cue")],
            {"cue": Tally(accepted=1)},
        ),
        ([span(0, 4), span(4, 9)], [span(0, 9), span(12, 15)], {"claim": Tally(changed=2, added=1)}),
        ([span(0, 4), span(6, 9)], [span(0, 4), span(3, 5)], {"claim": Tally(accepted=1, rejected=1)}),
    ],
)
def test_what_became_of_suggestions(suggested: list[Span], submitted: list[Span], expected: dict[str, Tally]) -> None:
    assert tally(suggested, submitted) == expected


def test_an_attribution_is_its_sources_cues_and_contents() -> None:
    one = {"source": Tally(1, 2, 3, 4), "cue": Tally(accepted=1), "claim": Tally(added=5)}
    both = by_label(add_up([one, {"content": Tally(rejected=1), "cue": Tally(accepted=1)}]))
    assert both["attribution"] == Tally(3, 2, 4, 4) and both["claim"] == Tally(added=5)
    assert both["number"] == both["location"] == Tally() and next(iter(both)) == "claim"


def done(who: str, index: int, status: str = "submitted", *, article: str = "ferry", **more: Any) -> Done:
    suggested = more.pop("suggested", None)
    unit = Unit(index, status, "2025-01-01T00:00:00Z", "1.0", "0" * 64, **more)
    return Done(who, article, unit, suggested)


def seen(project: Project, *work: Done, sentences: int = 4, drafts: tuple[tuple[str, int], ...] = ()) -> ProjectWork:
    places = frozenset(("ferry", index) for index in range(sentences))
    return ProjectWork(project, places, work, frozenset((who, ("ferry", index)) for who, index in drafts), ())


def figures(row: Progress) -> tuple[str | None, int, int, int, int, int]:
    return row.annotator, row.submitted, row.invalid, row.skipped, row.drafts, row.left


def test_what_is_left_of_a_shared_project() -> None:
    work = [
        done("ann", 0, seconds=10.0), done("ann", 1, "skipped", seconds=500.0), done("ann", 2, "invalid", seconds=30.0),
        done("bob", 0, seconds=2.5), done("bob", 1), done("cyd", 1),
    ]  # fmt: skip
    (project,) = count([seen(SHARED, *work, drafts=(("bob", 3), ("bob", 0)))], ["ann", "dan"]).projects
    assert [figures(row) for row in project.people] == [
        ("ann", 1, 1, 1, 0, 1),  # sentence 3
        ("bob", 2, 0, 0, 2, 2),  # 2, which one has submitted, and 3
        ("cyd", 1, 0, 0, 0, 2),  # 0 has been submitted twice
        ("dan", 0, 0, 0, 0, 2),  # was invited and did nothing yet: 0 and 1 have been submitted twice
    ]
    assert (project.total.sentences, project.total.submitted, project.total.left) == (4, 4, 1 + 2)
    assert [row.seconds for row in project.people] == [20.0, 2.5, None, None] and project.total.seconds == 10.0
    assert [row.article for row in project.articles] == ["ferry"] * 4


def test_what_is_left_of_ones_own_project() -> None:
    own = replace(SHARED, annotator="ann", bare=True)
    work = [done("ann", 0), done("ann", 1, "skipped"), done("bob", 2)]
    found = count([seen(own, *work, drafts=(("ann", 3),)), seen(SHARED, done("ann", 0))], ["ann", "bob"])
    mine, shared = found.projects
    assert [figures(row) for row in mine.people] == [("ann", 1, 0, 1, 1, 2), ("bob", 1, 0, 0, 0, 0)]
    assert (mine.overlap, mine.total.left, mine.total.suggestions, mine.total.spans) == (1, 2, None, None)
    assert [figures(row) for row in found.people] == [("ann", 2, 0, 1, 1, 2 + 3), ("bob", 1, 0, 0, 0, 4)]
    assert found.people[0].sentences == 8 and found.people[0].suggestions == shared.people[0].suggestions
    assert shared.people[0].suggestions is not None


def test_an_adjudication_counts_only_for_itself() -> None:
    other = replace(SHARED, purpose=ADJUDICATION, overlap=1)
    found = count([seen(other, done("ann", 0, suggested=(span(0, 9),)))], ["ann", "bob"])
    (project,) = found.projects
    assert [figures(row) for row in project.people] == [("ann", 1, 0, 0, 0, 3)] and project.total.left == 3
    assert project.total.suggestions is None and found.people == ()


def test_suggestions_add_up_over_articles_annotators_and_projects() -> None:
    one, other = span(0, 9), span(20, 29)
    work = [
        done("ann", 0, spans=(one,), suggested=(one, other)),
        done("ann", 1, suggested=None, spans=(one,)),  # none were shown
        done("ann", 2, "invalid", suggested=(one,), spans=(one,)),
        done("bob", 0, spans=(span(0, 8),), suggested=(one,)),
    ]
    found = count([seen(SHARED, *work), seen(replace(SHARED, bare=True)), seen(SHARED, work[3])], ["ann", "bob"])
    project, bare, _ = found.projects
    claims = [row.suggestions["claim"] for row in (*project.people, project.total, *found.people) if row.suggestions]
    ann, bob = Tally(accepted=1, rejected=1), Tally(changed=1)
    assert claims == [ann, bob, Tally(1, 1, 1), ann, Tally(changed=2)]
    assert project.articles[0].spans and project.articles[0].spans["claim"] == ann
    assert bare.total.spans is None and all(row.spans is None for row in bare.people)


def test_a_project_that_nobody_works_in() -> None:
    (project,) = count([seen(SHARED)], []).projects
    assert (project.total.left, project.total.seconds, project.people) == (8, None, ())


def test_a_terminal_of_80_columns_shows_articles_first_and_totals_last() -> None:
    long = "the-second-storm-of-the-year-2024-over-the-islands-of-the-north"
    work = [done("ann", 0, seconds=3.0), done("account 7", 0, article=long, suggested=(span(0, 9),))]
    places = frozenset({("ferry", 0), ("ferry", 1), (long, 0), ("[b]fog[/b]", 0)})
    made = count(
        [ProjectWork(SHARED, places, tuple(work), frozenset({("ann", ("[b]fog[/b]", 0))}), ())], ["ann", "bob"]
    )
    shown = {}
    for articles in (True, False):
        console = Console(width=80, record=True, file=io.StringIO())
        console.print(render(made, articles=articles))
        shown[articles] = [line.rstrip() for line in console.export_text().splitlines()]
    assert max(map(len, shown[True])) <= 80
    rows = [line.split()[0] for line in shown[True] if line.split()]
    assert rows.index("ann/ferry") < rows.index("ann") < rows.index("bob") < rows.index("all")
    assert "ann/[b]fog[/b]" in rows and "bob/ferry" not in rows
    assert any(line.split() == ["ann", "1", "0", "0", "1", "3", "3.0"] for line in shown[True])
    assert not any("/" in line.split()[0] for line in shown[False] if line.split()) and len(shown[False]) < len(
        shown[True]
    )


def status(pressmark: Run, work: Work, *arguments: str) -> Any:
    said = studio_command(pressmark, work, "status", "--json", *arguments)
    assert said.code == 0, said.err
    assert not schemas.violations(said.json, "status", "status")
    return said.json


def test_people_who_work_with_suggestions(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    first, _ = people
    studio_command(pressmark, work, "push")
    total, text = len(work.article.sentences), work.article.text
    tasks = work.owner.tasks(work.owner.project(work.title))
    (before,) = status(pressmark, work)["projects"]
    assert [(row["annotator"], row["left"]) for row in before["people"]] == [("reader-1", total), ("reader-2", total)]
    assert before["total"]["left"] == 2 * total

    labels, spans = work.suggested(2)
    kinds = [each.label for each in spans]
    assert {"claim", "number", "location", "source", "cue", "content"} == set(kinds)
    mended = [
        replace(each, number=replace(each.number, value=14.0)) if each.number else each  # changed
        for each in spans
        if each.label != "location"  # rejected
    ]
    first.annotate(tasks[2], text, [each for each in labels if each != "location"], mended, lead_time=8.0)
    first.annotate(tasks[3], text, *work.suggested(3), lead_time=3.0)
    first.annotate(tasks[0], text, ["number"], lead_time=4.0)  # breaks a rule
    first.annotate(tasks[1], text, result=[], was_cancelled=True)
    first.ask("POST", f"/api/tasks/{tasks[4]['id']}/drafts", json={"result": [], "lead_time": 1})
    work.owner.annotate(tasks[5], text, *work.suggested(5))

    (project,) = status(pressmark, work)["projects"]
    named = {row["annotator"]: row for row in project["people"]}
    account = f"account {work.owner.ask('GET', '/api/current-user/whoami')['id']}"
    assert set(named) == {"reader-1", "reader-2", account}
    mine = named["reader-1"]
    found = (mine[each] for each in ("submitted", "invalid", "skipped", "drafts", "left", "seconds"))
    assert tuple(found) == (2, 1, 1, 1, total - 4, 4.0)
    more = [each.label for each in work.suggested(3)[1]]
    assert mine["spans"]["number"] == {"accepted": more.count("number"), "changed": 1, "rejected": 0, "added": 0}
    assert (
        mine["spans"]["location"]["rejected"] == 1
        and mine["suggestions"]["claim"]["accepted"] == more.count("claim") + 1
    )
    assert mine["spans"]["cue"]["accepted"] == more.count("cue") + 1 and not mine["spans"]["cue"]["rejected"]
    assert project["total"]["left"] == 2 * total - 4 and project["articles"][1]["article"] == "ferry"

    shown = studio_command(pressmark, work, "status")
    assert shown.code == 0 and "@" not in shown.out and account in shown.out and "1/0/0 +0" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 120


def test_the_suggestion_that_an_annotation_was_made_of(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push")
    task = work.owner.tasks(work.owner.project(work.title))[2]
    labels, spans = work.suggested(2)
    only = [each for each in spans if each.label == "claim"]
    result = to_result(work.article.text, windows(task["data"]), ["claim"], only)
    made = work.owner.ask(
        "POST", "/api/predictions/", json={"task": task["id"], "result": result, "model_version": "x"}
    )
    people[0].annotate(task, work.article.text, labels, spans, parent_prediction=made["id"])
    people[1].annotate(task, work.article.text, labels, spans)
    (project,) = status(pressmark, work)["projects"]
    first, second = (row["spans"]["number"] for row in project["people"])
    assert (first["added"], first["accepted"], second["added"], second["accepted"]) == (1, 0, 0, 1)


def test_blind_projects_are_told_apart_and_added_up(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push", "--blind", "--no-suggestions")
    total, own = len(work.article.sentences), title_of(work.title, "reader-1")
    people[0].annotate(people[0].tasks(people[0].project(own))[0], work.article.text)
    said = pressmark("studio", "status", "--corpus", work.root, "--json").json
    assert not schemas.violations(said, "status", "status")
    assert [each["title"] for each in said["projects"]] == [own, title_of(work.title, "reader-2")]
    assert [(row["annotator"], row["left"]) for row in said["people"]] == [("reader-1", total - 1), ("reader-2", total)]
    assert all(row["suggestions"] is None for row in said["people"])
    shown = pressmark("studio", "status", "--corpus", work.root)
    assert "reader-1's own, no suggestions" in shown.out and "all projects for annotation" in shown.out
    one = studio_command(pressmark, replace(work, title=own), "status")
    assert one.code == 0 and "reader-2" not in one.out


def test_what_is_not_of_this_corpus_does_not_count(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    task = work.owner.tasks(number)[0]
    people[0].annotate(task, work.article.text)
    data = {**task["data"], "text": task["data"]["text"].replace("a", "o", 1)}
    work.owner.ask("PATCH", f"/api/tasks/{task['id']}/", json={"data": data})
    said = studio_command(pressmark, work, "status", "--json")
    assert said.code == 1 and [each["id"] for each in said.json["problems"]] == ["studio-text-differs"]
    assert said.json["projects"][0]["total"]["sentences"] == len(work.article.sentences) - 1
    assert not schemas.violations(said.json, "status", "status")
    assert "[studio-text-differs]" in studio_command(pressmark, work, "status").err


class Gate:
    """Stands before the real server, and lets nothing through while it is shut."""

    def __init__(self, url: str) -> None:
        self.shut = shut = Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if shut.is_set():
                    return  # hangs up without an answer
                wanted = {name: self.headers[name] for name in ("Authorization",) if name in self.headers}
                answer = httpx.get(url + self.path, headers=wanted, timeout=60)
                self.send_response(answer.status_code)
                self.send_header("Content-Type", answer.headers["Content-Type"])
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.environment = {**os.environ, "LABEL_STUDIO_URL": f"http://127.0.0.1:{self.server.server_port}"}
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def gate(work: Work) -> Iterator[Gate]:
    made = Gate(work.url)
    yield made
    made.server.shutdown()
    made.server.server_close()


def watching(work: Work, *more: str) -> list[str]:
    command = [sys.executable, "-m", "pressmark", "studio", "status", "--watch", "--every", "1"]
    return [*command, "--corpus", str(work.root), "--project", work.title, *more]


def test_watching_goes_on_when_the_server_was_away(
    pressmark: Run, work: Work, people: tuple[Person, Person], gate: Gate
) -> None:
    studio_command(pressmark, work, "push")
    pipe = subprocess.PIPE
    with subprocess.Popen(
        watching(work, "--json"), env=gate.environment, stdout=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stdout and process.stderr
        try:
            first = json.loads(process.stdout.readline())
            assert not schemas.violations(first, "status", "status")
            gate.shut.set()
            assert "trying again" in process.stderr.readline()
            people[0].annotate(people[0].tasks(people[0].project(work.title))[0], work.article.text)
            gate.shut.clear()
            while not (last := json.loads(process.stdout.readline()))["projects"][0]["total"]["submitted"]:
                pass
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0 and "Traceback" not in process.stderr.read()
        finally:
            process.kill()
    assert last["projects"][0]["total"]["left"] == first["projects"][0]["total"]["left"] - 1


def test_watching_on_a_terminal_ends_with_ctrl_c(pressmark: Run, work: Work, gate: Gate) -> None:
    studio_command(pressmark, work, "push")
    terminal, inner = pty.openpty()
    environment = gate.environment | {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    with subprocess.Popen(watching(work), env=environment, stdin=inner, stdout=inner, stderr=inner) as process:
        os.close(inner)
        try:
            shown = _until(terminal, "Ctrl-C ends it")
            assert work.title in shown and "nobody has annotated yet" in shown
            gate.shut.set()
            _until(terminal, "studio-unreachable")
            process.send_signal(signal.SIGINT)
            assert "Traceback" not in _until(terminal, None) and process.wait(60) == 0
        finally:
            process.kill()
            os.close(terminal)


def test_watching_many_projects_shows_at_least_the_totals(
    pressmark: Run, work: Work, people: tuple[Person, Person], gate: Gate
) -> None:
    studio_command(pressmark, work, "push")
    studio_command(pressmark, work, "push", "--blind")
    terminal, inner = pty.openpty()
    environment = gate.environment | {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    command = [sys.executable, "-m", "pressmark", "studio", "status", "--watch", "--corpus", str(work.root)]
    with subprocess.Popen(command, env=environment, stdin=inner, stdout=inner, stderr=inner) as process:
        os.close(inner)
        try:
            shown = _until(terminal, "seconds: the median")
            assert "Ctrl-C ends it" in shown and "all projects for annotation" in shown
        finally:
            process.kill()
            os.close(terminal)


def _until(terminal: int, words: str | None) -> str:
    """Read what a terminal shows until some words stand there, or until its program has ended."""
    shown = ""
    while words is None or words not in shown:
        assert select.select([terminal], [], [], 60)[0], shown
        try:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:  # how Linux says that nobody holds the other end any more
            assert words is None, shown
            break
    return shown


def test_watching_what_cannot_be_reached_is_refused(
    pressmark: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LABEL_STUDIO_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", "secret")
    down = pressmark("studio", "status", "--watch", "--corpus", ferry)
    assert down.code == 2 and "[studio-unreachable]" in down.err
