"""Suggest what a sentence claims: the clauses that evidence could show true or false.

The score is the logistic of a sum of named features with the weights of ``claims.weights``, so that a reader can see
why: :func:`explain`. Linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from ..model import Article, Sentence, Span
from .claims.clauses import clauses, frames
from .claims.cuts import Clause, Range, has_verb, trimmed
from .claims.features import features
from .claims.sides import split_sides
from .claims.weights import column, logistic, merged

NAME = "rules-claim"
VERSION = "0.3.0"
LABELS = ("claim",)
THRESHOLD = 0.5

_START = "to begin with"
_OWN = column("pressmark")
_DOUBT = frozenset(
    {name for name in _OWN if name.startswith(("the future", "a possibility", "an obligation"))}
    | {"an opinion", "an ideal", "the speaker's own view"}
)
_MANY = 16
_RELATIVES = ("who", "which ", "that ")
_USED = frozenset({"number", "location", "source", "cue", "content"})


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Suggest claim spans: each clause whose score is at least :data:`THRESHOLD`, in the order of the text.

    ``found`` holds the number, location and attribution spans of the same article. A span's score is the estimated
    probability that its clause is a claim, and ``why`` names the features that it rests on, with their weights.
    """
    text, by = article.text, f"{NAME} {VERSION}"
    spans: list[Span] = []
    for sentence, here in _by_sentence(article, found):
        for clause, names in _judged(article, sentence, here):
            total = _total(names)
            if total >= 0:
                cut, score = text[clause.start : clause.end], round(logistic(total), 2)
                why = _reasons(tuple(names))
                spans.append(Span(clause.start, clause.end, "claim", cut, score=score, by=by, why=why))
    return spans


def sentence_scores(article: Article, found: Sequence[Span] = (), profile: str = "pressmark") -> list[float]:
    """Score each sentence of an article from 0 to 1; a claim has at least :data:`THRESHOLD`.

    ``profile`` is ``pressmark``, the project's own rule (the score of the most checkable clause, 0 where there is
    none), or ``policlaim``, that of the PoliClaim corpus, which judges a sentence as a whole and counts commitments.
    """
    weights = column(profile)
    return [
        logistic(sum(map(weights.__getitem__, names))) if names else 0.0 for names in _read(article, found, weights)
    ]


def why(article: Article, found: Sequence[Span], index: int, profile: str = "pressmark") -> list[tuple[str, float]]:
    """Give the reasons for a sentence's score: features with their weights, the heaviest first."""
    weights = column(profile)
    (names,) = _read(article, found, weights, index)
    return merged(names, weights)


def explain(article: Article, found: Sequence[Span] = ()) -> dict[int, str]:
    """Say for each sentence why it has its score: "past tense +1.25, to begin with +0.5, we −0.25"."""
    return {index: _reasons(tuple(names)) for index, names in enumerate(_read(article, found, _OWN))}


@lru_cache(maxsize=4096)
def _reasons(names: tuple[str, ...]) -> str:
    return ", ".join(f"{name} {_signed(weight)}" for name, weight in merged(names, _OWN)) or "nothing either way"


def _signed(weight: float) -> str:
    return f"{weight:+.4g}".replace("-", "−")


def _read(
    article: Article, found: Sequence[Span], weights: dict[str, float], index: int | None = None
) -> Iterator[list[str]]:
    """Yield the features of each sentence, or of one: of the whole, or of its best clause; none where it has none."""
    for at, (sentence, here) in enumerate(_by_sentence(article, found)):
        if index is not None and at != index:
            continue
        if weights is not _OWN and weights != _OWN:
            yield _names(article.text, Clause(sentence.start, sentence.end), here)
            continue
        judged = (names for _, names in _judged(article, sentence, here))
        yield max(judged, key=lambda names: sum(map(weights.__getitem__, names)), default=[])


def _by_sentence(article: Article, found: Sequence[Span]) -> Iterator[tuple[Sentence, list[Span]]]:
    """Yield each sentence with the spans inside it, in order of start."""
    used = sorted((span for span in found if span.label in _USED), key=attrgetter("start"))
    at = 0
    for sentence in article.sentences:
        here = []
        while at < len(used) and used[at].start < sentence.end:
            if sentence.start <= used[at].start and used[at].end <= sentence.end:
                here.append(used[at])
            at += 1
        yield sentence, here


def _judged(article: Article, sentence: Sentence, here: Sequence[Span]) -> list[tuple[Clause, list[str]]]:
    """List the clauses of a sentence that may be claims, with the features of each.

    Without a finite verb a heading is none, nor is a short reported stretch. A main clause that claims takes in the
    subordinate clause in which something is reported.
    """
    if sentence.kind == "byline":
        return []
    text = article.text
    every = [each for clause in clauses(article, sentence, here) for each in _sided(text, clause, here)]
    if sentence.kind == "heading":
        return [each for each in every if "no verb" not in each[1]]
    if not here or (every and not any(clause.reported for clause, _ in every)):
        return every
    if every and every[0][0].gaps and not every[0][0].reported and _total(every[0][1]) >= 0:
        return every[:1]
    return [each for each in every if not _fragment(*each)] or _framed(text, sentence, here, every)


def _fragment(clause: Clause, names: Sequence[str]) -> bool:
    """Say whether a reported clause is too little to be one (“an intentional act”)."""
    return clause.reported and "no verb" in names and "few words" in names


def _framed(
    text: str, sentence: Sentence, here: Sequence[Span], every: Sequence[object]
) -> list[tuple[Clause, list[str]]]:
    """Give the whole sentence, a reporting frame if no verb stands before its first cue."""
    if text[sentence.end - 1] == ":":  # it only introduces what follows
        return []
    start, end = trimmed(text, sentence.start, sentence.end)
    if start >= end:
        return []
    clause = Clause(start, end, frame=frames(text, start, here))
    if clause.frame and not every:  # an embedded question is all that it reports
        return []
    return [(clause, _names(text, clause, here))]


def _total(names: Sequence[str]) -> float:
    return sum(map(_OWN.__getitem__, names))


def _sided(text: str, clause: Clause, here: Sequence[Span]) -> list[tuple[Clause, list[str]]]:
    """Give a clause with its features; its subordinate clauses, where it is doubtful whether its main clause claims."""
    names = _names(text, clause, here)
    if "an opening word" not in names or _DOUBT.isdisjoint(names) or clause.titled or clause.gaps:
        return [(clause, names)]
    sides, main = split_sides(text, clause)
    if not sides:
        return [(clause, names)]
    alone = _names(text, main, here)
    if _DOUBT.isdisjoint(alone):
        return [(clause, [name for name in names if name not in _DOUBT])]
    if _total(alone) >= 0:
        return [(clause, alone)]
    return [(clause, alone), *((side, _names(text, side, here)) for side in sides)]


def _names(text: str, clause: Clause, here: Sequence[Span]) -> list[str]:
    """Name the features of a clause, from its words and from how its sentence gives it."""
    names = _read_clause(text, clause, here)
    names.append(_START)
    if clause.side:
        names = [name for name in names if name not in ("no verb", "few words")]
        names.append("a relative clause" if text.startswith(_RELATIVES, clause.start) else "a subordinate clause")
    elif clause.titled or clause.told or "no verb" in names:
        lacks = not clause.told and not has_verb(text, clause)
        names = [name for name in names if name != "no verb"] + ["no verb"] * lacks
    if clause.titled:
        names = [name for name in names if name != "few words"] + ["a heading with a verb"]
    if clause.told:
        names.append("an event in a noun phrase")
    elif clause.reported:
        names.append("given by a source")
    if clause.frame:
        names.append("only a reporting frame")
    return names


def _read_clause(text: str, clause: Clause, here: Sequence[Span]) -> list[str]:
    """Name the features of a clause's words, and of the numbers and places in it."""
    start, end, numbers, places = clause.start, clause.end, 0, 0
    pieces = clause.pieces() if clause.gaps else ((start, end),)
    for span in here if len(here) < _MANY else _inside(here, clause):
        if span.label == "number":
            numbers += _within(span, pieces)
        elif span.label == "location":
            places += _within(span, pieces)
    stretch = " ".join([text[a:b] for a, b in pieces]) if clause.gaps else text[start:end]
    return features(stretch, text.find("?", max(end - 2, 0), end + 1) >= 0, numbers, places, clause.titled)


def _inside(here: Sequence[Span], clause: Clause) -> Sequence[Span]:
    """Return the spans that begin inside a clause."""
    first, after = (bisect_left(here, edge, key=attrgetter("start")) for edge in (clause.start, clause.end))
    return here[first:after]


def _within(span: Span, pieces: Sequence[Range]) -> bool:
    if len(pieces) == 1 or len(pieces) > _MANY:
        return pieces[0][0] <= span.start and span.end <= pieces[-1][1]
    return any(start <= span.start and span.end <= end for start, end in pieces)
