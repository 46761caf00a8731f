"""Suggest the location spans of an article by rules: a gazetteer, generic parts of names, and the words around them.

Every capitalised stretch of a sentence is looked up (longest match); a name that is not known is still taken when
a generic part ("Oblast", "River") or its surroundings ("in X, Country") say that it is a place. The gazetteer's prior
and the surroundings add up to a score, and what stays under :data:`THRESHOLD` is left out. Names inside the names
of persons and organisations are left out by the capitalised words beside them. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..model import Article, Location, Sentence, Span
from .gazetteer import ABBREVIATIONS, STATE_SHORT, Place, gazetteer, key

NAME = "rules-location"
VERSION = "0.1.0"
LABELS = ("location",)
BY = f"{NAME} {VERSION}"
THRESHOLD = 0.5

_TOKEN = re.compile(r"(?<!\w)(?:(?:[A-Z]\.){2,}|W\.Va\.|[A-Z]\.[A-Z](?!\w)|[^\W\d_]++(?!\w))")
_ADJECTIVE = re.compile(r"(?:[ai]an|ese|ish|Nazi|Soviet|Communist|Imperial|Mainland)$")
_JOIN = re.compile(r"\s{1,3}|[-‐‑'’`ʻ]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Generic parts that belong to a name when capitalised, by the kind of place they make.
_GENERIC_REGION = _words(
    "Oblast Krai Raion Province Prefecture Governorate Voivodeship County Parish District Region Territory Township "
    "Municipality Canton Republic Borough State City Village Town Peninsula Desert Valley Mountains Mountain Hills "
    "Heights Plateau Forest Basin Delta Plain Plains Coast Island Islands Isles Archipelago Atoll Isle Canyon "
    "Glacier Volcano Range Ridge Pass Highlands Park Beach Strip Corridor"
)
_GENERIC_WATER = _words(
    "River Sea Ocean Strait Straits Gulf Bay Lake Channel Canal Reservoir Sound Lagoon Creek Falls Fjord Reef Harbor"
)
_GENERIC_STREET = _words("Street Avenue Road Boulevard Highway Expressway Bridge Airport Square")
_GENERIC = _GENERIC_REGION | _GENERIC_WATER | _GENERIC_STREET
_GENERIC_LOOSE = _words(
    "State Republic Park Square Pass Range Sound City Town Village Beach Forest Hills Region Area Bridge Airport "
    "Plain Plains Strip Corridor Channel Ridge Coast Township Delta Basin"
)
_COMMON_IN_PROSE = _words("Region Area Zone Border City Town Village State Province District Coast Valley")
_BEFORE_NAME = _words("Mount Mt Lake Cape Fort Ft Port Saint St San Santa Gulf Bay Strait Isle River Camp Lac Rio")
_OF_GENERIC = _words("Gulf Bay Strait Straits Isle Cape Sea Republic Kingdom State City Province Port Town Islands")
_OF_NATURE = _words("Gulf Bay Strait Straits Isle Cape Sea")
_COMPASS = _words(
    "North South East West Northern Southern Eastern Western Central Greater Upper Lower Northeast Southeast"
)
_COMPASS_PART = _words("North South East West Greater Upper Lower")

# Capitalised words that make the name around them an organisation's, an event's or a work's.
_ORG = _words(
    "University College School Academy Institute Institution Hospital Clinic Bank Times Post Journal Herald Tribune "
    "Gazette News Press Magazine Review Chronicle Today Radio Television Company Corporation Corp Inc Ltd Group "
    "Holdings Airlines Airways Association Society Union Federation League Committee Commission Council Congress "
    "Senate Parliament Assembly Department Ministry Agency Authority Bureau Office Service Services Center Centre "
    "Foundation Fund Trust Party Court Police Army Navy Force Forces Guard Command Corps Club Team United Rovers "
    "Wanderers Orchestra Symphony Opera Ballet Museum Gallery Library Theatre Theater Festival Exchange Chamber "
    "Church Cathedral Embassy Consulate Mission Treaty Agreement Accord Accords Convention Protocol Pact "
    "Declaration Summit Conference Cup Championship Championships Games Open Marathon Prize Award Act Bill War Wars "
    "Hotel Stadium Arena Tower House Palace Castle Jail Prison Observatory Front Movement Brigade Battalion "
    "Division Regiment Network Initiative Project Program Programme Coalition Alliance Industries Motors Energy Oil "
    "Gas Petroleum Telecom Power Railway Railways Broadcasting Studios Records Entertainment Administration "
    "Treasury Reserve Board Ventures Partners Capital Insurance Securities Express Dispatch Globe Star Sun Diocese "
    "Archdiocese Synod Fire Supreme National International Federal Royal Tech Polytechnic Hall Consensus"
)
# Capitalised words that may follow a place without making one name with it.
_TITLE = _words(
    "President Premier Prime Minister Chancellor King Queen Prince Princess Emperor Governor Gov Mayor Senator Sen "
    "Rep Representative Congressman Congresswoman Secretary Ambassador Attorney General Gen Judge Justice Police "
    "Chief Sheriff Archbishop Bishop Republican Republicans Democrat Democrats Democratic Foreign Defense Defence "
    "Finance Interior Vice Deputy Director Chairman Commissioner Coach Special Envoy Treasurer Councilman Lawmaker "
    "Lt Col Maj Capt Colonel"
)
_HONORIFIC = (
    _words("Mr Mrs Ms Miss Dr Sir Lady Lord Dame Prof Professor Judge Justice Captain Capt Sgt Col Gen Rev Fr") | _TITLE
)
_NOBLE = _words(
    "Prince Princess Bishop Archbishop Duke Duchess Earl Count Countess Baron Baroness Viscount Marquess Order "
    "Knights Sons Daughters Friends Voice Battle Siege Treaty Book Lawrence"
)
_PARTICLE = _words("de da di del della von van der den bin ibn al el dos du")
_CALENDAR = _words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec"
)

_FUNCTION = _words(
    "a an the this that these those his her its their our my your in on at by for from to of with without within "
    "into onto over under near after before during since until till through throughout across around about against "
    "between among amid along behind beyond above below beside besides inside outside off out up down toward "
    "towards via per and or but nor so yet if when while where whereas because although though as than then there "
    "here what who whom whose which why how i he she it we they you me him us them is are was were be been being am "
    "has have had do does did will would shall should can could may might must not no never also only even still "
    "just already again now soon later once often both either neither each every all some any many most more much "
    "few several other another such same own too very ago like unlike despite except including meanwhile however "
    "today yesterday tomorrow tonight early late next last first second alone itself well rather instead perhaps "
    "maybe yes back ahead"
)
_MINOR = _words("a an the of in on at to for and or but nor by from with as over into vs via is")
_LOCATIVE = _words("in near outside inside throughout across around within toward towards into via beyond")
_LOCATIVE_WEAK = _words("at from to of over through between off leaving visiting visited and or for on")
_CLASS = _words(
    "city cities town towns village villages port province provinces region regions state states district county "
    "capital island islands country countries suburb suburbs republic hamlet settlement municipality territory "
    "nation nations"
)
_CLASS_AFTER = _CLASS | _words("oblast border area airport peninsula suburb coast streets harbour harbor")
_CLASS_AFTER -= _words("nation nations countries cities states")

_ACT = _words(
    "said says say announced announces announce denied denies deny claimed claims claim accused accuses accuse "
    "warned warns warn vowed vows vow agreed agrees agree refused refuses refuse rejected rejects reject demanded "
    "demands demand wants wanted hopes hoped fears feared insisted insists condemned condemns pledged pledges "
    "promised promises threatened threatens signed signs sought seeks seek decided decides imposed imposes launched "
    "launches invaded invades sent sends declared declares urged urges blamed blames backed backs supports "
    "supported responded responds retaliated believes argues argued considers called calls proposed proposes "
    "ordered orders expelled recognized recognised recognizes told tells asked asks offered offers struggled "
    "struggles continues deployed deploys attacked attacks withdrew won lost wins loses beat beats defeated plans "
    "planned intends intended expects expected knows thinks voted votes approved approves banned bans lifted "
    "suspended cut cuts acknowledged confirmed confirms dispatched fought fights maintains"
)
_PAST = _words(
    "fell rose grew went came took made gave saw left met became began got kept put ran stood spent held led felt"
)
_AUXILIARY = _words(
    "has have had will would is was were are did does do can could may might must should also now not never"
)
_TOWARD = _words(
    "accuse accused accuses accusing blame blamed blames blaming urge urged urges urging warn warned warns tell "
    "told ask asked pressure pressured condemn condemned sanction sanctioned help helped convince persuade"
)
_WITH = _words("by against")
_DEALING = _words(
    "talks relations ties tensions dispute deal agreement alliance war treaty pact ceasefire negotiations trade rivalry"
)
_MODAL = _words("will would should must can cannot could may might")
_ACT_NOUN = _words(
    "involvement commitment decision support invasion position stance effort refusal demand demands forces troops "
    "army military government policy policies leadership war plan plans allies response offensive campaign attack "
    "attacks sanctions strategy claim claims influence ambitions aggression intentions willingness proposal "
    "approach actions diplomacy threats threat warning request interests arsenal nuclear faltering backing view "
    "role"
)


class Token(NamedTuple):
    """A word with its offsets in the article; ``gap``: what stands between it and the next word of its sentence."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (exclusive) of a sentence, read as a place name.

    ``learn``: the words around an unknown name say that it is a place, which then holds in the whole article.
    """

    first: int
    last: int
    place: Place | None
    kind: str
    score: float
    learn: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence. ``titled``: in title case, so that capitals say little."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    titled: bool

    def word(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next one."""
        return self.tokens[i].gap if 0 <= i < len(self.tokens) else "."

    def spaced(self, i: int) -> bool:
        """Whether only white space stands between word ``i`` and the next one."""
        return self.gap(i).isspace() and len(self.gap(i)) < 4


def suggest(article: Article, found: Sequence[Span] = ()) -> list[Span]:
    """Read an article and return its location spans, in order, none overlapping another.

    ``found`` is not used. Scores are the rules' own estimate, from 0.5 to 0.98.
    """
    lines = [_line(article, sentence) for sentence in article.sentences]
    candidates = [list(_candidates(line)) for line in lines]
    if learnt := {_name(line, c) for line, cs in zip(lines, candidates, strict=True) for c in cs if c.learn}:
        candidates = [list(_candidates(line, frozenset(learnt))) for line in lines]
    certain = {_name(line, c) for line, cs in zip(lines, candidates, strict=True) for c in cs if c.score >= 0.75}
    persons = {word for line in lines for word in _surnames(line)}
    countries = {c.place.country_code for cs in candidates for c in cs if c.place and c.score >= 0.9}
    spans = []
    for line, cs in zip(lines, candidates, strict=True):
        judged = (_reconsider(line, c, certain, persons) for c in cs)
        kept = {c.first: c for c in judged if c.score >= THRESHOLD}
        spans += [_span(article, line, c, kept, countries) for c in kept.values()]
    return spans


def _line(article: Article, sentence: Sentence) -> Line:
    matches = list(_TOKEN.finditer(article.text, sentence.start, sentence.end))
    ends = [m.start() for m in matches[1:]] + [sentence.end] * bool(matches)
    tokens = tuple(
        Token(m.start(), m.end(), m.group(), article.text[m.end() : end]) for m, end in zip(matches, ends, strict=True)
    )
    titled = len(tokens) > 1 and all(t.capital or t.text in _MINOR or len(t.text) == 1 for t in tokens)
    return Line(sentence, tokens, titled)


def _name(line: Line, candidate: Candidate) -> str:
    return key(" ".join(t.text for t in line.tokens[candidate.first : candidate.last]))


def _surnames(line: Line) -> Iterator[str]:
    """Words that this sentence uses as a person's name: after a title, or last of two unknown capitalised words."""
    for i, token in enumerate(line.tokens[1:], 1):
        before = line.word(i - 1)
        if not token.capital or line.titled or not (line.spaced(i - 1) or line.gap(i - 1) == ". "):
            continue
        unknown = i > 1 and before[:1].isupper() and not before.isupper() and before.lower() not in _FUNCTION
        if before in _HONORIFIC or (unknown and before not in _CALENDAR | _COMPASS | _GENERIC | _BEFORE_NAME):
            yield key(token.text)


# --- Which stretches of a sentence could be names of places -----------------------------------------------------------


def _candidates(line: Line, learnt: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    i = 0
    while i < len(line.tokens):
        candidate = _candidate(line, i, learnt) if line.tokens[i].capital else None
        if candidate is not None:
            yield replace(candidate, score=_score(line, candidate))
        i = candidate.last if candidate else i + 1


def _candidate(line: Line, i: int, learnt: frozenset[str]) -> Candidate | None:
    """Read the longest name that begins at word ``i``."""
    if line.word(i) in _CALENDAR or (line.tokens[i].lower in _FUNCTION and line.word(i) not in (*ABBREVIATIONS, "The")):
        return None
    if named := _of(line, i):
        return named
    known = _state(line, i) or _known(line, i)
    if line.word(i) == "The":
        return known
    if known is None and line.word(i) in _COMPASS_PART and line.spaced(i) and (part := _known(line, i + 1)):
        return replace(part, first=i, place=Place("", "region", part.score, part.place and part.place.country_code))
    last = known.last if known else i + 1
    if line.spaced(last - 1) and line.word(last) in _GENERIC and (known or line.word(i) not in _TITLE):
        if not (line.titled and line.word(last) in _COMMON_IN_PROSE):
            sure = known is not None and known.score >= 0.5
            loose = line.word(last) in _GENERIC_LOOSE
            return _extended(known, i, last + 1, line.word(last), 0.85 if sure else 0.45 if loose else 0.7)
    elif known is None:
        return _generic(line, i) or _placed(line, i, learnt)
    elif known.score < 0.9 and line.spaced(last - 1) and line.word(last)[:1].isupper():
        return _placed(line, i, learnt) or known
    return known


def _extended(known: Candidate | None, first: int, last: int, generic: str, score: float) -> Candidate:
    kind = "water" if generic in _GENERIC_WATER else "region"
    code = known.place.country_code if known and known.place else None
    if generic in _GENERIC_STREET:
        score -= 0.2
    return Candidate(first, last, Place("", kind, score, code), kind, score)


def _state(line: Line, i: int) -> Candidate | None:
    """Read "Ga." or "GA" as a state of the USA where it follows "Macon, "."""
    word = line.word(i)
    code = STATE_SHORT.get(word) if line.gap(i).startswith(".") or word.endswith(".") else None
    if code is None and word in STATE_SHORT.values():
        code = word
    if code is None or not (line.gap(i - 1).strip() == "," or _party(line, i)) or not line.word(i - 1)[:1].isupper():
        return None
    place = gazetteer().states.get(code)
    return Candidate(i, i + 1, place, "state", 0.9) if place else None


def _party(line: Line, i: int) -> bool:
    """Whether a party stands before word ``i``, as in "D-Ohio"."""
    return line.gap(i - 1) == "-" and line.word(i - 1) in ("R", "D", "I")


def _known(line: Line, i: int) -> Candidate | None:
    """Look up the longest name in the gazetteer that begins at word ``i``."""
    tokens, places = line.tokens, gazetteer()
    if i >= len(tokens):
        return None
    words = {"st": "saint", "ft": "fort", "mt": "mount"}.get(tokens[i].lower, key(tokens[i].text))
    best = None
    if (target := ABBREVIATIONS.get(tokens[i].text)) and not (tokens[i].text == "US" and _shouting(line)):
        best = Candidate(i, i + 1, places.places[target][0], places.places[target][0].kind, 0.97)
    for j in range(i, min(i + places.longest.get(words.split(" ")[0], 0), len(tokens))):
        if j > i:
            words += " " + key(tokens[j].text)
        alone = j == i and (best or tokens[i].text == "The")
        if tokens[j].capital and not alone and (same := places.places.get(words)):
            prior = same[0].prior - (0.25 if tokens[i].text.isupper() and j == i and not _shouting(line) else 0)
            best = Candidate(i, j + 1, same[0], same[0].kind, prior)
        if not (_JOIN.fullmatch(line.gap(j)) or (line.gap(j) == ". " and tokens[j].lower in ("st", "ft", "mt"))):
            break
    return best


def _shouting(line: Line) -> bool:
    return all(t.text.isupper() for t in line.tokens[:6]) and len(line.tokens) > 1


def _of(line: Line, i: int) -> Candidate | None:
    """Read a name whose generic part comes first, with "of": "Gulf of Osyn", "Republic of Cyprus"."""
    if line.word(i) not in _OF_GENERIC or line.word(i + 1) != "of":
        return None
    first = i + 3 if line.word(i + 2) == "the" else i + 2
    if not line.word(first)[:1].isupper():
        return None
    whole, inner = _known(line, i), _known(line, first)
    if whole and whole.last > first:
        return whole
    if line.word(i) not in _OF_NATURE and (inner is None or inner.score < 0.5):
        return None
    return _extended(inner, i, inner.last if inner else first + 1, line.word(i), 0.75 if inner else 0.6)


def _generic(line: Line, i: int) -> Candidate | None:
    """Read unknown capitalised words as a name by their generic part: "Osyn Oblast", "Mount Osyn"."""
    tokens = line.tokens
    if tokens[i].text in _BEFORE_NAME and line.word(i + 1)[:1].isupper():
        if line.spaced(i) or (line.gap(i) == ". " and tokens[i].text in ("St", "Mt", "Ft")):
            score = 0.7 if tokens[i].text in ("Mount", "Mt", "Lake", "Cape") else 0.3
            return _extended(None, i, i + 2, tokens[i].text, score)
        return None
    for j in range(i + 1, min(i + 4, len(tokens))):
        if line.titled or not line.spaced(j - 1) or not tokens[j].capital or tokens[j - 1].text in _TITLE | _ORG:
            break
        if tokens[j].text in _GENERIC and tokens[j - 1].lower not in _FUNCTION:
            return _extended(None, i, j + 1, tokens[j].text, 0.45 if tokens[j].text in _GENERIC_LOOSE else 0.7)
    return None


def _placed(line: Line, i: int, learnt: frozenset[str]) -> Candidate | None:
    """Read unknown capitalised words as a name where "in X, Country" or "the village of X" says so."""
    j = i + 1
    while j < min(i + 3, len(line.tokens)) and line.tokens[j].capital and _JOIN.fullmatch(line.gap(j - 1)):
        j += 1
    before = line.word(i - 1).lower() if line.spaced(i - 1) else ""
    if any(t.text in _ORG or t.text in _TITLE or t.text in _CALENDAR for t in line.tokens[i:j]):
        return None
    if before == "of" and line.word(i - 2) in _CLASS:
        return Candidate(i, j, None, "city", 0.8, learn=True)
    after = _state(line, j) or _known(line, j) if line.gap(j - 1).strip() == "," and j < len(line.tokens) else None
    inside = after is not None and after.score >= 0.9 and after.kind in ("country", "state")
    if after and inside and before in _LOCATIVE | {"at", "from", "of"}:
        place = Place("", "city", 0.75, after.place and after.place.country_code)
        return Candidate(i, j, place, "city", 0.75, learn=True)
    if key(" ".join(t.text for t in line.tokens[i:j])) in learnt:
        return Candidate(i, j, None, "city", 0.65)
    if before in ("in", "near") and not line.titled and not line.word(i).isupper() and _closed(line, j):
        return Candidate(i, j, None, "city", 0.25)
    return None


def _closed(line: Line, j: int) -> bool:
    """Whether a noun phrase can end before word ``j``: no adjective ends there and no noun follows."""
    if (
        len(line.word(j - 1)) < 3
        or _ADJECTIVE.search(line.word(j - 1))
        or line.gap(j - 1).startswith(("'", "’", "-", " &"))
    ):
        return False
    after = line.word(j).lower() if line.spaced(j - 1) else ""
    return not after or (after in _FUNCTION and after not in ("and", "or"))


# --- How likely a candidate is a place --------------------------------------------------------------------------------


def _score(line: Line, c: Candidate) -> float:
    """Add what the words around a candidate say to its prior; 0 where it is part of another name."""
    if _in_other_name(line, c):
        return 0.0
    return min(max(c.score + _context(line, c), 0.0), 0.98)


def _in_other_name(line: Line, c: Candidate) -> bool:
    """Whether the capitalised words around a candidate make it part of a person's or organisation's name."""
    before, gap = line.word(c.first - 1), line.gap(c.first - 1)
    if before in _HONORIFIC and gap == ". ":
        return True
    if before in _PARTICLE and line.spaced(c.first - 1) and line.word(c.first - 2)[:1].isupper():
        return True
    first = c.first - 1 if before in _COMPASS else c.first
    if line.word(first - 1) == "the":
        first -= 1
    if line.word(first - 1) == "of" and line.spaced(first - 1) and _of_name(line, first - 2):
        return True
    strong = c.score >= 0.9
    if line.titled:
        return _organisation(line, c.last)
    if before[:1].isupper() and (line.spaced(c.first - 1) or gap in ("-", " & ")) and not _detached(line, c.first - 1):
        return not (strong and c.kind != "city" and _ADJECTIVE.search(before))
    after = line.word(c.last)
    if after[:1].isupper() and (line.spaced(c.last - 1) or line.gap(c.last - 1) == " & "):
        return not (after in _CALENDAR or (strong and after in _TITLE and not _organisation(line, c.last)))
    return line.gap(c.last - 1) == "-" and after[:1].isupper() and not strong


def _detached(line: Line, i: int) -> bool:
    """Whether the capitalised word ``i`` is no part of the name after it: first in its sentence, a day, a direction."""
    word = line.word(i)
    if word.lower() in _FUNCTION or word in _CALENDAR or word.endswith(("ern", "ly")) or word in ("Central", "Rural"):
        return True
    if _party(line, i + 1):
        return True
    if line.gap(i) == "-" and (known := _known(line, i)) and known.last == i + 1:
        return known.score >= 0.9
    return word.isupper() and len(word) > 4 and not _shouting(line)


def _of_name(line: Line, i: int) -> bool:
    """Whether "Word of" before a place begins a longer name: "Bank of", "University of", "Duke of"."""
    word = line.word(i)
    return word in _ORG or word in _NOBLE


def _organisation(line: Line, i: int) -> bool:
    """Whether the capitalised words from ``i`` on name an organisation ("Supreme Court", "Department of State")."""
    for j in range(i, min(i + 5, len(line.tokens))):
        if not (line.spaced(j - 1) and (line.tokens[j].capital or line.tokens[j].text in ("of", "for", "and", "the"))):
            return False
        if line.tokens[j].text in _ORG:
            return line.tokens[j].text != "Police" or line.word(j + 1) not in _TITLE
    return False


def _context(line: Line, c: Candidate) -> float:
    before = line.word(c.first - 1).lower() if line.spaced(c.first - 1) else ""
    after = line.word(c.last).lower() if line.spaced(c.last - 1) else ""
    possessive = line.gap(c.last - 1) in ("'", "’")
    gain = 0.0
    if before in _LOCATIVE and not (possessive and c.score < 0.6):
        gain += 0.3
    elif before in _LOCATIVE_WEAK and line.word(c.first - 2).lower() != "according":
        gain += 0.12 if c.score >= 0.5 else 0.06
    if before == "of" and line.word(c.first - 2).lower() in _CLASS:
        gain += 0.4
    if after in _CLASS_AFTER or (line.gap(c.last - 1) == "-" and line.word(c.last) in ("based", "born", "area")):
        gain += 0.3
    if line.gap(c.last - 1).strip() == "," and _is_container(line, c.last):
        gain += 0.35
    if c.first and line.gap(c.first - 1).strip() == "," and c.kind in ("country", "state"):
        gain += 0.1
    if c.first == 0 and _dateline(line, c.last):
        gain += 0.35
    return gain


def _is_container(line: Line, i: int) -> bool:
    """Whether a country or state is named at word ``i``, as after "Tours, "."""
    if i >= len(line.tokens) or not line.tokens[i].capital:
        return False
    after = _state(line, i) or _known(line, i)
    return after is not None and (after.kind in ("country", "state") or (after.kind == "region" and after.score >= 0.9))


def _dateline(line: Line, last: int) -> bool:
    rest = "".join(t.text + t.gap for t in line.tokens[last - 1 : last + 2])[len(line.word(last - 1)) :]
    return line.word(0).isupper() and len(line.word(0)) > 2 and bool(re.search(r"\(|--| [—–_]", rest))


def _reconsider(line: Line, c: Candidate, certain: set[str], persons: set[str]) -> Candidate:
    """Move a candidate's score by what the rest of the article says of the same name."""
    if c.score == 0.0:
        return c
    name, score = _name(line, c), c.score
    if name in persons and c.kind != "country" and score < 0.9:
        score -= 0.4
    elif name in certain and score >= 0.3:
        score = max(score, 0.7)
    return replace(c, score=max(score, 0.0))


# --- What a place name says -------------------------------------------------------------------------------------------


def _span(article: Article, line: Line, c: Candidate, kept: dict[int, Candidate], countries: set[str | None]) -> Span:
    start, end = line.tokens[c.first].start, line.tokens[c.last - 1].end
    if line.word(c.last - 1) in STATE_SHORT and line.gap(c.last - 1)[:1] == "." and end < line.sentence.end:
        end += 1
    place = _resolve(line, c, kept, countries)
    location = Location(
        modifier=_modifies(line, c),
        usage=_usage(line, c, kept),
        geonames_id=place.geonames_id if place else None,
        name=(place.name or None) if place else None,
        country_code=place.country_code if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
    )
    return Span(start, end, "location", article.text[start:end], location=location, score=round(c.score, 2), by=BY)


def _resolve(line: Line, c: Candidate, kept: dict[int, Candidate], countries: set[str | None]) -> Place | None:
    """Choose among places of one name: in the country or state named next, then in a country of the article's."""
    same = gazetteer().places.get(_name(line, c), ())
    if c.place not in same or len(same) < 2:
        return c.place
    if line.gap(c.last - 1).strip() == ",":
        other = kept.get(c.last)
        if other and other.place and other.kind in ("country", "state"):
            inside = [p for p in same if p.country_code == other.place.country_code and p.kind == "city"]
            exact = [p for p in inside if other.kind == "state" and p.admin == other.place.admin]
            return (exact or inside or [same[0]])[0]
    if line.word(c.last).lower() == "state" and (states := [p for p in same if p.kind == "state"]):
        return states[0]
    if same[0].kind == "city" and same[0].country_code not in countries:
        near = [p for p in same if p.country_code in countries and p.population * 20 > same[0].population]
        return near[0] if near else same[0]
    return same[0]


def _modifies(line: Line, c: Candidate) -> bool:
    """Whether the name modifies the noun after it: "U.S. missiles", "Lyon-based", "Texas Governor"."""
    after, gap = line.word(c.last), line.gap(c.last - 1)
    if gap in ("-", "‐", "‑"):
        return True
    if not line.spaced(c.last - 1) or not after or line.titled:
        return False
    if after[0].isupper():
        return after in _TITLE
    if after in _FUNCTION or after in _ACT or after in _PAST or after.endswith(("ed", "ing", "ly")):
        return False
    plural = after.endswith("s") and not after.endswith("ss")
    return not plural or c.kind == "city" or line.word(c.first) in ABBREVIATIONS


def _usage(line: Line, c: Candidate, kept: dict[int, Candidate]) -> str:
    """Tell a government or people that acts (metonymic) from the place itself (literal)."""
    capital = bool(c.place and c.place.capital)
    if not (capital or c.kind in ("country", "state")):
        return "literal"
    if line.gap(c.last - 1) in ("'", "’") and line.word(c.last) == "s":
        return "metonymic" if {line.word(c.last + 1), line.word(c.last + 2)} & _ACT_NOUN else "literal"
    before = line.word(c.first - (2 if line.word(c.first - 1).lower() == "the" else 1)).lower()
    if before in _LOCATIVE | {"at", "of", "from"}:
        return "literal"
    other = (kept.get(c.last + 1) or kept.get(c.last + 2)) if line.word(c.last) == "and" else None
    if _subject(line, c.last) or (other and _subject(line, other.last)) or before in _TOWARD | _WITH:
        return "metonymic"
    dealing = before == "between" and line.word(c.first - 2) in _DEALING
    return "metonymic" if dealing else "literal"


def _subject(line: Line, i: int) -> bool:
    """Whether a verb of acting stands at word ``i``, auxiliaries skipped; a passive verb is none."""
    passive = False
    for j in range(i, min(i + 4, len(line.tokens))):
        word = line.word(j)
        if not line.spaced(j - 1):
            return False
        if word not in _AUXILIARY and not word.endswith("ly"):
            return word in _ACT or (word.endswith("ed") and not passive) or line.word(j - 1) in _MODAL
        passive = passive or word in ("is", "are", "was", "were", "be", "been")
    return False
