"""Tellings that only refer to an event told elsewhere: by its day ("the 3 May shelling"), or as known ("the accord that was reached")."""

from __future__ import annotations

from functools import cache

from trucekeeper.model.claims import Event
from trucekeeper.weighing.doers import is_name
from trucekeeper.weighing.grounds import ALIKE, PAGE, crossing, words_alike
from trucekeeper.weighing.kinds import families, is_hostile, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, stem, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import country_words
from trucekeeper.weighing.placed import in_place, one_place
from trucekeeper.weighing.scene import CLOSE, MONTH, Scene, narrow
from trucekeeper.weighing.sentences import CALENDAR
from trucekeeper.weighing.tellings import HARM

MONTHS = 100  # days in which a report may speak of an agreement or a visit as known
SHARED = 2  # words that two tellings of one target have in common
LATE = 2  # days by which a report may be behind the one that already speaks of what it tells


def refers_back(a: Event, b: Event, scene: Scene) -> bool:
    """May a telling that gives only the day ("the 3 May shelling") be of this event? The day and kind of act are the same, and the reports share names."""
    told = a.about is not None and b.about is not None and narrow(b.about) and a.about.overlaps(b.about)  # a year is no day
    return told and one_kind(a, b) and scene.akin(a.document, b.document)


def is_bare(event: Event) -> bool:
    """Does it say of one day or week, but neither where nor who?"""
    named = any(is_name(x) for x in (*event.actors, *event.recipients))
    time = event.about
    brief = time is not None and time.first_day is not None and time.last_day is not None and (time.last_day - time.first_day).days < CLOSE
    return brief and event.place is None and not named


def is_introduced(event: Event, scene: Scene) -> bool:
    """Is it spoken of as new, and no attack ("a special meeting on Tuesday")? On one day there are many meetings."""
    told = scene.told(event)
    words = plain(event.evidence[0].exact).split()
    return not is_hostile(event) and not told.points_back and not told.definite and words[:1] in (["a"], ["an"], ["another"])


def is_open(event: Event, scene: Scene) -> bool:
    """Does it speak of something known, as having taken place, and not say when that was ("carried out the strike", "the accord signed in Belm")?"""
    told = scene.told(event)
    known = (told.points_back or (told.definite and families(event.act))) and event.act not in HARM
    return bool(known) and event.status in ("happened", "denied") and told.when is None and not told.spell


def _told_first_later(event: Event, other: Event, scene: Scene) -> bool:
    """Is the other told of a day, or first told by a report, that comes days after the report in which the one is spoken of?"""
    spoken, begins = scene.said(event), scene.when(other) or scene.said(other)
    last, first = (spoken.last_day if spoken is not None else None), (begins.first_day if begins is not None else None)
    return last is not None and first is not None and (first - last).days > LATE


def may_mean(event: Event, other: Event, scene: Scene) -> bool:
    """May an open telling be of this event: of its kind, told or dated within a month, and set among the same names; in its own text, told shortly before?

    One that tells its place can only be of what took place there. What was agreed is spoken of for longer than what was done to somebody.
    """
    kind = one_kind(event, other) if scene.told(event).points_back else event.act == other.act
    if not kind or other.status not in ("happened", "ongoing", "denied") or scene.told(other).spell:
        return False
    if _told_first_later(event, other, scene):
        return False
    if in_place(event) and not (in_place(other) and one_place(event, other, scene)):
        return False
    if event.document == other.document:
        return not crossing(event, other) and 0 < event.evidence[0].start - other.evidence[0].start <= PAGE
    placed = set((in_place(other) or "").split()) - country_words()
    told = bool(scene.told(event).around & (scene.told(other).around | placed))
    same_words = not is_hostile(event) and words_alike(event, other) >= ALIKE and scene.akin(event.document, other.document)
    return (told or same_words) and scene.within(event, other, MONTH if is_hostile(event) else MONTHS)


def is_floating(event: Event, scene: Scene) -> bool:
    """Is it an attack told as new, without day or place ("a bombardment of a camp for the displaced")?"""
    told = scene.told(event)
    attack = is_hostile(event) and event.act not in HARM and event.status == "happened"
    return attack and told.when is None and in_place(event) is None and not told.spell and not told.points_back


def may_be_of_one_target(event: Event, other: Event, scene: Scene) -> bool:
    """May a floating attack be one that a report of the week tells with a day or place, on what two words or more that both have tell of?"""
    anchored = scene.when(other) is not None or in_place(other) is not None
    if not anchored or not is_hostile(other) or other.act in HARM or other.status not in ("happened", "denied") or scene.told(other).spell:
        return False
    if event.document != other.document and not (scene.close(event, other) and scene.akin(event.document, other.document)):
        return False
    return len(target(event, scene) & target(other, scene)) >= SHARED


def target(event: Event, scene: Scene) -> frozenset[str]:
    """The meaning words of a telling but its verb, who did it or tells of it, countries, days and numbers."""
    act = stems(event.trigger.exact) if event.trigger is not None else []
    doers = {stem(w) for a in (*event.actors, *event.attribution.chain) for w in name_words(a.label)}
    lands = {stem(w) for w in country_words()}
    words = content(scene.told(event).words) - frozenset(act) - doers - lands - passing_stems()
    return frozenset(w for w in words if not w.isdigit())


@cache
def passing_stems() -> frozenset[str]:
    """The stems of words for attacks, for what they do and for when they were, and of who blames whom, which are common to all of them."""
    return frozenset(stem(w) for w in lexicon().events.attacks | lexicon().events.times | CALENDAR)
