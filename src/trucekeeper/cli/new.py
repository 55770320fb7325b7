"""`truce new`: what the last reading has changed, or all since a day."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import opened
from trucekeeper.cli.viewing import show, view_options


@click.command("new")
@view_options
@click.option("--since", metavar="MOMENT", help="All that RECORD has learnt since this day, or date-time of a reading; the last reading, if not given.")
def command(record: Path, since: str | None, as_json: bool, html: Path | None) -> None:
    """What the last reading has changed in RECORD: events, denials, figures, positions, terms, dates, statements; and which documents are only copies.

    It goes by when the record learnt something, not by what the news is about.
    """
    from trucekeeper.views.new import build, title
    from trucekeeper.views.new_text import to_terminal
    from trucekeeper.weighing.news import news_since

    with opened(record) as held:
        news = news_since(held, since)
    page = build(news)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="new.html.j2", title=title(page), documents=news.weighed.documents)
