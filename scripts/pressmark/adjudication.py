"""Adjudicate the articles of a corpus: read through the store, decide nothing, write what is open and what is gold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .adjudicate import MAJORITY, MANUAL, decide_by, latest_version, open_decisions, prepare, settle
from .agreement import carried, versions
from .checks.span_rules import broken
from .decisions import Adjudication
from .model import Annotation, Article, Outcome, Problem, Refused
from .store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """How to adjudicate. ``named``: the articles were asked for by name.

    ``guideline_version``: the one adjudicated before, else the newest that two annotators worked under. ``policy``:
    see :func:`pressmark.adjudicate.decide_by`; None leaves what a policy decided before. ``since``: the version of
    guidelines since which decisions count where nothing was decided anew (None: as adjudicated before).
    """

    audit: bool = False
    named: bool = False
    guideline_version: str | None = None
    policy: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An article, what annotators gave of it, and what is to be decided and was decided.

    ``reopened`` counts spans that somebody had decided on, whose versions have changed since.
    """

    article: Article
    annotations: tuple[Annotation, ...]
    made: Adjudication
    reopened: int = 0

    def listed(self, before: Adjudication, *, audit: bool) -> Adjudication:
        """List what is to be decided, with what was decided ``before``."""
        version, since = self.made.guideline_version, self.made.since
        return prepare(self.article, self.annotations, version, audit=audit, before=before, since=since)


def read_cases(store: Store, ids: Iterable[str], asked: Asked) -> tuple[list[Case], list[Problem]]:
    """Work out what is to be decided about articles; a problem for each named one that nobody can adjudicate yet.

    Articles that fewer than two annotators have submitted are passed over, unless they are ``named``. Raises Refused:
    ``no-agreement`` where there is nothing at all, or nothing under the version asked for; ``adjudicated-before``;
    ``unknown-annotator`` for a policy.
    """
    _refuse_unknown(store, asked.policy)
    cases, problems = list[Case](), list[Problem]()
    for article_id in ids:
        annotations = tuple(store.read_annotations(article_id))
        before = decisions_of(store, article_id)
        held = carried(annotations, asked.since, asked.guideline_version) if asked.since else annotations
        _refuse_other_version(store, article_id, held, before, asked.guideline_version)
        if version := asked.guideline_version or latest_version(held, before):
            cases.append(_case(store.read_article(article_id), annotations, version, before, asked))
        elif asked.named:
            problems.append(_nothing_to_compare(article_id, annotations))
    _refuse_absent(asked.policy, cases)
    if not cases and not problems:
        every = [store.read_annotation(*each) for each in store.annotation_ids()]
        raise Refused(_nothing_to_compare("corpus/annotations", every), exit_code=2)
    return cases, problems


def decisions_of(store: Store, article_id: str) -> Adjudication | None:
    """Read what was decided about an article; None where nothing was listed yet."""
    return store.read_adjudication(article_id) if store.adjudication(article_id).exists() else None


def case_of(store: Store, article_id: str) -> Case | None:
    """Work out what is to be decided about an article; None where nobody can adjudicate it yet."""
    annotations, before = tuple(store.read_annotations(article_id)), decisions_of(store, article_id)
    version = latest_version(annotations, before)
    return _case(store.read_article(article_id), annotations, version, before, Asked()) if version else None


def _case(
    article: Article, annotations: tuple[Annotation, ...], version: str, before: Adjudication | None, asked: Asked
) -> Case:
    audit = asked.audit or bool(before and before.audit)
    since = asked.since or (before.since if before and before.guideline_version == version else None)
    made = prepare(article, annotations, version, audit=audit, before=before, since=since)
    decided = made if asked.policy is None else decide_by(asked.policy, made)
    return Case(article, annotations, decided, _reopened(before, decided))


def _reopened(before: Adjudication | None, made: Adjudication) -> int:
    """Count the spans that a person had decided on and that are open now."""
    decided = {item.key for unit in before.units for item in unit.items if item.take and item.who} if before else set()
    return sum(item.key in decided and not item.take for unit in made.units for item in unit.items)


def adjudicate_articles(store: Store, ids: Iterable[str], asked: Asked) -> tuple[list[Outcome], list[Problem]]:
    """List what is to be decided about each article, and write the gold of those where all is."""
    cases, problems = read_cases(store, ids, asked)
    outcomes = []
    for case in cases:
        outcome, found = write_case(store, case)
        outcomes.append(outcome)
        problems += found
    return outcomes, problems


def write_case(store: Store, case: Case) -> tuple[Outcome, list[Problem]]:
    """Write the decisions about an article, and its gold when none is open; return what is open or breaks a rule."""
    article, made, path = case.article, case.made, store.adjudication(case.article.id)
    store.write_adjudication(made)
    if open_ := open_decisions(made, store.address(path)):
        total = sum(len(unit.items) for unit in made.units)
        again = f", reopened since versions changed: {case.reopened}" if case.reopened else ""
        return Outcome(article.id, "listed", f"{total} spans in {len(made.units)} sentences{again}"), open_
    everything = prepare(article, case.annotations, made.guideline_version, audit=True, since=made.since)
    gold = settle(article, everything, made)
    address = store.address(store.gold(article.id))
    repair = f"mend the decision in {store.address(path)}, then run: pressmark adjudicate {article.id}"
    wrong = [
        replace(each, address=f"{address}:{place}", repair=repair)
        for place, each in broken(article, gold.labels, gold.spans)
    ]
    if wrong:
        return Outcome(article.id, "not adjudicated", f"{len(wrong)} problems"), wrong
    changed = store.write_gold(gold)
    return Outcome(article.id, "adjudicated" if changed else "unchanged", f"{len(gold.spans)} spans"), []


def _refuse_unknown(store: Store, policy: str | None) -> None:
    if policy not in (None, MANUAL, MAJORITY, *(there := store.read_corpus().annotators)):
        fact, known = f"{policy!r} is no policy", ", ".join([MANUAL, MAJORITY, *there])
        raise Refused(Problem("--policy", "unknown-annotator", fact, f"choose one of these: {known}"), exit_code=2)


def _refuse_absent(policy: str | None, cases: Iterable[Case]) -> None:
    """Refuse as a policy an annotator who submitted none of the articles: nothing could be decided so."""
    there = sorted({name for case in cases for name in case.made.annotators})
    if there and policy not in (None, MANUAL, MAJORITY, *there):
        fact, repair = f"{policy} has annotated none of these articles", f"choose one of these: {', '.join(there)}"
        raise Refused(Problem("--policy", "unknown-annotator", fact, repair), exit_code=2)


def _refuse_other_version(
    store: Store,
    article_id: str,
    annotations: Iterable[Annotation],
    before: Adjudication | None,
    guideline_version: str | None,
) -> None:
    """Refuse to adjudicate under a version that nobody worked under, or where decisions under another would be lost."""
    if guideline_version is None:
        return
    if guideline_version not in (there := versions(tuple(annotations))):
        fact = f"no two annotators have submitted the same sentence of it under {guideline_version}"
        repair = f"choose one of these versions: {', '.join(there) or 'none yet'}"
        raise Refused(Problem(article_id, "no-agreement", fact, repair), exit_code=2)
    if before and before.guideline_version != guideline_version and before.is_begun:
        address = store.address(store.adjudication(article_id))
        fact = f"it holds decisions under {before.guideline_version}, which would be lost"
        raise Refused(Problem(address, "adjudicated-before", fact, "move it elsewhere first"), exit_code=2)


def _nothing_to_compare(address: str, annotations: Iterable[Annotation]) -> Problem:
    """Say why there is nothing to adjudicate, and what would change that."""
    invalid = sum(unit.status == "invalid" for each in annotations for unit in each.units)
    fact, repair = "no two annotators have submitted the same sentence", "run: pressmark studio pull"
    if invalid:
        fact += f" without breaking a rule; {invalid} submissions break one"
        repair = f"have them mended in Label Studio, then {repair}"
    return Problem(address, "no-agreement", fact, repair)
