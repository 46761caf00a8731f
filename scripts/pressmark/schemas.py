"""Check values against the JSON Schemas in schema/ (draft 2020-12).

``jsonschema_rs`` decides quickly whether a value is valid; ``jsonschema`` explains one that is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from .model import Problem
from .resources import resource

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs

REPAIRS = {
    "article": "restore it (git checkout), or remove it and run: pressmark dataset",
    "adjudication": "mend the decision",
    "annotation": "restore it (git checkout); what an annotator said is never edited",
    "gold": "run: pressmark adjudicate",
    "suggestions": "remove it and run: pressmark suggest",
}


def urn(name: str) -> str:
    """Return the ``$id`` of a schema, e.g. ``urn:pressmark:schema:article:1``."""
    identifier: str = schema(name)["$id"]
    return identifier


@cache
def schema(name: str) -> dict[str, Any]:
    """Read a schema by its name ("article", "rows/spans"). Raises FileNotFoundError."""
    path = resource("schema") / f"{name}.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def names() -> list[str]:
    """List the names of all schemas, in alphabetical order."""
    root = resource("schema")
    return sorted(p.relative_to(root).as_posix().removesuffix(".schema.json") for p in root.rglob("*.schema.json"))


@cache
def _explainer(name: str) -> jsonschema.Draft202012Validator:
    import jsonschema
    import referencing

    loaded = [schema(each) for each in names()]
    resources = [(each["$id"], referencing.Resource.from_contents(each)) for each in loaded]
    registry: Any = referencing.Registry().with_resources(resources)
    extend: Any = jsonschema.validators.extend  # has no types
    strict = extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
    explainer: jsonschema.Draft202012Validator = strict(schema(name), registry=registry)
    return explainer


def _pattern(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[jsonschema.ValidationError]:
    """Match a pattern as JSON Schema does: in Python, ``$`` also matches before a newline at the end."""
    import jsonschema

    whole = pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(value, str) and not re.search(whole, value):
        yield jsonschema.ValidationError(f"{value!r} does not match {pattern!r}")


@cache
def _decider(name: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    loaded = [schema(each) for each in names()]
    registry = jsonschema_rs.Registry([(each["$id"], each) for each in loaded])
    return jsonschema_rs.Draft202012Validator(schema(name), registry=registry)


def is_valid(value: object, name: str) -> bool:
    """Decide quickly whether a value follows a schema."""
    return _decider(name).is_valid(value)


def violations(value: object, name: str, address: str) -> list[Problem]:
    """Explain each way in which a value breaks a schema; an empty list when it follows it."""
    if is_valid(value, name):
        return []
    errors = sorted(_leaves(_explainer(name).iter_errors(value)), key=lambda e: [str(part) for part in e.absolute_path])
    repair = f"{REPAIRS.get(name, 'mend it')}; it must follow schema/{name}.schema.json"
    return [Problem(f"{address}:{_place(e)}", "schema-violation", _fact(e), repair) for e in errors]


def _leaves(errors: Any) -> Iterator[jsonschema.ValidationError]:
    """Descend to the innermost errors, which name what a person must change."""
    for error in errors:
        if error.context and error.validator not in ("anyOf", "oneOf"):
            yield from _leaves(error.context)
        else:
            yield error


def _place(error: jsonschema.ValidationError) -> str:
    return printable("/".join(str(part) for part in error.absolute_path)) or "(top)"


def printable(text: str) -> str:
    """Write what would break a line, or steer a terminal, as an escape (``\\n``)."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _fact(error: jsonschema.ValidationError) -> str:
    """Say what is wrong in one line, however large the value is."""
    if error.validator == "anyOf" and (required := _alternatives(error)):
        return f"none of {required} is given"
    if error.validator == "not":  # `"not": {}` forbids a property
        return "is not allowed here"
    message = " ".join(error.message.split())
    return message if len(message) <= 200 else message[:90] + " … " + message[-100:]


def _alternatives(error: jsonschema.ValidationError) -> str:
    options: Any = error.validator_value
    wanted = [option.get("required", [""])[0] for option in options if isinstance(option, dict)]
    return ", ".join(f"'{name}'" for name in wanted if name)
