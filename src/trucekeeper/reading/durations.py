"""Lengths of time as terms of agreements write them: "seventy-two (72) hours", "(36) thirty-six months". No parse is needed, so that views can ask too."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.knowledge import table

UNITS = {"hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y"}


@cache
def number_words() -> dict[str, int]:
    known = table("numbers")
    ones, tens = dict(known["ones"]), dict(known["tens"])
    return {**ones, **tens, **{f"{t}-{o}": tens[t] + ones[o] for t in tens for o in ones if 0 < ones[o] < 10}}


@cache
def duration_pattern() -> str:
    """ "seventy-two (72) hours", "(36) thirty-six months", "the first six months", "21 days"."""
    words = "|".join(sorted(map(re.escape, number_words()), key=len, reverse=True))
    number = rf"(?:\(?(?P<digits>\d{{1,4}})\)?\s*(?:{words})?|(?P<words>{words}|an?)(?:\s*\(\s*(?P<bracket>\d{{1,4}})\s*\))?)"
    whole = r"(?:an?\s+)?(?:(?:maximum|total|further|overall)\s+)?(?:period|maximum|time)\s+(?:of|that shall not exceed|not exceeding)\s+"
    lead = rf"(?:{whole})?(?:the\s+)?(?:(?:first|next|last)\s+)?"
    kinds = r"(?:(?:calendar|working|consecutive|full|more)\s+)*"
    return rf"{lead}{number}[\s-]*{kinds}(?P<unit>hour|day|week|fortnight|month|year)s?\b"


def duration_of(match: re.Match[str]) -> str | None:
    """ISO 8601 of the duration that a pattern matched."""
    written = match["digits"] or match["bracket"]
    count = int(written) if written else 1 if match["words"].lower() in {"a", "an"} else number_words()[match["words"].lower()]
    unit = UNITS[match["unit"].lower()]
    count *= 2 if match["unit"].lower() == "fortnight" else 1
    return f"PT{count}H" if unit == "H" else f"P{count}{unit}"
