"""What a board tells of events: the newest that happened, what is threatened, and plans whose day went by with no report of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.model.claims import Event
from trucekeeper.model.time import Time
from trucekeeper.views.cite import Cite, cite_of, in_words, voices
from trucekeeper.views.statuses import mark_of
from trucekeeper.weighing.happenings import Happening, akin, first_told
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, time_words

WEEK = 7  # days that a board looks back
NEWEST = 6  # events told as the newest
TOLD = ("happened", "ongoing")
SAID = ("ACCUSE", "REQUEST", "REJECT", "THREATEN")  # acts of words: what they are about stands elsewhere on the board
OPEN = ("threatened", "conditional")
QUARTER = 90  # days for which a threat or condition that nobody speaks of again stands on a board


Found = tuple[date, Event, Happening]  # its day or the report's, the telling that is shown


@dataclass(frozen=True, slots=True)
class EventRow:
    """`when` is the event's day or, for what is open, the report's; `word` its status in words; `who` who does or would do it."""

    when: str
    who: str
    what: str
    word: str
    by: str
    cites: tuple[Cite, ...]


def ends(time: Time | None) -> date | None:
    return (time.last_day or time.first_day) if time else None


def _row(known: Weighed, shown: Event, tellings: Iterable[Event], when: str) -> EventRow:
    ordered = [shown, *(t for t in tellings if t.id != shown.id)]
    words = dict.fromkeys(mark_of(t).word for t in ordered if t is shown or t.status == "denied")
    ordered = [t for t in ordered if mark_of(t).word in words]  # who only planned it does not vouch that it happened
    who = ", ".join(dict.fromkeys(known.who.label_of(a) for a in shown.actors))
    return EventRow(when, who, in_words(known, shown, 120), ", ".join(words), voices(known, ordered), tuple(cite_of(t) for t in ordered))


def newest(known: Weighed, on: date) -> tuple[EventRow, ...]:
    """Events told as having happened in the week before a day, the most recent first; wider times than a week are left out.

    Behind them, as far as there is room, what the reports of these days tell without a day, in the order in which they tell it.
    """
    found = []
    for happening in known.happenings:
        told = [t for t in first_told(happening, known.scene) if t.status in TOLD and t.type not in SAID and _within_week(known.scene.when(t), on)]
        if told:
            shown = max(told, key=lambda e: (len(e.actors) + len(e.recipients), e.confidence))
            found.append((ends(known.scene.when(shown)) or on, shown, happening))
    found.sort(key=lambda f: (-f[0].toordinal(), -f[1].confidence, f[1].id))
    rows = [_row(known, shown, h.tellings, time_words(known.scene.when(shown))) for _, shown, h in _once(found)[:NEWEST]]
    undated = _once(_undated(known, on))[: NEWEST - len(rows)]
    return (*rows, *(_row(known, shown, h.tellings, f"reported {day_words(day)}") for day, shown, h in undated))


def _undated(known: Weighed, on: date) -> list[Found]:
    """What is told as done by somebody, with no day in any telling, in the reports of the week; the newest report first, and what opens it."""
    found: list[Found] = []
    for happening in known.happenings:
        told = [t for t in happening.tellings if t.status in TOLD and t.type not in SAID and t.actors]
        if told and not any(ends(known.scene.when(t)) for t in happening.tellings):
            shown = max(told, key=lambda e: (_published(known, e), -e.evidence[0].start, e.id))
            day = _published(known, shown)
            if day and on - timedelta(WEEK) <= date.fromisoformat(day[:10]) <= on:
                found.append((date.fromisoformat(day[:10]), shown, happening))
    return sorted(found, key=lambda f: (-f[0].toordinal(), f[1].evidence[0].start, f[1].id))


def _once(found: list[Found]) -> list[Found]:
    """Without an event in whose words, in one text, another one already stands ("shelled a camp, killing nine" and "killing nine")."""
    return [f for f in found if not any(f is not o and f[1].document == o[1].document and _wider(o[1], f[1]) for o in found)]


def _wider(outer: Event, inner: Event) -> bool:
    """Do the words of the one hold the other's? Of two with the same words, the one with the lower id does."""
    held, words = outer.evidence[0], inner.evidence[0]
    return held.covers(words) and (not words.covers(held) or outer.id < inner.id)


def _within_week(about: Time | None, on: date) -> bool:
    first, last = (about.first_day, about.last_day) if about else (None, None)
    return first is not None and last is not None and on - timedelta(WEEK) <= last <= on and (last - first).days <= WEEK


def threatened(known: Weighed, on: date) -> tuple[tuple[EventRow, ...], int]:
    """What is threatened or tied to a condition, the newest first: who would do what, on whose word, open as of the report's day; and how many are older.

    What no report of the quarter before the day tells is only counted; what has no day is told.
    """
    events = [t for h in known.happenings for t in h.tellings if t.status in OPEN]
    scene = known.scene
    rows, told = [], [t for h in known.happenings for t in h.tellings if t.status in TOLD]
    for happening in known.happenings:
        if not all(t.status in OPEN or (t.type == "THREATEN" and t.status in TOLD) for t in happening.tellings):
            continue
        shown = next((t for t in happening.tellings if t.status in OPEN), happening.main)
        inner = any(e.id != shown.id and e.document == shown.document and shown.evidence[0].covers(e.evidence[0]) for e in events)
        bare = shown.status == "conditional" and not shown.actors  # a mere possibility, nobody's condition
        if inner or bare or any(akin(shown, t, scene) and t.type != "THREATEN" and t.document != shown.document for t in told):
            continue
        rows.append((_published(known, shown), happening, shown))
    since = (on - timedelta(QUARTER)).isoformat()
    kept = sorted((r for r in rows if not r[0] or max(_published(known, t) for t in r[1].tellings) >= since), key=lambda r: (r[0], r[2].id), reverse=True)
    told_of = tuple(_row(known, s, h.tellings, f"as of {day_words(day)}" if day else "not dated") for day, h, s in kept)
    return told_of, len(rows) - len(kept)


def _published(known: Weighed, event: Event) -> str:
    document = known.document_of(event)
    return (document.published or "") if document else ""


def past_plans(known: Weighed, on: date) -> list[Happening]:
    """Plans whose day went by, and of which no report tells anything that may be the same event; each of several that may be one stands once."""
    told = [t for h in known.happenings for t in h.tellings if t.status in (*TOLD, "denied")]
    kept: list[Happening] = []
    for happening in sorted((h for h in known.happenings if _past(h, on)), key=lambda h: (ends(h.main.about) or on, h.key)):
        plan, scene = happening.main, known.scene
        if not any(akin(plan, t, scene) for t in told) and not any(_one_plan(plan, k.main, scene) for k in kept):
            kept.append(happening)
    return kept


def _one_plan(a: Event, b: Event, scene: Scene) -> bool:
    return akin(a, b, scene, any_act=True)


def _past(happening: Happening, on: date) -> bool:
    """Planned for a day that has gone by, and told by nobody as having taken place."""
    end = ends(happening.main.about)
    return end is not None and end < on and all(t.status == "planned" for t in happening.tellings)
