"""Ask a server again after failures that pass, as long as it asks to wait, else longer each time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..report import say
from .failures import Failed

T = TypeVar("T")
TRIES = 5
"""How often something is tried."""
PAUSE = 1.0
"""Seconds before the second try, where the server does not say; each later pause is twice the one before."""
LONGEST = 120.0
"""Seconds that are waited at most; who asks for more is told of instead."""


def patiently(ask: Callable[[], T]) -> T:
    """Ask what may be asked twice until there is an answer: at most ``TRIES`` times, or twice where none comes in time.

    Raises Failed: the last failure, or one after which the server asks to wait longer than ``LONGEST``.
    """
    for attempt in range(TRIES - 1):
        try:
            return ask()
        except Failed as failure:
            if attempt and failure.problem.id == "studio-timeout":
                raise
            pause(failure, attempt)
    return ask()


def pause(failure: Failed, attempt: int) -> None:
    """Wait after a failure, and say so; ``attempt`` counts from 0. Raises Failed where the wait would be too long."""
    seconds = PAUSE * 2**attempt if failure.wait is None else failure.wait
    problem = failure.problem
    if seconds > LONGEST:
        fact = f"{problem.fact}; it asks to wait {seconds:.0f} s"
        raise Failed(replace(problem, fact=fact), over=failure.over, wait=failure.wait) from None
    say(f"{problem.address}: {problem.fact}; trying again in {seconds:.0f} s")
    time.sleep(seconds)
