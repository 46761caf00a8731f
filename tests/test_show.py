"""What `pressmark show` prints and writes: every word of the article, nothing of it run or read as markup."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from rich.console import Console

from pressmark.model import (
    Article,
    Attribution,
    Link,
    Location,
    Number,
    Provenance,
    Sentence,
    Span,
    merge_spans,
    sentence_labels,
)
from pressmark.show import View, page, terminal
from pressmark.show.facts import quantity, short
from pressmark.show.view import cut
from pressmark.vocabulary import vocabulary
from tests.browser import chromium

HOSTILE = "[bold]x[/bold]", "<script>alert(1)</script>&amp;", "</style>{{ 7 * 7 }}", '"><img src=x onerror=alert(2)>'
LINES = (
    ("heading", ("Harbour [bold]x[/bold] Reopens",)),
    (
        "body",
        (
            "According to the port of Malmö, about 40 ships waited <script>alert(1)</script>&amp; left.",
            "The mayor said that “Lund </style>{{ 7 * 7 }} lies 18 kilometres (11 miles) away.",
            'It is \x1b[31mnear."><img src=x onerror=alert(2)>',
        ),
    ),
    ("quote", ("“We will be back.”",)),
    ("byline", ("– the harbour master",)),
)


def article() -> Article:
    text, sentences = "", []
    for paragraph, (kind, lines) in enumerate(LINES):
        for i, line in enumerate(lines):
            text += ("\n" if paragraph else "") if i == 0 else " "
            sentences.append(Sentence(len(text), len(text) + len(line), paragraph, 0, kind))
            text += line
    source = Provenance("harbour.txt", "0" * 64, publisher="<b>Press</b>", url="javascript:alert(3)")
    return Article("harbour", text, "en", source, "Ships & <i>tides</i>", "hand 1", tuple(sentences))


def view() -> View:
    made = article()
    text = made.text

    def span(words: str, label: str, to: str | None = None, **more: object) -> Span:
        start = text.index(words)
        end = text.index(to) + len(to) if to else start + len(words)
        return Span(start, end, label, text[start:end], score=0.75, by="hand 1", **more)  # type: ignore[arg-type]

    content = span("about 40", "content", "left", attribution=Attribution("indirect", "proposition"))
    said = span("that “Lund", "content", "near.", attribution=Attribution("mixed", "proposition"))
    back = span("“We will be back.”", "content", attribution=Attribution("direct", "proposition"))
    miles = span("11 miles", "number", number=Number("measure", value=11, unit="[mi_i]", unit_text="miles"))
    ships = text.index("ships")
    place = Location(False, "literal", 2692969, "Malmö", "SE", 55.6, 13.0)
    spans = (
        content,
        said,
        back,
        miles,
        span("According to", "cue", links=(Link("cue_of", content.key),)),
        span("the port of Malmö", "source", links=(Link("source_of", content.key),)),
        span("Malmö", "location", location=place),
        span("Lund", "location"),
        span("40", "number", number=Number("count", "approximate", 40, counted_start=ships, counted_end=ships + 5)),
        span("about 40", "claim", "left"),
        span("The mayor", "source", links=(Link("source_of", said.key),)),
        span("said", "cue", links=(Link("cue_of", said.key),)),
        span("18 kilometres", "number", number=Number("measure", value=18), links=(Link("equivalent_to", miles.key),)),
        span("the harbour master", "source", links=(Link("source_of", back.key),)),
    )
    labels = tuple(map(tuple, sentence_labels(spans, made.sentences, vocabulary("label"))))
    return View(made, spans, labels, "suggested", ("rules-hand 0.1.0",))


# What both share


@st.composite
def marked(draw: st.DrawFn) -> View:
    """Draw any text in any tiling with any spans: nested, crossing, over several sentences, the same one twice."""
    text = draw(st.text(min_size=1, max_size=60))
    offsets = st.integers(0, len(text))
    edges = sorted({0, len(text), *draw(st.lists(offsets, max_size=6))})
    kinds = st.sampled_from(vocabulary("unit_kind"))
    drops = draw(st.lists(st.booleans(), min_size=len(edges), max_size=len(edges)))
    sentences = tuple(
        Sentence(start, end, draw(st.integers(0, 2)), 0, draw(kinds))
        for start, end, drop in zip(edges, edges[1:], drops, strict=False)
        if not (drop and text[start:end].isspace())
    )
    drawn = draw(st.lists(st.tuples(offsets, offsets, st.sampled_from(vocabulary("span_label"))), max_size=8))
    spans = tuple(Span(a, b, label, text[a:b]) for a, b, label in drawn if a < b)
    made = Article("drawn", text, "en", Provenance("drawn.txt", "0" * 64), sentences=sentences)
    return View(made, spans, ((),) * len(sentences), "gold")


@given(marked())
def test_segments_are_the_sentence_and_each_span_covers_exactly_its_characters(view: View) -> None:
    rows = cut(view)
    assert ["".join(segment.text for segment in row) for row in rows] == [
        view.article.sentence_text(sentence) for sentence in view.article.sentences
    ]
    covered: dict[str, list[int]] = {span.key: [] for span in view.spans}
    for row in rows:
        for segment in row:
            assert len({span.key for span in segment.spans}) == len(segment.spans)
            for span in segment.spans:
                covered[span.key] += range(segment.start, segment.end)
    inside = {i for sentence in view.article.sentences for i in range(sentence.start, sentence.end)}
    for span in view.spans:
        assert covered[span.key] == [i for i in range(span.start, span.end) if i in inside]


@given(marked())
def test_lines_under_the_text_never_fall_together_while_there_is_room(view: View) -> None:
    rows = cut(view)
    lane = page.lanes(rows)
    for row in rows:
        for segment in row:
            drawn = [lane[span.key] for span in segment.spans if span.key in lane]
            room = [each for each in drawn if each < page.MOST_LANES - 1]
            assert len(set(room)) == len(room)


@settings(deadline=None, max_examples=40)
@given(marked())
def test_both_renderers_take_any_text(view: View) -> None:
    assert page.render(view) == page.render(view)
    assert printed(view) == printed(view)


def test_a_view_refuses_labels_that_do_not_fit_the_sentences_and_unknown_provenance() -> None:
    with pytest.raises(ValueError, match="1 tuples of labels for 6 sentences"):
        replace(view(), labels=(("claim",),))
    with pytest.raises(ValueError, match="'rumoured'"):
        replace(view(), provenance="rumoured")


@pytest.mark.parametrize(
    ("value", "written"), [(12000.0, "12,000"), (11.5, "11.5"), (-3.0, "-3"), (1e21, "1e+21"), (float("inf"), "inf")]
)
def test_quantities_are_written_the_way_people_read_them(value: float, written: str) -> None:
    assert quantity(value) == written


@given(st.text(), st.integers(12, 80))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert len(short(text, width)) <= width


# Terminal


def printed(view: View, width: int = 80, **console: object) -> str:
    out = io.StringIO()
    Console(file=out, width=width, **console).print(terminal.render(view))  # type: ignore[arg-type]
    return out.getvalue()


def text_column(output: str) -> str:
    """Join what stands in the text column of the terminal, without colours."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    return " ".join(" ".join(line[20:] for line in plain.splitlines()).split())


@pytest.mark.parametrize("colour", [None, "standard", "truecolor"])
def test_terminal_shows_every_sentence_with_its_labels_and_reads_nothing_as_markup(colour: str | None) -> None:
    shown = view()
    output = printed(shown, force_terminal=colour is not None, color_system=colour)
    column = text_column(output)
    for sentence, labels in zip(shown.article.sentences, shown.labels, strict=True):
        wanted = terminal.visible(shown.article.sentence_text(sentence))
        assert wanted in column
        assert sentence.kind in output
        assert all(label in output for label in labels)
    assert all(hostile in column for hostile in HOSTILE)
    assert "\x1b[31mnear" not in output and "␛[31mnear" in column
    assert "nobody has checked this" in output and "rules-hand 0.1.0" in output
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", output).splitlines())) <= 80


def test_terminal_without_colour_lists_the_spans_with_their_attributes() -> None:
    output = text_column(printed(view()))
    assert "[the port of Malmö]" in output and "source 1" in output
    assert "[40] value 40; modifier approximate; kind count; counts ships" in output
    assert "GeoNames 2692969" in output


def test_terminal_without_colour_lists_a_span_over_two_sentences_once() -> None:
    assert printed(view()).count("content 2") == 1


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = printed(view(), force_terminal=True, color_system="truecolor")
    assert not re.search(r"\x1b\[[0-9;]*(?:3|4|9|10)[0-7][;m]", output)
    assert "[the port of Malmö]" in output


def test_terminal_with_colour_colours_a_span_and_only_it() -> None:
    output = printed(view(), force_terminal=True, color_system="standard")
    number = re.search(r"\x1b\[([0-9;]*)m40\x1b\[0m", output)
    assert number and "43" in number[1].split(";")
    assert "[the port of Malmö]" not in output


# Page


def test_page_is_the_same_for_the_same_view_and_asks_the_network_for_nothing() -> None:
    html = page.render(view())
    assert html == page.render(replace(view(), spans=tuple(reversed(view().spans))))
    assert "default-src 'none'" in html and "unsafe-inline" not in html
    assert not re.search(r"(?:src|href)=[\"'](?!#)", html)
    assert "javascript:" not in html
    assert "url(" not in html and "@import" not in html


def test_page_links_to_the_original_only_on_the_web() -> None:
    shown = view()
    source = replace(shown.article.provenance, url="https://example.org/?a=1&b=2")
    html = page.render(replace(shown, article=replace(shown.article, provenance=source)))
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


@pytest.mark.parametrize("provenance", vocabulary("provenance"))
def test_page_and_terminal_say_how_far_the_marks_can_be_trusted(provenance: str) -> None:
    shown = replace(view(), provenance=provenance)
    assert shown.standing in page.render(shown)
    assert shown.standing in " ".join(printed(shown).split())
    assert ("nobody has checked" in shown.standing) == (provenance == "suggested")


def test_a_model_is_not_called_rules() -> None:
    assert "model" in replace(view(), made_by=("rules-number 0.1.0", "tagger 2")).standing


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    return browser.new_page(reduced_motion="reduce")


@pytest.fixture
def opened(tab: Page) -> Iterator[Page]:
    """Open the page wide and light; what it asks of the network, logs or alerts is an error."""
    errors: list[str] = []
    listeners = {
        "request": lambda request: errors.append(request.url),
        "dialog": lambda dialog: (errors.append(dialog.message), dialog.dismiss()),
        "console": lambda message: errors.append(message.text),
        "pageerror": lambda error: errors.append(str(error)),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)  # type: ignore[call-overload]
    tab.set_viewport_size({"width": 1360, "height": 900})
    tab.emulate_media(color_scheme="light")
    tab.mouse.move(2, 2)
    tab.set_content(page.render(view()))
    yield tab
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
    assert errors == []


def test_page_shows_every_sentence_exactly_and_runs_none_of_it(opened: Page) -> None:
    shown = article()
    texts = opened.evaluate("[...document.querySelectorAll('.text')].map(each => each.textContent)")
    assert texts == [shown.sentence_text(sentence) for sentence in shown.sentences]
    assert opened.evaluate("document.scripts.length") == 1
    assert opened.evaluate("document.querySelectorAll('img, iframe, i, b:not(.hint b)').length") == 0
    assert opened.title() == "Ships & <i>tides</i> · Pressmark"
    assert opened.evaluate("document.querySelector('main').textContent.includes('{{ 7 * 7 }}')")
    assert opened.locator("h2").count() == 1 and opened.locator("figure blockquote + figcaption").count() == 1


def test_script_that_got_into_the_page_would_not_run(browser: Browser) -> None:
    tab = browser.new_page()
    html = page.render(view()).replace("<footer>", "<script>document.title = 'run'</script><footer onclick='run()'>")
    tab.set_content(html)
    assert tab.title() != "run"
    tab.close()


def words(tab: Page, text: str) -> str:
    """Return a selector for the mark in the article that has exactly this text."""
    index = tab.evaluate("text => [...document.querySelectorAll('mark')].findIndex(m => m.textContent === text)", text)
    assert index >= 0, text
    return f"mark >> nth={index}"


def test_pointing_and_focus_show_the_attributes_and_draw_the_links(opened: Page) -> None:
    tip = opened.locator("#tip")
    opened.hover(words(opened, "Malmö"))
    for said in ("location", "2692969", "SE", "55.60° N, 13.00° E", "literal", "0.75", "hand 1", "indirect"):
        expect(tip).to_contain_text(said)
    assert opened.locator("#wires path.source_of:not(.head)").count() == 1
    assert opened.locator("#wires path.cue_of:not(.head)").count() == 1
    opened.mouse.move(2, 2)
    expect(tip).to_be_hidden()
    assert opened.locator("#wires path").count() == 0

    opened.focus(words(opened, "40"))
    for said in ("value", "40", "approximate", "count", "ships"):
        expect(tip).to_contain_text(said)
    assert opened.get_attribute(words(opened, "40"), "aria-describedby") == "tip"
    opened.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_every_span_is_reached_with_the_keyboard_alone(opened: Page) -> None:
    opened.focus("mark[tabindex='0'] >> nth=0")
    seen = set(opened.get_attribute(":focus", "data-m").split())  # type: ignore[union-attr]
    for _ in range(opened.locator("mark[tabindex='0']").count() - 1):
        opened.keyboard.press("ArrowRight")
        seen |= set(opened.get_attribute(":focus", "data-m").split())  # type: ignore[union-attr]
    assert len(seen) == len(merge_spans(view().spans))


def test_equal_quantities_are_drawn_together(opened: Page) -> None:
    opened.hover(words(opened, "18 kilometres"))
    expect(opened.locator("#tip")).to_contain_text("11 miles")
    assert opened.locator("#wires path.equivalent_to:not(.head)").count() == 1


BACKGROUND = "each => getComputedStyle(each).backgroundColor"
LINE = "each => getComputedStyle(each).borderBottomColor"
NOTHING = "rgba(0, 0, 0, 0)"


def test_taking_a_label_off_the_legend_hides_it_and_nothing_else(opened: Page) -> None:
    drawn = {label: BACKGROUND if label in ("number", "location") else LINE for label in vocabulary("span_label")}
    for label in drawn:
        opened.uncheck(f"#show-{label}")
        hidden = {
            name for name, style in drawn.items() if opened.locator(f"mark .{name}").first.evaluate(style) == NOTHING
        }
        assert hidden == {label}
        chips = opened.evaluate(
            "[...document.querySelectorAll('.chip')].filter(c => c.offsetWidth).map(c => c.className)"
        )
        assert {chip.split()[1] for chip in chips} == set(vocabulary("label")) - {label}
        opened.locator(f"mark .{label}").first.hover()
        assert label not in opened.locator("#tip .tag").all_text_contents()
        opened.check(f"#show-{label}")


def test_the_attribution_chip_goes_when_all_of_its_spans_do(opened: Page) -> None:
    for label in ("source", "cue", "content"):
        expect(opened.locator(".chip.attribution").first).to_be_visible()
        opened.uncheck(f"#show-{label}")
    expect(opened.locator(".chip.attribution").first).to_be_hidden()


CONTRASTS = """selector => {
  const brush = Object.assign(document.createElement("canvas"), {width: 1, height: 1})
    .getContext("2d", {willReadFrequently: true});
  const paint = colours => {
    brush.clearRect(0, 0, 1, 1);
    for (const colour of colours) { brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = rgb => rgb.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  return [...document.querySelectorAll(selector)].map(each => {
    const under = [];
    for (let at = each; at; at = at.parentElement) under.unshift(getComputedStyle(at).backgroundColor);
    const [a, b] = [luminance(paint(under)), luminance(paint([...under, getComputedStyle(each).color]))];
    return [each.className + ": " + each.textContent, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
  });
}"""
"""Measures the contrast of text as WCAG 2.2 defines it, over all the backgrounds behind it."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_both_schemes(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    selector = ".text, .words, .chip, .no, .standing *, .sample, .count, .hint, #tip *, .tag, dt, .words, footer *, a"
    for text in ("Malmö", "40", "the harbour master"):
        opened.hover(words(opened, text))
        measured = dict(opened.evaluate(CONTRASTS, selector))
        assert len(measured) > 30
        assert {name: ratio for name, ratio in measured.items() if ratio < 4.5} == {}
    for provenance in vocabulary("provenance"):
        opened.evaluate("name => document.querySelector('.standing').className = 'standing ' + name", provenance)
        assert min(dict(opened.evaluate(CONTRASTS, ".standing *")).values()) >= 4.5


def test_page_never_scrolls_sideways(opened: Page) -> None:
    for width in (320, 390, 768, 1024, 1360):
        opened.set_viewport_size({"width": width, "height": 700})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        opened.focus(words(opened, "11 miles"))
        box = opened.locator("#tip").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        opened.locator(":focus").blur()
