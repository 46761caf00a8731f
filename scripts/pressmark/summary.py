"""Say what a published folder holds and how to load it."""

from __future__ import annotations

from typing import Any

import yaml

from .report import console, print_preview, say
from .store import Store

PREVIEW_ROWS = 2
PREVIEW_COLUMNS = ("id", "labels", "text")


def summary(store: Store, changed: bool) -> dict[str, Any]:
    """Sum up corpus/published/: path, version, rows of each config and split, and the first two sentences."""
    import pyarrow.parquet as pq

    card = (store.published / "README.md").read_text(encoding="utf-8")
    matter = yaml.safe_load(card.removeprefix("---\n").partition("\n---\n")[0])
    first = matter["configs"][0]
    file = pq.ParquetFile(store.published / first["data_files"][0]["path"])
    rows = next(file.iter_batches(batch_size=PREVIEW_ROWS)).to_pylist()
    features = matter["dataset_info"][0]["features"]
    return {
        "path": str(store.published),
        "changed": changed,
        "version": first["version"],
        "rows": {
            info["config_name"]: {split["name"]: split["num_examples"] for split in info["splits"]}
            for info in matter["dataset_info"]
        },
        "preview": [{feature["name"]: _named(row[feature["name"]], feature) for feature in features} for row in rows],
    }


def _named(value: Any, feature: dict[str, Any]) -> Any:
    """Say class labels by their names, as a card's front matter describes the feature."""
    kind = feature.get("dtype", feature.get("list", feature.get("struct")))
    if isinstance(value, list):
        inner = {"struct": kind} if isinstance(kind, list) else {"dtype": kind}
        return [_named(each, inner) for each in value]
    if isinstance(value, dict) and isinstance(kind, list):
        return {each["name"]: _named(value[each["name"]], each) for each in kind}
    if isinstance(value, int) and isinstance(kind, dict) and "class_label" in kind:
        return kind["class_label"]["names"][str(value)]
    return value


def print_summary(made: dict[str, Any]) -> None:
    """Print a summary for people, with the lines of Python that load the dataset."""
    say(f"release  {'written' if made['changed'] else 'unchanged'}")
    for config, splits in made["rows"].items():
        console().print(f"  {config:<13}" + ", ".join(f"{split} {count:,}" for split, count in splits.items()))
    print_preview("sentences", made["preview"], PREVIEW_COLUMNS)
    console().print(f"{made['path']}, version {made['version']}, loads with:\n", markup=False)
    lines = ("from datasets import load_dataset", f"dataset = load_dataset({made['path']!r})", "print(dataset)")
    for line in lines:
        console().print(f"    {line}", markup=False, soft_wrap=True)
