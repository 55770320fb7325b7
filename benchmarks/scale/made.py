"""An archive of invented reports with the repetition of real ones: stories run by one to forty outlets, names and measures that come back day after day.

Each report has some twenty claims on its own words, as a reader would give them. The same number of the same archive is the same report on any machine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from trucekeeper.model.claims import Actor, Attribution, Claim, Event, Figure, Place, PlaceMention, Position, Statement, TimeExpression
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time, Timex

FIRST = date(2022, 1, 1)
DAYS = 1096
SYLLABLES = tuple(re.findall("..", "bakelominurasetodafegolipusihavotemadoniazorelum"))
NOTICE = "This story was written with the help of agencies and will be updated by our desk as more becomes known in the course of the day."
ISSUES = ("ceasefire", "withdrawal", "prisoners", "aid", "borders", "elections", "disarmament", "return")
MEASURES = [("killed", "people"), ("wounded", "people"), ("displaced", "families"), ("held", "hostages"), ("released", "prisoners"), ("trucks", "trucks")]
ACTS = [("meet", "CONSULT"), ("shell", "ASSAULT"), ("release", "CONCEDE"), ("deliver aid", "AID"), ("withdraw", "RETREAT"), ("protest", "PROTEST")]
STANCES = ["demands", "offers", "accepts", "rejects"]
SAYS = ["said", "told reporters", "announced", "warned", "insisted"]


def word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3)))


def name(rng: random.Random) -> str:
    return f"{word(rng).capitalize()} {word(rng).capitalize()}"


@dataclass(frozen=True)
class Conflict:
    parties: tuple[Actor, ...]
    people: tuple[Actor, ...]
    places: tuple[Place, ...]


def conflicts(count: int = 24) -> list[Conflict]:
    rng = random.Random(11)
    made = []
    for number in range(count):
        named = [f"{word(rng).capitalize()} {kind}" for kind in ("Government", "Front", "Army")]
        parties = tuple(Actor(n, f"~party-{number}-{i}", n) for i, n in enumerate(named))
        people = tuple(Actor(n.split()[-1], None, n) for n in (name(rng) for _ in range(60)))
        towns = (f"{word(rng).capitalize()}{word(rng)}" for _ in range(40))
        places = tuple(Place(town, round(rng.uniform(-40, 60), 3), round(rng.uniform(-80, 120), 3)) for town in towns)
        made.append(Conflict(parties, people, places))
    return made


OUTLETS = [f"{name(random.Random(n))} Post" for n in range(400)]
CONFLICTS = conflicts()
FILLER = [word(random.Random(n)) for n in range(6000)]


@dataclass(frozen=True, eq=False)
class Told:
    """What a sentence claims: the kind, the words and the fields of the claim, the same in every report that carries the sentence. `by` is who says it."""

    kind: str
    words: str
    fields: dict[str, object]
    by: Actor | None = None

    def claim(self, id_: str, document: str, start: int, outlet: Actor, said: Time | None) -> Claim:
        """As a report of an outlet has it, with the words beginning at `start`."""
        return KINDS[self.kind](
            id=id_,
            document=document,
            evidence=(Evidence(start, start + len(self.words), self.words),),
            attribution=Attribution((outlet, self.by), "indirect", "said") if self.by else Attribution((outlet,)),
            said=said,
            confidence=0.8,
            **self.fields,  # type: ignore[arg-type]
        )


@dataclass(frozen=True)
class Said:
    """A sentence and what is claimed in it."""

    text: str
    claims: tuple[Told, ...]


def sentence(rng: random.Random, conflict: Conflict, day: date) -> Said:
    """One of four kinds of sentence, with two to four claims."""
    who, other = rng.sample(conflict.parties, 2)
    person, place = rng.choice(conflict.people), rng.choice(conflict.places)
    when = day - timedelta(rng.choice((0, 0, 1, 1, 2, 3, 30)))
    tail = " ".join(rng.choice(FILLER) for _ in range(rng.randint(8, 18)))
    about = Time.on(when)
    mention = Told("time", str(when), {"about": about, "timex": Timex("DATE", str(when))})
    at = Told("place", place.name, {"name": place.name, "lat": place.lat, "lon": place.lon})
    kind = rng.randrange(4)
    if kind == 0:
        (measure, of), value = rng.choice(MEASURES), rng.choice((rng.randint(2, 40), rng.randint(100, 900), rng.randint(1000, 60000)))
        figure = f"{value} {of} {measure}"
        fields = {"measure": measure, "of": of, "value": float(value), "low": float(value), "high": float(value), "place": place, "about": about}
        said = f"{figure} in {place.name} on {when}"
        text = f"{person.resolved} {rng.choice(SAYS)} {said}, {tail}."
        return Said(text, (Told("figure", figure, fields, person), Told("statement", said, {"speaker": person, "content": said}, person), mention, at))
    if kind == 1:
        act, root = rng.choice(ACTS)
        status = rng.choice(("happened", "happened", "happened", "planned", "denied"))
        words = f"{who.name} {act} {other.name} in {place.name} on {when}"
        fields = {"act": act, "type": root, "actors": (who,), "recipients": (other,), "status": status, "place": place, "about": about}
        return Said(f"{words}, {tail}.", (Told("event", words, fields), mention, at))
    if kind == 2:
        words = f"an end to {rng.choice(FILLER)} {rng.choice(FILLER)} in {place.name}"
        fields = {"party": who, "issue": rng.choice(ISSUES), "stance": rng.choice(STANCES), "content": words}
        text = f"{who.name} wants {words}, {person.resolved} {rng.choice(SAYS)}, {tail}."
        told = Told("statement", f"{who.name} wants {words}", {"speaker": person, "content": words}, person)
        return Said(text, (Told("position", words, fields, person), told, at))
    words = f"{tail} in {place.name}"
    fields = {"speaker": person, "content": words, "mode": "direct"}
    return Said(f"“{words},” {person.resolved} {rng.choice(SAYS)}.", (Told("statement", words, fields, person), at))


@dataclass(frozen=True)
class Story:
    day: date
    conflict: Conflict
    copies: int
    rng: random.Random  # for its lines


def story(number: int) -> Story:
    rng = random.Random(number * 7919 + 3)
    conflict = CONFLICTS[min(int(rng.expovariate(0.25)), len(CONFLICTS) - 1)]
    day = FIRST + timedelta(rng.randrange(DAYS))
    copies = 1 if rng.random() < 0.55 else rng.randint(2, 6) if rng.random() < 0.75 else rng.randint(7, 40)
    return Story(day, conflict, copies, rng)


def versions(number: int) -> Iterator[tuple[Document, list[Said]]]:
    """The story as each outlet runs it, with its sentences: whole, with another lead, or cut; a third with a standing notice."""
    made = story(number)
    told = tuple(sentence(made.rng, made.conflict, made.day) for _ in range(made.rng.randint(5, 9)))
    rng = random.Random(number)
    for outlet in rng.sample(OUTLETS, made.copies):
        lines = list(told)
        if rng.random() < 0.3:
            lines = lines[: max(3, len(lines) - rng.randint(1, 3))]
        if rng.random() < 0.4:
            lines = [Said(" ".join(rng.choice(FILLER) for _ in range(14)).capitalize() + ".", ()), *lines]
        tail = [NOTICE] if rng.random() < 0.33 else []
        published = made.day + timedelta(rng.choice((0, 0, 0, 1)))
        text = "\n".join([*(line.text for line in lines), *tail])
        document = Document(name=digest(outlet, number), text=text, outlet=outlet, published=published.isoformat(), title=lines[0].text[:60])
        yield document, lines


KINDS: dict[str, type[Claim]] = {
    "figure": Figure, "statement": Statement, "event": Event, "position": Position, "time": TimeExpression, "place": PlaceMention,
}  # fmt: skip


def placed(document: Document, lines: list[Said]) -> Iterator[tuple[Told, int, str]]:
    """What the sentences of a report claim, each with where its words begin and the id of the claim."""
    start, own = 0, document.id
    for line in lines:
        for told in line.claims:
            at = document.text.index(told.words, start)
            yield told, at, digest(told.kind, own, at, told.words)
        start += len(line.text) + 1


def claims_of(document: Document, lines: list[Said]) -> list[Claim]:
    outlet = Actor(document.outlet or "")
    return [told.claim(id_, document.id, at, outlet, document.said) for told, at, id_ in placed(document, lines)]


def stories(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """The stories with reports first to last (the last not included): the number of each, and where of its reports those begin and end."""
    number, begin = 0, 0
    while begin < last:
        copies = story(number).copies
        if begin + copies > first:
            yield number, max(0, first - begin), min(copies, last - begin)
        number, begin = number + 1, begin + copies


def archive(last: int, first: int = 0) -> Iterator[tuple[Document, list[Claim]]]:
    """Reports first to last (the last not included), in no order of time."""
    for number, begin, end in stories(first, last):
        yield from ((document, claims_of(document, lines)) for document, lines in islice(versions(number), begin, end))
