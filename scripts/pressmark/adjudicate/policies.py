"""Decide by a rule what annotators disagree on, where somebody asks for that."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..decisions import AGREED, NONE, Adjudication, Item, Ruling, content
from ..model import Span

MANUAL, MAJORITY = "manual", "majority"
"""The policies beside the pseudonyms of annotators, which are policies too: whose version is taken."""
VOTERS = 3
"""How many annotators must have submitted a sentence before a majority of them decides."""


def decide_by(policy: str, made: Adjudication) -> Adjudication:
    """Decide what is open by a policy: ``manual`` (nothing), ``majority``, or the pseudonym of an annotator.

    What a policy decided before is decided anew; what a person decided stays. A majority is more than half of those
    who submitted the sentence, of three at least: a span that it gives with the same attributes and links is taken.
    One that it does not give is rejected where it gives the same otherwise: the same spans of this label that overlap,
    or none. An annotator's version is taken, or rejected where she gave none, in sentences that she submitted.
    """
    units = tuple(
        replace(unit, items=tuple(_decided(policy, unit, _open(item)) for item in unit.items)) for unit in made.units
    )
    return replace(made, units=units)


def kept(unit: Ruling) -> Ruling:
    """Reopen what a policy decided, where the same policy would not decide so now."""
    return replace(unit, items=tuple(_kept(unit, item) for item in unit.items))


def _kept(unit: Ruling, item: Item) -> Item:
    if not item.policy:
        return item
    if item.who:  # a person decided in its place
        return replace(item, policy=None)
    again = _decided(item.policy.partition(":")[0].removeprefix("annotator "), unit, _open(item))
    return item if again == item else _open(item)


def _open(item: Item) -> Item:
    return replace(item, take="", policy=None) if item.policy and not item.who else item


def _decided(policy: str, unit: Ruling, item: Item) -> Item:
    if item.take or not item.versions or policy == MANUAL:
        return item
    take, said = _majority(unit, item) if policy == MAJORITY else _version_of(policy, unit, item)
    return replace(item, take=take, policy=said) if take else item


def _version_of(name: str, unit: Ruling, item: Item) -> tuple[str, str]:
    if name not in unit.judges:
        return "", ""
    return name if name in item.versions else NONE, f"annotator {name}"


def _majority(unit: Ruling, item: Item) -> tuple[str, str]:
    """Return what the majority takes, and its size; nothing where there is none."""
    voters = len(unit.judges)
    if voters < VOTERS:
        return "", ""
    given = Counter(content(item.versions[each]) for each in unit.judges if each in item.versions)
    for span, votes in given.most_common(1):
        if 2 * votes > voters:
            names = [each for each in unit.judges if each in item.versions and content(item.versions[each]) == span]
            return names[0], f"majority: {votes} of {voters}"
    ((answer, votes),) = Counter(_answer(unit, item, each) for each in unit.judges).most_common(1)
    if 2 * votes > voters and item.key not in {span.key for span in answer}:
        return NONE, f"majority: {votes} of {voters}"
    return "", ""


def _answer(unit: Ruling, item: Item, judge: str) -> frozenset[Span]:
    """Return what a judge gave where an item stands: the spans of its label that overlap it."""
    place = next(iter(item.versions.values()))
    there = (each.versions.get(AGREED) or each.versions.get(judge) for each in unit.items)
    return frozenset(
        content(span)
        for span in there
        if span and span.label == place.label and span.start < place.end and place.start < span.end
    )
