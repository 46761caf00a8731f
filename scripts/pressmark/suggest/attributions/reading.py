"""Collect the attributions of an article, sentence by sentence, and who owns each quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import attrgetter

from ...model import Article, Sentence
from ..tokens import Kind, Line, dateline_end, line_of, tokens_of
from .anchors import written_anchors
from .before_cues import left
from .complements import speaks
from .frame import Frame
from .frames import frames
from .quotations import Quotation, quotations
from .turns import headlines, labelled, signature, stopless, turns

STRETCH = 300
"""Words of one sentence that are read at a time: longer "sentences" are lists or noise, and cost no more than that."""
_ANCHOR = attrgetter("anchor")
_OPENS_CLAUSE = frozenset({"det", "pron", "name", "word", "num"})
_QUOTED = frozenset({"quotation", "end", "dash", "mark"})
Range = tuple[int, int]


@dataclass(slots=True)
class Statement:
    """One attribution in article offsets: fragments of source, cue and content, each inside one sentence.

    ``read`` is how many of the contents were read with the cue; quotations are added after them.
    """

    pattern: str
    sources: list[Range] = field(default_factory=list)
    cues: list[Range] = field(default_factory=list)
    contents: list[Range] = field(default_factory=list)
    reference: bool = False
    opens: bool = False
    speech: bool = False
    read: int = 0


class Reading:
    """Collects the statements of one article, sentence by sentence, and who owns each quotation."""

    def __init__(self, article: Article, places: Sequence[Range] = ()) -> None:
        self.article = article
        self.text, self.units = article.text, article.sentences
        self.places = places
        self.tokens = tokens_of(article.text)
        self.anchors = list(compress(count(), map(_ANCHOR, self.tokens.kinds)))
        self.quotations = quotations(article)
        self.pieces: list[list[tuple[Range, int]]] = [[] for _ in article.sentences]
        for number, quotation in enumerate(self.quotations):
            for sentence, start, end in quotation.fragments:
                self.pieces[sentence].append(((start, end), number))
        self.filled = [False] * len(article.sentences)
        self.statements: list[Statement] = []
        self.last: list[Statement | None] = [None] * len(article.sentences)
        self.owner: dict[int, Statement] = {}
        self.spoken: set[int] = set()

    def _line(self, i: int) -> tuple[Line, Sequence[int]] | None:
        """Cut a sentence into words, if it has a quotation or a word at which an attribution may be read.

        The words at which one may be read are given by their indices.
        """
        text, unit, pieces, tokens, anchors = self.text, self.units[i], self.pieces[i], self.tokens, self.anchors
        end = unit.end
        if pieces:
            line = line_of(text, _prose(text, unit, pieces), end, [piece for piece, _ in pieces])
            return line, line.anchors()
        start = dateline_end(text, unit.start, end)
        first, after = tokens.between(start, end)
        begin = bisect_left(anchors, first)
        here = anchors[begin : bisect_left(anchors, after, begin)]
        if not here or written_anchors().isdisjoint([tokens.texts[k] for k in here]):
            return None
        if tokens.cuts(start, end, first, after):
            line = line_of(text, start, end)
            return line, line.anchors()
        marked = text.find(":", start, end) >= 0
        return tokens.line(first, after, marked), [k - first for k in here]

    def add(self, statement: Statement, sentence: int) -> Statement:
        self.statements.append(statement)
        self.last[sentence] = statement
        return statement

    def read_turns(self) -> None:
        """Read each turn of a transcript: what the speaker says goes to the end of the paragraph."""
        units = self.units
        for i, turn in turns(self.article, self.places).items():
            after = next((k for k in range(i + 1, len(units)) if units[k].paragraph != units[i].paragraph), len(units))
            contents = [
                self._stopless(i, turn.start),
                *(self._stopless(k, units[k].start) for k in range(i + 1, after)),
            ]
            statement = Statement("turn", [turn.source], [turn.cue], contents)
            self.statements.append(statement)
            for k in range(i, after):
                self.spoken.add(k)
                self.owner.update((number, statement) for _, number in self.pieces[k])

    def _stopless(self, i: int, start: int) -> Range:
        """Give a sentence from ``start`` on, without the full stop that ends it outside quotation marks."""
        end = self.units[i].end
        return (start, end) if self.pieces[i] else stopless(self.text, start, end)

    def read_headlines(self) -> None:
        """Read the headlines that begin with their speaker."""
        sources = [source for statement in self.statements for source in statement.sources]
        for i, turn in headlines(self.article, self.places, sources):
            if i in self.spoken:
                continue
            end = self.units[i].end
            self.add(Statement("headline", [turn.source], [turn.cue], [(turn.start, end)]), i)
        for i, turn in labelled(self.article, self.places):
            if not self.filled[i] and i not in self.spoken and self.last[i] is None:
                said = Statement("headline", [turn.source], [turn.cue], [(turn.start, self.units[i].end)], read=1)
                self._own(self.add(said, i), i)

    def read_frames(self) -> None:
        """Read each sentence's own attributions; a quotation in a content belongs to that attribution."""
        for i, sentence in enumerate(self.units):
            if sentence.kind in ("quote", "byline"):
                continue
            if (cut := self._line(i)) is None:
                continue
            line, anchors = cut
            if self.pieces[i]:
                self.filled[i] = sentence.kind == "body" and i not in self.spoken and _filled(line)
                if (signed := signature(line)) is not None:
                    self._sign(line, signed, i)
            if len(line) <= STRETCH:
                self._read(line, anchors, i)
                continue
            for first in range(0, len(line), STRETCH):
                stretch = line.stretch(first, first + STRETCH)
                self._read(stretch, stretch.anchors(), i)
        for number, statement in self.owner.items():
            if statement.pattern != "turn":
                _extend(statement, self.quotations[number])

    def _read(self, line: Line, anchors: Sequence[int], sentence: int) -> None:
        quoted = bool(self.pieces[sentence])
        for frame in frames(line, anchors):
            if quoted and frame.pattern == "quoted":
                _take_up(line, frame, self.text)
            statement = self.add(_statement(frame, line), sentence)
            if quoted:
                self._own(statement, sentence)

    def _sign(self, line: Line, signed: Range, sentence: int) -> None:
        quoted = [(line.starts[k], line.ends[k]) for k, word in enumerate(line) if word.tag == "quotation"]
        source = (line.starts[signed[0]], line.ends[signed[1] - 1])
        self._own(self.add(Statement("signed", [source], contents=quoted, read=len(quoted)), sentence), sentence)

    def _own(self, statement: Statement, sentence: int) -> None:
        pieces = self.pieces[sentence]
        for start, end in statement.contents:
            for k in range(bisect_left(pieces, ((start, 0), 0)), len(pieces)):
                piece, number = pieces[k]
                if piece[1] > end:
                    break
                self.owner.setdefault(number, statement)

    def read_quotations(self) -> None:
        """Give each quotation that fills its sentence, and has no cue of its own, to its speaker.

        That is the one who speaks on in the next paragraph, where the mark is opened again, or else spoke before.
        """
        for number in range(len(self.quotations) - 2, -1, -1):
            if self._unowned(number) and self.quotations[number + 1].continues and number + 1 in self.owner:
                self._give(number, self.owner[number + 1])
        for number, quotation in enumerate(self.quotations):
            if self._unowned(number):
                self._give(number, self._speaker(number, quotation.fragments[0][0]))

    def _unowned(self, number: int) -> bool:
        return number not in self.owner and self.filled[self.quotations[number].fragments[0][0]]

    def _give(self, number: int, statement: Statement) -> None:
        self.owner[number] = statement
        _extend(statement, self.quotations[number])
        for sentence, _, _ in self.quotations[number].fragments:
            self.last[sentence] = statement

    def _speaker(self, number: int, sentence: int) -> Statement:
        if self.quotations[number].continues and number - 1 in self.owner:
            return self.owner[number - 1]
        before = self.last[sentence - 1] if sentence else None
        if before is None:
            return self.add(Statement("unsourced"), sentence)
        units = self.units
        together = units[sentence].paragraph == units[sentence - 1].paragraph
        if before.opens or (together and before.speech):
            return before
        return self.add(Statement("quotation", sources=list(before.sources[:1])), sentence)

    def read_blocks(self) -> None:
        """Give each block quotation its introducing sentence and its byline."""
        units, first = self.units, 0
        while first < len(units):
            after = first
            while after < len(units) and units[after].kind == "quote" and after not in self.spoken:
                after += 1
            if after == first:
                first += 1
                continue
            self._block(first, after)
            first = after

    def _block(self, first: int, after: int) -> None:
        units, text = self.units, self.text
        before = self.last[first - 1] if first else None
        introduced = before is not None and text[units[first - 1].start : units[first - 1].end].endswith(":")
        statement = before if before is not None and introduced else self.add(Statement("quotation"), first)
        if introduced and statement.reference:
            statement = self.add(Statement("colon", list(statement.sources), list(statement.cues)), first)
        statement.contents += [self._stopless(i, units[i].start) for i in range(first, after)]
        if after < len(units) and units[after].kind == "byline":
            statement.sources += _byline(text, units[after].start, units[after].end)


def _take_up(line: Line, frame: Frame, text: str) -> None:
    """Add the clause that a quotation in lower case goes on from ("She wore it, he said, “only once.”")."""
    if frame.source is None or frame.source[1] != frame.cue[0] or frame.contents[0][0] != frame.cue[1] + 1:
        return
    (first, _), quoted = frame.source, frame.contents[0][0]
    interrupts = line[frame.cue[1]].tag == "comma" and first > 1 and line[first - 1].tag == "comma"
    if interrupts and text[line.starts[quoted] + 1].islower() and line[0].tag in _OPENS_CLAUSE and speaks(line, first):
        frame.pattern, frame.contents = "left", [*left(line, first), *frame.contents]


def _prose(text: str, sentence: Sentence, pieces: Sequence[tuple[Range, int]]) -> int:
    """Return where a sentence with quotations begins after its dateline, which holds none."""
    start = dateline_end(text, sentence.start, sentence.end)
    return sentence.start if pieces[0][0][0] < start else start


def _filled(line: Sequence[Kind]) -> bool:
    """Say whether a sentence is nothing but quoted words."""
    if not line or line[0].tag not in _QUOTED:
        return False
    tags = {word.tag for word in line}
    return "quotation" in tags and tags <= _QUOTED


def _statement(frame: Frame, line: Line) -> Statement:
    """Give a frame's attribution in article offsets."""
    starts, ends = line.starts, line.ends
    first, after = frame.cue
    cues = [(starts[first], ends[after - 1])] if first < after else []
    first, after = frame.source or (0, 0)
    sources = [(starts[first], ends[after - 1])] if first < after else []
    contents = [(starts[first], ends[after - 1]) for first, after in frame.contents if first < after]
    return Statement(
        frame.pattern, sources, cues, contents, frame.reference, frame.opens, speech=False, read=len(contents)
    )


def _extend(statement: Statement, quotation: Quotation) -> None:
    """Add a quotation's fragments to the contents, those left out that a content holds already."""
    statement.speech = True
    for _, start, end in quotation.fragments:
        if not any(a <= start and end <= b for a, b in statement.contents[: statement.read]):
            statement.contents.append((start, end))


def _byline(text: str, start: int, end: int) -> list[Range]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-"):
        end -= 1
    return [(start, end)] if start < end else []
