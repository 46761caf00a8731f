"""Say from its form alone whether a word may be a finite verb."""

from __future__ import annotations

from .attributions.cues import verbs

SAME_AS_NOUN = frozenset(
    "beat set cost shot split spread hurt shut read burst quit bet cast lay bit bid cut hit upset let put".split()
)
"""Past forms that are as often nouns, adjectives or base forms."""
TRANSITIVE = frozenset("sent made built brought bought caught told struck held kept put found sold paid lost".split())
"""Past forms of verbs that need an object: without one they are participles ("troops sent to fight")."""
NEVER_FINITE = frozenset(
    "comma end colon semicolon dash mark bracket quotation det pron prep conj sub adv time num name".split()
)

NOT, AFTER_SUBJECT, BY_FORM = range(3)
"""A word may be no finite verb, one only after a pronoun that is its subject, or one by its form."""


def finite_form(low: str, tag: str) -> int:
    """Say which of these three a word is, given in lower case with its tag."""
    if tag in NEVER_FINITE:
        return NOT
    formed = low.endswith(("ed", "s")) or low in SAME_AS_NOUN or low in TRANSITIVE or low in verbs()
    return BY_FORM if formed or tag != "word" else AFTER_SUBJECT
