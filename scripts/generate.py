"""Write what is generated from the code: schema/rows/*.schema.json and docs/checks.md."""

from __future__ import annotations

import json
from pathlib import Path

from pressmark.checks import table
from pressmark.release.features import FEATURES, json_schema

ROOT = Path(__file__).parent.parent


def generated() -> dict[Path, str]:
    """Make every generated file: path to content."""
    files = {
        ROOT / "schema" / "rows" / f"{config}.schema.json": json.dumps(json_schema(config), indent=2) + "\n"
        for config in FEATURES
    }
    return files | {ROOT / "docs" / "checks.md": table()}


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
