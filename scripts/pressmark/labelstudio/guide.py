"""Show the guidelines where the work is: as the instructions of a Label Studio project."""

from __future__ import annotations

import re

from ..model import Problem, Refused

_VERSION = re.compile(r"^Version: ((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))\b", re.MULTILINE)


def guideline_version(guidelines: str) -> str:
    """Read the version that the guidelines state. Raises Refused (``guidelines-version``)."""
    if match := _VERSION.search(guidelines):
        return match[1]
    fact = "they do not say their version in a line of their own"
    raise Refused(Problem("corpus/guidelines.md", "guidelines-version", fact, "write a line such as: Version: 1.0"))


def instructions(guidelines: str) -> str:
    """Turn the guidelines' Markdown into the HTML of a project's instructions."""
    from markdown_it import MarkdownIt

    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(guidelines)
    return html
