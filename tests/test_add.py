"""`pressmark add` and what lies in seeds/: what comes in whole, and what is refused with nothing written."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark import ingest
from pressmark.model import Refused

from .conftest import FERRY, Result, snapshot

Run = Callable[..., Result]

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry runs aground | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-12-17T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Ferry runs aground</h1>
<p>A ferry with 41 people on board ran aground off the island of Norra on Tuesday, the coastguard said.</p>
<p>Helicopters picked up passengers &amp; crew within two hours, and nobody was hurt, the harbour master said.</p>
</article><footer>All rights reserved</footer></body></html>"""


def article(corpus: Path, article_id: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((corpus / "corpus" / "articles" / f"{article_id}.json").read_text("utf-8"))
    return loaded


def test_a_text_file_comes_in_with_its_provenance(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "Ferry Runs_Aground.txt"
    file.write_bytes(b"\xef\xbb\xbfThe cafe\xcc\x81 sank.\r\nNobody\x00 was hurt.\r\n")
    result = pressmark("add", file, "--corpus", corpus, "--publisher", "The Post", "--published", "2024-12-17")
    assert result.code == 0, result.err
    made = article(corpus, "ferry-runs-aground")
    assert made["text"] == "The café sank.\nNobody was hurt."
    assert made["provenance"]["publisher"] == "The Post"  # type: ignore[index]
    sidecar = tomllib.loads((corpus / "seeds" / "ferry-runs-aground.toml").read_text("utf-8"))
    assert sidecar["published"] == "2024-12-17"
    assert (sidecar["url"], sidecar["rights"], sidecar["language"]) == ("unknown", "unknown", "en")
    assert (corpus / "seeds" / "ferry-runs-aground.txt").read_bytes() == file.read_bytes()


def test_a_web_page_comes_in_without_its_navigation(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="HTML needs the extra: pip install 'pressmark[html]'")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    assert pressmark("add", tmp_path / "page.html", "--corpus", corpus).code == 0
    made = article(corpus, "page")
    assert "passengers & crew" in str(made["text"])
    assert "Sport" not in str(made["text"]) and "rights reserved" not in str(made["text"])
    assert made["provenance"]["publisher"] == "The Harbour Post"  # type: ignore[index]
    assert made["provenance"]["published"] == "2024-12-17"  # type: ignore[index]
    assert made["language"] == "en-GB"


def test_adding_the_same_text_twice_changes_nothing(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FERRY.replace("\n", "\r\n") + "\n\n", encoding="utf-8")
    assert pressmark("add", tmp_path / "a.txt", "--corpus", corpus).code == 0
    before = snapshot(corpus)
    for name in ("a.txt", "b.txt"):
        result = pressmark("add", tmp_path / name, "--corpus", corpus, "--json")
        assert (result.code, [each["done"] for each in result.json]) == (0, ["unchanged"])
    assert snapshot(corpus) == before


def test_what_is_said_of_a_text_that_is_there_is_not_dropped_in_silence(
    pressmark: Run, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    pressmark("add", tmp_path / "a.txt", "--corpus", corpus)
    result = pressmark("add", tmp_path / "a.txt", "--corpus", corpus, "--publisher", "The Post")
    assert "publisher not noted: edit seeds/a.toml" in result.out


def test_texts_never_change_even_with_seed_and_sidecar_together(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    seed, sidecar = ferry / "seeds" / "ferry.txt", ferry / "seeds" / "ferry.toml"
    old = hashlib.sha256(seed.read_bytes()).hexdigest()
    seed.write_text(FERRY.replace("41", "42"), encoding="utf-8")
    new = hashlib.sha256(seed.read_bytes()).hexdigest()
    sidecar.write_text(sidecar.read_text("utf-8").replace(old, new), encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "seeds/ferry.txt [id-taken]" in result.err
    assert snapshot(ferry) == before


def test_a_name_that_is_not_utf8_is_refused(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, ferry / "seeds"):
        odd = os.fsencode(folder) + b"/f\xff.txt"
        try:
            with open(odd, "wb") as file:  # noqa: PTH123
                file.write(b"Two ships met.")
        except OSError:
            pytest.skip("this file system refuses such names itself")
    before = snapshot(ferry)
    for arguments in (("add", os.fsdecode(os.fsencode(tmp_path) + b"/f\xff.txt")), ("dataset",)):
        result = pressmark(*arguments, "--corpus", ferry)
        assert result.code == 1 and "[bad-id]" in result.err
    assert snapshot(ferry) == before


def test_another_text_under_the_same_id_is_refused(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The first text.", encoding="utf-8")
    pressmark("add", tmp_path / "a.txt", "--corpus", corpus)
    before = snapshot(corpus)
    (tmp_path / "a.txt").write_text("Another text.", encoding="utf-8")
    result = pressmark("add", tmp_path / "a.txt", "--corpus", corpus)
    assert result.code == 1 and "[id-taken]" in result.err and "--id" in result.err
    assert snapshot(corpus) == before
    assert pressmark("add", tmp_path / "a.txt", "--corpus", corpus, "--id", "a2").code == 0


BAD_FILES = {
    "empty-file": b"",
    "empty-file blank": b" \n\n\t \r\n",
    "binary-file": bytes(range(32)) * 40,
    "binary-file pdf": b"%PDF-1.7\nsome text that looks fine",
    "not-utf8": "Die Fähre sank.".encode("latin-1"),
    "not-utf8 utf16": "The ferry sank.".encode("utf-16"),
    "line-too-long": b"word " * (4 * 1024 * 1024),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_refused_and_nothing_is_written(pressmark: Run, corpus: Path, tmp_path: Path, case: str) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("The ferry sank.", encoding="utf-8")
    bad.write_bytes(BAD_FILES[case])
    before = snapshot(corpus)
    result = pressmark("add", good, bad, "--corpus", corpus)
    assert result.code == 1
    assert f"[{case.split()[0]}]" in result.err and "bad.txt" in result.err
    assert "Traceback" not in result.err and len(result.err) < 1000
    assert snapshot(corpus) == before


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_in_seeds_stops_the_dataset(pressmark: Run, ferry: Path, case: str) -> None:
    (ferry / "seeds" / "bad.txt").write_bytes(BAD_FILES[case])
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and f"[{case.split()[0]}]" in result.err
    assert snapshot(ferry) == before


@pytest.mark.parametrize("bad", ["../evil", "UPPER", "", "-a", "a/b", "a" * 65, "ä", "a\n"])
def test_a_bad_id_is_refused(pressmark: Run, corpus: Path, tmp_path: Path, bad: str) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank.", encoding="utf-8")
    before = snapshot(tmp_path)
    result = pressmark("add", tmp_path / "a.txt", "--corpus", corpus, f"--id={bad}")
    assert result.code == 1 and "[bad-id]" in result.err
    assert snapshot(tmp_path) == before


def test_a_name_that_gives_no_id_is_refused(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "???.txt").write_text("The ferry sank.", encoding="utf-8")
    result = pressmark("add", tmp_path / "???.txt", "--corpus", corpus)
    assert result.code == 1 and "[bad-id]" in result.err and "--id" in result.err


def test_names_that_collide_are_refused(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    names = [tmp_path / "A b.txt", tmp_path / "a-b.txt"]
    for i, name in enumerate(names):
        name.write_text(f"Text {i}.", encoding="utf-8")
    before = snapshot(corpus)
    result = pressmark("add", *names, "--corpus", corpus)
    assert result.code == 1 and "[id-collision]" in result.err and "A b.txt" in result.err
    assert snapshot(corpus) == before


def test_names_that_collide_in_seeds_are_refused(pressmark: Run, ferry: Path) -> None:
    (ferry / "seeds" / "FERRY.txt").write_text("Another text.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "[id-collision]" in result.err
    assert snapshot(ferry) == before
    (ferry / "seeds" / "FERRY.txt").unlink()
    assert pressmark("dataset", "--corpus", ferry).code == 0
    (ferry / "seeds" / "Ferry.text").write_text("Another text.", encoding="utf-8")
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "[id-collision]" in result.err


def test_a_seed_that_changed_is_refused(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    (ferry / "seeds" / "ferry.txt").write_text(FERRY + "One more.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "[seed-file-changed]" in result.err
    assert snapshot(ferry) == before


def test_a_sidecar_that_breaks_its_schema_is_refused(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Another text.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("add", tmp_path / "b.txt", "--corpus", ferry, "--published", "last week")
    assert result.code == 1 and "[schema-violation]" in result.err and "published" in result.err
    assert snapshot(ferry) == before


def test_what_a_sidecar_says_is_kept_in_step(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    sidecar = ferry / "seeds" / "ferry.toml"
    sidecar.write_text(sidecar.read_text("utf-8").replace('publisher = "unknown"', 'publisher = "The Post"'), "utf-8")
    assert pressmark("validate", "--corpus", ferry).code == 1
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert article(ferry, "ferry")["provenance"]["publisher"] == "The Post"  # type: ignore[index]
    assert pressmark("validate", "--corpus", ferry).code == 0


def test_a_missing_file_and_a_folder_are_refused(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        result = pressmark("add", path, "--corpus", corpus)
        assert result.code == 1 and "[unreadable-file]" in result.err


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_normalising_is_idempotent_and_leaves_nothing_forbidden(text: str) -> None:
    once = ingest.normalise(text)
    assert ingest.normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {c for c in once if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert "\ufeff" not in once


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_any_name_gives_an_id_or_a_refusal(name: str) -> None:
    try:
        made = ingest.safe_id(name)
    except Refused:
        return
    assert ingest.ARTICLE_ID.fullmatch(made)


def test_a_text_that_lies_in_seeds_twice_is_refused(pressmark: Run, ferry: Path) -> None:
    (ferry / "seeds" / "boat.txt").write_text(FERRY + "\n", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "seeds/ferry.txt [text-repeated]" in result.err
    assert snapshot(ferry) == before


def test_a_lost_sidecar_is_made_again_of_what_the_article_remembers(
    pressmark: Run, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    told = ("--publisher", "The Post", "--title", "Aground", "--rights", "CC0-1.0", "--published", "2024-12-17")
    pressmark("add", tmp_path / "a.txt", "--corpus", corpus, *told)
    pressmark("dataset", "--corpus", corpus)
    before = snapshot(corpus)
    (corpus / "seeds" / "a.toml").unlink()
    assert pressmark("dataset", "--corpus", corpus).code == 0
    assert snapshot(corpus) == before


def test_a_sidecar_written_by_hand_is_not_overwritten(pressmark: Run, ferry: Path) -> None:
    digest = hashlib.sha256((ferry / "seeds" / "ferry.txt").read_bytes()).hexdigest()
    sidecar = ferry / "seeds" / "ferry.toml"
    said = 'file = "ferry.txt"\norigin = "a friend"\npublisher = "The Post"\npublished = 2024-12-17\nurl = "unknown"\n'
    sidecar.write_text(f'{said}sha256 = "{digest}"\nrights = "unknown"\nlanguage = "en"\n', encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("add", ferry / "seeds" / "ferry.txt", "--corpus", ferry)
    assert result.code == 1 and "[id-taken]" in result.err and "pressmark dataset" in result.err
    assert snapshot(ferry) == before
    assert pressmark("dataset", "--corpus", ferry).code == 0
    assert article(ferry, "ferry")["provenance"]["published"] == "2024-12-17"  # type: ignore[index]
    assert snapshot(ferry)["seeds/ferry.toml"] == before["seeds/ferry.toml"]


@pytest.mark.parametrize("value", ["1979-05-27T07:32:00Z", "07:32:00", "nan", "[1]", "true"])
def test_a_value_of_another_type_in_a_sidecar_is_a_problem(pressmark: Run, ferry: Path, value: str) -> None:
    pressmark("dataset", "--corpus", ferry)
    sidecar = ferry / "seeds" / "ferry.toml"
    sidecar.write_text(sidecar.read_text("utf-8").replace('published = "unknown"', f"published = {value}"), "utf-8")
    for command in ("validate", "dataset"):
        result = pressmark(command, "--corpus", ferry)
        assert result.code == 1 and "seeds/ferry.toml:published [schema-violation]" in result.err


@pytest.mark.parametrize("name", ["notes.toml", "notes.md", "notes", "notes.txt~", "notes.docx"])
def test_a_file_of_another_kind_is_refused(pressmark: Run, ferry: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("The ferry sank.", encoding="utf-8")
    before = snapshot(ferry)
    result = pressmark("add", tmp_path / name, "--corpus", ferry)
    assert result.code == 1 and "[unsupported-file]" in result.err
    assert snapshot(ferry) == before
    if not name.endswith(".toml"):
        (ferry / "seeds" / name).write_text("The ferry sank.", encoding="utf-8")
        assert f"seeds/{name} [unsupported-file]" in pressmark("dataset", "--corpus", ferry).err


def test_a_folder_in_seeds_and_what_is_no_plain_file_are_refused(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        result = pressmark("add", path, "--corpus", ferry)
        assert result.code == 1 and "not a plain file" in result.err
    (ferry / "seeds" / "more").mkdir()
    result = pressmark("dataset", "--corpus", ferry)
    assert result.code == 1 and "seeds/more [unreadable-file] it is a folder" in result.err


def test_either_all_files_are_added_or_none(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The text {name}.", encoding="utf-8")
    (corpus / "seeds" / "b.txt").write_text("Something else.", encoding="utf-8")
    before = snapshot(corpus)
    result = pressmark("add", tmp_path / "a.txt", tmp_path / "b.txt", "--corpus", corpus)
    assert result.code == 1 and "seeds/b.txt [id-collision]" in result.err
    assert snapshot(corpus) == before


def test_a_file_that_lies_in_seeds_keeps_its_name(pressmark: Run, corpus: Path) -> None:
    (corpus / "seeds" / "My Ferry.txt").write_text(FERRY, encoding="utf-8")
    assert pressmark("add", corpus / "seeds" / "My Ferry.txt", "--corpus", corpus).code == 0
    assert sorted(p.name for p in (corpus / "seeds").iterdir()) == [".gitkeep", "My Ferry.txt", "my-ferry.toml"]
    assert pressmark("dataset", "--corpus", corpus).code == 0
