"""The words that tell an act, and where it was: the place of its own clause or phrase."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from spacy.tokens import Span, Token

from trucekeeper.language.relations import base, clause, noun_phrase, own_subjects
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.events.triggers import Trigger, misread_subject, surface_owner
from trucekeeper.reading.layers import Region, inside, layers, region

CONDITION = frozenset({"if", "unless", "provided"})  # a condition belongs to what it conditions


def span_of(trigger: Trigger) -> Span:
    """The words that tell the act: the clause of a verb, the phrase of a noun."""
    anchor = trigger.anchor
    missed = misread_subject(anchor)
    if missed is not None:
        return anchor.doc[missed.left_edge.i : noun_phrase(anchor.head, clauses=False).end]  # "Washington lifted sanctions on …", read as one phrase
    if not is_verbal(anchor) and anchor.pos_ != "ADJ":
        owner = surface_owner(anchor)
        return noun_phrase(anchor, clauses=False) if owner is None else anchor.doc[owner.left_edge.i : anchor.i + 1]
    found = clause(anchor)
    start = min(found.start, trigger.token.i, governing_start(anchor))
    return anchor.doc[start : max(own_end(found, trigger), trigger.token.i + 1)]


def own_end(found: Span, trigger: Trigger) -> int:
    """Where the telling of this act ends: before a comma and a clause of another ("…, as the rebels urged …")."""
    for token in found.doc[max(trigger.token.i, trigger.anchor.i) : found.end - 1]:
        after = found.doc[token.i + 1]
        if token.text == "," and (base(after) == "mark" or after.tag_ == "WRB") and after.lower_ not in CONDITION:
            return token.i
    return found.end


def governing_start(verb: Token) -> int:
    """Where the clause of the verb begins that an infinitive hangs on ("Israel prepared to send …"): it says what became of the act."""
    start = verb.i
    while has_to(verb) and base(verb) in {"xcomp", "advcl"} and is_verbal(verb.head) and verb.head.i < verb.i:
        verb = verb.head
        start = min([verb.i, *(s.left_edge.i for s in own_subjects(verb))])
    return start


def nearest(found: list[tuple[int, Region]], at: int) -> int | None:
    """The index whose region begins nearest to a character."""
    return min(found, key=lambda f: (abs(f[1][0] - at), f[0]))[0] if found else None


def place(trigger: Trigger, extent: Region) -> int | None:
    """The index of the named place in the act's clause or phrase; names that stand for a government are none."""
    places = layers(trigger.token.doc).places
    first, last = (bisect_left(places, edge, key=attrgetter("start")) for edge in extent)
    near = [(i, (p.start, p.end)) for i, p in enumerate(places[first:last], first) if not p.metonym and inside((p.start, p.end), extent)]
    after = [n for n in near if n[1][0] > trigger.token.idx]
    return nearest(after or near, trigger.token.idx)


def extent_of(trigger: Trigger) -> Region:
    return region(span_of(trigger))
