"""The peers' own environment, and the process in which they read documents."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pressmark.labelstudio.environment import find_uv

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".pressmark" / "peers"
REQUIREMENTS = HERE / "peers-requirements.txt"
_STAMP = "requirements"


@dataclass
class Peer:
    """What one peer gave: spans for each document (by its index), CPU seconds; or why it was not run."""

    name: str
    version: str = ""
    found: dict[int, list[Sequence[Any]]] = field(default_factory=dict)
    seconds: float | None = None
    reason: str | None = None


def python(folder: Path = FOLDER) -> Path:
    """Make the peers' environment unless it is there; return its Python.

    Raises RuntimeError with what uv says when it cannot be made, and Refused when there is no uv.
    """
    program, stamp = folder / "bin" / "python", folder / _STAMP
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if program.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return program
    shutil.rmtree(folder, ignore_errors=True)
    uv = find_uv()
    _run([uv, "venv", "--quiet", "--no-project", "--python", sys.executable, str(folder)])
    install = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(program)]
    _run([*install, "--requirement", str(REQUIREMENTS)])
    stamp.write_text(wanted, encoding="utf-8")
    return program


def _run(command: Sequence[str]) -> None:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(f"uv could not install the peers: {ran.stderr.strip() or ran.stdout.strip()}")


def read(program: Path, work: str, texts: Sequence[str], told: Callable[[str, int], None]) -> list[Peer]:
    """Have all peers for a work read texts; ``told`` hears, peer by peer, how many they have read.

    Raises RuntimeError with the last of what their process says when it breaks off.
    """
    lines = "".join(json.dumps({"id": index, "text": text}) + "\n" for index, text in enumerate(texts))
    command = [str(program), "-I", str(HERE / "peers.py"), work]
    peers: dict[str, Peer] = {}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
        given.write(lines.encode())
        given.seek(0)
        with subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=errors) as process:
            assert process.stdout
            for line in process.stdout:
                said = json.loads(line)
                peer = peers.setdefault(said["peer"], Peer(said["peer"]))
                _hear(peer, said)
                told(peer.name, len(peer.found))
        errors.seek(0)
        error = errors.read().decode("utf-8", "replace")
    if process.returncode:
        raise RuntimeError(f"the peers' process ended with {process.returncode}: {error[-500:].strip()}")
    return list(peers.values())


def _hear(peer: Peer, said: dict[str, Any]) -> None:
    """Keep what a line of the peers' process says."""
    if "found" in said:
        peer.found[said["id"]] = said["found"]
    peer.version = said.get("version", peer.version)
    peer.seconds = said.get("seconds", peer.seconds)
    peer.reason = said.get("reason", peer.reason)
