"""Write the dataset's card: front matter, and generated figures between the markers of its prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ..corpus import Corpus
from ..vocabulary import vocabulary
from .features import FEATURES, card_features

Rows = Sequence[dict[str, Any]]

SIZES = {
    1_000: "n<1K",
    10_000: "1K<n<10K",
    100_000: "10K<n<100K",
    1_000_000: "100K<n<1M",
    10_000_000: "1M<n<10M",
    100_000_000: "10M<n<100M",
}
"""The Hub's classes of size: what the number of rows is below."""
WARNINGS = {
    "gold": "**Adjudicated.** Where annotators disagreed, an adjudicator decided and said why; what they agreed on "
    "stands, or was audited as well. The config `annotations` has what each annotator gave, and of what kind each is.",
    "suggested": "**These labels are suggestions made by rules. Nobody has checked them.** They show the shape of the "
    "data; do not train or evaluate on them as if a person had annotated.",
}


@dataclass(frozen=True, slots=True)
class Table:
    """One published file: a config's rows in one split, and what the card says of it."""

    config: str
    split: str
    path: str
    rows: Rows
    num_bytes: int
    file_size: int


def _creators(tables: Sequence[Table]) -> list[str]:
    """Say who made the annotations, in the Hub's terms; of people is not known whether they are experts."""
    types = {row["annotator_type"] for table in tables if table.config == "annotations" for row in table.rows}
    made = ["other"] if "human" in types else []
    return made + (["machine-generated"] if types - {"human"} or not made else [])


def front_matter(corpus: Corpus, tables: Sequence[Table], digests: Mapping[str, str]) -> dict[str, Any]:
    """Make the card's front matter, as the Hub and ``datasets`` read it.

    Each config is stamped with the version and with the digest of its rows: ``datasets`` keys its cache by them, so
    that changed data is never loaded stale.
    """
    configs = [config for config in FEATURES if config in digests]
    sentences = sum(len(table.rows) for table in tables if table.config == "sentences")
    return {
        "pretty_name": corpus.pretty_name,
        "language": list(corpus.language),
        "license": "other",
        "license_name": f"annotations-{_slug(corpus.licence.annotations)}-texts-{_slug(corpus.licence.text)}",
        "annotations_creators": _creators(tables),
        "language_creators": ["found"],
        "multilinguality": ["monolingual" if len(corpus.language) == 1 else "multilingual"],
        "size_categories": [next((name for limit, name in SIZES.items() if sentences < limit), "100M<n<1B")],
        "source_datasets": ["original"],
        "task_categories": ["text-classification", "token-classification"],
        "tags": ["news", "claim-detection", "attribution", "quantities", "locations", "pressmark"],
        "configs": [_config(corpus, config, tables, digests[config]) for config in configs],
        "dataset_info": [_info(config, tables) for config in configs],
    }


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")[:40]


def _config(corpus: Corpus, config: str, tables: Sequence[Table], digest: str) -> dict[str, Any]:
    files = [{"split": table.split, "path": table.path} for table in tables if table.config == config]
    made: dict[str, Any] = {"config_name": config}
    if config == next(iter(FEATURES)):
        made["default"] = True
    return made | {"version": corpus.version, "description": f"sha256:{digest}", "data_files": files}


def _info(config: str, tables: Sequence[Table]) -> dict[str, Any]:
    own = [table for table in tables if table.config == config]
    splits = [{"name": table.split, "num_bytes": table.num_bytes, "num_examples": len(table.rows)} for table in own]
    return {
        "config_name": config,
        "features": card_features(config),
        "splits": splits,
        "download_size": sum(table.file_size for table in own),
        "dataset_size": sum(table.num_bytes for table in own),
    }


def render(matter: Mapping[str, Any], prose: str) -> str:
    """Put front matter and prose together."""
    header = yaml.safe_dump(dict(matter), sort_keys=False, allow_unicode=True, width=10_000)
    return f"---\n{header}---\n{prose}"


def figures(corpus: Corpus, tables: Sequence[Table], digests: Mapping[str, str], agreed: str) -> dict[str, str]:
    """Make all figures of the card as Markdown, by marker name; ``agreed`` are the tables of agreement."""
    return {
        "agreement": agreed or "Fewer than two annotators have annotated the same sentence.\n",
        "status": _status(tables),
        "version": _version(corpus, digests),
        "rows": _rows(tables),
        "labels": _labels(tables),
    }


def _status(tables: Sequence[Table]) -> str:
    names = vocabulary("provenance")
    counts = Counter(names[row["provenance"]] for table in tables if table.config == "sentences" for row in table.rows)
    lines = [f"> {WARNINGS[name]}\n" for name in names if name in counts and name in WARNINGS]
    said = ", ".join(f"{counts[name]} {name}" for name in names if name in counts)
    return "".join(lines) + f"\nProvenance of the sentences: {said}.\n"


def _version(corpus: Corpus, digests: Mapping[str, str]) -> str:
    lines = [f"Version {corpus.version}. Digests of the rows (SHA-256 of canonical JSON lines):\n\n"]
    lines += ["| config | digest |\n|---|---|\n"]
    lines += [f"| `{config}` | `{digest}` |\n" for config, digest in digests.items()]
    return "".join(lines)


def _rows(tables: Sequence[Table]) -> str:
    splits = [split for split in vocabulary("split") if any(table.split == split for table in tables)]
    lines = [f"| config | {' | '.join(splits)} |\n|---|{'---:|' * len(splits)}\n"]
    for config in FEATURES:
        counts = {table.split: len(table.rows) for table in tables if table.config == config}
        if counts:
            lines.append(f"| `{config}` | {' | '.join(f'{counts.get(split, 0):,}' for split in splits)} |\n")
    return "".join(lines)


def _labels(tables: Sequence[Table]) -> str:
    sentences = [row for table in tables if table.config == "sentences" for row in table.rows]
    spans = Counter(row["label"] for table in tables if table.config == "spans" for row in table.rows)
    lines = ["| sentence label | sentences |\n|---|---:|\n"]
    for label in vocabulary("label"):
        known = [row[label] for row in sentences if row[label] is not None]
        lines.append(f"| {label} | {sum(known):,} of {len(known):,} |\n")
    lines.append("\n| span label | spans |\n|---|---:|\n")
    lines += [f"| {label} | {spans[i]:,} |\n" for i, label in enumerate(vocabulary("span_label"))]
    return "".join(lines) + f"\nSpans that `tokens` leaves out, nested in one of their own kind: {_nested(tables):,}.\n"


def _nested(tables: Sequence[Table]) -> int:
    """Count the parts of spans that begin no tag in ``tokens``."""
    parts = sum(len(row["spans"]) for table in tables if table.config == "sentences" for row in table.rows)
    begin = vocabulary("tag").index("B")
    tokens = [row for table in tables if table.config == "tokens" for row in table.rows]
    tags = (row[f"{label}_tags"] or () for row in tokens for label in vocabulary("span_label"))
    begun = sum(1 for each in tags for tag in each if tag == begin)
    return parts - begun
