"""Read the attributions of one sentence: for each cue, who is the source and what is the content."""

from __future__ import annotations

from collections.abc import Sequence

from .complements import ASIDE, Frame, Range, clausal, content_end, fill_right, passive, speaks
from .cues import DOCUMENTS, NOMINAL, Verb, verbs
from .noun_phrases import phrase_after, subject_before, timely
from .verb_groups import BE, fits, group, introduced, titled
from .words import Word, finite, low, tag

_SPEAKING = frozenset("say tell comment elaborate respond reply speak talk answer discuss disclose reveal".split())
_NAMED = 20
_BESIDE = frozenset({"comma", "quotation", "dash"})
_LEADS = frozenset({"conj", "mark", "dash", "comma", "end"})
_NOMINALS = NOMINAL | {f"{noun}s" for noun in NOMINAL} | {"testimonies"}


def frames(line: Sequence[Word]) -> list[Frame]:
    """Read every attribution of a sentence outside its quotations, in the order of their cues."""
    found: list[Frame] = []
    after = 0
    for i in range(len(line)):
        if i >= after and (frame := _frame(line, i, found)):
            _cut_earlier(line, found, frame)
            found.append(frame)
            after = frame.cue[1]
    for frame in found:
        start, end = frame.cue
        while start < end - 1 and line[start].tag == "adv" and line[start].low not in ("not", "never"):
            start += 1
        frame.cue = start, end
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
    comma = next((k for k in range(i + 2, min(i + 20, len(line))) if line[k].tag == "comma"), 0)
    if first and not any(line[k].tag == "aux" for k in range(i + 2, comma)):
        end = max(end, comma)
    if end <= i + 2:
        return None
    frame = Frame((i, i + 2), "according", (i + 2, end))
    if first or (tag(line, end) == "comma" and tag(line, i - 1) != "comma" and i < 4):
        start = end + (tag(line, end) == "comma")
        frame.contents = [(start, content_end(line, start, True))]
    else:
        frame.contents = _left(line, i)
        frame.contents += _interrupted(line, frame.contents, end)
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


def _verbal(line: Sequence[Word], i: int, verb: Verb, found: list[Frame]) -> Frame | None:
    start = group(line, i)
    if line[i].tag == "name" and i and not titled(line):
        return None
    if verb.form in ("past", "participle") and any(w.low in BE for w in line[start:i]):
        return passive(line, i, start, verb)
    patterns, end = verb.patterns, i + 1
    if (particled := verb.particle(low(line, i + 1))) is not None:
        patterns, end = particled, i + 2
    if verb.lemma in ("decline", "refuse", "go", "continue") and verb.form != "ing" and low(line, end) == "to":
        inner = verbs().get(low(line, end + 1))
        if inner and (chained := _verbal(line, end + 1, inner, found)):
            return chained
        if low(line, end + 1) == "be" or (inner and inner.lemma in _SPEAKING):
            return None
    participle = verb.form == "ing" and not any(w.low in BE for w in line[start:i])
    if participle and not introduced(line, start):
        return None
    if not participle and not fits(line, i, start, verb):
        return None
    frame = Frame((start, end), "verb")
    spoken = _quotation_before(line, start) and _before(line, start, end, patterns, frame)
    right = spoken or fill_right(line, end, patterns, verb, frame)
    if not right and not _before(line, start, end, patterns, frame):
        return None
    if start <= 1 and verb.form == "past" and subject_before(line, start) is None and _opening(line, frame):
        return frame
    if frame.source is None:
        frame.source = _participle_source(line, start, found) if participle else _source(line, start, found)
    if participle:
        frame.pattern = f"participle-{frame.pattern}"
    weak = "d" in verb.patterns and frame.pattern != "that"
    return None if weak and not _document(line, frame.source) else frame


def _document(line: Sequence[Word], source: Range | None) -> bool:
    return source is not None and any(w.low in DOCUMENTS for w in line[source[0] : source[1]])


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
        if finite(line, k) and (subject := subject_before(line, group(line, k))):
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
    gap, subject = tag(line, start - 1), subject_before(line, start)
    apposition = subject is not None and tag(line, subject[0] - 1) == "quotation"
    inverted = gap in _BESIDE and "q" in patterns and speaks(line, start)
    if inverted and not apposition and (after := phrase_after(line, end)) > end:
        frame.pattern, frame.source, frame.contents = "inverted", (end, after), _left(line, start)
    elif not _closes(line, end, patterns):
        return False
    elif subject and low(line, subject[0] - 1) == "as":
        quoted = next((k for k in range(subject[0] - 1, -1, -1) if line[k].tag == "quotation"), None)
        if quoted is not None and subject[0] - quoted < _NAMED:
            frame.pattern, frame.source, frame.contents = "left", (quoted + 1, start), _left(line, quoted + 1)
        elif subject[0] == 1:
            frame.pattern, frame.source, frame.contents = "as", subject, _interrupted(line, [(0, 0)], end)
        elif tag(line, subject[0] - 2) == "comma":
            frame.pattern, frame.source, frame.contents = "as", subject, _left(line, subject[0] - 1)
    elif subject and low(line, subject[1] - 1) not in ("who", "which") and tag(line, subject[0] - 1) in _BESIDE:
        frame.pattern, frame.source, frame.contents = "left", subject, _left(line, subject[0])
    if frame.contents:
        after = max(frame.cue[1], frame.source[1] if frame.source else 0)
        later = [(k, k + 1) for k in range(after, len(line)) if line[k].tag == "quotation"][:1]
        frame.contents += later or _interrupted(line, frame.contents, after)
    return bool(frame.contents)


def _quotation_before(line: Sequence[Word], start: int) -> bool:
    """Say whether a quotation and no more than a source stands right before a cue ("“Yes,” Vale said …")."""
    subject = subject_before(line, start)
    k = (subject[0] if subject else start) - 1
    return tag(line, k - (tag(line, k) == "comma")) == "quotation"


def _interrupted(line: Sequence[Word], left: Sequence[Range], after: int) -> list[Range]:
    """Return the rest of a clause that a frame between commas interrupts ("The plane, officials said, had landed")."""
    while tag(line, after) in ("prep", "det", "word", "name", "time", "num") and after < len(line):
        if finite(line, after):
            return []
        after += 1
    start = after + 1
    if not left or tag(line, after) != "comma" or start >= len(line):
        return []
    if tag(line, start) == "conj" and not ({"q", "t"} & _patterns(line, start + 1)):
        start += 1
    verb = start
    while tag(line, verb) == "adv":
        verb += 1
    continues = verb < len(line) and finite(line, verb)
    begun = any(line[k].tag == "quotation" or finite(line, k) for k in range(*left[0]))
    if (begun and not continues) or low(line, start).endswith("ing"):
        return []
    end = content_end(line, start, True)
    return [(start, end)] if end > start else []


def _patterns(line: Sequence[Word], i: int) -> frozenset[str]:
    verb = verbs().get(low(line, i))
    return verb.patterns if verb else frozenset()


def _opening(line: Sequence[Word], frame: Frame) -> bool:
    """End the content of a participle that opens a sentence ("Asked if he left, Vale shrugged"); it has no source."""
    if not frame.contents or frame.contents[0][0] < frame.cue[1]:
        return False
    start, end = frame.contents[0]
    comma = next((k for k in range(start, end) if line[k].tag == "comma" and clausal(line, k + 1)), None)
    if comma is not None:
        frame.contents, frame.source = [(start, comma)], None
    return comma is not None


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


def _cut_earlier(line: Sequence[Word], found: Sequence[Frame], frame: Frame) -> None:
    """End the contents of earlier frames where a later attribution begins beside them, not inside them."""
    start = min(frame.cue[0], frame.source[0]) if frame.source and frame.source[0] < frame.cue[0] else frame.cue[0]
    if frame.source and frame.pattern.startswith("participle") and low(line, frame.source[0] - 1) != "with":
        start = frame.cue[0]
    if any(frame.source == earlier.source for earlier in found if earlier.source):
        start = frame.cue[0]
    first = start
    while first > 0 and (line[first - 1].tag in ("conj", "sub", "comma") or low(line, first - 1) == "with"):
        first -= 1
    if first == start or all(w.tag == "sub" and w.low not in ASIDE | {"but", "yet"} for w in line[first:start]):
        return
    if all(w.tag == "conj" for w in line[first:start]) and start != frame.cue[0]:
        return
    for earlier in found:
        earlier.contents = [(a, min(b, first)) if a < first < b else (a, b) for a, b in earlier.contents]
