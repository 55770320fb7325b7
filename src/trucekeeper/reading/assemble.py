"""One document in, its claims out: the readers are run in order and their findings become claims with ids and attribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.language import pipeline
from trucekeeper.model.claims import (
    AnyClaim,
    Event,
    Figure,
    Place,
    PlaceMention,
    Position,
    Provision,
    Role,
    Statement,
    StatementSpans,
    TimeExpression,
    Wording,
)  # fmt: skip
from trucekeeper.model.document import Document, Evidence
from trucekeeper.model.ids import digest
from trucekeeper.reading.attribution import Voices
from trucekeeper.reading.layers import Layers, Region, layers
from trucekeeper.sources.text import outlet_line

# component -> its module; each reads the layers of those before it
READERS = {
    "truce_actors": "actors",
    "truce_published": "published",
    "truce_times": "times",
    "truce_places": "places",
    "truce_quantities": "quantities",
    "truce_statements": "statements",
    "truce_events": "events",
    "truce_figures": "figures",
    "truce_positions": "positions",
    "truce_provisions": "provisions",
    "truce_wording": "wording",
}
BATCH = 16  # documents parsed together; the result does not depend on it
ACCUSE = "ACCUSE"  # the root of acts of accusing: who denies the charge does not tell of it


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, with what the text itself tells of its date and agencies filled in, and its claims in text order."""

    document: Document
    claims: tuple[AnyClaim, ...]


class Reader:
    """Reads documents with the shipped language pipeline, or with another spaCy pipeline that has UD labels.

    Raises PipelineError for a pipeline that cannot be used.
    """

    def __init__(self, pipeline_name: str | None = None) -> None:
        self.nlp = with_readers(pipeline.load(pipeline_name))

    def read(self, document: Document) -> Reading:
        return next(self.read_all([document]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings in the order of the documents."""
        for doc in self.nlp.pipe(map(self.prepare, documents), batch_size=BATCH):
            yield reading_of(doc)

    def prepare(self, document: Document) -> Doc:
        doc = self.nlp.make_doc(document.text)
        doc._.truce = Layers(document=document)
        return doc


def with_readers(nlp: Language) -> Language:
    """Add all readers to a pipeline, in their order."""
    for component, module in READERS.items():
        import_module(f"trucekeeper.reading.{module}")
        if component not in nlp.pipe_names:
            nlp.add_pipe(component)
    return nlp


def reading_of(doc: Doc) -> Reading:
    """The claims of a Doc whose layers are filled."""
    found = layers(doc)
    document = found.document or Document(name="text", text=doc.text)
    claims = sorted(Assembly(doc, found, document).claims(), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.kind, c.id))
    return Reading(document, tuple(claims))


class Assembly:
    """Makes the claims of one document. Two claims of one kind on one span are told apart by their order in the layer."""

    def __init__(self, doc: Doc, found: Layers, document: Document) -> None:
        self.text = doc.text
        self.doc = doc
        self.found = found
        self.document = document
        self.document_id = document.id
        self.voices = Voices(found, document)
        self.taken: Counter[tuple[str, int, int]] = Counter()

    def claims(self) -> Iterator[AnyClaim]:
        """All claims but those of the line at the head that names the outlet."""
        named = outlet_line(self.text)
        start, end = (named.start, named.end) if named is not None else (0, 0)
        return (claim for claim in self.every() if not start <= claim.evidence[0].start < end)

    def every(self) -> Iterator[AnyClaim]:
        yield from self.statements()
        yield from self.events()
        yield from self.figures()
        yield from self.positions()
        yield from self.provisions()
        yield from self.roles()
        yield from self.wordings()
        yield from self.times()
        yield from self.places()

    def evidence(self, *regions: Region) -> tuple[Evidence, ...]:
        return tuple(Evidence.of(self.text, start, end) for start, end in regions)

    def claim_id(self, kind: str, region: Region) -> str:
        key = (kind, *region)
        self.taken[key] += 1
        return digest("claim", self.document_id, kind, *region, self.text[slice(*region)], self.taken[key])

    def place(self, index: int | None) -> Place | None:
        if index is None:
            return None
        place = self.found.places[index]
        return Place(place.name, place.lat, place.lon, place.geonames)

    def statements(self) -> Iterator[Statement]:
        for item in self.found.statements:
            attribution, said = self.voices.of_statement(item)
            yield Statement(
                id=self.claim_id("statement", item.region), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence(item.region, *item.content, *item.cue, *item.source, *item.phrases), speaker=item.speaker, addressee=item.addressee,
                content=" ".join(self.text[s:e] for s, e in item.content), mode=item.mode, act=item.act, run_on=item.run_on,
                said_in=self.place(item.place), venue=" ".join(self.text[slice(*item.venue)].split()) if item.venue else None,
                spans=StatementSpans(self.evidence(*item.source), self.evidence(*item.cue), self.evidence(*item.content)),
            )  # fmt: skip

    def events(self) -> Iterator[Event]:
        for item in self.found.events:
            if item.type == ACCUSE:
                attribution, said = self.voices.of_charge(item.trigger, item.recipients, hedge=item.hedge)
            else:
                attribution, said = self.voices.of(item.trigger, hedge=item.hedge)
            yield Event(
                id=self.claim_id("event", item.spans[0]), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence(*item.spans), trigger=Evidence.of(self.text, *item.trigger), about=item.about, place=self.place(item.place),
                act=item.act, type=item.type, mode=item.mode, plover=item.plover, status=item.status, actors=item.actors, recipients=item.recipients,
            )  # fmt: skip

    def figures(self) -> Iterator[Figure]:
        ids = [self.claim_id("figure", item.spans[0]) for item in self.found.figures]
        for own_id, item in zip(ids, self.found.figures, strict=True):
            attribution, said = self.voices.of(item.spans[0], hedge=item.hedge, source=item.source, cue=item.cue)
            yield Figure(
                id=own_id, document=self.document_id, attribution=attribution, said=said, confidence=item.confidence, evidence=self.evidence(*item.spans),
                about=item.about, place=self.place(item.place), measure=item.measure, of=item.of, value=item.value, low=item.low, high=item.high,
                bound=item.bound, unit=item.unit, party=item.party, since=item.since, part_of=ids[item.part_of] if item.part_of is not None else None,
                counting=item.counting, status=item.status, told_as=item.told_as,
            )  # fmt: skip

    def positions(self) -> Iterator[Position]:
        for item in self.found.positions:
            attribution, said = self.voices.of_position(item.content, item.party)
            yield Position(
                id=self.claim_id("position", item.spans[0]), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence(*item.spans), party=item.party, issue=item.issue, stance=item.stance, content=self.text[slice(*item.content)],
                toward=item.toward, partial=item.partial, ended=item.ended or None,
            )  # fmt: skip

    def provisions(self) -> Iterator[Provision]:
        for item in self.found.provisions:
            attribution, said = self.voices.of(item.spans[0])
            yield Provision(
                id=self.claim_id("provision", item.spans[0]), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence(*item.spans), agreement=item.agreement, phase=item.phase, clause=item.clause, issue=item.issue,
                obligors=item.obligors, action=item.action, beneficiaries=item.beneficiaries, quantity=item.quantity, due=item.due, anchor=item.anchor,
                conditions=item.conditions, exceptions=item.exceptions, in_return_for=item.in_return_for, standing=item.standing, proposer=item.proposer,
            )  # fmt: skip

    def roles(self) -> Iterator[Role]:
        from trucekeeper.reading.actors import roles

        for item in roles(self.doc):
            entity = self.found.entities[item.person]
            attribution, said = self.voices.of(item.spans[0])
            mention = next((m for m in self.found.mentions if m.entity == item.person), None)
            person = self.voices.actor(entity, mention.text if mention else entity.name)
            body = next((e for e in self.found.entities if item.of and e.name == item.of and e.kind != "person"), None)
            yield Role(
                id=self.claim_id("role", item.spans[0]), document=self.document_id, attribution=attribution, said=said, evidence=self.evidence(*item.spans),
                person=person, title=item.title, of=item.of, about=item.held, tenure=item.tenure, confidence=0.8,
                body=self.voices.actor(body, body.name) if body is not None else None,
            )  # fmt: skip

    def wordings(self) -> Iterator[Wording]:
        for item in self.found.wordings:
            region = (item.start, item.end)
            # a number may be the ministry's and the adjective beside it the outlet's: a term is a speaker's only where the reader says so
            attribution, said = self.voices.of(region) if item.by else self.voices.of_outlet()
            yield Wording(
                id=self.claim_id("wording", (item.start, item.end)), document=self.document_id, attribution=attribution, said=said,
                evidence=self.evidence((item.start, item.end)), term=item.term, referent=item.referent, by=item.by or self.voices.outlet,
                neutral=item.neutral, confidence=item.confidence,
            )  # fmt: skip

    def times(self) -> Iterator[TimeExpression]:
        for item in self.found.times:
            attribution, said = self.voices.of((item.start, item.end))
            yield TimeExpression(
                id=self.claim_id("time", (item.start, item.end)), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence((item.start, item.end)), about=replace(item.time, text=self.text[item.start : item.end]), timex=item.timex,
                anchor=item.anchor, reason=item.reason,
            )  # fmt: skip

    def places(self) -> Iterator[PlaceMention]:
        for index, item in enumerate(self.found.places):
            attribution, said = self.voices.of((item.start, item.end))
            yield PlaceMention(
                id=self.claim_id("place", (item.start, item.end)), document=self.document_id, attribution=attribution, said=said, confidence=item.confidence,
                evidence=self.evidence((item.start, item.end)), place=self.place(index), name=item.name, lat=item.lat, lon=item.lon,
                geonames=item.geonames, country=item.country, type=item.type, metonym=item.metonym,
            )  # fmt: skip
