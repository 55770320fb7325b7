"""Times reckoned from an event or phase of the same text: "the 16th day of the truce", "a week after the ceasefire began", "the end of the first phase".

They are dated where the text dates that event without contradiction, and else left open with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time, Timex
from trucekeeper.reading.layers import TimeFound
from trucekeeper.reading.times.anchors_lexicon import anchors_lexicon
from trucekeeper.reading.times.context import Context
from trucekeeper.reading.times.dated import (
    AUX,
    FUNCTION,
    ISO_LENGTH,
    NAMES,
    WORD,
    Fact,
    Length,
    Named,
    facts,
    last_day,
    named_in,
    rank_in,
    role_of,
)  # fmt: skip
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.intervals import plus_days
from trucekeeper.reading.times.reckoning import offset

DETERMINER = r"(?:the|a|an|this|that|its|their)\s+"
RELATION = re.compile(r"\s+(after|before|into)\s+", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|in|into)\s+", re.IGNORECASE)
SPAN_OF = re.compile(rf"(?:{DETERMINER})?(?:(?:{WORD})\s+){{0,5}}", re.IGNORECASE)
DAY_NUMBER = re.compile(r"\b(day|week|month)\s+(\d{1,3}|[a-z]+)(?=\s+(?:of|in|into)\s)", re.IGNORECASE)
CALLED = re.compile(r"\s*(?:,|(?:was|is|will be|marks|marked|would be))\s*(?:also\s+)?")
CLAUSE = re.compile(rf"(?:(?:{FUNCTION})\s+)?[\w’'\-]+(?:\s+(?!(?:and|but|when|while|as|that|which|because)\b)[\w’'\-]+){{0,6}}", re.IGNORECASE)
UNITS = {"TH": "TH", "TM": "TM", "D": "D", "W": "W", "M": "M", "Y": "Y"}
AT_LEAST = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
AT_MOST = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a time is reckoned from: `roles` in the order in which they are looked for; no `named` where it is nothing that the lexicon knows."""

    text: str
    roles: tuple[str, ...] = ()
    named: Named | None = None
    day: date | None = None


Days = tuple[date, date]  # the first and the last that it can have been


@cache
def pattern(name: str) -> re.Pattern[str]:
    known = anchors_lexicon()
    written = {
        "head": rf"(?:{DETERMINER})?(?P<head>{known.head_words})(?!\w)(?P<of>\s+of\s+)?",
        "verb": rf"{NAMES}\s+{AUX}(?P<verb>{known.verb_words})\b",
        "edge": rf"(?<!\w)(?:the\s+)?(?P<head>{known.head_words})\s+of\s+(?=the\b|phase\b|stage\b)",
    }
    return re.compile(written[name], re.IGNORECASE)


class Reckoning:
    """The events of one text, found and dated when they are first asked for."""

    def __init__(self, text: str, times: list[TimeFound]) -> None:
        self.text = text
        self.times = times
        self._named: list[Named] | None = None
        self._facts: list[Fact | Length] | None = None

    @property
    def named(self) -> list[Named]:
        if self._named is None:
            self._named = named_in(self.text)
        return self._named

    @property
    def facts(self) -> list[Fact | Length]:
        if self._facts is None:
            self._facts = list(facts(self.text, self.named, self.times))
        return self._facts

    def named_at(self, at: int) -> Named | None:
        """The event whose phrase begins at a place."""
        one = next((n for n in self.named if n.start >= at), None)
        return one if one is not None and one.start - at < 80 and SPAN_OF.fullmatch(self.text, at, one.start) else None

    def target(self, at: int) -> Target | None:
        """What stands behind "after" or "of"."""
        head = pattern("head").match(self.text, at)
        if head:
            role = anchors_lexicon().heads[head["head"].lower()]
            named = self.named_at(head.end()) if head["of"] else None
            if named is not None or not head["of"]:
                return Target(self.text[at : named.end if named else head.end()].strip(), (role,), named)
        named = self.named_at(at)
        if named is None:
            return None
        verb = pattern("verb").match(self.text, named.end)
        roles = (role_of(verb["verb"]), "dated") if verb else named.event.bare
        return Target(self.text[at : verb.end() if verb else named.end], roles, named)

    def days(self, target: Target) -> list[Days]:
        """When a target was by the text: of the first role that it dates, as close as it does."""
        if target.day is not None:
            return [(target.day, target.day)]
        told = closest({(f.first, f.last) for f in self.facts if isinstance(f, Fact) and f.named is target.named and f.role in target.roles})
        if len(told) == 1:
            return told
        for role in target.roles:
            found = {(f.first, f.last) for f in self.about(target.named) if isinstance(f, Fact) and f.role == role}
            if found:
                return closest(found)
            if role == "end" and (reckoned := self.reckoned_end(target)):
                return reckoned
        return []

    def reckoned_end(self, target: Target) -> list[Days]:
        """The end of what the text begins on one day and gives one length."""
        own = self.about(target.named)
        begins = closest({(f.first, f.last) for f in own if isinstance(f, Fact) and f.role in {"begin", "dated"}})
        return sorted({(last_day(first, f), last_day(last, f)) for first, last in begins for f in own if isinstance(f, Length)})

    def called(self, one: TimeFound) -> date | None:
        """The day that a sentence calls so: "Friday was the 16th day", "on Friday, the 16th day"."""
        before = next((t for t in reversed(self.times) if t.end <= one.start), None)
        if before is None or before.timex.type not in {"DATE", "TIME"} or not CALLED.fullmatch(self.text, before.end, one.start):
            return None
        return before.time.known_day

    def about(self, named: Named | None) -> list[Fact | Length]:
        """The facts of one event: of its sort and number, and of no other name."""
        if named is None:
            return self.facts
        own = [f for f in self.facts if f.named.kinds & named.kinds and f.named.rank == named.rank]
        nearest = [f for f in own if f.named.proper & named.proper]
        return nearest or [f for f in own if not f.named.proper or not named.proper]

    def reason(self, days: list[Days]) -> str:
        if not days:
            return "the text gives no day for it"
        return f"the text gives more than one day for it: {', '.join(shown(d) for d in days)}"


def shown(days: Days) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"{days[0].isoformat()}/{days[1].isoformat()}"


def closest(found: set[Days]) -> list[Days]:
    """Without those that hold another one: "in January" says no more where "on January 19" stands too."""
    return sorted(d for d in found if not any(o != d and d[0] <= o[0] and o[1] <= d[1] for o in found))


def anchored(text: str, times: list[TimeFound], ranks: dict[int, tuple[int, str]]) -> list[TimeFound]:
    """Times with those reckoned from events added or dated. `ranks` holds, by start, the number and unit of ordinals ("the 16th day")."""
    reckoning = Reckoning(text, times)
    made = [counted(one, i, reckoning, ranks) for i, one in enumerate(times)]
    added = [t for t in (*edges(reckoning), *numbered(reckoning)) if not any(t.start < o.end and o.start < t.end for o in made)]
    return sorted([*made, *added], key=lambda t: t.start) if added else made


def counted(one: TimeFound, index: int, reckoning: Reckoning, ranks: dict[int, tuple[int, str]]) -> TimeFound:
    """A duration or ordinal, reckoned from what stands behind it."""
    if one.start in ranks:
        link = OF.match(reckoning.text, one.end)
        return nth(one, *ranks[one.start], link.end(), reckoning) if link else one
    link = RELATION.match(reckoning.text, one.end) if one.timex.type == "DURATION" else None
    length = ISO_LENGTH.fullmatch(one.timex.value) if link else None
    if link is None or length is None or f"{length[1]}{length[3]}" not in UNITS:
        return one
    target = next_date(index, link.end(), reckoning) or reckoning.target(link.end())
    way = link[1].lower()
    if target is None:
        clause = CLAUSE.match(reckoning.text, link.end()) if way != "into" else None
        return replace(one, anchor=Anchor(clause.group(), "event", None, one.timex.value, way), reason=reckoning.reason([])) if clause else one
    days = reckoning.days(target)
    anchor = anchor_of(target, days, one.timex.value, "before" if way == "before" else "after")
    if len(days) != 1:
        return replace(one, anchor=anchor, reason=reckoning.reason(days))
    sign = -1 if way == "before" else 1
    unit = f"{length[1]}{length[3]}"
    exact = "M" if unit == "Y" else None  # two years after an event is no whole year
    expr = Expr(kind="offset", unit=unit, count=float(length[2]), shift=sign, mod=one.timex.mod, exact=exact)
    ends = [offset(expr, Context(day)) for day in days[0]]
    if ends[0] is None or ends[1] is None:
        return one
    loose = days[0][0] != days[0][1]
    whole = replace(ends[0], last=ends[1].last, approximate=ends[0].approximate or loose or exact is not None)
    if one.time.text is not None and one.time.text.lower().startswith("the ") and way != "into":
        first, last = (whole.first, plus_days(days[0][1], -1)) if sign < 0 else (days[0][0], whole.last)
        return replace(one, time=Time.between(first, last, one.time.text, approximate=whole.approximate), anchor=anchor)
    time = bounded(whole.first, whole.last, days[0][sign < 0], one, sign, approximate=whole.approximate or way == "into")
    return replace(one, time=time, confidence=0.75, anchor=anchor)


def bounded(first: date, last: date, anchor: date, one: TimeFound, sign: int, *, approximate: bool) -> Time:
    """ "More than two weeks after" has no end, "less than a day after" lies between."""
    text = one.time.text
    if one.timex.mod in AT_LEAST:
        return Time(first.isoformat(), None, True, text) if sign > 0 else Time(None, last.isoformat(), True, text)
    if one.timex.mod in AT_MOST:
        return Time.between(min(anchor, first), max(anchor, last), text, approximate=True)
    return Time.between(first, last, text, approximate=approximate)


def next_date(index: int, at: int, reckoning: Reckoning) -> Target | None:
    """ "two days after March 6"."""
    following = reckoning.times[index + 1] if index + 1 < len(reckoning.times) else None
    if following is None or following.timex.type not in {"DATE", "TIME"} or following.time.known_day is None:
        return None
    if reckoning.text[at : following.start].strip().lower() not in {"", "the"} or reckoning.named_at(at) is not None:
        return None
    return Target(reckoning.text[following.start : following.end], day=following.time.known_day)


def nth(one: TimeFound, rank: int, unit: str, at: int, reckoning: Reckoning) -> TimeFound:
    """ "the 16th day of the truce": its first day is that of its beginning."""
    target = reckoning.target(at)
    if target is None or target.named is None:
        return one
    target = replace(target, roles=target.named.event.bare)
    days = reckoning.days(target)
    anchor = anchor_of(target, days, f"P{rank - 1}{unit}", "after")
    if not days and unit == "D" and (day := reckoning.called(one)) is not None:
        return replace(one, time=Time.on(day, one.time.text), timex=Timex("DATE", day.isoformat(), one.timex.mod), confidence=0.7, anchor=anchor)
    if len(days) != 1 or unit not in {"D", "W"}:
        return replace(one, anchor=anchor, reason=reckoning.reason(days))
    size = 7 if unit == "W" else 1
    first = plus_days(days[0][0], size * (rank - 1))
    last = plus_days(days[0][1], size * rank - 1)
    loose = days[0][0] != days[0][1]
    value = one.timex.value if loose else first.isoformat() if unit == "D" else f"{first.isocalendar()[0]:04}-W{first.isocalendar()[1]:02}"
    time = Time.between(first, last, one.time.text, approximate=loose)
    return replace(one, time=time, timex=Timex("DATE", value, one.timex.mod), confidence=0.75, anchor=anchor)


def numbered(reckoning: Reckoning) -> Iterator[TimeFound]:
    """ "day 16 of the truce"."""
    for match in DAY_NUMBER.finditer(reckoning.text):
        rank, unit = rank_in(match[2]), match[1][0].upper()
        link = OF.match(reckoning.text, match.end())
        if rank is None or link is None:
            continue
        blank = TimeFound(match.start(), match.end(), Time(text=match.group()), Timex("DATE", "XXXX-XX-XX" if unit == "D" else "XXXX"), 0.6)
        made = nth(blank, rank, unit, link.end(), reckoning)
        if made.anchor is not None:
            yield made


def edges(reckoning: Reckoning) -> Iterator[TimeFound]:
    """ "the end of the first phase", where such ends are times."""
    for match in pattern("edge").finditer(reckoning.text):
        named = reckoning.named_at(match.end())
        role = anchors_lexicon().heads[match["head"].lower()]
        if named is None or not named.event.edges or role not in {"begin", "end"}:
            continue
        text = reckoning.text[match.start() : named.end]
        target = Target(reckoning.text[match.end() : named.end], (role, "dated") if role == "begin" else (role,), named)
        days = reckoning.days(target)
        anchor = anchor_of(target, days, None, "on")
        if len(days) == 1:
            time = Time.between(*days[0], text, approximate=days[0][0] != days[0][1])
            value = days[0][0].isoformat() if time.known_day else "XXXX-XX-XX"
            yield TimeFound(match.start(), named.end, time, Timex("DATE", value), 0.75, anchor)
        else:
            yield TimeFound(match.start(), named.end, Time(text=text), Timex("DATE", "XXXX-XX-XX"), 0.6, anchor, reckoning.reason(days))


def anchor_of(target: Target, days: list[Days], length: str | None, relation: str) -> Anchor:
    kind = "date" if target.day else "phase" if target.named is not None and target.named.event.name == "phase" else "event"
    return Anchor(target.text, kind, shown(days[0]) if len(days) == 1 else None, length, relation)  # type: ignore[arg-type]
