"""`truce board`: what is in force, who wants what, what is contested, what comes next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.common import DAY, day_of, opened
from trucekeeper.cli.viewing import show, view_options


@click.command("board")
@view_options
@click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
def command(record: Path, on: datetime | None, as_json: bool, html: Path | None) -> None:
    """What RECORD tells of a truce on a day: phases in force, positions, what is contested, and what is said to come."""
    from trucekeeper.views.board import build, title
    from trucekeeper.views.board_text import to_terminal
    from trucekeeper.weighing.parts import newest_part

    with opened(record) as held:
        day = day_of(held, on)
        weighed = newest_part(held, day)
    page = build(weighed, day)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="board.html.j2", title=title(page), documents=weighed.documents)
