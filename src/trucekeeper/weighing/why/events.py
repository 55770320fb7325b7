"""Why two event claims are tellings of one event, or are not."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from trucekeeper.model.claims import Actor, Event
from trucekeeper.weighing.bonds import Bond
from trucekeeper.weighing.doers import share
from trucekeeper.weighing.grounds import DAYS, words_alike
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.kinds import one_kind
from trucekeeper.weighing.placed import one_place
from trucekeeper.weighing.ties import tie
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.reasons import Change, Reason, Speaks, Why, carried, names, people_on
from trucekeeper.weighing.words import time_words

EMPTY = {"about": "null", "place": "null", "actors": "[]", "recipients": "[]"}  # how a correction leaves a field out
COMMON = ("only ", "the same act", "one kind of act")  # how reasons begin that list what two events have in common
FIELDS = {"about": "date", "place": "place", "actors": "actors", "recipients": "counterparts", "act": "act"}


def why_events(a: Event, b: Event, known: Weighed) -> Why:
    """The verdict of the record on two event claims, with what led to it."""
    happening = happening_of(a, known)
    together = happening is not None and b.id in {t.id for t in happening.tellings}
    direct = tie(a, b, known.scene)
    if not together and direct.same:
        decided = f"they would fit ({direct.reason}), but another telling of one of them cannot be of the other, or too many events of this act lie between"
    elif not together:
        decided = _too_little(direct.reason)
    elif direct.same or happening is None:
        decided = direct.reason
    else:
        bond = next((x for x in happening.bonds if {x.first, x.second} == {a.id, b.id}), None)
        decided = bond.reason if bond else f"by way of other tellings: {_way(a, b, happening)}"
    relation = "tellings of one event" if together else "two events"
    changes = _would_part(a, b, known) if together and direct.same else () if together else _would_join(a, b, known)
    return Why(together, relation, decided, (*_reasons(a, b, known), *carried(a, b, known)), people_on((a, b), known), tuple(changes))


def _too_little(reason: str) -> str:
    """A reason that only lists what is common does not say that it is not enough."""
    return f"too little in common: {reason}" if reason.startswith(COMMON) else reason


def happening_of(event: Event, known: Weighed) -> Happening | None:
    return next((h for h in known.happenings if any(t.id == event.id for t in h.tellings)), None)


def _way(a: Event, b: Event, happening: Happening) -> str:
    """The shortest chain of bonds between the two."""
    beside: dict[str, list[Bond]] = defaultdict(list)
    for bond in happening.bonds:
        beside[bond.first].append(bond)
        beside[bond.second].append(bond)
    before: dict[str, tuple[str, str]] = {}
    queue, seen = deque([a.id]), {a.id}
    while queue and b.id not in seen:
        now = queue.popleft()
        for bond in beside[now]:
            other = bond.second if bond.first == now else bond.first
            if other not in seen:
                seen.add(other)
                before[other] = (now, bond.reason)
                queue.append(other)
    steps, at = [], b.id
    while at != a.id:
        last, reason = before[at]
        steps.append(f"{last[:8]} and {at[:8]}: {reason}")
        at = last
    return "; ".join(reversed(steps))


def _reasons(a: Event, b: Event, known: Weighed) -> Iterator[Reason]:
    if a.act == b.act:
        yield Reason("act", "for", f"the same act: {a.act}")
    else:
        yield Reason("act", "for" if one_kind(a, b) else "against", f"{a.act} and {b.act}{', of one kind' if one_kind(a, b) else ''}")
    yield _date(a, b)
    yield _place(a, b, known)
    yield from _actors("actors", a.actors, b.actors, known)
    yield from _actors("counterparts", a.recipients, b.recipients, known)
    yield Reason("words", "neither", f"{words_alike(a, b):.0%} of the words that carry meaning are common to the two")
    yield Reason("status", "neither", f"told as {a.status}" if a.status == b.status else f"told as {a.status} and as {b.status}")


def _date(a: Event, b: Event) -> Reason:
    told = f"{time_words(a.about)} and {time_words(b.about)}" if a.about != b.about else time_words(a.about)
    if a.about is None or b.about is None:
        return Reason("date", "neither", told)
    meet = a.about.widened(DAYS).overlaps(b.about)
    return Reason("date", "for" if meet else "against", told)


def _place(a: Event, b: Event, known: Weighed) -> Reason:
    told = [e.place.name if e.place else "not stated" for e in (a, b)]
    one = one_place(a, b, known.scene)
    speaks: Speaks = "for" if one else "against" if a.place and b.place else "neither"
    beside = ", named in the sentence of the other" if one and not (a.place and b.place) else ""
    return Reason("place", speaks, (told[0] if told[0] == told[1] else f"{told[0]} and {told[1]}") + beside)


def _actors(matter: str, first: tuple[Actor, ...], second: tuple[Actor, ...], known: Weighed) -> Iterator[Reason]:
    """Whether anybody is among both; only who did it can speak against one event."""
    if first or second:
        told = dict.fromkeys(names(side, known) or "not stated" for side in (first, second))
        other: Speaks = "against" if matter == "actors" and first and second else "neither"
        yield Reason(matter, "for" if share(first, second, known.who) else other, "; ".join(told))


def _would_part(a: Event, b: Event, known: Weighed) -> Iterator[Change]:
    """What the pair rests on: fields without which the two would stand apart."""
    for field, word in FIELDS.items():
        empty = EMPTY.get(field)
        if empty is not None and getattr(b, field) and not tie(a, _with(b, {field: () if empty == "[]" else None}), known.scene).same:
            command = f"truce judge RECORD {b.id[:8]} correct --set {field}={empty} --by NAME"
            yield Change(f"without the {word} of the second they would stand apart", command)


def _would_join(a: Event, b: Event, known: Weighed) -> Iterator[Change]:
    """What a correction of the second (or the same name for both actors) would change, one field, or else two."""
    differing = [f for f in FIELDS if getattr(a, f) and getattr(a, f) != getattr(b, f)]
    single = [f for f in differing if tie(a, _with(b, {f: getattr(a, f)}), known.scene).same]
    for field in single:
        yield Change(f"if the {FIELDS[field]} of the second were {_told(a, field, known)}", _command(a, b, field))
    for pair in () if single else combinations(differing, 2):
        if tie(a, _with(b, {f: getattr(a, f) for f in pair}), known.scene).same:
            words = " and ".join(f"the {FIELDS[f]} {_told(a, f, known)}" for f in pair)
            yield Change(f"if the second had {words}")


def _with(event: Event, values: dict[str, Any]) -> Event:
    return replace(event, **values)


def _told(event: Event, field: str, known: Weighed) -> str:
    if field == "about":
        return time_words(event.about)
    if field == "place":
        return event.place.name if event.place else ""
    return event.act if field == "act" else names(getattr(event, field), known)


def _command(a: Event, b: Event, field: str) -> str | None:
    """The command by which a person says so; for one actor each, that the two names are one somebody's."""
    if field in ("actors", "recipients"):
        mine, other = getattr(a, field), getattr(b, field)
        if len(mine) == len(other) == 1:
            return f'truce judge RECORD "{other[0].label}" --same-as "{mine[0].label}" --by NAME'
        return None
    if field == "about" and a.about and a.about.earliest and a.about.latest:
        ends = dict.fromkeys((a.about.earliest[:10], a.about.latest[:10]))
        return f"truce judge RECORD {b.id[:8]} correct --set about={'/'.join(ends)} --by NAME"
    if field == "place" and a.place:
        return f'truce judge RECORD {b.id[:8]} correct --set place="{a.place.name}" --by NAME'
    return f'truce judge RECORD {b.id[:8]} correct --set act="{a.act}" --by NAME' if field == "act" else None
