"""What a noun phrase is: the lemmas that it goes by, and whether it stands for somebody, for a place, for a harm or for an amount."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import modifiers, obliques
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import forms_of, lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.statuswords import says
from trucekeeper.reading.events.timewords import is_calendar, is_time
from trucekeeper.reading.layers import layers

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


PLACES = frozenset({"GPE", "LOC", "FAC"})


def own_words(noun: Token) -> set[str]:
    """Lemmas of a noun, of what stands before it, of what it is called behind a comma, and of what was done to it ("the officers captured in May"); of talks
    not what they are about ("truce talks" are no truce)."""
    found = set(forms_of(noun))
    talks = not found.isdisjoint(acts().talks)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            found.add(child.lower_)
        if ((base(child) in {"amod", "compound", "nmod", "nummod", "flat"} and child.i < noun.i) or base(child) == "appos") and (
            not is_calendar(child) or (child.i and child.nbor(-1).tag_ == "HYPH")  # "a four-day strike"
        ):
            found.update(f for f in forms_of(child) if not talks or f not in acts().agreements)
            deeper = list(children(child, "compound"))
            while deeper:  # "truce ground rule violations"
                inner = deeper.pop()
                found.update(f for f in forms_of(inner) if not talks or f not in acts().agreements)
                deeper += children(inner, "compound")
    return found


def words_of(noun: Token) -> set[str]:
    """Lemmas by which a phrase may belong to a class: its head, what stands before it, and the noun of its "of"."""
    found = own_words(noun)
    for part in obliques(noun, "of"):
        if is_calendar(part):
            continue
        found.update(forms_of(part))
        for child in modifiers(part):
            found.update(forms_of(child))
    return found


def is_somebody(token: Token) -> bool:
    return (
        token.i in layers(token.doc).mention_at
        or token.ent_type_ in NAMES
        or token.pos_ == "PROPN"
        or (token.pos_ == "PRON" and token.tag_ == "PRP" and token.lower_ != "it")
    )


def is_anybody(token: Token) -> bool:
    """Somebody, or a noun for people and bodies ("a rebel withdrawal")."""
    return is_somebody(token) or (token.pos_ == "NOUN" and lemma_in(token, acts().people) is not None)


def is_he(token: Token) -> bool:
    """A pronoun for people, as the subject of a passive or as somebody's own ("they were handed over"), or their bare number ("33 were handed over")."""
    return (token.tag_ == "PRP" and token.lower_ in finding()["people_pronouns"]) or (token.pos_ == "NUM" and not is_time(token))


def is_town(token: Token) -> bool:
    """A place by its name."""
    return token.ent_type_ in PLACES


def is_somewhere(token: Token) -> bool:
    return token.ent_type_ in PLACES or token.pos_ == "PROPN" or any(p.start <= token.idx < p.end for p in layers(token.doc).places)


def is_harm(noun: Token) -> bool:
    """A noun that names a hurtful act."""
    lemma = lemma_in(noun, acts().nouns)
    return lemma is not None and any(f.act.plover in kinds()["hurting"] for f in acts().nouns[lemma])


def is_naming(verb: Token) -> bool:
    """ "called the swap a step", "which it calls a gang": a verb of naming with two things."""
    if lemma_in(verb, finding()["naming"]) is None:
        return False
    named = children(verb, "obj")
    return len(named) > 1 or bool(named and any(c.pos_ in {"NOUN", "PROPN", "ADJ"} for c in children(verb, "xcomp")))


def is_amount(noun: Token) -> bool:
    """ "dozens of elders", "a group of rebels": what follows "of" is who they are."""
    return noun.pos_ == "NUM" or (noun.pos_ == "NOUN" and lemma_in(noun, says()["amount"]) is not None)


def is_talk(noun: Token) -> bool:
    lemma = lemma_in(noun, acts().nouns)
    return lemma is not None and any(f.act.plover == "CONSULT" for f in acts().nouns[lemma])


def is_definite(noun: Token) -> bool:
    """ "the raid", "their exchange", "Tavel's ambush": one that is spoken of as known."""
    return any(c.lower_ in finding()["definite"] or c.dep_ == "nmod:poss" for c in noun.children if c.i < noun.i)


def is_bare(noun: Token) -> bool:
    """Without a word that says what kind of it is meant: a noun before it, or an "of"."""
    return not children(noun, "compound", "nmod:unmarked") and not obliques(noun, "of")
