"""The command that adjudicates."""

from __future__ import annotations

from typing import Annotated

import typer

from .cli_options import Articles, CorpusOption, JsonOption, open_store


def adjudicate(
    articles: Articles = None,
    audit: Annotated[
        bool, typer.Option("--audit", help="Also list what annotators agree on: every sentence is to be looked at.")
    ] = False,
    guidelines: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            help="Version of the guidelines. (default: the one adjudicated before, else the newest)",
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            metavar="manual|majority|NAME",
            help="Decide what is open: by a majority of three annotators or more, or as the annotator NAME did. "
            "'manual' reopens what a policy decided. What people decided stays. (default: decide nothing)",
        ),
    ] = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """List what annotators disagree on in corpus/adjudication/, and make gold of what is decided there.

    Decisions that were made stay as long as the annotations behind them do. Exit code 1 while something is open.
    """
    from .adjudication import Asked, adjudicate_articles
    from .report import print_result

    store = open_store(corpus)
    ids = store.wanted(articles)
    with store.lock():
        outcomes, problems = adjudicate_articles(store, ids, Asked(audit, bool(articles), guidelines, policy))
    print_result(outcomes, problems, as_json=json)
    raise typer.Exit(1 if problems else 0)
