"""Inflect the cue verbs and look words up among them; the lexicon itself stands in ``cue_lexicon``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .cue_lexicon import DOUBLED, IRREGULAR, VERBS
from .signal_lexicon import DOCUMENTS, SPEECH_LIKE

__all__ = ["DOCUMENTS", "SPEECH_LIKE", "Verb", "inflect", "verbs"]

Particle = tuple[tuple[str, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected form of a cue verb.

    ``form`` is base, s, past, participle (a past form that is only a participle) or ing. ``patterns`` are the
    letters of the lexicon; ``particles`` are the words that may follow, longest first, with the patterns they give, and
    ``heads`` the first words of these.
    """

    lemma: str
    form: str
    patterns: frozenset[str]
    particles: tuple[Particle, ...] = ()
    heads: frozenset[str] = frozenset()


def _past(lemma: str) -> tuple[str, str]:
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma].split()
        return past, participle
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return f"{lemma[:-1]}ied", f"{lemma[:-1]}ied"
    return (f"{lemma}d",) * 2 if lemma.endswith("e") else (f"{lemma}ed",) * 2


def inflect(lemma: str) -> dict[str, str]:
    """Give an English verb's forms: word -> base, s, past, participle or ing."""
    past, participle = _past(lemma)
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        third = f"{lemma[:-1]}ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if past == f"{lemma}{lemma[-1]}ed" or lemma in DOUBLED:  # beg, begged, begging
        stem += lemma[-1]
    forms = {participle: "participle", past: "past", lemma: "base", third: "s", f"{stem}ing": "ing"}
    if past == lemma:
        forms[lemma] = "past"
    return forms | ({f"{lemma}led": "past", f"{lemma}ling": "ing"} if lemma in ("label", "signal") else {})


def _entries() -> dict[str, tuple[frozenset[str], dict[tuple[str, ...], frozenset[str]]]]:
    lexicon: dict[str, tuple[frozenset[str], dict[tuple[str, ...], frozenset[str]]]] = {}
    for line in VERBS.strip().splitlines():
        head, _, words = line.partition(":")
        common = frozenset(head.split())
        for word in words.split():
            entry, _, own = word.partition(":")
            lemma, _, particle = entry.partition("+")
            patterns, particles = lexicon.get(lemma, (frozenset(), {}))
            if particle:
                key = tuple(particle.split("_"))
                particles = {**particles, key: particles.get(key, frozenset()) | common | frozenset(own)}
            else:
                patterns = patterns | common | frozenset(own)
            lexicon[lemma] = (patterns, particles)
    return lexicon


@cache
def verbs() -> dict[str, Verb]:
    """Return every inflected form of every cue verb, in lower case."""
    table: dict[str, Verb] = {}
    for lemma, (patterns, particles) in _entries().items():
        longest = tuple(sorted(particles.items(), key=lambda item: (-len(item[0]), item[0])))
        for word, form in inflect(lemma).items():
            table.setdefault(word, Verb(lemma, form, patterns, longest, frozenset(words[0] for words, _ in longest)))
    return table
