"""Lay decisions out as the TOML file that adjudicators fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

_HOW = (
    "What annotators gave, sentence by sentence, and what goes into the gold.",
    'Fill in each empty take (a name in versions, "own" with a span of your own, or "none"), who and why;',
    "then run: pressmark adjudicate",
)


def adjudication_toml(plain: Mapping[str, Any]) -> str:
    """Lay an adjudication out as TOML: a table a sentence, a table an item, each span in one line."""
    document = tomlkit.document()
    for line in _HOW:
        document.add(tomlkit.comment(line))
    for name, value in plain.items():
        if name != "units":
            document.add(name, tomlkit.item(value))
    units = tomlkit.aot()
    for unit in plain.get("units", ()):
        table = tomlkit.table()
        for name in ("index", "text", "who", "why", "judges"):
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
