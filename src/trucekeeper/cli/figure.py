"""`truce figure`: every value given for one figure."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.common import opened, print_json
from trucekeeper.cli.viewing import show, view_options


@click.command("figure")
@view_options
@click.argument("what", nargs=-1)
def command(record: Path, what: tuple[str, ...], as_json: bool, html: Path | None) -> None:
    """Every value that RECORD holds for WHAT ("killed", "hostages held"): bound, date, whose word, and what each is to the others.

    Without WHAT it lists what the newest reports count.
    """
    if not what:
        if html is not None:
            raise click.UsageError("A page shows one figure: say which, as in `truce figure RECORD killed --html FILE`.")
        _list(record, as_json=as_json)
        return
    from trucekeeper.views.figure import build
    from trucekeeper.views.figure_text import to_terminal
    from trucekeeper.weighing.parts import part_with_words

    with opened(record) as held:
        weighed = part_with_words(held, " ".join(what), "figure")
    page = build(weighed, " ".join(what))
    title = f"Figure: {page.query}"
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="figure.html.j2", title=title, documents=weighed.documents)


def _list(record: Path, *, as_json: bool) -> None:
    from trucekeeper.model.rows import plain
    from trucekeeper.views.figure import counted
    from trucekeeper.views.figure_text import counted_to_terminal
    from trucekeeper.views.terminal import console
    from trucekeeper.weighing.parts import newest_part

    with opened(record) as held:
        found = counted(newest_part(held))
    if as_json:
        print_json(plain(found))
    else:
        counted_to_terminal(found, console())
