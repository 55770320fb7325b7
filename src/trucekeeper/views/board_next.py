"""What a board tells of the days to come and of plans whose day has gone by: planned events, and what falls due by an agreement's dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trucekeeper.model.agreement import NextDate
from trucekeeper.model.claims import Actor, Event, Provision
from trucekeeper.model.time import Time
from trucekeeper.views.board_events import ends, past_plans
from trucekeeper.views.cite import Cite, cite_of, in_words, voices
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.origins import is_named
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, time_words, with_days


@dataclass(frozen=True, slots=True)
class NextRow:
    """`status` is "planned" or "due"; `by` whose word it is, or the arithmetic."""

    when: str
    what: str
    status: str
    by: str
    cites: tuple[Cite, ...]


Dated = tuple[Time | None, NextRow]


def cites_by_id(known: Weighed, ids: Iterable[str]) -> tuple[Cite, ...]:
    found = (known.by_id[i] for i in dict.fromkeys(ids) if i in known.by_id)
    return tuple(cite_of(c) for c in found if c.document in known.documents)


def ground_words(ground: str, by: Iterable[Actor]) -> str:
    """Whose an account is: those named, the report, or nobody's (arithmetic, silence)."""
    if ground != "claim":
        return {"arithmetic": "arithmetic", "silence": "the record’s silence"}[ground]
    return ", ".join(a.label for a in by if is_named(a)) or "the report"


def _to_come(known: Weighed, on: date) -> list[Happening]:
    """Events that are only planned, and lie ahead or have no date but stand in the newest reports."""
    newest = max((d.published or "" for d in known.documents.values()), default="")
    found = []
    for happening in known.happenings:
        if not all(t.status == "planned" for t in happening.tellings):
            continue
        end = ends(happening.main.about)
        fresh = any((d.published or "") == newest and (newest or len(known.documents) == 1) for t in happening.tellings if (d := known.document_of(t)))
        if (end >= on if end else fresh and happening.main.actors) and not is_term(known, happening):
            found.append(happening)
    return found


def is_term(known: Weighed, happening: Happening) -> bool:
    """Is it only what an agreement's text says shall be? That is told as a term, with its own state."""
    return all(any(_holds(p, t) for p in known.terms_of.get(t.document, ())) for t in happening.tellings)


def _holds(provision: Provision, event: Event) -> bool:
    first, second = provision.evidence[0], event.evidence[0]
    return first.start < second.end and second.start < first.end


def gone_by(known: Weighed, on: date) -> list[Dated]:
    """Plans whose day went by with no report of them."""
    return [(h.main.about, _planned(known, h)) for h in past_plans(known, on) if not is_term(known, h)]


def _planned(known: Weighed, happening: Happening) -> NextRow:
    main: Event = happening.main
    cites = tuple(cite_of(t) for t in (main, *(t for t in happening.tellings if t.id != main.id)))
    return NextRow(time_words(main.about), in_words(known, main), main.status, voices(known, happening.tellings), cites)


def _due(known: Weighed, item: NextDate) -> NextRow:
    by = ground_words(item.ground, item.by)
    reason = f" ({with_days(shortened(item.reason, 80))})" if item.reason else ""
    when = time_words(item.when) if item.ground == "claim" or not item.when.latest else f"by {day_words(item.when.latest)}"
    return NextRow(when, shortened(item.what) + reason, "due", by, cites_by_id(known, item.claims))


def coming(known: Weighed, due: Iterable[NextDate], on: date) -> list[Dated]:
    """Planned events and due dates in order of time; what has no date comes last, and what both know is told once."""
    planned = _to_come(known, on)
    told = {t.id for h in planned for t in h.tellings}
    rows: list[Dated] = [(h.main.about, _planned(known, h)) for h in planned]
    rows += [
        (n.when if n.ground == "claim" else Time(n.when.latest, n.when.latest), _due(known, n))
        for n in due
        if not set(n.claims) & told and (ends(n.when) or on) >= on
    ]
    return sorted(rows, key=lambda r: ((r[0].earliest or "~") if r[0] else "~", (r[0].latest or "~") if r[0] else "~", r[1].what))
