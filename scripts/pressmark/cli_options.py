"""Options that many commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from .store import Store

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help="The corpus: the folder that holds corpus/corpus.toml. (default: found upwards from here)",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Articles = Annotated[
    list[str] | None, typer.Argument(metavar="[ARTICLE]...", help="Article ids. (default: all)", show_default=False)
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        metavar="VERSION",
        help="Let decisions made since this version of the guidelines count, where nothing was decided anew under the "
        "newest.",
    ),
]
SuggesterOption = Annotated[
    list[str] | None,
    typer.Option(
        "--suggester",
        metavar="MODULE:OBJECT",
        help="A suggester of your own, or one that an installed package offers, by name; it takes the place of the "
        "rules for its labels. May be given again.",
    ),
]


def open_store(corpus: Path | None) -> Store:
    """Open the corpus named, or the nearest one upwards. Raises Refused (``no-corpus``)."""
    from .store import find_corpus, open_corpus

    return find_corpus(Path.cwd()) if corpus is None else open_corpus(corpus)
