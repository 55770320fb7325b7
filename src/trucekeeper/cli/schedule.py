"""`truce schedule`: what was planned or fell due, what is reported done, and what nobody reports."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.common import DAY, day_of, opened
from trucekeeper.cli.viewing import show, view_options


@click.command("schedule")
@view_options
@click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
@click.option("--since", type=DAY, metavar="DATE", help="Only what ends on this day or later.")
def command(record: Path, on: datetime | None, since: datetime | None, as_json: bool, html: Path | None) -> None:
    """What RECORD tells was planned for a day or fell due: what is reported done, told otherwise, still to come, and what nobody reports."""
    from trucekeeper.views.schedule import build, title
    from trucekeeper.views.schedule_text import to_terminal
    from trucekeeper.weighing.parts import newest_part

    with opened(record) as held:
        day = day_of(held, on)
        weighed = newest_part(held, day)
    page = build(weighed, day, since.date() if since else None)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="schedule.html.j2", title=title(page), documents=weighed.documents)
