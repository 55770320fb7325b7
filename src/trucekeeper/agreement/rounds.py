"""Rounds of an exchange: those that a schedule gives, those that the file lists, and what each side owes in each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from trucekeeper.agreement.recurring import times_of
from trucekeeper.agreement.sentences import stem, stems
from trucekeeper.model.undertakings import Exchange, Round, Side

EACH_ROUND = frozenset({"round", "rounds"})
WIDEST = 4  # days by which a round may be told off its day, however far apart the rounds lie; at most half the way to the next one


def rounds_of(exchange: Exchange) -> tuple[Round, ...]:
    """In order of their numbers; a listed round stands in place of the scheduled one of its number."""
    schedule = exchange.schedule
    times = list(times_of(schedule)) if schedule is not None and schedule.first is not None else []
    count = max(len(times), (schedule.count or 0) if schedule is not None else 0)
    made = {n: Round(number=n, due=times[n - 1] if n <= len(times) else None) for n in range(1, count + 1)}
    for listed in exchange.rounds:
        planned = made.get(listed.number)
        due = listed.due or (planned.due if planned else None)
        made[listed.number] = Round(
            number=listed.number, due=due, gives=listed.gives, returns=listed.returns, makes_up=listed.makes_up, added_by=listed.added_by, basis=listed.basis
        )  # fmt: skip
    return tuple(made[n] for n in sorted(made))


def regular(rounds: Sequence[Round]) -> list[Round]:
    """Without those that only make up for another."""
    return [r for r in rounds if r.makes_up is None]


def head(of: str) -> str:
    """The last noun of what is counted: "living hostages" is "hostage"."""
    words = of.split()
    return stem(words[-1].casefold()) if words else ""


def parts_of(exchange: Exchange) -> list[tuple[str, Side]]:
    return [(f"{name}.{n}", side) for name in ("gives", "returns") for n, side in enumerate(getattr(exchange, name))]


def owed_in_all(exchange: Exchange, side: Side, rounds: Sequence[Round], seen: tuple[str, ...] = ()) -> float | None:
    """What a side owes over the whole exchange; a rate is worked out from the rounds, or from the other side's whole."""
    if side.value is None:
        return listed_sum(side, rounds)
    if side.each is None:
        return side.value
    if side.each.casefold() in EACH_ROUND:
        return side.value * len(regular(rounds)) if rounds else None
    other = next((s for _, s in parts_of(exchange) if s is not side and head(s.of) == head(side.each) and s.of not in seen), None)
    base = owed_in_all(exchange, other, rounds, (*seen, side.of)) if other is not None else None
    return base * side.value if base is not None else None


def listed_sum(side: Side, rounds: Sequence[Round]) -> float | None:
    """Of the rounds' own sides, where all of them have one of this kind."""
    found = [s.value for r in regular(rounds) for s in (*r.gives, *r.returns) if head(s.of) == head(side.of)]
    known = [v for v in found if v is not None]
    return sum(known) if known and len(known) == len(regular(rounds)) else None


def owed_in(exchange: Exchange, part: str, side: Side, this: Round, rounds: Sequence[Round]) -> float | None:
    """What a side owes in one round: as listed, or an even share; a make-up round owes what the round that it makes up for did."""
    own = next((s.value for s in (this.gives if part.startswith("gives") else this.returns) if head(s.of) == head(side.of)), None)
    if own is not None:
        return own
    if this.makes_up is not None:
        missed = next((r for r in rounds if r.number == this.makes_up and r.makes_up is None), None)
        return owed_in(exchange, part, side, missed, rounds) if missed is not None else None
    if side.value is not None and side.each is not None and side.each.casefold() in EACH_ROUND:
        return side.value
    whole = owed_in_all(exchange, side, rounds)
    unlisted = [r for r in regular(rounds) if not any(head(s.of) == head(side.of) for s in (*r.gives, *r.returns))]
    listed = sum(s.value or 0 for r in regular(rounds) for s in (*r.gives, *r.returns) if head(s.of) == head(side.of))
    share = (whole - listed) / len(unlisted) if whole is not None and unlisted else None
    return share if share is not None and share.is_integer() and share >= 0 else None


def round_on(rounds: Sequence[Round], day: date, *, make_up: bool = False) -> int | None:
    """The round that falls due nearest to a day, within a few days; None where two are as near."""
    days = [(r.number, r.due.first_day, r.due.last_day) for r in rounds if r.due is not None and (not make_up or r.makes_up is not None)]
    known = [(n, first, last) for n, first, last in days if first is not None and last is not None]
    gaps = sorted({first for _, first, _ in known})
    step = min(((b - a).days for a, b in pairwise(gaps)), default=2 * WIDEST)
    slack = min(step // 2, WIDEST)
    off = sorted((max((first - day).days, (day - last).days, 0), n) for n, first, last in known)
    near = [(d, n) for d, n in off if d <= slack]
    return near[0][1] if near and (len(near) == 1 or near[0][0] < near[1][0]) else None


def words_of(side: Side) -> frozenset[str]:
    return stems(side.of)
