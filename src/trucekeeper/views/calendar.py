"""The calendar of an agreement: what falls due by arithmetic, and what is said to come, by whose word; on paper and for other calendars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucekeeper.model.agreement import NextDate
from trucekeeper.model.errors import NotFound
from trucekeeper.model.ids import digest
from trucekeeper.views.cite import Cite
from trucekeeper.views.shortened import shortened
from trucekeeper.views.state import GROUNDS, OUTLET
from trucekeeper.weighing.words import day_words, time_words, with_days

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SHOWN = 3  # dates of one thing that stand each in a row of its own
SOME_DAY = date(2000, 1, 1)  # sequence numbers of an .ics count days from here, so that a later calendar replaces an earlier one


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One date. `uid` stays the same when its day moves; `first` and `last` are ISO days, both included, one of them "" where it is open.

    `by` is whose word a plan is, or who owes what falls due; `ground` whether it is a claim, or the dates' own. `stands_for` are the uids of the rows that a
    folded one stands for.
    """

    uid: str
    when: str
    first: str
    last: str
    what: str
    by: str
    ground: str
    reason: str
    cites: tuple[Cite, ...]
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Dates from the ISO day `on` to `until`, by last day. `folded` are the same for the eye: of what falls due again and again the first dates and a row for
    the rest. `known` is the ISO day whose knowledge it is, where that was asked for."""

    name: str
    on: str
    until: str
    rows: tuple[CalendarRow, ...]
    cites: tuple[Cite, ...]
    folded: tuple[CalendarRow, ...] = ()
    known: str | None = None


def build(name: str, key: str, found: Iterable[NextDate], cites: Mapping[str, Cite], on: date, until: date, known: str | None = None) -> CalendarPage:
    """The page of all dates that touch the days from `on` to `until`; `key` is the agreement's, `cites` the words of claims by id."""
    rows = [row_of(key, n, cites) for n in found if within(n, on, until)]
    unique = {r.uid: r for r in sorted(rows, key=lambda r: (r.last or r.first, r.what, r.uid))}
    ordered = tuple(sorted(unique.values(), key=lambda r: (r.last or r.first, r.what, r.uid)))
    return CalendarPage(name, on.isoformat(), until.isoformat(), ordered, tuple(dict.fromkeys(c for r in ordered for c in r.cites)), fold(ordered), known)


def fold(rows: Sequence[CalendarRow]) -> tuple[CalendarRow, ...]:
    """Of more than a few dates of one thing the first ones, and a row for all others, from the first to the last of their days, with all that they rest on."""
    alike: dict[tuple[str, str, str, str], list[CalendarRow]] = {}
    for row in rows:
        alike.setdefault((row.what, row.by, row.ground, row.reason), []).append(row)
    made: dict[str, CalendarRow | None] = {}
    for found in alike.values():
        rest = found[SHOWN:]
        if len(rest) > 1:
            made |= dict.fromkeys(r.uid for r in rest)
            reason = "; ".join(p for p in (f"{len(rest)} more times", rest[0].reason) if p)
            when, cites = f"{rest[0].when}, and on to {rest[-1].when}", tuple(dict.fromkeys(c for r in rest for c in r.cites))
            made[rest[0].uid] = replace(rest[0], when=when, last=rest[-1].last, reason=reason, cites=cites, stands_for=tuple(r.uid for r in rest))
    return tuple(shown for r in rows if (shown := made.get(r.uid, r)) is not None)


def within(found: NextDate, on: date, until: date) -> bool:
    """Open ends reach no farther than their one known day."""
    first, last = found.when.first_day, found.when.last_day
    begin, end = first or last, last or first
    return begin is not None and end is not None and begin <= until and end >= on


def row_of(key: str, found: NextDate, cites: Mapping[str, Cite]) -> CalendarRow:
    number = "" if found.number is None else str(found.number)
    names = ", ".join("the report" if a.name == OUTLET else a.label for a in found.by)
    plan = found.edge in ("plan", "promise")
    return CalendarRow(
        uid=f"{digest(key, found.line, found.edge, number)}@trucekeeper",
        when=time_words(found.when),
        first=(found.when.earliest or "")[:10],
        last=(found.when.latest or "")[:10],
        what=" ".join(found.what.split()),
        by=names or ("the report" if plan else "not stated"),
        ground="said to come" if found.ground == "claim" else GROUNDS[found.ground],
        reason=with_days(found.reason or ""),
        cites=tuple(cites[c] for c in found.claims if c in cites),
    )


def to_ics(page: CalendarPage) -> bytes:
    """An iCalendar file (RFC 5545) of whole-day events, which Outlook, Google and Apple read. The same page gives the same bytes.

    Raises NotFound for a page without dates: a calendar must hold one at least.
    """
    if not page.rows:
        raise NotFound(f"nothing falls due from {day_words(page.on)} to {day_words(page.until)}: there is no calendar to write", mend="Name a later --until.")
    from datetime import UTC, datetime

    from icalendar import Calendar, Event

    stamp = datetime.combine(date.fromisoformat(page.on), datetime.min.time(), UTC)
    made = Calendar()
    made.add("prodid", "-//Trucekeeper//truce calendar//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", page.name)
    for row in page.rows:
        first, last = ics_days(row)
        event = Event()
        event.add("uid", row.uid)
        event.add("dtstamp", stamp)
        event.add("sequence", max(0, (date.fromisoformat(page.on) - SOME_DAY).days))
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))  # the end of an event is the day after its last
        event.add("summary", plain_text(shortened(row.what, 120)))
        event.add("description", plain_text(description(row)))
        event.add("categories", [row.ground])
        event.add("transp", "TRANSPARENT")
        event.add("status", "TENTATIVE" if row.ground == "said to come" else "CONFIRMED")
        made.add_component(event)
    content: bytes = made.to_ical()
    return content


def plain_text(text: str) -> str:
    """Without the control characters that RFC 5545 allows nowhere; a report's words may hold some."""
    return CONTROL.sub("", text)


def ics_days(row: CalendarRow) -> tuple[date, date]:
    """The days to show: of a window, its last one, when it falls due; of a plan or a range of days that a sum gives, all of them."""
    last = date.fromisoformat(row.last or row.first)
    if row.ground != "said to come" and row.last:
        first = date.fromisoformat(row.first) if row.first and (last - date.fromisoformat(row.first)).days <= 1 else last
        return first, last
    return date.fromisoformat(row.first or row.last), last


def description(row: CalendarRow) -> str:
    parts: Sequence[str] = [row.what, f"When: {row.when}", f"Who: {row.by} ({row.ground})", row.reason, *(f"“{c.exact}”" for c in row.cites[:3])]
    return "\n".join(p for p in parts if p)
