"""From a corpus folder to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from .checks import rules
from .checks.loaded import Loaded
from .model import Problem, Refused
from .store import Store

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
CHECKSUMS = "SHA256SUMS"


def validate(store: Store) -> list[Problem]:
    """Find everything that is wrong with a corpus, in the order of the addresses; an empty list when it is sound.

    Never stops at the first problem, and what cannot be read raises no further ones. Time is linear in the corpus.
    """
    corpus, problems = load(store)
    found = {problem for rule in rules() for problem in rule.check(corpus)}
    return sorted({*problems, *found})


def load(store: Store) -> tuple[Loaded, list[Problem]]:
    """Read a corpus as far as it can be read, and say what could not be."""
    reader = _Reader(store)
    articles = reader.many(store.article_ids(), store.article, store.read_stated)
    published = reader.published() if store.published.is_dir() else None
    corpus = Loaded(
        corpus=reader.one(store.config, store.read_corpus),
        articles={key: article for key, (article, _) in articles.items()},
        stated_digests={key: digest for key, (_, digest) in articles.items()},
        suggestions=reader.many(store.suggestion_ids(), store.suggestions, store.read_suggestions),
        annotations=reader.many(
            store.annotation_ids(), lambda each: store.annotation(*each), lambda each: store.read_annotation(*each)
        ),
        adjudications=reader.many(store.adjudication_ids(), store.adjudication, store.read_adjudication),
        gold=reader.many(store.gold_ids(), store.gold, store.read_gold),
        seeds=reader.many(store.seed_ids(), store.seed, store.read_seed),
        seed_files=reader.many(store.seed_files(), store.seeds.joinpath, lambda name: store.digest(store.seeds / name)),
        splits=reader.one(store.splits, store.read_splits) or None,
        guidelines=reader.text(store.guidelines),
        label_config=reader.text(store.label_config),
        card=reader.text(store.card),
        checksums=None if published is None else reader.text(store.published / CHECKSUMS),
        published_files=None if published is None else {n: d for n, d in published.items() if n != CHECKSUMS},
        unread=frozenset(reader.unread),
    )
    return corpus, reader.problems


@dataclass(slots=True)
class _Reader:
    """Reads files and keeps what went wrong."""

    store: Store
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def one(self, path: Path, read: Callable[[], T]) -> T | None:
        """Read a value, or note why it cannot be read and return nothing."""
        try:
            return read()
        except Refused as refused:
            self.problems += refused.problems
            self.unread.add(self.store.address(path))
            return None

    def many(self, keys: Iterable[K], path: Callable[[K], Path], read: Callable[[K], T]) -> dict[K, T]:
        """Read a value for each key, leaving out those that cannot be read."""
        values = {key: self.one(path(key), partial(read, key)) for key in keys}
        return {key: value for key, value in values.items() if value is not None}

    def text(self, path: Path) -> str | None:
        """Read a text, or note why it cannot be read and return nothing."""
        return self.one(path, partial(self.store.read_text, path))

    def published(self) -> dict[str, str]:
        """Return the hex SHA-256 of each published file, by its path in the folder."""
        folder = self.store.published
        return self.many(self.store.published_files(), folder.joinpath, lambda name: self.store.digest(folder / name))
