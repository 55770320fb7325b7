"""`truce search`: full text over documents and claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucekeeper.cli.common import iso_day, json_option, opened, print_json, record_argument

if TYPE_CHECKING:
    from rich.text import Text

    from trucekeeper.record import Hit


@click.command("search")
@record_argument
@click.argument("query")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help='Only this kind of claim, or "document"; may be given again.')
@click.option("--speaker", metavar="NAME", help="Only claims on this speaker's or party's word (a part of the name will do).")
@click.option("--since", metavar="DATE", help="Only what is about this day or later.")
@click.option("--until", metavar="DATE", help="Only what is about this day or earlier.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@json_option
def command(record: Path, query: str, kinds: tuple[str, ...], speaker: str | None, since: str | None, until: str | None, limit: int, as_json: bool) -> None:
    """Search a record: all words must occur, "phrases in quotes", beginnings with a star (hostag*)."""
    since, until = iso_day(since, "--since"), iso_day(until, "--until")
    with opened(record) as held:
        hits = held.search(query, kinds=kinds, speaker=speaker, since=since, until=until, limit=limit)
        many = len(hits) == limit and held.many_found(query)
    if as_json:
        print_json(hits)
    elif hits:
        _print(hits)
        if many:
            click.echo("Very many claims have these words: the newest are shown, not the best. More words narrow it down.", err=True)
    else:
        click.echo(f"Nothing found for {query!r}.")


def _print(hits: list[Hit]) -> None:
    from rich.text import Text

    from trucekeeper.views.terminal import console

    out = console()
    for hit in hits:
        out.print(Text.assemble((f"{hit.kind} ", "bold"), (hit.id, "cyan"), f"  {hit.document_name}", f", {hit.published}" if hit.published else ""))
        out.print(_snippet(hit))


def _snippet(hit: Hit) -> Text:
    from rich.text import Text

    words = Text(f"  {hit.snippet}")
    for start, end in hit.marks:
        words.stylize("bold reverse", start + 2, end + 2)
    return words
