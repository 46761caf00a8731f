"""Find, make and check the Label Studio project that a corpus is annotated in."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import Problem, Refused
from ..report import say
from .client import Client, refused
from .guide import guideline_version, instructions

_MARK = re.compile(r"\bpressmark((?: (?!guidelines=)[a-z_]+=\S+)+(?: guidelines=\d+\.\d+)?)")
ANNOTATION, ADJUDICATION = "annotation", "adjudication"
"""What a project is for."""
SETTLED = "settled"
"""The predictions that a project for adjudication offers to begin with: what all gave, and what was decided already."""
OVERLAP = 2
"""How many annotators get each sentence of a project that several share, unless another number is asked for."""
TITLE = (3, 50)
"""How many characters the title of a project has, at least and at most."""


def digest(label_config: str) -> str:
    """Return the hex SHA-256 of a label_config.xml, line ends aside."""
    return hashlib.sha256(label_config.replace("\r\n", "\n").strip().encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a project's guidelines or page: to which version and SHA-256, and when (ISO 8601, UTC)."""

    guidelines: str
    label_config: str
    at: str


@dataclass(frozen=True, slots=True)
class Project:
    """A project on the server: its number, its title, the SHA-256 of the page that it shows, and what it is for.

    ``annotator`` is whose own project it is, None where several share it; a ``bare`` one shows no suggestions.
    ``guidelines`` is the version that its new sentences are under, ``redo`` the round of work that is done anew in it
    ("number 2"). ``overlap`` is how many annotators get each sentence. ``moves`` are in the order of their time.
    """

    id: int
    title: str
    label_config: str
    annotator: str | None = None
    bare: bool = False
    purpose: str = ANNOTATION
    guidelines: str | None = None
    redo: str | None = None
    overlap: int = 1
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a corpus wants of one of its projects.

    ``overlap`` is how many annotators get each sentence; None leaves what the project has (``OVERLAP`` in a new one).
    ``dated`` is the version of guidelines that its sentences are still under, while they are brought up to date.
    """

    corpus: str
    title: str
    label_config: str
    guidelines: str
    annotator: str | None = None
    bare: bool = False
    purpose: str = ANNOTATION
    overlap: int | None = None
    redo: str | None = None
    dated: str | None = None
    moves: tuple[Move, ...] = ()

    @property
    def settings(self) -> dict[str, Any]:
        """What the project is given when it is made or brought up to date."""
        mark = {"corpus": self.corpus, "label_config": digest(self.label_config), "purpose": self.purpose}
        mark |= {"annotator": self.annotator} if self.annotator else {}
        mark |= {"suggestions": "no"} if self.bare else {}
        mark |= {"redo": self.redo.replace(" ", ":")} if self.redo else {}
        if self.moves:
            mark["moves"] = ",".join("@".join((each.guidelines, each.label_config, each.at)) for each in self.moves)
        mark["guidelines"] = self.dated or guideline_version(self.guidelines)  # the last: a mark ends with it
        given = {
            "label_config": self.label_config,
            "expert_instruction": instructions(self.guidelines, self.corpus, (self.redo or "").split(" ")[0] or None),
            "show_instruction": True,
            "show_collab_predictions": not self.bare or self.redo is not None,
            "description": " ".join(["pressmark", *(f"{name}={value}" for name, value in mark.items())]),
        }
        return given if self.overlap is None else {**given, "maximum_annotations": self.overlap}


def title_of(base: str, own: str = "") -> str:
    """Make the title of a project: of the corpus, and of what is its own; the first is shortened where it must be.

    Raises Refused (``studio-project-title``) for a title that Label Studio would not take.
    """
    title = f"{base.strip()[: max(TITLE[1] - len(own) - 3, 0)].strip()} · {own}" if own else base.strip()
    if not TITLE[0] <= len(title) <= TITLE[1]:
        fact = f"it has {len(title)} characters, and Label Studio takes {TITLE[0]} to {TITLE[1]}"
        raise Refused(Problem("--project", "studio-project-title", fact, "choose another title"), exit_code=2)
    return title


def default_title(pretty_name: str) -> str:
    """Make a title of a corpus's name for people."""
    return pretty_name.strip().ljust(TITLE[0], "_")[: TITLE[1]].strip()


def find_projects(client: Client, corpus: str, label_config: str, title: str | None = None) -> list[Project]:
    """Find the projects that pressmark made for a corpus, in the order of their titles: all, or the one of a title.

    A page that was changed by hand is an error, as are two projects of one title. Raises Refused (exit code 2):
    ``studio-project-taken``, ``studio-config-changed``.
    """
    named = [each for each in client.projects() if title is None or each.title == title]
    own = [(each, mark) for each in named if (mark := _mark(each)) and mark.get("corpus") == corpus]
    for each in named if title is None else ():
        if _mark(each).get("corpus") is None and digest(each.label_config or "") == digest(label_config):
            say(f"{each.title!r} shows this corpus's page, and its description does not say whose it is: left out")
    titles = Counter(each.title for each, _ in own)
    taken = [each for each, count in titles.items() if count > 1]
    if title is not None and named and not own:
        fact = f"the project {title!r} is not of this corpus, or what pressmark wrote in its description is gone"
        raise refused(client.url, "studio-project-taken", fact, "mend that in Label Studio, or name another: --project")
    if taken:
        count = sum(each.title == taken[0] for each in named)
        fact = f"{count} projects have the title {taken[0]!r}, and which is meant is not plain"
        raise refused(client.url, "studio-project-taken", fact, "name another one: --project TITLE")
    return [_project(client, each, mark, label_config) for each, mark in sorted(own, key=lambda pair: pair[0].title)]


def find_project(client: Client, wanted: Wanted) -> Project | None:
    """Find the project of the title that is wanted; see :func:`find_projects`."""
    found = find_projects(client, wanted.corpus, wanted.label_config, wanted.title)
    return found[0] if found else None


def as_made(client: Client, wanted: Wanted, project: Project | None) -> Wanted:
    """Bring what is wanted of a project in line with what it was made for: whose it is, and whether it is bare.

    Raises Refused (exit code 2): ``studio-project-taken`` for one that was made for something else,
    ``studio-not-blind`` where a bare one is wanted, or one annotator's own, and the one that is there is none.
    """
    if project is None:
        return wanted
    repair = "name another one: --project TITLE"
    if project.purpose != wanted.purpose:
        fact = f"the project {project.title!r} is for {project.purpose}"
        raise refused(client.url, "studio-project-taken", fact, repair)
    if project.redo != wanted.redo:
        fact = f"the project {project.title!r} is {'a' if project.redo else 'no'} round of decisions made anew"
        raise refused(client.url, "studio-project-taken", fact, repair)
    if wanted.bare and not project.bare:
        fact = f"the project {project.title!r} shows suggestions"
        raise refused(client.url, "studio-not-blind", fact, repair)
    if wanted.annotator and wanted.annotator != project.annotator:
        fact = f"the project {project.title!r} was not made for {wanted.annotator} alone"
        raise refused(client.url, "studio-not-blind", fact, repair)
    return replace(wanted, bare=project.bare, annotator=project.annotator, moves=project.moves)


def _mark(project: Any) -> dict[str, str]:
    """Read what pressmark noted in a project's description; empty where it did not make the project."""
    match = _MARK.search(project.description or "")
    return dict(part.split("=", 1) for part in match[1].split()) if match else {}


def _project(client: Client, project: Any, mark: Mapping[str, str], label_config: str) -> Project:
    found = digest(project.label_config or "")
    if found not in (mark.get("label_config"), digest(label_config)):
        fact = f"the labelling page of project {project.title!r} was changed on the server"
        repair = "copy label_config.xml into the project's settings, then run it again"
        raise refused(client.url, "studio-config-changed", fact, repair)
    moves = tuple(Move(*each) for part in mark.get("moves", "").split(",") if len(each := part.split("@")) == 3)
    return Project(
        id=project.id,
        title=project.title,
        label_config=found,
        annotator=mark.get("annotator"),
        bare=mark.get("suggestions") == "no",
        purpose=mark.get("purpose", ANNOTATION),
        guidelines=mark.get("guidelines"),
        redo=mark["redo"].replace(":", " ") if "redo" in mark else None,
        overlap=project.maximum_annotations or 1,
        moves=moves,
    )


def make_project(client: Client, wanted: Wanted) -> Project:
    """Make the project."""
    settings = {"maximum_annotations": 1 if wanted.annotator else OVERLAP, **wanted.settings}
    if wanted.purpose == ADJUDICATION:
        settings["model_version"] = SETTLED
    made = client.call(lambda once: client.sdk.projects.create(title=wanted.title, **settings, request_options=once))
    assert made.id is not None
    return Project(
        id=made.id,
        title=wanted.title,
        label_config=digest(wanted.label_config),
        annotator=wanted.annotator,
        bare=wanted.bare,
        purpose=wanted.purpose,
        guidelines=guideline_version(wanted.guidelines),
        redo=wanted.redo,
        overlap=settings["maximum_annotations"],
    )


def update_project(client: Client, project: Project, wanted: Wanted) -> bool:
    """Bring page and guidelines of a project up to date; return whether anything changed."""
    there = client.repeat(lambda once: client.sdk.projects.get(id=project.id, request_options=once))
    settings, said = wanted.settings, there.description or ""
    if match := _MARK.search(said):  # people may write around it
        settings["description"] = said[: match.start()] + settings["description"] + said[match.end() :]
    if all(getattr(there, name) == value for name, value in settings.items()):
        return False
    client.repeat(lambda once: client.sdk.projects.update(id=project.id, **settings, request_options=once))
    return True


def no_project(client: Client, title: str | None) -> Refused:
    """Make the refusal for a project that is not there, or for a server that has none of this corpus."""
    fact = f"there is no project {title!r} of this corpus" if title else "there is no project of this corpus"
    repair = "run: pressmark studio push" + (f" --project {shlex.quote(title)}" if title else "")
    return Refused(Problem(client.url, "studio-no-project", fact, repair), exit_code=2)
