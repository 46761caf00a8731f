"""The labelling page as an annotator has it: in a real browser, with the mouse and the keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from pressmark.labelstudio.server import Server
from pressmark.model import Article
from pressmark.store import Store

from ..browser import chromium
from ..conftest import Result
from .desk import Desk
from .people import Person

Run = Callable[..., Result]
READER = '\n[annotators.reader-1]\ntype = "human"\n'
PIER = "The coastguard of Norra said the old pier was safe. Nobody was hurt.\n"


@dataclass(frozen=True)
class Room:
    """A corpus of one article in a project of its own, and the desk of somebody who was invited."""

    root: Path
    title: str
    desk: Desk
    pressmark: Run

    @property
    def article(self) -> Article:
        store = Store(self.root)
        (name,) = store.article_ids()
        return store.read_article(name)

    def pull(self) -> list[dict[str, Any]]:
        """Pull, and return what the reader did: a unit for each sentence."""
        done = self.pressmark("studio", "pull", "--corpus", self.root, "--project", self.title)
        assert done.code == 0, done.err
        (path,) = (self.root / "corpus" / "annotations").rglob("*.json")
        units: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["units"]
        return units


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def room(
    studio: Server,
    pressmark: Run,
    corpus: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Callable[..., Room]]:
    """Make a room: push an article, invite a reader, log in through the form and open the project's stream."""
    owner = Person(studio.url, studio.email, studio.password)
    monkeypatch.setenv("LABEL_STUDIO_URL", studio.url)
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", studio.token)
    page = browser.new_page(viewport={"width": 1360, "height": 1000})

    def make(text: str, *options: str) -> Room:
        config = corpus / "corpus" / "corpus.toml"
        config.write_text(config.read_text("utf-8") + READER, encoding="utf-8")
        (corpus / "seeds" / "norra.txt").write_text(text, encoding="utf-8")
        assert pressmark("dataset", "--corpus", corpus).code == 0
        title = request.node.name[:50]
        assert pressmark("studio", "push", "--corpus", corpus, "--project", title, *options).code == 0
        invited = pressmark("studio", "invite", "reader-1", "--corpus", corpus, "--json").json
        desk = Desk(page, studio.url)
        desk.log_in(invited["email"], invited["password"])
        desk.open(owner.project(title))
        return Room(corpus, title, desk, pressmark)

    yield make
    page.close()
    for user in owner.ask("GET", "/api/users"):
        if user["email"].startswith("reader-"):
            owner.ask("DELETE", f"/api/users/{user['id']}")


def test_a_sentence_with_two_spans_and_a_link_takes_twelve_actions(room: Callable[..., Room]) -> None:
    made = room(PIER, "--no-suggestions")
    desk, article = made.desk, made.article
    desk.see(article, 0)
    desk.press("2")
    desk.drag("The coastguard of Norra")
    desk.press("4")
    desk.drag("the old pier was safe")
    desk.pick("the old pier was safe")
    desk.press("y", "o", "Alt+r")
    desk.pick("The coastguard of Norra")
    desk.press("w", "Control+Enter")
    assert desk.actions <= 12
    desk.see(article, 1)  # whose source stands in the text before
    before = article.sentence_text(article.sentences[0])
    desk.press("7")
    desk.drag("The coastguard of Norra", before)
    desk.press("4")
    desk.drag("Nobody was hurt")
    desk.pick("The coastguard of Norra", before)
    desk.press("Alt+r")
    desk.pick("Nobody was hurt")
    desk.press("w", "Control+Enter")
    desk.see_the_end()
    units = made.pull()
    assert [(each["index"], each["status"], each["labels"]) for each in units] == [
        (0, "submitted", ["attribution"]),
        (1, "submitted", ["attribution"]),
    ]
    (source, content), (same, fact) = (each["spans"] for each in units)
    assert (source["text"], source["label"]) == ("The coastguard of Norra", "source")
    assert (content["text"], content["label"]) == ("the old pier was safe", "content")
    assert content["attribution"] == {"mode": "indirect", "content_type": "proposition"}
    assert source["links"] == [{"type": "source_of", "target": f"{content['start']}-{content['end']}:content"}]
    assert (same["start"], same["end"], same["label"]) == (source["start"], source["end"], "source")
    assert (fact["text"], fact["label"]) == ("Nobody was hurt", "content")
    assert same["links"] == [{"type": "source_of", "target": f"{fact['start']}-{fact['end']}:content"}]


SHIPS = (
    "“We lost <b>30&nbsp;&amp; 4</b> boats 🚢👩\u200d👩\u200d👧 near Łódź 🇵🇱,”\u00a0Zoë O'Neill-B\u1ea1\u0301n "
    "told\tthe  'Old Quay'. "
    "He\u0301le\u0300ne from \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd saw 3 of them in Norra's bay. "
    "Then {{ $text }} was 2 km² away 👍🏽 by <script>alert(1)</script>.\n"
)
CLAIM = "near Łódź 🇵🇱"
MARKED = (
    (
        ("We lost <b>30&nbsp;&amp; 4</b> boats 🚢👩\u200d👩\u200d👧", "claim"),
        ("&nbsp;&amp;", "location"),
        ("🚢👩\u200d👩\u200d👧", "location"),
        ("Zoë O'Neill-B\u1ea1\u0301n", "source"),
        ("'Old Quay'", "source"),
    ),
    (
        ("H\u00e9l\u00e8ne", "source"),
        ("\u05e9\u05dc\u05d5\u05dd", "location"),
        ("\u05e2\u05d5\u05dc\u05dd", "location"),
        ("3 of them", "claim"),
    ),
    (
        ("{{ $text }}", "source"),
        ("2 km² away 👍🏽 by", "claim"),
        ("👍🏽", "location"),
        ("<script>alert(1)</script>", "location"),
    ),
)
KEYS = {"claim": "1", "source": "2", "location": "6"}


def test_spans_are_exact_whatever_the_text_is_made_of(room: Callable[..., Room]) -> None:
    made = room(SHIPS, "--no-suggestions")
    desk, article = made.desk, made.article
    assert "H\u00e9l\u00e8ne" in article.text and "B\u1ea1\u0301n" in article.text  # NFC, since it was taken in
    for index, marks in enumerate(MARKED):
        desk.see(article, index)
        for words, label in marks:
            desk.press(KEYS[label])
            # a word that is written from right to left has its beginning at its right edge
            (desk.double_click if "\u0590" < words[0] < "\u0600" else desk.drag)(words)
        if index == 0:  # a claim takes whole words: beside emoji also what follows, but not what was another label's
            desk.press(KEYS["source"])
            desk.drag(CLAIM)
            desk.pick(CLAIM)
            desk.press(KEYS["claim"])
        if index == 1:
            desk.press(KEYS["location"])
            desk.drag("Norra's")
            desk.shorten("Norra's", "Norra")
        desk.press("Escape", "q", "r", "Control+Enter")
    desk.see_the_end()
    for unit, marks in zip(made.pull(), MARKED, strict=True):
        assert unit["status"] == "submitted"
        sentence = article.sentences[unit["index"]]
        more = {0: ((CLAIM, "claim"),), 1: (("Norra", "location"),)}.get(unit["index"], ())
        wanted = {(article.text.index(words, sentence.start), words, label) for words, label in (*marks, *more)}
        assert {(span["start"], span["text"], span["label"]) for span in unit["spans"]} == wanted


def test_suggestions_are_there_to_accept_and_to_change(room: Callable[..., Room]) -> None:
    made = room("The coastguard wrote a short report. About 40 ferries had left Oslo.\n")
    desk, article = made.desk, made.article
    suggested = Store(made.root).read_suggestions(article.id)
    desk.see(article, 0)
    desk.press("Control+Enter")
    desk.see(article, 1)
    (reason,) = {span.why for span in suggested.spans if span.label == "claim" and span.start > 36}
    asked = [desk.page.get_by_text(name, exact=True) for name in ("Lowest", "Usual name", "The content is")]
    desk.pick("About")
    desk.page.get_by_text(str(reason)).wait_for()
    assert [each.is_visible() for each in asked] == [False, False, False]
    desk.press("Escape")
    desk.pick("Oslo")
    asked[1].wait_for()
    assert [each.is_visible() for each in asked] == [False, True, False]
    desk.press("l", "Escape")
    desk.pick("40")
    asked[0].wait_for()
    assert [each.is_visible() for each in asked] == [True, False, False]
    desk.press("c")
    value = desk.page.locator("input[name=value]")  # there while nothing is said
    assert not value.is_visible()
    desk.page.get_by_test_id("htx-textbox-view").filter(has_text="40").get_by_label("Delete Region").click()
    value.wait_for()
    desk.page.fill("input[name=low]", "35.5")
    desk.press("Enter")
    desk.page.get_by_placeholder("Comment").fill("as the report says")
    desk.press("Enter", "Control+Enter")
    desk.see_the_end()
    first, second = made.pull()
    assert [(unit["index"], unit["status"]) for unit in (first, second)] == [(0, "submitted"), (1, "submitted")]
    assert first["labels"] == list(suggested.labels[0]) and second["comment"] == "as the report says"
    spans = {span["text"]: span for span in second["spans"]}
    assert spans["Oslo"]["location"]["usage"] == "metonymic"
    number = spans["40"]["number"]
    assert (number["modifier"], number["low"], number.get("value")) == ("at_least", 35.5, None)


LONG = (
    "“The coastguard of Norra,” said Olle Brandt,\n“counted 12 ferries,\tand then\n3 boats.”\n\n"
    f"Rhubarb{'barbara' * 40} stayed ashore{', and it rained on the pier' * 30}.\n\nThen it was over.\n"
)


def test_all_text_can_be_read_light_and_dark_wide_and_narrow(room: Callable[..., Room]) -> None:
    made = room(LONG)
    desk, article = made.desk, made.article
    for index in range(3):
        desk.see(article, index)
        desk.press("Control+Enter")
    desk.see(article, 3)
    ends = [(article.sentences[first].start, article.sentences[last].end) for first, last in ((0, 2), (3, 3), (4, 4))]
    texts = [article.text[start:end] for start, end in ends]
    assert "then\n3" in texts[0] and texts[1] == desk.shown
    for theme in ("Light", "Dark"):
        desk.page.set_viewport_size({"width": 1360, "height": 1000})
        if theme == "Dark":
            desk.page.get_by_text("Light", exact=True).click()
            desk.page.get_by_text("Dark", exact=True).wait_for()
        for width in (1360, 800):
            desk.page.set_viewport_size({"width": width, "height": 1000})
            desk.page.wait_for_function(f"innerWidth === {width}")
            for text in texts:
                seen = desk.look(text)
                assert seen["words"].split() == text.split()
                assert (seen["cut"], seen["contrast"] >= 4.5, seen["size"] >= 14) == (0, True, True), (theme, seen)
