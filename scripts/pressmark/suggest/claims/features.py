"""Read a clause or a sentence for what makes it more or less of a checkable claim: named features, in one pass."""

from __future__ import annotations

from collections.abc import Sequence

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
    FIELD,
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
    ORDER,
    PARTICIPLE,
    PAST,
    POINTER,
    POSSIBLE,
    PRESENT,
    PROPOSAL,
    QUANTITY,
    REMAIN,
    TO,
    UNKNOWN,
    WE,
    YOU,
    Counts,
    Kinds,
)

_KINDS, _COUNTS = Kinds(), Counts()
_BEFORE_NO_PAST = HAVE | BEEN | BE | TO | MODAL | DETERMINER
_PASTS = PAST | ED
_VERBAL = FINITE | ED
_OPEN = UNKNOWN | REMAIN
_BEGINNINGS = ORDER | POINTER | ASKER
_TENSED = PAST | BE | HAVE | DO | MODAL
_SIMPLE = (
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
)
_COUNTED = ("a name", "a public matter", "an opinion", "an ideal", "an attitude")
_ONES = (1 << FIELD) - 1
_ORDERED = ARTICLE | ME | WE | YOU | POINTER | NAME | NOT | ORDER | ALWAYS | HIM
FEW, MANY = 9, 20


def tells_event(phrase: str) -> bool:
    """Say whether a noun phrase names an event or a state."""
    return any(kinds & EVENT for kinds in map(_KINDS.__getitem__, phrase.split()))


def predicates(text: str, start: int, end: int) -> bool:
    """Say whether a stretch has a finite verb in the past or an auxiliary."""
    kinds = list(map(_KINDS.__getitem__, text[start:end].split()))
    return any(each & _TENSED or (each & ED and _past(kinds, i)) for i, each in enumerate(kinds))


def features(stretch: str, asked: bool = False, numbers: int = 0, places: int = 0, lowered: bool = False) -> list[str]:
    """Name the features of a stretch, which holds so many number and location spans; ``asked`` by a question mark.

    A name stands twice where its feature occurs at least twice. In a heading (``lowered``) capitals say nothing.
    """
    if "—" in stretch:
        stretch = stretch.replace("—", " ")
    words = stretch.lower().split() if lowered else stretch.split()
    if not words:
        return ["no verb"]
    kinds = list(map(_KINDS.__getitem__, words))
    counts = sum(map(_COUNTS.__getitem__, words))
    if kinds[0] & NAME:
        kinds[0] &= ~NAME
        counts -= 1
    every = 0
    for each in kinds:
        every |= each
    names = [name for mask, name in _SIMPLE if every & mask]
    if numbers:
        names += ("a number", "a number") if numbers > 1 else ("a number",)
    if places:
        names.append("a place")
    _add_counted(names, counts)
    if every & CEREMONY and any(each & CEREMONY and not each & NAME for each in kinds):
        names.append("ceremony")
    if every & FIGURE:
        names.append("figures")
    _add_verbs(names, kinds, every)
    if asked:
        names.append("a question")
    if every & OPENER:
        names.append("an opening word")
    _add_shape(names, kinds)
    return names


def _add_counted(names: list[str], counts: int) -> None:
    """Add what is counted, once or twice, from the fields of a sum of counts."""
    for name in _COUNTED:
        if count := counts & _ONES:
            names += (name, name) if count > 1 else (name,)
        counts >>= FIELD


def _add_shape(names: list[str], kinds: Sequence[int]) -> None:
    """Add what the length and the beginning of a stretch tell."""
    first = kinds[1] if kinds[0] & LINK and len(kinds) > 1 else kinds[0]
    if first & _BEGINNINGS:
        if first & ORDER and not first & PAST and _ordered(kinds):
            names.append("an appeal")
        if first & POINTER and (first & _TENSED or _next(kinds, _TENSED | PRESENT)):
            names.append("a pointing word as subject")
        if first & ASKER:
            names.append("a question word first")
    if len(kinds) <= FEW:
        names.append("few words")
    elif len(kinds) >= MANY:
        names.append("much detail")


def _ordered(kinds: Sequence[int]) -> bool:
    """Say whether the verb that opens a stretch is an imperative: what follows it is no verb or preposition."""
    return _next(kinds, _ORDERED)


def _next(kinds: Sequence[int], wanted: int) -> bool:
    """Say whether the second word, without a connective before the first, is of one of the kinds wanted."""
    at = 1 if not kinds[0] & LINK else 2
    return at < len(kinds) and bool(kinds[at] & wanted)


def _add_verbs(names: list[str], kinds: Sequence[int], every: int) -> None:
    """Add what the verbs tell: tense, and what is foreseen or wished."""
    if every & _PASTS:
        for i, each in enumerate(kinds):
            if each & _PASTS and _past(kinds, i):
                names.append("past tense")
                break
    if every & HAVE and _pair(kinds, HAVE, ED | PARTICIPLE):
        names.append("perfect")
    if every & BE and every & ING and _pair(kinds, BE, ING):
        names.append("under way")
    if every & (MODAL | GOING):
        names += _foreseen(kinds, every)
    if every & ATTITUDE and _pair(kinds, ME | WE, ATTITUDE):
        names.append("the speaker's own view")
    if every & _OPEN and _open(kinds, every):
        names.append("an open question")
    if not every & _VERBAL:
        names.append("no verb")


def _open(kinds: Sequence[int], every: int) -> bool:
    """Say whether a stretch says that something is not known ("it is unclear how", "remains to be seen")."""
    return bool(every & UNKNOWN and every & (ASKER | IF)) or _pair(kinds, REMAIN, TO)


def _foreseen(kinds: Sequence[int], every: int) -> list[str]:
    """Name what modal verbs tell: of the first finite verb, or of a later one beside a fact."""
    going = every & GOING and _pair(kinds, GOING, TO)
    if not going and not every & MODAL:
        return []
    first = next((k for i, k in enumerate(kinds) if k & _TENSED or (k & ED and _past(kinds, i))), 0)
    side = "" if first & MODAL or kinds[0] & IF or (going and first & BE) else ", later"
    names = []
    if going or every & FUTURE:
        names.append(f"the future{side}")
    if every & OBLIGATION:
        names.append(f"an obligation{side}")
    if every & POSSIBLE:
        names.append(f"a possibility{side}")
    return names


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
