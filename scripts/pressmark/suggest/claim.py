"""Suggest what a sentence claims: the clauses that evidence could show true or false.

The score is a sum of named features (ClaimBuster's are of the same kind: Hassan et al. 2017, "Toward Automated
Fact-Checking"), so that a reader can see why: :func:`explain`. Linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Article, Sentence, Span
from .complements import clausal
from .words import Word, finite, words

NAME = "rules-claim"
VERSION = "0.1.0"
LABELS = ("claim",)
THRESHOLD = 0.5

START = 0.45
WEIGHTS = {
    "a number": 0.25,
    "a named place": 0.1,
    "a name": 0.05,
    "a time": 0.1,
    "past tense": 0.15,
    "a statement of being": 0.05,
    "given by a source": 0.1,
    "a prediction or a wish": -0.25,
    "an opinion": -0.1,
    "the speaker's own view": -0.15,
    "a question or an order": -0.4,
    "no finite verb": -0.15,
    "only a reporting frame": -0.25,
}
"""What each feature adds to :data:`START`; the sum is cut to 0 to 1."""

_MODAL = frozenset(
    "will would shall should could may might must can 'll 'd won't wouldn't can't cannot couldn't let let's need hope "
    "wish want plan if going likely unlikely perhaps maybe probably possibly prospect".split()
)
_OPINION = frozenset(
    "good bad great terrible horrible awful wonderful beautiful ugly best worst better worse important proud honored "
    "grateful thankful thank pleased happy sad sorry fortunate unfortunate unfortunately fortunately sadly hopefully "
    "amazing incredible unbelievable outrageous shameful disgraceful ridiculous absurd stupid smart brave courage "
    "noble honor dignity faith spirit dream believe think feel love hate deserve deserves worthy brutal grim stark "
    "ominous shocking humiliating bright burden clear clearly obvious obviously simply truly really very deeply "
    "extremely increasingly seems seem appears appear feels wrong right fair unfair dangerous strong weak hard "
    "difficult easy key essential vital crucial critical remarkable extraordinary bold real true moral values".split()
)
_SELF = frozenset("i my me we our us ourselves myself you your".split())
_VIEWS = frozenset("think believe feel hope know want ask thank must hope wish pledge promise welcome urge".split())
_ASKS = frozenset("why how what who when where is are do does did can could will would should".split())
_PAST_AUX = frozenset("was were had has have did been 've".split())
_BEING = frozenset("is are 're".split())
_PAST = frozenset(
    "went came took gave made saw got became began left kept held stood met ran brought sent led put paid won lost "
    "sank swam sang drank flew threw shook spent struck swept tore wore bore blew drew dug fed fled forgot froze "
    "hid hung rode shrank slid spun stole stuck swung woke withdrew overtook undertook withstood arose "
    "fell rose grew broke chose drove fought hit cut sat sold built bought caught heard meant said told".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that may be a claim: article offsets, and how the sentence gives it."""

    start: int
    end: int
    reported: bool = False
    frame: bool = False


def _inside(found: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return the spans inside [start, end); ``found`` is in order of start."""
    first, after = (bisect_left(found, edge, key=lambda span: span.start) for edge in (start, end))
    return [span for span in found[first:after] if span.end <= end]


def _trim(line: Sequence[Word]) -> Sequence[Word]:
    """Drop quotation marks, "that", conjunctions and punctuation from the ends of a clause."""
    first, last = 0, len(line)
    while first < last and (line[first].tag in ("mark", "comma", "conj", "dash", "end") or line[first].low == "'"):
        first += 1
    if first < last and line[first].low in ("that", "but", "so") and last - first > 2:
        first += 1
    while last > first and line[last - 1].tag in ("mark", "comma", "end", "colon", "semicolon", "dash", "conj"):
        last -= 1
    return line[first:last]


def _coordinated(line: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut a line into its coordinated independent clauses."""
    first = 0
    for i, word in enumerate(line):
        joins = word.tag == "semicolon"
        if word.tag in ("comma", "dash") and i + 2 < len(line) and line[i + 1].low in ("and", "but", "or", "so", "yet"):
            joins = clausal(line, i + 2) and line[i + 1].low != "or"
        if joins and any(finite(line, k) for k in range(first, i)):
            yield line[first:i]
            first = i + 1
    yield line[first:]


def clauses(article: Article, sentence: Sentence, found: Sequence[Span]) -> list[Clause]:
    """List the clauses of a sentence that may be claims: those of its contents, or else its own.

    ``found`` is in order of start. Of contents inside one another the innermost count. A vow ("to" and an infinitive)
    is an act that the sentence asserts; a content that is only a reference leaves a reporting frame.
    """
    contents = [s for s in _inside(found, sentence.start, sentence.end) if s.label == "content"]
    starts = sorted(s.start for s in contents)
    proposed: list[Clause] = []
    for content in sorted(contents, key=lambda s: s.order):
        reference = content.attribution is not None and content.attribution.content_type == "reference"
        holds = bisect_left(starts, content.end) - bisect_left(starts, content.start) > 1
        if not reference and not holds:
            proposed += _cut(article.text, content.start, content.end, reported=True)
    if proposed:
        return proposed
    acts = any(low.startswith("to ") for low in (article.text[s.start : s.end].lower() for s in contents))
    framed = not acts and any(s.label in ("content", "cue") for s in _inside(found, sentence.start, sentence.end))
    if framed and article.sentence_text(sentence).endswith(":"):  # it only introduces what follows
        return []
    return list(_cut(article.text, sentence.start, sentence.end, frame=framed))


def _cut(text: str, start: int, end: int, reported: bool = False, frame: bool = False) -> Iterator[Clause]:
    line = words(text, start, end)
    infinitive = bool(line) and line[0].low == "to"
    for part in _coordinated(line):
        trimmed = _trim(part)
        whole = len(trimmed) >= 8 or any(finite(trimmed, k) for k in range(len(trimmed)))
        if trimmed and not (reported and (infinitive or not whole)):
            yield Clause(trimmed[0].start, trimmed[-1].end, reported, frame)


def features(article: Article, clause: Clause, found: Sequence[Span]) -> list[str]:
    """Name the features of a clause, each a key of :data:`WEIGHTS`; "an opinion" may stand twice."""
    text = article.text
    line = words(text, clause.start, clause.end)
    low = {word.low for word in line}
    spans = {span.label for span in _inside(found, clause.start, clause.end)}
    verbal = [k for k in range(len(line)) if finite(line, k)]
    past = any(line[k].low in _PAST_AUX | _PAST or line[k].low.endswith("ed") for k in verbal)
    own = bool(low & _SELF) and bool(low & (_VIEWS | _OPINION))
    asks = text[clause.end : clause.end + 1] == "?" or (bool(line) and not verbal and line[0].low in _ASKS)
    yes = {
        "a number": "number" in spans,
        "a named place": "location" in spans,
        "a name": any(word.tag == "name" for word in line[1:]),
        "a time": any(word.tag == "time" or word.low in ("since", "ago", "year", "years") for word in line),
        "past tense": past,
        "a statement of being": not past and bool(low & _BEING),
        "given by a source": clause.reported,
        "a prediction or a wish": bool(low & _MODAL),
        "the speaker's own view": own,
        "a question or an order": asks,
        "no finite verb": not verbal,
        "only a reporting frame": clause.frame,
    }
    return [name for name, holds in yes.items() if holds] + ["an opinion"] * min(len(low & _OPINION), 2)


def _score(names: Sequence[str]) -> float:
    return round(min(max(START + sum(WEIGHTS[name] for name in names), 0.0), 1.0), 2)


def explain(article: Article, sentence: Sentence, found: Sequence[Span]) -> tuple[float, list[str]]:
    """Say how likely a sentence states a checkable fact (0 to 1), and why, from its most checkable clause.

    A reason is a feature's name with its weight, e.g. "a number (+0.25)". Headings and bylines score 0.
    """
    if sentence.kind in ("heading", "byline"):
        return 0.0, [f"a {sentence.kind}"]
    here = _inside(sorted(found, key=lambda s: s.order), sentence.start, sentence.end)
    judged = [features(article, clause, here) for clause in clauses(article, sentence, here)]
    if not judged:
        return 0.0, ["no clause"]
    best = max(judged, key=_score)
    return _score(best), [f"{name} ({WEIGHTS[name]:+.2f})" for name in best]


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Suggest claim spans: each clause whose score is at least :data:`THRESHOLD`, in the order of the text.

    ``found`` holds the number, location and content spans of the same article.
    """
    ordered = sorted(found, key=lambda s: s.order)
    spans: list[Span] = []
    for sentence in article.sentences:
        if sentence.kind in ("heading", "byline"):
            continue
        here = _inside(ordered, sentence.start, sentence.end)
        for clause in clauses(article, sentence, here):
            score = _score(features(article, clause, here))
            if score >= THRESHOLD:
                text = article.text[clause.start : clause.end]
                spans.append(Span(clause.start, clause.end, "claim", text, score=score, by=f"{NAME} {VERSION}"))
    return spans
