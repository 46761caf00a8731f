"""Agreement of several annotators: pairs, alpha over all, differences, warnings."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from pressmark.agreement import measure, most_disputed
from pressmark.agreement.values import Difference

from .ferry import ARTICLES, FERRY, by, crowd, mark, table_of, unit
from .test_coefficients import alpha_of


def test_every_pair_is_reported_and_alpha_over_all() -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    pairs = {(pair.first, pair.second): pair.units for pair in made.pairs}
    assert pairs == {("ann", "bob"): 3, ("ann", "cem"): 2, ("bob", "cem"): 2}
    assert (made.articles, made.units) == (1, 3)
    claim = made.alphas[0]
    assert (claim.label, claim.units, claim.decisions) == ("claim", 3, 8)
    assert claim.alpha.value == pytest.approx(alpha_of([[True] * 3, [False, False, True], [True, True]]))


def test_differences_name_what_either_has_and_rank_sentences() -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    norra, number = mark("Norra", "location").key, mark("41", "number").key
    assert made.pairs[0].differences == (
        Difference("ferry:0000", "location", None),
        Difference("ferry:0000", norra, None),
        Difference("ferry:0001", number, mark("41 minutes", "number").key),
    )
    assert most_disputed(made) == [("ferry:0000", 4), ("ferry:0001", 4)]


def test_sentences_are_ranked_by_the_number_of_differences() -> None:
    ann = by("ann", unit(0, ["claim"]), unit(1, ["claim", "number"], mark("41", "number")), unit(2))
    made = measure(ARTICLES, [ann, by("bob", unit(0), unit(1), unit(2))], "1.0")
    assert most_disputed(made) == [("ferry:0001", 3), ("ferry:0000", 1)]


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
