"""The door: `truce`. Commands are imported when they are called, so that `truce --help` answers at once."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from trucekeeper import __version__
from trucekeeper.model.errors import TrucekeeperError

# command -> (module of this package, one line for the list); in the order in which a newcomer meets them
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("read", "Read reports and agreement texts into a record, or print their claims."),
    "new": ("new", "What the last reading has changed, or all since a day."),
    "board": ("board", "What is in force, who wants what, what is contested, what comes next."),
    "figure": ("figure", "Every value given for a figure, with bound, date and whose word it is."),
    "sheet": ("sheet", "One page on one topic, to stand up in a year."),
    "timeline": ("timeline", "What happened, is planned, demanded, threatened or denied, told apart."),
    "schedule": ("schedule", "What was planned or fell due, what is reported done, what nobody reports."),
    "search": ("search", "Full text over documents and claims."),
    "show": ("show", "One claim in its sentence, with its chain and its document."),
    "explain": ("explain", "Why two claims were set together or apart, or what one is tied to."),
    "check": ("check", "Verify every hash and offset of a record."),
    "draft": ("draft", "Write an agreement file from a text or a record."),
    "state": ("state", "Where each term of an agreement stands on a date, by whose account."),
    "ledger": ("ledger", "What is owed, said to be given and left: exchanges, aid, money."),
    "calendar": ("calendar", "What falls due and what is said to come, on screen and as .ics."),
    "diff": ("diff", "Two versions of an agreement, or an agreement and a proposal, clause by clause."),
    "matches": ("matches", "Which claims bear on which lines of an agreement, and why."),
    "judge": ("judge", "Accept, reject or correct a claim; what was read stays beside it."),
    "export": ("export", "Write a record's claims as JSONL."),
    "kinds": ("kinds", "Print the vocabulary: kinds of claims and their fields."),
}


class LazyGroup(click.Group):
    """A group whose commands live in modules of this package and are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"trucekeeper.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="truce")
def main() -> None:
    """Keep the record of a truce: who said what, what happened, which figures on whose word, what was agreed, what falls due."""


def run() -> None:
    """The console script: user errors are told in a line and leave with their own exit code."""
    gc.disable()  # claims are many small lasting objects without cycles, and most commands are short; reading, which is not, collects cycles again
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would only get in the way of each other: reading shares work among processes
    try:
        main(standalone_mode=True)
    except TrucekeeperError as error:
        click.echo(f"truce: {error}", err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    run()
