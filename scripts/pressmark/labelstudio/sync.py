"""Between a corpus and a server: push, pull and status, through the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..corpus import Corpus
from ..files import canonical_json, write_bytes
from ..model import Annotation, Article, Outcome, Problem, Refused, Suggestions
from ..store import Store
from .accounts import pseudonyms, require_annotator
from .client import Client
from .projects import Project, Wanted, find_project, no_project
from .pull import merge, read_export
from .push import Passed, push

TITLE = (3, 50)
"""How many characters the title of a project has, at least and at most."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an annotator has come with an article."""

    annotator: str
    article: str
    submitted: int
    skipped: int
    drafts: int
    left: int


def wanted(store: Store, title: str | None) -> Wanted:
    """Say what a corpus wants of its project; its title is the corpus's name unless another is given."""
    corpus = store.read_corpus()
    page, guidelines = store.read_text(store.label_config), store.read_text(store.guidelines)
    if title is None:
        title = corpus.pretty_name.strip().ljust(TITLE[0], "_")[: TITLE[1]]
    if not TITLE[0] <= len(title.strip()) <= TITLE[1]:
        fact = f"it has {len(title.strip())} characters, and Label Studio takes {TITLE[0]} to {TITLE[1]}"
        raise Refused(Problem("--project", "studio-project-title", fact, "choose another title"), exit_code=2)
    return Wanted(corpus.name, title.strip(), page, guidelines)


def push_corpus(
    store: Store,
    client: Client,
    ids: Sequence[str],
    title: str | None,
    *,
    suggestions: bool,
    dry_run: bool,
    passed: Passed,
) -> list[Outcome]:
    """Send the sentences of articles to the server. Raises Refused, before anything is sent, for what is not ready."""
    articles = [store.read_article(each) for each in ids]
    _refuse_uncut(store, articles)
    made = _suggestions(store, articles) if suggestions else {}
    return push(client, wanted(store, title), articles, made, dry_run=dry_run, passed=passed)


def _refuse_uncut(store: Store, articles: Iterable[Article]) -> None:
    fact = "the article has not been cut into sentences"
    uncut = [each.id for each in articles if not each.sentences]
    if uncut:
        raise Refused(
            *(
                Problem(store.address(store.article(i)), "no-sentences", fact, f"run: pressmark segment {i}")
                for i in uncut
            )
        )


def _suggestions(store: Store, articles: Iterable[Article]) -> dict[str, Suggestions]:
    made = {}
    for article in articles:
        found = store.read_suggestions(article.id)
        if (found.text_sha256, found.segmenter) != (article.text_sha256, article.segmenter):
            address = store.address(store.suggestions(article.id))
            fact, repair = "they are of another text or segmentation", f"run: pressmark suggest {article.id}"
            raise Refused(Problem(address, "suggestions-of-other-text", fact, repair))
        made[article.id] = found
    return made


def _project(store: Store, client: Client, title: str | None) -> Project:
    asked = wanted(store, title)
    if (project := find_project(client, asked)) is None:
        raise no_project(client, asked.title)
    return project


def people(store: Store, client: Client, corpus: Corpus, given: Sequence[str] = ()) -> Mapping[int, str | None]:
    """Say which account has which pseudonym; what is ``given`` (EMAIL=NAME) is remembered outside the corpus."""
    known: dict[str, str] = store.parse(store.people) if store.people.exists() else {}
    for each in given:
        email, _, name = each.rpartition("=")
        require_annotator(name, corpus.annotators)
        known[email.strip().lower()] = name
    if given:
        write_bytes(store.people, canonical_json(known))
        store.people.chmod(0o600)
    return pseudonyms(client, corpus.annotators, known)


def pull_corpus(
    store: Store, client: Client, title: str | None, given: Sequence[str] = ()
) -> tuple[list[Outcome], list[Problem]]:
    """Bring what was decided on the server into corpus/annotations; return what became of each file, and problems.

    What is not this corpus's data, or breaks a rule, is a problem; the rest is brought in all the same.
    """
    corpus, project = store.read_corpus(), _project(store, client, title)
    articles = {each: store.read_article(each) for each in store.article_ids()}
    accounts = people(store, client, corpus, given)
    reading = read_export(client.url, client.export(project.id), articles, accounts)
    outcomes, problems = list[Outcome](), list(reading.problems)
    for (name, article_id), units in sorted(reading.units.items()):
        article = articles[article_id]
        there = store.read_annotation(name, article_id) if store.annotation(name, article_id).exists() else None
        if there and (there.text_sha256, there.segmenter) != (article.text_sha256, article.segmenter):
            address = store.address(store.annotation(name, article_id))
            fact = "it is of another text or segmentation of the article"
            problems.append(Problem(address, "annotation-of-other-text", fact, f"restore it: git checkout {address}"))
            continue
        made = merge(article, name, corpus.annotators[name], there, units)
        changed = store.write_annotation(made)
        counts = Counter(unit.status for unit in made.units)
        said = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
        outcomes.append(Outcome(f"{name}/{article_id}", "pulled" if changed else "unchanged", said))
        problems += invalid_units(store, made)
    return outcomes, problems


def invalid_units(store: Store, annotation: Annotation) -> list[Problem]:
    """List the units that break a rule."""
    address = store.address(store.annotation(annotation.annotator, annotation.article_id))
    repair = "have its annotator mend it in Label Studio, then run: pressmark studio pull"
    return [
        Problem(
            f"{address}:units/{i}", "annotation-invalid", f"sentence {unit.index}: {'; '.join(unit.faults)}", repair
        )
        for i, unit in enumerate(annotation.units)
        if unit.status == "invalid"
    ]


def status(store: Store, client: Client, title: str | None) -> list[Progress]:
    """Say how far each annotator has come with each article of the project."""
    project = _project(store, client, title)
    accounts = people(store, client, store.read_corpus())
    totals: Counter[str] = Counter()
    counts: Counter[tuple[str, str, str]] = Counter()
    for task in client.export(project.id):
        article = str(task["data"].get("article_id"))
        totals[article] += 1
        for each in _latest(task["annotations"]):
            counts[_name(each, accounts), article, "skipped" if each.get("was_cancelled") else "submitted"] += 1
        for each in task.get("drafts") or ():
            counts[_name(each, accounts), article, "drafts"] += 1
    found = sorted({(name, article) for name, article, _ in counts})
    made = []
    for name, article in found:
        done, skipped, drafts = (counts[name, article, what] for what in ("submitted", "skipped", "drafts"))
        made.append(Progress(name, article, done, skipped, drafts, totals[article] - done - skipped))
    return made


def _latest(annotations: Iterable[Any]) -> list[Any]:
    """Keep the last annotation of each account."""
    return list({_account(each): each for each in sorted(annotations, key=lambda a: str(a["updated_at"]))}.values())


def _account(item: Any) -> Any:
    by = item.get("completed_by", item.get("user"))
    return by["id"] if isinstance(by, dict) else by


def _name(item: Any, accounts: Mapping[int, str | None]) -> str:
    account = _account(item)
    return accounts.get(account) or f"account {account}"


def as_plain(rows: Iterable[Progress]) -> list[dict[str, Any]]:
    """Turn progress into plain JSON values."""
    return [asdict(row) for row in rows]
