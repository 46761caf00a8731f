"""Read annotations from a corpus and measure how far annotators agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .agreement import Agreement, carried, measure, older_since, tables, versions
from .model import Annotation, Article, Problem, Refused
from .store import Store


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to be compared: articles by id, annotations, a version of the guidelines, and the annotators asked for.

    Of ``annotators``, one is compared with each of the others, several among themselves (none: all).
    """

    articles: dict[str, Article]
    annotations: list[Annotation]
    guideline_version: str
    annotators: tuple[str, ...]


def to_compare(
    store: Store,
    guideline_version: str | None = None,
    article_ids: Sequence[str] | None = None,
    annotators: Sequence[str] = (),
    since: str | None = None,
) -> Comparison:
    """Read what is to be compared (default: under the newest version that two annotators worked under).

    ``since``: decisions made under this version or a later one count, too, where there is none under the version
    itself, which is then the newest that anybody worked under. Raises Refused (exit code 2): ``unknown-annotator``,
    ``bad-version``; ``no-agreement`` when no two annotators submitted the same sentence under the version.
    """
    articles = {each: store.read_article(each) for each in store.wanted(article_ids)}
    annotations = [each for article_id in articles for each in store.read_annotations(article_id)]
    names = tuple(dict.fromkeys(annotators))
    if unknown := [name for name in names if name not in store.read_corpus().annotators]:
        fact, repair = "corpus.toml does not name this annotator", "choose one of its [annotators]"
        raise Refused(*(Problem(name, "unknown-annotator", fact, repair) for name in unknown), exit_code=2)
    if since:
        annotations = carried(annotations, since, guideline_version)
    there = versions(annotations, names)
    version_ = guideline_version or (there[-1] if there else "")
    if version_ not in there:
        fact = "no two annotators have submitted the same sentence" + (f" under {version_}" if version_ else "")
        repair = f"choose one of these versions: {', '.join(there)}" if there else "run: pressmark studio pull"
        raise Refused(Problem("corpus/annotations", "no-agreement", fact, repair), exit_code=2)
    return Comparison(articles, annotations, version_, names)


def agreement(compared: Comparison) -> Agreement:
    """Measure how far annotators agree."""
    return measure(compared.articles, compared.annotations, compared.guideline_version, compared.annotators)


def left_out(compared: Comparison) -> tuple[str, ...]:
    """Say what decisions under older guidelines would add, and how to have them count; nothing where they add none."""
    if (older := older_since(compared.annotations, compared.guideline_version)) is None:
        return ()
    since, few, many = older
    told = f"Two annotators share {few} sentences under guidelines {compared.guideline_version}, and {many} with "
    return (f"{told}decisions since {since}. If what was left as it was still holds: --since {since}.",)


def agreement_tables(store: Store) -> str:
    """Lay out agreement under every version of the guidelines, the newest first, as Markdown; empty without any."""
    annotations = [store.read_annotation(*each) for each in store.annotation_ids()]
    found = [agreement(to_compare(store, version_)) for version_ in reversed(versions(annotations))]
    return "\n".join(tables(each) for each in found)
