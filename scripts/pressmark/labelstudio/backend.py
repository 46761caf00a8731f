"""Answer what Label Studio asks a machine-learning backend: what do the suggesters say of these tasks?

Nothing is written, neither in the corpus nor on the server: Label Studio keeps what it is told.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from ..model import Article, Problem, Refused, Suggestions
from ..store import Store
from ..suggest import Suggester
from ..suggested import makers, suggested_for
from .projects import digest
from .pull import text_problem
from .showing import model_version, prediction

MOST_TASKS = 1000
"""How many tasks may be asked about at once."""
KEPT = 64
"""How many articles are kept in memory."""
FAULTS_OF_REQUESTS = ("backend-request", "studio-config-changed", "studio-task-foreign", "studio-text-differs")
"""Ids of problems with what was asked; all others are with what answers."""


class Backend:
    """The suggestions of a corpus, by the suggesters given (default: what ``push`` sends).

    ``version`` is the model version of every prediction: all suggesters of the corpus. Label Studio asks again, and
    keeps the answer beside the older one, when the version of a prediction is not that of the backend.
    """

    def __init__(self, store: Store, version: str, suggesters: Sequence[Suggester] = ()) -> None:
        self.store = store
        self.version = version
        self._suggesters = suggesters
        self._read = lru_cache(KEPT)(self._read_anew)
        self._one_at_a_time = threading.Lock()  # a suggester of somebody's may not stand two at once

    def setup(self, request: Any) -> dict[str, Any]:
        """Answer whether a project can be served: only one that shows this corpus's page."""
        self._require_page(_member(request, "schema", str))
        return {"model_version": self.version}

    def predict(self, request: Any) -> dict[str, Any]:
        """Predict every task, in order. Raises Refused with every problem."""
        self._require_page(_member(request, "label_config", str))
        tasks = _member(request, "tasks", list)
        if len(tasks) > MOST_TASKS:
            fact = f"it asks for {len(tasks)} tasks, at most {MOST_TASKS} are answered at once"
            raise unfit(fact, "ask for fewer, or send suggestions with: pressmark studio push")
        with self._one_at_a_time:
            known = self._known([_data(task) for task in tasks])
        articles = {article.id: article for article, _ in known.values()}
        found = [text_problem("request", {"id": _number(task), "data": _data(task)}, articles) for task in tasks]
        if problems := [each for each in found if each]:
            raise Refused(*problems, exit_code=2)
        made = [prediction(_data(task), *known[_data(task)["article_id"]], self.version) for task in tasks]
        return {"results": made, "model_version": self.version}

    def _known(self, tasks: Iterable[Any]) -> dict[str, tuple[Article, Suggestions]]:
        """Read the articles that tasks say they are of, as far as they exist, with what is suggested for each."""
        wanted = {str(data.get("article_id")) for data in tasks if isinstance(data, dict)}
        return {each: self._read(each, self._stamp(each)) for each in self.store.article_ids() if each in wanted}

    def _read_anew(self, article_id: str, _stamp: tuple[tuple[int, int], ...]) -> tuple[Article, Suggestions]:
        article = self.store.read_article(article_id)
        return article, suggested_for(self.store, article, self._suggesters)

    def _stamp(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Tell one state of an article's files from another."""
        files = (self.store.article(article_id), self.store.suggestions(article_id))
        return tuple((each.st_mtime_ns, each.st_size) for each in (file.stat() for file in files if file.exists()))

    def _require_page(self, label_config: str) -> None:
        if digest(label_config) != digest(self.store.read_text(self.store.label_config)):
            fact = "the project shows another labelling page than the corpus has"
            repair = "copy label_config.xml into the project's settings, or run: pressmark studio push"
            raise Refused(Problem("request", "studio-config-changed", fact, repair), exit_code=2)


def version_of(store: Store, ids: Iterable[str], suggesters: Sequence[Suggester] = ()) -> str:
    """Name all suggesters, with their versions, that give these articles' suggestions."""
    made = (makers(store, store.read_article(each), suggesters) for each in ids)
    return model_version(pair for each in made for pair in each.items())


def _member(request: Any, name: str, kind: type) -> Any:
    value = request.get(name) if isinstance(request, dict) else None
    if not isinstance(value, kind):
        raise unfit(f"it has no '{name}', or not as Label Studio sends it")
    return value


def _data(task: Any) -> Any:
    return task.get("data") if isinstance(task, dict) else None


def _number(task: Any) -> int | None:
    number = task.get("id") if isinstance(task, dict) else None
    return number if type(number) is int else None


def unfit(fact: str, repair: str = "ask as Label Studio does") -> Refused:
    """Make the refusal of a request that Label Studio would not make."""
    return Refused(Problem("request", "backend-request", fact, repair), exit_code=2)
