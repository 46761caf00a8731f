"""Cut a sentence into the clauses that may be claims: its own, or those of what its sources say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model import Article, Sentence, Span
from ..attributions.complements import clausal
from ..tokens import line_of
from ..words import dateline_end
from .cuts import LONGEST, Clause, cut, has_verb, trimmed
from .features import predicates, tells_event

_BULLETS = frozenset("•*·▪●◦‣⁃►✓✔(")
_ITEM = re.compile(r"(?:[•*·▪●◦‣⁃►✓✔]|\d{1,2}[.)]|\((?:\d{1,2}|[a-z])\))\s{1,3}(?=[A-Z“\"])")
_PLACED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}"
    r"(?:, [A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}){0,2}(?:\s?\([^()\n]{1,30}\))?"
    r"|\([A-Z][A-Za-z/ ]{1,20}\))\s{0,2}(?:—|–|(?<=\s)--?)\s{1,2}(?=[A-ZÀ-Þ\d“\"‘$€£])"
)
"""A dateline in small letters ("Norra, Vesna — "), or an agency alone ("(CPA) — ")."""
_NEAR, _AHEAD = 80, 200
_DASH = re.compile(r"—|–|\s--?\s")
_EVIDENCE = re.compile(
    r"(?:(?:the|some|new|clear|fresh|strong|further|more)\s){0,3}(?:evidence|proof|signs|indications)\sthat\s",
    re.IGNORECASE,
)
_FORESEEING = frozenset(
    "expect expects expected expecting hope hopes hoped hoping forecast forecasts forecasting predict predicts "
    "predicted predicting anticipate anticipates anticipated foresee foresees".split()
)
_ASIDES = frozenset("though although while whereas".split())
_LONGEST_NAMED = 100
_OPENERS = frozenset("that whether if how what why who where when to".split())
_LEAD = re.compile(
    r"[\s,—–-](after|because|since|while|although|though|whereas|when|as|which|whom|that|and|but)\s\Z", re.IGNORECASE
)


def _forms(stems: str) -> frozenset[str]:
    return frozenset(f"{stem}{ending}" for stem in stems.split() for ending in ("", "e", "s", "es", "ed", "ing"))


_REPORTING = _forms("report confirm reveal disclos announc acknowledg admit admitt record document")
_ACTING = _forms(
    "vow pledg promis refus declin order reject endors approv veto instruct apologiz apologis nominat decid"
) | {"refuses", "swore", "swears"}


def clauses(article: Article, sentence: Sentence, here: Sequence[Span]) -> list[Clause]:
    """List the clauses of a sentence that may be claims: those of its contents, or else its own.

    ``here`` holds the spans inside the sentence in order of start. Of contents inside one another the innermost count.
    A vow ("to" and an infinitive) is an act that the sentence asserts; a content that is only a reference leaves a
    reporting frame; an embedded question ("did not say how many …") leaves nothing. What follows the last attribution
    as a clause is one more.
    """
    text, start, end = article.text, sentence.start, sentence.end
    titled = sentence.kind == "heading"
    if not here:
        return cut(text, prose_start(text, start, end), end, titled=titled)
    numbers: list[Span] = []
    around: list[Span] = []
    contents: list[Span] = []
    reports = False
    for s in here:
        label = s.label
        if label == "number":
            numbers.append(s)
        elif label != "location":
            around.append(s)
            if label == "content":
                contents.append(s)
            reports = reports or label != "source"
    if not reports:
        return _whole_numbers(numbers, cut(text, prose_start(text, start, end), end, titled=titled))
    broken = [link.target for s in contents if s.links for link in s.links]
    stated, told = [], False
    for s in contents:
        if _vows(s) or (broken and s.key in broken and _is_vowed(s, contents)):
            continue
        named = not s.links and (not broken or s.key not in broken) and _refers(text, s)
        if not named or (_event(s) and _tells(around)) or _assertion(text, s) > s.start:
            stated.append(s)
            told = named
    if stated:
        if len(contents) == 1:
            content = stated[0]
            first = prose_start(text, start, end) if content.start == start else _assertion(text, content)
            inner = cut(text, first, content.end, reported=True, told=told and first == content.start)
        else:
            inner = list(_stated(text, stated, around))
        before, after = around[0].start, max([s.end for s in around])
        return _whole_numbers(numbers, [*_lead(text, sentence, before), *inner, *_rest(text, sentence, after)])
    only = frames(text, start, around)
    if only and (text[end - 1] == ":" or _foresees(around)):  # it only introduces what follows, or expects it
        return []
    framed = only and not any(_vows(s) for s in contents) and not _acts(around)
    return _whole_numbers(numbers, cut(text, prose_start(text, start, end), end, frame=framed, titled=titled))


def _vows(content: Span) -> bool:
    return content.text[:3].lower() == "to "


def _is_vowed(subject: Span, contents: Sequence[Span]) -> bool:
    """Say whether a content is the subject of one that begins with "to" ("The mayor is said to have resigned")."""
    return any(_vows(s) and any(link.target == subject.key for link in s.links) for s in contents)


def _refers(text: str, content: Span) -> bool:
    """Say whether a content is a noun phrase, which points to what was said or tells an event."""
    said = content.attribution
    if said is None or said.content_type == "reference":
        return said is not None
    if (
        said.mode != "indirect"
        or len(content.text) > _LONGEST_NAMED
        or content.text.partition(" ")[0].lower() in _OPENERS
    ):
        return False
    if predicates(text, content.start, content.end):
        return False
    line = line_of(text, content.start, content.end)
    return not clausal(line, 0) and not has_verb(text, Clause(content.start, content.end))


def _tells(here: Sequence[Span]) -> bool:
    """Say whether a cue reports what happened ("confirmed", not "condemned")."""
    return any(s.label == "cue" and not _REPORTING.isdisjoint(s.text.lower().split()) for s in here)


def _acts(here: Sequence[Span]) -> bool:
    """Say whether a cue is an act that is done by being said ("rejected", "ordered", not "condemned")."""
    return any(s.label == "cue" and not _ACTING.isdisjoint(s.text.lower().split()) for s in here)


def _foresees(here: Sequence[Span]) -> bool:
    """Say whether every cue only looks ahead ("expects", "hoped")."""
    cues = [s for s in here if s.label == "cue"]
    return bool(cues) and all(not _FORESEEING.isdisjoint(s.text.lower().split()) for s in cues)


def _assertion(text: str, content: Span) -> int:
    """Return where the clause begins in "evidence that the wall cracked"; where the content begins if it is none."""
    match = _EVIDENCE.match(text, content.start, content.end)
    if match is None or not clausal(line_of(text, match.end(), min(content.end, match.end() + _AHEAD)), 0):
        return content.start
    return match.end()


def prose_start(text: str, start: int, end: int) -> int:
    """Find where a sentence's prose begins: after its dateline ("Norra, Vesna — "), bullet or number ("2. ")."""
    head = text[start]
    if head in _BULLETS or head.isdigit():
        match = _ITEM.match(text, start, end)
        start = match.end() if match else start
    after = dateline_end(text, start, end)
    if after > start:
        return after
    near = min(end, start + _NEAR)
    if text.find("—", start, near) < 0 and text.find(" -", start, near) < 0 and text.find("–", start, near) < 0:
        return start
    match = _PLACED.match(text, start, end)
    if match is None or _DASH.search(text, match.end(), end):
        return start
    return match.end()


def frames(text: str, start: int, cues: Sequence[Span]) -> bool:
    """Say whether a stretch only reports: no verb stands before the first of its cues, but for those of contents."""
    first = next((s.start for s in cues if s.label == "cue"), start)
    start = max([start, *(s.end for s in cues if s.label == "content" and s.end <= first and s.text[-2:-1] == "?")])
    return not predicates(text, start, first)


def _event(content: Span) -> bool:
    """Say whether a noun phrase tells an event or state rather than pointing to what was said."""
    return tells_event(content.text)


def _stated(text: str, stated: Sequence[Span], here: Sequence[Span]) -> Iterator[Clause]:
    """Cut the innermost propositions into clauses; one that only reports another one is a reporting frame itself."""
    starts = [s.start for s in stated]
    every = [s.start for s in here if s.label == "content"]
    cues = [s for s in here if s.label == "cue"]
    places = [s.start for s in cues]
    at = 0
    while at < len(stated):
        s, parts = stated[at], [stated[at]]
        at += 1
        if bisect_left(starts, s.end) - bisect_left(starts, s.start) > 1:
            continue
        while at < len(stated) and _goes_on(s, stated[at]):
            parts.append(stated[at])
            at += 1
        nested = bisect_left(every, s.end) - bisect_left(every, s.start) > 1
        cue = bisect_left(places, s.start)
        yield from _joined(text, parts, nested and frames(text, s.start, cues[cue : cue + 1]))


def _goes_on(content: Span, later: Span) -> bool:
    return any(link.type == "part_of" and link.target == content.key for link in later.links)


def _joined(text: str, parts: Sequence[Span], frame: bool) -> Iterator[Clause]:
    """Cut the fragments of one content: one clause over all, or the clauses of each that has a verb of its own."""
    told = len(parts) == 1 and _refers(text, parts[0])
    if len(parts) > 1 and not all(has_verb(text, Clause(s.start, s.end)) for s in parts):
        start, _ = trimmed(text, parts[0].start, parts[0].end, True)
        _, end = trimmed(text, parts[-1].start, parts[-1].end)
        gaps = tuple((one.end, other.start) for one, other in pairwise(parts))
        yield Clause(start, end, True, frame, gaps=gaps)
        return
    for s in parts:
        yield from cut(text, s.start, s.end, reported=True, frame=frame, told=told)


def _whole_numbers(numbers: Sequence[Span], found: list[Clause]) -> list[Clause]:
    """Widen clauses whose edge would cut a number in two (".5 percent")."""
    if not numbers or (len(found) == 1 and found[0].start <= numbers[0].start and numbers[-1].end <= found[0].end):
        return found
    starts = [s.start for s in numbers]
    widened: list[Clause] = []
    for clause in found:
        first, last = (bisect_left(starts, edge) - 1 for edge in (clause.start, clause.end))
        if first >= 0 and numbers[first].end > clause.start:
            clause = clause._replace(start=numbers[first].start)
        if last >= 0 and numbers[last].end > clause.end:
            clause = clause._replace(end=numbers[last].end)
        widened.append(clause)
    return widened


def _lead(text: str, sentence: Sentence, first: int) -> list[Clause]:
    """Return the main clause before an attribution that stands in a subordinate or coordinated clause.

    "Vale resigned after officials said that …" asserts the resignation: the clause is the whole sentence then, with
    what follows "after" as a gap. Before ", and" it is a clause of its own.
    """
    if first - sentence.start < LONGEST:
        return []
    before = _LEAD.search(text, max(sentence.start, first - LONGEST), first)
    if before is None or before.start() - sentence.start < LONGEST:
        return []
    start, end = trimmed(text, prose_start(text, sentence.start, sentence.end), before.start())
    if not has_verb(text, Clause(start, end)):
        return []
    if before.group(1).lower() in ("and", "but"):
        return [Clause(start, end)]
    finish = trimmed(text, start, sentence.end)[1]
    return [Clause(start, finish, gaps=((before.start(), finish),))]


def _rest(text: str, sentence: Sentence, after: int) -> list[Clause]:
    """Return the clauses after the last attribution of a sentence ("Asked if he had left, Vale shrugged")."""
    if text[after : after + 2].lstrip()[:1] != ",":
        return []
    line = line_of(text, after, sentence.end)
    if len(line) > 2 and line[1].low in _ASIDES and clausal(line, 2):
        return [Clause(line.starts[1], trimmed(text, line.starts[1], sentence.end)[1], side=True)]
    if len(line) < 2 or line[0].tag != "comma" or not clausal(line, 1):
        return []
    return cut(text, after, sentence.end)
