"""The command that serves suggestions to Label Studio."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import CorpusOption, JsonOption, SuggesterOption, open_store

if TYPE_CHECKING:
    from .store import Store

PASSWORD = "PRESSMARK_BACKEND_PASSWORD"  # noqa: S105


def backend(
    host: Annotated[
        str, typer.Option(help="Address to listen at. (default: 127.0.0.1, this machine only)", show_default=False)
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one. (default: 9090)", show_default=False)
    ] = 9090,
    connect: Annotated[
        bool, typer.Option("--connect", help="Also connect the corpus's projects on the server, until it is stopped.")
    ] = False,
    project: Annotated[
        str | None,
        typer.Option("--project", metavar="TITLE", help="The project to connect. (default: all that show suggestions)"),
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Where Label Studio reaches it, for --connect. (default: the host and port)")
    ] = None,
    suggester: SuggesterOption = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Serve suggestions to Label Studio, so that tasks get them as they are opened. It runs until it is stopped.

    It reads the corpus and writes nothing. Set PRESSMARK_BACKEND_PASSWORD to answer only who gives it, as user
    pressmark. Projects of blind work, pushed with --no-suggestions, get none.
    """
    from .labelstudio.backend import Backend, version_of
    from .labelstudio.backend_http import is_loopback, served
    from .report import console, print_json, progress, say
    from .suggest import choose

    store, chosen = open_store(corpus), choose(suggester) if suggester else ()
    ids = store.wanted(None)
    password = os.environ.get(PASSWORD) or None
    if not is_loopback(host):
        say(f"everybody who reaches {host} is answered{'' if password is None else ' who has the password'}")
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped as by Ctrl-C
    version = version_of(store, progress(ids, "reading", len(ids)), chosen)
    try:
        with ExitStack() as stack:
            address = stack.enter_context(served(Backend(store, version, chosen), host, port, password))
            if connect:
                _connect(stack, store, project, url or address, version, password)
            if json:
                print_json({"url": address, "model_version": version})
            else:
                console().print(f"suggestions by {version}: {address} (Ctrl-C stops it)", markup=False)
            sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        signal.signal(signal.SIGTERM, before)


def _connect(stack: ExitStack, store: Store, project: str | None, url: str, version: str, password: str | None) -> None:
    from .labelstudio.backend_connection import Address, connectable, connected
    from .labelstudio.client import connect
    from .report import say

    client = connect(store.studio)
    projects = connectable(store, client, project)
    stack.enter_context(connected(client, projects, Address(url, version, password)))
    for each in projects:
        say(f"connected {each.title}")
