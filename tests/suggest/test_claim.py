"""What an annotator sees of the claim suggester: which clauses are marked as checkable, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.model import Article, Number, Provenance, Sentence, Span
from pressmark.segment import segment
from pressmark.suggest import attribution, claim

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
    ],
)
def test_views_questions_and_mere_frames_are_no_claims(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("kind", ["heading", "byline"])
def test_headings_and_bylines_never_claim(kind: str) -> None:
    assert claims("The bridge collapsed on Friday", kind) == []


def test_a_number_makes_a_claim_surer_and_is_given_as_the_reason() -> None:
    it = article("The bridge carries 900 cars.", "body")
    number = Span(19, 22, "number", "900", number=Number("count", value=900.0))
    without, _ = claim.explain(it, it.sentences[0], [])
    score, reasons = claim.explain(it, it.sentences[0], [number])
    assert score > without
    assert "a number (+0.25)" in reasons


def test_the_score_of_a_span_is_the_explained_one() -> None:
    it = article("The bridge collapsed on Friday.", "body")
    (span,) = claim.suggest(it)
    assert span.score == claim.explain(it, it.sentences[0], [])[0]


def test_the_seed_article() -> None:
    it = article(SEED.read_text(encoding="utf-8").rstrip("\n"))
    found = {span.text for span in claim.suggest(it, attribution.suggest(it))}
    assert found >= {
        "at least three North Korean servicemen went missing in the vicinity of another Kursk village",
        "the hermit kingdom had dispatched 10,000 to 12,000 troops to bolster Moscow’s faltering war effort",
        "language barriers have hindered combat coordination between Russian and North Korean forces",
    }
    assert not any(text.startswith(("The Washington-based", "In view of", "As the death toll")) for text in found)


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
    for sentence in it.sentences:
        assert 0 <= claim.explain(it, sentence, found)[0] <= 1
