"""From an expression to its time and TIMEX3, given what it is reckoned from."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date

from trucekeeper.model.time import Time, Timex, TimexType
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import (
    DAYS,
    MONTHS,
    YEARS,
    Interval,
    moved,
    narrowed,
    of_day,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_unit,
    of_week,
    of_weekend,
    of_years,
    plus_days,
    plus_months,
)  # fmt: skip
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.tense import AHEAD, PAST, PRESENT

AGAINST_TENSE = 250  # days by which a date that the tense does not want is held to be farther away
PAST_MONTH = 400  # the same of a month that the tense puts behind: news seldom gives it the year
OTHER_YEAR = 40  # the same for another calendar year, which news mostly names
MEMORY = 45  # days: a year that the document gave once holds for dates farther away than this
STORY = 60  # days: how far a story goes on without naming the year again
YEAR_UNITS = frozenset(YEARS)
SIZES = {"M": range(28, 32), "Q": range(90, 93), "SM": range(181, 185)}  # in days


@dataclass(slots=True)
class Context:
    """What an expression is reckoned from: the publication's day, the last day and stretch in the text, the tense, the years that the text gives."""

    anchor: date | None
    direction: int = 0
    day_before: date | None = None
    day_near: date | None = None  # the same, while it is near enough for an hour to belong to it
    stretch_before: Interval | None = None
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # (month, day) to the year that the text gives it; day 0 for a month
    cued: dict[tuple[int, int], int] = field(default_factory=dict)  # the same from knowledge, for days known by their date
    story: date | None = None  # the date before it in the same paragraph that had its year
    day_end: int = 0  # where that day stands
    story_end: int = 0  # where that stands


def resolve(expr: Expr, context: Context, text: str) -> tuple[Time, Timex, Interval | None]:
    if expr.kind in {"duration", "set", "ref", "ordinal", "era", "period"}:
        return standing(expr, context, text)
    whole = interval(expr, context)
    kind: TimexType = "TIME" if expr.has_clock or expr.part else "DATE"
    if whole is None:
        return Time(None, None, False, text), Timex(kind, partial(expr), expr.mod), None
    inner = narrowed(whole, expr.position) if expr.position else whole
    approximate = inner.approximate or expr.mod == "APPROX"
    value = whole.value
    if expr.kind == "deictic" and context.anchor is not None and inner.first < context.anchor < inner.last:
        inner = divided(inner, expr.mod, context.anchor)
    earliest, latest = inner.first.isoformat(), inner.last.isoformat()
    if expr.kind == "offset" and (open_end := bounds(expr, context, text)) is not None:
        return Time(*open_end, True, text), Timex(kind, value, expr.mod), whole
    if inner.days == 1 and expr.has_clock:
        earliest = latest = clock_text(expr, inner.first.isoformat(), day_end="23:59:59")
        value = clock_text(expr, inner.first.isoformat(), day_end="24:00")
    elif inner.days == 1 and expr.part:
        value = f"{inner.value}T{expr.part}"
    return Time(earliest, latest, approximate, text), Timex(kind, value, expr.mod), whole


def bounds(expr: Expr, context: Context, text: str) -> tuple[str | None, str | None] | None:
    """ "More than a decade ago" is that long ago or longer, "less than a month ago" lies between."""
    anchor, unit = base_day(expr, context), expr.unit or "D"
    if anchor is None or unit not in {*DAYS, *MONTHS}:
        return None
    day = moved(anchor, unit, (expr.count or 0) * (expr.shift or 0))
    if expr.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        return (None, day.isoformat()) if day < anchor else (day.isoformat(), None)
    if text.lower().startswith(("less", "fewer", "not more", "no more")):
        return min(anchor, day).isoformat(), max(anchor, day).isoformat()
    return None


def divided(whole: Interval, mod: str | None, anchor: date) -> Interval:
    """ "Earlier this month" ends with the day of telling, "later this month" begins there."""
    if mod == "BEFORE":
        return replace(whole, last=anchor)
    return replace(whole, first=anchor) if mod == "AFTER" else whole


def clock_text(expr: Expr, day: str, *, day_end: str) -> str:
    hour, minute = expr.hour or 0, expr.minute or 0
    clock = day_end if hour == 24 else f"{hour:02}:{minute:02}" + (f":{expr.second:02}" if expr.second else "")
    if expr.zone is None:
        return f"{day}T{clock}"
    sign = "-" if expr.zone < 0 else "+"
    return f"{day}T{clock}" + ("Z" if expr.zone == 0 else f"{sign}{abs(expr.zone) // 60:02}:{abs(expr.zone) % 60:02}")


def standing(expr: Expr, context: Context, text: str) -> tuple[Time, Timex, Interval | None]:
    """Those whose TIMEX3 value does not hang on an anchor."""
    blank = Time(None, None, False, text)
    if expr.kind == "ordinal":
        return blank, Timex("DATE", "XXXX-XX-XX", expr.mod), None
    value = expr.value or ""
    if expr.kind == "set":
        return blank, Timex("SET", value), None
    if expr.kind == "era":
        first, _, last = value.partition("/")
        return Time(f"{first}-01-01", f"{last}-12-31", True, text), Timex("DATE", first[:3] if first[:3] == last[:3] else f"{first}/{last}"), None
    if expr.kind == "ref":
        return referred(expr, context, text), Timex("DATE", value), None
    if expr.kind == "period":
        return period(expr, context, text), Timex("DURATION", value, expr.mod), None
    return blank, Timex("DURATION", value, expr.mod), None


def referred(expr: Expr, context: Context, text: str) -> Time:
    """Now is the day of telling; the past ends and the future begins there."""
    today = context.anchor.isoformat() if context.anchor else None
    if expr.value == "PAST_REF":
        return Time(None, today, True, text)
    if expr.value == "FUTURE_REF":
        return Time(today, None, True, text)
    return Time(today, today, False, text) if expr.value == "PRESENT_REF" else Time(None, None, False, text)


def period(expr: Expr, context: Context, text: str) -> Time:
    anchor = base_day(expr, context)
    if expr.parent is not None and (whole := interval(expr.parent, context)) is not None and expr.unit and expr.count:
        if expr.shift and expr.shift > 0:
            return Time.between(whole.first, plus_days(moved(whole.first, expr.unit, expr.count), -1), text)
        return Time.between(moved(plus_days(whole.last, 1), expr.unit, -expr.count), whole.last, text)
    if anchor is None or expr.count is None or expr.unit is None:
        return Time(None, None, False, text)
    hours = {"TH": 24.0, "TM": 1440.0, "TS": 86400.0}.get(expr.unit)
    other = plus_days(anchor, (expr.shift or 0) * -(-int(expr.count) // int(hours))) if hours else moved(anchor, expr.unit, expr.count * (expr.shift or 0))
    first, last = sorted((anchor, other))
    return Time.between(first, last, text, approximate=expr.mod is not None)


def base_day(expr: Expr, context: Context) -> date | None:
    """The day that an expression counts from."""
    if not expr.before_in_text:
        return context.anchor
    if expr.unit in {"D", "TH", "TM"} or context.stretch_before is None:
        near = context.day_before if expr.kind in {"anaphor", "deictic"} else context.day_near
        return near or (None if is_ahead(expr) else context.anchor)
    return context.stretch_before.first


def is_ahead(expr: Expr) -> bool:
    """ "The following day", "two weeks later": from the publication it would be a day that the report cannot tell of."""
    return expr.kind in {"deictic", "offset"} and (expr.shift or 0) > 0 and expr.unit not in {"TH", "TM", "TS"}


def interval(expr: Expr, context: Context) -> Interval | None:
    maker = {"calendar": on_calendar, "deictic": deictic, "offset": offset, "feast": feast, "anaphor": anaphor}[expr.kind]
    try:
        return maker(expr, context)
    except (ValueError, OverflowError):
        return None


# --- calendar ---


def on_calendar(expr: Expr, context: Context) -> Interval | None:
    if expr.nth is not None:
        return nth_of(expr, context)
    if expr.month is not None:
        return in_month(expr, context)
    if expr.weekday is not None:
        return weekday(expr, context)
    if expr.day is not None:
        return day_of_month(expr.day, context)
    if expr.unit in YEAR_UNITS and expr.year is not None:
        return of_years(expr.year, YEARS[str(expr.unit)])
    if expr.quarter or expr.half or expr.season:
        return part_of_year(expr, context)
    if expr.year is not None:
        whole = of_years(expr.year, 1)
        return whole if not expr.count else Interval(whole.first, date(expr.year + int(expr.count), 12, 31), f"{expr.year}/{expr.year + int(expr.count)}")
    if expr.has_clock:
        day = context.day_near or context.anchor
        return of_day(day) if day else None
    return None


def day_of_month(day: int, context: Context) -> Interval | None:
    """ "The 24th" of the month spoken of, else the nearest on the side that the tense wants."""
    spoken = context.stretch_before
    if spoken is not None and spoken.days <= 31 and spoken.first.month == spoken.last.month:
        return of_day(spoken.first.replace(day=day))
    if context.anchor is None:
        return None
    months = [plus_months(context.anchor.replace(day=1), n) for n in (-1, 0, 1)]
    days = [m.replace(day=day) for m in months if exists(m.year, m.month, day)]
    return of_day(
        min(days, key=lambda d: abs((d - context.anchor).days) + (31 if (d - context.anchor).days * context.direction < 0 else 0) if context.anchor else 0)
    )


def year_of(expr: Expr, context: Context) -> int | None:
    if expr.year is not None:
        return expr.year
    if expr.parent is not None:
        whole = interval(expr.parent, context)
        return whole.first.year if whole else None
    return None


def in_month(expr: Expr, context: Context) -> Interval | None:
    month = expr.month or 1
    year = year_of(expr, context) or nearest_year(expr, context)
    if year is None:
        return None
    if expr.day is None:
        return of_month(year, month)
    first = date(year, month, expr.day)
    if expr.count:
        last = plus_days(first, int(expr.count))
        return Interval(first, last, f"{first.isoformat()}/{last.isoformat()}")
    return of_day(first)


def nearest_year(expr: Expr, context: Context) -> int | None:
    """The year of a month or month-day that has none: the document's own word, else the nearest on the side that the tense wants."""
    month, day = expr.month or 1, expr.day or 0
    if context.anchor is None:
        return context.years.get((month, day)) or (context.story.year if context.story else None)
    best = min(
        (y for y in range(context.anchor.year - 1, context.anchor.year + 2) if exists(y, month, day)),
        key=lambda y: distance(y, expr, context),
        default=None,
    )
    told = context.years.get((month, day)) or context.cued.get((month, day)) or story_year(month, day, context)
    if told is None or best is None:
        return told or best
    days = gap(best, expr, context.anchor)
    return told if abs(days) > MEMORY or (days > 0 and context.direction == PAST) else best


def story_year(month: int, day: int, context: Context) -> int | None:
    """A date that goes on from one with its year ("On 12 May 2018 … on 20 May …") shares it."""
    if context.story is None or context.direction == AHEAD or not exists(context.story.year, month, day or 1):
        return None
    return context.story.year if 0 <= (date(context.story.year, month, day or 28) - context.story).days <= STORY else None


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]


def gap(year: int, expr: Expr, anchor: date) -> int:
    """Days from the anchor: negative behind it, 0 where a month holds it."""
    month = expr.month or 1
    whole = of_day(date(year, month, expr.day)) if expr.day else of_month(year, month)
    if whole.first <= anchor <= whole.last:
        return 0
    return (whole.first - anchor).days if whole.first > anchor else (whole.last - anchor).days


def distance(year: int, expr: Expr, context: Context) -> float:
    if context.anchor is None:
        return 0
    days = gap(year, expr, context.anchor)
    cost = abs(days) * (1.3 if days > 0 else 1.0)
    if context.direction == PAST and days > 0:
        cost += AGAINST_TENSE if expr.day else PAST_MONTH
    elif context.direction == AHEAD and days < 0:
        cost += AGAINST_TENSE
    if year != context.anchor.year:
        cost += OTHER_YEAR
    if expr.weekday and expr.day and date(year, expr.month or 1, expr.day).isoweekday() != expr.weekday:
        cost += 4 * AGAINST_TENSE
    return cost


def part_of_year(expr: Expr, context: Context) -> Interval | None:
    year = year_of(expr, context)
    if year is None:
        year = nearest_part(expr, context)
    if year is None:
        return None
    if expr.quarter:
        return of_quarter(year, expr.quarter)
    return of_half(year, expr.half) if expr.half else of_season(year, expr.season or "SP")


def nearest_part(expr: Expr, context: Context) -> int | None:
    if context.anchor is None:
        return None
    year = context.anchor.year
    begun = [y for y in (year - 1, year, year + 1) if (replaced := on_calendar(replace(expr, year=y), context)) and replaced.first <= context.anchor]
    return max(begun) if context.direction != AHEAD else min(y for y in (year, year + 1) if ends_ahead(expr, y, context))


def ends_ahead(expr: Expr, year: int, context: Context) -> bool:
    whole = on_calendar(replace(expr, year=year), context)
    return whole is not None and context.anchor is not None and whole.last >= context.anchor


def weekday(expr: Expr, context: Context) -> Interval | None:
    target = expr.weekday or 1
    if expr.parent is not None:
        week = interval(expr.parent, context)
        return of_day(plus_days(of_week(plus_days(week.first, 3)).first, target - 1)) if week else None
    if context.anchor is None:
        return None
    if expr.day is not None:
        near = [plus_days(context.anchor, n) for n in range(-31, 32)]
        fitting = [d for d in near if d.isoweekday() == target and d.day == expr.day]
        return of_day(min(fitting, key=lambda d: abs((d - context.anchor).days if context.anchor else 0))) if fitting else None
    behind = (context.anchor.isoweekday() - target) % 7
    if behind == 0:
        return of_day(context.anchor)
    forward = context.direction == AHEAD or (context.direction == PRESENT and behind > 3)
    return of_day(plus_days(context.anchor, 7 - behind if forward else -behind))


def nth_of(expr: Expr, context: Context) -> Interval | None:
    """The nth week, day, month or weekday of a stretch; from the end where negative."""
    whole = interval(expr.parent, context) if expr.parent is not None else None
    if whole is None or expr.nth is None:
        return None
    if expr.weekday:
        days = [d for n in range(whole.days) if (d := plus_days(whole.first, n)).isoweekday() == expr.weekday]
        return replace(of_day(days[expr.nth - 1 if expr.nth > 0 else expr.nth]), approximate=whole.approximate)
    if expr.unit == "D":
        return replace(of_day(plus_days(whole.first, expr.nth - 1) if expr.nth > 0 else whole.last), approximate=whole.approximate)
    if expr.unit == "M":
        return of_unit(plus_months(whole.first, expr.nth - 1) if expr.nth > 0 else whole.last, "M")
    first = plus_days(whole.first, 7 * (expr.nth - 1)) if expr.nth > 0 else plus_days(whole.last, -6)
    if expr.unit == "WE":
        return of_weekend(first if expr.nth > 0 else plus_days(whole.last, -1))
    return Interval(first, plus_days(first, 6), of_week(plus_days(first, 3)).value, approximate=True)


# --- reckoned from the publication or from the time before ---


def deictic(expr: Expr, context: Context) -> Interval | None:
    anchor = base_day(expr, context)
    if anchor is None:
        return None
    shift = expr.shift or 0
    if expr.weekday:
        return shifted_weekday(expr.weekday, shift, anchor, context)
    if expr.month:
        return shifted_month(expr.month, shift, anchor)
    if expr.season:
        return shifted_season(expr.season, shift, anchor)
    unit = expr.unit or "D"
    if expr.parent is not None:
        return like_one(unit, expr.parent, anchor, context)
    if unit == "WE":
        return weekend(expr.shift, anchor, context)
    return of_unit(moved(anchor, unit, shift), unit, sunday_first=anchor.isoweekday() == 7 and not expr.before_in_text)


def like_one(unit: str, away: Expr, anchor: date, context: Context) -> Interval:
    """ "The year-ago quarter", "the same period last year": as far from the quarter or the period spoken of before, where one is, else from the anchor."""
    spoken = context.stretch_before
    size = next((u for u, days in SIZES.items() if spoken is not None and spoken.days in days), None)
    unit, known = (size or "Y", size is not None) if unit == "P" else (unit, size == unit)
    start = spoken.first if spoken is not None and known else anchor
    return of_unit(moved(start, away.unit or "Y", (away.count or 0) * (away.shift or 0)), unit)


def shifted_weekday(target: int, shift: int, anchor: date, context: Context) -> Interval:
    behind = (anchor.isoweekday() - target) % 7
    if shift < 0:
        return of_day(plus_days(anchor, -(behind or 7)))
    if shift > 0:
        return of_day(plus_days(anchor, 7 - behind))
    return of_day(plus_days(anchor, -behind) if context.direction == PAST or behind == 0 else plus_days(anchor, 7 - behind))


def shifted_month(month: int, shift: int, anchor: date) -> Interval:
    year = anchor.year
    if shift < 0 and month >= anchor.month:
        year -= 1
    if shift > 0 and month <= anchor.month:
        year += 1
    return of_month(year, month)


def shifted_season(season: str, shift: int, anchor: date) -> Interval:
    years = [of_season(y, season) for y in range(anchor.year - 2, anchor.year + 3)]
    if shift < 0:
        return [s for s in years if s.last < anchor][-1]
    if shift > 0:
        return next(s for s in years if s.first > anchor)
    return next((s for s in years if s.first <= anchor <= s.last), of_season(anchor.year, season))


def weekend(shift: int | None, anchor: date, context: Context) -> Interval:
    """ "The weekend" is the one that the tense says; on a Saturday or Sunday it is that one."""
    now = anchor.isoweekday() >= 6
    if shift is None:
        back = 0 if now or context.direction == AHEAD else -7
    elif shift == 0:
        back = -7 if not now and context.direction == PAST and anchor.isoweekday() <= 2 else 0
    else:
        back = 7 * shift
    return of_weekend(plus_days(anchor, back))


def offset(expr: Expr, context: Context) -> Interval | None:
    anchor = base_day(expr, context)
    if anchor is None or expr.count is None:
        return None
    unit, count = expr.unit or "D", expr.count * (expr.shift or 0)
    if unit in {"TH", "TM", "TS"}:
        days = count / {"TH": 24, "TM": 1440, "TS": 86400}[unit]
        return replace(of_day(plus_days(anchor, round(days))), approximate=True)
    day = moved(anchor, unit, count)
    if expr.exact:
        return of_unit(day, expr.exact)
    if unit in DAYS:
        spread = {"W": 3, "FN": 3}.get(unit, 0)
        loose = spread or expr.mod
        return Interval(plus_days(day, -spread), plus_days(day, spread), day.isoformat(), approximate=bool(loose))
    width = "Y" if unit in YEAR_UNITS else "M"
    return replace(of_unit(day, width), approximate=True) if unit in MONTHS else None


def anaphor(expr: Expr, context: Context) -> Interval | None:
    day = base_day(replace(expr, before_in_text=True), context)
    return of_unit(day, expr.unit or "D") if day else None


def feast(expr: Expr, context: Context) -> Interval | None:
    named = lexicon().feasts[expr.feast or 0]
    if len(named.dates) == 1:
        return of_day(named.dates[0])
    year = year_of(expr, context)
    if year is not None:
        found = named.occurrences(date(year, 1, 1), date(year, 12, 31))
    elif context.anchor is not None:
        found = around(named.occurrences(plus_days(context.anchor, -400), plus_days(context.anchor, 400)), expr, context)
    else:
        found = []
    if not found:
        return None
    first, last = found[0]
    value = first.isoformat() if first == last else f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"
    return Interval(first, last, "XXXX-XX-XX" if named.approximate else value, approximate=named.approximate)


def around(found: list[tuple[date, date]], expr: Expr, context: Context) -> list[tuple[date, date]]:
    """The occurrence that is meant, first: by "last" and "next", else the nearest on the side that the tense wants."""
    anchor = context.anchor or date.min
    if expr.shift:
        wanted = [f for f in found if (f[0] > anchor if expr.shift > 0 else f[1] < anchor)]
        return sorted(wanted, key=lambda f: abs((f[0] - anchor).days))

    def cost(f: tuple[date, date]) -> float:
        if f[0] <= anchor <= f[1]:
            return 0
        days = (f[0] - anchor).days
        against = (context.direction == PAST and days > 0) or (context.direction == AHEAD and days < 0)
        return abs(days) + (PAST_MONTH if against else 0)

    return sorted(found, key=cost)


def partial(expr: Expr) -> str:
    """The TIMEX3 value with X for what is not known."""
    part = f"T{expr.part}" if expr.part else clock_text(expr, "", day_end="24:00") if expr.has_clock else ""
    if expr.month is not None:
        year = f"{expr.year:04}" if expr.year else "XXXX"
        return f"{year}-{expr.month:02}" + (f"-{expr.day:02}" if expr.day else "") + part
    if expr.weekday is not None:
        return f"XXXX-WXX-{expr.weekday}{part}"
    if expr.season or expr.quarter or expr.half:
        return f"XXXX-{expr.season or (f'Q{expr.quarter}' if expr.quarter else f'H{expr.half}')}"
    if expr.unit == "D" or expr.has_clock or expr.kind == "feast":
        return "XXXX-XX-XX" + part
    return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(expr.unit or "", "XXXX")
