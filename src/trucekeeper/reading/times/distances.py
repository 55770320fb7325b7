"""Times by how far they are away, or that point at another: "two weeks ago", "the day before", "that week", "now"."""

from __future__ import annotations

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lengths import PERIOD, bound_of, count_of, unit_of
from trucekeeper.reading.times.narrowing import DAY_UNITS, shift_of, with_position


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
