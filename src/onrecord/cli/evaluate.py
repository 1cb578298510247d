"""``onrecord evaluate``: accuracy on a corpus in PolNeAR's layout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.ending import RunError
from onrecord.cli.notices import progress
from onrecord.cli.output import opened
from onrecord.cli.tools import debug_option

if TYPE_CHECKING:
    from onrecord.evaluate.corpus import Annotated
    from onrecord.evaluate.measure import Predict
    from onrecord.evaluate.report import Report
    from onrecord.types import Attribution, Record

UNDER_FLOOR = 1


@click.command("evaluate")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option(
    "--gum",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Measure mentions and coreference instead, against GUM's .conllu files in FOLDER.",
)
@click.option(
    "--gap",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Measure whose pronouns are whose instead, against a gap-*.tsv file.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N articles.")
@click.option(
    "--json",
    "json_to",
    type=click.Path(allow_dash=True, dir_okay=False),
    metavar="FILE|-",
    help="Write the figures as JSON too; with -, to standard output instead of the table.",
)
@click.option(
    "--agreement",
    is_flag=True,
    help="Measure the corpus's annotators against each other instead of the reader against them.",
)
@click.option(
    "--floor",
    "floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help='Pinned floors, {"exact.source": 78.0, ...}; exit 1 under one of them.',
)
@click.option("--timeml", is_flag=True, help="FOLDER holds TimeML documents: measure time expressions.")
@debug_option
def evaluate(  # noqa: PLR0913 - a command's options
    folder: Path | None,
    gum: Path | None,
    gap: Path | None,
    limit: int | None,
    json_to: str | None,
    *,
    agreement: bool,
    floors: Path | None,
    timeml: bool,
) -> None:
    """Measure how well reports are read, against the annotations in FOLDER.

    FOLDER holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann, as PolNeAR does; with --timeml, it and
    the folders in it hold NAME.tml, as TempEval-3 does. With --gum or --gap it is measured instead how well
    people and organisations are found, and told to be the same. What each figure means is in
    docs/reference/measures.md.

    Exit codes: 0 measured; 1 a figure is under its floor; 2 wrong usage; 4 FOLDER is no such corpus, or the
    run failed.
    """
    if timeml:
        if folder is None or agreement or floors or gum or gap:
            raise click.UsageError("--timeml goes with a FOLDER, --limit and --json only")
        _times(folder, limit, json_to)
        return
    pinned = _floors(floors) if floors else {}
    if gum or gap:
        if folder or agreement:
            raise click.UsageError("--gum and --gap go without FOLDER and --agreement")
        _people(gum, gap, limit, json_to, pinned)
        return
    if folder is None:
        raise click.UsageError("give a FOLDER, --gum or --gap")
    corpus = _corpus(folder, limit)
    report = _agreement(folder, corpus) if agreement else _accuracy(corpus)
    _show(report, json_to)
    _hold(report, pinned)


def _people(
    gum: Path | None, gap: Path | None, limit: int | None, json_to: str | None, pinned: dict[str, float]
) -> None:
    """Measure mentions and coreference, show the figures, and hold them against their floors."""
    from onrecord.annotate.network import load  # noqa: PLC0415 - numpy, which no --help needs
    from onrecord.evaluate.corpus import CorpusError  # noqa: PLC0415
    from onrecord.evaluate.people import people_figures, people_table  # noqa: PLC0415
    from onrecord.flow.reading import read_with_mentions  # noqa: PLC0415

    network = load()
    try:
        figures = people_figures(gum, gap, limit, lambda text: read_with_mentions(text, network))
    except CorpusError as error:
        raise RunError(str(error)) from None
    if json_to != "-":
        click.echo(people_table(figures), nl=False)
    if json_to is not None:
        with opened(json_to) as stream:
            stream.write(json.dumps({"figures": figures}, indent=1) + "\n")
    if unknown := [name for name in pinned if name not in figures]:
        raise click.BadParameter(f"no figure is called {unknown[0]!r}", param_hint="--floor")
    low = [name for name, floor in pinned.items() if not figures[name] >= floor]
    for name in low:
        click.echo(f"{name}: {figures[name]:.1f} is under its floor of {pinned[name]:g}", err=True)
    if low:
        click.get_current_context().exit(UNDER_FLOOR)


def _corpus(folder: Path, limit: int | None) -> list[Annotated]:
    from onrecord.evaluate.corpus import CorpusError, read_corpus  # noqa: PLC0415 - numpy, which no --help needs
    from onrecord.evaluate.measure import first_articles  # noqa: PLC0415

    try:
        return first_articles(read_corpus(folder), limit)
    except CorpusError as error:
        raise RunError(str(error)) from None


def _agreement(folder: Path, corpus: Sequence[Annotated]) -> Report:
    from onrecord.evaluate.measure import agreement, by_article  # noqa: PLC0415
    from onrecord.resolve.form import form_of  # noqa: PLC0415

    if not any(len(article) > 1 for article in by_article(corpus)):
        raise RunError(f"{folder}: no article has several annotations, which --agreement compares")
    return agreement(corpus, form_of)


def _accuracy(corpus: Sequence[Annotated]) -> Report:
    from onrecord.evaluate.measure import evaluate as measure  # noqa: PLC0415
    from onrecord.resolve.form import form_of  # noqa: PLC0415

    with _watched(_predict(), len({a.name for a in corpus})) as predict:
        return measure(corpus, predict, form_of)


def _times(folder: Path, limit: int | None, json_to: str | None) -> None:
    from itertools import islice  # noqa: PLC0415

    from onrecord.evaluate.corpus import CorpusError  # noqa: PLC0415
    from onrecord.evaluate.timex import evaluate_times, read_timeml, table  # noqa: PLC0415

    try:
        figures = evaluate_times(islice(read_timeml(folder), limit))
    except CorpusError as error:
        raise RunError(str(error)) from None
    if json_to != "-":
        click.echo(table(figures), nl=False)
    if json_to is not None:
        with opened(json_to) as stream:
            stream.write(json.dumps(figures.to_dict(), indent=1) + "\n")


def _predict() -> Predict:
    from onrecord.flow.reading import Reader  # noqa: PLC0415
    from onrecord.types import Document  # noqa: PLC0415

    reader = Reader.load()
    return lambda text: attributions_of(reader.read(Document("article", text)))


def attributions_of(record: Record) -> list[Attribution]:
    """The statements of ``record`` as attributions, parents by their index."""
    from onrecord.types import Attribution  # noqa: PLC0415

    place = {statement.id: index for index, statement in enumerate(record.statements)}
    return [
        Attribution(s.source, s.cue, s.content, None if s.parent is None else place[s.parent], s.confidence)
        for s in record.statements
    ]


@contextmanager
def _watched(predict: Predict, articles: int) -> Iterator[Predict]:
    """``predict`` with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield predict
        return
    with progress(articles, quiet=False) as (_, step):

        def counted(text: str) -> Sequence[Attribution]:
            found = predict(text)
            step()
            return found

        yield counted


def _show(report: Report, json_to: str | None) -> None:
    from onrecord.evaluate.report import table  # noqa: PLC0415

    if json_to != "-":
        click.echo(table(report), nl=False)
    if json_to is not None:
        with opened(json_to) as stream:
            stream.write(json.dumps(report.to_dict(), indent=1) + "\n")


def _floors(path: Path) -> dict[str, float]:
    try:
        return {str(name): float(floor) for name, floor in json.loads(path.read_bytes()).items()}
    except (ValueError, TypeError, AttributeError):
        reason = f'{path}: expected JSON such as {{"exact.source": 78.0}}'
        raise click.BadParameter(reason, param_hint="--floor") from None


def _hold(report: Report, pinned: dict[str, float]) -> None:
    from onrecord.evaluate.report import shortfalls  # noqa: PLC0415

    try:
        lines = shortfalls(report, pinned)
    except KeyError as error:
        raise click.BadParameter(f"no figure is called {error.args[0]!r}", param_hint="--floor") from None
    if lines:
        click.echo("\n".join(lines), err=True)
        click.get_current_context().exit(UNDER_FLOOR)
