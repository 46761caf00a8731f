"""Words at which a counted noun phrase ends. No I/O."""

from __future__ import annotations

FUNCTION = frozenset(
    """a an the this that these those his her its their our my your in on at by for from to of with without within
    into onto over under near after before during since until till through throughout across around about
    against between among amid along behind beyond above below beside besides inside outside off out up down
    toward towards via per and or but nor so yet if when while where whereas because although though as than
    then there here what who whom whose which why how i he she it we they you me him us them is are was were be
    been being am has have had do does did will would shall should can could may might must not no never also
    only even still just already again now soon later once often both either neither each every all some any
    many most more much few several other another such same own too very ago like unlike despite except
    including meanwhile however today yesterday tomorrow tonight early late next last first second alone itself
    well rather instead perhaps maybe yes back ahead""".split()
)
ACT = frozenset(
    """said says say announced announces announce denied denies deny claimed claims claim accused accuses accuse
    warned warns warn vowed vows vow agreed agrees agree refused refuses refuse rejected rejects reject demanded
    demands demand wants wanted hopes hoped fears feared insisted insists condemned condemns pledged pledges
    promised promises threatened threatens signed signs sought seeks seek decided decides imposed imposes
    launched launches invaded invades sent sends declared declares urged urges blamed blames backed backs
    supports supported responded responds retaliated believes argues argued considers called calls proposed
    proposes ordered orders expelled recognized recognised recognizes told tells asked asks offered offers
    struggled struggles continues deployed deploys attacked attacks withdrew won lost wins loses beat beats
    defeated plans planned intends intended expects expected knows thinks voted votes approved approves banned
    bans lifted suspended cut cuts acknowledged confirmed confirms dispatched fought fights maintains""".split()
)
PAST = frozenset(
    """arose ate awoke became began bent bit blew bore bought broke brought built burnt came caught chose clung
    crept dealt drank drew drove dug fed fell felt fled flew forbade forgot found froze gave got grew heard held
    hid kept knew laid lay led left lent lit made meant met paid put ran rang rode rose sang sank sat saw set
    shook shrank slept slid sold spent spoke spread sprang stole stood struck stuck stung swam swept swore swung
    taught thought threw took tore understood went wept woke wore wrote hit""".split()
)
AUXILIARY = frozenset(
    """has have had will would is was were are did does do can could may might must should also now not never""".split()
)
AFTER_HEAD = frozenset(
    """aboard abroad north south east west ready familiar alive dead ablaze adrift afloat aloft aloud asleep available
    apart ashore nearby due unable able likely unlikely eligible responsible worth wide long high deep tall older
    younger online overseas overnight worldwide nationwide statewide total per earlier later else aware loyal close
    similar sick ill short free homeless upstairs downstairs outdoors uphill upstream downstream downtown northwards
    southwards today monday tuesday wednesday thursday friday saturday sunday bigger smaller larger wrong right
    straight clear""".split()
)
"""Adjectives and adverbs that follow a noun in the plural; before one, they belong to its phrase."""
