"""The schemas: each is sound and explains itself, and the two libraries that read them agree about every document."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark import schemas
from pressmark.files import parse_json
from pressmark.vocabulary import vocabulary

HERE = Path(__file__).parent
NAMES = schemas.names()
FOLDERS = {
    "adjudication": "adjudication",
    "annotations": "annotation",
    "articles": "article",
    "corpus": "corpus",
    "gold": "gold",
    "seeds": "seed",
    "suggestions": "suggestions",
}


def schema_of(path: Path) -> str:
    """Name the schema of a file by its folder; annotations lie one folder deeper, in their annotator's."""
    if path.name == "splits.json":
        return "splits"
    return FOLDERS[path.parent.name if path.parent.name in FOLDERS else path.parent.parent.name]


@cache
def documents(folder: str) -> list[tuple[str, str, Any]]:
    """Read every JSON and TOML file of the examples that can be parsed: its path, its schema and its value."""
    found = []
    for path in sorted(path for path in (HERE / folder).rglob("*") if path.suffix in (".json", ".toml")):
        try:
            text = path.read_bytes().decode("utf-8")
            value = tomllib.loads(text) if path.suffix == ".toml" else parse_json(text)
        except ValueError:
            continue
        found.append((path.relative_to(HERE).as_posix(), schema_of(path), value))
    return found


def found_by_rs(value: Any, name: str) -> set[tuple[tuple[str | int, ...], str]]:
    """Name the place and the keyword of each error; of a property's name, that it is the name."""
    named = jsonschema_rs.ValidationErrorKind.PropertyNames
    return {
        (tuple(e.instance_path), "propertyNames" if isinstance(e.kind, named) else str(e.schema_path[-1]))
        for e in schemas._decider(name).iter_errors(value)
    }


def found_by_python(value: Any, name: str) -> set[tuple[tuple[str | int, ...], str]]:
    return {
        (tuple(e.absolute_path), "propertyNames" if "propertyNames" in e.absolute_schema_path else str(e.validator))
        for e in schemas._explainer(name).iter_errors(value)
    }


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_sound_and_has_its_identity(name: str) -> None:
    schema = schemas.schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["$id"].rpartition(":")[0] == f"urn:pressmark:schema:{name.replace('/', ':')}"
    assert schema["$id"].rpartition(":")[2].isdigit()
    assert schema["title"]
    assert schema["description"]


def places(schema: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema within a schema that describes a property or a definition."""
    for group in ("properties", "$defs"):
        for name, inner in schema.get(group, {}).items():
            yield f"{where}/{name}", inner
            yield from places(inner, f"{where}/{name}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from places(schema[key], f"{where}/{key}")


def resolve(ref: str, base: dict[str, Any]) -> Any:
    """Follow a reference to the schema that it names, in this file or in another one."""
    urn, _, pointer = ref.partition("#")
    target = base if not urn else next(s for s in map(schemas.schema, NAMES) if s["$id"] == urn)
    for part in pointer.strip("/").split("/") if pointer else []:
        target = target[part]
    return target


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described(name: str) -> None:
    schema = schemas.schema(name)
    silent = [
        where
        for where, inner in places(schema)
        if not inner.get("description") and not ("$ref" in inner and resolve(inner["$ref"], schema).get("description"))
    ]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_examples_follow_their_schema(name: str) -> None:
    schema = schemas.schema(name)
    assert name == "vocabulary" or schema.get("examples")
    for where, inner in [("", schema), *places(schema)]:
        for example in inner.get("examples", []):
            full = {**inner, "$schema": schema["$schema"], "$id": f"urn:example:{where}"}
            full.setdefault("$defs", schema.get("$defs", {}))
            assert list(_validator(full).iter_errors(example)) == [], where


def _validator(schema: dict[str, Any]) -> Any:
    import referencing

    resources = [(each["$id"], referencing.Resource.from_contents(each)) for each in map(schemas.schema, NAMES)]
    return jsonschema.Draft202012Validator(schema, registry=referencing.Registry().with_resources(resources))


def test_closed_vocabularies_have_no_value_twice() -> None:
    for name in schemas.schema("vocabulary")["$defs"]:
        assert len(set(vocabulary(name))) == len(vocabulary(name)) > 1


@pytest.mark.parametrize(("path", "name", "value"), documents("valid"), ids=lambda x: x if isinstance(x, str) else "")
def test_valid_documents_follow_their_schema(path: str, name: str, value: Any) -> None:
    assert schemas.violations(value, name, path) == []
    assert found_by_python(value, name) == found_by_rs(value, name) == set()


def test_libraries_agree_about_invalid_documents() -> None:
    differing = [
        path for path, name, value in documents("invalid") if found_by_rs(value, name) != found_by_python(value, name)
    ]
    assert differing == []
    assert any(found_by_rs(value, name) for _, name, value in documents("invalid"))


SCALARS = st.sampled_from(
    [None, True, 0, 1, -1, 2.0, 2.5, 2**31, 10**30, 1e300, "", "a", "a\n", "ferry", "x 1", "x 1\n", "ä"]
)
VALUES = SCALARS | st.sampled_from([[], {}, [[]], [1, 1.0], [True, 1], {"start": 0}, {"a": "b"}, {"a b\n": "train"}])


def mutate(value: Any, data: st.DataObject) -> Any:
    """Change, remove, add or repeat something, anywhere in a document."""
    value = copy.deepcopy(value)
    for _ in range(data.draw(st.integers(1, 3))):
        at = value
        while (inner := _inner(at)) and data.draw(st.integers(0, 3)):
            at = data.draw(st.sampled_from(inner))
        _change(at, data)
    return value


def _inner(value: Any) -> list[Any]:
    return [each for each in (value.values() if isinstance(value, dict) else value) if isinstance(each, dict | list)]


def _change(at: Any, data: st.DataObject) -> None:
    keys = list(at) if isinstance(at, dict) else list(range(len(at)))
    what = data.draw(st.sampled_from(["replace", "remove", "add"] if keys else ["add"]))
    if what == "add" and isinstance(at, dict):
        at[data.draw(st.sampled_from(["extra", "number", "location", "links", "a\n"]))] = copy.deepcopy(
            data.draw(VALUES)
        )
    elif what == "add":
        at.append(copy.deepcopy(at[0] if at and data.draw(st.booleans()) else data.draw(VALUES)))
    elif what == "remove":
        del at[data.draw(st.sampled_from(keys))]
    else:
        at[data.draw(st.sampled_from(keys))] = copy.deepcopy(data.draw(VALUES))


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_libraries_agree_about_changed_documents(data: st.DataObject) -> None:
    _, name, value = data.draw(st.sampled_from(documents("valid")))
    changed = mutate(value, data)
    found = found_by_rs(changed, name)
    assert found_by_python(changed, name) == found
    problems = schemas.violations(changed, name, "file.json")
    assert bool(problems) == bool(found)
    assert all(p.id == "schema-violation" and p.fact and "\n" not in str(p) for p in problems)


def test_violation_names_place_fact_and_repair() -> None:
    value = copy.deepcopy(schemas.schema("suggestions")["examples"][0])
    value["spans"][0]["number"] = {"kind": "count", "modifier": "exact"}
    found = {problem.address: problem.fact for problem in schemas.violations(value, "suggestions", "s.json")}
    assert found == {"s.json:spans/0/number": "is not allowed here"}
    del value["spans"][0]["number"], value["spans"][0]["label"]
    (problem,) = schemas.violations(value, "suggestions", "s.json")
    assert problem.address == "s.json:spans/0"
    assert "'label' is a required property" in problem.fact
    assert "schema/suggestions.schema.json" in problem.repair


def test_long_values_are_shortened() -> None:
    value = json.loads(json.dumps(schemas.schema("article")["examples"][0]))
    value["id"] = "A" * 100_000
    (problem,) = schemas.violations(value, "article", "a.json")
    assert len(str(problem)) < 500
