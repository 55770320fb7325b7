"""When a term falls due, from its own words: "within 21 days of signature", "by the end of the interim period", "on 15 February", "every three months"."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time
from trucekeeper.reading.durations import UNITS, duration_of, duration_pattern
from trucekeeper.reading.layers import TimeFound
from trucekeeper.reading.provision_words import phase_name, provision_words
from trucekeeper.reading.provisions.counted_days import day_anchor
from trucekeeper.reading.provisions.date_anchors import date_anchor
from trucekeeper.reading.provisions.referents import STOP, referred, trimmed_reference

TO_REFERENCE = r"(?:of|from|after|following|upon|since|as of|starting from|counting from|prior to|before|to(?=\s+(?:the|its|their|an?)\s))"
REFERENCE = r"(?P<reference>[^,;:.()]{3,140})"
HAPPENS = r"(?P<happens>[^,;:.()]{3,140})"  # a clause of its own, with its verb
STOP_CLAUSE = re.compile(
    r"\s+(?:shall|must|will|should|may|which|in accordance|at the (?:latest|earliest)|pursuant|unless|provided)\b.*", re.IGNORECASE | re.DOTALL
)
STOP_PAST = re.compile(STOP.pattern.replace("|was|were|has|have|", "|"), re.IGNORECASE)  # "after | the lists were exchanged": no term's own verb is past
ACT = r"(?:\w+\s+)?\w+(?:tion|sion|ment|val|sal|ture|ance|ence|over|ing)s?"  # a noun without an article for what happens ("after arrival of the observers")


def compiled(forms: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(form, re.IGNORECASE), relation) for form, relation in forms)


TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS = {
    word: number for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", *TEENS.split()], 1)
} | {"twenty-first": 21, "thirtieth": 30, "fortieth": 40, "forty-second": 42, "fiftieth": 50, "sixtieth": 60, "ninetieth": 90}


def nth_day() -> str:
    """ "on the fifth day after the pullback"."""
    words = "|".join(sorted(ORDINALS, key=len, reverse=True))
    lead = r"\b(?:on|by|from|until|not later than|no later than)\s+(?:the\s+)?"
    return rf"{lead}(?P<nth>{words})\s+(?P<unit>day|week|month)\s+(?:after|following|from|of)\s+{REFERENCE}"


WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
RECURRING = (
    rf"\b(?P<often>(?:every|each)\s+(?P<each>day|week|month|year|quarter|{WEEKDAYS})\b"
    r"|(?P<times>once|twice|three times|four times)\s+(?:a|per|every)\s+(?P<per>day|week|month|year)"
    r"|(?<=\w\s)(?P<ly>daily|weekly|monthly|quarterly|annually|yearly)(?!\s\w+ing)\b)"
)
PERIODS = {
    "day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "quarter": "P3M",
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
OFTEN = {("twice", "year"): "P6M", ("three times", "year"): "P4M", ("four times", "year"): "P3M"}


def recurring(groups: dict[str, str | None]) -> str | None:
    """The period of "every Friday", "twice a year", "monthly"; None where it is no whole period ("twice a week")."""
    if groups["times"] and groups["per"]:
        times, per = groups["times"].lower(), groups["per"].lower()
        return PERIODS[per] if times == "once" else OFTEN.get((times, per))
    word = (groups["each"] or groups["ly"] or "").lower()
    return PERIODS.get(word, "P1W")


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Forms with an offset, the most telling first, each with the relation that it gives."""
    span = duration_pattern()
    return compiled(
        (
            (rf"\b(?:with)?in\s+{span}\s+(?:prior to|before|preceding)\s+{REFERENCE}", "before"),
            (rf"\b(?:at least|no later than|not later than|not less than)\s+{span}\s+(?:prior to|before|ahead of)\s+{REFERENCE}", "before"),
            (rf"\b(?:within|in|not later than|no later than|not exceeding|during|over)\s+{span}\s+{TO_REFERENCE}\s+{REFERENCE}", "within"),
            (rf"{span}\s+(?:prior to|before|ahead of)\s+{REFERENCE}", "before"),
            (rf"\bfor\s+(?:an?\s+(?:\w+\s+)?period\s+of\s+)?{span}\s*,?\s+(?:after|following|from|as of|starting|beginning)\s+(?:on\s+)?{REFERENCE}", "during"),
            (rf"{span}\s+(?:after|following|from|upon|since)\s+{REFERENCE}", "after"),
            (rf"\bevery\s+(?:other\s+)?{span}", "every"),
            (RECURRING, "every"),
            (nth_day(), "on"),
            (rf"\b(?:within|not later than|no later than|not exceeding)\s+{span}", "within"),
            (rf"\bwhich\s+(?:shall|must|should|will|may)\s+not\s+(?:exceed|last\s+(?:longer|more)\s+than|take\s+(?:longer|more)\s+than)\s+{span}", "within"),
            (rf"\bover\s+(?:an?\s+period\s+of|the\s+course\s+of|the\s+(?:next|following|coming))\s+{span}", "within"),
            (rf"\bfor\s+(?:an?\s+(?:\w+\s+)?period\s+of\s+)?{span}", "during"),
        )
    )


@cache
def edge_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Forms without an offset."""
    words = provision_words().anchors
    begin, end = "|".join(words.begin_words), "|".join(words.end_words)
    events = rf"(?:{begin}|{end}|{'|'.join(words.events)})"
    effect = "|".join(w for w in words.effect if " " in w)
    signed, never = "|".join(words.done), rf"(?:{'|'.join(words.never)})\b"
    return compiled(
        (
            (rf"\bstarting\s+(?:on\s+day\s+(?:1|one)\s+after|after|from)\s+{REFERENCE}", "after"),
            (rf"\b(?:by|no later than|not later than|before|prior to)\s+(?P<reference>(?:the\s+)?(?:{end})\s+of\s+[^,;:.()]{{3,100}})", "by"),
            (rf"\b(?:until|till|up to|to)\s+(?P<reference>(?:the\s+)?(?:{end})\s+of\s+[^,;:.()]{{3,100}})", "until"),
            (rf"\b(?:at|on)\s+(?P<reference>(?:the\s+)?(?:{begin}|{end})\s+of\s+[^,;:.()]{{3,100}})", "on"),
            (rf"\b(?:upon|from|with effect from)\s+(?P<reference>(?:the\s+)?(?:{begin}|{end})\s+of\s+[^,;:.()]{{3,100}})", "after"),
            (rf"\bat\s+the\s+(?:time|moment)\s+of\s+(?P<reference>(?:the\s+)?{events}\b[^,;:.()]{{0,100}})", "on"),
            (rf"\bon\s+(?P<reference>(?:the\s+)?(?:{signed})\b[^,;:.()]{{0,100}})", "after"),
            (rf"\b(?:immediately\s+)?(?:upon|after|following)\s+(?P<reference>(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?{events}\b[^,;:.()]{{0,100}})", "after"),
            (rf"\b(?:until|till)\s+(?P<reference>(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?{events}\b[^,;:.()]{{0,100}})", "until"),
            (r"\b(?:from|as of|on|after|upon|as from)\s+(?P<reference>(?:the\s+)?effective\s+date)\b", "from"),
            (rf"\b(?:from|as of|on|after|upon)\s+(?:the\s+)?(?:date|day)\s+of\s+{REFERENCE}", "from"),
            (rf"\bas soon as\s+(?!possible|practicable|feasible){HAPPENS}", "after"),
            (rf"\bby the time\s+(?:that\s+)?{HAPPENS}", "by"),
            (rf"\b(?:until|till)\s+(?:such time (?:as|that)\s+)?(?!{never}|\d){HAPPENS}", "until"),
            (rf"\b(?:before|prior to)\s+(?:the\s+)?(?P<reference>[^,;:.()]{{0,40}}\b{events}\b[^,;:.()]{{0,80}})", "before"),
            (r"\bbefore\s+(?P<happens>[^,;:.()]{3,60}\b(?:force|effect))\b", "before"),
            (
                r"\b(?:after|upon)\s+(?P<happens>[^,;:.()]{3,60}\b(?:takes|comes|enters|goes|has\s+(?:taken|come|entered))\s+(?:into\s+)?(?:force|effect))\b",
                "after",
            ),
            (rf"\b(?:from|on|as of|starting|beginning)\s+the\s+(?:date|day)\s+(?:on\s+which|that|when)\s+{HAPPENS}", "from"),
            (rf"\b(?:on|upon|after|following|from|as of)\s+(?P<reference>(?:the\s+|its\s+)?(?:{effect})\b[^,;:.()]{{0,60}})", "after"),
            (rf"\b(?:simultaneously|at the same time|in parallel)\s+(?:with|as)\s+(?:the\s+)?{REFERENCE}", "on"),
            (rf"\bwithin\s+(?:the\s+)?(?P<reference>{phase_name()})", "during"),
            (rf"\b(?:during|throughout|for the duration of|in|over)\s+(?:the\s+)?(?P<reference>{phase_name()})", "during"),
            (rf"\bafter\s+(?:the\s+)?(?P<reference>{phase_name()})", "after"),
            (r"\b(?:following|after)\s+(?P<reference>their\s+\w+|the\s+\w+\s+of\s+[^,;:.()]{3,100})", "after"),
            (rf"\b(?:following|after|upon)\s+(?!{never})(?P<reference>{ACT}\s+of\s+[^,;:.()]{{3,100}})", "after"),
        )
    )


TIMED = re.compile(r"hour|day|week|month|year|minute|quarter|annual|dail", re.IGNORECASE)  # what every form with an offset has


def anchor_of(words: str, start: int, times: list[TimeFound]) -> Anchor | None:
    """The anchor of a clause's words; `start` is their place in the text, `times` what the times' reader found there."""
    for pattern, relation in patterns() if TIMED.search(words) else ():
        for match in pattern.finditer(words):
            first = date_anchor(words[: match.start()], start, times) if relation == "every" else None
            if first is not None:  # "in April 2031 and thereafter every five years"
                return first
            if not is_rate(match):
                return from_date(match, relation, start, times) or with_offset(match, relation)
    counted = day_anchor(words)
    if counted is not None and counted.offset is not None:
        return counted
    best = None
    for pattern, relation in edge_patterns():
        found = pattern.search(words)
        if found and (best is None or found.start() < best[0].start()):
            best = (found, relation)
    dated = date_anchor(words, start, times)
    if dated is not None and (best is None or words.index(dated.text) <= best[0].start()):
        return dated
    return plain(*best) if best else counted


def is_rate(match: re.Match[str]) -> bool:
    """The "a day" of "25 trucks a day from 1 August"."""
    article = match.groupdict().get("words") or ""
    before = match.string[: match.start()].rstrip()
    return article.lower() in {"a", "an"} and match.group().lower().startswith(article.lower()) and bool(before) and before[-1].isalnum()


def from_date(match: re.Match[str], relation: str, start: int, times: list[TimeFound]) -> Anchor | None:
    """ "for 90 days from 1 May 2031": counted from a date."""
    if not match.groupdict().get("reference"):
        return None
    at = start + match.start("reference")
    day = next((t for t in times if at <= t.start <= at + len("the ") and t.is_date and t.time.earliest is not None), None)
    if day is None:
        return None
    text = match.string[match.start() : day.end - start]
    return Anchor(text, "date", Time(day.time.earliest, day.time.latest).as_range, offset_of(match), relation)


def offset_of(match: re.Match[str]) -> str | None:
    """ISO 8601 of "within 20 days" or "on the fifth day"."""
    groups = match.groupdict()
    return f"P{ORDINALS[groups['nth'].lower()]}{UNITS[groups['unit'].lower()]}" if groups.get("nth") else duration_of(match)


def with_offset(match: re.Match[str], relation: str) -> Anchor:
    groups = match.groupdict()
    if groups.get("often"):
        return Anchor(match.group().strip(), "event", None, recurring(groups), "every")
    offset = offset_of(match)
    if relation == "every" or not groups.get("reference"):
        return Anchor(match.group().strip(), "event", None, offset, relation)
    after = match.string[: match.start("reference")].rstrip().lower().endswith("after")
    tail = trimmed_reference(groups["reference"], STOP_PAST if after else STOP)
    text = (match.string[match.start() : match.start("reference")] + tail).strip()
    kind, reference = referred(tail.removeprefix("that "))
    return Anchor(text, kind, reference, offset, relation)


def plain(match: re.Match[str], relation: str) -> Anchor:
    group, stop = ("happens", STOP_CLAUSE) if match.groupdict().get("happens") else ("reference", STOP)
    tail = trimmed_reference(match[group], stop)
    kind, reference = referred(tail)
    text = (match.string[match.start() : match.start(group)] + tail).strip()
    return Anchor(text, kind, reference, None, relation)
