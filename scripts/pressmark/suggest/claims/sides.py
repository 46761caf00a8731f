"""Find the subordinate clauses that may be claims where their main clause is none."""

from __future__ import annotations

from ..attributions.complements import clausal
from ..tokens import line_of
from ..words import Line, finite
from .cuts import Clause, Range

_OPENERS = frozenset("while although though whereas because since as after before when".split())
_RELATIVES = frozenset("which who that whose".split())
_EVERY = _OPENERS | _RELATIVES


def split_sides(text: str, clause: Clause) -> tuple[list[Clause], Clause]:
    """Split a clause into its subordinate clauses, if any, and what is left: the main one, with gaps for them."""
    line = line_of(text, clause.start, clause.end)
    ranges = [(line.starts[i], line.ends[j - 1]) for i, j in side_clauses(line)]
    if not ranges:
        return [], clause
    last = ranges[-1][1] >= clause.end
    gaps = tuple(ranges[:-1] if last else ranges)
    end = ranges[-1][0] if last else clause.end
    main = clause._replace(end=max(end, clause.start), gaps=gaps)
    return [Clause(start, end, side=True) for start, end in ranges], main


def side_clauses(line: Line) -> list[Range]:
    """List the subordinate clauses of a line, each with the word that opens it, as ranges of words."""
    sides: list[Range] = []
    for i, word in enumerate(line):
        if word.low not in _EVERY or (sides and i < sides[-1][1]) or not _opens(line, i):
            continue
        end = _after_first(line) if i == 0 else _after(line, i)
        if end > i + 2:
            sides.append((i, end))
    return sides


def _opens(line: Line, i: int) -> bool:
    """Say whether the word that may open a subordinate clause does: a clause follows, or a relative's verb."""
    if line[i].low in _OPENERS:
        return clausal(line, i + 1)
    noun = i > 0 and line[i - 1].tag in ("word", "name", "comma", "time", "num")
    return noun and any(finite(line, k) for k in range(i + 1, min(i + 4, len(line))))


def _after_first(line: Line) -> int:
    """Return where the clause that opens a line ends: at the comma before the main clause; 0 where there is none."""
    commas = [k for k, word in enumerate(line[:60]) if word.tag == "comma"]
    return next((k for k in commas if clausal(line, k + 1)), commas[0] if commas else 0)


def _after(line: Line, i: int) -> int:
    """Return where a clause inside a line ends: at the comma after which the main clause goes on, or with the line."""
    if line[i - 1].tag != "comma":
        return len(line)
    for k in range(i + 1, min(i + 60, len(line) - 1)):
        if line[k].tag == "comma" and finite(line, k + 1):
            return k
    return len(line)
