"""Find what is still to be decided."""

from __future__ import annotations

from collections.abc import Iterator

from ..decisions import AGREED, NONE, OWN, Adjudication, Item
from ..model import Problem
from .settling import taken

REPAIR = "fill that in, then run: pressmark adjudicate {id}"


def open_decisions(made: Adjudication, file: str) -> list[Problem]:
    """List what is not decided yet, decided without saying who and why, or decided twice."""
    return [problem for _, problem in _open(made, file)]


def open_sentences(made: Adjudication) -> list[int]:
    """List the sentences, by their index, in which something is not decided yet."""
    return list(dict.fromkeys(index for index, _ in _open(made, "")))


def _open(made: Adjudication, file: str) -> Iterator[tuple[int, Problem]]:
    repair, given = REPAIR.replace("{id}", made.article_id), set[str]()
    for n, unit in enumerate(made.units):
        if (made.audit or len(unit.judges) < 2) and not (unit.who and unit.why):
            lacks = "has not been audited" if len(unit.judges) > 1 else "was not submitted by two annotators"
            if len(unit.judges) < 2:
                lacks += f" under guidelines {made.guideline_version}" + (f" or since {made.since}" * bool(made.since))
            fact = f"sentence {unit.index} {lacks}: its who and why are empty"
            yield unit.index, Problem(f"{file}:units/{n}", "adjudication-open", fact, repair)
        for m, item in enumerate(unit.items):
            span, found = taken(item), _lacks(item)
            if span and span.key in given:
                found = f"gives {span.key}, which another item gives too"
            if found:
                place = f"{file}:units/{n}/items/{m}"
                yield unit.index, Problem(place, "adjudication-open", f"{item.key} {found}", repair)
            given |= {span.key} if span else set()


def _lacks(item: Item) -> str | None:
    if not item.take:
        return f"is not decided: take is empty ({' or '.join([*item.versions, OWN, NONE])})"
    if item.take == OWN:
        if item.own is None:
            return "has take own, and no own = {start = …, end = …, label = …, text = …}"
    elif item.take != NONE and item.take not in item.versions:
        return f"has take {item.take!r}, which is none of {', '.join([*item.versions, OWN, NONE])}"
    if item.take != AGREED and not (item.who and item.why) and not item.policy:
        return "is decided, and its who or why is empty"
    return None
