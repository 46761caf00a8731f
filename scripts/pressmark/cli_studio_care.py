"""The commands that take care of the corpus's own Label Studio server: backup, restore, upgrade."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import CorpusOption, JsonOption, open_store

if TYPE_CHECKING:
    from .store import Store


def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="The file to write. (default: one in .pressmark/backups/)", show_default=False
        ),
    ] = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Write the server's projects, annotations, accounts and secrets into one file; the server may run meanwhile.

    Only you can read the file: it holds passwords and tokens. The corpus itself is not in it.
    """
    from .labelstudio.backup import back_up
    from .report import console, print_json, working

    store = open_store(corpus)
    target = (file or _new_backup(store)).absolute()
    with working("writing a backup"):
        made = back_up(store.studio, target)
    if json:
        print_json({"file": str(target), "label_studio": made.label_studio, "files": len(made.members)})
    else:
        console().print(f"{target}: Label Studio {made.label_studio}, {len(made.members)} files", markup=False)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that 'pressmark studio backup' wrote.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only check the file; the server may run meanwhile.")
    ] = False,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Put a backup in the place of the server, which must be stopped. What was there is kept aside."""
    from .labelstudio.backup import restore as restore_server
    from .report import console, print_json, working

    store = open_store(corpus)
    with working("reading the backup"):
        made, aside = restore_server(store.studio, file, dry_run=dry_run)
    if json:
        shown = {"label_studio": made.label_studio, "files": len(made.members), "restored": not dry_run}
        print_json({**shown, "aside": str(aside) if aside else None})
        return
    done = "can be restored" if dry_run else "restored"
    console().print(f"{done}: Label Studio {made.label_studio}, {len(made.members)} files", markup=False)
    if aside:
        console().print(f"what was there is in {aside}; delete it when you do not need it any more", markup=False)


def upgrade(
    try_: Annotated[bool, typer.Option("--try", help="Only try it on a copy; the server may run meanwhile.")] = False,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Bring the server's data to the version of Label Studio that this Pressmark runs.

    It is tried on a copy first: the new version is started there, and every project, task, annotation and account \
is compared. Only where all is as before is a backup made, and the server's own data upgraded. Exit code 1 when not.
    """
    from dataclasses import asdict

    from .labelstudio.upgrade import try_upgrade
    from .labelstudio.upgrade import upgrade as upgrade_server
    from .labelstudio.versions import VERSION
    from .report import console, print_json, print_problems

    store = open_store(corpus)
    saved = None if try_ else _new_backup(store)
    tried = upgrade_server(store, saved) if saved else try_upgrade(store)
    done = saved is not None and tried is not None and not tried.problems
    if json:
        print_json(
            {
                "to": VERSION,
                "upgraded": done,
                "backup": str(saved) if done else None,
                **(asdict(tried) if tried else {}),
            }
        )
    elif tried is None:
        console().print(f"nothing to upgrade: Label Studio {VERSION} wrote the data", markup=False)
    else:
        counts = ", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in sorted(tried.counts.items()))
        what = "upgraded" if done else "tried on a copy"
        console().print(f"{what}: Label Studio {tried.wrote} to {VERSION}; {counts}", markup=False)
        if done:
            console().print(f"backup of before: {saved}", markup=False)
        print_problems(tried.problems)
    raise typer.Exit(1 if tried and tried.problems else 0)


def _new_backup(store: Store) -> Path:
    """Name a backup after the time of day."""
    return store.root / ".pressmark" / "backups" / f"label-studio-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar.gz"
