"""Run the stages over a corpus: read through the store, call a stage, write through the store."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version

from .comparison import agreement_tables
from .files import write_bytes
from .incoming import take_in_seeds
from .markers import fill
from .model import Outcome, Problem, Refused
from .release.build import build_release, front_matter_problems
from .release.tables import Labelled
from .report import progress, working
from .resources import PACKAGE, resource
from .segment import SEGMENTER, segment
from .splits import assign_splits
from .store import Store
from .suggest import RULES, Suggester, suggest
from .suggested import is_current, kept, refuse_broken
from .validate import validate
from .vocabulary import vocabulary


def segment_articles(store: Store, ids: Iterable[str], *, again: bool = True) -> Iterator[Outcome]:
    """Segment articles; ``again`` also those that this version of the segmenter has cut already.

    An article that was annotated as an earlier version cut it stays so. Raises Refused (``article-annotated``) where
    it is to be cut ``again``.
    """
    for article_id in ids:
        article = store.read_article(article_id)
        if article.segmenter == SEGMENTER and article.sentences and not again:
            yield Outcome(article_id, "unchanged")
            continue
        if article.sentences and article.segmenter != SEGMENTER and store.is_annotated(article_id):
            if again:
                fact = f"it was annotated as {article.segmenter} cut it, and would be cut anew by {SEGMENTER}"
                repair = "leave it as it is: its annotations would not fit"
                raise Refused(Problem(store.address(store.article(article_id)), "article-annotated", fact, repair))
            yield Outcome(article_id, "unchanged")
            continue
        cut = replace(article, segmenter=SEGMENTER, sentences=tuple(segment(article.text)))
        changed = store.write_article(cut)
        yield Outcome(article_id, "segmented" if changed else "unchanged", f"{len(cut.sentences)} sentences")


def suggest_articles(
    store: Store, ids: Iterable[str], *, again: bool = True, suggesters: Sequence[Suggester] = RULES
) -> Iterator[Outcome]:
    """Suggest labels and spans; ``again`` also where these versions of the suggesters have done so already.

    Without ``again``, what suggesters other than the rules gave stays, as long as its text and sentences do. Raises
    Refused (``suggester-broken``, exit code 2) where a suggester gives what breaks a rule; what was suggested for
    earlier articles stays written.
    """
    for article_id in ids:
        article = store.read_article(article_id)
        if not article.sentences:
            fact = "the article has not been cut into sentences"
            address = store.address(store.article(article_id))
            raise Refused(Problem(address, "no-sentences", fact, f"run: pressmark segment {article_id}"))
        there = store.read_suggestions(article_id) if store.suggestions(article_id).exists() and not again else None
        if there and is_current(article, there):
            yield Outcome(article_id, "unchanged")
            continue
        made = suggest(article, suggesters if again else kept(article, there))
        refuse_broken(article, made)
        changed = store.write_suggestions(made)
        told = f"{len(made.spans)} spans" if made.suggesters else f"nothing: no suggester reads {article.language!r}"
        yield Outcome(article_id, "suggested" if changed else "unchanged", told)


MENDED = {
    "annotation-without-article",
    "article-without-seed",
    "article-without-split",
    "provenance-differs",
    "seed-file-unclaimed",
    "seed-without-article",
    "split-without-article",
    "suggestions-of-other-segmentation",
    "suggestions-without-article",
}
"""Ids of problems that a run of all stages mends by itself, or refuses before it writes."""


def _refuse(problems: Iterable[Problem], mended: Collection[str]) -> None:
    """Raise Refused for problems that are not mended: neither by their id, nor by releasing anew."""
    serious = [each for each in problems if each.id not in mended and not each.address.startswith("corpus/published")]
    if serious:
        raise Refused(*serious)


def bring_up_to_date(store: Store) -> Iterator[tuple[str, list[Outcome]]]:
    """Take in seeds/, segment and suggest what is new or changed; yield each stage's name and outcomes.

    Raises Refused, and writes nothing, when the corpus has problems that these stages do not mend.
    """
    with working("validating"):
        _refuse(validate(store), MENDED)
    store.refuse_foreign()
    with working("taking in seeds/"):
        outcomes = take_in_seeds(store)
    yield "ingest", outcomes
    ids = store.article_ids()
    yield "segment", list(progress(segment_articles(store, ids, again=False), "segment", len(ids)))
    yield "suggest", list(progress(suggest_articles(store, ids, again=False), "suggest", len(ids)))


def labelled(store: Store, article_id: str) -> Labelled:
    """Read the best that is known of an article: gold, else suggestions. Raises Refused when there is neither."""
    article = store.read_article(article_id)
    annotations = tuple(store.read_annotations(article_id))
    if store.gold(article_id).exists():
        gold = store.read_gold(article_id)
        layers = vocabulary("label")
        return Labelled(article, gold.labels, gold.spans, "gold", layers, gold.guideline_version, annotations)
    if not store.suggestions(article_id).exists():
        address = store.address(store.suggestions(article_id))
        fact = "the article has no suggestions yet"
        raise Refused(Problem(address, "missing-file", fact, f"run: pressmark suggest {article_id}"))
    made = store.read_suggestions(article_id)
    layers = tuple(label for label in vocabulary("label") if label in made.suggesters)
    return Labelled(article, made.labels, made.spans, "suggested", layers, annotations=annotations)


def release(store: Store, *, again: bool = True) -> bool:
    """Validate the corpus and bring corpus/published/ and the figures of DATASET_CARD.md in step with it.

    Return whether anything changed; unless ``again``, nothing is built where the same corpus was released before.
    Raises Refused, and publishes nothing, when there is a problem. What is wrong with the published folder itself is
    none: it is made anew.
    """
    ids = store.article_ids()
    if not ids:
        fact = "there is no article in the corpus"
        raise Refused(Problem("corpus/articles", "no-article", fact, "add one: pressmark add FILE"), exit_code=2)
    problems = validate(store)
    _refuse(problems, {"article-without-split"})
    is_whole = store.published.is_dir() and not problems
    if is_whole and not again and store.read_stamp() == release_key(store):
        return False
    splits = assign_splits(ids, store.read_splits())
    prose = store.read_text(store.card)
    with working("building the release"):
        articles = [labelled(store, each) for each in ids]
        made = build_release(store.read_corpus(), articles, splits, prose, agreement_tables(store))
    if problems := front_matter_problems(made):
        raise Refused(*problems)
    store.refuse_foreign()
    changed = store.write_splits(splits)
    changed = store.write_published(made.files) or changed
    changed = write_bytes(store.card, fill(prose, made.figures).encode("utf-8")) or changed
    write_bytes(store.stamp, release_key(store).encode("ascii"))
    return changed


def release_key(store: Store) -> str:
    """Digest all that a release is made of, and the sums of what it made.

    That is the corpus's files, the card with its figures, the code and schemas, the version of pyarrow, SHA256SUMS.
    """
    digest = hashlib.sha256(f"{version('pyarrow')}\0".encode())
    corpus = [store.config, store.splits]
    for article_id in store.article_ids():
        corpus += [store.article(article_id), store.suggestions(article_id), store.gold(article_id)]
    corpus += [store.annotation(*each) for each in store.annotation_ids()]
    for path in [*corpus, *sorted(PACKAGE.rglob("*.py")), *sorted(resource("schema").rglob("*.json"))]:
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    digest.update(f"{store.read_text(store.card)}\0{store.read_sums()}".encode())
    return digest.hexdigest()
