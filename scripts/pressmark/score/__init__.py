"""Score suggesters on documents that people annotated: precision, recall, F1, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from ..documents import SIDES, Document, read_documents
from ..model import Problem, Refused
from ..schemas import printable
from .guidelines import CLAIM_PROFILES, MASKS, OWN, RULES
from .measure import results
from .predict import predict
from .spans import pairings
from .tasks import TASKS, tallies
from .values import Fault, Measure, Predicted, Result, Score, Tally

MAPPED = frozenset({*(name for name, _ in RULES), *MASKS, *CLAIM_PROFILES, "newsquant", "newssd", OWN})
"""Guidelines that are our own, or that are mapped to ours."""
__all__ = [
    "MAPPED",
    "TASKS",
    "Fault",
    "Measure",
    "Predicted",
    "Result",
    "Score",
    "Tally",
    "predict",
    "read",
    "score_documents",
]

SPAN_LABELS = {"number": ("NUMBER",), "location": ("LOCATION",), "attribution": ("SOURCE", "CUE", "CONTENT")}


def read(path: Path, tasks: Sequence[str] = ()) -> tuple[list[Document], tuple[str, ...]]:
    """Read a file of documents, and return with them the tasks to score: those asked for, or all it is gold for.

    Raises Refused as :func:`read_documents` does, and: ``unknown-task``, ``document-guidelines`` (several guidelines
    in one file), ``nothing-to-score`` (gold for none of the tasks). Raises OSError.
    """
    unknown = sorted(set(tasks) - set(TASKS))
    if unknown:
        fact = f"there is no task {unknown[0]!r}"
        raise Refused(Problem("--task", "unknown-task", fact, f"choose from: {', '.join(TASKS)}"), exit_code=2)
    documents = read_documents(path)
    guidelines = sorted({each.guideline for each in documents})
    if len(guidelines) > 1:
        fact = f"its documents follow several guidelines: {', '.join(map(printable, guidelines))}"
        raise Refused(Problem(f"{path}", "document-guidelines", fact, "put each guideline's into a file of its own"))
    there = {task for each in documents for task in each.gold_for}
    wanted = tuple(task for task in TASKS if task in there and (not tasks or task in tasks))
    if not wanted:
        fact = f"it is gold for {', '.join(sorted(there)) or 'nothing'}"
        fact += f", and not for {', '.join(tasks)}" if tasks else ""
        repair = f"say in gold_for what it is gold for: {', '.join(TASKS)}"
        raise Refused(Problem(f"{path}", "nothing-to-score", fact, repair))
    return documents, wanted


def score_documents(found: Sequence[tuple[Document, Predicted]], file: str, tasks: Sequence[str]) -> Score:
    """Score what a system predicted for documents of one guideline, whatever system it was.

    ``file`` names where the documents came from. A task counts in the documents that are gold for it.
    """
    counted = tuple(chain.from_iterable(tallies(document, predicted, tasks) for document, predicted in found))
    pooled = results(counted)
    return Score(
        file=file,
        guideline=found[0][0].guideline,
        documents=len(found),
        results=tuple(each for each in pooled if each.variant is None),
        also=tuple(each for each in pooled if each.variant is not None),
        per_document=counted,
        faults=tuple(_faults(counted)),
        scored=tuple(_scored(found, tasks)),
    )


def _faults(counted: Sequence[Tally]) -> Iterator[Fault]:
    """List each fault once: where a label is matched in two ways, those of exact matching, which has the most."""
    exact = {
        (each.measure.task, each.measure.label) for each in counted if each.measure.match == "exact" and each.faults
    }
    for each in counted:
        at = each.measure
        if at.variant is None and (at.match != "overlap" or (at.task, at.label) not in exact):
            yield from each.faults


def _scored(found: Iterable[tuple[Document, Predicted]], tasks: Sequence[str]) -> Iterator[tuple[str, float, bool]]:
    """Give each prediction that counts with its score, and whether it overlaps the gold."""
    for document, predicted in found:
        for task in tasks:
            if task not in document.gold_for:
                continue
            for label in SPAN_LABELS.get(task, ()):
                for mine, yours in pairings(document, predicted.spans, label).pairs:
                    if yours is not None and yours.score is not None:
                        yield label, yours.score, mine is not None
        if "claim" in tasks and "claim" in document.gold_for and predicted.claims:
            scores = next(iter(predicted.claims.values()))
            judged = [(index, label) for index, label in document.sentence_labels if label in SIDES["claim"]]
            yield from (("CLAIM", scores[index], label == "CLAIM") for index, label in judged)
