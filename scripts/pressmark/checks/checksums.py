"""Read the list of digests that ``sha256sum`` writes and ``sha256sum --check`` reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class Checksums:
    """Hex SHA-256 of each file listed, by path, and the numbers (from 1) of the lines that say nothing readable."""

    digests: dict[str, str] = field(default_factory=dict)
    malformed: tuple[int, ...] = ()


def parse_checksums(text: str) -> Checksums:
    """Turn lines of ``<hex>  <path>`` into digests by path. A path that is listed twice is a malformed line."""
    digests: dict[str, str] = {}
    malformed = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match and match[2] not in digests:
            digests[match[2]] = match[1]
        else:
            malformed.append(number)
    return Checksums(digests, tuple(malformed))
