"""Six annotators at once while decisions are pulled in a loop: none is lost, none is doubled, drafts are never data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .broken import Broken, invited
from .people import Person

NAMES = [f"reader-{i}" for i in range(1, 7)]


@pytest.fixture
def six(broken: Broken) -> Iterator[list[Person]]:
    config = broken.work.store.config
    more = "".join(f'\n[annotators.{name}]\ntype = "human"\n' for name in NAMES[2:])
    config.write_text(config.read_text("utf-8") + more, encoding="utf-8")
    with invited(broken.pressmark, broken.work, NAMES) as people:
        yield people


def decide(broken: Broken, person: Person, kind: int) -> dict[int, str]:
    """Let a person decide about every sentence, with second thoughts; return the last state of each by its index."""
    decided = {}
    for index, task in sorted(person.tasks(broken.project).items()):
        labels, spans = broken.work.suggested(index)
        text, turn = broken.work.article.text, (index + kind) % 4
        if turn == 0:  # begins, and does not submit
            person.ask("POST", f"/api/tasks/{task['id']}/drafts", json={"result": [], "lead_time": 1})
            continue
        if turn == 1:
            person.annotate(task, text, result=[], was_cancelled=True)
            decided[index] = "skipped"
            continue
        number = person.annotate(task, text, labels, spans, lead_time=kind + 1)
        if turn == 3:  # thinks again
            person.ask("PATCH", f"/api/annotations/{number}/", json={"result": [], "lead_time": kind + 2})
        decided[index] = "submitted"
    return decided


def pulled(folder: Path, name: str) -> dict[int, str]:
    path = folder / "corpus" / "annotations" / name / "ferry.json"
    units = json.loads(path.read_text("utf-8"))["units"] if path.exists() else []
    assert len({unit["index"] for unit in units}) == len(units)
    return {unit["index"]: unit["status"] for unit in units}


def test_six_people_and_a_pull_in_a_loop(broken: Broken, six: list[Person]) -> None:
    assert broken.run("push").code == 0
    seen, rounds = {name: dict[int, str]() for name in NAMES}, 0
    with ThreadPoolExecutor(len(six)) as pool:
        futures = [pool.submit(decide, broken, person, kind) for kind, person in enumerate(six)]
        while not all(future.done() for future in futures) or rounds < 2:
            result = broken.run("pull")
            assert result.code == 0, result.err
            rounds += 1
            for name in NAMES:
                now = pulled(broken.work.root, name)
                assert seen[name].keys() <= now.keys()  # what was pulled once stays
                seen[name] = now
        decided = [future.result() for future in futures]
    assert broken.run("pull").code == 0
    assert {name: pulled(broken.work.root, name) for name in NAMES} == dict(zip(NAMES, decided, strict=True))
    files = {name: broken.work.store.annotation(name, "ferry").read_bytes() for name in NAMES}
    assert broken.run("pull").code == 0
    assert files == {name: broken.work.store.annotation(name, "ferry").read_bytes() for name in NAMES}
    rows = {row["annotator"]: row for row in broken.run("status", "--json").json["people"]}
    for name, states in zip(NAMES, decided, strict=True):
        counts = [list(states.values()).count(state) for state in ("submitted", "skipped")]
        assert [rows[name]["submitted"], rows[name]["skipped"]] == counts
        assert rows[name]["drafts"] == len(broken.keys) - len(states)
    broken.assert_each_once(annotations=sum(map(len, decided)))
    assert broken.pressmark("validate", "--corpus", broken.work.root).code == 0
