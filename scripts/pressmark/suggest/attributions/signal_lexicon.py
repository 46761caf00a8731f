"""Nouns and adjectives that signal an attribution, and nouns for texts, by what may follow them."""

from __future__ import annotations

NOMINAL = frozenset(
    "accusation acknowledgement acknowledgment admission allegation announcement argument assertion assessment "
    "assumption assurance belief charge claim comment complaint conclusion concern confirmation contention "
    "conviction declaration denial disclosure estimate expectation fear forecast guess hint hope insistence notion "
    "observation opinion pledge prediction promise proposal recommendation remark reminder report revelation rumor "
    "rumour speculation statement suggestion suspicion testimony threat view vow warning".split()
)
"""Nouns for what is said or thought."""

SIGNAL_NOUNS = {
    "that about of": (
        "accusation acknowledgement acknowledgment admission allegation assumption assurance belief claim contention "
        "conviction denial disclosure expectation fear hint notion prediction reminder revelation rumor rumour "
        "suspicion perception realization realisation recognition"
    ),
    "that about on of": (
        "announcement assertion confirmation observation remark speculation statement testimony view opinion "
        "declaration estimate forecast guess report verdict"
    ),
    "that about over": (
        "complaint concern worry anger outrage frustration anxiety misgiving doubt scepticism skepticism unease "
        "dismay alarm optimism pessimism"
    ),
    "that about against of": "argument charge insinuation protest",
    "that": "conclusion finding warning objection message",
    "that for about": "argument hope",
    "that to": "insistence pledge promise vow threat commitment agreement",
    "that to for": "recommendation suggestion proposal demand request plea call wish",
    "to for": "plan desire preference",
    "to": (
        "refusal decision reluctance willingness determination intention intent unwillingness readiness eagerness "
        "ambition"
    ),
    "of": (
        "criticism praise condemnation endorsement characterization characterisation description depiction portrayal "
        "denunciation rejection dismissal embrace rebuke defense defence mockery treatment assessment distrust "
        "mistrust suspicion approval disapproval interpretation"
    ),
    "for": "support contempt disdain admiration respect sympathy praise enthusiasm affection fondness",
    "on against": "attack assault",
    "about on": "comment remark question idea thought rhetoric message tweet question speech silence",
    "to against of": "opposition warning objection",
    "with": "disagreement",
    "in": "faith trust",
}
"""Nouns that signal an attribution, by what may follow: "the claim that …", "her criticism of …"."""

SPOKEN_NOUNS = {
    "of": (
        "accusation allegation claim condemnation criticism denial denunciation endorsement fear mockery prediction "
        "rejection rumor rumour suspicion characterization depiction portrayal"
    ),
    "about": (
        "allegation anger anxiety argument assertion assumption belief claim comment complaint concern doubt fear "
        "joke misgiving outrage question remark rumor scepticism skepticism speculation statement suspicion unease "
        "worry"
    ),
    "over": "anger anxiety concern frustration misgiving outrage worry",
    "on": "comment remark",
    "for": "praise contempt disdain admiration",
    "to": "opposition objection",
    "with": "disagreement frustration",
}
"""Signal nouns that need nobody who holds what they name: "amid criticism of …"."""

LOOKING_BACK = frozenset(
    "accusation accusations allegation allegations assertion assertions assurances claim claims comment comments "
    "complaints criticism criticisms denial denials insinuation insinuations prediction predictions remark remarks "
    "rumors rumours statement statements suggestion suggestions warning warnings".split()
)
"""Nouns for what was said, which "these" makes a cue of its own."""

STANCES = {
    "that about": (
        "confident certain convinced worried concerned adamant hopeful optimistic pessimistic nervous anxious afraid "
        "fearful happy unhappy glad sad sorry upset angry furious outraged alarmed dismayed disappointed insistent "
        "delighted thrilled excited pleased proud grateful thankful disturbed frustrated livid mad uneasy skeptical "
        "sceptical dubious doubtful apprehensive enthusiastic bullish bearish"
    ),
    "that whether about of": "sure unsure uncertain unaware aware",
    "that about on": (
        "clear explicit unequivocal emphatic vocal outspoken candid frank coy vague blunt silent firm noncommittal"
    ),
    "of": (
        "critical supportive wary suspicious skeptical sceptical dismissive contemptuous scornful proud fearful "
        "tired fond envious respectful disdainful mindful appreciative disapproving leery"
    ),
    "to": (
        "opposed committed willing ready eager reluctant determined prepared hesitant unwilling inclined loath keen "
        "sympathetic hostile receptive open"
    ),
    "by": "troubled alarmed disturbed encouraged unimpressed",
    "with": "pleased unhappy frustrated disappointed impatient uncomfortable comfortable",
    "in": "interested disappointed confident",
    "at": "angry furious outraged dismayed",
    "over": "divided concerned worried angry upset",
}
"""Adjectives of stance, by what may follow: "is confident that …", "are wary of …"."""

AGENT_NOUNS = frozenset(
    "supporter supporters opponent opponents critic critics advocate advocates proponent proponents defender "
    "defenders admirer admirers skeptic skeptics sceptic sceptics detractor detractors".split()
)
"""Nouns for people by their stance: "is a staunch critic of …"."""

_TOPICS = (
    "account alarm anger argument behavior behaviour bid call conduct controversy criticism decision detail doubt "
    "example experience fact feeling finding frustration idea involvement issue knowledge legality legitimacy link "
    "matter memory merit message move need news notion objection optimism outrage plan point policy position "
    "reference mockery insult joke apology response answer testimony possibility practice premise prospect question "
    "reason record responsibility role ruling scepticism sentiment skepticism specter spectre spending stance story "
    "strategy tale thought topic truth validity value veracity wisdom word wrongdoing"
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
    "videos records spreadsheet paperwork indictment affidavit website film films documentary book books movie novel "
    "ad ads advertisement commercial clip broadcast episode column columns essay editorial editorials op-ed op-eds "
    "speech tweet tweets post posts brief complaint lawsuit suit motion ruling opinion order message messages "
    "messaging panel commission court courts committee tribunal judge judges jury inquiry researchers researcher "
    "scientists investigators auditors auditor pollsters economists examiner coroner inspectors inquest hearing jurors "
    "magistrates".split()
)
"""Nouns that may be the source of a verb marked ``d``."""


def kinds_of(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    """Turn rows of "what may follow: words" into word -> all that may follow it."""
    found: dict[str, frozenset[str]] = {}
    for kinds, words in rows.items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | frozenset(kinds.split())
    return found


def plural_form(noun: str) -> str:
    """Give a signal noun's plural."""
    if noun.endswith("y") and noun[-2] not in "aeo":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"
