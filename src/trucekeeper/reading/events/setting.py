"""When and where an act is: the time and the place of its own clause or phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.relations import ancestors, base, children, clause, noun_phrase, own_subjects
from trucekeeper.model.time import Time
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.statuswords import has_to, is_verbal, says
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
        if token.head == token:
            return False
        own = token.head == anchor and token.dep_ == "acl" and not is_verbal(anchor)  # "a meeting planned for June"
        if is_verbal(token) and base(token) in {"acl", "ccomp", "advcl", "parataxis", "conj"} and not own:
            return False
        token = token.head
    return True


def clause_of(word: Token, top: Token) -> list[Token]:
    """A word, and the verb of its clause where that stands below `top`."""
    verb = next((a for a in ancestors(word) if is_verbal(a)), word)
    return [word] if verb == top or is_verbal(word) else [word, verb]


def nearest(found: list[tuple[int, Region]], at: int) -> int | None:
    """The index whose region begins nearest to a character."""
    return min(found, key=lambda f: (abs(f[1][0] - at), f[0]))[0] if found else None


def about(trigger: Trigger, extent: Region, dates: Dates) -> Time | None:
    """The time in the act's own clause or phrase; else that of the clause that tells of its course or that it is told with.

    Of what a speech act speaks of, the time in its own clause goes before that of the speaking ("agreed on Tuesday to meet on Friday").
    """
    doc = trigger.token.doc
    if trigger.matter is not None and trigger.matter.anchor != trigger.anchor:
        spoken = clause_of(trigger.matter.anchor, trigger.anchor)
        own = [(i, (s, e)) for i, s, e, head in dates if inside((s, e), extent) and any(in_own_clause(head, part) for part in spoken)]
        chosen = nearest(own, trigger.matter.token.idx)
        if chosen is not None:
            return layers(doc).times[chosen].time
    owner = surface_owner(trigger.token)
    near = []
    for index, start, end, head in dates:
        between = owner is not None and owner.idx < start < trigger.token.idx
        if inside((start, end), extent) and (between or in_own_clause(head, trigger.anchor)):
            near.append((index, (start, end)))
    for anchor, before in beside(trigger):
        if near:
            break
        near = [(i, (s, e)) for i, s, e, head in dates if in_own_clause(head, anchor) and (not before or s < anchor.idx)]
    chosen = nearest(near, trigger.token.idx)
    return layers(doc).times[chosen].time if chosen is not None else None


Dates = tuple[tuple[int, int, int, Token], ...]  # index, start, end and head word of each date of a text


def dates_of(doc: Doc) -> Dates:
    found = []
    for index, time in enumerate(layers(doc).times):
        span = doc.char_span(time.start, time.end, alignment_mode="expand") if time.is_date else None
        if span is not None:
            found.append((index, time.start, time.end, span.root))
    return tuple(found)


def beside(trigger: Trigger) -> Iterator[tuple[Token, bool]]:
    """Verbs whose time is the act's as well, the nearest first; `True` where only a time before the verb is shared."""
    token, anchor = trigger.token, trigger.anchor
    yield from ((c, False) for c in children(token, "acl") if lemma_in(c, says()["occurrence"]))  # "clashes, which began on Tuesday"
    if base(token) in {"nsubj", "csubj"} and lemma_in(token.head, says()["occurrence"]):
        yield token.head, False  # "fighting broke out on 15 April"
    if not is_verbal(anchor):
        return
    if anchor.tag_ == "VBG" and base(anchor) in {"advcl", "acl"} and not children(anchor, "mark"):
        above = next((a for a in ancestors(anchor) if is_verbal(a)), None)
        if above is not None:
            yield above, False  # "shelled the town, killing dozens"
    if anchor.dep_ == "acl:relcl" and lemma_in(anchor.head, acts().nouns) and is_verbal(anchor.head.head):
        yield anchor.head.head, False  # "an operation on Sunday that killed seven"
    if base(anchor) == "conj" and is_verbal(anchor.head):
        yield anchor.head, True  # "in March, Chad expelled the envoy and closed its border"


def place(trigger: Trigger, extent: Region) -> int | None:
    """The index of the named place in the act's clause or phrase; names that stand for a government are none."""
    near = [(i, (p.start, p.end)) for i, p in enumerate(layers(trigger.token.doc).places) if not p.metonym and inside((p.start, p.end), extent)]
    after = [n for n in near if n[1][0] > trigger.token.idx]
    return nearest(after or near, trigger.token.idx)


def extent_of(trigger: Trigger) -> Region:
    return region(span_of(trigger))
