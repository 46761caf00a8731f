"""Agreement as Markdown and in a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from io import StringIO
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from pressmark.agreement import measure, render, tables
from pressmark.agreement.whole import Agreement
from pressmark.model import Attribution, Link, Sentence, Span

from .ferry import ARTICLES, FERRY, by, crowd, mark, unit


@pytest.fixture(scope="module")
def crowded() -> Agreement:
    return measure(ARTICLES, crowd(), "1.0")


def test_tables_have_a_row_a_label_and_say_what_they_rest_on(crowded: Agreement) -> None:
    lines = tables(crowded).splitlines()
    assert lines[0] == "ann (first) and bob (second), guidelines 1.0: 3 sentences of 1 article."
    assert "| attribution: 0/0/0/3 | 1.00 | – | 1.00 | 0.00 | – | 1.00 [1.00, 1.00] | – |" in lines
    assert "| number | 1 | 1 | 0 | 1 | 0.00 | 1.00 |" in lines
    assert any(line.startswith("| label, all annotators ") for line in lines)
    assert set(crowded.warnings) | set(crowded.notes) <= set(lines)
    widths = [line.count("|") for line in lines]
    for before, after in pairwise(widths):
        assert before == after or 0 in (before, after)


def in_terminal(made: Agreement) -> str:
    console = Console(width=80, record=True, file=StringIO())
    console.print(render(made))
    return console.export_text()


def test_terminal_shows_agreement_in_80_columns(crowded: Agreement) -> None:
    shown = in_terminal(crowded)
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "…" not in shown
    for told in (
        "ann (first) and bob (second)",
        " 0/0/0/3",
        "ferry:0000 (4)",
        "location “Norra”: ann, cem; not bob",
        "AC1",
    ):
        assert told in shown


def test_reports_of_two_annotators_are_short() -> None:
    """Without attributes, links and differences there is nothing to say of them, and alpha over all is that of two."""
    same = [by(name, unit(0, ["claim"]), unit(1)) for name in ("ann", "bob")]
    made = measure(ARTICLES, same, "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert "claim" in shown
        assert not any(
            each in shown for each in ("all annotators", "rests on", "most differences", "attribute of", "links of")
        )
    content, cue = mark("It took", "content", attribution=Attribution("direct")), mark("said Olle", "cue")
    linked = unit(1, (), content, replace(cue, links=(Link("cue_of", content.key),)))
    made = measure(ARTICLES, [by("ann", linked), by("bob", linked)], "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert all(each in shown for each in ("content: mode", "cue_of", "whole attributions"))


def many(people: int, articles: int) -> Agreement:
    """Measure annotators of copies of the ferry; the first one claims nothing."""
    copies = {f"ferry-{i}": replace(FERRY, id=f"ferry-{i}") for i in range(articles)}
    annotations = [
        by(f"reader-{i}", unit(0, ["claim"] * (i > 0)), unit(1), article=each)
        for i in range(people)
        for each in copies.values()
    ]
    return measure(copies, annotations, "1.0")


def test_of_many_annotators_the_tables_of_two_are_left_out() -> None:
    """Six pairs: what they come to stands there, by article and by annotator, and how to get at two of them."""
    made = many(4, 2)
    for shown in (in_terminal(made), tables(made)):
        assert "4 annotators, guidelines 1.0" in shown
        assert "(first)" not in shown
        assert "span label, all pairs" in shown and "ferry-1" in shown and "all articles" in shown
        assert "rests on fewer than 10 items" in shown
    assert "--annotator NAME" in in_terminal(made)
    row = next(line for line in tables(made).splitlines() if line.startswith("| reader-0 "))
    assert row.split(" | ")[1:3] == ["12", "0.00† +0/-6"]
    assert all(len(line) <= 80 for line in in_terminal(made).splitlines())


def test_of_many_articles_those_with_most_differences_are_listed() -> None:
    assert "… and 2 more" in in_terminal(many(2, 12))
    lines = tables(many(2, 12)).splitlines()
    rows = [line for line in lines if line.startswith(("| ferry-", "| … and", "| all articles")) and ":0" not in line]
    assert len(rows) == 7 and len({line.count("|") for line in rows}) == 1
    assert rows[5].startswith("| … and 7 more | ") and rows[6].startswith("| all articles | 2 | 24 |")


def test_names_are_counted_where_there_are_many() -> None:
    assert "claim: 4 of 5" in in_terminal(many(5, 1))


def test_nothing_in_a_text_is_markdown() -> None:
    text = "<b>41</b> | *boats* & [ferries](x) `sank` at www.norra.example, https://norra.example: $1 | 2$ @ann"
    sentences = (Sentence(0, len(text), 0, 0, "body"),)
    article = replace(FERRY, text=text, sentences=sentences)
    span = Span(0, len(text), "claim", text)
    both = [by("ann", unit(0, ["claim"], span), article=article), by("bob", unit(0), article=article)]
    made = tables(measure({"ferry": article}, both, "1.0"))
    (row,) = [line for line in made.splitlines() if line.startswith("| ferry:0000 ")]
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    cells = re.findall("<td>(.*?)</td>", html.render("| a | b | c | d |\n|-|-|-|-|\n" + row))
    assert cells == [
        "ferry:0000",
        "2",
        escape(text),
        f"claim: ann; not bob; claim “{escape(text[:39])}…”: ann; not bob",
    ]
    assert r"www\.norra" in row and r"https\://norra" in row
