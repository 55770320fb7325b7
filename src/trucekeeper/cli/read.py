"""`truce read`: reports and agreement texts into a record, or their claims to a file."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from trucekeeper.cli.common import check_folder, iso_day, now
from trucekeeper.model.errors import InputError, RecordError, UsageError

if TYPE_CHECKING:
    from trucekeeper.cli.batch import Outcome, Read, Task
    from trucekeeper.record import Record
    from trucekeeper.sources.origin import Origin

TOGETHER = 32  # readings that are set against the record at once
NAMED = 20  # skipped things that are listed one by one; faults all are
NAMED_FEW = 5
WHERE_DATES_STAND = "Give it with --published, on a line of its own under the title, in the file's name, or as `published` in JSONL; an agreement needs none."
YOUNG = 100_000  # objects between two looks of the collector of cycles: most are claims, which have none
STOPPED = 130  # the usual exit code after Ctrl-C


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--into", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The record to read into; made if there is none.")
@click.option("--jsonl", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help='Write the claims as JSONL; "-" is standard output.')
@click.option("--published", metavar="DATE", help="When all of it was published, as 2025-03-09.")
@click.option("--outlet", metavar="NAME", help="The outlet of all of it.")
@click.option("--title", metavar="TEXT", help="The title of all of it.")
@click.option("--url", metavar="URL", help="The address of all of it.")
@click.option("--language", metavar="CODE", help='Its language; "en" has texts read that do not look English.')
@click.option("--learnt", metavar="DATE", help="When the record learns it; now, if not given.")
@click.option("--again", is_flag=True, help="Read again what is there already; what was read before stays in the history.")
@click.option("--pipeline", metavar="NAME", help="A spaCy pipeline with UD labels, instead of the shipped one.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to read with; the result is the same.")
def command(
    paths: tuple[str, ...],
    into: Path | None,
    jsonl: str | None,
    published: str | None,
    outlet: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    learnt: str | None,
    again: bool,
    pipeline: str | None,
    workers: int,
) -> None:
    """Read reports and agreement texts: files (text, HTML, JSONL), folders, or - for standard input.

    What a record holds already is not read again; a reading that was cut off goes on where it ended.
    """
    gc.enable()
    gc.set_threshold(YOUNG)
    from trucekeeper.sources.origin import Origin

    if into is None and jsonl is None:
        raise UsageError("nowhere to put what is read", mend="Name a record (--into FILE.truce), a file for claims (--jsonl FILE), or both.")
    origin = Origin(published=iso_day(published, "--published"), outlet=outlet, title=title, url=url, language=language)
    run(paths, into=into, jsonl=jsonl, origin=origin, learnt=learnt or now(), again=again, reader=pipeline, workers=workers)


def run(paths: tuple[str, ...], *, into: Path | None, jsonl: str | None, origin: Origin, learnt: str, again: bool, reader: str | None, workers: int) -> None:
    """Raises InputError at the end if anything could not be read."""
    from trucekeeper.cli.batch import Task, shipped
    from trucekeeper.record.moments import moment

    at = moment(learnt)
    tally = Tally()
    if jsonl is not None:
        check_folder(jsonl)
    made = into is not None and not into.exists()
    with ExitStack() as open_things:
        record = open_things.enter_context(_record(into)) if into is not None else None
        out = open_things.enter_context(click.open_file(jsonl, "w", encoding="utf-8")) if jsonl is not None else None
        # with --jsonl every claim is wanted, so that all is read; the record then only says what it has already
        task = Task(reader=shipped(reader), origin=origin, record=into if not again and out is None else None)
        keep = _keeper(record, out, at, again)
        try:
            with closing(_outcomes(paths, task, workers)) as coming:
                for outcome in coming:
                    tally.count(outcome, keep)
        except KeyboardInterrupt:
            tally.tell()
            click.echo("Stopped; the same command goes on from here.", err=True)
            sys.exit(STOPPED)
        if record is not None:
            _keep_up(record)
    if made and into is not None and not tally.counts:
        into.unlink()  # a record of nothing would only be in the way
    tally.tell()
    if tally.faults:
        rest = "; all else was" if tally.counts and not tally.skipped else ", with the reason"
        raise InputError(f"{len(tally.faults)} could not be read", mend=f"Named above{rest}.")
    if tally.skipped and not tally.counts:
        raise InputError("nothing was read", mend="What was given is named above, with the reason.")


def _record(path: Path) -> Record:
    from trucekeeper.record import Record

    return Record.create(path)


def _outcomes(paths: tuple[str, ...], task: Task, workers: int) -> Generator[Outcome, None, None]:
    from trucekeeper.cli.batch import outcomes
    from trucekeeper.sources.items import STDIN, found

    coming = outcomes(found(paths, sys.stdin.buffer), task, workers=workers)
    if not sys.stderr.isatty():
        yield from coming
        return
    total = None if STDIN in paths else sum(1 for _ in found(paths))
    yield from _with_progress(coming, total)


def _with_progress(coming: Iterator[Outcome], total: int | None) -> Iterator[Outcome]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("reading", total=total)
        for outcome in coming:
            yield outcome
            progress.advance(bar)


def _keep_up(record: Record) -> None:
    """Set what has been read against what was there; a reading that is cut off before that is taken in later."""
    from trucekeeper.weighing.keeping import keep_up

    keep_up(record)


def _keeper(record: Record | None, out: IO[str] | None, at: str, again: bool) -> Callable[[Read], str]:
    """What puts a reading where it belongs, and says what became of it."""
    from trucekeeper.exchange.claims_jsonl import rows_of, write_claims

    added = 0

    def keep(read: Read) -> str:
        nonlocal added
        became = record.add(read.document, read.claims, learnt=at, again=again) if record is not None else "read"
        added += 1
        if record is not None and added % TOGETHER == 0:
            _keep_up(record)
        if out is not None:
            write_claims(rows_of(read.document, read.claims), out)
        return "read" if became == "added" else became

    return keep


class Tally:
    """What became of everything, told at the end on standard error."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.claims = 0
        self.skipped: list[str] = []
        self.faults: list[str] = []
        self.undated: list[str] = []
        self.texts: list[str] = []

    def count(self, outcome: Outcome, keep: Callable[[Read], str]) -> None:
        from trucekeeper.cli.batch import AlreadyThere, Failed
        from trucekeeper.sources.items import Skipped

        if isinstance(outcome, AlreadyThere):
            self.counts["already there"] += 1
        elif isinstance(outcome, Skipped):
            self.skipped.append(f"{outcome.where}: {outcome.reason}")
        elif isinstance(outcome, Failed):
            self.faults.append(outcome.error)
        else:
            self._keep(outcome, keep)

    def _keep(self, read: Read, keep: Callable[[Read], str]) -> None:
        from trucekeeper.weighing.origins import is_agreement_text

        try:
            became = keep(read)
        except RecordError as error:
            if error.__cause__ is not None:
                raise  # the file itself
            self.faults.append(f"{read.document.origin}: {error}")
            return
        self.counts[became] += 1
        if any(map(is_agreement_text, read.claims)) and became != "already there":
            self.texts.append(read.document.name)
        if read.document.published is None and became != "already there":
            self.undated.append(read.document.origin or read.document.name)
        self.claims += len(read.claims) if became != "already there" else 0

    def tell(self) -> None:
        for line in self.skipped[:NAMED]:
            click.echo(f"skipped  {line}", err=True)
        if len(self.skipped) > NAMED:
            click.echo(f"skipped  and {len(self.skipped) - NAMED} more", err=True)
        for line in self.faults:
            click.echo(f"failed   {line}", err=True)
        told = [f"{self.counts['read']} read"]
        told += [f"{self.counts[name]} {name}" for name in ("read again", "already there") if self.counts[name]]
        told += [f"{len(lines)} {name}" for name, lines in (("skipped", self.skipped), ("failed", self.faults)) if lines]
        click.echo(f"{', '.join(told)}; {self.claims} claims.", err=True)
        if self.texts:
            click.echo(f"{len(self.texts)} read as {'agreement texts' if len(self.texts) > 1 else 'an agreement text'}: {few_of(self.texts)}.", err=True)
        if self.undated:
            click.echo(f"{len(self.undated)} without a day of publication: {few_of(self.undated)}. {WHERE_DATES_STAND}", err=True)


def few_of(names: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    return ", ".join(names[:NAMED_FEW]) + (f" and {len(names) - NAMED_FEW} more" if len(names) > NAMED_FEW else "")
