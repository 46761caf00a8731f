"""The command that scores suggesters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .cli_options import JsonOption, SuggesterOption


def score(
    file: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated documents, one JSON object a line.")],
    tasks: Annotated[
        list[str] | None,
        typer.Option(
            "--task",
            help="What to score: sentences, number, number_values, location, attribution, claim, subjectivity; may be "
            "given again. (default: all that the file is gold for)",
        ),
    ] = None,
    suggester: SuggesterOption = None,
    errors: Annotated[
        int, typer.Option(min=0, help="How many errors of each kind to list. (default: 10)", show_default=False)
    ] = 10,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw how often suggestions are right at each score: .svg, .png or .pdf."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Score the segmenter and the suggesters on documents that people annotated.

    Each line follows schema/document.schema.json. Guidelines that are not ours are mapped to ours where that is known
    (geowebnews, gum, ieer, measeval, newsquant, policlaim, polnear, uner_pud): what they mark otherwise is brought into
    our form, or counts neither way.
    """
    from .plots import check_plot
    from .report import console, print_json, progress, say
    from .schemas import printable
    from .score import MAPPED, predict, read, score_documents
    from .score.reliability import draw, reliability
    from .suggest import choose

    if plot is not None:
        check_plot(plot)
    suggesters = choose(suggester or ())
    documents, wanted = read(file, tasks or ())
    found = [(each, predict(each, suggesters)) for each in progress(documents, "score", len(documents))]
    made = score_documents(found, str(file), wanted)
    if made.guideline not in MAPPED:
        say(f"no mapping is known for the guideline {printable(made.guideline)!r}: its spans are taken as they are")
    if plot is not None and made.scored:
        draw(reliability(made.scored), plot, f"{file.name}: {made.documents} documents")
    elif plot is not None:
        say(f"{plot} is not drawn: no suggestion with a score was compared")
    if json:
        from .score.plain import plain

        print_json(plain(made))
    else:
        from .score.terminal import render

        console().print(render(made, errors), soft_wrap=False)
