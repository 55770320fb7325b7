"""`truce draft`: an agreement file from a text or a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucekeeper.model.errors import SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trucekeeper.model.agreement import Agreement
    from trucekeeper.model.claims import Claim
    from trucekeeper.model.document import Document

RECORD_HEAD = b"SQLite format 3\x00"
NO_TEXT = "Agreement texts: none; drafted from what reports tell."


@click.command("draft")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write FILE; one that is there keeps a person's mends.")
@click.option("--published", metavar="DATE", help="The day of the text, where dates without a year are to be read.")
def command(source: Path, output: Path | None, published: str | None) -> None:
    """Write an agreement file from SOURCE, an agreement's text or a record, with `?` and the reason where the words do not tell."""
    if output is not None:
        from trucekeeper.cli.common import check_folder

        check_folder(str(output))
    from trucekeeper.agreement.file import dump, load_file
    from trucekeeper.agreement.lines import to_file
    from trucekeeper.agreement.mends import mends, redrafted

    drafted, papers = from_record(source) if is_record(source) else from_text(source, published)
    if not drafted.terms and not drafted.phases:
        raise UsageError(
            f"{source} tells of no agreement", mend="Give an agreement's text, or a record of reports on what was agreed; proposals and demands alone are none."
        )
    click.echo(f"Agreement texts: {', '.join(papers)}" if papers else NO_TEXT, err=True)
    if output is None:
        click.echo(dump(to_file(drafted)), nl=False)
        return
    there = load_file(output) if output.exists() else None
    made = redrafted(there, drafted) if there is not None else to_file(drafted)
    output.write_text(dump(made, over=output.read_text("utf-8") if there is not None else None), "utf-8", newline="\n")
    asked = sum(len(line.unknown) for line in (*made.phases, *made.terms))
    click.echo(f"Written: {output} ({len(made.phases)} phases, {len(made.terms)} terms, {asked} places marked ?)", err=True)
    if there is not None:
        kept = mends(there)
        click.echo(f"Kept {kept} {'mend' if kept == 1 else 'mends'} of yours.", err=True)


def is_record(path: Path) -> bool:
    """By its first bytes. Raises SourceError where it cannot be read."""
    try:
        with path.open("rb") as opened:
            return opened.read(len(RECORD_HEAD)) == RECORD_HEAD
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from error


def from_record(path: Path) -> tuple[Agreement, list[str]]:
    from trucekeeper.record import Record

    with Record.open(path) as record:
        return drafted_of(record.claims(), record.documents())


def from_text(path: Path, published: str | None) -> tuple[Agreement, list[str]]:
    from trucekeeper.reading.assemble import Reader
    from trucekeeper.sources.items import Item, Skipped, load
    from trucekeeper.sources.origin import Origin

    document = load(Item(str(path)), Origin(published=published))
    if isinstance(document, Skipped):
        raise SourceError(f"not read: {document.reason}", where=document.where)
    reading = Reader().read(document)
    return drafted_of(reading.claims, [reading.document])


def drafted_of(claims: Iterable[Claim], documents: Iterable[Document]) -> tuple[Agreement, list[str]]:
    """What is drafted, and the names of the documents that were taken for agreement texts by their form."""
    from trucekeeper.agreement.draft import agreement_of
    from trucekeeper.weighing.origins import is_agreement_text

    held, papers = list(claims), list(documents)
    texts = {c.document for c in held if is_agreement_text(c)}
    return agreement_of(held, papers), sorted(d.name for d in papers if d.id in texts)
