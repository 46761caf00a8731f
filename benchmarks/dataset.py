"""Measure ``pressmark dataset``, cold and warm, beside what it cannot go below: run by ``make bench``.

Each figure is the median of several whole processes; the ratio is taken within one run, since machines are noisy.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7
PARTS = ("corpus", "seeds", "DATASET_CARD.md", "label_config.xml")


def seconds(*arguments: str) -> float:
    """Time one Python process from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print the medians, and the ratios to importing ``datasets``, which every user of the dataset does."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        for part in PARTS:
            source = ROOT / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, corpus / part)
        run = ("-m", "pressmark", "dataset", "--corpus", folder)
        cold, warm, peer = [], [], []
        for _ in range(RUNS):
            for made in ("articles", "suggestions", "published"):
                shutil.rmtree(corpus / "corpus" / made, ignore_errors=True)
            cold.append(seconds(*run))
            warm.append(seconds(*run))
            peer.append(seconds("-c", "import datasets"))
    base = statistics.median(peer)
    print(f"{'import datasets':<28}{base:6.2f} s")
    for name, times in (("pressmark dataset, cold", cold), ("pressmark dataset, warm", warm)):
        median = statistics.median(times)
        print(f"{name:<28}{median:6.2f} s  {median / base:5.2f} times that")


if __name__ == "__main__":
    main()
