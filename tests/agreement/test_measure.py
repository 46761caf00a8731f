"""Agreement of several annotators: pairs, alpha over all, differences, warnings."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from pressmark.agreement import measure
from pressmark.agreement.whole import DisputedItem

from .ferry import ARTICLES, FERRY, by, crowd, mark, table_of, unit
from .test_coefficients import alpha_of


def test_every_pair_is_reported_and_alpha_over_all() -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    pairs = {(pair.first, pair.second): pair.units for pair in made.pairs}
    assert pairs == {("ann", "bob"): 3, ("ann", "cem"): 2, ("bob", "cem"): 2}
    assert (made.articles, made.overall.units) == (1, 3)
    claim = made.overall.labels[0]
    assert (claim.label, claim.units, claim.decisions) == ("claim", 3, 8)
    assert claim.alpha.value == pytest.approx(alpha_of([[True] * 3, [False, False, True], [True, True]]))


def test_differences_are_counted_and_rank_sentences() -> None:
    """Bob lacks Norra and its label, and marks more words of the number; cem claims what nobody else does."""
    made = measure(ARTICLES, crowd(), "1.0")
    assert [pair.differences for pair in made.pairs] == [3, 1, 4]
    assert [(each.sentence, each.differences) for each in made.disputed] == [("ferry:0000", 4), ("ferry:0001", 4)]


def test_disputed_sentences_say_who_gives_what() -> None:
    first, second = measure(ARTICLES, crowd(), "1.0").disputed
    assert first.text == "The ferry from Norra sank, the coastguard said."
    assert first.items == (
        DisputedItem("location", None, ("ann", "cem"), ("bob",)),
        DisputedItem(mark("Norra", "location").key, "Norra", ("ann", "cem"), ("bob",)),
    )
    assert [(each.text or each.key, each.given_by, each.withheld_by) for each in second.items] == [
        ("claim", ("cem",), ("ann", "bob")),
        ("41 minutes", ("bob",), ("ann", "cem")),
        ("41", ("ann", "cem"), ("bob",)),
    ]


def test_who_skipped_a_sentence_neither_gives_nor_withholds() -> None:
    skipped = by("cem", unit(0, status="skipped"), unit(1))
    ann, bob = by("ann", unit(0, ["claim"]), unit(1)), by("bob", unit(0), unit(1))
    (one,) = measure(ARTICLES, [ann, bob, skipped], "1.0").disputed
    assert one.items == (DisputedItem("claim", None, ("ann",), ("bob",)),)


def test_sentences_are_ranked_by_the_number_of_differences() -> None:
    ann = by("ann", unit(0, ["claim"]), unit(1, ["claim", "number"], mark("41", "number")), unit(2))
    made = measure(ARTICLES, [ann, by("bob", unit(0), unit(1), unit(2))], "1.0")
    assert [(each.sentence, each.differences) for each in made.disputed] == [("ferry:0001", 3), ("ferry:0000", 1)]


def test_articles_are_pooled() -> None:
    other = replace(FERRY, id="ferry-2")
    annotations = [by(name, unit(0, ["claim"]), article=each) for name in ("ann", "bob") for each in (FERRY, other)]
    (pair,) = measure({**ARTICLES, "ferry-2": other}, annotations, "1.0").pairs
    assert (pair.articles, pair.units, table_of(pair, "claim")) == (2, 2, (2, 0, 0, 0))


def test_many_items_are_not_warned_of() -> None:
    """Ten articles: half of 20 sentences are claims, and each has one span of every label but one."""
    spans = [mark("Norra", label) for label in ("claim", "source", "cue", "content", "number")]
    units = [unit(0, ["claim", "attribution", "number", "location"], *spans), unit(1)]
    many = {f"ferry-{i}": replace(FERRY, id=f"ferry-{i}") for i in range(10)}
    sparse = [by(name, *units, article=each) for name in ("ann", "bob") for each in many.values()]
    (warning,) = measure(many, sparse, "1.0").warnings
    assert warning == "Figures of ann and bob that rest on fewer than 10 items: location spans (0 and 0)."
    units[0] = replace(units[0], spans=(*spans, mark("Norra", "location")))
    full = [replace(each, units=tuple(units)) for each in sparse]
    assert measure(many, full, "1.0").warnings == ()


def test_few_items_are_warned_of() -> None:
    (warning,) = measure(ARTICLES, crowd()[:2], "1.0").warnings
    assert warning.startswith("Figures of ann and bob that rest on fewer than 10 items: ")
    assert "sentences with location (1 and 0)" in warning
    assert "number spans (1 and 1)" in warning


def test_passes_of_models_are_said_to_measure_consistency() -> None:
    models = [replace(each, annotator_type="model") for each in crowd()]
    assert "consistency, not validity" in " ".join(measure(ARTICLES, models, "1.0").notes)
    assert "consistency" not in " ".join(measure(ARTICLES, crowd(), "1.0").notes)
    assert "independent" in " ".join(measure(ARTICLES, crowd(), "1.0").notes)


def test_agreement_is_the_same_in_any_order_and_plain_json() -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    assert measure(ARTICLES, crowd()[::-1], "1.0") == made
    assert json.loads(json.dumps(asdict(made), allow_nan=False))["pairs"][0]["labels"][0]["kappa"]["value"] is not None


def test_of_many_pairs_only_the_number_that_rests_on_few_items_is_said() -> None:
    people = [by(name, unit(0, ["claim"]), unit(1)) for name in ("ann", "bob", "cem", "dan")]
    (warning,) = measure(ARTICLES, people, "1.0").warnings
    assert warning == "Of 6 pairs of annotators, 6 have figures that rest on fewer than 10 items."


def test_one_annotator_is_compared_with_each_of_the_others() -> None:
    made = measure(ARTICLES, crowd(), "1.0", ["cem"])
    assert [(pair.first, pair.second, pair.units) for pair in made.pairs] == [("ann", "cem", 2), ("bob", "cem", 2)]
    assert [each.annotator for each in made.by_annotator] == ["cem"]
    assert (made.overall.units, made.overall.labels[0].decisions) == (2, 6)


def test_several_annotators_are_compared_among_themselves() -> None:
    made = measure(ARTICLES, crowd(), "1.0", ["bob", "ann"])
    assert made == measure(ARTICLES, crowd()[:2], "1.0")
