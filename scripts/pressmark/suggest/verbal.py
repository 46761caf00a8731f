"""Read the attribution at a cue verb: how the verb is used, what its particle is, its content and its source."""

from __future__ import annotations

from collections.abc import Sequence

from .attributions.before_cues import content_before
from .attributions.complements import fill_right
from .attributions.content_ends import clausal
from .attributions.cues import DOCUMENTS, Verb, verbs
from .attributions.frame import Frame, Range
from .attributions.nominals import light_object
from .attributions.noun_phrases import head, subject_before
from .attributions.passives import passive
from .attributions.subjects import infinitive_subject, main_subject, participle_subject
from .attributions.verb_groups import fits, group, has_be, introduced, particle, titled
from .words import Line, low, tag

_AIMS = frozenset("seek aim intend need promise".split())
_THINGS = frozenset(
    "operation offensive attack bill law act plan program programme project measure measures policy rule rules reform "
    "reforms move step deal agreement treaty initiative scheme strategy system design mission exercise effort".split()
)
"""What has an aim without anybody saying so."""
_TRACES = frozenset(
    "test tests image images footage photo photos video videos evidence map chart data figures records record".split()
)
_DEEDS = frozenset(
    "defend back figure talk appeal support challenge promote embrace offer make give greet contest".split()
)
"""Verbs whose infinitive with an object tells of a deed as often as of words."""
_SPEAKING = frozenset("say tell comment elaborate respond reply speak talk answer discuss disclose reveal".split())
_CHAINS = frozenset({"decline", "refuse", "go", "continue"})
_INFINITIVE = frozenset({"word", "adv", "aux", "finite", "quotation"})


def verbal(line: Line, i: int, verb: Verb, found: list[Frame]) -> Frame | None:
    """Read the attribution whose cue is the verb at word ``i``; ``found`` are those before it in the sentence."""
    if not verb.patterns and particle(line, i + 1, verb) is None:
        return None
    start = group(line, i)
    if line[i].tag == "name" and i and not titled(line):
        return None
    if start < i and verb.form in ("past", "participle") and has_be(line, start, i):
        return passive(line, i, start, verb)
    end, patterns = _followed(line, i, verb)
    if verb.lemma == "point" and tag(line, end) == "num":
        return None  # "three points to 210"
    if verb.lemma in _CHAINS and verb.form != "ing" and low(line, end) == "to":
        chained, alone = _chained(line, end + 1, verb, found)
        if not alone:
            return chained
    if (use := _use(line, i, start, verb, found)) is None:
        return None
    frame = Frame((start - (use == "infinitive"), end), "verb")
    if ("s" in patterns or verb.lemma in ("express", "voice")) and (noun := light_object(line, end)):
        frame.cue, frame.pattern, frame.contents = (frame.cue[0], noun.cue[1]), "light", noun.contents
    elif not _contents(line, end, patterns, verb, frame):
        return None
    return _completed(line, frame, verb, use, found)


def _followed(line: Line, i: int, verb: Verb) -> tuple[int, frozenset[str]]:
    """Return where the cue ends, its particle included, and the patterns that it allows."""
    to_do = "i" in verb.patterns and low(line, i + 1) == "to" and tag(line, i + 2) in _INFINITIVE
    followed = particle(line, i + 1, verb) if verb.particles and not to_do else None
    return followed or (i + 1, verb.patterns)


def _chained(line: Line, i: int, verb: Verb, found: list[Frame]) -> tuple[Frame | None, bool]:
    """Read a cue in two verbs ("declined to say"); the flag says that the first one may be a cue alone."""
    inner = verbs().get(low(line, i))
    if inner and (frame := verbal(line, i, inner, found)):
        return frame, False
    aspect = verb.lemma in ("go", "continue") and inner is None
    return None, not (aspect or low(line, i) == "be" or (inner is not None and inner.lemma in _SPEAKING))


def _use(line: Line, i: int, start: int, verb: Verb, found: Sequence[Frame]) -> str | None:
    """Say how a verb is used: "finite", "infinitive", "participle", "loose" (one that nothing introduces), or not."""
    if verb.form == "ing" and not has_be(line, start, i):
        return "participle" if introduced(line, start) else "loose"
    if verb.form == "base" and low(line, start - 1) == "to":
        return "infinitive"
    return "finite" if fits(line, i, start, verb) or _coordinated(line, start, verb, found) else None


def _completed(line: Line, frame: Frame, verb: Verb, use: str, found: list[Frame]) -> Frame | None:
    """Give a frame with its contents its source; None where the verb says nothing of such a source."""
    start = frame.cue[0]
    opens = start <= 1 and verb.form == "past" and subject_before(line, start) is None
    if opens and _opening(line, frame):
        return frame
    if frame.source is None:
        frame.source = _holder(line, start, found, use)
    if _no_words(line, frame, verb, use):
        return None
    if use != "finite":
        frame.pattern = f"{use}-{frame.pattern}"
    if verb.lemma in _AIMS and frame.source and _thing(line, frame.source):
        return None
    if verb.lemma == "hear" and not frame.reference:  # "the court heard that …": it only listens
        heard = _document(line, frame.source, True)
        frame.source = None
        return frame if heard else None
    weak = "d" in verb.patterns and not frame.pattern.endswith("that")
    return None if weak and not _document(line, frame.source, frame.reference) else frame


def _no_words(line: Line, frame: Frame, verb: Verb, use: str) -> bool:
    """Say whether the verb, so used, reports no words: a deed, an order, a name, a noun."""
    start, pattern = frame.cue[0], frame.pattern
    if use == "infinitive":
        return pattern == "believed" or (pattern == "object" and verb.lemma in _DEEDS)
    if start and line[start - 1].low == "without" and low(line, start - 2) in ("go", "goes"):
        return True  # "It goes without saying …"
    if use != "finite":
        return use == "loose" and pattern in ("left", "inverted")
    if verb.lemma == "call" and tag(line, start - 1) == "comma" and subject_before(line, start) is None:
        return True  # "the pier, called …"
    if frame.source is not None:
        return False
    return verb.lemma == "call" or (start == 0 and (verb.form == "base" or pattern == "object"))


def _coordinated(line: Line, start: int, verb: Verb, found: Sequence[Frame]) -> bool:
    """Say whether a base form is joined to the cue before it ("would call it a loss and condemn the plan")."""
    if verb.form != "base" or tag(line, start - 1) != "conj" or not found:
        return False
    return any((other := verbs().get(w.low)) and other.form == "base" for w in line[slice(*found[-1].cue)])


def _holder(line: Line, start: int, found: list[Frame], use: str) -> Range | None:
    if use == "infinitive":
        return infinitive_subject(line, start)
    return participle_subject(line, start, found) if use in ("participle", "loose") else _source(line, start, found)


def _contents(line: Line, end: int, patterns: frozenset[str], verb: Verb, frame: Frame) -> bool:
    """Fill a verb's frame from what stands before it, where that is a quotation, or after it, or else before it."""
    start = frame.cue[0]
    if line.quoted and _quotation_before(line, start) and content_before(line, start, end, patterns, frame):
        return True
    return fill_right(line, end, patterns, verb, frame) or content_before(line, start, end, patterns, frame)


def _thing(line: Line, source: Range) -> bool:
    """Say whether the head of a source is a thing that has an aim without saying so ("the operation seeks to …")."""
    noun = head(line[source[0] : source[1]], 0)
    return noun is not None and noun.low in _THINGS


def _document(line: Line, source: Range | None, reference: bool) -> bool:
    """Say whether a source is a text or a body that makes findings; what only shows a thing is no text."""
    named = {w.low for w in line[source[0] : source[1]]} & DOCUMENTS if source else set()
    return bool(named - _TRACES if reference else named)


def _source(line: Line, start: int, found: list[Frame]) -> Range | None:
    if subject := subject_before(line, start):
        return subject
    if tag(line, start - 1) in ("conj", "comma", "sub"):
        main = main_subject(line, found)
        return main if main is None or main[1] <= start else None
    return None


def _quotation_before(line: Line, start: int) -> bool:
    """Say whether a quotation and no more than a source stands right before a cue ("“Yes,” Vale said …")."""
    subject = subject_before(line, start)
    k = (subject[0] if subject else start) - 1
    return tag(line, k - (tag(line, k) == "comma")) == "quotation"


def _opening(line: Line, frame: Frame) -> bool:
    """End the content of a participle that opens a sentence ("Asked if he left, Vale shrugged"); it has no source."""
    if not frame.contents or frame.contents[0][0] < frame.cue[1]:
        return False
    start, end = frame.contents[0]
    comma = next((k for k in range(start, end) if line[k].tag == "comma" and clausal(line, k + 1)), None)
    if comma is not None:
        frame.contents, frame.source = [(start, comma)], None
    return comma is not None
