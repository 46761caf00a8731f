"""Build a release: every file of the published folder as bytes, from values alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..corpus import Corpus
from ..markers import fill
from ..model import Problem
from ..schemas import violations
from ..vocabulary import vocabulary
from .card import Table, figures, front_matter, render
from .features import FEATURES
from .parquet import rows_digest, to_parquet, to_table
from .tables import Labelled, rows


@dataclass(frozen=True, slots=True)
class Release:
    """A built release: relative path to content, the card's figures, and its front matter."""

    files: Mapping[str, bytes]
    figures: Mapping[str, str]
    front_matter: Mapping[str, Any]


def build_release(
    corpus: Corpus, articles: Iterable[Labelled], splits: Mapping[str, str], prose: str, agreed: str = ""
) -> Release:
    """Build the published folder of labelled articles: Parquet for every config that has rows, card and checksums.

    ``splits`` maps every article id to its split; ``agreed`` are the tables of agreement, as Markdown. The same values
    give the same bytes with one version of pyarrow.
    """
    gathered = _gather(articles, splits)
    files: dict[str, bytes] = {}
    tables: list[Table] = []
    for config, split in gathered:
        path = f"data/{config}/{split}-00000-of-00001.parquet"
        table = to_table(config, gathered[config, split])
        files[path] = to_parquet(table)
        tables.append(Table(config, split, path, gathered[config, split], table.nbytes, len(files[path])))
    digests = {
        config: rows_digest([row for table in tables if table.config == config for row in table.rows])
        for config in dict.fromkeys(table.config for table in tables)
    }
    made, matter = figures(corpus, tables, digests, agreed), front_matter(corpus, tables, digests)
    files["README.md"] = render(matter, fill(prose, made)).encode("utf-8")
    files["SHA256SUMS"] = checksums(files)
    return Release(files, made, matter)


def _gather(articles: Iterable[Labelled], splits: Mapping[str, str]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Gather rows by config and split, in the order of FEATURES and of the splits; what is empty is left out."""
    gathered: dict[tuple[str, str], list[dict[str, Any]]] = {
        (config, split): [] for config in FEATURES for split in vocabulary("split")
    }
    for labelled in sorted(articles, key=lambda each: each.article.id):
        for config, made in rows(labelled).items():
            gathered[config, splits[labelled.article.id]].extend(made)
    return {place: made for place, made in gathered.items() if made}


def checksums(files: Mapping[str, bytes]) -> bytes:
    """List the SHA-256 of each file in the form that ``sha256sum -c`` reads."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode("utf-8")


def front_matter_problems(release: Release) -> list[Problem]:
    """Check a release's front matter against schema/card.schema.json."""
    return violations(dict(release.front_matter), "card", "corpus/published/README.md")
