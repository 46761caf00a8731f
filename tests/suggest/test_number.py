"""Numbers are found where they stand, with the value and unit they have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressmark.model import Article, Link, Number, Provenance, Sentence, Span
from pressmark.suggest import number
from pressmark.vocabulary import vocabulary

SEED = Path(__file__).parents[2] / "seeds" / "000_992cb9edb926320c.txt"


def suggest(text: str, kind: str = "body") -> list[Span]:
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    sentences = (Sentence(start, end, 0, 0, kind),) if end > start else ()
    provenance = Provenance("t.txt", "0" * 64)
    return number.suggest(Article("t", text, "en", provenance, sentences=sentences))


def read(text: str) -> list[tuple[str, Number]]:
    return [(span.text, span.number) for span in suggest(text) if span.number]


def texts(text: str, kind: str = "body") -> list[str]:
    return [span.text for span in suggest(text, kind)]


def seed_article() -> Article:
    text = SEED.read_text(encoding="utf-8")
    sentences = []
    at = 0
    for paragraph, line in enumerate(text.split("\n")):
        sentences.append(Sentence(at, at + len(line), paragraph, 0, "body"))
        at += len(line) + 1
    return Article("seed", text, "en", Provenance(SEED.name, "0" * 64), sentences=tuple(sentences))


def test_the_seed_article_has_these_numbers_and_no_others() -> None:
    spans = number.suggest(seed_article())
    assert [(s.text, s.number and replace(s.number, counted_start=None, counted_end=None)) for s in spans] == [
        ("three-year", Number("age", "less_than", 3.0, unit="a", unit_text="year")),
        ("30", Number("count", "approximate", 30.0)),
        ("three", Number("count", "exact", 3.0)),
        ("four-month", Number("duration", "exact", 4.0, unit="mo", unit_text="month")),
        ("three", Number("count", "at_least", low=3.0)),
        ("10,000 to 12,000", Number("count", "range", low=10_000.0, high=12_000.0)),
        ("30 square kilometers", Number("rate", "approximate", 30.0, unit="km2/d", unit_text="square kilometers")),
        ("11.5 square miles", Number("rate", "approximate", 11.5, unit="[mi_i]2/d", unit_text="square miles")),
    ]
    assert [s.links for s in spans[:-1]] == [()] * 7
    assert spans[-1].links == (Link("equivalent_to", spans[-2].key),)
    assert {s.by for s in spans} == {"rules-number 0.3.0"}


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Some 12,500 homes burned.", "12,500", 12_500.0),
        ("It drew 2.3 million visitors.", "2.3 million", 2_300_000.0),
        ("It drew 1,50,000 pilgrims.", "1,50,000", 150_000.0),
        ("It drew 12 000 pilgrims.", "12 000", 12_000.0),
        ("It drew 25k fans.", "25k", 25_000.0),
        ("It drew 2m people.", "2m", 2_000_000.0),
        ("Twenty-five boats sank.", "Twenty-five", 25.0),
        ("The fleet lost two hundred and six boats.", "two hundred and six", 206.0),
        ("It cost three hundred and twelve thousand votes.", "three hundred and twelve thousand", 312_000.0),
        ("Half a million homes burned.", "Half a million", 500_000.0),
        ("A quarter of a million homes burned.", "quarter of a million", 250_000.0),
        ("They sold a hundred and fifty goats.", "hundred and fifty", 150.0),
        ("They sold two dozen goats.", "two dozen", 24.0),
        ("The mayor lost two-thirds of the vote.", "two-thirds", 2 / 3),
        ("He ate a third of the bread.", "third", 1 / 3),
        ("Nine out of 10 towns agreed.", "Nine out of 10", 0.9),
        ("Every week one in five trains is late.", "one in five", 0.2),
        ("One soldier died.", "One", 1.0),
        ("It needs 2½ eggs.", "2½", 2.5),
    ],
)
def test_numerals(text: str, span: str, value: float) -> None:
    [(found, number_)] = read(text)
    assert (found, number_.value, number_.kind, number_.unit) == (span, value, "count", None)


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "unit", "unit_text"),
    [
        ("They pay $4.5bn.", "$4.5bn", "money", 4.5e9, "USD", "$"),
        ("They pay €3m.", "€3m", "money", 3e6, "EUR", "€"),
        ("They pay A$20 now.", "A$20", "money", 20, "AUD", "A$"),
        ("They pay CHF 300 now.", "CHF 300", "money", 300, "CHF", "CHF"),
        ("They pay 40 million yen.", "40 million yen", "money", 4e7, "JPY", "yen"),
        (
            "They pay two million Canadian dollars.",
            "two million Canadian dollars",
            "money",
            2e6,
            "CAD",
            "Canadian dollars",
        ),
        ("They pay 3 million pounds.", "3 million pounds", "money", 3e6, "GBP", "pounds"),
        ("They pay 30 cents.", "30 cents", "money", 30, None, "cents"),
        ("It weighs 30 pounds.", "30 pounds", "measure", 30, "[lb_av]", "pounds"),
        ("It fell 5%.", "5%", "percent", 5, "%", "%"),
        ("It fell 5.5 per cent.", "5.5 per cent", "percent", 5.5, "%", "per cent"),
        ("It fell two percentage points.", "two percentage points", "percent", 2, "%", "percentage points"),
        ("It burned 40 hectares.", "40 hectares", "measure", 40, "har", "hectares"),
        ("It burned 3 sq km.", "3 sq km", "measure", 3, "km2", "sq km"),
        ("It holds 12 cubic metres.", "12 cubic metres", "measure", 12, "m3", "cubic metres"),
        ("The 100m race is on.", "100m", "measure", 100, "m", "m"),
        ("A 2.4GHz chip has 8 gigabytes.", "2.4GHz", "measure", 2.4, "GHz", "GHz"),
        ("The plant yields 500 MW of power.", "500 MW", "measure", 500, "MW", "MW"),
        ("It was -5 degrees Celsius.", "-5 degrees Celsius", "measure", -5, "Cel", "degrees Celsius"),
        ("It was 30°C.", "30°C", "measure", 30, "Cel", "°C"),
        ("They waited two and a half hours.", "two and a half hours", "duration", 2.5, "h", "hours"),
        ("They waited half an hour.", "half an hour", "duration", 0.5, "h", "hour"),
        ("They waited 30 seconds.", "30 seconds", "duration", 30, "s", "seconds"),
        ("They waited two decades.", "two decades", "duration", 2, "10.a", "decades"),
        ("A 35-year-old nurse spoke.", "35-year", "age", 35, "a", "year"),
        ("The nurse is 35 years old.", "35 years", "age", 35, "a", "years"),
        ("A boy aged 12 spoke.", "12", "age", 12, "a", None),
        ("Maria Soto, 35, is a nurse.", "35", "age", 35, "a", None),
        ("Winds hit 30 miles per hour.", "30 miles per hour", "rate", 30, "[mi_i]/h", "miles per hour"),
        ("Winds hit 100 km/h.", "100 km/h", "rate", 100, "km/h", "km/h"),
        ("Winds hit 60 mph.", "60 mph", "rate", 60, "[mi_i]/h", "mph"),
        ("Fuel is $3.50 a gallon.", "$3.50 a gallon", "rate", 3.5, "USD/[gal_us]", "$ a gallon"),
        (
            "It pumps 3 million barrels per day.",
            "3 million barrels per day",
            "rate",
            3e6,
            "[bbl_us]/d",
            "barrels per day",
        ),
        ("Prices rise 5 percent a year.", "5 percent a year", "rate", 5, "%/a", "percent a year"),
        ("They sink 30 a day.", "30 a day", "rate", 30, "/d", "a day"),
        ("It earned $2 per share.", "$2 per share", "rate", 2, "USD/{share}", "$ per share"),
        ("Tea costs €20 a head.", "€20 a head", "rate", 20, "EUR/{head}", "€ a head"),
        ("The glacier loses 5.2 metres of ice a year.", "5.2 metres", "rate", 5.2, "m/a", "metres"),
        ("It stores 300 tonnes of pure carbon a year.", "300 tonnes", "rate", 300, "t/a", "tonnes"),
        ("It pumps 500 barrels of oil per day.", "500 barrels", "rate", 500, "[bbl_us]/d", "barrels"),
        ("It gives €3 million in aid a year.", "€3 million", "rate", 3e6, "EUR/a", "€"),
        ("It stored 300 tonnes of coal a year ago.", "300 tonnes", "measure", 300, "t", "tonnes"),
        (
            "Rates fell by a quarter of a percentage point.",
            "quarter of a percentage point",
            "percent",
            0.25,
            "%",
            "percentage point",
        ),
        ("It ran a quarter of a mile.", "quarter of a mile", "measure", 0.25, "[mi_i]", "mile"),
        ("A magnitude 6.3 earthquake struck.", "6.3", "measure", 6.3, "1", None),
        ("A quake with a magnitude of 7 struck.", "7", "measure", 7, "1", None),
        ("A 6.3-magnitude earthquake struck.", "6.3-magnitude", "measure", 6.3, "1", "magnitude"),
        ("Bread costs 50 pence.", "50 pence", "money", 0.5, "GBP", "pence"),
    ],
)
def test_units(text: str, span: str, kind: str, value: float, unit: str | None, unit_text: str | None) -> None:
    found, number_ = read(text)[0]
    assert found == span
    assert replace(number_, counted_start=None, counted_end=None) == Number(
        kind, "exact", value, unit=unit, unit_text=unit_text
    )


@pytest.mark.parametrize(
    ("text", "span", "modifier"),
    [
        ("About 40 tanks left.", "40", "approximate"),
        ("An estimated 40 tanks left.", "40", "approximate"),
        ("The army lost 40 or so tanks.", "40", "approximate"),
        ("The army lost 40-odd tanks.", "40", "approximate"),
        ("More than 40 tanks left.", "40", "more_than"),
        ("It weighs over 40 tonnes.", "40 tonnes", "more_than"),
        ("The plan was spread over five years.", "five years", "exact"),
        ("The plan was spread over a nine-year period.", "nine-year", "exact"),
        ("It was true for over a nine-year period.", "nine-year", "more_than"),
        ("Almost a million birds left.", "million", "less_than"),
        ("Fewer than 40 tanks left.", "40", "less_than"),
        ("Exactly 40 tanks left.", "40", "exact"),
        ("A broker was jailed over £38m fraud.", "£38m", "exact"),
        ("A row over £5m bill went on.", "£5m", "exact"),
        ("The clubs clashed over two seats.", "two", "exact"),
        ("He was charged over 12 thefts.", "12", "exact"),
        ("The minister quit over a €2m loan.", "€2m", "exact"),
        ("Its parts add up to 100.", "100", "exact"),
        ("The jug comes up to 30 litres.", "30 litres", "exact"),
        ("Police arrested over 300 people.", "300", "more_than"),
        ("He was fined over £5m last year.", "£5m", "more_than"),
        ("He was jailed for stealing over £5m jewels.", "£5m", "more_than"),
        ("The sacked broker sent over 300 emails.", "300", "more_than"),
        ("She warned that over 12 deaths were his fault.", "12", "more_than"),
    ],
)
def test_modifiers_with_a_value(text: str, span: str, modifier: str) -> None:
    [(found, number_)] = read(text)
    assert (found, number_.modifier) == (span, modifier)
    assert number_.value is not None and number_.low is None and number_.high is None


@pytest.mark.parametrize(
    ("text", "span", "modifier", "low", "high"),
    [
        ("No fewer than 40 tanks left.", "40", "at_least", 40, None),
        ("The army lost 40 or more tanks.", "40", "at_least", 40, None),
        ("The army lost 40+ tanks.", "40", "at_least", 40, None),
        ("Up to 40 tanks left.", "40", "at_most", None, 40),
        ("No more than 40 tanks left.", "40", "at_most", None, 40),
        ("Between 5 and 7 tanks left.", "5 and 7", "range", 5, 7),
        ("It took two or three tanks.", "two or three", "range", 2, 3),
        ("The town is 10–12 km away.", "10–12 km", "range", 10, 12),
        ("He got a five-to-seven-year term.", "five-to-seven-year", "range", 5, 7),
        ("The plan costs $5 to $7 million.", "$5 to $7 million", "range", 5e6, 7e6),
        ("The plan costs 5 to 7 million euros.", "5 to 7 million euros", "range", 5e6, 7e6),
        ("Fees range from 5% to 7%.", "5% to 7%", "range", 5, 7),
    ],
)
def test_modifiers_with_bounds(text: str, span: str, modifier: str, low: float | None, high: float | None) -> None:
    [(found, number_)] = read(text)
    assert (found, number_.modifier, number_.value, number_.low, number_.high) == (span, modifier, None, low, high)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The rate fell from 20 to 14 percent.", ("20", 20, "%"), ("14 percent", 14, "%")),
        ("The rate rose from 14 to 20 percent.", ("14", 14, "%"), ("20 percent", 20, "%")),
        ("Shares went from $3 to $5.", ("$3", 3, "USD"), ("$5", 5, "USD")),
        ("The bill went from $10 to $15 billion.", ("$10", 10e9, "USD"), ("$15 billion", 15e9, "USD")),
    ],
)
def test_a_change_is_two_numbers(text: str, first: tuple[str, float, str], second: tuple[str, float, str]) -> None:
    assert [(found, n.value, n.unit) for found, n in read(text)] == [first, second]


def test_from_and_to_without_a_change_are_a_range() -> None:
    assert [(n.low, n.high) for _, n in read("Fares range from $3 to $5, for children from 5 to 12 years.")] == [
        (3, 5),
        (5, 12),
    ]


def test_what_is_compared_by_to_is_no_range() -> None:
    assert texts("Obi leads Dahl by 47 percent to 44 percent.") == ["47 percent", "44 percent"]
    assert texts("Profit rose 5 percent to 20 million euros.") == ["5 percent", "20 million euros"]


@pytest.mark.parametrize(
    "text",
    [
        "The first of the dozens who left came a week ago.",
        "He left two years ago, or some 30 days ago.",
        "It is the third year, the 21st century and the 1990s.",
        "On 3 May 2019, on March 14 and on 2024-10-03 it rained.",
        "In 2018 prices rose; the 2022 elections came, then 2016–2018 and 2018/19.",
        "It began at 4:30 p.m., or at 5 pm, or at ten o’clock.",
        "The home side won 3-1 after a 2–2 draw, and it was 0 – 0 at half-time.",
        "Call 555-0199, (555) 010-0199 or +44 20 7946 0123.",
        "World War II, the F-16, Covid-19, the Boeing 737 and Formula One are names.",
        "See page 12, Article 5, No. 10, phase two and 10 Downing Street.",
        "One of the ministers spoke, and no one else; one should, one day.",
        "A soldier, several towns, many villages, a few hundred birds and millions of fish left.",
        "Write to desk12@example.org, see https://example.org/2/3 and #30days [12].",
        "The second half began with a one-sided race.",
        "3. The end",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert texts(text) == []


def test_names_and_numbers_are_told_apart() -> None:
    assert texts("In 12 towns NATO’s 30 members met on Monday.") == ["12", "30"]
    assert texts("The Boeing 737 carried 180 people for 30 minutes.") == ["180", "30 minutes"]
    assert texts("Three Killed in Two Attacks on 30 Towns", kind="heading") == ["Three", "Two", "30"]
    assert texts("Last week 30 boats sank in week 5.") == ["30"]
    assert texts("A crowd of 2000 people met in 2000.") == ["2000"]


def test_equivalents_are_linked_and_share_what_is_said_of_both() -> None:
    first, second, other = suggest("They marched about 5 miles (8 kilometers) a day for 3 weeks.")
    assert second.links == (Link("equivalent_to", first.key),) and not first.links and not other.links
    assert first.number and second.number
    assert [first.number.unit, second.number.unit] == ["[mi_i]/d", "km/d"]
    assert first.number.modifier == second.number.modifier == "approximate"
    assert [s.links for s in suggest("They cut 5 miles (30 percent) of it.")] == [(), ()]


def test_sums_are_equivalent_only_in_two_known_currencies() -> None:
    first, second = suggest("It paid €3 million ($3.3 million) for it.")
    assert second.links == (Link("equivalent_to", first.key),)
    for text in (
        "It earned $1.2 billion, or 84 cents per share.",
        "It earned €1.2 billion, or $2 a share.",
        "It costs 30 pesos, or 2 dinars, to enter.",
    ):
        assert [s.links for s in suggest(text)] == [(), ()]


def test_cents_are_parts_of_the_nearest_currency() -> None:
    assert [(n.value, n.unit) for _, n in read("It made €2 million, or 84 cents a share, and 40 to 60 cents.")] == [
        (2e6, "EUR"),
        (0.84, "EUR/{share}"),
        (None, "EUR"),
    ]
    text = "It made $2 million.\nTea costs 30 cents."
    sentences = (Sentence(0, 19, 0, 0, "body"), Sentence(20, len(text), 1, 0, "body"))
    spans = number.suggest(Article("t", text, "en", Provenance("t.txt", "0" * 64), sentences=sentences))
    assert [s.number and (s.number.value, s.number.unit) for s in spans] == [(2e6, "USD"), (0.3, "USD")]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Approximately 30 North Korean soldiers died in three villages.", ["North Korean soldiers", "villages"]),
        ("They sent 10,000 to 12,000 troops, and 20 police officers.", ["troops", "police officers"]),
        ("One nurse treated three wounded U.S. soldiers.", ["nurse", "wounded U.S. soldiers"]),
        ("It hit three other homes, five more schools and 2.3 million trees.", ["other homes", "schools", "trees"]),
        ("Three Towns Burn After Two Attacks", [None, "Attacks"]),
        ("The 12 won praise, and 30 soldiers’ families wept.", [None, None]),
        ("They fired 30 times at 40-odd cars.", [None, None]),
        ("Two-thirds of voters stayed for 30 days.", ["voters", None]),
        ("Two out of three farmers and one in five bakers quit.", ["farmers", "bakers"]),
        ("A quarter of the old ferries sank; half its docks closed.", ["old ferries", "docks"]),
        ("Half of the country lacks water, and a third of Wales is dry.", [None, None]),
        ("Half of Norrans and two-thirds of the bread are gone.", ["Norrans", None]),
        ("It won in 14 of 17 markets and five of its last nine games.", ["markets", "markets", "games", "games"]),
        ("Half of Norra’s ferries and six of the world’s biggest docks.", ["ferries", "biggest docks"]),
        ("Half the town's mills and two-thirds of MPs.", ["mills", "MPs"]),
        (
            "Six masked gunmen fled, 12 airmen went missing and 2 specimen boxes sank.",
            ["masked gunmen", "airmen", "specimen boxes"],
        ),
        ("Two of the nurses and three of them left.", ["nurses", None]),
        ("A flood hit 43 homes north of here.", ["homes"]),
        ("It has 900 bakers ready to strike, six men aboard and four carts ablaze.", ["bakers", "men", "carts"]),
        ("Two people familiar with it met nine Norrans loyal to Obi.", ["people", "Norrans"]),
        ("A crash killed 12 people Sunday.", ["people"]),
        ("Two IRIS-T systems and 12 F-16 jets came.", ["IRIS-T systems", "F-16 jets"]),
        ("It bought two sports cars and 12 arms control treaties.", ["sports cars", None]),
    ],
)
def test_what_is_counted(text: str, phrases: list[str | None]) -> None:
    found = [n for _, n in read(f" {text}")]
    assert [
        f" {text}"[n.counted_start : n.counted_end] if n.counted_start is not None else None for n in found
    ] == phrases


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("She was 91.", ["91"]),
        ("Pianist Ada Rook dies at 91", ["91"]),
        ("He is 45 and lives in Norra.", ["45"]),
        ("Mr Rook was 84, and his son is six.", ["84", "six"]),
        ("She turned 30 last week.", ["30"]),
        ("At 17, he left home; at just 20 she is a judge.", ["17", "20"]),
        ("The boy, who is five, was found with a girl of 12.", ["five", "12"]),
        ("Children under 5 and people over 65 should stay in.", ["5", "65"]),
        ("Residents 65 and over, and anyone 18 or older, may vote.", ["65", "18"]),
        ("Jon Bly, 35, and Amy Bly, also 45, left.", ["35", "45"]),
        ("The boys, aged 7 and 9, and men aged 19, 20 and 23 drowned.", ["7", "9", "19", "20", "23"]),
        ("The sisters, 34 and 38, left Norra.", ["34", "38"]),
        ("The brothers were 12 and 14.", ["12", "14"]),
        ("He began painting at nine and retired at 70.", ["nine", "70"]),
        ("Cousins aged from 19 to 4 came.", ["19", "4"]),
        ("People aged 16-24 and pupils ages 6-8 came.", ["16-24", "6-8"]),
        ("His sister, 10, and a girl, 7, were hurt.", ["10", "7"]),
        ("Both were 30; she became a mother at 19.", ["30", "19"]),
        ("He was 12 shots behind, two under par.", []),
        ("She turned 30 people away and won 12 of 14.", []),
        ("He is a father of seven.", []),
        ("Maria Soto, 35, and two others died.", ["35"]),
        ("Maria Soto, 35, and two of her friends died.", ["35"]),
        ("The toll was 91, and the index fell at 45.", []),
        ("At 45, Norra’s share is low.", []),
        ("Police jailed people over 12 thefts.", []),
    ],
)
def test_bare_ages(text: str, ages: list[str]) -> None:
    assert [(found, n.unit) for found, n in read(text) if n.kind == "age"] == [(age, "a") for age in ages]


def test_offsets_count_from_the_article_and_stay_in_the_sentence() -> None:
    text = "𝟙 Intro 🎈. Café sold 40 cakes.\nIt made 30 euros"
    at = text.index("It")
    sentences = (Sentence(0, at - 1, 0, 0, "body"), Sentence(at, len(text) - len(" euros"), 1, 0, "body"))
    spans = number.suggest(Article("t", text, "en", Provenance("t.txt", "0" * 64), sentences=sentences))
    assert [(s.text, text[s.start : s.end]) for s in spans] == [("40", "40"), ("30", "30")]


PIECES = st.sampled_from(
    "5 10 1,000 2.5 1/2 ½ . $ € RM % km per day a an one two hundred and million half third of - – to or in ( ) "
    "between from about ago 2018 May p.m. Boeing people square miles twenty years old / , 0 − ± × 10 x μm s−1 °C wt.% "
    "mg/kg ' \" foot [ ] minus hundred fold zero every e-5 ⁻³ 1900 nineteen point quarter lb-ft deg C P Rs. $US m "
    "k".split()
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
@example(".0.0")
def test_any_text_gives_valid_spans(text: str) -> None:
    spans = suggest(text)
    assert spans == suggest(text)
    previous = 0
    for span in spans:
        assert previous <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text == span.text.strip()
        assert any(c.isalnum() for c in span.text)
        assert span.label == "number" and 0 < (span.score or 0) <= 1
        assert span.number and span.number.kind in vocabulary("number_kind")
        assert span.number.modifier in vocabulary("number_modifier")
        bounds = [span.number.value, span.number.low, span.number.high]
        assert 1 <= sum(b is not None for b in bounds) <= 2
        if span.number.counted_start is not None and span.number.counted_end is not None:
            assert span.end < span.number.counted_start < span.number.counted_end <= len(text.rstrip())
        if span.number.modifier == "range":
            assert span.number.low is not None and span.number.high is not None
            assert span.number.low < span.number.high
        previous = span.end


@pytest.mark.parametrize(
    "piece",
    ["1", "1-", "1,000 ", "a@", "two hundred and ", "5 km (3 miles) ", "2 cents $1 of tea a ", "x", "1 " * 3, "1:"],
)
def test_a_very_long_sentence_gives_spans_within_it(piece: str) -> None:
    text = (piece * (20_000 // len(piece))).strip()
    for span in suggest(text):
        assert 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("A force of 12 kN m−2 was measured.", "12 kN m−2", 12, "kN/m2"),
        ("Winds blew at 12.5 m s−1 there.", "12.5 m s−1", 12.5, "m/s"),
        ("Each rat got 5 mg/kg daily.", "5 mg/kg", 5, "mg/kg"),
        ("The yield was 4 t ha−1 yr−1.", "4 t ha−1 yr−1", 4, "t/har/a"),
        ("It holds 3 mmol/L.", "3 mmol/L", 3, "mmol/L"),
        ("The disc has a mass of 3 × 10−4 kg.", "3 × 10−4 kg", 0.0003, "kg"),
        ("A count of 2×106 cfu was seen.", "2×106 cfu", 2_000_000, "[CFU]"),
        ("It was kept at 25 ± 0.5 °C.", "25 ± 0.5 °C", 25, "Cel"),
        ("It was heated to 900 K in vacuum.", "900 K", 900, "K"),
        ("A layer of 40 μm formed.", "40 μm", 40, "um"),
        ("It holds 12 wt.% salt.", "12 wt.%", 12, "%"),
        ("The floor covers 32 m2.", "32 m2", 32, "m2"),
        ("A 2.4 Ghz chip runs hot.", "2.4 Ghz", 2.4, "GHz"),
        ("The engine gives 280 lb-ft of torque.", "280 lb-ft", 280, "[lbf_av].[ft_i]"),
        ("The field pumps 40,000 bpd.", "40,000 bpd", 40_000, "[bbl_us]/d"),
        ("The dam holds 900 acre-feet of water.", "900 acre-feet", 900, "[acr_us].[ft_us]"),
        ("He is 6'3\" tall.", "6'3\"", 6.25, "[ft_i]"),
        ("A 6-foot-3 guard came.", "6-foot-3", 6.25, "[ft_i]"),
        ("It grew ninefold.", "ninefold", 9, "1"),
        ("It rose 0.3 of a percentage point.", "0.3 of a percentage point", 0.3, "%"),
        ("Gauges fell to minus 5 degrees.", "minus 5 degrees", -5, "deg"),
        ("It cost P5 million.", "P5 million", 5e6, "PHP"),
        ("It cost PS2.7m.", "PS2.7m", 2.7e6, "GBP"),
        ("It cost £1.4million.", "£1.4million", 1.4e6, "GBP"),
    ],
)
def test_units_of_science_and_industry_and_other_notations(text: str, span: str, value: float, unit: str) -> None:
    [(found, number_)] = read(text)
    assert (found, number_.value, number_.unit) == (span, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("The samples weighed 10 kg to 4 kg.", "10 kg to 4 kg", 4, 10),
        ("Three to four hundred people came.", "Three to four hundred", 300, 400),
        ("Five or six hundred people came.", "Five or six hundred", 500, 600),
        ("Between 20 and about 30 people came.", "20 and about 30", 20, 30),
        ("Adults need 2000 - 2500 calories.", "2000 - 2500 calories", 2000, 2500),
        ("The 18-24 age group voted.", "18-24", 18, 24),
        ("It drew 20 to 25 km2 of ice.", "20 to 25 km2", 20, 25),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float) -> None:
    [(found, number_)] = read(text)
    assert (found, number_.modifier, number_.low, number_.high) == (span, "range", low, high)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Only 9 out of 10 boats and one-in-five trains ran.", ["9 out of 10", "one-in-five"]),
        ("More than half were old, and costs rose by a third.", ["half", "third"]),
        ("They ate half a cake in the second half of the match.", []),
        ("One Norran soldier and one U.S. official left.", ["One", "one"]),
        ("If one asks, one doesn’t get the loved one back.", []),
        ("It was what one called a farce, but what one man saw was art.", ["one"]),
        ("He won by a whisker or two in a day or two, with an ox or two dogs.", ["two"]),
        (
            "She scored on 38 minutes, spent money on 20 minutes of fun and left after 70 minutes.",
            ["20 minutes", "70 minutes"],
        ),
        ("A three-way race and a one-way ticket.", ["three"]),
        ("Nobody died: zero deaths, temperatures below zero, net zero aims.", ["zero", "zero"]),
        ("Obi lost 3-1, hit 5-for-12 and has a 9-to-5 job.", []),
        ("See Figs. 3, 4 and 5, pages 10 and 12, and ref. [13, 14].", []),
        ("The FTSE 100 and the S&P 500 fell 20 points.", ["20"]),
        ("Reporters found [12] that it worked (14), as others (15, 16) had.", []),
        ("The 737 Max and the 401(k) plan; nineteen eighty-four.", []),
        ("They called 911, and a 911 dispatcher sent 911 volunteers.", ["911"]),
        ("We ask for 1) more pay and 2) more time.", []),
        ("Read https://example.org/a%3A5/12 today.", []),
        ("It has 12 MP cameras and 8GB of memory.", ["12 MP", "8GB"]),
        ("In 1850 some 1500 people came, and about 1600 left by 1900.", ["1500", "1600"]),
        ("They met at 14.30 GMT, at 9 AM and from 6-8 p.m.", []),
        ("Obi visited Norra 14 times on a Vesna 14.", ["14"]),
    ],
)
def test_what_is_marked_in_a_sentence(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_scores_are_higher_for_surer_forms() -> None:
    percent, one = suggest("Support fell 5% after one vote.")
    assert (percent.score or 0) > (one.score or 0)


def test_the_unit_as_written_stands_in_the_span() -> None:
    for text in ("He is 6’3” tall.", "He is 6'3\" tall.", "An 18-FOLD rise."):
        [(found, number_)] = read(text)
        assert number_.unit_text and number_.unit_text in found
