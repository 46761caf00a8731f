"""Tasks, results and units without a server: what goes out comes back, and nothing that comes in does harm."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark import schemas
from pressmark.corpus import Annotator
from pressmark.files import canonical_json, to_plain
from pressmark.labelstudio.pull import merge, read_export, to_unit
from pressmark.labelstudio.push import plan
from pressmark.labelstudio.reading import read_result
from pressmark.labelstudio.results import to_result
from pressmark.labelstudio.tasks import CONTEXT, differs, to_task, windows
from pressmark.labelstudio.values import read_value, write_number
from pressmark.model import Article, Attribution, Link, Location, Number, Provenance, Refused, Sentence, Span, Unit

TEXT = (
    "🚢 Ann O’Neill 👩‍👩‍👧 said <b>&amp;</b>: “We lost 30 old\u00a0boats\nnear Łódź 🇵🇱.”  \tHe\u0301 left. שלום עולם "
    "is 2.5 km² away.\n\nThe end."
)
STARTS = [TEXT.index(words) for words in ("🚢", "He\u0301", "שלום", "The end")]
CUTS = [(start, len(TEXT[:end].rstrip())) for start, end in zip(STARTS, [*STARTS[1:], len(TEXT)], strict=True)]
ARTICLE = Article(
    "boats",
    TEXT,
    "en",
    Provenance("b.txt", "0" * 64),
    segmenter="s 1",
    sentences=tuple(Sentence(start, end, 0, 0, "body") for start, end in CUTS),
)
PAGE = "0" * 64


def at(words: str, label: str, **more: Any) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), label, words, **more)


def spans() -> list[Span]:
    content = at(
        "“We lost 30 old\u00a0boats\nnear Łódź 🇵🇱.”", "content", attribution=Attribution("direct", "proposition")
    )
    counted = TEXT.index("old\u00a0boats")
    return [
        at("Ann O’Neill 👩‍👩‍👧", "source", links=(Link("source_of", content.key),)),
        at("said", "cue", links=(Link("cue_of", content.key),)),
        content,
        at("30", "number", number=Number("count", "exact", 30.0, counted_start=counted, counted_end=counted + 9)),
        at("Łódź", "location", location=Location(False, "literal", 3093133, "Łódź", "PL", 51.77, 19.46)),
    ]


def task(index: int = 0) -> dict[str, Any]:
    return to_task(ARTICLE, index, "1.0", PAGE)


def annotation(result: Any, **more: Any) -> dict[str, Any]:
    made = {"completed_by": 1, "updated_at": "2026-01-01T00:00:00.5Z", "result": result, "lead_time": 2.0}
    return made | more


def unit(result: Any, index: int = 0, **more: Any) -> Unit:
    made = to_unit(ARTICLE, task(index), annotation(result, **more))
    everything = merge(ARTICLE, "a", Annotator("human"), None, [made])
    plain = {"$schema": schemas.urn("annotation"), **to_plain(everything)}
    assert not schemas.violations(plain, "annotation", "a")
    canonical_json(plain).decode("utf-8")
    return made


def test_tasks_show_the_text_as_it_is() -> None:
    for index in range(len(CUTS)):
        made = task(index)
        assert not schemas.violations(made, "task", "t") and differs(made, ARTICLE) is None
        assert {name: TEXT[start:end] for name, (start, end) in windows(made).items()} == {
            name: made[name] for name in ("before", "text", "after")
        }
    assert task(0)["before"] == "" and task(3)["after"] == "" and CONTEXT > 2


def test_spans_and_attributes_come_back_exactly() -> None:
    result = json.loads(
        json.dumps(to_result(TEXT, windows(task()), ("attribution", "number", "location"), spans(), "hm"))
    )
    for item in result:  # what the server repeats beside offsets is not trusted
        if "start" in item.get("value", {}) and isinstance(item["value"].get("text"), str):
            item["value"]["text"] = "something else"
    made = unit(result)
    assert made.status == "submitted", made.faults
    assert made.spans == tuple(sorted(spans(), key=lambda s: s.order)) and made.comment == "hm"
    assert made.labels == ("attribution", "number", "location") and made.seconds == 2.0


def test_source_and_cue_are_marked_in_the_text_around() -> None:
    where = windows(task(1))
    own = at("left", "content", attribution=Attribution("indirect"))
    source = at("Ann O’Neill", "source", links=(Link("source_of", own.key),))
    made = unit(to_result(TEXT, where, ("attribution",), [own, source]), 1)
    assert (made.status, made.spans) == ("submitted", (source, own))
    assert to_result(TEXT, where, (), [at("Łódź", "location", location=Location())]) == []


BAD = [
    ("labels", ["bogus"]),
    ("labels", "claim"),
    ("start", 10**9),
    ("start", -1),
    ("start", 0.5),
    ("start", math.inf),
    ("end", None),
    ("choices", ["bogus"]),
    ("choices", ["count", "age"]),
    ("choices", [["count"]]),
]


TYPED = [
    (["30"], 30.0),
    (["0.25"], 0.25),
    (["-97.5"], -97.5),
    (["\N{MINUS SIGN}3"], -3.0),
    ([" 2300000 "], 2.3e6),
    ("1e-07", 1e-7),
]


@pytest.mark.parametrize(("typed", "number"), TYPED)
def test_numbers_are_read_as_typed(typed: Any, number: float) -> None:
    assert read_value("value", {"text": typed}) == number
    assert read_value("value", {"text": [write_number(number)]}) == number


@pytest.mark.parametrize(("said", "number"), [(30, 30.0), (-0.5, -0.5), (None, None)])
def test_numbers_of_an_older_page_are_read(said: Any, number: float | None) -> None:
    assert read_value("value", {"number": said}) == number
    for wrong in (math.nan, math.inf, "30", True):
        with pytest.raises(ValueError, match="no number"):
            read_value("value", {"number": wrong})


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_to_be_read(number: float) -> None:
    assert read_value("lat", {"text": [write_number(number)]}) == number


@pytest.mark.parametrize("typed", ["2,5", "2,300,000", "about 3", "1e999", "nan", "٣", "0x10", "--1"])
def test_what_is_no_number_is_told_as_it_was_typed(typed: str) -> None:
    result = to_result(TEXT, windows(task()), ("number",), [spans()[3]])
    (item,) = (each for each in result if each["from_name"] == "value")
    item["value"]["text"] = [typed]
    made = unit(result)
    assert made.status == "invalid" and f"{typed!r}, no number" in made.faults[0]


def test_links_say_what_the_labels_at_their_ends_say() -> None:
    where, given_ = windows(task()), ("attribution", "number")
    first, second = (at(words, "content", attribution=Attribution("direct")) for words in ("lost", "boats"))
    numbers = [at(words, "number", number=Number("count", "exact", 1.0)) for words in ("30", "We")]
    parts = [at("Ann", "source"), at("said", "cue"), first, second, *numbers]
    plain = to_result(TEXT, where, given_, parts)
    ids = {each["value"]["text"]: each["id"] for each in plain if each["type"] == "labels"}
    drawn = [("lost", "Ann"), ("said", "lost"), ("lost", "boats"), ("30", "We"), ("said", "Ann")]
    for turned in (1, -1):
        links = [{"type": "relation", "from_id": ids[a], "to_id": ids[b]} for a, b in (e[::turned] for e in drawn)]
        made = unit([*plain, *links])
        assert made.status == "submitted", made.faults
        found = {(span.text, link.type, link.target) for span in made.spans for link in span.links}
        assert found == {
            ("Ann", "source_of", first.key),
            ("Ann", "source_of", parts[1].key),
            ("said", "cue_of", first.key),
            ("boats", "part_of", first.key),
            ("30", "equivalent_to", numbers[1].key),
        }
    for ends in (("Ann", "30"), ("Ann", "Ann")):
        link = {"type": "relation", "from_id": ids[ends[0]], "to_id": ids[ends[1]]}
        assert any(fault.startswith("a link ties a ") for fault in unit([*plain, link]).faults)


def test_a_suggestion_s_reason_is_shown_and_is_no_part_of_the_decision() -> None:
    (item, *_) = to_result(TEXT, windows(task()), (), [at("He\u0301", "claim", why="an event")]) or [{}]
    assert item == {}  # it stands in another sentence
    (item, *_) = result = to_result(TEXT, windows(task()), ("claim",), [at("We lost", "claim", why="an event")])
    assert item["meta"] == {"text": ["an event"]}
    assert unit(result).spans == (at("We lost", "claim"),)


@pytest.mark.parametrize(("name", "value"), BAD)
def test_what_cannot_be_is_invalid_and_kept(name: str, value: Any) -> None:
    result = to_result(TEXT, windows(task()), ("attribution", "number", "location"), spans())
    item = next(each for each in result if name in each.get("value", {}) and each["from_name"] not in ("labels",))
    item["value"] = {**item["value"], name: value}
    made = unit(result)
    assert made.status == "invalid" and made.faults and made.submitted
    if not (isinstance(value, float) and math.isnan(value)):
        assert json.loads(made.submitted) == json.loads(json.dumps(result))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda s: replace(s, location=replace(s.location, country_code="pl")), "country"),
        (lambda s: replace(s, location=replace(s.location, lat=500.0)), "latitude"),
        (lambda s: replace(s, location=replace(s.location, lon=None)), "half a place"),
        (lambda s: replace(s, location=replace(s.location, usage="bogus")), "usage"),
    ],
)
def test_values_that_the_schema_does_not_take_are_invalid(change: Any, what: str) -> None:
    made = unit(to_result(TEXT, windows(task()), ("location",), [change(spans()[-1])]))
    assert made.status == "invalid" and made.spans == () and any("cannot be" in fault for fault in made.faults), what


def test_ticks_that_no_span_gives_are_invalid() -> None:
    made = unit(to_result(TEXT, windows(task()), ("claim",), spans()))
    assert made.status == "invalid"
    assert {"claim is ticked, and no span gives it", "number is not ticked, and a span gives it"} <= set(made.faults)


def test_a_skipped_task_keeps_what_was_marked() -> None:
    result = to_result(TEXT, windows(task()), ("number",), spans(), "cut off")
    made = unit(result, was_cancelled=True)
    assert (made.status, made.labels, made.spans, made.comment) == ("skipped", (), (), "cut off")
    assert json.loads(made.submitted or "") == result


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_nothing_in_a_result_does_harm(data: st.DataObject) -> None:
    result: Any = to_result(TEXT, windows(task()), ("attribution",), spans(), "c")
    for _ in range(data.draw(st.integers(1, 3))):
        item: Any = data.draw(st.sampled_from(result))
        target = (
            item["value"] if "value" in item and isinstance(item["value"], dict) and data.draw(st.booleans()) else item
        )
        if target:
            target[data.draw(st.sampled_from(sorted(target)))] = data.draw(JUNK)
    assert unit(result).status in ("submitted", "invalid")
    assert read_result(TEXT, windows(task()), data.draw(JUNK)).spans == ()


@given(st.data())
def test_nothing_in_an_export_does_harm(data: st.DataObject) -> None:
    exported: Any = [{"id": 1, "data": task(), "annotations": [annotation([])]}]
    at_: Any = exported[0]
    for _ in range(data.draw(st.integers(1, 4))):
        keys = list(at_) if isinstance(at_, dict) else list(range(len(at_)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if not isinstance(at_[key], dict | list) or not at_[key] or data.draw(st.booleans()):
            at_[key] = data.draw(JUNK)
            break
        at_ = at_[key]
    made = read_export("http://x", exported, {"boats": ARTICLE}, {1: "a"})
    for (who, article), units in made.units.items():
        assert (who, article) == ("a", "boats")
        merge(ARTICLE, who, Annotator("human"), None, units)


def times(*updated: str) -> list[Unit]:
    return [Unit(0, "submitted", each, "1.0", PAGE, comment=str(i)) for i, each in enumerate(updated)]


def test_the_latest_decision_holds_and_no_other_is_lost() -> None:
    who = Annotator("human")
    units = times("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "2025-12-31T23:59:59.9Z")
    made = merge(ARTICLE, "a", who, None, units)
    assert made.units == (units[1],) and made.earlier == (units[2], units[0])
    for pulled in ([], [units[0]], units[::-1], [units[1], units[1]]):
        assert merge(ARTICLE, "a", who, made, pulled) == made
    later = times("2026-01-02T00:00:00Z")[0]
    assert merge(ARTICLE, "a", who, made, [later]).earlier == (units[2], units[0], units[1])
    same = [replace(units[0], comment="x"), replace(units[0], comment="y")]
    both = merge(ARTICLE, "a", who, None, same)
    assert {both.units[0].comment, both.earlier[0].comment} == {"x", "y"}


def test_a_plan_says_what_is_new_changed_and_wrong() -> None:
    tasks = [task(index) for index in range(4)]
    there: list[tuple[int, Any]] = [(1, tasks[0]), (2, {**tasks[1], "heading": "old"}), (9, None), (8, ["junk"])]
    made = plan(tasks, there, set(), "http://x")
    assert [each["index"] for each in made.send] == [2, 3] and made.unchanged == 1
    assert made.update == ((2, tasks[1], there[1][1]),)
    for wrong, problem in (
        ([(1, {**tasks[0], "text": "other"})], "studio-text-differs"),
        ([(1, tasks[0]), (2, tasks[0])], "studio-task-doubled"),
    ):
        with pytest.raises(Refused) as refused:
            plan(tasks, wrong, {1, 2}, "http://x")
        assert [each.id for each in refused.value.problems] == [problem]
    older = [(i, {**each, "guideline_version": "0.9"}) for i, each in enumerate(tasks)]
    with pytest.raises(Refused) as refused:
        plan(tasks, older, {0}, "http://x")
    assert [each.id for each in refused.value.problems] == ["studio-guidelines-changed"]
    assert len(plan(tasks, older, set(), "http://x").update) == 4
    with pytest.raises(Refused) as refused:  # the others would stay behind on a new page
        plan(tasks[:2], older, set(), "http://x")
    assert [each.id for each in refused.value.problems] == ["studio-guidelines-changed"]
