"""Cut a sentence into words with a rough word class each: a tagger of closed classes, not a part-of-speech model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cues import verbs

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[’'](?:s|re|ve|ll|d|m)\b"  # clitics
    r"|\d+(?:[.,:]\d+)*(?:-\w+)*|[^\W_]+(?:-[^\W_]+|[’'](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*"
    r"|\S",
    re.IGNORECASE,
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
    "lives leads runs faces plays looks turns moves starts begins ends allows needed",
}
_CLASS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_PUNCTUATION = {",": "comma", ".": "end", "?": "end", "!": "end", "…": "end", ":": "colon", ";": "semicolon"}
_PUNCTUATION |= dict.fromkeys("—–-―", "dash") | dict.fromkeys("()[]", "bracket") | dict.fromkeys('“”„«»"', "mark")
_ADVERB_LIKE = frozenset(
    "family only early supply reply ally rally assembly july italy daily weekly apply comply".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark, or a whole quotation (tag ``quotation``): where it stands, and what it may be.

    ``start`` and ``end`` are article offsets, ``low`` is the text in lower case with straight apostrophes.
    """

    start: int
    end: int
    low: str
    tag: str


def _tag(text: str, low: str) -> str:
    if text in _PUNCTUATION:
        return _PUNCTUATION[text]
    if low in ("'s", "'re", "'ve", "'ll", "'d", "'m"):
        return "clitic"
    if low in _CLASS and not (text.isupper() and len(text) > 1 and low in ("us", "it", "may")):
        return _CLASS[low]
    if not text[0].isalnum():
        return "mark"
    if text[0].isdigit():
        return "num"
    if low.endswith("ly") and len(low) > 4 and text[0].islower() and low not in _ADVERB_LIKE:
        return "adv"
    return "name" if text[0].isupper() else "word"


def words(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """Cut ``text[start:end]`` into words; each of the quotations (in order, inside it) becomes one word.

    A quotation of one or two words that no comma or full stop closes ("the “reset” talks") is a word like any other.
    """
    return list(_words(text, start, end, quotations))


def _words(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]]) -> Iterator[Word]:
    at = start
    for begin, finish in [*quotations, (end, end)]:
        for match in _WORD.finditer(text, at, begin):
            low = match.group().lower().replace("’", "'")
            yield Word(match.start(), match.end(), low, _tag(match.group(), low))
        if begin < finish:
            inner = text[begin:finish].strip("“”\"„«»‘’`' ")
            scare = len(inner.split()) <= 2 and inner[-1:] not in (",", ".", "?", "!")
            yield Word(begin, finish, inner.lower() if scare else "", "word" if scare else "quotation")
        at = finish


def finite(line: Sequence[Word], i: int) -> bool:
    """Guess whether a word is a finite verb, from its ending and its neighbours."""
    word = line[i]
    before = line[i - 1].tag if i else ""
    if word.tag in ("aux", "finite"):
        return word.low not in ("be", "been", "being", "having")
    if word.tag == "clitic":
        return word.low != "'s" or before == "pron"
    if word.tag != "word" or before in ("det", "prep", "num"):
        return False
    verb = verbs().get(word.low)
    if verb and "n" not in verb.patterns and verb.form in ("past", "s"):
        return True
    after = line[i + 1].tag if i + 1 < len(line) else ""
    if word.low.endswith("ed") and before in ("name", "word", "pron", "clitic", "adv", "conj", "time"):
        return after in ("det", "prep", "pron", "name", "adv", "num", "sub", "quotation", "word")
    return before == "pron" and line[i - 1].low in ("he", "she", "it", "they", "we", "i", "who", "which")
