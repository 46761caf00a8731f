"""Adjudication: what must be decided, what stays decided, and gold that comes from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pressmark.adjudicate import latest_version, open_decisions, prepare, settle
from pressmark.decisions import Adjudication, Ruling
from pressmark.model import Annotation, Article, Attribution, Link, Provenance, Sentence, Span, Unit
from pressmark.store import Store

from .conftest import Result

TEXT = "Two boats sank, Ada Obi said. Nobody was hurt. The pier is shut."
CUTS = ((0, 29), (30, 46), (47, 64))
ARTICLE = Article(
    "boats",
    TEXT,
    "en",
    Provenance("boats.txt", "0" * 64),
    segmenter="s 1",
    sentences=tuple(Sentence(start, end, 0, 0, "body") for start, end in CUTS),
)


def span(words: str, label: str, *links: tuple[str, str], **more: object) -> Span:
    start = TEXT.index(words)
    made = Span(start, start + len(words), label, words, links=tuple(Link(*each) for each in links))
    return replace(made, **more)  # type: ignore[arg-type]


CLAIM, SHUT = span("Two boats sank", "claim"), span("The pier is shut", "claim")


def annotation(
    who: str, *units: tuple[int, tuple[Span, ...]], version: str = "1.0", status: str = "submitted"
) -> Annotation:
    made = tuple(
        Unit(index, status, f"2026-01-0{i + 1}T00:00:00Z", version, "0" * 64, spans=spans)
        for i, (index, spans) in enumerate(units)
    )
    return Annotation("boats", ARTICLE.text_sha256, "s 1", who, "human", made)


def both(first: tuple[Span, ...], second: tuple[Span, ...]) -> list[Annotation]:
    rest = ((1, ()), (2, ()))
    return [annotation("a", (0, first), *rest), annotation("b", (0, second), *rest)]


def decide(made: Adjudication, take: str, **more: object) -> Adjudication:
    """Decide every open item alike."""
    units = [
        replace(
            unit,
            items=tuple(
                item if item.take else replace(item, **({"take": take, "who": "c", "why": "read again"} | more))
                for item in unit.items
            ),
        )
        for unit in made.units
    ]
    return replace(made, units=tuple(units))


def audited(made: Adjudication) -> Adjudication:
    return replace(made, units=tuple(replace(unit, who="c", why="looked at") for unit in made.units))


def gold_of(annotations: list[Annotation], made: Adjudication) -> tuple[Span, ...]:
    return settle(ARTICLE, prepare(ARTICLE, annotations, made.guideline_version, audit=True), made).spans


def test_what_all_agree_on_needs_no_decision_unless_it_is_audited() -> None:
    given = both((CLAIM,), (CLAIM,))
    made = prepare(ARTICLE, given, "1.0", audit=False)
    assert made.units == () and open_decisions(made, "f") == []
    gold = settle(ARTICLE, prepare(ARTICLE, given, "1.0", audit=True), made)
    assert gold.spans == (CLAIM,) and gold.labels == (("claim",), (), ())
    assert [(each.key, each.how, each.who) for each in gold.verdicts] == [(CLAIM.key, "agreed", None)]
    whole = prepare(ARTICLE, given, "1.0", audit=True)
    assert len(whole.units) == 3 and len(open_decisions(whole, "f")) == 3
    assert open_decisions(audited(whole), "f") == []
    assert settle(ARTICLE, whole, audited(whole)).verdicts[0].who == "c"


def test_a_disagreement_is_open_until_somebody_says_what_who_and_why() -> None:
    given = both((CLAIM,), ())
    made = prepare(ARTICLE, given, "1.0", audit=False)
    (problem,) = open_decisions(made, "f")
    assert problem.address == "f:units/0/items/0" and "(a or own or none)" in problem.fact
    for take, spans in (("a", (CLAIM,)), ("none", ())):
        decided = decide(made, take)
        assert open_decisions(decided, "f") == [] and gold_of(given, decided) == spans
    assert "who or why is empty" in open_decisions(decide(made, "a", why=""), "f")[0].fact
    assert "none of a, own, none" in open_decisions(decide(made, "b"), "f")[0].fact
    assert "no own = " in open_decisions(decide(made, "own"), "f")[0].fact


def test_other_attributes_or_links_are_a_disagreement() -> None:
    content = span("Two boats sank", "content", attribution=Attribution("indirect", "proposition"))
    other = replace(content, attribution=Attribution("direct", "proposition"))
    source = span("Ada Obi", "source", ("source_of", content.key))
    for first, second in (((content,), (other,)), ((content, source), (content, replace(source, links=())))):
        assert open_decisions(prepare(ARTICLE, both(first, second), "1.0", audit=False), "f")
    assert not open_decisions(prepare(ARTICLE, both((content, source), (source, content)), "1.0", audit=False), "f")


def test_a_sentence_that_fewer_than_two_submitted_is_never_gold_by_itself() -> None:
    alone = [annotation("a", (0, ()), (1, ()), (2, ())), annotation("b", (0, ()), (1, ()))]
    skipped = [
        alone[0],
        replace(alone[1], units=(*alone[1].units, Unit(2, "skipped", "2026-01-09T00:00:00Z", "1.0", "0" * 64))),
    ]
    invalid = [
        alone[0],
        replace(alone[1], units=(*alone[1].units, Unit(2, "invalid", "2026-01-09T00:00:00Z", "1.0", "0" * 64))),
    ]
    for given in (alone, skipped, invalid):
        made = prepare(ARTICLE, given, "1.0", audit=False)
        assert [unit.index for unit in made.units] == [2]
        assert "was not submitted by two annotators" in open_decisions(made, "f")[0].fact
        assert open_decisions(audited(made), "f") == []


def test_decisions_stay_as_long_as_what_they_rest_on() -> None:
    given = both((CLAIM,), ())
    made = audited(decide(prepare(ARTICLE, given, "1.0", audit=True), "a"))
    assert prepare(ARTICLE, given, "1.0", audit=True, before=made) == made
    changed = [given[0], annotation("b", (0, (replace(CLAIM, end=9, text=TEXT[:9]),)), (1, ()), (2, ()))]
    again = prepare(ARTICLE, changed, "1.0", audit=True, before=made)
    assert [item.take for item in again.units[0].items] == ["a", ""]
    assert again.units[0].who == "" and again.units[1] == made.units[1]
    withdrawn = [annotation("a", (0, ()), (1, ()), (2, ())), annotation("b", (0, ()), (1, ()), (2, ()))]
    assert prepare(ARTICLE, withdrawn, "1.0", audit=True, before=made).units[0] == Ruling(
        0, ARTICLE.sentence_text(ARTICLE.sentences[0]), judges=("a", "b")
    )
    newer = prepare(ARTICLE, both((CLAIM,), ()), "1.1", audit=True, before=made)
    assert all(not unit.who for unit in newer.units)


def test_a_new_version_of_the_guidelines_does_not_replace_what_was_adjudicated() -> None:
    old, new = both((CLAIM,), (CLAIM,)), annotation("a", (0, ()), version="1.1")
    mixed = [replace(each, units=(*each.units, *new.units)) for each in old]
    assert latest_version(mixed) == "1.1"
    assert latest_version(mixed, prepare(ARTICLE, old, "1.0", audit=True)) == "1.0"


def test_an_adjudicator_can_add_a_span_and_change_one() -> None:
    given = both((CLAIM,), (CLAIM,))
    made = audited(prepare(ARTICLE, given, "1.0", audit=True))
    item = replace(
        made.units[0].items[0], key=SHUT.key, take="own", own=SHUT, versions={}, who="c", why="both missed it"
    )
    more = replace(made, units=(*made.units[:2], replace(made.units[2], items=(item,))))
    assert open_decisions(more, "f") == [] and gold_of(given, more) == (CLAIM, SHUT)
    assert prepare(ARTICLE, given, "1.0", audit=True, before=more) == more
    twice = replace(
        more, units=(replace(more.units[0], items=(*more.units[0].items, replace(item, own=CLAIM))), *more.units[1:])
    )
    assert any("which another item gives too" in each.fact for each in open_decisions(twice, "f"))


def test_a_link_follows_a_span_whose_bounds_were_decided_otherwise() -> None:
    wide, narrow = span("Two boats sank", "content"), span("boats sank", "content")
    source = span("Ada Obi", "source", ("source_of", wide.key))
    given = both((wide, source), (narrow, replace(source, links=(Link("source_of", narrow.key),))))
    made = prepare(ARTICLE, given, "1.0", audit=False)
    units = [
        replace(
            unit,
            items=tuple(
                replace(item, take={wide.key: "none", narrow.key: "b", source.key: "a"}[item.key], who="c", why="w")
                for item in unit.items
            ),
        )
        for unit in made.units
    ]
    assert gold_of(given, replace(made, units=tuple(units))) == (
        narrow,
        replace(source, links=(Link("source_of", narrow.key),)),
    )
    dropped = [
        replace(u, items=tuple(replace(i, take="none" if "content" in i.key else i.take) for i in u.items))
        for u in units
    ]
    assert gold_of(given, replace(made, units=tuple(dropped))) == (replace(source, links=()),)


def test_full_agreement_is_adjudicated_on_the_command_line_without_a_decision(
    pressmark: Callable[..., Result], ferry: Path
) -> None:
    config = ferry / "corpus" / "corpus.toml"
    people = "".join(f'\n[annotators.{who}]\ntype = "human"\n' for who in "ab")
    config.write_text(config.read_text("utf-8") + people, encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    nothing = pressmark("adjudicate", "--corpus", ferry)
    assert nothing.code == 2 and "[no-agreement]" in nothing.err and "pressmark studio pull" in nothing.err
    store = Store(ferry)
    article = store.read_article("ferry")
    units = [Unit(i, "submitted", "2026-01-01T00:00:00Z", "1.0", "0" * 64) for i in range(len(article.sentences))]
    for who in "ab":
        made = Annotation("ferry", article.text_sha256, article.segmenter or "", who, "human", tuple(units))
        store.write_annotation(made)
    done = pressmark("adjudicate", "--corpus", ferry)
    assert done.code == 0 and "ferry adjudicated 0 spans" in done.out, done.err
    assert pressmark("validate", "--corpus", ferry).code == 0
    assert pressmark("release", "--corpus", ferry, "--json").json["preview"][0]["provenance"] == "gold"
    path = store.adjudication("ferry")
    newer = tuple(replace(each, guideline_version="1.1", updated="2026-02-01T00:00:00Z") for each in units)
    for who in "ab":
        store.write_annotation(replace(made, annotator=who, units=newer, earlier=tuple(units)))
    assert pressmark("adjudicate", "--corpus", ferry).code == 0
    assert 'guideline_version = "1.0"' in path.read_text("utf-8")
    assert pressmark("adjudicate", "--audit", "--corpus", ferry).code == 1
    path.write_text(path.read_text("utf-8").replace('why = ""', 'why = "read"', 1), encoding="utf-8")
    lost = pressmark("adjudicate", "--guidelines", "1.1", "--corpus", ferry)
    assert lost.code == 2 and "[adjudicated-before]" in lost.err and 'why = "read"' in path.read_text("utf-8")
    path.unlink()
    assert pressmark("adjudicate", "--guidelines", "1.1", "--corpus", ferry).code == 0
    store.write_annotation(
        replace(made, units=tuple(replace(u, status="invalid", faults=("f",), submitted="[]") for u in units))
    )
    store.adjudication("ferry").unlink()
    mended = pressmark("adjudicate", "ferry", "--corpus", ferry)
    assert mended.code == 1 and "break one; have them mended in Label Studio" in mended.err
