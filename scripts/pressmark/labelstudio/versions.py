"""Which versions of Label Studio Pressmark works with."""

from __future__ import annotations

import re

from ..model import Problem, Refused

VERSION = "1.23.2"
"""The version that ``start`` runs, and that is tested."""

OLDEST = (1, 20)
TOO_NEW = (2, 0)
_RELEASE = re.compile(r"(\d{1,4})\.(\d{1,4})([.\w+-]{0,40})", re.ASCII)


def check_version(release: str, address: str = "label-studio") -> None:
    """Refuse a Label Studio that is older than 1.20, or 2.0 and newer.

    ``release`` is what ``GET /api/version`` says, ``address`` names the server in the problem. Raises Refused
    (``studio-version``, exit code 2).
    """
    known = _RELEASE.fullmatch(release)
    found = (int(known[1]), int(known[2])) if known else None
    if found and OLDEST <= found < TOO_NEW:
        return
    if found is None:
        fact = "the server does not say which version of Label Studio it is"
    else:
        bound = f"too old: the oldest is {_dotted(OLDEST)}" if found < OLDEST else f"too new: before {_dotted(TOO_NEW)}"
        fact = f"Label Studio {release} is {bound}"
    repair = f"use the version that Pressmark is tested with: label-studio=={VERSION}"
    raise Refused(Problem(address, "studio-version", fact, repair), exit_code=2)


def refuse_data(made_by: str | None, address: str, *, upgrading: bool) -> None:
    """Refuse a database that another version of Label Studio wrote than the one that ``start`` runs.

    Raises Refused (exit code 2): ``studio-data-newer``; ``studio-data-older``, unless it is to be upgraded.
    """
    if made_by is None or (wrote := numbers(made_by)) == numbers(VERSION):
        return
    if wrote > numbers(VERSION):
        fact = f"Label Studio {made_by} wrote it, which {VERSION} cannot read"
        repair = "use a newer Pressmark, or restore a backup that was made before: pressmark studio restore FILE"
        raise Refused(Problem(address, "studio-data-newer", fact, repair), exit_code=2)
    if not upgrading:
        fact = f"Label Studio {made_by} wrote it, and {VERSION} would change it for good"
        raise Refused(Problem(address, "studio-data-older", fact, "run: pressmark studio upgrade"), exit_code=2)


def numbers(release: str) -> tuple[int, ...]:
    """Return the numbers of a version, to compare it with another."""
    return tuple(map(int, re.findall(r"\d+", release.split("+")[0])[:3]))


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
