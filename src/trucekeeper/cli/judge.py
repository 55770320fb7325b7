"""`truce judge`: a person's decision on a claim, kept beside what was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from trucekeeper.cli.common import now, opened, record_argument
from trucekeeper.model.errors import UsageError
from trucekeeper.model.judgement import Judgement, Verdict

VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct", "undo")


@click.command("judge")
@record_argument
@click.argument("claim")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--reason", metavar="TEXT", help="Why.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="With correct: what a field is to be; JSON, or plain words.")
@click.option("--at", metavar="DATE", help="When; now, if not given.")
def command(record: Path, claim: str, verdict: Verdict, by: str, reason: str | None, fields: tuple[str, ...], at: str | None) -> None:
    """Accept, reject or correct a claim, or undo the judgement before. Nothing is overwritten."""
    if not by.strip():
        raise UsageError("a judgement needs a name: --by")
    correction = dict(_field(field) for field in fields) or None
    with opened(record) as held:
        subject = held.claim(claim).id
        held.judge(Judgement(subject=subject, verdict=verdict, by=by, at=at or now(), correction=correction, reason=reason))
    click.echo(f"{subject}: {verdict} by {by}.")


def _field(given: str) -> tuple[str, Any]:
    name, sign, value = given.partition("=")
    if not sign or not name:
        raise UsageError(f"--set {given!r} is no FIELD=VALUE", mend="For example: --set value=13 --set status=planned")
    return name.strip(), _written(name, value.strip())


def _written(name: str, value: str) -> Any:
    """Words and numbers stay as written, for the field to take; objects, lists, strings in quotes and null are JSON."""
    if value[:1] not in ("{", "[", '"') and value not in ("null", "true", "false"):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise UsageError(f"--set {name}: {value} is no JSON: {error}") from error
