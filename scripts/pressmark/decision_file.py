"""Lay decisions out as the TOML file that adjudicators fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

_HOW = (
    "What annotators gave, sentence by sentence, and what goes into the gold.",
    "For each item whose take is empty, say take, who and why. take is a name in its versions, or",
    '"none" (no such span: so you side with those who gave none), or',
    '"own" (a span of yours: add own = {start = …, end = …, label = "…", text = "…"}, with attributes as in versions).',
    "A link to a span that is not taken goes to the one of the same label that is taken in its place, or goes too.",
    "who and why of a sentence are needed in an audit, and where fewer than two annotators submitted it.",
    "who is a name in corpus.toml's [annotators]. Where no person decided, policy says by which rule it was decided;",
    "with who and why, your decision goes before it. at is the time of a decision made in Label Studio: leave it where",
    "you decide otherwise by hand. Then run: pressmark adjudicate",
)


def adjudication_toml(plain: Mapping[str, Any]) -> str:
    """Lay an adjudication out as TOML: a table a sentence, a table an item, each span in one line."""
    document = tomlkit.document()
    for line in _HOW:
        document.add(tomlkit.comment(line))
    for name, value in plain.items():
        if name != "units":
            document.add(name, tomlkit.item(value))
    if not plain["units"]:
        document.add("units", tomlkit.array())
        return tomlkit.dumps(document)
    units = tomlkit.aot()
    for unit in plain["units"]:
        table = tomlkit.table()
        for name in ("index", "text", "who", "why", "at", "judges"):
            if name != "at" or name in unit:
                table.add(name, _inline(unit.get(name, [])))
        items = tomlkit.aot()
        for item in unit.get("items", ()):
            row = tomlkit.table()
            for name, value in item.items():
                row.add(name, _inline(value) if isinstance(value, dict) else value)
            items.append(row)
        if len(items):
            table.add("items", items)
        units.append(table)
    document.add("units", units)
    return tomlkit.dumps(document)


def _inline(value: Any) -> Any:
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        for name, each in value.items():
            table.append(name, _inline(each))
        return table
    if isinstance(value, list):
        array = tomlkit.array()
        for each in value:
            array.append(_inline(each))
        return array
    return value
