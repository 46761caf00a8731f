"""Make accounts for annotators, and tell which pseudonym an account has."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from ..corpus import Annotator
from ..model import Problem, Refused
from .client import Client, refused

DOMAIN = "pressmark.localhost"
"""Accounts that ``invite`` makes are NAME@DOMAIN: an address that no mail ever reaches."""


def email_of(name: str) -> str:
    """Return the e-mail address that the account of a pseudonym logs in with."""
    return f"{name}@{DOMAIN}"


def require_annotator(name: str, annotators: Mapping[str, Annotator]) -> None:
    """Refuse a pseudonym that corpus.toml does not name (``unknown-annotator``)."""
    if name not in annotators:
        fact = f"{name!r} is not in [annotators]"
        repair = f'write it there: [annotators.{name}], type = "human"'
        raise Refused(Problem("corpus/corpus.toml", "unknown-annotator", fact, repair), exit_code=2)


def invite(client: Client, name: str) -> str:
    """Make an account for a pseudonym, as its holder would by the server's own invitation; return the password.

    Raises Refused (``studio-account-taken``) when there is such an account.
    """
    import httpx

    if email_of(name) in client.people().values():
        fact = f"there is an account {email_of(name)}"
        raise refused(client.url, "studio-account-taken", fact, "log in with it, or choose another pseudonym")
    link = (
        client.call(lambda once: client.sdk.organizations.invites.get_invite_link(request_options=once)).invite_url
        or ""
    )
    password = secrets.token_urlsafe(12)
    try:
        took = _sign_up(client.url, link, email_of(name), password)
    except (httpx.HTTPError, KeyError, ValueError):
        took = False
    if not took:
        fact = f"the server did not make the account {email_of(name)}"
        raise refused(client.url, "studio-error", fact, "look into the server's log")
    return password


def _sign_up(url: str, link: str, email: str, password: str) -> bool:
    """Fill in the server's own form for people who were invited; say whether that logged them in."""
    import httpx

    address = url + link[link.index("/user/signup") :]
    with httpx.Client(follow_redirects=True, timeout=60) as http:
        http.get(address)
        form = {"email": email, "password": password, "csrfmiddlewaretoken": http.cookies["csrftoken"]}
        http.post(address, data=form | {"allow_newsletters": ""}, headers={"Referer": url})
        return http.get(f"{url}/api/current-user/whoami").status_code == 200


def pseudonyms(client: Client, annotators: Mapping[str, Annotator], known: Mapping[str, str]) -> dict[int, str | None]:
    """Say which pseudonym each account has: as ``known`` (address to pseudonym) says, else by its address."""
    made: dict[int, str | None] = {}
    for number, email in client.people().items():
        name, _, domain = email.partition("@")
        name = known.get(email) or (name if domain == DOMAIN else "")
        made[number] = name if name in annotators else None
    return made
