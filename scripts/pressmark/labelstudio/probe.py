"""Ask what listens on a port of this machine. Nothing is sent anywhere else, not even through a proxy."""

from __future__ import annotations

import http.client
import json
import re
import socket
from dataclasses import dataclass
from typing import Any

from ..model import Problem, Refused

HOST = "127.0.0.1"
_MOST = 1 << 20
_RELEASE = re.compile(r"\d[\w.+-]{0,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in JSON, with its HTTP status."""

    status: int
    value: Any


def get(port: int, path: str, token: str | None = None, timeout: float = 5.0) -> Answer | None:
    """Send a GET request; None when there is no answer in JSON within ``timeout`` seconds."""
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout)
    try:
        connection.request("GET", path, headers={"Authorization": f"Token {token}"} if token else {})
        response = connection.getresponse()
        return Answer(response.status, json.loads(response.read(_MOST)))
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()


def healthy(port: int) -> bool:
    """Say whether a Label Studio on this port answers that it is up."""
    answer = get(port, "/health")
    return answer is not None and answer.status == 200 and answer.value == {"status": "UP"}


def release(port: int) -> str | None:
    """Return the version of the Label Studio on this port; None when it is none."""
    answer = get(port, "/api/version")
    if answer is None or not isinstance(answer.value, dict) or "label-studio-os-package" not in answer.value:
        return None
    found = str(answer.value.get("release"))
    return found if _RELEASE.fullmatch(found) else "of an unknown version"


def choose_port(wanted: int) -> int:
    """Return the port if a server can listen there; for 0 any free one.

    Raises Refused: ``port-taken`` when a program listens there, ``port-unusable`` when nobody can.
    """
    if wanted == 0:
        return _free_port()
    address = f"{HOST}:{wanted}"
    if (other := _listener(wanted)) is not None:
        repair = f"use another port: pressmark studio start --port {_free_port(wanted)}"
        fact = f"port {wanted} is taken by {other}"
        raise Refused(Problem(address, "port-taken", fact, repair), exit_code=2)
    if (why := _obstacle(wanted)) is not None:
        repair = f"use another port: pressmark studio start --port {_free_port(8080)}"
        raise Refused(Problem(address, "port-unusable", f"no server can listen there: {why}", repair), exit_code=2)
    return wanted


def _listener(port: int) -> str | None:
    """Say what listens on a port, or None."""
    try:
        with socket.create_connection((HOST, port), timeout=2):
            pass
    except TimeoutError:
        return "a program that does not answer"
    except (OSError, OverflowError):
        return None
    found = release(port)
    return f"a Label Studio {found} that is not this corpus's" if found else "another program"


def _obstacle(port: int) -> str | None:
    """Try to listen on a port; return what keeps a server from it, or None."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            listener.bind((HOST, port))
        except OverflowError:
            return "ports are numbers from 1 to 65535"
        except OSError as error:
            return (error.strerror or str(error)).lower()
    return None


def _free_port(after: int | None = None) -> int:
    """Return a free port: one of the next after a given one if there is any."""
    if after is not None:
        for port in range(after + 1, min(after + 50, 65536)):
            if _listener(port) is None and _obstacle(port) is None:
                return port
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])
