"""What the readers find in a Doc, layer by layer: `doc._.truce`.

Each reader is a spaCy component that fills one layer and reads those of the readers before it; a layer that nobody filled is empty, so each reader also works
alone in somebody else's pipeline. Offsets are code points of `doc.text`; `token` is the index of the head token.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from spacy.tokens import Doc, Span

from trucekeeper.model.claims import Actor, Anchor, Bound, Counting, FigureStatus, Mode, PloverType, Stance, Standing, Status, Tenure
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time, Timex

Region = tuple[int, int]  # [start, end) in code points

ActorKind = Literal["person", "group", "state", "body", "media", "agency", "text", "people", "unknown"]

MentionForm = Literal["name", "description", "adjective", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands for somebody: a name, a description ("the group"), an adjective of origin ("Israeli") or a pronoun.

    `token` is the head token's index, `words` the token range [first, end) of the phrase.
    """

    start: int
    end: int
    token: int
    text: str
    entity: int
    form: MentionForm = "name"
    words: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Entity:
    """One somebody of the document. `actor` is the id of `knowledge/` or the document's own (`~slug`); `title` and `of` are its role as written."""

    index: int
    name: str
    kind: ActorKind
    actor: str | None = None
    gender: Literal["f", "m"] | None = None
    plural: bool = False
    title: str | None = None
    of: str | None = None
    aliases: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A named person's part: `spans` begins with the title and name together where the text has them so, and goes on with the other mentions.

    `held` is when it was held, either end open where the words leave it so, and `tenure` how ("former", "acting").
    """

    person: int  # index into `entities`
    title: str | None
    of: str | None
    spans: tuple[Region, ...]
    held: Time | None = None
    tenure: Tenure | None = None
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class TimeFound:
    """`anchor` is the event or phase that it is reckoned from, where that is not the publication; `reason` says why such a time stays open."""

    start: int
    end: int
    time: Time
    timex: Timex
    confidence: float = 0.8
    anchor: Anchor | None = None
    reason: str | None = None

    @property
    def is_date(self) -> bool:
        """Does it say when? So does a length of time reckoned from a dated event: "a week after the truce began"."""
        return self.timex.type in {"DATE", "TIME"} or (self.anchor is not None and self.time != Time(text=self.time.text))


@dataclass(frozen=True, slots=True)
class PlaceFound:
    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None
    country: str | None = None
    type: str | None = None
    metonym: bool = False
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound and unit, before anything is known of what it counts. `token` is the number's last word; `noun` the counted noun's token."""

    start: int
    end: int
    token: int
    bound: Bound
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: int | None = None


@dataclass(frozen=True, slots=True)
class StatementFound:
    """`speaker` is who says it, or None where the text names nobody; `via` are the links between the outlet and the speaker (an agency, a statement).

    `answers` marks a word on what stands before it ("…, charges that the ministry denied"), which is no telling of it. `said`, `place` (an index into
    `places`) and `venue` tell when, where and through what it was said.
    """

    source: tuple[Region, ...]
    cue: tuple[Region, ...]
    content: tuple[Region, ...]
    mode: Mode
    act: str | None
    speaker: Actor | None = None
    addressee: Actor | None = None
    via: tuple[Actor, ...] = ()
    cue_lemma: str | None = None
    hedge: str | None = None
    said: Time | None = None
    place: int | None = None
    venue: Region | None = None
    run_on: bool = False
    answers: bool = False
    confidence: float = 0.7

    @property
    def region(self) -> Region:
        """From the first to the last character of source, cue and content."""
        parts = [*self.source, *self.cue, *self.content]
        return min(s for s, _ in parts), max(e for _, e in parts)

    @property
    def phrases(self) -> tuple[Region, ...]:
        """Parts that read on into each other, as one: "according to the ministry" (cue and source), "accused them of theft" (cue and content)."""
        joined = []
        for parts in (self.source, self.content):
            for cue in self.cue:
                joined += [(min(cue[0], s), max(cue[1], e)) for s, e in parts if 0 <= max(s - cue[1], cue[0] - e) <= 1]
        return tuple(joined)


@dataclass(frozen=True, slots=True)
class EventFound:
    """`spans[0]` is the clause or phrase, `trigger` the words that name the act; more spans are other tellings in the same text."""

    spans: tuple[Region, ...]
    trigger: Region
    token: int
    act: str
    type: PloverType
    status: Status
    mode: str | None = None
    plover: PloverType | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    about: Time | None = None
    place: int | None = None  # index into `places`
    hedge: str | None = None
    confidence: float = 0.6


@dataclass(frozen=True, slots=True)
class FigureFound:
    """`part_of` is the index, in `figures`, of the figure that this is a part of. `source` is whose count it is where nobody
    speaks ("the mission recorded 30"), `cue` the word that says so.
    """

    spans: tuple[Region, ...]
    measure: str
    of: str | None
    bound: Bound
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    party: Actor | None = None
    about: Time | None = None
    since: Time | None = None
    part_of: int | None = None
    place: int | None = None
    hedge: str | None = None
    counting: Counting | None = None
    status: FigureStatus | None = None
    told_as: Status | None = None
    source: Actor | None = None
    cue: str | None = None
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class PositionFound:
    """`ended`: held no longer; then the second of `spans` are the words that tell so."""

    spans: tuple[Region, ...]
    party: Actor | None
    issue: str
    stance: Stance
    content: Region
    toward: str | None = None
    partial: bool = False
    confidence: float = 0.6
    ended: bool = False


@dataclass(frozen=True, slots=True)
class ProvisionFound:
    spans: tuple[Region, ...]
    action: str
    standing: Standing
    agreement: str | None = None
    phase: str | None = None
    clause: str | None = None
    issue: str | None = None
    obligors: tuple[Actor, ...] = ()
    beneficiaries: tuple[Actor, ...] = ()
    quantity: str | None = None
    due: Time | None = None
    anchor: Anchor | None = None
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    in_return_for: tuple[str, ...] = ()
    proposer: Actor | None = None
    confidence: float = 0.6


@dataclass(frozen=True, slots=True)
class WordingFound:
    """`by` is None for the outlet's own voice; a quoting speaker is found from the statements when claims are made."""

    start: int
    end: int
    term: str
    referent: str | None = None
    by: Actor | None = None
    neutral: str | None = None
    confidence: float = 0.7


@dataclass(slots=True)
class Layers:
    """All that is read of one Doc. `document` carries outlet, date and title where the caller knows them."""

    document: Document | None = None
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeFound] = field(default_factory=list)
    places: list[PlaceFound] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    statements: list[StatementFound] = field(default_factory=list)
    events: list[EventFound] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)
    positions: list[PositionFound] = field(default_factory=list)
    provisions: list[ProvisionFound] = field(default_factory=list)
    wordings: list[WordingFound] = field(default_factory=list)
    _mention_at: dict[int, Mention] | None = None
    _time_words: tuple[int, frozenset[int]] = (-1, frozenset())

    @property
    def mention_at(self) -> dict[int, Mention]:
        """Mentions by head token, and by every other word of a name; made once, after the actors' reader has run."""
        if self._mention_at is None:
            found = {m.token: m for m in self.mentions}
            for mention in self.mentions:
                for i in range(*mention.words) if mention.form == "name" else ():
                    found.setdefault(i, mention)
            self._mention_at = found
        return self._mention_at

    def time_words(self, doc: Doc) -> frozenset[int]:
        """Indices of all tokens that stand in a time expression; made anew when times have been added."""
        if self._time_words[0] != len(self.times):
            spans = (doc.char_span(t.start, t.end, alignment_mode="expand") for t in self.times)
            self._time_words = len(self.times), frozenset(i for s in spans if s is not None for i in range(s.start, s.end))
        return self._time_words[1]

    def entity_of(self, token: int) -> Entity | None:
        mention = self.mention_at.get(token)
        return self.entities[mention.entity] if mention else None


if not Doc.has_extension("truce"):
    Doc.set_extension("truce", default=None)


KEPT_AT = ("._.", "truce", None, None)  # where spaCy keeps `doc._.truce`, which is slow to ask for


def layers(doc: Doc) -> Layers:
    """The layers of a Doc, made empty when it has none yet."""
    kept: dict[Any, Any] = doc.user_data
    found: Layers | None = kept.get(KEPT_AT)
    if found is None:
        found = doc._.truce
    if found is None:
        found = doc._.truce = Layers()
    return found


def text_of(doc: Doc) -> str:
    """The Doc's text, made once: spaCy puts it together anew at every look."""
    text: str | None = doc.user_data.get("truce_text")
    if text is None:
        text = doc.user_data["truce_text"] = doc.text
    return text


def region(span: Span) -> Region:
    return span.start_char, span.end_char


def inside(inner: Region, outer: Region) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(a: Region, b: Region) -> int:
    """Shared characters."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covering(statements: Iterable[StatementFound], place: Region) -> list[StatementFound]:
    """The statements whose content holds a region, outermost first."""
    found = [s for s in statements if any(inside(place, c) for c in s.content)]
    return sorted(found, key=lambda s: -sum(e - b for b, e in s.content))


__all__ = [
    "ActorKind", "Entity", "EventFound", "FigureFound", "Layers", "Mention", "MentionForm", "PlaceFound", "PositionFound", "ProvisionFound", "Quantity",
    "Region", "RoleFound", "StatementFound", "TimeFound", "WordingFound", "covering", "inside", "layers", "overlap", "region", "text_of",
]  # fmt: skip
