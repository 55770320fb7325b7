"""The schedule of a record: what was planned or fell due, what is reported done, what is told otherwise, and what nobody reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.model.claims import Event
from trucekeeper.model.time import Time
from trucekeeper.views.board_events import TOLD, ends
from trucekeeper.views.board_next import is_term
from trucekeeper.views.cite import Cite, cite_of, in_words, voices
from trucekeeper.views.extent import left_out
from trucekeeper.views.schedule_rows import TITLES, Dated, Outcome, ScheduleRow
from trucekeeper.views.schedule_terms import Running, due_rows
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.happenings import Happening, akin
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, time_words


@dataclass(frozen=True, slots=True)
class SchedulePage:
    """Rows by their day, as of the ISO day `on`, of those that end on `since` or later, where that is given; `agreement` is the file's that they rest on."""

    on: str
    since: str | None
    agreement: str | None
    rows: tuple[ScheduleRow, ...]
    left_out: str

    @property
    def cites(self) -> list[Cite]:
        return [c for r in self.rows for c in r.cites]

    @property
    def sections(self) -> list[tuple[str, list[ScheduleRow]]]:
        """Titles with their rows, what nobody reports first; those without any are left out."""
        found = [(name, [r for r in self.rows if r.outcome == outcome]) for outcome, name in TITLES.items()]
        return [(name, rows) for name, rows in found if rows]


def build(weighed: Weighed, on: date, since: date | None = None, running: Running | None = None) -> SchedulePage:
    """The schedule by what was published up to and on a day; `running` is the agreement of a file, in place of the one that the record's own words give."""
    known = weighed.published_by(on)
    found = [*_plans(known, on), *due_rows(running or _drafted(known, on), on)]
    rows = sorted((r for r in found if since is None or r[0] >= since), key=lambda r: (r[0], r[1].what, r[1].kind))
    left = left_out(known.extent, chosen="the newest, one of each story", more="").rstrip()
    agreement = running.state.name if running else None
    return SchedulePage(on.isoformat(), since.isoformat() if since else None, agreement, tuple(row for _, row in rows), left)


def _drafted(known: Weighed, on: date) -> Running:
    """The agreement that the record's own words give."""
    from trucekeeper.agreement.bearing import bearing_of
    from trucekeeper.agreement.draft import agreement_of
    from trucekeeper.agreement.state import Stand

    documents = list(known.documents.values())
    agreement = agreement_of(known.claims, documents)
    return Running.of(Stand.of(agreement, bearing_of(agreement, known.claims, documents), on), known.documents)


def _plans(known: Weighed, on: date) -> Iterator[Dated]:
    """Events that somebody told as planned for a day, with the tellings of what became of them."""
    told = [t for h in known.happenings for t in h.tellings if t.status in TOLD]
    for happening in known.happenings:
        plans = [t for t in happening.tellings if t.status == "planned" and ends(t.about) is not None]
        if plans and not is_term(known, happening):
            plan = max(plans, key=lambda t: ((t.said.latest or "") if t.said else "", t.id))  # the newest word for when it is to be
            end = ends(plan.about) or on
            yield end, _plan(known, happening, plan, plans, told, on)


def _plan(known: Weighed, happening: Happening, plan: Event, plans: list[Event], told: list[Event], on: date) -> ScheduleRow:
    done = [t for t in happening.tellings if t.status in TOLD and not is_before(t, plans)]
    denied = [t for t in happening.tellings if t.status == "denied"]
    moved = _moved(plans)
    lines = [*_lines(known, done), *_lines(known, denied), *([moved] if moved else [])]
    past = (ends(plan.about) or on) < on
    outcome: Outcome = "done" if done else "otherwise" if denied or (moved and not past) else "silent" if past else "ahead"
    ordered = [plan, *done, *denied, *(t for t in plans if t.id != plan.id)]
    if outcome == "silent":
        near = [t for t in told if t.document != plan.document and akin(plan, t, known.scene)][:1]
        lines += [f"perhaps of it: “{shortened(t.evidence[0].exact, 80)}” - {voices(known, [t])}" for t in near]
        ordered += near
        outcome = "touched" if near else "silent"
    cites = tuple(dict.fromkeys(cite_of(t) for t in ordered))
    return ScheduleRow(time_words(plan.about), in_words(known, plan, 140), "planned", outcome, voices(known, plans), tuple(lines), cites)


def is_before(telling: Event, plans: list[Event]) -> bool:
    """Was it done, or where no day is told, said, before every day for which it was planned? Then it tells of something else; a day's difference is none."""
    first = min((p.about.first_day for p in plans if p.about is not None and p.about.first_day is not None), default=None)
    about = telling.about.last_day if telling.about is not None else None
    last = about + timedelta(1) if about is not None else telling.said.last_day if telling.said is not None else None
    return first is not None and last is not None and last < first


def _lines(known: Weighed, tellings: Iterable[Event]) -> list[str]:
    return [f"{t.status} ({time_words(t.about, unknown='day not told')}) - {voices(known, [t])}" for t in tellings]


def _moved(plans: list[Event]) -> str:
    """The days for which it was planned, in the order in which they were told, where they are several."""
    days: dict[str, Time | None] = {time_words(t.about): t.about for t in sorted(plans, key=lambda t: ((t.said.latest or "") if t.said else "", t.id))}
    return f"moved: {' to '.join(days)}" if len(days) > 1 else ""


def title(page: SchedulePage) -> str:
    return f"Schedule as of {day_words(page.on)}"
