"""Show the guidelines where the work is: as the instructions of a Label Studio project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..model import Problem, Refused

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

EXAMPLES = 3
"""How many examples of each list the short version of the guidelines has."""
AGAIN = (
    "You have decided about these sentences before: please decide anew, above all about {}. Each begins with what you "
    "decided; change what the guidelines now see otherwise, and submit it also when nothing is to be changed."
)
FULL = "In full, with all rules and examples, they are in the corpus's corpus/guidelines.md."
_VERSION = re.compile(r"^Version: ((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))\b", re.MULTILINE)


def guideline_version(guidelines: str) -> str:
    """Read the version that the guidelines state. Raises Refused (``guidelines-version``)."""
    if match := _VERSION.search(guidelines):
        return match[1]
    fact = "they do not say their version in a line of their own"
    raise Refused(Problem("corpus/guidelines.md", "guidelines-version", fact, "write a line such as: Version: 1.0"))


def instructions(guidelines: str, corpus: str, again: str | None = None) -> str:
    """Turn the guidelines' Markdown into the HTML of a project's instructions, in short where their form says how.

    ``again`` is the label for which decisions are to be made anew, None where they are the first ones.

    Label Studio's page shows neither the marks of lists nor distances, and takes styles away: so marks are written as
    text, and line breaks stand for distances.
    """
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("list_item_open", _list_item)
    markdown.add_render_rule("paragraph_close", _paragraph_end)
    markdown.add_render_rule("bullet_list_close", lambda *_: "</ul><br>\n")
    markdown.add_render_rule("ordered_list_close", lambda *_: "</ol><br>\n")
    markdown.add_render_rule("table_close", lambda *_: "</table><br>\n")
    whole = SyntaxTreeNode(markdown.parse(guidelines)).children
    short = _short(whole)
    tokens = [token for block in short or whole for token in block.to_tokens()]
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    note = f"The guidelines of the corpus {corpus}{', in short' if short else ''}. {FULL if short else ''}"
    notes = [note.strip()] if again is None else [AGAIN.format(again), note.strip()]
    return "".join(f"<p>{escape(each, quote=False)}</p><br>\n" for each in notes) + html


def _short(blocks: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """Keep what an annotator has to have at hand; nothing where no section defines a label.

    That is all up to the first section that defines a label (has a paragraph led by **Definition.**), and of each such
    section its definition, what a span is, and the first examples of each of its numbered lists.
    """
    sections: list[list[SyntaxTreeNode]] = [[]]
    for block in blocks:
        if block.type == "heading" and block.tag == "h2":
            sections.append([])
        sections[-1].append(block)
    defining = [i for i, section in enumerate(sections) if any(_lead(block) == "Definition" for block in section)]
    if not defining:
        return []
    opening = [block for section in sections[: defining[0]] for block in section]
    return opening + [block for i in defining for block in _label(sections[i])]


def _label(section: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode]:
    """Yield the short version of a section that defines a label: see :func:`_short`."""
    yield section[0]
    for block, following in zip_longest(section[1:], section[2:]):
        if (lead := _lead(block)) == "Definition" or lead.startswith("Span"):
            yield block
            if following and following.type == "bullet_list" and len(_inline(block)) == 1:  # the lead announces a list
                yield following
        elif following and following.type == "ordered_list":
            yield block
            del following.children[EXAMPLES:]
            yield following


def _lead(block: SyntaxTreeNode) -> str:
    """Return the words in bold that a paragraph begins with, without their full stop; empty where there are none."""
    first = next(iter(_inline(block)), None)
    return first.children[0].content.rstrip(".") if first and first.type == "strong" else ""


def _inline(block: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """Return the parts of a paragraph; none of what is no paragraph."""
    parts = block.children[0].children if block.type == "paragraph" else []
    return [part for part in parts if part.type != "text" or part.content]


def _list_item(_renderer: object, tokens: Sequence[Token], index: int, *_: object) -> str:
    number = tokens[index].info  # empty in lists without numbers
    return f"<li>{number}. " if number else "<li>• "


def _paragraph_end(_renderer: object, tokens: Sequence[Token], index: int, *_: object) -> str:
    return "" if tokens[index].hidden else "</p><br>\n"
