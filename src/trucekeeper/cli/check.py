"""`truce check`: is a record sound?"""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import json_option, opened, print_json, record_argument
from trucekeeper.model.errors import RecordError
from trucekeeper.weighing.words import count_words


@click.command("check")
@record_argument
@json_option
def command(record: Path, as_json: bool) -> None:
    """Verify every hash, offset, link and index of a record; name what is broken."""
    with opened(record) as held:
        found = list(held.check())
        documents, claims = held.size()
    if as_json:
        print_json({"documents": documents, "claims": claims, "problems": found})
    else:
        for problem in found:
            click.echo(f"{problem.where}: {problem.what}")
        click.echo(f"{count_words(documents, 'document')}, {count_words(claims, 'claim')}: {_verdict(len(found))}.")
    if found:
        raise RecordError(f"{record} is not sound", mend="Take its last copy, or read the reports again into a new record.")


def _verdict(problems: int) -> str:
    return "sound" if not problems else "1 problem" if problems == 1 else f"{problems} problems"
