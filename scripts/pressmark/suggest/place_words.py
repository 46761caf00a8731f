"""Word lists for reading place names: parts of names, the words around them, and verbs and nouns of acting."""

from __future__ import annotations

import re

ADJECTIVE = re.compile(r"(?:[ai]an|ese|ish|Nazi|Soviet|Communist|Imperial|Mainland)$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Generic parts that belong to a name when capitalised, by the kind of place they make.
GENERIC_REGION = _words(
    "Oblast Krai Raion Province Prefecture Governorate Voivodeship County Parish District Region Territory Township "
    "Municipality Canton Republic Borough State City Village Town Peninsula Desert Valley Mountains Mountain Hills "
    "Heights Plateau Forest Basin Delta Plain Plains Coast Island Islands Isles Archipelago Atoll Isle Canyon "
    "Glacier Volcano Range Ridge Pass Highlands Park Beach Strip Corridor"
)
GENERIC_WATER = _words(
    "River Sea Ocean Strait Straits Gulf Bay Lake Channel Canal Reservoir Sound Lagoon Creek Falls Fjord Reef Harbor"
)
GENERIC_STREET = _words("Street Avenue Road Boulevard Highway Expressway Bridge Airport Square")
GENERIC = GENERIC_REGION | GENERIC_WATER | GENERIC_STREET
GENERIC_LOOSE = _words(
    "State Republic Park Square Pass Range Sound City Town Village Beach Forest Hills Region Area Bridge Airport "
    "Plain Plains Strip Corridor Channel Ridge Coast Township Delta Basin"
)
COMMON_IN_PROSE = _words("Region Area Zone Border City Town Village State Province District Coast Valley")
BEFORE_NAME = _words("Mount Mt Lake Cape Fort Ft Port Saint St San Santa Gulf Bay Strait Isle River Camp Lac Rio")
OF_GENERIC = _words("Gulf Bay Strait Straits Isle Cape Sea Republic Kingdom State City Province Port Town Islands")
OF_NATURE = _words("Gulf Bay Strait Straits Isle Cape Sea")
COMPASS = _words(
    "North South East West Northern Southern Eastern Western Central Greater Upper Lower Northeast Southeast"
)
COMPASS_PART = _words("North South East West Greater Upper Lower")

# Capitalised words that make the name around them an organisation's, an event's or a work's.
ORG = _words(
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
TITLE = _words(
    "President Premier Prime Minister Chancellor King Queen Prince Princess Emperor Governor Gov Mayor Senator Sen "
    "Rep Representative Congressman Congresswoman Secretary Ambassador Attorney General Gen Judge Justice Police "
    "Chief Sheriff Archbishop Bishop Republican Republicans Democrat Democrats Democratic Foreign Defense Defence "
    "Finance Interior Vice Deputy Director Chairman Commissioner Coach Special Envoy Treasurer Councilman Lawmaker "
    "Lt Col Maj Capt Colonel"
)
HONORIFIC = (
    _words("Mr Mrs Ms Miss Dr Sir Lady Lord Dame Prof Professor Judge Justice Captain Capt Sgt Col Gen Rev Fr") | TITLE
)
NOBLE = _words(
    "Prince Princess Bishop Archbishop Duke Duchess Earl Count Countess Baron Baroness Viscount Marquess Order "
    "Knights Sons Daughters Friends Voice Battle Siege Treaty Book Lawrence"
)
PARTICLE = _words("de da di del della von van der den bin ibn al el dos du")
CALENDAR = _words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec"
)

FUNCTION = _words(
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
MINOR = _words("a an the of in on at to for and or but nor by from with as over into vs via is")
LOCATIVE = _words("in near outside inside throughout across around within toward towards into via beyond")
LOCATIVE_WEAK = _words("at from to of over through between off leaving visiting visited and or for on")
CLASS = _words(
    "city cities town towns village villages port province provinces region regions state states district county "
    "capital island islands country countries suburb suburbs republic hamlet settlement municipality territory "
    "nation nations"
)
CLASS_AFTER = CLASS | _words("oblast border area airport peninsula suburb coast streets harbour harbor")
CLASS_AFTER -= _words("nation nations countries cities states")

ACT = _words(
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
PAST = _words(
    "fell rose grew went came took made gave saw left met became began got kept put ran stood spent held led felt"
)
AUXILIARY = _words(
    "has have had will would is was were are did does do can could may might must should also now not never"
)
TOWARD = _words(
    "accuse accused accuses accusing blame blamed blames blaming urge urged urges urging warn warned warns tell "
    "told ask asked pressure pressured condemn condemned sanction sanctioned help helped convince persuade"
)
WITH = _words("by against")
DEALING = _words(
    "talks relations ties tensions dispute deal agreement alliance war treaty pact ceasefire negotiations trade rivalry"
)
MODAL = _words("will would should must can cannot could may might")
ACT_NOUN = _words(
    "involvement commitment decision support invasion position stance effort refusal demand demands forces troops "
    "army military government policy policies leadership war plan plans allies response offensive campaign attack "
    "attacks sanctions strategy claim claims influence ambitions aggression intentions willingness proposal "
    "approach actions diplomacy threats threat warning request interests arsenal nuclear faltering backing view "
    "role"
)
