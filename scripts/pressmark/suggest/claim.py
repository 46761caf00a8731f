"""Suggest what a sentence claims: the clauses that evidence could show true or false.

The score is the logistic of a sum of named features with the weights of ``claims.weights``, so that a reader can see
why: :func:`explain`. Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ..model import Article, Sentence, Span
from .claims.bits import (
    FEW_WORDS,
    FORESEEN,
    FORESEEN_LATER,
    FRAME,
    MAY,
    MAY_LATER,
    NO_VERB,
    NOW,
    NUMBER,
    NUMBERS,
    OBLIGED,
    OBLIGED_LATER,
    OWN_VIEW,
    PLACE,
    QUESTION,
    RELATIVE,
    REPORTED,
    START,
    SUBORDINATE,
    TITLED,
    TOLD,
    TWICE,
    names,
)
from .claims.clauses import clauses, frames, prose_start
from .claims.cuts import Clause, Range, has_verb, trimmed
from .claims.features import PERSONAL, features
from .claims.reasons import OWN, Sums, Verdicts, reasons
from .claims.sides import split_sides
from .claims.weights import PROFILES, column, logistic, merged
from .claims.words import OPENER, OPINION, VALUE

NAME = "rules-claim"
VERSION = "0.3.0"
LABELS = ("claim",)
THRESHOLD = 0.5

_SUMS = {profile: OWN if profile == "pressmark" else Sums(profile) for profile in PROFILES}
_VERDICTS = Verdicts()
_total = OWN.total
_DOUBT = FORESEEN | FORESEEN_LATER | MAY | MAY_LATER | OBLIGED | OBLIGED_LATER | OWN_VIEW | OPINION | VALUE
_DOUBT |= TWICE[OPINION] | TWICE[VALUE]
_MANY, _FEW = 16, 3
_STAMP = re.compile(
    r"(?:(?:First|Last) )?(?:updated|modified|published|posted)(?::| (?:at|on)\b| \d| (?-i:[A-Z]))", re.IGNORECASE
)
"""Begins a line that dates the text itself."""
_RELATIVES = ("who", "which ", "that ")
Judged = tuple[Clause, int]
_USED = frozenset({"number", "location", "source", "cue", "content"})


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Suggest claim spans: each clause whose score is at least :data:`THRESHOLD`, in the order of the text.

    ``found`` holds the number, location and attribution spans of the same article. A span's score is the estimated
    probability that its clause is a claim, and ``why`` names the features that it rests on, with their weights.
    """
    text, by = article.text, f"{NAME} {VERSION}"
    spans: list[Span] = []
    for sentence, here in _by_sentence(article, found):
        for clause, features_of in _judged(article, sentence, here):
            if verdict := _VERDICTS[features_of]:
                score, why = verdict
                start, end = clause.start, clause.end
                spans.append(Span(start, end, "claim", text[start:end], None, None, None, (), score, by, why))
    return spans


def sentence_scores(article: Article, found: Sequence[Span] = (), profile: str = "pressmark") -> list[float]:
    """Score each sentence of an article from 0 to 1; a claim has at least :data:`THRESHOLD`.

    ``profile`` is ``pressmark``, the project's own rule (the score of the most checkable clause, 0 where there is
    none), or ``policlaim``, that of the PoliClaim corpus, which judges a sentence as a whole and counts commitments.
    """
    total = _sums(profile).total
    return [logistic(total(each)) if each else 0.0 for each in _read(article, found, profile)]


def why(article: Article, found: Sequence[Span], index: int, profile: str = "pressmark") -> list[tuple[str, float]]:
    """Give the reasons for a sentence's score: features with their weights, the heaviest first."""
    weights = column(profile)
    (each,) = _read(article, found, profile, index)
    return merged(names(each), weights)


def explain(article: Article, found: Sequence[Span] = ()) -> dict[int, str]:
    """Say for each sentence why it has its score: "past tense +1.25, to begin with +0.5, we −0.25"."""
    return {index: reasons(each) for index, each in enumerate(_read(article, found, "pressmark"))}


def _sums(profile: str) -> Sums:
    if profile not in _SUMS:
        raise ValueError(f"{profile!r} is none of {', '.join(PROFILES)}")
    return _SUMS[profile]


def _read(article: Article, found: Sequence[Span], profile: str, index: int | None = None) -> Iterator[int]:
    """Yield the features of each sentence, or of one: of the whole, or of its best clause; none where it has none."""
    for at, (sentence, here) in enumerate(_by_sentence(article, found)):
        if index is not None and at != index:
            continue
        if profile != "pressmark":
            yield _features(article.text, Clause(sentence.start, sentence.end), here)
            continue
        yield max((each for _, each in _judged(article, sentence, here)), key=_total, default=0)


def _by_sentence(article: Article, found: Sequence[Span]) -> Iterator[tuple[Sentence, list[Span]]]:
    """Yield each sentence with the spans inside it, in order of start."""
    used = [span for span in found if span.label in _USED]
    used.sort(key=attrgetter("start"))
    at, count = 0, len(used)
    for sentence in article.sentences:
        here: list[Span] = []
        start, end = sentence.start, sentence.end
        while at < count and (span := used[at]).start < end:
            if start <= span.start and span.end <= end:
                here.append(span)
            at += 1
        yield sentence, here


def _judged(article: Article, sentence: Sentence, here: Sequence[Span]) -> list[Judged]:
    """List the clauses of a sentence that may be claims, with the features of each.

    Without a finite verb a heading is none, nor is a short reported stretch. A main clause that claims takes in the
    subordinate clause in which something is reported.
    """
    text = article.text
    if sentence.kind == "byline" or (text[sentence.start] in "FLUMPflump" and _STAMP.match(text, sentence.start)):
        return []
    if text.find("\t", sentence.start, sentence.end) >= 0:  # a row of a table
        return []
    every: list[Judged] = []
    for clause in clauses(article, sentence, here):
        found = _features(text, clause, here)
        if not found & OPENER or not found & _DOUBT or clause.titled or clause.gaps:
            every.append((clause, found))
        else:
            every += _sided(text, clause, found, here)
    if sentence.kind == "heading":
        return [each for each in every if not each[1] & NO_VERB]
    if not here or (every and not any(clause.reported for clause, _ in every)):
        return every
    if every and every[0][0].gaps and not every[0][0].reported and _total(every[0][1]) >= 0:
        return every[:1]
    return [each for each in every if not _fragment(*each)] or _framed(text, sentence, here, every)


def _fragment(clause: Clause, found: int) -> bool:
    """Say whether a reported clause is too little to be one (“an intentional act”)."""
    return clause.reported and bool(found & NO_VERB and found & FEW_WORDS)


def _framed(text: str, sentence: Sentence, here: Sequence[Span], every: Sequence[object]) -> list[Judged]:
    """Give the whole sentence, a reporting frame if no verb stands before its first cue."""
    if text[sentence.end - 1] == ":":  # it only introduces what follows
        return []
    start, end = trimmed(text, prose_start(text, sentence.start, sentence.end), sentence.end)
    if start >= end:
        return []
    clause = Clause(start, end, frame=frames(text, start, here))
    if clause.frame and not every:  # an embedded question is all that it reports
        return _of_sources(text, here)
    return [(clause, _features(text, clause, here))]


def _of_sources(text: str, here: Sequence[Span]) -> list[Judged]:
    """List what relative clauses say of the sources ("“Why?” asked Vale, **who has lived here for years**")."""
    sides: list[Clause] = []
    for span in here:
        if span.label == "source" and " who " in span.text:
            sides += split_sides(text, Clause(span.start, span.end))[0]
    return [(side, _features(text, side, here)) for side in sides]


def _sided(text: str, clause: Clause, found: int, here: Sequence[Span]) -> list[Judged]:
    """Give a clause with its features; its subordinate clauses, where it is doubtful whether its main clause claims."""
    sides, main = split_sides(text, clause)
    if not sides:
        return [(clause, found)]
    alone = _features(text, main, here)
    if not alone & _DOUBT:
        return [(clause, found & ~_DOUBT)]
    if _total(alone) >= 0:
        return [(clause, alone)]
    return [(clause, alone), *((side, _features(text, side, here)) for side in sides)]


def _features(text: str, clause: Clause, here: Sequence[Span]) -> int:
    """Find the features of a clause: in its words, in the numbers and places in it, in how its sentence gives it."""
    start, end, reported, frame, titled, told, side, gaps = clause
    if len(here) >= _MANY:
        here = _inside(here, clause)
    if gaps:
        pieces = clause.pieces()
        found = features(" ".join([text[a:b] for a, b in pieces]), titled)
        here = [span for span in here if _within(span, pieces)]
    else:
        found = features(text[start:end], titled)
    more = START | _counted(here, start, end) if here else START
    if text.find("?", end - 2 if end > 2 else 0, end + 1) >= 0:
        more |= QUESTION
    if side:
        found &= ~(NO_VERB | FEW_WORDS)
        more |= RELATIVE if text.startswith(_RELATIVES, start) else SUBORDINATE
    elif told:
        found &= ~NO_VERB
    elif titled or found & NO_VERB:
        if not has_verb(text, clause):
            found |= NO_VERB
        elif found & NO_VERB:
            doubtful = titled or found & PERSONAL or (reported and _bare(text, start, end))
            found = found & ~NO_VERB | (0 if doubtful else NOW)
    if titled:
        found &= ~FEW_WORDS
        more |= TITLED
    if told:
        more |= TOLD
    elif reported:
        more |= REPORTED
    return found & ~NOW | more | FRAME if frame else found | more


def _bare(text: str, start: int, end: int) -> bool:
    """Say whether a reported stretch is too short for a plain fact, or has an infinitive ("her to bring it back")."""
    return text.count(" ", start, end) < _FEW or text.find(" to ", start, end) >= 0


def _counted(here: Sequence[Span], start: int, end: int) -> int:
    """Find the features of the numbers and places in a clause."""
    found = 0
    for span in here:
        label = span.label
        if label == "number":
            if start <= span.start and span.end <= end:
                found |= NUMBERS if found & NUMBER else NUMBER
        elif label == "location" and start <= span.start and span.end <= end:
            found |= PLACE
    return found


def _inside(here: Sequence[Span], clause: Clause) -> Sequence[Span]:
    """Return the spans that begin inside a clause."""
    first, after = (bisect_left(here, edge, key=attrgetter("start")) for edge in (clause.start, clause.end))
    return here[first:after]


def _within(span: Span, pieces: Sequence[Range]) -> bool:
    """Say whether a span is inside one of the pieces of a clause; of very many only the outer edges count."""
    if len(pieces) > _MANY:
        return pieces[0][0] <= span.start and span.end <= pieces[-1][1]
    return any(start <= span.start and span.end <= end for start, end in pieces)
