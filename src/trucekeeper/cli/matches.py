"""`truce matches`: which claims were held against which lines of an agreement, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from trucekeeper.cli.agreements import AGREEMENT, KNOWN_ON, situation
from trucekeeper.cli.viewing import show, view_options
from trucekeeper.model.errors import NotFound


@click.command("matches")
@view_options
@AGREEMENT
@KNOWN_ON
@click.option("--line", metavar="ID", help="Only those of this line.")
@click.option("--proposed", is_flag=True, help="Only those that wait for a person.")
def command(record: Path, agreement: Path | None, known_on: datetime | None, line: str | None, proposed: bool, as_json: bool, html: Path | None) -> None:
    """What RECORD's claims tell of each line of an agreement, with the reason for the match.

    Only what is matched or confirmed counts in `truce state`. Confirm or refuse with
    truce judge RECORD CLAIM accept|reject --line ID --agreement FILE --by NAME.
    """
    from trucekeeper.views.matches import build
    from trucekeeper.views.matches_text import to_terminal

    now = situation(record, agreement, None, known_on)
    lines = now.agreement
    held = {
        *(t.id for t in lines.terms),
        *(x.id for x in lines.exchanges),
        *(a.id for a in lines.aid),
        *(m.id for m in lines.money),
        *(p.id for p in lines.phases),
    }
    if line is not None and line not in held:
        raise NotFound(f"{lines.name} has no line {line}", mend=f"It has {', '.join(sorted(held)[:12])}{' …' if len(held) > 12 else ''}.")
    found = now.bearing.matches(now.judgements, now.agreement.key)
    kept = [m for m in found if line in (None, m.line) and (m.certainty == "proposed" or not proposed)]
    page = build(now.agreement, kept, now.documents)
    show(
        page,
        as_json=as_json,
        html=html,
        to_terminal=to_terminal,
        template="matches.html.j2",
        title=f"Matches: {page.name}",
        documents=now.shown(page.cites if html else ()),
    )
