"""Measure push and pull beside the plain calls of Label Studio's SDK that do the same without checks: ``make bench``.

A real server runs in a temporary folder. Each figure is the median of several whole processes, ours and the plain ones
in turn; ratios are taken within one run, since machines are noisy.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import invented
from rich.console import Console
from rich.progress import track
from rich.table import Table

from pressmark import pipeline
from pressmark.labelstudio import plan, projects, server, sync
from pressmark.labelstudio.client import Client, connect
from pressmark.labelstudio.environment import SHARED
from pressmark.labelstudio.sending import BATCH
from pressmark.labelstudio.showing import with_suggestions
from pressmark.segment import segment
from pressmark.store import Store
from pressmark.template import create_corpus

ROOT = Path(__file__).parent.parent
SIZES = (1000, 10_000)
GOAL, LINEAR = 1.3, 12.0
"""Times the plain calls at most; and times the time of the smaller size, for ten times the sentences, at most."""
PLAIN = f"""
import json, os, sys
from pathlib import Path
from label_studio_sdk.client import LabelStudio

work, project, file = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
sdk = LabelStudio(base_url=os.environ["LABEL_STUDIO_URL"], api_key=os.environ["LABEL_STUDIO_API_KEY"])
once = {{"max_retries": 0, "timeout_in_seconds": 1200}}
if work == "push":
    tasks = json.loads(file.read_text("utf-8"))
    for i in range(0, len(tasks), {BATCH}):
        sdk.projects.import_tasks(id=project, request=tasks[i : i + {BATCH}], request_options=once)
else:
    asked = {{"export_type": "JSON", "download_all_tasks": True, "request_options": once}}
    file.write_bytes(b"".join(sdk.projects.exports.download_sync(project, **asked)))
    json.loads(file.read_bytes())
"""
"""What somebody writes who uses the SDK: the same batches of the same tasks and suggestions; the same export."""


@dataclass(frozen=True)
class Measured:
    """Median seconds of a work on so many sentences: ours, and the plain calls."""

    work: str
    sentences: int
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        return self.ours / self.plain


@dataclass(frozen=True)
class Bench:
    """A corpus of so many sentences, and what imports it: tasks with suggestions, as JSON in ``file``."""

    store: Store
    client: Client
    sentences: int
    file: Path

    def project(self, title: str) -> int:
        """Make an empty project of this corpus."""
        return projects.make_project(self.client, sync.wanted(self.store, title)).id

    def annotated(self, title: str) -> int:
        """Make a project whose every sentence was annotated, with what was suggested."""
        number = self.project(title)
        tasks = json.loads(self.file.read_text("utf-8"))
        for task in tasks:
            task["annotations"] = [{"result": task["predictions"][0]["result"], "lead_time": 5.0}]
        for i in range(0, len(tasks), BATCH):
            self.client.send_tasks(number, tasks[i : i + BATCH])
        return number


def make(folder: Path, sentences: int, client: Client) -> Bench:
    """Make a corpus of invented articles with about so many sentences (at most an article's fewer)."""
    create_corpus(folder, f"Bench {sentences}")
    config = folder / "corpus" / "corpus.toml"
    config.write_text(config.read_text("utf-8") + '\n[annotators.reader-1]\ntype = "human"\n', encoding="utf-8")
    count = 0
    for i, text in enumerate(invented.articles(150 * sentences)):
        if count + len(segment(text)) <= sentences:
            (folder / "seeds" / f"a{i:05}.txt").write_text(text, encoding="utf-8")
            count += len(segment(text))
    store = Store(folder)
    for _ in pipeline.bring_up_to_date(store):
        pass
    articles = [store.read_article(each) for each in store.article_ids()]
    texts, made = {each.id: each for each in articles}, sync.suggested_of(store, articles)
    tasks = plan.wanted_tasks(articles, sync.wanted(store, None))
    file = folder / "tasks.json"
    file.write_text(json.dumps([with_suggestions(task, texts, made) for task in tasks]), encoding="utf-8")
    return Bench(store, client, count, file)


def seconds(*arguments: object) -> float:
    """Time one Python process from start to end."""
    command = [sys.executable, *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if ran.returncode:
        raise RuntimeError(f"{' '.join(command[:6])} ended with {ran.returncode}: {ran.stderr[-1000:]}")
    return time.perf_counter() - began


def push(bench: Bench, run: int) -> tuple[float, float]:
    """Send the corpus into an empty project; return our seconds and the plain ones."""
    title = f"Push {bench.sentences} {run}"
    plain = seconds("-c", PLAIN, "push", bench.project(f"{title} plain"), bench.file)
    bench.project(title)
    ours = seconds("-m", "pressmark", "studio", "push", "--corpus", bench.store.root, "--project", title)
    return ours, plain


def pull(bench: Bench, run: int) -> tuple[float, float]:
    """Bring all annotations of a project into the corpus; return our seconds and the plain ones."""
    title, owner = f"Pull {bench.sentences}", "owner@pressmark.localhost=reader-1"
    if run == 0:
        bench.annotated(title)
    number = next(each.id for each in bench.client.projects() if each.title == title)
    shutil.rmtree(bench.store.root / "corpus" / "annotations", ignore_errors=True)
    place = ("--corpus", bench.store.root, "--project", title, "--as", owner)
    ours = seconds("-m", "pressmark", "studio", "pull", *place)
    return ours, seconds("-c", PLAIN, "pull", number, bench.store.root / "export.json")


WORKS: dict[str, Callable[[Bench, int], tuple[float, float]]] = {"push": push, "pull": pull}


def measure(folder: Path, sizes: Sequence[int], runs: int) -> list[Measured]:
    """Start a server, and measure each work at each size."""
    running = server.start(folder / "server", 0)
    os.environ |= {"LABEL_STUDIO_URL": running.url, "LABEL_STUDIO_API_KEY": running.token}
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")  # as both have it once they were used
    try:
        client = connect(folder)
        seconds("-c", "import pressmark.labelstudio.sync, pressmark.cli_studio, label_studio_sdk.client")
        benches = [make(folder / str(size), size, client) for size in sizes]
        jobs = [(bench, work, run) for bench in benches for work in WORKS for run in range(runs)]
        times: dict[tuple[str, int], list[tuple[float, float]]] = {}
        for bench, work, run in track(jobs, "push and pull", console=Console(stderr=True), transient=True):
            times.setdefault((work, bench.sentences), []).append(WORKS[work](bench, run))
    finally:
        server.stop(folder / "server")
    return [
        Measured(work, size, *(statistics.median(column) for column in zip(*found, strict=True)))
        for (work, size), found in times.items()
    ]


def main() -> int:
    """Print time, ratio and growth; return 1 when a ratio or a growth is above its goal."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of sentences")
    parser.add_argument("--runs", type=int, default=3, help="how often each is timed")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    os.environ.setdefault(SHARED, str(ROOT / ".pressmark" / "studio"))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.sizes, options.runs)
    smallest = {each.work: each for each in reversed(found)}
    growth = {each: each.ours / smallest[each.work].ours for each in found}
    linear = {each: LINEAR / 10 * each.sentences / smallest[each.work].sentences for each in found}
    if options.json:
        print(json.dumps([{**asdict(e), "ratio": e.ratio, "growth": growth[e]} for e in found], indent=2))
    else:
        table = Table("work", "sentences", "pressmark, s", "plain SDK, s", "ratio", "growth")
        for each in found:
            cells = (each.ours, each.plain, each.ratio, growth[each])
            table.add_row(each.work, f"{each.sentences:,}", *(f"{value:.2f}" for value in cells))
        Console(width=None if sys.stdout.isatty() else 120).print(table)
    return int(any(e.ratio > GOAL or (growth[e] > 1 and growth[e] > linear[e]) for e in found))


if __name__ == "__main__":
    sys.exit(main())
