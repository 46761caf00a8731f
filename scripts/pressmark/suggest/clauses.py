"""Cut a sentence into the clauses that may be claims: its own, or those of what its sources say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Sentence, Span
from .complements import WH, clausal
from .words import Word, dateline_end, finite, words

_CONNECTIVES = frozenset(
    "that but so yet however meanwhile moreover furthermore nevertheless nonetheless therefore additionally".split()
)
_QUESTIONS = WH | {"which", "whose", "whom"}
_EDGES = frozenset({"comma", "end", "colon", "semicolon", "dash", "conj"})
_QUOTES = frozenset("“”„«»\"'‘’`")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that may be a claim: article offsets, and how the sentence gives it."""

    start: int
    end: int
    reported: bool = False
    frame: bool = False
    titled: bool = False


def inside(found: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return the spans inside [start, end); ``found`` is in order of start."""
    first, after = (bisect_left(found, edge, key=lambda span: span.start) for edge in (start, end))
    return [span for span in found[first:after] if span.end <= end]


def _trim(line: Sequence[Word]) -> Sequence[Word]:
    """Drop quotation marks, "that", connectives and punctuation from the ends of a clause."""
    first, last = 0, len(line)
    while first < last and (line[first].tag in _EDGES or line[first].low in _QUOTES or _connects(line, first, last)):
        first += 1
    while last > first and (line[last - 1].tag in _EDGES or line[last - 1].low in _QUOTES):
        last -= 1
    return line[first:last]


def _connects(line: Sequence[Word], i: int, last: int) -> bool:
    return line[i].low in _CONNECTIVES and last - i > 2


def _coordinated(line: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut a line into its coordinated independent clauses."""
    first = 0
    for i, word in enumerate(line):
        joins = word.tag == "semicolon"
        if word.tag in ("comma", "dash") and i + 2 < len(line) and line[i + 1].low in ("and", "but", "or", "so", "yet"):
            joins = clausal(line, i + 2) and line[i + 1].low != "or"
        if joins and any(finite(line, k) for k in range(first, i)):
            yield line[first:i]
            first = i + 1
    yield line[first:]


def clauses(article: Article, sentence: Sentence, found: Sequence[Span]) -> list[Clause]:
    """List the clauses of a sentence that may be claims: those of its contents, or else its own.

    ``found`` is in order of start. Of contents inside one another the innermost count. A vow ("to" and an infinitive)
    is an act that the sentence asserts; a content that is only a reference leaves a reporting frame; an embedded
    question ("did not say how many …") leaves nothing. What follows the last attribution as a clause is one more.
    """
    text, here = article.text, inside(found, sentence.start, sentence.end)
    contents = sorted((s for s in here if s.label == "content"), key=lambda s: s.order)
    acts = any(text[s.start : s.end].lower().startswith("to ") for s in contents)
    stated = [s for s in contents if not _refers(s) and not text[s.start : s.end].lower().startswith("to ")]
    if stated:
        return _whole_numbers(here, [*_stated(text, stated, contents), *_rest(text, sentence, here)])
    framed = not acts and any(s.label in ("content", "cue") for s in here)
    if framed and article.sentence_text(sentence).endswith(":"):  # it only introduces what follows
        return []
    prose = dateline_end(text, sentence.start, sentence.end)
    own = _cut(text, prose, sentence.end, frame=framed, titled=sentence.kind == "heading")
    return _whole_numbers(here, list(own))


def _refers(content: Span) -> bool:
    return content.attribution is not None and content.attribution.content_type == "reference"


def _stated(text: str, stated: Sequence[Span], contents: Sequence[Span]) -> list[Clause]:
    """Cut the innermost propositions into clauses; one that holds a reference is a reporting frame itself."""
    starts, every = [s.start for s in stated], [s.start for s in contents]
    for loose in (False, True):
        proposed: list[Clause] = []
        for s in stated:
            if bisect_left(starts, s.end) - bisect_left(starts, s.start) == 1:
                frame = bisect_left(every, s.end) - bisect_left(every, s.start) > 1
                proposed += _cut(text, s.start, s.end, reported=True, frame=frame, loose=loose)
        if proposed:
            return proposed
    return []


def _whole_numbers(here: Sequence[Span], found: Sequence[Clause]) -> list[Clause]:
    """Widen clauses whose edge would cut a number in two (".5 percent")."""
    numbers = [s for s in here if s.label == "number"]
    starts = [s.start for s in numbers]
    widened: list[Clause] = []
    for clause in found:
        first, last = (bisect_left(starts, edge) - 1 for edge in (clause.start, clause.end))
        if first >= 0 and numbers[first].end > clause.start:
            clause = replace(clause, start=numbers[first].start)
        if last >= 0 and numbers[last].end > clause.end:
            clause = replace(clause, end=numbers[last].end)
        widened.append(clause)
    return widened


def _rest(text: str, sentence: Sentence, here: Sequence[Span]) -> list[Clause]:
    """Return the clauses after the last attribution of a sentence ("Asked if he had left, Vale shrugged")."""
    after = max(s.end for s in here if s.label in ("source", "cue", "content"))
    line = words(text, after, sentence.end)
    if len(line) < 2 or line[0].tag != "comma" or not clausal(line, 1):
        return []
    return list(_cut(text, after, sentence.end))


def read_clause(text: str, start: int, end: int, titled: bool) -> list[Word]:
    """Cut a clause into words; in a heading, capitals say nothing of a word."""
    line = words(text, start, end)
    return [replace(w, tag="word") if titled and w.tag == "name" else w for w in line]


def _cut(
    text: str,
    start: int,
    end: int,
    reported: bool = False,
    frame: bool = False,
    titled: bool = False,
    loose: bool = False,
) -> Iterator[Clause]:
    """Cut a stretch into clauses with a finite verb, or long enough to have one; any at all if ``loose``."""
    line = read_clause(text, start, end, titled)
    if reported and line and line[0].low in _QUESTIONS and not any(w.tag == "comma" for w in line):
        return
    for part in _coordinated(line):
        trimmed = _trim(part)
        verbal = any(finite(trimmed, k) for k in range(len(trimmed)))
        if trimmed and (verbal or loose or not (reported or titled) or (reported and len(trimmed) >= 8)):
            yield Clause(trimmed[0].start, trimmed[-1].end, reported, frame, titled)
