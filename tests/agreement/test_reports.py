"""Agreement as Markdown and in a terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from itertools import pairwise

import pytest
from rich.console import Console

from pressmark.agreement import measure, render, tables
from pressmark.agreement.values import Agreement
from pressmark.model import Attribution, Link

from .ferry import ARTICLES, by, crowd, mark, unit


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
    for told in ("ann (first) and bob (second)", " 0/0/0/3", "ferry:0000 (4)", "ann | bob: location | –", "AC1"):
        assert told in shown


def test_reports_of_two_annotators_are_short() -> None:
    """Without attributes, links and differences there is nothing to say of them, and alpha over all is that of two."""
    same = [by(name, unit(0, ["claim"]), unit(1)) for name in ("ann", "bob")]
    made = measure(ARTICLES, same, "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert "claim" in shown
        assert not any(each in shown for each in ("all annotators", "most differences", "attribute of", "links of"))
    content, cue = mark("It took", "content", attribution=Attribution("direct")), mark("said Olle", "cue")
    linked = unit(1, (), content, replace(cue, links=(Link("cue_of", content.key),)))
    made = measure(ARTICLES, [by("ann", linked), by("bob", linked)], "1.0")
    for shown in (in_terminal(made), tables(made)):
        assert all(each in shown for each in ("content: mode", "cue_of", "whole attributions"))
