"""What the rules look at: a corpus as far as it could be read. No I/O."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from ..corpus import Corpus, Seed
from ..decisions import Adjudication, Gold
from ..model import LABEL_OF_SPAN, Annotation, Article, Link, Problem, Sentence, Span, Suggestions
from ..schemas import printable
from .checksums import Checksums, parse_checksums
from .label_page import Malformed, parse_page

SPLITS = "corpus/splits.json"
GUIDELINES = "corpus/guidelines.md"
LABEL_CONFIG = "label_config.xml"
CARD = "DATASET_CARD.md"
PUBLISHED = "corpus/published"
CHECKSUMS = f"{PUBLISHED}/SHA256SUMS"

CROSSES_SENTENCES = ("content", "source")
"""Labels of the spans that may run over several sentences."""


@dataclass(frozen=True)
class Loaded:
    """A corpus as far as it could be read. Values are keyed by the stem of their file's name, annotations by folder and
    stem.

    ``stated_digests`` holds the ``text_sha256`` that each article's file states; ``seed_files`` and ``published_files``
    hold the hex SHA-256 of each file received and of each file published, by name or path below ``corpus/published``
    (``None``: nothing is published). ``unread`` holds the addresses of files that are there but could not be read, or
    that are missing, so that rules say nothing about what depends on them.
    """

    corpus: Corpus | None = None
    articles: Mapping[str, Article] = field(default_factory=dict)
    stated_digests: Mapping[str, str] = field(default_factory=dict)
    suggestions: Mapping[str, Suggestions] = field(default_factory=dict)
    annotations: Mapping[tuple[str, str], Annotation] = field(default_factory=dict)
    adjudications: Mapping[str, Adjudication] = field(default_factory=dict)
    gold: Mapping[str, Gold] = field(default_factory=dict)
    seeds: Mapping[str, Seed] = field(default_factory=dict)
    seed_files: Mapping[str, str] = field(default_factory=dict)
    splits: Mapping[str, str] | None = None
    guidelines: str | None = None
    label_config: str | None = None
    card: str | None = None
    checksums: str | None = None
    published_files: Mapping[str, str] | None = None
    unread: frozenset[str] = frozenset()

    @cached_property
    def digests(self) -> dict[str, str]:
        """The hex SHA-256 of each article's text as it is, by the stem of the file's name."""
        return {stem: article.text_sha256 for stem, article in self.articles.items()}

    @cached_property
    def own_articles(self) -> dict[str, Article]:
        """The articles whose file is named after their id, by id."""
        return {stem: article for stem, article in self.articles.items() if article.id == stem}

    @cached_property
    def own_suggestions(self) -> dict[str, Suggestions]:
        """The suggestions whose file is named after their article, by its id."""
        return {stem: found for stem, found in self.suggestions.items() if found.article_id == stem}

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self.articles) | {article.id for article in self.articles.values()}

    def has_article(self, article_id: str) -> bool:
        """Say whether there is an article of this id, be it one that could not be read."""
        return article_id in self._ids or article_file(article_id) in self.unread

    @cached_property
    def same_text(self) -> tuple[tuple[Article, Suggestions], ...]:
        """Each article with the suggestions that were made on the very text it has."""
        return tuple(
            (self.own_articles[name], found)
            for name, found in self.own_suggestions.items()
            if name in self.own_articles and found.text_sha256 == self.digests[name]
        )

    @cached_property
    def same_sentences(self) -> tuple[tuple[Article, Suggestions], ...]:
        """Each article whose sentences are sound with the suggestions that were made on these sentences."""
        return tuple(
            (article, found)
            for article, found in self.same_text
            if found.segmenter == article.segmenter
            and len(found.labels) == len(article.sentences)
            and _in_order(article.sentences, len(article.text))
        )

    def each_span(self) -> Iterator[tuple[str, Span]]:
        """Yield every suggested span with its address."""
        for stem, found in self.suggestions.items():
            for i, span in enumerate(found.spans):
                yield span_address(stem, i), span

    def each_link(self) -> Iterator[tuple[str, Span, Link, Span | None]]:
        """Yield every link with its address, the span that carries it and its target (``None``: it is not there)."""
        for stem, found in self.suggestions.items():
            by_key = {span.key: span for span in found.spans}
            for i, span in enumerate(found.spans):
                for j, link in enumerate(span.links):
                    yield f"{span_address(stem, i)}/links/{j}", span, link, by_key.get(link.target)

    def placed_spans(self) -> Iterator[tuple[str, Article, Span]]:
        """Yield every suggested span that lies within its article's text, with its address and the article."""
        for article, found in self.same_text:
            for i, span in enumerate(found.spans):
                if span.start < span.end <= len(article.text):
                    yield span_address(article.id, i), article, span

    @cached_property
    def page(self) -> Element | None:
        """What label_config.xml holds, or None where it cannot be read."""
        if self.label_config is None:
            return None
        page = parse_page(self.label_config)
        return None if isinstance(page, Malformed) else page

    @cached_property
    def listed(self) -> Checksums:
        """What corpus/published/SHA256SUMS lists."""
        return parse_checksums(self.checksums or "")


def article_file(article_id: str) -> str:
    return f"corpus/articles/{article_id}.json"


def suggestions_file(article_id: str) -> str:
    return f"corpus/suggestions/{article_id}.json"


def annotation_file(annotator: str, article_id: str) -> str:
    return f"corpus/annotations/{annotator}/{article_id}.json"


def adjudication_file(article_id: str) -> str:
    return f"corpus/adjudication/{article_id}.toml"


def gold_file(article_id: str) -> str:
    return f"corpus/gold/{article_id}.json"


def seed_file(article_id: str) -> str:
    return f"seeds/{article_id}.toml"


def sentence_address(file: str, index: int) -> str:
    return f"{file}:s{index:04d}"


def span_address(article_id: str, index: int) -> str:
    return f"{suggestions_file(article_id)}:spans/{index}"


def layer_of(span_label: str) -> str:
    """Return the layer (a sentence label) that a span's label belongs to."""
    return LABEL_OF_SPAN.get(span_label, "attribution")


def problem(address: str, rule: str, fact: str, repair: str, **places: str) -> Problem:
    """Make a problem; the repair's ``{file}`` and ``{id}`` are those of the address unless they are given."""
    file = address.rpartition(":")[0] or address
    for name, value in ({"file": file, "id": PurePosixPath(file).stem} | places).items():
        repair = repair.replace(f"{{{name}}}", shlex.quote(value))
    return Problem(printable(address), rule, fact, repair)


def shown(text: str, length: int = 60) -> str:
    """Quote a text in one line, however long it is and whatever characters it holds."""
    return repr(text if len(text) <= length else text[: length - 15] + " … " + text[-12:])


def _in_order(sentences: tuple[Sentence, ...], length: int) -> bool:
    """Say whether sentences stand in the order of a text, apart from each other and within it."""
    ends = [0, *(sentence.end for sentence in sentences)]
    return ends[-1] <= length and all(before <= s.start < s.end for before, s in zip(ends, sentences, strict=False))
