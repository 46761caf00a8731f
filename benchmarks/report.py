"""Write what was measured into docs/suggestions.md, between its markers, and draw how far scores can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from comparison import OWN, Line, Work
from published import PUBLISHED, WORK_OF, target

from pressmark.score.reliability import draw, reliability

Together = dict[str, float]
"""MB/s of what is done together."""
SPEED_GOALS = {"sentences": "8", "all four labels": "1.0"}
"""MB/s that are to be reached at least."""
FILE, PLOT = "suggestions.md", "images/reliability.svg"


def write(works: Sequence[Work], together: Together, docs: Path) -> None:
    """Fill docs/suggestions.md and draw docs/images/reliability.svg. Raises OSError, ValueError (no such marker)."""
    figures = {"accuracy": _accuracy(works), "quoted": _quoted(works), "speed": _speed(works, together)}
    text = (docs / FILE).read_text("utf-8")
    for name, made in figures.items():
        text = _filled(text, name, made)
    (docs / FILE).write_text(text, "utf-8")
    found = reliability(scored for work in works for scored in work.scored)
    draw(found, docs / PLOT, "Suggestions: score and share right")


def _filled(text: str, name: str, made: str) -> str:
    """Put a table between the markers of its name."""
    opening, closing = f"<!-- figures: {name} -->\n", "<!-- /figures -->"
    if opening not in text:
        raise ValueError(f"{FILE} has no place for figures named {name!r}")
    pattern = re.compile(re.escape(opening) + ".*?" + re.escape(closing), re.DOTALL)
    return pattern.sub(lambda _: f"{opening}\n{made}\n{closing}", text)


def _rows(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in cells:
        yield "| " + " | ".join(row) + " |"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_rows([heads, ["---"] * len(heads), *rows])) + "\n"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _accuracy(works: Sequence[Work]) -> str:
    """Lay out F1 of ours with its interval, and of the best peer that ran, for each measure."""
    heads = ("file", "measure", f"{OWN} F1", "95 %", "to reach", "best peer in the same run (bold: the better of both)")
    return _table(heads, (_line(line, work) for work in works for line in work.lines))


def _line(line: Line, work: Work) -> Sequence[str]:
    low, high = line.interval
    goal = target(line.file, line.label, line.match)
    peers = {name: f1 for name, f1 in line.f1.items() if name != OWN and f1 is not None}
    best = max(peers, key=lambda name: peers[name], default=None)
    own, other = line.f1[OWN] or 0.0, peers[best] if best else 0.0
    said = f"{best} {work.versions.get(best, '')}".strip() + f": {_bold(other, other > own)}" if best else "–"
    interval = "–" if low is None else f"{_percent(low)}–{_percent(high)}"
    name = f"{line.label.lower()}, {line.match}"
    return line.file, name, _bold(own, own >= other), interval, "–" if goal is None else f"{goal:.1f}", said


def _bold(value: float, best: bool) -> str:
    return f"**{_percent(value)}**" if best else _percent(value)


def _quoted(works: Sequence[Work]) -> str:
    names = {work.name for work in works}
    rows = (
        (each.file, f"{each.label.lower()}, {each.match}", each.system, f"{each.f1:.1f}", each.source)
        for each in PUBLISHED
        if WORK_OF[each.label] in names
    )
    return _table(("file", "measure", "system", "F1", "source"), rows)


def _speed(works: Sequence[Work], together: Together) -> str:
    rows = []
    for work in works:
        own = work.speed[OWN]
        peers = ", ".join(
            f"{name} {speed:.3g} (ours is {own / speed:.3g} times that)"
            for name, speed in sorted(work.speed.items(), key=lambda each: -each[1])
            if name != OWN and work.versions.get(name)
        )
        rows.append((work.name, f"{own:.2f}", SPEED_GOALS.get(work.name, "–"), peers or "–"))
    rows += [(what, f"{speed:.2f}", SPEED_GOALS.get(what, "–"), "–") for what, speed in together.items()]
    return _table(("work", f"{OWN}, MB/s", "to reach", "peers, MB/s"), rows)
