"""The command that adjudicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import Articles, CorpusOption, JsonOption, SinceOption, open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .adjudication import Asked
    from .model import Outcome, Problem
    from .store import Store


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
    since: SinceOption = None,
    policy: Annotated[
        str | None,
        typer.Option(
            metavar="manual|majority|NAME",
            help="Decide what is open: by a majority of three annotators or more, or as the annotator NAME did. "
            "'manual' reopens what a policy decided. What people decided stays. (default: decide nothing)",
        ),
    ] = None,
    studio: Annotated[
        bool,
        typer.Option("--studio", help="Send what is open to Label Studio, all versions side by side."),
    ] = False,
    project: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help="With --studio: the project's title is this and '· adjudication'. (default: the corpus's pretty_name)",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --studio: only say what would be sent; write nothing.")
    ] = False,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """List what annotators disagree on in corpus/adjudication/, and make gold of what is decided there.

    Decisions that were made stay as long as the annotations behind them do. Exit code 1 while something is open. With
    --studio, what is open is sent to be decided there, and 'pressmark studio pull' brings the decisions back.
    """
    from .adjudication import Asked, adjudicate_articles
    from .report import print_result

    if not studio and (dry_run or project is not None):
        raise typer.BadParameter("goes with --studio", param_hint="--dry-run" if dry_run else "--project")
    store = open_store(corpus)
    ids = store.wanted(articles)
    asked = Asked(audit, bool(articles), guidelines, policy, since)
    if studio:
        outcomes, problems = _send(store, ids, asked, project, dry_run)
    else:
        with store.lock():
            outcomes, problems = adjudicate_articles(store, ids, asked)
    print_result(outcomes, problems, as_json=json)
    raise typer.Exit(1 if problems else 0)


def _send(
    store: Store, ids: Sequence[str], asked: Asked, title: str | None, dry_run: bool
) -> tuple[list[Outcome], list[Problem]]:
    from .labelstudio.adjudication import send_open
    from .labelstudio.client import connect
    from .report import progress

    client = connect(store.studio)
    with store.lock():
        return send_open(
            store,
            client,
            ids,
            asked,
            title,
            dry_run=dry_run,
            passed=lambda batches, count: progress(batches, "push", count),
        )
