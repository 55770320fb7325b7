"""`truce export`: a record's claims as JSONL, or as a table for spreadsheets."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import check_folder, iso_day, opened, record_argument
from trucekeeper.model.claims import KINDS
from trucekeeper.weighing.words import count_words


@click.command("export")
@record_argument
@click.option("--to", "target", type=click.Path(dir_okay=False, allow_dash=True), default="-", metavar="FILE", help="Where to; standard output, if not given.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only this kind.")
@click.option("--csv", "table", is_flag=True, help="A flat table for spreadsheets instead, as a FILE that ends in .csv is too.")
@click.option("--known-on", metavar="DATE", help="As the record stood at the end of that day.")
def command(record: Path, target: str, kind: str | None, table: bool, known_on: str | None) -> None:
    """Write claims as JSONL, one a line, as they were read, with the judgements on them beside; or as CSV."""
    from trucekeeper.exchange.claims_csv import write_table
    from trucekeeper.exchange.claims_jsonl import rows_of_record, write_claims

    day = iso_day(known_on, "--known-on")
    check_folder(target)
    table = table or target.lower().endswith(".csv")
    # spreadsheets take a file for UTF-8 by its mark only
    with opened(record) as held, click.open_file(target, "w", encoding="utf-8-sig" if table and target != "-" else "utf-8") as out:
        rows = rows_of_record(held, kind=kind, known_on=day)
        count = write_table(rows, {d.id: d for d in held.documents()}, out) if table else write_claims(rows, out)
    if target != "-":
        click.echo(f"{count_words(count, 'claim')} written to {target}.", err=True)
