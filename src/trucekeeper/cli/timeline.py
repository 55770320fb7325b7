"""`truce timeline`: what happened, is planned, demanded, threatened, denied, told apart."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.common import DAY, opened
from trucekeeper.cli.viewing import show, view_options
from trucekeeper.model.errors import UsageError


@click.command("timeline")
@view_options
@click.option("--since", type=DAY, metavar="DATE", help="Only events of this day or later.")
@click.option("--until", type=DAY, metavar="DATE", help="Only events of this day or earlier.")
def command(record: Path, since: datetime | None, until: datetime | None, as_json: bool, html: Path | None) -> None:
    """All events of RECORD in order of time, each once, with its status and whose word it is."""
    from trucekeeper.views.timeline import build
    from trucekeeper.views.timeline_text import to_terminal
    from trucekeeper.weighing.parts import part_of_days

    first, last = since.date() if since else None, until.date() if until else None
    if first and last and last < first:
        raise UsageError(f"--until {last} is before --since {first}")
    with opened(record) as held:
        weighed = part_of_days(held, first, last)
    page = build(weighed, first, last)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="timeline.html.j2", title="Timeline", documents=weighed.documents)
