"""What amendments make of an agreement by a day: ends moved, lines replaced, suspended, resumed, ended or added. Only what is agreed changes anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from trucekeeper.agreement.calculus import Duration, duration_words, shifted
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, Life, Phase, StateClaim, Term
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Amendment, Change

STATES: dict[str, Life] = {"replace": "replaced", "suspend": "suspended", "end": "lapsed"}


@dataclass(frozen=True, slots=True)
class Changed:
    """An agreement as amended by a day. `lives` are the states that amendments give to lines, `sums` what was reckoned for phases, both by the line's id."""

    agreement: Agreement
    lives: dict[str, StateClaim] = field(default_factory=dict)
    sums: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def life(self, line: str, phase: str | None) -> StateClaim | None:
        """Of a line itself, or of the phase that it stands in."""
        own = self.lives.get(line)
        return own or (self.lives.get(phase) if phase is not None else None)


def changed(agreement: Agreement, on: date) -> Changed:
    """The agreement with all agreed changes that are so by the day `on`, the oldest first; what an amendment brings later is not there yet.

    A later end is known from the day on which it was agreed, even where the paper takes effect later.
    """
    made = agreement
    lives: dict[str, StateClaim] = {}
    sums: dict[str, tuple[str, ...]] = {}
    for paper, change, since in in_order(agreement):
        agreed = paper.signed or since if change.what == "extend" else since
        first = agreed.first_day if agreed else None
        if first is None or first > on:
            continue
        if change.what == "extend":
            made, told = extended(made, change, paper)
            sums[change.line] = (*sums.get(change.line, ()), *told)
        elif change.what == "resume":
            lives.pop(change.line, None)
        elif change.what in STATES:
            told_life = life_by(paper, change, since, on)
            if told_life is not None:
                lives[change.line] = told_life
            if change.what == "end" and made.phase(change.line) is not None:
                made = with_phase(made, change.line, end=since, end_from=None, length=None)
    made = replace(made, exchanges=tuple(replace(x, rounds=tuple(r for r in x.rounds if is_there(agreement, r.added_by, on))) for x in made.exchanges))
    for term in agreement.terms:
        waiting = not_yet(agreement, term, on)
        if waiting is not None:
            lives[term.id] = waiting
    return Changed(made, lives, sums)


def is_there(agreement: Agreement, paper: str | None, on: date) -> bool:
    """Is what that amendment brought there by the day? What none brought always is."""
    brought = next((a for a in agreement.amendments if a.id == paper), None)
    first = brought.from_day.first_day if brought is not None and brought.from_day is not None else None
    return brought is None or (brought.standing == "agreed" and first is not None and first <= on)


def in_order(agreement: Agreement) -> Iterator[tuple[Amendment, Change, Time | None]]:
    """Agreed changes with the days from which they are so, the oldest first; undated ones last, as nothing says that they are so by any day."""
    found = [(p, c, c.on or p.from_day) for p in agreement.amendments if p.standing == "agreed" for c in p.changes]
    yield from sorted(found, key=lambda f: (f[2].earliest or "9" if f[2] else "9", f[0].id))


def name_of(paper: Amendment) -> str:
    return paper.name or (f"the {paper.kind}" if paper.id == paper.kind else f"{paper.kind} {paper.id}")


def life_by(paper: Amendment, change: Change, since: Time | None, on: date) -> StateClaim | None:
    """The state that a change gives to its line, None for a suspension that is over."""
    if change.what == "suspend" and change.until is not None and change.until.last_day is not None and change.until.last_day < on:
        return None
    until = f" until {change.until.as_range}" if change.until else ""
    instead = f"; {change.replacement} takes its place" if change.replacement else ""
    reason = f"by {name_of(paper)}, from {since.as_range if since else 'a day not stated'}{until}{instead}"
    claims = tuple(b.claim for b in paper.basis if b.claim)
    return StateClaim(state=STATES[change.what], ground="amendment", since=since, reason=reason, claims=claims, basis=paper.basis)


def not_yet(agreement: Agreement, term: Term, on: date) -> StateClaim | None:
    """A term that comes with an amendment, before that one is so."""
    paper = next((a for a in agreement.amendments if a.id == term.added_by), None)
    if paper is None:
        return None
    since = paper.from_day
    if paper.standing != "agreed":
        return StateClaim(state="proposed", ground="amendment", by=paper.by, reason=f"would come with {name_of(paper)}, which is {paper.standing}")
    first = since.first_day if since else None
    if first is not None and first <= on:
        return None
    return StateClaim(
        state="pending", ground="amendment", since=since, reason=f"comes with {name_of(paper)}, {since.as_range if since else 'which has no date'}"
    )


def extended(agreement: Agreement, change: Change, paper: Amendment) -> tuple[Agreement, Sequence[str]]:
    """A phase, term or line of aid that goes on longer, and the sum."""
    dates = Reckoner(agreement)
    term = next((t for t in agreement.terms if t.id == change.line), None)
    old = dates.window(term)[0] if term is not None else dates.span(change.line).end
    length = Duration.parse(change.length) if change.length else None
    new = change.until or (shifted(old, length) if old is not None and length is not None else None)
    if new is None:
        return agreement, [f"{name_of(paper)} extends it by {duration_words(change.length or '')}, from an end that cannot be reckoned"]
    how = f" ({old.as_range} + {duration_words(change.length or '')})" if old is not None and change.until is None else ""
    told = [f"end moved{f' from {old.as_range}' if old else ''} to {new.as_range} by {name_of(paper)}{how}"]
    if term is not None:
        longer = replace(term, due=Time(old.earliest if old else None, new.latest))
        return replace(agreement, terms=tuple(longer if t.id == term.id else t for t in agreement.terms)), told
    phase = agreement.phase(change.line)
    if phase is not None:
        by_end = replace(agreement, phases=tuple(replace(p, end=None, end_from=None) if p is phase else p for p in agreement.phases))
        begin = phase.begin if Reckoner(by_end).span(phase.id).begin is not None else dates.span(phase.id).begin  # one reckoned back from the old end stays
        return with_phase(agreement, phase.id, begin=begin, end=new, end_from=None, length=None), [*dates.span(phase.id).checks, *told]
    aid = tuple(replace(a, last=new) if a.id == change.line else a for a in agreement.aid)
    return replace(agreement, aid=aid), told


def with_phase(agreement: Agreement, key: str, **values: object) -> Agreement:
    phases: tuple[Phase, ...] = tuple(replace(p, **values) if p.id == key else p for p in agreement.phases)  # type: ignore[arg-type]
    return replace(agreement, phases=phases)
