"""Stretches and distances: durations, "two weeks ago", "the past four days", and words such as "now"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.numbers import number_at, shown
from trucekeeper.reading.times.points import DAY_UNITS, is_anaphor, relative_unit, shift_of, with_position

DESIGNATOR = {
    "TS": ("PT", "S"),
    "TM": ("PT", "M"),
    "TH": ("PT", "H"),
    "WE": ("P", "WE"),
    "FN": ("P", "W"),
    "SM": ("P", "M"),
    "DE": ("P", "Y"),
    "CE": ("P", "Y"),
    "HC": ("P", "Y"),
    "QC": ("P", "Y"),
}
PERIOD = "P"  # as long as the stretch spoken of before: "the same period last year"
TIMES_LARGER = {"FN": 2, "SM": 6, "DE": 10, "CE": 100, "ME": 1000, "HC": 50, "QC": 25}


def period_value(count: float | None, unit: str) -> str:
    """TIMEX3's duration; X where the count is not said."""
    head, letter = DESIGNATOR.get(unit, ("P", unit))
    if count is None:
        return f"{head}X{'DE' if unit == 'DE' else 'CE' if unit == 'CE' else letter}"
    return f"{head}{shown(count * TIMES_LARGER.get(unit, 1))}{letter}"


def unit_of(found: Found, name: str = "u") -> str:
    return "TS" if found.kind(name) == "second" else str(found.worth(name))


def count_of(found: Found, name: str = "n") -> float | None:
    """The number said, None for a vague one; the first of a range ("two to three")."""
    if not found.has(name):
        return None
    first, end = found.match.span(name)
    kinds = [found.kind_at(i) for i in range(first, end)]
    if "vague" in kinds:
        return float(found.codes.worths[first + kinds.index("vague")]) or None
    for mark in ("to", "or", "hyphen"):
        if (
            mark in kinds[1:-1]
            and kinds[kinds.index(mark) - 1] in {"digit", "digits", "number", "decimal"}
            and is_range(found, first, first + kinds.index(mark), end)
        ):
            return number_at(found.codes, first, first + kinds.index(mark))
    return number_at(found.codes, first, end)


def is_range(found: Found, first: int, mark: int, end: int) -> bool:
    low, high = number_at(found.codes, first, mark), number_at(found.codes, mark + 1, end)
    return low is not None and high is not None and low < high and not (found.kind_at(mark) == "hyphen" and low >= 20 and high < 10)


def is_spread(found: Found) -> bool:
    """ "two to three", "10-15": a range, whose value is not one number."""
    if not found.has("n"):
        return False
    first, end = found.match.span("n")
    return any(found.kind_at(i) in {"to", "or", "hyphen"} and is_range(found, first, i, end) for i in range(first + 1, end - 1))


def bound_of(found: Found) -> str | None:
    for name in ("b2", "b"):
        if name in found.match.groupdict() and found.has(name):
            return str(found.worth(name))
    return "APPROX" if is_spread(found) else None


def is_fraction(found: Found) -> bool:
    """ "three-quarters", "two quarters of the people"; "two consecutive quarters of decline" is none."""
    before = found.kind_at(found.match.start("u") - 1)
    return before == "hyphen" or (before != "kind" and found.kind_at(found.end) == "of")


def plausible_count(found: Found) -> bool:
    """ "1990 days" is odd but "in 1999 days before" odder; "a second" needs a second that is a unit."""
    kind = found.kind("u")
    if kind == "second":
        return found.kind("n") in {"a", "number"} and found.kind_at(found.end) in {"mark", "dot", "comma", "line", "and", "to", "after", "before", "later"}
    if unit_of(found) == "Q" and (kind == "unit" or is_fraction(found)):
        return False
    if found.words("b").lower() == "over":
        # "killed 100 over five decades" is during them, "for over five decades" more than them
        return found.kind_at(found.first - 1) in {"in", "from", "of"} or found.codes.word(found.first - 1).lower() in lexicon().lists["takes_over"]
    return found.has("n") or found.words("b").lower() not in {"some", "under"}


def duration(found: Found) -> Expr | None:
    if not plausible_count(found):
        return None
    unit, count = unit_of(found), count_of(found)
    if unit in {"WE", "Q"} and found.kind("n") == "a":
        return None
    value = period_value(count, unit)
    return Expr(kind="duration", value=value, mod=bound_of(found), unit=unit, count=count)


ENDS_OF = frozenset({"ordinal", "last_ordinal"})  # "the first two weeks", "the final two weeks"
SIZES = ("CE", "HC", "QC", "DE", "Y", "SM", "Q", "M", "FN", "W", "WE", "D", "TH", "TM", "TS")  # from the largest


def joined_duration(found: Found) -> Expr | None:
    """ "two years, three months and four days": from larger units to smaller ones; "between six months and two years" is two stretches."""
    simple = duration(found)
    if simple is None:
        return None
    first, end = found.match.span("more")
    units = [simple.unit, *(str(found.codes.worths[i]) for i in range(first, end) if found.kind_at(i) in {"unit", "units"})]
    ranks = [SIZES.index(u) for u in units if u in SIZES]
    if any(a >= b for a, b in pairwise(ranks)):
        return None
    return replace(simple, value=joined(found, simple.value or "", simple.count, str(simple.unit)))


def joined(found: Found, value: str, count: float | None, unit: str) -> str:
    """ "two years and three months", "an hour and a half"."""
    first, end = found.match.span("more")
    begins = first
    for i in range(first, end):
        kind = found.kind_at(i)
        if kind == "half":
            return period_value((count or 1) + 0.5, unit)
        if kind in {"unit", "units"}:
            other = period_value(number_at(found.codes, begins, i), str(found.codes.worths[i]))
            value += other[2:] if other.startswith("PT") and "T" in value else other[1:]
            begins = i + 1
    return value


def shared(found: Found) -> Expr | None:
    """ "between 60 and 90 days": the first number shares the second's unit."""
    return Expr(kind="duration", value=period_value(count_of(found), unit_of(found)), unit=unit_of(found), count=count_of(found))


def nights(found: Found) -> Expr | None:
    """ "two nights", "three mornings"."""
    if not found.codes.word(found.end - 1).lower().endswith("s"):
        return None
    return Expr(kind="duration", value=period_value(count_of(found), "D"), unit="D", count=count_of(found), mod=bound_of(found))


def bare(found: Found) -> Expr | None:
    """ "for weeks", "decades-long": a stretch without its number."""
    if found.codes.word(found.first - 1).lower() in lexicon().lists["before_no_stretch"]:
        return None
    if unit_of(found) == "Q":
        return None  # "in close quarters"
    return Expr(kind="duration", value=period_value(None, unit_of(found)), unit=unit_of(found))


def long(found: Found) -> Expr | None:
    return Expr(kind="duration", value=period_value(1, unit_of(found)), unit=unit_of(found), count=1)


def period(found: Found) -> Expr | None:
    """ "the past four days", "the next two weeks", "the first three months of 2024", "recent weeks"."""
    rel, unit = found.kind("rel"), unit_of(found)
    if rel == "last" and found.kind_at(found.first) == "last" and found.has("n") and lasts(found):
        return None
    if rel == "coming" and found.has("n") and found.kind_at(found.match.start("rel")) == "coming" and found.kind_at(found.match.start("rel") - 1) != "the":
        return None  # "coming a day after the raid": the verb
    if found.kind("u") == "second" or rel == "this" or (unit == "WE" and not found.has("n") and rel != "recent"):
        return None
    if not found.has("n"):
        return uncounted(found, rel, unit)
    if rel == "recent":
        return Expr(kind="ref", value="PAST_REF", unit=unit)
    return counted_period(found, rel, unit, count_of(found))


def lasts(found: Found) -> bool:
    """Is "last" the verb ("supplies last 72 hours"), since no preposition or pronoun stands before it?"""
    before = found.codes.word(found.first - 1).lower()
    return found.kind_at(found.first - 1) not in {"in", "from", "at", "line"} and before not in {"for", "over", "within", "his", "her", "its", "their"}


def uncounted(found: Found, rel: str, unit: str) -> Expr | None:
    """ "recent weeks" is no stretch but the past; "the past week" and "the last hour" are one."""
    if found.kind("u") == "units" and rel not in ENDS_OF:
        return Expr(kind="ref", value="PAST_REF" if rel in {"last", "past", "previous", "recent"} else "FUTURE_REF", unit=unit)
    if rel == "past" or (unit in {"TH", "TM"} and rel in {"last", "next"}):
        return counted_period(found, rel, unit, 1.0)
    return None


def counted_period(found: Found, rel: str, unit: str, count: float | None) -> Expr | None:
    parent = parent_of_period(found)
    if rel in ENDS_OF and found.worth("rel") not in (1, -1):
        return None
    value, mod = period_value(count, unit), bound_of(found)
    if rel in ENDS_OF and parent is None:
        return Expr(kind="duration", value=value, count=count, unit=unit, mod=mod)
    shift, anaphoric = shift_of(found, "rel"), is_anaphor(found, "rel")
    return Expr(kind="period", parent=parent, value=value, count=count, unit=unit, shift=shift, mod=mod, before_in_text=anaphoric)


def parent_of_period(found: Found) -> Expr | None:
    if found.has("ofunit") and found.worth("ofunit") in {"M", "Y", "Q", "DE", "CE"}:
        return relative_unit(found, "ofrel", "ofunit")
    if found.has("ofm") or found.has("ofy"):
        return Expr(kind="calendar", month=found.worth("ofm"), year=found.worth("ofy"))
    return None


def offset(found: Found) -> Expr | None:
    way, unit, count = found.kind("way"), unit_of(found), count_of(found)
    if found.kind("u") == "unit" and not found.has("n"):
        return None
    if not found.has("n") or count is None:
        value = {"ago": "PAST_REF", "hence": "FUTURE_REF"}.get(way, "XXXX-XX-XX")
        return Expr(kind="ref", value=value, unit=unit)
    if found.has("u2") and found.kind("u2") == "half":
        count += 0.5
    sign = -1 if way in {"ago", "before", "earlier"} else 1
    before_in_text = way not in {"ago", "hence"}
    exact = None if not found.has("exact") else str(found.last_worth("exact")) if found.kind("exact") == "this" else "D" if not found.worth("exact") else None
    if found.has("exact") and (exact is None or before_in_text or exact not in DAY_UNITS):
        return None
    return Expr(kind="offset", unit=unit, count=count, shift=sign, mod=bound_of(found), before_in_text=before_in_text, exact=exact)


def before_last(found: Found) -> Expr | None:
    """ "the week before last", "the year after next"."""
    unit = unit_of(found)
    return Expr(kind="deictic", unit=unit, shift=-2 if found.kind("way") == "before" else 2) if unit in DAY_UNITS else None


def mid_unit(found: Found) -> Expr:
    """ "midyear", "midweek"."""
    return Expr(kind="deictic", unit=found.worth("u"), shift=0, position="MID", mod="MID")


def neighbour(found: Found) -> Expr | None:
    """ "the day before", "the week after"."""
    unit = "D" if found.kind("u") == "part" else unit_of(found)
    if unit not in DAY_UNITS:
        return None
    part = found.worth("u") if found.kind("u") == "part" else None
    return Expr(kind="deictic", unit=unit, shift=-1 if found.kind("way") in {"before", "earlier", "previous"} else 1, before_in_text=True, part=part)


def nth(found: Found) -> Expr | None:
    """ "the first quarter of 2024", "the last week of March", "the 19th century", "the 16th day"."""
    if found.kind_at(found.first) in {"the", "a"} and found.kind_at(found.match.end("n")) == "hyphen" and found.kind_at(found.end) == "other":
        return None  # "a fourth-quarter loss": the article is the noun's
    made = ranked(found)
    if made is None or not (found.has("pos1") or found.has("pos2")):
        return made
    return with_position(found, made) if made.kind == "calendar" else None


def ranked(found: Found) -> Expr | None:
    rank = rank_of(found)
    unit = found.worth("u") if found.kind("u") == "unit" else None
    parent = parent_of(found)
    if rank is None or found.kind("n") == "quarter_label":
        return None
    if found.kind("u") == "half":
        return half_of(parent, rank)
    if unit == "Q":
        quarter = rank if rank > 0 else 4
        if quarter > 4 or (parent is None and found.kind("n") in {"last", "next"}):
            return None
        return Expr(kind="calendar", quarter=quarter, parent=parent if parent is not None and is_year(parent) else None)
    if unit == "CE" and parent is None and rank > 3:
        return Expr(kind="calendar", year=(rank - 1) * 100, unit="CE")
    if found.kind("n") in {"last", "next"} and parent is None:
        return None
    if found.kind("u") == "weekday":
        return Expr(kind="calendar", weekday=found.worth("u"), nth=rank, parent=parent) if parent is not None else None
    if parent is not None and unit in {"D", "W", "WE", "M"}:
        return Expr(kind="calendar", nth=rank, unit=unit, parent=parent)
    if unit in {"D", "W", "M", "Y"} and found.kind("n") != "last_ordinal":
        return Expr(kind="ordinal", unit=unit, nth=rank)
    return None


def half_of(parent: Expr | None, rank: int) -> Expr | None:
    """ "the first half of 2024" has a value of its own; of a month or week it is its early part."""
    if parent is None or rank not in (1, 2):
        return None
    if is_year(parent):
        return Expr(kind="calendar", half=rank, parent=parent)
    position = "START" if rank == 1 else "END"
    return replace(parent, position=position, mod=position)


def rank_of(found: Found) -> int | None:
    kind = found.kind("n")
    if kind == "ordinal_digits":
        return int("".join(c for c in found.words("n") if c.isdigit()))
    if kind == "last":
        return -1
    if kind in {"second", "last_ordinal"}:
        return int(found.worth("n"))
    value = found.number("n")
    return int(value) if value is not None else None


def parent_of(found: Found) -> Expr | None:
    if found.has("ofm"):
        return Expr(kind="calendar", month=found.worth("ofm"), year=found.worth("ofmy"))
    year = found.worth("ofy") or found.worth("ofy2")
    if year is not None:
        return Expr(kind="calendar", year=year)
    if found.has("ofrel"):
        if found.kind("ofunit") == "month":
            return Expr(kind="deictic", month=found.worth("ofunit"), shift=shift_of(found, "ofrel"))
        return relative_unit(found, "ofrel", "ofunit")
    if found.has("offeast"):
        return Expr(kind="feast", feast=found.worth("offeast"))
    if found.has("ofthe"):
        return Expr(kind="deictic", unit=found.worth("ofthe"), shift=0) if found.worth("ofthe") in {"M", "Y"} else None
    return None


def is_year(parent: Expr) -> bool:
    return (parent.year is not None and parent.month is None) or parent.unit == "Y"


def anaphor(found: Found) -> Expr | None:
    word = found.words("that").split()[0].lower()
    unit = "D" if found.kind("u") == "part" else unit_of(found)
    if unit not in DAY_UNITS:
        return None
    if found.has("pos1") or found.has("pos2"):
        return with_position(found, Expr(kind="anaphor", unit=unit)) if word == "that" and found.kind("u") == "unit" else None
    if word == "the" and found.kind_at(found.first + 1) != "same":
        ends = found.kind_at(found.end) in {"mark", "dot", "comma", "line", "at", "and", "after"}
        if (
            unit != "D"
            or found.kind("u") == "part"
            or not (ends or found.kind_at(found.first - 1) in {"in", "position"})
            or found.kind_at(found.end) in {"after", "before"}
        ):
            return None
    part = found.worth("u") if found.kind("u") == "part" else None
    return Expr(kind="anaphor", unit=unit, part=part)


def same_last(found: Found) -> Expr | None:
    """ "the same period last year", "the same month a year ago"."""
    if found.has("n"):
        unit, count, shift = unit_of(found, "u4"), found.number("n") or 1, -1
    elif found.has("u3"):
        unit, count, shift = unit_of(found, "u3"), 1, -1
    else:
        unit, count, shift = unit_of(found, "u2"), 1, shift_of(found, "rel")
    width = unit_of(found) if found.kind("u") == "unit" else PERIOD
    return Expr(kind="deictic", unit=width, shift=0, parent=Expr(kind="offset", unit=unit, count=count, shift=shift))


def year_ago(found: Found) -> Expr | None:
    """ "the year-ago quarter", "the year-earlier period"."""
    unit = unit_of(found, "u4")
    width = unit_of(found) if found.kind("u") == "unit" else PERIOD
    return Expr(kind="deictic", unit=width, shift=0, parent=Expr(kind="offset", unit=unit, count=1, shift=-1)) if unit in DAY_UNITS else None


def the_stretch(found: Found) -> Expr | None:
    """ "the nine months ended Sept. 30": the article belongs to a stretch that what follows tells apart."""
    follows = found.codes.word(found.end).lower()
    to_date = follows in {"to", "through"} and found.kind_at(found.end + 1) in {"month", "year", "digit", "position", "the"}
    if found.kind("u") != "units" or not (to_date or follows in lexicon().lists["tells_apart"]):
        return None
    return duration(found)


def the_unit(found: Found) -> Expr | None:
    """ "in the quarter", "for the year": the one spoken of; "the deadliest day of the year": this one."""
    unit, before = unit_of(found), found.codes.word(found.first - 1).lower()
    if unit not in {"W", "M", "Q", "SM", "Y"}:
        return None
    if before == "of":
        return Expr(kind="deictic", unit=unit, shift=0) if superlative(found) else None
    ends = found.kind_at(found.end) in {"mark", "dot", "comma", "line", "and", "at"} or found.codes.word(found.end).lower() in {"ended", "ending"}
    if unit == "W" or before not in {"for", "in", "during"} or not ends:
        return None
    return Expr(kind="anaphor", unit=unit)


def superlative(found: Found) -> bool:
    """Does one of the words just before say "the most", "the deadliest", "the first"?"""
    for back in range(2, 8):
        at = found.first - back
        word, kind = found.codes.word(at).lower(), found.kind_at(at)
        if kind in {"ordinal", "second", "ordinal_digits"} or word in {"most", "best", "worst"} or (word.endswith("est") and len(word) > 5):
            return True
        if kind in {"dot", "line", "mark", "comma"}:
            break
    return False


def in_part(found: Found) -> Expr | None:
    """ "in the morning", "throughout the night" of the day spoken of; "in the night" and "during the night" name none."""
    before, night = found.codes.word(found.first - 1).lower(), found.worth("u") == "NI"
    if before not in {"through", "throughout"} and (before not in {"in", "during"} or night):
        return None
    return Expr(kind="anaphor", unit="D", part=found.worth("u"))


def reference(value: str, found: Found) -> Expr | None:
    if value == "FUTURE_REF" and (found.kind_at(found.end) in {"after", "before"} or found.codes.word(found.end).lower() == "as"):
        return None  # "shortly after the attack", "as soon as Saturday"
    return Expr(kind="ref", value=value)


def recent(found: Found) -> Expr | None:
    """ "recent fighting": the adjective, not "the most recent model"."""
    if found.kind_at(found.first - 1) == "other" and found.codes.word(found.first - 1).lower() in {"most", "more"}:
        return None
    return Expr(kind="ref", value="PAST_REF")


def era(found: Found) -> Expr:
    return Expr(kind="era", value=found.codes.worths[found.first])
