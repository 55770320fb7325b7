"""Who gets something by a term: whom it pays, protects or hands something over to."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.objects import indirect_objects, objects
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.provisions.bearers import NOMINAL, actor_of, is_bearer
from trucekeeper.reading.provisions.duties import Duty

LEADS_ELSEWHERE = frozenset({"up", "prior", "subject", "due", "contrary"})  # before a "to" that names nobody who gets something


def beneficiaries(duty: Duty, span: Span) -> tuple[Actor, ...]:
    """Of an agreement's duty."""
    verbs = [v for v in conjuncts(duty.verb) if v.i < span.end]
    if duty.verb is duty.word:
        verbs += [c for c in duty.verb.children if c.dep_ == "xcomp"]
    return named(of_verbs(verbs, span), span)


def of_told(head: Token, span: Span) -> tuple[Actor, ...]:
    """Of a term that a report tells, by the verb or noun at its head, or else by the words: "500 dollars for each family"."""
    found = of_verbs([head], span) if is_verbal(head) else []
    return named(found or of_transfer(span) or for_whom(span), span)


def of_verbs(verbs: Iterable[Token], span: Span) -> list[Token]:
    """The object of "protect", the "to" or indirect object of "provide", "submit", "hand over", the subject of "receive" or "be paid"."""
    words = deontic().beneficiaries
    found: list[Token] = []
    for verb in verbs:
        lemma = verb.lemma_.lower()
        if lemma in words.serve:
            found += objects(verb)
        if lemma in words.equip:
            found += objects(verb) if obliques(verb, "with") else obliques(verb, "for")
        if (lemma in words.receive and not is_passive(verb)) or (lemma in words.transfer and is_passive(verb) and children(verb, "obj")):
            found += own_subjects(verb)  # "will receive seeds", "will be given seeds"
        if lemma in words.transfer:
            found += [*indirect_objects(verb), *first_of_two(verb), *obliques(verb, "to")]
            found += [t for o in objects(verb) for t in obliques(o, "to", "for")]
        if not found and lemma in words.transfer:
            found += receiver_after(verb, span)
    return found


def first_of_two(verb: Token) -> list[Token]:
    """ "gives | a joint force | the right to inspect": two objects side by side, of which the first gets the second."""
    things = children(verb, "obj")
    return things[:1] if len(things) > 1 else []


def of_transfer(span: Span) -> list[Token]:
    """ "the payment of 200 dollars to each fighter", "the handover of the bodies to their families"."""
    nouns = (t for t in span if t.pos_ == "NOUN" and t.lemma_.lower() in deontic().beneficiaries.transfers)
    return next((found for noun in nouns if (found := receiver_after(noun, span))), [])


def for_whom(span: Span) -> list[Token]:
    """ "an amnesty for the rebels"; but people "for" people are exchanged."""
    for mark in span:
        if mark.lower_ != "for" or mark.i == span.start or mark.dep_ != "case" or not mark.i < mark.head.i < span.end:
            continue
        if mark.i in layers(mark.doc).mention_at:
            continue  # "the Commissioner for Peace"
        given = mark.nbor(-1)
        if given.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} and given.lower_ not in deontic().beneficiaries.heads and gets(mark.head):
            return [mark.head]
    return []


def named(found: Iterable[Token], span: Span) -> tuple[Actor, ...]:
    given = (t for t in found if t.i < span.end and (gets(t) or t.dep_ == "iobj"))
    return tuple({a.key: a for a in (actor_of(t, span) for t in given)}.values())


def receiver_after(head: Token, span: Span) -> list[Token]:
    """The somebody behind a "to" further on ("hand over a list of its combatants | to the Mission"), where the tree hangs it elsewhere."""
    doc = span.doc
    for mark in doc[head.i + 1 : span.end - 1]:
        if mark.text in {";", ":"} or mark.tag_ == "MD":
            return []
        if mark.lower_ != "to" or mark.nbor().pos_ not in {"DET", "PROPN", "NOUN", "ADJ"} or mark.nbor(-1).lower_ in LEADS_ELSEWHERE:
            continue
        end = next((i for i in range(mark.i + 1, span.end) if doc[i].pos_ not in NOMINAL), span.end)
        nouns = [t for t in doc[mark.i + 1 : end] if t.pos_ in {"NOUN", "PROPN"}]
        if nouns and gets(nouns[-1]):
            return nouns[-1:]
    return []


def gets(head: Token) -> bool:
    return head.lower_ in deontic().beneficiaries.heads or is_bearer(head)
