"""A corpus that is ready to be annotated on the real server, and what tests ask of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pressmark import schemas
from pressmark.model import Article, Span
from pressmark.store import Store

from ..conftest import Result
from .people import Person

Run = Callable[..., Result]
ANNOTATORS = """
[annotators.reader-1]
type = "human"

[annotators.reader-2]
type = "human"

[annotators.adjudicator-1]
type = "human"
"""


@dataclass(frozen=True)
class Work:
    """A corpus with one article, ready to be annotated on the real server in a project of its own."""

    root: Path
    title: str
    url: str
    owner: Person

    @property
    def store(self) -> Store:
        return Store(self.root)

    @property
    def article(self) -> Article:
        return self.store.read_article("ferry")

    def suggested(self, index: int) -> tuple[tuple[str, ...], list[Span]]:
        """Return what the rules suggest of a sentence, as a person would mark it."""
        made, sentence = self.store.read_suggestions("ferry"), self.article.sentences[index]
        own = [s for s in made.spans if sentence.start <= s.start and s.end <= sentence.end]
        keys = {span.key for span in own}
        bare = [replace(s, score=None, by=None, links=tuple(k for k in s.links if k.target in keys)) for s in own]
        return made.labels[index], bare


def studio_command(pressmark: Run, work: Work, *arguments: str) -> Result:
    return pressmark("studio", *arguments, "--corpus", work.root, "--project", work.title)


def read(work: Work, name: str) -> dict[str, Any]:
    path = work.root / "corpus" / "annotations" / name / "ferry.json"
    value: dict[str, Any] = json.loads(path.read_text("utf-8"))
    assert not schemas.violations(value, "annotation", name)
    return value
