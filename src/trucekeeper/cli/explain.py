"""`truce explain`: why two claims were set together or apart, or what one claim is tied to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucekeeper.cli.common import opened
from trucekeeper.cli.viewing import show, view_options
from trucekeeper.model.errors import UsageError

if TYPE_CHECKING:
    from trucekeeper.model.claims import Claim
    from trucekeeper.record import Record


@click.command("explain")
@view_options
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="[CLAIM]", required=False)
def command(record: Path, first: str, second: str | None, as_json: bool, html: Path | None) -> None:
    """Why RECORD sets two claims together or apart: what decided, what was looked at, what people judged, and what would change it.

    With one claim: what it is tied to or kept apart from, and why. Ids, or their first letters, are as the other commands print them.
    """
    from trucekeeper.views.explain import build, title
    from trucekeeper.views.explain_text import to_terminal
    from trucekeeper.weighing.keeping import keep_up
    from trucekeeper.weighing.parts import part_around

    with opened(record) as held:
        claims = [_claim(held, key) for key in (first, second) if key is not None]
        if len({c.id for c in claims}) < len(claims):
            raise UsageError(f"{first} and {second} are one claim", mend="Name two claims, or one alone.")
        keep_up(held)
        with held.asking() as asked:
            weighed = part_around(held, asked, asked.stubs_of({c.document for c in claims}))
    page = build(weighed, *claims)
    show(page, as_json=as_json, html=html, to_terminal=to_terminal, template="explain.html.j2", title=title(page), documents=weighed.documents)


def _claim(record: Record, key: str) -> Claim:
    """Raises NotFound for an id that no claim or more than one has, UsageError for a claim that is no longer read."""
    claim = record.claim(key)
    _, dropped = record.claim_learnt(claim.id)
    if dropped is not None:
        mend = f"`truce show RECORD {claim.id[:8]}` shows it as it was read."
        raise UsageError(f"claim {claim.id} is set against nothing: a later reading no longer finds it", mend=mend)
    return claim
