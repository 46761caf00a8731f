"""Measure how the time of segmenting and suggesting grows with the text: run by ``make bench``.

For each hard input, the time at four times the length beside the time at the length itself: 4 is linear, 16 quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from pressmark.corpus import Seed
from pressmark.ingest import to_article
from pressmark.release.tables import Labelled, rows
from pressmark.segment import SEGMENTER, segment
from pressmark.suggest import suggest

SIZE, RUNS = 20_000, 3
INPUTS = {
    "plain news": "A ferry with 41 people ran aground off Norra on Tuesday, the coastguard said. Nobody was hurt.\n",
    "one sentence": "in Paris 5 km and Ann said that London has 3 cats ",
    "no spaces": "x",
    "quotation marks": "“a” ",
    "straight marks": '"',
    "digits": "1,000 ",
    "abbreviations": "U.S. Gen. ",
    "one-letter lines": "a\n",
    "right to left": "קרא 5 ",
}


def whole(text: str) -> None:
    """Segment, suggest and make the rows of a text."""
    article = to_article("a", text.strip(), Seed("a.txt", "0" * 64, language="en"))
    article = replace(article, segmenter=SEGMENTER, sentences=tuple(segment(article.text)))
    made = suggest(article)
    rows(Labelled(article, made.labels, made.spans, "suggested", tuple(made.suggesters)))


def seconds(work: Callable[[str], object], text: str) -> float:
    """Time work on a text: the best of several runs."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print, for each input, speed and growth of segmenting and of the whole work."""
    whole(INPUTS["plain news"])  # loads the gazetteer
    print(f"{'input':<18}{'segment MB/s':>14}{'growth':>8}{'whole MB/s':>14}{'growth':>8}")
    for name, piece in INPUTS.items():
        text = piece * (SIZE // len(piece))
        size = len(text.encode()) / 1e6
        cells = []
        for work in (segment, whole):
            once, four = seconds(work, text.strip()), seconds(work, (text * 4).strip())
            cells += [f"{size / once:14.2f}", f"{four / once:8.1f}"]
        print(f"{name:<18}{''.join(cells)}")


if __name__ == "__main__":
    main()
