"""Begin a new corpus from the templates that ship with the package."""

from __future__ import annotations

from pathlib import Path

import tomlkit
from slugify import slugify

from .files import parse_toml, write_bytes
from .markers import FIGURES, marker_problems
from .model import Problem, Refused
from .resources import PACKAGE, resource
from .schemas import violations

ANNOTATORS = (
    'Who annotates, each under a pseudonym; type is "human", "model" or "rules":',
    "[annotators.reader-1]",
    'type = "human"',
)
IGNORED = b".pressmark/\n.*.tmp\n"


def create_corpus(folder: Path, name: str | None = None) -> list[str]:
    """Make a corpus in a folder; return the paths written, relative to it.

    Raises Refused, and writes nothing, when one of the files is there already (``not-empty``, exit code 2) or the
    name cannot be one (``schema-violation``, ``card-markers``).
    """
    pretty = folder.absolute().name if name is None else name
    files = {
        ".gitignore": IGNORED,
        "DATASET_CARD.md": _template("DATASET_CARD.md").replace(b"PRETTY_NAME", pretty.encode("utf-8")),
        "corpus/corpus.toml": _settings(pretty),
        "corpus/guidelines.md": resource("corpus/guidelines.md").read_bytes(),
        "label_config.xml": resource("label_config.xml").read_bytes(),
        "seeds/.gitkeep": b"",
    }
    settings = parse_toml(files["corpus/corpus.toml"].decode("utf-8"))
    if problems := violations(settings, "corpus", "--name"):
        raise Refused(*problems, exit_code=2)
    if fact := next(marker_problems(files["DATASET_CARD.md"].decode("utf-8"), FIGURES), None):
        raise Refused(Problem("--name", "card-markers", fact, "choose another name"), exit_code=2)
    if there := [path for path in files if (folder / path).exists()]:
        repair = "choose another folder; nothing was written"
        raise Refused(Problem(str(folder / there[0]), "not-empty", "is there already", repair), exit_code=2)
    for path, content in files.items():
        write_bytes(folder / path, content)
    return list(files)


def _template(name: str) -> bytes:
    return (PACKAGE / "templates" / name).read_bytes()


def _settings(pretty: str) -> bytes:
    document = tomlkit.document()
    document.add("name", tomlkit.item(slugify(pretty, max_length=96) or "corpus"))
    document.add("pretty_name", tomlkit.item(pretty))
    document.add("version", tomlkit.item("0.1.0"))
    document.add("language", tomlkit.item(["en"]))
    licence = tomlkit.table()
    licence.add(tomlkit.comment("SPDX identifiers, or sentences: what was made here, and the texts received."))
    licence.add("annotations", "CC-BY-4.0")
    licence.add("text", "unknown")
    document.add("licence", licence)
    for line in ("", *ANNOTATORS):
        document.add(tomlkit.comment(line) if line else tomlkit.nl())
    return tomlkit.dumps(document).encode("utf-8")
