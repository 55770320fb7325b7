"""What a report's first lines say of its origin: the dateline, the agencies in it, and the printed date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from trucekeeper.reading.actors.lexicon import surfaces
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import candidates
from trucekeeper.reading.times.lexer import encode
from trucekeeper.reading.times.points import point

HEAD = 12  # lines that may belong to the head of a report
PLACE = r"[A-Z][A-Z.’'\-]+(?:[ /][A-Z][A-Z.’'\-]+)*"  # in capitals, as agencies write it
DATELINE = re.compile(
    rf"(?P<place>{PLACE}|[A-Z][\w.’'\-]+(?:[ /][A-Z][\w.’'\-]+){{0,3}})(?P<more>(?:,\s*[A-Z][^\W\d]*(?:[.’' ]+[^\W\d]+)*?)?)"
    r"(?:,?\s*(?P<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?))?"
    r"\s*\((?P<agency>[A-Z][^()\d]{1,40})\)\s*(?:[-–—:]+|$|(?(date)(?=[A-Z\"“])|(?!)))"  # with a date, no dash is needed
)
BARE_DATELINE = re.compile(
    rf"(?P<place>{PLACE})(?P<more>(?:,\s*[A-Z][^\W\d]*(?:[.’' ]+[^\W\d]+)*?)?)"
    r"(?:,?\s*(?P<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?))?\s+[-–—]+\s"
)
AGENCY_ONLY = re.compile(r"\((?P<agency>[A-Z][^()\d]{1,40})\)\s*[-–—]+\s")
BYLINE = re.compile(r"By\s+(?P<who>[^,|]+?)(?:\s*[,|]\s*(?P<agency>(?:The\s+)?[A-Z][\w.&’'\-]*(?:\s[A-Z][\w.&’'\-]*){0,3}))\s*$")
LABEL = re.compile(r"(?:(?:first|last)\s+)?(?:published|posted|updated|issued|released|date|publication date)(?:\s+(?:on|at))?\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """`printed` is a whole date; `month_day` one without its year."""

    dateline: str | None = None
    agencies: tuple[str, ...] = ()
    printed: date | None = None
    month_day: tuple[int, int] | None = None
    words: str | None = None


def head_of(text: str) -> Head:
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:HEAD]
    dateline, agencies, words = None, [], None
    for line in lines:
        found = DATELINE.match(line) or BARE_DATELINE.match(line) or AGENCY_ONLY.match(line)
        if found is not None and dateline is None:
            groups = found.groupdict()
            dateline = found.group().rstrip(" -–—:")
            agencies += names_in(groups.get("agency"))
            words = words or groups.get("date")
        byline = BYLINE.match(line)
        if byline is not None:
            agencies += names_in(byline["agency"])
        if words is None or not day_of(words):
            words = printed_line(line) or words
    printed, month_day = dated(words)
    return Head(dateline, tuple(dict.fromkeys(agencies)), printed, month_day, words)


def names_in(agency: str | None) -> list[str]:
    """The agencies inside the brackets: "AFP/Reuters" is two."""
    if agency and agency.strip() in surfaces():  # a name with a stroke in it is one
        return [agency.strip()]
    return [n.strip() for n in re.split(r"[/,;]| and ", agency) if n.strip()] if agency else []


def printed_line(line: str) -> str | None:
    """The date of a line that holds nothing else, or nothing but "Published:" before it."""
    rest = LABEL.sub("", line, count=1) if LABEL.match(line) else line
    return rest if len(rest) <= 45 and day_of(rest) else None


def expr_of(words: str) -> Expr | None:
    codes = encode(words)
    for found in candidates(codes, 0):
        if found.rule == "point":
            return point(found) if found.end >= len(codes.line) - 3 else None
    return None


def day_of(words: str) -> date | None:
    return dated(words)[0]


def dated(words: str | None) -> tuple[date | None, tuple[int, int] | None]:
    expr = expr_of(words) if words else None
    if expr is None or expr.kind != "calendar" or not expr.month or not expr.day:
        return None, None
    try:
        return (date(expr.year, expr.month, expr.day), None) if expr.year else (None, (expr.month, expr.day))
    except ValueError:
        return None, None


def dateline_of(text: str) -> tuple[str | None, tuple[str, ...], date | None]:
    """The dateline as written, the agencies that it or a byline names, and the printed date where it is a whole one."""
    head = head_of(text)
    return head.dateline, head.agencies, head.printed
