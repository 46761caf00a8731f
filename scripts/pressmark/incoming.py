"""Bring files into the corpus: those named by a user, and those that lie in seeds/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from . import ingest
from .model import Article, Outcome, Problem, Refused
from .store import Seed, Store


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to add, read and checked."""

    name: str
    article_id: str
    content: bytes
    extracted: ingest.Extracted

    @property
    def file(self) -> str:
        return PurePath(self.name).name


def add(store: Store, files: Sequence[Path], article_id: str | None, facts: Mapping[str, str]) -> list[Outcome]:
    """Add files as articles: copy each into seeds/ with its provenance, and write its article.

    All files are checked before anything is written. A text that is there already changes nothing. Raises Refused.
    """
    if article_id is not None and len(files) > 1:
        fact = f"one id was given for {len(files)} files"
        raise Refused(Problem("--id", "bad-id", fact, "add the files one at a time"), exit_code=2)
    incoming = _read_all(files, article_id)
    _refuse_taken(store, incoming)
    known = {store.read_article(each).text_sha256: each for each in store.article_ids()}
    facts = _default_language(store) | dict(facts)
    return [_add(store, each, facts, known) for each in incoming]


def _read_all(files: Sequence[Path], article_id: str | None) -> list[Incoming]:
    """Read and check all files; refuse with the problems of all of them."""
    incoming, problems = list[Incoming](), list[Problem]()
    if article_id is not None:
        ingest.check_id(article_id)
    for file in files:
        try:
            content = _read_file(file)
            incoming.append(
                Incoming(
                    str(file), article_id or ingest.safe_id(file.name), content, ingest.extract(content, str(file))
                )
            )
        except Refused as refused:
            if refused.exit_code == 2:
                raise
            problems += refused.problems
    problems += ingest.collisions([(each.name, each.article_id) for each in incoming])
    if problems:
        raise Refused(*problems)
    return incoming


def _read(file: Path, article_id: str | None) -> Incoming:
    content = _read_file(file)
    return Incoming(str(file), article_id or ingest.safe_id(file.name), content, ingest.extract(content, str(file)))


def _read_file(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fact = "it is a folder" if file.is_dir() else (error.strerror or str(error)).lower()
        repair = f"name the files in it: {file}/*.txt" if file.is_dir() else "check the path and its permissions"
        raise Refused(Problem(str(file), "unreadable-file", fact, repair)) from None


def _refuse_taken(store: Store, incoming: Iterable[Incoming]) -> None:
    """Refuse another text under an id that is taken: texts are immutable."""
    problems = []
    for each in incoming:
        if each.article_id not in store.article_ids():
            continue
        if store.read_article(each.article_id).text != each.extracted.text:
            fact = f"the article {each.article_id!r} is in the corpus with another text, and texts never change"
            problems.append(Problem(each.name, "id-taken", fact, "add it under an id of its own: --id ID"))
    if problems:
        raise Refused(*problems)


def _default_language(store: Store) -> dict[str, str]:
    languages = store.read_corpus().language
    return {"language": languages[0]} if len(languages) == 1 else {}


def _add(store: Store, each: Incoming, facts: Mapping[str, str], known: dict[str, str]) -> Outcome:
    digest = hashlib.sha256(each.extracted.text.encode()).hexdigest()
    if (there := known.get(digest)) is not None:
        return Outcome(each.name, "unchanged", f"its text is in the corpus as {there}")
    known[digest] = each.article_id
    file = each.article_id + PurePath(each.name).suffix.lower()
    seed = ingest.seed_of(each.content, file, each.extracted, dict(facts))
    article = ingest.to_article(each.article_id, each.extracted.text, seed)
    store.check_seed(each.article_id, seed)
    store.write_seed(each.article_id, seed, each.content)
    store.write_article(article)
    return Outcome(each.name, "added", each.article_id)


def take_in_seeds(store: Store) -> list[Outcome]:
    """Bring the articles in step with seeds/: give each new file a sidecar, and each sidecar its article.

    All files are checked before anything is written. Raises Refused, also when a seed's text is no longer the
    article's.
    """
    seeds = {each: store.read_seed(each) for each in store.seed_ids()}
    described = {seed.file for seed in seeds.values()}
    new = _read_all([store.seeds / name for name in store.seed_files() if name not in described], None)
    _refuse_described(store, new, seeds)
    language = _default_language(store)
    fresh = {
        each.article_id: ingest.seed_of(each.content, PurePath(each.name).name, each.extracted, language)
        for each in new
    }
    wanted, problems = [], list[Problem]()
    for article_id, seed in {**seeds, **fresh}.items():
        try:
            wanted.append((article_id, seed, _article_of(store, article_id, seed)))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return [_take_in(store, *each) for each in wanted]


def _refuse_described(store: Store, new: Iterable[Incoming], seeds: Mapping[str, Seed]) -> None:
    problems = [
        Problem(
            store.address(Path(each.name)),
            "id-collision",
            f"its id would be {each.article_id!r}, which is that of seeds/{seeds[each.article_id].file}",
            "rename one of the two",
        )
        for each in new
        if each.article_id in seeds
    ]
    if problems:
        raise Refused(*problems)


def _article_of(store: Store, article_id: str, seed: Seed) -> Article:
    """Make the article of a seed; keep the sentences of the one that is there. Raises Refused."""
    path, taken = store.seeds / seed.file, store.address(store.article(article_id))
    if not ingest.ARTICLE_ID.fullmatch(article_id):
        fact = f"{article_id!r} is not an article id"
        raise Refused(Problem(store.address(store.seed(article_id)), "bad-id", fact, "rename the file, e.g. a1.toml"))
    content = _read_file(path)
    if hashlib.sha256(content).hexdigest() != seed.sha256:
        fact = f"its SHA-256 is not the one in {store.address(store.seed(article_id))}"
        raise Refused(Problem(store.address(path), "seed-changed", fact, "restore the file as it was received"))
    there = store.read_article(article_id) if article_id in store.article_ids() else None
    if there and there.provenance.file_sha256 == seed.sha256:
        text = there.text
    else:
        text = ingest.extract(content, store.address(path)).text
    if there and there.text != text:
        fact = f"its text is not that of {taken}, and texts never change"
        raise Refused(Problem(store.address(path), "id-taken", fact, "give the file another name, or restore it"))
    article = ingest.to_article(article_id, text, seed)
    return replace(article, segmenter=there.segmenter, sentences=there.sentences) if there else article


def _take_in(store: Store, article_id: str, seed: Seed, article: Article) -> Outcome:
    new = store.write_sidecar(article_id, seed) if not store.seed(article_id).exists() else False
    changed = store.write_article(article)
    return Outcome(article_id, "added" if new or changed else "unchanged")
