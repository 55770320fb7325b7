"""What is left of a stance that a noun names: it may be taken back, wanted of somebody, only thinkable, or held no longer."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import particle
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.positions.exclusions import behind_refusal
from trucekeeper.reading.positions.lexicon import listed, stances


def standing_of(noun: Token, stance: Stance) -> Stance | None:
    """What is left of a stance that its own "no" or the verb above it takes back: "has no objection", "dropped its demand"."""
    if any(d.lower_ == "no" for d in children(noun, "det")):
        lemma = lemma_in(noun, stances().negated)
        return stances().negated[lemma] if lemma else None
    verb = noun.head
    if base(noun) == "obl" and lemma_in(verb, listed("hinging")) is not None:
        return None  # "peace will depend on their willingness to yield"
    if base(noun) in {"obj", "obl", "nsubj"} and is_verbal(verb):
        given_up = listed("giving_up")
        gives_up = (
            lemma_in(verb, given_up)
            or f"{verb.lemma_} {verb.nbor().lower_}" in given_up
            or (particle(verb) and any(f"{form} {particle(verb)}" in given_up for form in forms(verb.lemma_, verb.lower_)))
        )
        if is_negated(verb):  # "made no demands"; but "would not drop (grant, budge from) its demand"
            return None if lemma_in(verb, listed("holding")) else stance
        if gives_up:
            return "accepts" if stance == "rejects" else None
    return stance


def is_wanted_of(noun: Token) -> bool:
    """ "demanded that the army renew its pledge", "would secure their commitment": what is wanted or still ahead is not given."""
    verb = noun.head
    if lemma_in(verb, listed("discussing")) is not None:
        return False  # "met to discuss its offer"
    if base(noun) == "obj" and behind_refusal(verb) is not None:
        return True  # "their failure to make concessions"
    if base(noun) == "obj" and is_verbal(verb) and lemma_in(verb, listed("wanting")) is not None:
        return True  # "wants a commitment from the rebels"
    return base(noun) == "obj" and is_verbal(verb) and status_of(verb).status not in {"happened", "ongoing"}


def is_only_thinkable(noun: Token) -> bool:
    """ "could issue a statement confirming its commitment"."""
    return any(is_verbal(a) and (ahead := modal(a)) is not None and ahead.lower_ in {"could", "may", "might"} for a in ancestors(noun))


def is_dropped(noun: Token, stance: Stance, owner: Token) -> bool:
    """ "The front dropped (backed away from) its demand for a vote": held no longer, where the owner himself did it and it is done."""
    verb = noun.head
    if stance in {"accepts", "rejects"} or base(noun) not in {"obj", "obl", "nsubj"} or not is_verbal(verb) or is_negated(verb):
        return False
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    phrases = {f"{verb.lemma_} {word}" for word in (after, particle(verb) or "")}
    if lemma_in(verb, listed("dropping")) is None and phrases.isdisjoint(listed("dropping")):
        return False
    return (owner.tag_ == "PRP$" or owner in subjects(verb)) and status_of(verb, timeless=True).status == "happened"
