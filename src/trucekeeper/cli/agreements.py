"""What the commands on agreements share: a record, an agreement file or the record's own draft, and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucekeeper.cli.common import DAY, not_before_reports
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.weighing.words import day_words

if TYPE_CHECKING:
    from trucekeeper.model.agreement import Agreement
    from trucekeeper.model.claims import Claim
    from trucekeeper.model.document import Document
    from trucekeeper.model.judgement import Judgement

Command = TypeVar("Command", bound=Callable[..., Any])
AGREEMENT = click.option(
    "--agreement", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="An agreement file; drafted from the record if not given."
)
ON = click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
KNOWN_ON = click.option("--as-known-on", "known_on", type=DAY, metavar="DATE", help="What the record knew at the end of that day.")


def agreement_options(command: Command) -> Command:
    """--agreement, --on and --as-known-on."""
    return AGREEMENT(ON(KNOWN_ON(command)))


@dataclass(frozen=True, slots=True)
class Situation:
    """An agreement, the claims of a record as people have judged them, and the day on which to look."""

    agreement: Agreement
    claims: list[Claim]
    documents: dict[str, Document]
    judgements: list[Judgement]
    day: date


def situation(record: Path, agreement: Path | None, on: datetime | None, known_on: datetime | None) -> Situation:
    """Raises RecordError, AgreementError, NotFound where nothing was known yet, UsageError for a day that the reports cannot tell of."""
    from trucekeeper.agreement.draft import agreement_of
    from trucekeeper.agreement.file import load, strangers
    from trucekeeper.record import Record
    from trucekeeper.weighing.judged import judged

    with Record.open(record) as opened:
        then = known_on.date().isoformat() if known_on else None
        documents = {d.id: d for d in opened.documents(known_on=then)}
        if then is not None and not documents:
            raise nothing_known(then, min((opened.learnt(d.id) for d in opened.documents()), default=None))
        judgements = list(opened.judgements(known_on=then))
        claims = list(judged(opened.claims(known_on=then), judgements).claims)
    day = day_of(on, documents)
    for warning in strangers(agreement) if agreement else ():
        click.echo(f"truce: {warning}", err=True)
    kept = load(agreement) if agreement else agreement_of(claims, documents.values())
    return Situation(kept, claims, documents, judgements, day)


def nothing_known(then: str, first: str | None) -> NotFound:
    """A record that had learnt of nothing yet knows no state."""
    mend = f"The record learnt its first report on {day_words(first)}." if first else "The record holds no report."
    return NotFound(f"nothing was known on {day_words(then)}", mend=mend)


def day_of(on: datetime | None, documents: dict[str, Document]) -> date:
    """The day asked for, or the newest report's."""
    if on is not None:
        not_before_reports(on.date(), (d.published or (d.said.earliest if d.said else None) for d in documents.values()))
        return on.date()
    days = [d.published[:10] for d in documents.values() if d.published]
    if not days:
        raise UsageError("no report in this record has a date", mend="Name the day: --on 2025-03-09.")
    return date.fromisoformat(max(days))
