"""Are two event claims tellings of one event? By act, day, actors, place and words, with the reason; what is planned, put off, done or denied is one event.

What must not differ is looked at first (who did it, where, when); what is left is weighed: a day, a place, names, actors, words in common count for so much
each, and enough of it makes one event. What is not told counts for nothing, and against nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from trucekeeper.model.claims import Event
from trucekeeper.weighing.doers import other_actors, share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import (
    ALIKE,
    ALIKE_ON_A_DAY,
    AT_ALL,
    DAYS,
    DENIAL,
    FEW_DAYS,
    OF_A_TOWN,
    ROUND,
    crossing,
    grounds_of,
    held,
    is_of_one_attack,
    is_specific,
    one_day,
    one_verb,
    set_somewhere,
    sides_change,
    told_alike,
    words_alike,
)
from trucekeeper.weighing.kinds import is_hostile, is_of_talks, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.placed import in_place, one_place, other_places
from trucekeeper.weighing.scene import MONTH, STAGES, Scene, narrow
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.words import listed, time_words

ENOUGH = 3.5  # the sum of what two tellings have in common, from which they are of one event
DATED = frozenset({"the same day", "dates that meet"})
LENGTH = 7  # days that talks may last
BEHIND = 300  # characters behind what was not done in which its text may say that it is put off
TAKING = "occupy"
LOOSE = 1.0  # taken off where nothing dates the one by the other, and twice as much where more than a month lies between
NOT_YET = re.compile(r"\b(?:not|nt) (?:\w+ )?yet\b|\byet to\b")


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two event claims are one event or not. `weight` is how much they have in common; `apart` is true where something told of them cannot be of one."""

    same: bool
    reason: str
    weight: float = 0.0
    apart: bool = False


def _voice(event: Event, who: WhoIsWho) -> str:
    asserter = event.attribution.asserter
    return who.entity_of(asserter) if asserter else event.document


def each_side(a: Event, b: Event, scene: Scene) -> bool:
    """May each side tell one clash as the other's doing: acts of violence of one day, of one text, or of reports of one week, told by different speakers?"""
    if "outlet" in (a.attribution.mode, b.attribution.mode) or not is_hostile(a) or not is_hostile(b) or _voice(a, scene.who) == _voice(b, scene.who):
        return False
    first, second = scene.when(a), scene.when(b)
    return one_day(first, second) or ((first is None or second is None) and (a.document == b.document or scene.close(a, b)))


def tie(a: Event, b: Event, scene: Scene) -> Tie:
    """Are two event claims tellings of one event? They are of one act, or of one kind of act."""
    if crossing(a, b) and _of_two_days(a, b):
        return Tie(False, "two days that one clause tells of", apart=True)
    if crossing(a, b):
        same = a.act == b.act and a.status == b.status and words_alike(a, b) >= ALIKE
        return Tie(same, "nearly the same words of one text", ENOUGH)
    if scene.told(a).spell != scene.told(b).spell:
        return Tie(False, "the one is a war, the other an event in it", apart=True)
    if (rank := other_rank(a, b, scene)) is not None:
        return Tie(False, f"the one is {rank[0]}, the other {rank[1]}", apart=True)
    if is_brought_in(a, b, scene):
        return Tie(False, "the text brings in another one", apart=True)
    if _two_of_one_sentence(a, b, scene):
        return Tie(False, "two acts that one sentence tells of one doer", apart=True)
    contested = False
    if other_actors(a, b, scene.who):
        contested = each_side(a, b, scene)
        if not contested:
            return Tie(False, "other actors", apart=True)
    place_a, place_b = in_place(a), in_place(b)
    if other_places(a, b, scene):
        return Tie(False, f"other places: {place_a} and {place_b}", apart=True)
    first, second = scene.when(a), scene.when(b)
    if first and second and not first.widened(DAYS).overlaps(second) and not _went_on(a, b, scene) and not is_rerun(a, b, scene):
        return _put_off(a, b, scene)
    if _not_yet(a, b, scene):
        return Tie(False, "the one was done before the other was said not to be done yet", apart=True)
    if _came_before(a, b, scene):
        return Tie(False, "the one was told before the other was asked for or planned", apart=True)
    if scene.repeats(a, b):
        return Tie(True, "the same words in copies of one story", 2 * ENOUGH)
    return _weigh(a, b, scene, contested=contested)


def _of_two_days(a: Event, b: Event) -> bool:
    """ "These killings came after a raid on 3 May": does one clause tell of two days, each of its own act?"""
    days = [e.about.known_day if e.about is not None else None for e in (a, b)]
    return all(days) and days[0] != days[1] and a.trigger is not None and b.trigger is not None and a.trigger.start != b.trigger.start


def is_brought_in(a: Event, b: Event, scene: Scene) -> bool:
    """Does one text, after the one attack, bring in one with "an" ("since an ambush that killed three")?"""
    if a.document != b.document or not is_hostile(a) or not is_hostile(b):
        return False
    first, second = (scene.told(e) for e in sorted((a, b), key=lambda e: e.evidence[0].start))
    return second.brought_in and first.sentence != second.sentence


def _two_of_one_sentence(a: Event, b: Event, scene: Scene) -> bool:
    """ "They overran a base and attacked a helicopter": two verbs of one doer, done to others each."""
    if a.document != b.document or scene.told(a).sentence != scene.told(b).sentence or {a.act, b.act} & HARM or a.act == b.act:
        return False
    done_to = a.recipients and b.recipients and not share(a.recipients, b.recipients, scene.who)
    return bool(done_to) and share(a.actors, b.actors, scene.who)


def other_rank(a: Event, b: Event, scene: Scene) -> tuple[str, str] | None:
    """ "The first round" and "the second round", of which each telling names another one."""
    first, second = ({noun: order for order, noun in scene.told(e).ranks} for e in (a, b))
    return next(((f"the {first[n]} {n}", f"the {second[n]} {n}") for n in sorted(first.keys() & second.keys()) if first[n] != second[n]), None)


def _not_yet(a: Event, b: Event, scene: Scene) -> bool:
    """Is the one told as not done yet, in a report of the same day as, or of a later one than, what tells the other as done? They are two."""
    open_, done = (a, b) if a.status == "denied" else (b, a)
    if open_.status != "denied" or done.status != "happened" or not NOT_YET.search(scene.words(open_)):
        return False
    first, second = scene.said(done), scene.said(open_)
    return bool(first and second and first.latest and second.latest and first.latest <= second.latest)


def _came_before(a: Event, b: Event, scene: Scene) -> bool:
    """Was what the one tells as done told before the other was demanded or planned, so that it is no outcome of that?"""
    ahead, done = (a, b) if STAGES[a.status] == 0 else (b, a)
    times = scene.when(a), scene.when(b)
    if STAGES[ahead.status] or not STAGES[done.status] or (times[0] and times[1] and times[0].overlaps(times[1])):
        return False
    first, second = scene.said(done), scene.said(ahead)
    return bool(first and second and first.latest and second.earliest and first.latest < second.earliest and done.status != "denied")


def is_rerun(a: Event, b: Event, scene: Scene) -> bool:
    """Do the dates lie apart only because a later copy of the story says "on Monday" too?"""
    return scene.copies(a, b) and a.about is not None and b.about is not None and a.about.text == b.about.text is not None


def _went_on(a: Event, b: Event, scene: Scene) -> bool:
    """Are both of talks that opened on the one day and ended on the other, a week later at most?"""
    first, second = scene.when(a), scene.when(b)
    if first is None or second is None or not first.widened(LENGTH).overlaps(second) or not is_of_talks(a) or not is_of_talks(b):
        return False
    early, late = (a, b) if (first.earliest or "") <= (second.earliest or "") else (b, a)
    ended = lexicon().events.ending & set(re.findall(r"\w+", plain(scene.told(late).words)))
    return bool(ended) and STAGES[late.status] == 1 and not lexicon().events.ending & set(re.findall(r"\w+", plain(scene.told(early).words)))


def _put_off(a: Event, b: Event, scene: Scene) -> Tie:
    """Dates that lie apart: of one event only where it was planned for the one, and put off, done or not done by the other."""
    first, second = scene.when(a), scene.when(b)
    told = f"{time_words(first)} and {time_words(second)}"
    apart = Tie(False, f"the dates lie apart: {told}", apart=True)
    if first is None or second is None or not one_kind(a, b) or not narrow(first) or not narrow(second):
        return apart
    stages = STAGES[a.status], STAGES[b.status]
    early, late = (a, b) if (first.earliest or "") <= (second.earliest or "") else (b, a)
    moved = _is_moved(a, scene) or _is_moved(b, scene)
    outcome = stages[0] != stages[1] and STAGES[early.status] == 0
    near = first.widened(MONTH).overlaps(second)
    if near and _done_after_all(early, late, scene):
        return Tie(True, f"not done by the one day, put off, and done by the other: {told}", ENOUGH)
    alike = told_alike(a, b, scene)
    like = share(a.recipients, b.recipients, scene.who) or alike >= AT_ALL
    known = share(a.actors, b.actors, scene.who) or share(a.recipients, b.recipients, scene.who)
    if not known and not moved:  # talks in one city of which neither says between whom
        near = first.widened(FEW_DAYS).overlaps(second)
    same = one_place(a, b, scene) and (share(a.actors, b.actors, scene.who) or (like and (moved or a.act == b.act or alike >= ALIKE_ON_A_DAY)))
    again = moved and alike >= ALIKE  # "the second round of talks was put off"
    if near and moved and early.status == "denied" and STAGES[late.status] == 0 and a.document == b.document and a.act == b.act and scene.told(late).definite:
        return Tie(True, f"not done by the one day and put off to the other: {told}", ENOUGH)  # "did not free them on Tuesday", "the handover has been moved"
    if near and (same or again) and (outcome or (moved and stages == (0, 0))):
        reason = f"{'planned for' if outcome else 'moved between'} {told}, in the same place and like words ({early.status}, {late.status})"
        return Tie(True, reason, ENOUGH)
    return apart


def _is_moved(event: Event, scene: Scene) -> bool:
    """Does its sentence say that something is put off or brought forward?"""
    document = scene.documents.get(event.document)
    if document is None:
        return False
    first, last = sentence(document, event.evidence[0].start, event.evidence[0].end)
    return bool(lexicon().events.moved & set(re.findall(r"\w+", document.text[first:last].casefold())))


def _done_after_all(early: Event, late: Event, scene: Scene) -> bool:
    """Was it not done by the one day, put off by what its text says right behind ("The handover has been moved to Friday"), and done with the same people?"""
    document = scene.documents.get(early.document)
    if document is None or early.status != "denied" or late.status not in ("happened", "ongoing") or early.act != late.act:
        return False
    end = scene.told(early).sentence[1]
    moved = lexicon().events.moved & set(re.findall(r"\w+", document.text[end : end + BEHIND].casefold()))
    return bool(moved) and (share(early.recipients, late.recipients, scene.who) or sides_change(early, late, scene.who))


def _weigh(a: Event, b: Event, scene: Scene, *, contested: bool) -> Tie:
    """Enough in common makes one event, a date or a week among it; an act of another kind only on one day, by one actor, in similar words."""
    grounds = grounds_of(a, b, scene)
    told = listed(list(grounds))
    weight = sum(grounds.values())
    if not one_kind(a, b) and not ("the same day" in grounds and one_verb(a, b) and not is_hostile(a) and not is_hostile(b)):
        alike = a.type == b.type and "the same day" in grounds and "the same actor" in grounds and told_alike(a, b, scene) >= ALIKE
        return Tie(alike, f"one kind of act, {told}" if alike else "only the kind of act is the same", weight)
    if not contested and not {"the same act", "the same verb"} & grounds.keys():
        told = f"{told}, by acts of one kind" if told else ""
    if contested:
        told = f"{told}; each side tells it as the other’s doing"
    if {a.act, b.act} <= lexicon().events.utterances and a.document != b.document and not _is_one_utterance(a, b, grounds, scene):
        return Tie(False, f"only {told or 'the act'}; what is said is said again and again", weight)
    if a.act != b.act and TAKING in (a.act, b.act) and 0 < grounds.get("the same place", 0.0) < OF_A_TOWN:
        return Tie(False, f"only {told}; what was taken is a wide area", weight)
    if a.act != b.act and TAKING in (a.act, b.act) and a.actors and b.actors and not share(a.actors, b.actors, scene.who):
        return Tie(False, f"only {told}; others took the place than those who attacked there", weight)
    if scene.told(a).one_more != scene.told(b).one_more and is_hostile(a) and (a.document == b.document or "the same day" not in grounds):
        return Tie(False, f"only {told or 'the act'}; the one is told as one more", weight)
    if {a.act, b.act} <= HARM and not set_somewhere(grounds) and DENIAL not in grounds:
        return Tie(False, f"only {told or 'the act'}; who was harmed where is told by neither", weight)
    if {a.act, b.act} <= HARM and "the same day" not in grounds and "the same place" not in grounds and _other_numbers(a, b, scene):
        return Tie(False, f"only {told}; other numbers were harmed, on other days", weight)
    if {a.act, b.act} <= HARM and not DATED & grounds.keys() and a.actors and b.actors and not share(a.actors, b.actors, scene.who) and DENIAL not in grounds:
        return Tie(False, f"only {told}; each tells it as done by others, and not both the day", weight)
    if {a.act, b.act} <= HARM and a.document == b.document and not DATED & grounds.keys() and _others_harmed(a, b, scene):
        return Tie(False, f"only {told}; two sentences of one text tell it as done to others", weight)
    dated = not {"the same day", "dates that meet", "told within a week", "told in one passage", ROUND}.isdisjoint(grounds)
    loose = 0.0 if dated else LOOSE if scene.within(a, b) else 2 * LOOSE
    if weight - loose < ENOUGH and not {"the same day", "dates that meet"} & grounds.keys() and _is_outcome(a, b, scene):
        return Tie(True, f"of the same place or names, {a.status} and {b.status} within a month", ENOUGH)
    if a.document != b.document and not is_specific(grounds) and not scene.akin(a.document, b.document):
        return Tie(False, f"only {told or 'the act'}, in reports that share no name", weight)
    if "told within a week" in grounds and not is_specific(grounds) and "nearly the same words" not in grounds and DENIAL not in grounds:
        return Tie(False, f"only {told}; no day, place, name, number or somebody is common to them", weight)
    if "told within a week" in grounds and is_hostile(a) and not is_of_one_attack(grounds):
        return Tie(False, f"only {told}; one side attacks again and again", weight)
    weight -= loose
    if {a.status, b.status} & {"threatened", "conditional"} and STAGES[a.status] != STAGES[b.status] and "the same actor" not in grounds:
        return Tie(False, "threatened, and done by nobody who is known to have threatened it", weight)
    if weight < ENOUGH:
        return Tie(False, f"only {told}" if told else "only the act is the same", weight)
    return Tie(True, told, weight)


def _other_numbers(a: Event, b: Event, scene: Scene) -> bool:
    """Does each tell of a number of people, and neither of the other's?"""
    first, second = scene.told(a).counts, scene.told(b).counts
    return bool(first and second) and not first & second


def _others_harmed(a: Event, b: Event, scene: Scene) -> bool:
    """Does each name those who were harmed, in a sentence of its own, and not the same?"""
    other = scene.told(a).sentence != scene.told(b).sentence
    return other and bool(a.recipients and b.recipients) and not share(a.recipients, b.recipients, scene.who)


def _is_one_utterance(a: Event, b: Event, grounds: Mapping[str, float], scene: Scene) -> bool:
    """Are two tellings of what somebody said or holds of one day, or by one speaker in similar words?"""
    first, second = scene.when(a), scene.when(b)
    if first and second:
        return first.overlaps(second)
    return "the same actor" in grounds and told_alike(a, b, scene) >= ALIKE


def _is_outcome(a: Event, b: Event, scene: Scene) -> bool:
    """Is the one what was planned or demanded for a day, and the other what an undated telling within a month of it says became of it?"""
    ahead, told = (a, b) if STAGES[a.status] == 0 else (b, a)
    said = scene.said(told)
    ranked = bool(scene.told(a).ranks & scene.told(b).ranks)  # "the second round"
    if STAGES[ahead.status] or not STAGES[told.status] or told.about or not said or not (a.act == b.act or (ranked and one_kind(a, b))):
        return False
    if ahead.about is None:  # "would deploy 60 observers", "has deployed 45"
        then = scene.said(ahead)
        soon = then is not None and narrow(then) and narrow(said) and then.widened(MONTH).overlaps(said)
        return soon and share(a.actors, b.actors, scene.who) and told_alike(a, b, scene) >= ALIKE_ON_A_DAY
    near = narrow(ahead.about) and narrow(said) and ahead.about.widened(MONTH).overlaps(said)
    on_time = near and ahead.about.widened(FEW_DAYS).overlaps(said) and scene.akin(a.document, b.document) and told_alike(a, b, scene) >= ALIKE_ON_A_DAY
    there = one_place(a, b, scene) or on_time or ranked or (held(a, b, scene) and bool(scene.told(a).around & scene.told(b).around))
    return near and there and told_alike(a, b, scene) >= AT_ALL
