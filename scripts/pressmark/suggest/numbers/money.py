"""Read the signs and codes of currencies that stand before a number. No I/O."""

from __future__ import annotations

from functools import lru_cache

CODES = frozenset(
    """USD EUR GBP JPY CNY RMB RUB UAH INR CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF TRY ILS NIS ZAR BRL MXN KRW SGD HKD
    TWD THB MYR IDR SAR AED NGN KES EGP PKR BDT VND PHP LKR QAR KWD ARS CLP COP RON BGN ISK DEM FRF ITL""".split()
)
"""Written before or after a number."""
_SAME = {"RMB": "CNY", "NIS": "ILS"}
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₴": "UAH", "₺": "TRY"}
SIGNS |= {"₪": "ILS", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "₵": "GHS", "₸": "KZT", "৳": "BDT", "₡": "CRC"}
_LETTERS = {"RM": "MYR", "Rs": "INR", "Rs.": "INR", "Re": "INR", "Rp": "IDR", "kr": "", "Fr": "CHF", "dlrs": "USD"}
_LETTERS |= {
    "DM": "DEM",
    "PS": "GBP",
    "Sh": "",
    "Ksh": "KES",
    "Dh": "AED",
    "Dhs": "AED",
    "Tk": "BDT",
    "Y": "JPY",
    "P": "PHP",
    "R": "ZAR",
    "N": "NGN",
}
LONE = frozenset("YPRN")
"""Read as money only before a large number: "P5 million", but not "P5"."""
_GLUED = frozenset({"PS", "Re", "Fr", "DM", "Sh"}) | LONE
"""Read as money only where the number follows without a blank: "PS" is what wires without the sign write for pounds."""
_BEFORE_DOLLAR = {
    "US": "USD",
    "U.S.": "USD",
    "A": "AUD",
    "AU": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "HK": "HKD",
    "NZ": "NZD",
}
_BEFORE_DOLLAR |= {"S": "SGD", "NT": "TWD", "R": "BRL", "J": "JMD", "Z": "ZWL", "N": "NAD", "CDN": "CAD", "Cdn": "CAD"}
_BEFORE_DOLLAR |= {"Can": "CAD", "AUS": "AUD", "Aus": "AUD", "SG": "SGD", "MX": "MXN", "TT": "TTD", "BZ": "BZD"}
_AFTER_DOLLAR = {"US": "USD", "A": "AUD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "CDN": "CAD"}
_WORDS = {code: _SAME.get(code, code) for code in CODES} | _LETTERS
LAST = frozenset("".join(SIGNS)) | frozenset(word[-1] for word in (*_WORDS, *_AFTER_DOLLAR))
"""The characters that a sign before a number can end with."""
_LONGEST = 9


def prefix_at(text: str, end: int) -> tuple[int, str] | None:
    """Read the currency sign that stands before a number which starts at ``end``: its start and its ISO 4217 code.

    The code is "" where the sign is ambiguous ("kr"). A blank or hyphen may stand between.
    """
    last = end - 1 if end and text[end - 1] in " \u00a0-" else end
    if not last or text[last - 1] not in LAST:
        return None
    low = max(0, last - _LONGEST)
    start = last
    while start > low and not text[start - 1].isspace() and (text[start - 1].isalpha() or text[start - 1] in _PART_OF):
        start -= 1
    if start and start == low and text[start - 1].isalpha():
        return None
    if text[last - 1] == "$" and start == last - 1 and start > 1 and text[start - 1] == " ":
        return _dollars_apart(text, start)
    found = _known(text[start:last], last < end)
    return (start + found[0], found[1]) if found else None


_PART_OF = frozenset("".join(SIGNS)) | {"."}


def _dollars_apart(text: str, dollar: int) -> tuple[int, str]:
    """Read "US $" and "NZ $", with a blank between; any other word before the sign is none of its own."""
    word = dollar - 1
    while word > max(0, dollar - 5) and (text[word - 1].isalpha() or text[word - 1] == "."):
        word -= 1
    written = text[word : dollar - 1]
    code = _BEFORE_DOLLAR.get(written) if len(written) > 1 or written == "S" else None
    return (word, code) if code and not (word and text[word - 1].isalnum()) else (dollar, "USD")


@lru_cache(2048)
def _known(written: str, apart: bool) -> tuple[int, str] | None:
    """Find a sign at the end of what is written before a number: how many characters come before it, and its code."""
    if "$" in written:
        at = written.rindex("$")
        before, after = written[:at].rsplit("$")[-1], written[at + 1 :]
        if after:
            return (at, _AFTER_DOLLAR[after]) if after in _AFTER_DOLLAR and not before else None
        return (0, _BEFORE_DOLLAR[before]) if before in _BEFORE_DOLLAR else (at, "USD")
    if written[-1:] in SIGNS:
        return len(written) - 1, SIGNS[written[-1]]
    if written not in _WORDS or (apart and written in _GLUED):
        return None
    return 0, _WORDS[written]
