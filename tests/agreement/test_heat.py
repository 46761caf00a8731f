"""The heat map: what is drawn, read from the SVG, and the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.agreement import measure
from pressmark.agreement.whole import Agreement

from .ferry import ARTICLES, FERRY, by, crowd, unit

pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")

from pressmark.agreement.heat import draw


def words(made: Agreement, folder: Path) -> list[str]:
    """Draw, and read the texts of the drawing."""
    path = folder / "heat.svg"
    draw(made, path)
    return re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text("utf-8"))


def test_several_annotators_are_drawn_against_each_other(tmp_path: Path) -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    drawn = words(made, tmp_path)
    assert "3 annotators, guidelines 1.0: 3 sentences of 1 article" in drawn
    assert [each for each in drawn if each.endswith(": kappa")] == [
        "claim: kappa", "attribution: kappa", "number: kappa", "location: kappa",
    ]  # fmt: skip
    assert [drawn.count(name) for name in ("ann", "bob", "cem")] == [8, 8, 8]  # six panels, two with names of rows
    at = drawn.index("number: kappa")
    before = drawn.index("attribution: kappa")
    kappas = [pair.labels[2].kappa.value for pair in made.pairs]
    assert kappas == [1.0, 1.0, 1.0]
    assert [each for each in drawn[before:at] if each[0].isdigit()] == ["1.00†"] * 6


def test_two_annotators_are_drawn_by_article(tmp_path: Path) -> None:
    other = replace(FERRY, id="ferry-2")
    annotations = [by(name, unit(0, ["claim"] * (name == "ann")), unit(1), article=FERRY) for name in ("ann", "bob")]
    annotations += [by(name, unit(0, ["claim"]), unit(1), article=other) for name in ("ann", "bob")]
    drawn = words(measure({**ARTICLES, "ferry-2": other}, annotations, "1.0"), tmp_path)
    assert "ann and bob, guidelines 1.0: 4 sentences of 2 articles" in drawn
    names = [each for each in drawn if each in ("all articles", "ferry", "ferry-2")]
    assert names == ["all articles", "ferry", "ferry-2"]
    assert [each for each in drawn if each.startswith(("0.", "1.00"))][:3] == ["0.50†", "0.00†", "1.00†"]
    assert [drawn.count(label) for label in ("claim", "cue", "all")] == [3, 2, 2]


def test_of_many_articles_thirty_are_drawn(tmp_path: Path) -> None:
    copies = {f"ferry-{i}": replace(FERRY, id=f"ferry-{i}") for i in range(31)}
    claims = {"ann": ["claim"], "bob": []}
    annotations = [by(name, unit(0, claims[name]), article=each) for name in claims for each in copies.values()]
    drawn = words(measure(copies, annotations, "1.0"), tmp_path)
    assert "31 sentences of 31 articles; the 30 articles with most differences" in " ".join(drawn)
    assert sum(each.startswith("ferry-") for each in drawn) == 30


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_drawing_is_the_same_each_time(tmp_path: Path, suffix: str) -> None:
    made = measure(ARTICLES, crowd(), "1.0")
    paths = [tmp_path / f"{i}.{suffix}" for i in range(2)]
    for path in paths:
        draw(made, path)
    assert paths[0].read_bytes() == paths[1].read_bytes() and paths[0].stat().st_size > 2000
