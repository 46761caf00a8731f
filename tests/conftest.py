"""What all tests share: a command line to run, corpora to run it on, and the repository."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from pressmark import cli
from pressmark.template import create_corpus

if "CI" not in os.environ:  # there hypothesis has a profile of its own, also without a deadline
    settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("untimed")

REPOSITORY = Path(__file__).parent.parent
SEED_ID = "000-992cb9edb926320c"

FERRY = """Ferry runs aground off Norra

By Ines Dahl

A ferry with 41 people on board ran aground off the island of Norra on Tuesday, the coastguard said. “We heard a long
scraping noise,” passenger Olle Brandt told reporters. “Then everything stopped.”

About 12,000 litres of diesel are in its tanks, according to the harbour master.
"""


@dataclass(frozen=True)
class Result:
    """What a run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def pressmark(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run the command line in this process."""

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["pressmark", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "120")
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A new corpus without articles."""
    folder = tmp_path / "harbour"
    create_corpus(folder, "Harbour News")
    return folder


@pytest.fixture
def ferry(corpus: Path) -> Path:
    """A new corpus with one article in seeds/."""
    (corpus / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return corpus


def published_rows(config: str, cache: Path) -> list[dict[str, Any]]:
    """Load all rows of a config of the dataset in this repository, split after split, as a user does."""
    from datasets import load_dataset

    loaded = load_dataset(str(REPOSITORY / "corpus" / "published"), config, cache_dir=str(cache))
    return [row for split in loaded.values() for row in split.to_list()]


def snapshot(folder: Path) -> dict[str, str]:
    """Digest all files of a folder but the lock, which a run leaves behind empty."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "lock")
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def python(code: str, *, cwd: Path | None = None, **environment: str) -> str:
    """Run Python code in a fresh interpreter; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
