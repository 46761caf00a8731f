"""The one interface of all suggesters, and how a user's own is found and checked."""

from __future__ import annotations

import inspect
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, cast

from ..model import Article, Problem, Refused, Span
from ..vocabulary import vocabulary

GROUP = "pressmark.suggesters"
"""Name of the entry-point group in which an installed package offers suggesters."""


class Suggester(Protocol):
    """What suggests spans: ``labels`` are the span labels it gives ("number", "source", …).

    ``suggest`` gets a segmented article. One that takes a second argument, ``found``, gets the spans that the
    suggesters before it gave. A span needs start, end, label and text; ``score`` says how likely it is right, from 0
    to 1, and ``by`` is filled in. ``languages`` (BCP 47 primary tags), where it has one, says which it reads.
    """

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def suggest(self) -> Any: ...


def name_of(suggester: Suggester) -> str:
    """Return a suggester's "name version"."""
    return f"{suggester.name} {suggester.version}"


def load(name: str) -> Suggester:
    """Load a suggester by "module:object", or by the name of an entry point of the group ``pressmark.suggesters``.

    A class, or a function without parameters, is called for the suggester. Raises Refused (``suggester-unknown``,
    ``suggester-broken``; exit code 2).
    """
    loaded = _import(name)
    if isinstance(loaded, type) or inspect.isfunction(loaded):
        try:
            loaded = loaded()
        except Exception as error:
            raise _broken(name, f"calling it gives {type(error).__name__}: {error}") from error
    return _checked(loaded, name)


def _import(name: str) -> Any:
    if ":" not in name:
        found = entry_points(group=GROUP)
        if name not in found.names:
            there = ", ".join(sorted(found.names)) or "none"
            fact = f"no installed package offers a suggester of this name (offered: {there})"
            raise Refused(Problem(name, "suggester-unknown", fact, "give module:object"), exit_code=2)
        return found[name].load()
    module, _, path = name.partition(":")
    try:
        loaded: Any = import_module(module)
        for part in path.split("."):
            loaded = getattr(loaded, part)
    except (ImportError, AttributeError, ValueError) as error:
        repair = "give module:object, of a module that Python finds (PYTHONPATH, or an installed package)"
        raise Refused(Problem(name, "suggester-unknown", str(error), repair), exit_code=2) from error
    except Exception as error:
        raise _broken(name, f"importing it gives {type(error).__name__}: {error}") from error
    return loaded


def _checked(loaded: Any, name: str) -> Suggester:
    for attribute in ("name", "version", "labels", "suggest"):
        if not hasattr(loaded, attribute):
            raise _broken(name, f"it has no {attribute!r}")
    labels = loaded.labels
    known = vocabulary("span_label")
    if isinstance(labels, str) or not labels or (wrong := [each for each in labels if each not in known]):
        fact = (
            f"its labels are {labels!r}" if isinstance(labels, str) or not labels else f"there is no label {wrong[0]!r}"
        )
        raise _broken(name, f"{fact}; the labels are {', '.join(known)}")
    if not callable(loaded.suggest):
        raise _broken(name, "its 'suggest' cannot be called")
    return cast(Suggester, loaded)


def _broken(name: str, fact: str) -> Refused:
    repair = "mend it: a suggester has name, version, labels and suggest(article) -> list[Span]"
    return Refused(Problem(name, "suggester-broken", fact, repair), exit_code=2)


@lru_cache(maxsize=64)
def _takes_found(suggest: Any) -> bool:
    """Say whether a suggest function has a second parameter."""
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return sum(each.kind in kinds for each in inspect.signature(suggest).parameters.values()) > 1


def run(suggester: Suggester, article: Article, found: Sequence[Span]) -> list[Span]:
    """Have a suggester find its spans in an article, and check what it gives unless it is a rule of our own.

    Raises Refused (``suggester-broken``, exit code 2) when it raises, or gives what is no span of this article.
    """
    if getattr(suggester, "trusted", False):
        return cast("list[Span]", suggester.suggest(article, found))
    name = name_of(suggester)
    try:
        given = (
            suggester.suggest(article, tuple(found)) if _takes_found(suggester.suggest) else suggester.suggest(article)
        )
        spans = list(given)
    except Exception as error:
        raise _broken(f"{article.id}: {name}", f"it gives {type(error).__name__}: {error}") from error
    for span in spans:
        if fact := _wrong(span, suggester, article):
            raise _broken(f"{article.id}: {name}", fact)
    return [span if span.by else replace(span, by=name) for span in spans]


def _wrong(span: Any, suggester: Suggester, article: Article) -> str | None:
    """Say what is wrong with a span that a suggester gave; None when nothing is."""
    if not isinstance(span, Span):
        return f"it gives {type(span).__name__}, not pressmark.model.Span"
    at = f"{span.start}-{span.end}:{span.label}"
    if not 0 <= span.start < span.end <= len(article.text):
        return f"{at} is no stretch of the text, which has {len(article.text)} characters"
    if span.text != article.text[span.start : span.end]:
        return f"{at} has the text {span.text[:40]!r}, and there stands {article.text[span.start : span.end][:40]!r}"
    if span.label not in suggester.labels:
        return f"{at} has a label that is not among its labels, {', '.join(suggester.labels)}"
    if span.score is not None and not (math.isfinite(span.score) and 0 <= span.score <= 1):
        return f"{at} has the score {span.score}; scores are from 0 to 1"
    return None
