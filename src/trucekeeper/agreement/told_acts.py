"""Which acts that reports tell bear on which terms: by whom they were done, whether in whole or in part, and what that says of the term."""

from __future__ import annotations

from collections.abc import Sequence

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.frames import before_of, is_begun, whole_words
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.names import plain_name
from trucekeeper.agreement.sentences import Sentence
from trucekeeper.agreement.told import is_partial
from trucekeeper.agreement.verbs import irregular
from trucekeeper.agreement.wanted import Wanted, initials, owed_of, topics_of
from trucekeeper.model.agreement import Life, Party, Term
from trucekeeper.model.claims import Actor, Event
from trucekeeper.model.matches import Match

REACH = 40  # code points behind a noun of an act within which it is said to begin


def by_act(term: Term, event: Event, state: Life, reason: str, *, sure: bool) -> Match:
    return Match(
        line=term.id, document=event.document, reason=reason, claims=(event.id,), basis=(basis_of(event),), certainty="matched" if sure else "proposed",
        state=state, by=event.attribution.asserter, said=event.said, when=event.about, words=" ".join(event.evidence[0].exact.split()),
    )  # fmt: skip


def fits(event: Event, telling: Telling | None) -> bool:
    """Is it an act of the kind that the term asks for, or forbids? What goes against a term must be."""
    if telling is None or not telling.acts:
        return event.act not in act_words().against
    return event.act in telling.acts


def doer_of(event: Event, term: Term, parties: Sequence[Party]) -> str | None:
    """Who of an event's actors owes the term, by name; what "the parties" owe each of them does."""
    bearers = [(b.key, b.label) for b in term.bearers]
    if term.bearers and all(is_all(b) for b in term.bearers):
        bearers += [(p.key, p.name) for p in parties]
    return next((label for a in event.actors for key, label in bearers if same_actor(a, key, label)), None)


def is_all(actor: Actor) -> bool:
    return plain_name(actor.name).rpartition(" ")[2] in act_words().collective


def same_actor(actor: Actor, key: str, name: str) -> bool:
    """By key, by the words that a fuller name begins with ("government" for the government of somewhere), or by its people ("JOT men", "Joint Observer
    Team men")."""
    label, full = actor.label.casefold().removeprefix("the "), name.casefold().removeprefix("the ")
    if actor.key == key or f"{full} ".startswith(f"{label} "):
        return True
    short = initials(name).casefold()
    return label.startswith(f"{full} ") or (bool(short) and f"{label} ".startswith(f"{short} "))


def same_words(event: Event, start: int, end: int) -> bool:
    main = event.trigger or event.evidence[0]
    return start <= main.start and main.end <= end


def only_begun(event: Event, sentence: Sentence) -> bool:
    """ "began handing in weapons", "the disarmament of the Front began": an act that is told as no more than begun."""
    if event.trigger is None:
        return False
    begun = whole_words(act_words().frames.begun).search(sentence.text[event.trigger.end - sentence.start :][:REACH])
    return is_begun(before_of(sentence.text, event.trigger.start - sentence.start)) or (begun is not None and not is_finite(event))


def is_finite(event: Event) -> bool:
    """Is the act told by a past form ("withdrew", "have been freed") and not by its noun?"""
    first = event.trigger.exact.split()[0].casefold() if event.trigger and event.trigger.exact.split() else ""
    return event.trigger is None or first.endswith("ed") or first in irregular()


def in_a_name(event: Event) -> bool:
    """Is the act's noun a word of a name ("the Ceasefire Monitoring Mechanism")?"""
    words, at = event.evidence[0].exact, event.trigger.start - event.evidence[0].start if event.trigger else 0
    return event.trigger is not None and at > 0 and event.trigger.exact[:1].isupper() and words[:at].rstrip()[-1:].isalnum() and not is_finite(event)


def in_part_by(event: Event, sentence: Sentence | None, wanted: Wanted) -> Life:
    """What the words around an act that was done make of it: done in whole, or in part."""
    if event.trigger is None or sentence is None:
        return "performed"
    start, end = (place - sentence.start for place in (event.trigger.start, event.trigger.end))
    counts = owed_of(wanted.term) is not None
    return (
        "performed in part" if is_partial(sentence, start, end, wanted.matter | topics_of(wanted.telling), counts=counts, act=wanted.term.act) else "performed"
    )
