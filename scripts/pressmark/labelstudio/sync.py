"""Between a corpus and a server: push and pull, through the store."""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from ..adjudicate import open_sentences
from ..corpus import Corpus
from ..files import canonical_json, write_bytes
from ..model import Annotation, Article, Outcome, Problem, Refused, Unit
from ..store import Store
from .accounts import pseudonyms, require_annotator
from .client import Client, refused
from .decide import pull_decisions
from .projects import ADJUDICATION, ANNOTATION, Project, Wanted, default_title, find_projects, no_project, title_of
from .pull import Known, dated, merge, read_export
from .push import push
from .sending import Passed
from .showing import Suggested, model_version


def wanted(store: Store, title: str | None, own: str = "", **more: Any) -> Wanted:
    """Say what a corpus wants of a project; its title is the corpus's name unless another is given.

    ``own`` is added to the title, ``more`` is what else :class:`Wanted` says.
    """
    corpus = store.read_corpus()
    page, guidelines = store.read_text(store.label_config), store.read_text(store.guidelines)
    base = default_title(corpus.pretty_name) if title is None else title
    return Wanted(corpus.name, title_of(base, own), page, guidelines, **more)


def push_corpus(
    store: Store,
    client: Client,
    ids: Sequence[str],
    title: str | None,
    *,
    suggestions: bool,
    dry_run: bool,
    passed: Passed,
    own: Sequence[str] | None = None,
    overlap: int | None = None,
) -> list[Outcome]:
    """Send the sentences of articles to the server: to one project, or where ``own`` is given, one for each annotator.

    An empty ``own`` means everybody who has an account. ``overlap`` is how many annotators get each sentence. Raises
    Refused, before anything is sent, for what is not ready.
    """
    articles = [store.read_article(each) for each in ids]
    _refuse_uncut(store, articles)
    made = suggested_of(store, articles) if suggestions else None
    if own is None:
        targets = [wanted(store, title, bare=not suggestions, overlap=overlap)]
    else:
        names = _annotators(store, client, own)
        targets = [wanted(store, title, each, annotator=each, bare=not suggestions) for each in names]
    if title is None:
        _refuse_renamed(client, targets)
    pages = [push(client, each, articles, made, dry_run=dry_run, passed=passed) for each in targets]
    return [outcome for page in pages for outcome in page]


def _refuse_renamed(client: Client, targets: Sequence[Wanted]) -> None:
    """Refuse to make a project of a title that nobody named where the corpus has one like it under another title."""
    found = find_projects(client, targets[0].corpus, targets[0].label_config)
    for target in targets:
        like = [p for p in found if (p.purpose, p.annotator, p.redo) == (target.purpose, target.annotator, None)]
        if like and target.title not in {each.title for each in found}:
            fact = f"there is no project {target.title!r} of this corpus, but {like[0].title!r}; was it renamed?"
            repair = f"say which is meant: pressmark studio push --project {shlex.quote(like[0].title)}, or a new title"
            if target.annotator:
                repair = "give it that title again in Label Studio, or name a new one: --blind --project TITLE"
            raise refused(client.url, "studio-project-renamed", fact, repair)


def _annotators(store: Store, client: Client, names: Sequence[str]) -> list[str]:
    """Say who gets a project of their own: those named, else everybody who has an account and a pseudonym."""
    corpus = store.read_corpus()
    for name in names:
        require_annotator(name, corpus.annotators)
    if found := sorted(set(names) or {each for each in people(store, client, corpus).values() if each}):
        return found
    fact, repair = "no annotator has an account", "run: pressmark studio invite NAME; or name them: --for NAME"
    raise refused(client.url, "studio-nobody-invited", fact, repair)


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


def suggested_of(store: Store, articles: Iterable[Article]) -> Suggested:
    """Read what is suggested of articles. Raises Refused (``suggestions-of-other-text``)."""
    everything = {each: store.read_suggestions(each) for each in store.suggestion_ids()}
    made = {}
    for article in articles:
        found = everything.get(article.id) or store.read_suggestions(article.id)
        if (found.text_sha256, found.segmenter) != (article.text_sha256, article.segmenter):
            address = store.address(store.suggestions(article.id))
            fact, repair = "they are of another text or segmentation", f"run: pressmark suggest {article.id}"
            raise Refused(Problem(address, "suggestions-of-other-text", fact, repair))
        made[article.id] = found
    return Suggested(model_version(pair for each in everything.values() for pair in each.suggesters.items()), made)


def projects(store: Store, client: Client, title: str | None) -> list[Project]:
    """Find the corpus's projects on the server: all, or the one of a title. Raises Refused where there is none."""
    page = store.read_text(store.label_config)
    if not (found := find_projects(client, store.read_corpus().name, page, title)):
        raise no_project(client, title)
    return found


def people(store: Store, client: Client, corpus: Corpus, given: Sequence[str] = ()) -> Mapping[int, str | None]:
    """Say which account has which pseudonym; what is ``given`` (EMAIL=NAME) is remembered outside the corpus."""
    known = _known(store)
    for each in given:
        email, _, name = each.rpartition("=")
        if "@" not in email:
            raise Refused(Problem("--as", "bad-pseudonym", f"{each!r} is not EMAIL=NAME", "write it so"), exit_code=2)
        require_annotator(name, corpus.annotators)
        known[email.strip().lower()] = name
    if given:
        write_bytes(store.people, canonical_json(known))
        store.people.chmod(0o600)
    return pseudonyms(client, corpus.annotators, known)


def _known(store: Store) -> dict[str, str]:
    """Read which address has which pseudonym, as was said on this machine before."""
    if not store.people.exists():
        return {}
    known = store.parse(store.people)
    if not isinstance(known, dict) or not all(isinstance(each, str) for each in known.values()):
        address, repair = store.address(store.people), "remove it, and say it again: pressmark studio pull --as"
        raise Refused(Problem(address, "unreadable-file", "it does not say which address is who", repair), exit_code=2)
    return known


def pull_corpus(
    store: Store, client: Client, title: str | None, given: Sequence[str] = ()
) -> tuple[list[Outcome], list[Problem]]:
    """Bring what was decided on the server into corpus/annotations and corpus/adjudication, and make gold of it.

    Return what became of each file, and problems. What is not this corpus's data, or breaks a rule, is a problem; the
    rest is brought in all the same.
    """
    corpus, found = store.read_corpus(), projects(store, client, title)
    articles = {each: store.read_article(each) for each in store.article_ids()}
    accounts, known = people(store, client, corpus, given), pulled_before(store)
    outcomes, problems, brought = list[Outcome](), list[Problem](), list[Annotation]()
    pulled: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for project in found:
        if project.purpose == ANNOTATION:
            reading = read_export(
                client.url, dated(client.annotated(project.id), project.moves), articles, accounts, known
            )
            problems += reading.problems
            for key, units in reading.units.items():
                pulled[key] += units
    for (name, article_id), units in sorted(pulled.items()):
        article = articles[article_id]
        there = known(name, article_id)
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
        brought.append(made)
    decided = [task for each in found if each.purpose == ADJUDICATION for task in client.annotated(each.id)]
    more, wrong = pull_decisions(store, client.url, decided, articles, accounts)
    problems += [each for made in brought for each in invalid_units(store, made)]
    return outcomes + more, problems + wrong


def pulled_before(store: Store) -> Known:
    """Give a function that reads what was pulled before of an annotator and article, each once."""

    @cache
    def read(name: str, article_id: str) -> Annotation | None:
        return store.read_annotation(name, article_id) if store.annotation(name, article_id).exists() else None

    return read


def invalid_units(store: Store, annotation: Annotation) -> list[Problem]:
    """List the units that break a rule, and whose sentence nobody has decided in adjudication either."""
    decided = set[int]()
    if store.adjudication(annotation.article_id).exists():
        made = store.read_adjudication(annotation.article_id)
        decided = {unit.index for unit in made.units} - set(open_sentences(made))
    address = store.address(store.annotation(annotation.annotator, annotation.article_id))
    repair = "have its annotator mend it in Label Studio, then run: pressmark studio pull"
    return [
        Problem(
            f"{address}:units/{i}", "annotation-invalid", f"sentence {unit.index}: {'; '.join(unit.faults)}", repair
        )
        for i, unit in enumerate(annotation.units)
        if unit.status == "invalid" and unit.index not in decided
    ]
