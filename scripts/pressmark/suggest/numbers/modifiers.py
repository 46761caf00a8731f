"""Read how the words around a number qualify it: "at least", "nearly a", "or so". No I/O."""

from __future__ import annotations

import re

from .about import is_about

_BEFORE = {
    "at_least": r"at\sleast|no(?:t|)\s(?:fewer|less)\sthan|(?:a\s)?minimum\sof|≥|>=|≳|⩾",
    "at_most": r"up\sto|at\smost|no(?:t|)\s(?:more|longer|higher|larger)\sthan|as\s(?:many|much|high|long|far)\sas"
    r"|(?:a\s)?maximum\sof|≤|<=|≲|⩽",
    "more_than": r"more\sthan|(?:over|above)|upwards?\sof|in\sexcess\sof|exceed(?:s|ed|ing)?"
    r"|(?:greater|longer|higher|larger|bigger|older)\sthan|>",
    "less_than": r"(?:less|fewer|lower|smaller|shorter|younger)\sthan|under|below|shy\sof|short\sof"
    r"|nearly|almost|not\squite|close\sto|approaching|<|sub-",
    "approximate": r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.|an?\s(?:estimated|average\sof)"
    r"|estimated|in\sthe\s(?:region|vicinity|neighbou?rhood|order)\sof|more\sor\sless|perhaps|maybe|~|≈|∼|≃|≅",
}
_BEFORE["less_than"] = _BEFORE["less_than"].replace("|close\\sto", "")
_BEFORE["approximate"] += r"|close\sto"
_BEFORE_RE = re.compile(
    r"(?:^|(?<=[\s(“\"‘'—–,:-])|(?<!\w))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _BEFORE.items())
    + r")(?:(?<=[~≈∼<>≤≥=≲≳⩽⩾≃≅])\s?|(?<=sub-)|\s{1,2})(?:(?:an?|another)\s)?$",
    re.IGNORECASE,
)
_LAST = frozenset(
    """about around approximately approx some circa ca c estimated of to roughly more less perhaps maybe least
    than up most as over above under below nearly almost quite approaching exceed exceeds exceeded exceeding""".split()
)
_AFTER_RE = re.compile(
    r"(?P<at_least>\+|-plus\b|\splus\b|\sor\s(?:more|longer|older|higher|above|over|up)\b|\sand\s(?:older|over|above|up)\b)"
    r"|(?P<at_most>\sor\s(?:less|fewer|under|younger|lower|below)\b|\sand\s(?:under|younger|below)\b)"
    r"|(?P<approximate>-odd\b|-ish\b|\sor\sso\b|\sgive\sor\stake\b)",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.?\s{1,2}(?:(?:an?|another)\s)?$", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "another"})
_SIGNS = frozenset("~≈∼<>≤≥=≲≳⩽⩾≃≅")


def modifier(text: str, start: int, end: int) -> str | None:
    """Read the modifier that adjoins a number; null if there is none."""
    match = None
    if _may_be_modified(text, start):
        match = _BEFORE_RE.search(text, max(0, start - 36), start)
    if match is None:
        match = _AFTER_RE.match(text, end) if text[end : end + 1] in _BEFORE_AFTER else None
    elif _is_preposition(match.group().lower().strip(), text, start, end, text[max(0, start - 90) : match.start()]):
        return None
    return match.lastgroup if match else None


_BEFORE_AFTER = frozenset(" +-\n")


def _may_be_modified(text: str, start: int) -> bool:
    if not start:
        return False
    last = text[start - 1]
    if last == "-":
        return text[max(0, start - 4) : start].lower() == "sub-"
    if last in _SIGNS or (last == " " and text[start - 2 : start - 1] in _SIGNS):
        return True
    words = text[max(0, start - 24) : start].split()[-2:]
    word_before = words[0 if words[-1].lower() in _ARTICLES else -1].removesuffix(".") if words else ""
    if word_before.isalpha() and word_before.isascii() and word_before.lower() not in _LAST:
        return False
    word = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return bool(word) and word[1].lower() in _LAST if word else False


def _is_preposition(word: str, text: str, start: int, end: int, before: str) -> bool:
    """Say whether "around", "over" and "up to" only say where, how long or about what: "a row over two seats"."""
    number = text[start:end]
    if word == "around":
        return number.isalpha()
    if word.startswith("up"):
        return word.startswith("up to") and _adds_up(before, text, end)
    if word.split()[0] != "over":
        return False
    return is_about(before, text, start, end) or (bool(_TIME.search(number)) and not _IS_LONGER.search(before[-12:]))


_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|(?P<comes>c[ao]mes?|coming|back|inch(?:es|ed|ing)|sum(?:s|med|ming)))\s$", re.IGNORECASE
)
_ADDED_TO = re.compile(r"\s(?:(?!and|or|but|in|on|at|for|by|as|when|while|if|after)[a-z]|(?:[a-z]+\s)?to\s)")


def _adds_up(before: str, text: str, end: int) -> bool:
    """Say whether "up to" only gives a sum, as in "The parts add up to 100", but not "add up to 100 jobs"."""
    match = _ADDS.search(before[-16:])
    return match is not None and bool(match["comes"] or not _ADDED_TO.match(text, end))


_TIME = re.compile(r"(?:second|minute|hour|day|week|month|year|decade)s?$", re.IGNORECASE)
_IS_LONGER = re.compile(
    r"\b(?:for|just|well|is|was|be|been|of|lasts?|lasted|took|takes?|after|in|to|and|than|with|at|by|from)\s$|^$",
    re.IGNORECASE,
)
