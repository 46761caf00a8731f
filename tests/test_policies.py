"""Policies: a majority or one annotator decides where somebody asks for it; people's decisions stand above that."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark import schemas
from pressmark.adjudicate import decide_by, open_decisions, prepare, settle
from pressmark.decisions import Adjudication
from pressmark.model import Annotation, Span, Unit
from pressmark.store import Store

from .conftest import Result
from .test_adjudicate import ARTICLE, CLAIM, annotation, span

NARROW, WIDE = span("boats sank", "claim"), span("Two boats sank, Ada Obi", "claim")


def given(*first: tuple[Span, ...]) -> list[Annotation]:
    """What a, b, c … gave in the first sentence; all of them submitted the others without a span."""
    return [annotation(who, (0, spans), (1, ()), (2, ())) for who, spans in zip("abcde", first, strict=False)]


def takes(made: Adjudication) -> dict[str, tuple[str, str | None]]:
    return {item.key: (item.take, item.policy) for unit in made.units for item in unit.items}


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (((CLAIM,), (CLAIM,), ()), {CLAIM.key: ("a", "majority: 2 of 3")}),
        (((), (CLAIM,), ()), {CLAIM.key: ("none", "majority: 2 of 3")}),
        (((CLAIM,), ()), {CLAIM.key: ("", None)}),  # two are no majority
        (((CLAIM,), (CLAIM,), (), ()), {CLAIM.key: ("", None)}),  # a tie
        (
            ((WIDE,), (NARROW,), (NARROW,)),
            {WIDE.key: ("none", "majority: 2 of 3"), NARROW.key: ("b", "majority: 2 of 3")},
        ),
        (((WIDE,), (CLAIM,), (NARROW,)), {each.key: ("", None) for each in (WIDE, CLAIM, NARROW)}),  # where, is open
        (((WIDE,), (CLAIM,), (), (), ()), {each.key: ("none", "majority: 3 of 5") for each in (WIDE, CLAIM)}),
    ],
)
def test_a_majority_takes_rejects_or_leaves_open(
    spans: tuple[tuple[Span, ...], ...], expected: dict[str, tuple[str, str | None]]
) -> None:
    made = prepare(ARTICLE, given(*spans), "1.0", audit=False)
    assert takes(decide_by("majority", made)) == expected
    assert decide_by("manual", decide_by("majority", made)) == made


def test_who_broke_a_rule_or_did_not_submit_has_no_vote() -> None:
    two = given((CLAIM,), (CLAIM,))
    for third in (annotation("c", (0, ()), status="invalid"), annotation("c", (1, ()), (2, ()))):
        made = prepare(ARTICLE, [*two, third], "1.0", audit=False)
        assert all(policy is None for _, policy in takes(decide_by("majority", made)).values())
        assert takes(decide_by("c", made)) == takes(made)


def test_the_version_of_one_annotator_is_taken_where_annotators_differ() -> None:
    made = prepare(ARTICLE, given((CLAIM,), (NARROW,)), "1.0", audit=False)
    decided = decide_by("b", made)
    assert takes(decided) == {CLAIM.key: ("none", "annotator b"), NARROW.key: ("b", "annotator b")}
    assert open_decisions(decided, "f") == []


def test_a_policy_decides_only_what_people_have_not_and_its_decisions_go_with_their_grounds() -> None:
    annotations = given((CLAIM,), (CLAIM,), ())
    made = prepare(ARTICLE, annotations, "1.0", audit=False)
    (unit,) = made.units
    person = replace(made, units=(replace(unit, items=(replace(unit.items[0], take="none", who="d", why="w"),)),))
    assert decide_by("majority", person) == person
    decided = decide_by("majority", made)
    assert prepare(ARTICLE, annotations, "1.0", audit=False, before=decided) == decided
    (unit,) = decided.units
    over = replace(decided, units=(replace(unit, items=(replace(unit.items[0], take="none", who="d", why="w"),)),))
    kept = prepare(ARTICLE, annotations, "1.0", audit=False, before=over)
    assert takes(kept) == {CLAIM.key: ("none", None)}  # a person decided in the policy's place
    edited = replace(decided, units=(replace(unit, items=(replace(unit.items[0], take="none"),)),))
    assert takes(prepare(ARTICLE, annotations, "1.0", audit=False, before=edited)) == {CLAIM.key: ("", None)}
    more = [*annotations, annotation("d", (0, ()), (1, ()), (2, ()))]  # the same versions, but no majority
    assert takes(prepare(ARTICLE, more, "1.0", audit=False, before=decided)) == {CLAIM.key: ("", None)}


def test_gold_says_of_every_span_and_sentence_how_it_came_about() -> None:
    annotations = given((CLAIM,), (CLAIM,), ())
    annotations[0] = replace(annotations[0], units=annotations[0].units[:2])  # the third sentence has one judge
    annotations[1] = replace(annotations[1], units=annotations[1].units[:2])
    made = decide_by("majority", prepare(ARTICLE, annotations, "1.0", audit=False))
    units = tuple(replace(unit, who="d", why="nothing") if unit.index == 2 else unit for unit in made.units)
    made = replace(made, units=units)
    assert open_decisions(made, "f") == []
    gold = settle(ARTICLE, prepare(ARTICLE, annotations, "1.0", audit=True), made)
    assert [(each.how, each.who, each.policy) for each in gold.verdicts if each.key == CLAIM.key] == [
        ("a", None, "majority: 2 of 3")
    ]
    assert [(each.how, each.who, each.policy) for each in gold.sentences] == [
        ("decided", (), ("majority: 2 of 3",)),
        ("agreed", (), ()),
        ("decided", ("d",), ()),
    ]


def annotated(ferry: Path, marks: dict[str, bool]) -> Store:
    """Let annotators submit every sentence of the ferry article; those of whom it is true mark its headline."""
    config = ferry / "corpus" / "corpus.toml"
    people = "".join(f'\n[annotators.{who}]\ntype = "human"\n' for who in marks)
    config.write_text(config.read_text("utf-8") + people, encoding="utf-8")
    store = Store(ferry)
    article = store.read_article("ferry")
    head = article.sentence_text(article.sentences[0])
    for who, marked in marks.items():
        units = [Unit(i, "submitted", "2026-01-01T00:00:00Z", "1.0", "0" * 64) for i in range(len(article.sentences))]
        if marked:
            units[0] = replace(units[0], labels=("claim",), spans=(Span(0, len(head), "claim", head),))
        store.write_annotation(
            Annotation("ferry", article.text_sha256, article.segmenter or "", who, "human", tuple(units))
        )
    return store


def test_policies_on_the_command_line(pressmark: Callable[..., Result], ferry: Path) -> None:
    def run(*arguments: object) -> Result:
        return pressmark(*arguments, "--corpus", ferry)

    assert run("dataset").code == 0
    store = annotated(ferry, {"a": True, "b": True, "c": False})
    unknown = run("adjudicate", "--policy", "nobody")
    assert unknown.code == 2 and "--policy [unknown-annotator]" in unknown.err and "majority, a, b, c" in unknown.err
    assert run("adjudicate").code == 1 and not store.gold("ferry").exists()
    done = run("adjudicate", "--policy", "majority")
    assert done.code == 0 and "ferry adjudicated 1 spans" in done.out, done.err
    gold = json.loads(store.gold("ferry").read_text("utf-8"))
    assert not schemas.violations(gold, "gold", "f")
    assert gold["verdicts"] == [{"key": "0-28:claim", "how": "a", "policy": "majority: 2 of 3"}]
    assert gold["sentences"][0] == {"how": "decided", "policy": ["majority: 2 of 3"]}
    assert run("validate").code == 0
    assert run("release", "--json").json["preview"][0]["provenance"] == "gold"
    assert run("adjudicate").code == 0  # what a policy decided stays
    assert "adjudicated 0 spans" in run("adjudicate", "--policy", "c").out
    path = store.adjudication("ferry")
    path.write_text(path.read_text("utf-8").replace('take = "none"', 'take = "a"'), encoding="utf-8")
    assert run("validate").code == 1
    assert run("adjudicate", "--policy", "manual").code == 1 and "policy" not in toml_body(path)


def toml_body(path: Path) -> str:
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


@pytest.mark.parametrize("name", ["agreed", "own", "none", "settled", "manual", "majority"])
def test_a_pseudonym_is_none_of_the_words_that_decisions_use(
    pressmark: Callable[..., Result], ferry: Path, name: str
) -> None:
    config = ferry / "corpus" / "corpus.toml"
    config.write_text(f'{config.read_text("utf-8")}\n[annotators.{name}]\ntype = "human"\n', encoding="utf-8")
    refused = pressmark("validate", "--corpus", ferry)
    assert refused.code == 1 and "corpus/corpus.toml" in refused.err and "[schema-violation]" in refused.err


def test_who_annotated_nothing_is_no_policy_and_what_is_reopened_is_told(
    pressmark: Callable[..., Result], ferry: Path
) -> None:
    assert pressmark("dataset", "--corpus", ferry).code == 0
    store = annotated(ferry, {"a": True, "b": False, "c": False})
    config = ferry / "corpus" / "corpus.toml"
    config.write_text(f'{config.read_text("utf-8")}\n[annotators.editor]\ntype = "human"\n', encoding="utf-8")
    absent = pressmark("adjudicate", "--policy", "editor", "--corpus", ferry)
    assert absent.code == 2 and "[unknown-annotator] editor has annotated none" in absent.err
    assert "reopened" not in pressmark("adjudicate", "--corpus", ferry).out
    path = store.adjudication("ferry")
    text = path.read_text("utf-8").replace(
        'take = ""\nwho = ""\nwhy = ""', 'take = "a"\nwho = "editor"\nwhy = "a fact"'
    )
    path.write_text(text, encoding="utf-8")
    assert pressmark("adjudicate", "--corpus", ferry).code == 0
    same = store.read_annotation("a", "ferry").units
    store.write_annotation(replace(store.read_annotation("c", "ferry"), units=same))  # who changed their mind
    again = pressmark("adjudicate", "--corpus", ferry)
    assert again.code == 1 and "reopened since versions changed: 1" in again.out
