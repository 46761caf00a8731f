"""Suggest who says what: source, cue and content spans, linked, from cue verbs and quotation marks.

The method is that of rule systems for English news: a lexicon of reporting verbs with their patterns, a shallow
reading of the noun phrase before or after them, and quotation marks (Pareti et al. 2013, "Automatically Detecting
and Attributing Indirect Quotations"; O'Keefe et al. 2012, "A Sequence Labelling Approach to Quote Attribution").
No model is used; the time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Article, Attribution, Link, Sentence, Span, merge_spans
from .complements import Frame
from .frames import frames
from .quotations import Quotation, quotations
from .words import Word, dateline_end, words

NAME = "rules-attribution"
VERSION = "0.2.0"
LABELS = ("source", "cue", "content")

SCORES = {
    "quoted": 0.95,
    "left": 0.95,
    "that": 0.95,
    "bare": 0.9,
    "inverted": 0.9,
    "according": 0.9,
    "colon": 0.8,
    "quotation": 0.8,
    "as": 0.75,
    "believed": 0.75,
    "nominal": 0.75,
    "infinitive": 0.75,
    "object": 0.75,
    "passive": 0.65,
    "unsourced": 0.6,
}
"""How sure each pattern is: a rounded, cautious estimate of the share of its spans that annotators mark as well."""

STRETCH = 300
"""Words of one sentence that are read at a time: longer "sentences" are lists or noise, and cost no more than that."""

Range = tuple[int, int]


@dataclass(slots=True)
class Statement:
    """One attribution in article offsets: fragments of source, cue and content, each inside one sentence."""

    pattern: str
    sources: list[Range] = field(default_factory=list)
    cues: list[Range] = field(default_factory=list)
    contents: list[Range] = field(default_factory=list)
    reference: bool = False
    opens: bool = False
    speech: bool = False


class Reading:
    """Collects the statements of one article, sentence by sentence, and who owns each quotation."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.quotations = quotations(article)
        self.pieces: list[list[tuple[Range, int]]] = [[] for _ in article.sentences]
        for number, quotation in enumerate(self.quotations):
            for sentence, start, end in quotation.fragments:
                self.pieces[sentence].append(((start, end), number))
        self.lines = [
            words(article.text, _prose(article.text, s, self.pieces[i]), s.end, [piece for piece, _ in self.pieces[i]])
            for i, s in enumerate(article.sentences)
        ]
        self.filled = [
            s.kind == "body" and _filled(line) for s, line in zip(article.sentences, self.lines, strict=True)
        ]
        self.statements: list[Statement] = []
        self.last: list[Statement | None] = [None] * len(article.sentences)
        self.owner: dict[int, Statement] = {}

    def add(self, statement: Statement, sentence: int) -> Statement:
        self.statements.append(statement)
        self.last[sentence] = statement
        return statement

    def read_frames(self) -> None:
        """Read each sentence's own attributions; a quotation in a content belongs to that attribution."""
        for i, sentence in enumerate(self.article.sentences):
            if sentence.kind in ("quote", "byline"):
                continue
            line = self.lines[i]
            for first in range(0, len(line), STRETCH):
                stretch = line[first : first + STRETCH]
                for frame in frames(stretch):
                    self._own(self.add(_statement(frame, stretch), i), i)
        for number, statement in self.owner.items():
            _extend(statement, self.quotations[number])

    def _own(self, statement: Statement, sentence: int) -> None:
        pieces = self.pieces[sentence]
        for start, end in statement.contents:
            for piece, number in pieces[bisect_left(pieces, ((start, 0), 0)) :]:
                if piece[1] > end:
                    break
                self.owner.setdefault(number, statement)

    def read_quotations(self) -> None:
        """Give each quotation that fills its sentence, and has no cue of its own, to the one who spoke before."""
        for number, quotation in enumerate(self.quotations):
            first = quotation.fragments[0][0]
            if number in self.owner or not self.filled[first]:
                continue
            statement = self._speaker(number, first)
            self.owner[number] = statement
            _extend(statement, quotation)
            for sentence, _, _ in quotation.fragments:
                self.last[sentence] = statement

    def _speaker(self, number: int, sentence: int) -> Statement:
        if self.quotations[number].continues and number - 1 in self.owner:
            return self.owner[number - 1]
        before = self.last[sentence - 1] if sentence else None
        if before is None:
            return self.add(Statement("unsourced"), sentence)
        units = self.article.sentences
        together = units[sentence].paragraph == units[sentence - 1].paragraph
        if before.opens or (together and before.speech):
            return before
        return self.add(Statement("quotation", sources=list(before.sources[:1])), sentence)

    def read_blocks(self) -> None:
        """Give each block quotation its introducing sentence and its byline."""
        units, first = self.article.sentences, 0
        while first < len(units):
            if units[first].kind != "quote":
                first += 1
                continue
            after = first
            while after < len(units) and units[after].kind == "quote":
                after += 1
            self._block(first, after)
            first = after

    def _block(self, first: int, after: int) -> None:
        units, text = self.article.sentences, self.article.text
        before = self.last[first - 1] if first else None
        introduced = before is not None and text[units[first - 1].start : units[first - 1].end].endswith(":")
        statement = before if before is not None and introduced else self.add(Statement("quotation"), first)
        if introduced and (statement.reference or statement.opens):
            statement.contents, statement.reference = [], False
        statement.contents += [(units[i].start, units[i].end) for i in range(first, after)]
        if after < len(units) and units[after].kind == "byline":
            statement.sources += _byline(text, units[after].start, units[after].end)


def _prose(text: str, sentence: Sentence, pieces: Sequence[tuple[Range, int]]) -> int:
    """Return where a sentence begins after its dateline, which holds no quotation."""
    start = dateline_end(text, sentence.start, sentence.end)
    return sentence.start if pieces and pieces[0][0][0] < start else start


def _filled(line: Sequence[Word]) -> bool:
    """Say whether a sentence is nothing but quoted words."""
    tags = {word.tag for word in line}
    return "quotation" in tags and tags <= {"quotation", "end", "dash", "mark"}


def _statement(frame: Frame, line: Sequence[Word]) -> Statement:
    def offsets(ranges: Iterable[Range]) -> list[Range]:
        return [(line[a].start, line[b - 1].end) for a, b in ranges if a < b]

    return Statement(
        pattern=frame.pattern,
        sources=offsets([frame.source] if frame.source else []),
        cues=offsets([frame.cue]),
        contents=offsets(frame.contents),
        reference=frame.reference,
        opens=frame.opens,
    )


def _extend(statement: Statement, quotation: Quotation) -> None:
    """Add a quotation's fragments to the contents, those left out that a content holds already."""
    statement.speech = True
    for _, start, end in quotation.fragments:
        if not any(a <= start and end <= b for a, b in statement.contents):
            statement.contents.append((start, end))


def _byline(text: str, start: int, end: int) -> list[Range]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-"):
        end -= 1
    return [(start, end)] if start < end else []


def _mode(contents: Sequence[Range], starts: Sequence[int], ends: Sequence[int]) -> str:
    """Say how contents are given, from the sorted starts and ends of the quotations' fragments."""
    held, whole = False, bool(contents)
    for start, end in contents:
        first = bisect_left(starts, start)
        inside = first < len(starts) and ends[first] <= end
        held = held or inside
        whole = whole and inside and starts[first] == start and ends[first] == end
    return "direct" if whole else "mixed" if held else "indirect"


def _spans(text: str, statement: Statement, attribution: Attribution) -> Iterator[Span]:
    score = SCORES[statement.pattern.removeprefix("participle-")]
    by = f"{NAME} {VERSION}"
    contents = sorted(set(statement.contents))
    head = "{}-{}:content".format(*contents[0]) if contents else None
    for number, (start, end) in enumerate(contents):
        links = (Link("part_of", head),) if number and head else ()
        yield Span(start, end, "content", text[start:end], None, None, attribution, links, score, by)
    for start, end in statement.cues:
        links = (Link("cue_of", head),) if head else ()
        said = None if head else attribution
        yield Span(start, end, "cue", text[start:end], None, None, said, links, score, by)
    target = head or ("{}-{}:cue".format(*statement.cues[0]) if statement.cues else None)
    for start, end in statement.sources if target else ():
        links = (Link("source_of", target),) if target else ()
        yield Span(start, end, "source", text[start:end], links=links, score=score, by=by)


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Suggest an article's source, cue and content spans, with their links, in the order of the text.

    A quotation that runs over several sentences gives one content span a sentence, the later ones linked to the
    first by ``part_of``. ``found`` is not used. An article without sentences has no spans.
    """
    reading = Reading(article)
    reading.read_frames()
    reading.read_quotations()
    reading.read_blocks()
    pieces = sorted((start, end) for quotation in reading.quotations for _, start, end in quotation.fragments)
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    spans: list[Span] = []
    for statement in reading.statements:
        kind = "reference" if statement.reference else "proposition"
        mode = _mode(statement.contents, starts, ends)
        spans += _spans(article.text, statement, Attribution(mode, kind))
    return list(merge_spans(spans))
