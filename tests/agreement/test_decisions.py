"""Which decisions are compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressmark.agreement import measure, tables, versions
from pressmark.agreement.values import Figure

from .ferry import ARTICLES, by, compare, mark, spans_of, table_of, unit


def test_units_that_both_submitted_are_compared() -> None:
    pair = compare([unit(0, ["claim"]), unit(1), unit(2, ["claim"])], [unit(1, ["claim"]), unit(2, ["claim"])])
    assert (pair.units, pair.articles) == (2, 1)
    assert table_of(pair, "claim") == (1, 0, 1, 0)
    assert table_of(pair, "number") == (0, 0, 0, 2)


@pytest.mark.parametrize("status", ["skipped", "invalid"])
def test_skipped_and_invalid_units_are_left_out(status: str) -> None:
    bad = unit(0, ["claim"], mark("41", "number"), status=status)
    pair = compare([unit(0), unit(1)], [bad, unit(1)])
    assert pair.units == 1
    assert spans_of(pair, "number") == (0, 0, 0, 0)


def test_an_earlier_version_is_measured_from_what_was_replaced() -> None:
    """Of several decisions under a version the last one counts, whatever a later version says."""
    replaced = [unit(0, ["claim"]), unit(0, ["number"])]
    both = [by("ann", unit(0, version="1.1"), earlier=replaced), by("bob", unit(0, ["number"]))]
    (pair,) = measure(ARTICLES, both, "1.0").pairs
    assert table_of(pair, "number") == (1, 0, 0, 0)
    assert table_of(pair, "claim") == (0, 0, 0, 1)
    assert measure(ARTICLES, both, "1.1").pairs == ()


def test_the_current_decision_counts_rather_than_what_it_replaced() -> None:
    again = by("ann", unit(0, ["number"]), earlier=[unit(0, ["claim"])])
    (pair,) = measure(ARTICLES, [again, by("bob", unit(0, ["number"]))], "1.0").pairs
    assert (table_of(pair, "number"), table_of(pair, "claim")) == ((1, 0, 0, 0), (0, 0, 0, 1))


def test_alpha_passes_over_sentences_that_one_annotator_submitted() -> None:
    made = measure(ARTICLES, [by("ann", unit(0, ["claim"]), unit(1), unit(2)), by("bob", unit(0), unit(1))], "1.0")
    assert (made.overall.units, made.overall.labels[0].units, made.overall.labels[0].decisions) == (2, 2, 4)
    assert made.overall.labels[0].alpha == made.pairs[0].labels[0].alpha


def test_versions_are_those_under_which_a_sentence_was_shared() -> None:
    ann = by("ann", unit(0, version="1.10"), unit(1, version="2.0"), earlier=[unit(0, version="1.9")])
    bob = by("bob", unit(0, version="1.10"), unit(2, version="2.0"), earlier=[unit(0, version="1.9")])
    assert versions([ann, bob]) == ["1.9", "1.10"]
    assert versions([ann]) == []
    assert versions([by("ann", unit(0)), by("bob", unit(0, status="skipped"))]) == []


def test_versions_of_some_annotators_are_those_that_they_shared() -> None:
    ann, bob = by("ann", unit(0, version="1.0"), unit(1, version="1.1")), by("bob", unit(0, version="1.0"))
    cem = by("cem", unit(1, version="1.1"))
    assert versions([ann, bob, cem]) == ["1.0", "1.1"]
    assert versions([ann, bob, cem], ["bob"]) == ["1.0"]
    assert versions([ann, bob, cem], ["ann", "cem"]) == ["1.1"]
    assert versions([ann, bob, cem], ["bob", "cem"]) == []


def test_annotations_of_another_text_or_segmentation_are_left_out_with_a_warning() -> None:
    other = replace(by("bob", unit(0)), segmenter="cut 2")
    made = measure(ARTICLES, [by("ann", unit(0)), other], "1.0")
    assert made.pairs == ()
    assert made.warnings[0].startswith("What bob submitted about ferry is left out")
    assert measure({}, [by("ann", unit(0)), by("bob", unit(0))], "1.0").pairs == ()


def test_no_annotations_give_an_empty_agreement() -> None:
    made = measure(ARTICLES, [], "1.0")
    assert (made.pairs, made.overall.units, made.overall.labels[0].alpha) == ((), 0, Figure(None))
    assert tables(made) == "No two annotators submitted the same sentence under guidelines 1.0.\n"
