"""The shape of an agreement file, for people and validators: names, ISO days or ranges, ISO durations, and `?` with a reason under `unknown`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from trucekeeper.model.agreement import UNKNOWN, PartyRole
from trucekeeper.model.claims import Bound, Standing
from trucekeeper.model.time import Time

FORMAT = 1


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


Days = Annotated[str, BeforeValidator(_day_or_range), Field(description="an ISO day, a range first/last with either side open, or ?")]
Length = Annotated[str, BeforeValidator(_duration), Field(description="an ISO 8601 duration such as P42D, or ?")]


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorLine(_Line):
    name: str
    id: str | None = None


Who = str | ActorLine


class WordsLine(_Line):
    """The exact words that a line rests on."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    exact: str
    claim: str | None = None


class _Drafted(_Line):
    unknown: dict[str, str] = Field(default_factory=dict, description="for each field that stands as ? or is missing, why it could not be told")
    words: list[WordsLine] = Field(default_factory=list)
    drafted: str | None = Field(
        default=None, description="made by drafting: while it fits the line, drafting again may replace the line; remove nothing by hand"
    )


class PartyLine(_Drafted):
    name: str
    role: PartyRole = "party"
    id: str | None = None


class PhaseLine(_Drafted):
    id: str
    label: str
    number: int | None = None
    begin: Days | None = None
    end: Days | None = None
    length: Length | None = None


class AnchorLine(_Line):
    text: str
    kind: Literal["date", "event", "phase", "clause"]
    reference: str | None = None
    offset: Length | None = None
    relation: str | None = None


class TermLine(_Drafted):
    id: str
    act: str
    clause: str | None = None
    phase: str | None = None
    bearers: list[Who] | Literal["?"] = Field(default_factory=list, description="who owes it; ? where the words name nobody")
    beneficiaries: list[Who] = Field(default_factory=list)
    issue: str | None = None
    quantity: str | None = None
    anchor: AnchorLine | None = None
    due: Days | None = None
    conditions: list[str] = Field(default_factory=list)
    standing: Standing = "agreed"
    by: Who | None = None


class SideLine(_Line):
    of: str
    value: float | None = None
    bound: Bound = "exact"
    giver: Who | None = None


class ExchangeLine(_Drafted):
    id: str
    phase: str | None = None
    gives: list[SideLine] = Field(default_factory=list)
    returns: list[SideLine] = Field(default_factory=list)


class AgreementFile(_Line):
    """One agreement. A drafted line that a person deletes, or names under `leave_out`, drafting does not bring back."""

    format: Literal[1] = 1
    name: str
    signed: Days | None = None
    effective: Days | None = None
    unknown: dict[str, str] = Field(default_factory=dict)
    words: list[WordsLine] = Field(default_factory=list)
    parties: list[PartyLine] = Field(default_factory=list)
    phases: list[PhaseLine] = Field(default_factory=list)
    terms: list[TermLine] = Field(default_factory=list)
    exchanges: list[ExchangeLine] = Field(default_factory=list)
    leave_out: list[str] = Field(default_factory=list)
    drafted_before: list[str] = Field(
        default_factory=list, description="lines that drafting has made, by kind and key: one that is no longer in the file was taken out and stays out"
    )


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of an agreement file."""
    made = AgreementFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Trucekeeper agreement file"}
