"""The rules that a corpus must follow, one a file.

A rule is a module in this folder that has ``ID`` (the file's name with hyphens), ``LEVEL``, ``EXPLAIN`` (a paragraph
for people), ``REPAIR`` (what to do, with places in braces) and ``check(corpus)``, which yields a problem for each place
where the corpus breaks it. Rules are pure and independent of each other; a new one is a new file here and its example
in tests/invalid/. Nothing lists the rules: they are found.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from ..model import Problem
from .loaded import Loaded

LEVELS = {1: "form", 2: "values", 3: "links between values", 4: "between files"}


class Rule(Protocol):
    """What each rule's module has."""

    ID: str
    LEVEL: int
    EXPLAIN: str
    REPAIR: str

    def check(self, corpus: Loaded) -> Iterator[Problem]:
        """Yield each place where the corpus breaks the rule."""


LOADING = {
    "missing-file": (
        "A file that every corpus has, or that another file promises, is not there.",
        "restore it: git checkout {file}",
    ),
    "schema-violation": (
        "A file does not follow its JSON Schema in schema/: something required is missing, has the wrong type, is "
        "not in its vocabulary, or is not known at all.",
        "mend it; suggestions: remove them and run: pressmark suggest",
    ),
    "unreadable-file": (
        "A file cannot be read: it is cut off, not UTF-8, not valid JSON or TOML, or gives a key twice.",
        "mend it, or restore it: git checkout {file}",
    ),
}
"""Problems found while reading files, before any rule is asked: explanation and repair by id. Their level is 1."""

REFUSALS = {
    "adjudicated-before": "Decisions under another version of the guidelines would be overwritten.",
    "adjudication-differs": "A decision made in Label Studio differs from another one, made there or in a file.",
    "adjudication-invalid": "What an adjudicator submitted in Label Studio breaks a rule, and so is no decision.",
    "adjudication-open": "A decision in corpus/adjudication is not made yet, or it does not say who made it and why.",
    "adjudication-outdated": "What was decided in Label Studio rests on versions that annotators have changed since.",
    "annotation-invalid": "What an annotator submitted breaks a rule; it is kept as it is, for its annotator to mend.",
    "article-annotated": "An annotated article would be cut into other sentences, which its annotations do not fit.",
    "backend-failed": "A suggester that serves Label Studio failed.",
    "backend-refused": "The Label Studio server cannot reach the backend, or may not.",
    "backend-request": "What the backend was asked is not what Label Studio asks.",
    "backup-damaged": "A file to restore is not a whole backup that pressmark made.",
    "backup-exists": "A backup would overwrite a file.",
    "backup-newer": "A backup is of a newer Label Studio than this Pressmark runs.",
    "bad-id": "An article's id has 1 to 64 lower-case letters, digits and hyphens, and does not begin with a hyphen.",
    "bad-pseudonym": "What is given with --as is not EMAIL=NAME.",
    "bad-version": "What is given is no version of the guidelines.",
    "binary-file": "A file to be added is not text: a PDF, an office document, an image, an archive.",
    "cannot-access": "The operating system refused a file: no permission, no space, no such folder.",
    "corpus-busy": "Another run is writing to the corpus.",
    "document-guidelines": "A file to be scored has documents of several guidelines.",
    "document-incomplete": "A document to be scored says that it is gold for something that it does not have.",
    "document-offsets": "A document to be scored has offsets outside its text, or labels a sentence that is not there.",
    "document-repeated": "A file to be scored gives an id to several documents.",
    "empty-file": "A file to be added has no text.",
    "file-too-large": "A file to be added has more than 64 MiB.",
    "foreign-file": "corpus/published/ has a file that no release wrote and that a release would delete.",
    "guidelines-version": "The guidelines do not state their version in a line of their own.",
    "id-collision": "The names of two files give the same article id.",
    "id-taken": "An article of this id has another text, and texts never change.",
    "line-too-long": "A paragraph of a file to be added has more than a million characters.",
    "missing-extra": "The work needs a package that is not installed.",
    "no-agreement": "No two annotators have submitted the same sentence, so there is nothing to compare.",
    "no-article": "There is nothing to work on: no article in the corpus, or none in a web page.",
    "no-corpus": "There is no corpus here: no folder upwards has corpus/corpus.toml.",
    "no-documents": "A file to be scored has no documents.",
    "no-sentences": "An article has to be segmented before labels can be suggested.",
    "not-empty": "A new corpus would overwrite files.",
    "not-json": "A line of a file to be scored is not JSON.",
    "not-utf8": "A file to be added is not encoded in UTF-8.",
    "nothing-to-score": "A file to be scored is gold for none of the tasks asked for.",
    "plot-format": "A plot cannot be written in the format that its name asks for.",
    "port-taken": "Another program listens on the port that the Label Studio server is to use.",
    "port-unusable": "No server can listen on this port.",
    "studio-account-taken": "The Label Studio server has an account for this pseudonym already.",
    "studio-annotator-gone": "The account that made an annotation was deleted, so that it is nobody's.",
    "studio-blind": "Annotators of the project are to see no suggestions.",
    "studio-busy": "The Label Studio server takes no more requests for now.",
    "studio-config-changed": "The labelling page of the project was changed on the server.",
    "studio-data-broken": "The database of the Label Studio server cannot be read.",
    "studio-data-newer": "The server's data was written by a newer Label Studio than this Pressmark runs.",
    "studio-data-older": "The server's data was written by an older Label Studio, and has to be upgraded first.",
    "studio-did-not-start": "The Label Studio server ended, or did not answer in time, when it was started.",
    "studio-did-not-stop": "The Label Studio server goes on although it was made to end.",
    "studio-edited-by-another": "An annotation was changed by another account than its annotator's.",
    "studio-elsewhere": "The Label Studio server is not one that pressmark runs, so its data is not at hand.",
    "studio-error": "The Label Studio server answered with an error.",
    "studio-export-malformed": "An annotation on the server is not in the form in which Label Studio exports it.",
    "studio-guidelines-changed": "Sentences of the project were annotated under other guidelines, or on another page.",
    "studio-no-data": "There is no data of a Label Studio server of this corpus.",
    "studio-no-project": "The server has no project of this title for this corpus.",
    "studio-nobody-invited": "No annotator has an account on the Label Studio server.",
    "studio-not-blind": "A project shows suggestions, or is not one annotator's own, and one that is blind is wanted.",
    "studio-not-installed": "Label Studio could not be installed.",
    "studio-not-running": "No Label Studio server runs for this corpus, and none is named.",
    "studio-older-decision": "A decision is new on the server, but dated before the one that was pulled earlier.",
    "studio-other-program": "What answers at the server's address is not Label Studio.",
    "studio-project-renamed": "The corpus has a project, but none of the title that is meant.",
    "studio-project-taken": "A project of this title is not this corpus's, or several have it.",
    "studio-project-title": "The project's title is shorter or longer than Label Studio takes.",
    "studio-python": "The pinned Label Studio does not run on this version of Python.",
    "studio-record-broken": "The file that says how to reach the local Label Studio server is damaged.",
    "studio-running": "The Label Studio server runs, and its data must not be changed under it.",
    "studio-task-doubled": "The project has two tasks of a sentence, and people have worked on both.",
    "studio-task-foreign": "The project has a task that does not belong to the corpus, or whose data was changed.",
    "studio-text-differs": "A task on the server has another text, or other places in it, than the corpus.",
    "studio-timeout": "The server did not answer in time; whether it did what was asked is not known.",
    "studio-token": "The Label Studio server does not take the token, or its address or its token is not given.",
    "studio-token-refused": "The local Label Studio server does not take the token that was made for it.",
    "studio-unreachable": "The Label Studio server cannot be reached at its address.",
    "studio-upgrade-differs": "After an upgrade of Label Studio, tried or done, something is not as it was.",
    "studio-upgrade-failed": "A newer Label Studio does not run on a copy of the server's data.",
    "studio-version": "This version of Label Studio is older or newer than those that Pressmark works with.",
    "suggester-broken": "A suggester that was plugged in fails, lacks something, or gives no spans of the article.",
    "suggester-unknown": "There is no suggester of this name.",
    "unknown-annotator": "A pseudonym is not in corpus.toml's [annotators], or an account on the server has none.",
    "unknown-article": "There is no article of this id.",
    "unknown-task": "There is no task of this name to score.",
    "unsupported-file": "A file to be added, or one in seeds/, is neither *.txt nor *.html by its name.",
}
"""Why commands refuse to work, beside what ``pressmark validate`` finds: explanation by id."""


@cache
def rules() -> tuple[Rule, ...]:
    """Find all rules, in alphabetical order of their ids."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple(sorted((cast(Rule, each) for each in modules if hasattr(each, "ID")), key=lambda rule: rule.ID))


def table() -> str:
    """Write docs/checks.md: every problem that ``pressmark validate`` can find, by level, as Markdown."""
    rows = [(1, id_, explain, repair) for id_, (explain, repair) in LOADING.items()]
    rows += [(rule.LEVEL, rule.ID, rule.EXPLAIN, rule.REPAIR) for rule in rules()]
    lines = ["# What `pressmark validate` checks", "", _INTRODUCTION, ""]
    for level, name in LEVELS.items():
        lines += [f"## Level {level}: {name}", "", "| id | what it means | repair |", "|---|---|---|"]
        lines += [
            f"| `{id_}` | {_cell(explain)} | {_cell(repair)} |"
            for at, id_, explain, repair in sorted(rows)
            if at == level
        ]
        lines.append("")
    lines += ["## What commands refuse beside that", "", "| id | what it means |", "|---|---|"]
    lines += [f"| `{id_}` | {_cell(explain)} |" for id_, explain in sorted(REFUSALS.items())]
    return "\n".join(lines).rstrip() + "\n"


_INTRODUCTION = (
    "This page is generated from the rules in scripts/pressmark/checks/. The validator reports every problem it finds, "
    "one a line: where it is, which rule it breaks, what was found and what to do. Names in braces are filled in. "
    "Whether corpus/published is what the corpus would give now is not checked: pressmark release makes it so."
)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
