"""Write what is generated from the code: schema/rows/*.schema.json and docs/checks.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pressmark.checks import table
from pressmark.model import Article, Attribution, Link, Location, Number, Provenance, Sentence, Span
from pressmark.release.features import FEATURES, json_schema
from pressmark.release.tables import Labelled, rows

ROOT = Path(__file__).parent.parent
TEXT = "Mayor Ada Obi said two ferries sank off Lagos."


def example() -> Labelled:
    """Make the article from which the rows' examples come."""
    content = Attribution("indirect", "proposition")
    spans = (
        Span(0, 13, "source", TEXT[0:13], links=(Link("source_of", "19-45:content"),)),
        Span(14, 18, "cue", TEXT[14:18], links=(Link("cue_of", "19-45:content"),)),
        Span(19, 45, "content", TEXT[19:45], attribution=content),
        Span(19, 45, "claim", TEXT[19:45]),
        Span(19, 22, "number", TEXT[19:22], number=Number("count", value=2.0)),
        Span(40, 45, "location", TEXT[40:45], location=Location(usage="literal", name="Lagos", country_code="NG")),
    )
    article = Article(
        "ferries",
        TEXT,
        "en",
        Provenance("ferries.txt", "0" * 64, license="CC0-1.0"),
        segmenter="pressmark-segment 0.1.0",
        sentences=(Sentence(0, 46, 0, 0, "body"),),
    )
    labels = ("claim", "attribution", "number", "location")
    return Labelled(article, (labels,), spans, "gold", labels, "1.0")


def annotation() -> dict[str, Any]:
    """Make the example of what one annotator decided."""
    return {
        "id": "ferries:0000:reader-1",
        "article_id": "ferries",
        "sentence_id": "ferries:0000",
        "annotator": "reader-1",
        "annotator_type": "model",
        "status": "skipped",
        **dict.fromkeys(("claim", "attribution", "number", "location")),
        "spans": [],
        "comment": "cut off in the middle",
        "seconds": 4.5,
        "guideline_version": "1.0",
    }


def generated() -> dict[Path, str]:
    """Make every generated file: path to content."""
    examples = {config: made[:1] for config, made in rows(example()).items()} | {"annotations": [annotation()]}
    files = {ROOT / "docs" / "checks.md": table()}
    for config in FEATURES:
        schema = json_schema(config) | {"examples": examples[config]}
        path = ROOT / "schema" / "rows" / f"{config}.schema.json"
        files[path] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return files


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
