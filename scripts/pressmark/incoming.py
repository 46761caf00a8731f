"""Bring files into the corpus: those named by a user, and those that lie in seeds/."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import ingest
from .corpus import Seed
from .model import Article, Outcome, Problem, Refused
from .store import Store


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to take in, read and checked; ``name`` is how problems call it."""

    name: str
    path: Path
    article_id: str
    content: bytes
    extracted: ingest.Extracted


@dataclass(frozen=True, slots=True)
class Planned:
    """An article to be written, with its sidecar and the file as received."""

    article: Article
    seed: Seed
    content: bytes


def add(store: Store, files: Sequence[Path], article_id: str | None, facts: Mapping[str, str]) -> list[Outcome]:
    """Add files as articles: copy each into seeds/ with its provenance, and write its article.

    All files are checked before anything is written: either all are added, or none. A text that is there already
    changes nothing. Raises Refused.
    """
    if article_id is not None and len(files) > 1:
        fact = f"one id was given for {len(files)} files"
        raise Refused(Problem("--id", "bad-id", fact, "add the files one at a time"), exit_code=2)
    incoming = _read_all({str(file): file for file in files}, article_id)
    known = {store.read_article(each).text_sha256: each for each in store.article_ids()}
    outcomes, planned, problems = list[Outcome](), list[Planned](), list[Problem]()
    for each in incoming:
        digest = hashlib.sha256(each.extracted.text.encode()).hexdigest()
        if (there := known.setdefault(digest, each.article_id)) != each.article_id or _has_article(
            store, there, digest
        ):
            outcomes.append(Outcome(each.name, "unchanged", _told_before(there, facts)))
            continue
        plan = _plan(store, each, facts)
        problems += _obstacles(store, each, plan)
        planned.append(plan)
        outcomes.append(Outcome(each.name, "added", each.article_id))
    if problems:
        raise Refused(*problems)
    for plan in planned:
        store.write_seed(plan.article.id, plan.seed, plan.content)
        store.write_article(plan.article)
    return outcomes


def _told_before(there: str, facts: Mapping[str, str]) -> str:
    told = f"its text is in the corpus as {there}"
    return f"{told}; {', '.join(facts)} not noted: edit seeds/{there}.toml" if facts else told


def _has_article(store: Store, article_id: str, digest: str) -> bool:
    return store.article(article_id).exists() and store.read_article(article_id).text_sha256 == digest


def _plan(store: Store, each: Incoming, facts: Mapping[str, str]) -> Planned:
    """Plan an article; a file that lies in seeds/ already keeps its name."""
    lies_there = each.path.absolute().parent.resolve() == store.seeds.resolve()
    file = each.path.name if lies_there else each.article_id + each.path.suffix.lower()
    seed = ingest.seed_of(each.content, file, each.extracted, facts, _default_language(store))
    return Planned(ingest.to_article(each.article_id, each.extracted.text, seed), seed, each.content)


def _obstacles(store: Store, each: Incoming, plan: Planned) -> list[Problem]:
    """Find what keeps an article from being added: its id is taken, or what was said of it breaks a rule."""
    own_id = "add it under an id of its own: --id ID"
    if store.article(each.article_id).exists():
        fact = f"the article {each.article_id!r} is in the corpus with another text, and texts never change"
        return [Problem(each.name, "id-taken", fact, own_id)]
    if store.seed(each.article_id).exists():
        fact = f"{store.address(store.seed(each.article_id))} is there already"
        return [Problem(each.name, "id-taken", fact, f"{own_id}; or take in what lies in seeds/: pressmark dataset")]
    return store.seed_problems(each.article_id, plan.seed) + _undeclared(store, {each.article_id: plan.seed})


def _undeclared(store: Store, seeds: Mapping[str, Seed]) -> list[Problem]:
    """Find seeds in a language that the corpus does not list."""
    declared = {tag.split("-")[0].lower() for tag in (*store.read_corpus().language, ingest.UNKNOWN, "und")}
    repair = "add it to language in corpus/corpus.toml, or give another: --language TAG, language in the sidecar"
    return [
        Problem(f"seeds/{seed.file}", "language-undeclared", f"the corpus has no {seed.language!r}", repair)
        for seed in seeds.values()
        if seed.language.split("-")[0].lower() not in declared
    ]


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
    ingest.check_suffix(name)
    return Incoming(name, file, article_id or ingest.safe_id(file.name), content, ingest.extract(content, name))


def _read_file(file: Path, name: str) -> bytes:
    """Read a plain file that is not too large. Raises Refused."""
    try:
        if file.exists() and not file.is_file():
            fact = "it is a folder" if file.is_dir() else "it is not a plain file"
            raise Refused(Problem(name, "unreadable-file", fact, "give plain files"))
        ingest.check_size(file.stat().st_size, name)
        return file.read_bytes()
    except OSError as error:
        fact, repair = (error.strerror or str(error)).lower(), "check the path and its permissions"
        raise Refused(Problem(name, "unreadable-file", fact, repair)) from None


def _default_language(store: Store) -> str:
    languages = store.read_corpus().language
    return languages[0] if len(languages) == 1 else ingest.UNKNOWN


def take_in_seeds(store: Store) -> list[Outcome]:
    """Bring the articles in step with seeds/: give each new file a sidecar, and each sidecar its article.

    All files are checked before anything is written. Raises Refused, also when a seed's text is no longer the
    article's.
    """
    seeds = {each: store.read_seed(each) for each in store.seed_ids()}
    described = {seed.file for seed in seeds.values()}
    new = _read_all({f"seeds/{name}": store.seeds / name for name in store.seed_files() if name not in described})
    problems = _described(new, seeds)
    fresh = {each.article_id: _fresh_seed(store, each) for each in new}
    wanted: list[tuple[Article, Seed]] = []
    for article_id, seed in {**fresh, **seeds}.items():
        try:
            wanted.append((_article_of(store, article_id, seed), seed))
        except Refused as refused:
            problems += refused.problems
    problems += _repeated([(seed.file, article) for article, seed in wanted])
    problems += [problem for article_id, seed in fresh.items() for problem in store.seed_problems(article_id, seed)]
    problems += _undeclared(store, {**fresh, **seeds}) + _left_over(store, {*fresh, *seeds})
    if problems:
        raise Refused(*problems)
    return [_take_in(store, article, seed) for article, seed in wanted]


def _left_over(store: Store, ids: Collection[str]) -> list[Problem]:
    """Find what speaks of articles that no file in seeds/ gives."""
    kinds = (
        ("article-without-seed", store.article_ids(), store.article, "restore its files in seeds/, or remove it"),
        ("suggestions-without-article", store.suggestion_ids(), store.suggestions, "remove it"),
        ("split-without-article", sorted(store.read_splits()), lambda _: store.splits, "remove its line"),
    )
    return [
        Problem(store.address(place(each)), id_, f"no file in seeds/ gives {each!r}", repair)
        for id_, there, place, repair in kinds
        for each in there
        if each not in ids
    ]


def _fresh_seed(store: Store, each: Incoming) -> Seed:
    """Make the sidecar of a file that has none; where its article is there, of what the article remembers."""
    if not store.article(each.article_id).exists():
        return ingest.seed_of(each.content, each.path.name, each.extracted, {}, _default_language(store))
    return ingest.remembered(store.read_article(each.article_id), each.path.name, each.content)


def _repeated(articles: Iterable[tuple[str, Article]]) -> list[Problem]:
    """Find seeds whose text is that of another one."""
    first, problems = dict[str, str](), list[Problem]()
    for file, article in articles:
        there = first.setdefault(article.text_sha256, file)
        if there != file:
            fact = f"its text is that of seeds/{there}"
            problems.append(Problem(f"seeds/{file}", "text-repeated", fact, "remove one of the two"))
    return problems


def _described(new: Iterable[Incoming], seeds: Mapping[str, Seed]) -> list[Problem]:
    """Find new files whose id is that of a sidecar for another file."""
    return [
        Problem(
            each.name,
            "id-collision",
            f"its id would be {each.article_id!r}, which is that of seeds/{seeds[each.article_id].file}",
            "rename one of the two",
        )
        for each in new
        if each.article_id in seeds
    ]


def _article_of(store: Store, article_id: str, seed: Seed) -> Article:
    """Make the article of a seed; keep the sentences of the one that is there. Raises Refused."""
    path, sidecar = store.seeds / seed.file, store.address(store.seed(article_id))
    if not ingest.ARTICLE_ID.fullmatch(article_id):
        fact = f"{article_id!r} is not an article id"
        raise Refused(Problem(sidecar, "bad-id", fact, "rename the file, e.g. a1.toml"))
    content = _read_file(path, store.address(path))
    if hashlib.sha256(content).hexdigest() != seed.sha256:
        fact = f"its SHA-256 is not the one in {sidecar}"
        raise Refused(Problem(store.address(path), "seed-file-changed", fact, "restore the file as it was received"))
    there = store.read_article(article_id) if store.article(article_id).exists() else None
    text = _text_of(content, store.address(path), there)
    if there and there.text != text:
        fact = f"its text is not that of {store.address(store.article(article_id))}, and texts never change"
        raise Refused(Problem(store.address(path), "id-taken", fact, "give the file another name, or restore it"))
    article = ingest.to_article(article_id, text, seed)
    return replace(article, segmenter=there.segmenter, sentences=there.sentences) if there else article


def _text_of(content: bytes, name: str, there: Article | None) -> str:
    """Extract a seed's text; of a web page keep the one that is there: extractors change from version to version."""
    return there.text if there and ingest.is_html(name) else ingest.extract(content, name).text


def _take_in(store: Store, article: Article, seed: Seed) -> Outcome:
    new = store.write_sidecar(article.id, seed) if not store.seed(article.id).exists() else False
    changed = store.write_article(article)
    return Outcome(article.id, "added" if new or changed else "unchanged")
