"""When and where an act is: the time and the place of its own clause or phrase."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.relations import base, clause, noun_phrase, own_subjects
from trucekeeper.model.time import Time
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.events.triggers import Trigger, surface_owner
from trucekeeper.reading.layers import Region, inside, layers, region

CONDITION = frozenset({"if", "unless", "provided"})  # a condition belongs to what it conditions


def span_of(trigger: Trigger) -> Span:
    """The words that tell the act: the clause of a verb, the phrase of a noun."""
    anchor = trigger.anchor
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


def in_own_clause(token: Token, anchor: Token) -> bool:
    """Whether a word hangs on the anchor with no other finite clause between."""
    while token != anchor:
        if token.head == token or (token.dep_ in {"acl:relcl", "ccomp", "advcl", "parataxis"} and token.pos_ in {"VERB", "AUX"}):
            return False
        token = token.head
    return True


def nearest(found: list[tuple[int, Region]], at: int) -> int | None:
    """The index whose region begins nearest to a character."""
    return min(found, key=lambda f: (abs(f[1][0] - at), f[0]))[0] if found else None


def about(trigger: Trigger, extent: Region) -> Time | None:
    """The time in the act's own clause or phrase."""
    doc = trigger.token.doc
    near = []
    for index, found in enumerate(layers(doc).times):
        if not found.is_date or not inside((found.start, found.end), extent):
            continue
        head = doc.char_span(found.start, found.end, alignment_mode="expand")
        owner = surface_owner(trigger.token)
        between = owner is not None and owner.idx < found.start < trigger.token.idx
        if head is not None and (between or in_own_clause(head.root, trigger.anchor)):
            near.append((index, (found.start, found.end)))
    chosen = nearest(near, trigger.token.idx)
    return layers(doc).times[chosen].time if chosen is not None else None


def place(trigger: Trigger, extent: Region) -> int | None:
    """The index of the named place in the act's clause or phrase; names that stand for a government are none."""
    near = [(i, (p.start, p.end)) for i, p in enumerate(layers(trigger.token.doc).places) if not p.metonym and inside((p.start, p.end), extent)]
    after = [n for n in near if n[1][0] > trigger.token.idx]
    return nearest(after or near, trigger.token.idx)


def extent_of(trigger: Trigger) -> Region:
    return region(span_of(trigger))
