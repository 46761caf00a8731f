"""Talk to a Label Studio server, one's own or the one that ``pressmark studio start`` runs.

Every request is sent once: the SDK's own repeats would double what was written before a connection broke.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ..model import Problem, Refused
from .server import find
from .versions import check_version

if TYPE_CHECKING:
    from pathlib import Path

    from label_studio_sdk.client import LabelStudio

T = TypeVar("T")
URL, KEY = "LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"
PAGE = 1000


def refused(address: str, id_: str, fact: str, repair: str) -> Refused:
    """Make a refusal of one problem: what was asked of a server could not be done (exit code 2)."""
    return Refused(Problem(address, id_, fact, repair), exit_code=2)


@dataclass(frozen=True, slots=True)
class Client:
    """A server that answers, speaks a version that is known, and took the token."""

    url: str
    sdk: LabelStudio

    def call(self, ask: Callable[[Any], T]) -> T:
        """Ask the server something once, with its failures as refusals: token, server, or what it says is wrong."""
        import httpx
        from label_studio_sdk.core.api_error import ApiError

        try:
            return ask({"max_retries": 0, "timeout_in_seconds": 120})
        except ApiError as error:
            raise _api_refusal(self.url, error.status_code, error.body) from None
        except httpx.TimeoutException:
            fact = "it did not answer in time, and may still be at work"
            raise refused(self.url, "studio-timeout", fact, "wait a little, then run it again") from None
        except httpx.HTTPError as error:
            raise _unreachable(self.url, error) from None
        except (ValueError, TypeError, AttributeError) as error:  # the SDK's, about an answer of another form
            fact = f"the answer is not what Label Studio gives: {type(error).__name__}"
            raise refused(self.url, "studio-error", fact, "look at what runs there, then run it again") from None

    def projects(self) -> list[Any]:
        """List all projects that the account sees."""
        return self.call(lambda once: list(self.sdk.projects.list(page_size=PAGE, request_options=once)))

    def tasks(self, project: int) -> list[tuple[int, dict[str, Any]]]:
        """List a project's tasks: the server's number and the data of each."""
        return self.call(lambda once: [(task.id, task.data) for task in self._tasks(project, once)])

    def _tasks(self, project: int, once: Any) -> Iterator[Any]:
        asked = {"fields": "task_only", "include": "id,data", "page_size": PAGE}
        return iter(self.sdk.tasks.list(project=project, request_options=once, **asked))

    def send_tasks(self, project: int, tasks: list[dict[str, Any]]) -> None:
        """Import tasks in one request: all of them are taken, or none."""
        request: Any = tasks  # the SDK would rather have values of its own
        self.call(lambda once: self.sdk.projects.import_tasks(id=project, request=request, request_options=once))

    def export(self, project: int) -> list[dict[str, Any]]:
        """Export all tasks of a project with their annotations, as the server's own JSON."""
        return self.call(lambda once: self._export(project, once))

    def _export(self, project: int, once: Any) -> list[dict[str, Any]]:
        asked = {"export_type": "JSON", "download_all_tasks": True, "request_options": once}
        exported = json.loads(b"".join(self.sdk.projects.exports.download_sync(project, **asked)))
        if not isinstance(exported, list) or not all(isinstance(each, dict) for each in exported):
            raise TypeError("no list of tasks")
        return exported

    def people(self) -> dict[int, str]:
        """List the accounts: the server's number to the e-mail address."""
        users = self.call(lambda once: list(self.sdk.users.list(request_options=once)))
        return {user.id: (user.email or user.username or "").lower() for user in users}


def connect(folder: Path) -> Client:
    """Connect to the server that the environment names, else to the one that runs in ``folder``.

    Raises Refused (exit code 2): ``studio-not-running``, ``studio-unreachable``, ``studio-other-program``,
    ``studio-version``, ``studio-token``, ``missing-extra``.
    """
    url, key = _address(folder)
    _check_server(url)
    try:
        from label_studio_sdk.client import LabelStudio
    except ImportError:
        raise refused(
            "label-studio-sdk", "missing-extra", "is not installed", "run: pip install 'pressmark[studio]'"
        ) from None
    from label_studio_sdk.core.api_error import ApiError

    try:
        made: Any = LabelStudio  # has no types
        client = Client(url, made(base_url=url, api_key=key))
    except ApiError as error:
        raise _api_refusal(url, error.status_code, error.body) from None
    client.call(lambda once: client.sdk.users.whoami(request_options=once))
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
    import httpx

    try:
        answer = httpx.get(f"{url}/api/version", timeout=30, follow_redirects=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _unreachable(url, error) from None
    try:
        release = answer.json()["release"]
    except (ValueError, KeyError, TypeError):
        fact = f"what answers there is not Label Studio (status {answer.status_code})"
        raise refused(url, "studio-other-program", fact, f"set {URL} to the server's address and port") from None
    check_version(str(release))


def _unreachable(url: str, error: Exception) -> Refused:
    fact = f"it cannot be reached: {str(error) or type(error).__name__}"
    return refused(url, "studio-unreachable", fact, f"start the server, or mend {URL}; then run it again")


def _api_refusal(url: str, status: int | None, body: Any) -> Refused:
    said = str(body.get("detail") or "").rstrip(".") if isinstance(body, dict) else None
    if status in (401, 403):
        repair = f"copy the token from Account & Settings in Label Studio, and set {KEY}"
        return refused(url, "studio-token", f"the server does not take the token: {said or status}", repair)
    wrong = body.get("validation_errors") if isinstance(body, dict) else None
    fact = f"the server answered {status}: {' '.join(str(wrong or said or body).split())[:300]}"
    return refused(url, "studio-error", fact, "look into the server's log, then run it again: nothing is done twice")
