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
_SAME_AS_NOUN = frozenset(
    "beat set cost shot split spread hurt shut read burst quit bet cast lay bit bid cut hit upset".split()
)
"""Past forms that are as often nouns, adjectives or base forms."""
_PERFECT = frozenset("was were had has have did been 've".split())
_TRANSITIVE = frozenset("sent made built brought bought caught told struck held kept put found sold paid lost".split())
"""Past forms of verbs that need an object: without one they are participles ("troops sent to fight")."""
_FOLLOWS_PARTICIPLE = frozenset("by to from with at for in on under near during".split())
_SHARES = frozenset("half third quarter fifth tenth average percentage percent margin about nearly more less".split())
_NO_FINITE = frozenset({"be", "been", "being", "having"})
_CLAUSE_ENDS = frozenset({"comma", "sub", "semicolon", "colon", "quotation", "dash", "conj"})
_RELATIVES = frozenset({"that", "who", "which", "what", "whose"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_REACH = 14

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
            opens = begin == start and text[finish : finish + 1] == ","
            scare = len(inner.split()) <= 2 and inner[-1:] not in (",", ".", "?", "!") and not opens
            yield Word(begin, finish, inner.lower() if scare else "", "word" if scare else "quotation")
        at = finish


def dateline_end(text: str, start: int, end: int) -> int:
    """Find where a sentence's prose begins: the offset after its dateline ("LONDON, March 3 (AP) — "), or ``start``."""
    match = _DATELINE.match(text, start, end)
    if match is None or sum(c.isalpha() for c in match.group()) < 4 or match.end() >= end:
        return start
    return match.end()


def tag(line: Sequence[Word], i: int) -> str:
    """Return a word's tag, "end" outside the line."""
    return line[i].tag if 0 <= i < len(line) else "end"


def low(line: Sequence[Word], i: int) -> str:
    """Return a word in lower case, "" outside the line."""
    return line[i].low if 0 <= i < len(line) else ""


def finite(line: Sequence[Word], i: int) -> bool:
    """Guess whether a word is a finite verb, from its ending and its neighbours."""
    if reduced(line, i):
        return False
    return _surely_finite(line, i) or (line[i].tag == "word" and _only_verb(line, i))


def reduced(line: Sequence[Word], i: int) -> bool:
    """Say whether a past form is a participle inside a noun phrase ("figures released by …", "troops sent to …")."""
    word, after = line[i], low(line, i + 1)
    if tag(line, i - 1) not in ("word", "name") or after not in _FOLLOWS_PARTICIPLE:
        return False
    if word.tag not in ("word", "finite") or not (word.low.endswith("ed") or word.low in _TRANSITIVE):
        return False
    if after == "by":
        return not any(w.tag == "num" or w.low in _SHARES for w in line[i + 2 : i + 4])
    return (word.low in _TRANSITIVE and after not in ("in", "on")) or _verb_between(line, i + 2, i + _REACH)


def _verb_between(line: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a finite verb stands in ``line[start:end]`` before the clause ends."""
    for k in range(start, min(end, len(line))):
        if line[k].tag in _CLAUSE_ENDS or line[k].low in _RELATIVES:
            return False
        if _surely_finite(line, k) and low(line, k + 1) != "by":
            return True
    return False


def _surely_finite(line: Sequence[Word], i: int) -> bool:
    """Guess whether a word is a finite verb from its form and the words beside it alone."""
    word, before = line[i], tag(line, i - 1) if i else ""
    if word.tag in ("aux", "finite"):
        return word.low not in _NO_FINITE and not (word.tag == "finite" and low(line, i - 1) in ("to", "a", "an"))
    if word.tag == "clitic":
        return word.low != "'s" or before == "pron"
    if word.tag != "word" or before in ("det", "prep", "num"):
        return False
    verb = verbs().get(word.low)
    if verb and "n" not in verb.patterns and (verb.form == "past" or (verb.form == "s" and i and verb.patterns)):
        return True
    after = line[i + 1].tag if i + 1 < len(line) else ""
    if word.low.endswith("ed") and before in ("name", "word", "pron", "clitic", "adv", "conj", "time"):
        return after in ("det", "prep", "pron", "name", "adv", "num", "sub", "quotation", "word")
    if before == "adv" and i > 1 and line[i - 2].low in _SUBJECTS:
        return True
    return before == "pron" and line[i - 1].low in _SUBJECTS


def _only_verb(line: Sequence[Word], i: int) -> bool:
    """Say whether a word that may be a verb is the only one that its clause has for its subject."""
    word, after = line[i].low, tag(line, i + 1)
    before = line[i - 1] if i else None
    if before is None or before.tag not in ("word", "name", "time", "num", "adv", "pron"):
        return False
    if word.endswith("ed") and len(word) > 3:
        fits = after in _CLAUSE_ENDS | {"end", "time", "mark"}
    elif word in _SAME_AS_NOUN:
        fits = after in ("det", "name", "num", "pron") and before.tag != "num"
    elif (verb := verbs().get(word)) and verb.form == "base":
        fits = "n" not in verb.patterns and plural(before)
    else:
        single = before.tag in ("word", "name") and not before.low.endswith("s")
        fits = word.endswith("s") and word[-2:] not in ("ss", "us", "is") and single and after in ("det", "num")
    return fits and not _verb_before(line, i)


def plural(word: Word) -> bool:
    """Say whether a noun has a plural's ending."""
    return word.tag in ("word", "name") and word.low.endswith("s") and word.low[-2:] not in ("ss", "us", "is")


def _verb_before(line: Sequence[Word], i: int) -> bool:
    """Say whether the clause has a finite verb already, or is no clause ("with its doors closed")."""
    for k in range(i - 1, max(i - _REACH, -1), -1):
        if (line[k].tag in _CLAUSE_ENDS and line[k].tag != "conj") or line[k].low in _RELATIVES:
            return False
        if line[k].low == "with" or _surely_finite(line, k):
            return True
    return False


def past_tense(word: Word) -> bool:
    """Say whether a finite verb is in the past tense, or a perfect."""
    verb = verbs().get(word.low)
    if verb and verb.form == "past":
        return True
    irregular = word.low in _SAME_AS_NOUN or (word.tag == "finite" and not word.low.endswith("s"))
    return word.low in _PERFECT or word.low.endswith("ed") or irregular
