"""Frozen values that describe a corpus: its settings, and where each of its seeds came from. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use: ``annotations`` for what was made here, ``text`` for what was received."""

    annotations: str
    text: str


@dataclass(frozen=True, slots=True)
class Annotator:
    """Who stands behind a pseudonym: one of ``vocabulary("annotator_type")``, never a name."""

    type: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """What corpus/corpus.toml says. ``annotators`` maps pseudonyms to what is known of them."""

    name: str
    pretty_name: str
    version: str
    language: tuple[str, ...]
    licence: Licence
    annotators: Mapping[str, Annotator] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seed:
    """A provenance sidecar, seeds/<id>.toml. What is unknown is the word "unknown"."""

    file: str
    sha256: str
    title: str | None = None
    origin: str = "unknown"
    publisher: str = "unknown"
    published: str = "unknown"
    url: str = "unknown"
    rights: str = "unknown"
    language: str = "unknown"
