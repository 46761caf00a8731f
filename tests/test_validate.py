"""The validator: sound corpora pass, and each broken one raises exactly what it should, at the right address.

tests/valid/NAME is a whole corpus. tests/invalid/ID is laid over tests/valid/rich (remove.txt lists what is taken
away); its expect.txt has the line ``address [id]`` of every problem that must then be found.
"""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.checks import LEVELS, LOADING, rules, table
from pressmark.checks.loaded import Loaded
from pressmark.files import canonical_json
from pressmark.ingest import normalise
from pressmark.model import Article, Problem, Provenance, Sentence
from pressmark.resources import resource
from pressmark.store import Store
from pressmark.validate import load, validate

HERE = Path(__file__).parent
VALID = sorted(path.name for path in (HERE / "valid").iterdir())
INVALID = sorted(path.name for path in (HERE / "invalid").iterdir())
RULES = {rule.ID: rule for rule in rules()}
FERRY = "corpus/suggestions/ferry.json"


@pytest.fixture
def rich(tmp_path: Path) -> Store:
    """Copy the rich corpus to where it can be broken."""
    shutil.copytree(HERE / "valid" / "rich", tmp_path / "corpus")
    return Store(tmp_path / "corpus")


def lay_over(store: Store, example: Path) -> list[str]:
    """Lay an example over a corpus; return what must be found in it."""
    shutil.copytree(example, store.root, dirs_exist_ok=True)
    removed = store.root / "remove.txt"
    for line in removed.read_text("utf-8").splitlines() if removed.exists() else []:
        (store.root / line).unlink()
    return sorted((example / "expect.txt").read_text("utf-8").splitlines())


def lines(problems: Iterable[Problem]) -> list[str]:
    return sorted(f"{problem.address} [{problem.id}]" for problem in problems)


def only(rule: str, corpus: Loaded) -> list[Problem]:
    return list(RULES[rule].check(corpus))


@pytest.mark.parametrize("name", VALID)
def test_sound_corpus_has_no_problem(name: str) -> None:
    assert validate(Store(HERE / "valid" / name)) == []


@pytest.mark.parametrize("name", INVALID)
def test_broken_corpus_has_exactly_the_expected_problems(name: str, rich: Store) -> None:
    expected = lay_over(rich, HERE / "invalid" / name)
    problems = validate(rich)
    assert sorted(set(lines(problems))) == expected
    assert any(line.endswith(f"[{name}]") for line in expected)
    assert all(p.fact.strip() and p.repair.strip() and "{" not in p.repair for p in problems)
    assert all("\n" not in str(problem) for problem in problems)


def test_every_problem_is_found_at_once(rich: Store) -> None:
    """Examples that break different files raise the same problems together as they do alone."""
    together = ["guidelines-vocabulary", "label-config-vocabulary", "seed-file-changed", "published-file-extra"]
    expected = [line for name in [*together, "span-text-differs"] for line in lay_over(rich, HERE / "invalid" / name)]
    assert sorted(set(lines(validate(rich)))) == sorted(expected)


def test_every_check_has_an_example_and_every_example_a_check() -> None:
    assert sorted([*RULES, *LOADING]) == INVALID


def test_every_check_explains_itself() -> None:
    for id_, rule in RULES.items():
        assert rule.__name__.rpartition(".")[2] == id_.replace("-", "_")  # type: ignore[attr-defined]
        assert rule.LEVEL in LEVELS
        assert len(rule.EXPLAIN.split()) >= 8, id_
        assert rule.REPAIR.strip(), id_


def test_documentation_is_current() -> None:
    current = (HERE.parent / "docs" / "checks.md").read_text("utf-8")
    assert current == table(), "write pressmark.checks.table() to docs/checks.md"
    assert all(f"| `{id_}` |" in current for id_ in INVALID)


def test_own_page_and_guidelines_follow_the_vocabulary() -> None:
    corpus = Loaded(
        guidelines=resource("corpus/guidelines.md").read_text("utf-8"),
        label_config=resource("label_config.xml").read_text("utf-8"),
    )
    assert [str(problem) for rule in rules() for problem in rule.check(corpus)] == []


def test_broken_article_raises_no_problem_elsewhere(rich: Store) -> None:
    rich.article("ferry").write_bytes(b"{")
    assert lines(validate(rich)) == ["corpus/articles/ferry.json [unreadable-file]"]


def test_broken_sidecar_raises_no_problem_elsewhere(rich: Store) -> None:
    rich.seed("ferry").write_bytes(b"file = 1\n")
    assert {problem.address.split(":")[0] for problem in validate(rich)} == {"seeds/ferry.toml"}


@pytest.mark.parametrize(
    "name",
    [
        "adjudication/ferry.toml",
        "annotations/reader-1/ferry.json",
        "annotations/reader-1/lisbon-line.json",
        "articles/ferry.json",
        "corpus.toml",
        "gold/ferry.json",
        "splits.json",
        "suggestions/ferry.json",
    ],
)
def test_file_cut_off_anywhere_is_one_unreadable_file(name: str, rich: Store) -> None:
    path = rich.root / "corpus" / name
    whole = path.read_bytes()
    for length in range(3, len(whole) - 3, max(len(whole) // 7, 1)):
        path.write_bytes(whole[:length])
        assert {problem.address.split(":")[0] for problem in validate(rich)} == {f"corpus/{name}"}


def test_folder_in_place_of_a_file_is_reported(rich: Store) -> None:
    rich.article("gale.d").mkdir()
    assert lines(validate(rich)) == ["corpus/articles/gale.d.json [unreadable-file]"]


def test_missing_configuration_is_reported(rich: Store) -> None:
    rich.config.unlink()
    assert lines(validate(rich)) == ["corpus/corpus.toml [missing-file]"]


def test_article_text_is_never_a_format_string_or_a_second_line(rich: Store) -> None:
    value = json.loads((rich.root / FERRY).read_bytes())
    value["spans"][0]["text"] = "{0.__class__}\n[bold]{file}"
    (rich.root / FERRY).write_bytes(canonical_json(value))
    (problem,) = validate(rich)
    assert r"'{0.__class__}\n[bold]{file}'" in problem.fact


def test_loading_keeps_what_can_be_read(rich: Store) -> None:
    rich.article("ferry").write_bytes(b"{")
    corpus, problems = load(rich)
    assert list(corpus.articles) == ["lisbon-line"]
    assert corpus.unread == {"corpus/articles/ferry.json"}
    assert len(problems) == 1


PAGES = {
    "DOCTYPE": '<!DOCTYPE View SYSTEM "file:///etc/hostname"><View/>',
    "entities": '<!DOCTYPE View [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><View name="&b;"/>',
    "unclosed": "<View><Labels></View>",
    "another root": "<Page/>",
    "nothing": "",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_page_that_cannot_be_read_is_one_problem(page: str) -> None:
    found = [problem for rule in rules() for problem in rule.check(Loaded(label_config=page))]
    assert lines(found) == ["label_config.xml [label-config-malformed]"]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_text_is_reported_exactly_when_ingest_would_change_it(text: str) -> None:
    article = Article("a", text, "en", Provenance("a.txt", "0" * 64))
    problems = only("text-not-normalised", Loaded(articles={"a": article}))
    assert [problem.address for problem in problems] == ["corpus/articles/a.json:text"] * (normalise(text) != text)
    assert not only("text-not-normalised", Loaded(articles={"a": replace(article, text=normalise(text))}))


@settings(max_examples=200, deadline=None)
@given(
    st.text("ab \n", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=4),
)
def test_sentence_rules_accept_exactly_the_tilings(text: str, cuts: list[tuple[int, int]]) -> None:
    """Compare the rules' verdict with the definition, character by character."""
    article = Article(
        "a",
        text,
        "en",
        Provenance("a.txt", "0" * 64),
        segmenter="x 1",
        sentences=tuple(Sentence(start, end, 0, 0, "body") for start, end in cuts),
    )
    covers = [sum(start <= i < end for start, end in cuts) for i in range(len(text))]
    tiles = (
        all(n == 1 if not c.isspace() else n <= 1 for c, n in zip(text, covers, strict=True))
        and all(s < e <= len(text) and not text[s].isspace() and not text[e - 1].isspace() for s, e in cuts)
        and cuts == sorted(cuts)
    )
    ids = ["sentence-out-of-range", "sentence-edge-blank", "sentences-overlap", "text-outside-sentences"]
    assert tiles == (not [p for id_ in ids for p in only(id_, Loaded(articles={"a": article}))])


KINDS = st.sampled_from(
    [
        "annotations/reader-1/ferry.json",
        "annotations/reader-1/lisbon-line.json",
        "annotations/reader-2/ferry.json",
        "articles/ferry.json",
        "articles/lisbon-line.json",
        "gold/ferry.json",
        "suggestions/ferry.json",
        "suggestions/lisbon-line.json",
    ]
)
JUNK: Any = st.sampled_from([None, True, -1, 0, 10**9, 2**70, 0.5, "", "claim", "x\n", [], {}, "0-5:claim", "part_of"])


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_no_change_to_a_file_crashes_the_validator(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Put any value in any place of any JSON file: the validator reports, and never raises."""
    root = tmp_path_factory.mktemp("any") / "corpus"
    shutil.copytree(HERE / "valid" / "rich", root)
    path = root / "corpus" / data.draw(KINDS)
    value = json.loads(path.read_bytes())
    at: Any = value
    while isinstance(at, dict | list) and at:
        keys = list(at) if isinstance(at, dict) else range(len(at))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.integers(0, 4)) == 0:
            at[key] = copy.deepcopy(data.draw(JUNK))
            break
        at = at[key]
    path.write_text(json.dumps(value), "utf-8")
    for problem in validate(Store(root)):
        assert problem.id in INVALID


def many(root: Path, count: int) -> Store:
    """Make a corpus of many articles, each a copy of one with a text of its own."""
    shutil.copytree(HERE / "valid" / "rich", root)
    store = Store(root)
    article, suggestions = store.read_article("ferry"), store.read_suggestions("ferry")
    shutil.rmtree(store.published)
    store.splits.unlink()
    for i in range(count):
        copy = replace(article, id=f"f{i}", text=f"{article.text[:-1]}{chr(0x4E00 + i)}")
        content = copy.text.encode()
        provenance = replace(copy.provenance, file=f"f{i}.txt", file_sha256=hashlib.sha256(content).hexdigest())
        store.write_article(replace(copy, provenance=provenance))
        store.write_suggestions(replace(suggestions, article_id=copy.id, text_sha256=copy.text_sha256))
        sidecar = store.seed("ferry").read_text("utf-8").replace("ferry.txt", f"f{i}.txt")
        sidecar = sidecar.replace(article.provenance.file_sha256, provenance.file_sha256)
        store.seed(copy.id).write_text(sidecar, "utf-8")
        (store.seeds / f"f{i}.txt").write_bytes(content)
    return store


def test_work_grows_no_faster_than_the_corpus(tmp_path: Path) -> None:
    """Count function calls rather than seconds: four times the articles take at most about four times the calls."""
    import sys

    def calls(count: int) -> int:
        store = many(tmp_path / str(count), count)
        seen = 0

        def tick(*_: object) -> None:
            nonlocal seen
            seen += 1

        before = sys.getprofile()
        sys.setprofile(tick)
        try:
            assert validate(store) == []
        finally:
            sys.setprofile(before)
        return seen

    calls(1)  # imports and schemas
    assert calls(40) < 4.5 * calls(10)
