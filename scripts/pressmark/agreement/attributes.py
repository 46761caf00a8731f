"""Agreement on the attributes of spans that two annotators both marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ..model import Span
from .values import AttributeAgreement

Value = tuple[object, ...]
Said = tuple[Value, ...]
"""What a span's attributes say: for each compared attribute of its label, the values of its fields."""

ATTRIBUTES: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "number": (
        "number",
        {
            "kind": ("kind",),
            "quantity": ("value", "low", "high"),
            "modifier": ("modifier",),
            "unit": ("unit",),
            "counted": ("counted_start", "counted_end"),
        },
    ),
    "location": ("location", {"usage": ("usage",), "modifier": ("modifier",)}),
    "content": ("attribution", {"mode": ("mode",), "content_type": ("content_type",)}),
    "cue": ("attribution", {"mode": ("mode",), "content_type": ("content_type",)}),
}
"""Span label -> where a span keeps its attributes, and the fields that each compared attribute consists of."""
NOMINAL = ("kind", "modifier", "usage", "mode", "content_type")
"""Attributes with few values, for which chance agreement is worked out."""


def said(span: Span) -> Said:
    """Return the values of a span's attributes; a box that is not ticked says nothing."""
    if span.label not in ATTRIBUTES:
        return ()
    part, attributes = ATTRIBUTES[span.label]
    owner = getattr(span, part)
    return tuple(tuple(_value(owner, field) for field in fields) for fields in attributes.values())


def _value(owner: object, field: str) -> object:
    value = getattr(owner, field, None)
    return None if value is False else value


def compare_attributes(both: Mapping[str, Counter[tuple[Said, Said]]]) -> Iterator[AttributeAgreement]:
    """Compare attributes; ``both`` counts for each label what two annotators say of the spans that both marked.

    An attribute that neither annotator ever gives is left out.
    """
    for label, (_, attributes) in ATTRIBUTES.items():
        for i, name in enumerate(attributes):
            values = Counter[tuple[Value, Value]]()
            for (first, second), count in both[label].items():
                values[first[i], second[i]] += count
            given = sum(count for pair, count in values.items() if any(v is not None for each in pair for v in each))
            if given:
                equal = sum(count for (first, second), count in values.items() if first == second)
                total = values.total()
                kappa = nominal_kappa(values) if name in NOMINAL else None
                yield AttributeAgreement(label, name, total, given, equal, equal / total, kappa)


def nominal_kappa(values: Mapping[tuple[Value, Value], int]) -> float | None:
    """Return Cohen's kappa of any number of values; ``None`` where all are the same.

    ``values`` counts what the first and the second annotator say. Source: see :func:`.coefficients.kappa`.
    """
    first, second, total = Counter[Value](), Counter[Value](), sum(values.values())
    for (here, there), count in values.items():
        first[here] += count
        second[there] += count
    chance = sum(count * second[value] for value, count in first.items())
    equal = sum(count for (here, there), count in values.items() if here == there)
    if chance == total * total:
        return None
    return (total * equal - chance) / (total * total - chance)
