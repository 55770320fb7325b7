"""What is known beside two event claims when they are compared: who is who, the documents, which run one story, and what the words of each tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from trucekeeper.model.claims import Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.tellings import Telling, telling_of

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
    _told: dict[str, tuple[Event, Telling]] = field(default_factory=dict, compare=False, repr=False)

    def copies(self, a: Event, b: Event) -> bool:
        return a.document != b.document and b.document in self.stories.get(a.document, ())

    def repeats(self, a: Event, b: Event) -> bool:
        """Are they told in the same words in copies of one story?"""
        return self.copies(a, b) and plain(a.evidence[0].exact) == plain(b.evidence[0].exact)

    def said(self, event: Event) -> Time | None:
        """When it was told: by its report, or before that where the report says when somebody said it ("in November he said that they had agreed")."""
        document = self.documents.get(event.document)
        told = document.said if document else None
        own, begins = event.said.last_day if event.said else None, told.first_day if told else None
        return event.said if own is not None and begins is not None and (begins - own).days > CLOSE else told

    def told(self, event: Event) -> Telling:
        """What its words tell, worked out once for each event; one that is tried out with another date or actor is looked at anew."""
        kept = self._told.get(event.id)
        if kept is None:
            kept = self._told[event.id] = (event, telling_of(event, self.documents.get(event.document)))
        return kept[1] if kept[0] is event else telling_of(event, self.documents.get(event.document))

    def when(self, event: Event) -> Time | None:
        """Its time, or the day that its words name."""
        return self.told(event).when

    def close(self, a: Event, b: Event) -> bool:
        """Were both told within a week, in different stories; or, where one is dated, was the other told within a week of that?"""
        if b.document in self.stories.get(a.document, (a.document,)):
            return False
        first, second = (self._told_of(e) if self.when(other) is None else self.said(e) for e, other in ((a, b), (b, a)))
        return first is not None and second is not None and narrow(first) and narrow(second) and first.widened(CLOSE).overlaps(second)

    def _told_of(self, event: Event) -> Time | None:
        """When others may be expected to tell of it: on its day, of a plan while it is made."""
        return (self.when(event) if STAGES[event.status] else None) or self.said(event)

    def within(self, a: Event, b: Event, days: int = MONTH) -> bool:
        """Does anything that dates the one, or its telling, lie within so many days of what dates the other?"""
        first, second = ([t for t in (self.when(e), self.said(e)) if t is not None and narrow(t)] for e in (a, b))
        return any(x.widened(days).overlaps(y) for x in first for y in second)

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


def narrow(time: Time | None) -> bool:
    if time is None or time.first_day is None or time.last_day is None:
        return False
    return (time.last_day - time.first_day).days <= LONG
