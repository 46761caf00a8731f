"""The words at which an attribution may be read: cue verbs, signal nouns, adjectives of stance, "according"."""

from __future__ import annotations

from functools import cache

from .cues import verbs
from .signal_lexicon import AGENT_NOUNS, SIGNAL_NOUNS, STANCES, kinds_of, plural_form

SIGNALS = {form: kinds for noun, kinds in kinds_of(SIGNAL_NOUNS).items() for form in (noun, plural_form(noun))}
"""Signal nouns, and what may follow each."""
ADJECTIVES = kinds_of(STANCES) | dict.fromkeys(AGENT_NOUNS, frozenset({"of"}))
"""Adjectives of stance and nouns for who takes one, and what may follow each."""


@cache
def anchors() -> frozenset[str]:
    """Return all words at which an attribution may be read."""
    return frozenset({"according", *verbs(), *SIGNALS, *ADJECTIVES})


@cache
def written_anchors() -> frozenset[str]:
    """Return the same words as they may be written, with and without capitals."""
    return frozenset(form for word in anchors() for form in (word, word.capitalize(), word.title(), word.upper()))
