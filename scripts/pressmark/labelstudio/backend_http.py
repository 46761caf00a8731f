"""Serve a backend over HTTP, as Label Studio's machine-learning backends are asked: /health, /setup, /predict."""

from __future__ import annotations

import base64
import hmac
import ipaddress
import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ..files import parse_json
from ..model import Problem, Refused
from ..report import say
from .backend import FAULTS_OF_REQUESTS, Backend, unfit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DEFAULT_PORT = 9090
USER = "pressmark"
"""The user name that Label Studio gives with the password."""
MOST_BYTES = 32 << 20
"""The longest body of a request."""
PATIENCE = 20
"""Seconds that a client may be silent."""
READING = ("/", "/health", "/versions")
IGNORED = ("/webhook", "/train", "/validate")
"""What Label Studio also asks its backends: to train, whether a page is right. The suggesters do not learn."""
_STATUS = {200: "200 OK", 400: "400 Bad Request", 401: "401 Unauthorized", 404: "404 Not Found"}
_STATUS |= {405: "405 Method Not Allowed", 500: "500 Internal Server Error"}

Answer = tuple[int, dict[str, Any]]


@contextmanager
def served(backend: Backend, host: str, port: int, password: str | None) -> Iterator[str]:
    """Serve a backend in the background; give its address. With a password, only who has it is answered.

    Raises Refused (exit code 2): ``missing-extra``, ``port-taken``.
    """
    try:
        from waitress.server import create_server
    except ImportError:
        repair = "run: pip install 'pressmark[studio]'"
        raise Refused(Problem("waitress", "missing-extra", "is not installed", repair), exit_code=2) from None
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # what is wrong with a request is told below
    asked: Any = {"host": host, "port": port, "ipv4": ":" not in host, "ipv6": ":" in host, "ident": None}
    asked |= {"max_request_body_size": MOST_BYTES, "channel_timeout": PATIENCE, "cleanup_interval": 5}
    try:
        server: Any = create_server(application(backend, password), **asked)
    except (OSError, OverflowError, ValueError) as error:
        fact = f"it cannot be listened on: {getattr(error, 'strerror', None) or error}"
        repair = "use another: pressmark studio backend --port 0 takes a free one"
        raise Refused(Problem(f"{host}:{port}", "port-taken", fact, repair), exit_code=2) from None
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://{f'[{host}]' if ':' in host else host}:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown(timeout=1)


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches a server that listens at this host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def application(backend: Backend, password: str | None) -> WSGIApplication:
    """Make the program that a web server runs: each request gets an answer in JSON, whatever happens."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        status, value = _answer(backend, password, environ)
        body = json.dumps(value).encode("ascii")
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
        if status == 401:
            headers.append(("WWW-Authenticate", 'Basic realm="pressmark"'))
        start_response(_STATUS[status], headers)
        return [body]

    return answer


def _answer(backend: Backend, password: str | None, environ: WSGIEnvironment) -> Answer:
    try:
        return _route(backend, password, environ)
    except Refused as refused:
        failure = refused
    except Exception as error:  # a suggester of somebody's may raise anything; nobody is shown a traceback
        fact = f"{type(error).__name__}: {error}"[:300]
        failure = Refused(Problem("backend", "backend-failed", fact, "look at the suggester"))
    for each in failure.problems[:5]:
        say(f"{each.address} [{each.id}] {each.fact}; {each.repair}")
    asked = all(each.id in FAULTS_OF_REQUESTS for each in failure.problems)
    return (400 if asked else 500), _told(failure)


def _route(backend: Backend, password: str | None, environ: WSGIEnvironment) -> Answer:
    path, method = environ["PATH_INFO"].rstrip("/") or "/", environ["REQUEST_METHOD"]
    if password is not None and not _knows(environ, password):
        return 401, _told(unfit("it does not give the password", "give it in the settings of the project's model"))
    asking: dict[str, Callable[[Any], dict[str, Any]]] = {"/setup": backend.setup, "/predict": backend.predict}
    if path in READING:
        return 200, {"status": "UP", "model_version": backend.version, "versions": [backend.version]}
    if path in IGNORED:
        return 200, {"status": "ok"}
    if path not in asking:
        return 404, _told(unfit("there is nothing at this path", "ask /health, /setup or /predict"))
    if method != "POST":
        return 405, _told(unfit(f"{path} is asked with POST"))
    return 200, asking[path](_json(environ))


def _json(environ: WSGIEnvironment) -> Any:
    try:
        return parse_json(environ["wsgi.input"].read().decode("utf-8"))
    except (ValueError, RecursionError):
        raise unfit("its body is not JSON in UTF-8") from None


def _knows(environ: WSGIEnvironment, password: str) -> bool:
    wanted = "Basic " + base64.b64encode(f"{USER}:{password}".encode()).decode("ascii")
    return hmac.compare_digest(environ.get("HTTP_AUTHORIZATION", "").encode(), wanted.encode())


def _told(refused: Refused) -> dict[str, Any]:
    return {"problems": [asdict(each) for each in refused.problems]}
