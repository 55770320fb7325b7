"""Claims: single things that somebody asserts, each tied to the exact words. The fields are those of the interchange format (docs/claims-format)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trucekeeper.model.document import Evidence
from trucekeeper.model.time import Time, Timex

Kind = Literal["statement", "event", "figure", "provision", "position", "role", "wording", "time", "place"]
Mode = Literal["direct", "mixed", "indirect", "outlet"]
Status = Literal["happened", "ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "vague"]
Counting = Literal["cumulative", "new"]
FigureStatus = Literal["confirmed", "believed", "reported"]
Standing = Literal["agreed", "proposed", "demanded", "disputed"]
Tenure = Literal["former", "acting", "outgoing", "incoming", "late", "then"]
Stance = Literal["demands", "offers", "accepts", "rejects", "conditions", "proposes"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody as written, the id that this resolves to (None where it is not known) and the full name that it stands for in the document.

    Several who do one thing together ("the minister and the rebel spokesman said") are one actor without an id, and `members` are each of them.
    """

    name: str
    actor: str | None = None
    resolved: str | None = None
    members: tuple[Actor, ...] | None = field(default=None, metadata={"sparse": True})

    @property
    def key(self) -> str:
        """What two references to one actor share."""
        return self.actor or (self.resolved or self.name).casefold()

    @property
    def label(self) -> str:
        """What to show: the full name where one is known."""
        return self.resolved or self.name

    @property
    def each(self) -> tuple[Actor, ...]:
        """Whoever it is, and whoever is part of it."""
        return (self, *(self.members or ()))


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; `id` is a GeoNames id or a key of the curated gazetteer."""

    name: str
    lat: float | None = None
    lon: float | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who answers for a claim: from the outlet inward, the last one asserts it."""

    chain: tuple[Actor, ...] = ()
    mode: Mode = "outlet"
    cue: str | None = None
    hedge: str | None = None

    @property
    def asserter(self) -> Actor | None:
        return self.chain[-1] if self.chain else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has. The first evidence is the main one. `about` is when it is (or was) true, `said` when it was said."""

    id: str
    document: str
    evidence: tuple[Evidence, ...]
    attribution: Attribution
    said: Time | None = None
    about: Time | None = None
    place: Place | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class StatementSpans:
    source: tuple[Evidence, ...] = ()
    cue: tuple[Evidence, ...] = ()
    content: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """`act` is the speech act (demand, announcement, denial, …); `run_on` marks a sentence that goes on in the voice of the one before.

    `said_in` is the place of saying ("told reporters in Geneva") and `venue` the words for the occasion or the medium ("a press conference", "a post on X"),
    each only where the words tell it of the saying: no dateline, and no place of what was said.
    """

    kind: Literal["statement"] = "statement"
    speaker: Actor | None = None
    addressee: Actor | None = None
    content: str = ""
    mode: Mode = "indirect"
    act: str | None = None
    said_in: Place | None = None
    venue: str | None = None
    spans: StatementSpans = field(default_factory=StatementSpans)
    run_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """`act` is the domain act, `type` the PLOVER root of what is spoken of, `plover` the root by PLOVER's own convention (a planned visit is AGREE)."""

    kind: Literal["event"] = "event"
    act: str = ""
    type: PloverType = "CONSULT"
    mode: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    status: Status = "happened"
    plover: PloverType | None = None
    trigger: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A number with what it counts. `value` is None for a range or a vague count; `low` and `high` are what the words allow, None where open.

    `counting` is cumulative where the count takes in all so far, new where it is only of new cases; `status` how sure it is; both None where the words do
    not say. `told_as` is set where the words tell the count as planned, demanded, denied … (an event's statuses): such a count is not of anything done.
    """

    kind: Literal["figure"] = "figure"
    measure: str = ""
    of: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    unit: str | None = None
    party: Actor | None = None
    since: Time | None = None
    part_of: str | None = None
    counting: Counting | None = None
    status: FigureStatus | None = None
    told_as: Status | None = field(default=None, metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a due date is reckoned from: `kind` is date, event, phase or clause; `offset` an ISO 8601 duration ("P21D").

    `relation` is within, after, before, by, on, from, during, until or every (a schedule: "every three months"). A phase's `reference` ends
    in ":begin" or ":end" where the words say which ("transitional period:end"); a date's is the ISO day or range ("2025-04-11/2025-04-20").
    """

    text: str
    kind: Literal["date", "event", "phase", "clause"]
    reference: str | None = None
    offset: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Claim):
    """A term of an agreement. Without `obligors` the bearer is not stated; `proposer` is who puts forward a term that is not agreed.

    `conditions`, `exceptions` and `in_return_for` are words of the text: what must be so first, what it does not hold for, and what it is given for (where
    a clause opens with "In return, …", the number or else the words of the clause before).
    """

    kind: Literal["provision"] = "provision"
    agreement: str | None = None
    phase: str | None = None
    clause: str | None = None
    issue: str | None = None
    obligors: tuple[Actor, ...] = ()
    action: str = ""
    beneficiaries: tuple[Actor, ...] = ()
    quantity: str | None = None
    due: Time | None = None
    anchor: Anchor | None = None
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    in_return_for: tuple[str, ...] = ()
    standing: Standing = "agreed"
    proposer: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """`ended`: True where the words tell that the party holds it no longer ("dropped its demand for a vote")."""

    kind: Literal["position"] = "position"
    party: Actor | None = None
    issue: str = ""
    stance: Stance = "demands"
    content: str = ""
    toward: str | None = None
    partial: bool = False
    ended: Literal[True] | None = field(default=None, metadata={"sparse": True})

    @property
    def held(self) -> str:
        """How the party stands to it, in words: "demands", "no longer demands"."""
        return f"no longer {self.stance}" if self.ended else self.stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Claim):
    """A named person's part. `about` is when it was held, as the words tell ("since 2019": the end is open); `tenure` how, None where they do not say.

    `of` is the organisation or state as the text names it, `body` the same as an actor where it is one of the text's.
    """

    kind: Literal["role"] = "role"
    person: Actor
    title: str | None = None
    of: str | None = None
    tenure: Tenure | None = None
    body: Actor | None = field(default=None, metadata={"sparse": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Claim):
    """A loaded term, kept as its user's own; `neutral` is what the lexicon offers instead."""

    kind: Literal["wording"] = "wording"
    term: str = ""
    referent: str | None = None
    by: Actor | None = None
    neutral: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Claim):
    """`anchor` is the event or phase that it is reckoned from, where that is not the publication; `reason` says why such a time is left open."""

    kind: Literal["time"] = "time"
    timex: Timex | None = None
    anchor: Anchor | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Claim):
    """`country` is ISO 3166 alpha-2; `metonym` is true where the name stands for a government or a group."""

    kind: Literal["place"] = "place"
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None
    country: str | None = None
    type: str | None = None
    metonym: bool = False


AnyClaim = Statement | Event | Figure | Provision | Position | Role | Wording | TimeExpression | PlaceMention

KINDS: dict[str, type[Claim]] = {
    "statement": Statement,
    "event": Event,
    "figure": Figure,
    "provision": Provision,
    "position": Position,
    "role": Role,
    "wording": Wording,
    "time": TimeExpression,
    "place": PlaceMention,
}
