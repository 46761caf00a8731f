"""The commands of ``pressmark studio``: parse, call, print, exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import Articles, CorpusOption, JsonOption, open_store
from .cli_studio_backend import backend
from .cli_studio_care import backup, restore, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .labelstudio.tasks import Task

app = typer.Typer(
    help="Annotate in Label Studio: run a server, send sentences, bring decisions back. The server is the one that "
    "'start' runs, or your own: set LABEL_STUDIO_URL and LABEL_STUDIO_API_KEY.",
    no_args_is_help=True,
)
ProjectOption = Annotated[
    str | None,
    typer.Option("--project", metavar="TITLE", help="Only the project of this title. (default: all of the corpus)"),
]
TitleOption = Annotated[
    str | None,
    typer.Option("--project", metavar="TITLE", help="Title of the project. (default: the corpus's pretty_name)"),
]


@app.command()
def start(
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Port; 0 takes a free one. (default: the last one, 8080 at first)"),
    ] = None,
    password: Annotated[bool, typer.Option("--show-password", help="Also print the password to log in with.")] = False,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Start a Label Studio server of this corpus's own, on this machine only. The first start installs it."""
    from .labelstudio.server import start as start_server
    from .report import console, print_json

    store = open_store(corpus)
    server = start_server(store.studio, port)
    shown = {"url": server.url, "email": server.email, "version": server.version}
    if password:
        shown["password"] = server.password
    if json:
        print_json(shown)
        return
    console().print(f"Label Studio {server.version}: {server.url}", markup=False)
    console().print(f"log in as {server.email}; the password: pressmark studio start --show-password", markup=False)
    if password:
        console().print(f"password {server.password}", markup=False)


@app.command()
def stop(corpus: CorpusOption = None) -> None:
    """Stop the server that 'start' runs. Projects, annotations and accounts stay."""
    from .labelstudio.server import stop as stop_server
    from .report import console

    stopped = stop_server(open_store(corpus).studio)
    console().print("stopped" if stopped else "no server of this corpus runs", markup=False)


@app.command()
def invite(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Pseudonym of an annotator in corpus.toml.")],
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Make an account for an annotator, and print once what to log in with."""
    from .labelstudio import accounts
    from .labelstudio.client import connect
    from .report import console, print_json

    store = open_store(corpus)
    accounts.require_annotator(name, store.read_corpus().annotators)
    client = connect(store.studio)
    password = accounts.invite(client, name)
    made = {"url": client.url, "email": accounts.email_of(name), "password": password}
    if json:
        print_json(made)
    else:
        for key, value in made.items():
            console().print(f"{key:<9}{value}", markup=False)


@app.command()
def push(
    articles: Articles = None,
    project: TitleOption = None,
    no_suggestions: Annotated[
        bool, typer.Option("--no-suggestions", help="Send the sentences bare, for blind work.")
    ] = False,
    blind: Annotated[
        bool,
        typer.Option("--blind", help="Make one project an annotator, so that nobody sees another's work in their own."),
    ] = False,
    for_: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="NAME", help="Whose project, with --blind. (default: all who have an account)"),
    ] = None,
    overlap: Annotated[
        int | None,
        typer.Option(min=1, help="How many annotators get each sentence of a shared project. (default: as it is; 2)"),
    ] = None,
    redo: Annotated[
        str | None,
        typer.Option(
            metavar="LABEL",
            help="Pull, then reopen what a change of guidelines or suggestions affects: decisions with this label go "
            "into a new round, a project for each annotator. Old decisions stay.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done; with --json for each sentence.")
    ] = False,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Send sentences to the server, one task each. Repeating it doubles nothing and overwrites nothing annotated."""
    from .labelstudio import sync
    from .labelstudio.client import connect
    from .labelstudio.redo import redo_corpus
    from .report import print_outcomes, progress
    from .vocabulary import vocabulary

    if redo and redo not in vocabulary("label"):
        raise typer.BadParameter(f"it is one of {', '.join(vocabulary('label'))}", param_hint="--redo")
    if for_ and not blind:
        raise typer.BadParameter("it goes with --blind", param_hint="--for")
    if redo and (blind or overlap or no_suggestions):
        why = "it goes without --blind, --overlap and --no-suggestions: a round is as the projects that it reopens"
        raise typer.BadParameter(why, param_hint="--redo")
    if overlap and blind:
        raise typer.BadParameter("a project of one annotator has none", param_hint="--overlap")
    store = open_store(corpus)
    ids = store.wanted(articles)
    client = connect(store.studio)

    def passed(batches: Iterable[list[Task]], count: int) -> Iterator[list[Task]]:
        return progress(batches, "push", count)

    with store.lock():
        if redo:
            outcomes = redo_corpus(store, client, ids, project, redo, dry_run=dry_run, passed=passed)
        else:
            outcomes = sync.push_corpus(
                store,
                client,
                ids,
                project,
                suggestions=not no_suggestions,
                dry_run=dry_run,
                passed=passed,
                own=(for_ or []) if blind else None,
                overlap=overlap,
            )
    print_outcomes([each for each in outcomes if json or not each.done.startswith("would")], as_json=json)


@app.command()
def pull(
    project: ProjectOption = None,
    as_: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="EMAIL=NAME", help="Say which account is which annotator; kept on this machine."),
    ] = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Bring decisions into corpus/annotations/, and those of adjudicators into corpus/adjudication/ and corpus/gold/.

    Nothing that is there is lost. Exit code 1 when some break a rule.
    """
    from .labelstudio import sync
    from .labelstudio.client import connect
    from .report import print_result, say, working

    store = open_store(corpus)
    client = connect(store.studio)
    with store.lock(), working("pulling"):
        outcomes, problems = sync.pull_corpus(store, client, project, as_ or ())
    print_result(outcomes, problems, as_json=json)
    if not outcomes and not problems:
        say("nobody has annotated yet")
    raise typer.Exit(1 if problems else 0)


@app.command()
def status(
    project: ProjectOption = None,
    watch: Annotated[bool, typer.Option("--watch", help="Show it again and again; Ctrl-C ends it.")] = False,
    every: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="How long --watch waits. (default: 10)", show_default=False)
    ] = 10,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Say how far annotators have come with each project and article, and what became of suggestions.

    Left for somebody is what they neither submitted nor skipped, and in a shared project fewer than its overlap have \
submitted; left of a project are the decisions that its sentences lack. What breaks a rule is counted apart.

    A suggested span is accepted (submitted with the same offsets and attributes), changed (one of its label that \
overlaps it was submitted) or rejected. Exit code 1 when the server holds what is not data of this corpus. An account \
without a pseudonym is shown by its number; pull says what to do about it, and about what breaks a rule.
    """
    from dataclasses import asdict

    from .labelstudio import progress
    from .labelstudio.client import connect
    from .labelstudio.progress_terminal import render
    from .labelstudio.watching import watch as keep_watching
    from .report import console, print_json, print_problems, working

    store = open_store(corpus)
    if watch:
        keep_watching(lambda: progress.status(store, connect(store.studio), project), every, as_json=json)
        return
    with working("asking the server"):
        found = progress.status(store, connect(store.studio), project)
    if json:
        print_json(asdict(found))
    else:
        console().print(render(found))
        print_problems(found.problems)
    raise typer.Exit(1 if found.problems else 0)


for each in (backend, backup, restore, upgrade):
    app.command()(each)
