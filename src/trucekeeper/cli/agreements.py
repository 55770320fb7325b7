"""What the commands on agreements share: a record, an agreement file or the record's own draft, and the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucekeeper.cli.common import DAY, no_report, not_before
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.weighing.words import day_words

if TYPE_CHECKING:
    from trucekeeper.agreement.bearing import Bearing
    from trucekeeper.model.agreement import Agreement
    from trucekeeper.model.claims import Claim
    from trucekeeper.model.document import Document
    from trucekeeper.model.judgement import Judgement
    from trucekeeper.record import Record, Reports
    from trucekeeper.views.cite import Cite

Command = TypeVar("Command", bound=Callable[..., Any])
AGREEMENT = click.option(
    "--agreement", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="An agreement file; drafted from the record if not given."
)
DRAFT, DRAFT_THEN = "~draft", "~draft then"  # the names under which is kept what bears on a record's own draft, and on that of an earlier day
MANY = 500  # documents that take long enough to say so
ON = click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
KNOWN_ON = click.option("--as-known-on", "known_on", type=DAY, metavar="DATE", help="What the record knew at the end of that day.")


def agreement_options(command: Command) -> Command:
    """--agreement, --on and --as-known-on."""
    return AGREEMENT(ON(KNOWN_ON(command)))


@dataclass(frozen=True, slots=True)
class Situation:
    """An agreement, what a record tells that bears on it, and the day on which to look.

    `documents` can tell which documents the record knew; `shown` gives those that are shown with their text.
    """

    agreement: Agreement
    bearing: Bearing
    documents: Mapping[str, Document]
    judgements: list[Judgement]
    day: date
    claims_of: Callable[[Iterable[str]], list[Claim]]

    def shown(self, cites: Iterable[Cite]) -> Mapping[str, Document]:
        return self.documents.of({c.document for c in cites}) if isinstance(self.documents, Papers) else self.documents


class Papers(Mapping[str, "Document"]):
    """The documents by id that a record knew at the end of a day, read when they are asked for; `of` reads many at once. Those `told` of are known already."""

    def __init__(self, path: Path, known_on: str | None, told: Iterable[str]) -> None:
        self._path, self._known_on = path, known_on
        self._known = dict.fromkeys(told, True)

    def of(self, ids: Iterable[str]) -> dict[str, Document]:
        from trucekeeper.record import Record

        with Record.open(self._path) as record, record.bearing() as borne:
            return {d.id: d for d in borne.documents(borne.numbers(ids, self._known_on)).values()}

    def __getitem__(self, key: str) -> Document:
        return self.of([key])[key]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str) and key not in self._known:
            self._known[key] = bool(self.of([key]))
        return isinstance(key, str) and self._known[key]

    def __iter__(self) -> Iterator[str]:
        from trucekeeper.record import Record

        with Record.open(self._path) as record, record.bearing() as borne:
            return iter(borne.known_documents(self._known_on))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def situation(record: Path, agreement: Path | None, on: datetime | None, known_on: datetime | None) -> Situation:
    """Raises RecordError, AgreementError, NotFound where nothing was known yet, UsageError for a day that the reports cannot tell of."""
    from trucekeeper.agreement.keeping import SMALL
    from trucekeeper.record import Record

    then = known_on.date().isoformat() if known_on else None
    with Record.open(record) as opened:
        with opened.asking() as asked:
            reports, ever = asked.reports(then), asked.reports()
        if then is not None and not reports.count:
            raise nothing_known(then, ever.learnt)
        day = day_of(on, reports)
        judgements = list(opened.judgements(known_on=then))
        if opened.size()[1] <= SMALL:
            return read_whole(opened, agreement, judgements, day, then)
        return read_part(opened, agreement, judgements, day, then)


def warn(strangers: Iterable[str], path: Path) -> None:
    """Of names that a file does not explain, such as bearers that are no parties."""
    for told in strangers:
        click.echo(f"truce: {path}:{told}", err=True)


def read_whole(record: Record, agreement: Path | None, judgements: list[Judgement], day: date, then: str | None) -> Situation:
    """All claims and documents of a small record."""
    from trucekeeper.agreement.bearing import bearing_of
    from trucekeeper.weighing.judged import judged

    documents = {d.id: d for d in record.documents(known_on=then)}
    claims = judged(record.claims(known_on=then), judgements).claims
    if agreement is not None:
        from trucekeeper.agreement.file import load_file, sound, strangers
        from trucekeeper.agreement.lines import from_file

        file = sound(load_file(agreement), agreement)
        warn(strangers(file, agreement), agreement)
        kept = from_file(file)
    else:
        from trucekeeper.agreement.draft import agreement_of

        kept = agreement_of(claims, documents.values())
    by_id = {c.id: c for c in claims}
    bearing = bearing_of(kept, claims, documents.values())
    return Situation(kept, bearing, documents, judgements, day, lambda ids: [by_id[i] for i in ids if i in by_id])


def read_part(record: Record, agreement: Path | None, judgements: list[Judgement], day: date, then: str | None) -> Situation:
    """What bears on an agreement, out of what is kept of it. What is kept of the record's own draft goes by a name that no file has."""
    from trucekeeper.agreement.keeping import drafted, kept_agreement, kept_bearing, waiting
    from trucekeeper.weighing.judged import judged

    path = record.path

    def claims_of(ids: Iterable[str]) -> list[Claim]:
        from trucekeeper.record import Record

        with Record.open(path) as again, again.bearing() as borne:
            return list(judged(borne.by_id(ids, then), judgements).claims)

    if agreement is not None:
        kept, strangers = kept_agreement(record, agreement)
        warn(strangers, agreement)
    else:
        kept = drafted(record, judgements, then)
    under = None if agreement is not None else DRAFT if then is None else DRAFT_THEN
    coming = waiting(record, kept, under)
    if coming >= MANY:
        click.echo(f"truce: holding {coming:,} documents against {kept.name}; what is found in them is kept for the next time", err=True)
    bearing = kept_bearing(record, kept, judgements, day, then, under=under)
    return Situation(kept, bearing, Papers(path, then, bearing.documents), judgements, day, claims_of)


def nothing_known(then: str, first: str | None) -> NotFound:
    """A record that had learnt of nothing yet knows no state."""
    mend = f"The record learnt its first report on {day_words(first)}." if first else "The record holds no report."
    return NotFound(f"nothing was known on {day_words(then)}", mend=mend)


def day_of(on: datetime | None, reports: Reports) -> date:
    """The day asked for, or the newest report's."""
    if not reports.count:
        raise no_report()
    if on is not None:
        not_before(on.date(), reports.first, undated=reports.undated)
        return on.date()
    if reports.last is None:
        raise UsageError("no report in this record has a date", mend="Name the day: --on 2025-03-09.")
    return date.fromisoformat(reports.last)
