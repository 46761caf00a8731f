"""Read the object of a cue verb: whether it is one, and what it says."""

from __future__ import annotations

from ..words import Line, finite, low, tag
from .adverbials import abbreviation
from .cues import SPEECH_LIKE, Verb
from .noun_phrases import head

_NOMINAL_TAGS = frozenset({"det", "pron", "name", "word", "num", "quotation", "adv"})
_NOUNS = frozenset({"name", "word", "pron", "quotation", "num", "det"})
_REQUESTS = frozenset(
    "request requests inquiry inquiries enquiry enquiries email emails message messages calls".split()
)
_NUMERALS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
_WINDOW = 16
_SHORT = 6
_TELLING = frozenset(
    "report announce confirm reveal disclose claim admit acknowledge concede deny allege predict forecast estimate "
    "expect fear anticipate foresee warn promise pledge vow threaten guarantee offer propose order demand request "
    "recommend suggest recount hint call appeal plead confess boast complain caution speak urge".split()
)
"""Verbs whose object, unless it only points to something, tells what was said."""
_PHRASE = frozenset({"det", "num", "name", "word", "clitic", "adv", "pron"})
_AFTER_SUMMONED = frozenset({"end", "comma", "conj", "time", "sub"})
_SUMMONED = frozenset(
    "police ambulance ambulances brigade services service meeting meetings conference summit session election "
    "elections referendum strike strikes hotline number doctor doctors helpline race races witness witnesses".split()
)
_FIGURES = frozenset("forecast forecasts estimate estimates expectations prospects alarm".split())
_FACING = frozenset("question challenge quiz interrogate greet".split())
_PERSONS = frozenset(
    "man men woman women boy boys girl girls person people driver drivers suspect suspects witness witnesses champion "
    "champions teenager teenagers passenger passengers worker workers resident residents neighbour neighbours "
    "neighbor neighbors employee employees officer officers rival rivals incumbent incumbents him her them".split()
)
_GREETING = frozenset("thank greet salute congratulate".split())
_MEALS = frozenset("beer beers coffee drink drinks pizza meal meals food lunch dinner wine tea taxi".split())
_LOVING = frozenset("love hate adore".split())
_DEALING = _FACING | _GREETING | _LOVING | {"call", "raise", "order"}
"""Verbs of saying or of stance that also take an object with which one only deals."""
_CHARGING = frozenset("accuse blame suspect credit".split())
_NAMING = frozenset("call brand label".split())
_INDEFINITE = frozenset("a an no another more some any several many most few such".split())
_COMPLEMENT = frozenset({"det", "word", "quotation"})


def tells(line: Line, start: int, end: int, lemma: str) -> bool:
    """Say whether an object tells what was said ("reported six deaths"), not what was spoken of ("the reports")."""
    first, words = line[start], line[start:end]
    if line.quoted and any(word.tag == "quotation" for word in words):
        return True
    if lemma in _CHARGING:
        return any(word.low in ("of", "for") for word in words[1:])
    if lemma in _NAMING and tag(line, start - 1) != "prep":
        return _twofold(line, start, end)
    telling = lemma in _TELLING
    if first.tag == "word" and first.low.endswith("ing") and len(words) > 1:
        return telling or tag(line, start + 1) in ("det", "num", "pron")
    if not telling or first.tag == "pron":
        return False
    if first.tag == "det" and first.low not in _INDEFINITE:
        return any(word.low == "of" and _counts(line, k + 1) for k, word in enumerate(line[start:end], start))
    if any(word.tag == "num" for word in words[:2]):
        return True
    noun = head(line[start:end], 0)
    return noun is not None and noun.tag == "word" and noun.low not in SPEECH_LIKE


def _counts(line: Line, i: int) -> bool:
    """Say whether a number stands at word ``i`` or after an adverb or preposition there ("of at least two boats")."""
    return any(word.tag == "num" or word.low in _NUMERALS for word in line[i : i + 3])


def _twofold(line: Line, start: int, end: int) -> bool:
    """Say whether an object and what it is called follow a verb ("called the plan a disgrace", "called it wrong")."""
    if line[start].tag in ("pron", "name"):
        while start + 1 < end and line[start + 1].tag == "name":
            start += 1
        return start + 1 < end and tag(line, start + 1) in _COMPLEMENT
    return any(line[k].tag == "det" for k in range(start + 2, end) if line[k - 1].tag in ("word", "name"))


def seen_as(line: Line, i: int) -> bool:
    """Say whether an object and "as" follow ("views the plan as a threat")."""
    if tag(line, i) not in _NOMINAL_TAGS and low(line, i) != "as":
        return False
    for j in range(i, min(i + _WINDOW, len(line))):
        if line[j].low == "as":
            return tag(line, j + 1) in ("det", "word", "quotation", "name", "adv")
        if line[j].tag in ("comma", "colon", "semicolon", "end", "sub") or finite(line, j):
            return False
    return False


def announced(line: Line, i: int) -> int | None:
    """Find a quotation that a colon after a short object announces ("rebuked him: “…”")."""
    for k in range(i + 1, min(i + _SHORT, len(line) - 1)):
        if line[k].tag == "colon":
            return k + 1 if line[k + 1].tag == "quotation" else None
    return None


def object_infinitive(line: Line, i: int) -> int | None:
    if tag(line, i) not in _NOMINAL_TAGS and low(line, i) != "to":
        return None
    commas = 0
    for j in range(i, min(i + _WINDOW, len(line))):
        if low(line, j) == "to" and tag(line, j + 1) in ("word", "aux", "finite", "quotation") and j > i:
            return i if commas != 1 else None
        commas += line[j].tag == "comma"
        stops = line[j].tag in ("quotation", "semicolon", "colon", "sub", "end") and not abbreviation(line, j)
        if stops or finite(line, j) or commas > 2:
            return None
    return None


def is_object(line: Line, i: int) -> bool:
    if tag(line, i) not in _NOMINAL_TAGS or low(line, i) in ("he", "she", "they", "we", "i"):
        return False
    if low(line, i) == "such" and low(line, i + 1) == "as":
        return False
    return not _NOUNS.isdisjoint([w.tag for w in line[i : i + 3]])


def _dealt_with(line: Line, i: int, lemma: str) -> bool:
    """Say whether the object is somebody or something that one deals with, no words: "called the police"."""
    end = i
    while end < len(line) and line[end].tag in _PHRASE:
        end += 1
    if tag(line, end) in ("quotation", "colon") or low(line, end) == "as":
        return False
    noun = head(line[i:end], 0)
    last = noun.low if noun else ""
    if lemma == "call":
        if tag(line, i - 1) == "prep" or any(word.low == "what" for word in line[max(i - 5, 0) : i]):
            return False  # "called for …", "what he called …"
        alone = tag(line, i) == "det" and end - i <= 2 and tag(line, end) in _AFTER_SUMMONED
        return alone or tag(line, i) == "num" or last in _SUMMONED
    if lemma == "raise":
        return last in _FIGURES
    if lemma in _FACING:
        return tag(line, i) == "num" or last in _PERSONS
    if lemma in _GREETING:
        return low(line, end) not in ("for", "on", "by")
    if lemma == "order":
        return last in _MEALS
    return lemma in _LOVING and tag(line, i) in ("pron", "name") and end - i == 1


def topical(line: Line, i: int, patterns: frozenset[str], verb: Verb) -> bool:
    """Say whether the object is something that one speaks of with this verb: "raised concerns", not "raised rates"."""
    if verb.lemma in _DEALING and _dealt_with(line, i, verb.lemma):
        return False
    if verb.lemma in ("respond", "reply"):
        return not any(w.low in _REQUESTS for w in line[i : i + 6])
    if "s" not in patterns or any(w.tag == "quotation" for w in line[i : i + _WINDOW]):
        return True
    if verb.lemma in ("deny", "recall") and (tag(line, i) == "pron" or low(line, i).endswith("ing")):
        return True
    noun = head(line, i)
    return noun is not None and noun.low in SPEECH_LIKE
