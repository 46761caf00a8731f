"""The one interface of all suggesters, and how a user's own is found and checked."""

from __future__ import annotations

import inspect
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, cast

from ..model import Article, Link, Location, Number, Problem, Refused, Span
from ..vocabulary import vocabulary

GROUP = "pressmark.suggesters"
"""Name of the entry-point group in which an installed package offers suggesters."""


class Suggester(Protocol):
    """What suggests spans: ``labels`` are the span labels it gives ("number", "source", …).

    ``suggest`` gets a segmented article. One that takes a second argument, ``found``, gets the spans that the
    suggesters before it gave. A span needs start, end, label, text, a ``score`` (how likely it is right, from 0 to 1),
    and ``number`` or ``location`` where it has that label; ``by`` is filled in. ``languages`` (BCP 47 primary tags),
    where it has one, says which it reads.
    """

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def suggest(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A suggester that gives again what one that is not at hand gave before."""

    name: str
    version: str
    labels: tuple[str, ...]
    spans: tuple[Span, ...]

    def suggest(self, article: Article) -> list[Span]:
        """Return the spans as they were."""
        return list(self.spans)


def name_of(suggester: Suggester) -> str:
    """Return a suggester's "name version"."""
    return f"{suggester.name} {suggester.version}"


def load(name: str) -> Suggester:
    """Load a suggester by "module:object", or by the name of an entry point of the group ``pressmark.suggesters``.

    A class, or a function without parameters, is called for the suggester. Raises Refused (``suggester-unknown``,
    ``suggester-broken``; exit code 2).
    """
    try:
        loaded = _import(name)
        if isinstance(loaded, type) or inspect.isfunction(loaded):
            loaded = loaded()
    except Refused:
        raise
    except (ImportError, AttributeError) as error:
        repair = "give module:object, of a module that Python finds (PYTHONPATH, or an installed package)"
        raise Refused(Problem(name, "suggester-unknown", str(error), repair), exit_code=2) from error
    except (Exception, SystemExit) as error:
        raise _broken(name, f"loading it gives {type(error).__name__}: {error}") from error
    return _checked(loaded, name)


def _import(name: str) -> Any:
    module, colon, path = name.partition(":")
    if not colon:
        found = entry_points(group=GROUP)
        if name not in found.names:
            there = ", ".join(sorted(found.names)) or "none"
            fact = f"no installed package offers a suggester of this name (offered: {there})"
            raise Refused(Problem(name, "suggester-unknown", fact, "give module:object"), exit_code=2)
        return found[name].load()
    if not module or not path:
        raise Refused(Problem(name, "suggester-unknown", "it is not module:object", "give both"), exit_code=2)
    loaded: Any = import_module(module)
    for part in path.split("."):
        loaded = getattr(loaded, part)
    return loaded


def _checked(loaded: Any, name: str) -> Suggester:
    for attribute in ("name", "version", "labels", "suggest"):
        if not hasattr(loaded, attribute):
            raise _broken(name, f"it has no {attribute!r}")
    for attribute in ("name", "version"):
        value = getattr(loaded, attribute)
        if not isinstance(value, str) or not value or " " in value:
            raise _broken(name, f"its {attribute} is {value!r}, not a word")
    known = vocabulary("span_label")
    if not isinstance(loaded.labels, (tuple, list, set, frozenset)) or not loaded.labels:
        raise _broken(name, f"its labels are {loaded.labels!r}; the labels are {', '.join(known)}")
    if wrong := [each for each in loaded.labels if each not in known]:
        raise _broken(name, f"there is no label {wrong[0]!r}; the labels are {', '.join(known)}")
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
    """Have a suggester find its spans in an article, and check what it gives.

    Raises Refused (``suggester-broken``, exit code 2) when it raises, or gives what is no span of this article.
    """
    at = f"{article.id}: {name_of(suggester)}"
    try:
        given = (
            suggester.suggest(article, tuple(found)) if _takes_found(suggester.suggest) else suggester.suggest(article)
        )
        spans = list(given)
        keys = {span.key for span in (*found, *spans) if isinstance(span, Span)}
        facts = [fact for span in spans if (fact := _wrong(span, suggester, article, keys))]
    except (Exception, SystemExit) as error:
        raise _broken(at, f"it gives {type(error).__name__}: {error}") from error
    if facts:
        raise _broken(at, facts[0] if len(facts) == 1 else f"{facts[0]} (and {len(facts) - 1} more)")
    return [span if span.by else replace(span, by=name_of(suggester)) for span in spans]


def _wrong(span: Any, suggester: Suggester, article: Article, keys: set[str]) -> str | None:
    """Say what is wrong with a span that a suggester gave; None when nothing is."""
    if not isinstance(span, Span):
        return f"it gives {type(span).__name__}, not pressmark.model.Span"
    at = f"{span.start}-{span.end}:{span.label}"
    if type(span.start) is not int or type(span.end) is not int or not 0 <= span.start < span.end <= len(article.text):
        return f"{at} is no stretch of the text, which has {len(article.text)} characters"
    if span.text != article.text[span.start : span.end]:
        return f"{at} has the text {span.text[:40]!r}, and there stands {article.text[span.start : span.end][:40]!r}"
    if span.label not in suggester.labels:
        return f"{at} has a label that is not among its labels, {', '.join(suggester.labels)}"
    if not isinstance(span.score, (int, float)) or not (math.isfinite(span.score) and 0 <= span.score <= 1):
        return f"{at} has the score {span.score!r}; a score is a number from 0 to 1"
    if isinstance(span.number, Number) is not (span.label == "number"):
        return f"{at} has the number {span.number!r}; spans labelled number have one, others do not"
    if isinstance(span.location, Location) is not (span.label == "location"):
        return f"{at} has the location {span.location!r}; spans labelled location have one, others do not"
    loose = [link for link in span.links if not isinstance(link, Link) or link.target not in keys]
    return f"{at} has the link {loose[0]!r}, which leads to no span" if loose else None
