"""Turn what goes wrong between a client and a server into refusals, and say which of them may pass by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from ..model import Problem, Refused

KEY = "LABEL_STUDIO_API_KEY"
URL = "LABEL_STUDIO_URL"
_AGAIN = "look into the server's log, then run it again: nothing is done twice"


class Failed(Refused):
    """A request that failed in a way that may pass (exit code 2).

    ``over``: whether the server is surely done with it; if not, it may still do what was asked, or have done it.
    ``wait``: seconds that the server asks to wait before the next request, None when it does not say.
    """

    def __init__(self, problem: Problem, *, over: bool, wait: float | None = None) -> None:
        super().__init__(problem, exit_code=2)
        self.problem = problem
        self.over = over
        self.wait = wait


class Gone(Refused):
    """A request about something that the server does not have, or no longer (exit code 2)."""


def refused(address: str, id_: str, fact: str, repair: str) -> Refused:
    """Make a refusal of one problem: what was asked of a server could not be done (exit code 2)."""
    return Refused(Problem(address, id_, fact, repair), exit_code=2)


@contextmanager
def as_refusals(url: str) -> Iterator[None]:
    """Raise what the SDK and its transport raise as Refused, and as Failed where it may pass."""
    import httpx
    from label_studio_sdk.core.api_error import ApiError
    from label_studio_sdk.core.parse_error import ParsingError

    try:
        yield
    except ApiError as error:
        raise answered(url, error.status_code, error.headers or {}, error.body) from None
    except httpx.TimeoutException:
        raise Failed(_slow(url, "it did not answer in time"), over=False) from None
    except httpx.HTTPError as error:
        raise Failed(unreachable(url, error), over=isinstance(error, httpx.ConnectError)) from None
    except (ParsingError, ValueError, TypeError, KeyError, AttributeError) as error:  # an answer of another form
        fact = f"the answer is not whole, or not what Label Studio gives: {type(error).__name__}"
        problem = Problem(url, "studio-error", fact, "look at what runs there, then run it again")
        raise Failed(problem, over=False) from None


def answered(url: str, status: int | None, headers: Mapping[str, str], body: Any) -> Refused:
    """Make the refusal for an answer that is an error, or no JSON; Failed where it may pass."""
    said = str(body.get("detail") or "").rstrip(".") if isinstance(body, dict) else None
    if status in (401, 403):
        repair = f"copy the token from Account & Settings in Label Studio, and set {KEY}"
        return refused(url, "studio-token", f"the server does not take the token: {said or status}", repair)
    wait = retry_after(headers, datetime.now(UTC))
    if status == 429:
        problem = Problem(url, "studio-busy", "the server takes no more requests for now", "run it again later")
        return Failed(problem, over=True, wait=wait)
    if status in (408, 504):
        return Failed(_slow(url, f"the server answered {status}"), over=False, wait=wait)
    wrong = body.get("validation_errors") if isinstance(body, dict) else None
    what = "which is no JSON, " if status is not None and status < 300 else ""
    fact = f"the server answered {status}, {what}" + " ".join(str(wrong or said or body).split())[:300]
    problem = Problem(url, "studio-error", fact, _AGAIN)
    if status is None or (300 <= status < 500 and status != 409):
        return (Gone if status == 404 else Refused)(problem, exit_code=2)
    return Failed(problem, over=status in (409, 500), wait=wait)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how many seconds from ``now`` a server asks to wait: Retry-After of RFC 9110, section 10.2.3."""
    said = {name.lower(): value for name, value in headers.items()}.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max((moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds(), 0.0)


def unreachable(url: str, error: Exception) -> Problem:
    """Make the problem of a server to which there is no connection, or to which it broke."""
    fact = f"there is no connection to it, or it broke: {str(error) or type(error).__name__}"
    return Problem(url, "studio-unreachable", fact, f"start the server, or mend {URL}; then run it again")


def _slow(url: str, fact: str) -> Problem:
    return Problem(url, "studio-timeout", f"{fact}, and may still be at work", "wait a little, then run it again")
