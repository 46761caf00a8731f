"""Compare the segmenter and the suggesters with the tools that annotators could use instead, in one run.

Accuracy is F1 on annotated documents, by the scorer of ``pressmark score``; speed is MB of UTF-8 text a second of CPU
time on one core, the best of several runs. Without annotated documents (``--gold``), only speed is measured, on
invented news.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import environment
from comparison import OWN, WORKS, Work, lines, megabytes, own_speed, predictions, scores, together
from environment import Peer
from invented import articles
from published import NOT_RUN, PUBLISHED, WORK_OF, target
from report import Together, write
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from pressmark.documents import Document, read_documents
from pressmark.model import Refused

ROOT = Path(__file__).resolve().parent.parent
SPEED_TARGET = 1.0
"""MB/s of all labels together."""
NEWS = ("polnear", "geowebnews", "gum")
"""Files of news, on which the speed of all labels together is measured."""
UNREAD = 1000.0
"""MB/s above which a peer cannot have looked at the text."""


def gold_folder(given: str | None) -> Path:
    """Return the folder of annotated documents: as given, $PRESSMARK_GOLD, or the one beside the repository."""
    return Path(given or os.environ.get("PRESSMARK_GOLD") or ROOT.parent / "shared" / "gold")


def read_gold(folder: Path, work: str) -> dict[tuple[str, str], list[Document]]:
    """Read the files that a work is scored on, those that are there."""
    files = {(name, task): folder / f"{name}.jsonl" for name, task in WORKS[work]}
    return {key: read_documents(path) for key, path in files.items() if path.is_file()}


def news(folder: Path) -> list[str]:
    """Read the texts of all files of news that are there."""
    there = [path for path in (folder / f"{name}.jsonl" for name in NEWS) if path.is_file()]
    return [document.text for path in there for document in read_documents(path)]


def measure(name: str, gold: dict[tuple[str, str], list[Document]], program: Path | None, progress: Progress) -> Work:
    """Measure one work: accuracy where there is gold, and speed; of ours, and of the peers where they are there."""
    work = Work(name)
    documents = [document for each in gold.values() for document in each]
    texts = [document.text for document in documents] or articles()
    bar = progress.add_task(f"{name}: {OWN}", total=len(texts))
    own = predictions(documents, lambda done: progress.update(bar, completed=done))
    work.speed[OWN] = own_speed(name, texts)
    peers = read_by_peers(work, texts, program, lambda peer, done: _advance(progress, bar, f"{name}: {peer}", done))
    progress.update(bar, visible=False)
    first = 0
    for (file, task), each in gold.items():
        scored = scores(file, task, each, peers, first, own[first : first + len(each)], name)
        work.lines += lines(file, scored)
        work.scored += scored[OWN].scored
        first += len(each)
    return work


def _advance(progress: Progress, bar: TaskID, description: str, done: int) -> None:
    progress.update(bar, description=description, completed=done)


def read_by_peers(work: Work, texts: list[str], program: Path | None, told: Callable[[str, int], None]) -> list[Peer]:
    """Have the peers read texts; note their versions and speeds, and why some were not run. Return those that were."""
    try:
        peers = environment.read(program, work.name, texts, told) if program else []
    except RuntimeError as error:
        work.not_run[f"peers for {work.name}"] = str(error)
        return []
    work.not_run |= {peer.name: peer.reason for peer in peers if peer.reason is not None}
    ran = [peer for peer in peers if peer.reason is None]
    for peer in ran:
        work.versions[peer.name] = peer.version
        if (speed := megabytes(texts) / max(peer.seconds or 0.0, 1e-9)) < UNREAD:
            work.speed[peer.name] = speed
    return ran


def percent(value: float | None, best: bool = False) -> str:
    text = "–" if value is None else f"{100 * value:.1f}"
    return f"[bold]{text}[/]" if best else text


def table(work: Work) -> Table:
    """Lay out what was measured for one work."""
    peers = list(work.versions)
    heads = [f"{peer}\n[dim]{work.versions[peer] or 'our baseline'}[/]" for peer in peers]
    title = f"{work.name}, F1 in percent" if work.lines else work.name
    made = Table("file", "measure", title=title, title_justify="left")
    for head in (OWN, *heads, "target"):
        made.add_column(head, justify="right")
    for line in work.lines:
        top = max((value for value in line.f1.values() if value is not None), default=0.0)
        cells = [percent(line.f1[name], line.f1[name] == top) for name in (OWN, *peers)]
        goal = target(line.file, line.label, line.match)
        made.add_row(line.file, f"{line.label.lower()}, {line.match}", *cells, "" if goal is None else f"{goal:.1f}")
    made.add_section()
    speeds = [f"{work.speed[peer]:.2f}" if peer in work.speed else "–" for peer in peers]
    ratios = [f"{work.speed[OWN] / work.speed[peer]:.2f}" if peer in work.speed else "–" for peer in peers]
    made.add_row("", "MB/s of CPU time", f"{work.speed[OWN]:.2f}", *speeds, "")
    made.add_row("", f"{OWN}'s speed / peer's", "1", *ratios, "")
    return made


def quoted(works: Sequence[str]) -> Table:
    """Lay out the figures that others give."""
    made = Table("file", "measure", "system", title="Quoted, not measured here", title_justify="left")
    made.add_column("F1", justify="right")
    made.add_column("source")
    for each in PUBLISHED:
        if WORK_OF[each.label] in works:
            made.add_row(each.file, f"{each.label.lower()}, {each.match}", each.system, f"{each.f1:.1f}", each.source)
    return made


def show(console: Console, works: Sequence[Work], speeds: Together) -> None:
    """Print all tables, what was not run and why, and the speed of everything together."""
    for work in works:
        console.print(table(work), "")
    console.print(quoted([work.name for work in works]), "")
    for name, reason in {**NOT_RUN, **{n: r for work in works for n, r in work.not_run.items()}}.items():
        console.print(f"not run: {name}: {reason}", highlight=False)
    for what, speed in speeds.items():
        console.print(f"{what}: {speed:.2f} MB/s of CPU time", highlight=False)
    console.print(f"to reach for all four labels: {SPEED_TARGET:.1f} MB/s", highlight=False)


def report(works: Sequence[Work], speeds: Together, gold: bool) -> dict[str, Any]:
    """Put all that was measured into one value for machines."""
    return {
        "gold": gold,
        "works": {work.name: asdict(work) | {"scored": len(work.scored)} for work in works},
        "mb_per_s": speeds,
        "quoted": [asdict(each) for each in PUBLISHED],
        "not_run": NOT_RUN,
    }


def install(console: Console) -> Path | None:
    """Return the Python of the peers' environment; None, having said why, where it cannot be made."""
    try:
        with console.status("peers' environment: making or finding it"):
            return environment.python()
    except (RuntimeError, Refused, OSError) as error:
        console.print(f"peers not run: {error}", highlight=False)
        return None


def main() -> int:
    """Measure and print; return 2 when the gold cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=WORKS, action="append", help="one work; may be given again")
    parser.add_argument(
        "--gold",
        metavar="DIR",
        help="annotated documents (default: $PRESSMARK_GOLD, else ../shared/gold)",
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there, too")
    parser.add_argument("--docs", action="store_true", help="write the figures into docs/suggestions.md, with a plot")
    options = parser.parse_args()
    errors, names = Console(stderr=True), options.only or list(WORKS)
    folder, program = gold_folder(options.gold), install(errors)
    try:
        gold = {name: read_gold(folder, name) for name in names}
    except Refused as refused:
        errors.print(str(refused), highlight=False)
        return 2
    if not any(gold.values()):
        errors.print(f"no annotated documents in {folder}: measuring speed only, on invented news", highlight=False)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=errors, transient=True) as progress:
        works = [measure(name, gold[name], program, progress) for name in names]
        progress.add_task("all labels together", total=None)
        speeds = together(news(folder) or articles())
    show(Console(width=None if sys.stdout.isatty() else 140), works, speeds)
    if options.docs:
        write(works, speeds, ROOT / "docs")
    if options.json:
        options.json.write_text(json.dumps(report(works, speeds, any(gold.values())), indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
