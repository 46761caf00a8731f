"""Read a clause or a sentence for what makes it more or less of a checkable claim, in one pass.

The features are bits of a whole number. That a word of some kind occurs is the bit of the kind itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from .bits import (
    AGAIN,
    APPEAL,
    ASKING,
    FEW_WORDS,
    MUCH_DETAIL,
    NO_VERB,
    NOW,
    PERFECT,
    POINTING,
    TENSE,
    UNDER_WAY,
)
from .tenses import FORMS, JOINED, NOWS, TENSED, drop_participles, is_past, read_possible, states_now, verb_features
from .words import (
    ALWAYS,
    ARTICLE,
    ASKER,
    ATTITUDE,
    BE,
    CEREMONY,
    CHANGE,
    DATE,
    DEED,
    ED,
    EVENT,
    FIGURE,
    GOING,
    HIM,
    IF,
    JUDGEMENT,
    LINK,
    ME,
    MODAL,
    NAME,
    NOT,
    OPENER,
    OPINION,
    ORDER,
    PARTICIPLE,
    PAST,
    POINTER,
    POSSIBLE,
    PRESENT,
    PROPOSAL,
    PUBLIC,
    QUANTITY,
    VALUE,
    WE,
    YOU,
    Kinds,
)

_KINDS = Kinds()
_FELT = OPINION | VALUE
_BEGINNINGS = ORDER | POINTER | ASKER
_ORDERED = ARTICLE | ME | WE | YOU | POINTER | NAME | NOT | ORDER | ALWAYS | HIM
FEW, MANY = 9, 20

_COUNTED = NAME | PUBLIC | OPINION | VALUE | ATTITUDE
_SIMPLE = QUANTITY | CHANGE | DATE | DEED | WE | ME | YOU | NOT | ALWAYS | IF | PROPOSAL | JUDGEMENT | FIGURE | OPENER
_OCCURRING = _COUNTED | _SIMPLE
_LONG = 30
_SIMILES = frozenset((verb, "like") for verb in "sounded sounds felt feels looked looks seemed seems".split())
_COMPARABLE = frozenset("better worse best worst strong weak severe serious rare hard necessary essential".split())
_DEGREES = frozenset("so too quite rather pretty such very".split())
_OBJECT = ARTICLE | NAME | FIGURE
PERSONAL = ME | WE | YOU | VALUE | OPINION | ATTITUDE | ALWAYS | CEREMONY
"""With these a sentence in the present is as often a view as a fact."""
_NOT_NOW = BE | MODAL | GOING | PERSONAL
_NO_NOW = TENSE | PERFECT | UNDER_WAY | NO_VERB


def tells_event(phrase: str) -> bool:
    """Say whether a noun phrase names an event or a state."""
    return any(kinds & EVENT for kinds in map(_KINDS.__getitem__, phrase.split()))


def predicates(text: str, start: int, end: int) -> bool:
    """Say whether a stretch has a finite verb in the past or an auxiliary."""
    kinds = list(map(_KINDS.__getitem__, text[start:end].split()))
    return any(each & TENSED or (each & ED and is_past(kinds, i)) for i, each in enumerate(kinds))


def features(stretch: str, lowered: bool = False) -> int:
    """Find the features of a stretch that its words tell. In a heading (``lowered``) capitals say nothing."""
    if "—" in stretch:
        stretch = stretch.replace("—", " ")
    words = stretch.lower().split() if lowered else stretch.split()
    if not words:
        return NO_VERB
    kinds = list(map(_KINDS.__getitem__, words))
    if kinds[0] & NAME:
        named = len(kinds) > 1 and kinds[1] & NAME  # "Stark County"
        kinds[0] = kinds[0] & ~NAME | (0 if named else _KINDS[words[0].lower()] & _FELT)
    every = twice = 0
    for each in filter(None, kinds):
        twice |= every & each
        every |= each
    if every & JOINED and every & FORMS and drop_participles(kinds, words):
        every = reduce(or_, kinds)
    if every & POSSIBLE and ("'d " in stretch or "’d " in stretch or "likely " in stretch):
        every = read_possible(kinds, words)
    found = every & _OCCURRING | (twice & _COUNTED) << AGAIN
    if every & BE and every & OPINION and len(words) < _LONG and _judges(kinds, words):
        found |= JUDGEMENT
    if " like " in stretch and any(pair in _SIMILES for pair in pairwise(words)):
        found |= JUDGEMENT
    if every & CEREMONY and any(each & CEREMONY and not each & NAME for each in kinds):
        found |= CEREMONY
    verbs = verb_features(kinds, every)
    if verbs & NO_VERB and not lowered and _KINDS[words[0].lower()] & ED and _next(kinds, _OBJECT):
        verbs = verbs & ~NO_VERB | TENSE  # "Approved the budget", as minutes put it
    elif every & NOWS and not (every & _NOT_NOW or verbs & _NO_NOW) and states_now(kinds):
        found |= NOW
    return found | verbs | _shape(kinds)


def _judges(kinds: Sequence[int], words: Sequence[str]) -> bool:
    """Say whether a form of "be" is followed by a word of judgement that is no adverb of a participle."""
    for i, each in enumerate(kinds):
        if each & BE:
            for k in range(i + 1, min(i + 4, len(kinds))):
                adverbial = words[k] in _DEGREES or words[k].endswith("ly")
                if kinds[k] & OPINION and not adverbial and words[k].strip('.,;”"').lower() not in _COMPARABLE:
                    return not (k + 1 < len(kinds) and kinds[k + 1] & (ED | PARTICIPLE | QUANTITY))
                if not kinds[k] & (ARTICLE | NOT | ALWAYS) and not adverbial:
                    break
    return False


def _shape(kinds: Sequence[int]) -> int:
    """Find what the length and the beginning of a stretch tell."""
    found = FEW_WORDS if len(kinds) <= FEW else MUCH_DETAIL if len(kinds) >= MANY else 0
    first = kinds[1] if kinds[0] & LINK and len(kinds) > 1 else kinds[0]
    if first & _BEGINNINGS:
        if first & ORDER and not first & PAST and _ordered(kinds):
            found |= APPEAL
        if first & POINTER and (first & TENSED or _next(kinds, TENSED | PRESENT)):
            found |= POINTING
        if first & ASKER:
            found |= ASKING
    return found


def _ordered(kinds: Sequence[int]) -> bool:
    """Say whether the verb that opens a stretch is an imperative: what follows it is no verb or preposition."""
    return _next(kinds, _ORDERED)


def _next(kinds: Sequence[int], wanted: int) -> bool:
    """Say whether the second word, without a connective before the first, is of one of the kinds wanted."""
    at = 1 if not kinds[0] & LINK else 2
    return at < len(kinds) and bool(kinds[at] & wanted)
