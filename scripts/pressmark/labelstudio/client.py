"""Talk to a Label Studio server, one's own or the one that ``pressmark studio start`` runs.

The SDK's own repeats are off: they would double what was written before a connection broke. What may be asked twice is
asked again here, with patience; what may not is sent once, and its sender finds out what became of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ..model import Refused
from .failures import KEY, URL, Failed, Gone, answered, as_refusals, unreachable
from .failures import refused as refused  # for all who talk to a server
from .patience import patiently
from .server import find
from .versions import check_version

if TYPE_CHECKING:
    from pathlib import Path

    from label_studio_sdk.client import LabelStudio

T = TypeVar("T")
PAGE = 1000
PROJECT = "id,title,description,label_config,maximum_annotations"
"""What is asked of projects; the server counts tasks for the rest."""
TIMEOUT = 120.0
"""Seconds that an answer may take."""
EXPORT_TIMEOUT = 1200.0
"""Seconds that an export may take: the server answers only when it has all of it."""


def touched(task: Mapping[str, Any]) -> bool:
    """Say whether somebody has worked on a task: it has an annotation, a skip among them, or a draft."""
    return bool(task.get("annotations") or task.get("drafts"))


@dataclass(frozen=True, slots=True)
class Client:
    """A server that answers, speaks a version that is known, and took the token."""

    url: str
    sdk: LabelStudio

    def call(self, ask: Callable[[Any], T]) -> T:
        """Ask the server something once, with its failures as refusals: token, server, or what it says is wrong.

        Raises Refused (exit code 2), which is Failed where the failure may pass.
        """
        with as_refusals(self.url):
            return ask({"max_retries": 0, "timeout_in_seconds": TIMEOUT})

    def repeat(self, ask: Callable[[Any], T]) -> T:
        """Ask the server something that may be asked twice, and again when it fails in a way that may pass."""
        return patiently(lambda: self.call(ask))

    def projects(self) -> list[Any]:
        """List all projects that the account sees, with what pressmark reads of them."""
        return self.repeat(self._projects)

    def _projects(self, once: Any) -> list[Any]:
        asked: dict[str, Any] = {"include": PROJECT, "page_size": PAGE, "request_options": once}
        first: Any = self.sdk.projects.list(page=1, **asked)
        found = list(first.items or ())
        for page in range(2, -(-first.response.count // PAGE) + 1):
            found += self.sdk.projects.list(page=page, **asked).items or ()
        return found

    def count(self, project: int) -> int:
        """Return how many tasks a project has."""
        return int(self.repeat(lambda once: self._tasks(project, 0, "id", 1, once)["total"]))

    def tasks(self, project: int) -> list[tuple[int, dict[str, Any]]]:
        """List a project's tasks, by number: the server's number and the data of each.

        Each page begins after the last number of the one before, so that none is missed when others are deleted.
        """
        found: list[tuple[int, dict[str, Any]]] = []
        while True:
            last = found[-1][0] if found else 0
            page = self.repeat(partial(self._page, project, last))
            found += page
            if len(page) < PAGE:
                return found

    def _page(self, project: int, last: int, once: Any) -> list[tuple[int, dict[str, Any]]]:
        return [(int(task["id"]), task["data"]) for task in self._tasks(project, last, "id,data", PAGE, once)["tasks"]]

    def _tasks(self, project: int, last: int, include: str, size: int, once: Any) -> Any:
        """Ask for a page of tasks after a number; without the SDK's values, which take longer than the server."""
        after = {"filter": "filter:tasks:id", "operator": "greater", "type": "Number", "value": last}
        query = {"filters": {"conjunction": "and", "items": [after]}, "ordering": ["tasks:id"]}
        asked = {"project": project, "page_size": size, "include": include, "resolve_uri": False}
        return self.ask("GET", "api/tasks/", once, params={**asked, "query": json.dumps(query)})

    def ask(self, method: str, path: str, once: Any, **more: Any) -> Any:
        """Send a request as the SDK does, and return the answer's JSON; None when it has none."""
        from label_studio_sdk.core.api_error import ApiError

        http = self.sdk._client_wrapper.httpx_client
        answer = http.request(path, method=method, request_options=once, **more)
        if answer.status_code >= 300:
            body = answer.json() if "json" in answer.headers.get("content-type", "") else answer.text
            raise ApiError(headers=dict(answer.headers), status_code=answer.status_code, body=body)
        return answer.json() if answer.content else None

    def send_tasks(self, project: int, tasks: list[dict[str, Any]]) -> None:
        """Import tasks in one request: all of them are taken, or none."""
        body = json.dumps(tasks).encode()  # the SDK takes a second for a thousand tasks
        given = {"content": body, "headers": {"Content-Type": "application/json"}}
        self.call(lambda once: self.ask("POST", f"api/projects/{project}/import", once, **given))

    def predictions(self, project: int) -> list[dict[str, Any]]:
        """List the predictions of a project's tasks."""
        asked = {"project": project}
        return list(self.repeat(lambda once: self.ask("GET", "api/predictions/", once, params=asked)))

    def send_predictions(self, project: int, predictions: list[dict[str, Any]]) -> None:
        """Import predictions in one request; the server leaves out, without a word, what it does not take."""
        self.call(lambda once: self.ask("POST", f"api/projects/{project}/import/predictions", once, json=predictions))

    def shows(self, project: int) -> str | None:
        """Return the model version of the predictions that a project shows; None where a backend gives them."""
        version = self.repeat(lambda once: self.ask("GET", f"api/projects/{project}/", once))["model_version"]
        connected = self.repeat(lambda once: self.ask("GET", "api/ml/", once, params={"project": project}))
        return None if version in [each["title"] for each in connected] else str(version or "")

    def show(self, project: int, version: str) -> None:
        """Have a project show the predictions of a model version, of which there is one at least."""
        self.repeat(lambda once: self.ask("PATCH", f"api/projects/{project}/", once, json={"model_version": version}))

    def time(self) -> str:
        """Return the server's time (ISO 8601, UTC), to the second."""
        return self.repeat(self._time)

    def _time(self, once: Any) -> str:
        answer = self.sdk._client_wrapper.httpx_client.request("api/version", method="GET", request_options=once)
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def update_task(self, number: int, data: dict[str, Any]) -> None:
        """Replace a task's data."""
        self.repeat(lambda once: self.ask("PATCH", f"api/tasks/{number}/", once, json={"data": data}))

    def remove_untouched(self, number: int) -> bool:
        """Delete a task unless somebody has worked on it; return whether it is gone."""
        try:
            if touched(self.repeat(lambda once: self.ask("GET", f"api/tasks/{number}/", once))):
                return False
            self.repeat(lambda once: self.ask("DELETE", f"api/tasks/{number}/", once))
        except Gone:  # another one was faster
            pass
        return True

    def export(self, project: int) -> list[dict[str, Any]]:
        """Export all tasks of a project with their annotations, as the server's own JSON."""
        return self.repeat(lambda once: self._export(project, True, once))

    def annotated(self, project: int) -> list[dict[str, Any]]:
        """Export the tasks of a project that have annotations, as the server's own JSON."""
        return self.repeat(lambda once: self._export(project, False, once))

    def _export(self, project: int, every: bool, once: Any) -> list[dict[str, Any]]:
        options = {**once, "timeout_in_seconds": max(EXPORT_TIMEOUT, TIMEOUT)}
        asked: dict[str, Any] = {"export_type": "JSON", "download_all_tasks": every, "request_options": options}
        exported = json.loads(b"".join(self.sdk.projects.exports.download_sync(project, **asked)))
        if not isinstance(exported, list) or not all(isinstance(each, dict) for each in exported):
            raise TypeError("no list of tasks")
        return exported

    def touched(self, project: int) -> set[int]:
        """Return the numbers of the tasks that somebody has worked on."""
        return {int(task["id"]) for task in self.export(project) if touched(task)}

    def people(self) -> dict[int, str]:
        """List the accounts: the server's number to the e-mail address."""
        users = self.repeat(lambda once: list(self.sdk.users.list(request_options=once)))
        return {user.id: (user.email or user.username or "").lower() for user in users}


def connect(folder: Path) -> Client:
    """Connect to the server that the environment names, else to the one that runs in ``folder``.

    Raises Refused (exit code 2): ``studio-not-running``, ``studio-unreachable``, ``studio-other-program``,
    ``studio-version``, ``studio-token``, ``missing-extra``.
    """
    return open_client(*_address(folder))


def open_client(url: str, key: str) -> Client:
    """Connect to a server with a token. Raises Refused as :func:`connect` does."""
    _check_server(url)
    try:
        from label_studio_sdk.client import LabelStudio
    except ImportError:
        raise refused(
            "label-studio-sdk", "missing-extra", "is not installed", "run: pip install 'pressmark[studio]'"
        ) from None
    made: Any = LabelStudio  # has no types
    with as_refusals(url):
        client = Client(url, made(base_url=url, api_key=key))
    client.repeat(lambda once: client.sdk.users.whoami(request_options=once))
    return client


def _address(folder: Path) -> tuple[str, str]:
    url, key = os.environ.get(URL, "").rstrip("/"), os.environ.get(KEY, "").strip()
    if url and key:
        if not url.startswith(("http://", "https://")):
            raise refused(URL, "studio-unreachable", f"{url!r} is no address", f"set {URL} to http://… or https://…")
        if "@" in url.split("/")[2]:
            raise refused(URL, "studio-unreachable", "it holds a name or password", f"leave them out of {URL}")
        if not (key.isascii() and key.isprintable() and " " not in key):
            raise refused(KEY, "studio-token", "it holds what no token has", "copy the token anew")
        return url, key
    if url or key:
        given, lacking = (URL, KEY) if url else (KEY, URL)
        raise refused(lacking, "studio-token", f"{given} is set, {lacking} is not", f"set both, or unset {given}")
    if (server := find(folder)) is None:
        repair = f"run: pressmark studio start, or set {URL} and {KEY} for a server of your own"
        raise refused("Label Studio", "studio-not-running", "no server runs for this corpus", repair)
    return server.url, server.token


def _check_server(url: str) -> None:
    """Refuse what does not answer as a Label Studio whose version is known."""
    answer = patiently(lambda: _version(url))
    try:
        release = answer.json()["release"]
    except (ValueError, KeyError, TypeError):
        fact = f"what answers there is not Label Studio (status {answer.status_code})"
        raise refused(url, "studio-other-program", fact, f"set {URL} to the server's address and port") from None
    check_version(str(release))


def _version(url: str) -> Any:
    """Ask which version a server has. Where there is no connection at all, that is told at once."""
    import httpx

    try:
        answer = httpx.get(f"{url}/api/version", timeout=30, follow_redirects=True)
    except (httpx.ConnectError, httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise Refused(unreachable(url, error), exit_code=2) from None
    except httpx.HTTPError as error:
        raise Failed(unreachable(url, error), over=True) from None
    if answer.status_code in (408, 409, 429) or answer.status_code >= 500:
        raise answered(url, answer.status_code, answer.headers, answer.reason_phrase)
    return answer
