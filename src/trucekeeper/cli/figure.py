"""`truce figure`: every value given for one figure."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import opened
from trucekeeper.cli.viewing import show, view_options


@click.command("figure")
@view_options
@click.argument("what", nargs=-1, required=True)
def command(record: Path, what: tuple[str, ...], as_json: bool, html: Path | None) -> None:
    """Every value that RECORD holds for WHAT ("killed", "hostages held"): bound, date, whose word, and what each is to the others."""
    from trucekeeper.views.figure import build
    from trucekeeper.views.figure_text import to_terminal
    from trucekeeper.weighing.parts import part_with_words

    with opened(record) as held:
        weighed = part_with_words(held, " ".join(what), "figure")
    page = build(weighed, " ".join(what))
    title = f"Figure: {page.query}"
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="figure.html.j2", title=title, documents=weighed.documents)
