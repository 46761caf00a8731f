"""Bring files into the corpus: those named by a user, and those that lie in seeds/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from . import ingest
from .corpus import Seed
from .model import Article, Outcome, Problem, Refused
from .store import Store


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
    incoming = _read_all({str(file): file for file in files}, article_id)
    _refuse_taken(store, incoming)
    known = {store.read_article(each).text_sha256: each for each in store.article_ids()}
    return [_add(store, each, facts, known) for each in incoming]


def _read_all(files: Mapping[str, Path], article_id: str | None = None) -> list[Incoming]:
    """Read and check all files, by the names that problems give them; refuse with the problems of all of them."""
    incoming, problems = list[Incoming](), list[Problem]()
    if article_id is not None:
        ingest.check_id(article_id)
    for name, file in files.items():
        try:
            incoming.append(_read(name, file, article_id))
        except Refused as refused:
            if refused.exit_code == 2:
                raise
            problems += refused.problems
    problems += ingest.collisions([(each.name, each.article_id) for each in incoming])
    if problems:
        raise Refused(*problems)
    return incoming


def _read(name: str, file: Path, article_id: str | None) -> Incoming:
    content = _read_file(file, name)
    return Incoming(name, article_id or ingest.safe_id(file.name), content, ingest.extract(content, name))


def _read_file(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fact = "it is a folder" if file.is_dir() else (error.strerror or str(error)).lower()
        repair = f"name the files in it: {file}/*.txt" if file.is_dir() else "check the path and its permissions"
        raise Refused(Problem(name, "unreadable-file", fact, repair)) from None


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


def _default_language(store: Store) -> str:
    languages = store.read_corpus().language
    return languages[0] if len(languages) == 1 else ingest.UNKNOWN


def _add(store: Store, each: Incoming, facts: Mapping[str, str], known: dict[str, str]) -> Outcome:
    digest = hashlib.sha256(each.extracted.text.encode()).hexdigest()
    if (there := known.get(digest)) is not None:
        return Outcome(each.name, "unchanged", f"its text is in the corpus as {there}")
    known[digest] = each.article_id
    file = each.article_id + PurePath(each.name).suffix.lower()
    seed = ingest.seed_of(each.content, file, each.extracted, facts, _default_language(store))
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
    new = _read_all({f"seeds/{name}": store.seeds / name for name in store.seed_files() if name not in described})
    _refuse_described(store, new, seeds)
    language = _default_language(store)
    fresh = {each.article_id: ingest.seed_of(each.content, each.file, each.extracted, {}, language) for each in new}
    wanted, problems = [], list[Problem]()
    for article_id, seed in {**seeds, **fresh}.items():
        try:
            wanted.append((article_id, seed, _article_of(store, article_id, seed)))
        except Refused as refused:
            problems += refused.problems
    problems += _repeated([(seed.file, article) for _, seed, article in wanted])
    if problems:
        raise Refused(*problems)
    return [_take_in(store, *each) for each in wanted]


def _repeated(articles: Iterable[tuple[str, Article]]) -> list[Problem]:
    """Find seeds whose text is that of another one."""
    first, problems = dict[str, str](), list[Problem]()
    for file, article in articles:
        there = first.setdefault(article.text_sha256, file)
        if there != file:
            fact = f"its text is that of seeds/{there}"
            problems.append(Problem(f"seeds/{file}", "text-repeated", fact, "remove one of the two"))
    return problems


def _refuse_described(store: Store, new: Iterable[Incoming], seeds: Mapping[str, Seed]) -> None:
    problems = [
        Problem(
            each.name,
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
    content = _read_file(path, store.address(path))
    if hashlib.sha256(content).hexdigest() != seed.sha256:
        fact = f"its SHA-256 is not the one in {store.address(store.seed(article_id))}"
        raise Refused(Problem(store.address(path), "seed-file-changed", fact, "restore the file as it was received"))
    there = store.read_article(article_id) if article_id in store.article_ids() else None
    if there and ingest.is_html(seed.file):  # noqa: SIM108 - another version of the extractor may give another text
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
