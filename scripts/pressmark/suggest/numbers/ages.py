"""Tell bare numbers that are ages from counts: "She was 91", "people over 65", "aged 7 and 9". No I/O."""

from __future__ import annotations

import re

from .counted import counted
from .quantity import Quantity

_PERSON = (
    r"(?:(?:grand|step)?(?:sons?|daughters?|mother|father|brothers?|sisters?|child|children)|baby|toddler|infant|m[ae]n|wom[ae]n|boys?|girls?"
    r"|wife|husband|victims?|suspects?|drivers?|teenagers?|twins|players?|singer|actor|actress|author|president|pope"
    r"|king|queen|defendants?|patients?|students?|pupils?|soldiers?|survivors?|gunman|rider|pilot|cyclist|pedestrian"
    r"|uncle|aunt|cousins?|niece|nephew|pensioner|passenger|striker|midfielder|goalkeeper|winger|defender)"
)
_GROUP = (
    r"(?:people|persons|those|anyone|everyone|someone|adults|women|men|children|kids|boys|girls|youths|youngsters|voters"
    r"|workers|residents|patients|players|drivers|pensioners|infants|minors|citizens|students|pupils|americans|britons"
    r"|visitors|passengers|candidates|anybody|everybody|men|males|females|teens|teenagers|smokers|employees|migrants)"
)
_DEGREE = r"(?:(?:just|only|now|also|still|about|around|almost|nearly|barely|already|then|both|over|under)\s){0,2}"
_WAS = re.compile(
    rf"(?:\b(?:(?:he|she|who|{_PERSON}|(?:Mr|Mrs|Ms|Dr|Sir)\.?\s[A-Z][\w’'-]+)\s(?:is|was|isn[’']t|wasn[’']t)|I\s(?:am|was)"
    rf"|I[’']m|(?:he|she|who)[’']s|(?:who|they)\s(?:are|were)\sboth|both\s(?:are|were))"
    rf"|\bturn(?:s|ed|ing)?|\b(?:dies|died|dead|dying|death|retired?|retires|retirement|married|marry|marries|orphaned"
    r"|widowed|pregnant|mother|father|champion|graduated|(?:started|began)\s(?:play|sing|danc|act|work|writ|cook|paint|runn|smok|drink|driv|swimm)"
    rf"ing|left\s(?:school|home))\sat|\b(?:boy|girl|man|woman|child|youth|teenager)\sof)\s{_DEGREE}$",
    re.IGNORECASE,
)
"""A person and "is", or what is done at an age, before a number that ends the clause."""
_CLAUSE_ENDS = re.compile(
    r"[.,;:!?)”\"](?![0-9])|[’'](?!\w)|$|\s[–—-]|\s(?:and|but|or|when|while|as|at|in(?!\sthe\b)|on|with|this|last|next|now|then|today"
    r"|yesterday|tomorrow|if|after|before|until|since|because|years?|he|she|I|it)\b"
)
_AT = re.compile(r"\b(?P<at>at)\s(?:(?:age|just|only|barely|even)\s)?$", re.IGNORECASE)
_AT_START = re.compile(r"(?:^|[.;:!?“\"‘'—–]\s?)(?:and\s|but\s|now\s)?$", re.IGNORECASE)
_HE = re.compile(r",?\s(?:he|she|I)\b")
_SOMEBODY = re.compile(r",\s(?:his|her|my|(?!The|A|An|It|They|We|This|That|In|At)[A-Z][\w-]+(?![’'\w]))")
_OF_GROUP = re.compile(
    rf"\b{_GROUP}\s(?:(?:who\s)?(?:are|is|were)\s)?(?:aged\s)?(?:(?:just|all)\s)?"
    r"(?:over|under|above|below|(?:older|younger)\sthan|between)\s(?:the\sage\sof\s)?$",
    re.IGNORECASE,
)
_OLDER = re.compile(r"\s(?:and|or)\s(?:older|younger)\b|\sage\s(?:groups?|ranges?|brackets?)\b", re.IGNORECASE)
_AND_OVER = re.compile(r"\s(?:and|or)\s(?:over|under|above|up)\b", re.IGNORECASE)
_GROUP_BEFORE = re.compile(rf"\b{_GROUP}\s$", re.IGNORECASE)
_BESIDE_NAME = re.compile(rf"\b(?:[A-Z][\w’'.-]*|{_PERSON}),\s$")
_BESIDE_PERSON = re.compile(rf"\b{_PERSON},\s$")
_ALSO_BESIDE_NAME = re.compile(rf"\b(?:[A-Z][\w’'.-]*|{_PERSON}),\s(?:also|now|then|still|only|just|both|all)\s$")
_SO_MANY_AGES = re.compile(r"(?:,\s[0-9]{1,3}){0,4}\s(?:and|or)\s[0-9]{1,3}(?=[,.;)]|$|\syears\sold\b)")
_APPOSED = re.compile(r"[,;.)]|$")
_WERE = re.compile(rf"\b(?:who|they|{_PERSON})\s(?:are|were)\s$", re.IGNORECASE)
_CHAINED = re.compile(r",?\s(?:and|or)\s|,\s|\sto\s")
_CHAIN_GOES_ON = re.compile(r"[,;.)”\"](?![0-9])|$|\s(?:and|or)\s[0-9]")
_NO_AGE_AFTER = re.compile(r"\s(?:of|were|was|are|is|have|had|has|in|on|at|to|more|other)\b|-")


_WORDS_BEFORE = frozenset(
    """is was isn't isn’t wasn't wasn’t am i'm i’m he's he’s she's she’s who's who’s are were turn turns turned
    turning at of just only now also still about around almost nearly barely already then both over under above
    below than between even age all""".split()
)
"""One of these, or a comma, stands right before a bare age that "older" and the like do not follow."""


def is_bare_age(quantity: Quantity, text: str) -> bool:
    """Say whether the words around a bare number make it an age, as in "He is 45", "Dies at 91", "At 17, he left"."""
    start, end = quantity.start, quantity.end
    if text[end : end + 2] in (" a", " o") and (
        _OLDER.match(text, end)
        or (_AND_OVER.match(text, end) and _GROUP_BEFORE.search(text, max(0, start - 60), start))
    ):
        return True
    if start < 3 or text[start - 1] != " ":
        return False
    if text[start - 2] == ",":
        if _SO_MANY_AGES.match(text, end):
            return bool(_BESIDE_NAME.search(text, max(0, start - 60), start))
        return bool(_APPOSED.match(text, end)) and bool(_BESIDE_PERSON.search(text, max(0, start - 24), start))
    last = text[max(0, start - 9) : start - 1].rpartition(" ")[2].lower()
    return last in _WORDS_BEFORE and _is_after(text[max(0, start - 60) : start], text, end)


def _is_after(before: str, text: str, end: int) -> bool:
    """Say whether a number that ends at ``end`` is an age after "was", "at", "people over" and the like."""
    if _OF_GROUP.search(before):
        return counted(text, end, singular=False) is None
    if _CLAUSE_ENDS.match(text, end) and _WAS.search(before):
        return True
    if _WERE.search(before):
        return bool(_SO_MANY_AGES.match(text, end))
    if at := _AT.search(before):
        if _HE.match(text, end):
            return True
        return bool(_SOMEBODY.match(text, end)) and bool(_AT_START.search(before[: at.start()]))
    return bool(_APPOSED.match(text, end)) and bool(_ALSO_BESIDE_NAME.search(before))


def goes_on_ages(last_end: int, quantity: Quantity, text: str) -> bool:
    """Say whether a bare number is the next of a list of ages, of which one ended before: "aged 7 and [9]"."""
    if quantity.dimension != "count" or quantity.rate or quantity.numeral.form == "fraction":
        return False
    if quantity.numeral.grouped or not 0 < quantity.value < 120 or quantity.start - last_end > 6:
        return False
    if not _CHAINED.fullmatch(text, last_end, quantity.start):
        return False
    if _CHAIN_GOES_ON.match(text, quantity.end):
        return True
    if text[last_end] == "," or _NO_AGE_AFTER.match(text, quantity.end):
        return False
    return counted(text, quantity.end, singular=False) is None
