"""`pressmark score`: what it counts, under which mapping, what it says of a file that it cannot score."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pressmark import schemas
from pressmark.documents import read_documents
from pressmark.model import Attribution, Link, Number, Span
from pressmark.score import Predicted, Score, predict, read, score_documents
from pressmark.score.guidelines import gold
from pressmark.score.quantities import quantity_of
from pressmark.score.reliability import reliability
from pressmark.suggest import RULES

from .conftest import REPOSITORY, Result

Run = Callable[..., Result]
Made = Callable[..., Path]
GOLD = Path(os.environ.get("PRESSMARK_GOLD", REPOSITORY.parent / "shared" / "gold"))


def document(text: str, *marked: tuple[str, str], guideline: str = "pressmark", **more: Any) -> dict[str, Any]:
    """Make a document; each mark is a label and the text of its span, which occurs once."""
    spans = [{"label": label, "start": text.index(part), "end": text.index(part) + len(part)} for label, part in marked]
    made = {"id": "d1", "text": text, "spans": spans, "gold_for": ["number", "location"], "guideline": guideline}
    return made | more


@pytest.fixture
def written(tmp_path: Path) -> Made:
    """Write documents into a file, one a line."""

    def write(*documents: Mapping[str, Any]) -> Path:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents), encoding="utf-8")
        return path

    return write


def span(text: str, part: str, label: str, **more: Any) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), label, part, **more)


def scored(path: Path, *spans: Span, **said: Any) -> Score:
    documents, tasks = read(path)
    return score_documents([(documents[0], Predicted(spans=spans, **said))], "gold.jsonl", tasks)


def counts(score: Score, label: str, match: str) -> tuple[int, int, int]:
    """Return what is right, in the gold and found."""
    (found,) = [each for each in score.results if (each.label, each.match) == (label, match)]
    return found.correct, found.gold, found.predicted


FERRIES = "Two ferries and 15 boats left Lagos for Abidjan with 3,000 tonnes of rice."


def test_the_command_scores_the_rules(pressmark: Run, written: Made) -> None:
    marks = (
        ("NUMBER", "Two"),
        ("NUMBER", "15"),
        ("NUMBER", "3,000 tonnes"),
        ("LOCATION", "Lagos"),
        ("LOCATION", "Abidjan"),
    )
    file = written(document(FERRIES, *marks))
    result = pressmark("score", file, "--json")
    assert result.code == 0, result.err
    made = result.json
    assert made["file"] == str(file) and made["guideline"] == "pressmark" and made["documents"] == 1
    by = {(each["task"], each["label"], each["match"]): each for each in made["results"]}
    assert set(by) == {
        (label.lower(), label, match) for label in ("NUMBER", "LOCATION") for match in ("exact", "overlap")
    }
    number = by["number", "NUMBER", "exact"]
    assert (number["precision"], number["recall"], number["f1"], number["gold"], number["predicted"]) == (1, 1, 1, 3, 3)
    assert number["low"] is None and number["high"] is None  # one document has no interval
    assert by["location", "LOCATION", "exact"]["gold"] == 2
    assert not made["errors"]
    assert "NUMBER" in pressmark("score", file).out


def test_errors_are_listed_with_their_text_and_place(pressmark: Run, written: Made) -> None:
    text = "Police in Lagos counted 15 boats."
    file = written(document(text, ("NUMBER", "15 boats"), ("LOCATION", "Police")))
    made = pressmark("score", file, "--json").json
    found = {(each["label"], each["kind"]): each for each in made["errors"]}
    assert found["NUMBER", "boundary"]["text"] == "15 boats" and found["NUMBER", "boundary"]["predicted"] == "15"
    assert found["LOCATION", "missed"]["start"] == 0 and found["LOCATION", "missed"]["after"].startswith(" in Lagos")
    assert found["LOCATION", "spurious"]["text"] == "Lagos"
    shown = pressmark("score", file).out
    assert "NUMBER boundary: 1" in shown and "15 boats" in shown and "Police" in shown
    assert "boundary: 1" not in pressmark("score", file, "--errors", "0").out


def test_matching_is_one_to_one(written: Made) -> None:
    text = "between 20 and 30 boats"
    file = written(document(text, ("NUMBER", "20 and 30"), gold_for=["number"]))
    made = scored(file, span(text, "20", "number"), span(text, "30", "number"))
    assert counts(made, "NUMBER", "overlap") == (1, 1, 2)
    assert counts(made, "NUMBER", "exact") == (0, 1, 2)
    twice = scored(file, span(text, "20 and 30", "number"), span(text, "20 and 30", "number"))
    assert counts(twice, "NUMBER", "exact") == (1, 1, 1)


def test_spans_that_touch_do_not_overlap(written: Made) -> None:
    text = "Lagos-Ibadan"
    made = scored(
        written(document(text, ("LOCATION", "Lagos"), gold_for=["location"])), span(text, "-Ibadan", "location")
    )
    assert counts(made, "LOCATION", "overlap") == (0, 1, 1)


def test_debatable_spans_and_discarded_stretches_count_neither_way(written: Made) -> None:
    text = "Nigerian boats left Lagos. Ad: 20 rooms."
    extra = [{"label": "LOCATION", "start": 0, "end": 8}]
    file = written(document(text, ("LOCATION", "Lagos"), ("NUMBER", "20"), extra_spans=extra, discard=[[27, 40]]))
    found = [span(text, each, "location") for each in ("Nigerian", "Lagos", "rooms")]
    made = scored(file, *found, span(text, "20", "number"))
    assert counts(made, "LOCATION", "exact") == (1, 1, 1)
    assert counts(made, "NUMBER", "exact") == (0, 0, 0)


@pytest.mark.parametrize(
    ("guideline", "label", "text", "marked", "expected", "meta"),
    [
        ("measeval", "NUMBER", "heated to about 40 °C.", "about 40 °C.", ["40 °C"], {}),
        ("measeval", "NUMBER", "of less than 5 mg kg−1 or more", "less than 5 mg kg−1 or more", ["5 mg kg−1"], {}),
        ("measeval", "NUMBER", "of 5, 10 and 20 mg", "5, 10 and 20 mg", ["5", "10", "20 mg"], {"mods": ["IsList"]}),
        ("measeval", "NUMBER", "from 1997 to 2003", "1997 to 2003", [], {"unit": None}),
        ("measeval", "NUMBER", "at room temperature", "room temperature", [], {}),
        ("ieer", "NUMBER", "killed dozens of sheep", "dozens", [], {}),
        ("ieer", "NUMBER", "and one said so", "one", [], {}),
        ("ieer", "NUMBER", "some 40 sheep", "40", ["40"], {}),
        ("gum", "LOCATION", "off Lagos's bay", "Lagos's bay", ["Lagos"], {"core": [4, 11], "identity": "L"}),
        ("uner_pud", "LOCATION", "in Ibadan, Oyo", "Ibadan, Oyo", ["Ibadan", "Oyo"], {}),
        ("geowebnews", "LOCATION", "TITLE: x\nNigerian boats", "Nigerian", [], {"Modifier_Type": "Adjective"}),
        ("geowebnews", "LOCATION", "TITLE: Lagos LINK: y\nboats", "Lagos", [], {}),
        ("other", "NUMBER", "about 40", "about 40", ["about 40"], {}),
    ],
)  # fmt: skip
def test_guidelines_are_mapped_to_ours(
    written: Made, guideline: str, label: str, text: str, marked: str, expected: list[str], meta: dict[str, Any]
) -> None:
    made = document(text, (label, marked), guideline=guideline)
    made["spans"][0]["meta"] = meta
    (read_,) = read_documents(written(made))
    assert [text[start:end] for start, end in gold(read_, label).spans] == expected


SAID = "Bello said the bridge, “which fell,” had been closed. Nobody was hurt."


def attribution(**meta: Any) -> dict[str, Any]:
    made = document(SAID, ("SOURCE", "Bello"), ("CUE", "said"), guideline="polnear", gold_for=["attribution"])
    content = {"label": "CONTENT", "start": 11, "end": 53}
    made["spans"] = [each | {"meta": {"attr": "A", **meta}} for each in (*made["spans"], content)]
    return made


def test_punctuation_at_edges_is_no_error_in_polnear(written: Made) -> None:
    made = scored(written(attribution()), span(SAID, "the bridge, “which fell,” had been closed", "content"))
    assert counts(made, "CONTENT", "exact") == (1, 1, 1)
    (raw,) = [each for each in made.also if each.label == "CONTENT"]
    assert (raw.variant, raw.match, raw.correct) == ("raw", "exact", 0)


def test_attributions_inside_gold_content_count_neither_way(written: Made) -> None:
    inner = span(SAID, "which fell", "content"), span(SAID, "the bridge", "source"), span(SAID, "Nobody", "source")
    made = scored(written(attribution()), *inner, span(SAID, "said", "cue"), units=((0, 53), (54, 70)))
    assert counts(made, "SOURCE", "overlap") == (0, 1, 1)
    assert counts(made, "CUE", "exact") == (1, 1, 1)
    assert counts(made, "ATTRIBUTION", "sentence") == (1, 1, 1)


def test_fragments_of_a_content_that_follow_each_other_are_one(written: Made) -> None:
    text = "“It fell. We ran,” Bello said."
    made = document(text, ("CONTENT", "“It fell. We ran,”"), guideline="polnear", gold_for=["attribution"])
    first = span(text, "“It fell.", "content", attribution=Attribution("direct"))
    second = span(text, "We ran,”", "content", links=(Link("part_of", first.key),))
    result = scored(written(made), first, second)
    assert counts(result, "CONTENT", "exact") == (1, 1, 1)
    assert counts(result, "QUOTATION", "overlap") == (1, 1, 1)


def quantity(text: str, part: str, **worth: float) -> Span:
    return span(text, part, "number", number=Number("count", **worth))


def test_values_are_compared_as_a_multiset(written: Made) -> None:
    text = "Sales fell 5 to 7 percent. | Up to 40 shops closed and 3 opened."
    marks = ("NUMBER", "5"), ("NUMBER", "7"), ("NUMBER", "40"), ("NUMBER", "3")
    sentences = [[0, 28], [29, len(text)]]
    made = document(text, *marks, guideline="newsquant", gold_for=["number_values"], sentences=sentences)
    for each, value in zip(made["spans"], ("-5.0--7.0", "-5.0--7.0", "40.0", "3.0"), strict=True):
        each["meta"] = {"value": value, "change": "down"}
    made["unaligned"] = [{"value": "9.0"}]
    units = tuple((start, end) for start, end in sentences)
    found = quantity(text, "5 to 7 percent", low=5, high=7), quantity(text, "40", high=40), quantity(text, "3", value=2)
    assert counts(scored(written(made), *found, units=units), "NUMBER", "value") == (2, 4, 3)
    elsewhere = quantity(text, "fell", value=40), quantity(text, "opened", value=9)
    assert counts(scored(written(made), *elsewhere, units=units), "NUMBER", "value") == (1, 4, 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5.0", (5, 5)),
        (5, (5, 5)),
        ("1.0-1.5", (1, 1.5)),
        ([1.5, 1], (1, 1.5)),
        ("2.9E-08", (2.9e-8, 2.9e-8)),
        ("x", None),
    ],
)
def test_values_are_read_in_every_form(value: object, expected: object) -> None:
    assert quantity_of(value) == expected


def test_both_ends_of_a_change_may_be_given_as_a_range(written: Made) -> None:
    text = "The rate fell from 20 to 14 percent."
    made = document(text, ("NUMBER", "20"), ("NUMBER", "14 percent"), guideline="newsquant", gold_for=["number_values"])
    for each in made["spans"]:
        each["meta"] = {"value": "14.0-20.0"}
    found = quantity(text, "20", value=20), quantity(text, "14 percent", value=14)
    assert counts(scored(written(made), *found, units=((0, 36),)), "NUMBER", "value") == (1, 1, 1)


def test_under_our_own_guideline_fragments_stay_fragments(written: Made) -> None:
    text = "“It fell. We ran,” Bello said."
    made = document(text, ("CONTENT", "“It fell."), ("CONTENT", "We ran,”"), gold_for=["attribution"])
    first = span(text, "“It fell.", "content", attribution=Attribution("direct"))
    second = span(text, "We ran,”", "content", links=(Link("part_of", first.key),))
    assert counts(scored(written(made), first, second), "CONTENT", "exact") == (2, 2, 2)


def test_results_of_games_are_neutral_in_gum_and_ranges_are_not(written: Made) -> None:
    text = "Norra won 3 – 0; about 5-10 boats and 15 cars left."
    made = document(
        text, *(("NUMBER", each) for each in ("3", "0", "5-10", "15")), guideline="gum", gold_for=["number"]
    )
    made["spans"][1] |= {"start": 14, "end": 15}
    found = [span(text, each, "number") for each in ("3 – 0", "5-10", "15")]
    assert counts(scored(written(made), *found), "NUMBER", "exact") == (2, 2, 2)


def test_sentences_are_compared_by_where_they_end(written: Made) -> None:
    text = "It fell. We ran.\nNobody died. All left."
    made = document(text, gold_for=["sentences"], sentences=[[0, 8], [9, 16], [17, 29], [30, 39]])
    result = scored(written(made), sentences=((0, 8), (9, 16), (17, 39)))
    assert counts(result, "SENTENCE", "boundary") == (2, 3, 2)
    assert counts(result, "SENTENCE", "exact") == (2, 4, 3)


def test_claims_have_a_macro_f1_and_both_rules(pressmark: Run, written: Made) -> None:
    text = "The state built 40 schools in 2019. God bless you all."
    labels = [[0, "CLAIM"], [1, "NOT_CLAIM"]]
    sentences = [[0, 35], [36, 54]]
    made = document(text, guideline="policlaim", gold_for=["claim"], sentences=sentences, sentence_labels=labels)
    result = pressmark("score", written(made), "--json").json
    (claim, _) = result["results"]
    assert (claim["label"], claim["match"], claim["f1"], claim["macro_f1"]) == ("CLAIM", "sentence", 1, 1)
    assert [each["variant"] for each in result["also"]] == ["pressmark", "pressmark"]


def test_intervals_come_from_documents(written: Made) -> None:
    text = "Then 15 boats left."
    right = document(text, ("NUMBER", "15"), gold_for=["number"])
    wrong = document(text, ("NUMBER", "boats"), gold_for=["number"])
    file = written(*({**(right if i % 2 else wrong), "id": f"d{i}"} for i in range(20)))
    documents, tasks = read(file)
    made = score_documents([(each, predict(each, RULES)) for each in documents], "x", tasks)
    (exact, _) = made.results
    assert exact.f1 == 0.5 and exact.low is not None and exact.high is not None
    assert 0.2 < exact.low < 0.5 < exact.high < 0.8
    again = score_documents([(each, predict(each, RULES)) for each in documents], "x", tasks)
    assert again == made


def test_reliability_bins_hold_every_suggestion() -> None:
    found = [("NUMBER", 0.95, True)] * 9 + [("NUMBER", 0.95, False), ("NUMBER", 1.0, True), ("CUE", 0.3, False)]
    number, cue = reliability(found)
    (bin_,) = number.bins
    assert (bin_.low, bin_.count) == (0.9, 11) and bin_.right == pytest.approx(10 / 11)
    assert cue.error == pytest.approx(0.3) and cue.bins[0].low == 0.3


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_plot_is_the_same_each_time(pressmark: Run, written: Made, tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    file = written(document(FERRIES, ("NUMBER", "Two"), ("LOCATION", "Lagos")))
    plots = [tmp_path / f"{i}.{suffix}" for i in range(2)]
    for plot in plots:
        result = pressmark("score", file, "--plot", plot)
        assert result.code == 0, result.err
    assert plots[0].read_bytes() == plots[1].read_bytes() and plots[0].stat().st_size > 2000


BAD = {
    "not-json": '{"id": "d1"',
    "schema-violation": json.dumps({"id": "d1", "text": "x"}),
    "document-offsets": json.dumps(document("Two", ("NUMBER", "Two")) | {"discard": [[1, 9]]}),
    "document-incomplete": json.dumps(document("Two", gold_for=["sentences"])),
    "nothing-to-score": json.dumps(document("Two", gold_for=[])),
    "no-documents": "",
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_scored_is_said_with_its_line(pressmark: Run, tmp_path: Path, case: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text("\n" + BAD[case] + "\n", encoding="utf-8")
    result = pressmark("score", file)
    assert result.code == 1 and f"[{case}]" in result.err and "Traceback" not in result.err
    line = ":2" if case not in ("nothing-to-score", "no-documents") else ""
    assert f"{file}{line}" in result.err.replace("\n", "")


@pytest.mark.parametrize(
    ("more", "fact"),
    [
        ({"sentences": [[4, 7], [0, 3]]}, "begins before"),
        ({"sentences": [[0, 5], [4, 7]]}, "begins before"),
        ({"sentences": [[0, 7]], "sentence_labels": [[1, "CLAIM"]]}, "names sentence 1"),
        (
            {"sentences": [[0, 7]], "sentence_labels": [[0, "CLAIM"], [0, "NOT_CLAIM"]]},
            "is labelled CLAIM and NOT_CLAIM",
        ),
        ({"gold_for": ["claim"], "sentences": [[0, 7]]}, "no sentence is labelled"),
        ({"gold_for": ["number_values"]}, "has no value"),
        ({"sentence_labels": [[0, "claim"]]}, "'claim' is not one of"),
        ({"discard": [["a", 2]]}, "'a' is not of type"),
    ],
)
def test_documents_that_contradict_themselves_are_refused(
    pressmark: Run, written: Made, more: dict[str, Any], fact: str
) -> None:
    result = pressmark("score", written(document("Two cat", ("NUMBER", "Two")) | more))
    assert result.code == 1 and fact in result.err and "Traceback" not in result.err, result.err


def test_a_guideline_without_a_mapping_is_said(pressmark: Run, written: Made) -> None:
    result = pressmark("score", written(document(FERRIES, ("NUMBER", "15"), guideline="iere\x1b[31m")))
    assert result.code == 0 and "no mapping is known" in result.err
    assert "\x1b[31m" not in result.out + result.err


def test_dots_after_a_quantity_are_taken_off_at_once(written: Made) -> None:
    text = "5" + "." * 5000 + "x and 5 kg . . . " + "," * 5000
    spans = [{"label": "NUMBER", "start": 0, "end": 5002}, {"label": "NUMBER", "start": 5007, "end": len(text)}]
    (made,) = read_documents(written(document(text, guideline="measeval") | {"spans": spans}))
    assert [text[start:end] for start, end in gold(made, "NUMBER").spans][1] == "5 kg"


def test_the_readme_example_is_a_document(pressmark: Run, tmp_path: Path) -> None:
    (line,) = [each for each in (REPOSITORY / "README.md").read_text("utf-8").splitlines() if each.startswith('{"id"')]
    (tmp_path / "gold.jsonl").write_text(line, encoding="utf-8")
    assert pressmark("score", tmp_path / "gold.jsonl", "--json").json["documents"] == 1


def test_other_refusals(pressmark: Run, written: Made, tmp_path: Path) -> None:
    one = document(FERRIES, ("NUMBER", "15"))
    assert "[document-repeated]" in pressmark("score", written(one, one)).err
    assert "[document-guidelines]" in pressmark("score", written(one, one | {"id": "d2", "guideline": "ieer"})).err
    file = written(one)
    for arguments, problem in (
        (("--task", "poetry"), "unknown-task"),
        (("--task", "claim"), "nothing-to-score"),
        (("--plot", tmp_path / "x.doc"), "plot-format"),
    ):
        result = pressmark("score", file, *arguments)
        assert result.code in (1, 2) and f"[{problem}]" in result.err, result.err
    assert pressmark("score", tmp_path / "none.jsonl").code == 2
    (tmp_path / "latin.jsonl").write_bytes("{'é'}".encode("latin-1"))
    assert "[not-utf8]" in pressmark("score", tmp_path / "latin.jsonl").err


FLOORS = {
    "gum": {("SENTENCE", "boundary"): 0.985},
    "newsquant": {("NUMBER", "value"): 0.92},
    "ieer": {("NUMBER", "exact"): 0.88, ("NUMBER", "overlap"): 0.95, ("LOCATION", "exact"): 0.88},
    "measeval": {("NUMBER", "exact"): 0.78, ("NUMBER", "overlap"): 0.90},
    "geowebnews": {("LOCATION", "exact"): 0.90, ("LOCATION", "overlap"): 0.91},
    "uner_pud": {("LOCATION", "overlap"): 0.72},
    "polnear": {
        ("ATTRIBUTION", "sentence"): 0.88,
        ("SOURCE", "overlap"): 0.80,
        ("CUE", "overlap"): 0.79,
        ("CONTENT", "overlap"): 0.81,
        ("QUOTATION", "overlap"): 0.945,
    },
    "policlaim": {("CLAIM", "sentence"): 0.75},
}
"""F1 on public corpora below which something has broken."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_rules_are_as_good_on_public_corpora_as_they_were(name: str) -> None:
    file = GOLD / f"{name}.jsonl"
    if not file.exists():
        pytest.skip("the public corpora are not here: set PRESSMARK_GOLD to a folder that has them")
    documents, tasks = read(file)
    made = score_documents([(each, predict(each, RULES)) for each in documents], name, tasks)
    found = {(each.label, each.match): each.macro_f1 or each.f1 or 0 for each in made.results}
    assert {measure: f1 for measure, f1 in found.items() if f1 < FLOORS[name].get(measure, 0)} == {}
    assert FLOORS[name].keys() <= found.keys()
    assert schemas.is_valid(json.loads(file.read_text("utf-8").splitlines()[0]), "document")
