"""Read the verb group around a cue: where it starts, and whether it is a verb at all."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Verb
from .noun_phrases import plural_before
from .words import Word, low, reduced, tag

BE = frozenset("is are was were be been being am 's 're 'm".split())
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


def fits(line: Sequence[Word], i: int, start: int, verb: Verb) -> bool:
    """Say whether the word is used as a finite verb here, not as a noun, an adjective or an infinitive."""
    before, helped = tag(line, start - 1), any(w.tag in ("aux", "clitic") for w in line[start:i])
    if start < i and any(w.low in _CHAIN for w in line[start:i]):
        return True
    if before in ("det", "num") and not helped and low(line, start - 1) not in _MANY:
        return False
    if verb.form == "ing":
        return any(w.low in BE for w in line[start:i])
    if before == "prep" or low(line, start - 1) == "'s":
        return False
    if verb.form == "base" and not helped:
        return plural_before(line, start)
    if verb.form == "participle" or (
        verb.form == "past" and not helped and reduced(line, i) and not verb.particle(low(line, i + 1))
    ):
        return helped
    if "n" in verb.patterns and verb.form == "s" and before == "word":
        return tag(line, i + 1) in ("det", "pron", "quotation", "name") or low(line, i + 1) in ("that", "to")
    return True


def titled(line: Sequence[Word]) -> bool:
    """Say whether a line is in title case, where a verb has a capital too."""
    return not any(word.tag == "word" and len(word.low) > 4 and word.low[0].isalpha() for word in line)


def introduced(line: Sequence[Word], start: int) -> bool:
    """Say whether a participle has something to stand by: a comma, "by", "after", or a noun phrase after "with"."""
    before = tag(line, start - 1)
    if before == "comma" or low(line, start - 1) in _INTRODUCES or before == "quotation":
        return True
    return any(line[k].low == "with" for k in range(max(start - 12, 0), start)) and (
        before in ("name", "word", "pron") or low(line, start - 1) in _MANY
    )
