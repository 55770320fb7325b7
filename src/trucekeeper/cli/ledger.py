"""`truce ledger`: what is owed, reported given and remains, by account."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.agreements import agreement_options, situation
from trucekeeper.cli.viewing import show, view_options


@click.command("ledger")
@view_options
@agreement_options
def command(record: Path, agreement: Path | None, on: datetime | None, known_on: datetime | None, as_json: bool, html: Path | None) -> None:
    """Exchanges by round, terms of so many, aid by day and crossing, money by payer and currency: what an agreement asks for, and what each voice in RECORD
    says was given."""
    from trucekeeper.agreement.state import Stand
    from trucekeeper.views.ledger import build
    from trucekeeper.views.ledger_text import to_terminal

    now = situation(record, agreement, on, known_on)
    stand = Stand.of(now.agreement, now.bearing, now.day, now.judgements, cited=as_json or html is not None)
    page = build(stand.ledger, now.documents, known_on.date().isoformat() if known_on else None, stand.state.terms)
    show(
        page,
        as_json=as_json,
        html=html,
        to_terminal=to_terminal,
        template="ledger.html.j2",
        title=f"Ledger: {page.name}",
        documents=now.shown(page.cites if html else ()),
    )
