"""Phases on a line with today: where each begins and ends, what is wanted longer, and what falls due when; for SVG and for a terminal's columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.model.agreement import AgreementState, PhaseState, TermState
from trucekeeper.weighing.words import MONTHS, day_words

WIDTH, EDGE = 640, 8  # SVG units; a margin on both sides
TOP, ROW = 30, 38  # today's label, a phase with its label
FOOT = 40  # what falls due, and the scale
MOST_TICKS = 6
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between ticks
MOST_SUBJECTS = 3  # what falls due on one day and is named
DURATION = "ceasefire duration"


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase, or an extension that is wanted (`kind` "wanted"). `x` and `width` are in the line's units; an open side goes on to the line's end."""

    label: str
    kind: str
    x: float
    y: float
    width: float
    open_begin: bool
    open_end: bool
    label_x: float
    label_end: bool


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of one term or several; `past` where that day is over."""

    x: float
    past: bool
    label: str


@dataclass(frozen=True, slots=True)
class LineTick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """The line from `first` to `last` in words; `undated` are phases that no dates place on it."""

    width: int
    height: int
    base: float
    bars: tuple[Bar, ...]
    dues: tuple[Due, ...]
    ticks: tuple[LineTick, ...]
    today: float
    today_label: str
    today_end: bool
    first: str
    last: str
    undated: tuple[str, ...]
    summary: str


def phase_line(state: AgreementState) -> PhaseLine | None:
    """None where no phase has a date."""
    dated = [p for p in state.phases if edge(p, first=True) or edge(p, first=False)]
    if not dated:
        return None
    today = date.fromisoformat(state.on)
    ends = {p.id: edge(p, first=False) for p in state.phases}
    wishes = [t for t in state.terms if is_longer(t) and last_of(t) > (ends.get(t.term.phase or "") or date.min)]
    dues = Counter(day for t in state.terms if t.term.standing == "agreed" and (day := t.due.last_day if t.due else None))
    days = [today, *(d for p in dated for d in (edge(p, first=True), edge(p, first=False)) if d), *(last_of(w) for w in wishes), *dues]
    scale = Scale.of(min(days), max(days))
    rows = [*(bar_of(p, scale) for p in dated), *(wish_bar(w, state.phases, scale) for w in wishes)]
    bars = tuple(placed(bar, n) for n, bar in enumerate(rows))
    base = TOP + ROW * len(bars) + 12.0
    at = scale.at(today)
    undated = tuple(f"{p.label}: {p.state}, no dates stated" for p in state.phases if p not in dated)
    told = "; ".join([*(b.label for b in bars), *undated])
    return PhaseLine(
        width=WIDTH, height=int(base) + FOOT, base=base, bars=bars, dues=tuple(due_marks(dues, state.terms, scale, today)), ticks=tuple(ticks(scale)),
        today=at, today_label=day_words(state.on), today_end=at > WIDTH / 2, first=day_words(scale.first.isoformat()), last=day_words(scale.last.isoformat()),
        undated=undated, summary=f"Phases on a line, today being {day_words(state.on)}: {told}",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    first: date
    last: date

    @classmethod
    def of(cls, first: date, last: date) -> Scale:
        """With a little room on both sides, two weeks at the least."""
        room = timedelta(days=max((last - first).days // 30, 2))
        return cls(first - room, max(last, first + timedelta(days=14)) + room)

    def at(self, day: date) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (day - self.first).days / (self.last - self.first).days, 1)


def edge(phase: PhaseState, *, first: bool) -> date | None:
    time = phase.begin if first else phase.end
    if time is None:
        return None
    return (time.first_day or time.last_day) if first else (time.last_day or time.first_day)


def is_longer(state: TermState) -> bool:
    """An extension that somebody wants, with a day."""
    return state.term.standing in {"demanded", "proposed"} and state.term.issue == DURATION and state.due is not None and state.due.last_day is not None


def last_of(state: TermState) -> date:
    day = state.due.last_day if state.due else None
    if day is None:
        raise ValueError(f"{state.term.id} has no last day")
    return day


def bar_of(phase: PhaseState, scale: Scale) -> Bar:
    begin, end = edge(phase, first=True), edge(phase, first=False)
    days = f"{day_words(begin.isoformat()) if begin else 'begin not stated'} to {day_words(end.isoformat()) if end else 'end not stated'}"
    kind = phase.state if phase.state in {"in force", "ended", "not begun", "suspended"} else "not known"
    return spanning(f"{phase.label}: {phase.state}, {days}", kind, begin, end, scale)


def wish_bar(state: TermState, phases: Sequence[PhaseState], scale: Scale) -> Bar:
    """From the day after the end of its phase."""
    term = state.term
    phase = next((p for p in phases if p.id == term.phase), None)
    start = edge(phase, first=False) if phase is not None else None
    until = f"{term.anchor.relation or 'until'} {term.anchor.text}" if term.anchor and term.anchor.text else day_words(last_of(state).isoformat())
    who = term.by.label if term.by else "somebody"
    after = start + timedelta(days=1) if start else None
    return spanning(f"{term.standing} by {who}: {phase.label if phase else 'longer'} {until}", "wanted", after, last_of(state), scale)


def spanning(label: str, kind: str, begin: date | None, end: date | None, scale: Scale) -> Bar:
    """Both days included."""
    x = scale.at(begin) if begin else EDGE / 2
    right = scale.at(end + timedelta(days=1)) if end else WIDTH - EDGE / 2
    at_end = x > WIDTH * 0.45
    return Bar(label, kind, x, 0.0, round(max(right - x, 2.0), 1), begin is None, end is None, round(min(right, WIDTH) if at_end else x, 1), at_end)


def placed(bar: Bar, row: int) -> Bar:
    return Bar(bar.label, bar.kind, bar.x, TOP + ROW * row + 20.0, bar.width, bar.open_begin, bar.open_end, bar.label_x, bar.label_end)


def due_marks(dues: Counter[date], terms: Sequence[TermState], scale: Scale, today: date) -> Iterator[Due]:
    names: dict[date, list[str]] = {day: [] for day in sorted(dues)}
    for term in terms:
        last = term.due.last_day if term.due is not None and term.term.standing == "agreed" else None
        if last is not None:
            names[last].append(term.term.clause or term.term.act)
    for day, named in names.items():
        more = f" and {len(named) - MOST_SUBJECTS} more" if len(named) > MOST_SUBJECTS else ""
        yield Due(scale.at(day), day < today, f"last day {day_words(day.isoformat())}: {', '.join(named[:MOST_SUBJECTS])}{more}")


def ticks(scale: Scale) -> Iterable[LineTick]:
    """First days of months, at most a few."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = next((s for s in STEPS if months / s <= MOST_TICKS), STEPS[-1])
    for n in range(1, months + 1):
        count = scale.first.month - 1 + n
        day = date(scale.first.year + count // 12, count % 12 + 1, 1)
        if (day.year * 12 + day.month - 1) % step == 0:
            yield LineTick(scale.at(day), f"{MONTHS[day.month - 1][:3]} {day.year}" if step < 12 else str(day.year))
