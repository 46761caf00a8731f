"""Agreement on spans, their attributes and links."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.agreement import measure
from pressmark.agreement.attributes import nominal_kappa
from pressmark.agreement.values import Figure
from pressmark.model import Attribution, Link, Location, Number, Span

from .ferry import ARTICLES, ENDS, STARTS, TEXT, by, compare, mark, spans_of, unit
from .test_coefficients import task


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
    assert pair.differences == 1
    made = measure(ARTICLES, [by("ann", unit(0, (), across), unit(1)), by("bob", unit(0), unit(1))], "1.0")
    assert [(each.sentence, each.differences) for each in made.disputed] == [("ferry:0000", 1)]


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


def nominal(pairs: list[tuple[str, str]]) -> float | None:
    values = Counter(((a,), (b,)) for a, b in pairs)
    return nominal_kappa(values)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=12))
def test_kappa_of_several_values_is_that_of_nltk(pairs: list[tuple[str, str]]) -> None:
    ours = nominal(pairs)
    if len({each for pair in pairs for each in pair}) == 1:
        assert ours is None
    else:
        assert ours == pytest.approx(task(pairs).kappa(), abs=1e-12)


def test_attributes_with_few_values_have_a_kappa() -> None:
    places = [mark(words, "location", location=Location(usage="literal")) for words in ("Norra", "Olle", "Nobody")]
    other = [*places[:2], replace(places[2], location=Location(usage="metonymic"))]
    pair = compare([unit(0, (), *places), unit(1), unit(2)], [unit(0, (), *other), unit(1), unit(2)])
    assert [(each.attribute, each.equal, each.kappa) for each in pair.attributes] == [("usage", 2, 0.0)]
    number = mark("41", "number", number=Number("count", value=41.0))
    pair = compare([unit(1, (), number)], [unit(1, (), number)])
    assert {each.attribute: each.kappa for each in pair.attributes} == {
        "kind": None,
        "quantity": None,
        "modifier": None,
    }
