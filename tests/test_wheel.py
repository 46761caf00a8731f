"""The wheel: built, installed elsewhere, and used to begin a corpus."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from .conftest import FERRY, REPOSITORY

PREVIEW = """
from datasets import load_dataset
print(load_dataset("news/corpus/published", split="train", cache_dir="cache").num_rows)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_the_schemas_the_page_and_the_templates_and_not_the_corpus(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("_data/schema/rows/sentences.schema.json", "_data/label_config.xml", "_data/corpus/guidelines.md"):
        assert f"pressmark/{name}" in names
    for name in ("templates/DATASET_CARD.md", "show/page.html.j2", "py.typed"):
        assert f"pressmark/{name}" in names
    assert not [name for name in names if re.search(r"seeds/|published/|tests/|\.parquet", name)]


def test_installed_elsewhere_it_begins_a_corpus_and_makes_its_dataset(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "env"], check=True)
    there = tmp_path / "env" / "bin" / "python"
    if not there.exists():
        there = tmp_path / "env" / "Scripts" / "python.exe"
    pip = [sys.executable, "-m", "pip", "--python", str(there), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    places = subprocess.run(
        [there, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    # the dependencies are those of the environment that runs the tests
    Path(places.stdout.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    run = {"check": False, "capture_output": True, "text": True, "cwd": tmp_path}
    found = subprocess.run([there, "-c", "import pressmark; print(pressmark.__file__)"], **run)  # type: ignore[call-overload]
    assert str(tmp_path / "env") in found.stdout
    made = subprocess.run([there, "-m", "pressmark", "init", "news"], **run)  # type: ignore[call-overload]
    assert made.returncode == 0, made.stderr
    (tmp_path / "news" / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    for command in ("dataset", "validate"):
        done = subprocess.run([there, "-m", "pressmark", command, "--corpus", "news"], **run)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "news" / "corpus" / "published" / "README.md").is_file()


@pytest.mark.slow
def test_installed_with_its_own_dependencies_it_does_all_of_it(wheel: Path, tmp_path: Path) -> None:
    """Nothing is taken from the environment that runs the tests: what the wheel names must be enough."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    there = tmp_path / "env" / "bin" / "python"
    constraints = REPOSITORY / "constraints.txt"
    install = [there, "-m", "pip", "install", "--quiet", "--constraint", constraints, f"{wheel}[html]"]
    subprocess.run(install, check=True, capture_output=True)
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    page = f"<html><body><article><p>{FERRY.replace('Norra', 'Sandhamn')}</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    for arguments in (
        ["init", "news"],
        ["add", "ferry.txt", "page.html", "--corpus", "news"],
        ["dataset", "--corpus", "news"],
        ["validate", "--corpus", "news"],
        ["show", "ferry", "--corpus", "news", "--html", "ferry.html"],
    ):
        done = subprocess.run(
            [there, "-m", "pressmark", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    loaded = subprocess.run([there, "-c", PREVIEW], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert loaded.returncode == 0 and int(loaded.stdout) > 5, loaded.stderr
