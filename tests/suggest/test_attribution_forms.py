"""The many forms of an attribution besides "X said Y": nouns, adjectives, participles, turns of an interview."""

from __future__ import annotations

import time

import pytest

from pressmark.model import Article, Provenance, Sentence, Span
from pressmark.segment import segment
from pressmark.suggest import attribution


def article(text: str) -> Article:
    return Article("t", text, "en", Provenance("t.txt", "0" * 64), sentences=tuple(segment(text)))


def read(text: str, found: list[Span] | None = None) -> list[Span]:
    return attribution.suggest(article(text), found or [])


def texts(spans: list[Span], label: str) -> list[str]:
    return [span.text for span in spans if span.label == label]


# text, source, cue, content
FORMS = [
    # what the guidelines give as examples
    ("Mayor Ada Obi said on Friday that the bridge was safe.", "Mayor Ada Obi", "said", "that the bridge was safe"),
    ("The ministry confirmed the reports.", "The ministry", "confirmed", "the reports"),
    ("She promised to “rebuild every plank”.", "She", "promised", "to “rebuild every plank”"),
    ("The coastguard declined to comment on the figures.", "The coastguard", "declined to comment on", "the figures"),
    ("Those claims are hard to check.", None, "claims", None),
    ("A report by the port authority found that the crane had rusted through.", "A report by the port authority",
     "found", "that the crane had rusted through"),
    ("The coastguard reported the first sinking of a ferry since 1988.", "The coastguard", "reported",
     "the first sinking of a ferry since 1988"),
    ("Mayor Obi vowed on Sunday to rebuild the pier.", "Mayor Obi", "vowed", "to rebuild the pier"),
    # nouns
    ("Her repeated claim that the bridge was safe angered the union.", "Her", "claim", "that the bridge was safe"),
    ("The mayor’s criticism of the union went on for weeks.", "The mayor", "criticism of", "the union"),
    ("Reed’s plan to close the harbour was leaked.", "Reed", "plan", "to close the harbour"),
    ("Amid complaints about the noise, the port closed early.", None, "complaints about", "the noise"),
    ("Residents of Larnel have expressed concern that the river is rising.", "Residents of Larnel",
     "have expressed concern", "that the river is rising"),
    ("Vale issued a warning that the dam could fail.", "Vale", "issued a warning", "that the dam could fail"),
    ("The council made the case that the bridge was too old.", "The council", "made the case",
     "that the bridge was too old"),
    # adjectives, and who somebody is
    ("The mayor is confident that the bridge will hold.", "The mayor", "is confident", "that the bridge will hold"),
    ("Vale was unsure whether the crane would hold.", "Vale", "was unsure", "whether the crane would hold"),
    ("Residents were wary of the plan.", "Residents", "were wary of", "the plan"),
    ("The owners are willing to pay for the repairs.", "The owners", "are willing", "to pay for the repairs"),
    ("She is a staunch critic of the plan.", "She", "is a staunch critic of", "the plan"),
    # particles
    ("The minister lashed out at the union.", "The minister", "lashed out at", "the union"),
    ("The union threw its weight behind the plan.", "The union", "threw its weight behind", "the plan"),
    ("The court ruled on Friday that the sale was void.", "The court", "ruled", "that the sale was void"),
    # infinitives and participles
    ("Vale went on television to admit that the bridge was unsafe.", "Vale", "to admit", "that the bridge was unsafe"),
    ("The court forced the mayor to admit that the bridge was unsafe.", "the mayor", "to admit",
     "that the bridge was unsafe"),
    ("He was fined for saying that the dam was sound.", "He", "saying", "that the dam was sound"),
    ("Citing the cost, the mayor cancelled the fair.", "the mayor", "Citing", "the cost"),
    # what stands between, and how far things go
    ("Vale, speaking at a rally, said the bridge was safe.", "Vale", "said", "the bridge was safe"),
    ("Vale, however, questioned the figures.", "Vale", "questioned", "the figures"),
    ("Vale said after the vote he would not resign.", "Vale", "said", "he would not resign"),
    ("Vale says too few boats were saved.", "Vale", "says", "too few boats were saved"),
    ("Vale says the flood “was the worst of them all.”", "Vale", "says", "the flood “was the worst of them all.”"),
    ("Vale agreed to sell the pier, and the town cheered.", "Vale", "agreed", "to sell the pier"),
    ("Vale said the boat sank and cited the storm.", "Vale", "said", "the boat sank and cited the storm"),
    ("The plan, which Vale said was too costly, failed.", "Vale", "said", "which"),
    ("A letter from a doctor that says he is well was read out.", "that", "says", None),
    ("The union’s letter to the workers’ council says the vote was late.",
     "The union’s letter to the workers’ council", "says", "the vote was late"),
    ("Residents view the harbour as a playground.", "Residents", "view", "the harbour as a playground"),
    ("A survey by the port showed a fall in trade.", "A survey by the port", "showed", "a fall in trade"),
    ("In a letter she rebuked him: “You were late.”", "she", "rebuked", "“You were late.”"),
    ("She does not believe so.", "She", "does not believe", "so"),
    ("The ferry is expected to return in May.", None, "is expected", "to return in May"),
    ("The mayor was widely criticized for the delay.", None, "was widely criticized", "The mayor"),
    ("These claims are hard to check.", None, "claims", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), FORMS, ids=[row[0][:40] for row in FORMS])
def test_form(text: str, source: str | None, cue: str, content: str | None) -> None:
    spans = read(text)
    assert cue in texts(spans, "cue")
    assert source is None or source in texts(spans, "source")
    assert content is None or content in texts(spans, "content")


@pytest.mark.parametrize(
    "text",
    [
        "The agency, known by its initials NPA, closed the pier.",
        "Residents were afraid.",
        "The vote was a blow to the mayor.",
        "The figures speak for themselves.",
        "The union went on strike.",
        "The minister refused to comment.",
        "The 'Old Pier' opened in 1910.",
        "The storm's toll underscores how fragile the dyke is.",
        "Talks about the bridge will begin on Monday.",
        "The minister gave no figures.",
        "The first reported deaths were in May.",
        "The ferry was designed to carry forty cars.",
        "The storm made landfall in May.",
        "The team took the lead after ten minutes.",
        "The judge set bail at $4,000.",
        "The firm offers loans to farmers.",
        "He saw the boat as it left.",
        "They pushed the boat into the water.",
        "The attack on the port killed four people.",
        "Demand for coal fell by a tenth.",
        "The view of the harbour is splendid.",
        "The plan to rebuild the pier will cost $3 million.",
        "The decision to sell was made in March.",
        "Police are looking for a man who was seen near the pier.",
        "Tests found lead in the water.",
        "The bus came out of the tunnel and took the road to Norra.",
        "They gave the money back.",
        "The mayor is happy.",
        "Don’t forget the keys.",
        "They fished in a stream called Silver Beck.",
        "The rules that apply to boats are old.",
        "Too many calls went to the wrong desk.",
        "It goes without saying that the sea is cold.",
        "The operation seeks to clear the channel.",
        "He won many prizes, such as the cup.",
        "The sea was clear and the wind firm.",
        "Larnel: The pier is open again after ten years.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert read(text) == []


def test_what_introduces_a_block_quotation_may_have_a_content_of_its_own() -> None:
    text = "The guild raised these concerns in a report:\n\n“The river is ours.”\n\n– Guild of Ferrymen"
    at = [text.index(part) for part in ("The guild", "“The", "– Guild")]
    ends = [text.index(":") + 1, text.index("”") + 1, len(text)]
    kinds = ("body", "quote", "byline")
    units = tuple(Sentence(a, b, i, 0, kind) for i, (a, b, kind) in enumerate(zip(at, ends, kinds, strict=True)))
    spans = attribution.suggest(Article("t", text, "en", Provenance("t.txt", "0" * 64), sentences=units))
    assert texts(spans, "content") == ["these concerns", "“The river is ours.”"]
    (source,) = [span for span in spans if span.label == "source" and span.text == "The guild"]
    assert len(source.links) == 2


def test_an_interview_gives_each_turn_to_its_speaker() -> None:
    text = "VALE: We won the vote. We will build.\n\nREED: When will it start?\n\nVALE: It starts today.\n\nThey left."
    spans = read(text)
    assert texts(spans, "source") == ["VALE", "REED", "VALE"]
    assert texts(spans, "cue") == [":", ":", ":"]
    assert texts(spans, "content") == ["We won the vote", "We will build", "When will it start?", "It starts today"]
    first, second = [span for span in spans if span.label == "content"][:2]
    assert [(link.type, link.target) for link in second.links] == [("part_of", first.key)]


def test_a_single_label_is_no_interview() -> None:
    assert read("NOTE: The pier opens in May.\n\nIt is free.") == []


def test_places_before_a_colon_do_not_speak() -> None:
    text = "NORRA: The pier opened.\n\nLARNEL: The bank closed.\n\nNORRA: The rain went on."
    places = [Span(text.index(n, at), text.index(n, at) + len(n), "location", n)
              for n, at in (("NORRA", 0), ("LARNEL", 0), ("NORRA", 20))]  # fmt: skip
    assert read(text, places) == []


def test_a_headline_that_begins_with_its_speaker() -> None:
    spans = read("Vale: Bridge will not be sold\n\nThe bridge stays public, Mayor Ines Vale said on Friday.")
    assert "Bridge will not be sold" in texts(spans, "content")
    assert ":" in texts(spans, "cue")


def test_a_headline_that_begins_with_its_topic() -> None:
    assert texts(read("Harbour: What you need to know\n\nThe bridge is old, Vale said."), "cue") == ["said"]


def test_a_signed_quotation() -> None:
    spans = read("“The river took everything we had.” ― Olle Brandt, farmer\n\nThe water fell on Monday.")
    assert texts(spans, "source") == ["Olle Brandt, farmer"]
    assert texts(spans, "content") == ["“The river took everything we had.”"]


def test_the_words_after_another_cue_are_not_the_first_ones() -> None:
    spans = read("“We won,” Vale said, adding later, “and we will win again.”")
    said, adding = [span for span in spans if span.label == "cue"]
    assert [link.target for link in said.links] != [link.target for link in adding.links]


def test_a_speaker_named_in_a_later_paragraph() -> None:
    spans = read(
        '"We won the vote.\n\n"We will build," Vale said. "It starts today.\n\n"It ends in May."\n\nNobody left.'
    )
    contents = [span for span in spans if span.label == "content"]
    assert [span.text for span in contents] == [
        '"We won the vote.', '"We will build,"', '"It starts today.', '"It ends in May."'
    ]  # fmt: skip
    assert {link.target for span in contents[1:] for link in span.links} == {contents[0].key}
    assert texts(spans, "source") == ["Vale"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("\"He said 'no' to me,\" Vale said. \"Then the '90s came.\"",
         ["\"He said 'no' to me,\"", "\"Then the '90s came.\""]),
        ("‘We are lost,’ he told the crew, ‘and the sea is high.’", ["‘We are lost,’", "‘and the sea is high.’"]),
        ("The allies’ boats and the ’90s’ songs were here, Vale said.",
         ["The allies’ boats and the ’90s’ songs were here"]),
        ("''We won,'' Vale said.", ["''We won,''"]),
        ("“He told me, ‘We are lost,’ and wept,” Vale recalled.", ["“He told me, ‘We are lost,’ and wept,”"]),
    ],
)  # fmt: skip
def test_apostrophes_and_marks_of_all_kinds(text: str, contents: list[str]) -> None:
    assert texts(read(text), "content") == contents


def test_a_title_in_quotation_marks_is_not_what_was_said() -> None:
    spans = read("“We will build on the east bank,” Vale said on the breakfast show “Good Morning, Larnel.”")
    assert texts(spans, "content") == ["“We will build on the east bank,”"]


def test_a_plain_statement_is_surer_than_a_noun() -> None:
    (said,) = [s for s in read("Vale said that the pier was safe.") if s.label == "cue"]
    (noun,) = [s for s in read("The mayor’s criticism of the union went on.") if s.label == "cue"]
    assert said.score is not None and noun.score is not None and said.score > noun.score


@pytest.mark.parametrize(
    "unit",
    [
        "x", "X", '"', "“", "“a b c,” he said. ", "‘a ", "he said that they said, and ", "VALE: We won.\n\n", " that",
        "“He left the town.\n\n", "(", "\ud800 said ", "قال الوزير ", "1-a", "1.1", "x's' ", "was said by ", "A. ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        text = (unit * times).rstrip()
        whole = Article(
            "t", text, "en", Provenance("t.txt", "0" * 64), sentences=(Sentence(0, len(text), 0, 0, "body"),)
        )
        began = time.process_time()
        attribution.suggest(whole)
        return time.process_time() - began

    seconds(100)
    small, large = seconds(4_000), seconds(16_000)
    assert large < 12 * small + 0.3
