"""The words that signal an attribution: verbs of speech, writing, belief and stance, and the nouns made from them.

Each verb carries the patterns it allows, one letter each:

- ``q`` stands with a quotation or a clause without "that", also inverted ("said the minister")
- ``t`` takes a clause with "that" or a question word
- ``a`` takes an addressee before the clause ("told reporters that …")
- ``i`` takes an infinitive ("vowed to stay")
- ``x`` takes an object and an infinitive ("urged drivers to stop")
- ``o`` takes a noun phrase that only names what was spoken of ("corroborated the reports")
- ``d`` says something only of documents and data ("figures show that …")
- ``s`` says something only of what is itself said or thought ("raised concerns", not "raised rates")
- ``n`` has forms that are as often nouns ("claims", "a report")

After ``+`` stands a particle or preposition that must follow ("point +out", "allude +to").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_TABLE = """
q t: say state:n claim:n assert insist declare argue contend maintain allege note:n observe remark:n comment:n explain
q t: announce:o report:no reveal:o confirm:o affirm:o reaffirm:o reiterate:o stress:no emphasize:o emphasise:o
q t: underline:o underscore:dno highlight:o mention:o suggest:o conclude admit:o acknowledge:o concede:o confess
q t: recall:so recount:o reply:n respond retort:n counter:n quip:n joke:n muse opine exclaim shout:n whisper:n mutter
q t: boast:n complain lament:no warn:a caution:na predict:o forecast:no estimate:no speculate theorize reckon
q t: write tweet:n post:nso blog testify assure:a promise:aino pledge:ino vow:ino swear:i threaten:io guess:n
q t: add continue ask:ax inquire wonder:n tell:ax inform:a remind:a notify:a advise:ax insinuate imply disclose:o
q t: clarify:o elaborate proclaim:o profess assess:o attest certify deny:so refute:o dispute:no
t: believe think know feel hope:ni fear:no expect:io suspect:no doubt:no assume realize understand consider:o
t: agree:i disagree decide:i learn discover find:d show:dn indicate prove:d demonstrate:d
t: recommend:o propose:io demand:noi request:nox urge:x signal:no hint:n
t: worry:n anticipate:o foresee:o convince:a persuade:ax teach:a determine:d
t: vouch regret:no complain hypothesize posit postulate envision:o envisage:o
i: refuse decline:n plan:n want intend hope:n
x: call:no order:n instruct direct encourage implore beg invite exhort
o: criticize criticise condemn denounce praise:n blast:n slam:n decry deride mock ridicule:n rebuke:n
o: chide scold lambast lambaste castigate assail deplore applaud hail:n laud commend welcome:n
o: endorse support:n oppose back:sn favor:n favour:n reject dismiss disavow repudiate rebut
o: corroborate accuse blame:n describe characterize characterise portray depict label:n brand:n
o: discuss debate:n question:n challenge:n defend address:sn cite quote:n detail:n outline:n
o: voice:n express air:sn share:sn raise:sn advocate:n tout champion:n downplay minimize exaggerate
o: admire respect:n resent distrust:n trust:n prefer
o: thank congratulate compliment:n greet salute:n
o: allude+to refer+to call+for speak+of speak+about talk+about talk+of warn+of warn+against complain+about
o: complain+of boast+about boast+of comment+on react+to respond+to object+to agree+with disagree+with
o: agree+on apologize+for apologise+for lash+out rail+against argue+for argue+against lobby+for push+for
o: appeal+for plead+for press+for speculate+about speculate+on vouch+for elaborate+on touch+on
o: worry+about brag+about insist+on hint+at scoff+at point+to swear+by
o: believe+in think+of think+about inquire+about ask+about ask+for tweet+about write+about write+of
x o: call+on
o: echo liken chastise
q t: point+out spell+out go+on make+clear chime+in blurt+out cry+out
o: rule+out speak+out lay+out
"""

_IRREGULAR = {
    "say": "said said",
    "tell": "told told",
    "think": "thought thought",
    "know": "knew known",
    "feel": "felt felt",
    "find": "found found",
    "show": "showed shown",
    "write": "wrote written",
    "speak": "spoke spoken",
    "swear": "swore sworn",
    "understand": "understood understood",
    "teach": "taught taught",
    "seek": "sought sought",
    "beg": "begged begged",
    "quip": "quipped quipped",
    "blog": "blogged blogged",
    "brag": "bragged bragged",
    "slam": "slammed slammed",
    "rip": "ripped ripped",
    "admit": "admitted admitted",
    "regret": "regretted regretted",
    "rebut": "rebutted rebutted",
    "refer": "referred referred",
    "prefer": "preferred preferred",
    "plan": "planned planned",
    "chat": "chatted chatted",
    "go": "went gone",
    "make": "made made",
    "lay": "laid laid",
    "foresee": "foresaw foreseen",
    "forecast": "forecast forecast",
    "spell": "spelled spelled",
    "label": "labeled labeled",
    "signal": "signaled signaled",
}

NOMINAL = frozenset(
    "accusation acknowledgement acknowledgment admission allegation announcement argument assertion assessment "
    "assumption assurance belief charge claim comment complaint conclusion concern confirmation contention conviction "
    "declaration denial disclosure estimate expectation fear forecast guess hint hope insistence notion observation "
    "opinion pledge prediction promise proposal recommendation remark reminder report revelation rumor rumour "
    "speculation statement suggestion suspicion testimony threat view vow warning".split()
)
"""Nouns that signal an attribution when a clause with "that" follows ("the claim that …")."""

_TOPICS = (
    "account alarm anger argument behavior behaviour bid call conduct controversy criticism decision detail doubt "
    "example experience fact feeling finding frustration idea involvement issue knowledge legality legitimacy link "
    "matter memory merit message move need news notion objection optimism outrage plan point policy position "
    "possibility practice premise prospect question reason record responsibility role ruling scepticism sentiment "
    "skepticism specter spectre spending stance story strategy tale thought topic truth validity value veracity "
    "wisdom word wrongdoing"
)
SPEECH_LIKE = frozenset(
    form for noun in (*NOMINAL, *_TOPICS.split()) for form in (noun, f"{noun}s", f"{noun[:-1]}ies")
) | {"criticisms", "hypotheses", "analyses"}
"""Heads of noun phrases that name what is said or thought, the objects of verbs marked ``s``."""

DOCUMENTS = frozenset(
    "analysis article audit book census chart data document documents dossier email emails evidence figures filing "
    "filings findings footage headline image images index investigation journal leak letter map memo memorandum "
    "model models newspaper note notice paper papers photo photos poll polls polling record records report reports "
    "research result results review statement statistics studies study survey surveys test tests transcript video "
    "videos records spreadsheet paperwork indictment affidavit website".split()
)
"""Nouns that may be the source of a verb marked ``d``."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected form of a cue verb.

    ``form`` is base, s, past, participle (a past form that is only a participle) or ing. ``patterns`` are the
    letters above; ``particles`` maps a following word to the patterns that it gives.
    """

    lemma: str
    form: str
    patterns: frozenset[str]
    particles: tuple[tuple[str, frozenset[str]], ...] = ()

    def particle(self, word: str) -> frozenset[str] | None:
        return next((patterns for particle, patterns in self.particles if particle == word), None)


def _past(lemma: str) -> tuple[str, str]:
    if lemma in _IRREGULAR:
        past, participle = _IRREGULAR[lemma].split()
        return past, participle
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return f"{lemma[:-1]}ied", f"{lemma[:-1]}ied"
    return (f"{lemma}d",) * 2 if lemma.endswith("e") else (f"{lemma}ed",) * 2


def inflect(lemma: str) -> dict[str, str]:
    """Give an English verb's forms: word -> base, s, past, participle or ing."""
    past, participle = _past(lemma)
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        third = f"{lemma[:-1]}ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if past == f"{lemma}{lemma[-1]}ed":  # a doubled consonant: beg, begged, begging
        stem += lemma[-1]
    forms = {lemma: "base", third: "s", participle: "participle", past: "past", f"{stem}ing": "ing"}
    return forms | ({f"{lemma}led": "past", f"{lemma}ling": "ing"} if lemma in ("label", "signal") else {})


def _entries() -> dict[str, tuple[frozenset[str], dict[str, frozenset[str]]]]:
    lexicon: dict[str, tuple[frozenset[str], dict[str, frozenset[str]]]] = {}
    for line in _TABLE.strip().splitlines():
        head, _, words = line.partition(":")
        common = frozenset(head.split())
        for word in words.split():
            entry, _, own = word.partition(":")
            lemma, _, particle = entry.partition("+")
            patterns, particles = lexicon.get(lemma, (frozenset(), {}))
            if particle:
                particles = {**particles, particle: common | frozenset(own)}
            else:
                patterns = patterns | common | frozenset(own)
            lexicon[lemma] = (patterns, particles)
    return lexicon


@cache
def verbs() -> dict[str, Verb]:
    """Return every inflected form of every cue verb, in lower case."""
    table: dict[str, Verb] = {}
    for lemma, (patterns, particles) in _entries().items():
        for word, form in inflect(lemma).items():
            table.setdefault(word, Verb(lemma, form, patterns, tuple(sorted(particles.items()))))
    return table
