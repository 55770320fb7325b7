"""The time of an act by another telling of it: "the attack" by the attack that was told before, and the tolls that follow it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, is_perfect
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import ancestors, base, children, first_conjunct
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import kinds
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.layers import EventFound

REACH = 2  # sentences between a dated attack and the tolls and further words for it


def dated(events: list[EventFound], doc: Doc) -> list[EventFound]:
    """The events, those without a time dated by another telling of the same happening: "the attack" by the attack spoken of before it (or, in the sentences
    right after, by the one that says its day), "the exchange" and "the talks" by those, and the tolls that follow a dated attack by that."""
    made = list(events)
    wars = {e.token for e in events if lemma_in(doc[e.token], finding()["wars"]) is not None}  # "the 2006 war" dates nothing that came in it or after it
    taken: set[int] = set()  # those that have their time from another telling: "the bombardment destroyed a school"
    begins = [s.start for s in doc.sents]
    sentence = {e.token: bisect_right(begins, e.token) for e in events}
    for at, event in enumerate(made):
        if event.about is not None or event.status != "happened":
            continue
        token, number = doc[event.token], sentence[event.token]
        before = [o for o in made[:at] if o.token not in wars and is_before(o, event) and number - sentence[o.token] <= (DEFINITE if refers(token) else REACH)]
        free = bool(before) and (sentence[before[-1].token] < number or before[-1].token in taken)
        chosen = before[-1] if free and (refers(token) or is_toll(token, event)) else None
        if chosen is None and not is_perfect(token):
            after = [
                o for o in made[at + 1 :] if o.token not in wars and is_before(o, event) and refers(doc[o.token]) and 0 < sentence[o.token] - number <= REACH
            ]
            chosen = after[0] if after else None
        if chosen is not None:
            made[at] = replace(event, about=chosen.about)
            taken.add(event.token)
    return made


DEFINITE = 6  # sentences that "the attack" looks back over
PLACING = frozenset({"in", "at", "near", "by", "between", "with"})  # before a place, or before those who must be the same in both
POINTING = frozenset({"the", "this", "that", "these", "those"})


def is_before(other: EventFound, event: EventFound) -> bool:
    """Whether an event is dated and the other may be another telling of it: both a harm, or both of one kind, and no one acts in both who is another."""
    if other.about is None or other.status != "happened" or not is_like(other, event):
        return False
    acting, others = {a.key for a in event.actors}, {a.key for a in other.actors}
    return not acting or not others or bool(acting & others)


def is_like(other: EventFound, event: EventFound) -> bool:
    hurting, handing = kinds()["hurting"], kinds()["handing"]
    return {other.type, event.type} <= hurting or {other.act, event.act} <= handing or (other.type == event.type and other.act != "visit")


def refers(token: Token) -> bool:
    """ "the raid", "this bombardment": an act that has been spoken of."""
    if token.pos_ != "NOUN":
        return False
    if any(c.pos_ == "PROPN" and not is_time(c) for c in children(token, "compound", "amod")):
        return False  # "the Bria killings" are one of many
    return any(c.lower_ in POINTING for c in children(token, "det")) and all(is_time(c) or preposition(c) in PLACING for c in children(token, "acl", "nmod"))


def is_toll(token: Token, event: EventFound) -> bool:
    """ "At least three soldiers were killed": what came of an attack, told in the plain past with nobody new to do it."""
    if not is_verbal(token) or event.actors or event.act not in kinds()["tolls"] or children(token, "advcl"):
        return False
    helpers = [a.lower_ for a in auxiliaries(token)]
    plain = (token.tag_ == "VBD" and not helpers) or (token.tag_ in {"VBN", "VBD"} and set(helpers) <= {"was", "were"})
    above = [a for a in ancestors(token) if is_verbal(a)]
    first = first_conjunct(token)  # but not "clashes that killed hundreds and displaced thousands"
    return plain and base(first) in {"root", "ccomp", "parataxis"} and len(above) <= 2 and not children(token, "obl", "obl:unmarked")
