"""Read the closed vocabularies from their one home, schema/vocabulary.schema.json."""

from __future__ import annotations

import json
from functools import cache

from .resources import resource


@cache
def _definitions() -> dict[str, tuple[str, ...]]:
    schema = json.loads(resource("schema").joinpath("vocabulary.schema.json").read_text(encoding="utf-8"))
    return {name: tuple(definition["enum"]) for name, definition in schema["$defs"].items()}


def vocabulary(name: str) -> tuple[str, ...]:
    """Return a vocabulary's values in canonical order, e.g. ``vocabulary("label")``. Raises KeyError."""
    return _definitions()[name]
