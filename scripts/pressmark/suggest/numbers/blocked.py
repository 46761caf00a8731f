"""Find the stretches whose numerals are dates, clock times, telephone numbers, addresses or references. No I/O."""

from __future__ import annotations

import re

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_MONTH = frozenset(
    """January February March April May June July August September October November December JANUARY FEBRUARY
    MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER Jan Feb Mar Apr Jun Jul Aug Sept Sep
    Oct Nov Dec""".split()
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?:\s?[-–—/]\s?|\s(?:to|and|or|through)\s){_DAY})?"
_ZONES = "GMT|UTC|EST|EDT|ET|CET|BST|IST|PST|PDT|[Hh]ours\\s(?:GMT|local|on)"
_FROM_HERE = re.compile(
    rf"""
      {_DAYS}\s(?:of\s)?{_MONTHS}\b(?:,?\s[0-9]{{4}}\b)?                       # 14 March 2019
    | [0-9]{{1,4}}([./-])[0-9]{{1,2}}\1[0-9]{{1,4}}\b                           # 2019-03-14, 1.2.3
    | (?:[0-9]+\.){{2,}}[0-9]+\b                                                # 10.0.0.1
    | [0-9]+:[0-9]+(?:[:.][0-9]+)*(?:\s?[ap]\.?m\b)?                            # 4:30 pm, 1:36.6
    | [0-9]{{1,2}}(?:\.[0-9]{{2}})?                                            # 4 p.m., 6-8 p.m.
      (?:\s?(?:to|[-–])\s?[0-9]{{1,2}}(?:[.:][0-9]{{2}})?)?\s?(?:[ap]\.?m|[AP]\.?M)\b
    | [0-9]{{1,2}}\so[’']clock\b
    | [0-9]{{1,4}}(?:\.[0-9]{{2}})?\s(?:{_ZONES})\b
    | [0-9]+(?:,[0-9]{{3}})*(?:st|nd|rd|th|ST|ND|RD|TH)\b                       # 21st
    | [0-9]{{2,4}}[’']?s\b                                                      # 1990s
    | [0-9]+(?:[-‑][0-9]+){{2,}}\b | [0-9]{{3}}[-‑.][0-9]{{4}}\b                # 555-010-0199
    | 0[0-9]{{2,4}}\s[0-9]{{3,4}}\s[0-9]{{3,4}}\b
    | (?:24|9|50|20)/(?:7|11|50|20)\b | 9-to-5\b
    | (?:911|999|112)(?=\s(?:calls?|callers?|dispatch\w*|operators?|emergency|tapes?)\b)
    | (?:1[5-9]|20)[0-9]{{2}}(?:\s?[-–—/]\s?(?:1[5-9]|20)[0-9]{{2}}|[-–—/][0-9]{{2}})\b       # 2016–18
      (?![,%]|\s?(?:[kcmµμn]?[gmL]|[kMG]?Hz|K|rpm|ppm|cm−|people|euros|dollars|[Cc]alories)\b)
    | [0-9]{{1,3}}°\s?[0-9]{{1,2}}(?:\.[0-9]+)?[′’'](?:\s?[0-9]{{1,2}}(?:\.[0-9]+)?[″”"])?\s?[NSEW]?   # 57°44’N
    """,
    re.VERBOSE,
)
_AFTER_MONTH = re.compile(rf"{_DAYS}\b(?![,.]?[0-9]|\s?%)(?:,?\s[0-9]{{4}}\b)?|[12][0-9]{{3}}\b(?![,.]?[0-9]|\s?%)")
_PHONE = re.compile(r"\([0-9]{2,4}\)[\s-]?[0-9]{3,4}[\s.-]?[0-9]{3,4}\b")
_ABROAD = re.compile(r"[0-9]{1,3}(?:[\s.-](?:[0-9]{2,4}|\([0-9]{2,4}\))){2,4}\b")
_REFERENCES = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?[a-z]?(?:\s?[,;–-]\s?[0-9]{1,3}[a-z]?)*([)\]])")
_ARGUMENTS = re.compile(r"[0-9.]+(?:,\s?[0-9.]+)*\)")
_LIST_ITEM = re.compile(r"[0-9]{1,2}[.)]\s")
_FAR = 100
_ADDRESS = re.compile(r"[\w./:?&=#@%+~-]{1,100}")


def blocked_to(text: str, at: int) -> int:
    """Say where the date, time, number or reference ends that a digit at ``at`` begins or stands in; 0 if in none."""
    if match := _FROM_HERE.match(text, at):
        return match.end()
    before = text[at - 1] if at else ""
    if not before:
        return match.end() if (match := _LIST_ITEM.match(text, at)) else 0
    if before.isspace():
        return _after_month(text, at)
    if before in "#@№":
        return at + 1
    if before in "'’‘" and not text[at - 2 : at - 1].isalnum():
        return at + 2 if text[at : at + 2].isdigit() else 0
    if before in "([":
        return _bracketed(text, at)
    if before == "+" and (match := _ABROAD.match(text, at)):
        return match.end()
    if before in "'’′" and at > 1 and text[at - 2].isdigit():
        return at + 1  # feet and inches
    if before in "/=.&?_~%" or before.isalpha():
        return _in_address(text, at)
    if before == "," and text[at - 2 : at - 1].isdigit():
        return at + 1
    return 0


def _after_month(text: str, at: int) -> int:
    """Say where "14, 2019" of "March 14, 2019" ends."""
    low = max(0, at - 11)
    word = text[low : at - 1].rsplit(None, 1)[-1:]
    if (
        not word
        or word[0].strip("(,.“\"‘'—–-[") not in _MONTH
        or (word[0][-1] not in ".," and not word[0][-1].isalpha())
    ):
        return 0
    match = _AFTER_MONTH.match(text, at)
    return match.end() if match else 0


def _bracketed(text: str, at: int) -> int:
    """Say where "[12, 14]", "(24)" after a word in lower case, or a telephone's "(555) 010-0199" ends."""
    if text[at - 1] == "(" and (phone := _PHONE.match(text, at - 1)):
        return phone.end()
    glued = text[at - 1] == "(" and at > 1 and text[at - 2].isalnum()
    match = (_ARGUMENTS if glued else _REFERENCES).match(text, at)
    if match is None:
        return 0
    if text[at - 1] == "[" or glued:
        return match.end()
    return match.end() if _is_reference(text, at, text[at : match.end() - 1].isdigit()) else 0


_CITED = frozenset("eq eqs equation ref refs fig figs table note no".split())


def _is_reference(text: str, at: int, alone: bool) -> bool:
    """Say whether numbers in round brackets refer to something; one alone after a name is an age: "Soto (35)"."""
    before = text[max(0, at - 14) : at - 1]
    if not before[-1:].isspace():
        return True  # also at the beginning of a sentence
    word = before.split()[-1:]
    if not alone:
        return "." not in text[at : at + 5] or (bool(word) and word[0].lower().rstrip(".") in _CITED)
    return bool(word) and (
        word[0][0].islower() or word[0].rstrip(",;")[-1:] in (")", "]", "%") or word[0].lower().rstrip(".") in _CITED
    )


def _in_address(text: str, at: int) -> int:
    """Say where the web or mail address ends that a digit stands in."""
    start = at
    low = max(0, at - _FAR)
    while start > low and not text[start - 1].isspace():
        start -= 1
    written = text[start:at]
    if written[-1:] == "%" or "://" in written or "www." in written or "@" in written or written.startswith("#"):
        match = _ADDRESS.match(text, at)
        return match.end() if match else at + 1
    return 0
