"""Find, make and check the Label Studio project that a corpus is annotated in."""

from __future__ import annotations

import hashlib
import re
import shlex
from dataclasses import dataclass
from typing import Any

from ..model import Problem, Refused
from .client import Client, refused
from .guide import instructions

_MARK = re.compile(r"pressmark corpus=(\S+) label_config=([0-9a-f]{64})")


def digest(label_config: str) -> str:
    """Return the hex SHA-256 of a label_config.xml, line ends aside."""
    return hashlib.sha256(label_config.replace("\r\n", "\n").strip().encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Project:
    """A project on the server: its number, its title, and the SHA-256 of the page that it shows."""

    id: int
    title: str
    label_config: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a corpus wants of its project."""

    corpus: str
    title: str
    label_config: str
    guidelines: str

    @property
    def settings(self) -> dict[str, Any]:
        """What the project is given when it is made or brought up to date."""
        return {
            "label_config": self.label_config,
            "expert_instruction": instructions(self.guidelines),
            "show_instruction": True,
            "description": f"pressmark corpus={self.corpus} label_config={digest(self.label_config)}",
        }


def find_project(client: Client, wanted: Wanted) -> Project | None:
    """Find the project of this title that pressmark made for this corpus, and check that its page is unchanged.

    Raises Refused (exit code 2): ``studio-project-taken`` when the title is another's, or several have it,
    ``studio-config-changed`` when its page was changed by hand.
    """
    named = [each for each in client.projects() if each.title == wanted.title]
    marks = [_MARK.search(each.description or "") for each in named]
    own = [(each, mark) for each, mark in zip(named, marks, strict=True) if mark and mark[1] == wanted.corpus]
    if not named:
        return None
    if len(own) != 1:
        fact = f"{len(own) or len(named)} projects have the title {wanted.title!r}, and which is meant is not plain"
        raise refused(client.url, "studio-project-taken", fact, "name another one: --project TITLE")
    project, mark = own[0]
    found = digest(project.label_config or "")
    if found not in (mark[2], digest(wanted.label_config)):
        fact = f"the labelling page of project {wanted.title!r} was changed on the server"
        repair = "copy label_config.xml into the project's settings, then run it again"
        raise refused(client.url, "studio-config-changed", fact, repair)
    assert project.id is not None
    return Project(project.id, wanted.title, found)


def make_project(client: Client, wanted: Wanted) -> Project:
    """Make the project."""
    made = client.call(
        lambda once: client.sdk.projects.create(title=wanted.title, **wanted.settings, request_options=once)
    )
    assert made.id is not None
    return Project(made.id, wanted.title, digest(wanted.label_config))


def update_project(client: Client, project: Project, wanted: Wanted) -> bool:
    """Bring page and guidelines of a project up to date; return whether anything changed."""
    there = client.call(lambda once: client.sdk.projects.get(id=project.id, request_options=once))
    if all(getattr(there, name) == value for name, value in wanted.settings.items()):
        return False
    client.call(lambda once: client.sdk.projects.update(id=project.id, **wanted.settings, request_options=once))
    return True


def no_project(client: Client, title: str) -> Refused:
    """Make the refusal for a project that is not there."""
    fact = f"there is no project {title!r} of this corpus"
    repair = f"run: pressmark studio push --project {shlex.quote(title)}"
    return Refused(Problem(client.url, "studio-no-project", fact, repair), exit_code=2)
