"""Read what a sentence's quantities say of each other: equivalents, shared rates, the currency of cents. No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from .quantity import Quantity, with_per
from .units import rate_at, rate_beyond

_EQUIVALENT = re.compile(r"\s?[(\[]\s?(?:[a-z]+\s){0,3}|,?\sor\s(?:[a-z]+\s){0,2}", re.IGNORECASE)
_PER_SHARE = re.compile(r"\s(?:per|an?|each)\sshare\b", re.IGNORECASE)
_WITH_CENTS = frozenset("USD EUR CAD AUD NZD HKD SGD TWD ZAR MYR KES".split())
_SUBUNITS = {
    "cent": _WITH_CENTS,
    "cents": _WITH_CENTS,
    "c": _WITH_CENTS,
    "pence": frozenset({"GBP"}),
    "p": frozenset({"GBP"}),
    "penny": frozenset({"GBP", "USD"}),
}
"""The currencies of each hundredth."""


def equivalent(first: Quantity, second: Quantity, text: str) -> bool:
    """Say whether the second number gives the first one's quantity in another unit: "5 km (3 miles)"."""
    if first.dimension != second.dimension or first.dimension in ("count", "percent") or first.unit == second.unit:
        return False
    between = text[first.end : second.start]
    if not first.unit_text or not second.unit_text or len(between) > 40 or not _EQUIVALENT.fullmatch(between):
        return False
    if first.dimension == "money" and not _exchanged(first, second, text):
        return False
    return "or " in between or text[second.end : second.end + 1] in ")]," or first.rate != second.rate


def _exchanged(first: Quantity, second: Quantity, text: str) -> bool:
    """Say whether two sums can be one in two currencies: both known, and not "$2 billion, or 84 cents a share"."""
    codes = {currency(first), currency(second)}
    alike = first.rate == second.rate or text[second.end : second.end + 1] in ")]"
    return len(codes) == 2 and None not in codes and alike and not _PER_SHARE.match(text, second.end)


def shared_rate(first: Quantity, second: Quantity, text: str) -> tuple[Quantity, Quantity]:
    """Give both of "30 km (19 miles) a day" the rate that stands after the bracket."""
    closing = second.end + 1
    if first.rate or second.rate or text[second.end : closing] != ")":
        return first, second
    per = rate_at(text, closing, first.dimension) or rate_beyond(text, closing, first.dimension)
    return (with_per(first, per), with_per(second, per)) if per else (first, second)


def currency(quantity: Quantity) -> str | None:
    """Give the ISO 4217 code of a sum of money, null where it is unknown."""
    return quantity.unit.split("/")[0] if quantity.dimension == "money" and quantity.unit else None


def with_currencies(quantities: Sequence[Quantity], earlier: str | None) -> list[Quantity]:
    """Give cents and pence the currency of the nearest sum, else ``earlier``; their values become parts of its unit."""
    return [_with_currency(q, quantities[max(0, i - 9) : i + 10], earlier) for i, q in enumerate(quantities)]


def _with_currency(quantity: Quantity, around: Sequence[Quantity], earlier: str | None) -> Quantity:
    codes = _SUBUNITS.get((quantity.unit_text or "").lower().split(" ")[0]) if quantity.dimension == "money" else None
    if codes is None or quantity.unit is not None:
        return quantity
    near = [(abs(q.start - quantity.start), code) for q in around if (code := currency(q)) and code in codes]
    code = min(near)[1] if near else earlier if earlier in codes else "GBP" if codes == {"GBP"} else None
    if code is None:
        return quantity
    high = Fraction(quantity.high) / 100 if quantity.high is not None else None
    unit = f"{code}/{quantity.per}" if quantity.per else code
    return quantity._replace(value=Fraction(quantity.value) / 100, high=high, unit=unit)
