"""Read the verb group around a cue: where it starts, and whether it is a verb at all."""

from __future__ import annotations

from collections.abc import Sequence

from ..words import Word, low, reduced, tag
from .cues import Verb, verbs
from .noun_phrases import plural_before

BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't ain't".split())
_CHAIN = frozenset(
    "declined declines decline refused refuses refuse went goes continued continues continue appeared appears seemed "
    "seems failed fails began begins wanted wants hastened quick happy proceeded sought rushed".split()
)
_MANY = frozenset("all many some most both others several few".split())
_INTRODUCES = frozenset("by after before while when in without".split())


def group(line: Sequence[Word], i: int) -> int:
    """Walk left over auxiliaries, negation, adverbs and chains ("went on to") to where the verb group starts."""
    j = i
    while j > 0:
        word = line[j - 1]
        clitic = word.tag == "clitic" and (word.low != "'s" or line[i].low.endswith(("ing", "ed")))
        if word.tag == "aux" or clitic or (word.tag == "adv" and word.low != "yesterday"):
            j -= 1
        elif word.low == "to" and low(line, j - 2) in _CHAIN:
            j -= 2
        elif word.low == "to" and low(line, j - 2) == "on" and low(line, j - 3) in _CHAIN:
            j -= 3
        else:
            break
    while j < i and line[j].tag == "adv" and line[j].low in ("yesterday", "today", "earlier", "later", "recently"):
        j += 1
    return j


def particle(line: Sequence[Word], i: int, verb: Verb) -> tuple[int, frozenset[str]] | None:
    """Match the particle that follows a cue verb and skip a possessive inside it ("threw its weight behind").

    Returns the index after the particle and the patterns that it gives.
    """
    if verb.particles and tag(line, i) == "time":
        i += 1
    kind = tag(line, i)
    if (kind != "det" and low(line, i) not in verb.heads) or (kind == "prep" and tag(line, i + 1) == "time"):
        return None
    for wanted, patterns in verb.particles:
        k = i
        for word in wanted:
            k += len(wanted) > 1 and tag(line, k) == "det" and low(line, k) != word
            if low(line, k) != word:
                break
            k += 1
        else:
            return k, patterns
    return None


def has_be(line: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a form of "be" stands in a verb group."""
    return start < end and any(word.low in BE for word in line[start:end])


def is_verbal(before: Word, verb: Verb) -> bool:
    """Say whether a word may be a verb after the word before it: after no article or preposition, unless in -ing."""
    if before.tag == "det":
        return before.low in _MANY
    return before.tag != "prep" or before.low == "to" or verb.form == "ing"


def fits(line: Sequence[Word], i: int, start: int, verb: Verb) -> bool:
    """Say whether the word is used as a finite verb here, not as a noun, an adjective or an infinitive."""
    before, helped = tag(line, start - 1), False
    if start < i:
        helped = any(w.tag in ("aux", "clitic") for w in line[start:i])
        if any(w.low in _CHAIN for w in line[start:i]):
            return True
    year = before == "num" and len(low(line, start - 1)) == 4
    if before in ("det", "num") and not year and not helped and low(line, start - 1) not in _MANY:
        return False
    if verb.form == "ing":
        return has_be(line, start, i)
    if before == "prep" or low(line, start - 1) == "'s":
        return False
    if verb.form == "base" and not helped:
        return plural_before(line, start)
    if verb.form == "participle" or (
        verb.form == "past" and not helped and reduced(line, i) and particle(line, i + 1, verb) is None
    ):
        return helped
    return "n" not in verb.patterns or verb.form != "s" or not _noun(line, i, start)


def _noun(line: Sequence[Word], i: int, start: int) -> bool:
    """Say whether a form in -s that may be a noun or a verb is a noun ("unveiled plans", "the rules that apply")."""
    word = line[start - 1] if start else None
    if word is None:
        return False
    governing = verbs().get(word.low)
    if word.low in _MANY or (governing and "n" not in governing.patterns) or word.tag == "finite":
        return True
    if low(line, i + 1) == "that" and tag(line, i + 2) in ("aux", "finite"):
        return True
    fits_verb = tag(line, i + 1) in ("det", "pron", "quotation", "name") or low(line, i + 1) in ("that", "to")
    return word.tag == "word" and not fits_verb


def titled(line: Sequence[Word]) -> bool:
    """Say whether a line is in title case, where a verb has a capital too."""
    return not any(
        word.tag == "word" and len(word.low) > 4 and word.low[0].isalpha() and word.end - word.start == len(word.low)
        for word in line
    )


def introduced(line: Sequence[Word], start: int) -> bool:
    """Say whether a participle has something to stand by: a comma, "by", "after", or a noun phrase after "with"."""
    before = tag(line, start - 1)
    if before == "comma" or low(line, start - 1) in _INTRODUCES or before == "quotation":
        return True
    return any(line[k].low == "with" for k in range(max(start - 12, 0), start)) and (
        before in ("name", "word", "pron") or low(line, start - 1) in _MANY
    )
