"""Agreement by article and by annotator, against other implementations and against counting by hand."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from pressmark.agreement import measure
from pressmark.agreement.whole import Agreement, AnnotatorLabel, Summary
from pressmark.model import Annotation

from .ferry import FERRY, by, crowd, mark, unit
from .test_coefficients import task

PEOPLE = ("ann", "bob", "cem", "dan")
COPIES = {name: replace(FERRY, id=name) for name in ("ferry", "ferry-2")}

Said = Mapping[tuple[str, int], tuple[bool | None, ...]]
"""What each annotator says of a sentence: a claim, none, or nothing at all."""
said = st.fixed_dictionaries(
    {(name, i): st.tuples(*(st.sampled_from([True, False, None]) for _ in PEOPLE)) for name in COPIES for i in range(3)}
)


def annotate(given_: Said) -> list[Annotation]:
    made = []
    for at, who in enumerate(PEOPLE):
        for name, article in COPIES.items():
            units = [
                unit(i, ["claim"] * each[at]) for (of, i), each in given_.items() if of == name and each[at] is not None
            ]
            made += [by(who, *units, article=article)] if units else []
    return made


def check_alpha(summary: Summary, rows: list[tuple[bool | None, ...]]) -> None:
    counted = [row for row in rows if len(row) - row.count(None) > 1]
    claim = summary.labels[0]
    assert (claim.units, claim.decisions) == (len(counted), sum(len(row) - row.count(None) for row in counted))
    assert (claim.given, claim.withheld) == (sum(True in row for row in counted), sum(False in row for row in counted))
    if len({each for row in counted for each in row} - {None}) < 2:
        assert claim.alpha.value is None
    else:
        assert claim.alpha.value == pytest.approx(task(counted).alpha(), abs=1e-12)


def kappa(pairs: list[tuple[bool, bool]]) -> float | None:
    if len({each for pair in pairs for each in pair}) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(cohen_kappa_score(*zip(*pairs, strict=True), labels=[True, False]))


def mean(values: list[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return pytest.approx(sum(known) / len(known), abs=1e-12) if known else None  # type: ignore[return-value]


def shared(given_: Said, first: int, second: int) -> list[tuple[bool, bool]]:
    return [(a, b) for row in given_.values() if (a := row[first]) is not None and (b := row[second]) is not None]


@given(said)
def test_articles_have_the_alpha_of_nltk_and_the_kappas_of_scikit_learn(given_: Said) -> None:
    made = measure(COPIES, annotate(given_), "1.0")
    check_alpha(made.overall, [*given_.values()])
    for each in made.by_article:
        check_alpha(each, [row for (name, _), row in given_.items() if name == each.article])
    kappas = [kappa(pairs) for a, b in combinations(range(4), 2) if (pairs := shared(given_, a, b))]
    assert made.overall.labels[0].kappa.mean == mean(kappas)


@given(said)
def test_annotators_have_the_mean_kappa_of_scikit_learn_and_a_direction(given_: Said) -> None:
    made = measure(COPIES, annotate(given_), "1.0")
    found = {each.annotator: each for each in made.by_annotator}
    for at, name in enumerate(PEOPLE):
        pairs = [pairs for other in range(4) if other != at and (pairs := shared(given_, at, other))]
        if not pairs:
            assert name not in found
            continue
        every = [pair for each in pairs for pair in each]
        claim = found[name].labels[0]
        assert (found[name].others, found[name].units) == (len(pairs), len(every))
        assert (claim.own, claim.others) == (sum(a for a, _ in every), sum(b for _, b in every))
        assert (claim.only_own, claim.only_others) == (every.count((True, False)), every.count((False, True)))
        assert claim.kappa == mean([kappa(each) for each in pairs])


def crowded() -> Agreement:
    return measure({"ferry": FERRY}, crowd(), "1.0")


def test_spans_are_summed_over_pairs() -> None:
    """Ann and cem mark Norra and 41, bob 41 minutes: the pairs have 2 and 1, 2 and 2, 1 and 2 spans."""
    made = crowded().overall.spans[-1]
    assert (made.label, made.first, made.second, made.exact, made.overlap) == ("all", 5, 5, 2, 4)
    assert (made.exact_f1, made.overlap_f1, made.few) == (0.4, 0.8, True)
    assert crowded().by_article[0].spans == crowded().overall.spans


def test_an_annotator_is_the_first_side_of_its_own_spans() -> None:
    ann, bob, cem = crowded().by_annotator
    assert [(each.spans[-1].first, each.spans[-1].second) for each in (ann, bob, cem)] == [(4, 3), (2, 4), (4, 3)]
    assert {each.label: (each.first, each.second, each.exact) for each in bob.spans if each.first or each.second} == {
        "number": (2, 2, 0),
        "location": (0, 2, 0),
        "all": (2, 4, 0),
    }


def test_who_drifts_is_seen() -> None:
    """Bob gives no location where the two others do."""
    found = {each.annotator: each.labels[3] for each in crowded().by_annotator}
    assert found["bob"] == AnnotatorLabel("location", 0, 2, 0, 2, 0.0, few=True)
    assert (found["ann"].only_own, found["ann"].only_others) == (1, 0)


def test_the_article_with_most_differences_stands_first() -> None:
    number = mark("41", "number")
    annotations = [by(name, unit(0), unit(1), unit(2)) for name in ("ann", "bob")]
    annotations += [by("ann", unit(1, ["number"], number), article=COPIES["ferry-2"])]
    annotations += [by("bob", unit(1), article=COPIES["ferry-2"])]
    made = measure(COPIES, annotations, "1.0")
    assert [(each.article, each.units, each.differences, each.rate) for each in made.by_article] == [
        ("ferry-2", 1, 2, 2.0),
        ("ferry", 3, 0, 0.0),
    ]
    assert (made.overall.differences, made.overall.rate) == (2, 0.5)


def test_figures_of_ten_items_are_not_few() -> None:
    """Ten articles with a claim and a sentence without one, and with one span each; nine are too few."""
    for articles, few in ((10, False), (9, True)):
        copies = {f"ferry-{i}": replace(FERRY, id=f"ferry-{i}") for i in range(articles)}
        units = [unit(0, ["claim"], mark("Norra", "claim")), unit(1)]
        made = measure(copies, [by(who, *units, article=each) for who in "ab" for each in copies.values()], "1.0")
        assert made.overall.labels[0].few is few
        assert made.by_annotator[0].labels[0].few is few
        assert made.overall.spans[0].few is few
        assert made.by_article[0].labels[0].few is True
