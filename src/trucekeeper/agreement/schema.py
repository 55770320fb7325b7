"""The shape of an agreement file, for people and validators: names, ISO days or ranges, ISO durations, and `?` with a reason under `unknown`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from trucekeeper.agreement.mistakes import day_hint, duration_hint
from trucekeeper.model.agreement import UNKNOWN, PartyRole
from trucekeeper.model.claims import Bound, Standing
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import AmendmentKind, ChangeKind

FILE_TITLE = "Trucekeeper agreement file"


def _day_or_range(value: Any) -> Any:
    """A day, "first/last" with either side open, or `?`; YAML gives bare days as dates."""
    written = value.isoformat() if isinstance(value, date) else value
    if isinstance(written, str) and written != UNKNOWN and Time.from_range(written) is None:
        raise ValueError(f"{written!r} is no ISO day (2025-03-01), no range (2025-03-01/2025-03-05) and not ?{day_hint(written)}")
    first, slash, last = written.partition("/") if isinstance(written, str) else ("", "", "")
    if slash and first and last and last < first:
        raise ValueError(f"{written!r} ends before it begins: write {last}/{first}")
    return written


def _duration(value: Any) -> Any:
    from trucekeeper.agreement.calculus import Duration

    if isinstance(value, str) and value != UNKNOWN and Duration.parse(value) is None:
        raise ValueError(f"{value!r} is no ISO 8601 duration (P21D, P6W, P3M) and not ?{duration_hint(value)}")
    return value


def _key(value: Any) -> Any:
    """A bare 1 in YAML is the phase "1"; a bare 2.10 would be read as 2.1, so that a clause must stand in quotes."""
    if isinstance(value, float):
        raise ValueError(f"{value} is read as a number: put it in quotes, as the text has it ('2.10'), or a zero is lost")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _currency(value: Any) -> Any:
    if isinstance(value, str) and not (len(value) == 3 and value.isalpha() and value.isupper()):
        raise ValueError(f"{value!r} is no ISO 4217 code, such as EUR or USD")
    return value


# `format` names what the JSON Schema itself cannot check; the reference page says it in words
Days = Annotated[str, BeforeValidator(_day_or_range), Field(json_schema_extra={"format": "days"})]
Length = Annotated[str, BeforeValidator(_duration), Field(json_schema_extra={"format": "length"})]
Currency = Annotated[str, BeforeValidator(_currency)]
Key = Annotated[str, BeforeValidator(_key), WithJsonSchema({"type": ["string", "integer"]})]


def _said(meaning: str, example: Any = None, *, unit: str | None = None, **more: Any) -> Any:
    """A field with what it means, an example as the file would hold it, and what a number or a length counts."""
    return Field(description=meaning, examples=None if example is None else [example], json_schema_extra={"unit": unit} if unit else None, **more)


class PlainLine(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorLine(PlainLine):
    """Somebody by name, with the id that the record's actors have, where it is known; the name alone does as well."""

    name: str = _said("the name, as the text has it", "Tarn Council")
    id: str | None = _said("the actor's id in the record", "tarn-council", default=None)


Who = str | ActorLine


class WordsLine(PlainLine):
    """The exact words that a line rests on."""

    document: str = _said("the document's id in the record", "3f9a61c04be27d18")
    start: int = _said("where the words begin in the document's stored text", 1204, unit="code points, the first is 0", ge=0)
    end: int = _said("where they end, that place not included", 1251, unit="code points", ge=0)
    exact: str = _said("the words themselves", "shall withdraw its forces from the town of Ubrin")
    claim: str | None = _said("the id of the claim that was read there", "b7720c1d5e8f4a96", default=None)


class Drafted(PlainLine):
    """What every line of the file may carry."""

    unknown: dict[str, str] = _said(
        "for each field that stands as `?` or is missing, why it could not be told", {"due": "the words give no date"}, default_factory=dict
    )
    words: list[WordsLine] = _said("the exact words that the line rests on", default_factory=list)
    drafted: str | None = _said(
        "the mark of drafting: while it fits the line, drafting again may replace the line. Leave it alone, and write none by hand", "9c41d07e", default=None
    )


class PartyLine(Drafted):
    """Who signed, guarantees, mediates, monitors or witnesses; a `body` is an office or institution that owes something and signed nothing."""

    name: str = _said("the name, as the text has it", "Republic of Lindora")
    role: PartyRole = _said("what it is to the agreement", "guarantor", default="party")
    id: str | None = _said("the actor's id in the record", "lindora", default=None)


class AnchorLine(PlainLine):
    """What a date is reckoned from."""

    text: str = _said("the words that say so", "within 14 days after the withdrawal", default="")
    kind: Literal["date", "event", "phase", "clause"] = _said("what kind of thing it is reckoned from", "clause")
    reference: Key | None = _said(
        "the thing: a day or range (date); `signature`, `entry into force` or a moment's name (event); a phase's id with :begin or :end (phase); a term's "
        "id or clause (clause)",
        "3.1",
        default=None,
    )
    offset: Length | None = _said("how long from there", "P14D", unit="calendar days, weeks or months; hours are rounded up to days", default=None)
    relation: Literal["within", "after", "before", "by", "on", "from", "during", "until", "every"] | None = _said(
        "how the days lie to it: `within` up to and on the last day, `after` on the day that the offset gives, `every` again and again", "within", default=None
    )


class ScheduleLine(PlainLine):
    """What falls due again and again; each time is reckoned from the first, so that months do not drift."""

    every: Length = _said("the step from one time to the next", "P1W", unit="days, weeks or months")
    first: Days | None = _said("the day on which it first falls due", "2032-02-07", default=None)
    last: Days | None = _said("the last day on which it may fall due", "2032-05-02", default=None)
    count: int | None = _said("how many times", 12, unit="times", default=None, ge=1)


class MomentLine(Drafted):
    """Something that dates are reckoned from and that the text itself does not date, such as local elections."""

    name: str = _said("what anchors call it", "local elections")
    when: Days | None = _said("its day, once it is known", "2032-10-18", default=None)
    by: Who | None = _said("by whose word it is dated", "Electoral Commission", default=None)


class PhaseLine(Drafted):
    """A part of the agreement's life; both its first and its last day are included."""

    id: Key = _said("a short name, which other lines use", "1")
    label: str = _said("what views call it", "phase 1")
    number: int | None = _said("its place among the phases; the first begins with the agreement where no words say otherwise", 1, default=None)
    begin: Days | None = _said("its first day, where the text gives one", "2032-02-03", default=None)
    end: Days | None = _said("its last day, where the text gives one", "2032-05-02", default=None)
    length: Length | None = _said("how long it lasts, the first day counted", "P90D", unit="days, weeks or months", default=None)
    begin_from: AnchorLine | None = _said("what the beginning is reckoned from, where no day is given", default=None)
    end_from: AnchorLine | None = _said("what the end is reckoned from, where no day is given", default=None)
    needs: list[Key] = _said("what must be so for it to begin: ids of terms or exchanges, or words", ["captives"], default_factory=list)
    meanwhile: list[str] = _said("what goes on while it is negotiated", ["the truce goes on"], default_factory=list)


class TermLine(Drafted):
    """A provision: who owes what to whom, by when, on which conditions."""

    id: Key = _said("a short name, which other lines and people's decisions use: keep it", "clause-3.1")
    act: str = _said("what is owed, in the text's words; what is forbidden begins with `not:`", "withdraw its forces from the town of Ubrin")
    clause: Key | None = _said("its number in the text, in quotes", "3.1", default=None)
    phase: Key | None = _said("the phase that it belongs to; leave out for the whole agreement", "1", default=None)
    bearers: list[Who] | Literal["?"] = _said("who owes it; `?` where the words name nobody", ["Republic of Lindora"], default_factory=list)
    beneficiaries: list[Who] = _said("to whom it is owed, where the words say so", ["Tarn Council"], default_factory=list)
    issue: str | None = _said("what it is about: an issue of the guide's table, or `?`", "withdrawal", default=None)
    quantity: str | None = _said("how many of what, in the text's words", "400 rifles", unit="what the words count", default=None)
    anchor: AnchorLine | None = _said("what its day is reckoned from", default=None)
    ends: AnchorLine | None = _said("what its last day is reckoned from, where that is another thing than its first", default=None)
    due: Days | None = _said("the day, or the days from first to last, where the text gives them; goes before `anchor`", "/2032-03-04", default=None)
    schedule: ScheduleLine | None = _said("for what is owed again and again", default=None)
    conditions: list[str] = _said("what must be so first, in the text's words", ["once the list is agreed"], default_factory=list)
    exceptions: list[str] = _said("what it does not hold for, in the text's words", ["except for police"], default_factory=list)
    in_return_for: list[Key] = _said("what it is the return for: ids of terms, or words", ["clause-3.1"], default_factory=list)
    survives: bool | None = _said("whether it outlives its phase; leave out where the text does not tell", True, default=None)
    added_by: Key | None = _said("the id of the amendment that brought it", "annex", default=None)
    standing: Standing = _said("whether it is agreed; what is not binds nobody", "proposed", default="agreed")
    by: Who | None = _said("who proposes or demands what is not agreed", "Tarn Council", default=None)


class SideLine(PlainLine):
    """What one side of an exchange gives."""

    of: str = _said("what is counted; the last noun is the one that reports are searched for", "soldiers")
    value: float | None = _said("how many; leave out for a vague count", 36, unit="of what `of` names", default=None, ge=0)
    bound: Bound = _said("whether that is exact, or at least, about …", "at_least", default="exact")
    giver: Who | None = _said("who gives it", "Tarn Council", default=None)
    each: str | None = _said("the value is for each of these: `round`, or what the other side gives", "round", default=None)


class RoundLine(PlainLine):
    """One round; without sides it is an even share of the whole."""

    number: int = _said("which round", 5, ge=1)
    due: Days | None = _said("its day, where it is not the schedule's", "2032-03-17", default=None)
    gives: list[SideLine] = _said("what the one side gives in it, where that is no even share", default_factory=list)
    returns: list[SideLine] = _said("what the other side gives in it", default_factory=list)
    makes_up: int | None = _said("the number of the round that it makes up for: it then owes what that one did, and nothing on top", 5, default=None, ge=1)
    added_by: Key | None = _said("the id of the amendment that brought it: before that one is so, the round is not there", "annex", default=None)
    words: list[WordsLine] = _said("the exact words that the round rests on", default_factory=list)


class ExchangeLine(Drafted):
    """So many of these for each of those, at once or in rounds."""

    id: Key = _said("a short name, which other lines use", "captives")
    phase: Key | None = _said("the phase that it belongs to", "1", default=None)
    gives: list[SideLine] = _said("what the one side gives in all", default_factory=list)
    returns: list[SideLine] = _said("what the other side gives for it", default_factory=list)
    schedule: ScheduleLine | None = _said("the rounds, where they are even", default=None)
    rounds: list[RoundLine] = _said("rounds that differ from the schedule, or come on top of it", default_factory=list)
    dispute: Key | None = _said("the id of the procedure for disputes about it", "lists", default=None)


class AidLine(Drafted):
    """So much let in each day or week, and through where."""

    id: Key = _said("a short name", "trucks")
    of: str = _said("what is counted", "trucks")
    value: float | None = _said("how many in each `per`", 80, unit="of what `of` names", default=None, ge=0)
    bound: Bound = _said("whether that is exact, or at least, about …", "at_least", default="exact")
    per: Length = _said("the time that `value` is for", "P1D", unit="days or weeks", default="P1D")
    phase: Key | None = _said("the phase that it goes with", "1", default=None)
    crossings: list[str] = _said("the crossings that it may come through", ["Sorna", "Velt"], default_factory=list)
    bearers: list[Who] = _said("who is to let it in", ["Republic of Lindora"], default_factory=list)
    first: Days | None = _said("its first day, where it is not the phase's", "2032-02-05", default=None)
    last: Days | None = _said("its last day, where it is not the phase's", "2032-05-02", default=None)


class ContributionLine(PlainLine):
    """What somebody owes a fund."""

    by: Who | None = _said("who pays", "Coastal Conference", default=None)
    value: float | None = _said("how much", 12000000, unit="of `currency`", default=None, ge=0)
    currency: Currency | None = _said("the currency, by its ISO 4217 code; sums are never turned from one into another", "EUR", default=None)
    due: Days | None = _said("by when, where the text gives a day", "/2032-04-01", default=None)
    anchor: AnchorLine | None = _said("what its day is reckoned from", default=None)


class FundLine(Drafted):
    """A trust fund, or any purpose for which money is promised."""

    id: Key = _said("a short name", "resettlement")
    name: str = _said("its name; reports are searched for its words", "resettlement fund")
    purposes: list[str] = _said("what the money is for", ["houses for returning families"], default_factory=list)
    holder: Who | None = _said("who holds it", "Coastal Conference", default=None)
    contributions: list[ContributionLine] = _said("who owes it how much", default_factory=list)
    phase: Key | None = _said("the phase that it belongs to", "1", default=None)


class MonitoringLine(Drafted):
    """Who watches what, and how often they report to whom."""

    id: Key = _said("a short name", "observers")
    what: str = _said("what is watched", "the truce and the exchange")
    body: Who | None = _said("who watches", "Joint Observer Team", default=None)
    reports_to: Who | None = _said("to whom they report", "Coastal Conference", default=None)
    schedule: ScheduleLine | None = _said("when a report falls due", default=None)


class StepLine(PlainLine):
    """One step of a procedure."""

    before: str = _said("who is asked", "Joint Observer Team")
    within: Length | None = _said("how long after the step before it, or after the dispute arose", "P3D", unit="days, weeks or months", default=None)


class ProcedureLine(Drafted):
    """How a dispute is to be settled, step by step."""

    id: Key = _said("a short name, which exchanges use", "lists")
    matter: str = _said("what the dispute is about", "the names on a list")
    steps: list[StepLine] = _said("who is asked, in their order", default_factory=list)


class ChangeLine(PlainLine):
    """What an amendment does to one line of the file."""

    what: ChangeKind = _said("what is done to the line", "extend")
    line: Key = _said("the id of a phase, term, exchange, aid or money line", "1")
    replacement: Key | None = _said("the id of the line that takes its place", "clause-9", default=None)
    on: Days | None = _said("from when, if not from the amendment's own day", "2032-05-03", default=None)
    until: Days | None = _said("until when", "2032-06-01", default=None)
    length: Length | None = _said("by how much, where no day is given", "P30D", unit="days, weeks or months", default=None)


class AmendmentLine(Drafted):
    """A paper that changes the agreement, or a proposal that would."""

    id: Key = _said("a short name", "march-letter")
    kind: AmendmentKind = _said("what kind of paper it is", "side letter", default="amendment")
    name: str | None = _said("what views call it", "the side letter of 10 March", default=None)
    standing: Standing = _said("only what is agreed changes anything", "proposed", default="agreed")
    by: Who | None = _said("who put it forward", "Republic of Lindora", default=None)
    signed: Days | None = _said("when it was signed", "2032-03-10", default=None)
    effective: Days | None = _said("from when it holds, if not from its signature", "2032-03-12", default=None)
    changes: list[ChangeLine] = _said("what it does to which lines", default_factory=list)


class AgreementFile(PlainLine):
    """One agreement. A drafted line that a person deletes, or names under `leave_out`, drafting does not bring back."""

    format: Literal[1] = _said("the version of this format", 1, default=1)
    name: str = _said("the agreement's name", "The Tarn Accord")
    id: str | None = _said("a short name that stays when `name` is mended; made of `name` if not given", "tarn-accord", default=None)
    signed: Days | None = _said("the day from which signature is reckoned", "2032-02-01", default=None)
    effective: Days | None = _said("the day from which the agreement runs", "2032-02-03", default=None)
    unknown: dict[str, str] = _said(
        "for each field that stands as `?` or is missing, why it could not be told", {"effective": "no words say when it takes effect"}, default_factory=dict
    )
    words: list[WordsLine] = _said("the exact words that these fields rest on", default_factory=list)
    parties: list[PartyLine] = _said("who signed, guarantees, mediates, monitors or witnesses", default_factory=list)
    moments: list[MomentLine] = _said("what dates are reckoned from and the text does not date", default_factory=list)
    phases: list[PhaseLine] = _said("the parts of its life", default_factory=list)
    terms: list[TermLine] = _said("the provisions", default_factory=list)
    exchanges: list[ExchangeLine] = _said("so many of these for each of those", default_factory=list)
    aid: list[AidLine] = _said("so much let in each day or week", default_factory=list)
    money: list[FundLine] = _said("funds, and other money that is promised", default_factory=list)
    monitoring: list[MonitoringLine] = _said("who watches what", default_factory=list)
    disputes: list[ProcedureLine] = _said("how disputes are to be settled", default_factory=list)
    amendments: list[AmendmentLine] = _said("papers that change the agreement, and proposals that would", default_factory=list)
    leave_out: list[str] = _said("ids of lines that drafting is not to bring back", ["clause-7.2"], default_factory=list)
    drafted_before: list[str] = _said(
        "lines that drafting has made, by kind and key: one that is no longer in the file was taken out and stays out",
        ["term clause-3.1"],
        default_factory=list,
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
