"""Weigh the features of a clause: their sum, and in words what it rests on."""

from __future__ import annotations

from .bits import NAMES, TWICE
from .weights import column, logistic

_ROOM = 1 << 14
_LOW = (1 << 45) - 1


class Sums(dict[int, float]):
    """The sums of the weights of features, remembered as they are asked for."""

    def __init__(self, profile: str) -> None:
        super().__init__()
        weights = column(profile)
        self._weights = [(bit, weights[name]) for every, name in NAMES for bit in (every, TWICE.get(every, 0)) if bit]

    def __missing__(self, found: int) -> float:
        if len(self) >= _ROOM:
            self.clear()
        total = self[found] = sum([weight for bit, weight in self._weights if found & bit])
        return total

    def total(self, found: int) -> float:
        """Sum weights: those of the kinds of words, and the rest, each of which recurs more often than the whole."""
        return self[found & _LOW] + self[found & ~_LOW]


class Verdicts(dict[int, tuple[float, str] | None]):
    """The score and the reasons of features that make a claim, None of others, remembered as they are asked for."""

    def __missing__(self, found: int) -> tuple[float, str] | None:
        if len(self) >= _ROOM:
            self.clear()
        total = OWN.total(found)
        verdict = self[found] = (round(logistic(total), 2), reasons(found)) if total >= 0 else None
        return verdict


OWN = Sums("pressmark")


def _table() -> list[tuple[int, int, str]]:
    """List what is said of each feature, the heaviest first: bits to look at, how they are then, and the words."""
    rows: list[tuple[float, int, int, str]] = []
    for bit, name in NAMES:
        weight, twice = column("pressmark")[name], TWICE.get(bit, 0)
        if weight:
            rows.append((weight, bit | twice, bit, f"{name} {signed(weight)}"))
        if weight and twice:
            rows.append((2 * weight, bit | twice, bit | twice, f"{name} {signed(2 * weight)}"))
    return [(seen, bits, words) for _, seen, bits, words in sorted(rows, key=lambda row: -abs(row[0]))]


def signed(weight: float) -> str:
    """Write a weight with its sign."""
    return f"{weight:+.4g}".replace("-", "−")


_TABLE = _table()


def reasons(found: int) -> str:
    """Say why features have their sum: "past tense +1.25, we −0.25"."""
    return ", ".join([words for seen, bits, words in _TABLE if found & seen == bits]) or "nothing either way"
