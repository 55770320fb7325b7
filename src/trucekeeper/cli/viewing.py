"""What the commands that show a page share: a record to open, and the three ways to show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucekeeper.cli.common import check_folder
from trucekeeper.model.document import Document

if TYPE_CHECKING:
    from rich.console import Console

    from trucekeeper.views.cite import Cite

Command = TypeVar("Command", bound=Callable[..., Any])


def view_options(command: Command) -> Command:
    """The record's path and the options --json and --html."""
    command = click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page.")(command)
    command = click.option("--json", "as_json", is_flag=True, help="Print the page as JSON.")(command)
    return click.argument("record", type=click.Path(path_type=Path))(command)


def show(
    page: Any, *, as_json: bool, html: Path | None, to_terminal: Callable[[Any, Console], None], template: str, title: str, documents: Mapping[str, Document]
) -> None:
    """Show a page on the terminal, or as JSON, or in a file; a page has `cites` for the HTML to carry."""
    if html is not None:
        from trucekeeper.views.page import render

        cites: list[Cite] = page.cites
        check_folder(str(html))
        html.write_text(render(template, page=page, title=title, cites=cites, documents=documents), "utf-8")
        click.echo(f"Written: {html}", err=True)
    if as_json:
        import json

        from trucekeeper.model.rows import plain

        click.echo(json.dumps(plain(page), ensure_ascii=False, indent=2))
    elif html is None:
        from trucekeeper.views.terminal import console

        to_terminal(page, console())
