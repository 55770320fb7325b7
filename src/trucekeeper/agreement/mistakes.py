"""What a fault of an agreement file means, in the words of whoever wrote it: the field, what is wrong with it, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

DAY_FORMS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
COUNTED = re.compile(r"(?:an? |(\d+)[\s-]*)(hour|day|week|month|year)s?", re.IGNORECASE)
BARE_DAY = re.compile(r"(?<![\w-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\w-])")
IN_PLACE = re.compile(r"^(?:str|ActorLine|literal\[.*|list\[.*|function-.*)$")  # what pydantic puts into a place beside the keys


def day_hint(text: str) -> str:
    """How a day written in another way is written here; both ways where it may be either."""
    for form in DAY_FORMS:
        try:
            return f": write {datetime.strptime(text.strip(), form).date().isoformat()}"
        except ValueError:
            continue
    if match := SLASHED.fullmatch(text.strip()):
        first, second, year = (int(g) for g in match.groups())
        days = list(dict.fromkeys(f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)) if is_day(year, month, day)))
        return f": write {' or '.join(days)}" if days else ""
    return ""


def duration_hint(text: str) -> str:
    """ "30 days" is P30D."""
    match = COUNTED.fullmatch(text.strip())
    if match is None:
        return ""
    unit, count = match[2][0].upper(), match[1] or "1"
    return f": write PT{count}H" if unit == "H" else f": write P{count}{unit}"


def is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def no_days(text: str) -> Iterator[tuple[int, str]]:
    """Line and words of bare days that no calendar has, which YAML cannot read."""
    for match in BARE_DAY.finditer(text):
        if not is_day(*(int(g) for g in match.groups())):
            yield text.count("\n", 0, match.start()) + 1, match.group()


def first_mistake(error: ValidationError) -> tuple[tuple[int | str, ...], str, str]:
    """Place, message and mend of the fault to be told first: a field that is misspelt comes before the one that is missing for it."""
    found = error.errors()
    strange = [e for e in found if e["type"] == "extra_forbidden"]
    missing = {e["loc"][:-1] for e in found if e["type"] == "missing"}
    first = next((e for e in strange if e["loc"][:-1] in missing or behind_comma(e, str(e["loc"][-1]))), found[0])
    place = tuple(p for p in first["loc"] if not (isinstance(p, str) and IN_PLACE.match(p)))
    name = ".".join(map(str, place))
    message, mend = said_of(first, str(place[-1]) if place else "")
    return place, f"{name}: {message}", mend or f"See field {name} in `truce state --schema`."


def said_of(error: Any, name: str) -> tuple[str, str]:
    """What is wrong, and a mend where one can be told."""
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        near = get_close_matches(name, sorted(field_names()), n=1)
        if behind_comma(error, name):
            return "stands behind a comma and is no field", "Inside of { }, put words that hold a comma in quotes: act: 'hand in rifles, mines and shells'."
        return "no such field", f"Did you mean `{near[0]}`?" if near else "`truce state --schema` names all fields; docs/agreement-file.md explains them."
    if kind == "missing":
        return "is missing", ""
    if kind == "literal_error":
        return f"{given!r} is none of {str(error['ctx']['expected']).replace(' or ', ', ').replace(chr(39), '')}", ""
    if kind == "string_type":
        return f"{given!r} is not read as words", "Put it in quotes."
    if kind in ("list_type", "tuple_type"):
        return f"{given!r} is no list", f"Write it in brackets: {name}: [{given}]"
    if kind in ("float_parsing", "int_parsing", "float_type", "int_type"):
        return f"{given!r} is no number", "Write it in digits."
    return error["msg"].removeprefix("Value error, "), ""


def behind_comma(error: Any, name: str) -> bool:
    """Is the field only what stands behind a comma (`{act: hand in 3,000 rifles}` holds a field "000 rifles")?"""
    return error["type"] == "extra_forbidden" and error.get("input") is None and " " in name


@cache
def field_names() -> frozenset[str]:
    """Of all kinds of lines."""
    from trucekeeper.agreement.schema import AgreementFile

    seen: set[type[BaseModel]] = set()

    def names(model: type[BaseModel]) -> Iterator[str]:
        seen.add(model)
        for name, field in model.model_fields.items():
            yield name
            yield from (n for inner in models_in(field.annotation) if inner not in seen for n in names(inner))

    return frozenset(names(AgreementFile))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
