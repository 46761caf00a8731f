"""Read the attributions of one sentence: for each cue, who is the source and what is the content."""

from __future__ import annotations

from collections.abc import Sequence

from .complements import Frame, Range, content_end, cut_earlier, fill_right, low, passive, speaks, tag
from .cues import DOCUMENTS, NOMINAL, Verb, verbs
from .noun_phrases import phrase_after, subject_before, timely
from .words import Word, finite

_BE = frozenset("is are was were be been being am 's 're 'm".split())
_CHAIN = frozenset(
    "declined declines decline refused refuses refuse went goes continued continues continue appeared appears seemed "
    "seems failed fails began begins wanted wants hastened quick happy proceeded sought rushed".split()
)
_MANY = frozenset("all many some most both others several few".split())
_LEADS = frozenset({"conj", "mark", "dash", "comma", "end"})
_INTRODUCES = frozenset("by after before while when in without".split())
_NOMINALS = NOMINAL | {f"{noun}s" for noun in NOMINAL} | {"testimonies"}


def frames(line: Sequence[Word]) -> list[Frame]:
    """Read every attribution of a sentence outside its quotations, in the order of their cues."""
    found: list[Frame] = []
    after = 0
    for i in range(len(line)):
        if i >= after and (frame := _frame(line, i, found)):
            cut_earlier(line, found, frame)
            found.append(frame)
            after = frame.cue[1]
    return found


def _frame(line: Sequence[Word], i: int, found: list[Frame]) -> Frame | None:
    word = line[i]
    if word.low == "according" and low(line, i + 1) == "to":
        return _according(line, i)
    if word.low in _NOMINALS and (frame := _nominal(line, i)):
        return frame
    verb = verbs().get(word.low)
    return _verbal(line, i, verb, found) if verb else None


def _according(line: Sequence[Word], i: int) -> Frame | None:
    first = i == 0 or (i == 1 and line[0].tag in ("conj", "sub", "adv"))
    end = phrase_after(line, i + 2, inner=first)
    if end <= i + 2:
        return None
    frame = Frame((i, i + 2), "according", (i + 2, end))
    if first or (tag(line, end) == "comma" and tag(line, i - 1) != "comma" and i < 4):
        start = end + (tag(line, end) == "comma")
        frame.contents = [(start, content_end(line, start, True))]
    else:
        frame.contents = _left(line, i)
    return frame if frame.contents and frame.contents[0][0] < frame.contents[0][1] else None


def _nominal(line: Sequence[Word], i: int) -> Frame | None:
    if low(line, i + 1) == "that" and tag(line, i + 2) not in ("aux", "finite"):
        frame = Frame((i, i + 1), "nominal")
        frame.contents = [(i + 1, content_end(line, i + 1, True))]
        if low(line, i - 1) in ("his", "her", "its", "their", "my", "our", "your"):
            frame.source = (i - 1, i)
        elif low(line, i - 1) == "'s" and (phrase := subject_before(line, i - 1)):
            frame.source = (phrase[0], i)
        return frame
    return None


def _group(line: Sequence[Word], i: int) -> int:
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


def _fits(line: Sequence[Word], i: int, start: int, verb: Verb) -> bool:
    """Say whether the word is used as a finite verb here, not as a noun, an adjective or an infinitive."""
    before, helped = tag(line, start - 1), any(w.tag in ("aux", "clitic") for w in line[start:i])
    if start < i and any(w.low in _CHAIN for w in line[start:i]):
        return True
    if before in ("det", "num") and not helped and low(line, start - 1) not in _MANY:
        return False
    if verb.form == "ing":
        return any(w.low in _BE for w in line[start:i])
    if before == "prep" or low(line, start - 1) == "'s":
        return False
    if verb.form == "base" and not helped:
        return _plural(line, start - 1)
    if verb.form == "participle":
        return helped
    if "n" in verb.patterns and verb.form == "s" and before == "word":
        return tag(line, i + 1) in ("det", "pron", "quotation", "name") or low(line, i + 1) in ("that", "to")
    return True


def _plural(line: Sequence[Word], i: int) -> bool:
    word, kind = low(line, i), tag(line, i)
    if kind == "pron":
        return word not in ("he", "she", "it", "one", "this", "that")
    return kind in ("word", "name") and word.endswith(("s", "n", "e"))


def _titled(line: Sequence[Word]) -> bool:
    """Say whether a line is in title case, where a verb has a capital too."""
    return not any(word.tag == "word" and len(word.low) > 4 and word.low[0].isalpha() for word in line)


def _verbal(line: Sequence[Word], i: int, verb: Verb, found: list[Frame]) -> Frame | None:
    start = _group(line, i)
    if line[i].tag == "name" and i and not _titled(line):
        return None
    if verb.form in ("past", "participle") and any(w.low in _BE for w in line[start:i]):
        return passive(line, i, start, verb)
    patterns, end = verb.patterns, i + 1
    if (particled := verb.particle(low(line, i + 1))) is not None:
        patterns, end = particled, i + 2
    participle = verb.form == "ing" and not any(w.low in _BE for w in line[start:i])
    if participle and not _introduced(line, start):
        return None
    if not participle and not _fits(line, i, start, verb):
        return None
    frame = Frame((start, end), "verb")
    if not fill_right(line, end, patterns, verb, frame) and not _before(line, start, end, patterns, frame):
        return None
    if frame.source is None:
        frame.source = _participle_source(line, start, found) if participle else _source(line, start, found)
    if participle:
        frame.pattern = f"participle-{frame.pattern}"
    weak = "d" in verb.patterns and frame.pattern != "that"
    return None if weak and not _document(line, frame.source) else frame


def _document(line: Sequence[Word], source: Range | None) -> bool:
    return source is not None and any(w.low in DOCUMENTS for w in line[source[0] : source[1]])


def _introduced(line: Sequence[Word], start: int) -> bool:
    before = tag(line, start - 1)
    if before == "comma" or low(line, start - 1) in _INTRODUCES or before == "quotation":
        return True
    return any(line[k].low == "with" for k in range(max(start - 12, 0), start)) and (
        before in ("name", "word", "pron") or low(line, start - 1) in _MANY
    )


def _participle_source(line: Sequence[Word], start: int, found: list[Frame]) -> Range | None:
    opening = next((k for k in range(start - 1, max(start - 13, -1), -1) if line[k].low == "with"), None)
    if opening is not None and tag(line, start - 1) != "comma" and opening + 1 < start:
        return opening + 1, start
    return main_subject(line, found)


def main_subject(line: Sequence[Word], found: Sequence[Frame]) -> Range | None:
    """Return the source of the frame before, or else the subject of the sentence's first finite verb."""
    if found and found[-1].source:
        return found[-1].source
    for k in range(1, len(line)):
        if finite(line, k) and (subject := subject_before(line, _group(line, k))):
            return subject
    return None


def _source(line: Sequence[Word], start: int, found: list[Frame]) -> Range | None:
    if subject := subject_before(line, start):
        return subject
    if tag(line, start - 1) in ("conj", "comma", "sub"):
        return main_subject(line, found)
    return None


def _before(line: Sequence[Word], start: int, end: int, patterns: frozenset[str], frame: Frame) -> bool:
    """Fill the frame from what stands before the cue: "Y, X said" and "Y, said X"."""
    if "q" not in patterns and "t" not in patterns:
        return False
    gap = tag(line, start - 1)
    inverted = gap in ("comma", "quotation", "dash") and "q" in patterns and speaks(line, start)
    if inverted and (after := phrase_after(line, end)) > end:
        frame.pattern, frame.source, frame.contents = "inverted", (end, after), _left(line, start)
    elif not _closes(line, end, patterns):
        return False
    elif (subject := subject_before(line, start)) and low(line, subject[0] - 1) == "as":
        frame.pattern, frame.source, frame.contents = "as", subject, _left(line, subject[0] - 1)
    elif subject and tag(line, subject[0] - 1) in ("comma", "quotation", "dash"):
        frame.pattern, frame.source, frame.contents = "left", subject, _left(line, subject[0])
    if frame.contents:
        after = max(frame.cue[1], frame.source[1] if frame.source else 0)
        frame.contents += [(k, k + 1) for k in range(after, len(line)) if line[k].tag == "quotation"][:1]
    return bool(frame.contents)


def _closes(line: Sequence[Word], end: int, patterns: frozenset[str]) -> bool:
    """Say whether nothing follows the cue that could be its object."""
    return tag(line, end) not in ("det", "name", "word", "pron", "num") or "a" in patterns or timely(line, end)


def _left(line: Sequence[Word], end: int) -> list[Range]:
    """Return the content that ends before word ``end``, the comma between them left out."""
    while end > 0 and line[end - 1].tag in ("comma", "dash", "conj"):
        end -= 1
    start = 0
    for k in range(end - 1, -1, -1):
        if line[k].tag == "semicolon" or (line[k].tag == "dash" and line[end - 1].tag == "quotation"):
            start = k + 1
            break
    while start < end and (line[start].tag in _LEADS or low(line, start) in ("but", "so")):
        start += 1
    return [(start, end)] if start < end else []
