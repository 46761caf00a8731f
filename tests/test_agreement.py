"""Agreement between annotators: coefficients against other implementations, matching against brute force."""

from __future__ import annotations

import json
import math
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from io import StringIO
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from rich.console import Console
from sklearn.metrics import cohen_kappa_score

from pressmark.agreement import coefficients as c
from pressmark.agreement import measure, most_disputed, render, tables, versions
from pressmark.agreement.matching import is_exact, pair_up
from pressmark.agreement.values import Agreement, Difference, Figure, PairAgreement
from pressmark.model import Annotation, Article, Attribution, Link, Location, Number, Provenance, Sentence, Span, Unit

TEXT = "The ferry from Norra sank, the coastguard said. “It took 41 minutes,” said Olle Brandt. Nobody was hurt."
ENDS = [TEXT.index(" “It"), TEXT.index(" Nobody"), len(TEXT)]
STARTS = [0, *(end + 1 for end in ENDS[:-1])]
SENTENCES = tuple(Sentence(start, end, 0, 0, "body") for start, end in zip(STARTS, ENDS, strict=True))
FERRY = Article("ferry", TEXT, "en", Provenance("f.txt", "0" * 64), segmenter="cut 1", sentences=SENTENCES)
ARTICLES = {"ferry": FERRY}

tables_2x2 = st.lists(st.integers(0, 30), min_size=4, max_size=4).filter(any)
votes = st.lists(st.lists(st.sampled_from([True, False, None]), min_size=2, max_size=5), min_size=1, max_size=20)
stretches = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda x: (x[0], x[0] + x[1])), max_size=6, unique=True
)


def mark(words: str, label: str, *links: tuple[str, Span], **attributes: Any) -> Span:
    """Mark the first place where the words stand in the ferry's text."""
    start = TEXT.index(words)
    targets = tuple(Link(kind, target.key) for kind, target in links)
    return Span(start, start + len(words), label, words, links=targets, **attributes)


def unit(index: int, labels: Iterable[str] = (), *spans: Span, version: str = "1.0", status: str = "submitted") -> Unit:
    return Unit(index, status, "2026-01-31T12:00:00Z", version, "0" * 64, tuple(labels), spans)


def by(name: str, *units: Unit, earlier: Sequence[Unit] = (), article: Article = FERRY) -> Annotation:
    segmenter = article.segmenter or ""
    return Annotation(article.id, article.text_sha256, segmenter, name, "human", units, tuple(earlier))


def compare(first: Sequence[Unit], second: Sequence[Unit], version: str = "1.0") -> PairAgreement:
    """Measure two annotators of the ferry."""
    (pair,) = measure(ARTICLES, [by("ann", *first), by("bob", *second)], version).pairs
    return pair


def table_of(pair: PairAgreement, label: str) -> tuple[int, int, int, int]:
    (each,) = [each for each in pair.labels if each.label == label]
    return (each.both, each.only_first, each.only_second, each.neither)


def spans_of(pair: PairAgreement, label: str) -> tuple[int, int, int, int]:
    (each,) = [each for each in pair.spans if each.label == label]
    return (each.first, each.second, each.exact, each.overlap)


def value(statistic: c.Statistic, *counts: int) -> float | None:
    (figure,) = c.figures(np.array(counts), statistic)
    return figure.value


def decisions(table: Sequence[int]) -> tuple[list[int], list[int]]:
    """Spell a 2x2 table out as what either annotator says of each unit."""
    cells = [cell for cell, count in zip([(1, 1), (1, 0), (0, 1), (0, 0)], table, strict=True) for _ in range(count)]
    return [first for first, _ in cells], [second for _, second in cells]


def task(rows: Sequence[Sequence[Any]]) -> AnnotationTask:
    """Give nltk what each annotator (in the order of a unit's values) says of each unit; None is missing."""
    return AnnotationTask([(a, i, x) for i, row in enumerate(rows) for a, x in enumerate(row) if x is not None])


def alpha_of(rows: Sequence[Sequence[bool | None]]) -> float | None:
    """Work out alpha of units with any number of values."""
    kinds = Counter((row.count(True), row.count(False)) for row in rows if len(row) - row.count(None) > 1)
    if not kinds:
        return None
    return value(lambda drawn: c.alpha(drawn, np.array([*kinds])), *kinds.values())


# Coefficients


@given(tables_2x2)
def test_kappa_is_that_of_nltk_and_scikit_learn(table: list[int]) -> None:
    first, second = decisions(table)
    ours = value(c.kappa, *table)
    if len({*first, *second}) == 1:  # nltk makes 1 of it, scikit-learn NaN
        assert ours is None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert ours == pytest.approx(cohen_kappa_score(first, second), abs=1e-12)
    assert ours == pytest.approx(task([*zip(first, second, strict=True)]).kappa(), abs=1e-12)


@given(tables_2x2)
def test_alpha_of_two_is_that_of_nltk(table: list[int]) -> None:
    first, second = decisions(table)
    ours = value(c.pair_alpha, *table)
    if len({*first, *second}) == 1:
        assert ours is None
    else:
        assert ours == pytest.approx(task([*zip(first, second, strict=True)]).alpha(), abs=1e-12)


@given(votes)
def test_alpha_with_missing_values_is_that_of_nltk(rows: list[list[bool | None]]) -> None:
    counted = [row for row in rows if len(row) - row.count(None) > 1]
    ours = alpha_of(rows)
    if len({x for row in counted for x in row if x is not None}) < 2:
        assert ours is None
    else:
        assert ours == pytest.approx(task(rows).alpha(), abs=1e-12)


def test_alpha_is_that_of_a_published_example() -> None:
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: Meg and Owen, alpha 0.095."""
    meg, owen = "0100000010", "1110010000"
    cells = Counter(zip(meg, owen, strict=True))
    table = [cells[cell] for cell in (("1", "1"), ("1", "0"), ("0", "1"), ("0", "0"))]
    assert table == [1, 1, 3, 5]
    assert value(c.pair_alpha, *table) == pytest.approx(0.095, abs=5e-4)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # po = 118/125 = 0.944; p = (123 + 120)/250 = 0.972; pe = 2 * 0.972 * 0.028 = 0.054432
        ((118, 5, 2, 0), (0.944 - 0.054432) / (1 - 0.054432)),
        ((1, 1, 1, 1), 0.0),  # po = 1/2, p = 1/2, pe = 1/2
        ((0, 3, 3, 0), -1.0),  # po = 0, pe = 1/2
        ((0, 1, 0, 9), (0.9 - 0.095) / (1 - 0.095)),  # p = 1/20, pe = 2 * 0.05 * 0.95
        ((2, 0, 1, 1), (0.75 - 0.46875) / 0.53125),  # p = 5/8, pe = 2 * 5/8 * 3/8
        ((7, 0, 0, 0), 1.0),  # p = 1, pe = 0: defined where kappa and alpha are not
        ((0, 0, 0, 7), 1.0),
    ],
)
def test_ac1_is_what_the_formula_gives_by_hand(table: tuple[int, ...], expected: float) -> None:
    assert value(c.ac1, *table) == pytest.approx(expected, abs=1e-12)


@given(tables_2x2)
def test_ac1_is_the_formula_of_gwet(table: list[int]) -> None:
    a, b, d, e = table
    n = sum(table)
    share = ((a + b) / n + (a + d) / n) / 2
    chance = 2 * share * (1 - share)
    assert value(c.ac1, *table) == pytest.approx(((a + e) / n - chance) / (1 - chance), abs=1e-12)


def test_shares_of_agreement() -> None:
    statistics = (c.raw, c.positive, c.negative, c.prevalence)
    assert [value(each, 6, 2, 1, 11) for each in statistics] == pytest.approx([17 / 20, 12 / 15, 22 / 25, 15 / 40])
    assert [value(each, 0, 0, 0, 5) for each in statistics] == [1, None, 1, 0]
    assert [value(each, 5, 0, 0, 0) for each in statistics] == [1, 1, None, 1]
    assert [value(each, 0, 0, 0, 0) for each in (*statistics, c.kappa, c.ac1, c.pair_alpha)] == [None] * 7


def test_kappa_is_zero_where_one_annotator_gives_every_unit_the_same_label() -> None:
    assert value(c.kappa, 0, 0, 3, 7) == 0
    assert value(c.kappa, 3, 7, 0, 0) == 0


# Intervals


@given(tables_2x2)
def test_figures_are_numbers_or_nothing(table: list[int]) -> None:
    for figure in c.figures(np.array(table), c.raw, c.positive, c.negative, c.kappa, c.ac1, c.pair_alpha):
        given_ = [x for x in (figure.value, figure.low, figure.high) if x is not None]
        assert all(type(x) is float and math.isfinite(x) and -1 <= x <= 1 for x in given_)
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize("statistic", [c.raw, c.positive, c.kappa, c.ac1, c.pair_alpha])
def test_interval_is_that_of_drawing_units_one_by_one(statistic: c.Statistic) -> None:
    table = np.array([40, 12, 9, 59])
    units = np.repeat(np.arange(4), table)
    drawn = np.random.default_rng(5).choice(units, size=(20_000, units.size))
    counts = np.stack([(drawn == cell).sum(axis=1) for cell in range(4)], axis=1)
    (figure,) = c.figures(table, statistic)
    assert (figure.low, figure.high) == pytest.approx(np.quantile(statistic(counts), [0.025, 0.975]), abs=0.02)


def test_no_interval_where_too_many_resamples_leave_the_figure_undefined() -> None:
    """Without its one unit, which 36% of the resamples miss, kappa is 0/0."""
    (figure,) = c.figures(np.array([1, 0, 0, 31]), c.kappa)
    assert figure == Figure(1.0)


# Matching


def at(*places: tuple[int, int]) -> list[Span]:
    return [Span(start, end, "claim", "x" * (end - start)) for start, end in places]


def found(first: Sequence[Span], second: Sequence[Span]) -> tuple[int, int]:
    pairs = pair_up(first, second)
    assert sorted(a.key for a, _ in pairs if a) == sorted(span.key for span in first)
    assert sorted(b.key for _, b in pairs if b) == sorted(span.key for span in second)
    assert all(a.start < b.end and b.start < a.end for a, b in pairs if a and b)
    return sum(map(is_exact, pairs)), sum(None not in pair for pair in pairs)


def most(first: Sequence[Span], second: Sequence[Span]) -> int:
    """Try every way to pair overlapping spans."""
    if not first:
        return 0
    head, *rest = first
    ways = [most(rest, second)]
    for i, span in enumerate(second):
        if span.start < head.end and head.start < span.end:
            ways.append(1 + most(rest, [*second[:i], *second[i + 1 :]]))
    return max(ways)


@pytest.mark.parametrize(
    ("first", "second", "exact", "overlap"),
    [
        ([(0, 5)], [(0, 5)], 1, 1),
        ([(0, 5)], [(5, 9)], 0, 0),  # half-open spans that touch share no character
        ([(0, 5)], [(4, 9)], 0, 1),
        ([(0, 9)], [(0, 4), (5, 9)], 0, 1),  # one to one
        ([(0, 9), (2, 4)], [(2, 4)], 1, 1),  # nested: the same span first
        ([(0, 9), (2, 4)], [(1, 8), (3, 4)], 0, 2),
        ([(0, 20), (0, 5)], [(1, 4), (10, 15)], 0, 2),  # the long one has to give way to the short one
        ([(0, 3)], [], 0, 0),
        ([], [], 0, 0),
    ],
)
def test_spans_are_matched(first: list[Any], second: list[Any], exact: int, overlap: int) -> None:
    assert found(at(*first), at(*second)) == (exact, overlap)
    assert found(at(*second), at(*first)) == (exact, overlap)


@given(stretches, stretches)
def test_as_many_spans_are_matched_as_can_be(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    same = set(first) & set(second)
    left, right = ([place for place in side if place not in same] for side in (first, second))
    assert found(at(*first), at(*second)) == (len(same), len(same) + most(at(*left), at(*right)))


# Which units count


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
    assert (made.units, made.alphas[0].units, made.alphas[0].decisions) == (2, 2, 4)
    assert made.alphas[0].alpha == made.pairs[0].labels[0].alpha


def test_versions_are_those_under_which_a_sentence_was_shared() -> None:
    ann = by("ann", unit(0, version="1.10"), unit(1, version="2.0"), earlier=[unit(0, version="1.9")])
    bob = by("bob", unit(0, version="1.10"), unit(2, version="2.0"), earlier=[unit(0, version="1.9")])
    assert versions([ann, bob]) == ["1.9", "1.10"]
    assert versions([ann]) == []
    assert versions([by("ann", unit(0)), by("bob", unit(0, status="skipped"))]) == []


def test_annotations_of_another_text_or_segmentation_are_left_out_with_a_warning() -> None:
    other = replace(by("bob", unit(0)), segmenter="cut 2")
    made = measure(ARTICLES, [by("ann", unit(0)), other], "1.0")
    assert made.pairs == ()
    assert made.warnings[0].startswith("What bob submitted about ferry is left out")
    assert measure({}, [by("ann", unit(0)), by("bob", unit(0))], "1.0").pairs == ()


def test_no_annotations_give_an_empty_agreement() -> None:
    made = measure(ARTICLES, [], "1.0")
    assert (made.pairs, made.units, made.alphas[0].alpha) == ((), 0, Figure(None))
    assert tables(made) == "No two annotators submitted the same sentence under guidelines 1.0.\n"


# Spans, attributes, links


def test_spans_count_where_they_touch_a_shared_sentence_and_once() -> None:
    """A source marked from the next sentence too is one; spans in a sentence that one annotator lacks do not count."""
    source, other = mark("the coastguard", "source"), mark("Olle Brandt", "source")
    ann = [unit(0, (), source), unit(1, (), source, other)]
    pair = compare(ann, [unit(0, (), mark("coastguard", "source"))])
    assert spans_of(pair, "source") == (1, 1, 0, 1)
    assert pair.spans[1].exact_f1.value == 0
    assert pair.spans[1].overlap_f1.value == 1


def test_a_span_over_two_sentences_counts_for_the_shared_one() -> None:
    across = Span(STARTS[0], ENDS[1], "content", TEXT[: ENDS[1]])
    pair = compare([unit(0, (), across), unit(1)], [unit(1, (), mark("It took", "content"))])
    assert spans_of(pair, "content") == (1, 1, 0, 1)
    assert pair.differences == (Difference("ferry:0001", across.key, mark("It took", "content").key),)
    pair = compare([unit(0, (), across), unit(1)], [unit(0), unit(1)])
    assert pair.differences == (Difference("ferry:0000", across.key, None),)


def test_a_span_marked_twice_keeps_its_attributes() -> None:
    bare, full = mark("said", "cue"), mark("said", "cue", attribution=Attribution(mode="indirect"))
    pair = compare([unit(0, (), bare), unit(1, (), full)], [unit(0, (), full), unit(1)])
    assert [(each.attribute, each.equal) for each in pair.attributes] == [("mode", 1)]


def test_f1_has_an_interval_over_sentences() -> None:
    """2 of 3 spans are matched; 1 resample in 27 draws only the sentence whose spans differ, 8 only the others."""
    words = ("The ferry", "41 minutes", "Nobody")
    first = [unit(i, (), mark(each, "source")) for i, each in enumerate(words)]
    pair = compare(first, [*first[:2], unit(2, (), mark("hurt", "source"))])
    assert spans_of(pair, "source") == (3, 3, 2, 2)
    f1 = pair.spans[1].exact_f1
    assert (f1.value, f1.low, f1.high) == pytest.approx((2 / 3, 0, 1))
    assert pair.spans[1].overlap_f1 == f1
    assert pair.spans[0].exact_f1 == Figure(None)


def test_f1_has_no_interval_where_many_resamples_have_no_span() -> None:
    number = unit(1, (), mark("41", "number"))
    pair = compare([unit(0), number, unit(2)], [unit(0), number, unit(2)])
    assert pair.spans[4].exact_f1 == Figure(1.0)


def attributes_of(first: Span, second: Span) -> dict[str, tuple[int, int, int]]:
    pair = compare([unit(1, (), first)], [unit(1, (), second)])
    return {f"{a.label} {a.attribute}": (a.compared, a.given, a.equal) for a in pair.attributes}


def test_attributes_are_compared_on_the_same_spans_only() -> None:
    number = Number("duration", value=41.0, unit="min", counted_start=3, counted_end=7)
    first = mark("41 minutes", "number", number=number)
    second = replace(first, number=replace(number, modifier="approximate", value=None, low=41.0, counted_start=None))
    assert attributes_of(first, second) == {
        "number kind": (1, 1, 1),
        "number quantity": (1, 1, 0),
        "number modifier": (1, 1, 0),
        "number unit": (1, 1, 1),
        "number counted": (1, 1, 0),
    }
    assert attributes_of(first, mark("41", "number", number=number)) == {}
    assert attributes_of(first, replace(first, number=None))["number kind"] == (1, 1, 0)


def test_attributes_that_neither_gives_are_passed_over() -> None:
    place = mark("Olle", "location", location=Location(usage="literal"))
    ticked = replace(place, location=Location(modifier=True, usage="mixed"))
    assert attributes_of(place, place) == {"location usage": (1, 1, 1)}
    assert attributes_of(place, ticked) == {"location usage": (1, 1, 0), "location modifier": (1, 1, 0)}
    zero = mark("41", "number", number=Number("count", value=0.0))
    assert attributes_of(zero, zero)["number quantity"] == (1, 1, 1)


def test_attributes_of_attributions_stand_on_content_and_cue() -> None:
    content = mark("It took", "content", attribution=Attribution("direct", "proposition"))
    cue = mark("said Olle", "cue")
    pair = compare([unit(1, (), content, cue)], [unit(1, (), replace(content, attribution=None), cue)])
    told = [(a.label, a.attribute, a.equal, a.share) for a in pair.attributes]
    assert told == [("content", "mode", 0, 0.0), ("content", "content_type", 0, 0.0)]


def test_links_are_compared_between_the_same_spans() -> None:
    content, cue = mark("“It took 41 minutes,”", "content"), mark("said Olle", "cue")
    source = mark("Olle Brandt", "source", ("source_of", content))
    shorter = mark("Olle", "source", ("source_of", content))
    ann = unit(1, (), content, replace(cue, links=(Link("cue_of", content.key),)), source)
    pair = compare([ann], [replace(ann, spans=(content, cue, source))])
    assert {each.name: (each.first, each.second, each.both) for each in pair.links if each.first} == {
        "source_of": (1, 1, 1),
        "cue_of": (1, 0, 0),
        "all": (2, 1, 1),
    }
    assert pair.links[-1].f1 == pytest.approx(2 / 3)
    assert pair.links[2].f1 is None
    assert compare([ann], [replace(ann, spans=(content, cue, shorter))]).links[0].first == 0
    assert compare([ann], [replace(ann, spans=(cue, replace(source, links=())))]).links[0].first == 0


def test_attributions_are_equal_when_all_their_spans_are() -> None:
    content, cue = mark("“It took 41 minutes,”", "content"), mark("said Olle", "cue")
    linked = replace(cue, links=(Link("cue_of", content.key),))
    source = mark("Olle Brandt", "source", ("source_of", content))
    other = (mark("The ferry", "content"), mark("the coastguard", "source"))
    ann, bob = (content, linked, source), (content, linked)
    one = compare([unit(0, (), *other), unit(1, (), *ann)], [unit(0, (), *other), unit(1, (), *ann)]).attributions
    assert (one.first, one.second, one.both, one.f1) == (2, 2, 2, 1.0)
    two = compare([unit(0, (), *other), unit(1, (), *ann)], [unit(0, (), *other), unit(1, (), *bob)]).attributions
    assert (two.first, two.second, two.both, two.f1) == (2, 2, 1, 0.5)
    assert compare([unit(0)], [unit(0)]).attributions.f1 is None


# All together


def crowd() -> list[Annotation]:
    """Three annotators; the third one left a sentence out."""
    norra, number = mark("Norra", "location"), mark("41", "number")
    return [
        by("ann", unit(0, ["claim", "location"], norra), unit(1, ["number"], number), unit(2, ["claim"])),
        by("bob", unit(0, ["claim"]), unit(1, ["number"], mark("41 minutes", "number")), unit(2, ["claim"])),
        by("cem", unit(0, ["claim", "location"], norra), unit(1, ["claim", "number"], number)),
    ]


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


# Reports


@pytest.fixture(scope="module")
def crowded() -> Agreement:
    return measure(ARTICLES, crowd(), "1.0")


def test_tables_have_a_row_a_label_and_say_what_they_rest_on(crowded: Agreement) -> None:
    lines = tables(crowded).splitlines()
    assert lines[0] == "ann (first) and bob (second), guidelines 1.0: 3 sentences of 1 article."
    assert "| attribution: 0/0/0/3 | 1.00 | – | 1.00 | 0.00 | – | 1.00 [1.00, 1.00] | – |" in lines
    assert "| number | 1 | 1 | 0 | 1 | 0.00 | 1.00 |" in lines
    assert any(line.startswith("| label, all annotators ") for line in lines)
    assert set(crowded.warnings) | set(crowded.notes) <= set(lines)
    widths = [line.count("|") for line in lines]
    for before, after in pairwise(widths):
        assert before == after or 0 in (before, after)


def in_terminal(made: Agreement) -> str:
    console = Console(width=80, record=True, file=StringIO())
    console.print(render(made))
    return console.export_text()


def test_terminal_shows_agreement_in_80_columns(crowded: Agreement) -> None:
    shown = in_terminal(crowded)
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "…" not in shown
    for told in ("ann (first) and bob (second)", " 0/0/0/3", "ferry:0000 (4)", "ann | bob: location | –", "AC1"):
        assert told in shown


def test_reports_of_two_annotators_are_short() -> None:
    """Without attributes, links and differences there is nothing to say of them, and alpha over all is that of two."""
    same = [by(name, unit(0, ["claim"]), unit(1)) for name in ("ann", "bob")]
    made = measure(ARTICLES, same, "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert "claim" in shown
        assert not any(each in shown for each in ("all annotators", "most differences", "attribute of", "links of"))
    content, cue = mark("It took", "content", attribution=Attribution("direct")), mark("said Olle", "cue")
    linked = unit(1, (), content, replace(cue, links=(Link("cue_of", content.key),)))
    made = measure(ARTICLES, [by("ann", linked), by("bob", linked)], "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert all(each in shown for each in ("content: mode", "cue_of", "whole attributions"))
