"""Give a suggested place its score: how often suggestions of its kind are right."""

from __future__ import annotations

from .line import Candidate

_BY_REASON = {
    "short form": 0.9,
    "short form of a state": 0.9,
    "known and generic": 0.95,
    "generic part": 0.9,
    "part of a known place": 0.95,
    "in a known place": 0.95,
    "said to be a place": 0.95,
    "learnt from the article": 0.9,
    "street of an address": 0.9,
    "road": 0.95,
    "site": 0.85,
    "name before a site": 0.85,
    "unknown, in": 0.7,
    "unknown, at": 0.7,
    "unknown, to": 0.7,
    "unknown in a list": 0.5,
}
_KNOWN = {
    "country": ((0.0, 0.85),),
    "continent": ((0.0, 0.95),),
    "state": ((0.95, 0.95), (0.0, 0.7)),
    "region": ((0.0, 0.95),),
    "water": ((0.0, 0.95),),
    "city": ((0.95, 0.95), (0.65, 0.9), (0.0, 0.6)),
}
"""By kind of place: from which strength on, which score."""


def score_of(c: Candidate) -> float:
    """Return how probably a candidate is a location by the guidelines, 0.5 to 0.95.

    Each value is the share of right spans (exact match) among those with the same reason in GeoWebNews, GUM news,
    IE-ER and UNER PUD together, rounded to 0.05 and at most 0.95; reasons met fewer than ten times share the value of
    the reason most like them. GUM and UNER give a country's team or government another label, which lowers countries.
    """
    if c.reason != "known":
        return _BY_REASON[c.reason]
    return next(score for least, score in _KNOWN[c.kind] if c.strength >= least)
