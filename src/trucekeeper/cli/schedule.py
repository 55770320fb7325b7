"""`truce schedule`: what was planned or fell due, what is reported done, and what nobody reports."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.agreements import AGREEMENT, situation
from trucekeeper.cli.common import DAY, day_of, opened
from trucekeeper.cli.viewing import show, view_options


@click.command("schedule")
@view_options
@AGREEMENT
@click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
@click.option("--since", type=DAY, metavar="DATE", help="Only what ends on this day or later.")
def command(record: Path, agreement: Path | None, on: datetime | None, since: datetime | None, as_json: bool, html: Path | None) -> None:
    """What RECORD tells was planned for a day or fell due: what is reported done, told otherwise, still to come, and what nobody reports."""
    from trucekeeper.views.schedule import build, title
    from trucekeeper.views.schedule_text import to_terminal
    from trucekeeper.weighing.parts import newest_part

    with opened(record) as held:
        day = day_of(held, on)
        weighed = newest_part(held, day)
    running, documents = None, weighed.documents
    if agreement is not None:
        from trucekeeper.agreement.state import Stand
        from trucekeeper.views.schedule_terms import Running

        now = situation(record, agreement, on, None)
        running = Running.of(Stand.of(now.agreement, now.bearing, day, now.judgements), now.documents)
    page = build(weighed, day, since.date() if since else None, running)
    if agreement is not None and html is not None:
        documents = {**now.shown(page.cites), **documents}
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="schedule.html.j2", title=title(page), documents=documents)
