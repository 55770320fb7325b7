"""Which reported acts bear on which terms, and why: told in the same words, or the same matter done by somebody who owes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.model.agreement import Life, Term
from trucekeeper.model.claims import Actor, Claim, Event


@dataclass(frozen=True, slots=True)
class Match:
    """An event that bears on a term: what its teller says of the term by it, and the reason for the match."""

    event: Event
    state: Life
    reason: str


class Matcher:
    """Events by issue and by document, so that each term looks only at those that can bear on it."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.by_issue: dict[str, list[Event]] = {}
        self.by_document: dict[str, list[Event]] = {}
        for event in (c for c in claims if isinstance(c, Event) and c.status in {"happened", "denied"}):
            self.by_document.setdefault(event.document, []).append(event)
            for issue in act_words().issues.get(event.act, frozenset()):
                self.by_issue.setdefault(issue, []).append(event)

    def of(self, term: Term) -> list[Match]:
        """One match an event, in the order of document and text; terms that are not agreed have none."""
        if term.standing != "agreed":
            return []
        reported = () if term.clause else term.basis  # the agreement's own words report nothing
        told = {e.id: (e, "told in the same words") for b in reported for e in self.by_document.get(b.document, []) if same_words(e, b.start, b.end)}
        bearers = {a.key: a.label for a in term.bearers}
        for event in self.by_issue.get(term.issue or "", []):
            doer = next((name for a in event.actors for key, name in bearers.items() if same_actor(a, key, name)), None)
            if doer is not None:
                told.setdefault(event.id, (event, f"{event.act} by {doer}, who owes it, on the same issue ({term.issue})"))
        found = []
        for event, reason in told.values():
            state = state_told(event)
            if state is not None:
                found.append(Match(event, state, reason))
        return found


def same_actor(actor: Actor, key: str, name: str) -> bool:
    """By key, or by the words that a fuller name begins with ("government" for the government of somewhere)."""
    label = actor.label.casefold().removeprefix("the ")
    return actor.key == key or f"{name.casefold().removeprefix('the ')} ".startswith(f"{label} ")


def same_words(event: Event, start: int, end: int) -> bool:
    main = event.trigger or event.evidence[0]
    return start <= main.start and main.end <= end


def state_told(event: Event) -> Life | None:
    """What a report of an act says of its term; an act against a term is alleged, whoever reports it."""
    words = act_words()
    if event.act in words.against:
        return "alleged broken" if event.status == "happened" else "disputed"
    if event.act in words.performs:
        return "performed" if event.status == "happened" else "disputed"
    return None
