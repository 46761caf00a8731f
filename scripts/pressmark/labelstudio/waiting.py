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

    After a second, the label stands on a terminal with the seconds gone by; elsewhere it is said once.
    """
    began = time.monotonic()
    with _telling(label) as tell:
        while (answer := ask()) is None:
            gone = time.monotonic() - began
            if limit is not None and gone >= limit:
                return None
            tell(gone)
            time.sleep(_PAUSE)
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
    """Give a function that shows how many seconds have gone by."""
    status = console(stderr=True).status(label) if sys.stderr.isatty() else None
    told = False

    def tell(seconds: float) -> None:
        nonlocal told
        if seconds < 1:
            return
        if status is not None:
            status.update(f"{label} ({seconds:.0f} s)")
        if not told:
            status.start() if status is not None else say(label)
            told = True

    try:
        yield tell
    finally:
        if status is not None:
            status.stop()
