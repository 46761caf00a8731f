"""The places of a corpus folder, and how its files are read and written.

A corpus is a folder that has ``corpus/corpus.toml``; :class:`Store` knows where everything in it lies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import filelock
import msgspec
import tomlkit

from .corpus import Corpus, Seed
from .decision_file import adjudication_toml
from .decisions import Adjudication, Gold
from .files import canonical_json, parse_json, parse_toml, recover_folder, replace_folder, to_plain, write_bytes
from .model import Annotation, Article, Problem, Refused, Suggestions
from .schemas import urn, violations

T = TypeVar("T")
_RELEASED = re.compile(r"README\.md|SHA256SUMS|data/[a-z]+/[a-z]+-\d{5}-of-\d{5}\.parquet")


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

    @property
    def stamp(self) -> Path:
        """What the published folder was last made of; a cache, not part of the corpus."""
        return self.root / ".pressmark" / "release"

    def seed(self, article_id: str) -> Path:
        return self.seeds / f"{article_id}.toml"

    def article(self, article_id: str) -> Path:
        return self.root / "corpus" / "articles" / f"{article_id}.json"

    def suggestions(self, article_id: str) -> Path:
        return self.root / "corpus" / "suggestions" / f"{article_id}.json"

    @property
    def studio(self) -> Path:
        """Where the local Label Studio server lives; never part of the corpus."""
        return self.root / ".pressmark" / "studio"

    @property
    def people(self) -> Path:
        """Which Label Studio account has which pseudonym: addresses, which never enter the corpus."""
        return self.studio / "people.json"

    def annotation(self, annotator: str, article_id: str) -> Path:
        return self.root / "corpus" / "annotations" / annotator / f"{article_id}.json"

    def adjudication(self, article_id: str) -> Path:
        return self.root / "corpus" / "adjudication" / f"{article_id}.toml"

    def gold(self, article_id: str) -> Path:
        return self.root / "corpus" / "gold" / f"{article_id}.json"

    def adjudication_ids(self) -> list[str]:
        return _stems(self.root / "corpus" / "adjudication", ".toml")

    def gold_ids(self) -> list[str]:
        return _stems(self.root / "corpus" / "gold", ".json")

    def annotation_ids(self) -> list[tuple[str, str]]:
        """List annotator and article of all annotations, in alphabetical order."""
        folder = self.root / "corpus" / "annotations"
        annotators = sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
        return [(who, stem) for who in annotators for stem in _stems(folder / who, ".json")]

    def article_ids(self) -> list[str]:
        """List the ids of all articles, in alphabetical order."""
        return _stems(self.root / "corpus" / "articles", ".json")

    def suggestion_ids(self) -> list[str]:
        return _stems(self.root / "corpus" / "suggestions", ".json")

    def seed_ids(self) -> list[str]:
        """List the ids that have a provenance sidecar, in alphabetical order."""
        return _stems(self.seeds, ".toml")

    def wanted(self, article_ids: Sequence[str] | None) -> list[str]:
        """Return the ids asked for, or all. Raises Refused (``unknown-article``, exit code 2) for one not there."""
        there = self.article_ids()
        repair = "the articles are: " + ", ".join([*there[:5], "…"] if len(there) > 5 else there)
        if missing := sorted({*(article_ids or ())} - {*there}):
            unknown = (Problem(each, "unknown-article", "there is no such article", repair) for each in missing)
            raise Refused(*unknown, exit_code=2)
        return list(dict.fromkeys(article_ids or there))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other runs from writing to the corpus meanwhile. Raises Refused (``corpus-busy``, exit code 2)."""
        path = self.root / ".pressmark" / "lock"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with filelock.FileLock(path, timeout=0):
                yield
        except filelock.Timeout:
            fact = "another pressmark is writing to this corpus"
            raise Refused(Problem(str(self.root), "corpus-busy", fact, "wait for it to end"), exit_code=2) from None

    def address(self, path: Path) -> str:
        """Return a path as problems name it: relative to the corpus, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def read_corpus(self) -> Corpus:
        return self._read(self.config, "corpus", Corpus)[0]

    def read_seed(self, article_id: str) -> Seed:
        return self._read(self.seed(article_id), "seed", Seed)[0]

    def read_article(self, article_id: str) -> Article:
        """Read an article. Raises Refused, also (``text-digest-wrong``) when its text is not what it was."""
        article, stated = self.read_stated(article_id)
        if article.text_sha256 != stated:
            address = self.address(self.article(article_id))
            fact = f"the text's SHA-256 is {article.text_sha256[:12]}…, not {stated[:12]}…"
            raise Refused(Problem(address, "text-digest-wrong", fact, f"restore it: git checkout {address}"))
        return article

    def read_stated(self, article_id: str) -> tuple[Article, str]:
        """Read an article and the ``text_sha256`` that its file states, which may be wrong."""
        article, value = self._read(self.article(article_id), "article", Article)
        return article, value["text_sha256"]

    def read_suggestions(self, article_id: str) -> Suggestions:
        return self._read(self.suggestions(article_id), "suggestions", Suggestions)[0]

    def read_annotation(self, annotator: str, article_id: str) -> Annotation:
        return self._read(self.annotation(annotator, article_id), "annotation", Annotation)[0]

    def read_adjudication(self, article_id: str) -> Adjudication:
        return self._read(self.adjudication(article_id), "adjudication", Adjudication)[0]

    def read_gold(self, article_id: str) -> Gold:
        return self._read(self.gold(article_id), "gold", Gold)[0]

    def is_annotated(self, article_id: str) -> bool:
        """Say whether somebody has annotated an article."""
        return self.gold(article_id).exists() or any(stem == article_id for _, stem in self.annotation_ids())

    def read_annotations(self, article_id: str) -> list[Annotation]:
        """Read what every annotator decided about an article, in the order of their pseudonyms."""
        return [self.read_annotation(who, stem) for who, stem in self.annotation_ids() if stem == article_id]

    def _read(self, path: Path, schema: str, to: type[T]) -> tuple[T, dict[str, Any]]:
        """Read a file as a frozen value, and as it is (JSON Schema takes 2.0 for an integer, too)."""
        value = self.load(path, schema)
        try:
            return msgspec.convert(value, to, strict=False), value
        except msgspec.ValidationError as error:  # a number that no float or integer of ours can hold
            fact = f"{error}".replace(" - at `$", " at `")
            raise Refused(Problem(self.address(path), "schema-violation", fact, "mend it")) from None

    def read_stamp(self) -> str:
        """Read what the published folder was last made of; empty when nobody knows."""
        return self.stamp.read_text(encoding="ascii", errors="replace") if self.stamp.is_file() else ""

    def read_splits(self) -> dict[str, str]:
        """Read which article is in which split; empty before the first release.

        Raises Refused (``missing-file``) when it is gone and a dataset is published: a new one could differ.
        """
        if not self.splits.exists() and not (self.published / "README.md").exists():
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

    def read_text(self, path: Path) -> str:
        """Read a text file. Raises Refused when it is missing or not UTF-8."""
        repair = f"restore it: git checkout {self.address(path)}"
        try:
            return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except FileNotFoundError:
            raise Refused(Problem(self.address(path), "missing-file", "there is no such file", repair)) from None
        except (OSError, ValueError) as error:
            fact = f"is not text in UTF-8: {error}"
            raise Refused(Problem(self.address(path), "unreadable-file", fact, repair)) from None

    def digest(self, path: Path) -> str:
        """Return the hex SHA-256 of a file's bytes. Raises Refused when it cannot be read."""
        if path.is_dir():
            repair = "move it elsewhere, and the files that belong here out of it"
            raise Refused(Problem(self.address(path), "unreadable-file", "it is a folder", repair))
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            repair = f"restore it: git checkout {self.address(path)}"
            raise Refused(Problem(self.address(path), "unreadable-file", f"cannot be read: {error}", repair)) from None

    def parse(self, path: Path) -> Any:
        """Read a JSON or TOML file. Raises Refused when it is missing, not UTF-8, cut off or malformed."""
        read: Callable[[str], Any] = parse_toml if path.suffix == ".toml" else parse_json
        try:
            return read(path.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            repair = f"restore it: git checkout {self.address(path)}"
            raise Refused(Problem(self.address(path), "missing-file", "there is no such file", repair)) from None
        except (ValueError, RecursionError, OSError) as error:  # the parsers' and Unicode errors are ValueErrors
            fact = f"is not whole and valid {path.suffix[1:].upper()}: {error}"
            repair = f"mend it, or restore it: git checkout {self.address(path)}"
            raise Refused(Problem(self.address(path), "unreadable-file", fact, repair)) from None

    def seed_files(self) -> list[str]:
        """List the names of what lies in seeds/ beside sidecars, in alphabetical order; hidden files do not count."""
        if not self.seeds.is_dir():
            return []
        return sorted(p.name for p in self.seeds.iterdir() if p.suffix != ".toml" and not p.name.startswith("."))

    def seed_problems(self, article_id: str, seed: Seed) -> list[Problem]:
        """Find what keeps a sidecar from being written: it breaks its schema, or its file is another one's."""
        found = violations(to_plain(seed), "seed", self.address(self.seed(article_id)))
        problems = [replace(each, repair="say it as schema/seed.schema.json asks") for each in found]
        path = self.seeds / seed.file
        if path.exists() and self.digest(path) != seed.sha256:
            repair = "add it under an id of its own: --id ID"
            problems.append(
                Problem(self.address(path), "id-collision", "another file of this name is there already", repair)
            )
        return problems

    def write_seed(self, article_id: str, seed: Seed, content: bytes) -> None:
        """Write a file as received, and its sidecar."""
        write_bytes(self.seeds / seed.file, content)
        self.write_sidecar(article_id, seed)

    def write_sidecar(self, article_id: str, seed: Seed) -> bool:
        """Write a provenance sidecar; return whether the file changed."""
        if problems := self.seed_problems(article_id, seed):
            raise Refused(*problems)
        document = tomlkit.document()
        document.add(tomlkit.comment('Where this article came from. What nobody knows is "unknown".'))
        for name, value in to_plain(seed).items():
            document.add(name, tomlkit.item(value))
        return write_bytes(self.seed(article_id), tomlkit.dumps(document).encode("utf-8"))

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

    def write_annotation(self, annotation: Annotation) -> bool:
        """Write what an annotator decided about an article; return whether the file changed."""
        plain = {"$schema": urn("annotation"), **to_plain(annotation)}
        plain.setdefault("units", [])
        return self.write_json(self.annotation(annotation.annotator, annotation.article_id), plain, "annotation")

    def write_gold(self, gold: Gold) -> bool:
        plain = {"$schema": urn("gold"), **to_plain(gold)}
        for name in ("labels", "spans", "verdicts"):
            plain.setdefault(name, [])
        return self.write_json(self.gold(gold.article_id), plain, "gold")

    def write_adjudication(self, adjudication: Adjudication) -> bool:
        """Write what is to be decided, for people to fill in; return whether the file changed."""
        plain = {"$schema": urn("adjudication"), "annotators": [], "units": [], **to_plain(adjudication)}
        path = self.adjudication(adjudication.article_id)
        if problems := violations(plain, "adjudication", self.address(path)):
            raise Refused(*problems)
        return write_bytes(path, adjudication_toml(plain).encode("utf-8"))

    def write_splits(self, splits: dict[str, str]) -> bool:
        return self.write_json(self.splits, {"$schema": urn("splits"), "splits": splits}, "splits")

    def write_json(self, path: Path, value: dict[str, Any], schema: str) -> bool:
        """Write a value as canonical JSON if it follows its schema; return whether the file changed.

        Raises Refused, and writes nothing, when it does not.
        """
        if problems := violations(value, schema, self.address(path)):
            raise Refused(*problems)
        return write_bytes(path, canonical_json(value))

    def write_published(self, files: Mapping[str, bytes]) -> bool:
        """Replace the published folder by these files as a whole; return whether anything changed.

        Raises Refused (``foreign-file``) when the folder has a file that no release wrote.
        """
        self.refuse_foreign()
        there = {path: (self.published / path).read_bytes() for path in self.published_files()}
        if there == dict(files):
            return False
        replace_folder(self.published.resolve(), files)
        return True

    def published_files(self) -> list[str]:
        """List the files in the published folder as relative paths, without those that a desktop leaves."""
        files = (p.relative_to(self.published).as_posix() for p in self.published.rglob("*") if p.is_file())
        return sorted(path for path in files if not path.endswith(".DS_Store"))

    def refuse_foreign(self) -> None:
        """Raise Refused (``foreign-file``) when the published folder has a file that no release wrote."""
        recover_folder(self.published.resolve())
        listed = {line.split("  ", 1)[-1] for line in self.read_sums().splitlines()}
        own = [path for path in self.published_files() if path in listed or _RELEASED.fullmatch(path)]
        repair = "move it out of the published folder, which a release replaces"
        if foreign := [self.address(self.published / path) for path in self.published_files() if path not in own]:
            raise Refused(*(Problem(place, "foreign-file", "no release wrote this file", repair) for place in foreign))

    def read_sums(self) -> str:
        """Read the list of checksums in the published folder; empty when there is none."""
        sums = self.published / "SHA256SUMS"
        return sums.read_text(encoding="utf-8", errors="replace") if sums.is_file() else ""


def open_corpus(folder: Path) -> Store:
    """Open the corpus in a folder. Raises Refused (``no-corpus``, exit code 2) when there is none."""
    if (folder / "corpus" / "corpus.toml").is_file():
        return Store(folder.absolute())
    repair = f"name the folder that holds corpus/corpus.toml, or make a corpus: pressmark init {folder}"
    raise Refused(Problem(str(folder), "no-corpus", "there is no corpus/corpus.toml in it", repair), exit_code=2)


def find_corpus(start: Path) -> Store:
    """Find the nearest folder upwards that has corpus/corpus.toml. Raises Refused (exit code 2)."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "corpus" / "corpus.toml").is_file():
            return Store(folder)
    fact = "there is no corpus/corpus.toml here or in a folder above"
    repair = "name the corpus with --corpus DIR, or make one: pressmark init DIR"
    raise Refused(Problem(str(start), "no-corpus", fact, repair), exit_code=2)


def _stems(folder: Path, suffix: str) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(p.stem for p in folder.iterdir() if p.suffix == suffix and not p.name.startswith("."))
