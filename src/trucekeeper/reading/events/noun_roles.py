"""Who does it and to whom, in the phrase of a noun and in what stands around it."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, possessors, preposition
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.doers import laid_on
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import words_of_roles
from trucekeeper.reading.events.nouns import surface_owner
from trucekeeper.reading.events.parties import (
    does_nothing,
    is_act,
    is_adjectival,
    is_charge,
    is_party,
    is_whereabouts,
    mark_of,
    named_before,
    only_where,
    parties,
    suffering,
    tells_apart,
)
from trucekeeper.reading.events.statuswords import is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.layers import layers


def noun_roles(noun: Token, *, affecting: bool = False) -> tuple[list[Token], list[Token]]:
    """ "Israeli strikes on Gaza", "its invasion of the enclave", "the release of prisoners by the militia"."""
    owners = [p for p in possessors(noun) if is_party(p) or p.i in layers(noun.doc).mention_at]
    origins = [c for c in noun.children if c.i < noun.i and base(c) in {"amod", "compound", "nmod"} and c.dep_ != "nmod:poss" and is_adjectival(c)]
    origins = [c for c in origins if not tells_apart(c)]
    compounds = [c for c in named_before(noun) if c not in origins]
    if lemma_in(noun, finding()["wars"]) is not None and not obliques(noun, "on", "against", "with"):
        owners = [p for p in owners if not is_land(p)]  # "in Tavel's war"
    lost = surface_owner(noun)
    owners = owners or ([lost] if lost is not None else [])
    for subject in own_subjects(noun) if children(noun, "cop") and children(noun, "case") else ():
        being = noun.head if noun.dep_ == "acl:relcl" and subject.tag_ in {"WDT", "WP"} else subject
        owners += [being] if is_party(being) else []  # "the rebels were in talks with …", "the Front, which is in talks with …"
    sides = between(noun) or counterparts(noun)
    acting = [*(obliques(noun, "by") or hung_by(noun)), *owners, *origins, *compounds, *sides]
    acting += laid_on(noun)
    if affecting:
        acting += [p for o in obliques(noun, "from") for p in parties(o) if not is_whereabouts(p) and not does_nothing(p)]  # "attacks from the rebels"
    receiving = [p for day in noun.children if is_time(day) and day.i > noun.i for o in obliques(day, "of") for p in parties(o)]  # "the killing yesterday of …"
    for part in obliques(noun, "on", "against", "with", "to", "of", "into", "in", "from", "for", "over"):
        if not is_time(part) and not (sides and mark_of(part) == "in"):  # "clashes in Bor between …"
            if part in acting or (affecting and preposition(part) == "from"):
                continue
            struck = affecting and preposition(part) in {"on", "against"} and not is_act(part)
            receiving += suffering(part, whole=True) if struck else parties(part)  # "an attack on a convoy"
    return acting, receiving


def is_land(owner: Token) -> bool:
    entity = layers(owner.doc).entity_of(owner.i)
    return (entity is not None and entity.kind == "state") or owner.ent_type_ == "GPE" or does_nothing(owner)


def between(word: Token) -> list[Token]:
    """The sides behind "between", of which there are two at least: where the tree has one, the second is what was joined to a name in its phrase
    ("between the government of President Obi and the Front")."""
    found = [p for side in obliques(word, "between") for p in (parties(side) or [side])]
    if len(found) != 1:
        return found
    joined = [t for t in found[0].subtree if base(t) == "conj" and t.i > found[0].i and t.pos_ in {"NOUN", "PROPN"}]
    return found + [p for p in joined[:1] if is_party(p)]


def counterparts(noun: Token) -> list[Token]:
    """The sides of "fighting in the past week between the army and gunmen": the phrase hangs on the week, or on the place."""
    if base(noun) == "nsubj" and is_verbal(noun.head) and lemma_in(noun.head, says()["occurrence"]) is not None and (found := between(noun.head)):
        return found  # "fighting broke out between …"
    for act in (a for a in obliques(noun, "of") if is_act(a)):
        if found := between(act):
            return found  # "a round of talks between …"
    for part in obliques(noun, "in", "over", "during", "at", "near") or (obliques(noun.head, "in", "over", "during") if base(noun) in {"obl", "nsubj"} else []):
        if part.i > noun.i and (is_time(part) or only_where(part, dealing=True)):
            found = between(part)
            if found:
                return found
    return []


def hung_by(noun: Token) -> list[Token]:
    """ "a visit to the town by the premier", where "by" was hung on the town."""
    inner = [
        p for p in children(noun, "nmod") if p.i > noun.i and p.pos_ in {"NOUN", "PROPN"} and not is_act(p) and preposition(p) in words_of_roles()["toward"]
    ]
    return [by for part in (noun, *inner) for by in children(part, "nmod", "obl", "appos") if preposition(by) == "by" and not is_time(by)]


def governing_doers(noun: Token) -> list[Token]:
    """Whose act it will be where somebody plans, weighs or threatens what a noun names ("has drawn up plans for an assault")."""
    node = noun
    while node.head != node and not is_verbal(node):
        if node != noun and lemma_in(node, says()["control"]) is None:
            return []
        node = node.head
    if not is_verbal(node) or node == noun or says()["preposition"].get(preposition(noun)) in {"told", "planned"}:
        return []
    if preposition(noun) in {"of", "for"} and base(noun) in {"obl", "nmod"} and is_charge(node) and noun.head in {node, *objects(node)}:
        return [o for o in objects(node) if is_party(o) or o.pos_ == "PRON"]  # "accused the rebels of abductions"
    through = node.head if base(node) == "xcomp" and is_verbal(node.head) else node
    controls = any(lemma_in(w, says()["control"]) for w in (node, *(a for a in ancestors(noun) if a.pos_ == "NOUN" and a.i > node.i)))
    if not controls or base(noun) == "nsubj":
        return []
    return [s for s in (subjects(node) or subjects(through)) if is_party(s) or s.i in layers(s.doc).mention_at or s.pos_ == "PRON"]


def victims(noun: Token) -> list[Token]:
    """ "nine people died in the raid": who suffered what a noun names is told by the verb that it stands beside."""
    verb = noun.head
    if preposition(noun) != "in" or base(noun) != "obl" or not is_verbal(verb) or lemma_in(verb, says()["suffering"]) is None:
        return []
    return objects(verb) if is_passive(verb) else subjects(verb) if not children(verb, "obj") else []


def announcer(noun: Token) -> list[Token]:
    """Who confirms or announces talks takes part in them ("confirmed the start of talks with the rebels"), as does who announces a step that is for
    himself to take ("announced the suspension of air links")."""
    verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
    if verb is None or lemma_in(verb, words_of_roles()["announcing"]) is None or base(noun) not in {"obj", "nmod"}:
        return []
    return [s for s in subjects(verb) if is_party(s)]


def is_gerund(noun: Token) -> bool:
    """ "after meeting with": a noun in "-ing" behind a preposition of time, without an article, whose doer is that of its clause."""
    if not noun.lower_.endswith("ing") or children(noun, "det", "nmod:poss", "amod") or base(noun) not in {"obl", "advcl"}:
        return False
    opening = preposition(noun) or " ".join(m.lower_ for m in children(noun, "mark"))
    return opening in {"after", "before", "since", "upon", "while"} and is_verbal(noun.head)


def goes_to(talks: Token) -> bool:
    """ "flew to Juba for talks with the rebels": who goes there takes part."""
    return preposition(talks) == "for" and base(talks) == "obl" and lemma_in(talks.head, words_of_roles()["going"]) is not None
