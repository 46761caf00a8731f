"""Find the noun phrase that a number counts. No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .counted_words import ACT, AFTER_HEAD, AUXILIARY, FUNCTION, PAST

_NEXT = re.compile(r"\s{1,2}((?:[A-Z]\.){2,}|[A-Z]{1,4}-?[0-9]{1,3}[A-Za-z]{0,2}\b|[^\W\d_]++(?:[-‑][^\W\d_]++)*+)")
_MORE = re.compile(r"\s{1,2}(?:more|additional|further)\b")
_PLURALS = frozenset(
    """people men women children police personnel cattle sheep fish deer aircraft spacecraft crew staff lives wives
    knives wolves teeth feet mice geese oxen media bacteria criteria phenomena alumni""".split()
)
_NO_PLURALS = frozenset("times always perhaps besides thus plus versus towards afterwards".split())
_NO_MEN = frozenset("specimen regimen acumen omen abdomen yemen amen semen stamen carmen bremen ramen".split())
_BASE_VERBS = frozenset(
    """are were have had do did die live work remain need want go come make take get say show agree believe think use
    face""".split()
)
_VERBS = (ACT | AUXILIARY | PAST | _BASE_VERBS) - {"attacks", "claims", "plans", "calls", "orders", "offers", "votes"}
_STOPS = FUNCTION - {"other", "own", "early", "late"}
_LONGEST = 6
_OWNER = (
    r"(?:\s(?:the\s)?(?:[^\W\d_]{1,20}\s)?[^\W\d_]{1,20}(?:[’']s|s[’'])"
    r"|\s(?:all\s)?(?:the|its|their|his|her|our|my|your|these|those)\b)"
)
_NUMERAL = (
    r"\s(?:(?:last|past|first|next|other)\s)?(?:[0-9]{1,3}(?:,[0-9]{3})*+(?![\w%.])(?:\smillion)?|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\b"
)
_OF_WHOLE = re.compile(rf"\sof(?:{_OWNER}(?:{_NUMERAL})?|{_NUMERAL})(?=\s)", re.IGNORECASE)
_OF_PART = re.compile(r"\sof(?:\sall)?(?=\s)")
_OWNED = re.compile(rf"{_OWNER}(?=\s)", re.IGNORECASE)
_NAMED_PEOPLE = ("ans", "ers", "ats", "ists", "als", "ites", "ots", "ives", "ims", "ants", "ics", "abs", "eeks", "ews")
_THIRD_PERSON = frozenset(
    """lives goes lacks needs comes makes takes gets keeps stands lies remains runs uses seems depends relies works pays
    owns holds faces feels looks leaves belongs consists appears falls sits speaks receives gives finds loses spends
    shows likes prefers trusts favours favors opposes covers ends begins starts stays fails hates loves sees""".split()
)


def counted_by(text: str, end: int, form: str, singular: bool) -> tuple[int, int] | None:
    """Find what a number counts, right after it or after "of": "14 of 17 [markets]", "a quarter of the [workers]".

    ``form`` is that of its numeral, ``singular`` says that it is one. Returns offsets, or null where that is unsure.
    """
    part = form == "fraction"
    if text[end : end + 4] == " of ":
        of = _OF_WHOLE.match(text, end) or (_OF_PART.match(text, end) if part else None)
        phrase = counted(text, of.end(), singular=False) if of else None
    else:
        owned = _OWNED.match(text, end) if part else None
        phrase = counted(text, owned.end() if owned else end, singular and not part)
    return None if phrase and part and _is_mass(text[phrase[0] : phrase[1]]) else phrase


def _is_mass(phrase: str) -> bool:
    """Say whether a share may be of one thing: of a place with a name in -s, or "country" with the verb "lacks"."""
    *first, last = phrase.split()
    if last[0].isupper():
        return not (last.endswith(_NAMED_PEOPLE) or last[:-1].isupper())
    return last in _THIRD_PERSON and bool(first)


def counted(text: str, end: int, singular: bool) -> tuple[int, int] | None:
    """Find what a number that ends at ``end`` counts: adjectives and nouns to the head; null where that is unsure.

    Returns offsets into ``text``, half-open. ``singular``: the number is one.
    """
    more = _MORE.match(text, end)
    at = more.end() if more else end
    words: list[re.Match[str]] = []
    plural: list[bool] = []
    while len(words) < _LONGEST and (word := _NEXT.match(text, at)):
        if _stops(word[1], bool(words) if singular else bool(words) and plural[-1]):
            break
        words.append(word)
        plural.append(_is_plural(word[1]))
        at = word.end()
    if not singular and (kept := _to_head(words, plural)):
        return words[0].start(1), kept.end()
    if (
        not words
        or text[at : at + 1] in ("’", "'", "-", "‑", "/", "&")
        or (len(words) == _LONGEST and _NEXT.match(text, at))
    ):
        return None
    whole = not any(plural) if singular else plural[-1] and False not in plural[plural.index(True) :]
    return (words[0].start(1), at) if whole else None


def _to_head(words: Sequence[re.Match[str]], plural: Sequence[bool]) -> re.Match[str] | None:
    """Give the last of the plurals where only words that are none follow: "[homes] north", but not "Towns Burn"."""
    if True not in plural or plural[-1]:
        return None
    first = plural.index(True)
    rest = plural.index(False, first)
    if True in plural[rest:] or (words[rest - 1][1][0].isupper() and words[rest][1][0].isupper()):
        return None
    return words[rest - 1]


def _stops(word: str, after_head: bool) -> bool:
    """Say whether a noun phrase ends before a word; a participle goes before its noun, or is the verb after it."""
    lower = word.lower()
    if lower in _STOPS or lower in _VERBS:
        return True
    return after_head and (lower in AFTER_HEAD or lower.endswith(("ed", "ing", "ly")))


def _is_plural(word: str) -> bool:
    lower = word.lower().rsplit("-", 1)[-1]
    if lower in _PLURALS or lower.endswith(("people", "children")):
        return True
    if lower.endswith("men"):
        return lower not in _NO_MEN
    return (
        lower.endswith("s") and len(lower) > 2 and not lower.endswith(("ss", "us", "is")) and lower not in _NO_PLURALS
    )
