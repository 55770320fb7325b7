"""`truce diff`: two versions of an agreement, or an agreement and a proposal, clause by clause."""

from __future__ import annotations

from pathlib import Path

import click

from trucekeeper.cli.viewing import show
from trucekeeper.model.errors import UsageError


@click.command("diff")
@click.argument("first", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("second", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--proposal", metavar="ID", help="Instead of SECOND: the first as this amendment or proposal in it would make it.")
@click.option("--json", "as_json", is_flag=True, help="Print the page as JSON.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page.")
def command(first: Path, second: Path | None, proposal: str | None, as_json: bool, html: Path | None) -> None:
    """What two agreement files do not have in common: lines changed, gone and new, found by id, by clause, or by most of their words."""
    if (second is None) == (proposal is None):
        raise UsageError("a comparison needs two sides", mend="truce diff FIRST SECOND, or truce diff FIRST --proposal ID")
    from trucekeeper.agreement.diff import as_proposed, compare, without
    from trucekeeper.agreement.file import load
    from trucekeeper.views.diff import build
    from trucekeeper.views.diff_text import to_terminal

    one = load(first)
    if proposal is not None:
        made = compare(without(one, proposal), as_proposed(one, proposal), (one.name, f"as {proposal} would make it"))
    elif second is not None:
        made = compare(one, load(second), (first.name, second.name))
    page = build(made)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="diff.html.j2", title=f"{page.first} and {page.second}", documents={})
