"""`truce sheet`: one page on one topic."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import opened
from trucekeeper.cli.viewing import show, view_options


@click.command("sheet")
@view_options
@click.argument("topic", nargs=-1, required=True)
def command(record: Path, topic: tuple[str, ...], as_json: bool, html: Path | None) -> None:
    """One page on TOPIC: dated states, who says each, the exact words with hash and offsets, what is not known, reviews, independence."""
    from trucekeeper.views.sheet import build
    from trucekeeper.views.sheet_text import to_terminal
    from trucekeeper.weighing.parts import part_with_words

    with opened(record) as held:
        weighed = part_with_words(held, " ".join(topic))
    page = build(weighed, " ".join(topic))
    title = f"Sheet: {page.topic}"
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="sheet.html.j2", title=title, documents=weighed.documents)
