"""Tell quantities from other numerals, and read how the words around a number qualify it. No I/O."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?:\s?[-–—/]\s?|\s(?:to|and|or|through)\s){_DAY})?"
_NOT_QUANTITIES = re.compile(
    rf"""
      \b{_DAYS}\s(?:of\s)?{_MONTH}\b(?:,?\s[0-9]{{4}}\b)?                       # 14 March 2019
    | \b{_MONTH}\s{_DAYS}\b(?![,.]?[0-9]|\s?%)(?:,?\s[0-9]{{4}}\b)?             # March 14, 2019
    | \b[0-9]{{1,4}}([./-])[0-9]{{1,2}}\1[0-9]{{1,4}}\b                         # 2019-03-14, 1.2.3
    | \b(?:[0-9]+\.){{2,}}[0-9]+\b                                              # 10.0.0.1
    | \b[0-9]+:[0-9]+(?:[:.][0-9]+)*(?:\s?[ap]\.?m\b)?                          # 4:30 pm, 1:36.6
    | \b[0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?[ap]\.?m\b | \b\w+\so[’']clock\b        # 4 p.m.
    | \b[0-9]{{2,4}}\s(?:GMT|UTC|EST|EDT|ET|CET|BST|[Hh]ours\s(?:GMT|local))\b
    | \b[0-9]+(?:,[0-9]{{3}})*(?:st|nd|rd|th)\b                                 # 21st
    | (?<!\w)[’'][0-9]{{2}}s?\b | \b[0-9]{{2,4}}[’']?s\b                        # ’98, 1990s
    | (?:\+[0-9]{{1,3}}[\s.-]?)?\([0-9]{{2,4}}\)[\s-]?[0-9]{{3,4}}[\s.-]?[0-9]{{3,4}}\b   # (555) 010-0199
    | (?<!\w)\+[0-9]{{1,3}}(?:[\s.-][0-9]{{2,4}}){{2,4}}\b
    | \b0[0-9]{{2,4}}\s[0-9]{{3,4}}\s[0-9]{{3,4}}\b
    | \b[0-9]+(?:[-‑][0-9]+){{2,}}\b | \b[0-9]{{3}}[-‑.][0-9]{{4}}\b            # 555-010-0199
    | \b(?:24|9|50|20)/(?:7|11|50|20)\b
    | \b(?:1[5-9]|20)[0-9]{{2}}(?:\s?[-–—/]\s?(?:1[5-9]|20)[0-9]{{2}}|[-–—/][0-9]{{2}})\b(?![,%])  # 2016–18
    | (?:https?://|www\.)\S+ | (?<!\S)\S{{1,64}}@\S+ | [@\#]\w+ | \[[0-9]{{1,3}}\]
    | ^\(?[0-9]{{1,2}}[.)]\s                                                    # 3. (a list)
    """,
    re.VERBOSE,
)
_NAMED = """act aisle apollo article band block bus category chapter channel class clause column
division episode exhibit figure fig flight floor formula gate generation grade grid group highway interstate issue item
lane lap level line model no nos number page pages paragraph part phase platform playoff point pp point protocol
psalm question rank ranked resolution room round route row rule scene section series session stage step table
terminal tier title track type unit version verse vol volume ward zone chapters sections articles
sq square area district precinct""".split()
_MAY_NAME = frozenset("book case day game house month season war week year".split())
"""Words before a number that names something, unless a counted noun follows: "week 5", but "last week 30 people"."""
_PREVIOUS = re.compile(r"(?:^|[\s(“\"‘'—–-])((?:[^\W\d_]|&)[^\s(“\"‘]{0,24}?)(?:\s|-){1,2}$")
_OF_NAMED = re.compile(r"\b(?:group|class|nos?|number|platform)\s?(?:of\s|\.\s?)$|[#№]$|\bG-$", re.IGNORECASE)
_OPENERS = frozenset(
    """a about above after all almost also although an and another approximately around as at because before below
    beside between beyond but by during each even every everyone exactly except for from half he her here his how if in
    including inside into is it its just last least less many more most my nearly next no nor not of on once only or our
    over past roughly she since some such than that the their them then there these they this those though through to
    total two under until up upon was we were what when where which while who with within without you your of says said
    kills injures dead monday tuesday wednesday thursday friday saturday sunday""".split()
)
_LOWER_NOUN = re.compile(
    r"[\s-](?:(?!(?:of|in|and|to|at|on|by|for|with)\b)[A-Za-z][A-Za-z-]*\s){0,3}?"
    r"(?!(?:is|was|has|does|its|his|this|as|us|plus|versus)\b)(?:people|children|police|personnel|[a-z-]*(?:men|s))\b"
)
_STRONG_NOUN = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|men|women|children|troops|soldiers|police|times|jobs|homes|houses|cars|deaths|workers"
    r"|students|words|copies|fans|members|units|civilians|refugees|victims|cases|protesters|employees)\b"
)
_STREET = re.compile(
    r"\s(?:[A-Z][\w.’']*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place)\b"
)
_YEARLY = frozenset(
    "in since of by until till from the during for season and or before after to early late mid".split()
)


def blocked(text: str) -> list[tuple[int, int]]:
    """Find the stretches of a sentence whose numerals are dates, clock times, scores, phone numbers or addresses."""
    return [m.span() for m in _NOT_QUANTITIES.finditer(text)]


def previous_word(text: str, start: int) -> str:
    """Give the word that stands directly before an offset, without punctuation between, or ""."""
    match = _PREVIOUS.search(text[max(0, start - 30) : start])
    return match[1] if match else ""


def is_designator(text: str, start: int, end: int) -> bool:
    """Say whether a number only names something: "page 5", "No. 10", "Article 5", "phase two"."""
    word = previous_word(text, start).lower().rstrip(".")
    if word in _NAMED or (word in _MAY_NAME and not followed_by_noun(text, end)):
        return True
    return bool(_OF_NAMED.search(text[max(0, start - 20) : start]))


def is_part_of_name(text: str, start: int, end: int) -> bool:
    """Say whether a number in digits follows a name it belongs to: "Boeing 737", but not "In 12 towns"."""
    word = previous_word(text, start)
    if not any(c.isupper() for c in word) or word.lower() in _OPENERS or word.endswith(("’s", "'s", "s’", "s'", ",")):
        return False
    before = start - 1 - len(word)
    first_word = before < 10 and not any(c.isalnum() for c in text[:before])
    return not (first_word and word[1:].islower() and _LOWER_NOUN.match(text, end))


def is_address(text: str, end: int) -> bool:
    """Say whether a number begins a street address: "10 Downing Street"."""
    return bool(_STREET.match(text, end))


def is_year(text: str, start: int, end: int, value: float) -> bool:
    """Say whether a bare four-digit number is a year rather than a count."""
    if not (end - start == 4 and 1100 <= value < 2200) or _STRONG_NOUN.match(text, end):
        return False
    return 1900 <= value < 2100 or previous_word(text, start).lower() in _YEARLY or not _LOWER_NOUN.match(text, end)


_BEFORE = {
    "at_least": r"at\sleast|no(?:t|)\s(?:fewer|less)\sthan|(?:a\s)?minimum\sof|≥|>=",
    "at_most": r"up\sto|at\smost|no(?:t|)\s(?:more|longer|higher|larger)\sthan|as\s(?:many|much|high|long)\sas"
    r"|(?:a\s)?maximum\sof|≤|<=",
    "more_than": r"more\sthan|(?:over|above)|upwards?\sof|in\sexcess\sof|exceed(?:s|ed|ing)?"
    r"|(?:greater|longer|higher|larger|bigger|older)\sthan|>",
    "less_than": r"(?:less|fewer|lower|smaller|shorter|younger)\sthan|under|below|shy\sof|short\sof"
    r"|nearly|almost|not\squite|<",
    "approximate": r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.|an?\s(?:estimated|average\sof)"
    r"|estimated|close\sto|in\sthe\s(?:region|vicinity|neighbou?rhood)\sof|more\sor\sless|say|perhaps|maybe|~|≈|∼",
}
_BEFORE_RE = re.compile(
    r"(?:^|(?<=[\s(“\"‘'—–,:-])|(?<!\w))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _BEFORE.items())
    + r")(?:(?<=[~≈∼<>≤≥=])\s?|\s{1,2})(?:(?:an?|another)\s)?$",
    re.IGNORECASE,
)
_AFTER_RE = re.compile(
    r"(?P<at_least>\+|-plus\b|\splus\b|\sor\s(?:more|longer|older|higher|above|over)\b)"
    r"|(?P<at_most>\sor\s(?:less|fewer|under|younger|lower|below)\b)"
    r"|(?P<approximate>-odd\b|-ish\b|\sor\sso\b|\sgive\sor\stake\b)",
    re.IGNORECASE,
)


def modifier(text: str, start: int, end: int) -> str | None:
    """Read the modifier that adjoins a number: "at least", "nearly a", "or so"; null if there is none."""
    match = _BEFORE_RE.search(text[max(0, start - 36) : start])
    if match is None:
        match = _AFTER_RE.match(text, end)
    elif _is_preposition(
        match.group().lower().strip(), text[start:end], text[max(0, start - 60) : start - len(match.group())]
    ):
        return None
    return match.lastgroup if match else None


def _is_preposition(word: str, number: str, before: str) -> bool:
    """Say whether "around" and "over" only say where or during what: "around three villages", "over five years"."""
    if word == "around":
        return number.isalpha()
    return word.split()[0] == "over" and bool(_TIME.search(number)) and not _IS_LONGER.search(before[-12:])


_TIME = re.compile(r"(?:second|minute|hour|day|week|month|year|decade)s?$", re.IGNORECASE)
_IS_LONGER = re.compile(
    r"\b(?:for|just|well|is|was|be|been|of|lasts?|lasted|took|takes?|after|in|to|and|than|with|at|by|from)\s$|^$",
    re.IGNORECASE,
)


def followed_by_noun(text: str, end: int) -> bool:
    """Say whether what follows a number looks like the plural noun that is counted."""
    return bool(_LOWER_NOUN.match(text, end))
