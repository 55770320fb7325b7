"""News of an agreement: phases and terms that stand otherwise, new terms, and dates that have passed or come near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from trucekeeper.model.agreement import AgreementState, TermState
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.time import Time
from trucekeeper.views.board import LOOK_AT
from trucekeeper.views.board_events import ends
from trucekeeper.views.board_next import NextRow, cites_by_id, coming, gone_by, ground_words
from trucekeeper.views.cite import outlet_of
from trucekeeper.views.news_rows import NewsRow, NewsSection, cites_of, published, row_of, told
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.news import News
from trucekeeper.weighing.origins import is_agreement_text
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import count_words, day_words, with_days

NEAR = 7  # days ahead that are told as near
PLANNED = "planned"


def term_sections(news: News) -> Iterator[NewsSection]:
    """The agreement's own news, as of the day of the newest report, and of the newest that was known before."""
    known, before = news.weighed, news.before
    day, then = known.newest_day, before.newest_day
    rows = list(_new_terms(news))
    if day is not None:
        state = _state(known, day)
        earlier = _state(before, then) if then else None
        rows = [*_phases(known, state, earlier), *_terms(news, state, earlier), *rows]
        if rows:
            yield NewsSection("agreement", "The agreement", tuple(rows))
        dates = [*_passed(known, state, day, then), *_near(news, state, earlier, day)]
        if dates:
            yield NewsSection("dates", f"Dates, as of {day_words(day)}", tuple(dates))
    elif rows:
        yield NewsSection("agreement", "The agreement", tuple(rows))


def _state(known: Weighed, day: date) -> AgreementState:
    from trucekeeper.agreement.state import board_state

    return board_state(known.claims, known.documents.values(), day)


def _phases(known: Weighed, state: AgreementState, earlier: AgreementState | None) -> Iterator[NewsRow]:
    was = {p.label: p.state for p in earlier.phases} if earlier else {}
    for phase in state.phases:
        if was.get(phase.label) != phase.state:
            label = f"{was[phase.label]}, now {phase.state}" if phase.label in was else phase.state
            yield row_of(known, label, f"{phase.label}: {with_days(phase.reason)}", _claims(known, phase.claims))


def _terms(news: News, state: AgreementState, earlier: AgreementState | None) -> Iterator[NewsRow]:
    """New accounts of agreed terms by somebody's word, and terms of which the dates say something else than before."""
    known, was = news.weighed, {_key(t): t for t in earlier.terms} if earlier else {}
    for term in (t for t in state.terms if t.term.standing == "agreed"):
        act = shortened(term.term.act.strip(" ,;."), 140)
        for account in term.states:
            claims = _claims(known, account.claims)
            if account.ground == "claim" and any(c.id in news.claims for c in claims):
                yield row_of(known, account.state, act, claims, *([with_days(shortened(account.reason))] if account.reason else []))
        old, new = _computed(was.get(_key(term))), _computed(term)
        if old and new != old and new in LOOK_AT:
            ids = [b.claim for b in term.term.basis if b.claim]
            yield NewsRow(new, act, "by the dates and what is told", (f"before: {old}",), cites_by_id(known, ids))


def _key(term: TermState) -> tuple[str, str]:
    return term.term.clause or "", term.term.act


def _computed(term: TermState | None) -> str:
    """What the dates, or silence, say of a term."""
    return next((s.state for s in reversed(term.states) if s.ground != "claim"), "") if term else ""


def _new_terms(news: News) -> Iterator[NewsRow]:
    """The clauses of an agreement's text as one row, terms that reports tell one by one."""
    known = news.weighed
    clauses: dict[str, list[Claim]] = defaultdict(list)
    for provision in known.of_kind(Provision):
        if provision.id in news.claims:
            if is_agreement_text(provision):
                clauses[provision.document].append(provision)
            elif provision.standing == "agreed":
                yield row_of(known, "term told", shortened(provision.action, 140), [provision])
    for document, held in clauses.items():
        paper = known.documents[document]
        text = f"{paper.title or paper.name}: {count_words(len(held), 'term')}"
        yield NewsRow("agreement text", text, f"{outlet_of(paper)}, {published(known, held[0])}", (), cites_of(known, held))


def _passed(known: Weighed, state: AgreementState, day: date, then: date | None) -> Iterator[NewsRow]:
    """Dates between the newest report that was known and the newest now; without older reports, of the last days."""
    first = then or day - timedelta(NEAR)
    for when, row in gone_by(known, day):
        if first <= (ends(when) or day) < day:
            yield _dated(known, "passed, with no report of it", row)
    for term in state.terms:
        end = ends(term.due)
        if end and first <= end < day and term.term.standing == "agreed":
            ids = [b.claim for b in term.term.basis if b.claim]
            accounts = (f"{s.state} - {ground_words(s.ground, [s.by] if s.by else [])}" for s in term.states if s.state != "not known")
            text = f"by {day_words(end)}: {shortened(term.term.act.strip(' ,;.'), 140)}"
            yield NewsRow("fell due", text, "arithmetic", tuple(dict.fromkeys(accounts)), cites_by_id(known, ids))


def _near(news: News, state: AgreementState, earlier: AgreementState | None, day: date) -> Iterator[NewsRow]:
    """What comes within a week and did not when the record was last looked at, or was not known then."""
    known, before, then = news.weighed, news.before, news.before.newest_day
    was = {_when_and_what(r) for t, r in coming(before, earlier.next_dates, then) if _within(t, then)} if earlier and then else set()
    for when, row in coming(known, state.next_dates, day):
        if _within(when, day) and _when_and_what(row) not in was:
            end = ends(when) or day
            left = (end - day).days
            yield _dated(known, "today" if left == 0 else f"in {count_words(left, 'day')}", row)


def _dated(known: Weighed, label: str, row: NextRow) -> NewsRow:
    """A plan on the word of those who tell it; what falls due on nobody's."""
    by = told(known, _claims(known, (c.claim for c in row.cites))) if row.status == PLANNED else row.by
    return NewsRow(label, f"{row.when}: {row.what} ({row.status})", by, (), row.cites)


def _claims(known: Weighed, ids: Iterable[str]) -> list[Claim]:
    return [known.by_id[i] for i in ids if i in known.by_id]


def _when_and_what(row: NextRow) -> tuple[str, str]:
    return row.when, row.what


def _within(when: Time | None, day: date) -> bool:
    end = ends(when)
    return end is not None and day <= end <= day + timedelta(NEAR)
