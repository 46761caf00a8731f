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
    "River Sea Ocean Strait Straits Gulf Bay Lake Channel Canal Reservoir Sound Lagoon Creek Falls Fjord Reef Harbor "
    "Harbour"
)
GENERIC_STREET = _words("Street Avenue Road Boulevard Highway Expressway Bridge Airport Square")
GENERIC = GENERIC_REGION | GENERIC_WATER | GENERIC_STREET
GENERIC_LOOSE = _words(
    "State Republic Park Square Pass Range Sound City Town Village Beach Forest Hills Region Area Bridge Airport "
    "Plain Plains Strip Corridor Channel Ridge Coast Township Delta Basin"
)
GENERIC_WITH_THE = _words("Hills Range Ridge Basin Delta Plain Plains")
"""Loose ones that make a name's place sure after "the": "the Osyn Hills"."""
NATIONAL_PARK = _words("Park Forest Monument Seashore Preserve Reserve")
STREET_SHORT = _words("St Ave Rd Blvd Dr Ln")
COMMON_IN_PROSE = _words("Region Area Zone Border City Town Village State Province District Coast Valley")
ROAD_LETTERS = frozenset("AMI")
ROAD_WORDS = _words("Interstate Highway Route Hwy Motorway Freeway")
BEFORE_NAME = _words("Mount Mt Lake Cape Fort Ft Port Saint St San Santa Gulf Bay Strait Isle River Camp Lac Rio")
OF_GENERIC = _words(
    "Gulf Bay Bight Strait Straits Isle Cape Sea Republic Kingdom State City Province Port Town Islands"
)
OF_NATURE = _words("Gulf Bay Bight Strait Straits Isle Cape Sea")
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
# Names of well-known movements, parties, agencies and firms that some place somewhere shares: places in no news.
NO_PLACE = _words(
    "Hamas Hezbollah Hizbollah Hizbullah Fatah Likud Taliban Isis Isil Daesh Houthi Houthis Mossad Duma Sejm "
    "Bundestag Nato Asean Opec Brics Haram Shabaab Janjaweed Syriza Podemos Fidesz Xinhua Tass Anadolu Interfax "
    "Reuters Yonhap Kyodo Antara Bernama Pravda Izvestia Kommersant Haaretz Maariv Hurriyet Google Meta Tata "
    "Toyota Nokia Honda Samsung Hyundai Gazprom Rosneft Lukoil Pemex Petrobras Itau Adani Wagner Zara Puma "
    "Cisco Oracle Roche Leonardo Hermes Benfica Atalanta"
)
ORG = ORG | NO_PLACE | _words("Congressional Judicial Legislative Electoral Senatorial")
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
CLASS_AFTER = CLASS | _words(
    "oblast border area airport peninsula suburb coast streets harbour harbor police resident residents mayor native"
)
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
    "arose ate awoke became began bent bit blew bore bought broke brought built burnt came caught chose clung crept "
    "dealt drank drew drove dug fed fell felt fled flew forbade forgot found froze gave got grew heard held hid kept "
    "knew laid lay led left lent lit made meant met paid put ran rang rode rose sang sank sat saw set shook shrank "
    "slept slid sold spent spoke spread sprang stole stood struck stuck stung swam swept swore swung taught thought "
    "threw took tore understood went wept woke wore wrote hit"
)
PRESENT = _words(
    "lies sits stands stretches remains becomes seems appears gets goes comes takes makes gives keeps sees finds lets "
    "puts needs likes faces plays hosts leads relies owes suffers enjoys boasts prepares celebrates welcomes awaits "
    "attracts produces belongs means brings turns looks feels holds grows falls rises"
)
AUXILIARY = _words(
    "has have had will would is was were are did does do can could may might must should also now not never"
)
TOWARD = _words(
    "accuse accused accuses accusing blame blamed blames blaming urge urged urges urging warn warned warns tell "
    "told ask asked pressure pressured condemn condemned sanction sanctioned help helped convince persuade order "
    "orders ordered ordering want wants wanted force forces forced forcing allow allowed thank thanked support "
    "supported"
)
WITH = _words("by against")
BEAT = _words(
    "beat beats beating defeat defeats defeated defeating edged outlasted overcame thrashed thrash trounced routed "
    "outplayed"
)
DEALING = _words(
    "talks relations ties tensions dispute deal agreement alliance war treaty pact ceasefire negotiations trade "
    "rivalry choose chooses chose chosen choosing choice mediate mediates mediated mediating mediator mediation torn "
    "rift rifts differences standoff confrontation conflict hostilities cooperation"
)
MODAL = _words("will would should must can cannot could may might")
ACT_NOUN = _words(
    "involvement commitment decision support invasion position stance effort refusal demand demands war plan plans "
    "response offensive campaign attack attacks sanctions strategy claim claims policy policies influence ambitions "
    "aggression intentions willingness proposal approach actions diplomacy threats threat warning request interests "
    "backing view role"
)
# Verbs in their bare form, which a country's name takes for its people or team ("Brazil face Chile"), and those of them
# that are nouns as well; verbs of acting in the past that places seldom do.
BARE = _words("want expect reject seek meet take give get agree refuse say oppose deny accept host")
BARE_OR_NOUN = _words("face need play lead hope plan fear back win lose treat trade")
DEED = _words("gave gives took takes made makes met meets paid pays kept chose bought buys sold sells put puts")
ADVERB = _words("almost nearly ever yet often twice finally")
# Verbs of what persons do and towns do not.
SAYING = _words("said says added adds recalled recalls replied joked tweeted wrote writes testified told")
LIVING = _words("lived lives died dies married retired resigned smiled laughed nodded pleaded")
# Nouns that make the name of a town before them a treaty's, and what may stand between; words of bylines before "by".
TREATY = _words(
    "agreement agreements accord accords deal treaty treaties protocol protocols memorandum pact pacts convention "
    "declaration"
)
TREATY_FIRST = _words("climate peace nuclear ceasefire truce trade")
WRITING = _words("reporting writing editing edited compiled written photographs photograph photo photos additional")
COMPANY = _words("Plc PLC Inc Ltd Corp Corporation Group Holdings AG SA SE NV LLC Co Company GmbH Foods Industries")
# What a country has, its own acts aside; of a capital, these are the government's.
NATIONAL = _words(
    "forces troops army military government leadership allies arsenal navy minister ministry ambassador envoy "
    "parliament"
)
INSTITUTION = NATIONAL | _words(
    "agency president leader premier chancellor king queen mayor governor chief court courts police congress senate "
    "assembly council commission cabinet bank university company airline embassy team intelligence legislature "
    "lawmakers spokesman spokeswoman authorities officials soldiers service services regulator legislators"
)
# First-level divisions: the name before one of them is the region's, not the city's.
DIVISION = _words("region oblast province krai governorate prefecture voivodeship canton")
DIVISION_PART = _words("border coastal frontier federal autonomous")

# Words before "in" that speak for a place after it, and those that speak against one.
SETTLED = _words(
    "live lives lived living reside resides resided residing work works worked working born raised up based located "
    "situated headquartered stationed deployed settle settled settling stay stayed staying arrive arrives arrived "
    "arriving land landed landing die died dies dying killed wounded injured hurt shot stabbed murdered found buried "
    "held jailed imprisoned detained arrested captured trapped stranded hiding sheltering burned destroyed damaged "
    "flooded erupted exploded crashed fought fighting place happened occurred opened opens opening built erected "
    "installed met meets meeting gathered rallied protested marched voted educated trained studied taught spotted seen "
    "discovered unveiled somewhere elsewhere everywhere anywhere home homes house houses apartment flat bungalow "
    "cottage village villages town city suburb suburbs camp camps hospital hospitals prison jail school schools church "
    "mosque temple campus factory plant mine base airport port station court office offices headquarters shop shops "
    "store stores market restaurant hotel museum street streets building buildings bridge road roads warehouse farm "
    "farms settlement settlements neighbourhood neighborhood cemetery stadium clinic checkpoint resident residents "
    "people family families authorities police officials troops soldiers fighters rebels forces protesters voters "
    "refugees civilians attack attacks bombing blast explosion explosions strike strikes clashes battle battles "
    "shooting stabbing accident crash fire fires flood floods flooding quake earthquake landslide massacre protest "
    "protests demonstration demonstrations unrest riot riots violence conference summit ceremony funeral childhood "
    "weather rain"
)
ABSTRACT_VERB = re.compile(
    r"(?:trad|invest|publish|believ|interest|speciali[sz]|engag|involv|participat|succeed|excel|print|appear|deal(?!ership)|"
    r"confiden|faith|trust|stake|share|role|articl|stud(?:y|ies)$|paper|report|writ|wrote|star(?:s|red|ring)?$|holding|"
    r"revel|major(?:s|ed|ing)$|graduat|fluen|dress|clad|cover|wrapp)"
)

# The last words of names of sites, which are places where something is or happens at, in or near them.
SITE = _words(
    "Hospital Infirmary Hospice Church Cathedral Basilica Chapel Mosque Temple Synagogue Monastery Abbey Shrine "
    "Stadium Arena Airport Airfield Airbase Station Terminal Square Plaza Hotel Inn Resort Casino Mall Tower Towers "
    "Building Hall House Palace Castle Museum Gallery Library Theatre Theater Cinema Center Centre Park Zoo Gardens "
    "Garden Cemetery Prison Jail Penitentiary Barracks Bridge Tunnel Dam Market Pier Wharf Dock Docks Marina Beach "
    "Speedway Raceway Racecourse Circuit Ground Grounds Field Complex Armory Courthouse Ranch Refinery Farm Court "
    "Campus"
)
SITE_INNER = _words(
    "Supreme High Appeal Appeals International Criminal Federal Trade National Research Law Policy First Second Third "
    "Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh"
)
AT_SITE = _words("at in near nearby outside inside around to into from behind opposite beside across")
# Nouns in lower case that make the name before them a site's or a quarter's: "the Old Mill roundabout".
SITE_NOUN = _words(
    "roundabout junction interchange intersection crossroads cinema theatre theater restaurant pub hotel hostel casino "
    "nightclub club mall store supermarket station terminal airport stadium arena racetrack prison jail barracks base "
    "camp hospital clinic church mosque temple cathedral neighborhood neighbourhood district suburb quarter township "
    "slum estate bridge tunnel dam mine quarry refinery plant factory school campus cemetery park forest reservoir "
    "lighthouse pier beach resort checkpoint crossing"
)
SITE_NOUN_FIRST = _words(
    "gas police petrol railway train bus power fire metro subway tube shopping polling refugee border"
)
# Buildings that stand for who works there: places only where something is in or at them.
SEATS = ("White House", "Kremlin", "Pentagon", "Capitol", "Elysee Palace", "Buckingham Palace", "Reichstag", "Knesset")
IN_SEAT = _words("in at inside outside near")
# Verbs of going, and nouns and verbs of what happens at a place.
MOTION = _words(
    "move moved moves moving back return returned returns returning travel traveled travelled traveling travelling fly "
    "flew flown flying drive drove driven driving went going gone go sail sailed fled flee fleeing trip trips journey "
    "drove relocate relocated relocating transferred deported extradited evacuated flight flights visit bound heading "
    "headed marched en"
)
ORIGIN = _words("was is were are came comes come hails hailing native originally drove walked fled travelled")
EVENT = _words(
    "race races match matches game concert concerts dinner event ceremony show shows held played plays married funeral "
    "buried crash shooting meeting festival party launch gala exhibition rally start staged stage round tournament "
    "wedding vigil performed perform performance training trained docked landed station"
)
# Words in lower case inside names of places: "Rio de Janeiro", "Newcastle upon Tyne".
INNER = _words(
    "of the and de del di da do dos das des du la las le les el los al a am an an auf bei im in der den die e y en et "
    "op sur sous upon on by under over los ez es us ul i san s t l d"
)
# What a state gives, gets or suffers: "support from X", "sanctions on X", and the forces that a state has.
OF_STATE = _words(
    "support backing aid help assistance pressure criticism threat threats response offer demand demands condemnation "
    "questions sanctions loan loans security independence sovereignty interests allegations accusations complaint "
    "concessions apology blow warning message"
)
FORCE = _words(
    "missile missiles troops warships warship jets jet soldiers diplomat diplomats officials minister ministers forces "
    "sanctions tariffs warplanes aircraft drones marines airstrikes policymakers negotiators prosecutors lawmakers "
    "intelligence secretary senator senators government governments official soldier diplomat warplane drone spokesman "
    "spokeswoman lawmaker prosecutor negotiator president"
)
CHARGED = _words(
    "alleged accused suspected blamed said believed expected ready willing trying seeking going determined"
)
# Words before the names of streets, squares, quarters, valleys and villages in other languages.
BEFORE_STREET = _words(
    "Rue Calle Avenida Plaza Piazza Praca Praça Rua Jalan Barangay Boulevard Kampung Wadi Jebel Jabal"
)
