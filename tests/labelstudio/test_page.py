"""What annotators see: the labelling page asks for everything that is read, and the guidelines stand beside it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from pressmark.checks.label_page import Malformed, parse_page
from pressmark.labelstudio import results, values
from pressmark.labelstudio.guide import guideline_version, instructions
from pressmark.labelstudio.tasks import OBJECTS
from pressmark.model import Attribution, Location, Number, Refused
from pressmark.vocabulary import vocabulary

from ..conftest import REPOSITORY

PAGE = (REPOSITORY / "label_config.xml").read_text("utf-8")
GUIDELINES = (REPOSITORY / "corpus" / "guidelines.md").read_text("utf-8")
ASKED_AS = {
    "kind": "number_kind",
    "usage": "location_usage",
    "name": "place_name",
    "mode": "attribution_mode",
    "counted_start": "counted",
    "counted_end": "counted",
}


def test_the_page_has_a_control_for_every_attribute_and_no_other() -> None:
    page = parse_page(PAGE)
    assert not isinstance(page, Malformed)
    controls = {each.get("name"): each.tag for each in page.iter() if each.get("name")}
    read = {
        **dict.fromkeys(OBJECTS, "Text"),
        **dict.fromkeys(results.LABELS_OF.values(), "Labels"),
        **dict.fromkeys((*values.NUMBERS, *values.TEXTS, "comment"), "TextArea"),
        **dict.fromkeys((*values.CHOICES, "location_modifier", "labels"), "Choices"),
    }
    assert controls == read
    for kind, prefix in ((Number, "number_"), (Location, "location_"), (Attribution, "")):
        for field in fields(kind):
            assert {ASKED_AS.get(field.name, field.name), f"{prefix}{field.name}"} & controls.keys(), field.name


def test_every_hotkey_is_said_and_none_is_label_studio_s_own() -> None:
    page = parse_page(PAGE)
    assert not isinstance(page, Malformed)
    keys = [each.get("hotkey") for each in page.iter() if each.tag in ("Label", "Choice")]
    assert None not in keys, "Label Studio would give it any key that is left"
    assert len(keys) == len(set(keys))
    assert not {"u", "enter", "escape", "backspace", "delete"} & set(keys)
    assert not page.findall(".//Number"), "Label Studio's field for numbers takes a hotkey, no minus, and no nothing"


def test_guidelines_of_another_form_are_shown_whole_with_the_marks_of_their_lists() -> None:
    text = "# Rules\n\nVersion: 3.4\n\n## A\n\n- one <b>\n- two\n\n1. first\n2. second\n\n|a|b|\n|-|-|\n|c|d|\n"
    html = instructions(text, "a&b")
    assert "<li>• one &lt;b&gt;</li>" in html and "<li>2. second</li>" in html and "<td>d</td>" in html
    assert "Version: 3.4</p><br>" in html
    assert "of the corpus a&amp;b.</p>" in html and "in short" not in html


def test_our_guidelines_are_shown_in_short() -> None:
    html = instructions(GUIDELINES, "pressmark")
    assert html.index("of the corpus pressmark, in short") < html.index(f"Version: {guideline_version(GUIDELINES)}")
    assert len(html) < len(instructions(GUIDELINES.replace("**Definition.**", "Definition."), "pressmark")) / 2
    for label in vocabulary("label"):
        section = html.split(f"<h2><code>{label}</code></h2>")[1].split("<h2>")[0]
        assert "<strong>Definition.</strong>" in section and "<strong>Span" in section
        assert "<li>3. " in section and "<li>4. " not in section
    assert all(f"<li>• <code>{label}</code>: " in html for label in ("source", "cue", "content"))
    assert "The order of work" in html and "Hard cases" not in html and "What changed" not in html


def test_a_label_is_shown_in_short_however_its_section_ends() -> None:
    ship = "## `ship`\n\nMore.\n\n**Definition.** It floats.\n"
    pier = "## `pier`\n\n**Definition.** *It* stands.\n\n**Spans** here.\n\n- not this\n"
    html = instructions(f"# R\n\nVersion: 1.0\n\n{ship}\n{pier}\n## Else\n\nNothing.\n", "harbour")
    assert "It floats." in html and "<em>It</em> stands." in html and "<strong>Spans</strong> here." in html
    assert not [words for words in ("More.", "not this", "Else", "Nothing.") if words in html]


def test_the_version_of_the_guidelines_is_read_or_missed() -> None:
    assert guideline_version("# A\n\nVersion: 12.0\n") == "12.0"
    for text in ("# A\n", "Version: one\n", "In Version: 1.0\n"):
        with pytest.raises(Refused, match="guidelines-version"):
            guideline_version(text)


@pytest.mark.parametrize("label", vocabulary("label"))
def test_the_guidelines_have_examples_and_counter_examples_of_each_label(label: str) -> None:
    section = GUIDELINES.split(f"\n## `{label}`\n")[1].split("\n## ")[0]
    examples, counter = section.split(f"\n{label.capitalize()}s:\n")[1].split("\nNo ")
    assert sum(line[:1].isdigit() for line in examples.splitlines()) >= 8
    assert sum(line[:1].isdigit() for line in counter.splitlines()) >= 8 or counter.count("**") >= 16
