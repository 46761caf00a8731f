"""A process that outlives the one that started it: begin it, know it again, end it. POSIX only."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 20.0
"""Seconds between asking a process to end and making it end."""

_children: dict[int, subprocess.Popen[bytes]] = {}
"""What this process began: without asking for its exit code it would stay in the process table after its end."""


def begin(command: Sequence[str], environment: Mapping[str, str], log: Path) -> int:
    """Start a program in a session of its own, so that it goes on when the terminal closes; return its id.

    What it prints goes to ``log``, which is made anew. What it writes only its owner can read.
    """
    log.unlink(missing_ok=True)
    log.touch(mode=0o600)
    with log.open("wb") as output:
        child = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            start_new_session=True,
            umask=0o077,
        )
    _children[child.pid] = child
    return child.pid


def birth(pid: int) -> str | None:
    """Return when a process started, as text to compare with; None when there is no such process (any more).

    The id and this together name a process: ids are given again to other programs.
    """
    if (child := _children.get(pid)) and child.poll() is not None:
        del _children[pid]
    if not Path("/proc/self/stat").exists():
        return _birth_by_ps(pid)
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        threads = len(list(Path(f"/proc/{pid}/task").iterdir()))
    except OSError:
        return None
    state, *fields = stat.rpartition(")")[2].split()  # the name before it may have spaces and parentheses
    ended = state in "ZX" and threads <= 1  # a thread that is still ending may hold its port
    return None if ended else fields[18]


def _birth_by_ps(pid: int) -> str | None:
    environment = {**os.environ, "LC_ALL": "C"}
    command = ["ps", "-o", "stat=", "-o", "lstart=", "-p", str(pid)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    state, _, started = done.stdout.strip().partition(" ")
    return None if not state or state.startswith("Z") else " ".join(started.split())


def end(pid: int, born: str, patience: float = PATIENCE) -> bool:
    """End a process and its group: ask, and after ``patience`` seconds make it end. Return whether it has ended.

    Nothing is done to a process with this id that started at another time.
    """
    for kind, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5.0)):
        limit = time.monotonic() + seconds
        _signal(pid, born, kind)
        while birth(pid) == born and time.monotonic() < limit:
            time.sleep(0.05)
    return birth(pid) != born


def _signal(pid: int, born: str, kind: signal.Signals) -> None:
    try:
        if birth(pid) != born:
            return
        if os.getpgid(pid) == pid:
            os.killpg(pid, kind)
        else:
            os.kill(pid, kind)
    except ProcessLookupError:
        pass  # it has just ended
