"""What commands refuse: broken corpora, with an address and a repair, and nothing written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result, snapshot

Run = Callable[..., Result]


BROKEN = {
    "unreadable-file": ("corpus/articles/ferry.json", lambda text: text[: len(text) // 2]),
    "schema-violation": (
        "corpus/suggestions/ferry.json",
        lambda text: text.replace('"label": "cue"', '"label": "clue"'),
    ),
    "span-out-of-range": (
        "corpus/suggestions/ferry.json",
        lambda text: re.sub(r'"end": (\d+)', lambda m: f'"end": {int(m[1]) + 100_000}', text, count=1),
    ),
    "label-config-vocabulary": (
        "label_config.xml",
        lambda text: text.replace('<Choice value="attribution" hotkey="w"/>', ""),
    ),
    "text-digest-wrong": ("corpus/articles/ferry.json", lambda text: text.replace("41 people", "42 people")),
}


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("command", ["dataset", "release", "validate"])
def test_a_broken_corpus_is_refused_and_nothing_is_written(
    pressmark: Run, ferry: Path, case: str, command: str
) -> None:
    pressmark("dataset", "--corpus", ferry)
    name, breaks = BROKEN[case]
    sound = (ferry / name).read_text("utf-8")
    (ferry / name).write_text(breaks(sound), encoding="utf-8")
    assert breaks(sound) != sound
    (ferry / "seeds" / "new.txt").write_text("A new report. It has two sentences.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark(command, "--corpus", ferry)
    assert result.code == 1 and f"[{case}]" in result.err and name in result.err, result.err
    assert "Traceback" not in result.err
    assert snapshot(ferry) == before


def test_problems_as_json_have_address_id_fact_and_repair(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    page = ferry / "label_config.xml"
    page.write_text(page.read_text("utf-8").replace('<Choice value="claim" hotkey="q"/>', ""), encoding="utf-8")
    for command in ("validate", "dataset"):
        result = pressmark(command, "--corpus", ferry, "--json")
        assert result.code == 1
        (problem,) = result.json["problems"]
        assert set(problem) == {"address", "id", "fact", "repair"} and all(problem.values())


def test_a_file_that_no_release_wrote_is_not_deleted(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    (ferry / "corpus" / "published" / "notes.txt").write_text("mine", encoding="utf-8")
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "notes.txt [foreign-file]" in result.err
    assert (ferry / "corpus" / "published" / "notes.txt").read_text("utf-8") == "mine"
    (ferry / "corpus" / "published" / "notes.txt").write_text("", encoding="utf-8")
    assert "notes.txt [foreign-file]" in pressmark("release", "--corpus", ferry).err


def test_prose_is_not_lost_to_a_broken_marker(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    card = ferry / "DATASET_CARD.md"
    card.write_text(card.read_text("utf-8").replace("<!-- /figures -->\n", "", 1), encoding="utf-8")
    before = snapshot(ferry)
    for command in ("validate", "dataset", "release"):
        result = pressmark(command, "--corpus", ferry)
        assert result.code == 1 and "DATASET_CARD.md [card-markers]" in result.err
    assert snapshot(ferry) == before
    card.unlink()
    assert "DATASET_CARD.md [missing-file]" in pressmark("dataset", "--corpus", ferry).err


def test_a_corpus_that_is_not_there(pressmark: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (("validate",), ("dataset", "--corpus", tmp_path), ("show", "x", "--corpus", tmp_path / "none")):
        result = pressmark(*arguments)
        assert result.code == 2 and "[no-corpus]" in result.err and "pressmark init" in result.err


def test_an_empty_corpus_and_an_unknown_article(pressmark: Run, corpus: Path) -> None:
    result = pressmark("dataset", "--corpus", corpus)
    assert result.code == 2 and "[no-article]" in result.err and "pressmark add" in result.err
    result = pressmark("segment", "nowhere", "--corpus", corpus)
    assert result.code == 2 and "nowhere [unknown-article]" in result.err


def test_a_corpus_in_use_is_left_alone(ferry: Path, pressmark: Run) -> None:
    import filelock

    (ferry / ".pressmark").mkdir()
    with filelock.FileLock(ferry / ".pressmark" / "lock"):
        result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 2 and "[corpus-busy]" in result.err
    assert not (ferry / "corpus" / "articles").exists()


def test_without_its_splits_a_published_corpus_is_refused(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    (ferry / "corpus" / "splits.json").unlink()
    before = snapshot(ferry)
    for command in ("validate", "dataset", "release"):
        result = pressmark(command, "--corpus", ferry)
        assert result.code == 1 and "corpus/splits.json [missing-file]" in result.err
    assert snapshot(ferry) == before


def rename_sidecar(corpus: Path) -> None:
    (corpus / "seeds" / "ferry.toml").rename(corpus / "seeds" / "boat.toml")


def rename_seed(corpus: Path) -> None:
    (corpus / "seeds" / "ferry.toml").unlink()
    (corpus / "seeds" / "ferry.txt").rename(corpus / "seeds" / "boat.txt")


def remove_seed(corpus: Path) -> None:
    for path in (corpus / "seeds").glob("ferry.*"):
        path.unlink()


def remove_article(corpus: Path) -> None:
    remove_seed(corpus)
    (corpus / "corpus" / "articles" / "ferry.json").unlink()


def leave_a_file(corpus: Path) -> None:
    (corpus / "corpus" / "published" / "x").touch()


def change_by(corpus: Path) -> None:
    path = corpus / "corpus" / "suggestions" / "ferry.json"
    path.write_text(path.read_text("utf-8").replace('"by": "rules-', '"by": "wild-', 1), encoding="utf-8")


def add_a_page_in_german(corpus: Path) -> None:
    page = (
        '<html lang="de"><body><article><p>Die Fähre lief am Dienstag vor Norra auf Grund.</p></article></body></html>'
    )
    (corpus / "seeds" / "page.html").write_text(page, encoding="utf-8")


BREAKS = {
    rename_sidecar: "without",
    rename_seed: "without",
    remove_seed: "article-without-seed",
    remove_article: "without-article",
    leave_a_file: "foreign-file",
    change_by: "suggester-differs",
    add_a_page_in_german: "language-undeclared",
}


@pytest.mark.parametrize("breaks", BREAKS)
def test_a_refused_run_writes_nothing(pressmark: Run, ferry: Path, breaks: Callable[[Path], None]) -> None:
    pytest.importorskip("trafilatura", reason="HTML needs the extra: pip install 'pressmark[html]'")
    pressmark("dataset", "--corpus", ferry)
    breaks(ferry)
    (ferry / "seeds" / "new.txt").write_text("Two ships met at Oslo on Monday.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and BREAKS[breaks] in result.err
    assert snapshot(ferry) == before


TOO_LARGE = {
    "value": ("suggestions", r'"value": [\d.]+', '"value": 1' + "0" * 310),
    "paragraph": ("articles", r'"paragraph": 0', '"paragraph": 1e22'),
    "geonames_id": ("suggestions", r'"geonames_id": \d+', f'"geonames_id": {2**70}'),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_a_number_that_nothing_can_hold_is_a_problem(pressmark: Run, ferry: Path, name: str) -> None:
    folder, pattern, large = TOO_LARGE[name]
    (ferry / "seeds" / "ferry.txt").write_text("Some 41 people sailed from Oslo to Copenhagen in 3 hours.", "utf-8")
    pressmark("dataset", "--corpus", ferry)
    path = ferry / "corpus" / folder / "ferry.json"
    broken, count = re.subn(pattern, large, path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(broken, encoding="utf-8")
    for command in ("validate", "dataset"):
        result = pressmark(command, "--corpus", ferry)
        assert result.code == 1 and "[schema-violation]" in result.err and len(result.err) < 2000
