"""Find the verb of a heading, which stands in the present tense and often beside bare nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..words import Kind, tag

_VERBS = (
    "accuse admit agree announce approve arrive ask avoid become begin blame bring build buy confirm consider "
    "continue defend defy deliver deny destroy die dismiss earn elect embrace enter examine expand expel face fail "
    "find flee follow get give go grow hear hire ignore injure insist invite join keep kill lack leave lose make meet "
    "oppose oust overtake pay plead postpone prepare propose prove reach receive recall reject remain remember remove "
    "replace rescue resign resume return reveal say seek seem seize sell send sign sink slam speak steal sue suggest "
    "surge survive suspend take tell threaten urge vow want warn welcome win withdraw write analyse analyze "
    "clean teach earn hide operate own employ manage oversee collect repair produce"
)
_OR_NOUNS = (
    "arrest attack award back ban beat block boost break call cancel charge claim clash close corner cut delay drop "
    "end fight fire force halt head help hit hold hope hunt hurt jump launch lead lift mark move name open order pass "
    "plan play pledge protest push quit raise release rise rule run score search set shoot show shut spark split "
    "stage start stop strike struggle support test top turn visit vote weigh work"
)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


_BASE = frozenset(_VERBS.split())
_BASE_OR_NOUN = frozenset(_OR_NOUNS.split())
_THIRD = frozenset(map(_third, _BASE))
_THIRD_OR_NOUN = frozenset(map(_third, _BASE_OR_NOUN))
_GROUPS = frozenset("police people men women children families and".split())
_NO_SUBJECTS = frozenset({"det", "prep", "num", "comma", "colon", "semicolon", "dash", "mark", "end", "sub", "aux"})
_NO_OBJECTS = frozenset({"prep", "conj", "end", "comma", "colon", "semicolon", "dash", "aux", "finite"})


def heading_verbs(line: Sequence[Kind]) -> Iterator[int]:
    """Find the words of a heading that are verbs in the present tense: "Ferry hits pier", "Owners reject plan".

    What is as often a noun counts only before an object ("Storm hits pier", not "Storm hits by year").
    """
    for i in range(1, len(line)):
        word, before = line[i].low, line[i - 1]
        if before.tag in _NO_SUBJECTS:
            continue
        many = before.low.endswith("s") or before.low in _GROUPS
        if word in (_BASE if many else _THIRD) or (
            word in (_BASE_OR_NOUN if many else _THIRD_OR_NOUN) and tag(line, i + 1) not in _NO_OBJECTS
        ):
            yield i
