"""The isolated environment that Label Studio is installed in, and the settings that it runs with.

Label Studio pins libraries that Pressmark and other tools need in other versions, so it has a virtual environment of
its own, made with uv from ``server-requirements.txt``.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from ..model import Problem, Refused
from .record import Account
from .versions import VERSION
from .waiting import alone, wait_for

SHARED = "PRESSMARK_STUDIO_ENV"
"""The variable that names a folder for the environment, so that several corpora share one."""

REQUIREMENTS = Path(__file__).with_name("server-requirements.txt")
PYTHON_LIMIT = (3, 14)
"""The first Python that the pinned libraries are not made for."""

_STAMP = "pressmark-stamp"
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH")
_REASON = re.compile(r"^ *(?:error|cause): (.*?)(?=^ *(?:error|cause|hint):|\Z)", re.MULTILINE | re.DOTALL)
_NOWHERE = "http://127.0.0.1:9"


def installed(folder: Path) -> Path:
    """Make the server's environment unless it is there; return the program ``label-studio`` in it.

    An installation that was cut off has no stamp and is made again. Raises Refused (exit code 2): ``missing-extra``
    when there is no uv, ``studio-python``, ``studio-not-installed``.
    """
    place = Path(os.environ.get(SHARED) or folder).absolute() / f"env-{VERSION}"
    place.parent.mkdir(parents=True, exist_ok=True)
    with alone(place.with_name(f".{place.name}.lock"), "another pressmark is installing Label Studio; waiting for it"):
        if not _complete(place):
            _install(place)
    return place / "bin" / "label-studio"


def settings(data: Path, account: Account) -> dict[str, str]:
    """Return all environment variables of the server. What is secret is here, as command lines are seen by all.

    The server reads its settings also from variables without its prefix (``HOST``, ``DEBUG``, ``PORT``), so only a few
    of ours are passed on. It keeps what it writes in ``data``, its home. It calls nobody outside this machine: no
    usage data, error reports, version check; tips for the page are fetched through a proxy that is not there.
    """
    own = {
        "BASE_DATA_DIR": str(data),
        "USERNAME": account.email,
        "PASSWORD": account.password,
        "USER_TOKEN": account.token,
        "ENABLE_LEGACY_API_TOKEN": "true",
        "DISABLE_SIGNUP_WITHOUT_LINK": "true",
        "COLLECT_ANALYTICS": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "LATEST_VERSION_CHECK": "false",
        "FEATURE_FLAGS_OFFLINE": "true",
        "CONVERTER_DOWNLOAD_RESOURCES": "false",
        "ML_BLOCK_LOCAL_IP": "false",  # so that it may ask the backend on this machine
    }
    outside = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE)
    inside = {"NO_PROXY": "127.0.0.1,localhost,::1", "HOME": str(data), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    passed_on = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**passed_on, **outside, **inside, **{f"LABEL_STUDIO_{name}": value for name, value in own.items()}}


def _complete(place: Path) -> bool:
    stamp, program = place / _STAMP, place / "bin" / "label-studio"
    runs = program.is_file() and (place / "bin" / "python").exists()  # its Python may have been taken away
    return runs and stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest()


def _digest() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def _install(place: Path) -> None:
    """Make the environment from nothing; leave nothing behind when that fails."""
    refuse_python(sys.version_info[:2])
    uv, python = find_uv(), str(place / "bin" / "python")
    label = f"installing Label Studio {VERSION} into {place.parent.name}/{place.name} (once, about 1 GB)"
    if place.exists():
        shutil.rmtree(place)
    try:
        _uv([uv, "venv", "--no-project", "--python", sys.executable, str(place)], "making an environment", place)
        install = [uv, "pip", "install", "--compile-bytecode", "--python", python, "--requirement", str(REQUIREMENTS)]
        _uv(install, label, place)
        (place / _STAMP).write_text(_digest(), encoding="utf-8")
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _uv(command: Sequence[str], label: str, place: Path) -> None:
    """Run uv, showing that it works. Raises Refused (``studio-not-installed``) with what it says when it fails."""
    with tempfile.TemporaryFile() as said:
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)  # noqa: S603
        try:
            code = wait_for(run.poll, label)
        finally:
            if run.poll() is None:
                run.kill()
                run.wait()
        if code == 0:
            return
        said.seek(0)
        fact = f"uv could not install Label Studio: {_gist(said.read().decode('utf-8', 'replace'))}"
    repair = "see that there is a network and room on the disk (1 GB), and run it again: pressmark studio start"
    raise Refused(Problem(str(place), "studio-not-installed", fact, repair), exit_code=2)


def _gist(said: str) -> str:
    """Return what failed and its last cause, of what uv said: its last words where it names neither.

    uv writes "error: …" and, indented, "cause: …" for each cause in turn; it may break these into lines.
    """
    reasons = [" ".join(part.split()) for part in _REASON.findall(said)]
    told = [*reasons[:1], *reasons[1:][-1:]] or [line.strip() for line in said.splitlines() if line.strip()][-1:]
    return ": ".join(told) or "it said nothing"


def find_uv() -> str:
    """Return the path of uv. Raises Refused (``missing-extra``, exit code 2)."""
    try:
        return str(import_module("uv").find_uv_bin())
    except (ImportError, FileNotFoundError):
        if found := shutil.which("uv"):
            return found
    repair = "run: pip install 'pressmark[studio]'"
    fact = "uv, which installs Label Studio, is not there"
    raise Refused(Problem("uv", "missing-extra", fact, repair), exit_code=2)


def refuse_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that the pinned libraries are not made for. Raises Refused (``studio-python``, exit code 2)."""
    if version < PYTHON_LIMIT:
        return
    fact = f"Label Studio {VERSION} does not run on Python {'.'.join(map(str, version))}"
    repair = "use Python 3.11, 3.12 or 3.13, or a Label Studio server of your own"
    raise Refused(Problem("python", "studio-python", fact, repair), exit_code=2)
