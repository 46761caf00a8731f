"""The release: one definition for every description of the rows, the same bytes, and nothing stale."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pressmark import schemas
from pressmark.attributions import gather
from pressmark.markers import fill
from pressmark.model import Article, Attribution, Link, Provenance, Sentence, Span, merge_spans, sentence_labels
from pressmark.release import tables
from pressmark.release.features import FEATURES, arrow_schema, card_features, json_schema
from pressmark.release.tokens import from_tags, to_tags, tokenize
from pressmark.splits import assign_splits, folds
from pressmark.store import Store

from .conftest import REPOSITORY, SEED_ID, Result, published_rows, python, snapshot

Run = Callable[..., Result]
PUBLISHED = REPOSITORY / "corpus" / "published"


@pytest.mark.parametrize("config", FEATURES)
def test_datasets_reads_the_same_features_from_parquet_and_from_the_card(config: str) -> None:
    datasets = pytest.importorskip("datasets")
    from_parquet = datasets.Features.from_arrow_schema(arrow_schema(config))
    assert from_parquet.arrow_schema == arrow_schema(config)
    assert from_parquet._to_yaml_list() == card_features(config)
    assert datasets.Features._from_yaml_list(card_features(config)) == from_parquet


@pytest.mark.parametrize("config", FEATURES)
def test_the_row_schema_is_current(config: str) -> None:
    committed = dict(schemas.schema(f"rows/{config}"))
    assert committed.pop("examples")
    assert committed == json_schema(config)


def test_published_rows_follow_their_schemas(tmp_path: Path) -> None:
    matter = yaml.safe_load((PUBLISHED / "README.md").read_text("utf-8").split("---\n")[1])
    assert not schemas.violations(matter, "card", "README.md")
    for config in (each["config_name"] for each in matter["configs"]):
        rows = published_rows(config, tmp_path)
        assert rows
        for row in rows:
            assert not schemas.violations(row, f"rows/{config}", row["id"])


def test_ids_are_unique_and_refer_to_what_is_there(tmp_path: Path) -> None:
    configs = ("sentences", "spans", "attributions", "tokens", "articles")
    rows = {config: published_rows(config, tmp_path) for config in configs}
    ids = {config: [row["id"] for row in of] for config, of in rows.items()}
    assert all(len(each) == len(set(each)) for each in ids.values())
    assert ids["tokens"] == ids["sentences"] == [each["id"] for row in rows["articles"] for each in row["sentences"]]
    assert {span["id"] for row in rows["sentences"] for span in row["spans"]} == set(ids["spans"])
    assert {row["number"]["equivalent_to"] for row in rows["spans"] if row["number"]} - {None} <= set(ids["spans"])
    assert {row["parent_id"] for row in rows["attributions"]} - {None} <= set(ids["attributions"])
    folds_of = {row["id"]: row["fold"] for row in rows["sentences"]}
    assert {row["fold"] for row in rows["sentences"] if row["article_id"] == SEED_ID} == {0, 1, 2, 3, 4}
    for row in rows["attributions"]:
        assert {folds_of[each] for each in row["sentence_ids"]} == {row["fold"]}


def test_checksums_are_those_that_sha256sum_reads() -> None:
    if shutil.which("sha256sum"):
        done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=PUBLISHED, check=False)
        assert done.returncode == 0
    lines = (PUBLISHED / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {line[66:]: line[:64] for line in lines}
    files = {p.relative_to(PUBLISHED).as_posix(): p for p in PUBLISHED.rglob("*") if p.is_file()}
    del files["SHA256SUMS"]
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_the_same_bytes_whatever_the_folder_the_hash_seed_the_locale_and_the_clock(ferry: Path, tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['pressmark', 'dataset']; from pressmark.cli import main; main()"
    made = []
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Pacific/Kiritimati", "C.UTF-8")):
        folder = tmp_path / f"copy {seed}"
        shutil.copytree(ferry, folder)
        python(code, cwd=folder, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale)
        made.append({path: digest for path, digest in snapshot(folder).items() if path.startswith("corpus/")})
    assert made[0] == made[1] and len(made[0]) > 8


def test_a_changed_label_is_not_loaded_stale(pressmark: Run, ferry: Path, tmp_path: Path) -> None:
    """Two builds in the same folder under one version load as different data, also through the same cache."""
    datasets = pytest.importorskip("datasets")
    pressmark("dataset", "--corpus", ferry)
    published, cache = str(ferry / "corpus" / "published"), str(tmp_path / "cache")
    first = datasets.load_dataset(published, "spans", split="train", cache_dir=cache).to_list()
    path = ferry / "corpus" / "suggestions" / "ferry.json"
    made = json.loads(path.read_text("utf-8"))
    number = next(span for span in made["spans"] if span["label"] == "number")
    number["number"]["value"] = 4321.0
    path.write_text(json.dumps(made), encoding="utf-8")
    assert pressmark("release", "--corpus", ferry).code == 0
    second = datasets.load_dataset(published, "spans", split="train", cache_dir=cache).to_list()
    assert [row["number"]["value"] for row in first if row["number"]] != [
        row["number"]["value"] for row in second if row["number"]
    ]
    assert 4321.0 in [row["number"]["value"] for row in second if row["number"]]


def test_the_card_says_loudly_that_nobody_checked(pressmark: Run, ferry: Path) -> None:
    assert pressmark("dataset", "--corpus", ferry).code == 0
    for path in (ferry / "corpus" / "published" / "README.md", ferry / "DATASET_CARD.md"):
        text = path.read_text("utf-8").split("# Harbour News", 1)[1]
        assert "Nobody has checked them" in text[:300]
        assert re.search(r"Provenance of the sentences: \d+ suggested", text)


def test_the_card_of_the_gold_says_who_made_it() -> None:
    text = (PUBLISHED / "README.md").read_text("utf-8").split("# Pressmark", 1)[1]
    assert "Provenance of the sentences: 32 gold" in text and "Nobody has checked" not in text
    assert "A language model, not a person" in text and "No person has annotated or checked a label" in text
    for version in ("1.0", "1.1"):
        assert f"pass-1 (first) and pass-2 (second), guidelines {version}: 32 sentences of 1 article." in text


def test_gold_has_the_votes_and_annotations_of_both_passes(tmp_path: Path) -> None:
    sentences, annotations = published_rows("sentences", tmp_path), published_rows("annotations", tmp_path)
    assert len(annotations) == 64 and {row["annotator_type"] for row in annotations} == {"model"}
    given = {(row["sentence_id"], row["annotator"]): row for row in annotations}
    spans = {row["id"]: row for row in published_rows("spans", tmp_path)}
    for row in sentences:
        assert [vote["annotator"] for vote in row["votes"]] == ["pass-1", "pass-2"]
        for vote in row["votes"]:
            assert vote["claim"] == given[row["id"], vote["annotator"]]["claim"]
        assert {span["id"] for span in row["spans"]} <= spans.keys()
    assert {row["guideline_version"] for row in annotations} == {"1.1"}
    for row in annotations:
        ids = {span["id"] for span in row["spans"]}
        assert all(link["target"] in ids for span in row["spans"] for link in span["links"])


def test_figures_are_filled_between_their_markers_only() -> None:
    prose = "a\n<!-- figures: rows -->\nold\n<!-- /figures -->\nb\n<!-- figures: status -->\n<!-- /figures -->\nc"
    filled = fill(prose, {"rows": "new\n"})
    assert filled == prose.replace("old\n", "new\n")
    assert fill(filled, {}) == prose.replace("old\n", "")
    with pytest.raises(ValueError, match="before 'rows' is closed"):
        fill(prose.replace("<!-- /figures -->", "", 1), {})


def article(text: str, *cuts: int, sections: tuple[int, ...] = ()) -> Article:
    edges = [0, *cuts, len(text)]
    sentences = tuple(
        Sentence(edges[i], edges[i + 1], i, sections[i] if sections else 0, "body") for i in range(len(edges) - 1)
    )
    return Article("t", text, "en", Provenance("t.txt", "0" * 64), segmenter="s 1", sentences=sentences)


def span(text: str, start: int, end: int, label: str, *links: tuple[str, str]) -> Span:
    return Span(start, end, label, text[start:end], links=tuple(Link(*each) for each in links))


def test_attributions_are_gathered_across_sentences_and_share_sources() -> None:
    text = "AAAABBBBCCCCDDDD"
    spans = merge_spans(
        [
            span(text, 0, 2, "source", ("source_of", "4-6:content"), ("source_of", "12-14:content")),
            span(text, 2, 3, "cue", ("cue_of", "4-6:content")),
            span(text, 4, 6, "content"),
            span(text, 8, 10, "content", ("part_of", "4-6:content")),
            span(text, 10, 11, "cue", ("cue_of", "12-14:content")),
            span(text, 12, 14, "content"),
            span(text, 14, 15, "source", ("source_of", "4-6:content")),
        ]
    )
    first, second = gather(spans)
    assert first.key == "2-3:cue" and [s.start for s in first.contents] == [4, 8]
    assert [s.start for s in first.sources] == [0, 14]
    assert second.key == "10-11:cue" and [s.start for s in second.sources] == [0]
    made = tables.rows(tables.Labelled(article(text, 4, 8, 12), ((),) * 4, spans, "gold", ("attribution",)))
    shared = next(row for row in made["spans"] if row["start"] == 0)
    assert shared["attribution_ids"] == ["t:2-3:cue", "t:10-11:cue"]
    assert made["attributions"][0]["sentence_ids"] == ["t:0000", "t:0001", "t:0002", "t:0003"]


def test_a_nested_attribution_names_its_parent() -> None:
    text = "x" * 60
    spans = [
        span(text, 0, 3, "cue", ("cue_of", "5-50:content")),
        span(text, 5, 50, "content"),
        span(text, 10, 13, "cue", ("cue_of", "15-40:content")),
        span(text, 15, 40, "content"),
        span(text, 20, 22, "cue", ("cue_of", "25-30:content")),
        span(text, 25, 30, "content"),
        span(text, 52, 54, "cue"),
    ]
    assert [each.parent for each in gather(spans)] == [None, "0-3:cue", "10-13:cue", None]


def test_a_span_over_two_sentences_is_cut_to_each_and_kept_whole() -> None:
    text = "One two.Three four."
    content = Span(4, 13, "content", text[4:13], attribution=Attribution("direct", "proposition"))
    made = tables.rows(tables.Labelled(article(text, 8), (("attribution",),) * 2, (content,), "gold", ("attribution",)))
    assert [row["spans"][0]["text"] for row in made["sentences"]] == ["two.", "Three"]
    assert [(each["start"], each["end"]) for row in made["sentences"] for each in row["spans"]] == [(4, 8), (0, 5)]
    (row,) = made["spans"]
    assert (row["text"], row["sentence_ids"]) == ("two.Three", ["t:0000", "t:0001"])
    assert (row["sentence_start"], row["sentence_end"]) == (4, 8)
    assert sentence_labels([content], article(text, 8).sentences, ("claim", "attribution")) == [["attribution"]] * 2


def test_a_layer_that_was_not_annotated_is_null_never_false() -> None:
    text = "One two."
    made = tables.rows(tables.Labelled(article(text), (("number",),), (), "imported", ("number", "location")))
    (row,) = made["sentences"]
    assert [row[name] for name in ("claim", "attribution", "number", "location")] == [None, None, True, False]
    (tokens,) = made["tokens"]
    assert (tokens["cue_tags"], tokens["source_tags"], tokens["claim_tags"]) == (None, None, None)
    assert tokens["number_tags"] == [0, 0, 0]


def test_folds_are_sections_with_the_lead_merged_and_no_attribution_crosses_them() -> None:
    text = "AAAABBBBCCCCDDDD"
    sections = article(text, 4, 8, 12, sections=(0, 1, 2, 3))
    assert folds(sections) == [0, 0, 1, 2]
    joined = [span(text, 9, 10, "cue", ("cue_of", "13-15:content")), span(text, 13, 15, "content")]
    assert folds(sections, joined) == [0, 0, 1, 1]


@given(st.sets(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=30), st.data())
def test_an_article_never_changes_its_split(ids: set[str], data: st.DataObject) -> None:
    first = data.draw(st.sets(st.sampled_from(sorted(ids)), min_size=1))
    before = assign_splits(first, {})
    after = assign_splits(ids, before)
    assert set(after) == ids and {each: after[each] for each in first} == before
    assert "train" in after.values()
    assert len(first) > 1 or set(before.values()) == {"train"}


def test_splits_have_about_the_shares_they_should() -> None:
    splits = list(assign_splits([f"article-{i}" for i in range(5000)], {}).values())
    assert 0.08 < splits.count("test") / 5000 < 0.12
    assert 0.08 < splits.count("validation") / 5000 < 0.12


TOKENS = {
    "Kyiv’s three-year-old deal isn't done.": "Kyiv|’s|three|-|year|-|old|deal|is|n't|done|.",
    "10,000 to 12,000 troops (11.5 km) cost $5m": "10,000|to|12,000|troops|(|11.5|km|)|cost|$|5|m",
    "“U.S. missiles,” he said…": "“|U.S.|missiles|,|”|he|said|…",
    "naïve cafés — 50% off": "naïve|cafés|—|50|%|off",
}


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    assert "|".join(text[start:end] for start, end in tokenize(text)) == TOKENS[text]


@given(st.text())
def test_tokens_tile_any_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(start < end for start, end in tokens)
    assert all(before[1] <= after[0] for before, after in pairwise(tokens))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(e for _, e in tokens)], [*(s for s, _ in tokens), None], strict=True)
    )
    assert not outside.strip()


@given(st.text("ab .-’s1", min_size=1, max_size=40), st.data())
def test_tags_and_spans_round_trip(text: str, data: st.DataObject) -> None:
    tokens = tokenize(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(tokens)), max_size=8)))
    spans = [(tokens[a][0], tokens[b - 1][1]) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    assert from_tags(tokens, to_tags(tokens, spans)) == spans


def test_of_nested_spans_the_outermost_is_tagged() -> None:
    text = "a b c d"
    tokens = tokenize(text)
    assert to_tags(tokens, [(2, 3), (0, 5), (4, 7)]) == ["B", "I", "I", "O"]
    with pytest.raises(ValueError, match="continues no span"):
        from_tags(tokens, ["O", "I", "O", "O"])


def test_no_span_of_the_seed_article_cuts_a_token() -> None:
    store = Store(REPOSITORY)
    read = store.read_article(SEED_ID)
    edges = {edge for s in read.sentences for token in tokenize(read.sentence_text(s), s.start) for edge in token}
    assert {edge for each in store.read_suggestions(SEED_ID).spans for edge in (each.start, each.end)} <= edges
