"""What binds event claims together: ties between two tellings, what an attack did in its own sentence, and words that only point back ("the attack").

Bonds are taken by weight, the strongest first, and none that would bring two tellings under one event of which something told cannot be of one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trucekeeper.model.claims import Event
from trucekeeper.weighing.chief import are_two, one_chief
from trucekeeper.weighing.grounds import DAYS, PAGE, crossing, one_verb
from trucekeeper.weighing.kinds import is_hostile, kinds_of, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import stem, stems
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.placed import in_place, other_places
from trucekeeper.weighing.references import is_bare, is_floating, is_introduced, is_open, may_be_of_one_target, may_mean, refers_back
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.ties import ENOUGH, each_side, tie

WINDOW = 60  # events of one act compared with each one, in time order
BESIDE = 12  # characters between a noun and its verb ("strike on Monday hit")
BETWEEN = 3  # characters between two sentences that follow each other
NEAR = 500  # characters from an act to a sentence that goes on about it
WHERE = re.compile(r", where\b")
SUCH = re.compile(r"(?:the|an?) (?:\w+ ){0,2}such\b", re.IGNORECASE)
TORN = 0.1  # share of the pairs of tellings of two texts that may speak against one event
FULL = 60  # tellings of one event that a new bond is checked against


@dataclass(frozen=True, slots=True)
class Bond:
    """Two event claims by id, and why they are of one event."""

    first: str
    second: str
    weight: float
    reason: str

    @property
    def order(self) -> tuple[float, str, str]:
        return -self.weight, self.first, self.second


def bonds(by_id: Mapping[str, Event], scene: Scene) -> list[Bond]:
    """All bonds, the strongest first; the same for any order of the events."""
    found: dict[tuple[str, str], Bond] = {}
    for block in _blocks(by_id.values(), scene):
        for i, a in enumerate(block):
            for b in block[i + 1 : i + 1 + WINDOW]:
                first, second = sorted((a.id, b.id))
                if (first, second) not in found and (made := tie(a, b, scene)).same:
                    found[(first, second)] = Bond(first, second, made.weight, made.reason)
    for bond in _in_one_text(by_id.values(), scene):
        found.setdefault((bond.first, bond.second), bond)
    return sorted(found.values(), key=lambda b: b.order)


def _blocks(events: Iterable[Event], scene: Scene) -> Iterator[list[Event]]:
    """Events worth comparing: of one act or kind of act, or of one PLOVER root or one verb and one day."""
    held: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        for kind in kinds_of(event):
            held[("act", kind)].append(event)
        when = scene.when(event)
        day = when.known_day if when else None
        if day:
            held[("day", event.type, day.isoformat())].append(event)
            if event.trigger is not None:
                held[("verb", *stems(event.trigger.exact)[:1], day.isoformat())].append(event)
    for _, block in sorted(held.items()):
        yield sorted(block, key=lambda e: (_when(e, scene), e.id))


def _when(event: Event, scene: Scene) -> str:
    """Its day, or the report's."""
    own = scene.when(event)
    time = own if own and (own.earliest or own.latest) else scene.said(event)
    return (time.earliest or time.latest or "") if time else ""


def _in_one_text(events: Iterable[Event], scene: Scene) -> Iterator[Bond]:
    """Bonds that only the run of one text makes."""
    by_text: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_text[event.document].append(event)
    for _, held in sorted(by_text.items()):
        held.sort(key=lambda e: (e.evidence[0].start, e.id))
        for index, event in enumerate(held):
            yield from _effect(event, held, scene)
            yield from _subject(event, held)
            yield from _back(event, held[:index], scene)


def _bond(a: Event, b: Event, reason: str) -> Bond:
    first, second = sorted((a.id, b.id))
    return Bond(first, second, 2 * ENOUGH, reason)


def _effect(event: Event, held: list[Event], scene: Scene) -> Iterator[Bond]:
    """What harm was done, with the nearest attack of its sentence; both told as done, and nothing against it."""
    if event.act not in HARM or event.status != "happened" or (event.act == "destroy" and " " not in event.evidence[0].exact):
        return  # ("bombings and sabotage")
    attacks = [e for e in held if e.act not in HARM and is_hostile(e) and e.status == "happened"]
    here = (e for e in attacks if scene.told(e).sentence == scene.told(event).sentence and scene.told(e).spell == scene.told(event).spell)
    near = [e for e in here if _fit(event, e, scene) and not _is_background(e, event, scene)]
    if near:
        cause = min(near, key=lambda e: (abs(e.evidence[0].start - event.evidence[0].start), e.id))
        yield _bond(event, cause, "what the attack did, told in one sentence with it")


def _is_background(attack: Event, harm: Event, scene: Scene) -> bool:
    """ "They were shot in Omar, where the army has fought for weeks": does a clause on the place tell of the attack?"""
    document = scene.documents.get(harm.document)
    first, last = sorted((attack, harm), key=lambda e: (e.trigger or e.evidence[0]).start)
    return document is not None and WHERE.search(document.text, (first.trigger or first.evidence[0]).end, (last.trigger or last.evidence[0]).start) is not None


def _subject(event: Event, held: list[Event]) -> Iterator[Bond]:
    """An attack that is the subject of its own verb: "A drone strike" and "A drone strike hit a car"."""
    if event.act in HARM or not is_hostile(event) or event.trigger is None:
        return
    for other in held:
        ahead = other.trigger is not None and 0 < event.trigger.start - other.trigger.end <= BESIDE
        if ahead and other.act not in HARM and is_hostile(other) and other.status == event.status and event.evidence[0].covers(other.evidence[0]):
            yield _bond(event, other, "the attack and what it is said to have hit")


def _fit(a: Event, b: Event, scene: Scene) -> bool:
    """Does neither the day nor the place speak against one event?"""
    first, second = scene.when(a), scene.when(b)
    if first and second and not first.overlaps(second):
        return False
    return not other_places(a, b, scene)


def _back(event: Event, before: list[Event], scene: Scene) -> Iterator[Bond]:
    """ "The attack", "the accord was reached": the nearest act of its kind that the text told before; of "the first such attack" the one in its sentence."""
    told = scene.told(event)
    such = SUCH.match(event.evidence[0].exact) is not None
    again = not such and told.definite and (not event.actors or is_hostile(event))
    open_ = ("happened", "denied", "planned") if told.points_back else ("happened", "denied")
    if not (told.points_back or again or such) or event.status not in open_ or event.act in HARM:
        return
    reach = PAGE if told.points_back else NEAR
    near = list(reversed([e for e in before if event.evidence[0].start - e.evidence[0].start <= reach]))
    for earlier in sorted(near, key=lambda e: (_is_one_more(e, event, scene), told.points_back and not _has_its_noun(e, event))):
        if not _is_told_before(event, earlier, before, scene, within=such) or (again and not told.points_back and not _goes_on(event, earlier, scene)):
            continue
        if such and scene.told(earlier).sentence != told.sentence:
            return
        if _fit(event, earlier, scene) and not (tie(event, earlier, scene).apart and not each_side(event, earlier, scene)):
            word = (event.trigger or event.evidence[0]).exact.rsplit(" ", 1)[-1]
            yield _bond(
                event, earlier, f"“the {word}” is what the text told before" if told.points_back or such else "it goes on about what the text told before"
            )
        return


def _is_one_more(earlier: Event, event: Event, scene: Scene) -> bool:
    """Was it told in another paragraph as one more ("Another mill was shelled too"), and so is not what a text is about?"""
    document = scene.documents.get(earlier.document)
    if document is None or earlier.trigger is None or "\n" not in document.text[earlier.evidence[0].end : event.evidence[0].start]:
        return scene.told(earlier).one_more
    first = scene.told(earlier).sentence[0]
    return bool(lexicon().events.further & set(plain(document.text[first : earlier.trigger.start]).split()))


def _has_its_noun(earlier: Event, event: Event) -> bool:
    """Was it told by the same noun or verb ("the strikes" after "a series of airstrikes")? It is meant before all others of its kind."""
    if event.trigger is None or earlier.trigger is None:
        return False
    own = stem(plain(event.trigger.exact.split(" of ")[0].rsplit(" ", 1)[-1]))
    return any(w.endswith(own) for w in stems(earlier.trigger.exact))


def _goes_on(event: Event, earlier: Event, scene: Scene) -> bool:
    """May a clause on what is known ("the men were seized on Tuesday") go on about an act told before, of which no other day is told? An act by another
    name only in the sentence right before."""
    if scene.told(event).when is not None and scene.when(earlier) is not None:
        return False
    own, before = scene.told(event).sentence, scene.told(earlier).sentence
    return event.act == earlier.act or is_hostile(event) or (scene.told(event).when is not None and 0 <= own[0] - before[1] <= BETWEEN)


def _is_told_before(event: Event, earlier: Event, before: list[Event], scene: Scene, *, within: bool) -> bool:
    """Is it an act of one kind, as having taken place? The harm done stands for an attack only where its sentence tells of none.

    Its words may hold those of the event only of what is told `within` them ("fired rockets, the first such attack in months").
    """
    stages = ("planned", "denied") if event.status == "planned" else ("happened", "ongoing", "denied")  # "the handover has been put off to Friday"
    if not one_kind(event, earlier) or earlier.status not in stages or (crossing(event, earlier) and not within):
        return False
    if earlier.act not in HARM:
        return True
    own = scene.told(earlier).sentence
    told = scene.told(event)
    if not told.points_back and told.when is not None and event.act != earlier.act:
        return False  # "the clashes began on 26 July"
    return (told.definite or told.points_back) and not any(is_hostile(e) and e.act not in HARM and scene.told(e).sentence == own for e in before)


def grouped(by_id: Mapping[str, Event], found: Iterable[Bond], scene: Scene) -> tuple[list[list[str]], dict[str, list[Bond]]]:
    """Groups of tellings, each sorted, and by the first of each the bonds within it."""
    home = {key: key for key in by_id}
    members = {key: [key] for key in by_id}
    taken: list[Bond] = []
    for bond in found:
        a, b = home[bond.first], home[bond.second]
        if a == b or not _torn(members[a], members[b], by_id, scene):
            _merge(a, b, home, members)
            taken.append(bond)
    for a, b, weight, reason in sorted(one_chief(by_id, members, scene)):
        first, second = ([by_id[x] for x in members[home[i]][:FULL]] for i in (a, b))
        if home[a] != home[b] and not are_two(first, second, scene):
            _merge(home[a], home[b], home, members)
            taken.append(Bond(a, b, weight, reason))
    for bond in _references(by_id, members, scene):
        _merge(home[bond.first], home[bond.second], home, members)
        taken.append(bond)
    held: dict[str, list[Bond]] = defaultdict(list)
    for bond in taken:
        held[min(members[home[bond.first]])].append(bond)
    return sorted(sorted(group) for group in members.values()), held


def _merge(a: str, b: str, home: dict[str, str], members: dict[str, list[str]]) -> None:
    keep, gone = sorted((a, b))
    if keep != gone:
        for key in members[gone]:
            home[key] = keep
        members[keep].extend(members.pop(gone))


def _torn(first: list[str], second: list[str], by_id: Mapping[str, Event], scene: Scene) -> bool:
    """Would two tellings come under one event of which day, place or actors cannot be of one? What one text tells apart stays apart; of two texts one in
    many tellings may have been misread."""
    pairs = [(by_id[a], by_id[b]) for a in first[:FULL] for b in second[:FULL]]
    apart = [a.document == b.document for a, b in pairs if (_other_days(a, b, scene) if crossing(a, b) else tie(a, b, scene).apart)]
    return any(apart) or len(apart) > TORN * len(pairs)


def _other_days(a: Event, b: Event, scene: Scene) -> bool:
    first, second = scene.when(a), scene.when(b)
    return first is not None and second is not None and not first.widened(DAYS).overlaps(second)


def _references(by_id: Mapping[str, Event], members: Mapping[str, list[str]], scene: Scene) -> list[Bond]:
    """Tellings that give only a day, and those that speak of something known without one, each (with the harm told beside it) with the one event that they
    can mean; where several can be meant, none is."""
    parted = sorted(sorted(group) for group in members.values())
    full: dict[str, list[list[str]]] = defaultdict(list)
    pointing = []
    for group in parted:
        if head := _pointer([by_id[i] for i in group], scene):
            pointing.append((head, group))
        else:
            for kind in {k for i in group for k in kinds_of(by_id[i])}:
                full[kind].append(group)
    made = []
    for head, group in pointing:
        by_day = is_bare(head)
        if by_day and is_introduced(head, scene):
            continue
        floating = not by_day and is_floating(head, scene)
        means = refers_back if by_day else may_be_of_one_target if floating else may_mean
        among = [g for kind in kinds_of(head) for g in full[kind] if _may_be_meant(head, g, means, by_id, scene)]
        meant = [g for n, g in enumerate(among) if g not in among[:n]]
        if len(meant) > 1 and not scene.told(head).points_back:
            meant = [g for g in meant if any(one_verb(head, by_id[i]) for i in g)]  # "was initialled", where another was signed
        if len(meant) == 1 and not _torn(group, meant[0], by_id, scene):
            reason = (
                "the only event of that day and kind in reports that share names"
                if by_day
                else "the only attack on such a target that reports of the week tell"
                if floating
                else "the only event of its kind that reports among the same names tell"
            )
            made.append(Bond(head.id, meant[0][0], 0.0, reason))
    return made


def _may_be_meant(head: Event, group: Sequence[str], means: Callable[[Event, Event, Scene], bool], by_id: Mapping[str, Event], scene: Scene) -> bool:
    """Can one of the tellings be what a pointing one means? Not those in whose own words it stands ("those captured in the 9 May attack")."""
    return any(means(head, by_id[i], scene) for i in group) and not any(crossing(head, by_id[i]) for i in group)


def _pointer(group: Sequence[Event], scene: Scene) -> Event | None:
    """The telling that only points to an event, of a group that tells nothing else: in one text, with no more beside it than the harm that was done."""
    heads = [e for e in group if is_bare(e) or is_open(e, scene) or is_floating(e, scene)]
    others = [e for e in group if e not in heads]
    alone = all(e.act in HARM and in_place(e) is None and e.about is None for e in others)
    return heads[0] if heads and alone and len({e.document for e in group}) == 1 else None
