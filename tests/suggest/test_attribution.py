"""What an annotator sees of the attribution suggester: who is marked as saying what, and how it is linked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.model import Article, Attribution, Provenance, Sentence, Span
from pressmark.segment import segment
from pressmark.suggest import attribution

SEED = Path(__file__).parents[2] / "seeds" / "000_992cb9edb926320c.txt"


def article(text: str, sentences: list[Sentence] | None = None) -> Article:
    units = segment(text) if sentences is None else sentences
    return Article(id="t", text=text, language="en", provenance=Provenance("t.txt", "0" * 64), sentences=tuple(units))


def read(text: str) -> list[tuple[str, str]]:
    return [(span.label, span.text) for span in attribution.suggest(article(text))]


def linked(spans: list[Span], start: Span) -> list[tuple[str, str]]:
    by_key = {span.key: span for span in spans}
    return [(link.type, by_key[link.target].text) for link in start.links]


def only(spans: list[Span], label: str, text: str) -> Span:
    (span,) = [span for span in spans if (span.label, span.text) == (label, text)]
    return span


# text, sources, cues, contents
SENTENCES = [
    (
        "The harbour master said that two ferries had collided.",
        ["The harbour master"],
        ["said"],
        ["that two ferries had collided"],
    ),
    (
        "The harbour master said two ferries had collided.",
        ["The harbour master"],
        ["said"],
        ["two ferries had collided"],
    ),
    (
        "Two ferries had collided, the harbour master said.",
        ["the harbour master"],
        ["said"],
        ["Two ferries had collided"],
    ),
    (
        "Two ferries had collided, said the harbour master.",
        ["the harbour master"],
        ["said"],
        ["Two ferries had collided"],
    ),
    (
        "According to the harbour master, two ferries had collided.",
        ["the harbour master"],
        ["According to"],
        ["two ferries had collided"],
    ),
    (
        "Two ferries had collided, according to the harbour master.",
        ["the harbour master"],
        ["according to"],
        ["Two ferries had collided"],
    ),
    (
        "Ines Vale, the mayor of Brackmouth, has not denied that the bridge is unsafe.",
        ["Ines Vale, the mayor of Brackmouth"],
        ["has not denied"],
        ["that the bridge is unsafe"],
    ),
    (
        "On Friday, Mayor Ines Vale told reporters that the bridge would close.",
        ["Mayor Ines Vale"],
        ["told"],
        ["that the bridge would close"],
    ),
    ("She vowed to rebuild the bridge.", ["She"], ["vowed"], ["to rebuild the bridge"]),
    ("The union condemned the plan.", ["The union"], ["condemned"], ["the plan"]),
    ("Residents alluded to the flood.", ["Residents"], ["alluded to"], ["the flood"]),
    (
        "The council repeated its offer, with clerk Tom Reed confirming that talks go on.",
        ["clerk Tom Reed"],
        ["confirming"],
        ["that talks go on"],
    ),
    (
        "The claim that the dam had failed angered the town.",
        [],
        ["claim"],
        ["that the dam had failed"],
    ),
    ("The plan was criticized by the union.", ["the union"], ["was criticized"], ["The plan"]),
    ("“The bridge is safe,” Vale said.", ["Vale"], ["said"], ["“The bridge is safe,”"]),
    ("“The bridge is safe,” said Vale.", ["Vale"], ["said"], ["“The bridge is safe,”"]),
    ('"The bridge is safe," she told the council.', ["she"], ["told"], ['"The bridge is safe,"']),
    ("Vale added, “The bridge is safe.”", ["Vale"], ["added"], ["“The bridge is safe.”"]),
]


@pytest.mark.parametrize(("text", "sources", "cues", "contents"), SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_who_says_what(text: str, sources: list[str], cues: list[str], contents: list[str]) -> None:
    found = read(text)
    assert [t for label, t in found if label == "source"] == sources
    assert [t for label, t in found if label == "cue"] == cues
    assert [t for label, t in found if label == "content"] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The allies’ tents and the players' boots stayed dry in the valley’s rain.",
        "It was the summer of ’76 and rock 'n' roll was everywhere.",
        "The so-called “reset” of the river ended in autumn.",
        "The board was 6'2\" long.",
        "The United States sent the first reported aid to the coast.",
        "The reports arrived late, and the claims office stayed shut.",
        "A new storm adds a fresh layer of snow to the hills.",
    ],
)
def test_says_nothing(text: str) -> None:
    assert read(text) == []


def test_links_tie_source_and_cue_to_the_content() -> None:
    spans = attribution.suggest(article("Vale said that the bridge was safe."))
    assert linked(spans, only(spans, "source", "Vale")) == [("source_of", "that the bridge was safe")]
    assert linked(spans, only(spans, "cue", "said")) == [("cue_of", "that the bridge was safe")]


def test_one_source_of_two_statements_is_one_span_with_two_links() -> None:
    spans = attribution.suggest(article("Vale praised the crews, insisting that the bridge was safe."))
    source = only(spans, "source", "Vale")
    assert linked(spans, source) == [("source_of", "the crews"), ("source_of", "that the bridge was safe")]


def test_a_quotation_goes_on_after_its_cue() -> None:
    spans = attribution.suggest(article("“We won,” Vale told the crowd. “Now we build.”\n\nThe crowd left."))
    later = only(spans, "content", "“Now we build.”")
    assert linked(spans, later) == [("part_of", "“We won,”")]


def test_a_quotation_over_sentences_and_paragraphs_is_one_attribution() -> None:
    text = "“We won. We will build,” Vale said. “The work is long.\n\n“It starts today.”\n\nNobody left."
    spans = attribution.suggest(article(text))
    contents = [span for span in spans if span.label == "content"]
    assert [span.text for span in contents] == [
        "“We won.",
        "We will build,”",
        "“The work is long.",
        "“It starts today.”",
    ]
    assert all(linked(spans, span) == [("part_of", "“We won.")] for span in contents[1:])
    assert linked(spans, only(spans, "source", "Vale")) == [("source_of", "“We won.")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The bridge is safe,” Vale said.", "direct"),
        ("Vale said the bridge is safe.", "indirect"),
        ("Vale said the bridge was “as safe as any house” in town.", "mixed"),
    ],
)
def test_mode(text: str, mode: str) -> None:
    (content,) = [span for span in attribution.suggest(article(text)) if span.label == "content"]
    assert content.attribution == Attribution(mode, "proposition")


def test_a_reference_is_told_from_a_proposition() -> None:
    spans = attribution.suggest(article("The union condemned the plan."))
    assert only(spans, "content", "the plan").attribution == Attribution("indirect", "reference")


def test_a_block_quotation_has_its_introduction_and_its_byline() -> None:
    lines = ["The guild described the mood:", "“The river is ours.”", "– Guild of Ferrymen", "The guild left."]
    text = "\n".join(lines)
    kinds = ["body", "quote", "byline", "body"]
    starts = [text.index(line) for line in lines]
    units = [Sentence(s, s + len(t), i, 0, k) for i, (s, t, k) in enumerate(zip(starts, lines, kinds, strict=True))]
    spans = attribution.suggest(article(text, units))
    for label, words, link in [
        ("source", "The guild", "source_of"),
        ("cue", "described", "cue_of"),
        ("source", "Guild of Ferrymen", "source_of"),
    ]:
        assert (link, "“The river is ours.”") in linked(spans, only(spans, label, words))
    assert ("source_of", "the mood") in linked(spans, only(spans, "source", "The guild"))
    assert only(spans, "content", "“The river is ours.”").attribution == Attribution("direct", "proposition")


def test_unbalanced_marks_stay_inside_their_sentence() -> None:
    text = "The mayor said “the bridge is safe. The river rose. Vale said that the town was dry."
    spans = attribution.suggest(article(text))
    assert ("content", "that the town was dry") in [(s.label, s.text) for s in spans]
    assert all("river rose" not in span.text for span in spans)


def test_the_seed_article() -> None:
    text = SEED.read_text(encoding="utf-8").rstrip("\n")
    spans = attribution.suggest(article(text))
    found = {(span.label, span.text) for span in spans}
    assert found >= {
        ("source", "military sources"),
        ("cue", "have reported"),
        ("source", "Ukraine’s military intelligence agency, known by its acronym GUR"),
        ("cue", "According to"),
        ("source", "press secretary Maj Gen Pat Ryder"),
        ("content", "North Korean combat deaths"),
        ("cue", "indicated"),
        ("source", "Washington and Kyiv"),
        ("source", "North Korea’s supreme leader, Kim Jong-un"),
        ("cue", "has pledged"),
        ("cue", "alluded to"),
        ("content", "the alliance"),
        ("cue", "asserting"),
        ("content", "to take “additional measures” to safeguard Russia and its allies’ security"),
        ("cue", "point out"),
        ("source", "Russian Defense Minister Andrei Belousov"),
        ("cue", "fearing"),
    }
    later = only(spans, "content", "“We are doing it accurately and in a balanced way to avoid being drawn into "
                 "a full-scale arms race.”")  # fmt: skip
    assert linked(spans, later)[0][1].startswith("“In view of rising geopolitical tensions")
    byline = only(spans, "source", "Institute for the Study of War")
    introduced = only(spans, "source", "The Washington-based Institute for the Study of War")
    assert linked(spans, byline) == linked(spans, introduced)
    assert linked(spans, byline)[0][1].startswith("“The poor integration")


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "''", "«", "»", " said", " Vale", " told", " that", ", ", ". ", "\n", "\n\n", ":",
     " according to ", " with", " asserting", "– ", " he", " claims", "é", "🙂", " the bridge is safe"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_sound_spans(text: str) -> None:
    it = article(text)
    spans = attribution.suggest(it)
    keys = {span.key for span in spans}
    assert len(keys) == len(spans)
    for span in spans:
        assert span.label in attribution.LABELS
        assert span.text and text[span.start : span.end] == span.text == span.text.strip()
        assert any(s.start <= span.start and span.end <= s.end for s in it.sentences)
        assert span.score is not None and 0 <= span.score <= 1
        assert all(link.target in keys and link.target != span.key for link in span.links)
        assert span.label != "source" or span.links
        assert span.label != "content" or span.attribution is not None


@pytest.mark.parametrize("unit", ["he said that they said, and ", "“a b c ", '"x y" z ', "‘a ", "according to "])
def test_a_very_long_sentence_gives_spans_within_it(unit: str) -> None:
    text = (unit * 5000).rstrip()
    for span in attribution.suggest(article(text, [Sentence(0, len(text), 0, 0, "body")])):
        assert 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def test_no_sentences_no_spans() -> None:
    assert attribution.suggest(article("", [])) == []
