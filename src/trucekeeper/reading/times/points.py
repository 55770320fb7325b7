"""Points in time: dates, days, months, seasons and feasts, with their hour and what narrows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from trucekeeper.reading.times.bare_years import year
from trucekeeper.reading.times.clock import clock_part
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.narrowing import DAY_UNITS, is_anaphor, relative_unit, shift_of, with_position


def point(found: Found) -> Expr | None:
    """A date, day, month, year, season or feast with what narrows it and its hour; None where the words make none."""
    base = date_part(found)
    if base is None:
        return None
    base = with_part(found, base)
    if base is None:
        return None
    base = with_position(found, base)
    for name in ("clk1", "clk2"):
        if found.has(name):
            clock = clock_part(found, name)
            if clock is None:
                return None
            base = replace(base, **clock)
    return base


def with_part(found: Found, base: Expr) -> Expr | None:
    part = found.last_worth("part1") or found.last_worth("part2") or (found.worth("part3") or found.worth("part0") or (0, None))[1]
    if part is None:
        return base
    if not holds_day(base):
        return None
    early = found.kind("part1") or found.kind("part2")
    return replace(base, part=part, mod={"early": "START", "late": "END"}.get(early, base.mod))


def holds_day(base: Expr) -> bool:
    return bool(base.day or base.weekday or base.kind == "feast" or base.unit == "D")


def day_number(found: Found, name: str) -> int | None:
    value = found.number(name)
    return int(value) if value is not None and 1 <= value <= 31 else None


def date_part(found: Found) -> Expr | None:
    for name, maker in MAKERS:
        if found.has(name):
            return maker(found)
    return None


LONGEST = {month: 30 if month in {4, 6, 9, 11} else 29 if month == 2 else 31 for month in range(1, 13)}


def month_day(found: Found, n: str) -> Expr | None:
    day = day_number(found, f"d{n}")
    if n == "2" and found.has("dayword") and found.worth("dayword") != "D":
        return None  # "the first week of July"
    if day is None or day > LONGEST[found.worth(f"m{n}")]:
        return None
    other = day_number(found, "d1b" if n == "1" else "d2a")
    low, high = (day, other) if n == "1" else (other, day)
    if found.has(f"rel{n}") and found.worth(f"unit{n}") != "Y":
        return None
    parent = relative_unit(found, f"rel{n}", f"unit{n}") if found.has(f"rel{n}") else None
    made = Expr(kind="calendar", parent=parent, year=found.worth(f"y{n}"), month=found.worth(f"m{n}"), day=day, weekday=found.worth(f"wd{n}"))
    if other is not None and low is not None and high is not None and low < high:
        return replace(made, day=low, count=high - low)
    return made


def lone_day(found: Found) -> Expr | None:
    """The first of two days that share a month: "between 5 and 7 March"."""
    day = day_number(found, "d2")
    return Expr(kind="calendar", day=day, month=found.worth("m2"), year=found.worth("y2")) if day is not None else None


def month_alone(found: Found) -> Expr | None:
    year = found.worth("y3") or found.worth("y3b")
    made = Expr(kind="calendar", year=year, month=found.worth("m3"))
    if found.has("rel3"):
        if found.worth("unit3") != "Y":
            return None
        return replace(made, parent=relative_unit(found, "rel3", "unit3"))
    if year is None and not plausible_month(found):
        return None
    return made


def names_person(found: Found, at: int) -> bool:
    """Is the word at a token an unknown one in capitals, as beside "April" in a name?"""
    return found.kind_at(at) == "other" and found.codes.word(at)[:1].isupper()


def plausible_month(found: Found) -> bool:
    """ "May" and "March" alone need a word before them that a month takes, or one that narrows it."""
    word = found.words("m3")
    if len(word) < 4 and word != "May":
        return False
    if word.lower() not in lexicon().lists["months_doubtful"] or found.has("pos1") or found.has("pos2"):
        return True
    before, after = found.kind_at(found.match.start("m3") - 1), found.kind_at(found.match.end("m3"))
    if word not in {"May", "March"}:
        return not (names_person(found, found.match.start("m3") - 1) or (before not in {"in", "from", "to"} and names_person(found, found.match.end("m3"))))
    return before in {"in", "from", "to", "at", "last", "next", "this", "of", "the", "and", "or", "hyphen", "before", "after", "early", "late"} and not (
        before == "and" and after == "other"
    )


def weekday(found: Found) -> Expr | None:
    made = Expr(kind="calendar", weekday=found.worth("wd4"), day=day_number(found, "d4") if found.has("d4") else None)
    if found.has("rel4"):
        return replace(made, parent=relative_unit(found, "rel4", "unit4"))
    return made


def relative(found: Found) -> Expr | None:
    """ "last week", "this Friday", "next spring", "the following day"."""
    kind, worth = found.kind("what5"), found.worth("what5")
    rel = found.kind("rel5")
    if (
        (rel in {"that", "same"} and not (rel == "that" and kind == "season" and found.has("pos1")))
        or (rel == "past" and worth != "WE" and kind in {"unit", "part", "feast"})
        or (rel == "coming" and kind == "unit" and worth not in DAY_UNITS)
    ):
        return None
    shared: dict[str, Any] = {"kind": "deictic", "shift": shift_of(found, "rel5"), "before_in_text": is_anaphor(found, "rel5")}
    if kind == "unit":
        if worth not in DAY_UNITS or (rel == "this" and worth == "D"):
            return None
        if rel == "past":
            return Expr(kind="deictic", unit="WE", shift=None)
        if rel == "next" and worth == "D":
            shared["before_in_text"] = True
        return Expr(**shared, unit=worth)
    if kind == "part":
        return Expr(**shared, unit="D", part=worth)
    if kind == "weekday":
        return Expr(**shared, weekday=worth)
    if kind == "month":
        return Expr(**shared, month=worth)
    if kind == "season":
        return Expr(**shared, season=worth)
    return Expr(**{**shared, "kind": "feast"}, feast=worth)


def today(found: Found) -> Expr | None:
    before = found.codes.word(max(found.first - 1, 0))
    if found.words("today").isupper() and before.isupper() and len(before) > 1:
        return None  # part of a name in capitals
    return Expr(kind="deictic", unit="D", shift=found.worth("today"))


def tonight(found: Found) -> Expr:
    shift, part = found.worth("tonight")
    return Expr(kind="deictic", unit="D", shift=shift, part=part)


def feast(found: Found) -> Expr:
    return Expr(kind="feast", feast=found.worth("feast"), year=found.worth("y6"))


def season(found: Found) -> Expr | None:
    made = Expr(kind="calendar", season=found.worth("season"), year=found.worth("y7"))
    if found.has("rel7"):
        return replace(made, parent=relative_unit(found, "rel7", "unit7")) if found.worth("unit7") == "Y" else None
    word = found.words("season").lower()
    at = found.match.start("season")
    if word not in lexicon().lists["seasons_doubtful"] or made.year is not None or found.has("pos1") or found.has("pos2"):
        return made
    # "the fall of the city", "to spring": a season stands at the end of its phrase
    named = found.kind_at(at - 1) == "the" and found.kind_at(at - 2) in {"in", "at", "to"} and found.kind_at(at + 1) != "of"
    return made if named else None


def decade(found: Found) -> Expr | None:
    digits = int("".join(c for c in found.words("decade") if c.isdigit()))
    at = found.match.start("decade")
    if digits < 100 and found.words("decade")[0].isdigit():
        narrowed = found.has("pos1") or found.has("pos2") or found.kind_at(at - 1) == "the"
        if not narrowed and not (found.kind_at(at - 1) == "and" and found.kind_at(at - 2) == "decade"):
            return None  # "in the low 50s"
    if digits < 100:
        digits += 1900 if digits >= 20 else 2000
    return Expr(kind="calendar", year=digits, unit="CE" if digits % 100 == 0 and digits < 2000 else "DE")


def labelled(found: Found) -> Expr | None:
    n = found.worth("qlabel")
    year = found.worth("y8")
    return Expr(kind="calendar", quarter=n, year=year) if found.kind("qlabel") == "quarter_label" else Expr(kind="calendar", half=n, year=year)


def the_unit(found: Found) -> Expr | None:
    """ "the week" only after what narrows it: "the end of the week"."""
    if not (found.has("pos2") or (found.has("pos1") and (found.has("the") or found.kind("pos1") == "mid"))) or found.worth("theunit") not in DAY_UNITS:
        if found.worth("theunit") == "WE" and found.has("the") and found.kind_at(found.end) != "of":
            return Expr(kind="deictic", unit="WE", shift=None)
        return None
    return Expr(kind="deictic", unit=found.worth("theunit"), shift=0, before_in_text=found.worth("theunit") == "D")


def iso(found: Found) -> Expr | None:
    words = found.words("iso")
    try:
        when = datetime.fromisoformat(words)
    except ValueError:
        return None
    made = Expr(kind="calendar", year=when.year, month=when.month, day=when.day)
    if "T" not in words:
        return made
    offset = when.utcoffset()
    return replace(made, hour=when.hour, minute=when.minute, second=when.second or None, zone=int(offset.total_seconds() // 60) if offset is not None else None)


def numeric(found: Found) -> Expr | None:
    """3/1/2025: month first where both readings hold and the mark is a slash, day first with dots."""
    words = found.words("numeric")
    mark = next(c for c in words if not c.isdigit())
    a, b, c = (int(p) for p in words.split(mark))
    if mark == "." and c < 100:
        return None  # the number of a section
    if a > 31:
        year, month, day = a, b, c
    else:
        year = c if c > 99 else c + (2000 if c < 50 else 1900)
        month, day = (b, a) if a > 12 or mark == "." else (a, b)
    return Expr(kind="calendar", year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def day_alone(found: Found) -> Expr | None:
    """ "on the 24th": a day of the month spoken of."""
    day = day_number(found, "d")
    return Expr(kind="calendar", day=day) if day is not None else None


MAKERS = (
    ("iso", iso),
    ("numeric", numeric),
    ("m1", lambda f: month_day(f, "1")),
    ("m2", lambda f: month_day(f, "2")),
    ("m3", month_alone),
    ("wd4", weekday),
    ("rel5", relative),
    ("today", today),
    ("tonight", tonight),
    ("feast", feast),
    ("season", season),
    ("decade", decade),
    ("qlabel", labelled),
    ("year", year),
    ("theunit", the_unit),
)
