"""Suggest what a sentence claims: the clauses that evidence could show true or false.

The score is a sum of named features (ClaimBuster's are of the same kind: Hassan et al. 2017, "Toward Automated
Fact-Checking"), so that a reader can see why: :func:`explain`. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Sentence, Span
from .clauses import Clause, clauses, inside, read_clause
from .complements import WH
from .words import Word, finite, past_tense

NAME = "rules-claim"
VERSION = "0.2.0"
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
    "an open question": -0.4,
    "no finite verb": -0.15,
    "only a reporting frame": -0.25,
}
"""What each feature adds to :data:`START`; the sum is cut to 0 to 1."""

_MODAL = frozenset(
    "will would shall should could may might must can 'll 'd won't wouldn't can't cannot couldn't let let's need hope "
    "wish want plan if going likely unlikely perhaps maybe probably possibly".split()
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
_BEING = frozenset("is are 're".split())
_UNKNOWN = frozenset({"unclear", "unknown", "uncertain"})


def features(article: Article, clause: Clause, found: Sequence[Span]) -> list[str]:
    """Name the features of a clause, each a key of :data:`WEIGHTS`; "an opinion" may stand twice."""
    text = article.text
    line = read_clause(text, clause.start, clause.end, clause.titled)
    low = {word.low for word in line}
    spans = {span.label for span in inside(found, clause.start, clause.end)}
    verbal = [k for k in range(len(line)) if finite(line, k)]
    past = any(past_tense(line[k]) for k in verbal)
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
        "an open question": _open(line, low),
        "no finite verb": not verbal,
        "only a reporting frame": clause.frame,
    }
    return [name for name, holds in yes.items() if holds] + ["an opinion"] * min(len(low & _OPINION), 2)


def _open(line: Sequence[Word], low: set[str]) -> bool:
    """Say whether a clause says that something is not known."""
    if low & _UNKNOWN and low & WH:
        return True
    return any(line[k].low == "remains" and line[k + 1].low == "to" for k in range(len(line) - 2))


def _score(names: Sequence[str]) -> float:
    return round(min(max(START + sum(WEIGHTS[name] for name in names), 0.0), 1.0), 2)


def explain(article: Article, sentence: Sentence, found: Sequence[Span]) -> tuple[float, list[str]]:
    """Say how likely a sentence states a checkable fact (0 to 1), and why, from its most checkable clause.

    A reason is a feature's name with its weight, e.g. "a number (+0.25)". A byline scores 0, and so does a
    heading without a finite verb.
    """
    if sentence.kind == "byline":
        return 0.0, ["a byline"]
    here = inside(sorted(found, key=lambda s: s.order), sentence.start, sentence.end)
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
        if sentence.kind == "byline":
            continue
        here = inside(ordered, sentence.start, sentence.end)
        for clause in clauses(article, sentence, here):
            score = _score(features(article, clause, here))
            if score >= THRESHOLD:
                text = article.text[clause.start : clause.end]
                spans.append(Span(clause.start, clause.end, "claim", text, score=score, by=f"{NAME} {VERSION}"))
    return spans
