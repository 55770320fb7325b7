"""`truce judge`: a person's decision on a claim, kept beside what was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucekeeper.cli.common import now, opened, record_argument
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import NotFound, UsageError
from trucekeeper.model.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from trucekeeper.record import Record

CLAIMS = 2000  # that are looked through for a name
VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct", "undo")
DECIDED = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "undo": "the last judgement is undone"}
CONFIRMABLE = ("performed", "performed in part", "alleged not performed", "alleged broken", "disputed")  # what a claim can tell of a line
AS_HELP = f"With accept and --line, what the claim tells of the line: {', '.join(CONFIRMABLE)}."


@click.command("judge")
@record_argument
@click.argument("claim", metavar="CLAIM_OR_NAME")
@click.argument("verdict", required=False, type=click.Choice(VERDICTS))
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--reason", metavar="TEXT", help="Why.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="With correct: what a field is to be, in plain words or JSON.")
@click.option("--same-as", metavar="OTHER", help="The name is OTHER's too: two names of one somebody.")
@click.option("--different-from", metavar="OTHER", help="The name is not OTHER's: two somebodies.")
@click.option("--line", metavar="ID", help="With accept, reject or undo: that the claim bears on this line of the agreement.")
@click.option("--agreement", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The agreement file of --line.")
@click.option("--as", "state", type=click.Choice(CONFIRMABLE), metavar="STATE", help=AS_HELP)
@click.option("--at", metavar="DATE", help="When; now, if not given.")
def command(
    record: Path,
    claim: str,
    verdict: Verdict | None,
    by: str,
    reason: str | None,
    fields: tuple[str, ...],
    same_as: str | None,
    different_from: str | None,
    line: str | None,
    agreement: Path | None,
    state: str | None,
    at: str | None,
) -> None:
    """Accept, reject or correct a claim, or undo the judgement before. Nothing is overwritten.

    Or say whether two names are one somebody's: truce judge RECORD "A. Lee" --same-as "Ann Lee" --by NAME;
    with undo before the option, the last such decision on the two is taken back.
    Or whether a claim bears on a line of an agreement, as `truce matches` lists them:
    truce judge RECORD CLAIM reject --line clause-2.1 --agreement FILE --by NAME.
    """
    if not by.strip():
        raise UsageError("a judgement needs a name: --by")
    if line is not None or state is not None or agreement is not None:
        if line is None or verdict not in ("accept", "reject", "undo") or fields or same_as or different_from or (state and verdict != "accept"):
            raise UsageError("a match is accepted, rejected or undone", mend="For example: CLAIM accept --line clause-2.1 --agreement FILE --as performed")
        correction = {"state": state} if state else None
        with opened(record) as held:
            made = Judgement(
                subject=held.claim(claim).id,
                other=match_key(held, line, agreement),
                verdict=verdict,
                by=by,
                at=at or now(),
                correction=correction,
                reason=reason,
            )
            held.judge(made)
        click.echo(f"{made.subject}, on {line}: {DECIDED[verdict]}{f', as {state}' if state else ''}, by {by}.")
        return
    other = same_as or different_from
    if (other is not None and (bool(same_as and different_from) or verdict not in (None, "undo") or fields)) or (other is None and verdict is None):
        raise UsageError("a judgement is one thing", mend=f"Give one of {', '.join(VERDICTS)} for a claim, or a name with --same-as or --different-from.")
    with opened(record) as held:
        if other is not None:
            subject, other = actor_keys(held, claim, other)
        else:
            subject = held.claim(claim).id
        decided: Verdict = verdict or ("same" if same_as else "different")
        values = dict(_field(field) for field in fields) or None
        held.judge(Judgement(subject=subject, other=other, verdict=decided, by=by, at=at or now(), correction=values, reason=reason))
    click.echo(f"{_told(subject, other, decided)}, by {by}.")


def _told(subject: str, other: str | None, decided: Verdict) -> str:
    """What was decided, in words."""
    if other is None or decided == "undo":
        return f"{f'{subject} and {other}' if other else subject}: {DECIDED[decided]}"
    return f"{subject} and {other}: {'one somebody' if decided == 'same' else 'two somebodies'}"


def match_key(record: Record, line: str, agreement: Path | None) -> str:
    """How a judgement names a line of an agreement: of a file, or of what the record's own words draft. Raises NotFound."""
    from trucekeeper.agreement.decisions import line_key
    from trucekeeper.agreement.draft import agreement_of
    from trucekeeper.agreement.file import load

    made = load(agreement) if agreement else agreement_of(record.claims(), record.documents())
    ids = [*(t.id for t in made.terms), *(e.id for e in made.exchanges), *(a.id for a in made.aid), *(f.id for f in made.money)]
    if line not in ids:
        raise NotFound(f"the agreement has no line {line}", mend=f"It has {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}.")
    return line_key(made.key, line)


def actor_keys(record: Record, *wanted: str) -> tuple[str, str]:
    """The keys of two actors whom the record's claims name, given by name, as written or in full, or by key.

    Raises NotFound for a name that no claim has, UsageError for one that several actors share or for two of one key.
    """
    keys: dict[str, set[str]] = {}
    for name in wanted:
        for actor in _named(record, name):
            for called in {actor.key, actor.label.casefold(), actor.name.casefold()}:
                keys.setdefault(called, set()).add(actor.key)
    first, second = (_one_key(name, keys) for name in wanted)
    if first == second:
        raise UsageError(f"{wanted[0]!r} and {wanted[1]!r} are one to the readers already: {first}")
    return first, second


def _named(record: Record, name: str) -> Iterator[Actor]:
    """Actors who are called so by claims, the newest of those first, or who have this key."""
    from trucekeeper.weighing.entities import actors_of
    from trucekeeper.weighing.keeping import keep_up

    keep_up(record)
    with record.asking() as asked:
        yield from (Actor(label, key, label) if known else Actor(key, None, label) for key, label, known in asked.spellings([name.strip().casefold()]))
        yield from (actor for claim in asked.naming(name, CLAIMS) for actor in actors_of(claim))


def _one_key(name: str, keys: dict[str, set[str]]) -> str:
    wanted = name.strip().casefold()
    if wanted not in keys:
        raise NotFound(f"no claim names {name!r}", mend="`truce show` and `truce search` give names as the record has them.")
    if wanted in keys[wanted]:
        return wanted
    if len(keys[wanted]) > 1:
        raise UsageError(
            f"{name!r} may be several: {', '.join(sorted(keys[wanted]))}",
            mend=f'Give one of these instead, in quotes: truce judge RECORD "{min(keys[wanted])}" --same-as OTHER --by YOU',
        )
    return next(iter(keys[wanted]))


def _field(given: str) -> tuple[str, Any]:
    name, sign, value = given.partition("=")
    if not sign or not name:
        raise UsageError(f"--set {given!r} is no FIELD=VALUE", mend="For example: --set value=13 --set status=planned")
    return name.strip(), _written(name, value.strip())


def _written(name: str, value: str) -> Any:
    """Words and numbers stay as written, for the field to take; objects, lists, strings in quotes and null are JSON."""
    if value[:1] not in ("{", "[", '"') and value not in ("null", "true", "false"):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise UsageError(f"--set {name}: {value} is no JSON: {error}") from error
