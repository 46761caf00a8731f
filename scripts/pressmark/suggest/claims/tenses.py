"""Read what the verbs of a stretch tell: tense, and what is foreseen or wished."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from .bits import (
    FORESEEN,
    FORESEEN_LATER,
    MAY,
    MAY_LATER,
    NO_VERB,
    OBLIGED,
    OBLIGED_LATER,
    OPEN_QUESTION,
    OWN_VIEW,
    PERFECT,
    TENSE,
    UNDER_WAY,
)
from .words import (
    ARTICLE,
    ASKER,
    ATTITUDE,
    BE,
    BEEN,
    BY,
    CHANGE,
    DEED,
    DETERMINER,
    DO,
    ED,
    FINITE,
    FUTURE,
    GOING,
    HAVE,
    IF,
    ING,
    LINK,
    ME,
    MODAL,
    NAME,
    NOT,
    OBLIGATION,
    OPENER,
    PARTICIPLE,
    PAST,
    POINTER,
    POSSIBLE,
    PRESENT,
    REMAIN,
    TO,
    UNKNOWN,
    WE,
    YOU,
)

_BEFORE_NO_PAST = HAVE | BEEN | BE | TO | MODAL | DETERMINER
_PASTS = PAST | ED
_VERBAL = FINITE | ED
_OPEN = UNKNOWN | REMAIN
TENSED = PAST | BE | HAVE | DO | MODAL
FORMS = ED | PARTICIPLE
JOINED = MODAL | BE | HAVE
_VERB_ALONE = BEEN | BE | HAVE | DO | NAME
_BEFORE_PARTICIPLE = BE | BEEN | HAVE | ME | WE | YOU | POINTER | ASKER | OPENER | TO | MODAL
_BREAKS = LINK | OPENER | POINTER | ASKER | IF
_PREPOSITIONS = frozenset("in on at for from with to near under during by inside outside aboard across".split())
_BEFORE_LIKELY = frozenset("among of by from for with all many most".split())
_PRONOUNS = frozenset("he she they i we you it and or".split())
NOWS = PRESENT | HAVE
_NO_SUBJECT = ME | WE | YOU | TO | DO | NOT | DETERMINER | ARTICLE | PRESENT | HAVE
_REACH = 14


def drop_participles(kinds: list[int], words: Sequence[str]) -> bool:
    """Take the past from participles that belong to a noun ("engineers **hired** in May will …").

    They stand before a preposition, and the verb of the noun follows in the same clause.
    """
    changed = False
    after = len(words) - 2
    for i in [i for i, each in enumerate(kinds) if each & FORMS]:
        if kinds[i] & _VERB_ALONE or not 0 < i < after or words[i + 1] not in _PREPOSITIONS:
            continue
        if words[i - 1].lower() in _PRONOUNS or kinds[i - 1] & _BEFORE_PARTICIPLE:
            continue
        for k in range(i + 2, min(i + _REACH, len(words))):
            if kinds[k] & _BREAKS or words[k].lower() in _PRONOUNS:
                break
            if kinds[k] & JOINED:
                kinds[i] &= ~(FORMS | PAST | DEED)
                changed = True
                break
            if words[k][-1] in ",;:":
                break
    return changed


def read_possible(kinds: list[int], words: Sequence[str]) -> int:
    """Read "'d" before a participle as "had" ("there'd been"), and "likely voters" as no possibility.

    Return the kinds of all words.
    """
    for i in range(len(words) - 1):
        if words[i].endswith(("'d", "’d")) and kinds[i] & POSSIBLE and kinds[i + 1] & (ED | PARTICIPLE):
            kinds[i] = kinds[i] & ~POSSIBLE | HAVE | PAST
        elif words[i] == "likely" and i and (words[i - 1].lower() in _BEFORE_LIKELY):
            kinds[i] &= ~POSSIBLE
    return reduce(or_, kinds)


def states_now(kinds: Sequence[int]) -> bool:
    """Say whether a verb in the present has a subject that is neither the speaker nor the audience."""
    return any(
        each & NOWS and not kinds[i - 1] & _NO_SUBJECT and not (kinds[0] & (ASKER | IF))
        for i, each in enumerate(kinds[1:], start=1)
    )


def verb_features(kinds: Sequence[int], every: int) -> int:
    """Find what the verbs tell: tense, and what is foreseen or wished."""
    found = 0 if every & _VERBAL else NO_VERB
    if every & _PASTS:
        for i, each in enumerate(kinds):
            if each & _PASTS and is_past(kinds, i):
                found |= TENSE
                break
    if every & HAVE and _pair(kinds, HAVE, ED | PARTICIPLE):
        found |= PERFECT
    if every & BE and every & ING and _pair(kinds, BE, ING):
        found |= UNDER_WAY
    if every & (MODAL | GOING):
        found |= _foreseen(kinds, every)
    if every & ATTITUDE and _pair(kinds, ME | WE, ATTITUDE):
        found |= OWN_VIEW
    if every & _OPEN and _open(kinds, every):
        found |= OPEN_QUESTION
    return found


def _open(kinds: Sequence[int], every: int) -> bool:
    """Say whether a stretch says that something is not known ("it is unclear how", "remains to be seen")."""
    return bool(every & UNKNOWN and every & (ASKER | IF)) or _pair(kinds, REMAIN, TO)


def _foreseen(kinds: Sequence[int], every: int) -> int:
    """Find what modal verbs tell: of the first finite verb, or of a later one beside a fact."""
    going = every & GOING and _pair(kinds, GOING, TO)
    if not going and not every & MODAL:
        return 0
    first = next((k for i, k in enumerate(kinds) if k & TENSED or (k & ED and is_past(kinds, i))), 0)
    leads = first & MODAL or kinds[0] & IF or (going and first & BE)
    found = 0
    if going or every & FUTURE:
        found |= FORESEEN if leads else FORESEEN_LATER
    if every & OBLIGATION:
        found |= OBLIGED if leads else OBLIGED_LATER
    if every & POSSIBLE:
        found |= MAY if leads else MAY_LATER
    return found


def is_past(kinds: Sequence[int], i: int) -> bool:
    """Say whether a word that may be a past form is one here ("the cut", "to set", "was cut" are none)."""
    if kinds[i] & BE:
        return True
    if i and kinds[i - 1] & _BEFORE_NO_PAST:
        return False
    return i + 1 == len(kinds) or not kinds[i + 1] & BY or bool(kinds[i] & CHANGE)


def _pair(kinds: Sequence[int], first: int, second: int) -> bool:
    """Say whether a word of one kind stands one or two words before one of another."""
    for i, each in enumerate(kinds):
        if each & first:
            for other in kinds[i + 1 : i + 3]:
                if other & second:
                    return True
    return False
