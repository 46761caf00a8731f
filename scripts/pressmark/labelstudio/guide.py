"""Show the guidelines where the work is: as the instructions of a Label Studio project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import Problem, Refused

if TYPE_CHECKING:
    from markdown_it.token import Token

_VERSION = re.compile(r"^Version: ((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))\b", re.MULTILINE)


def guideline_version(guidelines: str) -> str:
    """Read the version that the guidelines state. Raises Refused (``guidelines-version``)."""
    if match := _VERSION.search(guidelines):
        return match[1]
    fact = "they do not say their version in a line of their own"
    raise Refused(Problem("corpus/guidelines.md", "guidelines-version", fact, "write a line such as: Version: 1.0"))


def instructions(guidelines: str) -> str:
    """Turn the guidelines' Markdown into the HTML of a project's instructions.

    Label Studio's page shows neither the marks of lists nor distances, and takes styles away: so marks are written as
    text, and line breaks stand for distances.
    """
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("list_item_open", _list_item)
    markdown.add_render_rule("paragraph_close", _paragraph_end)
    markdown.add_render_rule("bullet_list_close", lambda *_: "</ul><br>\n")
    markdown.add_render_rule("ordered_list_close", lambda *_: "</ol><br>\n")
    markdown.add_render_rule("table_close", lambda *_: "</table><br>\n")
    html: str = markdown.render(guidelines)
    return html


def _list_item(_renderer: object, tokens: Sequence[Token], index: int, *_: object) -> str:
    number = tokens[index].info  # empty in lists without numbers
    return f"<li>{number}. " if number else "<li>• "


def _paragraph_end(_renderer: object, tokens: Sequence[Token], index: int, *_: object) -> str:
    return "" if tokens[index].hidden else "</p><br>\n"
