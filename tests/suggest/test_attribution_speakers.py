"""Who speaks, where a content ends and what it tells, in forms that are easily misread."""

from __future__ import annotations

import pytest

from pressmark.model import Article, Provenance, Sentence, Span
from pressmark.segment import segment
from pressmark.suggest import attribution, claim

Row = tuple[list[str], list[str], list[str]]


def article(text: str, units: list[Sentence] | None = None) -> Article:
    sentences = segment(text) if units is None else units
    return Article(
        id="t", text=text, language="en", provenance=Provenance("t.txt", "0" * 64), sentences=tuple(sentences)
    )


def read(text: str) -> list[Span]:
    return attribution.suggest(article(text))


def row(text: str) -> Row:
    spans = read(text)
    sources, cues, contents = ([s.text for s in spans if s.label == label] for label in ("source", "cue", "content"))
    return sources, cues, contents


def block(lines: list[str], kinds: list[str]) -> list[Span]:
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    units = [Sentence(s, s + len(t), i, 0, k) for i, (s, t, k) in enumerate(zip(starts, lines, kinds, strict=True))]
    return attribution.suggest(article(text, units))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Reed, who chairs the board, said the pier “must stay.”",
         "Reed, who chairs the board", "the pier “must stay.”"),
        ("Olle Brandt, 61, of Larnel, said the ferry was lost.", "Olle Brandt, 61, of Larnel", "the ferry was lost"),
        ("Ada Obi, 44, of the harbour union, said she had no boat.", "Ada Obi, 44, of the harbour union",
         "she had no boat"),
        ("The ferry is lost, the clerk, Ada Obi, said.", "the clerk, Ada Obi", "The ferry is lost"),
        ("The ferry is lost, Ada Obi, the clerk of Larnel, said.", "Ada Obi, the clerk of Larnel",
         "The ferry is lost"),
        ("The ferry is lost, said the clerk.", "the clerk", "The ferry is lost"),
        ("The ferry, which leaked, is lost, said the clerk.", "the clerk", "The ferry, which leaked, is lost"),
        ("“The ferry is lost,” Ada Obi, 44, of Larnel, said.", "Ada Obi, 44, of Larnel", "“The ferry is lost,”"),
    ],
)  # fmt: skip
def test_a_described_subject_speaks(text: str, source: str, content: str) -> None:
    assert row(text) == ([source], ["said"], [content])


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("She said the pier was shut and accused the port of neglect.",
         ["the pier was shut", "the port of neglect"]),
        ("She said the pier was shut and urged sailors to wait.", ["the pier was shut", "sailors to wait"]),
        ("He said the pier was shut and that the dock was full.", ["the pier was shut and that the dock was full"]),
        ("Obi, who denied all charges, had claimed she was ill.", ["all charges", "she was ill"]),
        ("The port, which announced the sale, fell silent on Monday.", ["the sale"]),
        ("Obi, who said the dyke, which leaked, was safe, resigned.", ["the dyke, which leaked, was safe"]),
        ("Obi, who said the dyke was safe.", ["the dyke was safe"]),
        ("Fears that the ferry could sink have grown since March.", ["that the ferry could sink"]),
        ("Reports that the crew had died were false.", ["that the crew had died"]),
        ("It was a claim that the port and its crews reject.", []),
        ("The claim that the port had sold the dock angered crews.", ["that the port had sold the dock"]),
        ("It is, she added, a wreck.", ["It is", "a wreck"]),
        ("It will, he said, take months.", ["It will", "take months"]),
        ("The pier sank, he said, and the dock burned.", ["The pier sank"]),
        ("She sailed, he said, “only twice.”", ["She sailed", "“only twice.”"]),
        ("On Friday she sailed, he said, “Only twice.”", ["“Only twice.”"]),
        ("What we know so far", []),
        ("Vale Foods reported a rise in profit and raised its forecast.", ["a rise in profit"]),
        ("Vale Foods reported six deaths and damaged houses.", ["six deaths and damaged houses"]),
    ],
)  # fmt: skip
def test_where_a_content_ends(text: str, contents: list[str]) -> None:
    assert row(text)[2] == contents


def test_a_text_in_an_adjunct_is_no_cue_of_its_own() -> None:
    assert row("The port said in a statement that the dock was full.")[1] == ["said"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("'The dock is full,' said Obi.", "'The dock is full,'"),
        ("Obi said 'The dock is full' on Friday.", "'The dock is full'"),
        ("Obi said: 'The dock is full.'", "'The dock is full.'"),
        ("'The crews' boats can't sail,' said Obi.", "'The crews' boats can't sail,'"),
    ],
)
def test_straight_single_marks(text: str, content: str) -> None:
    (span,) = [s for s in read(text) if s.label == "content"]
    assert span.attribution is not None
    assert (span.text, span.attribution.mode) == (content, "direct")


@pytest.mark.parametrize(
    "text",
    [
        "We'll get 'em, said Obi, and the crews' union left.",
        "The '90s were the sailors' years, said Obi, 'cause of fish.",
    ],
)
def test_apostrophes_open_nothing(text: str) -> None:
    assert all(s.attribution.mode == "indirect" for s in read(text) if s.attribution)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The port reported seven deaths.", "proposition"),
        ("The port announced a 12% fare rise.", "proposition"),
        ("The clerk denied taking money.", "proposition"),
        ("The agency warned of drought.", "proposition"),
        ("The port confirmed the loss of three barges.", "proposition"),
        ("Obi called it “a ruin beyond repair”.", "proposition"),
        ("Obi accused the port of neglect.", "proposition"),
        ("The port confirmed the rumours.", "reference"),
        ("Crews raised these fears.", "reference"),
        ("The union criticised a plan for the dock.", "reference"),
        ("Obi alluded to the sale.", "reference"),
    ],
)
def test_what_tells_and_what_points(text: str, kind: str) -> None:
    (span,) = [s for s in read(text) if s.label == "content"]
    assert span.attribution is not None and span.attribution.content_type == kind


def test_an_event_that_is_told_stays_a_claim() -> None:
    one = article("The port reported seven deaths.")
    assert [s.text for s in claim.suggest(one, attribution.suggest(one))] == ["seven deaths"]


@pytest.mark.parametrize(
    "text",
    [
        "The bank raised its forecast.",
        "A sailor raised the alarm.",
        "She called the coastguard.",
        "The agency has called 12 of 20 seats.",
        "Storm estimates ranged from $2m to $5m.",
        "The rate rose four basis points to 3.1%.",
        "He ordered a coffee.",
        "Police questioned the driver.",
        "The mayor thanked the crew.",
        "She hates Larnel.",
        "She heard that the pier had sunk.",
        "The court heard the appeal.",
    ],
)
def test_deeds_are_no_words(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The crew raised doubts.", "raised"),
        ("She called the sale a disgrace.", "called"),
        ("She called Ada Obi a liar.", "called"),
        ("It was what he called a ruin.", "called"),
        ("She called for a vote.", "called for"),
        ("She questioned the sale.", "questioned"),
        ("The index points to a slump.", "points to"),
        ("She thanked the crew for their patience.", "thanked"),
    ],
)
def test_words_with_the_same_verbs(text: str, cue: str) -> None:
    assert cue in row(text)[1]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The court heard that the pier had sunk.", "heard", "that the pier had sunk"),
        ("The inquest heard how he had left.", "heard", "how he had left"),
    ],
)
def test_a_court_hears_what_others_say(text: str, cue: str, content: str) -> None:
    assert row(text) == ([], [cue], [content])


def test_questions_and_answers() -> None:
    spans = row("Q: Is the pier safe?\n\nA: It is.\n\nQ: For how long?\n\nA: For years.")
    assert spans[0] == ["Q", "A", "Q", "A"]
    assert spans[2] == ["Is the pier safe?", "It is", "For how long?", "For years"]


def test_a_name_before_a_quotation_speaks() -> None:
    text = "The vote was lost.\n\nBrandt: “I was wrong.”\n\nNote: “Norra” is a ship."
    assert row(text) == (["Brandt"], [":"], ["“I was wrong.”"])


def test_a_block_without_marks_has_both_its_sources() -> None:
    lines = ["In a letter, the guild wrote:", "The river is ours.", "It stays so.", "– Ada Obi, clerk", "They left."]
    spans = block(lines, ["body", "quote", "quote", "byline", "body"])
    (first, second) = [s for s in spans if s.label == "content"]
    assert (first.text, second.text) == ("The river is ours", "It stays so")
    assert [(link.type, link.target) for link in second.links] == [("part_of", first.key)]
    for label, words in (("source", "the guild"), ("cue", "wrote"), ("source", "Ada Obi, clerk")):
        (span,) = [s for s in spans if (s.label, s.text) == (label, words)]
        assert [link.target for link in span.links] == [first.key]
