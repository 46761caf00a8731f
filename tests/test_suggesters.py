"""Suggesters of a user's own: found by name, checked, and used in place of the rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.model import Refused
from pressmark.suggest import RULES, choose

from .conftest import Result

Run = Callable[..., Result]

OWN = '''
from pressmark.model import Article, Attribution, Link, Location, Span

class Capitals:
    name, version, labels = "capitals", "2", ("location",)

    def suggest(self, article):
        at = article.text.index("Norra")
        return [Span(at, at + 5, "location", "Norra", location=Location(usage="literal"), score=0.5)]

class Counts:
    """Reads what others found."""
    name, version, labels = "counts", "1", ("claim",)

    def suggest(self, article, found):
        first = min(found, key=lambda span: span.start)
        return [Span(first.start, first.end, "claim", first.text, score=0.5)]

class Cues:
    name, version, labels = "cues", "1", ("cue",)

    def suggest(self, article):
        at = article.text.index("said")
        return [Span(at, at + 4, "cue", "said", attribution=Attribution("indirect", "proposition"), score=0.5)]

class French(Capitals):
    languages = ("fr",)

class Wrong:
    name, version, labels = "wrong", "1", ("location",)

    def suggest(self, article):
        return WHAT(article)

WHAT = lambda article: [Span(0, 5, "location", "Norra", location=Location())]
capitals = Capitals()
nameless = object()
strange = type("S", (), {"name": "s", "version": "1", "labels": ("colour",), "suggest": print})()

class Failing:
    def __init__(self):
        raise RuntimeError("no model here")
'''


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module of suggesters that Python finds."""
    (tmp_path / "own_suggesters.py").write_text(OWN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "own_suggesters", raising=False)
    return "own_suggesters"


def suggestions(corpus: Path) -> dict:  # type: ignore[type-arg]
    made: dict = json.loads((corpus / "corpus" / "suggestions" / "ferry.json").read_text("utf-8"))  # type: ignore[type-arg]
    return made


def test_a_suggester_takes_the_place_of_a_rule(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    result = pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:capitals")
    assert result.code == 0, result.err
    made = suggestions(ferry)
    assert made["suggesters"]["location"] == "capitals 2"
    assert made["suggesters"]["number"].startswith("rules-number ")
    (place,) = [each for each in made["spans"] if each["label"] == "location"]
    assert (place["text"], place["by"], place["score"]) == ("Norra", "capitals 2", 0.5)
    assert pressmark("validate", "--corpus", ferry).code == 0


def test_one_that_gives_a_part_of_attribution_gives_all_of_it(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    assert pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:Cues").code == 0
    made = suggestions(ferry)
    assert made["suggesters"]["attribution"] == "cues 1"
    assert {each["label"] for each in made["spans"]} & {"source", "cue", "content"} == {"cue"}
    assert pressmark("validate", "--corpus", ferry).code == 0


def test_a_suggester_is_not_asked_for_a_language_that_it_does_not_read(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    assert pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:French").code == 0
    assert suggestions(ferry)["suggesters"]["location"].startswith("rules-location ")


def test_a_new_version_of_a_rule_leaves_what_a_suggester_gave(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:capitals")
    before, path = suggestions(ferry), ferry / "corpus" / "suggestions" / "ferry.json"
    version = before["suggesters"]["number"]
    path.write_text(path.read_text("utf-8").replace(version, "rules-number 0.0.1"), encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert suggestions(ferry) == before


def test_the_dataset_command_leaves_what_a_suggester_gave(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:capitals")
    before = suggestions(ferry)
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert suggestions(ferry) == before
    pressmark("suggest", "--corpus", ferry)
    assert suggestions(ferry)["suggesters"]["location"].startswith("rules-location ")


def test_a_suggester_may_read_what_earlier_ones_found(pressmark: Run, ferry: Path, own: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    result = pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:Counts", "--suggester", f"{own}:Capitals")
    assert result.code == 0, result.err
    assert [each["by"] for each in suggestions(ferry)["spans"] if each["label"] == "claim"] == ["counts 1"]


@pytest.mark.parametrize(
    ("name", "problem", "says"),
    [
        ("no_such_module:thing", "suggester-unknown", "no_such_module"),
        ("own_suggesters:thing", "suggester-unknown", "thing"),
        ("nobody", "suggester-unknown", "module:object"),
        ("own_suggesters:nameless", "suggester-broken", "'name'"),
        ("own_suggesters:strange", "suggester-broken", "'colour'"),
        ("own_suggesters:Failing", "suggester-broken", "no model here"),
        ("own_suggesters:", "suggester-unknown", "module:object"),
    ],
)
def test_what_is_no_suggester_is_refused(
    pressmark: Run, ferry: Path, own: str, name: str, problem: str, says: str
) -> None:
    result = pressmark("suggest", "--corpus", ferry, "--suggester", name)
    assert result.code == 2 and f"[{problem}]" in result.err and says in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("gives", "says"),
    [
        ("lambda article: [Span(0, 5, 'location', 'Norra', location=Location())]", "there stands 'Ferry'"),
        ("lambda article: [Span(3, 99999, 'location', 'x', location=Location())]", "no stretch of the text"),
        ("lambda article: [Span(0, 5, 'claim', 'Ferry')]", "not among its labels"),
        (
            "lambda article: [Span(0, 5, 'location', 'Ferry', location=Location(), score=7.0)]",
            "a score is a number from 0 to 1",
        ),
        ("lambda article: ['Norra']", "not pressmark.model.Span"),
        ("lambda article: [Span(0, 5, 'location', 'Ferry', location=Location())]", "score None"),
        ("lambda article: [Span(0, 5, 'location', 'Ferry', score=0.5)]", "location None"),
        ("lambda article: [Span(0, 6, 'location', 'Ferry ', location=Location(), score=0.5)]", "span-edge-blank"),
        ("lambda article: [Span(0.0, 5, 'location', 'Ferry', location=Location(), score=0.5)]", "no stretch"),
        (
            "lambda article: [Span(0, 5, 'location', 'Ferry', location=Location(), links=(Link('cue_of', '1-2:cue'),), "
            "score=0.5)]",
            "leads to no span",
        ),
        ("lambda article: exit(0)", "SystemExit"),
        ("lambda article: 1 / 0", "ZeroDivisionError"),
        ("lambda article: None", "TypeError"),
    ],
)
def test_what_a_suggester_gives_is_checked_and_nothing_is_written(
    pressmark: Run, ferry: Path, own: str, tmp_path: Path, gives: str, says: str
) -> None:
    pressmark("dataset", "--corpus", ferry)
    before = suggestions(ferry)
    with (tmp_path / f"{own}.py").open("a", encoding="utf-8") as file:
        file.write(f"\nWHAT = {gives}\n")
    result = pressmark("suggest", "--corpus", ferry, "--suggester", f"{own}:Wrong")
    assert result.code == 2 and "[suggester-broken]" in result.err and says in result.err
    assert suggestions(ferry) == before


def test_an_installed_package_offers_suggesters_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str
) -> None:
    info = tmp_path / "own-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[pressmark.suggesters]\nharbour = {own}:capitals\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [each.name for each in choose(["harbour"])] == ["capitals", *(each.name for each in RULES)]
    with pytest.raises(Refused, match="offered: harbour"):
        choose(["port"])


def test_without_names_the_rules_are_chosen() -> None:
    assert choose() == RULES
    assert {label for each in RULES for label in each.labels} == {
        "claim",
        "source",
        "cue",
        "content",
        "number",
        "location",
    }
