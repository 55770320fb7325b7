"""The events and phases that a text dates: "the truce began on March 6", "the March 6 truce", "signed on 4 March", "the 42-day first phase"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from trucekeeper.reading.layers import TimeFound
from trucekeeper.reading.times.anchors_lexicon import Event, anchors_lexicon
from trucekeeper.reading.times.intervals import moved, plus_days
from trucekeeper.reading.times.lexicon import lexicon

FUNCTION = (
    "the|a|an|of|in|on|at|to|from|by|with|for|and|or|but|after|before|since|until|when|while|as|that|which|who|because|if|than|not|never|no|is|was|were|are|be"
    "|been|has|had|have|will|would|said|says|his|her|its|their|our|this|these|into|over|between|against|during|under|it|they|he|she|we"
)
WORD = rf"(?!(?:{FUNCTION})\b)[\w’'\-–]+"
AUX = (
    r"(?:(?:is|was|were|are|be|been|being|has|had|have|will|would|shall|should|to|due to|set to|expected to|scheduled to|supposed to|first|formally|officially"
    r"|finally|only|itself|eventually|initially)\s+){0,4}"
)
NAMES = r"(?:\s+(?:in|for|between|with|of|at|on)\s+(?:the\s+)?[A-Z][\w’'\-]*(?:\s+(?:and\s+)?[A-Z][\w’'\-]*){0,3})?"
BREAK = r"(?:and|but|after|before|since|until|when|while|as|that|which|who|because|if|not|never|said|says)"
LOOSE = rf"(?:\s+(?!{BREAK}\b)[\w’'.\-–]+){{0,6}}?"
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘A-Z])|\n")
RANK_BEHIND = re.compile(r"\s+(\d{1,2}|[a-z]+|I{1,3}|IV|V)\b", re.IGNORECASE)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
PLACE_BEHIND = re.compile(r"\s+(?:in|for|between|with)\s+(?:the\s+)?([A-Z][\w’'\-]+)")
BEFORE_NOUN = re.compile(rf"(?<![\w’'.\-])(?:(?:{WORD})\s+){{0,5}}$", re.IGNORECASE)
ENTERED = re.compile(r"\b(?:in|at|during|for|before|after|of)\s+(?:the|a|an)?\s*$", re.IGNORECASE)
LONGEST = 366  # days: what is dated no closer than to a year dates nothing else
ISO_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]{1,2})")


@dataclass(frozen=True, slots=True)
class Named:
    """An event spoken of at [start, end), whose modifiers begin at `first`: its sorts, its number among its kind, the names that tell it from others."""

    first: int
    start: int
    end: int
    kinds: frozenset[str]
    event: Event
    rank: int | None
    proper: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """When a role of an event was, as the text gives it: a day, or the days of a week, month or year."""

    named: Named
    role: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Length:
    """How long an event lasts by the text: `count` of a TIMEX3 `unit`."""

    named: Named
    count: float
    unit: str


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """What may stand between an event and its date. `verb` tells the role."""
    verbs = anchors_lexicon().verb_words
    day = r"(?:\s*,)?(?:\s+(?:on|at|from|for|by|in))?(?:\s+the)?\s*"
    return {
        "said": re.compile(rf"{NAMES},?(?:\s+(?:which|that))?\s+{AUX}(?P<verb>{verbs}){LOOSE}{day}", re.IGNORECASE),
        "lasts": re.compile(r"[^.;]{0,60}?\s+(?:last|lasts|lasting|lasted)\s+(?:for\s+)?|\s+of\s+", re.IGNORECASE),
        "within": re.compile(rf"(?:['’]s?)?\s*-?\s*(?:{WORD}\s+){{0,2}}", re.IGNORECASE),
        "of": re.compile(rf"{NAMES}\s+(?:of|dated)\s+"),
        "on": re.compile(rf"{NAMES}\s+on\s+"),
        "behind": re.compile(rf"{NAMES}{LOOSE}\s+(?:on\s+)?"),
        "verb_before": re.compile(rf"(?<!not )\b(?P<verb>{verbs})\s+(?:the|a|an|its|their)?\s*$", re.IGNORECASE),
        "day_first": re.compile(r",?\s+(?:when\s+)?(?:the|a|an|its|their)?\s*", re.IGNORECASE),
        "verb_behind": re.compile(rf"{NAMES}\s+{AUX}(?P<verb>{verbs})\b", re.IGNORECASE),
        "day_then_verb": re.compile(rf",?(?:\s+when)?{LOOSE}\s+(?P<verb>{verbs})\s+(?:the|a|an|its|their)?\s*", re.IGNORECASE),
    }


def role_of(verb: str) -> str:
    return anchors_lexicon().verbs[" ".join(verb.lower().split())]


def rank_in(word: str) -> int | None:
    """The number that a word is: "first", "2nd", "two", "II"."""
    word = word.lower()
    if word in ROMAN:
        return ROMAN[word]
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)
    if digits:
        return int(digits[1])
    kind, worth = lexicon().words.get(word, ("", None))
    return int(worth) if kind in {"ordinal", "number"} else 2 if kind == "second" else None


def is_calendar(word: str) -> bool:
    return lexicon().words.get(word.lower(), ("", None))[0] in {"month", "weekday", "deictic_day"}


def named_in(text: str) -> list[Named]:
    """The events and phases spoken of, in order; of "ceasefire agreement" one that is both."""
    known = anchors_lexicon().events
    found: list[Named] = []
    for match in anchors_lexicon().noun_pattern.finditer(text):
        event = known[" ".join(match.group().lower().split())]
        last = found[-1] if found else None
        if last is not None and text[last.end : match.start()].isspace():
            found.pop()
            kinds = last.kinds | {event.noun} if event.name == "agreement" else frozenset({event.noun})
            found.append(Named(last.first, last.start, match.end(), kinds, event, last.rank, last.proper))
            continue
        before = BEFORE_NOUN.search(text, max(0, match.start() - 60), match.start())
        first = before.start() if before else match.start()
        words = text[first : match.start()].split()
        rank = next((r for w in reversed(words) if not w[0].isdigit() or not w.isdigit() if (r := rank_in(w)) is not None), None)
        end = match.end()
        if event.ranked and rank is None and (behind := RANK_BEHIND.match(text, end)) and (number := rank_in(behind[1])) is not None:
            rank, end = number, behind.end()
        proper = {w for w in words if w[0].isupper() and not is_calendar(w.strip(".,’'")) and rank_in(w) is None}
        place = PLACE_BEHIND.match(text, end)
        if place and not is_calendar(place[1]):
            proper.add(place[1])
        found.append(Named(first, match.start(), end, frozenset({event.noun}), event, rank, frozenset(p.removesuffix("’s").removesuffix("'s") for p in proper)))
    return found


def facts(text: str, named: list[Named], times: list[TimeFound]) -> Iterator[Fact | Length]:
    """What the text says of when its events are and how long they last; the two must stand in one sentence."""
    ends = [0, *(m.start() for m in SENTENCE_END.finditer(text)), len(text)]
    starts = [t.start for t in times]
    for one in named:
        at = bisect_left(ends, one.start, lo=1)
        for time in times[bisect_left(starts, ends[at - 1]) : bisect_left(starts, ends[at])]:
            yield from told(text, one, time)


def told(text: str, one: Named, time: TimeFound) -> Iterator[Fact | Length]:
    """What one time says of one event."""
    if time.timex.type == "DURATION":
        length = ISO_LENGTH.fullmatch(time.timex.value)
        if length and not length[1] and is_length(text, one, time):
            yield Length(one, float(length[2]), length[3])
        return
    first, last = time.time.first_day, time.time.last_day
    if first is None or last is None or time.timex.type not in {"DATE", "TIME"} or time.timex.value.endswith("REF"):
        return
    if (last - first).days > LONGEST or (first == last and time.time.approximate):
        return
    role = role_behind(text, one, time) if time.start >= one.end else role_ahead(text, one, time) if time.end <= one.start else None
    if role is not None:
        yield Fact(one, role, first, last)


def is_length(text: str, one: Named, time: TimeFound) -> bool:
    if time.end <= one.start:
        return patterns()["within"].fullmatch(text, time.end, one.start) is not None
    return time.start >= one.end and patterns()["lasts"].fullmatch(text, one.end, time.start) is not None


def role_behind(text: str, one: Named, time: TimeFound) -> str | None:
    """Of an event whose date stands behind it."""
    said = patterns()["said"].fullmatch(text, one.end, time.start)
    if said:
        return role_of(said["verb"])
    before = patterns()["verb_before"].search(text, max(0, one.first - 30), one.first)
    if before and patterns()["behind"].fullmatch(text, one.end, time.start):
        return role_of(before["verb"])
    if patterns()["of"].fullmatch(text, one.end, time.start):
        return "dated"
    entered = ENTERED.search(text, max(0, one.first - 20), one.first)
    return "dated" if entered and patterns()["on"].fullmatch(text, one.end, time.start) else None


def role_ahead(text: str, one: Named, time: TimeFound) -> str | None:
    """Of an event whose date stands before it."""
    if patterns()["within"].fullmatch(text, time.end, one.start):
        return "dated"
    behind = patterns()["verb_behind"].match(text, one.end)
    if behind and patterns()["day_first"].fullmatch(text, time.end, one.first):
        return role_of(behind["verb"])
    first = patterns()["day_then_verb"].fullmatch(text, time.end, one.first)
    return role_of(first["verb"]) if first else None


def last_day(begin: date, length: Length) -> date:
    """The last day of what begins on a day and lasts so long: 42 days from 19 January end on 1 March."""
    return plus_days(moved(begin, length.unit, length.count), -1)
