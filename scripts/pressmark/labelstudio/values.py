"""Write and read the values of the page's fields: numbers, texts and choices."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

NUMBERS = ("value", "low", "high", "geonames_id", "lat", "lon")
TEXTS = ("unit", "unit_text", "counted", "place_name", "country_code")
CHOICES = ("number_kind", "number_modifier", "location_usage", "attribution_mode", "content_type")
MODIFIES = "modifies a noun"

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?", re.IGNORECASE | re.ASCII)


class NoNumber(ValueError):
    """What somebody wrote where a number belongs."""


def write_number(number: float) -> str:
    """Write a number as a person would: ``30``, ``2.5``; :func:`read_value` gives it back exactly."""
    return str(int(number) if float(number).is_integer() else number)


def read_value(name: str, value: Any) -> Any:
    """Return what a field says: a number, a text, a choice; None for nothing.

    Raises NoNumber for words in the field of a number, ValueError, KeyError or TypeError for what no page writes.
    """
    if name in NUMBERS:
        number = _number(value)
        return whole_number(number) if name == "geonames_id" and number is not None else number
    if name in TEXTS:
        return line(texts(value["text"]))
    choices = value["choices"]
    if name not in (*CHOICES, "location_modifier") or not isinstance(choices, list) or len(choices) > 1:
        raise ValueError("no choice")
    return choices[0] if choices else None


def _number(value: Any) -> float | None:
    """Read a number that was typed, or one of a page with fields for numbers, which Label Studio writes as such."""
    if "number" not in value:
        said = line(texts(value["text"]))
        if said is None:
            return None
        plain = said.replace("\N{MINUS SIGN}", "-")
        if not _NUMBER.fullmatch(plain) or not math.isfinite(float(plain)):
            raise NoNumber(said)
        return float(plain)
    number = value["number"]
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        raise ValueError("no number")
    return float(number)


def whole_number(value: Any) -> int:
    """Return a whole number as an int. Raises ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise ValueError("no whole number")
    return int(value)


def texts(value: Any) -> list[str]:
    """Return the texts of a field as a list; the server gives one text also without one."""
    return [value] if isinstance(value, str) else [str(each) for each in value]


def line(parts: Sequence[str]) -> str | None:
    """Join texts into one line that UTF-8 can say; None for nothing."""
    joined = " ".join(" ".join(parts).split())
    return joined.encode("utf-8", "backslashreplace").decode("utf-8") or None
