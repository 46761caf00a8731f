"""Wait for something outside this process, and show on stderr what is waited for."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import filelock

from ..report import console, say

T = TypeVar("T")
_PAUSE = 0.2


def wait_for(ask: Callable[[], T | None], label: str, limit: float | None = None) -> T | None:
    """Ask until there is an answer, or until ``limit`` seconds have passed (then None).

    On a terminal the label stands there with the seconds gone by; elsewhere it is said once. A first answer that comes
    at once says nothing.
    """
    if (answer := ask()) is not None:
        return answer
    began = time.monotonic()
    with _telling(label) as tell:
        while answer is None and (limit is None or time.monotonic() - began < limit):
            tell(time.monotonic() - began)
            time.sleep(_PAUSE)
            answer = ask()
    return answer


@contextmanager
def alone(path: Path, label: str) -> Iterator[None]:
    """Hold a lock, waiting for whoever holds it; the label says to a person what that one does."""
    lock = filelock.FileLock(path)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        say(label)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _telling(label: str) -> Iterator[Callable[[float], None]]:
    if not sys.stderr.isatty():
        say(label)
        yield lambda _: None
        return
    with console(stderr=True).status(label) as status:
        yield lambda seconds: status.update(f"{label} ({seconds:.0f} s)")
