"""Gamma: what the library gives when it is called directly, and what is known without it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from pressmark.agreement.gamma import continua, gammas, pool
from pressmark.agreement.whole import Gamma, GammaArticle
from pressmark.model import Annotation, Span

from .ferry import ARTICLES, FERRY, by, crowd, mark, unit

library = pytest.importorskip("pygamma_agreement", reason="the extra 'gamma' is not installed")


def gamma_of(annotations: Sequence[Annotation], label: str, articles: Any = ARTICLES) -> Gamma:
    found = pool(list(gammas(continua(articles, annotations, "1.0"))))
    return next(each for each in found if each.label == label)


def directly(*annotators: Sequence[Span]) -> float:
    """Call the library by its own interface, without its faster method."""
    from pyannote.core import Segment

    continuum = library.Continuum()
    for i, spans in enumerate(annotators):
        continuum.add_annotator(str(i))
        for span in spans:
            continuum.add(str(i), Segment(span.start, span.end), "any")
    np.random.seed(1)
    return float(continuum.compute_gamma(library.CombinedCategoricalDissimilarity(alpha=1, beta=1)).gamma)


def people(*spans: Sequence[Span]) -> list[Annotation]:
    units = [(unit(0, (), *each), unit(1), unit(2)) for each in spans]
    return [by(name, *each) for name, each in zip(("ann", "bob", "cem", "dan", "eve"), units, strict=False)]


SOURCES = [mark(words, "source") for words in ("The ferry", "the coastguard", "Olle Brandt", "Nobody")]


def test_the_same_spans_agree_completely() -> None:
    made = gamma_of(people(SOURCES, SOURCES, SOURCES), "source")
    assert (made.value, made.spans, made.few) == (1.0, 4.0, True)
    (article,) = made.articles
    assert (article.article, article.annotators, article.disorder) == ("ferry", ("ann", "bob", "cem"), 0.0)


def test_spans_that_nobody_marked_have_no_gamma() -> None:
    assert gamma_of(people(SOURCES, SOURCES), "claim") == Gamma("claim", 0, None, True, ())


def test_gamma_is_what_the_library_gives_directly() -> None:
    shifted = [SOURCES[0], mark("coastguard", "source"), mark("Brandt", "source")]
    for each in ((SOURCES, shifted), (SOURCES, shifted, SOURCES[1:]), (shifted, SOURCES[:1])):
        made = gamma_of(people(*each), "source")
        assert made.value == pytest.approx(directly(*each), abs=1e-6)
        assert made.value is not None and made.value < 1


def test_disorder_is_that_of_the_paper_by_hand() -> None:
    """Positional dissimilarity ((|s1 - s2| + |e1 - e2|) / (l1 + l2))^2, 1 for a span without a partner.

    "The ferry" and "ferry": ((4 + 0) / (9 + 5))^2; Norra has no partner. There are 1.5 spans
    each.
    """
    first = [mark("The ferry", "source"), mark("Norra", "source")]
    (article,) = gamma_of(people(first, [mark("ferry", "source")]), "source").articles
    assert article.disorder == pytest.approx(((4 / 14) ** 2 + 1) / 1.5, abs=1e-6)
    assert article.gamma == pytest.approx(1 - article.disorder / article.expected)


def test_articles_are_pooled_by_their_spans() -> None:
    other = replace(FERRY, id="ferry-2")
    second = [replace(each, article_id="ferry-2") for each in people(SOURCES[:1], SOURCES[1:2])]
    made = gamma_of([*people(SOURCES, SOURCES[1:]), *second], "source", {**ARTICLES, "ferry-2": other})
    one, two = made.articles
    assert (one.article, one.spans, two.article, two.spans) == ("ferry", 3.5, "ferry-2", 1.0)
    expected = one.expected * 3.5 + two.expected * 1.0
    assert made.value == pytest.approx(1 - (one.disorder * 3.5 + two.disorder) / expected)


def test_only_sentences_that_are_shared_count() -> None:
    """Cem left the third sentence out: it is compared by ann and bob alone, the others by all three."""
    found = continua(ARTICLES, crowd(), "1.0")
    assert {(tuple(each.spans), each.label) for each in found} == {
        (("ann", "bob", "cem"), "location"),
        (("ann", "bob", "cem"), "number"),
    }
    ann, bob, cem = crowd()
    hurt = mark("hurt", "claim")
    ann, bob = (replace(each, units=(*each.units[:2], unit(2, (), hurt))) for each in (ann, bob))
    found = continua(ARTICLES, [ann, bob, cem], "1.0")
    assert [tuple(each.spans) for each in found if each.label == "claim"] == [("ann", "bob")]


def test_more_than_four_annotators_are_compared_two_and_two() -> None:
    assert len(continua(ARTICLES, people(*[SOURCES] * 4), "1.0")) == 1
    assert len(continua(ARTICLES, people(*[SOURCES] * 5), "1.0")) == 10
    found = continua(ARTICLES, people(*[SOURCES] * 5), "1.0", ["cem"])
    assert len(found) == 4 and all("cem" in each.spans for each in found)


def test_gamma_is_the_same_each_time_and_leaves_no_trace() -> None:
    """Neither the state of numpy's generator counts, nor what was measured before; both it and logging stay."""
    annotations = people(SOURCES, SOURCES[1:])
    first = gamma_of(annotations, "source")
    np.random.seed(99)
    before = np.random.get_state()[1].tolist()  # type: ignore[index, union-attr]
    assert gamma_of(annotations, "source") == first
    assert np.random.get_state()[1].tolist() == before  # type: ignore[index, union-attr]
    assert logging.root.manager.disable == logging.NOTSET


def test_a_gamma_is_pooled_of_nothing_but_its_own_label() -> None:
    article = GammaArticle("ferry", ("ann", "bob"), 12.0, 0.5, 2.0, 0.75)
    made = {each.label: each for each in pool([("claim", article)])}
    assert made["claim"] == Gamma("claim", 12.0, 0.75, False, (article,))
    assert made["number"].value is None
