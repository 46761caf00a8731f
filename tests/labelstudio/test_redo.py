"""Work done anew: what a change of guidelines or suggestions affects is reopened, and old decisions stay in history."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from pressmark.labelstudio import sending
from pressmark.labelstudio.client import Client
from pressmark.labelstudio.guide import AGAIN
from pressmark.labelstudio.projects import title_of
from pressmark.model import Span

from .people import Person
from .test_projects import titles
from .work import Run, Work, read, studio_command


def new_guidelines(work: Work, version: str) -> None:
    guidelines = work.root / "corpus" / "guidelines.md"
    text, count = re.subn("Version: [0-9.]+", f"Version: {version}", guidelines.read_text("utf-8"), count=1)
    assert count
    guidelines.write_text(text, encoding="utf-8")


def units(work: Work, name: str, part: str = "units") -> dict[int, dict[str, Any]]:
    return {unit["index"]: unit for unit in read(work, name).get(part, ())}


def numbers(work: Work) -> list[int]:
    return [i for i in range(len(work.article.sentences)) if "number" in work.suggested(i)[0]]


def annotated(work: Work, people: tuple[Person, Person], left: int) -> list[int]:
    """Have the first person take every suggestion but that of one sentence, the second decide about one sentence."""
    first, second = people
    tasks = work.owner.tasks(work.owner.project(work.title))
    done = [index for index in sorted(tasks) if index != left]
    for index in done:
        first.annotate(tasks[index], work.article.text, *work.suggested(index))
    second.annotate(tasks[done[0]], work.article.text)
    return done


def test_new_guidelines_reopen_what_has_the_label_and_nothing_else(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push")
    left = next(i for i in range(len(work.article.sentences)) if i not in numbers(work))
    annotated(work, people, left)
    assert 0 < len(numbers(work)) < len(work.article.sentences) - 1
    same = studio_command(pressmark, work, "push", "--redo", "number")
    assert same.code == 0 and "round" not in same.out and "· reader-1" not in same.out, same.out
    old = units(work, "reader-1")
    new_guidelines(work, "7.5")
    refused = studio_command(pressmark, work, "push")
    assert refused.code == 1 and "--redo" in refused.err
    own = title_of(work.title, "reader-1, number 2")
    dry = studio_command(pressmark, work, "push", "--redo", "number", "--dry-run")
    assert dry.code == 0 and f"{own} dry run would be sent: {len(numbers(work))}," in dry.out, dry.out + dry.err
    made = studio_command(pressmark, work, "push", "--redo", "number")
    assert made.code == 0 and f"{own} pushed sent: {len(numbers(work))}," in made.out, made.out + made.err
    again = studio_command(pressmark, work, "push", "--redo", "number")
    assert f"{own} pushed sent: 0, brought up to date: 0, unchanged: {len(numbers(work))}" in again.out

    whole = studio_command(pressmark, replace(work, title=own), "push")  # a round holds what it reopened, and no more
    assert whole.code == 2 and "[studio-project-taken]" in whole.err

    first = people[0]
    told = {title: first.ask("GET", f"/api/projects/{first.project(title)}") for title in (work.title, own)}
    assert [AGAIN.format("number") in each["expert_instruction"] for each in told.values()] == [False, True]
    round_ = first.tasks(first.project(own))
    assert sorted(round_) == numbers(work)
    everything = work.owner.tasks(work.owner.project(work.title))
    assert len(everything) == len(work.article.sentences)  # nothing was deleted, nobody's decision re-dated
    versions = {index: task["data"]["guideline_version"] for index, task in everything.items()}
    assert versions.pop(left) == "7.5" and set(versions.values()) == {old[numbers(work)[0]]["guideline_version"]}
    redone = numbers(work)[0]
    shown = round_[redone]["predictions"]
    assert "reader-1" in [each["model_version"] for each in shown]
    first.annotate(round_[redone], work.article.text)
    for title in (work.title, own):
        assert studio_command(pressmark, replace(work, title=title), "pull").code == 0
    now, before = units(work, "reader-1"), units(work, "reader-1", "earlier")
    assert now[redone]["guideline_version"] == "7.5" and not now[redone].get("labels")
    assert before == {redone: old[redone]}
    assert {index: unit for index, unit in now.items() if index != redone} == {
        index: unit for index, unit in old.items() if index != redone
    }
    assert studio_command(pressmark, work, "push").code == 0  # new sentences may go there again
    people[1].annotate(everything[numbers(work)[1]], work.article.text, *work.suggested(numbers(work)[1]))
    assert studio_command(pressmark, work, "pull").code == 0  # a task that somebody had worked on, a later decision
    assert units(work, "reader-2")[numbers(work)[1]]["guideline_version"] == "7.5"
    assert units(work, "reader-1")[numbers(work)[1]] == old[numbers(work)[1]]
    assert "reader-2, number" not in studio_command(pressmark, work, "push", "--redo", "number", "--dry-run").out


def test_changed_suggestions_reopen_what_was_decided_with_others_before_the_eyes(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push")
    index = numbers(work)[0]
    task = people[0].tasks(people[0].project(work.title))[index]
    shown = task["predictions"][0]
    snapshot = {"parent_prediction": shown["id"]}
    people[0].annotate(task, work.article.text, *work.suggested(index), **snapshot)
    made = work.store.read_suggestions("ferry")
    kept = tuple(span for span in made.spans if span.label != "number")
    labels = tuple(tuple(label for label in each if label != "number") for each in made.labels)
    work.store.write_suggestions(replace(made, spans=kept, labels=labels))
    own = title_of(work.title, "reader-1, number 2")
    assert "reader-1" not in studio_command(pressmark, work, "push", "--redo", "location", "--dry-run").out
    pushed = studio_command(pressmark, work, "push", "--redo", "number")
    assert f"{own} pushed sent: 1," in pushed.out, pushed.out + pushed.err
    round_ = people[0].tasks(people[0].project(own))
    assert list(round_) == [index]
    people[0].annotate(round_[index], work.article.text)
    assert "sent: 1" not in studio_command(pressmark, work, "push", "--redo", "number").out


def test_a_label_that_is_none(pressmark: Run, work: Work) -> None:
    studio_command(pressmark, work, "push")
    wrong = studio_command(pressmark, work, "push", "--redo", "numbers")
    assert wrong.code == 2 and "claim" in wrong.err
    for other in ("--blind", "--no-suggestions"):
        mixed = studio_command(pressmark, work, "push", "--redo", "number", other)
        assert mixed.code == 2 and other in mixed.err


def keys(work: Work, title: str) -> set[int]:
    return set(work.owner.tasks(work.owner.project(title)))


def test_a_sentence_is_open_in_one_round_only(pressmark: Run, work: Work, people: tuple[Person, Person]) -> None:
    studio_command(pressmark, work, "push")
    done, waits = numbers(work)[:2]
    tasks = people[0].tasks(people[0].project(work.title))
    for index in (done, waits):
        people[0].annotate(tasks[index], work.article.text, *work.suggested(index))
    new_guidelines(work, "7.5")
    assert studio_command(pressmark, work, "push", "--redo", "number").code == 0
    second = title_of(work.title, "reader-1, number 2")
    number = people[0].project(second)
    people[0].annotate(people[0].tasks(number)[done], work.article.text, *work.suggested(done))
    renamed = work.title[:30] + " first"
    work.owner.ask("PATCH", f"/api/projects/{number}/", json={"title": renamed})
    again = studio_command(pressmark, work, "push", "--redo", "number")  # finds its round under another title
    assert f"{renamed} pushed sent: 0, brought up to date: 0, unchanged: 1" in again.out, again.out + again.err
    new_guidelines(work, "8.0")
    for removed in ("removed, open in a newer round: 1", ""):
        made = studio_command(pressmark, work, "push", "--redo", "number")
        assert made.code == 0 and removed in made.out, made.out + made.err
        assert keys(work, title_of(work.title, "reader-1, number 3")) == {done, waits}
        assert keys(work, renamed) == {done}
    assert "open in a newer" not in made.out


def test_a_round_holds_decisions_under_several_guidelines(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push", "--no-suggestions")
    plain, other = (i for i in range(len(work.article.sentences)) if i in (1, numbers(work)[0]))
    tasks = people[0].tasks(people[0].project(work.title))
    sentence, (labels, spans) = work.article.sentences[plain], work.suggested(other)
    assert "claim" not in work.suggested(plain)[0] and "claim" in labels
    claim = Span(sentence.start, sentence.end, "claim", work.article.sentence_text(sentence))
    people[0].annotate(tasks[plain], work.article.text, ["claim"], [claim])
    people[0].annotate(tasks[other], work.article.text, labels, spans)
    new_guidelines(work, "7.5")
    assert studio_command(pressmark, work, "push", "--redo", "claim").code == 0
    own = title_of(work.title, "reader-1, claim 2")
    people[0].annotate(people[0].tasks(people[0].project(own))[plain], work.article.text)  # no claim any more
    new_guidelines(work, "8.0")
    again = studio_command(pressmark, work, "push", "--redo", "claim")
    assert f"{own} pushed sent: 0, brought up to date: 1, unchanged: 0" in again.out, again.out + again.err
    dated = {
        index: task["data"]["guideline_version"] for index, task in work.owner.tasks(people[0].project(own)).items()
    }
    assert dated == {plain: "7.5", other: "8.0"}


def test_who_saw_no_suggestions_gets_a_round_without_them(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    studio_command(pressmark, work, "push")
    studio_command(pressmark, work, "push", "--blind", "--for", "reader-1", "--no-suggestions")
    shown, blind = numbers(work)[:2]
    for index, title, version in ((shown, work.title, "7.5"), (blind, title_of(work.title, "reader-1"), "8.0")):
        task = people[0].tasks(people[0].project(title))[index]
        people[0].annotate(task, work.article.text, *work.suggested(index))
        new_guidelines(work, version)
        made = studio_command(pressmark, work, "push", "--redo", "number")
        assert made.code == 0, made.out + made.err
    assert keys(work, title_of(work.title, "reader-1, number 2")) == set()
    round_ = work.owner.tasks(work.owner.project(title_of(work.title, "reader-1, number 3")))
    assert set(round_) == {shown, blind}
    assert {each["model_version"] for task in round_.values() for each in task["predictions"]} == {"reader-1"}


@pytest.mark.parametrize("breaks", ["send_tasks", "remove_untouched"])
def test_cut_off(
    pressmark: Run, work: Work, people: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch, breaks: str
) -> None:
    """A round that was cut off is completed when it is asked for again."""
    studio_command(pressmark, work, "push")
    tasks = people[0].tasks(people[0].project(work.title))
    for index in numbers(work)[:2]:
        people[0].annotate(tasks[index], work.article.text, *work.suggested(index))
    new_guidelines(work, "7.5")
    monkeypatch.setattr(sending, "BATCH", 1)
    if breaks == "remove_untouched":  # which a second round does with what is open in the first one
        assert studio_command(pressmark, work, "push", "--redo", "number").code == 0
        second = people[0].project(title_of(work.title, "reader-1, number 2"))
        done = numbers(work)[0]
        people[0].annotate(people[0].tasks(second)[done], work.article.text, *work.suggested(done))
        new_guidelines(work, "8.0")
    whole, calls = getattr(Client, breaks), list[int]()

    def killed(self: Client, *arguments: Any) -> Any:
        calls.append(1)
        if len(calls) == (2 if breaks == "send_tasks" else 1):
            raise KeyboardInterrupt
        return whole(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Client, breaks, killed)
        cut = studio_command(pressmark, work, "push", "--redo", "number")
    assert cut.code not in (0, 1)
    assert studio_command(pressmark, work, "push", "--redo", "number").code == 0
    rounds = {n: title_of(work.title, f"reader-1, number {n}") for n in (2, 3)}
    there = [keys(work, title) for title in rounds.values() if title in titles(work)]
    wanted = set(numbers(work)[:2])
    assert there == ([wanted] if breaks == "send_tasks" else [{numbers(work)[0]}, wanted])
