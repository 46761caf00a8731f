"""From an article's paragraphs to the kind of unit that each holds, by the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b"
DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_WORD = re.compile(r"[^\W_][\w’'.&-]*+")
_MARKS = "•*·▪●◦‣⁃∙►▶➤➢→✓✔-–—"
_DATE_LINE = re.compile(
    rf"(?=\D*\d|{DAY}\s*\Z)(?:(?:Published|Updated|Posted|Last|on|at|st|nd|rd|th|[apAP]\.?[mM]\.?|{DAY}|{MONTH}|ago|"
    r"(?:min(?:ute)?|hour|day|week|month)s?|read|[A-Z]{1,4}(?:\b|(?=\d)))|\d++|[\s:,.|/•·–-]++)++"
)
_STAMP = re.compile(r"\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|PUBLISHED|UPDATED|POSTED)\b[^\n]{0,40}?\d")
_FURNITURE = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|<[/\w]|(?:read (?:more|also|next|the full)|also read|see also|"
    r"advert(?:isement)?s?$|sponsored|story continues|continue reading|click here|subscribe (?:to|now|here)|"
    r"sign up (?:for|to|here|now)|follow (?:us|me|.{1,40} on )|share (?:this|on|via)|skip to|jump to|"
    r"related(?:$|:| (?:stor|article|topic|content|coverage|link|news|video))|more (?:from|on this)|"
    r"(?:watch|listen|correction|clarification|tags|topics|filed under)(?:$|:)|editor[’']?s[’']? note|copyright|"
    r"all rights reserved|comments?$|https?:)",
    re.IGNORECASE,
)
"""Begins what stands around an article or guides through it, and names nothing that follows."""
_BY = re.compile(
    r"(?:(?:Written|Reported|Reporting|Story|Words|Text|Edited|Editing|Writing|Compiled|Interview|Analysis|"
    r"(?:Additional|Further) reporting|With (?:files|reporting)) )?(?:By|by|BY|(?<=files )from):? [A-ZÀ-Þ][\w.’'-]*"
    r"(?:[,;]? (?:[A-Z\d][\w.’'@:-]*|and|de|van|von|der|da|di|bin|la|al|of|for|the|in|at|by|from|reporting|writing|"
    r"editing|staff|senior|chief|special|political|business|science|sports|foreign|education|health|freelance|"
    r"contributing|(?:writer|reporter|correspondent|editor|contributor|columnist)s?|[ap]\.?m\.?|"
    r"[^\s@]{0,40}@[^\s@]{1,40}|[|/&•·–—-]))*+\.?"
)
_AGENCY = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|and|de|van|von|der|&)){1,7}?(?:, |/))?(?:[Tt]he )?"
    r"(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|UPI|United Press International|Bloomberg(?: News)?|"
    r"Xinhua|Interfax|Kyodo(?: News)?|Yonhap|dpa|PA Media|Press Association|Canadian Press|Press Trust of India)"
    r"(?: (?:[Ss]taff|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?))*"
)
_SERVICE = re.compile(
    r"(?:[Tt]he )?(?:[A-ZÀ-Þ][\w’'-]{1,20} ){1,3}(?:Wire|Press|News|Newspapers|(?:News|Press|Wire) (?:Agency|Service))"
)
"""The agency or paper that a byline's author writes for, on a line of its own."""
_INITIALS = re.compile(r"\([a-z]{2,4}(?:[-/][a-z]{2,4})++\)")
"""The initials of those who wrote and edited, as agencies put them at the end."""
_CREDITED = re.compile(
    r"[(\[](?:(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Written|Edited|Reported|Compiled)"
    r"(?: and \w+)? by|By) [A-ZÀ-Þ][^()\[\]]*+[)\]]\.?"
)
_CREDIT = re.compile(
    r"(?:(?:File|Stock|Cover|Lead) )?(?:Photo|Photograph|Image|Picture|Illustration|Source)s?(?<!Sources)"
    r"(?: (?:credit|courtesy|source|by))?\s?(?::|©)|©",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"[Bb]y (?:{DAY}|{MONTH})|\b(?:They|He|She|It|We|You|Was|Were|Had|Has|Is|Are|Will|Can|Than)\b")
SMALL_WORDS = frozenset(
    """a an and as at but by for if in nor of off on or out per the to up via vs with from into over upon amid than that
    after about near between against across under""".split()
)


def find_kinds(paragraphs: Sequence[str]) -> list[str]:
    """Say of each paragraph, given as its text, what kind of unit it holds: one of ``vocabulary("unit_kind")``."""
    kinds = ["body"] * len(paragraphs)
    quoted = [_quoted(paragraph) for paragraph in paragraphs]
    for i, paragraph in enumerate(paragraphs):
        follows_quote = i > 0 and (quoted[i - 1] == "closed" or _introduced(paragraphs, i - 1))
        follows_byline = i > 0 and kinds[i - 1] == "byline" and paragraphs[i - 1][0] not in "-–—―"
        if _is_byline(paragraph, follows_quote) or (follows_byline and _SERVICE.fullmatch(paragraph)):
            kinds[i] = "byline"
    _mark_quotes(paragraphs, quoted, kinds)
    _mark_headings(paragraphs, kinds)
    return kinds


def _quoted(paragraph: str) -> str:
    """Say whether one quotation fills a paragraph: "closed", or "open" where it goes on in the next; else ""."""
    if paragraph[:2] == "``":
        paragraph = paragraph.replace("``", "“").replace("''", "”")
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


def _introduced(paragraphs: Sequence[str], i: int) -> bool:
    """Say whether a colon introduces a paragraph that is neither a list nor in quotation marks but may be quoted."""
    return i > 0 and paragraphs[i - 1][-1] == ":" and paragraphs[i][0].isalnum() and paragraphs[i][-1] in ".!?…"


def _mark_quotes(paragraphs: Sequence[str], quoted: Sequence[str], kinds: list[str]) -> None:
    """Mark the block quotations: introduced by a colon or comma, or followed by a byline after a dash.

    Without quotation marks it takes both, or the sign for quoted lines ("> ").
    """
    first = 0
    while first < len(paragraphs):
        last = first
        while quoted[last] == "open" and last + 1 < len(paragraphs) and quoted[last + 1]:
            last += 1
        introduced = first > 0 and (paragraphs[first - 1][-1] in ":," or kinds[first - 1] == "quote")
        signed = last + 1 < len(paragraphs) and kinds[last + 1] == "byline" and paragraphs[last + 1][0] in "-–—―"
        bare = signed and kinds[first] == "body" and _introduced(paragraphs, first)
        bare = bare or paragraphs[first].startswith("> ")
        if (quoted[last] == "closed" and (introduced or signed)) or bare:
            kinds[first : last + 1] = ["quote"] * (last + 1 - first)
        first = last + 1


def _is_byline(paragraph: str, follows_quote: bool) -> bool:
    """Say whether a paragraph names whose words or article it is."""
    if len(paragraph) <= 400 and _CREDITED.fullmatch(paragraph):
        return True
    if len(paragraph) > 150:
        return False
    if _INITIALS.fullmatch(paragraph) or _AGENCY.fullmatch(paragraph):
        return True
    if paragraph[0] in "-–—―":
        name = paragraph.lstrip("-–—― \xa0")
        signed = name[:1].isupper() and name[-1:] not in ".!?:;"
        return signed and (follows_quote or (paragraph[0] != "-" and _is_title_case(name)))
    return bool(_BY.fullmatch(paragraph)) and not _NO_NAME.search(paragraph)


def _mark_headings(paragraphs: Sequence[str], kinds: list[str]) -> None:
    """Mark the headings: one or two short lines that stand over running text; more of them are a list.

    Before any running text there may be three: a kicker, the headline and a line below it.
    """
    i, lead = 0, True
    while i < len(paragraphs):
        after = i
        while after < len(paragraphs) and kinds[after] == "body" and _is_heading_like(paragraphs[after], lead):
            after += 1
        if after < len(paragraphs):
            count = after - i if after - i <= 2 + lead else int(lead)
            kinds[i : i + count] = ["heading"] * count
            lead = lead and after - i <= 3 and (kinds[after] == "byline" or _is_aside(paragraphs[after]))
        i = after + 1


def _is_heading_like(line: str, in_lead: bool) -> bool:
    """Say whether a line reads as a heading: short, no final punctuation, not in running lower case, no row or date."""
    final = line.rstrip("\"”’'»)] ")[-1:]
    if len(line) > (200 if in_lead else 100) or line[0] in _MARKS or final in ",;:…-–—|([":
        return False
    words = _WORD.findall(line)
    if not words or words[0][0].islower() or _is_aside(line) or _is_row(line):
        return False
    title_case = _is_title_case(line)
    if final in "?!" and (not title_case or len(words) < 3):
        return False
    if final == "." and not (in_lead and len(words) >= 4 and _is_title_case(line, share=0)):
        return False
    return len(words) <= (30 if in_lead else 14 if title_case else 8)


def _is_aside(line: str) -> bool:
    """Say whether a line is a date, a credit or another that stands beside the text."""
    if len(line) > 200:
        return False
    bracketed = line[0] in "([" and line.rstrip(".")[-1:] in ")]"
    found = _CREDIT.match(line) or _FURNITURE.match(line) or _STAMP.search(line) or _DATE_LINE.fullmatch(line)
    return bracketed or found is not None


def _is_row(line: str) -> bool:
    """Say whether a line reads as the row of a table: cells, or figures for the most part."""
    if "\t" in line or " | " in line:
        return True
    cells = line.split()
    figures = sum(cell.lstrip("+-–−$€£(")[:1].isdigit() for cell in cells)
    return figures >= 2 and figures >= 0.4 * len(cells)


def _is_title_case(line: str, share: float = 0.2) -> bool:
    """Say whether the words of a line, but for small ones and a ``share`` of the others, begin with a capital."""
    words = [word for word in _WORD.findall(line) if word not in SMALL_WORDS]
    return bool(words) and sum(word[0].islower() for word in words) <= share * len(words)
