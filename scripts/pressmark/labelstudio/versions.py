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


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
