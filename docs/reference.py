"""Write the pages that are made from the program itself: `python docs/reference.py [FOLDER]`, beside this file if no folder is given.

A test checks that they are up to date.
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import click
from codings_reference import page as codings_page
from file_reference import page as agreement_file_page

from trucekeeper.cli.main import COMMANDS, main
from trucekeeper.model.claims import KINDS, Claim

HERE = Path(__file__).resolve().parent
WIDTH = 100


def command_page() -> str:
    """Every command's help, as the terminal shows it."""
    parts = ["# The command line\n\nMade from `--help` by `docs/reference.py`.\n"]
    top = click.Context(main, info_name="truce", terminal_width=WIDTH, max_content_width=WIDTH, help_option_names=["-h", "--help"])
    for name in COMMANDS:
        command = main.get_command(top, name)
        assert command is not None
        help_text = command.get_help(click.Context(command, info_name=name, parent=top, terminal_width=WIDTH, max_content_width=WIDTH))
        parts.append(f"## truce {name}\n\n```text\n{help_text}\n```\n")
    return "\n".join(parts)


def vocabulary_page() -> str:
    """Every kind of claim with its fields and their types."""
    common = {f.name for f in dataclasses.fields(Claim)}
    parts = ["# The vocabulary\n\nMade from the model by `docs/reference.py`; `truce kinds` prints the same.\n", "## Every claim\n", table(Claim, set())]
    for kind, made in KINDS.items():
        parts += [
            f"## {kind}\n",
            " ".join((made.__doc__ or "").split()) + "\n" if not (made.__doc__ or "").startswith(f"{made.__name__}(") else "",
            table(made, common | {"kind"}),
        ]
    return "\n".join(p for p in parts if p)


def table(made: type[Claim], without: set[str]) -> str:
    rows = [f"| `{f.name}` | `{str(f.type).replace('|', 'or')}` |" for f in dataclasses.fields(made) if f.name not in without]
    return "\n".join(["| field | type |", "| --- | --- |", *rows, ""])


PAGES = {"cli.md": command_page, "vocabulary.md": vocabulary_page, "agreement-file.md": agreement_file_page, "codings.md": codings_page}

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")
