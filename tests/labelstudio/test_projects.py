"""Projects of a corpus on the real server: shared by several annotators, or one for each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pressmark.labelstudio import showing
from pressmark.labelstudio.projects import title_of
from pressmark.model import merge_spans

from .people import Person
from .work import Run, Work, read, studio_command


def project(work: Work, title: str) -> dict[str, Any]:
    found: dict[str, Any] = work.owner.ask("GET", f"/api/projects/{work.owner.project(title)}")
    return found


def titles(work: Work) -> set[str]:
    return {
        each["title"] for each in work.owner.ask("GET", "/api/projects/?page_size=1000&include=id,title")["results"]
    }


def stream(person: Person, work: Work, title: str) -> list[int]:
    """Submit all that the label stream of a project gives a person, without a label; return what it gave."""
    number, given = person.project(title), []
    while (answer := person.http.get(f"/api/projects/{number}/next")).status_code == 200:
        task = answer.json()
        given.append(task["data"]["index"])
        assert task["id"] == person.tasks(number)[given[-1]]["id"]
        person.annotate(task, work.article.text, result=[{**TICK, "value": {"choices": []}}])
    return given


TICK = {"id": "u", "from_name": "labels", "to_name": "text", "type": "choices"}


def test_a_shared_project_gives_each_sentence_to_as_many_as_asked_for(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    everything = list(range(len(work.article.sentences)))
    studio_command(pressmark, work, "push")
    assert project(work, work.title)["maximum_annotations"] == 2
    assert [sorted(stream(each, work, work.title)) for each in people] == [everything, everything]
    assert stream(work.owner, work, work.title) == []
    assert studio_command(pressmark, work, "push", "--overlap", "3").code == 0
    assert sorted(stream(work.owner, work, work.title)) == everything
    assert studio_command(pressmark, work, "push").code == 0
    assert project(work, work.title)["maximum_annotations"] == 3


def test_with_an_overlap_of_one_the_work_is_shared_out(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push", "--overlap", "1")
    first = stream(people[0], work, work.title)
    assert first == list(range(len(work.article.sentences))) and stream(people[1], work, work.title) == []


def test_blind_work_has_a_project_for_each_annotator(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    first, second = people
    count = len(work.article.sentences)
    own = [title_of(work.title, name) for name in ("reader-1", "reader-2")]
    dry = studio_command(pressmark, work, "push", "--blind", "--no-suggestions", "--dry-run")
    assert dry.code == 0 and dry.out.count(f"would be sent: {count},") == 2 and not titles(work) & {work.title, *own}
    pushed = studio_command(pressmark, work, "push", "--blind", "--no-suggestions")
    assert pushed.out.count(f"sent: {count},") == 2, pushed.err
    assert titles(work) & {work.title, *own} == set(own)
    again = studio_command(pressmark, work, "push", "--blind")  # what is bare stays bare
    assert again.out.count(f"unchanged: {count}") == 2, again.err
    labels, spans = work.suggested(3)
    first.annotate(first.tasks(first.project(own[0]))[3], work.article.text, labels, spans)
    for person, title, count_of in ((second, own[1], 0), (first, own[0], 1)):
        task = person.tasks(person.project(title))[3]
        assert len(task["annotations"]) == count_of and not task["predictions"]
        assert project(work, title)["maximum_annotations"] == 1 and not project(work, title)["show_collab_predictions"]
    second.annotate(second.tasks(second.project(own[1]))[3], work.article.text)
    for title in own:
        pulled = studio_command(pressmark, replace(work, title=title), "pull")
        assert pulled.code == 0, pulled.err
    assert read(work, "reader-1")["units"][0]["labels"] and not read(work, "reader-2")["units"][0].get("labels")


def test_pull_and_status_cover_all_projects_of_the_corpus(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    assert "[studio-no-project]" in pressmark("studio", "pull", "--corpus", work.root).err
    studio_command(pressmark, work, "push", "--blind")
    for person, reader in zip(people, ("reader-1", "reader-2"), strict=True):
        person.annotate(person.tasks(person.project(title_of(work.title, reader)))[0], work.article.text)
    said = pressmark("studio", "status", "--corpus", work.root, "--json").json
    assert [row["annotator"] for row in said["people"]] == ["reader-1", "reader-2"]
    pulled = pressmark("studio", "pull", "--corpus", work.root)
    assert pulled.code == 0 and pulled.out.count("pulled 1 submitted") == 2, pulled.err


def test_a_project_stays_what_it_was_made_for(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push")
    bare = studio_command(pressmark, work, "push", "--no-suggestions")
    assert bare.code == 2 and "[studio-not-blind]" in bare.err
    own = title_of(work.title, "reader-1")
    studio_command(pressmark, replace(work, title=own), "push")
    taken = studio_command(pressmark, work, "push", "--blind", "--for", "reader-1")
    assert taken.code == 2 and "[studio-not-blind]" in taken.err
    nobody = studio_command(pressmark, work, "push", "--blind", "--for", "nobody")
    assert nobody.code == 2 and "[unknown-annotator]" in nobody.err
    assert "--for" in studio_command(pressmark, work, "push", "--for", "reader-1").err
    assert "--overlap" in studio_command(pressmark, work, "push", "--blind", "--overlap", "2").err


def test_blind_work_needs_annotators(pressmark: Run, work: Work) -> None:
    nobody = studio_command(pressmark, work, "push", "--blind")
    assert nobody.code == 2 and "[studio-nobody-invited]" in nobody.err


def test_new_suggestions_are_shown_beside_the_old(
    pressmark: Run, work: Work, people: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    tasks = work.owner.tasks(number)
    people[0].annotate(tasks[0], work.article.text, *work.suggested(0))
    made = work.store.read_suggestions("ferry")
    version = {**made.suggesters, "location": "own-places 2"}
    kept = tuple(replace(span, by="own-places 2") for span in made.spans if span.label == "location")
    others = tuple(span for span in made.spans if span.label != "location")
    work.store.write_suggestions(replace(made, suggesters=version, spans=merge_spans((*kept, *others))))
    monkeypatch.setattr(showing, "BATCH", 4)
    dry = studio_command(pressmark, work, "push", "--dry-run")
    assert "own-places 2" in dry.out and "6 sentences would have new ones" in dry.out, dry.out + dry.err
    assert work.owner.tasks(number)[1]["predictions"] == tasks[1]["predictions"]
    pushed = studio_command(pressmark, work, "push")
    assert "own-places 2" in pushed.out and "6 sentences have new ones" in pushed.out, pushed.out + pushed.err
    for index, task in work.owner.tasks(number).items():
        shown = {each["id"] for each in task["predictions"]}
        assert len(shown) == 2 and shown > {each["id"] for each in tasks[index]["predictions"]}
    for person in people:  # who has not decided yet is shown the new ones, whoever has decided before them
        given = person.ask("GET", f"/api/projects/{number}/next")
        assert [each["model_version"] for each in given["predictions"]] == [showing.model_version(version.items())]
    assert "shows" not in studio_command(pressmark, work, "push").out


def test_new_suggestions_of_one_article_hide_no_others(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    port = "The port of Norra closed on Monday. About 30 ferries waited outside, the coastguard said.\n"
    (work.root / "seeds" / "port.txt").write_text(port, encoding="utf-8")
    assert pressmark("dataset", "--corpus", work.root).code == 0
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    for each in ("ferry", "port"):
        made = work.store.read_suggestions(each)
        work.store.write_suggestions(replace(made, suggesters={**made.suggesters, "location": "own-places 2"}))
    for articles, said in ((["port"], "6 sentences of other articles"), ([], "6 sentences have new ones")):
        pushed = studio_command(pressmark, work, "push", *articles)
        assert pushed.code == 0 and said in pushed.out, pushed.out + pushed.err
        given = people[0].ask("GET", f"/api/projects/{number}/next")
        assert given["data"]["article_id"] == "ferry" and len(given["predictions"]) == 1
    assert "own-places 2" in given["predictions"][0]["model_version"]


def test_a_project_that_was_renamed_is_not_made_again(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    default = work.store.read_corpus().pretty_name
    assert pressmark("studio", "push", "--corpus", work.root).code == 0
    assert pressmark("studio", "push", "--blind", "--for", "reader-1", "--corpus", work.root).code == 0
    found = work.owner.ask("GET", "/api/projects/?page_size=1000&include=id,title,description")["results"]
    own = {each["title"]: each["id"] for each in found if work.store.read_corpus().name in (each["description"] or "")}
    assert set(own) == {default, title_of(default, "reader-1")}
    for number in own.values():
        work.owner.ask("PATCH", f"/api/projects/{number}/", json={"title": f"Round {number}"})
    for more in ([], ["--blind", "--for", "reader-1"]):
        refused = pressmark("studio", "push", *more, "--corpus", work.root)
        assert refused.code == 2 and "[studio-project-renamed]" in refused.err and "Round" in refused.err
    assert pressmark("studio", "push", "--blind", "--for", "reader-2", "--corpus", work.root).code == 0
    count = len(work.article.sentences)
    again = studio_command(pressmark, replace(work, title=f"Round {own[default]}"), "push")
    assert again.code == 0 and f"unchanged: {count}" in again.out, again.err


def test_what_people_wrote_into_a_description_stays(pressmark: Run, work: Work) -> None:
    studio_command(pressmark, work, "push")
    number = work.owner.project(work.title)
    said = project(work, work.title)["description"]
    work.owner.ask("PATCH", f"/api/projects/{number}/", json={"description": f"Ask first. {said}. Thanks."})
    dry = studio_command(pressmark, work, "push", "--overlap", "3", "--dry-run")
    assert f"{work.title} dry run would change: overlap 2 to 3\n" in dry.out
    assert studio_command(pressmark, work, "push", "--overlap", "3").code == 0
    now = project(work, work.title)
    assert (now["description"], now["maximum_annotations"]) == (f"Ask first. {said}. Thanks.", 3)
    work.owner.ask("PATCH", f"/api/projects/{number}/", json={"description": "Ask first."})
    gone = studio_command(pressmark, work, "push")
    assert gone.code == 2 and "[studio-project-taken]" in gone.err and "description" in gone.err
