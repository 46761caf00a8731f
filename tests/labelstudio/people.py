"""People who annotate over the server's own interface: they log in as a person does, and submit what they decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx

from pressmark.labelstudio.results import to_result
from pressmark.labelstudio.tasks import windows
from pressmark.model import Span


class Person:
    """Somebody who is logged in."""

    def __init__(self, url: str, email: str, password: str) -> None:
        self.http = httpx.Client(base_url=url, follow_redirects=True, timeout=60)
        self.http.get("/user/login/")
        form = {"email": email, "password": password, "csrfmiddlewaretoken": self.http.cookies["csrftoken"]}
        self.http.post("/user/login/", data=form, headers={"Referer": url})
        assert self.http.get("/api/current-user/whoami").json()["email"] == email
        self.url = url

    def ask(self, method: str, path: str, **arguments: Any) -> Any:
        headers = {"X-CSRFToken": self.http.cookies["csrftoken"], "Referer": self.url}
        answer = self.http.request(method, path, headers=headers, **arguments)
        assert answer.status_code < 300, answer.text[:500]
        return answer.json() if answer.content else None

    def project(self, title: str) -> int:
        found = self.ask("GET", "/api/projects/?page_size=1000&include=id,title")["results"]
        (number,) = [each["id"] for each in found if each["title"] == title]
        return int(number)

    def tasks(self, project: int) -> dict[int, dict[str, Any]]:
        """Return the project's tasks by the index of their sentence."""
        asked = {"project": project, "page_size": 1000, "fields": "all"}
        return {each["data"]["index"]: each for each in self.ask("GET", "/api/tasks", params=asked)["tasks"]}

    def annotate(
        self, task: dict[str, Any], text: str, labels: Sequence[str] = (), spans: Sequence[Span] = (), **more: Any
    ) -> int:
        """Submit a decision about a task; return the server's number for it."""
        result = more.pop("result", None) or to_result(text, windows(task["data"]), labels, spans)
        made = self.ask("POST", f"/api/tasks/{task['id']}/annotations/", json={"result": result, **more})
        return int(made["id"])
