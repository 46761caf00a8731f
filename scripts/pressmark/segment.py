"""From an article's text to the sentences that tile it. Values in, values out.

Rules, not a model: one compiled pattern finds the candidate boundaries, and each is decided from a bounded stretch of
text around it, so that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressmark.model import Sentence

SEGMENTER = "pressmark-segment 0.1.0"

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
    Although Though Because But And Or So Yet Nor Not Nearly Now Then Also Meanwhile However Moreover Still Some Many
    Most More Several Both Each Every All Another Other Others Such According Despite To One Two Three Once Only Even
    Just Last Earlier Later Today Yesterday Instead Nevertheless Nobody Nothing Neither Either Perhaps Police Officials
    Is Are Was Were Did Do Does Can Could Would Should Will Have Has Had Please""".split()
)
_STARTER = re.compile(rf"(?:{_STARTERS})(?:[’'](?:s|re|m|ve|ll|d))?(?![\w.’'-])")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_CLOCK_FOLLOWS = re.compile(rf"\d|{_DAY}|{_MONTH}|(?:[A-Z]{{2,4}}|Eastern|Pacific|Central|Mountain|Greenwich|Local)\b")
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
    paragraphs = _paragraphs(text)
    kinds = _kinds([text[start:end] for start, end in paragraphs])
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
        return _full_stop_ends(before, head)
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


_LINE = re.compile(r"\S[^\n]*+")
_WORD = re.compile(r"[^\W_][\w’'.&-]*+")
_BULLET = re.compile(r"[•*·▪●◦‣]|[-–—]\s|\(?\d{1,2}[.)]\s")
_DATE_LINE = re.compile(
    rf"(?:(?:Published|Updated|Posted|on|at|st|nd|rd|th|[ap]\.?m\.?|[A-Z]{{2,4}}|{_DAY}|{_MONTH})|\d++|[\s:,.|/–-]++)++"
)
_BY = re.compile(
    r"(?:(?:Written|Reported|Reporting|Story|Words|Text) )?(?:By|by|BY) [A-ZÀ-Þ][\w.’'-]*(?:[,;]? (?:[A-Z\d][\w.’'-]*|"
    r"and|de|van|von|der|la|al|of|for|the|in|by|reporting|writing|editing|[|/&–—-]))++"
)
_BY_DATE = re.compile(rf"[Bb]y (?:{_DAY}|{_MONTH})")
_SMALL = frozenset(
    """a an and as at but by for if in nor of off on or out per the to up via vs with from into over upon amid than that
    after about near between against across under""".split()
)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Find the paragraphs: lines, or blocks of lines where the text is hard-wrapped."""
    lines = [(m.start(), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    if not width:
        return lines
    indents = [start - text.rfind("\n", 0, start) for start, _ in lines]
    indents[0] = margin = min(indents)
    paragraphs = lines[:1]
    for before, line, indent in zip(lines, lines[1:], indents[1:], strict=False):
        full = _reach(text, before, line) >= 0.8 * width
        if full and indent == margin and _adjacent(text, before, line) and not _BULLET.match(text, line[0]):
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _wrap_width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Measure the width a text was hard-wrapped to, in characters; 0 where it was not.

    Wrapped lines are as full as they can be: the first word of the next line would not have fitted. And many of them
    break within a sentence, so that the next one goes on in lower case.
    """
    pairs = [pair for pair in pairwise(lines) if _adjacent(text, *pair)]
    width = max((end - start for start, end in lines), default=0)
    if len(pairs) < 3 or not 40 <= width <= 120:
        return 0
    full = sum(_reach(text, before, line) >= 0.8 * width for before, line in pairs)
    running = sum(text[start].islower() for _, (start, _) in pairs)
    return width if full >= 0.6 * len(pairs) and running >= 0.35 * len(pairs) else 0


def _adjacent(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Say whether no blank line stands between two lines."""
    return text.count("\n", before[1], line[0]) == 1


def _reach(text: str, before: tuple[int, int], line: tuple[int, int]) -> int:
    """Measure how long a line would be with the first word of the next one, in characters."""
    return before[1] - before[0] + 1 + len(text[line[0] : min(line[1], line[0] + 40)].split(None, 1)[0])


def _kinds(paragraphs: Sequence[str]) -> list[str]:
    """Say of each paragraph what kind of unit it holds."""
    kinds = ["body"] * len(paragraphs)
    quoted = [_quoted(paragraph) for paragraph in paragraphs]
    for i, paragraph in enumerate(paragraphs):
        if _is_byline(paragraph, follows_quote=i > 0 and quoted[i - 1] == "closed"):
            kinds[i] = "byline"
    _mark_quotes(paragraphs, quoted, kinds)
    _mark_headings(paragraphs, kinds)
    return kinds


def _quoted(paragraph: str) -> str:
    """Say whether one quotation fills a paragraph: "closed", or "open" where it goes on in the next; else ""."""
    if paragraph[0] not in '“"':
        return ""
    straight = paragraph[0] == '"'
    marks = "“" + "”" * (paragraph.count('"') - 1) if straight else re.sub("[^“”]++", "", paragraph)
    depth = 0
    for i, mark in enumerate(marks, start=1):
        depth += 1 if mark == "“" else -1
        if depth == 0:
            ends = paragraph.rstrip(".").endswith('"' if straight else "”")
            return "closed" if i == len(marks) and ends else ""
    return "open"


def _mark_quotes(paragraphs: Sequence[str], quoted: Sequence[str], kinds: list[str]) -> None:
    """Mark the block quotations: introduced by a colon or comma, or followed by a byline after a dash."""
    first = 0
    while first < len(paragraphs):
        last = first
        while quoted[last] == "open" and last + 1 < len(paragraphs) and quoted[last + 1]:
            last += 1
        introduced = first > 0 and (paragraphs[first - 1][-1] in ":," or kinds[first - 1] == "quote")
        signed = last + 1 < len(paragraphs) and kinds[last + 1] == "byline" and paragraphs[last + 1][0] in "-–—―"
        if quoted[last] == "closed" and (introduced or signed):
            kinds[first : last + 1] = ["quote"] * (last + 1 - first)
        first = last + 1


def _is_byline(paragraph: str, follows_quote: bool) -> bool:
    """Say whether a paragraph names whose words or article it is."""
    if len(paragraph) > 150:
        return False
    if paragraph[0] in "-–—―":
        name = paragraph.lstrip("-–—― \xa0")
        signed = name[:1].isupper() and name[-1:] not in ".!?:;"
        return signed and (follows_quote or (paragraph[0] != "-" and _is_title_case(name)))
    return bool(_BY.fullmatch(paragraph)) and not _BY_DATE.search(paragraph)


def _mark_headings(paragraphs: Sequence[str], kinds: list[str]) -> None:
    """Mark the headings: one or two short lines that stand over running text; more of them are a list."""
    i = 0
    while i < len(paragraphs):
        after = i
        while after < len(paragraphs) and kinds[after] == "body" and _is_heading_like(paragraphs[after], after == 0):
            after += 1
        if after < len(paragraphs):
            count = after - i if after - i <= 2 else int(i == 0)
            kinds[i : i + count] = ["heading"] * count
        i = after + 1


def _is_heading_like(line: str, is_first: bool) -> bool:
    """Say whether a line reads as a heading: short, no final punctuation, no date, not in running lower case."""
    final = line.rstrip("\"”’'»)] ")[-1:]
    if len(line) > (200 if is_first else 100) or line[0] in "•*·▪●◦‣-–—" or final in ".,;:…-–—|":
        return False
    words = _WORD.findall(line)
    if not words or words[0][0].islower() or _DATE_LINE.fullmatch(line):
        return False
    title_case = _is_title_case(line)
    if final in "?!" and (not title_case or len(words) < 3):
        return False
    return len(words) <= (30 if is_first else 14 if title_case else 8)


def _is_title_case(line: str) -> bool:
    """Say whether the words of a line, but for small ones, begin with a capital."""
    words = [word for word in _WORD.findall(line) if word not in _SMALL]
    return bool(words) and sum(word[0].islower() for word in words) <= 0.2 * len(words)
