"""Are two event claims tellings of one event? By act, day, actors, place and words, with the reason; what is planned, put off, done or denied is one event.

What must not differ is looked at first (who did it, where, when); what is left is weighed: a day, a place, names, actors, words in common count for so much
each, and enough of it makes one event. What is not told counts for nothing, and against nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucekeeper.model.claims import Actor, Claim, Event
from trucekeeper.model.time import Time
from trucekeeper.weighing.doers import is_name, other_actors, share
from trucekeeper.weighing.entities import WhoIsWho, is_known
from trucekeeper.weighing.kinds import is_hostile, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, likeness
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import is_country
from trucekeeper.weighing.scene import MONTH, STAGES, Scene, narrow
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.tellings import HARM, first_number
from trucekeeper.weighing.told_as import OF_WORDS
from trucekeeper.weighing.whereabouts import may_lie_in
from trucekeeper.weighing.words import listed, time_words

ALIKE = 0.5  # share of meaning words from which two clauses tell in similar words
ALIKE_ON_A_DAY = 0.3  # from which they have words in common
AT_ALL = 0.15  # from which they have a few
HELD = 0.6  # share of the shorter clause’s meaning words from which the longer one says the same and more
ANSWERS = 0.5  # the same of a denial and what it denies
VERY_ALIKE = 0.75  # from which they are nearly the same
DAYS = 1  # "Monday" and "on Tuesday night" of one event: reports are a day apart easily
FEW_DAYS = 3  # a time that is told almost to the day
ENOUGH = 3.5  # the sum of what two tellings have in common, from which they are of one event
OF_A_COUNTRY = 0.5  # what it says that both were in one country
LOOSE = 1.0  # taken off where nothing dates the one by the other, and twice as much where more than a month lies between
PAGE = 1500  # characters of a text in which two tellings may go on about one event; a chronicle tells of hundreds
NOT_YET = re.compile(r"\b(?:not|nt) (?:\w+ )?yet\b|\byet to\b")
DENIAL = "a denial in the words of the claim"


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two event claims are one event or not. `weight` is how much they have in common; `apart` is true where something told of them cannot be of one."""

    same: bool
    reason: str
    weight: float = 0.0
    apart: bool = False


def one_day(a: Time | None, b: Time | None) -> bool:
    return a is not None and b is not None and a.known_day is not None and a.known_day == b.known_day


def few_days(*times: Time) -> bool:
    """Is each of them a few days at most ("the weekend")?"""
    return all(t.first_day is not None and t.last_day is not None and (t.last_day - t.first_day).days < FEW_DAYS for t in times)


def words_alike(a: Event, b: Event) -> float:
    """How alike two clauses are in words, from 0 to 1."""
    return likeness(a.evidence[0].exact, b.evidence[0].exact)


def crossing(a: Claim, b: Claim) -> bool:
    """Do two claims rest on words of one text that overlap?"""
    first, second = a.evidence[0], b.evidence[0]
    return a.document == b.document and first.start < second.end and second.start < first.end


def in_place(event: Event) -> str | None:
    """Where it was, without hyphens; a place that is only in the name of who did it, or a hospital's of who was hurt, is none."""
    place = _bare(event.place.name) if event.place else None
    if place and event.act in HARM and lexicon().origins.hospital & set(plain(event.evidence[0].exact).split()):
        return None  # where somebody died of it
    return None if place and any(place in _bare(a.label) and (is_known(a) or place != _bare(a.label)) for a in event.actors) else place


def _bare(name: str) -> str:
    return plain(name).replace("-", " ")


def one_place(a: Event, b: Event, scene: Scene) -> bool:
    """Is the place of one the other's too, or named in its sentence?"""
    place_a, place_b = in_place(a), in_place(b)
    if place_a and place_b and (place_a in place_b or place_b in place_a):
        return True
    return any(place and _stands_in(place, scene.words(other).replace("-", " ")) for place, other in ((place_a, b), (place_b, a)))


def other_places(a: Event, b: Event, scene: Scene) -> bool:
    """Are both told with a place, and neither of these the other's, nor one in which the other may lie?"""
    if a.place is None or b.place is None or not in_place(a) or not in_place(b) or one_place(a, b, scene):
        return False
    return not (may_lie_in(a.place, b.place) and scene.akin(a.document, b.document))


def _stands_in(name: str, words: str) -> bool:
    return name in words and _whole(name).search(words) is not None  # the first is quick, and mostly the end of it


@lru_cache(maxsize=10_000)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


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
    if crossing(a, b):
        same = a.act == b.act and a.status == b.status and words_alike(a, b) >= ALIKE
        return Tie(same, "nearly the same words of one text", ENOUGH)
    if scene.told(a).spell != scene.told(b).spell:
        return Tie(False, "the one is a war, the other an event in it", apart=True)
    if (rank := _other_rank(a, b, scene)) is not None:
        return Tie(False, f"the one is {rank[0]}, the other {rank[1]}", apart=True)
    if _is_brought_in(a, b, scene):
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
    if first and second and not first.widened(DAYS).overlaps(second):
        return _put_off(a, b, scene)
    if _not_yet(a, b, scene):
        return Tie(False, "the one was done before the other was said not to be done yet", apart=True)
    if _came_before(a, b, scene):
        return Tie(False, "the one was told before the other was asked for or planned", apart=True)
    if scene.copies(a, b) and plain(a.evidence[0].exact) == plain(b.evidence[0].exact):
        return Tie(True, "the same words in copies of one story", 2 * ENOUGH)
    return _weigh(a, b, scene, contested=contested)


def _is_brought_in(a: Event, b: Event, scene: Scene) -> bool:
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


def _other_rank(a: Event, b: Event, scene: Scene) -> tuple[str, str] | None:
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
    alike = _alike(a, b, scene)
    like = share(a.recipients, b.recipients, scene.who) or alike >= AT_ALL
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


def _alike(a: Event, b: Event, scene: Scene) -> float:
    """How alike the two clauses are, with what stands right behind a noun."""
    return max(words_alike(a, b), likeness(scene.told(a).words, scene.told(b).words))


def _grounds(a: Event, b: Event, scene: Scene) -> dict[str, float]:
    """What speaks for one event, and how much; the dates, actors and places are known not to speak against it."""
    words = _alike(a, b, scene)
    found: dict[str, float] = {}
    first, second = scene.when(a), scene.when(b)
    if first and second:
        if narrow(first) and narrow(second):
            found["the same day" if one_day(first, second) else "dates that meet"] = 2.0 if one_day(first, second) else 1.5 if few_days(first, second) else 1.0
    elif a.document == b.document:
        if abs(a.evidence[0].start - b.evidence[0].start) <= PAGE:
            found["told in one passage"] = 1.0
    elif scene.close(a, b):
        found["told within a week"] = 1.0
    places = {in_place(a), in_place(b)} - {None}
    there = one_place(a, b, scene)
    wide = all(is_country(p) for p in places if p)
    if there:
        found["the same place"] = OF_A_COUNTRY if wide else 1.5
    names = (scene.told(a).names & scene.told(b).names) - _names_of_sides(a, b, scene)
    if names - {w for p in places if p for w in p.split()}:
        found[f"the names {listed(sorted(names)[:3])}"] = 0.5 if there and not wide else 1.5
    elif not there and (beside := (scene.told(a).beside & scene.told(b).beside) - _names_of_sides(a, b, scene)):
        found[f"the names {listed(sorted(beside)[:3])} beside them"] = 1.0
    if share(*_met_again(a, b, a.actors, b.actors), scene.who):
        found["the same actor"] = 1.0
    if share(*_met_again(a, b, a.recipients, b.recipients), scene.who):
        found["the same counterpart"] = 1.0 if not there and not names else 0.5
    elif a.act == b.act and not is_hostile(a) and a.type not in OF_WORDS and _sides_change(a, b, scene.who):
        found["one among the doers here, among the counterparts there"] = 1.0  # "the crossing opened", "they opened the crossing"
    if there and not wide and not {"the same actor", "the same counterpart"} & found.keys() and (stands_beside(a, b, scene) or stands_beside(b, a, scene)):
        found["who did it named beside the other"] = 1.0
    words = max(words, ALIKE_ON_A_DAY if _held(a, b, scene) else 0.0)
    if words >= AT_ALL:
        found["nearly the same words" if words >= VERY_ALIKE else "similar words" if words >= ALIKE else "some of the same words"] = (
            2.5 if words >= VERY_ALIKE else 2.0 if words >= ALIKE else 1.0 if words >= ALIKE_ON_A_DAY else 0.5
        )
    if ranks := scene.told(a).ranks & scene.told(b).ranks:
        found[f"the names {' '.join(min(ranks))}"] = 1.5
    elif _are_so_many(a, b):
        found["the same number of people in like words"] = 1.0
    if counts := scene.told(a).counts & scene.told(b).counts:
        found[f"the number {min(counts, key=int)}"] = 1.0
    if a.act == b.act:
        found["the same act"] = 0.5
    if _answers(a, b, scene):
        found[DENIAL] = 1.5
    elif there and not wide and first and second and "denied" in (a.status, b.status) and STAGES[a.status] == STAGES[b.status] and a.document != b.document:
        found["a denial of such an act there"] = 1.0
    return found


def _names_of_sides(a: Event, b: Event, scene: Scene) -> frozenset[str]:
    """The words of all names of those who take part in either: that they are the same counts by itself."""
    sides = (x for e in (a, b) for x in (*e.actors, *e.recipients) if is_name(x))
    known = (scene.who.somebodies.get(scene.who.entity_of(x)) for x in sides)
    return frozenset(w for entity in known if entity for name in entity.names for w in name_words(name))


def _met_again(a: Event, b: Event, first: Sequence[Actor], second: Sequence[Actor]) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Those who may be met in both tellings: in two reports "the people" are not the same ones."""
    if a.document == b.document:
        return first, second
    return [x for x in first if is_name(x)], [x for x in second if is_name(x)]


def _are_so_many(a: Event, b: Event) -> bool:
    """Are those to whom it was done told by one number and a word in common ("three road workers", "three construction workers")?"""
    told = [[(number, content(r.label) - {number}) for r in e.recipients if (number := first_number(r.label))] for e in (a, b)]
    return any(x[0] == y[0] and x[1] & y[1] for x in told[0] for y in told[1])


def _sides_change(a: Event, b: Event, who: WhoIsWho) -> bool:
    """Is a doer of the one a counterpart of the other?"""
    return share(a.actors, b.recipients, who) or share(a.recipients, b.actors, who)


def stands_beside(a: Event, b: Event, scene: Scene) -> bool:
    """Is a doer of the one named in the sentence of the other, though not read as one who took part?"""
    return any(name_words(x.label)[-1] in scene.told(b).beside for x in a.actors if is_name(x))


def _held(a: Event, b: Event, scene: Scene) -> bool:
    """Are most of the meaning words of the shorter telling, two at least, in the other?"""
    first, second = (content(scene.told(e).words) for e in (a, b))
    return len(first & second) > 1 and len(first & second) >= HELD * min(len(first), len(second))


def _answers(a: Event, b: Event, scene: Scene) -> bool:
    """Does the one deny in the words of the other, told in another report?"""
    denial, claim = (a, b) if a.status == "denied" else (b, a)
    if denial.status != "denied" or STAGES[claim.status] == 0 or a.document == b.document:
        return False
    first, second = scene.told(denial), scene.told(claim)
    if denial.act in HARM and not first.around & second.around:
        return False
    words, told = content(first.words), content(second.words)
    return len(words & told) > 1 and len(words & told) >= ANSWERS * len(words)


def _weigh(a: Event, b: Event, scene: Scene, *, contested: bool) -> Tie:
    """Enough in common makes one event, a date or a week among it; an act of another kind only on one day, by one actor, in similar words."""
    grounds = _grounds(a, b, scene)
    told = listed(list(grounds))
    weight = sum(grounds.values())
    if not one_kind(a, b):
        alike = a.type == b.type and "the same day" in grounds and "the same actor" in grounds and _alike(a, b, scene) >= ALIKE
        return Tie(alike, f"one kind of act, {told}" if alike else "only the kind of act is the same", weight)
    if not contested and "the same act" not in grounds:
        told = f"{told}, by acts of one kind" if told else ""
    if contested:
        told = f"{told}; each side tells it as the other’s doing"
    if {a.act, b.act} <= lexicon().events.utterances and a.document != b.document and not _is_one_utterance(a, b, grounds, scene):
        return Tie(False, f"only {told or 'the act'}; what is said is said again and again", weight)
    if {a.act, b.act} <= HARM and not _set_somewhere(grounds) and DENIAL not in grounds:
        return Tie(False, f"only {told or 'the act'}; who was harmed where is told by neither", weight)
    if weight < ENOUGH and not {"the same day", "dates that meet"} & grounds.keys() and _is_outcome(a, b, scene):
        return Tie(True, f"of the same place or names, {a.status} and {b.status} within a month", ENOUGH)
    if a.document != b.document and not _is_specific(grounds) and not scene.akin(a.document, b.document):
        return Tie(False, f"only {told or 'the act'}, in reports that share no name", weight)
    if "told within a week" in grounds and not _is_specific(grounds) and "nearly the same words" not in grounds and DENIAL not in grounds:
        return Tie(False, f"only {told}; no day, place, name, number or somebody is common to them", weight)
    if "told within a week" in grounds and is_hostile(a) and not _is_of_one_attack(grounds):
        return Tie(False, f"only {told}; one side attacks again and again", weight)
    dated = not {"the same day", "dates that meet", "told within a week", "told in one passage"}.isdisjoint(grounds)
    if not dated:
        weight -= LOOSE if scene.within(a, b) else 2 * LOOSE
    if {a.status, b.status} & {"threatened", "conditional"} and STAGES[a.status] != STAGES[b.status] and "the same actor" not in grounds:
        return Tie(False, "threatened, and done by nobody who is known to have threatened it", weight)
    if weight < ENOUGH:
        return Tie(False, f"only {told}" if told else "only the act is the same", weight)
    return Tie(True, told, weight)


def _is_one_utterance(a: Event, b: Event, grounds: Mapping[str, float], scene: Scene) -> bool:
    """Are two tellings of what somebody said or holds of one day, or by one speaker in similar words?"""
    first, second = scene.when(a), scene.when(b)
    if first and second:
        return first.overlaps(second)
    return "the same actor" in grounds and _alike(a, b, scene) >= ALIKE


def _set_somewhere(grounds: Mapping[str, float]) -> bool:
    """Do two tellings of the dead or wounded share a day, a place, a name or who did it? "Three people were killed" is told of many events."""
    return not {"the same day", "dates that meet", "the same place", "the same actor"}.isdisjoint(grounds) or any(g.startswith("the names ") for g in grounds)


def _is_specific(grounds: Mapping[str, float]) -> bool:
    """Is a place, a name, a number or somebody among what two tellings have in common?"""
    return not {"the same place", "the same actor", "the same counterpart"}.isdisjoint(grounds) or any(
        g.startswith(("the names ", "the number ")) for g in grounds
    )


def _is_of_one_attack(grounds: Mapping[str, float]) -> bool:
    """Is a place, a name, a number or the one attacked among what two undated tellings of violence have in common? That one did both makes them no one act."""
    there = grounds.get("the same place", 0.0) > OF_A_COUNTRY or "the same counterpart" in grounds or DENIAL in grounds or "nearly the same words" in grounds
    return there or any(g.startswith(("the names ", "the number ")) for g in grounds)


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
        return soon and share(a.actors, b.actors, scene.who) and _alike(a, b, scene) >= ALIKE_ON_A_DAY
    near = narrow(ahead.about) and narrow(said) and ahead.about.widened(MONTH).overlaps(said)
    on_time = near and ahead.about.widened(FEW_DAYS).overlaps(said) and scene.akin(a.document, b.document) and _alike(a, b, scene) >= ALIKE_ON_A_DAY
    there = one_place(a, b, scene) or on_time or ranked or (_held(a, b, scene) and bool(scene.told(a).around & scene.told(b).around))
    return near and there and _alike(a, b, scene) >= AT_ALL
