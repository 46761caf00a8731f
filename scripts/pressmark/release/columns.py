"""Types of published columns, and how each is said in Arrow, ``datasets``, front matter and JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Scalar:
    """A plain value: "string", "bool", "int32", "int64" or "float64"."""

    dtype: str


@dataclass(frozen=True, slots=True)
class ClassLabel:
    """An integer that stands for one of the names of a vocabulary, in its order."""

    vocabulary: str

    @property
    def names(self) -> tuple[str, ...]:
        return vocabulary(self.vocabulary)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class Struct:
    """A record of named values."""

    columns: tuple[Column, ...]


Type = Scalar | ClassLabel | ListOf | Struct


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a config, or one field of a struct. ``nullable``: null means unknown or not annotated."""

    name: str
    type: Type
    description: str
    nullable: bool = False


def arrow_type(type_: Type) -> Any:
    """Say a type in Arrow."""
    import pyarrow as pa

    if isinstance(type_, Scalar):
        return getattr(pa, {"bool": "bool_"}.get(type_.dtype, type_.dtype))()
    if isinstance(type_, ClassLabel):
        return pa.int64()
    if isinstance(type_, ListOf):
        return pa.list_(arrow_type(type_.item))
    return pa.struct([pa.field(column.name, arrow_type(column.type)) for column in type_.columns])


def feature(type_: Type) -> dict[str, Any]:
    """Say a type as ``datasets`` keeps it in Parquet metadata."""
    if isinstance(type_, Scalar):
        return {"dtype": type_.dtype, "_type": "Value"}
    if isinstance(type_, ClassLabel):
        return {"names": list(type_.names), "_type": "ClassLabel"}
    if isinstance(type_, ListOf):
        return {"feature": feature(type_.item), "_type": "List"}
    return {column.name: feature(column.type) for column in type_.columns}


def card_column(column: Column) -> dict[str, Any]:
    """Say a column in a card's front matter."""
    kind, value = _card(column.type)
    return {"name": column.name, kind: value}


def _card(type_: Type) -> tuple[str, Any]:
    """Return the key and value that describe a type in front matter, as ``datasets`` writes them."""
    if isinstance(type_, Scalar):
        return "dtype", type_.dtype
    if isinstance(type_, ClassLabel):
        return "dtype", {"class_label": {"names": {str(i): name for i, name in enumerate(type_.names)}}}
    if isinstance(type_, Struct):
        return "struct", [card_column(column) for column in type_.columns]
    kind, value = _card(type_.item)
    if kind == "dtype" or kind == "struct":
        return "list", value
    return "list", {kind: value}


def json_object(columns: tuple[Column, ...]) -> dict[str, Any]:
    """Say columns as a JSON Schema object."""
    return {
        "type": "object",
        "required": [column.name for column in columns],
        "additionalProperties": False,
        "properties": {column.name: _json_column(column) for column in columns},
    }


def _json_column(column: Column) -> dict[str, Any]:
    made = {"description": column.description, **_json(column.type)}
    if column.nullable:
        made["type"] = [made["type"], "null"]
    return made


def _json(type_: Type) -> dict[str, Any]:
    if isinstance(type_, Scalar):
        if type_.dtype.startswith("int"):
            bits = int(type_.dtype.removeprefix("int"))
            return {"type": "integer", "minimum": -(2 ** (bits - 1)), "maximum": 2 ** (bits - 1) - 1}
        return {"type": {"string": "string", "bool": "boolean", "float64": "number"}[type_.dtype]}
    if isinstance(type_, ClassLabel):
        names = ", ".join(f"{i} {name}" for i, name in enumerate(type_.names))
        return {"type": "integer", "minimum": 0, "maximum": len(type_.names) - 1, "$comment": names}
    if isinstance(type_, ListOf):
        return {"type": "array", "items": _json(type_.item)}
    return json_object(type_.columns)
