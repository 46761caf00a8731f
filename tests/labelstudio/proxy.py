"""A proxy between pressmark and a real server that breaks what a test wants broken."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

HOP = ("connection", "content-length", "transfer-encoding", "keep-alive", "date", "server")
"""Headers of an answer that are the proxy's own to say."""


Headers = Sequence[tuple[str, str]]


class Exchange:
    """A request on its way to the server, and its answer on the way back."""

    def __init__(self, handler: BaseHTTPRequestHandler, upstream: str, body: bytes) -> None:
        self.handler, self.upstream, self.body = handler, urlsplit(upstream), body

    def forward(self) -> tuple[int, bytes, Headers]:
        """Let the server handle it; return status, body and headers of the answer."""
        connection = HTTPConnection(self.upstream.hostname or "", self.upstream.port, timeout=120)
        headers = {k: v for k, v in self.handler.headers.items() if k.lower() not in ("host", "accept-encoding")}
        try:
            connection.request(self.handler.command, self.handler.path, self.body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), [each for each in answer.headers.items() if each[0].lower() not in HOP]
        finally:
            connection.close()

    def reply(self, status: int, body: bytes, headers: Headers, length: int | None = None) -> None:
        self.handler.send_response(status)
        for name, value in [*headers, ("Content-Length", str(length or len(body)))]:
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def drop(self) -> None:
        """Break the connection."""
        self.handler.close_connection = True
        self.handler.wfile.flush()
        self.handler.connection.shutdown(socket.SHUT_RDWR)


Fault = Callable[[Exchange], None]
"""What is done with a request instead of passing it on."""


def faultless(exchange: Exchange) -> None:
    try:
        exchange.reply(*exchange.forward())
    except OSError:  # the server is gone
        exchange.drop()


def dropped_before(exchange: Exchange) -> None:
    exchange.drop()


def dropped_while_handled(exchange: Exchange) -> None:
    """Break the connection; the server goes on, and has handled it only later."""
    exchange.drop()
    time.sleep(0.5)
    exchange.forward()


def dropped_after(exchange: Exchange) -> None:
    exchange.forward()
    exchange.drop()


def half_sent(exchange: Exchange) -> None:
    """Break both connections in the middle of the request."""
    with socket.create_connection((exchange.upstream.hostname, exchange.upstream.port)) as server:
        lines = [
            f"{exchange.handler.command} {exchange.handler.path} HTTP/1.1",
            *map(": ".join, exchange.handler.headers.items()),
        ]
        server.sendall("\r\n".join([*lines, "", ""]).encode() + exchange.body[: len(exchange.body) // 2])
    exchange.drop()


def kind(body: str) -> Headers:
    return [("Content-Type", "application/json" if body.startswith("{") else "text/html")]


def answers(status: int, body: str = "{}", wait: str | None = None) -> Fault:
    """Answer in the server's place; ``wait`` is what Retry-After says."""
    asked = [] if wait is None else [("Retry-After", wait)]
    return lambda exchange: exchange.reply(status, body.encode(), [*kind(body), *asked])


def handled_but(status: int, body: str = "{}") -> Fault:
    """Let the server handle it, and answer something else."""

    def fault(exchange: Exchange) -> None:
        exchange.forward()
        exchange.reply(status, body.encode(), kind(body))

    return fault


def handled_but_slow(seconds: float) -> Fault:
    def fault(exchange: Exchange) -> None:
        made = exchange.forward()
        time.sleep(seconds)
        with suppress(OSError):  # nobody waits any more
            exchange.reply(*made)

    return fault


def silent(seconds: float) -> Fault:
    """Pass nothing on, and say nothing."""

    def fault(exchange: Exchange) -> None:
        time.sleep(seconds)
        exchange.drop()

    return fault


def cut_short(exchange: Exchange) -> None:
    """Break the connection in the middle of the answer."""
    status, body, headers = exchange.forward()
    exchange.reply(status, body[: len(body) // 2], headers, len(body))
    exchange.drop()


def truncated(exchange: Exchange) -> None:
    """Answer with half of the JSON as if it were all."""
    status, body, headers = exchange.forward()
    exchange.reply(status, body[: len(body) // 2], headers)


def rewriting(change: Callable[[Any], None]) -> Fault:
    """Change the JSON that the server answers."""

    def fault(exchange: Exchange) -> None:
        status, body, headers = exchange.forward()
        change(value := json.loads(body))
        exchange.reply(status, json.dumps(value).encode(), headers)

    return fault


def meanwhile(before: Callable[[], object] | None = None, after: Callable[[], object] | None = None) -> Fault:
    """Do something just before the server handles it, or just after; it is handled and answered all the same."""

    def fault(exchange: Exchange) -> None:
        if before:
            before()
        made = exchange.forward()
        if after:
            after()
        exchange.reply(*made)

    return fault


@dataclass
class Rule:
    """Which requests a fault befalls: those whose "METHOD /path" matches, after ``skip`` and for ``times`` of them."""

    request: re.Pattern[str]
    fault: Fault
    skip: int = 0
    times: int = 1


@dataclass
class Proxy:
    """Where it listens, the rules that it follows, and what went through."""

    url: str
    rules: list[Rule] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def breaks(self, request: str, fault: Fault, *, skip: int = 0, times: int = 1) -> None:
        self.rules.append(Rule(re.compile(request), fault, skip, times))

    def count(self, request: str) -> int:
        """Say how many requests there were of a kind."""
        return sum(bool(re.match(request, each)) for each in self.seen)

    def fault(self, request: str) -> Fault:
        self.seen.append(request)
        found = [rule for rule in self.rules if rule.request.match(request)]
        ready = [rule for rule in found if not rule.skip and rule.times]
        for rule in found:
            rule.skip = max(rule.skip - 1, 0)
        if not ready:
            return faultless
        ready[0].times -= 1
        return ready[0].fault


@contextmanager
def proxy(upstream: str) -> Iterator[Proxy]:
    """Start a proxy on a free port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            made.fault(f"{self.command} {self.path}")(Exchange(self, upstream, body))

        do_GET = do_POST = do_PATCH = do_DELETE = handle_one  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made = Proxy(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
