"""The shape of an agreement file, for people and validators: names, ISO days or ranges, ISO durations, and `?` with a reason under `unknown`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from trucekeeper.model.agreement import UNKNOWN, PartyRole
from trucekeeper.model.claims import Bound, Standing
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import AmendmentKind, ChangeKind

FORMAT = 1
FILE_TITLE = "Trucekeeper agreement file"


def _day_or_range(value: Any) -> Any:
    """A day, "first/last" with either side open, or `?`; YAML gives bare days as dates."""
    written = value.isoformat() if isinstance(value, date) else value
    if isinstance(written, str) and written != UNKNOWN and Time.from_range(written) is None:
        raise ValueError(f"{written!r} is no ISO day (2025-03-01), no range (2025-03-01/2025-03-05) and not ?")
    return written


def _duration(value: Any) -> Any:
    from trucekeeper.agreement.calculus import Duration

    if isinstance(value, str) and value != UNKNOWN and Duration.parse(value) is None:
        raise ValueError(f"{value!r} is no ISO 8601 duration (P21D, P6W, P3M) and not ?")
    return value


def _key(value: Any) -> Any:
    """A bare 1 in YAML is the phase "1"; a bare 2.10 would be read as 2.1, so that a clause must stand in quotes."""
    if isinstance(value, float):
        raise ValueError(f"{value} is read as a number: put it in quotes, '{value}'")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Days = Annotated[str, BeforeValidator(_day_or_range), Field(description="an ISO day, a range first/last with either side open, or ?")]
Length = Annotated[str, BeforeValidator(_duration), Field(description="an ISO 8601 duration such as P42D, or ?")]
Key = Annotated[str, BeforeValidator(_key)]


def _said(text: str, **more: Any) -> Any:
    return Field(description=text, **more)


class PlainLine(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorLine(PlainLine):
    """Somebody by name, with the id that the record's actors have, where it is known."""

    name: str
    id: str | None = None


Who = str | ActorLine


class WordsLine(PlainLine):
    """The exact words that a line rests on: document, offsets in code points, and the claim read there."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    exact: str
    claim: str | None = None


class Drafted(PlainLine):
    """What every line of the file may carry."""

    unknown: dict[str, str] = _said("for each field that stands as ? or is missing, why it could not be told", default_factory=dict)
    words: list[WordsLine] = _said("the exact words that the line rests on", default_factory=list)
    drafted: str | None = _said("made by drafting: while it fits the line, drafting again may replace the line; remove nothing by hand", default=None)


class PartyLine(Drafted):
    """Who signed, guarantees, mediates, monitors or witnesses."""

    name: str
    role: PartyRole = "party"
    id: str | None = _said("the actor's id in the record", default=None)


class AnchorLine(PlainLine):
    """What a date is reckoned from. `reference` is a day or range (kind date), `signature`, `entry into force` or the name of a moment (event),
    a phase's id with :begin or :end (phase), or a term's id or clause (clause)."""

    text: str = _said("the words", default="")
    kind: Literal["date", "event", "phase", "clause"]
    reference: Key | None = None
    offset: Length | None = None
    relation: Literal["within", "after", "before", "by", "on", "from", "during", "until", "every"] | None = None


class ScheduleLine(PlainLine):
    """What falls due again and again."""

    every: Length
    first: Days | None = _said("the day on which it first falls due", default=None)
    last: Days | None = _said("the last day on which it may fall due", default=None)
    count: int | None = _said("how many times", default=None, ge=1)


class MomentLine(Drafted):
    """Something that dates are reckoned from and that the text itself does not date, such as local elections; give `when` once it is known."""

    name: str
    when: Days | None = None
    by: Who | None = _said("by whose word it is dated", default=None)


class PhaseLine(Drafted):
    """A part of the agreement's life; both days of it are included."""

    id: Key
    label: str
    number: int | None = None
    begin: Days | None = None
    end: Days | None = None
    length: Length | None = None
    begin_from: AnchorLine | None = _said("what the beginning is reckoned from, where no day is given", default=None)
    end_from: AnchorLine | None = _said("what the end is reckoned from, where no day is given", default=None)
    needs: list[Key] = _said("what must be so for it to begin: ids of terms or exchanges, or words", default_factory=list)
    meanwhile: list[str] = _said("what goes on while it is negotiated", default_factory=list)


class TermLine(Drafted):
    """A provision: who owes what to whom, by when, on which conditions."""

    id: Key
    act: str = _said("what is owed, in the text's words")
    clause: Key | None = _said("its number in the text", default=None)
    phase: Key | None = None
    bearers: list[Who] | Literal["?"] = _said("who owes it; ? where the words name nobody", default_factory=list)
    beneficiaries: list[Who] = Field(default_factory=list)
    issue: str | None = _said("an issue of knowledge/issues.toml, or ?", default=None)
    quantity: str | None = None
    anchor: AnchorLine | None = _said("what its day is reckoned from", default=None)
    due: Days | None = _said("the day, or the days from first to last, where given", default=None)
    schedule: ScheduleLine | None = None
    conditions: list[str] = _said("what must be so first", default_factory=list)
    exceptions: list[str] = _said("what it does not hold for", default_factory=list)
    in_return_for: list[Key] = _said("what it is the return for: ids of terms, or words", default_factory=list)
    survives: bool | None = _said("whether it outlives its phase; leave out where the text does not tell", default=None)
    added_by: Key | None = _said("the amendment that brought it", default=None)
    standing: Standing = "agreed"
    by: Who | None = _said("who proposes or demands what is not agreed", default=None)


class SideLine(PlainLine):
    """What one side of an exchange gives."""

    of: str = _said("what is counted: soldiers, bodies, detainees")
    value: float | None = _said("how many, leave out for a vague count", default=None, ge=0)
    bound: Bound = "exact"
    giver: Who | None = None
    each: str | None = _said("the value is for each of these: `round`, or what the other side gives", default=None)


class RoundLine(PlainLine):
    """One round; without sides it is an even share of the whole."""

    number: int = Field(ge=1)
    due: Days | None = None
    gives: list[SideLine] = Field(default_factory=list)
    returns: list[SideLine] = Field(default_factory=list)
    makes_up: int | None = _said("the number of the round that it makes up for", default=None, ge=1)
    words: list[WordsLine] = Field(default_factory=list)


class ExchangeLine(Drafted):
    """So many of these for each of those, at once or in rounds."""

    id: Key
    phase: Key | None = None
    gives: list[SideLine] = Field(default_factory=list)
    returns: list[SideLine] = Field(default_factory=list)
    schedule: ScheduleLine | None = _said("the rounds, where they are even", default=None)
    rounds: list[RoundLine] = _said("rounds that differ from the schedule, or come on top of it", default_factory=list)
    dispute: Key | None = _said("the procedure under `disputes` for disputes about it", default=None)


class AidLine(Drafted):
    """So much let in each day or week, and through where."""

    id: Key
    of: str
    value: float | None = Field(default=None, ge=0)
    bound: Bound = "exact"
    per: Length = "P1D"
    phase: Key | None = None
    crossings: list[str] = Field(default_factory=list)
    bearers: list[Who] = Field(default_factory=list)
    first: Days | None = None
    last: Days | None = None


class ContributionLine(PlainLine):
    """What somebody owes a fund."""

    by: Who | None = None
    value: float | None = Field(default=None, ge=0)
    currency: str | None = _said("ISO 4217, such as USD", default=None)
    due: Days | None = None
    anchor: AnchorLine | None = None


class FundLine(Drafted):
    """A trust fund, or any purpose for which money is promised."""

    id: Key
    name: str
    purposes: list[str] = Field(default_factory=list)
    holder: Who | None = None
    contributions: list[ContributionLine] = Field(default_factory=list)
    phase: Key | None = None


class MonitoringLine(Drafted):
    """Who watches what, and how often they report to whom."""

    id: Key
    what: str
    body: Who | None = None
    reports_to: Who | None = None
    schedule: ScheduleLine | None = None


class StepLine(PlainLine):
    """One step of a procedure."""

    before: str = _said("who is asked")
    within: Length | None = _said("how long after the step before it, or after the dispute arose", default=None)


class ProcedureLine(Drafted):
    """How a dispute is to be settled, step by step."""

    id: Key
    matter: str
    steps: list[StepLine] = Field(default_factory=list)


class ChangeLine(PlainLine):
    """What an amendment does to one line of the file."""

    what: ChangeKind
    line: Key = _said("the id of a phase, term, exchange, aid or money line")
    replacement: Key | None = _said("the line that takes its place", default=None)
    on: Days | None = _said("from when, if not from the amendment's own day", default=None)
    until: Days | None = None
    length: Length | None = _said("by how much, where no day is given", default=None)


class AmendmentLine(Drafted):
    """A paper that changes the agreement, or a proposal that would."""

    id: Key
    kind: AmendmentKind = "amendment"
    name: str | None = None
    standing: Standing = _said("only what is agreed changes anything", default="agreed")
    by: Who | None = None
    signed: Days | None = None
    effective: Days | None = None
    changes: list[ChangeLine] = Field(default_factory=list)


class AgreementFile(PlainLine):
    """One agreement. A drafted line that a person deletes, or names under `leave_out`, drafting does not bring back."""

    format: Literal[1] = 1
    name: str
    id: str | None = _said("a short name that stays when `name` is mended; made of `name` if not given", default=None)
    signed: Days | None = _said("the day from which signature is reckoned", default=None)
    effective: Days | None = _said("the day from which the agreement runs", default=None)
    unknown: dict[str, str] = _said("for each field that stands as ? or is missing, why it could not be told", default_factory=dict)
    words: list[WordsLine] = Field(default_factory=list)
    parties: list[PartyLine] = Field(default_factory=list)
    moments: list[MomentLine] = Field(default_factory=list)
    phases: list[PhaseLine] = Field(default_factory=list)
    terms: list[TermLine] = Field(default_factory=list)
    exchanges: list[ExchangeLine] = Field(default_factory=list)
    aid: list[AidLine] = Field(default_factory=list)
    money: list[FundLine] = Field(default_factory=list)
    monitoring: list[MonitoringLine] = Field(default_factory=list)
    disputes: list[ProcedureLine] = Field(default_factory=list)
    amendments: list[AmendmentLine] = Field(default_factory=list)
    leave_out: list[str] = _said("ids of lines that drafting is not to bring back", default_factory=list)
    drafted_before: list[str] = _said(
        "lines that drafting has made, by kind and key: one that is no longer in the file was taken out and stays out", default_factory=list
    )


# kind of line (as `drafted_before` calls it) -> section of the file; in the order of the file
SECTIONS = {
    "party": "parties", "moment": "moments", "phase": "phases", "term": "terms", "exchange": "exchanges", "aid": "aid", "money": "money",
    "monitoring": "monitoring", "dispute": "disputes", "amendment": "amendments",
}  # fmt: skip


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of an agreement file."""
    made = AgreementFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": FILE_TITLE}
