"""The command that measures agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import Articles, CorpusOption, JsonOption, SinceOption, open_store

if TYPE_CHECKING:
    from .agreement import Agreement
    from .comparison import Comparison


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
    since: SinceOption = None,
    top: Annotated[
        int,
        typer.Option(min=0, help="How many sentences with most differences to list. (default: 10)", show_default=False),
    ] = 10,
    gamma: Annotated[
        bool, typer.Option("--gamma", help="Work out gamma of the spans as well: slower. (extra: gamma)")
    ] = False,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw a heat map: .svg, .png or .pdf. (extra: plot)"),
    ] = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Measure how far annotators agree: labels, spans, attributes, links; by article and by annotator.

    Lists the sentences with most differences. Writes nothing but the heat map.
    """
    from dataclasses import asdict, replace

    from .agreement import render
    from .agreement.gamma import check_gamma
    from .agreement.heat import draw
    from .comparison import agreement, left_out, to_compare
    from .plots import check_plot
    from .report import console, print_json, say, working

    if plot is not None:
        check_plot(plot)
    if gamma:
        check_gamma()
    compared = to_compare(open_store(corpus), guidelines, articles, annotators or (), since)
    with working("measuring agreement"):
        made = agreement(compared)
    made = replace(made, disputed=made.disputed[:top], warnings=(*left_out(compared), *made.warnings))
    if gamma:
        made = _with_gamma(made, compared)
    if plot is not None and made.pairs:
        draw(made, plot)
    elif plot is not None:
        say(f"{plot} is not drawn: nothing could be compared")
    if json:
        print_json(asdict(made))
    else:
        console().print(render(made), soft_wrap=False)


def _with_gamma(made: Agreement, compared: Comparison) -> Agreement:
    from dataclasses import replace

    from .agreement.gamma import SAYS, continua, gammas, pool
    from .report import progress

    found = continua(compared.articles, compared.annotations, compared.guideline_version, compared.annotators)
    worked_out = list(progress(gammas(found), "gamma", len(found)))
    return replace(made, gammas=pool(worked_out), notes=(*made.notes, SAYS))
