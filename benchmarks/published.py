"""Figures that others give for systems that do not run here, or did run elsewhere. They are quoted, not measured.

F1 in percent, on whole corpora or on other documents of them, and by matchers of their own: comparing them with what is
measured in one run is rough.
"""

from __future__ import annotations

from dataclasses import dataclass

GRITTA = "Gritta et al. 2020, A pragmatic guide to geoparsing"
CQE = "Almasian et al. 2023, CQE"
TRAINED = "trained on the corpus; quoted, not run here"
ELSEWHERE = "an earlier measurement by another matcher"


@dataclass(frozen=True, slots=True)
class Published:
    """A figure: for a file, a label and a way of matching, what a system reaches, and who says so."""

    file: str
    label: str
    match: str
    system: str
    f1: float
    source: str


def _both(file: str, label: str, system: str, exact: float, overlap: float, source: str) -> tuple[Published, ...]:
    return (
        Published(file, label, "exact", system, exact, source),
        Published(file, label, "overlap", system, overlap, source),
    )


PUBLISHED: tuple[Published, ...] = (
    Published("gum", "SENTENCE", "boundary", "blingfire", 97.5, ELSEWHERE),
    Published("gum", "SENTENCE", "boundary", "syntok", 97.1, ELSEWHERE),
    Published("gum", "SENTENCE", "boundary", "sentencex", 95.1, ELSEWHERE),
    *_both("ieer", "NUMBER", "quantulum3", 65.1, 80.4, ELSEWHERE),
    *_both("ieer", "NUMBER", "recognizers-text", 50.5, 88.5, ELSEWHERE),
    *_both("measeval", "NUMBER", "quantulum3", 40.9, 65.3, ELSEWHERE),
    Published("newsquant", "NUMBER", "value", "CQE", 92.0, CQE),
    Published("newsquant", "NUMBER", "value", "quantulum3", 73.0, ELSEWHERE),
    *_both("geowebnews", "LOCATION", "Google Cloud Natural Language", 83.2, 85.5, GRITTA),
    *_both("geowebnews", "LOCATION", "spaCy pipeline", 74.9, 81.0, GRITTA),
    Published("polnear", "ATTRIBUTION", "sentence", "CRF", 85.7, TRAINED),
    Published("polnear", "ATTRIBUTION", "sentence", "cue lexicon", 80.7, ELSEWHERE),
    Published("polnear", "SOURCE", "overlap", "rules", 62.6, ELSEWHERE),
    Published("polnear", "CUE", "overlap", "rules", 59.5, ELSEWHERE),
    Published("polnear", "CONTENT", "overlap", "rules", 57.7, ELSEWHERE),
    Published("polnear", "SOURCE", "overlap", "CRF", 74.0, TRAINED),
    Published("polnear", "CUE", "overlap", "CRF", 74.0, TRAINED),
    Published("polnear", "CONTENT", "overlap", "CRF", 78.0, TRAINED),
    Published("polnear", "QUOTATION", "overlap", "CRF", 94.1, TRAINED),
    Published("polnear", "QUOTATION", "overlap", "quotation pairs", 80.1, ELSEWHERE),
    Published("polnear", "QUOTATION", "overlap", "textacy", 74.6, ELSEWHERE),
    Published("policlaim", "CLAIM", "macro", "TF-IDF classifier", 76.1, TRAINED),
    Published("policlaim", "CLAIM", "macro", "MiniLM classifier", 78.8, TRAINED),
)

WORK_OF = {
    "SENTENCE": "sentences",
    "NUMBER": "number",
    "LOCATION": "location",
    "CLAIM": "claim",
    **dict.fromkeys(("SOURCE", "CUE", "CONTENT", "QUOTATION", "ATTRIBUTION"), "attribution"),
}
"""Label → the work it belongs to."""

NOT_RUN: dict[str, str] = {
    "spaCy pipelines": "their models are not on PyPI",
    "Google Cloud Natural Language": "a service",
    "ClaimBuster": "a service",
    "CQE": "it needs models that are not on PyPI",
}


GOALS: dict[tuple[str, str, str], float] = {
    ("gum", "SENTENCE", "boundary"): 98.5,
    ("newsquant", "NUMBER", "value"): 92.0,
    ("ieer", "NUMBER", "exact"): 80.0,
    ("ieer", "NUMBER", "overlap"): 92.0,
    ("measeval", "NUMBER", "exact"): 60.0,
    ("measeval", "NUMBER", "overlap"): 80.0,
    ("geowebnews", "LOCATION", "exact"): 84.0,
    ("geowebnews", "LOCATION", "overlap"): 87.0,
    ("polnear", "ATTRIBUTION", "sentence"): 83.0,
    ("polnear", "SOURCE", "overlap"): 72.0,
    ("polnear", "CUE", "overlap"): 70.0,
    ("polnear", "CONTENT", "overlap"): 72.0,
    ("polnear", "QUOTATION", "overlap"): 94.0,
    ("policlaim", "CLAIM", "macro"): 72.0,
}
"""What Pressmark's suggestions are to reach at least, without training."""


def target(file: str, label: str, match: str) -> float | None:
    """Return what is to be reached at a measure; None where nothing was set."""
    return GOALS.get((file, label, match))
