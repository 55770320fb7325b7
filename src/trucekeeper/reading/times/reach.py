"""What a time covers with the words around it: "since Oct. 7" has no end, "from May until June" has both ends from two mentions."""

from __future__ import annotations

import re

from trucekeeper.model.time import Time
from trucekeeper.reading.layers import TimeFound

OPENS = frozenset({"since", "from", "after", "starting", "beginning", "between"})
CLOSES = frozenset({"until", "till", "by", "before", "through"})
WORD_BEFORE = re.compile(r"([A-Za-z]+)\W*(?:the\s+|no later than\s+)?$")
LINK = re.compile(r"\s*(?:,?\s*(?:until|till|to|through|and|up to)|[-–—])\s+(?:the\s+)?|[-–—]", re.IGNORECASE)


def word_before(text: str, start: int) -> str:
    found = WORD_BEFORE.search(text, max(0, start - 30), start)
    return found.group(1).lower() if found else ""


def reach(text: str, times: list[TimeFound], index: int) -> Time:
    """The stretch of time number `index` of a text: both ends of a pair, one open end after "since" or "until", otherwise the time itself."""
    one = times[index]
    word = word_before(text, one.start)
    if word in {"from", "between"} and index + 1 < len(times) and LINK.fullmatch(text, one.end, times[index + 1].start):
        last = times[index + 1]
        return Time(one.time.earliest, last.time.latest, one.time.approximate or last.time.approximate, text[one.start : last.end])
    if not one.is_date:
        return one.time
    if word in OPENS:
        return Time(one.time.earliest, None, one.time.approximate, one.time.text)
    if word in CLOSES or text[: one.start].rstrip().lower().endswith("later than"):
        return Time(None, one.time.latest, one.time.approximate, one.time.text)
    return one.time
