"""Whatever the text, the suggesters give spans that stand in it, and they come to its end."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressmark.corpus import Seed
from pressmark.ingest import extract, normalise, to_article
from pressmark.model import Article, Refused, Span
from pressmark.segment import SEGMENTER, segment
from pressmark.suggest import found_by, suggest
from pressmark.vocabulary import vocabulary

WORDS = """Norra Lagos New-York U.S. U.K. Mr. Dr. Gen. St. No. Jan. May 12 March Paris, Texas Washington-based the of
and that who said says told according to by he she they Ines Dahl Mayor Obi officials union claims denied did not say
warned reporters report’s “ ” " ' ’ ‘ `` '' « » ( ) [ ] { } — – - … ... . . , , ; : ? ! % $ € £ ° ± ~ ≥ < > / \\ & # @
* _ | + 5 41 1,000 1,000,000.5 3.5 2024 1990s 20-year-old 5-6 5–6 10:30 5 p.m. 12th ½ 2½ 1/2 10^6 twenty-one hundred
million bn. 5m 5km km/h kg per cent percent dollars half two-thirds dozen one zero few more than up to between nearly
about ago is was were has will could not if because while although But However BREAKING NORRA (AP) -- _
www.norra.example https://norra.example/a?b=1 a@norra.example x́ é ñ ß İ ı ﬁ Ⅷ ५ ٣ 二十 東京 Москва القاهرة קרא 👩‍👩‍👧
🇳🇴 \u200b \u202e \u2060
\ud800 \udfff \ud83d \x00 \x07 \x1b \ufeff \ufffe""".split()
BLANKS = (" ", " ", " ", " ", "", "\n", "\n\n", "\t", "\xa0", "\u2003", "\r\n", "\u2028", "\x85")

anything = st.text(st.characters(exclude_categories=()), max_size=120)
news_like = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BLANKS)), max_size=60).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
few_characters = st.text("aA1.,\"“”'’-– \n(é\ud800", max_size=60)
texts = st.one_of(anything, news_like, news_like, few_characters)


def read(text: str) -> Article:
    """Make a segmented article of a text as it stands, past every check of the intake."""
    article = to_article("a", text, Seed("a.txt", "0" * 64, language="en"))
    return replace(article, segmenter=SEGMENTER, sentences=tuple(segment(text)))


def check(article: Article, spans: Sequence[Span]) -> None:
    """Assert what every span keeps to."""
    keys = {span.key for span in spans}
    assert len(keys) == len(spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(article.text)
        assert span.text == article.text[span.start : span.end]
        assert span.text == span.text.strip()
        assert span.label in vocabulary("span_label")
        assert span.by and span.score is not None and 0 <= span.score <= 1
        assert all(link.target in keys and link.target != span.key for link in span.links)
        if span.number:
            ends = [span.number.value, span.number.low, span.number.high]
            assert any(end is not None for end in ends)
            assert all(end is None or math.isfinite(end) for end in ends)
            assert all(part in span.text for part in (span.number.unit_text or "").split())


@settings(max_examples=500, deadline=None)
@given(texts)
@example("“" * 50 + "said Norra" + "”")
@example("\ud800 5 km \udfff said \ud83d.")
@example("1" * 5000)
@example("10^999 and 9e999 and 1/0 people, $0.0.0.0 billion trillion million")
@example("5" + "\u0301" * 50 + " km")
def test_any_text_gives_spans_that_stand_in_it(text: str) -> None:
    article = read(text)
    for before, after in pairwise(article.sentences):
        assert before.start < before.end <= after.start < after.end
    check(article, found_by(article))


@settings(max_examples=150, deadline=None)
@given(st.one_of(news_like, anything))
def test_what_the_intake_lets_through_is_suggested_for(text: str) -> None:
    try:
        clean = extract(text.encode("utf-8", "surrogatepass"), "a.txt").text
    except Refused as refused:
        assert {problem.id for problem in refused.problems} <= {"empty-file", "binary-file", "not-utf8"}
        assert all(problem.fact and problem.repair for problem in refused.problems)
        return
    assert clean == normalise(clean)
    article = read(clean)
    made = suggest(article)
    check(article, made.spans)
    assert len(made.labels) == len(article.sentences)
    assert suggest(article) == made


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"A ferry sank off Norra.\xed\xa0\x80", "not-utf8"),
        (b"A ferry \x00\x00\x00\x00 sank", "binary-file"),
        (b" \n\t \xef\xbb\xbf", "empty-file"),
        (b"\xff\xfeA\x00", "not-utf8"),
    ],
    ids=["lone surrogate", "NULs", "blank", "UTF-16"],
)
def test_what_is_no_text_is_refused_with_a_repair(content: bytes, problem: str) -> None:
    with pytest.raises(Refused) as refused:
        extract(content, "a.txt")
    assert [each.id for each in refused.value.problems] == [problem]
    assert all(each.fact and each.repair for each in refused.value.problems)


def test_a_stray_control_character_is_dropped() -> None:
    text = "A ferry sank off Norra on Tuesday,\x00 and 41 people were saved.\x07"
    assert extract(text.encode(), "a.txt").text == "A ferry sank off Norra on Tuesday, and 41 people were saved."


def nested(size: int) -> str:
    return "(in Paris " * (size // 20) + "5 km" + " he said)" * (size // 20)


HARD: dict[str, Callable[[int], str]] = {
    "no blank": lambda size: "x" * size,
    "quotation marks": lambda size: '"' * size,
    "opening marks": lambda size: "“a " * (size // 3),
    "full stops": lambda size: "." * size,
    "marks": lambda size: "?!.,;:—–-…" * (size // 10),
    "newlines": lambda size: "a" + "\n" * size + "b",
    "capitals": lambda size: "Norra Harbour " * (size // 14),
    "digits": lambda size: "1,000," * (size // 6),
    "nested brackets": nested,
    "one sentence": lambda size: "and he said that she knew, which was 3 km off Lima, " * (size // 52),
    "right to left": lambda size: "קרא 5 " * (size // 6),
    "lone surrogates": lambda size: "\ud800 5\udfff " * (size // 5),
}


@pytest.mark.parametrize("hard", HARD)
def test_hard_texts_are_read_to_their_end(hard: str) -> None:
    """How time grows with length is measured by benchmarks/scaling.py."""
    article = read(HARD[hard](40_000))
    check(article, found_by(article))
