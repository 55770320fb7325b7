"""`truce board`: what is in force, who wants what, what is contested, what comes next."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from trucekeeper.cli.common import DAY, not_before, opened
from trucekeeper.cli.viewing import show, view_options
from trucekeeper.model.errors import UsageError


@click.command("board")
@view_options
@click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
def command(record: Path, on: datetime | None, as_json: bool, html: Path | None) -> None:
    """What RECORD tells of a truce on a day: phases in force, positions, what is contested, and what is said to come."""
    from trucekeeper.views.board import build, title
    from trucekeeper.views.board_text import to_terminal
    from trucekeeper.weighing.parts import newest_part

    with opened(record) as held:
        with held.asking() as asked:
            first, last, undated = asked.days()
        if on is None and last is None:
            raise UsageError("no report in this record has a date", mend="Name the day: --on 2025-03-09.")
        day = on.date() if on else date.fromisoformat(last or "")
        not_before(day, first, undated=undated)
        weighed = newest_part(held, day)
    page = build(weighed, day)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="board.html.j2", title=title(page), documents=weighed.documents)
