"""The only code that touches a corpus folder: canonical JSON in and out, atomic writes.

A corpus is a folder that has ``corpus/corpus.toml``; :class:`Store` knows where everything in it lies.
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from .model import Article, Problem, Refused, Suggestions
from .schemas import urn, violations


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use: ``annotations`` for what was made here, ``text`` for what was received."""

    annotations: str
    text: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """What corpus/corpus.toml says."""

    name: str
    pretty_name: str
    version: str
    language: tuple[str, ...]
    licence: Licence


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


@dataclass(frozen=True, slots=True)
class Store:
    """The places of one corpus, and how its files are read and written."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def config(self) -> Path:
        return self.root / "corpus" / "corpus.toml"

    @property
    def guidelines(self) -> Path:
        return self.root / "corpus" / "guidelines.md"

    @property
    def label_config(self) -> Path:
        return self.root / "label_config.xml"

    @property
    def card(self) -> Path:
        return self.root / "DATASET_CARD.md"

    @property
    def splits(self) -> Path:
        return self.root / "corpus" / "splits.json"

    @property
    def published(self) -> Path:
        return self.root / "corpus" / "published"

    def seed(self, article_id: str) -> Path:
        return self.seeds / f"{article_id}.toml"

    def article(self, article_id: str) -> Path:
        return self.root / "corpus" / "articles" / f"{article_id}.json"

    def suggestions(self, article_id: str) -> Path:
        return self.root / "corpus" / "suggestions" / f"{article_id}.json"

    def article_ids(self) -> list[str]:
        """List the ids of all articles, in alphabetical order."""
        return _stems(self.root / "corpus" / "articles", ".json")

    def suggestion_ids(self) -> list[str]:
        return _stems(self.root / "corpus" / "suggestions", ".json")

    def seed_ids(self) -> list[str]:
        """List the ids that have a provenance sidecar, in alphabetical order."""
        return _stems(self.seeds, ".toml")

    def address(self, path: Path) -> str:
        """Return a path as problems name it: relative to the corpus, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def read_corpus(self) -> Corpus:
        return msgspec.convert(self.load(self.config, "corpus"), Corpus)

    def read_seed(self, article_id: str) -> Seed:
        return msgspec.convert(self.load(self.seed(article_id), "seed"), Seed)

    def read_article(self, article_id: str) -> Article:
        return msgspec.convert(self.load(self.article(article_id), "article"), Article)

    def read_suggestions(self, article_id: str) -> Suggestions:
        return msgspec.convert(self.load(self.suggestions(article_id), "suggestions"), Suggestions)

    def read_splits(self) -> dict[str, str]:
        """Read which article is in which split; empty when the file is not there yet."""
        if not self.splits.exists():
            return {}
        splits: dict[str, str] = self.load(self.splits, "splits")["splits"]
        return splits

    def load(self, path: Path, schema: str) -> dict[str, Any]:
        """Read a JSON or TOML file that follows a schema.

        Raises Refused with every problem found: ``missing-file``, ``unreadable-file``, ``schema-violation``.
        """
        value: dict[str, Any] = self.parse(path)
        if problems := violations(value, schema, self.address(path)):
            raise Refused(*problems)
        return value

    def parse(self, path: Path) -> Any:
        """Read a JSON or TOML file. Raises Refused when it is missing, not UTF-8, cut off or malformed."""
        read: Callable[[str], Any] = tomllib.loads if path.suffix == ".toml" else parse_json
        try:
            return read(path.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            repair = "run: pressmark dataset" if path != self.config else "run: pressmark init DIR"
            raise Refused(Problem(self.address(path), "missing-file", "there is no such file", repair)) from None
        except (ValueError, RecursionError) as error:  # both parsers' errors and UnicodeDecodeError are ValueErrors
            fact = f"is not whole and valid {path.suffix[1:].upper()}: {error}"
            repair = f"restore it (git checkout {self.address(path)}) or remove it and run: pressmark dataset"
            raise Refused(Problem(self.address(path), "unreadable-file", fact, repair)) from None

    def write_article(self, article: Article) -> bool:
        """Write an article; return whether the file changed."""
        plain = {"$schema": urn("article"), "text_sha256": article.text_sha256, **to_plain(article)}
        plain.setdefault("sentences", [])
        return self.write_json(self.article(article.id), plain, "article")

    def write_suggestions(self, suggestions: Suggestions) -> bool:
        plain = {"$schema": urn("suggestions"), **to_plain(suggestions)}
        for name in ("labels", "spans"):
            plain.setdefault(name, [])
        return self.write_json(self.suggestions(suggestions.article_id), plain, "suggestions")

    def write_splits(self, splits: dict[str, str]) -> bool:
        return self.write_json(self.splits, {"$schema": urn("splits"), "splits": splits}, "splits")

    def write_json(self, path: Path, value: dict[str, Any], schema: str) -> bool:
        """Write a value as canonical JSON if it follows its schema; return whether the file changed.

        Raises Refused, and writes nothing, when it does not.
        """
        if problems := violations(value, schema, self.address(path)):
            raise Refused(*problems)
        return write_bytes(path, canonical_json(value))


def find_corpus(start: Path) -> Store:
    """Find the nearest folder upwards that has corpus/corpus.toml. Raises Refused (exit code 2)."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "corpus" / "corpus.toml").is_file():
            return Store(folder)
    fact = "there is no corpus/corpus.toml here or in a folder above"
    repair = "name the corpus with --corpus DIR, or make one: pressmark init DIR"
    raise Refused(Problem(str(start), "no-corpus", fact, repair), exit_code=2)


def canonical_json(value: object) -> bytes:
    """Serialise a value so that equal values give equal bytes: sorted keys, UTF-8, LF, one item a line."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode("utf-8")


def parse_json(text: str) -> Any:
    """Parse JSON strictly. Raises ValueError for repeated keys and for NaN or Infinity, which JSON does not have."""
    return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)


def to_plain(value: Any) -> dict[str, Any]:
    """Turn a frozen value into plain JSON values, leaving out what is null or empty."""
    plain = _without_empty(msgspec.to_builtins(value))
    assert isinstance(plain, dict)
    return plain


def write_bytes(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, through a temporary name; return whether it changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def _stems(folder: Path, suffix: str) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(p.stem for p in folder.iterdir() if p.suffix == suffix and not p.name.startswith("."))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(each) for key, each in value.items() if each is not None}
        return {key: each for key, each in kept.items() if each != [] or key == "labels"}
    if isinstance(value, list | tuple):
        return [_without_empty(each) for each in value]
    return value


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key is given twice")
    return value


def _no_constant(name: str) -> Iterator[None]:
    raise ValueError(f"{name} is not a number in JSON")
