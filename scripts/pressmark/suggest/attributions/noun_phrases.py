"""Find the noun phrase that stands before or after a cue, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from ..words import Kind, Line, finite, low, plural, reduced, tag
from .adverbials import TIMES, abbreviation, ends_occasion, occasion, timely

_BREAKS = frozenset({"sub", "colon", "semicolon", "quotation", "dash", "mark", "end"})
_RELATIVE = frozenset({"who", "which"})
_ADVERBIAL = frozenset("after before during when while as since because if until at following".split())
_MANY = frozenset("all many some most both others several few number majority group couple handful lot scores".split())
_PLURAL = frozenset(
    "people police men women children media officials staff youth authorities data critics clergy cattle".split()
)
_PRONOMINAL = frozenset("all both each some many most several few others".split())
_SUBJECTS = frozenset("he she they we i it you".split())
_OBJECT_RELATIVES = frozenset("what which whom".split())
_LEADS = frozenset({"conj", "adv", "sub", "bracket", "mark", "clitic", "end", "comma"})
_EMPTY = frozenset({"there", "such"})
_HEADS = frozenset({"det", "word", "name", "num"})
_LONGEST_ASIDE = 16
_NOT_INSIDE = frozenset("that since after before until during".split())
_WATCHED = _NOT_INSIDE | {"then", "("}
_STOPS = _BREAKS | {"comma"}
_ENDS_NO_PHRASE = frozenset({"prep", "det", "conj", "sub", "adv", "rel", "comma"})


def _clause_before(line: Line, i: int) -> int:
    """Walk left from ``i`` to the first word that may belong to the noun phrase that ends there."""
    j = i
    while j > 0:
        word = line[j - 1]
        if word.low in _WATCHED:
            if word.low == "that" and j > 1 and line[j - 2].tag in ("word", "name") and j < i and finite(line, j):
                j -= 1
                continue
            if word.low != "(" or all(w.low != ")" for w in line[j:i]):
                break
        if word.tag in _STOPS and (word.tag == "comma" or not abbreviation(line, j - 1)):
            break
        if (
            word.finite
            and finite(line, j - 1)
            and not (
                (low(line, j - 2) == "that" and tag(line, j - 3) in ("word", "name"))
                or any(line[k].low in _RELATIVE for k in range(max(j - 5, 0), j - 1))
            )
        ):
            break
        j -= 1
    return j


def _trim(line: Line, start: int, end: int, closed: bool = False) -> tuple[int, int] | None:
    """Drop what leads into a noun phrase: conjunctions, adverbs, times, and a prepositional phrase.

    ``closed`` says that a comma closes the phrase, so that a time at its end belongs to its apposition.
    """
    begin = _lead(line, start, end)
    if begin is None:
        return None
    start = begin
    if end - start > 1 and line[end - 1].low in _SUBJECTS and line[end - 2].tag not in ("conj", "comma"):
        return end - 1, end
    if end - start > 1 and line[start].low in _OBJECT_RELATIVES:
        start += 1
    if not closed:
        end = _tail(line, start, end)
    if start >= end or end - start > 40:
        return None
    if line[end - 1].tag in _ENDS_NO_PHRASE and line[end - 1].low not in _PRONOMINAL:
        return None
    return start, end


def _lead(line: Line, start: int, end: int) -> int | None:
    """Return where a noun phrase starts after what leads into it; None where a preposition leads to no subject."""
    while start < end:
        kind, word = line[start].tag, line[start].low
        if kind in _HEADS and word not in TIMES and word not in _EMPTY:
            break
        if (after := occasion(line, start)) > start:
            start = after
        elif kind in _LEADS or word in _EMPTY:
            start += 1
        elif kind == "prep":
            subject = [j for j in range(start + 2, end) if line[j].tag in ("det", "pron") and line[j - 1].tag != "prep"]
            if not subject:
                return None
            start = subject[-1]
        else:
            break
    return start


def _tail(line: Line, start: int, end: int) -> int:
    """Return where a noun phrase ends before a time, an occasion or an adverb that follows it."""
    if end - start > 1 and ends_occasion(line, end):
        end = next((k for k in range(start + 1, end) if occasion(line, k) == end), end)
    while end > start and line[end - 1].tag in ("adv", "bracket", "time") and line[end - 1].low not in ")]":
        end -= 1
    return end


def _apposition(line: Line, start: int, end: int) -> bool:
    """Say whether ``line[start:end]``, between commas, may stand in apposition to the name before it."""
    first = line[start]
    if first.low in _RELATIVE or first.low in ("known", "based", "led", "whose", "including") or first.tag == "num":
        return True
    if first.low == "of" and low(line, start + 1) != "course" and _described(line, start):
        return True
    if first.tag in ("prep", "adv", "sub", "time", "quotation") or timely(line, start):
        return False
    if first.tag == "word" and first.low.endswith("ing"):
        return False
    if first.low.endswith(("ed", "en")) and line[min(start + 1, end - 1)].tag == "prep":
        return True
    relative = next((k for k in range(start, end) if line[k].low in ("who", "which", "that", "whose")), end)
    return not any(finite(line, k) for k in range(start, relative))


def _described(line: Line, start: int) -> bool:
    """Say whether a name or an age stands before the comma before ``start`` ("Alan Hill, 68, of Larnel")."""
    return tag(line, start - 1) == "comma" and tag(line, start - 2) in ("name", "num")


def holds_clause(line: Line, start: int, end: int) -> bool:
    """Say whether a finite verb outside a relative clause stands in ``line[start:end]``, after its first word."""
    for k in range(start, end):
        if line[k].low in _RELATIVE or line[k].low in ("that", "whose"):
            return False
        if k > start and line[k].finite and finite(line, k):
            return True
    return False


def head(line: Sequence[Kind], i: int) -> Kind | None:
    """Return the head noun of the noun phrase that starts at word ``i``: its last noun before any preposition."""
    found = None
    while i < len(line) and line[i].tag in ("det", "num", "name", "word", "clitic", "adv"):
        found = line[i] if line[i].tag in ("name", "word") else found
        i += 1
    return found


def plural_before(line: Line, i: int) -> bool:
    """Say whether the subject that ends before word ``i`` is plural, so that a base form may be its finite verb."""
    subject = (i - 1, i) if i > 0 and line[i - 1].tag == "pron" else subject_before(line, i)
    if subject is None:
        return False
    phrase = line[subject[0] : subject[1]]
    if len(phrase) == 1 and phrase[0].tag == "pron":
        return phrase[0].low not in ("he", "she", "it", "one", "this", "that")
    core = phrase[:1]
    for k in range(subject[0] + 1, subject[1]):
        if line[k].tag in ("prep", "comma") or line[k].low in _RELATIVE or reduced(line, k):
            break
        core.append(line[k])
    last = core[-1].low
    if any(w.tag == "conj" or w.low in _MANY for w in core) or last in _PLURAL or last.endswith(("men", "women")):
        return True
    return plural(core[-1]) or plural(line[i - 1])


def phrase_start(line: Line, end: int) -> int:
    """Walk left to where the simple noun phrase that ends at ``end`` starts: "a long letter", "Ada Obi", "them"."""
    start = end
    while start and line[start - 1].tag in ("word", "name", "num", "clitic") and not finite(line, start - 1):
        start -= 1
    return start - (
        start > 0 and line[start - 1].tag in ("det", "pron") and (start == end or tag(line, start - 1) == "det")
    )


def subject_before(line: Line, i: int) -> tuple[int, int] | None:
    """Find the noun phrase that ends right before word ``i``, with its title and apposition.

    Returns word indices, half-open, without the comma that closes an apposition; None where no phrase ends there.
    """
    if i <= 0:
        return None
    known = line.subjects
    if i not in known:
        known[i] = _subject(line, i)
    return known[i]


def _subject(line: Line, i: int) -> tuple[int, int] | None:
    if line[i - 1].low in _RELATIVE or (line[i - 1].low == "that" and tag(line, i - 2) in ("word", "name")):
        return i - 1, i
    if line[i - 1].tag != "comma":
        return _trim(line, _clause_before(line, i), i)
    if (aside := _aside(line, i)) is not None:
        return subject_before(line, aside)
    end, parts = i - 1, 0
    start = end
    while start > 0:
        begin = _segment(line, start)
        if begin is None:
            break
        if parts and holds_clause(line, begin, start):
            start += 1
            break
        parts += 1
        if begin == 0 or line[begin - 1].tag != "comma" or not _apposition(line, begin, start) or parts > 5:
            start = begin
            break
        start = begin - 1
    return _trim(line, start, end, closed=True) if parts > 1 else None


def _aside(line: Line, i: int) -> int | None:
    """Return where an adverbial between commas before word ``i`` starts ("Vale, at a rally, said"), at its first comma.

    A comma stands right before the word.
    """
    start = i - 1
    while start > max(i - _LONGEST_ASIDE, 1) and line[start - 1].tag not in _BREAKS and line[start - 1].tag != "comma":
        start -= 1
    first = line[start]
    adverbial = (
        first.tag in ("prep", "time", "adv")
        or first.low == "however"
        or (first.tag == "word" and first.low.endswith("ing"))
    )
    if not adverbial or first.low in ("of", "including") or tag(line, start - 1) != "comma":
        return None
    return start - 1 if tag(line, start - 2) in ("name", "word", "pron", "bracket") else None


def _segment(line: Line, end: int) -> int | None:
    """Return where the stretch between commas that ends at ``end`` starts; None if it is no part of a phrase."""
    j = end
    while j > 0 and line[j - 1].tag != "comma":
        if line[j - 1].tag in _BREAKS - {"sub"} and not abbreviation(line, j - 1):
            return j if j < end else None
        j -= 1
    return j


def phrase_after(line: Line, i: int, inner: bool = False) -> int:
    """Return the index after the noun phrase that starts at word ``i``, with its apposition.

    ``inner`` says that a clause follows the phrase ("According to the agency, known as GUR, …"): then an apposition
    counts only where another comma closes it.
    """
    j = i
    while j < len(line):
        word = line[j]
        if word.tag == "comma":
            close = next(
                (k for k in range(j + 1, min(j + 15, len(line))) if line[k].tag in ("comma", "end")), len(line)
            )
            leaves = tag(line, j + 1) == "word" and low(line, j + 1).endswith("ing")
            inside = leaves or (inner and (close >= len(line) or line[close].tag != "comma"))
            if j + 1 >= close or inside or not _apposition(line, j + 1, close) or (inner and line[j + 1].tag == "pron"):
                break
            j = close
            continue
        if (word.tag in _BREAKS and not abbreviation(line, j)) or word.low in _ADVERBIAL or occasion(line, j) > j:
            break
        if word.low != "who" and finite(line, j) and not any(w.low in _RELATIVE for w in line[max(i, j - 4) : j]):
            break
        j += 1
    while j > i and line[j - 1].tag in ("comma", "adv", "conj", "prep"):
        j -= 1
    return j
