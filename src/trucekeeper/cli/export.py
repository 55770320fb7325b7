"""`truce export`: a record's claims as JSONL."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import check_folder, iso_day, opened, record_argument
from trucekeeper.model.claims import KINDS


@click.command("export")
@record_argument
@click.option("--to", "target", type=click.Path(dir_okay=False, allow_dash=True), default="-", metavar="FILE", help="Where to; standard output, if not given.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only this kind.")
@click.option("--known-on", metavar="DATE", help="As the record stood at the end of that day.")
def command(record: Path, target: str, kind: str | None, known_on: str | None) -> None:
    """Write claims as JSONL, one a line, as they were read, with the judgements on them beside."""
    from trucekeeper.exchange.claims_jsonl import rows_of_record, write_claims

    day = iso_day(known_on, "--known-on")
    check_folder(target)
    with opened(record) as held, click.open_file(target, "w", encoding="utf-8") as out:
        count = write_claims(rows_of_record(held, kind=kind, known_on=day), out)
    if target != "-":
        click.echo(f"{count} claims written to {target}.", err=True)
