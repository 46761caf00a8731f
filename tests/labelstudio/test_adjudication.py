"""Adjudication in Label Studio: what is open is sent, what is decided there comes back as gold with who and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from pressmark import schemas
from pressmark.decisions import Adjudication, Item
from pressmark.labelstudio.projects import ADJUDICATION
from pressmark.labelstudio.results import to_result
from pressmark.labelstudio.tasks import windows
from pressmark.model import Link, Span

from ..browser import chromium
from ..conftest import Result
from .desk import Desk
from .people import Person
from .work import Run, Work, studio_command


def why(words: str) -> dict[str, Any]:
    """Return a comment as the page submits it."""
    return {"id": "c", "from_name": "comment", "to_name": "text", "type": "textarea", "value": {"text": [words]}}


@dataclass(frozen=True)
class Office:
    """A corpus that two people have annotated and that an adjudicator is about to look at."""

    run: Run
    work: Work
    readers: tuple[Person, Person]
    editor: Person
    login: tuple[str, str]

    def command(self, *arguments: object) -> Result:
        return self.run(*arguments, "--corpus", self.work.root)

    def send(self, *arguments: object) -> Result:
        return self.command("adjudicate", "--studio", "--project", self.work.title[:30], *arguments)

    def pull(self) -> Result:
        return self.command("studio", "pull")

    def figures(self) -> tuple[int, int, int]:
        """Return how many sentences are decided, how many without a valid decision, and how many are left."""
        (found,) = [
            p for p in self.command("studio", "status", "--json").json["projects"] if p["purpose"] == ADJUDICATION
        ]
        return found["total"]["submitted"], found["total"]["invalid"], found["total"]["left"]

    @property
    def project(self) -> int:
        return self.editor.project(f"{self.work.title[:30].strip()} · adjudication")

    @property
    def tasks(self) -> dict[int, dict[str, Any]]:
        return self.editor.tasks(self.project)

    @property
    def decisions(self) -> Adjudication:
        return self.work.store.read_adjudication("ferry")

    def item(self, index: int, words: str) -> Item:
        (unit,) = [unit for unit in self.decisions.units if unit.index == index]
        (item,) = [each for each in unit.items if self.words(each.key) == words]
        return item

    def words(self, key: str) -> str:
        place, _, label = key.partition(":")
        start, _, end = place.partition("-")
        return f"{label}: {self.work.article.text[int(start) : int(end)]}"

    @property
    def gold(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.work.store.gold("ferry").read_text("utf-8"))
        assert not schemas.violations(value, "gold", "ferry")
        return value

    def version(self, index: int, name: str) -> list[dict[str, Any]]:
        """Return a version as the page shows it, for an adjudicator to begin with."""
        (shown,) = [each for each in self.tasks[index]["predictions"] if each["model_version"] == name]
        return list(shown["result"])

    def change(self, reader: int, index: int, left_out: set[str]) -> None:
        """Let a reader change what she gave of a sentence to what the rules suggest, but for some labels."""
        task = self.work.owner.tasks(self.work.owner.project(self.work.title))[index]
        labels, spans = self.work.suggested(index)
        kept = [span for span in spans if span.label not in left_out]
        result = to_result(
            self.work.article.text, windows(task["data"]), [e for e in labels if e not in left_out], kept
        )
        who = self.readers[reader].ask("GET", "/api/current-user/whoami")["id"]
        (made,) = [each["id"] for each in task["annotations"] if each["completed_by"] == who]
        self.readers[reader].ask("PATCH", f"/api/annotations/{made}/", json={"result": result})

    def submit(self, index: int, result: Sequence[dict[str, Any]], said: str | None = "read again", **more: Any) -> int:
        whole = [*result, why(said)] if said else list(result)
        return self.editor.annotate(self.tasks[index], self.work.article.text, result=whole, **more)


@pytest.fixture
def office(pressmark: Run, work: Work, people: tuple[Person, Person]) -> Iterator[Office]:
    """Two readers who agree but for claims: the second one marks none, and leaves out the last sentence."""
    made = pressmark("studio", "invite", "adjudicator-1", "--corpus", work.root, "--json").json
    editor = Person(made["url"], made["email"], made["password"])
    assert studio_command(pressmark, work, "push", "--no-suggestions").code == 0
    tasks = work.owner.tasks(work.owner.project(work.title))
    for index, task in tasks.items():
        labels, spans = work.suggested(index)
        people[0].annotate(task, work.article.text, labels, spans)
        kept = [span for span in spans if span.label != "claim"]
        if index < len(tasks) - 1:
            people[1].annotate(task, work.article.text, [each for each in labels if each != "claim"], kept)
    assert studio_command(pressmark, work, "pull").code == 0
    yield Office(pressmark, work, people, editor, (made["email"], made["password"]))
    for user in work.owner.ask("GET", "/api/users"):
        if user["email"].startswith("adjudicator-"):
            work.owner.ask("DELETE", f"/api/users/{user['id']}")


def test_what_is_open_is_sent_with_all_versions_and_comes_back_as_gold(office: Office) -> None:
    dry = office.send("--dry-run")
    assert dry.code == 0 and "would be sent:" in dry.out, dry.err
    assert not office.work.store.adjudication("ferry").exists()
    sent = office.send()
    assert sent.code == 0, sent.err
    last = len(office.work.article.sentences) - 1
    tasks = office.tasks
    assert last in tasks and 0 < len(tasks) < last + 1
    for index, task in tasks.items():
        assert not schemas.violations(task["data"], "task", str(index))
        names = [each["model_version"] for each in task["predictions"]]
        assert sorted(names) == [*(["reader-1"] if index == last else ["reader-1", "reader-2"]), "settled"]
        told = "submitted by reader-1 alone" if index == last else "reader-1, reader-2 differ on claim"
        assert told in task["data"]["heading"]
    again = office.send()
    assert f"sent: 0, brought up to date: 0, unchanged: {len(tasks)}" in again.out
    assert office.tasks.keys() == tasks.keys()

    nothing = office.pull()
    assert nothing.code == 0 and "adjudicated" not in nothing.out, nothing.err
    first, *rest = tasks
    office.submit(first, office.version(first, "reader-1"), "an event")
    partly = office.pull()
    assert partly.code == 0, partly.err
    assert f"ferry decided sentences adjudicated in Label Studio: 1, open: {len(rest)}" in partly.out
    for index in rest:
        office.submit(index, office.version(index, "reader-1" if index == last else "reader-2"), "no event")
    whole = office.pull()
    assert whole.code == 0 and "ferry adjudicated" in whole.out, whole.err + whole.out
    assert "unchanged" in office.pull().out
    gold = office.gold
    how = {each["key"]: each for each in gold["verdicts"]}
    claims = [each for key, each in how.items() if key.endswith(":claim")]
    assert [each["how"] for each in claims if each.get("why") == "an event"] == ["reader-1"]
    assert {each["who"] for each in claims} == {"adjudicator-1"}
    assert gold["sentences"][1] == {"how": "agreed"}
    assert gold["sentences"][first] == {"how": "decided", "who": ["adjudicator-1"], "why": ["an event"]}
    assert len(gold["sentences"]) == last + 1
    assert office.command("validate").code == 0
    assert office.command("release", "--json").json["preview"][0]["provenance"] == "gold"
    assert "unchanged" in office.command("adjudicate").out
    assert "nothing is open" in office.send().out or "sent: 0" in office.send().out


def test_an_adjudicator_changes_adds_and_rejects_spans_also_in_the_text_around(office: Office) -> None:
    assert office.send().code == 0
    article, where = office.work.article, windows(office.tasks[4]["data"])
    content = Span(217, 243, "content", article.text[217:243])
    source = Span(179, 200, "source", article.text[179:200], links=(Link("source_of", content.key),))
    office.submit(4, to_result(article.text, where, ["attribution"], [content, source]), "Brandt says this, too")
    number = office.version(2, "reader-1")
    for item in number:
        if item.get("from_name") == "number_modifier":
            item["value"] = {**item["value"], "choices": ["approximate"]}
    office.submit(2, number, "“with 41” is a rounded figure")
    assert office.pull().code == 0
    assert office.item(4, "claim: Then everything stopped").take == "none"
    changed = office.item(2, "number: 41")
    assert changed.take == "own" and changed.own and changed.own.number and changed.own.number.modifier == "approximate"
    assert list(changed.versions) == ["agreed"] and changed.who == "adjudicator-1"
    linked = office.item(3, "source: passenger Olle Brandt")
    assert linked.take == "own" and linked.own and len(linked.own.links) == 2  # the one that both gave stays
    assert linked.why == "Brandt says this, too"
    for index in (3, 0, 5):
        office.submit(index, office.version(index, "reader-1"))
    assert office.pull().code == 0
    gold = office.gold
    (span,) = [each for each in gold["spans"] if each["text"] == "passenger Olle Brandt"]
    assert [link["target"] for link in span["links"]] == ["145-178:content", content.key]
    assert gold["sentences"][4] == {"how": "decided", "who": ["adjudicator-1"], "why": ["Brandt says this, too"]}
    assert office.command("validate").code == 0


def test_what_is_no_decision_stays_open_and_says_why(office: Office) -> None:
    assert office.send().code == 0
    tasks = office.tasks
    office.submit(0, office.version(0, "reader-1"), None)  # without a comment
    ticked = [item for item in office.version(2, "reader-1") if item.get("from_name") != "labels"]
    office.submit(2, ticked)  # labels that its spans do not give
    office.submit(3, [], was_cancelled=True)
    draft = {"result": office.version(4, "reader-1"), "lead_time": 1}
    office.editor.ask("POST", f"/api/tasks/{tasks[4]['id']}/drafts", json=draft)
    office.work.owner.annotate(tasks[5], office.work.article.text)  # who has no pseudonym
    before = office.work.store.adjudication("ferry").read_bytes()
    pulled = office.pull()
    assert pulled.code == 1 and office.work.store.adjudication("ferry").read_bytes() == before
    for place, problem in (("0000", "adjudication-open"), ("0002", "adjudication-invalid"), ("", "unknown-annotator")):
        assert f"ferry:{place} [{problem}]" in pulled.err if place else f"[{problem}]" in pulled.err
    assert "decided it without saying why" in pulled.err and "claim is not ticked, and a span gives it" in pulled.err
    assert not office.work.store.gold("ferry").exists()
    assert office.command("validate").code == 0
    assert office.figures() == (0, 3, len(tasks) - 3)  # what does not say why, or breaks a rule
    kept = office.send()
    assert kept.code == 0 and f"unchanged: {len(tasks)}" in kept.out


def test_a_decision_holds_for_the_versions_that_it_was_made_on(office: Office) -> None:
    assert office.send().code == 0
    tasks = office.tasks
    old = office.submit(0, office.version(0, "reader-1"), "decided first")
    for reader, index, left_out in ((0, 0, {"claim", "location"}), (0, 2, {"claim", "location"}), (1, 3, set())):
        office.change(reader, index, left_out)  # two sentences have other versions then, and both agree on the third
    outdated = office.pull()
    assert outdated.code == 1 and outdated.err.count("[adjudication-outdated]") == 1
    assert "ferry:0000 [adjudication-outdated]" in outdated.err
    assert not any(item.take == "reader-1" for unit in office.decisions.units for item in unit.items)
    sent = office.send()
    assert "sent: 2," in sent.out and "taken away 2 tasks" in sent.out, sent.out
    every = office.editor.ask(
        "GET", "/api/tasks", params={"project": office.project, "page_size": 100, "fields": "all"}
    )
    of_first = [each for each in every["tasks"] if each["data"]["index"] == 0]
    assert len(of_first) == 2 and [len(each["annotations"]) for each in of_first].count(1) == 1
    assert 3 not in office.tasks and len(every["tasks"]) == len(tasks)
    assert office.figures() == (0, 0, len(tasks) - 1)  # sentences, of which none is decided as it is now
    (new,) = [each for each in of_first if not each["annotations"]]
    (second,) = [each["result"] for each in new["predictions"] if each["model_version"] == "reader-2"]
    whole = [*second, why("decided again")]
    office.editor.annotate(new, office.work.article.text, result=whole)
    again = office.pull()
    assert again.code == 0, again.err
    assert {item.why for unit in office.decisions.units for item in unit.items if unit.index == 0 and item.who} == {
        "decided again"
    }
    assert office.editor.ask("GET", f"/api/annotations/{old}/")["id"] == old


def test_a_decision_by_hand_and_another_in_label_studio_are_told_apart(office: Office) -> None:
    assert office.send().code == 0
    path = office.work.store.adjudication("ferry")
    by_hand = 'take = "none"\nwho = "reader-2"\nwhy = "by hand"'
    path.write_text(path.read_text("utf-8").replace('take = ""\nwho = ""\nwhy = ""', by_hand, 1), encoding="utf-8")
    number = office.submit(0, office.version(0, "reader-1"), "in Label Studio")
    for _ in range(2):
        pulled = office.pull()
        assert pulled.code == 1 and "[adjudication-differs]" in pulled.err and 'write at = "' in pulled.err
        assert "reader-2 decided no such span here" in pulled.err
        assert office.item(0, "claim: Ferry runs aground off Norra").why == "by hand"
    at = pulled.err.split('write at = "')[1].split('"')[0]
    text = path.read_text("utf-8")
    path.write_text(text.replace(by_hand, f'{by_hand}\nat = "{at}"'), encoding="utf-8")
    assert office.pull().code == 0 and office.item(0, "claim: Ferry runs aground off Norra").why == "by hand"
    path.write_text(text.replace(by_hand, f'{by_hand}\nat = "yesterday"'), encoding="utf-8")
    wrong = office.pull()
    assert wrong.code == 1 and "corpus/adjudication/ferry.toml" in wrong.err and "[schema-violation]" in wrong.err
    path.write_text(text.replace(by_hand, 'take = ""\nwho = ""\nwhy = ""'), encoding="utf-8")
    assert office.pull().code == 0
    decided = office.item(0, "claim: Ferry runs aground off Norra")
    assert (decided.take, decided.who, decided.why) == ("reader-1", "adjudicator-1", "in Label Studio")
    text = path.read_text("utf-8")
    path.write_text(text.replace('why = "in Label Studio"', 'why = "worded anew"'), encoding="utf-8")
    assert office.pull().code == 0 and "worded anew" in path.read_text("utf-8")
    later = [*office.version(0, "reader-2"), why("after more thought")]
    office.editor.ask("PATCH", f"/api/annotations/{number}/", json={"result": later})
    assert office.pull().code == 0
    decided = office.item(0, "claim: Ferry runs aground off Norra")
    assert (decided.take, decided.why) == ("none", "after more thought")


def test_two_adjudicators_who_differ_are_told(office: Office) -> None:
    assert office.send().code == 0
    office.submit(0, office.version(0, "reader-1"), "an event")
    result = [*office.version(0, "reader-2"), why("a headline")]
    office.readers[1].annotate(office.tasks[0], office.work.article.text, result=result)
    pulled = office.pull()
    assert pulled.code == 1 and "ferry:0000 [adjudication-differs]" in pulled.err
    assert not office.item(0, "claim: Ferry runs aground off Norra").take


def test_a_version_that_the_server_lost_is_told(office: Office) -> None:
    assert office.send().code == 0
    task = office.tasks[0]
    office.work.owner.ask("DELETE", f"/api/predictions/{task['predictions'][0]['id']}/")
    lost = office.send()
    assert lost.code == 2 and "[studio-error]" in lost.err and f"task {task['id']} shows 2 of 3 versions" in lost.err
    office.work.owner.ask("DELETE", f"/api/tasks/{task['id']}/")
    assert office.send().code == 0 and len(office.tasks[0]["predictions"]) == 3


def test_an_audit_sends_every_sentence_and_newer_guidelines_none(office: Office) -> None:
    assert office.send("--audit").code == 0
    tasks = office.tasks
    assert len(tasks) == len(office.work.article.sentences) and "to be audited" in tasks[1]["data"]["heading"]
    office.submit(1, office.version(1, "reader-1"), "nothing to mark")
    assert office.pull().code == 0
    (unit,) = [unit for unit in office.decisions.units if unit.index == 1]
    assert (unit.who, unit.why) == ("adjudicator-1", "nothing to mark")
    guidelines = office.work.root / "corpus" / "guidelines.md"
    text = guidelines.read_text("utf-8")
    version = tasks[1]["data"]["guideline_version"]
    guidelines.write_text(text.replace(f"Version: {version}", "Version: 99.0"), encoding="utf-8")
    refused = office.send()
    assert refused.code == 1 and "ferry [studio-guidelines-changed]" in refused.err


def test_options_that_go_with_the_server_only(pressmark: Run) -> None:
    for option in (("--dry-run",), ("--project", "Pass 1")):
        refused = pressmark("adjudicate", *option)
        assert refused.code == 2 and "goes with --studio" in refused.err


def test_an_adjudicator_works_in_the_browser_from_what_is_settled_or_from_a_version(office: Office) -> None:
    assert office.send().code == 0
    tasks = office.tasks
    with chromium() as browser:
        desk = Desk(browser.new_page(viewport={"width": 1500, "height": 1000}), office.work.url)
        desk.log_in(*office.login)
        for index, begin_with in ((0, "reader-1"), (3, "settled")):
            desk.page.goto(f"{office.work.url}/projects/{office.project}/data?task={tasks[index]['id']}")
            tab = desk.page.get_by_text(begin_with, exact=True).first
            tab.wait_for()
            if begin_with != "settled":  # which one's own begins with
                tab.click()
                tab.locator("xpath=ancestor::*[@data-annotation-id]/*[last()]").click()  # its menu
                desk.page.get_by_text("Duplicate Annotation").click()
            desk.page.get_by_placeholder("Comment, in one sentence").fill("as I read it")
            desk.page.keyboard.press("Enter")
            with desk.page.expect_response(lambda answer: answer.request.method == "POST" and "/annot" in answer.url):
                desk.page.get_by_role("button", name="Submit").click()
    pulled = office.pull()
    assert pulled.code == 0 and "adjudicated in Label Studio: 2," in pulled.out, pulled.err
    claim = office.item(0, "claim: Ferry runs aground off Norra")
    assert (claim.take, claim.who, claim.why) == ("reader-1", "adjudicator-1", "as I read it")
    kept, left_out = (
        office.item(3, "source: passenger Olle Brandt"),
        office.item(3, "claim: We heard a long\nscraping noise"),
    )
    assert kept.take == "agreed" and (left_out.take, left_out.why) == ("none", "as I read it")
