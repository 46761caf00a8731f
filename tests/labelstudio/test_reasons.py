"""Why a sentence is to be adjudicated, as its task says it: on which words annotators differ, and in what."""

from __future__ import annotations

from dataclasses import replace

from pressmark.adjudication import Case
from pressmark.labelstudio.adjudication import tasks_of
from pressmark.model import Link, Location, Span, Unit

from .test_rulings import BOTH, OBI, PIER, SANK, SHUT, case


def reasons(made: Case) -> dict[int, str]:
    return {each.task["index"]: each.task["heading"].split(" · ")[-1] for each in tasks_of(made, "0" * 64)}


def test_words_and_attributes_that_differ_are_named() -> None:
    place = replace(PIER, location=Location(usage="literal"))
    boats = Span(0, 15, "content", "Two boats sank.")
    told = reasons(case((SANK, SHUT, PIER), (boats, SHUT, place)))
    assert told == {
        0: "a, b differ on content “Two boats sank.”, content “Two boats sank”",
        2: "a, b differ on location “The pier” (usage)",
    }


def test_a_sentence_that_shows_a_link_that_is_open_is_sent_as_well() -> None:
    told = reasons(case((SANK, replace(OBI, links=BOTH.links[:1]), SHUT), (SANK, BOTH, SHUT)))
    assert told == {
        1: "a, b differ on source “Ada Obi” (links)",
        2: "they differ on the link of source “Ada Obi” to it",
    }
    assert BOTH.links[1] == Link("source_of", SHUT.key)


def test_what_breaks_a_rule_is_told_apart_from_what_differs() -> None:
    made = case((SHUT, PIER), (SHUT, PIER))
    first, second = made.annotations
    broken = tuple(replace(each, status="invalid") if each.index == 2 else each for each in second.units)
    assert all(isinstance(each, Unit) for each in broken)
    annotations = (first, replace(second, units=broken))
    listed = replace(made, annotations=annotations)
    listed = replace(listed, made=listed.listed(made.made, audit=False))
    assert reasons(listed) == {2: "submitted by a alone; b's breaks a rule"}
