"""A score → plain values for ``--json``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .reliability import reliability
from .values import Measure, Result, Score


def plain(score: Score) -> dict[str, Any]:
    """Turn a score into JSON values; ratios are from 0 to 1, null where undefined."""
    return {
        "file": score.file,
        "guideline": score.guideline,
        "documents": score.documents,
        "results": [_result(each) for each in score.results],
        "also": [_result(each) for each in score.also],
        "per_document": [
            {"document": each.document, **_measure(each.measure), "f1": each.f1}
            | {"correct": each.correct, "gold": each.gold, "predicted": each.predicted}
            for each in score.per_document
        ],
        "reliability": [asdict(each) for each in reliability(score.scored)],
        "errors": [asdict(each) for each in score.faults],
    }


def _result(result: Result) -> dict[str, Any]:
    made = asdict(result)
    for optional in ("variant", "macro_f1", "macro_low", "macro_high"):
        if made[optional] is None:
            del made[optional]
    return made


def _measure(measure: Measure) -> dict[str, Any]:
    return {key: value for key, value in asdict(measure).items() if value is not None}
