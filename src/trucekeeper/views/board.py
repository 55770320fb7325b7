"""The board: what is in force on a date, who wants what, what is contested, and what is said to come next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucekeeper.model.agreement import AgreementState, PhaseState, StateClaim, TermState
from trucekeeper.views.board_events import QUARTER, EventRow, newest, threatened
from trucekeeper.views.board_next import NextRow, cites_by_id, coming, gone_by, ground_words
from trucekeeper.views.cite import Cite, Word, cite_of, whose
from trucekeeper.views.extent import left_out
from trucekeeper.views.figure import RelationRow, each_once, relation_rows
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.denials import Dispute
from trucekeeper.weighing.stances import Stand, distinct
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, said_words, time_words, with_days

CONTESTED = ("differs", "corrects", "does_not_sum")
# states of agreed terms that a morning reader wants told; the whole list is the business of `truce state`
LOOK_AT = (
    "due",
    "reports touch it, none says plainly",
    "deadline passed, no report of performance",
    "performed in part",
    "late",
    "suspended",
    "alleged broken",
    "alleged not performed",
    "disputed",
)
CHOSEN = "the newest, one of each story"
DISPUTE_LABELS = {
    "denied": "denied",
    "each_accuses": "each accuses the other",
    "doers_differ": "doers differ",
    "words_differ": "words differ",
    "retracted": "taken back",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a state, or one thing wanted of a phase. `by` is whose it is; arithmetic and silence are nobody's and say so."""

    text: str
    by: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class PhaseRow:
    label: str
    state: str
    dates: str
    reason: str
    by: str
    cites: tuple[Cite, ...]
    accounts: tuple[Account, ...]
    wanted: tuple[Account, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """An agreed term that wants looking at. `who` is its bearer, or says that none is named."""

    act: str
    who: str
    due: str
    cites: tuple[Cite, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """`repeats` are further claims that say the same again, oldest first."""

    stance: str
    content: str
    said: str
    word: Word
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class PartyCell:
    party: str
    entries: tuple[PositionEntry, ...]
    moved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    issue: str
    parties: tuple[PartyCell, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board on the ISO date `on`, of the documents published up to then. `agreement` is None where no words tell of one.

    `left_out` says what of a large record was not weighed for it; it is empty where all was. `older_threats` counts what was threatened or tied to a condition
    more than a quarter of a year before and not told of again.
    """

    on: str
    documents: int
    claims: int
    left_out: str
    agreement: str | None
    note: str
    phases: tuple[PhaseRow, ...]
    terms: tuple[TermRow, ...]
    issues: tuple[IssueRow, ...]
    figures: tuple[RelationRow, ...]
    disputes: tuple[RelationRow, ...]
    newest: tuple[EventRow, ...]
    next: tuple[NextRow, ...]
    past_plans: tuple[NextRow, ...]
    threatened: tuple[EventRow, ...]
    older_threats: int
    rejected: int
    undecided: tuple[str, ...]

    @property
    def older_words(self) -> str:
        """How many threats and conditions are not shown, and where they stand."""
        return f"Not told of again, and of more than {QUARTER} days before: {self.older_threats}. The timeline lists them."

    @property
    def cites(self) -> list[Cite]:
        found = [c for p in self.phases for c in p.cites]
        found += [c for p in self.phases for a in (*p.accounts, *p.wanted) for c in a.cites]
        found += [c for t in self.terms for c in (*t.cites, *(c for a in t.accounts for c in a.cites))]
        found += [c for i in self.issues for p in i.parties for e in p.entries for c in e.cites]
        found += [c for r in (*self.figures, *self.disputes) for c in r.cites]
        found += [c for e in (*self.newest, *self.threatened) for c in e.cites]
        return found + [c for n in (*self.next, *self.past_plans) for c in n.cites]


def build(weighed: Weighed, on: date) -> BoardPage:
    """The board of what was published up to and on a day."""
    known = weighed.published_by(on)
    state = _agreement(known, on)
    relations = [r for r in known.figure_relations if r.kind in CONTESTED]
    figures, _ = relation_rows(relations, known)
    found = bool(state.phases or state.terms)
    open_ones, older = threatened(known, on)
    return BoardPage(
        on=on.isoformat(),
        documents=len(known.documents),
        claims=len(known.claims),
        left_out=left_out(known.extent, chosen=CHOSEN, more="Agreed terms and earlier positions of older reports are taken in."),
        agreement=state.name if found else None,
        note=with_days(state.note) if found else "No words of this record tell of an agreement.",
        phases=tuple(_phase(known, p) for p in state.phases),
        terms=tuple(_term(known, t) for t in state.terms if _wants_looking_at(t)),
        issues=_issues(known),
        figures=figures,
        disputes=each_once(_dispute(known, d) for d in known.disputes),
        newest=newest(known, on),
        next=tuple(row for _, row in coming(known, state.next_dates, on)),
        past_plans=tuple(row for _, row in gone_by(known, on)),
        threatened=open_ones,
        older_threats=older,
        rejected=len(known.judged.rejected),
        undecided=tuple(f"{p.first_label} / {p.second_label}: {p.reason}" for p in known.who.proposals),
    )


def _agreement(known: Weighed, on: date) -> AgreementState:
    from trucekeeper.agreement.state import board_state

    return board_state(known.claims, known.documents.values(), on)


def _account(known: Weighed, claim: StateClaim) -> Account:
    since = ""
    if claim.ground == "claim" and claim.since and (claim.since.earliest or claim.since.latest):
        since = f" since {time_words(claim.since)}" if claim.since.earliest else f" {said_words(claim.since)}"
    reason = f": {with_days(shortened(claim.reason))}" if claim.reason and claim.ground != "silence" else ""
    return Account(f"{claim.state}{since}{reason}", ground_words(claim.ground, [claim.by] if claim.by else []), cites_by_id(known, claim.claims))


def _phase(known: Weighed, phase: PhaseState) -> PhaseRow:
    begin, end = time_words(phase.begin, unknown=""), time_words(phase.end, unknown="")
    dates = " to ".join(d for d in (begin or "begin not stated", end or "end not stated")) if begin or end else "no dates stated"
    return PhaseRow(
        label=phase.label,
        state=phase.state,
        dates=dates,
        reason=with_days(phase.reason),
        by=ground_words("claim", phase.by),
        cites=cites_by_id(known, phase.claims),
        accounts=tuple(_account(known, s) for s in phase.states),
        wanted=tuple(_account(known, s) for s in phase.wanted),
        checks=tuple(map(with_days, phase.checks)),
    )


def _wants_looking_at(term: TermState) -> bool:
    return term.term.standing == "agreed" and any(s.state in LOOK_AT for s in term.states)


def _term(known: Weighed, state: TermState) -> TermRow:
    term = state.term
    who = ", ".join(a.label for a in term.bearers) or "bearer not stated"
    shown = [s for s in state.states if s.state != "not known"]
    ids = [b.claim for b in term.basis if b.claim]
    act = shortened(term.act.strip(" ,;."), 120)
    return TermRow(act, who, said_words(state.due, unknown="no date"), cites_by_id(known, ids), tuple(_account(known, s) for s in shown))


def _issues(known: Weighed) -> tuple[IssueRow, ...]:
    by_issue: dict[str, list[Stand]] = {}
    for stand in known.stands:
        by_issue.setdefault(stand.issue, []).append(stand)
    rows = [IssueRow(issue.replace("_", " "), tuple(_party(known, s) for s in stands)) for issue, stands in by_issue.items()]
    return tuple(sorted(rows, key=lambda r: (-len(r.parties), r.issue)))


def _party(known: Weighed, stand: Stand) -> PartyCell:
    entries = []
    for pile in reversed(distinct(stand.positions)):
        newest = pile[-1]
        cites = tuple(cite_of(p) for p in reversed(pile))
        word = whose(newest, known.document_of(newest))
        entries.append(PositionEntry(newest.held, shortened(newest.content, 200), said_words(newest.said), word, cites))
    return PartyCell(stand.party, tuple(entries), tuple(m.reason for m in stand.moves))


def _dispute(known: Weighed, dispute: Dispute) -> RelationRow:
    words = "; ".join(list(dict.fromkeys(f"“{shortened(c.evidence[0].exact, 90)}”" for c in dispute.claims))[:2])
    cites = tuple(cite_of(c) for c in dispute.claims)
    return RelationRow("differs", DISPUTE_LABELS[dispute.kind], "", f"{dispute.reason}: {words}", cites)


def title(page: BoardPage) -> str:
    return f"Board of {day_words(page.on)}"
