"""Whether what a word names happened, goes on, or is only planned, proposed, demanded, threatened, conditional or denied.

The answer is gathered on the way from the word up to the root of its sentence: its own tense and modals, then what each governor says of its complement.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.knowledge import table
from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.reading.events.attach import is_twin, lost_governor, lost_twin, misread_progressive, of_loose_infinitive, said_before
from trucekeeper.reading.events.status.adverbials import is_awaited
from trucekeeper.reading.events.status.clauses import clause_step
from trucekeeper.reading.events.status.climb import Climb, Reading
from trucekeeper.reading.events.status.lists import listed_before
from trucekeeper.reading.events.status.nouns import asked_before, noun_step
from trucekeeper.reading.events.statuswords import fold, governor_word, has_to, is_verbal, said_by, says
from trucekeeper.reading.events.tense import is_inverted_condition, of_noun, of_verb
from trucekeeper.reading.events.triggers import misread_subject

STEPS = 14  # no chain of complements in a report is longer


def own_hedge(token: Token) -> str | None:
    hedge = says()["hedge"]
    for child in token.children:
        if hedge.get(child.lower_) in {"adverbs", "adjectives"} and base(child) in {"advmod", "amod"}:
            return child.text
    return None


def status_of(token: Token, *, talks: bool = False, timeless: bool = False) -> Reading:
    """The status of the act that a verb or noun names. `talks`: the act is a meeting (one goes somewhere *for* talks that are still ahead);
    `timeless`: a time beside it is that of the matter ("wants an extension until May"), not its own."""
    climb = Climb("conditional" if is_inverted_condition(token) else "happened")
    node, skip_own = token, False
    for _ in range(STEPS):
        climb.hedge = climb.hedge or own_hedge(node)
        verbal = is_verbal(node) or bool(children(node, "cop"))
        if not skip_own:
            for word in of_verb(node, timeless=timeless and node == token) if verbal else of_noun(node):
                climb.take(word)
        if (governor := lost_governor(node)) is not None:
            skip_own = is_twin(node, governor)
            climb.take(said_by(governor, nominal=False) if not skip_own else None)
            node = governor
            continue
        if (twin := lost_twin(node)) is not None:
            climb.take(said_by(twin, nominal=False) if is_verbal(node) else None)
            node, skip_own = twin, True
            continue
        for said in around(node, verbal=verbal):
            climb.take(said)
        if verbal:
            clause_step(node, climb)
        else:
            noun_step(node, climb, talks=talks)
        if not climb.going:
            break
        skip_own = base(node) == "conj" and (not verbal or not shares_auxiliary(node))
        node = node.head
    loose = token if has_to(token) or token.tag_ != "VB" else first_conjunct(token)
    if climb.status == "happened" and has_to(loose):
        climb.take(of_loose_infinitive(loose))
    if climb.status == "happened" and is_bare(token):
        climb.take("planned")  # a bare form with nothing that makes it real, wherever the tree hung it
    return Reading(fold(climb.status, listed_before(token) or ""), climb.hedge)


def is_bare(verb: Token) -> bool:
    loose = verb.tag_ == "VB" and base(verb) in {"conj", "root", "advcl", "parataxis"} and not auxiliaries(verb) and not has_to(verb)
    past = verb.lower_ in table("acts_irregular")["same"]["verbs"]  # "set", "cut": the past too
    return loose and not past and not own_subjects(verb) and not (base(verb) == "conj" and verb.head.tag_ == "VB")


def around(node: Token, *, verbal: bool) -> Iterator[str | None]:
    """What the words next to a verb or noun say of it, whatever the tree made of them."""
    yield said_before(node)
    if verbal:
        yield "planned" if is_awaited(node) else None
    else:
        yield asked_before(node)
    if (progressive := misread_progressive(node)) is not None:
        yield governor_word(progressive, "nominal")
    for verb in (c for c in node.children if not verbal and misread_subject(c) is not None):
        yield governor_word(verb, "nominal")  # "conditioned aid delivery on …", the verb taken for an adjective


def shares_auxiliary(verb: Token) -> bool:
    """ "will meet and sign": the second verb has the first one's auxiliary."""
    return not auxiliaries(verb) and not markers(verb) and verb.tag_ in {"VB", "VBN", "VBG"} and verb.tag_ == verb.head.tag_
