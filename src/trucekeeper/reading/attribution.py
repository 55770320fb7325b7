"""Who answers for what: every finding inside what somebody said is that somebody's claim, along the whole chain from the outlet inward."""

from __future__ import annotations

from collections.abc import Iterable

from trucekeeper.model.claims import Actor, Attribution
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import Entity, Layers, Region, StatementFound, covering, inside

UNNAMED_OUTLET = Actor("(outlet)")  # the report's own voice where nobody said which outlet it is
NOT_STATED = Actor("(not stated)")  # a saying without a sayer: "is believed to be alive"


class Voices:
    """The voices of one document."""

    def __init__(self, found: Layers, document: Document) -> None:
        self.outlet = Actor(document.outlet) if document.outlet else UNNAMED_OUTLET
        self.base = (self.outlet, *(Actor(a) for a in document.agencies))
        self.said = document.said
        self.statements = found.statements

    def actor(self, entity: Entity, name: str) -> Actor:
        return Actor(name, entity.actor, entity.name)

    def of(self, place: Region, *, hedge: str | None = None, source: Actor | None = None, cue: str | None = None) -> tuple[Attribution, Time | None]:
        """Attribution and date of saying for a finding at a place of the text.

        `source` is one who stands behind it though nobody speaks ("the mission recorded"), `cue` the word that says so.
        """
        made, said = self._along(self._telling(place), hedge)
        if source is None or source.key == made.chain[-1].key:
            return made, said
        return Attribution((*made.chain, source), "indirect" if made.mode == "outlet" else made.mode, made.cue or cue, made.hedge), said

    def of_charge(self, place: Region, charged: Iterable[Actor], *, hedge: str | None = None) -> tuple[Attribution, Time | None]:
        """Who tells that somebody was accused: whoever is accused and denies what he is accused of ("…, which the army denied") does not tell it."""
        keys = {actor.key for actor in charged}
        voices = [v for v in self._telling(place) if not (v.act == "denial" and v.speaker is not None and v.speaker.key in keys)]
        return self._along(voices, hedge)

    def of_position(self, place: Region, party: Actor | None) -> tuple[Attribution, Time | None]:
        """Who tells that a party took a position: "the rebels agreed to disarm, officials said" is the officials' word."""
        voices = self._telling(place)
        while len(voices) > 1 and party is not None and voices[-1].speaker is not None and voices[-1].speaker.key == party.key:
            voices = voices[:-1]
        return self._along(voices, None)

    def _telling(self, place: Region) -> list[StatementFound]:
        """Who tells what stands at a place; whoever denies or confirms what somebody else has told there does not tell it himself."""
        voices = covering(self.statements, place)
        return [v for v in voices if not v.answers] or voices

    def of_outlet(self) -> tuple[Attribution, Time | None]:
        """The report's own voice."""
        return self._along([], None)

    def of_statement(self, statement: StatementFound) -> tuple[Attribution, Time | None]:
        """A statement is its speaker's, inside those that quote it."""
        outer = [s for s in covering(self.statements, statement.region) if s is not statement and not s.answers and not _same_place(s, statement)]
        return self._along([*outer, statement], statement.hedge)

    def _along(self, voices: list[StatementFound], hedge: str | None) -> tuple[Attribution, Time | None]:
        chain = list(self.base)
        for voice in voices:
            for link in (*voice.via, voice.speaker or NOT_STATED):
                if link.key != chain[-1].key and link.label.casefold() != chain[-1].label.casefold():  # "(Coral Wire) -- … told Coral Wire" is one link
                    chain.append(link)
        if not voices:
            return Attribution(tuple(chain), "outlet", None, hedge), self.said
        innermost = voices[-1]
        said = next((v.said for v in reversed(voices) if v.said is not None), None) or self._at_the_latest()
        hedge = hedge or next((v.hedge for v in reversed(voices) if v.hedge), None)
        return Attribution(tuple(chain), innermost.mode, innermost.cue_lemma, hedge), said

    def _at_the_latest(self) -> Time | None:
        return Time(None, self.said.latest) if self.said and self.said.latest else None


def _same_place(a: StatementFound, b: StatementFound) -> bool:
    return inside(a.region, b.region) and inside(b.region, a.region)
