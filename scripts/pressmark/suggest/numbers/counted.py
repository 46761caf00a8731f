"""Find the noun phrase that a number counts. No I/O."""

from __future__ import annotations

import re

from .counted_words import ACT, AUXILIARY, FUNCTION, PAST

_NEXT = re.compile(r"\s{1,2}((?:[A-Z]\.){2,}|[^\W\d_]++(?:[-‑][^\W\d_]++)*+)")
_MORE = re.compile(r"\s{1,2}(?:more|additional|further)\b")
_PLURALS = frozenset(
    """people men women children police personnel cattle sheep fish deer aircraft spacecraft crew staff lives wives
    knives wolves teeth feet mice geese oxen media bacteria criteria phenomena alumni""".split()
)
_NO_PLURALS = frozenset("times always perhaps besides thus plus versus towards afterwards".split())
_BASE_VERBS = frozenset(
    """are were have had do did die live work remain need want go come make take get say show agree believe think use
    face""".split()
)
_VERBS = (ACT | AUXILIARY | PAST | _BASE_VERBS) - {"attacks", "claims", "plans", "calls", "orders", "offers", "votes"}
_STOPS = FUNCTION - {"other", "own", "early", "late"}
_LONGEST = 6


def counted(text: str, end: int, singular: bool) -> tuple[int, int] | None:
    """Find what a number that ends at ``end`` counts: adjectives and nouns to the head; null where that is unsure.

    Returns offsets into ``text``, half-open. ``singular``: the number is one.
    """
    more = _MORE.match(text, end)
    at = more.end() if more else end
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST and (word := _NEXT.match(text, at)):
        if _stops(word[1], bool(words) if singular else bool(words) and _is_plural(words[-1][1])):
            break
        words.append(word)
        at = word.end()
    if (
        not words
        or text[at : at + 1] in ("’", "'", "-", "‑", "/", "&")
        or (len(words) == _LONGEST and _NEXT.match(text, at))
    ):
        return None
    plural = [_is_plural(word[1]) for word in words]
    whole = not any(plural) if singular else plural[-1] and False not in plural[plural.index(True) :]
    return (words[0].start(1), at) if whole else None


def _stops(word: str, after_head: bool) -> bool:
    """Say whether a noun phrase ends before a word; a participle goes before its noun, or is the verb after it."""
    lower = word.lower()
    return lower in _STOPS or lower in _VERBS or (after_head and lower.endswith(("ed", "ing", "ly")))


def _is_plural(word: str) -> bool:
    lower = word.lower().rsplit("-", 1)[-1]
    if lower in _PLURALS or lower.endswith(("people", "women", "children", "policemen", "smen", "rmen")):
        return True
    return (
        lower.endswith("s") and len(lower) > 2 and not lower.endswith(("ss", "us", "is")) and lower not in _NO_PLURALS
    )
