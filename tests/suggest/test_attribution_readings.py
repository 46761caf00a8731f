"""Sentences that a shallow reader gets wrong: what interrupts, what only looks like a cue, where a source ends."""

from __future__ import annotations

import pytest

from pressmark.model import Article, Provenance, Span
from pressmark.segment import segment
from pressmark.suggest import attribution


def read(text: str) -> list[Span]:
    provenance = Provenance("t.txt", "0" * 64)
    return attribution.suggest(Article("t", text, "en", provenance, sentences=tuple(segment(text))))


def texts(spans: list[Span], label: str) -> list[str]:
    return [span.text for span in spans if span.label == label]


INTERRUPTED = [
    ("The ferry, officials said, had lost its rudder.", "officials", ["The ferry", "had lost its rudder"]),
    ("The ferry, Vale told reporters, had lost its rudder.", "Vale", ["The ferry", "had lost its rudder"]),
    ("The ferry, according to the coast guard, sank.", "the coast guard", ["The ferry", "sank"]),
    ("On Monday, officials said, the ferry had sunk.", "officials", ["On Monday", "the ferry had sunk"]),
    ("The ferry had burned, officials said, and sank soon after.", "officials",
     ["The ferry had burned", "sank soon after"]),
    ("“The ferry,” Vale said, “had lost its rudder.”", "Vale", ["“The ferry,”", "“had lost its rudder.”"]),
    ("“The ferry”, Vale said, “had lost its rudder”.", "Vale", ["“The ferry”", "“had lost its rudder”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "contents"), INTERRUPTED)
def test_a_source_between_commas_leaves_two_fragments(text: str, source: str, contents: list[str]) -> None:
    spans = read(text)
    first, second = [span for span in spans if span.label == "content"]
    assert (texts(spans, "source"), [first.text, second.text]) == ([source], contents)
    assert [(link.type, link.target) for link in second.links] == [("part_of", first.key)]


@pytest.mark.parametrize(
    "text",
    [
        "The port posted a net loss of $4 million, compared with a profit a year ago.",
        "The central bank raised rates again.",
        "The club backed its manager after the defeat.",
        "The port shared its results with investors.",
        "The mayor addressed a crowd in the square.",
        "The judge denied bail.",
        "The shipyard recalled 300 ferries after tests showed a fault.",
        "The bank cut its rate by a quarter of a percentage point to 3.25%.",
        "The port declined to comment.",
        "The mayor declined to be named.",
        "The port did not respond to a request for comment.",
        "The bank, which declined to comment, has 40 branches.",
        "The tests released in May were wrong.",
    ],
)
def test_what_only_looks_like_a_cue(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Parents raised concerns about the bridge.", "raised concerns about", "the bridge"),
        ("Parents raised these concerns in May.", "raised", "these concerns"),
        ("Parents have expressed concern that the bridge is old.", "have expressed concern", "that the bridge is old"),
        ("The army denied the allegation.", "denied", "the allegation"),
        ("The port shared “a note of thanks” with its crews.", "shared", "“a note of thanks” with its crews"),
        ("Vale posted that the bridge was safe.", "posted", "that the bridge was safe"),
        ("The port declined to say whether fares would rise.", "declined to say", "whether fares would rise"),
        ("The port refused to comment on the collision.", "refused to comment on", "the collision"),
        ("Vale went on to say that the bridge was safe.", "went on to say", "that the bridge was safe"),
        ("Vale further indicated that the bridge was safe.", "indicated", "that the bridge was safe"),
        ("Vale has repeatedly denied that the bridge was safe.", "has repeatedly denied", "that the bridge was safe"),
        ("Vale never said the bridge was safe.", "never said", "the bridge was safe"),
    ],
)
def test_the_cue_and_what_it_takes(text: str, cue: str, content: str) -> None:
    spans = read(text)
    assert (texts(spans, "cue"), texts(spans, "content")) == ([cue], [content])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to figures released by the port, 4,000 people left.", "figures released by the port"),
        ("Analysts surveyed by the union expect fares to fall.", "Analysts surveyed by the union"),
        ("The report, published by the union on Monday, says fares fell.",
         "The report, published by the union on Monday"),
        ("“The reef is dying,” says Dr. Ines Vale, a biologist at Larnel who was not involved in the work.",
         "Dr. Ines Vale, a biologist at Larnel who was not involved in the work"),
        ("“He was kind,” a neighbour who gave her name only as Nell recalled.",
         "a neighbour who gave her name only as Nell"),
        ("Critics argue the law, which takes effect Jan. 1, will keep voters away.", "Critics"),
        ("Officials in Larnel believe the bridge is safe.", "Officials in Larnel"),
        ("The bridge is safe, according to the mayor, closing the debate.", "the mayor"),
    ],
)  # fmt: skip
def test_where_a_source_ends(text: str, source: str) -> None:
    assert texts(read(text), "source") == [source]


def test_an_opening_participle_has_no_source_and_leaves_the_main_clause() -> None:
    spans = read("Asked if the bridge was safe, Vale shook her head.")
    assert [(s.label, s.text) for s in spans] == [("cue", "Asked"), ("content", "if the bridge was safe")]


@pytest.mark.parametrize(
    "text",
    [
        "The council has reported the first leaks among ferries sent to serve in the north.",
        "Vale did not deny the allegation but left the room.",
    ],
)
def test_a_noun_phrase_is_a_reference(text: str) -> None:
    (content,) = [span for span in read(text) if span.label == "content"]
    assert content.attribution is not None and content.attribution.content_type == "reference"


@pytest.mark.parametrize(
    "line", ["BRACKMOUTH, Larnel (CPA) — ", "LARNEL, March 3 (CPA) -- ", "Larnel (cpa) - ", "LARNEL: "]
)
def test_a_dateline_belongs_to_no_content(line: str) -> None:
    spans = read(f"{line}The bridge was closed on Friday, officials said.")
    assert texts(spans, "content") == ["The bridge was closed on Friday"]
