"""What two tellings have in common, and how much each of it counts: a day, a place, names, actors, words, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trucekeeper.model.claims import Actor, Claim, Event
from trucekeeper.model.time import Time
from trucekeeper.weighing.doers import MUTUAL, is_name, share
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.kinds import is_hostile, one_kind
from trucekeeper.weighing.likeness import content, likeness, stems
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import is_country
from trucekeeper.weighing.placed import in_place, one_place
from trucekeeper.weighing.scene import STAGES, Scene, narrow
from trucekeeper.weighing.tellings import HARM, first_number
from trucekeeper.weighing.told_as import OF_WORDS
from trucekeeper.weighing.whereabouts import is_wide
from trucekeeper.weighing.words import listed

ALIKE = 0.5  # share of meaning words from which two clauses tell in similar words
ALIKE_ON_A_DAY = 0.3  # from which they have words in common
AT_ALL = 0.15  # from which they have a few
HELD = 0.6  # share of the shorter clause’s meaning words from which the longer one says the same and more
ANSWERS = 0.5  # the same of a denial and what it denies
VERY_ALIKE = 0.75  # from which they are nearly the same
DAYS = 1  # "Monday" and "on Tuesday night" of one event: reports are a day apart easily
FEW_DAYS = 3  # a time that is told almost to the day
OF_A_COUNTRY = 0.5  # what it says that both were in one country
OF_A_REGION = 1.0  # or in one region
OF_A_TOWN = 1.5  # or at one place
PAGE = 1500  # characters of a text in which two tellings may go on about one event; a chronicle tells of hundreds
ROUND = "days of one round of talks"
DENIAL = "a denial in the words of the claim"


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


def told_alike(a: Event, b: Event, scene: Scene) -> float:
    """How alike the two clauses are, with what stands right behind a noun."""
    return max(words_alike(a, b), likeness(scene.told(a).words, scene.told(b).words))


def grounds_of(a: Event, b: Event, scene: Scene) -> dict[str, float]:
    """What speaks for one event, and how much; the dates, actors and places are known not to speak against it."""
    words = told_alike(a, b, scene)
    found: dict[str, float] = {}
    first, second = scene.when(a), scene.when(b)
    if first and second:
        if narrow(first) and narrow(second):
            if first.widened(DAYS).overlaps(second):
                found["the same day" if one_day(first, second) else "dates that meet"] = (
                    2.0 if one_day(first, second) else 1.5 if few_days(first, second) else 1.0
                )
            else:
                found[ROUND] = 1.5
    elif a.document == b.document:
        if abs(a.evidence[0].start - b.evidence[0].start) <= PAGE:
            found["told in one passage"] = 1.0
    elif scene.close(a, b):
        found["told within a week"] = 1.0
    places = {in_place(a), in_place(b)} - {None}
    there = one_place(a, b, scene)
    wide = all(is_country(p) for p in places if p)
    if there:
        found["the same place"] = OF_A_COUNTRY if wide else OF_A_REGION if _in_a_region(a, b) or _only_beside(a, b, scene) else OF_A_TOWN
    names = _besides_sides(scene.told(a).names & scene.told(b).names, a, b, scene)
    if names - {w for p in places if p for w in p.split()}:
        found[f"the names {listed(sorted(names)[:3])}"] = 0.5 if there and not wide else 1.5
    elif not there and (beside := _besides_sides(scene.told(a).beside & scene.told(b).beside, a, b, scene)):
        found[f"the names {listed(sorted(beside)[:3])} beside them"] = 1.0
    if share(*_met_again(a, b, a.actors, b.actors), scene.who):
        found["the same actor"] = 1.0
        if a.type == b.type == MUTUAL and _both_sides(a, b, scene.who):
            found["both sides"] = 0.5
    if share(*_met_again(a, b, a.recipients, b.recipients), scene.who):
        found["the same counterpart"] = 1.0 if not there and not names else 0.5
    elif a.act == b.act and not is_hostile(a) and a.type not in OF_WORDS and sides_change(a, b, scene.who):
        found["one among the doers here, among the counterparts there"] = 1.0  # "the crossing opened", "they opened the crossing"
    if there and not wide and not {"the same actor", "the same counterpart"} & found.keys() and (stands_beside(a, b, scene) or stands_beside(b, a, scene)):
        found["who did it named beside the other"] = 1.0
    words = max(words, ALIKE_ON_A_DAY if held(a, b, scene) else 0.0)
    if words >= AT_ALL:
        found["nearly the same words" if words >= VERY_ALIKE else "similar words" if words >= ALIKE else "some of the same words"] = (
            2.5 if words >= VERY_ALIKE else 2.0 if words >= ALIKE else 1.0 if words >= ALIKE_ON_A_DAY else 0.5
        )
    if ranks := scene.told(a).ranks & scene.told(b).ranks:
        found[f"the names {' '.join(min(ranks))}"] = 1.5
    elif _are_so_many(a, b):
        found["the same number of people in like words"] = 1.5
    if counts := scene.told(a).counts & scene.told(b).counts:
        found[f"the number {min(counts, key=int)}"] = 1.0
    if a.act == b.act:
        found["the same act"] = 0.5
    elif not one_kind(a, b) and one_verb(a, b):
        found["the same verb"] = 1.0  # "signed a truce", "the accord was signed"
    if _on_its_day(a, b, scene):
        found["done by the day that was set for it"] = 1.0
    if _answers(a, b, scene):
        found[DENIAL] = 1.5
    elif there and not wide and first and second and "denied" in (a.status, b.status) and STAGES[a.status] == STAGES[b.status] and a.document != b.document:
        found["a denial of such an act there"] = 1.0
    return found


def _in_a_region(a: Event, b: Event) -> bool:
    """Is a region, province or district all that is told of where they were?"""
    places = [e.place for e in (a, b) if e.place is not None and in_place(e)]
    return bool(places) and all(is_wide(p) for p in places)


def _only_beside(a: Event, b: Event, scene: Scene) -> bool:
    """Of two attacks told of two days: is the place of the one only named by another clause of the sentence of the other ("militias allied to Port Sess said
    that a raid …")?"""
    place_a, place_b = in_place(a), in_place(b)
    first, second = scene.when(a), scene.when(b)
    if (place_a and place_b) or not is_hostile(a) or first is None or second is None or one_day(first, second):
        return False
    place, other = (place_a, b) if place_a else (place_b, a)
    return place is not None and place not in plain(scene.told(other).words).replace("-", " ")


def _besides_sides(names: frozenset[str], a: Event, b: Event, scene: Scene) -> frozenset[str]:
    """Names that two tellings share, without those of all who take part in either: that they are the same counts by itself."""
    if not names:
        return names
    sides = (x for e in (a, b) for x in (*e.actors, *e.recipients) if is_name(x))
    known = (scene.who.somebodies.get(scene.who.entity_of(x)) for x in sides)
    return names - {w for entity in known if entity for name in entity.names for w in name_words(name)}


def _met_again(a: Event, b: Event, first: Sequence[Actor], second: Sequence[Actor]) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Those who may be met in both tellings: in two reports "the people" are not the same ones."""
    if a.document == b.document:
        return first, second
    return [x for x in first if is_name(x)], [x for x in second if is_name(x)]


def _are_so_many(a: Event, b: Event) -> bool:
    """Are those to whom it was done told by one number and a word in common ("three road workers", "three construction workers")?"""
    told = [[(number, content(r.label) - {number}) for r in e.recipients if (number := first_number(r.label))] for e in (a, b)]
    return any(x[0] == y[0] and x[1] & y[1] for x in told[0] for y in told[1])


def _both_sides(a: Event, b: Event, who: WhoIsWho) -> bool:
    """Of what two do together: are two of the one each among those of the other?"""
    first, second = ([x for x in (*e.actors, *e.recipients) if is_name(x)] for e in (a, b))
    return sum(share([x], second, who) for x in first) > 1 and sum(share([x], first, who) for x in second) > 1


def sides_change(a: Event, b: Event, who: WhoIsWho) -> bool:
    """Is a doer of the one a counterpart of the other?"""
    return share(a.actors, b.recipients, who) or share(a.recipients, b.actors, who)


def stands_beside(a: Event, b: Event, scene: Scene) -> bool:
    """Is a doer of the one named in the sentence of the other, though not read as one who took part?"""
    return any(name_words(x.label)[-1] in scene.told(b).beside for x in a.actors if is_name(x))


def held(a: Event, b: Event, scene: Scene) -> bool:
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


def _on_its_day(a: Event, b: Event, scene: Scene) -> bool:
    """Was the one planned or demanded for the very day on which the other tells that it was done, in reports akin, and not with others?"""
    ahead, done = (a, b) if STAGES[a.status] == 0 else (b, a)
    if STAGES[ahead.status] or STAGES[done.status] == 0 or a.act != b.act or is_hostile(a) or not one_day(scene.when(a), scene.when(b)):
        return False
    other = a.recipients and b.recipients and not share(a.recipients, b.recipients, scene.who) and words_alike(a, b) < AT_ALL
    return not other and scene.akin(a.document, b.document)


def one_verb(a: Event, b: Event) -> bool:
    """Are both told by one verb or noun?"""
    return a.trigger is not None and b.trigger is not None and stems(a.trigger.exact)[:1] == stems(b.trigger.exact)[:1] != []


def set_somewhere(grounds: Mapping[str, float]) -> bool:
    """Do two tellings of the dead or wounded share a day, a place, a name or who did it? "Three people were killed" is told of many events."""
    return not {"the same day", "dates that meet", "the same place", "the same actor"}.isdisjoint(grounds) or any(g.startswith("the names ") for g in grounds)


def is_specific(grounds: Mapping[str, float]) -> bool:
    """Is a place, a name, a number or somebody among what two tellings have in common?"""
    return not {"the same place", "the same actor", "the same counterpart"}.isdisjoint(grounds) or any(
        g.startswith(("the names ", "the number ")) for g in grounds
    )


def is_of_one_attack(grounds: Mapping[str, float]) -> bool:
    """Is a place, a name, a number or the one attacked among what two undated tellings of violence have in common? That one did both makes them no one act."""
    there = grounds.get("the same place", 0.0) > OF_A_REGION or "the same counterpart" in grounds or DENIAL in grounds or "nearly the same words" in grounds
    return there or any(g.startswith(("the names ", "the number ")) for g in grounds)
