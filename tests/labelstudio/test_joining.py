"""Somebody who joins when others have annotated already."""

from __future__ import annotations

from .people import Person
from .test_projects import stream
from .work import Run, Work, studio_command


def test_who_joins_later_is_given_every_sentence_without_another_push(
    pressmark: Run, work: Work, people: tuple[Person, Person]
) -> None:
    everything = list(range(len(work.article.sentences)))
    studio_command(pressmark, work, "push")
    assert sorted(stream(people[0], work, work.title)) == everything
    before = work.owner.tasks(work.owner.project(work.title))
    joined = pressmark("studio", "invite", "adjudicator-1", "--corpus", work.root, "--json")
    assert joined.code == 0, joined.err
    late = Person(joined.json["url"], joined.json["email"], joined.json["password"])
    try:
        assert sorted(late.tasks(late.project(work.title))) == everything
        assert sorted(stream(late, work, work.title)) == everything
        pulled = studio_command(pressmark, work, "pull")
        assert pulled.code == 0, pulled.err
        for name in ("reader-1", "adjudicator-1"):
            assert f"{name}/ferry pulled {len(everything)} submitted" in pulled.out
        after = work.owner.tasks(work.owner.project(work.title))
        assert {i: each["id"] for i, each in after.items()} == {i: each["id"] for i, each in before.items()}
    finally:
        (account,) = [each for each in work.owner.ask("GET", "/api/users") if each["email"] == joined.json["email"]]
        work.owner.ask("DELETE", f"/api/users/{account['id']}")
