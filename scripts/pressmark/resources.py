"""Find the files that travel with the package: schema/, label_config.xml and the templates of a new corpus."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def resource(name: str) -> Path:
    """Return the path of a file or folder that ships with the package.

    In an installed wheel it lies in ``pressmark/_data``; in the repository (also when installed editable) it is
    the file of the same name at the top level.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for folder in (PACKAGE / "_data", PACKAGE.parent.parent):
        if (path := folder / name).exists():
            return path
    raise FileNotFoundError(f"{name} is missing from this installation of pressmark; install it again")
