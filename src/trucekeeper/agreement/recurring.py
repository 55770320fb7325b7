"""What falls due again and again: each time is reckoned from the first, so that months do not drift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from trucekeeper.agreement.calculus import Duration, duration_words, shifted
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import StateClaim, Term
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Schedule

HORIZON = 2000  # as many times are reckoned at most: a daily duty over five years


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The times up to a day, the last day of each in it, and the next one."""

    past: tuple[Time, ...]
    next: Time | None
    how: str


def times_of(schedule: Schedule) -> Iterator[Time]:
    """All times of a schedule, in order; without an end it goes on to the horizon."""
    every = Duration.parse(schedule.every)
    if every is None or schedule.first is None or (every.months, every.days) == (0, 0):
        return
    for number in count():
        if number >= min(schedule.count or HORIZON, HORIZON):
            return
        made = shifted(schedule.first, Duration(every.months * number, every.days * number))
        last = schedule.last.latest if schedule.last else None
        if made.earliest is None or (last is not None and made.earliest[:10] > last[:10]):
            return
        yield made


def schedule_of(term: Term, dates: Reckoner) -> Schedule | None:
    """The term's own, or "every two weeks" from a base that can be reckoned; without a first day of its own it first falls due one step after the base."""
    schedule, anchor = term.schedule, term.anchor
    if schedule is not None and schedule.first is not None:
        return schedule
    every = schedule.every if schedule is not None else anchor.offset if anchor is not None and anchor.relation == "every" else None
    base = dates.base(anchor) if anchor is not None and every is not None else None
    duration = Duration.parse(every) if every else None
    if every is None or duration is None or base is None:
        return None
    return Schedule(every=every, first=shifted(base, duration), last=schedule.last if schedule else None, count=schedule.count if schedule else None)


def occurrences(term: Term, dates: Reckoner, on: date) -> Occurrences | None:
    """None for a term that falls due once, or one whose first time cannot be reckoned."""
    schedule = schedule_of(term, dates)
    if schedule is None:
        return None
    past: list[Time] = []
    for when in times_of(schedule):
        if when.last_day is None or when.last_day > on:
            return Occurrences(tuple(past), when, f"every {duration_words(schedule.every)}")
        past.append(when)
    return Occurrences(tuple(past), None, f"every {duration_words(schedule.every)}") if past else None


def due_now(times: Occurrences, told: Sequence[StateClaim], on: date) -> StateClaim:
    """How often it fell due by a day; silence only where nothing is told of it at all."""
    following = f"; next {times.next.as_range}" if times.next else "; it does not fall due again"
    if not times.past:
        return StateClaim(state="pending", ground="arithmetic", since=times.next, reason=f"{times.how}: first {times.next.as_range if times.next else ''}")
    fell = f"{times.how}: fell due {len(times.past)} {'time' if len(times.past) == 1 else 'times'} by {on}, last {times.past[-1].as_range}{following}"
    if told:
        return StateClaim(state="in effect", ground="arithmetic", since=times.past[-1], reason=f"{fell}; what is reported of it stands beside")
    return StateClaim(state="deadline passed, no report of performance", ground="silence", since=times.past[-1], reason=fell)
