"""From a stop in an article's text to the decision whether a sentence ends with it.

Every look at the text around a stop is bounded, so that a decision takes the same time in any text.
"""

from __future__ import annotations

import re

from .layout import DAY, MONTH

_NAME_FOLLOWS = frozenset(
    """abp adj adm ald amb asst att atty bp brig capt cdr cllr cmdr cmdt col comdr cpl cpt ctr del dep det dist dr drs
    ens fr ft gen gens gov govs hon insp lcpl lieut lt lts maj messrs mgr mlle mme mons mr mrs ms msgr msgt mt mx pfc
    pres prof profs pte pt pvt rep reps rev revs rt secy sen sens sfc sgt spc ssgt supt ven lt.col lt.gen maj.gen
    brig.gen""".split()
)
"""Ranks and titles, written with a capital: a name follows them."""
_NEVER_ENDS = frozenset("v vs viz cf e.g i.e approx al".split())
_NUMBER_FOLLOWS = frozenset(
    "no nos nr p pp fig figs vol vols ch art arts para paras sec sect ca c rs tk sh ksh ush".split()
)
"""Abbreviations only where a number follows."""
_MEASURES = frozenset("ft in lb lbs hr hrs min mins yd yds".split())
"""Units after which the rest of a measure may follow in smaller ones ("6 ft. 2 in.")."""
_COMPANY = frozenset("inc corp co cos ltd plc llc".split())
_MAY_END = _COMPANY | frozenset(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    bros assn assoc dept univ intl natl jr sr esq ph.d est st ste ave blvd rd hwy pkwy sq
    ala ariz ark calif cal colo conn dak fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo ont que alta mfg tel yahoo jeopardy""".split()
)
"""Written with a capital, they end a sentence only where a word follows that often begins one."""
_STARTERS = "|".join(
    """The This That These Those He She It They We You His Her Its Their Our My I There Here A An In On At By For From
    With Without After Before Since During Under Until Unlike Among As If When While Whether Where Why What Who How
    Although Though Because But And Or So Yet Nor Not Nearly Now Then Also Meanwhile However Moreover Still Some
    Many Most More Several Both Each Every All Another Other Others Such According Despite To One Two Three Once
    Only Even Just Last Earlier Later Today Yesterday Instead Nevertheless Nobody None Nothing Neither Either
    Perhaps Police Officials Is Are Was Were Did Do Does Can Could Would Should Will Have Has Had Please""".split()
)
STARTER = re.compile(rf"(?:{_STARTERS})(?:[’'](?:s|re|m|ve|ll|d))?(?![\w.’'-])")
_SURE_STARTER = re.compile(r"(?:The|It|They|But|This|These|Their|When|After|Meanwhile|However)(?![\w.’'-])")
"""No name begins with these, so that even a rank before them ends its sentence ("made Lt. Col. The town …")."""
_NO_ONE = re.compile(r"No\s(?:one|body)\b")
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Mme)\b\.?\s[A-Z]|(?:Dr|Prof|Sir|Dame)\b\.?(?:\s[A-Z][\w’'-]{0,20}){1,3}+\s(?:also\s)?"
    r"(?:said|says|told|added|was|is|has|had|did|will|would|[a-z]{3,12}ed)\b"
)
"""Whoever is named so begins a sentence after an initial or an acronym ("in the U.S. Mr. Park said")."""
_PLACED = re.compile(r"(?:In|From|Across|Outside|For|To|At|By) (?:the )?(?:[A-Z]\.){1,3}[A-Z]\Z")
"""Opens a sentence that goes on ("In the U.S. Mr. Park said")."""
_IN_THE = re.compile(r"\b(?:in|to|from|across|throughout|outside|of|for|by|against|with) the (?:[A-Z]\.){1,3}[A-Z]\Z")
_PLURAL_SUBJECT = re.compile(
    r"(?!(?:Marines|Forces|Airways|Airlines|Securities|Senators|Representatives|Democrats|Republicans|Attorneys|Officers|"
    r"Soldiers|Troops|Officials|Embassies|States|Nationals|Olympics|Customs|Lawmakers|Courts|Industries)\b)"
    r"[A-Z][a-z]{2,20}(?<!s)s\s(?:were|are|have|had|rose|fell|grew|sank|shrank|did|do|will|would|can|could|may|might|must|"
    r"should|went|came|took|made|began|became|remain|ran|lost|won|said|say|[a-z]{3,12}(?<!e)ed)\b"
)
"""After "in the U.K." a sentence begins with "Sales rose", but "the U.S. Marines were" may go on."""
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,16}(?:ed|ing)\s[a-z]")
_CLOCK_FOLLOWS = re.compile(
    rf"\d|{DAY}|{MONTH}|(?:[A-Z]{{2,4}}|Eastern|Pacific|Central|Mountain|Greenwich|Local)\b|[A-Z]\.(?:[A-Z]\.)?T\b"
)
_AT_CLOCK = re.compile(r"(?:At|By|Around|About|Since|Until|Before|After|From) \d[\d:.]{0,4} ?[ap]\.m\Z")
"""Opens a sentence that goes on ("At 5 a.m. Mr. Obi left")."""
_LOCAL_TIME = re.compile(r"(?:[A-Z][\w’']{1,20}\s){1,3}[Tt]ime\b")
_VERBS = (
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|answered|shouted|tweeted|posted|continued|wondered|"
    r"yelled|cried|declared|exclaimed|joked|quipped|recalled|responded|insisted|warned|claimed|argued|explained|noted|"
    r"demanded|screamed|concluded)\b"
)
_REPORTING = re.compile(rf"(?:[\w.’'-]{{1,30}},?\s{{1,3}}){{1,6}}?{_VERBS}")
_THE_NAMED = re.compile(rf"The\s(?:[A-Z][\w’'-]{{0,20}}\s){{1,4}}?(?:reported|{_VERBS})(?=[.,:]|\s(?:in|on)\b)")
CANDIDATE = re.compile(
    r"([.!?…؟।]++|[。！？]++)(?:\[\d{1,3}\]){0,4}+([\"'”’»›)\]」』）]*+(?:(?:“|[ \xa0][”»])(?=\s|\Z))?+)"
    r"(?=(\s*+)([\"'“”‘’«‹„(\[`]*+\s?)(\S{0,20}))"
)
"""Groups: stop, closing marks; then, looked at only: space, opening marks, the next characters."""
_TOKEN = re.compile(r"(?:\A|(?<=[^\w.’']))[^\W\d_][\w.]*\Z")
_PLAIN_WORD = re.compile(r"(?:\A|\s)(?:[“‘\"'(]?[A-Za-z’-]{2,}|[$€£]?\d[\d.,]*[\d%])\Z")
_SMALL_WORD = re.compile(r"(?:\A|[\s(“‘\"'-])(?!(?:ft|lb|oz|vs|co|pp|al|ca)\Z)[a-z’'-]{2,}\Z")
_MEASURED = re.compile(r"\d[\s-]?[a-z]+\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ENUMERATOR = re.compile(r"[(•*–-]?\s?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})")
_ITEM = re.compile(r"[*–—-] [A-Z][\w’'-]{1,20} (?!(?:de|di|da|del|van|von|der|bin|al|of|and)\b)[a-z]")
"""An item of a list whose lines were run together: after a dash or star a capital, then no name."""
_ASIDE = re.compile(r"([(\[])\s?(?!sic\b)[a-z][a-z ,’'-]{2,40}[)\]](?=\s+[“\"]?[A-Z])")
"""A stage direction between two sentences ("(laughs)")."""
_QUOTES = frozenset("\"”’'")


def is_boundary(text: str, start: int, match: re.Match[str]) -> bool:
    """Decide whether a sentence that began at ``start`` ends with the candidate."""
    stop, _, gap, opening, head = match.groups()
    before = text[max(start, match.start() - 16) : match.start()]
    if not gap:
        return _is_boundary_without_space(before, match)
    if not _may_begin(head, opening):
        return _item_follows(before, match)
    if "…" in stop or ".." in stop or before.endswith((". ", ".\xa0")):
        return _ellipsis_ends(before, match)
    if stop == ".":
        return _full_stop_ends(before, match) or _subject_follows(before, match)
    return not _continues_quotation(match) and (stop != "!" or _full_stop_ends(before, match))


def _may_begin(head: str, opening: str) -> bool:
    """Say whether a sentence may begin with ``head``, the next characters after any opening marks."""
    first = head[:1]
    if first.isalnum():
        return not first.islower() or head[1:2].isupper() or head.startswith(("http://", "https://", "www."))
    return head.startswith((*"$€£¥#@•▪●…¿¡©", "...")) or (bool(opening.strip()) and first not in ",;:.!?-–—")


def _item_follows(before: str, match: re.Match[str]) -> bool:
    """Say whether an item of a list or an aside in brackets begins after a stop, where no sentence could."""
    text, at = match.string, match.start(4)
    first = text[at : at + 1]
    if match[2] or not first or first not in "*–—-([" or not _SMALL_WORD.search(before):
        return False
    if first in "([":
        return _full_stop_ends(before, match) and bool(_ASIDE.match(text, at))
    return bool(_ITEM.match(text, at))


def _full_stop_ends(before: str, match: re.Match[str]) -> bool:
    """Decide a single stop from the token before it and the word after it."""
    if len(before) <= 4 and _ENUMERATOR.fullmatch(before):
        return False
    found = _TOKEN.search(before)
    if found is None or len(found[0]) > 10:
        return True
    token, key, head = found[0], found[0].lower(), match[5]
    if key in ("a.m", "p.m"):
        return not (
            _CLOCK_FOLLOWS.match(head) or _AT_CLOCK.match(before) or _LOCAL_TIME.match(match.string, match.start(5))
        )
    if key in _NEVER_ENDS:
        return False
    if key in _NAME_FOLLOWS and token[0].isupper():
        shouted = token.isupper() and len(token) > 1 and not head[:2].isupper()
        return shouted or bool(_SURE_STARTER.match(head))
    if key in _MEASURES and head[:1].isdigit():
        return not _MEASURED.search(before)
    if key in _NUMBER_FOLLOWS and (len(token) > 1 or token.islower()):
        return bool(STARTER.match(head)) if key == "sec" and token[0].isupper() else not head[:1].isdigit()
    if key == "d.c" and before.endswith(("Washington, D.C", "Washington D.C")):
        return head[:1].isalpha()
    initial = len(token) == 1 and token.isupper()
    if initial or _ACRONYM.fullmatch(token) or (key in _MAY_END and token[0].isupper()):
        return bool(STARTER.match(head))
    return True


def _subject_follows(before: str, match: re.Match[str]) -> bool:
    """Decide a stop after an acronym or a company by the subject and verb that follow, where one word does not tell."""
    found = _TOKEN.search(before)
    if found is None:
        return False
    at, key = match.start(5), found[0].lower()
    if key in _COMPANY and found[0][0].isupper():
        return any(form.match(match.string, at) for form in (_PERSON, _PARTICIPLE, _PLURAL_SUBJECT))
    if not _ACRONYM.fullmatch(found[0]) or key in _NEVER_ENDS or found[0].islower() or _PLACED.match(before):
        return False
    if _PERSON.match(match.string, at):
        return True
    wide = match.string[max(0, match.start() - 24) : match.start()]
    return bool(_IN_THE.search(wide) and _PLURAL_SUBJECT.match(match.string, at))


def _ellipsis_ends(before: str, match: re.Match[str]) -> bool:
    """Decide an ellipsis: alone it opens a sentence, between spaces it mostly stands for words left out."""
    if not before.strip(" [(“\"'‘"):
        return False
    if _QUOTES.intersection(match[2]):
        return not _continues_quotation(match)
    if before[-1].isspace() and not before.endswith(". . . "):
        return match[5] != "I" and bool(STARTER.match(match[5]))
    return True


def _continues_quotation(match: re.Match[str]) -> bool:
    """Say whether a name and a reporting verb follow the closing mark (“Why now?” Smith asked)."""
    if not _QUOTES.intersection(match[2]) or match[4].strip():
        return False
    text, at = match.string, match.start(5)
    if STARTER.match(match[5]):
        return bool(_THE_NAMED.match(text, at))
    return not _NO_ONE.match(text, at) and bool(_REPORTING.match(text, match.end(3), match.end(3) + 200))


def _is_boundary_without_space(before: str, match: re.Match[str]) -> bool:
    """Decide a candidate with no space after it, as in text scraped carelessly ("it ended.The minister")."""
    stop, closing, _, opening, head = match.groups()
    if stop[0] in "。！？":
        return not closing or head[:1] not in "と、，"
    if not head[:1].isupper() or (len(stop) > 1 and (stop[0] != "." or head[0] == "I")):
        return False
    if opening == "“" or (closing.endswith("”") and head[1:2].islower()):
        return True
    starter = STARTER.match(head)
    return starter is not None and starter.end() == len(head.rstrip(",")) and bool(_PLAIN_WORD.search(before))
