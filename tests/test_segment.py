"""The sentences of an article: they tile its text, and news as it really comes is cut where a reader would cut it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.model import Sentence
from pressmark.segment import SEGMENTER, segment

SEED = Path(__file__).parent.parent / "seeds" / "000_992cb9edb926320c.txt"

# kind, paragraph, section, how it begins, how it ends
SEED_UNITS = [
    ("body", 0, 0, "In a shocking development", "alongside Russian forces."),
    ("body", 0, 0, "The deaths occurred in", "in the protracted conflict."),
    ("heading", 1, 1, "Deadly Clashes in Kursk Region", "Deadly Clashes in Kursk Region"),
    ("body", 2, 1, "According to Ukraine’s", "villages in the Kursk Oblast."),
    ("body", 2, 1, "The area has been", "has struggled to quell."),
    ("body", 2, 1, "The Pentagon corroborated", "did not provide specific figures."),
    ("body", 3, 1, "GUR further indicated", "of another Kursk village."),
    ("body", 3, 1, "The casualties mark", "Moscow’s faltering war effort."),
    ("body", 3, 1, "Military analysts suggest", "operations just a week ago."),
    ("heading", 4, 2, "Kim Jong-un’s Unwavering Support", "Kim Jong-un’s Unwavering Support"),
    ("body", 5, 2, "North Korea’s supreme leader", "the international community."),
    ("body", 5, 2, "On Monday, Russian President", "Europe and Asia posed fresh threats."),
    ("body", 5, 2, "He vowed to take", "and its allies’ security."),
    ("body", 6, 2, "“In view of rising", "told a meeting with top military brass."),
    ("body", 6, 2, "“We are doing it", "a full-scale arms race.”"),
    ("heading", 7, 3, "Communication Barriers and Friction", "Communication Barriers and Friction"),
    ("body", 8, 3, "However, the integration", "has not been seamless."),
    ("body", 8, 3, "Military analysts point", "Russian and North Korean forces."),
    ("body", 8, 3, "The Washington-based Institute", "in a recent assessment:"),
    ("quote", 9, 3, "“The poor integration", "in Kursk … in the near term.”"),
    ("byline", 10, 3, "– Institute for the Study of War", "– Institute for the Study of War"),
    ("heading", 11, 4, "Shifting Battleground Dynamics", "Shifting Battleground Dynamics"),
    ("body", 12, 4, "The Ukrainian incursion", "humiliating blow to the Kremlin."),
    ("body", 12, 4, "The operation sought", "setbacks on the frontlines."),
    ("body", 12, 4, "While it has not", "despite staggering losses."),
    ("body", 13, 4, "Russian Defense Minister", "(11.5 square miles) per day."),
    ("body", 13, 4, "These assertions, however", "amidst the fog of war."),
    ("heading", 14, 5, "An Uncertain Future", "An Uncertain Future"),
    ("body", 15, 5, "As the conflict in Ukraine", "complex and brutal war."),
    ("body", 15, 5, "The extent of Pyongyang’s", "the gravity of the situation."),
    ("body", 16, 5, "The international community", "wrought by the conflict."),
    ("body", 16, 5, "As the death toll mounts", "the heaviest burden of all."),
]


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in segment(text)]


def test_the_segmenter_has_a_name_and_a_version() -> None:
    assert SEGMENTER == "pressmark-segment 0.3.0"


def test_the_seed_article_has_its_32_units() -> None:
    text = SEED.read_text(encoding="utf-8")
    sentences = segment(text)
    assert len(sentences) == len(SEED_UNITS) == 32
    for sentence, (kind, paragraph, section, begins, ends) in zip(sentences, SEED_UNITS, strict=True):
        unit = text[sentence.start : sentence.end]
        assert (sentence.kind, sentence.paragraph, sentence.section) == (kind, paragraph, section), unit
        assert unit.startswith(begins)
        assert unit.endswith(ends)


# "|" stands between the sentences that are expected
@pytest.mark.parametrize(
    "marked",
    [
        # datelines
        "KYIV, Dec 17 — The ministry confirmed the strike.| Two people were hurt.",
        "PORT CLARA, N.Y. _ If it rains, they wait.| ST. CLARA, Mo. - Police waited.",
        "December 17, 2024| The council met.| On May 5, 2020 it had not.",
        "17 December 2024 at 10:30 GMT| The council met.",
        "LVIV, Ukraine, Dec. 17 (Harbour Press) - The ministry confirmed it.| Two people were hurt.",
        "WASHINGTON, D.C. — The vote was close.",
        # ranks, titles, companies, months, numbered things, streets
        "Gen. Anna Kovacs met Lt. Col. John Reed and Sen. Lee.| Mr. Lee left.",
        "Maj Gen Pat Ryder spoke.| Rep. Jones (D., Calif.) left.",
        "Acme Inc. shares fell in Jan. 2024.| Acme Corp. Chief Executive Jo Ray quit.",
        "He sold Acme Inc.| The buyer paid in cash.",
        "It is rule No. 10 on St. Mary St. in Oslo.| Is the answer no?| No.| It was luck.",
        "The answer was no.| Ten people cheered.",
        "She was born in St. Louis, Mo. and moved on Sept. 11.| Nobody knew.",
        "LAKE NORRA, La. (CPA) — The dyke broke.| She lives in Norra, La.| The dyke is old.| “Oh la la.”| He left.",
        "Many ships, boats, etc. were lost.| They cost more, e.g. in Oslo, i.e. at sea, than Roe v. Wade.",
        # initials and acronyms
        "J. K. Rowling met U.S. President Joe Biden.| So did J.K. Simmons.",
        "He lived in the U.S.| The minister said so.",
        "He moved to the U.S.| Mr. Park said so.| It fell in the U.K.| Sales rose.| He left the U.S.| Dr. Lee said so.",
        "Then U.S. Sen. Smith met U.S. Gen. Lee.| They hear of the U.S. Marines were it so.| He knew U.S. Steel.",
        "The U.N. Security Council met in Washington, D.C.| Congress was away.",
        "The U.S.-led force deployed U.S. intermediate-range missiles.| Nobody saw them.",
        "He lives in Dover, Del.| The town is old.| She was made Lt. Col.| They cheered.| Del. Ann Lee left.",
        "Asst. Dist. Atty. Ray met Rt. Rev. Poe.| Sec. Lee read Sec. 5.| They work for RT.| Nobody watches.",
        "The D.C. Court ruled.| He left D.C.| The court was shut.| She flew to Washington, D.C.| Nobody waited.",
        "Acme Inc.| Shares fell.| Acme Corp. Vice President Jo Ray left.| Acme Co.| Trading was halted.",
        "He is 6 ft. 2 in. tall.| It fell 3 ft.| Then it stopped.| They paid Rs. 500 and Sh. 20.",
        "They closed the deal with Pitt, Lee & Co. at noon.| Let us ask Ann and co.| They know.",
        "She has a Ph.D. in law.| John Doe Jr. spoke.| He met Jim Roe Jr.| They ate.",
        # quotation marks and brackets
        "He said: “We won. |They lost. |It is over.” |Then he left.",
        "“We won,” he said.| “They lost (badly.)| Is it so?”| Nobody knew.",
        '"We won. |They lost," he said.| "Good."| "Bye," said Ann.',
        "``We won.''| ``They lost,'' he said.",
        "“What changed?”| No one answered.| “Who knows?”| None of them said so.",
        "“Is it so?” The Harbour Times asked.| “Who knows?”| The crowd left.",
        '"It is over. "| He left.| "They won. |We lost. "| Nobody knew.',
        'It was over.|"We won," he said.|"They lost."',
        "He did it.| (laughs) Then he left.| [ applause ] They waited.| Gen. (retired) Lee did not.",
        "``We won.| They lost,'' he said.| ``Is it so?'' Ms. Gray asked.",
        "“Why now?” Smith asked.| “Why here?” asked Jones.| “Who knows?”| The crowd left.",
        "She stayed.| (They agreed.)| It fell.[1]| Then it rose.[2][3]| The end came.",
        # ellipses
        "We waited…| Then it rained.| I waited ... and waited.| It ended...",
        "But … the rest is silence.| “We hold Kursk … for now.”",
        "It was hard.| … Democrats, too.| She said . . . nothing.",
        "It was long . . . .| Next came rain.| It was over...|Then it rained.| “Well...I see.”",
        # numbers, times
        "Growth hit 3.5 percent.| It cost $1.2 million.| Was 1.5 enough?| 10,000 troops came.| $5 is the fee.",
        "At 5 a.m. Mr. Lee left.| It began at 9 p.m. E.T. and ended at 11 p.m. Paris time.",
        "It was 9 p.m.| Mr. Lee slept.| In the U.S. Mr. Lee said so.",
        "It rose 3.5%.|The bank waited until 2016.|The rest is known.",
        "It opens at 3 p.m. Tuesday.| It closes at 5 p.m.| Anna leaves at 9 a.m. EST daily.",
        # runs of marks, addresses on the net
        "What?!| Really?!| Yes!!!| He joined Yahoo! Inc. in May.",
        "Visit www.example.org.| Write to a.b@example.org.| See https://example.org/a.B?c=D.html.| Done.",
        # names in small letters, other scripts, careless scraping, enumerations
        "The phone sold.| iPhone sales rose.| eBay fell.",
        "他说了。|她走了！|好。",
        "المدينة آمنة.| قال الوزير ذلك؟| نعم.",
        "It ended.|The minister left.|“We won.”|He smiled.",
        "1. The first point.| 2. The second point.",
        "It cuts the costs.| – Lowering the fee helps.| * Email the editor.| © 2024 Harbour Times.",
        "“We lost it.” – Andrew de Groot",
        "The boats at dawn| Photo: Anna Kovacs.| They left.| A boat (Image: Jo Ray) sank.",
        "彼は言った。|「終わった。」|そして去った。",
    ],
)
def test_running_text_is_cut_where_a_reader_would(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_blank_text_has_no_sentences() -> None:
    assert segment("") == []
    assert segment(" \n\t\n\xa0 ") == []


def test_a_line_is_a_paragraph_and_blank_lines_do_not_count() -> None:
    text = "The boat sank. Two crews left.\n\n\n  Nobody knew why.\nThe sea was calm.\n"
    assert [(s.paragraph, text[s.start : s.end]) for s in segment(text)] == [
        (0, "The boat sank."),
        (0, "Two crews left."),
        (1, "Nobody knew why."),
        (2, "The sea was calm."),
    ]


WRAPPED = """Storm Closes Harbour

The harbour master said on Tuesday that the storm would pass before
the evening and that all of the boats could go out again. Gen. Anna
Kovacs disagreed.

The crews, who had waited for three days in the cold, went home and
came back with food, water and rope that the town had given them.
{indent}Nobody had believed the forecast, which had been wrong for weeks
and would be wrong again.
"""


@pytest.mark.parametrize("indent", ["\t", "   "])
def test_hard_wrapped_lines_are_joined_into_paragraphs(indent: str) -> None:
    text = WRAPPED.format(indent=indent)
    assert [(s.paragraph, s.kind, text[s.start : s.end].split()[-2:]) for s in segment(text)] == [
        (0, "heading", ["Closes", "Harbour"]),
        (1, "body", ["out", "again."]),
        (1, "body", ["Kovacs", "disagreed."]),
        (2, "body", ["given", "them."]),
        (3, "body", ["wrong", "again."]),
    ]


def test_short_lines_and_bullets_within_hard_wrapped_text_stand_alone() -> None:
    text = WRAPPED.format(indent="") + (
        "* Two boats that went out on Wednesday morning have not come back yet\n"
        "* One of the crews was found on Thursday by a ship from the city of\nOslo.\n\n"
        "Anna Kovacs,\nharbour master,\nPort Clara.\n"
    )
    units = [text[s.start : s.end] for s in segment(text)][-5:]
    assert [u.split()[0] for u in units] == ["*", "*", "Anna", "harbour", "Port"]


def test_text_is_hard_wrapped_though_few_lines_begin_in_lower_case() -> None:
    paragraphs = [
        "PORT CLARA, Norra _ The harbour master opened the port on Tuesday after a storm from Vesna and the north.",
        "The crews had waited for the word of Anna Kovacs, who is a member of the Harbour Board in Oslo and in Norra.",
    ]
    lines = ["\n".join(wrap(p, 44, initial_indent="\t  ")) for p in paragraphs]
    assert [(k, u.split()[-1]) for k, u in kinds("\n".join(["Harbour Opens\n", *lines, "\t  (ak/jr)"]))] == [
        ("heading", "Opens"),
        ("body", "north."),
        ("body", "Norra."),
        ("byline", "(ak/jr)"),
    ]


def test_a_line_that_was_broken_off_goes_on_in_the_next() -> None:
    text = "The harbour master said that the\nboats were safe. They were.\n\nnothing more was heard\nby Anna Kovacs"
    assert cut(text) == [
        "The harbour master said that the\nboats were safe.",
        "They were.",
        "nothing more was heard",
        "by Anna Kovacs",
    ]


def test_full_lines_that_are_sentences_are_not_taken_for_hard_wrapped_text() -> None:
    lines = [f"The crew of the boat number {n} left the harbour at dawn on Tuesday." for n in range(10, 16)]
    assert [s.paragraph for s in segment("\n".join(lines).replace(".", ""))] == [0, 1, 2, 3, 4, 5]


def test_short_lines_of_their_own_are_not_taken_for_hard_wrapped_text() -> None:
    text = "The boat sank.\nThe crew left.\nThe sea was calm.\nThe night was dark.\nThe day was short."
    assert [s.paragraph for s in segment(text)] == [0, 1, 2, 3, 4]


def test_a_headline_stays_in_the_lead_and_each_heading_opens_a_section() -> None:
    text = (
        "Storm Closes Harbour\nBy Anna Kovacs and Jo Ray, Harbour Times\n17 December 2024\nThe harbour closed.\n"
        "What Happens Next?\nThe mayor is silent.\nWhat we know so far\nTwo boats sank. One came back."
    )
    assert [(s.kind, s.section) for s in segment(text)] == [
        ("heading", 0),
        ("byline", 0),
        ("body", 0),
        ("body", 0),
        ("heading", 1),
        ("body", 1),
        ("heading", 2),
        ("body", 2),
        ("body", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Why?",
        "“He won.”",
        "It was over.",
        "The mayor wrote:",
        "Friday, December 20, 2024",
        "Photo: Anna Kovacs",
        "Image credit: Harbour Times",
        "Source: Harbour Board",
        "File photo: Port Clara",
        "- Two Boats Sank",
        "and nothing more was heard of it",
        "Read more: Storms of the Year",
        "Related stories",
        "Advertisement",
        "Follow Anna Kovacs on Twitter",
        "Editor’s note: Names Were Changed",
        "Harbour Times Published Tuesday, December 17, 2024 9:05AM CET",
        "Last updated 12:45 PM, Dec 17",
        "2024-12-17T10:00:00Z",
        "7:45 p.m.",
        "Team\tWon\tLost",
        "Port Clara | Norra",
        "Port Clara 12 3 36",
        "(AP Photo/Anna Kovacs)",
        "© 2024 Harbour Times",
        "The council of the small town by the sea decided on Tuesday to wait for another week",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    text = f"The day began well.\n{line}\nThen it rained."
    assert [(s.kind, s.section) for s in segment(text)] == [("body", 0)] * 3


def test_a_kicker_the_headline_and_a_line_below_it_are_headings() -> None:
    text = (
        "WORLD\nStorm closes harbour as minister warns of more to come in the north\nOfficials say the dyke holds\n"
        "By Anna Kovacs, Associated Press\nPublished 12:45 PM EST, Tue December 17, 2024\nThe harbour closed."
    )
    assert [k for k, _ in kinds(text)] == ["heading"] * 3 + ["byline", "body", "body"]


def test_a_headline_in_title_case_may_end_with_a_full_stop() -> None:
    first, second = "Storm Closes Harbour in the North.", "Anna Kovacs Left Port Clara."
    assert [k for k, _ in kinds(f"{first}\nThe harbour closed.\n{second}\nIt rained.")] == [
        "heading",
        "body",
        "body",
        "body",
    ]


def test_a_run_of_short_lines_is_a_list() -> None:
    text = "The ports are these.\nPort Anna\nPort Berta\nPort Clara\nThey are closed.\nPort Dora"
    assert {s.kind for s in segment(text)} == {"body"}


def test_bullets_are_cut_line_by_line() -> None:
    text = "What was lost:\n• Two boats\n• One net. It was old.\n- Three oars"
    assert cut(text) == ["What was lost:", "• Two boats", "• One net.", "It was old.", "- Three oars"]
    assert {s.kind for s in segment(text)} == {"body"}


def test_a_block_quotation_is_introduced_or_signed() -> None:
    introduced = "The mayor wrote:\n“We are ready. We have boats.”\nNobody answered."
    assert [k for k, _ in kinds(introduced)] == ["body", "quote", "quote", "body"]
    signed = 'The storm came.\n"We were not ready."\n— Lena Ortiz, mayor of the town\nIt passed.'
    assert [k for k, _ in kinds(signed)] == ["body", "quote", "byline", "body"]


def test_a_block_quotation_may_run_over_paragraphs() -> None:
    for first in ("“We are ready.", "“We are ready.”"):
        text = f"The mayor wrote:\n{first}\n“We have boats, and ‘good’ ones.”\nNobody answered."
        assert [k for k, _ in kinds(text)] == ["body", "quote", "quote", "body"]


def test_a_block_quotation_may_stand_in_old_newswire_marks() -> None:
    text = "The mayor wrote:\n``We are ready. We have boats.''\nNobody answered."
    assert [k for k, _ in kinds(text)] == ["body", "quote", "quote", "body"]


@pytest.mark.parametrize("signature", ["— Lena Ortiz, mayor", "— Harbour Office", "- Lena Ortiz, mayor"])
def test_an_introduced_and_signed_paragraph_is_a_quotation_without_marks(signature: str) -> None:
    text = f"The mayor wrote in a letter:\nWe are ready. We have boats.\n{signature}\nNobody answered."
    assert [k for k, _ in kinds(text)] == ["body", "quote", "quote", "byline", "body"]


def test_a_list_or_a_sentence_after_a_dash_makes_no_quotation() -> None:
    assert [k for k, _ in kinds("There are two parts:\nIt was passed.\n— It was voted on.\nNobody answered.")] == [
        "body"
    ] * 4
    assert [k for k, _ in kinds("The ministry said:\nThe dyke is old.\nNobody answered.")] == ["body"] * 3


def test_quoted_lines_are_a_quotation() -> None:
    text = "In a post, he wrote:\n> We were not ready.\n> The dyke is old.\nNobody answered."
    assert [k for k, _ in kinds(text)] == ["body", "quote", "quote", "body"]


def test_the_agency_under_a_byline_is_a_byline() -> None:
    text = "Storm Hits Norra\nBy Anna Kovacs\n{}\nThe storm hit Norra on Friday."
    assert [k for k, _ in kinds(text.format("Associated Wire"))] == ["heading", "byline", "byline", "body"]
    assert [k for k, _ in kinds(text.format("Hope for the Press"))] == ["heading", "byline", "heading", "body"]


def test_a_quotation_with_a_reporting_clause_stays_body() -> None:
    text = "The mayor spoke:\n“We are ready,” she said. “We have boats.”\n“Fine words.”\nNobody answered."
    assert {k for k, _ in kinds(text)} == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Kovacs",
        "By ANNA KOVACS in Oslo",
        "Reporting by Jo Ray and Anna de Vries",
        "(Reporting by Ann Lee in Oslo; Editing by Jo Ray and Anna de Vries)",
        "[Writing by Jo Ray.]",
        "By: Jo Ray",
        "By Anna Kovacs, Associated Press",
        "By Jo Ray | jo.ray@example.org | @joray",
        "Story by Anna de Vries, senior political correspondent",
        "By Jo Ray Columnist December 17, 2024 at 10:27 p.m. EST",
        "With files from Ann Lee",
        "Anna Kovacs and Jo Ray, Reuters",
        "The Associated Press",
        "(ak-jr)",
    ],
)
def test_who_wrote_the_article_is_a_byline(line: str) -> None:
    assert kinds(f"{line}\nThe harbour closed at dawn.")[0] == ("byline", line)


@pytest.mark.parametrize("line", ["By the Numbers", "By Monday the City Had Fallen", "By Sea They Came"])
def test_a_heading_may_begin_with_by(line: str) -> None:
    assert kinds(f"{line}\nThe harbour closed at dawn.")[0] == ("heading", line)


def assert_tiles(text: str, sentences: list[Sentence]) -> None:
    covered = [False] * len(text)
    for s in sentences:
        assert s.start < s.end
        assert not text[s.start].isspace()
        assert not text[s.end - 1].isspace()
        covered[s.start : s.end] = [True] * (s.end - s.start)
    assert all(inside or character.isspace() for inside, character in zip(covered, text, strict=True))
    for a, b in pairwise(sentences):
        assert a.end <= b.start
        assert b.paragraph - a.paragraph in (0, 1)
        assert b.section - a.section == (b.kind == "heading")
        assert a.paragraph != b.paragraph or (a.kind == b.kind and a.kind in ("body", "quote"))
    if sentences:
        assert (sentences[0].paragraph, sentences[0].section) == (0, 0)


PIECES = st.sampled_from(
    '… |...|?!|“|”|"|’| |\n|\n\n|\t|\xa0|\u2028|. |U.S.|Gen.|The |a|Putin said|3.5|No.|(|)|[1]|– |By |:|Kursk|i|J.|'
    "p.m.|- |。|\r|\x1c|\" |Photo: |May 7, 2015 |* |©|(laughs)|``|''|6 ft. |Inc.|\ud800|\udfff|שלום|المدينة|\u202e|"
    "\u0301|\u200b|😀|İ|ß|x\ty\t|that\nboats |a line long enough to be broken off, ".split("|")
)
NEWSLIKE = st.lists(PIECES, max_size=40).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(st.one_of(ANY_TEXT, NEWSLIKE))
def test_sentences_tile_any_text(text: str) -> None:
    assert_tiles(text, segment(text))


@given(st.lists(PIECES, min_size=30, max_size=60).map("".join), st.integers(20, 70))
def test_sentences_tile_text_wrapped_anywhere(text: str, width: int) -> None:
    wrapped = "\n".join(text[i : i + width] for i in range(0, len(text), width))
    assert_tiles(wrapped, segment(wrapped))


NUMBERS = st.from_regex(r"[$€£]?[1-9]\d{0,2}(,\d{3}){0,2}(\.\d{1,3}){0,2}%?", fullmatch=True)
BEFORE = st.sampled_from(["It cost ", "“It fell to ", "KYIV — ", "(", "The U.S. paid ", "No. ", ""])
AFTER = st.sampled_from([" now.", ".” He left.", ". Nobody knew.", ", they said.", " p.m. Then it rained.", "\n"])


@given(st.lists(st.tuples(BEFORE, NUMBERS, AFTER), max_size=5))
def test_no_number_is_cut(parts: list[tuple[str, str, str]]) -> None:
    text, inside = "", set()
    for before, number, after in parts:
        text += before
        inside.update(range(len(text) + 1, len(text) + len(number)))
        text += number + after
    edges = {edge for s in segment(text) for edge in (s.start, s.end)}
    assert not edges & inside


RANKS = st.sampled_from(
    "Gen.|Lt. Col.|Sen.|Mr.|Dr.|Rev.|Prof.|Maj. Gen.|Gov.|Rep.|Sgt.|Capt.|Adm.|Mrs.|Supt.".split("|")
)
NAMES = st.from_regex(r"[A-Z][a-z]{2,8}son( [A-Z][a-z]{2,8}berg)?", fullmatch=True)


@given(RANKS, st.sampled_from(["", "J. ", "A. B. ", "J.R.R. "]), NAMES, st.sampled_from(["Then ", "“", "In the U.S. "]))
def test_no_name_is_cut(rank: str, initials: str, name: str, opening: str) -> None:
    assert cut(f"{opening}{rank} {initials}{name} left. Nobody knew.")[-2:] == [
        f"{opening}{rank} {initials}{name} left.",
        "Nobody knew.",
    ]


@given(st.one_of(ANY_TEXT, NEWSLIKE), st.integers(0, 3))
def test_blank_lines_around_a_text_only_move_its_sentences(text: str, lines: int) -> None:
    moved = [Sentence(s.start + lines, s.end + lines, s.paragraph, s.section, s.kind) for s in segment(text)]
    assert segment("\n" * lines + text + "\n" * lines) == moved


@given(NEWSLIKE)
def test_no_sentence_crosses_a_blank_line(text: str) -> None:
    assert not any("\n\n" in text[s.start : s.end] for s in segment(text))


@pytest.mark.parametrize(
    ("piece", "count", "expected"),
    [
        ("a", 1_000_000, 1),
        (".", 1_000_000, 1),
        ('"', 100_000, 1),
        ("“", 100_000, 1),
        (". ", 100_000, 1),
        ("A.", 100_000, 1),
        (".\"'", 100_000, 1),
        ("“No.” ", 50_000, 50_000),
        ("https://example.org/", 20_000, 1),
        ("Anna left. ", 50_000, 50_000),
        ("\n ", 100_000, 0),
        ("- a\n", 20_000, 20_000),
        ("a, b\n", 20_000, 20_000),
        ('a. " ', 50_000, 1),
        ('Aa." Bb', 50_000, 50_001),
        ("Image: A ", 50_000, 2),
        ("May 7, 2015 The ", 50_000, 2),
        ("a stop. * Item (", 20_000, 1),
        ("Gen. ", 50_000, 1),
        ("at 5 p.m. Aa Bb ", 20_000, 20_001),
        ("?” a b c d e ", 20_000, 1),
        ("المدينة آمنة. ", 20_000, 20_000),
        ("\ud800. \udfff ", 20_000, 1),
        ("By Aa and ", 20_000, 1),
        ("the quick brown fox jumped over the lazy dog and it ran\n", 5_000, 1),
    ],
)
def test_long_monotonous_texts_are_done_in_one_pass(piece: str, count: int, expected: int) -> None:
    """Each would take minutes if the time grew with the square of the length."""
    assert len(segment(piece * count)) == expected
