"""From an article's text to the sentences that tile it. Values in, values out.

Rules, not a model: one compiled pattern finds the candidate boundaries, and each is decided from a bounded stretch of
text around it, so that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layout import DAY, MONTH, find_kinds, find_paragraphs
from .model import Sentence

SEGMENTER = "pressmark-segment 0.2.0"

_NAME_FOLLOWS = frozenset(
    """abp adj adm ald amb asst att atty bp brig capt cdr cllr cmdr cmdt col comdr cpl cpt ctr del det dr drs ens fr ft
    gen gens gov govs hon insp lt lts maj messrs mgr mlle mme mr mrs ms msgr mt mx pfc pres prof profs pte pt pvt rep
    reps rev revs sen sens sgt spc ssgt supt lt.col lt.gen maj.gen brig.gen""".split()
)
"""Ranks and titles, written with a capital: they never end a sentence."""
_NEVER_ENDS = frozenset("v vs viz cf e.g i.e approx al".split())
_NUMBER_FOLLOWS = frozenset("no nos p pp fig figs vol vols ch art arts para paras sec sect ca c".split())
"""Abbreviations only where a number follows."""
_MAY_END = frozenset(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    inc corp co cos ltd plc llc bros assn assoc dept univ intl natl jr sr esq ph.d est st ste ave blvd rd hwy pkwy sq
    ala ariz ark calif cal colo conn dak fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo ont que alta mfg tel yahoo jeopardy""".split()
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
_STARTER = re.compile(rf"(?:{_STARTERS})(?:[’'](?:s|re|m|ve|ll|d))?(?![\w.’'-])")
_NO_ONE = re.compile(r"No\s(?:one|body)\b")
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Mme)\b\.?\s[A-Z]|(?:Dr|Prof|Sir|Dame)\b\.?(?:\s[A-Z][\w’'-]{0,20}){1,3}+\s(?:also\s)?"
    r"(?:said|says|told|added|was|is|has|had|did|will|would|[a-z]{3,12}ed)\b"
)
"""Whoever is named so begins a sentence after an initial or an acronym ("in the U.S. Mr. Park said")."""
_IN_THE = re.compile(r"\b(?:in|to|from|across|throughout|outside|of|for|by|against|with) the (?:[A-Z]\.){1,3}[A-Z]\Z")
_PLURAL_SUBJECT = re.compile(
    r"(?!(?:Marines|Forces|Airways|Airlines|Securities|Senators|Representatives|Democrats|Republicans|Attorneys|Officers|"
    r"Soldiers|Troops|Officials|Embassies|States|Nationals|Olympics|Customs|Lawmakers|Courts|Industries)\b)"
    r"[A-Z][a-z]{2,20}(?<!s)s\s(?:were|are|have|had|rose|fell|grew|sank|shrank|did|do|will|would|can|could|may|might|must|"
    r"should|went|came|took|made|began|became|remain|ran|lost|won|said|say|[a-z]{3,12}(?<!e)ed)\b"
)
"""After "in the U.K." a sentence begins with "Sales rose", but "the U.S. Marines were" may go on."""
_CLOCK_FOLLOWS = re.compile(rf"\d|{DAY}|{MONTH}|(?:[A-Z]{{2,4}}|Eastern|Pacific|Central|Mountain|Greenwich|Local)\b")
_REPORTING = re.compile(
    r"(?:[\w.’'-]{1,30},?\s{1,3}){1,6}?(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|answered|shouted|"
    r"tweeted|posted|continued|wondered|yelled|cried|declared|exclaimed|joked|quipped|recalled|responded|insisted|"
    r"warned|claimed|argued|explained|noted|demanded|screamed|concluded)\b"
)
_CANDIDATE = re.compile(
    r"([.!?…؟।]++|[。！？]++)(?:\[\d{1,3}\]){0,4}+([\"'”’»›)\]]*+(?:(?:“|[ \xa0][”»])(?=\s|\Z))?+)"
    r"(?=(\s*+)([\"'“”‘’«‹„(\[`]*+\s?)(\S{0,20}))"
)
"""Groups: stop, closing marks; then, looked at only: space, opening marks, the next characters."""
_TOKEN = re.compile(r"(?:\A|(?<=[^\w.’']))[^\W\d_][\w.]*\Z")
_PLAIN_WORD = re.compile(r"(?:\A|\s)[“‘\"'(]?[A-Za-z’-]{2,}\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ENUMERATOR = re.compile(r"[(•*–-]?\s?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})")
_QUOTES = frozenset("\"”’'")


def segment(text: str) -> list[Sentence]:
    """Cut an article's text into sentences that tile it.

    Every character that is not whitespace belongs to exactly one sentence; sentences begin and end with such
    characters and stand in the order of the text. Offsets are code points, half-open, into ``text``.

    A line is a paragraph, except in hard-wrapped text, where a block of lines is one. ``paragraph`` counts paragraphs
    from 0, and no sentence crosses one. ``section`` is 0 for the lead; a heading opens the next one, but for a heading
    that is the first unit (the headline). A heading or byline is one unit. Blank text gives no sentences.
    """
    paragraphs = find_paragraphs(text)
    kinds = find_kinds([text[start:end] for start, end in paragraphs])
    sentences: list[Sentence] = []
    section = 0
    for number, ((start, end), kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        section += kind == "heading" and number > 0
        whole = kind in ("heading", "byline")
        for first, last in [(start, end)] if whole else _cut(text, start, end):
            sentences.append(Sentence(first, last, number, section, kind))
    return sentences


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph, given without whitespace around it, into the offsets of its sentences."""
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() < end and _is_boundary(text, start, match):
            yield start, match.end()
            start = match.end(3)
    yield start, end


def _is_boundary(text: str, start: int, match: re.Match[str]) -> bool:
    """Decide whether a sentence that began at ``start`` ends with the candidate."""
    stop, _, gap, opening, head = match.groups()
    before = text[max(start, match.start() - 16) : match.start()]
    if not gap:
        return _is_boundary_without_space(before, match)
    if not _may_begin(head, opening):
        return False
    if "…" in stop or ".." in stop or before.endswith((". ", ".\xa0")):
        return _ellipsis_ends(before, match)
    if stop == ".":
        return _full_stop_ends(before, head) or _subject_follows(before, match)
    return not _continues_quotation(match) and (stop != "!" or _full_stop_ends(before, head))


def _may_begin(head: str, opening: str) -> bool:
    """Say whether a sentence may begin with ``head``, the next characters after any opening marks."""
    first = head[:1]
    if first.isalnum():
        return not first.islower() or head[1:2].isupper() or head.startswith(("http://", "https://", "www."))
    return head.startswith((*"$€£¥#@•▪●…¿¡", "...")) or (bool(opening.strip()) and first not in ",;:.!?-–—")


def _full_stop_ends(before: str, head: str) -> bool:
    """Decide a single stop from the token before it and the word after it."""
    if len(before) <= 4 and _ENUMERATOR.fullmatch(before):
        return False
    found = _TOKEN.search(before)
    if found is None or len(found[0]) > 10:
        return True
    token, key = found[0], found[0].lower()
    if key in ("a.m", "p.m"):
        return not _CLOCK_FOLLOWS.match(head)
    if key == "d.c":
        return head[:1].isalpha()
    if key in _NEVER_ENDS or (key in _NAME_FOLLOWS and token[0].isupper()):
        return False
    if key in _NUMBER_FOLLOWS and (len(token) > 1 or token.islower()):
        return not head[:1].isdigit()
    initial = len(token) == 1 and token.isupper()
    if initial or _ACRONYM.fullmatch(token) or (key in _MAY_END and token[0].isupper()):
        return bool(_STARTER.match(head))
    return True


def _subject_follows(before: str, match: re.Match[str]) -> bool:
    """Decide a stop after a dotted acronym by a subject and its verb, where the next word alone does not tell."""
    found = _TOKEN.search(before)
    if found is None or not _ACRONYM.fullmatch(found[0]) or found[0].lower() in _NEVER_ENDS or found[0].islower():
        return False
    at = match.start(5)
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
    if before[-1].isspace():
        return match[5] != "I" and bool(_STARTER.match(match[5]))
    return True


def _continues_quotation(match: re.Match[str]) -> bool:
    """Say whether a name and a reporting verb follow the closing mark (“Why now?” Smith asked)."""
    if not _QUOTES.intersection(match[2]) or match[4].strip() or _STARTER.match(match[5]):
        return False
    if _NO_ONE.match(match.string, match.start(5)):
        return False
    return bool(_REPORTING.match(match.string, match.end(3), match.end(3) + 200))


def _is_boundary_without_space(before: str, match: re.Match[str]) -> bool:
    """Decide a candidate with no space after it, as in text scraped carelessly ("it ended.The minister")."""
    stop, closing, _, opening, head = match.groups()
    if stop[0] in "。！？":
        return True
    if len(stop) > 1 or not head[:1].isupper():
        return False
    if opening == "“" or (closing.endswith("”") and head[1:2].islower()):
        return True
    starter = _STARTER.match(head)
    return starter is not None and starter.end() == len(head.rstrip(",")) and bool(_PLAIN_WORD.search(before))
