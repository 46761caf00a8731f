"""Cut text into words with a rough word class each: a tagger of closed classes, not a part-of-speech model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_CLITIC = r"(?:[sdmSDM]|re|ve|ll|RE|VE|LL)\b"
_TOKEN = re.compile(
    r"([a-zA-Z][a-zA-Z]++(?![\w’'-])"  # most words: the fast way
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


@dataclass(slots=True)
class Word:
    """A word, a mark, or a whole quotation (tag ``quotation``): where it stands, and what it may be.

    ``start`` and ``end`` are article offsets, ``low`` is the text in lower case with straight apostrophes;
    that of a quotation is a mark and its last character within the marks. Words are
    shared and must not be changed; they are not frozen, since a frozen one takes three times as long to make.
    """

    start: int
    end: int
    low: str
    tag: str


_OPENERS = frozenset("that whether if how what why who where when".split())


class Line(list[Word]):
    """The words of one sentence, with what has been found out about them: finite verbs and subjects, by index."""

    __slots__ = ("marked", "openers", "quoted", "subjects", "verbal")

    def __init__(self, words: Iterable[Word] = ()) -> None:
        super().__init__(words)
        tags = {word.tag for word in self}
        self.quoted = "quotation" in tags
        self.marked = self.quoted or "colon" in tags
        self.openers = [k for k, word in enumerate(self) if word.low in _OPENERS]
        self.verbal: dict[int, bool] = {}
        self.subjects: dict[int, tuple[int, int] | None] = {}


class _Classes(dict[str, tuple[str, str]]):
    """Remembers each word's lower case and class."""

    def __missing__(self, text: str) -> tuple[str, str]:
        if len(self) > _KNOWN:
            self.clear()
        low = text.lower().replace("’", "'")
        known = (low, _tag(text, low))
        if len(text) <= _LONGEST_KNOWN:
            self[text] = known
        return known


_CLASSES = _Classes()


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


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words of a whole text as lists beside one another: where they start and end, and as they are written."""

    starts: list[int]
    ends: list[int]
    texts: list[str]

    def cut(self, first: int, after: int) -> list[Word]:
        known = _CLASSES
        rows = zip(self.starts[first:after], self.ends[first:after], self.texts[first:after])  # noqa: B905 (slower)
        return [Word(start, end, (what := known[text])[0], what[1]) for start, end, text in rows]


@lru_cache(maxsize=2)
def _tokens(text: str) -> _Tokens:
    """Cut a whole text into words, once for all that read it."""
    parts = _TOKEN.split(text)
    edges = list(accumulate(map(len, parts)))
    return _Tokens(edges[0:-1:2], edges[1::2], parts[1::2])


def holds(text: str, start: int, end: int, wanted: frozenset[str]) -> bool:
    """Say whether a word of ``text[start:end]``, as it is written, is among those wanted."""
    tokens = _tokens(text)
    first, after = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    return not wanted.isdisjoint(tokens.texts[first:after])


def words(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """Cut ``text[start:end]`` into words; each of the quotations (in order, inside it) becomes one word.

    A quotation of one or two words that no comma or full stop closes ("the “reset” talks") is a word like any other.
    """
    tokens = _tokens(text)
    starts, ends = tokens.starts, tokens.ends
    line, at = list[Word](), start
    for begin, finish in [*quotations, (end, end)]:
        first, after = bisect_left(starts, at), bisect_left(starts, begin)
        if first and ends[first - 1] > at:
            line += _part(text, at, min(ends[first - 1], begin))
        line += tokens.cut(first, after)
        if first < after and line[-1].end > begin:
            line[-1:] = _part(text, line[-1].start, begin)
        if begin < finish:
            line.append(_quoted(text, begin, finish, begin == start and text[finish : finish + 1] == ","))
        at = finish
    return line


def _part(text: str, start: int, end: int) -> list[Word]:
    """Read a part of a word that the edge of a stretch has cut."""
    return [Word(start, end, *_CLASSES[text[start:end]])] if start < end else []


def _quoted(text: str, begin: int, finish: int, opens: bool) -> Word:
    inner = text[begin:finish].strip("“”\"„«»‘’`' ")
    scare = finish - begin < _SCARE and not opens and inner[-1:] not in (",", ".", "?", "!") and len(inner.split()) <= 2
    return Word(begin, finish, inner.lower(), "word") if scare else Word(begin, finish, f'"{inner[-1:]}', "quotation")


def dateline_end(text: str, start: int, end: int) -> int:
    """Find where a sentence's prose begins: the offset after its dateline ("LONDON, March 3 (AP) — "), or ``start``."""
    if not (text[start + 1 : start + 2].isupper() or text.find("(", start, min(end, start + _REACH)) > 0):
        return start
    match = _DATELINE.match(text, start, end)
    if match is None or sum(c.isalpha() for c in match.group()) < 4 or match.end() >= end:
        return start
    return match.end()


def tag(line: Sequence[Word], i: int) -> str:
    """Return a word's tag, "end" outside the line."""
    try:
        return line[i].tag if i >= 0 else "end"
    except IndexError:
        return "end"


def low(line: Sequence[Word], i: int) -> str:
    """Return a word in lower case, "" outside the line."""
    try:
        return line[i].low if i >= 0 else ""
    except IndexError:
        return ""
