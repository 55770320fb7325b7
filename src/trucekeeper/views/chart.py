"""Geometry of the two small charts, made here so that the templates only draw: figures over time, and events in lanes by status."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trucekeeper.views.statuses import MARKS, StatusMark
from trucekeeper.weighing.words import MONTHS, number_words

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 14, 34


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """`x`, `y` in SVG units; `reach` is the end of a line upward or downward for a bound, None for an exact value; `mark` tells sources apart."""

    x: float
    y: float
    label: str
    claim: str
    mark: int
    reach: float | None = None


@dataclass(frozen=True, slots=True)
class FigureChart:
    """`note` is how vague counts are drawn, where there are any."""

    width: int
    height: int
    base: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    sources: tuple[str, ...]
    summary: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """What is drawn: `direction` is 1 for "at least", -1 for "at most", 0 otherwise."""

    day: date
    value: float
    source: str
    words: str
    claim: str
    direction: int = 0


def _steps(low: float, high: float, about: int = 4) -> list[float]:
    """Round numbers from below `low` to above `high`."""
    span = (high - low) or abs(high) or 1.0
    size = 10 ** math.floor(math.log10(span / about))
    size = next(size * m for m in (1, 2, 5, 10) if span / (size * m) <= about)
    first = math.floor(low / size)
    return [n * size for n in range(first, max(math.ceil(high / size), first + 1) + 1)]


def day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def figure_chart(points: Sequence[Point], note: str | None = None) -> FigureChart | None:
    """A chart of three different points or more on two days or more, None for fewer."""
    if len({(p.day, p.value) for p in points}) < 3 or len({p.day for p in points}) < 2:
        return None
    low, high = min(p.value for p in points), max(p.value for p in points)
    steps = _steps(0 if low < high / 3 else low, high)
    days = sorted({p.day for p in points})
    first, last = days[0].toordinal(), days[-1].toordinal()

    def across(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day.toordinal() - first) / (last - first), 1)

    def down(value: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - steps[0]) / (steps[-1] - steps[0])), 1)

    sources = tuple(dict.fromkeys(p.source for p in points))
    dots = tuple(
        Dot(across(p.day), down(p.value), f"{p.words} ({p.source}, {day_label(p.day)})", p.claim, sources.index(p.source), _reach(p, down(p.value)))
        for p in points
    )
    shown = [days[0], *([days[len(days) // 2]] if len(days) > 2 else []), days[-1]]
    x_ticks = tuple(Tick(across(d), day_label(d)) for d in shown)
    y_ticks = tuple(Tick(down(s), number_words(s)) for s in steps)
    summary = f"{len(points)} values from {day_label(days[0])} to {day_label(days[-1])}, between {number_words(low)} and {number_words(high)}"
    return FigureChart(WIDTH, HEIGHT, HEIGHT - BOTTOM, x_ticks, y_ticks, dots, sources, summary, note)


def _reach(point: Point, y: float) -> float | None:
    return y - 12 * point.direction if point.direction else None


LANE_LEFT, LANE_STEP, LANE_TOP = 104, 30, 12
COLUMNS = 14  # time steps side by side; more are drawn by month, then by year
SIDE_BY_SIDE = 4  # marks of one lane and step that are told apart


@dataclass(frozen=True, slots=True)
class LaneMark:
    """An event to draw: its day, month or year (ISO), status, the words of its tooltip and the claim to open."""

    day: str
    status: StatusMark
    label: str
    claim: str


@dataclass(frozen=True, slots=True)
class Lane:
    y: float
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class Placed:
    x: float
    y: float
    symbol: str
    label: str
    claim: str


@dataclass(frozen=True, slots=True)
class LaneChart:
    """Events by status and time step. Steps without an event are left out, so distances are not to scale; `scale` says what a step is."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    steps: tuple[Tick, ...]
    marks: tuple[Placed, ...]
    scale: str
    summary: str


def _step_of(marks: Sequence[LaneMark]) -> tuple[int, str]:
    """How many characters of an ISO day make a step, and its name."""
    for length, name in ((10, "date"), (7, "month")):
        if len({m.day[:length] for m in marks}) <= COLUMNS:
            return length, name
    return 4, "year"


def _step_label(step: str) -> str:
    parts = step.split("-")
    month = MONTHS[int(parts[1]) - 1][:3] if len(parts) > 1 else ""
    return " ".join([*([str(int(parts[2]))] if len(parts) > 2 else []), *([month] if month else []), parts[0] if len(parts) < 3 else f"’{parts[0][2:]}"])


def lane_chart(marks: Sequence[LaneMark]) -> LaneChart | None:
    """A chart of two dated events or more on two time steps or more, None for fewer; only the newest steps are drawn."""
    length, name = _step_of(marks)
    steps = sorted({m.day[:length] for m in marks})[-COLUMNS:]
    if len(steps) < 2:
        return None
    used = [s for s in MARKS if any(m.status == s for m in marks)]
    rows = {s: LANE_TOP + LANE_STEP * (i + 0.5) for i, s in enumerate(used)}
    gap = (WIDTH + 80 - LANE_LEFT) / len(steps)
    columns = {s: LANE_LEFT + gap * (i + 0.5) for i, s in enumerate(steps)}
    taken: Counter[tuple[str, StatusMark]] = Counter()
    placed = []
    for mark in marks:
        step = mark.day[:length]
        if step in columns:
            nth = taken[(step, mark.status)] % SIDE_BY_SIDE
            taken[(step, mark.status)] += 1
            x = round(columns[step] + (nth - 1) * min(11.0, gap / SIDE_BY_SIDE), 1)
            placed.append(Placed(x, rows[mark.status], mark.status.symbol, mark.label, mark.claim))
    lanes = tuple(Lane(rows[s], s.symbol, s.word) for s in used)
    ticks = tuple(Tick(round(x, 1), _step_label(s)) for s, x in columns.items())
    summary = f"{len(placed)} dated events from {_step_label(steps[0])} to {_step_label(steps[-1])}, one column a {name}"
    return LaneChart(WIDTH + 80, LANE_TOP + LANE_STEP * len(used) + 44, lanes, ticks, tuple(placed), name, summary)
