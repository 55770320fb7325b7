"""Are two event claims tellings of one event? By act, day, actors, place and words, with the reason; what is planned, put off, done or denied is one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from trucekeeper.model.claims import Actor, Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import likeness
from trucekeeper.weighing.names import name_words, names_somebody, plain
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.words import listed, time_words

ALIKE = 0.5  # share of meaning words from which two clauses tell in similar words
ALIKE_ON_A_DAY = 0.3  # the same where both name one and the same day
AT_ALL = 0.15  # the same where the day and the place are the same too
VERY_ALIKE = 0.75  # from which words may stand for a date that is missing
DAYS = 1  # "Monday" and "on Tuesday night" of one event: reports are a day apart easily
LONG = 40  # days; a wider time than this says too little to join by
CLOSE = 7  # days between two reports of which one does not date the event
MONTH = 31  # days by which what was planned may have been put off
STAGES = {"planned": 0, "proposed": 0, "demanded": 0, "threatened": 0, "conditional": 0, "ongoing": 1, "happened": 1, "denied": 1}


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known beside two claims when they are compared: who is who, the documents, and which of them run one story."""

    who: WhoIsWho
    documents: Mapping[str, Document]
    stories: Mapping[str, tuple[str, ...]]

    def copies(self, a: Event, b: Event) -> bool:
        return a.document != b.document and b.document in self.stories.get(a.document, ())

    def said(self, event: Event) -> Time | None:
        document = self.documents.get(event.document)
        return document.said if document else None

    def close(self, a: Event, b: Event) -> bool:
        """Were both told within a week, in different stories; or, where one is dated, was the other told within a week of that?"""
        if b.document in self.stories.get(a.document, (a.document,)):
            return False
        first, second = (e.about if e.about and other.about is None else self.said(e) for e, other in ((a, b), (b, a)))
        return first is not None and second is not None and narrow(first) and narrow(second) and first.widened(CLOSE).overlaps(second)

    def words(self, event: Event) -> str:
        """The sentence of an event, without case and accents."""
        document = self.documents.get(event.document)
        if document is None:
            return plain(event.evidence[0].exact)
        return _plain_words(document.text, *sentence(document, event.evidence[0].start, event.evidence[0].end))

    def akin(self, first: str, second: str) -> bool:
        """Do two documents share a name that is not everywhere?"""
        texts = [self.documents[d].text for d in (first, second) if d in self.documents]
        return first == second or (len(texts) == 2 and bool((capitals(texts[0]) & capitals(texts[1])) - worn()))


@lru_cache(maxsize=4096)
def _plain_words(text: str, start: int, end: int) -> str:
    return plain(text[start:end])


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two event claims are one event or not."""

    same: bool
    reason: str


def narrow(time: Time | None) -> bool:
    if time is None or time.first_day is None or time.last_day is None:
        return False
    return (time.last_day - time.first_day).days <= LONG


def one_day(a: Event, b: Event) -> bool:
    day = a.about.known_day if a.about else None
    return day is not None and b.about is not None and b.about.known_day == day


def words_alike(a: Event, b: Event) -> float:
    """How alike two clauses are in words, from 0 to 1."""
    return likeness(a.evidence[0].exact, b.evidence[0].exact)


@cache
def family(act: str) -> str | None:
    """The first of the acts that tell of one thing in other words ("attack": shelled, bombed, raided)."""
    return next((acts[0] for acts in lexicon().events.alike if act in acts), None)


def one_kind(a: Event, b: Event) -> bool:
    return a.act == b.act or (family(a.act) is not None and family(a.act) == family(b.act))


def _crossing(a: Event, b: Event) -> bool:
    """Do two claims rest on words of one text that overlap?"""
    first, second = a.evidence[0], b.evidence[0]
    return first.start < second.end and second.start < first.end


def in_place(event: Event) -> str | None:
    return plain(event.place.name) if event.place else None


def one_place(a: Event, b: Event, scene: Scene) -> bool:
    """Is the place of one the other's too, or named in its sentence?"""
    place_a, place_b = in_place(a), in_place(b)
    if place_a and place_b and (place_a in place_b or place_b in place_a):
        return True
    return any(place and re.search(rf"\b{re.escape(place)}\b", scene.words(other)) for place, other in ((place_a, b), (place_b, a)))


def _keys(actors: Iterable[Actor], who: WhoIsWho) -> frozenset[str]:
    return frozenset(who.entity_of(a) for a in actors)


def share(first: Sequence[Actor], second: Sequence[Actor], who: WhoIsWho) -> bool:
    """Is anybody among both: one entity, or a name inside a description ("a team of the Monitoring Mission")?"""
    if _keys(first, who) & _keys(second, who):
        return True
    names = [[frozenset(name_words(a.label)) for a in side] for side in (first, second)]
    return any(min(len(a), len(b)) > 1 and (a <= b or b <= a) for a in names[0] for b in names[1])


def _other_actors(a: Event, b: Event, who: WhoIsWho) -> bool:
    """Do both name who did it, and not the same? A description may be of anybody; who denies an act, or asks for it, is not who did it."""
    if {a.status, b.status} & {"denied", "demanded", "proposed"}:
        return False
    named = [[x for x in event.actors if _is_name(x)] for event in (a, b)]
    return bool(named[0] and named[1]) and not share(a.actors, b.actors, who)


def _is_name(actor: Actor) -> bool:
    """Is it somebody by name, and no noun at the head of a sentence ("Gunmen", "Eleven people")?"""
    return actor.actor is not None or names_somebody(actor.label[:1].lower() + actor.label[1:])


def tie(a: Event, b: Event, scene: Scene) -> Tie:
    """Are two event claims tellings of one event? They are of one act, or of one kind of act."""
    if a.document == b.document and _crossing(a, b):
        return Tie(a.act == b.act and a.status == b.status and words_alike(a, b) >= ALIKE, "nearly the same words of one text")
    if a.act != b.act and a.document == b.document:
        return Tie(False, "two acts of one text")
    if _other_actors(a, b, scene.who):
        return Tie(False, "other actors")
    place_a, place_b = in_place(a), in_place(b)
    if place_a and place_b and not one_place(a, b, scene):
        return Tie(False, f"other places: {place_a} and {place_b}")
    if a.about and b.about and not a.about.widened(DAYS).overlaps(b.about):
        return _put_off(a, b, scene)
    if scene.copies(a, b) and plain(a.evidence[0].exact) == plain(b.evidence[0].exact):
        return Tie(True, "the same words in copies of one story")
    return _weigh(a, b, scene)


def _put_off(a: Event, b: Event, scene: Scene) -> Tie:
    """Dates that lie apart: of one event only where it was planned for the one, and put off, done or not done by the other."""
    told = f"{time_words(a.about)} and {time_words(b.about)}"
    apart = Tie(False, f"the dates lie apart: {told}")
    if a.about is None or b.about is None or not one_kind(a, b) or not narrow(a.about) or not narrow(b.about):
        return apart
    stages = STAGES[a.status], STAGES[b.status]
    early, late = (a, b) if (a.about.earliest or "") <= (b.about.earliest or "") else (b, a)
    moved = _is_moved(a, scene) or _is_moved(b, scene)
    outcome = stages[0] != stages[1] and STAGES[early.status] == 0
    near = a.about.widened(MONTH).overlaps(b.about)
    same = one_place(a, b, scene) and (share(a.actors, b.actors, scene.who) or share(a.recipients, b.recipients, scene.who) or words_alike(a, b) >= AT_ALL)
    if near and same and (outcome or (moved and stages == (0, 0))):
        return Tie(True, f"{'planned for' if outcome else 'moved between'} {told}, in the same place and like words ({early.status}, {late.status})")
    return apart


def _is_moved(event: Event, scene: Scene) -> bool:
    """Does its sentence say that something is put off or brought forward?"""
    document = scene.documents.get(event.document)
    if document is None:
        return False
    first, last = sentence(document, event.evidence[0].start, event.evidence[0].end)
    return bool(lexicon().events.moved & set(re.findall(r"\w+", document.text[first:last].casefold())))


def _grounds(a: Event, b: Event, scene: Scene) -> dict[str, bool]:
    """What speaks for one event; the dates, actors and places are known not to speak against it."""
    words = words_alike(a, b)
    undated = a.about is None or b.about is None
    return {
        "the same date": narrow(a.about) and narrow(b.about),
        "told within a week": undated and scene.close(a, b),
        "the same actor": share(a.actors, b.actors, scene.who),
        "the same place": one_place(a, b, scene),
        "the same counterpart": share(a.recipients, b.recipients, scene.who),
        "similar words": words >= (ALIKE_ON_A_DAY if one_day(a, b) else ALIKE),
        "nearly the same words": words >= VERY_ALIKE,
    }


def _weigh(a: Event, b: Event, scene: Scene) -> Tie:
    """Three grounds make one event, a date or much the same words among them; without a date, a place or like words told within a week."""
    grounds = _grounds(a, b, scene)
    told = [name for name, holds in grounds.items() if holds and name != "nearly the same words"]
    if not one_kind(a, b):
        alike = a.type == b.type and one_day(a, b) and grounds["the same actor"] and words_alike(a, b) >= ALIKE
        return Tie(alike, f"one kind of act, {listed(told)}" if told else "only the kind of act is the same")
    near = grounds["told within a week"]
    sure = grounds["the same date"] or grounds["nearly the same words"] or (near and (grounds["similar words"] or grounds["the same place"]))
    words = words_alike(a, b)
    if near and a.act == b.act and words >= VERY_ALIKE and scene.akin(a.document, b.document):
        return Tie(True, "the same act in nearly the same words, told within a week by reports that share names")
    there = grounds["the same place"] and ((one_day(a, b) and words >= AT_ALL) or (near and a.act == b.act and words >= ALIKE_ON_A_DAY))
    act = "the same act" if a.act == b.act else "one kind of act"
    if not near and _is_outcome(a, b, scene):
        return Tie(True, f"{act} in the same place, {a.status} and {b.status} within a month")
    return Tie((sure and len(told) >= 3) or there, f"{act}, {listed(told)}" if told else f"only {act}")


def _is_outcome(a: Event, b: Event, scene: Scene) -> bool:
    """Is the one what was planned or demanded for a day, and the other what an undated telling within a month of it says became of it?"""
    ahead, told = (a, b) if STAGES[a.status] == 0 else (b, a)
    said = scene.said(told)
    if STAGES[ahead.status] or not STAGES[told.status] or told.about or not ahead.about or not said or a.act != b.act:
        return False
    near = narrow(ahead.about) and narrow(said) and ahead.about.widened(MONTH).overlaps(said)
    return near and one_place(a, b, scene) and words_alike(a, b) >= AT_ALL


def refers_back(a: Event, b: Event, scene: Scene) -> bool:
    """May a telling that gives only the day ("the 3 May shelling") be of this event? The day and kind of act are the same, and the reports share names."""
    return one_kind(a, b) and a.about is not None and b.about is not None and a.about.overlaps(b.about) and scene.akin(a.document, b.document)


def is_bare(event: Event) -> bool:
    """Does it say of one day or week, but neither where nor who?"""
    named = any(_is_name(x) for x in (*event.actors, *event.recipients))
    time = event.about
    brief = time is not None and time.first_day is not None and time.last_day is not None and (time.last_day - time.first_day).days < CLOSE
    return brief and event.place is None and not named
