"""Read the verb group around a cue: where it starts, and whether it is a verb at all."""

from __future__ import annotations

from ..words import Kind, Line, finite, low, reduced, tag
from .cues import Verb, verbs
from .noun_phrases import plural_before

BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't ain't".split())
_CHAIN = frozenset(
    "declined declines decline refused refuses refuse went goes continued continues continue appeared appears seemed "
    "seems failed fails began begins wanted wants hastened quick happy proceeded sought rushed".split()
)
_MANY = frozenset("all many some most both others several few".split())
_HELPERS = frozenset({"aux", "clitic", "adv"})
_INTRODUCES = frozenset("by after before while when in without".split())


def group(line: Line, i: int) -> int:
    """Walk left over auxiliaries, negation, adverbs and chains ("went on to") to where the verb group starts."""
    j = i
    while j > 0:
        word = line[j - 1]
        if word.tag in _HELPERS and _helps(word, line[i]):
            j -= 1
        elif word.low != "to":
            break
        elif low(line, j - 2) in _CHAIN:
            j -= 2
        elif low(line, j - 2) == "on" and low(line, j - 3) in _CHAIN:
            j -= 3
        else:
            break
    while j < i and line[j].tag == "adv" and line[j].low in ("yesterday", "today", "earlier", "later", "recently"):
        j += 1
    return j


def _helps(word: Kind, verb: Kind) -> bool:
    """Say whether an auxiliary, clitic or adverb belongs to the group of the verb after it."""
    if word.tag == "clitic":
        return word.low != "'s" or verb.low.endswith(("ing", "ed"))
    return word.low != "yesterday"


def particle(line: Line, i: int, verb: Verb) -> tuple[int, frozenset[str]] | None:
    """Match the particle that follows a cue verb and skip a possessive inside it ("threw its weight behind").

    Returns the index after the particle and the patterns that it gives.
    """
    if not verb.particles:
        return None
    if tag(line, i) == "time":
        i += 1
    if i >= len(line):
        return None
    first = line[i]
    if (first.low not in verb.heads and first.tag != "det") or (first.tag == "prep" and tag(line, i + 1) == "time"):
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


def has_be(line: Line, start: int, end: int) -> bool:
    """Say whether a form of "be" stands in a verb group."""
    return start < end and any(word.low in BE for word in line[start:end])


def is_verbal(before: Kind, verb: Verb) -> bool:
    """Say whether a word may be a verb after the word before it: after no article or preposition, unless in -ing."""
    if before.tag == "det":
        return before.low in _MANY
    return before.tag != "prep" or before.low == "to" or verb.form == "ing"


def fits(line: Line, i: int, start: int, verb: Verb) -> bool:
    """Say whether the word is used as a finite verb here, not as a noun, an adjective or an infinitive."""
    before, word = (line[start - 1].tag, line[start - 1].low) if start else ("end", "")
    helped = False
    for k in range(start, i):
        helped = helped or line[k].tag in ("aux", "clitic")
        if line[k].low in _CHAIN:
            return True
    year = before == "num" and len(word) == 4
    if before in ("det", "num") and not year and not helped and word not in _MANY:
        return False
    if verb.form == "ing":
        return has_be(line, start, i)
    if before == "prep" or word == "'s":
        return False
    if verb.form == "base" and not helped:
        return plural_before(line, start)
    if verb.form == "participle" or (
        verb.form == "past" and not helped and reduced(line, i) and particle(line, i + 1, verb) is None
    ):
        return helped
    return "n" not in verb.patterns or verb.form != "s" or not _noun(line, i, start)


def _noun(line: Line, i: int, start: int) -> bool:
    """Say whether a form in -s that may be a noun or a verb is a noun ("unveiled plans", "the rules that apply")."""
    word = line[start - 1] if start else None
    if word is None:
        return False
    if tag(line, i + 1) in ("aux", "word") and finite(line, i + 1):
        return True  # "Damage estimates ranged …"
    governing = verbs().get(word.low)
    if word.low in _MANY or (governing and "n" not in governing.patterns) or word.tag == "finite":
        return True
    if low(line, i + 1) == "that" and tag(line, i + 2) in ("aux", "finite"):
        return True
    fits_verb = tag(line, i + 1) in ("det", "pron", "quotation", "name") or low(line, i + 1) in ("that", "to")
    return word.tag == "word" and not fits_verb


def titled(line: Line) -> bool:
    """Say whether a line is in title case, where a verb has a capital too."""
    return not any(
        word.tag == "word" and len(word.low) > 4 and word.low[0].isalpha() and end - start == len(word.low)
        for word, start, end in zip(line, line.starts, line.ends)  # noqa: B905 (slower)
    )


def introduced(line: Line, start: int) -> bool:
    """Say whether a participle has something to stand by: a comma, "by", "after", or a noun phrase after "with"."""
    before = tag(line, start - 1)
    if before == "comma" or low(line, start - 1) in _INTRODUCES or before == "quotation":
        return True
    if before not in ("name", "word", "pron") and low(line, start - 1) not in _MANY:
        return False
    return any(line[k].low == "with" for k in range(max(start - 12, 0), start))
