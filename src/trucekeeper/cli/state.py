"""`truce state`: where each phase and term stands on a day, by whose account."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucekeeper.cli.common import DAY
from trucekeeper.cli.viewing import show
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.weighing.words import day_words

if TYPE_CHECKING:
    from trucekeeper.model.claims import Claim
    from trucekeeper.model.document import Document
    from trucekeeper.views.state import StatePage


@click.command("state")
@click.argument("record", type=click.Path(path_type=Path), required=False)
@click.option("--agreement", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="An agreement file; drafted from the record if not given.")
@click.option("--on", type=DAY, metavar="DATE", help="The day; the newest report's if not given.")
@click.option("--according-to", "party", metavar="PARTY", help="Only this party's accounts, beside what dates alone give.")
@click.option("--as-known-on", "known_on", type=DAY, metavar="DATE", help="What the record knew at the end of that day.")
@click.option("--json", "as_json", is_flag=True, help="Print the page as JSON.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of agreement files.")
def command(
    record: Path | None,
    agreement: Path | None,
    on: datetime | None,
    party: str | None,
    known_on: datetime | None,
    as_json: bool,
    html: Path | None,
    schema: bool,
) -> None:
    """Where each phase and term of an agreement stands on a day by RECORD: by whose account, by arithmetic, or by silence."""
    if schema:
        import json

        from trucekeeper.agreement.schema import json_schema

        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    if record is None:
        raise UsageError("no record is given", mend="truce state gaza.truce --on 2025-03-09")
    from trucekeeper.record import Record
    from trucekeeper.views.state_text import to_terminal

    with Record.open(record) as opened:
        then = known_on.date().isoformat() if known_on else None
        documents = {d.id: d for d in opened.documents(known_on=then)}
        if then is not None and not documents:
            raise nothing_known(then, min((opened.learnt(d.id) for d in opened.documents()), default=None))
        claims = list(opened.claims(known_on=then))
    page = page_of(claims, documents, agreement, on, party)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="state.html.j2", title=f"{page.name} on {page.on}", documents=documents)


def nothing_known(then: str, first: str | None) -> NotFound:
    """A record that had learnt of nothing yet knows no state."""
    mend = f"The record learnt its first report on {day_words(first)}." if first else "The record holds no report."
    return NotFound(f"nothing was known on {day_words(then)}", mend=mend)


def page_of(claims: list[Claim], documents: dict[str, Document], agreement: Path | None, on: datetime | None, party: str | None) -> StatePage:
    from trucekeeper.agreement.accounts import according_to
    from trucekeeper.agreement.draft import agreement_of
    from trucekeeper.agreement.file import load, strangers
    from trucekeeper.agreement.state import state_on
    from trucekeeper.views.state import build

    known = {c.document for c in claims}
    days = [d.published[:10] for d in documents.values() if d.published and d.id in known]
    if on is None and not days:
        raise UsageError("no report in this record has a date", mend="Name the day: --on 2025-03-09.")
    day = on.date() if on else date.fromisoformat(max(days))
    for warning in strangers(agreement) if agreement else ():
        click.echo(f"truce: {warning}", err=True)
    kept = load(agreement) if agreement else agreement_of(claims, documents.values())
    state = state_on(kept, claims, day, documents.values())
    return build(according_to(state, party) if party else state, documents, party)
