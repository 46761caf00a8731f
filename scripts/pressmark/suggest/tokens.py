"""Cut text into words with a rough word class each: a tagger of closed classes, not a part-of-speech model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from .attributions.anchors import anchors
from .numbers.starts import starts_in
from .verb_forms import NOT, finite_form

_CLITIC = r"(?:[sdmSDM]|re|ve|ll|RE|VE|LL)\b"
_TOKEN = re.compile(
    r"(?=\S)"  # between words nothing more is tried
    r"([a-zA-Z]++(?=[ ,])"  # most words: the fast way
    r"|[.,“”\"()]"
    r"|[a-zA-Z][a-zA-Z]++(?![\w’'-])"
    rf"|[^\W\d_][^\W_]+(?:-[^\W_]+|[’'](?!{_CLITIC})[^\W_]+)*"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|[’']{_CLITIC}"
    rf"|\d+(?:[.,:]\d+)*(?:-\w+)*|[^\W_]+(?:-[^\W_]+|[’'](?!{_CLITIC})[^\W_]+)*"
    r"|\S)"
)

_CLOSED = {
    "det": "a an the this these those his her its their our my your some any many several most no each every another "
    "both all few other such what whose more",
    "pron": "he she it they we i you who which that one him them us me himself herself themselves others everyone "
    "someone nobody everybody anyone itself there",
    "prep": "of in on at by for from with to into over under about against between among during after before since "
    "through without within across toward towards upon near despite amid amidst via per including like than up off "
    "around outside inside behind beyond along alongside following until throughout out regarding ahead",
    "conj": "and or & nor",
    "sub": "but although though while because if whether when where as unless whereas so yet however why how",
    "aux": "is are was were be been being am has have had having do does did can could will would shall should may "
    "might must cannot can't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't "
    "couldn't shouldn't ain't",
    "adv": "not never also then further again once now still already just only even often always soon later earlier "
    "recently repeatedly previously instead rather thus therefore meanwhile ever simply too yesterday today tonight "
    "tomorrow else first flatly long perhaps maybe nevertheless nonetheless moreover furthermore additionally",
    "time": "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december yesterday today tonight tomorrow",
    "finite": "sank swam sang drank flew threw shook spent struck swept tore wore bore blew drew dug fed fled forgot "
    "froze hid hung rode shrank slid spun stole stuck swung woke withdrew overtook undertook withstood arose "
    "went came took gave made saw got became began left kept held stood met ran brought sent led put paid "
    "won lost fell rose grew broke chose drove fought hit cut sat sold built bought caught heard meant needs wants "
    "makes takes gives goes comes gets keeps remains seems appears becomes continues includes means helps works "
    "lives leads runs faces plays looks turns moves starts begins ends allows needed ate sought bled bred clung crept "
    "dealt flung knelt lent lit leapt rang shone slept slung spat sprang strode strove stank stung swore thrived trod "
    "wept wove forbade forgave wrung befell outgrew",
}
_CLASS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_PUNCTUATION = {",": "comma", ".": "end", "?": "end", "!": "end", "…": "end", ":": "colon", ";": "semicolon"}
_PUNCTUATION |= (
    dict.fromkeys("$€£¥₹₩₽₺₴₪฿¢%‰°", "num")
    | dict.fromkeys("—–-―", "dash")
    | dict.fromkeys("()[]", "bracket")
    | dict.fromkeys('“”„«»"', "mark")
)
_CAPITALS = "[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+"
_REST = r"(?:,? [^()\n—–―:“”\"]{1,40}?)?"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?: {_CAPITALS}){{0,3}}{_REST}(?:\s?\([^()\n]{{1,40}}\))?"
    rf"|[A-ZÀ-ÖØ-Þ][\w.’' -]{{1,30}}{_REST}\s?\([^()\n]{{1,30}}\))"
    r"\s{0,2}(?:[—–―]|--?(?=\s))\s{0,2}(?=[\w“\"‘'$€£])(?![a-z])"
    rf"|{_CAPITALS}(?: {_CAPITALS}){{0,3}}:\s{{1,2}}(?=[A-ZÀ-ÖØ-Þ\d“\"])"
)
_ADVERB_LIKE = frozenset(
    "family only early supply reply ally rally assembly july italy daily weekly apply comply".split()
)

_SCARE = 60
_REACH = 110
"""Characters in which a dateline's bracket stands."""
_KNOWN = 50_000
"""Different words whose class is remembered at a time."""
_LONGEST_KNOWN = 40


@dataclass(slots=True, eq=False)
class Kind:
    """What a word, a mark, or a whole quotation (tag ``quotation``) is, wherever it stands.

    ``low`` is the text in lower case with straight apostrophes; that of a quotation is a mark and its last character
    within the marks. ``anchor`` says that an attribution may be read at it, ``finite`` whether its form may be that of
    a finite verb (see ``verb_forms``), ``numerals`` where in it numerals may start.

    Kinds are shared and must not be changed; they are not frozen, since a frozen one takes three times as long to make.
    """

    low: str
    tag: str
    anchor: bool
    finite: int
    numerals: tuple[int, ...] = ()


def kind_of(low: str, tag: str, numerals: tuple[int, ...] = ()) -> Kind:
    """Say what a word is, given in lower case, with its tag."""
    return Kind(low, tag, low in anchors(), finite_form(low, tag), numerals)


class Line(list[Kind]):
    """The words of one sentence, where each starts and ends, and what has been found out about them, by index.

    What is remembered of them are the finite verbs and the subjects. ``quoted`` is false where no quotation can be
    among them, ``marked`` where no colon can be either.
    """

    __slots__ = ("ends", "marked", "quoted", "starts", "subjects", "verbal")

    def __init__(
        self, kinds: Iterable[Kind], starts: list[int], ends: list[int], quoted: bool = True, marked: bool = True
    ) -> None:
        super().__init__(kinds)
        self.starts = starts
        self.ends = ends
        self.quoted = quoted
        self.marked = marked
        self.verbal: dict[int, bool] = {}
        self.subjects: dict[int, tuple[int, int] | None] = {}

    def anchors(self) -> list[int]:
        """Find the words at which an attribution may be read."""
        return [k for k, kind in enumerate(self) if kind.anchor]

    def stretch(self, first: int, after: int) -> Line:
        """Return the words from ``first`` on, before ``after``."""
        return Line(self[first:after], self.starts[first:after], self.ends[first:after], self.quoted, self.marked)


class _Kinds(dict[str, Kind]):
    """Remembers the kind of each word as written."""

    def __missing__(self, text: str) -> Kind:
        if len(self) > _KNOWN:
            self.clear()
        low = text.lower().replace("’", "'")
        known = kind_of(low, _tag(text, low), starts_in(text))
        if len(text) <= _LONGEST_KNOWN:
            self[text] = known
        return known


_KINDS = _Kinds()


def _tag(text: str, low: str) -> str:
    if text in _PUNCTUATION:
        return _PUNCTUATION[text]
    if low in ("'s", "'re", "'ve", "'ll", "'d", "'m"):
        return "clitic"
    if text == "May":
        return "time"
    if low in _CLASS and not (text.isupper() and len(text) > 1 and low in ("us", "it", "may")):
        return _CLASS[low]
    if not text[0].isalnum():
        return "mark"
    if text[0].isdigit():
        return "num"
    if low.endswith("ly") and len(low) > 4 and text[0].islower() and low not in _ADVERB_LIKE:
        return "adv"
    return "name" if text[0].isupper() else "word"


@dataclass(slots=True)
class Tokens:
    """The words of a whole text as lists beside one another: where they start and end, as written, and their kinds."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    kinds: list[Kind]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Give the indices of the words that begin between two offsets, half-open."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def cuts(self, start: int, end: int, first: int, after: int) -> bool:
        """Say whether a word stands across one of two offsets, ``first`` and ``after`` being those between them."""
        return (first > 0 and self.ends[first - 1] > start) or (first < after and self.ends[after - 1] > end)

    def line(self, first: int, after: int, marked: bool) -> Line:
        """Give the words from ``first`` on, before ``after``."""
        return Line(self.kinds[first:after], self.starts[first:after], self.ends[first:after], False, marked)


@lru_cache(maxsize=2)
def tokens_of(text: str) -> Tokens:
    """Cut a whole text into words, once for all that read it."""
    parts = _TOKEN.split(text)
    edges = list(accumulate(map(len, parts)))
    texts = parts[1::2]
    return Tokens(edges[0:-1:2], edges[1::2], texts, list(map(_KINDS.__getitem__, texts)))


def line_of(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]] = ()) -> Line:
    """Cut ``text[start:end]`` into words; each of the quotations (in order, inside it) becomes one word.

    A quotation of one or two words that no comma or full stop closes ("the “reset” talks") is a word like any other.
    """
    kinds, starts, ends = list[Kind](), list[int](), list[int]()
    tokens, at = tokens_of(text), start
    for begin, finish in quotations:
        if at < begin:
            _cut(text, tokens, at, begin, kinds, starts, ends)
        if begin < finish:
            kinds.append(_quoted(text, begin, finish, begin == start and text[finish : finish + 1] == ","))
            starts.append(begin)
            ends.append(finish)
        at = finish
    if at < end:
        _cut(text, tokens, at, end, kinds, starts, ends)
    return Line(kinds, starts, ends)


def _cut(
    text: str, tokens: Tokens, start: int, end: int, kinds: list[Kind], starts: list[int], ends: list[int]
) -> None:
    """Add the words of ``text[start:end]`` to the lists, of a word that its edge cuts the part inside."""
    first, after = tokens.between(start, end)
    if first and tokens.ends[first - 1] > start:
        _add(text, start, min(tokens.ends[first - 1], end), kinds, starts, ends)
    kinds += tokens.kinds[first:after]
    starts += tokens.starts[first:after]
    ends += tokens.ends[first:after]
    if first < after and ends[-1] > end:
        begin = starts.pop()
        del kinds[-1], ends[-1]
        _add(text, begin, end, kinds, starts, ends)


def _add(text: str, start: int, end: int, kinds: list[Kind], starts: list[int], ends: list[int]) -> None:
    """Add a part of a word to the lists."""
    if start < end:
        kinds.append(_KINDS[text[start:end]])
        starts.append(start)
        ends.append(end)


def _quoted(text: str, begin: int, finish: int, opens: bool) -> Kind:
    inner = text[begin:finish].strip("“”\"„«»‘’`' ")
    scare = finish - begin < _SCARE and not opens and inner[-1:] not in (",", ".", "?", "!") and len(inner.split()) <= 2
    if not scare:
        return Kind(f'"{inner[-1:]}', "quotation", False, NOT)
    return kind_of(inner.lower(), "word")


def dateline_end(text: str, start: int, end: int) -> int:
    """Find where a sentence's prose begins: the offset after its dateline ("LONDON, March 3 (AP) — "), or ``start``."""
    reach = start + _REACH
    if not (text[start + 1 : start + 2].isupper() or text.find("(", start, reach if reach < end else end) > 0):
        return start
    match = _DATELINE.match(text, start, end)
    if match is None or sum(c.isalpha() for c in match.group()) < 4 or match.end() >= end:
        return start
    return match.end()


def tag(line: Sequence[Kind], i: int) -> str:
    """Return a word's tag, "end" outside the line."""
    try:
        return line[i].tag if i >= 0 else "end"
    except IndexError:
        return "end"


def low(line: Sequence[Kind], i: int) -> str:
    """Return a word in lower case, "" outside the line."""
    try:
        return line[i].low if i >= 0 else ""
    except IndexError:
        return ""
