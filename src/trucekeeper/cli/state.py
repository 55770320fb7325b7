"""`truce state`: where each phase and term stands on a day, by whose account."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucekeeper.cli.agreements import agreement_options, situation
from trucekeeper.cli.viewing import show
from trucekeeper.model.errors import UsageError

if TYPE_CHECKING:
    from trucekeeper.agreement.assume import Assumptions, Difference


@click.command("state")
@click.argument("record", type=click.Path(path_type=Path), required=False)
@agreement_options
@click.option("--according-to", "party", metavar="PARTY", help="Only this party's accounts, beside what dates alone give.")
@click.option(
    "--assume",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Show what assumed events would change, once the last of them has come about (or on --on); nothing is written.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the page as JSON.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write one self-contained page.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of agreement files.")
def command(
    record: Path | None,
    agreement: Path | None,
    on: datetime | None,
    known_on: datetime | None,
    party: str | None,
    assume: Path | None,
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
    from trucekeeper.agreement.accounts import according_to, check_voice
    from trucekeeper.agreement.state import Stand
    from trucekeeper.views.state import build
    from trucekeeper.views.state_text import to_terminal
    from trucekeeper.weighing.words import day_words

    now = situation(record, agreement, on, known_on)
    assumed: Assumptions | None = None
    otherwise: list[Difference] = []
    if assume is not None:
        from trucekeeper.agreement.assume import differences, load_assumptions

        assumed = load_assumptions(assume, now.agreement)
    days = assumed.days() if assumed is not None else []
    day = max(now.day, *(d for d, _ in days)) if days and on is None else now.day  # what is assumed to come is looked at when it has come
    citing = as_json or html is not None
    state = Stand.of(now.agreement, now.bearing, day, now.judgements, cited=citing).state
    if party is not None:
        check_voice(state, party)
        state = Stand.of(now.agreement, now.bearing, day, now.judgements, voice=party, cited=citing).state
    would = state
    if assumed is not None:
        would = Stand.of(now.agreement, now.bearing, day, now.judgements, assumed, party, cited=citing).state
        otherwise = list(differences(state, would))
    shown = according_to(would, party) if party else would
    later = [f"{what}, {day_words(d.isoformat())}" for d, what in days if d > day]
    known = known_on.date().isoformat() if known_on else None
    assuming = assume.name if assume else None
    page = build(shown, now.documents, party, known=known, assuming=assuming, otherwise=otherwise, later=later, citing=citing)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="state.html.j2", title=page.name, documents=now.shown(page.cites if html else ()))
