"""What if: an agreement with assumed events, and what they would change. Nothing of it is ever written to a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from trucekeeper.agreement.accounts import OUTLET
from trucekeeper.agreement.file import validated
from trucekeeper.agreement.lines import read
from trucekeeper.agreement.rounds import head, parts_of
from trucekeeper.agreement.schema import AmendmentLine, Days, Key, MomentLine, PlainLine, Who
from trucekeeper.model.agreement import Agreement, AgreementState
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import AgreementError, NotFound
from trucekeeper.model.ids import slug
from trucekeeper.model.ledger import Entry
from trucekeeper.model.matches import Match
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Amendment, Moment

ASSUMED = Actor("(assumed)")
UNKNOWN = "not known"  # what dates alone give where others tell of the line


class PerformedLine(PlainLine):
    """A term that is assumed to be performed, in part or not."""

    line: Key
    on: Days
    state: Literal["performed", "performed in part", "alleged not performed"] = "performed"
    by: Who | None = None
    done: float | None = None
    owed: float | None = None


class GivenLine(PlainLine):
    """So many that are assumed to be given under an exchange."""

    exchange: Key
    of: str
    value: float = Field(ge=0)
    on: Days
    round: int | None = Field(default=None, ge=1)


class AssumeFile(PlainLine):
    """Assumed events: amendments as in an agreement file, moments dated, terms performed, people or things given."""

    amendments: list[AmendmentLine] = Field(default_factory=list)
    moments: list[MomentLine] = Field(default_factory=list)
    performed: list[PerformedLine] = Field(default_factory=list)
    given: list[GivenLine] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """An agreement with what is assumed of it: the lines changed, and the tellings that would be there."""

    agreement: Agreement
    matches: tuple[Match, ...] = ()
    entries: tuple[Entry, ...] = ()
    papers: tuple[Amendment, ...] = ()

    def by(self, on: date) -> Agreement:
        """The agreement on a day: a paper that is assumed without a date is assumed to be signed by then."""
        undated = {p.id for p in self.papers if p.from_day is None and all(c.on is None for c in p.changes)}
        today = Time(on.isoformat(), on.isoformat())
        return replace(self.agreement, amendments=tuple(replace(a, signed=today) if a.id in undated else a for a in self.agreement.amendments))

    def days(self) -> list[tuple[date, str]]:
        """The days on which what is assumed comes about, the first first, each with what that is."""
        papers = [(p.from_day, p.name or f"{p.kind} {p.id}") for p in self.papers]
        told = [(m.when, f"{m.line} {m.state}") for m in self.matches]
        given = [(e.when, f"{e.value:g} given of {e.line}") for e in self.entries]
        return sorted((t.first_day, what) for t, what in (*papers, *told, *given) if t is not None and t.first_day is not None)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be otherwise."""

    what: str
    before: str
    after: str


def load_assumptions(path: Path, agreement: Agreement) -> Assumptions:
    """Raises AgreementError with the line for a file that does not fit, or that assumes something of a line that the agreement has not."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AgreementError(f"cannot be read: {error}", where=str(path)) from error
    file = validated(AssumeFile, text, where=str(path), what="assumptions", begins="`amendments:`, `moments:`, `performed:` or `given:`")
    try:
        return assumed(file, agreement)
    except NotFound as error:
        raise AgreementError(str(error.args[0]), where=str(path), mend=error.mend) from error


def assumed(file: AssumeFile, agreement: Agreement) -> Assumptions:
    """Raises NotFound for a line that the agreement has not."""
    ids = [*(p.id for p in agreement.phases), *(t.id for t in agreement.terms), *(x.id for x in agreement.exchanges), *(a.id for a in agreement.aid)]
    for key in (*(p.line for p in file.performed), *(g.exchange for g in file.given), *(c.line for a in file.amendments for c in a.changes)):
        if key not in ids:
            raise NotFound(f"{agreement.name} has no line {key}", mend=f"It has {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}.")
    papers: list[Amendment] = [read(Amendment, line) for line in file.amendments]
    moments: list[Moment] = [read(Moment, line) for line in file.moments]
    dated = {slug(m.name) for m in moments}
    made = replace(
        agreement,
        amendments=(*(a for a in agreement.amendments if a.id not in {p.id for p in papers}), *(replace(p, standing="agreed") for p in papers)),
        moments=(*(m for m in agreement.moments if slug(m.name) not in dated), *moments),
    )
    return Assumptions(made, tuple(map(match_of, file.performed)), tuple(entry_of(g, agreement) for g in file.given), tuple(papers))


def match_of(line: PerformedLine) -> Match:
    who = ASSUMED if line.by is None else Actor(line.by) if isinstance(line.by, str) else Actor(line.by.name, line.by.id)
    return Match(
        line=line.line, document="", reason="assumed", claims=(f"assumed {line.line} {line.on}",), basis=(), certainty="confirmed", state=line.state, by=who,
        when=Time.from_range(line.on), done=line.done, owed=line.owed, assumed=True,
    )  # fmt: skip


def entry_of(line: GivenLine, agreement: Agreement) -> Entry:
    """Raises NotFound where the exchange has no side of that name."""
    exchange = next(x for x in agreement.exchanges if x.id == line.exchange)
    part = next((part for part, side in parts_of(exchange) if head(side.of) == head(line.of)), None)
    if part is None:
        raise NotFound(f"{exchange.id} has no side of {line.of}", mend=f"It has {', '.join(side.of for _, side in parts_of(exchange))}.")
    return Entry(
        line=exchange.id, document="", reason="assumed", claims=(f"assumed {line.exchange} {line.of} {line.on}",), basis=(), certainty="confirmed",
        by=ASSUMED, when=Time.from_range(line.on), kind="given", part=part, round=line.round, value=line.value, assumed=True,
    )  # fmt: skip


def differences(before: AgreementState, after: AgreementState) -> Iterator[Difference]:
    """What the one state has otherwise than the other: phases, terms, counts, and what comes next."""
    for old, new in zip(before.phases, after.phases, strict=True):
        yield from differing(old.label, in_days(old.state, old.begin, old.end), in_days(new.state, new.begin, new.end))
    terms = {t.term.id: t for t in before.terms}
    for state in after.terms:
        earlier = terms.get(state.term.id)
        name = f"{state.term.clause or state.term.id} {state.term.act}"
        was = in_days(stands(earlier.states), earlier.due) if earlier else "not there"
        yield from differing(name, was, in_days(stands(state.states), state.due))
    counts = {(key, told.by, (told.reason or "").partition(":")[0].rpartition(" ")[2]): told for key, told in before.given}
    for key, told in after.given:
        old_told = counts.get((key, told.by, (told.reason or "").partition(":")[0].rpartition(" ")[2]))
        voice = told.by.label if told.by and told.by.name != OUTLET else "the report"
        yield from differing(f"{key}, as {voice} counts", (old_told.reason or "") if old_told else "nothing", told.reason or "")
    dates = [{f"{n.what} ({n.when.as_range})" for n in state.next_dates} for state in (before, after)]
    yield from (Difference("what comes next", "", new) for new in sorted(dates[1] - dates[0]))
    yield from (Difference("what comes next", old, "") for old in sorted(dates[0] - dates[1]))


def differing(what: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(what, before, after)


def stands(states: Sequence[Any]) -> str:
    told = dict.fromkeys(s.state for s in states)
    return "; ".join(s for s in told if s != UNKNOWN or len(told) == 1)


def in_days(state: str, *times: Time | None) -> str:
    days = " to ".join(words(times)) if any(t is not None for t in times) else ""
    return f"{state} ({days})" if days else state


def words(times: Iterable[Time | None]) -> Iterator[str]:
    for time in times:
        yield time.as_range if time is not None else "not stated"
