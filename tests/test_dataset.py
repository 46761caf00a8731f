"""`pressmark dataset` and the dataset in this repository: what a user gets, and what stops it."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark import pipeline
from pressmark.release.features import FEATURES
from pressmark.segment import segment
from pressmark.store import Store, open_corpus

from .conftest import FERRY, REPOSITORY, SEED_ID, Result, published_rows, python, snapshot

Run = Callable[..., Result]
PARTS = ("corpus", "seeds", "DATASET_CARD.md", "label_config.xml")

LOAD = """
import json
from datasets import load_dataset
for config in {configs!r}:
    whole = load_dataset("corpus/published", config, cache_dir={cache!r})
    flow = load_dataset("corpus/published", config, streaming=True)
    assert whole.keys() == flow.keys()
    for split in whole:
        assert list(flow[split]) == whole[split].to_list(), config
        assert flow[split].features == whole[split].features, config
    print(json.dumps([config, {{split: rows["id"][:] for split, rows in whole.items()}}]))
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the corpus in this repository."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for part in PARTS:
        source = REPOSITORY / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    return folder


def test_the_repository_holds_exactly_what_its_sources_give(pressmark: Run, clone: Path) -> None:
    """Rebuilt from what people decide alone, every file has the bytes that are committed.

    Articles that were annotated stay as an earlier segmenter cut them; the others are made of seeds/ anew.
    """
    committed = snapshot(clone)
    annotated = {path.name for path in (clone / "corpus" / "annotations").glob("*/*.json")}
    for path in (clone / "corpus" / "articles").iterdir():
        if path.name not in annotated:
            path.unlink()
    for made in ("suggestions", "published"):
        shutil.rmtree(clone / "corpus" / made)
    assert pressmark("dataset", "--corpus", clone).code == 0
    rebuilt = {path: digest for path, digest in snapshot(clone).items() if not path.startswith(".pressmark/")}
    assert rebuilt == committed


def test_the_segmenter_still_cuts_the_seed_article_as_it_was_annotated() -> None:
    article = open_corpus(REPOSITORY).read_article(SEED_ID)
    assert tuple(segment(article.text)) == article.sentences


def test_every_config_loads_and_is_the_same_in_every_way(tmp_path: Path) -> None:
    configs = list(FEATURES)
    printed = python(LOAD.format(configs=configs, cache=str(tmp_path / "cache")), cwd=REPOSITORY, HF_HUB_OFFLINE="1")
    loaded = dict(json.loads(line) for line in printed.splitlines())
    assert list(loaded) == configs
    pandas = pytest.importorskip("pandas")
    for config, splits in loaded.items():
        for split, ids in splits.items():
            file = REPOSITORY / "corpus" / "published" / "data" / config / f"{split}-00000-of-00001.parquet"
            frame = pandas.read_parquet(file)
            assert list(frame.columns) == [column.name for column in FEATURES[config]]
            assert frame["id"].tolist() == ids and ids
    assert [each for each in loaded["sentences"]["train"] if each.startswith(SEED_ID)] == [
        f"{SEED_ID}:{i:04d}" for i in range(32)
    ]


def test_offsets_prove_themselves_in_the_loaded_rows(tmp_path: Path) -> None:
    configs = ("articles", "sentences", "spans", "attributions", "tokens")
    load = {config: published_rows(config, tmp_path) for config in configs}
    texts = {row["id"]: row["text"] for row in load["articles"]}
    sentences = {row["id"]: row for row in load["sentences"]}
    for row in sentences.values():
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]
        assert all(row["text"][span["start"] : span["end"]] == span["text"] for span in row["spans"])
    for row in load["spans"]:
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]
        first = sentences[row["sentence_ids"][0]]
        assert first["text"][row["sentence_start"] : row["sentence_end"]] == row["text"]
    known = {row["id"] for row in load["attributions"]}
    assert known and {each for row in load["spans"] for each in row["attribution_ids"]} == known
    for row in load["attributions"]:
        for fragment in row["sources"] + row["cues"] + row["contents"]:
            assert texts[row["article_id"]][fragment["start"] : fragment["end"]] == fragment["text"]
    for row in load["tokens"]:
        text = texts[row["article_id"]]
        assert [text[s:e] for s, e in zip(row["starts"], row["ends"], strict=True)] == row["tokens"]
        assert "".join(row["tokens"]) == re.sub(r"\s", "", sentences[row["id"]]["text"])


def test_a_label_stands_exactly_where_its_spans_do(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    published = str(REPOSITORY / "corpus" / "published")
    rows = datasets.load_dataset(published, split="train", cache_dir=str(tmp_path))
    label = rows.features["spans"].feature["label"] if hasattr(rows.features["spans"], "feature") else None
    assert label is not None
    gives = {
        "claim": "claim",
        "cue": "attribution",
        "content": "attribution",
        "number": "number",
        "location": "location",
    }
    for row in rows:
        marked = {gives.get(label.int2str(span["label"])) for span in row["spans"]} - {None}
        assert marked == {name for name in ("claim", "attribution", "number", "location") if row[name]}
        names = rows.features["labels"].feature.int2str(row["labels"])
        assert set(names) == marked


def test_the_dataset_of_a_new_corpus(pressmark: Run, ferry: Path) -> None:
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 0, result.err
    assert "1 added" in result.err and "1 segmented" in result.err and "1 suggested" in result.err
    assert "load_dataset" in result.out and "ferry:0000" in result.out and str(ferry) in result.out
    splits = json.loads((ferry / "corpus" / "splits.json").read_text("utf-8"))
    assert splits["splits"] == {"ferry": "train"}
    assert "suggestions made by rules" in (ferry / "corpus" / "published" / "README.md").read_text("utf-8")


def test_a_second_run_changes_nothing(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    before = {path: path.stat().st_mtime_ns for path in ferry.rglob("*") if path.is_file() and path.name != "lock"}
    result = pressmark("dataset", "--corpus", ferry, "--json")
    assert (result.code, result.json["changed"]) == (0, False)
    after = {path: path.stat().st_mtime_ns for path in ferry.rglob("*") if path.is_file() and path.name != "lock"}
    assert after == before


def test_a_second_article_gets_a_split_and_the_first_keeps_its_own(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    for i in range(30):
        (ferry / "seeds" / f"more-{i}.txt").write_text(f"{FERRY}\nThis is report number {i + 2}.\n", encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    first = json.loads((ferry / "corpus" / "splits.json").read_text("utf-8"))["splits"]
    assert first["ferry"] == "train" and set(first.values()) == {"train", "validation", "test"}
    (ferry / "seeds" / "last.txt").write_text("The last report. It has two sentences.", encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    second = json.loads((ferry / "corpus" / "splits.json").read_text("utf-8"))["splits"]
    assert {key: value for key, value in second.items() if key != "last"} == first
    rows = pressmark("dataset", "--corpus", ferry, "--json").json["rows"]
    assert sum(rows["articles"].values()) == 32


def test_a_text_in_another_language_gets_no_labels_rather_than_false_ones(pressmark: Run, corpus: Path) -> None:
    file = corpus / "svart.txt"
    file.write_text("Färjan gick på grund. Ingen skadades i London.", encoding="utf-8")
    settings = corpus / "corpus" / "corpus.toml"
    settings.write_text(settings.read_text("utf-8").replace('["en"]', '["en", "sv"]'), encoding="utf-8")
    assert pressmark("add", file, "--corpus", corpus, "--language", "sv").code == 0
    result = pressmark("dataset", "--corpus", corpus, "--json")
    assert result.code == 0, result.err
    for row in result.json["preview"]:
        assert (row["claim"], row["location"], row["annotated_layers"]) == (None, None, [])
    assert "no suggester reads 'sv'" in pressmark("suggest", "svart", "--corpus", corpus).out


def test_a_damaged_published_folder_is_made_anew(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    before = snapshot(ferry)
    file = ferry / "corpus" / "published" / "data" / "spans" / "train-00000-of-00001.parquet"
    file.write_bytes(file.read_bytes()[:-50])
    assert "[published-file-changed]" in pressmark("validate", "--corpus", ferry).err
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert snapshot(ferry) == before


@pytest.mark.parametrize(
    "part", ["published", "published/data/tokens", "published/SHA256SUMS", "suggestions", "articles"]
)
def test_what_was_removed_is_made_again(pressmark: Run, ferry: Path, part: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    before = snapshot(ferry)
    removed = ferry / "corpus" / part
    shutil.rmtree(removed) if removed.is_dir() else removed.unlink()
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert snapshot(ferry) == before


def test_a_card_with_windows_newlines_shows_its_figures(pressmark: Run, ferry: Path) -> None:
    card = ferry / "DATASET_CARD.md"
    card.write_bytes(card.read_bytes().replace(b"\n", b"\r\n"))
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert "Nobody has checked them" in card.read_text("utf-8")


def test_a_published_folder_elsewhere_is_replaced_where_it_is(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "disk" / "published"
    elsewhere.mkdir(parents=True)
    (ferry / "corpus" / "published").symlink_to(elsewhere)
    for text in ("The first. Two ships.", "The second. Three ships."):
        (ferry / "seeds" / f"{text[4:9]}.txt".lower()).write_text(text, encoding="utf-8")
        assert pressmark("dataset", "--corpus", ferry).code == 0
    assert (ferry / "corpus" / "published").is_symlink() and (elsewhere / "README.md").is_file()
    assert sorted(p.name for p in elsewhere.parent.iterdir()) == ["published"]


def test_a_change_of_the_schema_makes_a_release_due(
    ferry: Path, pressmark: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressmark("dataset", "--corpus", ferry)
    store = Store(ferry)
    key = pipeline.release_key(store)
    assert store.read_stamp() == key
    schema = ferry / "schema"
    shutil.copytree(REPOSITORY / "schema", schema)
    monkeypatch.setattr(pipeline, "resource", lambda name: ferry / name)
    assert pipeline.release_key(store) == key
    (schema / "vocabulary.schema.json").write_text("{}", encoding="utf-8")
    assert pipeline.release_key(store) != key


def test_a_run_killed_anywhere_is_taken_up_by_the_next(ferry: Path, tmp_path: Path, pressmark: Run) -> None:
    """Whatever a killed run leaves, no file is half written, and the next run ends with the same bytes."""
    for i in range(15):
        (ferry / "seeds" / f"more-{i}.txt").write_text(f"{FERRY}\nThis is report number {i + 2}.\n", encoding="utf-8")
    whole = tmp_path / "whole"
    shutil.copytree(ferry, whole)
    began = time.monotonic()
    assert pressmark("dataset", "--corpus", whole).code == 0
    took, chance = time.monotonic() - began, random.Random(7)
    for _ in range(6):
        command = [sys.executable, "-m", "pressmark", "dataset", "--corpus", str(ferry)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ})
        time.sleep(0.3 + chance.random() * took)
        running.send_signal(signal.SIGKILL)
        running.wait()
        for file in [p for p in ferry.rglob("*.json") if not p.name.startswith(".")]:
            json.loads(file.read_text("utf-8"))
    assert pressmark("dataset", "--corpus", ferry).code == 0
    kept = {path: digest for path, digest in snapshot(ferry).items() if not path.endswith(".tmp")}
    assert kept == snapshot(whole)


def test_the_seed_article_is_in_it() -> None:
    article = json.loads((REPOSITORY / "corpus" / "articles" / f"{SEED_ID}.json").read_text("utf-8"))
    received = (REPOSITORY / "seeds" / "000_992cb9edb926320c.txt").read_text("utf-8")
    assert article["text"] == received
    kinds = [sentence["kind"] for sentence in article["sentences"]]
    assert (len(kinds), kinds.count("heading"), kinds.count("quote"), kinds.count("byline")) == (32, 5, 1, 1)


def test_an_older_published_folder_is_not_taken_for_the_present_one(
    pressmark: Run, ferry: Path, tmp_path: Path
) -> None:
    pressmark("dataset", "--corpus", ferry)
    old = tmp_path / "old"
    shutil.copytree(ferry / "corpus" / "published", old)
    (ferry / "seeds" / "more.txt").write_text("Two ships met at Oslo on Monday.", encoding="utf-8")
    pressmark("dataset", "--corpus", ferry)
    before = snapshot(ferry)
    shutil.rmtree(ferry / "corpus" / "published")
    shutil.copytree(old, ferry / "corpus" / "published")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert snapshot(ferry) == before


CHANGES = {
    "corpus/corpus.toml": ('version = "0.1.0"', 'version = "0.2.0"'),
    "DATASET_CARD.md": ("News articles with", "Many news articles with"),
    "corpus/splits.json": ('"train"', '"validation"'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_release_is_made_of_makes_it_due(pressmark: Run, ferry: Path, name: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    path = ferry / name
    assert CHANGES[name][0] in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(*CHANGES[name]), encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry, "--json").json["changed"]
    assert not pressmark("dataset", "--corpus", ferry, "--json").json["changed"]


def test_figures_are_never_typed(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    card = ferry / "DATASET_CARD.md"
    right = card.read_text("utf-8")
    card.write_text(re.sub(r"\| claim \| .*", "| claim | 999 of 1000 |", right), encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert card.read_text("utf-8") == right


def test_what_a_desktop_leaves_does_not_matter(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    (ferry / "corpus" / "published" / ".DS_Store").write_bytes(b"\0")
    assert pressmark("validate", "--corpus", ferry).code == 0
    assert not pressmark("dataset", "--corpus", ferry, "--json").json["changed"]
