"""Terms told by reports that repeat a clause of the agreement's text join that clause as tellings of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucekeeper.agreement.wanted import OWN, owed_of, telling_of
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement, Term

FRAGMENT = re.compile(r"^[\s,;:–—-]*(?:(?:and|but|or|while)\s+)?", re.IGNORECASE)


def trimmed(act: str) -> str:
    """An act's words on one line, without what a cut left at their front."""
    return " ".join(FRAGMENT.sub("", act).split())


def merged(terms: Sequence[Term], agreement: Agreement) -> tuple[Term, ...]:
    """The terms, those from reports that repeat a clause taken into it with their words."""
    kept: list[Term] = []
    more: dict[str, list[Term]] = {}
    clauses = [t for t in terms if t.clause and t.standing == "agreed"]
    for term in terms:
        clause = next((c for c in clauses if repeats(term, c, agreement)), None) if not term.clause and term.standing == "agreed" else None
        if clause is None:
            kept.append(term)
        else:
            more.setdefault(clause.id, []).append(term)
    return tuple(with_words(t, more.get(t.id, ())) for t in kept)


def with_words(term: Term, others: Iterable[Term]) -> Term:
    return replace(term, basis=tuple(dict.fromkeys((*term.basis, *(b for o in others for b in o.basis)))))


def repeats(term: Term, clause: Term, agreement: Agreement) -> bool:
    """The same kind of act with the same last day, or the same count of the same."""
    telling, other = telling_of(term), telling_of(clause)
    if telling is None or other is None or telling.name != other.name or (telling.name == OWN and telling != other):
        return False
    owed = owed_of(term)
    if owed is not None:
        return owed == owed_of(clause)
    due, wanted = (Reckoner(agreement).window(t)[0] for t in (term, clause))
    return bool(due and wanted and due.last_day and due.last_day == wanted.last_day)
