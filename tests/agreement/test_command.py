"""pressmark agree, as a coordinator runs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.model import Annotation, Unit
from pressmark.store import Store

from ..conftest import Result, snapshot

Run = Callable[..., Result]


@pytest.fixture
def annotated(pressmark: Run, ferry: Path) -> Path:
    """A corpus of two articles: ann and bob have done both, cem the first; bob claims nothing."""
    config = ferry / "corpus" / "corpus.toml"
    people = "".join(f'\n[annotators.{who}]\ntype = "human"\n' for who in ("ann", "bob", "cem", "dan"))
    config.write_text(config.read_text("utf-8") + people, encoding="utf-8")
    (ferry / "seeds" / "pier.txt").write_text("The pier of Norra is shut. Nobody was hurt.\n", encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    store = Store(ferry)
    for article_id, names in (("ferry", ("ann", "bob", "cem")), ("pier", ("ann", "bob"))):
        article, suggested = store.read_article(article_id), store.read_suggestions(article_id)
        for who in names:
            units = []
            for i, sentence in enumerate(article.sentences):
                here = [s for s in suggested.spans if sentence.start <= s.start < sentence.end]
                kept = (s for s in here if who != "bob" or s.label != "claim")
                spans = tuple(replace(s, links=(), score=None, by=None, why=()) for s in kept)
                labels = tuple(label for label in suggested.labels[i] if who != "bob" or label != "claim")
                units.append(Unit(i, "submitted", "2026-01-01T00:00:00Z", "1.0", "0" * 64, labels, spans))
            segmenter = article.segmenter or ""
            store.write_annotation(Annotation(article_id, article.text_sha256, segmenter, who, "human", tuple(units)))
    return ferry


def test_json_says_who_drifts_and_where(pressmark: Run, annotated: Path) -> None:
    made = pressmark("agree", "--corpus", annotated, "--json").json
    assert {(pair["first"], pair["second"]) for pair in made["pairs"]} == {
        ("ann", "bob"), ("ann", "cem"), ("bob", "cem"),
    }  # fmt: skip
    drift = {each["annotator"]: each["labels"][0] for each in made["by_annotator"]}
    assert drift["bob"]["own"] == drift["bob"]["only_own"] == 0
    assert drift["bob"]["only_others"] == drift["ann"]["only_own"] + drift["cem"]["only_own"] > 0
    assert {each["article"] for each in made["by_article"]} == {"ferry", "pier"}
    assert made["gammas"] is None
    texts = [Store(annotated).read_article(each).text for each in ("ferry", "pier")]
    assert made["disputed"] and all(any(each["text"] in text for text in texts) for each in made["disputed"])
    claim = [item for each in made["disputed"] for item in each["items"] if item["key"] == "claim"]
    assert claim and all(item["withheld_by"] == ["bob"] for item in claim)


def test_articles_and_annotators_can_be_chosen(pressmark: Run, annotated: Path) -> None:
    one = pressmark("agree", "pier", "--corpus", annotated, "--json").json
    assert [each["article"] for each in one["by_article"]] == ["pier"] and len(one["pairs"]) == 1
    cem = pressmark("agree", "--annotator", "cem", "--corpus", annotated, "--json").json
    assert [(pair["first"], pair["second"]) for pair in cem["pairs"]] == [("ann", "cem"), ("bob", "cem")]
    assert [each["annotator"] for each in cem["by_annotator"]] == ["cem"]
    two = pressmark("agree", "--annotator", "cem", "--annotator", "ann", "--corpus", annotated, "--json").json
    assert [(pair["first"], pair["second"]) for pair in two["pairs"]] == [("ann", "cem")]
    assert two["disputed"] == []


def test_as_many_sentences_are_listed_as_are_asked_for(pressmark: Run, annotated: Path) -> None:
    everything = pressmark("agree", "--corpus", annotated, "--json").json["disputed"]
    assert len(everything) > 1
    for top in (0, 1):
        assert pressmark("agree", "--top", top, "--corpus", annotated, "--json").json["disputed"] == everything[:top]
    shown = pressmark("agree", "--top", "1", "--corpus", annotated).out
    assert f"{everything[0]['sentence']} (" in shown and f"{everything[1]['sentence']} (" not in shown
    assert "most differences" not in pressmark("agree", "--top", "0", "--corpus", annotated).out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--annotator", "eve"], "eve [unknown-annotator]"),
        (["--annotator", "dan"], "[no-agreement]"),
        (["--annotator", "ann", "--annotator", "dan"], "[no-agreement]"),
        (["pier", "--annotator", "cem"], "[no-agreement]"),
        (["boat"], "boat [unknown-article]"),
        (["--guidelines", "9.9"], "choose one of these versions: 1.0"),
        (["--plot", "heat.doc"], "[plot-format]"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    pressmark: Run, annotated: Path, arguments: list[str], problem: str
) -> None:
    refused = pressmark("agree", *arguments, "--corpus", annotated)
    assert (refused.code, refused.out) == (2, "")
    assert problem in refused.err and "Traceback" not in refused.err


def test_nothing_but_the_plot_is_written(pressmark: Run, annotated: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    before = snapshot(annotated)
    path = tmp_path / "heat.svg"
    assert pressmark("agree", "--plot", path, "--corpus", annotated).code == 0
    assert "claim: kappa" in path.read_text("utf-8")
    path.unlink()
    assert snapshot(annotated) == before


def test_gamma_is_shown_where_it_is_asked_for(pressmark: Run, annotated: Path) -> None:
    pytest.importorskip("pygamma_agreement", reason="the extra 'gamma' is not installed")
    made = pressmark("agree", "--gamma", "--corpus", annotated, "--json").json
    values = {each["label"]: each["value"] for each in made["gammas"]}
    assert values["claim"] < 1 and values["number"] == 1
    shown = pressmark("agree", "--gamma", "--corpus", annotated)
    assert "gamma" in shown.out and "continua drawn by chance" in " ".join(shown.out.split())
    assert "CBC" not in shown.err


@pytest.mark.parametrize(("option", "module"), [("--gamma", "pygamma_agreement"), ("--plot=a.svg", "matplotlib")])
def test_what_an_extra_is_needed_for_is_refused_without_it(annotated: Path, option: str, module: str) -> None:
    """In a process of its own, in which the package cannot be found."""
    code = f"""
import importlib.util, sys
from pressmark import cli
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == {module!r} else find(name, *more)
cli.main()
"""
    command = [sys.executable, "-c", code, "agree", option, "--corpus", str(annotated)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "[missing-extra]" in done.stderr and "pressmark[" in done.stderr, done.stderr


def test_a_card_has_what_agree_says_and_no_gamma(pressmark: Run, annotated: Path) -> None:
    assert pressmark("release", "--corpus", annotated).code == 0
    card = (annotated / "corpus" / "published" / "README.md").read_text("utf-8")
    for told in ("| bob | ", "| pier | 2 | 2 | ", "Sentences with most differences.", "kappa of pairs"):
        assert told in card
    assert "gamma" not in card.lower()


def test_decisions_left_standing_count_under_newer_guidelines_when_asked(pressmark: Run, annotated: Path) -> None:
    store = Store(annotated)
    for who, again in (("ann", (0, 1)), ("bob", (0,))):
        there = store.read_annotation(who, "ferry")
        anew = tuple(replace(u, updated="2026-02-01T00:00:00Z", guideline_version="1.10") for u in there.units[:2])
        units = tuple(anew[unit.index] if unit.index in again else unit for unit in there.units)
        store.write_annotation(replace(there, units=units, earlier=there.units[: len(again)]))
    total = len(store.read_article("ferry").sentences) + len(store.read_article("pier").sentences)
    names = ("--annotator", "ann", "--annotator", "bob")
    plain = pressmark("agree", "--corpus", annotated, "--json", *names).json
    assert (plain["guideline_version"], plain["overall"]["units"]) == ("1.10", 1)
    assert f"share 1 sentences under guidelines 1.10, and {total} with" in plain["warnings"][0]
    made = pressmark("agree", "--corpus", annotated, "--json", "--since", "1.0", *names).json
    assert (made["guideline_version"], made["overall"]["units"]) == ("1.10", total)
    assert not any("--since" in each for each in made["warnings"])
    later = pressmark("agree", "--corpus", annotated, "--json", "--since", "1.2", *names).json
    assert later["overall"]["units"] == 1
    for wrong in ("1", "one.two", "1.2.3"):
        refused = pressmark("agree", "--corpus", annotated, "--since", wrong)
        assert refused.code == 2 and "[bad-version]" in refused.err

    listed = pressmark("adjudicate", "ferry", "--guidelines", "1.10", "--policy", "ann", "--corpus", annotated)
    assert "was not submitted by two annotators" in listed.err
    decided = pressmark("adjudicate", "ferry", "--since", "1.0", "--policy", "ann", "--corpus", annotated)
    assert decided.code == 0, decided.err
    gold = store.read_gold("ferry")
    assert (gold.guideline_version, gold.since) == ("1.10", "1.0") and len(gold.annotators) == 3
    assert pressmark("adjudicate", "ferry", "--corpus", annotated).out.startswith("ferry unchanged")
    assert pressmark("validate", "--corpus", annotated).code == 0
