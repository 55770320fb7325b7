"""Points in time: dates, days, months, years, seasons, feasts and hours, with what narrows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lexicon import lexicon

MODS = {"FIRST": "START", "LAST": "END"}  # of the narrower positions
DAY_UNITS = frozenset({"D", "W", "WE", "FN", "M", "Q", "SM", "Y", "DE", "CE"})


def point(found: Found) -> Expr | None:
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


def with_position(found: Found, base: Expr) -> Expr:
    kind = found.kind("pos1")
    if kind in {"earlier", "later"}:
        return replace(base, mod="BEFORE" if kind == "earlier" else "AFTER")
    position = found.worth("pos1") or found.worth("pos2")
    return replace(base, position=position, mod=MODS.get(position, position)) if position else base


def day_number(found: Found, name: str) -> int | None:
    value = found.number(name)
    return int(value) if value is not None and 1 <= value <= 31 else None


def shift_of(found: Found, name: str) -> int:
    return int(found.worth(name) or 0)


def is_anaphor(found: Found, name: str) -> bool:
    return found.kind(name) in {"that", "same", "previous", "following"}


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


def relative_unit(found: Found, rel: str, unit: str) -> Expr:
    return Expr(kind="deictic", unit=found.worth(unit), shift=shift_of(found, rel), before_in_text=is_anaphor(found, rel))


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


def year(found: Found) -> Expr | None:
    """A bare number is a year after a word that years take, and where it counts nothing."""
    value = found.worth("year")
    at = found.match.start("year")
    before, after = found.kind_at(at - 1), found.kind_at(found.end)
    narrowed = found.has("pos1") or found.has("pos2")
    if found.has("yearword") and found.worth("yearword") != "Y":
        return None
    fiscal = (found.has("yearword") or before == "fiscal" or found.kind_at(at - 2) == "fiscal") and not narrowed
    if found.codes.text[found.codes.starts[at] - 1 : found.codes.starts[at]] == "[":
        return None  # the number of a paragraph
    if not narrowed and not fiscal:
        if value < 1500 or not year_follows(found, at, before) or counts_something(found, before, after):
            return None
        if after in {"units", "magnitude", "zone", "meridiem"} or (after == "hyphen" and found.kind_at(found.end + 1) in {"unit", "digits"}):
            return None
    if found.has("year2"):
        return year_range(value, int(found.worth("year2")))
    return Expr(kind="calendar", year=value)


def year_follows(found: Found, at: int, before: str) -> bool:
    if before in {"in", "from", "to", "early", "late", "mid", "position", "left", "line", "season", "ref_present"}:
        return True
    if before == "at":
        return found.codes.word(at - 1).lower() == "by"
    if before == "other":
        word, lists = found.codes.word(at - 1), lexicon().lists
        named = word[:1].islower() and word not in lists["never_before_year"]
        return word.lower() in lists["before_year"] or (1900 <= found.worth("year") < 2060 and named)
    return before in {
        "of",
        "and",
        "or",
        "before",
        "after",
        "comma",
        "the",
        "a",
        "this",
        "mark",
        "hyphen",
        "dot",
        "bound",
        "later",
        "earlier",
        "apostrophe",
    } and (1900 <= found.worth("year") < 2060)


def counts_something(found: Found, before: str, after: str) -> bool:
    """ "2000 troops" does, "the 2014 elections" does not."""
    return after == "other" and before != "the" and not found.has("year2") and counted(found.codes.word(found.end))


def counted(word: str) -> bool:
    """Does the word after a number say what it counts ("1990 people", "2000 troops")?"""
    return word.islower() and (
        (word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in {"was", "has", "as"}) or word in lexicon().lists["counted"]
    )


def year_range(first: int, second: int) -> Expr | None:
    last = second if second >= 1000 else first // 100 * 100 + second
    return Expr(kind="calendar", year=first, count=last - first) if 0 < last - first <= (100 if second >= 1000 else 15) else None


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


def clock(found: Found) -> Expr | None:
    made = clock_part(found, "clk1")
    return Expr(kind="calendar", **made) if made is not None else None


def lone_hour(found: Found) -> Expr | None:
    """The first of two hours that share their half of the day: "from 9 to 11 a.m."."""
    made = clock_part(found, "clk1")
    if made is None or made["hour"] > 12 or found.kind_at(found.first - 1) not in {"from", "to", "at", "line", "comma", "on", "weekday", "other", "mark"}:
        return None
    return Expr(kind="calendar", **{**made, "hour": made["hour"] % 12 + found.worth("half")})


def clock_part(found: Found, name: str) -> dict[str, Any] | None:
    """Hour, minute, second and zone of a clock expression."""
    first, end = found.match.span(name)
    codes = found.codes
    made: dict[str, Any] = {}
    kind = found.kind(name)
    if kind == "clock":
        pieces = [int(p) for p in codes.word(first).replace(".", ":").split(":")]
        made = {"hour": pieces[0], "minute": pieces[1], **({"second": pieces[2]} if len(pieces) > 2 else {})}
    elif kind in {"hhmm", "year"}:
        made = {"hour": int(codes.worths[first]) // 100, "minute": int(codes.worths[first]) % 100}
    else:
        made = {"hour": int(codes.worths[first])}
    if made["hour"] > 24 or made.get("minute", 0) > 59:
        return None
    for i in range(first + 1, end):
        what = found.kind_at(i)
        if what == "meridiem":
            made["hour"] = made["hour"] % 12 + codes.worths[i]
        elif what == "part" and codes.worths[i] != "MO" and made["hour"] < 12:
            made["hour"] += 12
        elif what == "noon":  # "12:00 noon", "12 midnight": the name of the hour says which of the two twelves it is
            if made["hour"] % 12:
                return None
            made["hour"] = int(codes.worths[i])
        elif what == "zone":
            made["zone"] = int(codes.worths[i])
        elif what == "other" and not codes.word(i)[:1].isupper():
            return None
    return made
