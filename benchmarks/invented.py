"""Invented news, for measuring speed where there is no annotated text; the same seed makes the same news."""

from __future__ import annotations

import random

SEED = 7
PLACES = "Norra,Lagos,Lima,Port Haven,Ghent,Osaka,Quito,Malta,northern Peru,the Volta region,Tampere,Ohio".split(",")
NAMES = "Ines Dahl,Olle Brandt,Ama Obi,Luis Prado,Mai Tran,Jon Reyes,Sara Lindqvist,Tom Achebe".split(",")
ROLES = "harbour master,union leader,Mayor,Finance Minister,police spokesman,professor of geology,nurse".split(",")
THINGS = "ferries,bridges,schools,homes,containers,farms,buses,wind turbines,jobs,patients".split(",")
UNITS = "kilometers,tonnes,percent,million euros,years,square miles,liters a second,dollars a barrel".split(",")
TITLES = ("{place} closes {n} {things}", "Talks Resume In {place}", "{name} wins vote in {place}")
SENTENCES = (
    "The port of {place} lost {n} {things} in {year}, {name} said on {day}.",
    "“We cannot repair {n} {things} before winter,” said {name}, a {role} from {place}, “and nobody should ask us to.”",
    "According to the {role}, about {n} {units} of the coast between {place} and {place2} are at risk.",
    "More than {n},{k} people marched through {place} on {day}; {m} were injured and two were arrested.",
    "{name}, {age}, who moved from {place2} to {place} in {year}, has long warned that the {things} would fail.",
    "The ministry denied that the deal, worth ${m}.{d} billion, had been signed in {place}.",
    "It is a sad day for everyone.",
    "{place} has between {m} and {n} {things}, up {d}.{m} percent from a year earlier, a report by the council says.",
    "“Is it safe?” {name} asked reporters. “Nobody knows. I have not slept for {d} nights.”",
    "Dr. {name} of the U.S. Geological Survey did not answer questions about the {things} at 5 p.m. {day}.",
    "The repairs, which began in {place2} three weeks ago and cost €{n} million, will probably go on until spring.",
    "Prices rose by a fifth, while wages in {place} fell for the {d}th month, figures released on {day} showed.",
)


def article(chance: random.Random) -> str:
    """Write one article: a title, and some paragraphs."""
    sizes = [chance.randint(1, 4) for _ in range(chance.randint(4, 12))]
    paragraphs = (" ".join(_filled(chance, SENTENCES) for _ in range(size)) for size in sizes)
    return "\n\n".join([_filled(chance, TITLES), *paragraphs])


def _filled(chance: random.Random, patterns: tuple[str, ...]) -> str:
    values = {
        "place": chance.choice(PLACES),
        "place2": chance.choice(PLACES),
        "name": chance.choice(NAMES),
        "role": chance.choice(ROLES),
        "things": chance.choice(THINGS),
        "units": chance.choice(UNITS),
        "day": chance.choice("Monday Tuesday Wednesday Thursday Friday".split()),
        "year": chance.randint(1950, 2025),
        "age": chance.randint(18, 90),
        "n": chance.randint(3, 900),
        "m": chance.randint(1, 99),
        "k": f"{chance.randint(0, 999):03}",
        "d": chance.randint(4, 9),
    }
    text = chance.choice(patterns).format(**values)
    return text[0].upper() + text[1:]


def articles(size: int = 300_000, seed: int = SEED) -> list[str]:
    """Write articles of about so many characters together."""
    chance, made = random.Random(seed), list[str]()
    while sum(map(len, made)) < size:
        made.append(article(chance))
    return made
