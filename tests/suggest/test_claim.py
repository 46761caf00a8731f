"""What an annotator sees of the claim suggester: which clauses are marked as checkable, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.model import Article, Number, Provenance, Sentence, Span
from pressmark.segment import segment
from pressmark.suggest import attribution, claim, number

SEED = Path(__file__).parents[2] / "seeds" / "000_992cb9edb926320c.txt"


def article(text: str, kind: str | None = None) -> Article:
    units = segment(text) if kind is None else [Sentence(0, len(text), 0, 0, kind)]
    return Article(id="t", text=text, language="en", provenance=Provenance("t.txt", "0" * 64), sentences=tuple(units))


def claims(text: str, kind: str = "body") -> list[str]:
    it = article(text, kind)
    return [span.text for span in claim.suggest(it, attribution.suggest(it))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The bridge collapsed on Friday.", ["The bridge collapsed on Friday"]),
        ("Vale said that the bridge had collapsed.", ["the bridge had collapsed"]),
        ("“The bridge has collapsed,” Vale said.", ["The bridge has collapsed"]),
        ("The bridge had collapsed, according to the harbour master.", ["The bridge had collapsed"]),
        (
            "The bridge collapsed on Friday, and the ferry sank in March.",
            ["The bridge collapsed on Friday", "the ferry sank in March"],
        ),
        ("The bridge was closed, but it may reopen.", ["The bridge was closed"]),
        (
            "The ferry, the coast guard said, had lost its rudder.",
            ["The ferry, the coast guard said, had lost its rudder"],
        ),
        (
            "The ferry, according to the coast guard, sank in March.",
            ["The ferry, according to the coast guard, sank in March"],
        ),
        ("“It sank,” Vale said, “and we swam for hours.”", ["It sank", "we swam for hours"]),
        ("The coast guard reported the first sinking of a ferry.", ["the first sinking of a ferry"]),
        ("It is a sad day for a town that has lost half of its shops.", ["that has lost half of its shops"]),
        ("While the pumps still run, the dyke may break.", ["While the pumps still run"]),
        ("The pier could close because the wall has cracked.", ["because the wall has cracked"]),
        (
            "The pier was closed in May after engineers warned that it could fall.",
            ["The pier was closed in May after engineers warned that it could fall"],
        ),
        (
            "The pier was closed in May, but Vale said that the owners had left.",
            ["The pier was closed in May", "the owners had left"],
        ),
        ("A US ferry is due in May with 400 cars.", ["A US ferry is due in May with 400 cars"]),
        ("The council rejected the plan.", ["The council rejected the plan"]),
        ("Vale vowed on Sunday to rebuild the pier.", ["Vale vowed on Sunday to rebuild the pier"]),
        ("The harbour, led by Ada Obi, closed in May.", ["The harbour, led by Ada Obi, closed in May"]),
        (
            "Ada Obi is a senior fellow at the Brackmouth Institute.",
            ["Ada Obi is a senior fellow at the Brackmouth Institute"],
        ),
        ("Support for the pier has fallen since March.", ["Support for the pier has fallen since March"]),
        ("Rents rose to 7.4%.", ["Rents rose to 7.4%"]),
        ("$30 million was lost.", ["$30 million was lost"]),
        ("The council said on Monday that four sailors drowned.", ["four sailors drowned"]),
        ("Fares doubled.", ["Fares doubled"]),
        ("The crew sought to free the ferry.", ["The crew sought to free the ferry"]),
        ("Brackmouth beat Larnel on Sunday.", ["Brackmouth beat Larnel on Sunday"]),
        ("Each ferry carries 400 cars since March.", ["Each ferry carries 400 cars since March"]),
        ("BRACKMOUTH, March 3 (CPA) — The bridge was closed.", ["The bridge was closed"]),
        ("BRACKMOUTH: The bridge was closed.", ["The bridge was closed"]),
        ("That storm sank 40 boats.", ["That storm sank 40 boats"]),
        ("However, the bridge was closed in March.", ["the bridge was closed in March"]),
        ("Asked if the bridge was safe, Vale left the room.", ["Vale left the room"]),
        (
            "The harbour kept the prospect of work alive in March.",
            ["The harbour kept the prospect of work alive in March"],
        ),
    ],
)
def test_the_checkable_clause_is_marked(text: str, spans: list[str]) -> None:
    assert claims(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "The bridge may perhaps reopen.",
        "Who would want such a terrible bridge?",
        "We must thank our brave crews.",
        "The guild described these troubles in a recent letter:",
        "The union condemned the plan.",
        "Police did not say how many sailors had been hurt.",
        "It is not known whether the dam failed in March.",
        "It is unclear how many sailors were hurt in March.",
        "The outcome of the vote in Brackmouth remains to be seen.",
        "The council will spend $30 million on 40 new ferries in March.",
        "A new harbour would cost $30 million, Vale said.",
        "If the wall cracked, the pier would close.",
        "Let us rebuild the pier.",
        "“We must act together,” she said.",
        "Nobody should have to live like this.",
        "The union highlighted these troubles.",
        "What comes next is anyone's guess.",
        "Is the bridge safe?",
    ],
)
def test_views_questions_and_mere_frames_are_no_claims(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Fares fell and rents rose.", ["Fares fell", "rents rose"]),
        ("The dyke was closed and two tugs were sold.", ["The dyke was closed", "two tugs were sold"]),
        ("The pier closed in May but the ferry sank in June.", ["The pier closed in May", "the ferry sank in June"]),
        ("Vale said her boat had sunk and that he was drunk.", ["her boat had sunk", "he was drunk"]),
        (
            "The man who shot the guard was arrested and the gun was found.",
            ["The man who shot the guard was arrested", "the gun was found"],
        ),
        ("The council met in May and rejected the levy.", ["The council met in May and rejected the levy"]),
        ("The man who shot a guard and a clerk was jailed.", ["The man who shot a guard and a clerk was jailed"]),
        ("The blast killed a guard and a man seated nearby.", ["The blast killed a guard and a man seated nearby"]),
        ("The road closed after the river rose and the dyke broke.", [
            "The road closed after the river rose and the dyke broke"
        ]),
        ("The ship and its crew were lost.", ["The ship and its crew were lost"]),
        ("Vale thought the tug and the ferry had sunk.", ["the tug and the ferry had sunk"]),
        ("It was a place Ada and Olle found in 2010.", ["It was a place Ada and Olle found in 2010"]),
        ("The law broke federal and state rules in 2010.", ["The law broke federal and state rules in 2010"]),
    ],
)  # fmt: skip
def test_a_clause_with_a_subject_of_its_own_is_marked_alone(text: str, spans: list[str]) -> None:
    assert claims(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "Norra, Vesna — A boat sank on Friday.",
        "Norra — A boat sank on Friday.",
        "(CPA) — A boat sank on Friday.",
        "• A boat sank on Friday.",
        "1. A boat sank on Friday.",
        "(2) A boat sank on Friday.",
    ],
)
def test_datelines_and_list_marks_stay_outside(text: str) -> None:
    assert claims(text, "body") == ["A boat sank on Friday"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm would cut 650 jobs, or 7% of its staff, in May.",
        "A study funded by the port will look at 300 homes in 2027.",
        "The port expects to lose $40 million this year.",
        "It expects costs of $40 million this year.",
        "The speech was a masterclass.",
        "It was very brave.",
        "It sounded like a freight train.",
        "Last updated at 10:30 GMT on Friday",
        "“Who is this for?” asked Ada Vale, a nurse.",
        "I love this town.",
    ],
)
def test_figures_and_the_past_do_not_outvote_the_future_and_a_judgement(text: str) -> None:
    it = article(text, "body")
    found = number.suggest(it)
    assert claim.suggest(it, [*found, *attribution.suggest(it, found)]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Her aunt cleans offices at night",
        "The company makes car parts",
        "Most homes lack water",
        "The firm hides its losses",
        "There'd been 14 arrests",
        "Approved the budget for 2027",
        "Appointed Ada Kwan as treasurer",
        "The bridge was badly damaged",
        "Sanctions — Norra's favourite tool — have failed",
        "The Ministry of Justice closed the port",
    ],
)
def test_plain_facts_are_claims(text: str) -> None:
    assert claims(f"{text}.", "body") == [text]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Scientists have found evidence that the wall cracked in 2010.", ["the wall cracked in 2010"]),
        (
            "“Who is this for?” asked Ada Vale, 74, who has lived in Norra for 40 years.",
            ["who has lived in Norra for 40 years"],
        ),
    ],
)
def test_a_frame_around_evidence_or_a_question_stays_outside(text: str, spans: list[str]) -> None:
    it = article(text, "body")
    found = number.suggest(it)
    assert [span.text for span in claim.suggest(it, [*found, *attribution.suggest(it, found)])] == spans


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The fossils found in the rock are old.", "past tense"),
        ("The Ministry of Justice closed the port.", "an ideal"),
        ("Stark County closed the port.", "an opinion"),
        ("The port closed on Monday.", "a name"),
    ],
)
def test_a_reason_is_not_given_for_the_wrong_word(text: str, reason: str) -> None:
    it = article(text, "body")
    assert reason not in dict(claim.why(it, [], 0))


def test_a_byline_never_claims() -> None:
    assert claims("The bridge collapsed on Friday", "byline") == []


@pytest.mark.parametrize(
    "text",
    [
        "Storm Sinks 40 Boats on Friday",
        "The Old Bridge Has Collapsed",
        "Talks collapsed",
        "Council rejects harbour plan",
        "Owners leave old pier",
        "Police Arrest Ferry Owner",
        "Storm hits pier",
    ],
)
def test_a_heading_with_a_finite_verb_may_claim(text: str) -> None:
    assert claims(text, "heading") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Deadly Clashes at 7 Bridges",
        "Rising Waters",
        "Ferry Owners and Their 40 Boats",
        "Arrests in Brackmouth",
        "Uneasy Calm in Norra",
        "Bridge closure plans for May",
    ],
)
def test_a_heading_without_a_finite_verb_never_claims(text: str) -> None:
    assert claims(text, "heading") == []


def test_a_number_makes_a_claim_surer_and_is_given_as_the_reason() -> None:
    it = article("The bridge carries 900 cars.", "body")
    number = Span(19, 22, "number", "900", number=Number("count", value=900.0))
    assert claim.sentence_scores(it, [number])[0] > claim.sentence_scores(it, [])[0]
    assert ("a number", 1.0) in claim.why(it, [number], 0)
    assert "a number +1" in claim.explain(it, [number])[0]


def test_the_score_of_a_span_is_that_of_its_sentence() -> None:
    it = article("The bridge collapsed on Friday.", "body")
    (span,) = claim.suggest(it)
    assert span.score == round(claim.sentence_scores(it)[0], 2)


def test_reasons_are_those_of_the_clause_that_claims_most() -> None:
    it = article("The bridge collapsed on Friday, and it may perhaps reopen.", "body")
    assert "past tense" in claim.explain(it)[0]
    assert "possibility" not in claim.explain(it)[0]


@pytest.mark.parametrize(
    ("text", "ours", "policlaim"),
    [
        ("We will build 40 new schools and hire 900 teachers by next year.", False, True),
        ("Last year this government cut income taxes by $30 million.", True, True),
        ("Together we must never lose hope.", False, False),
        ("May God bless you all.", False, False),
    ],
)
def test_commitments_claim_only_by_the_rule_of_policlaim(text: str, ours: bool, policlaim: bool) -> None:
    it = article(text, "body")
    found = number.suggest(it)
    assert (claim.sentence_scores(it, found)[0] >= claim.THRESHOLD) is ours
    assert (claim.sentence_scores(it, found, "policlaim")[0] >= claim.THRESHOLD) is policlaim


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        claim.sentence_scores(article("The bridge collapsed."), profile="nonsense")


def test_the_seed_article() -> None:
    it = article(SEED.read_text(encoding="utf-8").rstrip("\n"))
    found = {span.text for span in claim.suggest(it, attribution.suggest(it))}
    assert found >= {
        "at least three North Korean servicemen went missing in the vicinity of another Kursk village",
        "the hermit kingdom had dispatched 10,000 to 12,000 troops to bolster Moscow’s faltering war effort",
        "language barriers have hindered combat coordination between Russian and North Korean forces",
    }
    assert not any(text.startswith(("The Washington-based", "In view of")) for text in found)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(
    ["“", "”", '"', "’", " Vale said", " that", ", and", " it was", ". ", "\n", "; ", "?", " 30", "é", "🙂"]
), max_size=30).map("".join)))  # fmt: skip
def test_any_text_gives_sound_spans(text: str) -> None:
    it = article(text)
    found = attribution.suggest(it)
    spans = claim.suggest(it, found)
    assert len({span.key for span in spans}) == len(spans)
    for span in spans:
        assert span.label == "claim"
        assert span.text and text[span.start : span.end] == span.text == span.text.strip()
        assert any(s.start <= span.start and span.end <= s.end for s in it.sentences)
        assert span.score is not None and claim.THRESHOLD <= span.score <= 1
    for profile in ("pressmark", "policlaim"):
        assert [0 <= score <= 1 for score in claim.sentence_scores(it, found, profile)] == [True] * len(it.sentences)
    assert list(claim.explain(it, found)) == list(range(len(it.sentences)))


AMOUNTS = st.lists(
    st.sampled_from(
        ["$", "€", "3.9", ".5", "%", " percent", "30", " million", "-", "°C", " rose to ", " and ", ", ", ". ", "; ",
         "“", "”", " Vale said", " that ", " between ", " it was ", "(", ")"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(AMOUNTS)
def test_no_claim_ends_inside_a_number(text: str) -> None:
    it = article(text)
    found = [*number.suggest(it), *attribution.suggest(it)]
    edges = {edge for span in claim.suggest(it, found) for edge in (span.start, span.end)}
    assert not [s for s in found if s.label == "number" and any(s.start < edge < s.end for edge in edges)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The clerk is said to have taken 900 crowns in 2019.", ["The clerk is said to have taken 900 crowns in 2019"]),
        ("The quay will open in May and 12 people died in a fire.", ["12 people died in a fire"]),
        ("Candidate\tVotes\tShare", []),
        ("Dahl\t12,400\t51.3%", []),
    ],
)
def test_subjects_of_passives_rows_and_facts_beside_the_future(text: str, spans: list[str]) -> None:
    assert claims(text) == spans
