"""Tell quantities from other numerals by the words around them. No I/O."""

from __future__ import annotations

import re

_NAMED = frozenset(
    """act aisle apollo article band block bus category chapter channel class clause column division episode
    exhibit figure figures fig figs flight floor formula gate generation grade grades grid group highway
    interstate issue item lane lap level line model no nos number page pages paragraph part phase phases
    platform playoff point p pp protocol psalm question rank ranked resolution room round route row rule
    scene section series session stage step table tables terminal tier title track type unit version verse
    vol volume ward zone chapters sections articles chap sec eq eqs ref refs sq square area district
    precinct windows android ios iphone galaxy html ps playstation python axis lines appendix supplement
    equation equations scheme numbered listing site complex compound columns rows clone fractions panel bed
    layer isotope day-old studio agenda annex interval battalion brigade squadron regiment pier warehouse
    runway reactor hangar bin cell""".split()
)
_MAY_NAME = frozenset(
    """book case cases day game house month season war week year experiment experiments test trial task sample
    samples patient patients""".split()
)
"""Words before a number that names something, unless a counted noun follows: "week 5", but "last week 30 people"."""
_INDEX = re.compile(
    r"(?:S(?:&|&amp;|\s)?P|Fortune|FTSE|Nikkei|CAC|DAX|Russell|Forbes|Stoxx|ASX|KOSPI|CSI|Nasdaq|TSX|IBEX|Topix)[\s-]$",
    re.IGNORECASE,
)
"""An index of shares, or a list of firms, before the number that belongs to its name: "S&P 500"."""
_PREVIOUS = re.compile(r"(?:^|[\s(“\"‘'—–-])((?:[^\W\d_]|&)[^\s(“\"‘]{0,24}?)(?:\s|-){1,2}$")
_OF_NAMED = re.compile(
    r"\b(?:group|class|nos?|number|platform|figs?|tables?)\s?(?:of\s|\.\s?)$|[#№]$|\bG-$", re.IGNORECASE
)
_OPENERS = frozenset(
    """a about above after all almost also although an and another approximately around as at because before
    below beside between beyond but by during each even every everyone exactly except for from half he her
    here his how if in including inside into is it its just last least less many more most my nearly next no
    nor not of on once only or our over past roughly she since some such than that the their them then there
    these they this those though through to total two under until up upon was we were what when where which
    while who with within without you your says said kills injures dead monday tuesday wednesday thursday
    friday saturday sunday aged ages age both first making killing using approx""".split()
)
_LOWER_NOUN = re.compile(
    r"[\s-](?:(?!(?:of|in|and|to|at|on|by|for|with)\b)[A-Za-z][A-Za-z-]*\s){0,3}?"
    r"(?!(?:is|was|has|does|its|his|this|as|us|plus|versus)\b)(?:people|children|police|personnel|[a-z-]*(?:men|s))\b"
)
_STRONG_NOUN = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|men|women|children|troops|soldiers|police|times|jobs|homes|houses|cars|deaths|workers"
    r"|students|words|copies|fans|members|units|civilians|refugees|victims|cases|protesters|employees|residents|migrants"
    r"|participants|patients|points|votes|passengers|tickets)\b"
)
_STREET = re.compile(
    r"\s(?:(?:[A-Z]|[0-9]{1,3}(?:st|nd|rd|th)\b)[\w.’']*\s){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place|Way|Court|Highway|Hwy)\b"
)
_YEARLY = frozenset(
    """in since of by until till from the during for season and or before after to early late mid year spring
    summer autumn fall winter""".split()
)
_COUNTING = frozenset(
    """about nearly approximately roughly some least most than around almost totalling totaling another""".split()
)
_JET = re.compile(r"\s(?:Max|MAX|Dreamliner|[Jj]ets?|[Aa]irliners?|[Aa]ircraft)\b|s\b")


def previous_word(text: str, start: int) -> str:
    """Give the word that stands directly before an offset, without punctuation between, or ""."""
    match = _PREVIOUS.search(text, max(0, start - 30), start)
    return match[1] if match else ""


def is_designator(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a number only names something: "page 5", "No. 10", "Article 5"; ``word`` stands before it."""
    word = word.lower().rstrip(".")
    if word in _NAMED or (word in _MAY_NAME and not followed_by_noun(text, end)):
        return True
    if word in _DIALLED and text[start:end] in ("911", "999", "112", "000"):
        return True
    before = text[start - 1] if start else ""
    if before in "#№-" and before:
        return bool(_OF_NAMED.search(text, max(0, start - 20), start))
    if word in _INDICES or text[start - 2 : start - 1] == ".":
        return bool(_OF_NAMED.search(text, max(0, start - 20), start) or _INDEX.search(text, max(0, start - 14), start))
    return word == "of" and bool(_OF_NAMED.search(text, max(0, start - 20), start))


_DIALLED = frozenset("call calls called calling dial dials dialed dialled dialing dialling phone phoned rang".split())
_INDICES = frozenset("p sp s&p fortune ftse nikkei cac dax russell forbes stoxx asx kospi csi tsx ibex topix".split())
_CHAINED = re.compile(r"[A-Za-z]?(?:\s?[,/–-]\s?(?:and\s|or\s)?|\s?,?\s(?:and|or|to|through|&)\s)")


def is_chained(text: str, last: int, start: int) -> bool:
    """Say whether only "," or "and" stands between a designation that ended at ``last`` and a number: "pages 3, 5"."""
    return start - last < 9 and bool(_CHAINED.fullmatch(text, last, start))


def is_part_of_name(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a number in digits follows a name it belongs to: "Boeing 737", but not "In 12 towns"."""
    if not any(c.isupper() for c in word) or word.lower() in _OPENERS or word.endswith(("’s", "'s", "s’", "s'", ",")):
        return False
    if _OFTEN.match(text, end):
        return False
    before = start - 1 - len(word)
    first_word = before < 10 and not any(c.isalnum() for c in text[:before])
    return not (first_word and word[1:].islower() and _LOWER_NOUN.match(text, end))


_OFTEN = re.compile(
    r"\s(?:(?:times|people|men|women|children|votes|points|goals|runs|seats|matches|games)"
    r"|(?:and|or)\s(?:older|younger|over|under|above))\b"
)


def is_model(text: str, start: int, end: int) -> bool:
    """Say whether a number is an airliner's: "737 Max"."""
    return end - start == 3 and text[start] == text[end - 1] == "7" and bool(_JET.match(text, end))


def is_address(text: str, end: int) -> bool:
    """Say whether a number begins a street address: "10 Downing Street"."""
    return bool(_STREET.match(text, end))


def is_year(text: str, start: int, end: int, value: float) -> bool:
    """Say whether a bare four-digit number is a year rather than a count."""
    if not (end - start == 4 and 1100 <= value < 2200) or _STRONG_NOUN.match(text, end):
        return False
    word = previous_word(text, start).lower()
    if text[start - 1 : start] in ("~", "=", "<", ">", "≈", "∼", "≥", "≤") or text[max(0, start - 2) : start] in (
        "= ",
        "~ ",
    ):
        return False
    if word in _COUNTING and followed_by_noun(text, end):
        return False
    if 1900 <= value < 2100 or word in _YEARLY:
        return True
    return word not in _COUNTING and not _LOWER_NOUN.match(text, end) and not _PENCE.match(text, end)


_PENCE = re.compile(r"\s?p\b")


def followed_by_noun(text: str, end: int) -> bool:
    """Say whether what follows a number looks like the plural noun that is counted."""
    return bool(_LOWER_NOUN.match(text, end))
