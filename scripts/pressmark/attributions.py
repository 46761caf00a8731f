"""Gather linked source, cue and content spans into attributions."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .model import Span


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: its fragments in the order of the text, and what it says of itself.

    ``key`` is the key of its head (the first cue, else the first content), which no other attribution has.
    ``parent`` is the key of the attribution whose content this one stands in.
    """

    key: str
    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    mode: str | None
    content_type: str | None
    parent: str | None = None

    @property
    def members(self) -> tuple[Span, ...]:
        return self.sources + self.cues + self.contents


def gather(spans: Sequence[Span]) -> list[Attributed]:
    """Gather an article's spans into attributions, in the order of the text.

    Cues and contents that ``cue_of`` or ``part_of`` links join are one attribution; a source belongs to every
    attribution that a ``source_of`` link of its reaches, so that two statements can share it.
    """
    by_key = {span.key: span for span in spans}
    group = {key: key for key, span in by_key.items() if span.label in ("cue", "content")}
    for span in spans:
        for link in span.links:
            if link.type in ("cue_of", "part_of") and span.key in group and link.target in group:
                group[_root(group, span.key)] = _root(group, link.target)
    members: dict[str, list[Span]] = {}
    for key in group:
        members.setdefault(_root(group, key), []).append(by_key[key])
    for span in spans:
        if span.label == "source":
            for root in sorted({_root(group, link.target) for link in span.links if link.target in group}):
                members[root].append(span)
    found = [_attribution(sorted(each, key=lambda s: s.order)) for each in members.values()]
    return _with_parents(sorted(found, key=lambda a: _head(a.members).order))


def _root(group: dict[str, str], key: str) -> str:
    while group[key] != key:
        group[key] = group[group[key]]
        key = group[key]
    return key


def _head(members: Sequence[Span]) -> Span:
    """Return the first cue, else the first content: the span that an attribution is named after."""
    cues = [span for span in members if span.label == "cue"]
    return min(cues or [span for span in members if span.label == "content"], key=lambda s: s.order)


def _attribution(members: Sequence[Span]) -> Attributed:
    role = {name: tuple(s for s in members if s.label == name) for name in ("source", "cue", "content")}
    said = [s.attribution for s in role["content"] + role["cue"] if s.attribution]
    return Attributed(
        key=_head(members).key,
        sources=role["source"],
        cues=role["cue"],
        contents=role["content"],
        mode=next((each.mode for each in said if each.mode), None),
        content_type=next((each.content_type for each in said if each.content_type), None),
    )


def _with_parents(found: list[Attributed]) -> list[Attributed]:
    """Name each attribution's parent: the one with the innermost content that holds its head.

    Sweeps the text once: contents are opened where they start and dropped once a head stands behind them.
    """
    opening = deque(sorted((c.start, -c.end, each.key) for each in found for c in each.contents))
    open_: list[tuple[int, int, str]] = []
    made = []
    for each in found:
        head = _head(each.members)
        while opening and opening[0][0] <= head.start:
            open_.append(opening.popleft())
        open_ = [content for content in open_ if -content[1] > head.start]
        around = [
            (-minus_end - start, start, key)
            for start, minus_end, key in open_
            if key != each.key and head.end <= -minus_end
        ]
        made.append(replace(each, parent=min(around)[2]) if around else each)
    return made
