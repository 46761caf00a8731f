"""What an adjudicator submits on the page becomes decisions: spans across sentences, links that a page cannot show."""

from __future__ import annotations

from dataclasses import replace

from pressmark.adjudicate import prepare
from pressmark.adjudication import Case
from pressmark.decisions import Adjudication, Item
from pressmark.labelstudio.rulings import Submitted, rule
from pressmark.labelstudio.sides import Pages
from pressmark.model import Annotation, Article, Attribution, Link, Location, Provenance, Sentence, Span, Unit

TEXT = "Two boats sank. Ada Obi said so. The pier is shut. It opens in May."
CUTS = ((0, 15), (16, 32), (33, 50), (51, 67))
ARTICLE = Article(
    "boats",
    TEXT,
    "en",
    Provenance("boats.txt", "0" * 64),
    segmenter="s 1",
    sentences=tuple(Sentence(start, end, 0, 0, "body") for start, end in CUTS),
)


def span(words: str, label: str, *links: tuple[str, Span], **more: object) -> Span:
    start = TEXT.index(words)
    made = Span(start, start + len(words), label, words, links=tuple(sorted(Link(t, s.key) for t, s in links)))
    return replace(made, **more)  # type: ignore[arg-type]


SANK, SHUT = span("Two boats sank", "content"), span("The pier is shut", "content")
OPENS = span("It opens in May", "content", ("part_of", SHUT), attribution=Attribution("indirect"))
OBI = span("Ada Obi", "source", ("source_of", SANK))
BOTH = replace(OBI, links=tuple(sorted((Link("source_of", SANK.key), Link("source_of", SHUT.key)))))
PIER = span("The pier", "location", location=Location())


def case(*spans: tuple[Span, ...], before: Adjudication | None = None) -> Case:
    """Two annotators' spans; both submitted every sentence."""
    annotations = []
    for who, given in zip("ab", spans, strict=True):
        units = tuple(
            Unit(
                i,
                "submitted",
                "2026-01-01T00:00:00Z",
                "1.0",
                "0" * 64,
                spans=tuple(s for s in given if start <= s.start < end),
            )
            for i, (start, end) in enumerate(CUTS)
        )
        annotations.append(Annotation("boats", ARTICLE.text_sha256, "s 1", who, "human", units))
    made = prepare(ARTICLE, annotations, "1.0", audit=False, before=before)
    return Case(ARTICLE, tuple(annotations), made)


def says(index: int, at: int, *spans: Span, who: str = "c") -> Submitted:
    """What an adjudicator submits about a sentence on some day: spans with the links that its page can show."""
    keys = {each.key for each in spans}
    shown = [replace(s, links=tuple(link for link in s.links if link.target in keys)) for s in spans]
    return Submitted(index, who, f"why {index}", f"2026-02-{at:02d}T00:00:00Z", tuple(shown))


def ruled(there: Case, *submitted: Submitted) -> tuple[Case, dict[str, Item], list[str]]:
    """Rule, as a pull does, and list it anew; return also the items by their key, and what was wrong."""
    made, problems = rule(there, submitted, "f")
    again = replace(there, made=there.listed(made, audit=made.audit))
    return again, {item.key: item for unit in again.made.units for item in unit.items}, [p.fact for p in problems]


GIVEN = ((SANK, OBI, SHUT, PIER), (SANK, OBI))


def test_a_link_that_was_added_from_another_sentence_counts_whichever_was_submitted_first() -> None:
    own, other = says(1, 1, OBI), says(2, 2, SHUT, PIER, BOTH)
    for order in ([own, other], [other, own]):
        there = case(*GIVEN)
        for at in range(len(order)):  # pulled after each
            there, items, wrong = ruled(there, *order[: at + 1])
            assert not wrong
        assert items[OBI.key].own == BOTH and items[OBI.key].why == "why 2"
        assert items[SHUT.key].take == items[PIER.key].take == "a"
        assert ruled(there, *order)[0] == there
        later = says(2, 3, SHUT, PIER)  # she takes the link away again
        _, items, wrong = ruled(there, own, later)
        assert not wrong and OBI.key not in items  # so nothing but what both gave is left of it


def test_a_source_that_nobody_had_marked_is_added_where_it_stands_and_taken_away_again() -> None:
    given = ((SANK, SHUT), (SANK,))
    there, items, wrong = ruled(case(*given), says(2, 1, SHUT, replace(OBI, links=(Link("source_of", SHUT.key),))))
    assert not wrong and items[OBI.key].take == "own"
    assert [unit.index for unit in there.made.units if any(item.key == OBI.key for item in unit.items)] == [1]
    there, items, wrong = ruled(there, says(2, 2, SHUT))
    assert not wrong and OBI.key not in items


def test_a_span_that_its_own_sentence_leaves_out_is_told() -> None:
    _, items, wrong = ruled(case(*GIVEN), says(1, 1), says(2, 2, SHUT, PIER, BOTH))
    assert len(wrong) == 1 and f"it marks {OBI.key}, which sentence 1 leaves out" in wrong[0]
    assert items[OBI.key].take == "none" and not items[PIER.key].take


def test_links_that_no_page_can_show_stay() -> None:
    other = replace(OPENS, attribution=Attribution("direct"))
    there = case((SHUT, OPENS), (SHUT, other))
    assert [each.links for each in Pages.of(there).page(3).as_read("a")] == [()]
    _, items, _ = ruled(there, says(3, 1, other))
    assert items[OPENS.key].take == "b"  # with its link
    _, items, _ = ruled(there, says(3, 1, replace(OPENS, attribution=Attribution("mixed"))))
    assert items[OPENS.key].own == replace(OPENS, attribution=Attribution("mixed"))


def test_a_comment_that_is_changed_is_taken_over_and_another_sentence_changes_nothing() -> None:
    there, _, _ = ruled(case(*GIVEN), says(2, 1, SHUT, PIER), says(1, 1, OBI))
    again, items, _ = ruled(there, replace(says(2, 2, SHUT, PIER), why="said better"), says(1, 1, OBI))
    assert items[PIER.key].why == "said better" and items[PIER.key].take == "a"
    later, items, _ = ruled(again, replace(says(2, 2, SHUT, PIER), why="said better"), says(3, 9))
    assert items[PIER.key].why == "said better"
    assert ruled(later, says(2, 2, SHUT, PIER), says(3, 9))[0] == later


def test_the_same_decision_of_somebody_else_is_no_difference_and_another_one_is() -> None:
    there, _, _ = ruled(case(*GIVEN), says(2, 1, SHUT, PIER))
    for who, spans, count in (("d", (SHUT, PIER), 0), ("d", (SHUT,), 1)):
        _, items, wrong = ruled(there, says(2, 5, *spans, who=who))
        assert len(wrong) == count and items[PIER.key].who == "c" and items[PIER.key].take == "a"


def test_versions_that_differ_in_a_link_that_was_not_shown_are_told_and_stay_open() -> None:
    one = replace(OBI, links=BOTH.links[:1])
    for first, second in ((one, BOTH), (BOTH, one)):  # whoever comes first
        there = case((SANK, first, SHUT), (SANK, second, SHUT))
        _, items, wrong = ruled(there, says(1, 1, OBI))
        assert not items[OBI.key].take and len(wrong) == 1 and "the versions of a and b look alike" in wrong[0]
        told = rule(there, [says(1, 1, OBI)], "f")[1]
        assert "decide in Label Studio on sentence 2 as well" in told[0].repair
        for shut, taken in (((SHUT,), one), ((SHUT, BOTH), BOTH)):
            _, items, wrong = ruled(there, says(1, 1, OBI), says(0, 2, SANK, one), says(2, 3, *shut))
            assert not wrong and items[OBI.key].versions[items[OBI.key].take] == taken


def test_versions_that_look_alike_leave_what_was_decided_between_them_by_hand() -> None:
    there = case((SANK, OBI, SHUT), (SANK, BOTH, SHUT))
    for take, count in (("b", 0), ("none", 1)):
        (unit,) = there.made.units
        items = tuple(replace(item, take=take, who="d", why="by hand") for item in unit.items)
        by_hand = replace(there, made=replace(there.made, units=(replace(unit, items=items),)))
        _, decided, wrong = ruled(by_hand, says(1, 1, OBI))
        assert decided[OBI.key].take == take and decided[OBI.key].why == "by hand" and len(wrong) == count


def test_a_sentence_says_who_decides_now_where_another_adjudicator_decides_anew() -> None:
    there, _, _ = ruled(case(*GIVEN), says(2, 1, SHUT, PIER))
    (unit,) = [unit for unit in there.made.units if unit.index == 2]
    emptied = replace(unit, items=tuple(Item(item.key, versions=item.versions) for item in unit.items))
    units = tuple(emptied if each is unit else each for each in there.made.units)
    again = ruled(replace(there, made=replace(there.made, units=units)), says(2, 5, who="d"))[0]
    (unit,) = [unit for unit in again.made.units if unit.index == 2]
    assert unit.who == "d" and {item.take for item in unit.items} == {"none"}
