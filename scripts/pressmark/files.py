"""Write files whole or not at all, and say values as canonical JSON."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def canonical_json(value: object) -> bytes:
    """Serialise a value so that equal values give equal bytes: sorted keys, UTF-8, LF, one item a line."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode("utf-8")


def parse_json(text: str) -> Any:
    """Parse JSON strictly.

    Raises ValueError for repeated keys, for NaN, Infinity and numbers beyond any float, and for halves of surrogate
    pairs, which are no text.
    """
    value = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant, parse_float=_finite)
    if _SURROGATE.search(text):
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # raises UnicodeEncodeError for a half left alone
    return value


def parse_toml(text: str) -> Any:
    """Parse TOML into values that JSON has too: a date or time becomes its text in ISO 8601, nan and inf as well.

    Raises ValueError.
    """
    return _as_json(tomllib.loads(text))


def to_plain(value: Any) -> dict[str, Any]:
    """Turn a frozen value into plain JSON values, leaving out what is null or empty."""
    plain = _without_empty(msgspec.to_builtins(value))
    assert isinstance(plain, dict)
    return plain


def write_bytes(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, through a temporary name; return whether it changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace a folder by these files (relative path to content) as a whole: nobody sees half of it."""
    staged, old = folder.with_name(f".{folder.name}.new.tmp"), _old(folder)
    shutil.rmtree(staged, ignore_errors=True)
    for path, content in files.items():
        write_bytes(staged / path, content)
    recover_folder(folder)
    if folder.exists():
        folder.rename(old)
    staged.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def recover_folder(folder: Path) -> None:
    """Put back what a run left aside that was killed while it replaced a folder."""
    old = _old(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old.tmp")


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(each) for key, each in value.items() if each is not None}
        return {key: each for key, each in kept.items() if each != [] or key == "labels"}
    if isinstance(value, list | tuple):
        return [_without_empty(each) for each in value]
    return value


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key is given twice")
    return value


def _no_constant(name: str) -> Iterator[None]:
    raise ValueError(f"{name} is not a number in JSON")


def _finite(digits: str) -> float:
    if math.isinf(number := float(digits)):
        raise ValueError(f"{digits} is too large for a number")
    return number
