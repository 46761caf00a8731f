"""The words that make a sentence more or less of a checkable claim, as bits of a whole number for each word.

The lists hold general English by meaning (quantities, change, dates, deeds, public affairs; opinion, values, attitude),
and no word has a weight of its own: a feature of ``claims.features`` asks only whether a kind of word occurs.
"""

from __future__ import annotations

import string

_AROUND = f"{string.punctuation}“”„‘’‚«»‹›…–—―·•¿¡§€£¥°"

(
    NAME, FIGURE, QUANTITY, CHANGE, DATE, PAST, ED, DEED, PUBLIC, OBLIGATION, FUTURE, POSSIBLE, WE, BE, BEEN, HAVE, DO,
    NOT, IF, POINTER, ASKER, DETERMINER, ING, LINK, PRESENT, TO, BY, ARTICLE, OPENER, PARTICIPLE,
    OPINION, VALUE, ATTITUDE, CEREMONY, ME, YOU, ALWAYS, ORDER, PROPOSAL, GOING, UNKNOWN, REMAIN, HIM, EVENT, JUDGEMENT,
) = (1 << bit for bit in range(45))  # fmt: skip
"""The commonest first: whole numbers under 2 ** 30 are quicker to compare."""

MODAL = OBLIGATION | FUTURE | POSSIBLE
FINITE = PAST | BE | HAVE | DO | MODAL | PRESENT

_LISTS = {
    QUANTITY: "million billion trillion thousand hundred millions billions thousands hundreds dozen dozens half double "
    "twice triple percent percentage majority minority average total rate rates ratio third quarter fifth tenth fewer "
    "fewest less least more most highest lowest largest smallest biggest longest number numbers amount amounts level "
    "levels share cost costs size record nearly almost approximately roughly per",
    CHANGE: "increase increases increased increasing decrease decreases decreased decreasing rise rises rose risen "
    "rising fall falls fell fallen falling grow grows grew grown growing growth decline declines declined declining "
    "drop drops dropped dropping reduce reduces reduced reducing reduction reductions cut cuts cutting shrink shrank "
    "shrinking expand expands expanded expanding expansion climb climbed climbing gain gained lose lost loses double "
    "doubled triple tripled halved slow slowed soared plunged surged raise raised lower lowered spent saved exceed "
    "exceeded exceeds",
    DATE: "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday year years month months week weeks decade decades century centuries ago "
    "since last yesterday tomorrow recently previously annual annually yearly monthly weekly daily fiscal spring "
    "summer autumn winter morning afternoon evening currently until during",
    DEED: "passed signed enacted created built launched established invested provided opened closed appointed elected "
    "hired fired paid received approved adopted implemented introduced began started completed funded won joined "
    "moved sent gave brought made led helped worked developed awarded announced issued ordered added held met visited "
    "served founded formed arrested charged killed injured voted banned repealed vetoed returned delivered eliminated "
    "bought sold merged seized rejected resigned died attacked destroyed released filed sued settled",
    PUBLIC: "law laws legislation bill bills act acts statute constitution amendment court courts judge judges jury "
    "government governments state states federal department departments ministry agency agencies office bureau "
    "congress senate parliament council legislature commission committee board president governor mayor minister "
    "secretary senator senators program programs programme programmes project projects initiative initiatives policy "
    "policies reform reforms budget budgets tax taxes revenue revenues fund funds funding grant grants loan loans "
    "deficit debt surplus spending price prices income wage wages salary salaries pay economy unemployment inflation "
    "job jobs industry industries company companies business businesses bank banks market markets trade export exports "
    "import imports factory factories worker workers employee employees employer employers union unions school schools "
    "college colleges university universities teacher teachers student students graduates hospital hospitals doctor "
    "doctors nurse nurses patient patients insurance health medical pension pensions benefits crime crimes police "
    "officer officers prison prisons prisoners troops soldiers army military navy war treaty agreement border road "
    "roads highway highways bridge bridges rail railway airport transit construction housing homes land water energy "
    "oil gas coal power plant plants farm farms farmers population resident residents household households families "
    "election elections vote votes voters ballot system systems center centers centre centres facility facilities "
    "service services technology research study report data license licence permit contract contracts",
    OPINION: "good bad great terrible horrible awful wonderful beautiful ugly best worst better worse important proud "
    "happy sad sorry glad pleased fortunate unfortunate unfortunately fortunately sadly hopefully amazing incredible "
    "unbelievable outrageous shameful disgraceful ridiculous absurd stupid smart brave noble worthy brutal grim stark "
    "shocking ominous clearly obvious obviously simply truly really very deeply extremely wrong right fair unfair "
    "strong hard tough difficult easy essential vital crucial critical remarkable extraordinary bold moral immoral "
    "nice perfect excellent fantastic special precious sacred wise foolish tragic inspiring exciting excited confident "
    "optimistic tremendous unacceptable imperative necessary deserve deserves "
    "complex rare bright grave serious severe dramatic dramatically stunning striking impressive disappointing "
    "promising worrying alarming troubling disturbing controversial powerful weak cruel ironic ironically surprising "
    "surprisingly humiliating increasingly masterclass masterpiece genius hero heroic nightmare triumph triumphant "
    "sophisticated brilliant superb dreadful appalling lovely delightful charming elegant magnificent",
    VALUE: "hope hopes dream dreams courage faith spirit spirits future promise freedom liberty justice dignity "
    "destiny heart hearts soul souls values vision greatness opportunity opportunities challenge challenges strength "
    "unity compassion respect trust pride honor honour sacrifice prosperity responsibility commitment character "
    "determination potential ideal ideals legacy duty journey moment burden blow gravity",
    ATTITUDE: "believe think feel love hate want wish hope pray trust guess suppose know understand expect intend "
    "appreciate encourage urge ask challenge invite agree imagine remember regret fear wonder doubt",
    OBLIGATION: "must should ought need needs let",
    FUTURE: "will shall gonna",
    GOING: "going",
    POSSIBLE: "may might could would perhaps maybe possibly probably likely unlikely",
    CEREMONY: "thank thanks thanked welcome applaud applause congratulations congratulate bless blessed blessing god "
    "ladies gentlemen friends dear grateful gratitude honored honoured privilege farewell goodbye greetings "
    "amen distinguished tribute",
    ME: "i me my myself mine",
    WE: "we us our ours ourselves",
    YOU: "you your yours yourself yourselves",
    BE: "is are am was were isn aren wasn weren",
    BEEN: "be been being",
    HAVE: "have has had haven hasn hadn having",
    DO: "do does did don doesn didn",
    NOT: "not no never none nothing nobody neither nor without cannot",
    ALWAYS: "everyone everybody anyone anybody nobody always never every all each whatever whenever everything "
    "anything",
    IF: "if unless whether",
    POINTER: "this that these those it there",
    ASKER: "what who why how when where which whose whom",
    ORDER: "let imagine remember consider look think join ask tell give make help keep take stop go come see listen "
    "please do don be put get work stand thank call send pass support bring turn start try read watch take",
    DETERMINER: "the a an his her its their our my your any some no of first last next newly recently",
    PROPOSAL: "propose proposes proposing proposal proposals recommend recommending recommendation plan plans request "
    "requesting asking announce announcing",
    PAST: "was were had did went came took gave made saw got became began left kept held stood met ran brought sent "
    "led paid won lost fell rose grew broke chose drove fought sat sold built bought caught heard meant said told "
    "found thought knew felt wrote spoke drew flew threw spent struck swept wore taught sought showed sank drowned "
    "died blew dug fled hid hung rode shook shot slid stole swam swung tore woke beat hit cut set put dealt bore bred "
    "ate drank sang withdrew overtook undertook arose forgot froze shrank swore wasn weren hadn didn overthrew",
    PARTICIPLE: "been gone come taken given made seen got become begun left kept held stood met run brought sent led "
    "paid won lost fallen risen grown broken chosen driven fought sold built bought caught heard said told found "
    "known felt written spoken drawn thrown spent struck taught sought shown cut set put hit done had already also",
    LINK: "and but so because now well",
    PRESENT: "can cannot think know believe want feel see go come get take agree disagree expect continue become seem "
    "appear understand deserve love remains remain includes include says say has contains contain provides "
    "provide requires require makes make allows allow works means costs comes goes gives takes gets keeps "
    "leads runs stands shows continues carries covers employs owns operates lies faces holds serves supports "
    "needs wants begins ends moves plays lives helps adds admits agrees appears argues asks becomes believes "
    "brings builds buys considers denies depends describes enables ensures exists expects explains finds "
    "follows happens holds insists intends involves knows leaves lets loses maintains manages offers opposes "
    "owes pays prefers produces proves receives recommends reflects refers refuses relies represents reveals "
    "seeks sees seems sends sits speaks spends stays suggests teaches tells tends thinks tries understands "
    "wears wins writes warns claims accuses",
    TO: "to",
    UNKNOWN: "unclear unknown uncertain",
    REMAIN: "remain remains remained",
    BY: "by",
    HIM: "him them her",
    JUDGEMENT: "underscore underscores underscored underline underlines underlined highlight highlights highlighted "
    "illustrate illustrates exemplify exemplifies epitomise epitomize testament reminder dimension milestone seem "
    "seems seemed appear appears feels symbol",
    OPENER: "while although though whereas because since as after before when which who that whose",
    ARTICLE: "the a an his her its their our my your any some no",
    EVENT: "death deaths casualty casualties killing killings arrest arrests attack attacks shooting explosion "
    "explosions crash collapse sinking fire flood flooding outbreak injury injuries loss losses theft closure opening "
    "release resignation dismissal departure arrival withdrawal deployment victory defeat shortage shortages delay "
    "delays increase decrease rise fall drop decline outage outages damage birth marriage purchase sale merger",
}  # fmt: skip
_KINDS: dict[str, int] = {}
for _kind, _words in _LISTS.items():
    for _word in _words.split():
        _KINDS[_word] = _KINDS.get(_word, 0) | _kind
_TAILS = {"ll": FUTURE, "d": POSSIBLE, "ve": HAVE, "re": BE, "m": BE}
_NAMES = {"May": NAME | DATE, "US": NAME}
_NOT_ED = frozenset("need speed indeed hundred exceed proceed succeed feed breed seed freed agreed embed shed".split())
_NOT_ING = frozenset(
    "going thing king bring spring during morning evening nothing something anything everything".split()
)
_ROOM, _LONG = 1 << 16, 40


class Kinds(dict[str, int]):
    """The kinds of words as written, with the marks around them, remembered as they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._same: dict[int, int] = {}  # equal numbers are one object: fewer to fetch

    def __missing__(self, word: str) -> int:
        kinds = _kinds(word)
        kinds = self._same.setdefault(kinds, kinds)
        if len(self) >= _ROOM:
            self.clear()
        if len(word) < _LONG:
            self[word] = kinds
        return kinds


def _contracted(stem: str, tail: str, kinds: int) -> int:
    """Add what a clitic or "n't" adds to the kinds of its stem."""
    if tail == "s":
        pronoun = kinds & (POINTER | ASKER) or stem in ("he", "she")
        return kinds | (BE if pronoun else WE if stem == "let" else 0)
    if tail == "t":
        return NOT | (FUTURE if stem == "won" else kinds or _KINDS.get(stem[:-1], 0))
    return kinds | _TAILS.get(tail, 0)


def _kinds(word: str) -> int:
    word = word.strip(_AROUND)
    if not word:
        return 0
    low = word.lower().replace("’", "'")
    stem, _, tail = low.partition("'")
    kinds = _KINDS.get(stem, 0)
    if tail:
        kinds = _contracted(stem, tail, kinds)
    if word in _NAMES:
        return _NAMES[word]
    if word[0].isupper() and not kinds & (ME | POINTER | ASKER):
        kinds &= ~(OPINION | VALUE)  # "Ministry of Justice"
        kinds = (kinds if kinds & DATE else kinds | NAME) & ~(
            MODAL if word[1:].islower() else 0
        )  # "Will" is a man, "WILL" is not
    elif stem.endswith("ed") and len(stem) > 4 and stem not in _NOT_ED:
        kinds |= ED
    elif stem.endswith("ing") and len(stem) > 4 and stem not in _NOT_ING:
        kinds |= ING
    return kinds | FIGURE if any(char.isdigit() for char in word) else kinds
