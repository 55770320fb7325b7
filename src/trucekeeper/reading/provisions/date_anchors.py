"""Terms anchored in a calendar date, by the word before it; a date that tells of another text or of the past is no anchor."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import TimeFound
from trucekeeper.reading.provision_words import provision_words


@cache
def told_as_past() -> re.Pattern[str]:
    """Right before a date, which is then of another text or of the past."""
    return re.compile(rf"\b(?:{provision_words().anchors.past})\s+$", re.IGNORECASE)


@cache
def per_text() -> re.Pattern[str]:
    """ "under the law of 4 May"; but "polls under the new law shall be held in April" have a day of their own."""
    return re.compile(rf"\b(?:{provision_words().anchors.per})\b(?:(?!\b(?:shall|will|must|should)\b)[^,;])*$", re.IGNORECASE)


@cache
def extending() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{provision_words().anchors.extending})\w*\b[^.;]*$", re.IGNORECASE)


@cache
def beginning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{provision_words().anchors.beginning})\s+$", re.IGNORECASE)


@cache
def concluding() -> re.Pattern[str]:
    """ "… and be completed by", before the second of two dates."""
    return re.compile(rf"\band\b[^.;]*\b(?:{provision_words().anchors.concluding})\s+(?:by|on|no later than|not later than)\s+$", re.IGNORECASE)


DATE_LEAD = re.compile(
    r"\b(by|between|before|until|till|from|on|no later than|not later than|after|since|at|starting|as of|through)\s+"
    r"(?:(?:from|on|the|day|date|of|hours?|local|time|\d\d?[:.]\d\d\s?h?|[ap]\.?m\.?|\([^)]*\)|\d{1,2}(?:st|nd|rd|th)?)\s+)*$",
    re.IGNORECASE,
)
SAME_DATE = re.compile(
    r"\b(by|on|before|until|till|from|after|no later than|not later than)\s+(?:the\s+(?:very\s+)?same|that(?:\s+same)?)\s+(?:date|day|deadline)\b",
    re.IGNORECASE,
)
# "taken since the war began on", "once the raids ended on": the date is that of the inner clause
INNER_PAST = re.compile(
    r"\b(?:since|when|because|after)\b(?:(?!\b(?:shall|will|must|should|would|is|are|be)\b)[^,;])*\b(?:[a-z]+ed|began|broke out|fell|broke|met|fought)\s+$",
    re.IGNORECASE,
)
RELATIVE_PAST = re.compile(r"\b(?:that|which|who|whose)\s+(?:was|were|had|has been|have been)\b[^,;]*$", re.IGNORECASE)
IN_MONTH = re.compile(r"\b(in)\s+$", re.IGNORECASE)
A_MONTH = re.compile(r"[A-Za-z]+,?\s+\d{4}$")  # "April 2031"
TO_DATE = re.compile(r"\b(to)\s+(?:the\s+)?$", re.IGNORECASE)
DATE_RELATION = {
    "by": "by", "between": "during",
    "before": "before", "until": "until", "till": "until", "through": "until", "from": "from", "since": "from", "as of": "from",
    "starting": "from", "to": "until", "in": "during", "on": "on", "at": "on", "no later than": "by", "not later than": "by", "after": "after",
}  # fmt: skip


def date_lead(before: str) -> re.Match[str] | None:
    """The word before a date that says how it counts; "to" only of what is made longer ("extended to 30 April")."""
    return DATE_LEAD.search(before) or (TO_DATE.search(before) if extending().search(before) else None)


def is_past(before: str) -> bool:
    """ "the agreement signed on …", but not "elections shall be held on …"."""
    told = told_as_past().search(before)
    return told is not None and re.search(r"\bbe$", before[: told.start()].rstrip()) is None


def month_lead(before: str, date: str) -> re.Match[str] | None:
    """The "in" of "elections shall be held in April 2031"; a bare year is too wide to fall due by."""
    return IN_MONTH.search(before) if A_MONTH.match(date) else None


def date_anchor(words: str, start: int, times: list[TimeFound]) -> Anchor | None:
    """A calendar date with the word before it that says how it counts; a date that only names another text does not."""
    for found in times:
        if not (start <= found.start and found.end <= start + len(words)) or not found.is_date or found.time.earliest is None:
            continue
        before, date = words[: found.start - start], words[found.start - start : found.end - start]
        lead = date_lead(before) or month_lead(before, date)
        if lead is None or is_past(words[: lead.start()]) or RELATIVE_PAST.search(words[: lead.start()]) or INNER_PAST.search(words[: lead.start()]):
            continue
        if per_text().search(words[: lead.start()]):
            continue  # the day of another paper
        if beginning().search(words[: lead.start()]) and (last := concluded(words, start, found, times)) is not None:
            text = words[lead.start() : last.end - start]
            return Anchor(text, "date", Time(found.time.earliest, last.time.latest).as_range, None, "during")
        text = words[lead.start() : found.end - start]
        return Anchor(text, "date", Time(found.time.earliest, found.time.latest).as_range, None, DATE_RELATION[lead[1].lower()])
    return same_date(words, start, times)


def same_date(words: str, start: int, times: list[TimeFound]) -> Anchor | None:
    """ "By the same date the other army must leave": the last date before it."""
    match = SAME_DATE.search(words)
    before = [t for t in times if match is not None and t.end <= start + match.start() and t.is_date and t.time.known_day is not None]
    if match is None or not before:
        return None
    return Anchor(match.group(), "date", Time(before[-1].time.earliest, before[-1].time.latest).as_range, None, DATE_RELATION[match[1].lower()])


def concluded(words: str, start: int, first: TimeFound, times: list[TimeFound]) -> TimeFound | None:
    """Of "shall begin on 1 May 2031 and be concluded by 30 June 2031" the second date."""
    after = (t for t in times if first.end < t.start and t.end <= start + len(words) and t.is_date)
    return next(
        (
            t
            for t in after
            if t.time.latest is not None
            and first.time.earliest is not None
            and t.time.latest > first.time.earliest
            and concluding().search(words[first.end - start : t.start - start])
        ),
        None,
    )
