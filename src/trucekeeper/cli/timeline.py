"""`truce timeline`: what happened, is planned, demanded, threatened, denied, told apart."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.viewing import show, view_options, weighed_from


@click.command("timeline")
@view_options
def command(record: Path, as_json: bool, html: Path | None) -> None:
    """All events of RECORD in order of time, each once, with its status and whose word it is."""
    from trucekeeper.views.timeline import build
    from trucekeeper.views.timeline_text import to_terminal

    weighed = weighed_from(record)
    page = build(weighed)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="timeline.html.j2", title="Timeline", documents=weighed.documents)
