"""The suggestions that an article has: those in the corpus while they are current, else made anew."""

from __future__ import annotations

from collections.abc import Sequence

from .checks.span_rules import broken
from .model import Article, Problem, Refused, Suggestions
from .store import Store
from .suggest import RULES, Suggester, keeping, made_by, plugged, suggest


def suggested_for(store: Store, article: Article, suggesters: Sequence[Suggester] = ()) -> Suggestions:
    """Return an article's suggestions: the corpus's where these versions made them, else made anew; write nothing.

    ``suggesters``: those to use; by default the rules, and what plugged-in ones gave before. Raises Refused
    (``suggester-broken``, exit code 2).
    """
    there = _there(store, article)
    if there and is_current(article, there, suggesters):
        return there
    made = suggest(article, suggesters or kept(article, there))
    refuse_broken(article, made)
    return made


def is_current(article: Article, there: Suggestions, suggesters: Sequence[Suggester] = ()) -> bool:
    """Say whether these versions of the suggesters gave these suggestions, of this text and these sentences.

    Without ``suggesters``, what others than the rules gave is current as long as its text and sentences are.
    """
    same = (there.text_sha256, there.segmenter, len(there.labels)) == (
        article.text_sha256,
        article.segmenter,
        len(article.sentences),
    )
    return same and there.suggesters == made_by(article, suggesters or kept(article, there))


def makers(store: Store, article: Article, suggesters: Sequence[Suggester] = ()) -> dict[str, str]:
    """Say for each label which suggester, "name version", gives it in what :func:`suggested_for` returns."""
    return made_by(article, suggesters or kept(article, _there(store, article)))


def _there(store: Store, article: Article) -> Suggestions | None:
    return store.read_suggestions(article.id) if store.suggestions(article.id).exists() else None


def kept(article: Article, there: Suggestions | None) -> Sequence[Suggester]:
    """Return the rules, and before them what gives again the suggestions of others that still fit an article."""
    fits = there and (there.text_sha256, there.segmenter) == (article.text_sha256, article.segmenter)
    return keeping(there) if there and fits else RULES


def refuse_broken(article: Article, made: Suggestions) -> None:
    """Refuse (``suggester-broken``) suggestions of a plugged-in suggester that break a rule of the corpus."""
    if not plugged(made):
        return
    for place, problem in broken(article, made.labels, made.spans):
        if problem.id != "suggester-differs":
            at = f"{article.id}: {', '.join(plugged(made).values())}"
            fact = f"what it gives breaks the rule {problem.id}: {place}: {problem.fact}"
            raise Refused(Problem(at, "suggester-broken", fact, "mend the suggester"), exit_code=2)
