"""The command line: parse, call, print, exit code.

Exit codes: 0 done, 1 problems found, 2 could not run.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import __version__
from .cli_adjudicate import adjudicate
from .cli_agree import agree
from .cli_options import Articles, CorpusOption, JsonOption, SuggesterOption, open_store
from .cli_score import score
from .cli_studio import app as studio_app
from .model import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .model import Outcome
    from .store import Store

    Stage = Callable[[Store, Iterable[str]], Iterator[Outcome]]

app = typer.Typer(
    help="Turn news articles into a versioned dataset of sentence labels and exact spans.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(studio_app, name="studio")


def main() -> None:
    """Run the command line; report refusals and failing files without a traceback."""
    from .report import print_problems, say

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show is shown as its code
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except Refused as refused:
        print_problems(refused.problems, as_json="--json" in sys.argv[1:])
        sys.exit(refused.exit_code)
    except OSError as error:
        fact = (error.strerror or str(error)).lower()
        say(f"{error.filename or 'pressmark'} [cannot-access] {fact}; mend that and run it again")
        sys.exit(2)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pressmark {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make the corpus in.")],
    name: Annotated[str | None, typer.Option(help="Name of the corpus. (default: the folder's name)")] = None,
) -> None:
    """Begin a new corpus: settings, guidelines, label_config.xml and a card to edit."""
    from .report import console
    from .template import create_corpus

    made = create_corpus(folder, name)
    console().print(f"made {len(made)} files in {folder}:", markup=False)
    for path in made:
        console().print(f"  {path}", markup=False)
    console().print("next: put articles into its seeds/ and run: pressmark dataset", markup=False)


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Plain text in UTF-8, or HTML.")],
    article_id: Annotated[
        str | None, typer.Option("--id", help="Id of the article. (default: made of the file's name)")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Headline, where it is not part of the text.")] = None,
    origin: Annotated[str | None, typer.Option(help="How the file was come by.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    rights: Annotated[str | None, typer.Option(help="Rights in the text: an SPDX identifier or a sentence.")] = None,
    language: Annotated[str | None, typer.Option(help="BCP 47 tag. (default: the corpus's, if it has one)")] = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Add articles: copy each file into seeds/ with its provenance. What is not given is noted as unknown.

    All files are checked first: either all are added, or none. A text that is there already changes nothing.
    """
    from .incoming import add as add_files
    from .report import print_outcomes, working

    given = {"title": title, "origin": origin, "publisher": publisher, "published": published, "url": url}
    given |= {"rights": rights, "language": language}
    facts = {key: value for key, value in given.items() if value is not None}
    store = open_store(corpus)
    with store.lock(), working("reading files"):
        outcomes = add_files(store, files, article_id, facts)
    print_outcomes(outcomes, as_json=json)


@app.command()
def segment(articles: Articles = None, corpus: CorpusOption = None, json: JsonOption = False) -> None:
    """Cut articles into sentences that tile their text."""
    from .pipeline import segment_articles

    _work_through("segment", segment_articles, articles, corpus, json)


@app.command()
def suggest(
    articles: Articles = None,
    suggester: SuggesterOption = None,
    corpus: CorpusOption = None,
    json: JsonOption = False,
) -> None:
    """Suggest labels and spans into corpus/suggestions/: by rules, or by suggesters of your own.

    The rules read English. A suggestion has a score, how likely it is right, and a claim the reasons for it. What
    annotators decided is left as it is.
    """
    from functools import partial

    from .pipeline import suggest_articles
    from .suggest import choose

    stage = partial(suggest_articles, suggesters=choose(suggester or ()))
    _work_through("suggest", stage, articles, corpus, json)


app.command()(score)


def _work_through(name: str, stage: Stage, articles: list[str] | None, corpus: Path | None, json: bool) -> None:
    """Run a stage over the articles asked for, with a progress bar, and print what became of each."""
    from .report import print_outcomes, progress

    store = open_store(corpus)
    ids = store.wanted(articles)
    with store.lock():
        outcomes = list(progress(stage(store, ids), name, len(ids)))
    print_outcomes(outcomes, as_json=json)


@app.command()
def validate(corpus: CorpusOption = None, json: JsonOption = False) -> None:
    """Check every file against its schema, and the rules between files. Exit code 1 when there are problems."""
    from .report import console, print_problems
    from .validate import validate as find_problems

    store = open_store(corpus)
    problems = find_problems(store)
    if problems or json:
        print_problems(problems, as_json=json)
    else:
        console().print(f"no problems; articles: {len(store.article_ids())}", markup=False)
    raise typer.Exit(1 if problems else 0)


@app.command()
def release(corpus: CorpusOption = None, json: JsonOption = False) -> None:
    """Write corpus/published/: the dataset that load_dataset reads. The same corpus gives the same bytes."""
    from .pipeline import release as write_release

    store = open_store(corpus)
    with store.lock():
        changed = write_release(store)
    _print_summary(store, changed, json)


@app.command()
def dataset(corpus: CorpusOption = None, json: JsonOption = False) -> None:
    """Do all that is due: take in seeds/, segment, suggest, validate, release. What has not changed is skipped."""
    from .pipeline import bring_up_to_date
    from .pipeline import release as write_release
    from .report import print_stage

    store = open_store(corpus)
    with store.lock():
        for stage, outcomes in bring_up_to_date(store):
            print_stage(stage, outcomes)
        changed = write_release(store, again=False)
    _print_summary(store, changed, json)


def _print_summary(store: Store, changed: bool, as_json: bool) -> None:
    from .report import print_json
    from .summary import print_summary, summary

    made = summary(store, changed)
    if as_json:
        print_json(made)
    else:
        print_summary(made)


app.command()(agree)


app.command()(adjudicate)


@app.command()
def show(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Article id.")],
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a self-contained page here instead.")] = None,
    corpus: CorpusOption = None,
) -> None:
    """Show an annotated article in the terminal, or as an HTML page."""
    from .pipeline import labelled
    from .report import console
    from .show import page, terminal
    from .show.view import View

    store = open_store(corpus)
    (article_id,) = store.wanted([article])
    best = labelled(store, article_id)
    made_by = tuple(sorted({span.by for span in best.spans if span.by}))
    view = View(best.article, best.spans, best.labels, best.provenance, made_by)
    if html is None:
        console().print(terminal.render(view))
    else:
        from .files import write_bytes

        write_bytes(html, page.render(view).encode("utf-8"))
        console().print(f"wrote {html}", markup=False)
