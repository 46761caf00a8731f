"""From an article's text to its paragraphs and the kind of unit that each holds, by the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b"
DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_LINE = re.compile(r"\S[^\n]*+")
_WORD = re.compile(r"[^\W_][\w’'.&-]*+")
_BULLET = re.compile(r"[•*·▪●◦‣]|[-–—]\s|\(?\d{1,2}[.)]\s")
_DATE_LINE = re.compile(
    rf"(?:(?:Published|Updated|Posted|on|at|st|nd|rd|th|[ap]\.?m\.?|[A-Z]{{2,4}}|{DAY}|{MONTH})|\d++|[\s:,.|/–-]++)++"
)
_BY = re.compile(
    r"(?:(?:Written|Reported|Reporting|Story|Words|Text) )?(?:By|by|BY) [A-ZÀ-Þ][\w.’'-]*(?:[,;]? (?:[A-Z\d][\w.’'-]*|"
    r"and|de|van|von|der|la|al|of|for|the|in|by|reporting|writing|editing|[|/&–—-]))++"
)
_CREDITED = re.compile(
    r"[(\[](?:(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Written|Edited|Reported|Compiled)"
    r"(?: and \w+)? by|By) [A-ZÀ-Þ][^()\[\]]*+[)\]]\.?"
)
_CREDIT = re.compile(
    r"(?:(?:File|Stock|Cover|Lead) )?(?:Photo|Photograph|Image|Picture|Illustration|Source)s?(?<!Sources)"
    r"(?: (?:credit|courtesy|source|by))?\s?(?::|©)|©",
    re.IGNORECASE,
)
_BY_DATE = re.compile(rf"[Bb]y (?:{DAY}|{MONTH})")
_SMALL = frozenset(
    """a an and as at but by for if in nor of off on or out per the to up via vs with from into over upon amid than that
    after about near between against across under""".split()
)


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Find the paragraphs: lines, or blocks of lines where the text is hard-wrapped.

    Offsets are code points, half-open, into ``text``; no paragraph begins or ends with whitespace.
    """
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


def find_kinds(paragraphs: Sequence[str]) -> list[str]:
    """Say of each paragraph, given as its text, what kind of unit it holds: one of ``vocabulary("unit_kind")``."""
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
    if len(paragraph) <= 400 and _CREDITED.fullmatch(paragraph):
        return True
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
    if _CREDIT.match(line):
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
