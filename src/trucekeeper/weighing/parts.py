"""The part of a record that a view shows, weighed: bounded however large the record is, and all of it where it is small enough.

What needs the whole record - copies, stories, names - comes from what was kept when documents arrived (`keeping`); the rest is worked out of the part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from trucekeeper.model.claims import Claim, Event, Figure, Position
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.record import Asked, Record, Stub
from trucekeeper.weighing.keeping import keep_up
from trucekeeper.weighing.kept_copies import kept_copies, stories_beside
from trucekeeper.weighing.kept_names import kept_naming
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.weighed import Aside, Extent, Weighed, arranged

KINDS = ("statement", "event", "figure", "provision", "position", "role")
MENTIONS = ("wording", "time", "place")  # shown where they stand, and weighed only where a record is taken whole
WHOLE = 6000  # claims of a record that is weighed as a whole
ROOM = 2000  # claims of reports that are weighed where the record is larger
WALK = 20  # batches of reports that are looked at for a view, most of them copies
TERMS = 200  # agreed terms of older reports
EARLIER = 4  # earlier positions of one party on one issue
FOUND = 120  # reports that a question by words takes in
DAYS = 30  # of events, for which other reports of the same days are taken in,
SAME_DAY = 40  # so many a day
LAST_DAY = "9999-12-31"


@dataclass
class Part:
    """Documents to be weighed with all their claims, and single claims of others; `whole` where nothing is left out, `room` for so many claims more."""

    whole: bool
    until: str = LAST_DAY
    stubs: dict[int, Stub] = field(default_factory=dict)
    single: list[tuple[int, Claim]] = field(default_factory=list)
    room: int = field(default_factory=lambda: ROOM)

    def add(self, stubs: Iterable[Stub]) -> None:
        self.stubs.update((s.no, s) for s in stubs)


def newest_part(record: Record, until: date | None = None) -> Weighed:
    """The newest reports up to a day, one of each story, with older terms and earlier positions."""
    keep_up(record)
    with record.asking() as asked:
        part = _part(asked, until.isoformat() if until else LAST_DAY)
        if not part.whole:
            for batch in _some(asked, part):
                if not _take(asked, part, batch):
                    break
            part.single.extend(asked.terms(part.until, TERMS))
        return _weighed(record, asked, part)


def part_with_words(record: Record, words: str, kind: str | None = None) -> Weighed:
    """The newest reports with claims (of a kind) that have all these words; where no kind is asked for, with texts that have them."""
    keep_up(record)
    with record.asking() as asked:
        part = _part(asked)
        if not part.whole:
            numbers = asked.with_words(words, kind, FOUND * 4)
            if kind is None:
                numbers = sorted({*numbers, *asked.texts_with_words(words, FOUND)}, reverse=True)
            part.add(asked.stubs(numbers[:FOUND]))
        return _weighed(record, asked, part)


def part_of_days(record: Record, first: date | None, last: date | None) -> Weighed:
    """The reports that tell of the latest events of these days, both included."""
    keep_up(record)
    with record.asking() as asked:
        part = _part(asked)
        if not part.whole:
            numbers = asked.events_of(first.isoformat() if first else "", last.isoformat() if last else LAST_DAY, FOUND * 4)
            part.add(asked.stubs(numbers[:FOUND]))
        return _weighed(record, asked, part)


def part_around(record: Record, asked: Asked, coming: Iterable[Stub]) -> Weighed:
    """Some documents, as many as there is room for, and beside them those that tell of the same days or give the same measures.

    The record has been kept up (`keep_up`) before it is asked.
    """
    part = _part(asked)
    if not part.whole:
        _take(asked, part, coming)
        part.room = ROOM
        numbers = _beside(asked, asked.claims(part.stubs.values(), ("event", "figure")))
        _take(asked, part, asked.stubs(sorted(numbers - set(part.stubs), reverse=True)[:FOUND]))
    return _weighed(record, asked, part)


def _beside(asked: Asked, claims: Iterable[Claim]) -> set[int]:
    """Numbers of documents with events of the same days, or with the newest figures of the same measures."""
    held = list(claims)
    days = {d.isoformat() for c in held if isinstance(c, Event) and c.about and (d := c.about.known_day)}
    measures = {c.measure for c in held if isinstance(c, Figure) and c.measure.replace("_", " ") in lexicon().figures.compared}
    found = {no for day in sorted(days, reverse=True)[:DAYS] for no in asked.events_of(day, day, SAME_DAY)}
    return found | {no for measure in measures for no in asked.figures_of(measure, FOUND)}


def _part(asked: Asked, until: str = LAST_DAY) -> Part:
    """All documents up to a day where the record is small, otherwise none yet."""
    part = Part(whole=asked.total("claims") <= WHOLE, until=until)
    if part.whole:
        for batch in asked.newest(until):
            part.add(batch)
    return part


def _some(asked: Asked, part: Part) -> Iterable[list[Stub]]:
    """Batches of the newest reports, each without those that run a story which is there already."""
    seen: set[int] = set()
    for number, batch in enumerate(asked.newest(part.until)):
        if number == WALK:
            return
        yield stories_beside(asked, batch, seen)


def _take(asked: Asked, part: Part, coming: Iterable[Stub]) -> bool:
    """Reports as long as there is room for their claims, one at least; whether there is room for more."""
    held = list(coming)
    counts = asked.count_claims(held, KINDS)
    for stub in held:
        part.room -= counts.get(stub.id, 0)
        if part.room < 0 and part.stubs:
            return False
        part.add([stub])
    return True


def _weighed(record: Record, asked: Asked, part: Part) -> Weighed:
    judgements = list(record.judgements())
    claims = {c.id: c for c in asked.claims(part.stubs.values(), (*KINDS, *MENTIONS) if part.whole else KINDS)}
    numbers = set(part.stubs)
    if not part.whole:
        for no, claim in (*part.single, *_earlier(asked, claims.values(), part.until)):
            claims.setdefault(claim.id, claim)
            numbers.add(no)
    documents = asked.documents(numbers)
    return _made(asked, part, documents, claims.values(), judgements)


def _earlier(asked: Asked, claims: Iterable[Claim], until: str) -> Iterable[tuple[int, Claim]]:
    """What the parties of the newest positions said on the same issues before."""
    pairs = {(p.party.key if p.party else None, p.issue) for p in claims if isinstance(p, Position)}
    for party, issue in sorted(pairs, key=lambda pair: (pair[0] or "", pair[1])):
        yield from asked.positions(party, issue, until, EARLIER)


def _made(asked: Asked, part: Part, documents: list[Document], claims: Iterable[Claim], judgements: list[Judgement]) -> Weighed:
    held, judged, decided = arranged(documents, claims, judgements)
    found, stories = kept_copies(asked, part.stubs, part.until)  # of single terms and positions nobody counts the sources
    days = [s.day for s in part.stubs.values() if s.day]
    extent = Extent(part.whole, asked.total("documents"), asked.total("claims"), len(part.stubs), min(days, default=None))
    return Weighed(held, judged, decided, Aside(kept_naming(asked, judged, decided, documents), found, stories, extent))
