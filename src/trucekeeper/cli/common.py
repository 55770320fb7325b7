"""What commands share: the record argument, JSON output, the clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucekeeper.model.errors import UsageError
from trucekeeper.model.rows import plain

if TYPE_CHECKING:
    from trucekeeper.record import Record

Command = TypeVar("Command", bound=Callable[..., Any])


def record_argument(command: Command) -> Command:
    return click.argument("record", type=click.Path(path_type=Path))(command)


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


@contextmanager
def opened(path: Path) -> Iterator[Record]:
    """A record, open. Raises RecordError where the file is none."""
    from trucekeeper.record import Record

    with Record.open(path) as record:
        yield record


def print_json(value: Any) -> None:
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def check_folder(target: str) -> None:
    """Raises UsageError where the folder of a file to write is not there; "-" is standard output."""
    folder = Path(target).parent
    if target != "-" and not folder.is_dir():
        raise UsageError(f"no folder {folder} to write {target} into", mend="Make the folder first, or name another one.")


def now() -> str:
    """The clock, in UTC: only a command reads it, and hands it down."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def iso_day(value: str | None, option: str) -> str | None:
    """The day of an option's ISO date. Raises UsageError."""
    from trucekeeper.sources.dates import iso_day as day

    try:
        return day(value) if value is not None else None
    except ValueError as error:
        raise UsageError(f"{option} {value!r} is no ISO date", mend="Write it as 2025-03-09.") from error


class IsoDay(click.DateTime):
    """The type of an option that takes a day; every command refuses what is none in the same words."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        return datetime.fromisoformat(str(iso_day(str(value), param.opts[0] if param else "the date")))


DAY = IsoDay()


def not_before(on: date, first: str | None, *, undated: bool) -> None:
    """Raises UsageError where a day lies before the first (ISO day) of a record's reports; only says so where some of them are without a date."""
    if first is None or on.isoformat() >= first:
        return
    if undated:
        click.echo(f"truce: {on.isoformat()} is before the first dated report of this record ({first}); only those without a date may be older", err=True)
        return
    raise UsageError(
        f"{on.isoformat()} is before the first report of this record ({first}): it knows nothing of that day",
        mend=f"Name that day or a later one: --on {first}",
    )


def no_report() -> UsageError:
    return UsageError("this record holds no report", mend="Read some: truce read REPORTS --into FILE.truce")


def day_of(record: Record, on: datetime | None) -> date:
    """The day asked for, or the newest report's. Raises UsageError where there is no report or none has a date, or for a day before the first."""
    with record.asking() as asked:
        first, last, undated = asked.days()
        empty = not asked.total("documents")
    if empty:
        raise no_report()
    if on is None and last is None:
        raise UsageError("no report in this record has a date", mend="Name the day: --on 2025-03-09.")
    day = on.date() if on else date.fromisoformat(last or "")
    not_before(day, first, undated=undated)
    return day
