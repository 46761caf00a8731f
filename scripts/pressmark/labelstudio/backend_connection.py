"""Connect projects on the server to a backend, so that a task gets suggestions when somebody opens it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..model import Refused
from ..store import Store
from .backend_http import USER
from .client import Client
from .failures import refused
from .projects import ANNOTATION, Project, find_projects, no_project

MARK = "pressmark studio backend"
"""The description of the connections that Pressmark makes."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server reaches a backend, the model version that it gives, and the password that it asks for."""

    url: str
    version: str
    password: str | None = None


def connectable(store: Store, client: Client, title: str | None) -> list[Project]:
    """Find the projects whose annotators see suggestions: all of a corpus, or the one of a title.

    Rounds that reopen decisions are passed over: they show those. Raises Refused (exit code 2): ``studio-blind`` for
    a project whose annotators see none, ``studio-no-project``.
    """
    name, page = store.read_corpus().name, store.read_text(store.label_config)
    there = find_projects(client, name, page, title)
    found = [each for each in there if each.purpose == ANNOTATION and each.redo is None]
    if not found:
        raise no_project(client, title)
    if not (shown := [each for each in found if not each.bare]):
        fact = f"annotators of {', '.join(repr(each.title) for each in found)} are to see no suggestions"
        raise refused(client.url, "studio-blind", fact, "leave it so, or name another project: --project TITLE")
    return shown


@contextmanager
def connected(client: Client, projects: Sequence[Project], address: Address) -> Iterator[None]:
    """Connect projects to a backend as long as it is served.

    A connection is named as the suggesters are: Label Studio shows those predictions whose version the project names,
    or asks the backend that is named so. It is taken away at the end, since a project whose backend does not answer
    shows no suggestions, not even those that it has. Raises Refused (``backend-refused``, exit code 2).
    """
    before = {each.id: _shown(client, each) for each in projects}
    try:
        for each in projects:
            _connect(client, each, address)
        yield
    finally:
        for each in projects:
            _disconnect(client, each)
            if not _show(client, each, address.version):
                _show(client, each, before[each.id])


def _connect(client: Client, project: Project, address: Address) -> None:
    """Make the one connection of a project; those that an earlier backend left behind are taken away."""
    _disconnect(client, project)
    made: dict[str, Any] = {"project": project.id, "url": address.url, "title": address.version, "description": MARK}
    if address.password:
        made |= {"auth_method": "BASIC_AUTH", "basic_auth_user": USER, "basic_auth_pass": address.password}
    try:
        client.call(lambda once: client.sdk.ml.create(**made, request_options=once))
    except Refused as refusal:  # also where the connection was made, but no webhook to it is allowed
        if not _connections(client, project):
            raise _not_reached(client, address, refusal) from None
    _unhook(client, project, address)
    _show(client, project, address.version)


def _not_reached(client: Client, address: Address, refusal: Refused) -> Refused:
    fact = refusal.problems[0].fact.removeprefix("the server does not take the token: ")
    repair = (
        f"see that the server reaches {address.url} (else: --url), and that it may: it calls no address of its own "
        "network unless started with LABEL_STUDIO_ML_BLOCK_LOCAL_IP=false, as 'pressmark studio start' does"
    )
    return refused(client.url, "backend-refused", fact, repair)


def _connections(client: Client, project: Project) -> list[int]:
    """List the connections of a project that Pressmark made, by the server's numbers."""
    there = client.repeat(lambda once: client.sdk.ml.list(project=project.id, request_options=once))
    return [each.id for each in there if each.description == MARK and each.id is not None]


def _disconnect(client: Client, project: Project) -> None:
    for number in _connections(client, project):
        client.repeat(partial(_delete, client, number))


def _unhook(client: Client, project: Project, address: Address) -> None:
    """Take away the webhook that comes with a connection: a backend that does not learn needs to be told nothing."""
    hooks = client.repeat(lambda once: client.sdk.webhooks.list(project=str(project.id), request_options=once))
    for number in [each.id for each in hooks if each.url == f"{address.url.rstrip('/')}/webhook"]:
        client.repeat(partial(_delete_hook, client, number))


def _delete(client: Client, number: int, once: Any) -> None:
    client.sdk.ml.delete(id=number, request_options=once)


def _delete_hook(client: Client, number: int, once: Any) -> None:
    client.sdk.webhooks.delete(id=number, request_options=once)


def _shown(client: Client, project: Project) -> str:
    there = client.repeat(lambda once: client.sdk.projects.get(id=project.id, request_options=once))
    return there.model_version or ""


def _show(client: Client, project: Project, version: str) -> bool:
    """Have a project show the predictions of a version, or a backend that is named so; False where it has neither."""
    try:
        client.repeat(lambda once: client.sdk.projects.update(project.id, model_version=version, request_options=once))
    except Refused as refusal:
        if refusal.problems[0].id != "studio-error":
            raise
        return False
    return True
