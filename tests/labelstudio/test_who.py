"""Who decided: several accounts of one annotator, an account that is gone, an annotation that another one touched."""

from __future__ import annotations

from .people import Person
from .work import Run, Work, read, studio_command


def test_an_account_that_was_deleted_keeps_what_was_pulled(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push")
    first, title = people[0], work.title
    task = first.tasks(first.project(title))[3]
    made = first.annotate(task, work.article.text, *work.suggested(3))
    assert studio_command(pressmark, work, "pull").code == 0
    before = read(work, "reader-1")
    work.owner.ask("DELETE", f"/api/users/{first.ask('GET', '/api/current-user/whoami')['id']}")
    for command in (["pull"], ["status"], ["push", "--redo", "number"]):
        told = studio_command(pressmark, work, *command)
        assert told.code == 1 and f"task {task['id']} [studio-annotator-gone]" in told.err, told.err
    work.owner.ask("DELETE", f"/api/annotations/{made}/")
    for command in (["pull"], ["status"], ["push", "--redo", "number"]):
        assert studio_command(pressmark, work, *command).code == 0
    assert read(work, "reader-1") == before


def test_two_accounts_of_one_annotator(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push")
    first = people[0]
    tasks = first.tasks(first.project(work.title))
    made = first.annotate(tasks[3], work.article.text, *work.suggested(3))
    work.owner.ask("PATCH", f"/api/annotations/{made}/", json={"result": []})
    assert "[studio-edited-by-another]" in studio_command(pressmark, work, "pull").err
    email = work.owner.ask("GET", "/api/current-user/whoami")["email"]
    pulled = studio_command(pressmark, work, "pull", "--as", f"{email}=reader-1")
    assert pulled.code == 0 and "1 submitted" in pulled.out, pulled.err
    assert studio_command(pressmark, work, "status").code == 0
    assert not read(work, "reader-1")["units"][0].get("labels")


def test_a_star_by_somebody_else_decides_nothing(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push")
    first = people[0]
    made = first.annotate(first.tasks(first.project(work.title))[3], work.article.text, *work.suggested(3))
    assert studio_command(pressmark, work, "pull").code == 0
    before = read(work, "reader-1")
    work.owner.ask("PATCH", f"/api/annotations/{made}/", json={"ground_truth": True})
    assert "reader-1/ferry unchanged" in studio_command(pressmark, work, "pull").out
    said = studio_command(pressmark, work, "status", "--json")
    assert said.code == 0 and {row["annotator"]: row["submitted"] for row in said.json["people"]}["reader-1"] == 1
    assert studio_command(pressmark, work, "push", "--redo", "number").code == 0
    assert read(work, "reader-1") == before
