"""Measure how the time of each stage grows with the text, on texts that are hard to read: run by ``make bench``.

For each input and stage, CPU time at four times the length beside that at the length itself: 4 is linear, 16
quadratic. A dash stands where the longer text took too little time to tell.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from rich.console import Console
from rich.progress import track
from rich.table import Table

from pressmark.corpus import Seed
from pressmark.ingest import to_article
from pressmark.model import Span, merge_spans, sentence_labels
from pressmark.release.tables import Labelled, rows
from pressmark.segment import SEGMENTER, segment
from pressmark.suggest import made_by
from pressmark.suggest.rules import RULES
from pressmark.vocabulary import vocabulary

SIZE, RUNS = 20_000, 3
LARGER = {"no spaces": 12, "blanks": 12, "newlines": 12, "full stops": 12, "straight marks": 4, "digits": 12}
"""Inputs that are quick to read, and are made so many times as long."""
TELLING = 0.02
"""Seconds below which a growth is noise."""
SUPERLINEAR = 8.0
"""Growth above which time grows faster than the power 1.5 of the length."""
SURROGATE = re.compile("[\ud800-\udfff]")
STAGES = ("segment", *(rule.name.removeprefix("rules-") for rule in RULES), "rows")

Input = Callable[[int], str]
"""Makes a text of about so many characters."""


def repeated(piece: str) -> Input:
    """Repeat a piece."""
    return lambda size: piece * (size // len(piece))


def between(left: str, middle: str, right: str) -> Input:
    """Nest: as many left pieces as right ones, around the middle."""
    return lambda size: left * (size // 2 // len(left)) + middle + right * (size // 2 // len(right))


INPUTS: dict[str, Input] = {
    "plain news": repeated(
        "A ferry with 41 people ran aground off Norra on Tuesday, the coastguard said. Nobody was hurt.\n"
    ),
    "one sentence": repeated("in Paris 5 km and Ann said that London has 3 cats "),
    "clauses without end": repeated("and he said that she knew, which was 3 km off Lima, "),
    "no spaces": repeated("x"),
    "capitals without spaces": repeated("Xx"),
    "hyphens": repeated("a-"),
    "apostrophes": repeated("a'"),
    "blanks": lambda size: "a" + " " * size + "b",
    "newlines": lambda size: "a" + "\n" * size + "b",
    "quotations": repeated("“a” "),
    "opening marks": repeated("“a "),
    "closing marks": repeated("a” "),
    "straight marks": repeated('"'),
    "straight marks, words": repeated('"We go, '),
    "opening single marks": repeated("‘a "),
    "old typography": repeated("``a "),
    "full stops": repeated("."),
    "ellipses": repeated("... "),
    "marks of all kinds": repeated("?!.,;:—–-…"),
    "dashes between words": repeated("a — "),
    "digits": repeated("1"),
    "thousands": repeated("1,000 "),
    "digits with commas": repeated("1,"),
    "digits with points": repeated("1."),
    "number words": repeated("twenty-one hundred and "),
    "million million": repeated("million "),
    "amounts": repeated("$5 to 6 "),
    "ranges": repeated("5-"),
    "abbreviations": repeated("U.S. Gen. "),
    "initials": repeated("J. "),
    "capitalised words": repeated("Norra Harbour "),
    "all capitals": repeated("NORRA HARBOUR "),
    "places": repeated("Paris, Texas, "),
    "place and of": repeated("University of "),
    "one-letter lines": repeated("a\n"),
    "place lines": repeated("PARIS, France —\n"),
    "round brackets": between("(", "a", ")"),
    "brackets with words": between("(in Paris ", "5 km", " he said) "),
    "opening brackets": repeated("("),
    "said said": repeated("said "),
    "according to": repeated("according to "),
    "that that": repeated("said that "),
    "commas": repeated(", "),
    "right to left": repeated("קרא 5 "),
    "right to left, marks": repeated("\u202bאמר “קרא” \u202c"),
    "lone surrogates": repeated("\ud800 5\udfff "),
    "combining marks": repeated("e\u0301\u0302"),
    "emoji": repeated("👩‍👩‍👧 5 "),
    "no-break spaces": repeated("5\xa0km\xa0"),
    "Chinese": repeated("巴黎。"),
}


def stages(text: str) -> dict[str, float]:
    """Segment a text, suggest and make its rows; return the CPU seconds of each stage."""
    took: dict[str, float] = {}
    article = to_article("a", text, Seed("a.txt", "0" * 64, language="en"))
    began = time.process_time()
    article = replace(article, segmenter=SEGMENTER, sentences=tuple(segment(text)))
    took["segment"] = time.process_time() - began
    spans: list[Span] = []
    for stage, rule in zip(STAGES[1:], RULES, strict=False):
        began = time.process_time()
        spans += rule.suggest(article, tuple(spans))
        took[stage] = time.process_time() - began
    if not SURROGATE.search(text):  # no article with one can be written down
        began = time.process_time()
        merged = merge_spans(spans)
        labels = tuple(map(tuple, sentence_labels(merged, article.sentences, vocabulary("label"))))
        rows(Labelled(article, labels, merged, "suggested", tuple(made_by(article))))
        took["rows"] = time.process_time() - began
    return took


def best(text: str) -> dict[str, float]:
    """Return the shortest time of each stage in several runs; what takes long is run once.

    The collector is off: it looks at all that lives again and again, and would be measured in place of the stages.
    """
    gc.disable()
    try:
        runs = [stages(text)]
        while len(runs) < RUNS and sum(runs[0].values()) < 2:
            runs.append(stages(text))
    finally:
        gc.enable()
    return {stage: min(each[stage] for each in runs) for stage in runs[0]}


def growths(make: Input, size: int) -> tuple[dict[str, float], float]:
    """Return, for each stage that takes time enough to tell, its growth; and MB/s of all stages together."""
    text = make(4 * size)
    once, four = best(make(size)), best(text)
    telling = {stage: four[stage] / max(once[stage], 1e-6) for stage in once if four[stage] >= TELLING}
    return telling, len(text.encode("utf-8", "surrogatepass")) / 1e6 / sum(four.values())


def looked_twice(make: Input, size: int) -> tuple[dict[str, float], float]:
    """Measure growths; where one is too much, also from twice the length, and let the smaller one count.

    Outgrowing a cache, or the machine's other work, makes one step larger; a square makes all of them larger.
    """
    growth, speed = growths(make, size)
    if max(growth.values(), default=0) > SUPERLINEAR:
        again, _ = growths(make, 2 * size)
        growth = {stage: min(value, again.get(stage, value)) for stage, value in growth.items()}
    return growth, speed


def cell(growth: float | None) -> str:
    if growth is None:
        return "–"
    return f"[bold red]{growth:.1f}[/]" if growth > SUPERLINEAR else f"{growth:.1f}"


def main() -> int:
    """Print, for each input, the growth of each stage; return 1 when one is superlinear."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="characters of the shorter text")
    parser.add_argument("--only", help="inputs whose name holds this")
    options = parser.parse_args()
    stages(INPUTS["plain news"](5000))  # loads the gazetteer
    table = Table(*("input", *STAGES, "MB/s"), title=f"Growth of CPU time from {options.size} to four times as many")
    found = False
    for name, make in track(INPUTS.items(), "hard inputs", console=Console(stderr=True), transient=True):
        if options.only and options.only not in name:
            continue
        growth, speed = looked_twice(make, options.size * LARGER.get(name, 1))
        found |= max(growth.values(), default=0) > SUPERLINEAR
        table.add_row(name, *(cell(growth.get(stage)) for stage in STAGES), f"{speed:.2f}")
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
