"""`truce calendar`: what falls due and what is said to come, on screen and as .ics."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import click

from trucekeeper.cli.agreements import agreement_options, situation
from trucekeeper.cli.common import DAY, check_folder
from trucekeeper.cli.viewing import show, view_options
from trucekeeper.model.errors import UsageError
from trucekeeper.weighing.words import count_words


@click.command("calendar")
@view_options
@agreement_options
@click.option("--until", type=DAY, metavar="DATE", help="The last day to show; a year on, if not given.")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write an .ics file for other calendars.")
def command(
    record: Path,
    agreement: Path | None,
    on: datetime | None,
    known_on: datetime | None,
    until: datetime | None,
    ics: Path | None,
    as_json: bool,
    html: Path | None,
) -> None:
    """What falls due under an agreement by arithmetic, and what RECORD's claims say is to come, by whose word.

    The .ics file can be imported again after a later run: each date keeps its UID when its day moves.
    """
    from trucekeeper.agreement.state import Stand
    from trucekeeper.views.calendar import build, to_ics
    from trucekeeper.views.calendar_text import to_terminal
    from trucekeeper.views.cite import cite_of

    now = situation(record, agreement, on, known_on)
    last = until.date() if until else now.day + timedelta(days=366)
    if last < now.day:
        raise UsageError(f"--until {last} is before {now.day}", mend="Name a later day.")
    found = Stand.of(now.agreement, now.bearing, now.day, now.judgements, cited=False).coming(now.day, last)
    cites = {c.id: cite_of(c) for c in now.claims_of({c for n in found for c in n.claims}) if c.document in now.documents}
    page = build(now.agreement.name, now.agreement.key, found, cites, now.day, last, known_on.date().isoformat() if known_on else None)
    if ics is not None:
        check_folder(str(ics))
        ics.write_bytes(to_ics(page))
        click.echo(f"Written: {ics} ({count_words(len(page.rows), 'date')})", err=True)
        if not as_json and html is None:
            return
    title = f"Calendar: {page.name}"
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="calendar.html.j2", title=title, documents=now.shown(page.cites if html else ()))
