"""Read a clause or a sentence for what makes it more or less of a checkable claim, in one pass.

The features are bits of a whole number. That a word of some kind occurs is the bit of the kind itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from .words import (
    ALWAYS,
    ARTICLE,
    ASKER,
    ATTITUDE,
    BE,
    BEEN,
    BY,
    CEREMONY,
    CHANGE,
    DATE,
    DEED,
    DETERMINER,
    DO,
    ED,
    EVENT,
    FIGURE,
    FINITE,
    FUTURE,
    GOING,
    HAVE,
    HIM,
    IF,
    ING,
    JUDGEMENT,
    LINK,
    ME,
    MODAL,
    NAME,
    NOT,
    OBLIGATION,
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
    REMAIN,
    TO,
    UNKNOWN,
    VALUE,
    WE,
    YOU,
    Kinds,
)

_KINDS = Kinds()
_FELT = OPINION | VALUE
_BEFORE_NO_PAST = HAVE | BEEN | BE | TO | MODAL | DETERMINER
_PASTS = PAST | ED
_VERBAL = FINITE | ED
_OPEN = UNKNOWN | REMAIN
_BEGINNINGS = ORDER | POINTER | ASKER
_TENSED = PAST | BE | HAVE | DO | MODAL
_ORDERED = ARTICLE | ME | WE | YOU | POINTER | NAME | NOT | ORDER | ALWAYS | HIM
FEW, MANY = 9, 20

_COUNTED = NAME | PUBLIC | OPINION | VALUE | ATTITUDE
_SIMPLE = QUANTITY | CHANGE | DATE | DEED | WE | ME | YOU | NOT | ALWAYS | IF | PROPOSAL | JUDGEMENT | FIGURE | OPENER
_OCCURRING = _COUNTED | _SIMPLE
_AGAIN = 45
"""How far the bit of a kind that occurs at least twice is from the kind's own."""
(
    NUMBER, NUMBERS, PLACE, TENSE, PERFECT, UNDER_WAY, FORESEEN, FORESEEN_LATER, OBLIGED, OBLIGED_LATER, MAY, MAY_LATER,
    OWN_VIEW, OPEN_QUESTION, QUESTION, APPEAL, POINTING, ASKING, FEW_WORDS, MUCH_DETAIL, START, RELATIVE, SUBORDINATE,
    NO_VERB, TITLED, TOLD, REPORTED, FRAME, NOW,
) = (1 << bit for bit in range(90, 119))  # fmt: skip
_FORMS = ED | PARTICIPLE
_JOINED = MODAL | BE | HAVE
_VERB_ALONE = BEEN | BE | HAVE | DO | NAME
_BEFORE_PARTICIPLE = BE | BEEN | HAVE | ME | WE | YOU | POINTER | ASKER | OPENER | TO | MODAL
_BREAKS = LINK | OPENER | POINTER | ASKER | IF
_REACH, _LONG = 14, 30
_PREPOSITIONS = frozenset("in on at for from with to near under during by inside outside aboard across".split())
_BEFORE_LIKELY = frozenset("among of by from for with all many most".split())
_PRONOUNS = frozenset("he she they i we you it and or".split())
_SIMILES = frozenset((verb, "like") for verb in "sounded sounds felt feels looked looks seemed seems".split())
_COMPARABLE = frozenset("better worse best worst strong weak severe serious rare hard necessary essential".split())
_DEGREES = frozenset("so too quite rather pretty such very".split())
_OBJECT = ARTICLE | NAME | FIGURE
_NOWS = PRESENT | HAVE
PERSONAL = ME | WE | YOU | VALUE | OPINION | ATTITUDE | ALWAYS | CEREMONY
"""With these a sentence in the present is as often a view as a fact."""
_NOT_NOW = BE | MODAL | GOING | PERSONAL
_NO_NOW = TENSE | PERFECT | UNDER_WAY | NO_VERB
_NO_SUBJECT = ME | WE | YOU | TO | DO | NOT | DETERMINER | ARTICLE | PRESENT | HAVE

NAMES = (
    (QUANTITY, "a quantity in words"),
    (CHANGE, "a change"),
    (DATE, "a time"),
    (DEED, "a deed"),
    (WE, "we"),
    (ME, "I"),
    (YOU, "you"),
    (NOT, "a negation"),
    (ALWAYS, "a sweeping word"),
    (IF, "a condition"),
    (PROPOSAL, "a proposal"),
    (JUDGEMENT, "a judgement"),
    (NUMBER, "a number"),
    (PLACE, "a place"),
    (NAME, "a name"),
    (PUBLIC, "a public matter"),
    (OPINION, "an opinion"),
    (VALUE, "an ideal"),
    (ATTITUDE, "an attitude"),
    (CEREMONY, "ceremony"),
    (FIGURE, "figures"),
    (TENSE, "past tense"),
    (PERFECT, "perfect"),
    (UNDER_WAY, "under way"),
    (NOW, "present tense"),
    (FORESEEN, "the future"),
    (FORESEEN_LATER, "the future, later"),
    (OBLIGED, "an obligation"),
    (OBLIGED_LATER, "an obligation, later"),
    (MAY, "a possibility"),
    (MAY_LATER, "a possibility, later"),
    (OWN_VIEW, "the speaker's own view"),
    (OPEN_QUESTION, "an open question"),
    (QUESTION, "a question"),
    (OPENER, "an opening word"),
    (APPEAL, "an appeal"),
    (POINTING, "a pointing word as subject"),
    (ASKING, "a question word first"),
    (FEW_WORDS, "few words"),
    (MUCH_DETAIL, "much detail"),
    (START, "to begin with"),
    (RELATIVE, "a relative clause"),
    (SUBORDINATE, "a subordinate clause"),
    (NO_VERB, "no verb"),
    (TITLED, "a heading with a verb"),
    (TOLD, "an event in a noun phrase"),
    (REPORTED, "given by a source"),
    (FRAME, "only a reporting frame"),
)
TWICE = {kind: kind << _AGAIN for kind in (NAME, PUBLIC, OPINION, VALUE, ATTITUDE)} | {NUMBER: NUMBERS}
"""The features that weigh twice as much where they occur twice, each with the bit for that."""


def names(found: int) -> list[str]:
    """Name features, one that occurs at least twice two times."""
    return [name for bit, name in NAMES if found & bit for _ in range(2 if found & TWICE.get(bit, 0) else 1)]


def tells_event(phrase: str) -> bool:
    """Say whether a noun phrase names an event or a state."""
    return any(kinds & EVENT for kinds in map(_KINDS.__getitem__, phrase.split()))


def predicates(text: str, start: int, end: int) -> bool:
    """Say whether a stretch has a finite verb in the past or an auxiliary."""
    kinds = list(map(_KINDS.__getitem__, text[start:end].split()))
    return any(each & _TENSED or (each & ED and _past(kinds, i)) for i, each in enumerate(kinds))


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
    if every & _JOINED and every & _FORMS and _participles(kinds, words):
        every = reduce(or_, kinds)
    if every & POSSIBLE and ("'d " in stretch or "’d " in stretch or "likely " in stretch):
        every = _possible(kinds, words)
    found = every & _OCCURRING | (twice & _COUNTED) << _AGAIN
    if every & BE and every & OPINION and len(words) < _LONG and _judges(kinds, words):
        found |= JUDGEMENT
    if " like " in stretch and any(pair in _SIMILES for pair in pairwise(words)):
        found |= JUDGEMENT
    if every & CEREMONY and any(each & CEREMONY and not each & NAME for each in kinds):
        found |= CEREMONY
    verbs = _verbs(kinds, every)
    if verbs & NO_VERB and not lowered and _KINDS[words[0].lower()] & ED and _next(kinds, _OBJECT):
        verbs = verbs & ~NO_VERB | TENSE  # "Approved the budget", as minutes put it
    elif every & _NOWS and not (every & _NOT_NOW or verbs & _NO_NOW) and _now(kinds):
        found |= NOW
    return found | verbs | _shape(kinds)


def _participles(kinds: list[int], words: Sequence[str]) -> bool:
    """Take the past from participles that belong to a noun ("engineers **hired** in May will …").

    They stand before a preposition, and the verb of the noun follows in the same clause.
    """
    changed = False
    after = len(words) - 2
    for i in [i for i, each in enumerate(kinds) if each & _FORMS]:
        if kinds[i] & _VERB_ALONE or not 0 < i < after or words[i + 1] not in _PREPOSITIONS:
            continue
        if words[i - 1].lower() in _PRONOUNS or kinds[i - 1] & _BEFORE_PARTICIPLE:
            continue
        for k in range(i + 2, min(i + _REACH, len(words))):
            if kinds[k] & _BREAKS or words[k].lower() in _PRONOUNS:
                break
            if kinds[k] & _JOINED:
                kinds[i] &= ~(_FORMS | PAST | DEED)
                changed = True
                break
            if words[k][-1] in ",;:":
                break
    return changed


def _possible(kinds: list[int], words: Sequence[str]) -> int:
    """Read "'d" before a participle as "had" ("there'd been"), and "likely voters" as no possibility.

    Return the kinds of all words.
    """
    for i in range(len(words) - 1):
        if words[i].endswith(("'d", "’d")) and kinds[i] & POSSIBLE and kinds[i + 1] & (ED | PARTICIPLE):
            kinds[i] = kinds[i] & ~POSSIBLE | HAVE | PAST
        elif words[i] == "likely" and i and (words[i - 1].lower() in _BEFORE_LIKELY):
            kinds[i] &= ~POSSIBLE
    return reduce(or_, kinds)


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


def _now(kinds: Sequence[int]) -> bool:
    """Say whether a verb in the present has a subject that is neither the speaker nor the audience."""
    return any(
        each & _NOWS and not kinds[i - 1] & _NO_SUBJECT and not (kinds[0] & (ASKER | IF))
        for i, each in enumerate(kinds[1:], start=1)
    )


def _shape(kinds: Sequence[int]) -> int:
    """Find what the length and the beginning of a stretch tell."""
    found = FEW_WORDS if len(kinds) <= FEW else MUCH_DETAIL if len(kinds) >= MANY else 0
    first = kinds[1] if kinds[0] & LINK and len(kinds) > 1 else kinds[0]
    if first & _BEGINNINGS:
        if first & ORDER and not first & PAST and _ordered(kinds):
            found |= APPEAL
        if first & POINTER and (first & _TENSED or _next(kinds, _TENSED | PRESENT)):
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


def _verbs(kinds: Sequence[int], every: int) -> int:
    """Find what the verbs tell: tense, and what is foreseen or wished."""
    found = 0 if every & _VERBAL else NO_VERB
    if every & _PASTS:
        for i, each in enumerate(kinds):
            if each & _PASTS and _past(kinds, i):
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
    first = next((k for i, k in enumerate(kinds) if k & _TENSED or (k & ED and _past(kinds, i))), 0)
    leads = first & MODAL or kinds[0] & IF or (going and first & BE)
    found = 0
    if going or every & FUTURE:
        found |= FORESEEN if leads else FORESEEN_LATER
    if every & OBLIGATION:
        found |= OBLIGED if leads else OBLIGED_LATER
    if every & POSSIBLE:
        found |= MAY if leads else MAY_LATER
    return found


def _past(kinds: Sequence[int], i: int) -> bool:
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
