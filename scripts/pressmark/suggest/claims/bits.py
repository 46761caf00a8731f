"""The features of a clause as bits of a whole number, and their names."""

from __future__ import annotations

from .words import (
    ALWAYS,
    ATTITUDE,
    CEREMONY,
    CHANGE,
    DATE,
    DEED,
    FIGURE,
    IF,
    JUDGEMENT,
    ME,
    NAME,
    NOT,
    OPENER,
    OPINION,
    PROPOSAL,
    PUBLIC,
    QUANTITY,
    VALUE,
    WE,
    YOU,
)

AGAIN = 45
"""How far the bit of a kind that occurs at least twice is from the kind's own."""
(
    NUMBER, NUMBERS, PLACE, TENSE, PERFECT, UNDER_WAY, FORESEEN, FORESEEN_LATER, OBLIGED, OBLIGED_LATER, MAY, MAY_LATER,
    OWN_VIEW, OPEN_QUESTION, QUESTION, APPEAL, POINTING, ASKING, FEW_WORDS, MUCH_DETAIL, START, RELATIVE, SUBORDINATE,
    NO_VERB, TITLED, TOLD, REPORTED, FRAME, NOW,
) = (1 << bit for bit in range(90, 119))  # fmt: skip
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
TWICE = {kind: kind << AGAIN for kind in (NAME, PUBLIC, OPINION, VALUE, ATTITUDE)} | {NUMBER: NUMBERS}
"""The features that weigh twice as much where they occur twice, each with the bit for that."""


def names(found: int) -> list[str]:
    """Name features, one that occurs at least twice two times."""
    return [name for bit, name in NAMES if found & bit for _ in range(2 if found & TWICE.get(bit, 0) else 1)]
