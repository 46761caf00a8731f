"""The command that measures agreement."""

from __future__ import annotations

from typing import Annotated

import typer

from .cli_options import Articles, CorpusOption, JsonOption, open_store


def agree(
    articles: Articles = None,
    annotators: Annotated[
        list[str] | None,
        typer.Option(
            "--annotator",
            metavar="NAME",
            help="One: compare this annotator with each of the others. Given again: compare just these. (default: all)",
            show_default=False,
        ),
    ] = None,
    guidelines: Annotated[
        str | None, typer.Option(metavar="VERSION", help="Version of the guidelines. (default: the newest)")
    ] = None,
    top: Annotated[
        int,
        typer.Option(min=0, help="How many sentences with most differences to list. (default: 10)", show_default=False),
    ] = 10,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Measure how far annotators agree: labels, spans, attributes, links; by article and by annotator.

    Lists the sentences with most differences. Writes nothing.
    """
    from dataclasses import asdict, replace

    from .agreement import render
    from .comparison import agreement, to_compare
    from .report import console, print_json, working

    compared = to_compare(open_store(corpus), guidelines, articles, annotators or ())
    with working("measuring agreement"):
        made = agreement(compared)
    made = replace(made, disputed=made.disputed[:top])
    if json:
        print_json(asdict(made))
    else:
        console().print(render(made), soft_wrap=False)
