"""Turn an article's sentences into Label Studio's tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Article

CONTEXT = 4
"""How many sentences before and after a sentence its task shows."""
OBJECTS = ("before", "text", "after")
"""Names of the texts on the page (``<Text name=…>``), in the order of the article."""
CHANGEABLE = ("heading", "guideline_version", "label_config")
"""What a task says that may be brought up to date as long as nobody has annotated it."""

Task = dict[str, Any]


def to_task(article: Article, index: int, guideline_version: str, label_config: str) -> Task:
    """Make the data of one sentence's task; it follows schema/task.schema.json.

    ``before`` and ``after`` are the text of up to ``CONTEXT`` sentences around it, empty at the article's edges;
    ``starts`` says where each of the three texts begins in the article. ``label_config`` is the page's SHA-256.
    """
    places = {
        "before": _between(article, index - CONTEXT, index),
        "text": _between(article, index, index + 1),
        "after": _between(article, index + 1, index + 1 + CONTEXT),
    }
    return {
        "key": article.sentence_id(index),
        "article_id": article.id,
        "index": index,
        "text_sha256": article.text_sha256,
        "segmenter": article.segmenter,
        "heading": heading(article, index),
        **{name: article.text[start:end] for name, (start, end) in places.items()},
        "starts": {name: start for name, (start, _) in places.items()},
        "guideline_version": guideline_version,
        "label_config": label_config,
    }


def _between(article: Article, first: int, last: int) -> tuple[int, int]:
    """Return where the sentences from ``first`` up to ``last`` begin and end in the text."""
    inside = article.sentences[max(first, 0) : max(last, 0)]
    if inside:
        return inside[0].start, inside[-1].end
    edge = article.sentences[0].start if first <= 0 else article.sentences[-1].end
    return edge, edge


def heading(article: Article, index: int) -> str:
    """Say where a sentence stands: article, section, position and kind."""
    sentence = article.sentences[index]
    own = [each for each in article.sentences if each.section == sentence.section and each.kind == "heading"]
    section = article.sentence_text(own[0]) if own else ""
    parts = (article.title or article.id, section, f"{index + 1} of {len(article.sentences)}", sentence.kind)
    return " · ".join(part for part in parts if part)


def windows(task: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Return where each of a task's texts begins and ends in the article."""
    return {name: (task["starts"][name], task["starts"][name] + len(task[name])) for name in OBJECTS}


def differs(task: Mapping[str, Any], article: Article) -> str | None:
    """Say how a task's text is not the article's; None when it is."""
    numbers = [task["index"], *task["starts"].values()]
    if not all(type(each) is int for each in numbers) or task["key"] != article.sentence_id(task["index"]):
        return "its key is not that of its sentence"
    if task["text_sha256"] != article.text_sha256:
        return f"it is of a text {task['text_sha256'][:12]}…, the article's is {article.text_sha256[:12]}…"
    if task["segmenter"] != article.segmenter or task["index"] >= len(article.sentences):
        return f"it was cut by {task['segmenter']!r}, the article by {article.segmenter!r}"
    sentence = article.sentences[task["index"]]
    if windows(task)["text"] != (sentence.start, sentence.end):
        return "its sentence begins or ends elsewhere than the article's"
    for name, (start, end) in windows(task).items():
        if article.text[start:end] != task[name]:
            return f"its '{name}' is not the article's text from {start} to {end}"
    return None
