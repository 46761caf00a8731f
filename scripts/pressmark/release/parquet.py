"""Write rows as Parquet, and digest them independently of Parquet."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .features import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_PER_GROUP = 100_000


def to_table(config: str, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Make an Arrow table of a config's rows. Raises pyarrow.ArrowInvalid for a value of another type."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=arrow_schema(config))


def to_parquet(table: pa.Table) -> bytes:
    """Serialise a table: the same table gives the same bytes with the same version of pyarrow.

    Content-defined chunking keeps the pages of unchanged rows alike between versions, so that a hub stores them once.
    """
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", row_group_size=ROWS_PER_GROUP, use_content_defined_chunking=True)
    return sink.getvalue()


def rows_digest(rows: Sequence[dict[str, Any]]) -> str:
    """Digest rows as canonical JSON lines: hex SHA-256 that does not depend on the version of pyarrow."""
    digest = hashlib.sha256()
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
        digest.update(line.encode("utf-8") + b"\n")
    return digest.hexdigest()
