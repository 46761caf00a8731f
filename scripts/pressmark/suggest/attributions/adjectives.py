"""Read adjectival cues: "is confident that …", "are wary of …", "was unsure whether …"."""

from __future__ import annotations

from ..words import Line, low, tag
from .anchors import ADJECTIVES
from .complements import WH
from .content_ends import clausal, content_end
from .frame import Frame
from .noun_phrases import phrase_after, subject_before
from .signal_lexicon import AGENT_NOUNS
from .verb_groups import BE, group

_DEGREES = frozenset("very so more less quite deeply most particularly".split())
_BEFORE_ADJECTIVE = frozenset({"adv"})
_BEFORE_NOUN = frozenset({"adv", "det", "word", "conj", "comma", "num"})
_LINKING = BE | frozenset(
    "seem seems seemed remain remains remained become becomes became feel feels felt sound sounds sounded appear "
    "appears appeared grow grows grew get gets got stay stays stayed look looks looked".split()
)


def adjectival(line: Line, i: int) -> Frame | None:
    """Read an adjective of stance after a form of "be" and the like, with what follows it."""
    kinds, k = ADJECTIVES[line[i].low], i - 1
    between = _BEFORE_NOUN if line[i].low in AGENT_NOUNS else _BEFORE_ADJECTIVE
    while k > 0 and (line[k].tag in between or line[k].low in _DEGREES):
        k -= 1
    if low(line, k) not in _LINKING:
        return None
    start = group(line, k)
    source = subject_before(line, start)
    if source is None or line[source[0]].low in ("it", "there", "this", "that", "what"):
        return None
    after = low(line, i + 1)
    wh = after in WH and "whether" in kinds
    if (after in kinds and after in ("that", "to")) or wh or ("that" in kinds and clausal(line, i + 1)):
        if after == "to" and tag(line, i + 2) not in ("word", "adv", "aux", "finite"):
            return None
        pattern = "stance-to" if after == "to" else "stance"
        return Frame((start, i + 1), pattern, source, [(i + 1, content_end(line, i + 1, True))])
    if after in kinds and after not in ("that", "to", "whether"):
        end = phrase_after(line, i + 2)
        if end > i + 2:
            return Frame((start, i + 2), "stance-of", source, [(i + 2, end)], reference=True)
    return None
