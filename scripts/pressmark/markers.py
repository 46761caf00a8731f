"""Keep generated figures between markers in a text that people write.

A place for figures is a pair of lines, ``<!-- figures: NAME -->`` and ``<!-- /figures -->``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

_MARKER = re.compile(r"^<!-- (?:figures: ([a-z-]+)|(/figures)) -->$", re.MULTILINE)
_LOOSE = re.compile(r"<!--\s*/?\s*figures?\b[^\n]*", re.IGNORECASE)
FIGURES = ("status", "version", "rows", "labels", "agreement")
"""Names of the figures that a dataset's card can show."""
REQUIRED = ("status",)
"""Those that it must show."""


def fill(text: str, figures: Mapping[str, str]) -> str:
    """Replace what stands between each pair of markers by the figures of that name; other names are emptied.

    Raises ValueError where the markers are not in pairs.
    """
    if problem := next(marker_problems(text, FIGURES), None):
        raise ValueError(problem)
    pieces, kept = [], 0
    for match in _MARKER.finditer(text):
        if match[1]:
            pieces += [text[kept : match.end()], "\n", figures.get(match[1], "")]
        else:
            kept = match.start()
    return "".join([*pieces, text[kept:]])


def marker_problems(text: str, known: Collection[str]) -> Iterator[str]:
    """Say what is wrong with a text's markers: each opens once, closes before the next, and has a known name."""
    open_, seen = "", set[str]()
    for match in _MARKER.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[1] and open_:
            yield f"line {line} opens '{match[1]}' before '{open_}' is closed"
        if match[2] and not open_:
            yield f"line {line} closes what is not open"
        if match[1] and match[1] not in known:
            yield f"line {line} names '{match[1]}', which is none of {', '.join(known)}"
        if match[1] in seen:
            yield f"line {line} names '{match[1]}' again"
        open_ = match[1] or ""
        seen.add(open_)
    if open_:
        yield f"'{open_}' is never closed"
    exact = {match.start() for match in _MARKER.finditer(text)}
    for match in _LOOSE.finditer(text):
        if match.start() not in exact:
            line = text.count("\n", 0, match.start()) + 1
            yield f"line {line} is not quite a marker: {match[0][:60]!r}"
