"""Guess from a word's form and its neighbours whether it is a finite verb, a participle, a plural."""

from __future__ import annotations

from .attributions.cues import verbs
from .tokens import Kind, Line, dateline_end, low, tag
from .verb_forms import AFTER_SUBJECT, BY_FORM, NEVER_FINITE, SAME_AS_NOUN, TRANSITIVE

__all__ = [
    "NEVER_FINITE",
    "Kind",
    "Line",
    "dateline_end",
    "finite",
    "low",
    "past_tense",
    "plural",
    "reduced",
    "tag",
]

_PERFECT = frozenset("was were had has have did been 've".split())
_FOLLOWS_PARTICIPLE = frozenset("by to from with at for in on under near during".split())
_SHARES = frozenset("half third quarter fifth tenth average percentage percent margin about nearly more less".split())
_NO_FINITE = frozenset({"be", "been", "being", "having"})
_CLAUSE_ENDS = frozenset({"comma", "sub", "semicolon", "colon", "quotation", "dash", "conj"})
_AFTER_ONLY_VERB = _CLAUSE_ENDS | {"end", "time", "mark"}
_RELATIVES = frozenset({"that", "who", "which", "what", "whose"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_BEFORE_ONLY_VERB = frozenset({"word", "name", "time", "num", "adv", "pron"})
_REACH = 14


def finite(line: Line, i: int) -> bool:
    """Guess whether a word is a finite verb, from its ending and its neighbours."""
    form = line[i].finite
    if form != BY_FORM:
        return form == AFTER_SUBJECT and i > 0 and _after_subject(line, i)
    if (known := line.verbal.get(i)) is None:
        known = line.verbal[i] = _finite(line, i)
    return known


def _finite(line: Line, i: int) -> bool:
    """Guess the same of a word whose form may make it a finite verb."""
    return not reduced(line, i) and (_surely_finite(line, i) or (line[i].tag == "word" and _only_verb(line, i)))


def _after_subject(line: Line, i: int) -> bool:
    """Say whether a subject pronoun stands before word ``i``, or before the adverb before it."""
    before = line[i - 1]
    if before.tag == "adv":
        return i > 1 and line[i - 2].low in _SUBJECTS
    return before.tag == "pron" and before.low in _SUBJECTS


def reduced(line: Line, i: int) -> bool:
    """Say whether a past form is a participle inside a noun phrase ("figures released by …", "troops sent to …")."""
    word = line[i]
    if word.tag not in ("word", "finite") or not (word.low.endswith("ed") or word.low in TRANSITIVE):
        return False
    after = low(line, i + 1)
    if after not in _FOLLOWS_PARTICIPLE or not i or line[i - 1].tag not in ("word", "name"):
        return False
    if after == "by":
        return not any(w.tag == "num" or w.low in _SHARES for w in line[i + 2 : i + 4])
    return (word.low in TRANSITIVE and after not in ("in", "on")) or _verb_between(line, i + 2, i + _REACH)


def _verb_between(line: Line, start: int, end: int) -> bool:
    """Say whether a finite verb stands in ``line[start:end]`` before the clause ends."""
    for k in range(start, min(end, len(line))):
        word = line[k]
        if word.tag in _CLAUSE_ENDS or word.low in _RELATIVES:
            return False
        if word.finite and _surely_finite(line, k) and low(line, k + 1) != "by":
            return True
    return False


def _surely_finite(line: Line, i: int) -> bool:
    """Guess whether a word is a finite verb from its form and the words beside it alone."""
    word, before = line[i], line[i - 1].tag if i else ""
    if word.tag in ("aux", "finite"):
        return word.low not in _NO_FINITE and not (word.tag == "finite" and low(line, i - 1) in ("to", "a", "an"))
    if word.tag == "clitic":
        return word.low != "'s" or before == "pron"
    if word.tag != "word" or before in ("det", "prep", "num"):
        return False
    verb = verbs().get(word.low)
    if (
        verb
        and "n" not in verb.patterns
        and word.low not in SAME_AS_NOUN
        and (verb.form == "past" or (verb.form == "s" and i and verb.patterns))
    ):
        return True
    after = line[i + 1].tag if i + 1 < len(line) else ""
    if word.low.endswith("ed") and before in ("name", "word", "pron", "clitic", "adv", "conj", "time"):
        return after in ("det", "prep", "pron", "name", "adv", "num", "sub", "quotation", "word")
    return i > 0 and _after_subject(line, i)


def _only_verb(line: Line, i: int) -> bool:
    """Say whether a word that may be a verb is the only one that its clause has for its subject."""
    before = line[i - 1] if i else None
    if before is None or before.tag not in _BEFORE_ONLY_VERB:
        return False
    word, after = line[i].low, tag(line, i + 1)
    if word.endswith("ed") and len(word) > 3:
        fits = after in _AFTER_ONLY_VERB
    elif word in SAME_AS_NOUN:
        fits = after in ("det", "name", "num", "pron") and before.tag != "num"
    elif (verb := verbs().get(word)) and verb.form == "base":
        fits = "n" not in verb.patterns and plural(before)
    else:
        single = before.tag in ("word", "name") and not before.low.endswith("s")
        fits = word.endswith("s") and word[-2:] not in ("ss", "us", "is") and single and after in ("det", "num")
    return fits and not _verb_before(line, i)


def plural(word: Kind) -> bool:
    """Say whether a noun has a plural's ending."""
    return word.tag in ("word", "name") and word.low.endswith("s") and word.low[-2:] not in ("ss", "us", "is")


def _verb_before(line: Line, i: int) -> bool:
    """Say whether the clause has a finite verb already, or is no clause ("with its doors closed")."""
    for k in range(i - 1, max(i - _REACH, -1), -1):
        word = line[k]
        if (word.tag in _CLAUSE_ENDS and word.tag != "conj") or word.low in _RELATIVES:
            return False
        if word.low == "with" or (word.finite and _surely_finite(line, k)):
            return True
    return False


def past_tense(word: Kind) -> bool:
    """Say whether a finite verb is in the past tense, or a perfect."""
    verb = verbs().get(word.low)
    if verb and verb.form == "past":
        return True
    irregular = word.low in SAME_AS_NOUN or (word.tag == "finite" and not word.low.endswith("s"))
    return word.low in _PERFECT or word.low.endswith("ed") or irregular
