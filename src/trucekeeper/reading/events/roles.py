"""Who does it and to whom: the actors and recipients of an act, from the clause of a verb or the phrase of a noun."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.doers import controllers, is_act_noun, issuers, torn_doers
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import kinds
from trucekeeper.reading.events.noun_roles import announcer, goes_to, governing_doers, is_gerund, noun_roles, victims
from trucekeeper.reading.events.parties import does_nothing, has_own, inside, is_act, is_ground, is_party, is_site, is_whereabouts, parties
from trucekeeper.reading.events.phrases import is_amount
from trucekeeper.reading.events.speech import AGREE
from trucekeeper.reading.events.spoken_of import deep, suffers
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import Trigger, verb_frame
from trucekeeper.reading.events.verb_roles import content_parties, is_bare_force, verb_roles
from trucekeeper.reading.events.whom import named, unique
from trucekeeper.reading.layers import layers

SIGN = "sign"


def own_roles(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom, worked out once."""
    if trigger.roles is None:
        trigger.roles = roles_of(trigger)
    acting, receiving = trigger.roles
    return list(acting), list(receiving)


def roles_of(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    token = trigger.token
    if trigger.frame is not None and trigger.frame.undergone:
        heads = (token, *(token.doc[i] for i in trigger.used))  # "came under attack from the rebels"
        passed_on = objects(token) if trigger.act.name in kinds()["handing"] else []  # "the mission received seven captives"
        undergoing = [p for s in (*passed_on, *subjects(token)) for p in (parties(s) or [s])]
        return [p for head in heads for o in obliques(head, "from", "by") for p in parties(o)], undergoing
    if trigger.speaker is not None:
        return [trigger.speaker], [s for s in subjects(token) if is_party(s)] or content_parties(token, [])
    if (token.pos_ not in {"NOUN", "PROPN"} or is_verbal(token)) and not is_act_noun(token):
        given = trigger.act.plover in kinds()["giving"] or trigger.act.name in kinds()["sending"] | kinds()["decreeing"]
        acting, receiving = verb_roles(token, trigger.act.plover, trigger.used if given else frozenset(), moving=trigger.act.name in kinds()["moving"])
        if trigger.act.name == SIGN:
            stood_for = [o for head in (token, *objects(token)) for o in obliques(head, "for") if is_party(o)]  # "signed the deal for the cabinet"
            acting, receiving = [*acting, *stood_for], [t for t in receiving if t not in stood_for]
        if is_headline(trigger):
            acting, receiving = receiving, acting
        if trigger.act.name in kinds()["firing"]:
            fired = [t for t in receiving if t.i in trigger.used]
            at = [p for t in fired for o in obliques(t, "at", "on", "into", "toward", "towards") for p in parties(o)]
            receiving = [*(t for t in receiving if t not in fired and t not in at), *at]  # "fired shells at the port"
        if not receiving and trigger.act.name in kinds()["ruining"]:
            receiving = [o for o in objects(token) if o.i not in trigger.used and o.pos_ == "NOUN" and not is_act(o) and not is_time(o)]
        return acting, receiving
    acting, receiving = noun_roles(token, affecting=trigger.act.plover in kinds()["hurting"])
    own = trigger.act.plover == "CONSULT" and receiving
    if (own or trigger.act.name in kinds()["declared"]) and not acting and trigger.light is None:
        acting = announcer(token)
    if own and not acting and goes_to(token):
        acting = [s for s in subjects(token.head) if is_party(s) or s.pos_ == "PRON"]
    if trigger.act.plover in kinds()["speaking"]:
        told = [p for o in obliques(token, "from") for p in parties(o)]
        acting, receiving = [*acting, *told], [t for t in receiving if t not in told]  # "demands from the union"
    if preposition(token) == "under" and trigger.act.mode == "investigate":
        acting, receiving = [*acting, *receiving], []  # "under the supervision of the mission"
    if not acting and trigger.light is None and not is_stopped(trigger):
        acting = governing_doers(token)
    if not receiving and not acting and trigger.act.plover in kinds()["hurting"]:
        receiving = victims(token)
    if not receiving and base(token) == "obj" and trigger.light is None and trigger.act.plover in kinds()["hurting"]:
        receiving = [p for o in obliques(token.head, "on", "against") for p in parties(o)]  # "planning an offensive against rebels"
    if own and not acting and is_gerund(token):
        acting = [s for s in subjects(token.head) if is_party(s)]  # "after meeting with the elders, the premier said"
    if trigger.act.name in kinds()["suffered"] and not obliques(token, "of"):
        owners = [t for t in acting if t.dep_ == "nmod:poss" or (base(t) == "compound" and t.pos_ == "NOUN")]
        acting, receiving = [t for t in acting if t not in owners], owners + receiving  # "the student's murder"
    if trigger.act.name in kinds()["passing"]:
        passed = [t for t in acting if base(t) == "compound" and t.pos_ == "NOUN"]
        held = {p.i for o in obliques(token, "from") for p in parties(o)} if len(receiving) > 1 else set()
        acting = [t for t in acting if t not in passed]
        receiving = passed + [t for t in receiving if t.i not in held]  # "the prisoner exchange", "the release of captives from both sides"
    if trigger.act.name in kinds()["moving"]:
        going = [p for o in obliques(token, "of") for p in parties(o)]
        left = [p for g in going for o in obliques(g, "from") for p in parties(o)]
        acting, receiving = [*acting, *going], [*(t for t in receiving if t not in going), *left]  # "the withdrawal of the troops from Moxico"
    if trigger.light is not None and not is_stopped(trigger):
        more, others = verb_roles(trigger.light, trigger.act.plover)
        acting = [t for t in more if t.i != token.i and t.head != token] + [t for t in acting if not more or not is_country(t)]
        receiving = receiving + [t for t in others if t.i not in {a.i for a in acting} and t.i != token.i]
    return acting, receiving


def is_stopped(trigger: Trigger) -> bool:
    """ "The accord that ended the war": whoever ends a harm has not done it."""
    verb = trigger.light or trigger.token.head
    return trigger.act.plover in kinds()["hurting"] and base(trigger.token) == "obj" and lemma_in(verb, finding()["stopping"]) is not None


def is_passed(token: Token) -> bool:
    """ "agreed to exchange 80 captives": they are exchanged, and nobody agrees with them."""
    told = verb_frame(token.head) if base(token) == "obj" else None
    return told is not None and told.act.name in kinds()["passing"]


def is_headline(trigger: Trigger) -> bool:
    """ "Nine miners killed in Bria": the passive of a headline, of what is always done to somebody."""
    verb = trigger.token
    if (
        trigger.act.plover not in kinds()["hurting"]
        or trigger.act.name not in kinds()["suffered"] | kinds()["tolls"]
        or verb.tag_ not in {"VBN", "VBD"}
        or verb.head != verb
    ):
        return False
    return bool(own_subjects(verb)) and not is_passive(verb) and not children(verb, "obj", "iobj", "aux", "ccomp", "xcomp", "conj")


def is_settled(token: Token, agreeing: Token) -> bool:
    """ "agreed to a truce and a joint team", "agreed to move its men": what is agreed on, and one's own, are nobody with whom one agrees."""
    first = first_conjunct(token)
    if token.pos_ == "NOUN" and token.text == token.lower_ and preposition(first) in {"to", "on", "upon"} and first.head == agreeing:
        return True
    return has_own(token) or is_bare_force(token)


def are_several(acting: list[Token]) -> bool:
    """ "both sides", "the army and the Front": who agree with each other."""
    return len(acting) > 1 or any(c.lower_ in {"both", "two", "all", "three"} for t in acting for c in t.children)


def is_country(token: Token) -> bool:
    """A state or place by its name ("staged Togo's deadliest mutiny": where it was, once somebody else has done it)."""
    entity = layers(token.doc).entity_of(token.i)
    return token.dep_ == "nmod:poss" and ((entity is not None and entity.kind == "state") or does_nothing(token))


def kin(trigger: Trigger, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """Keys of all that stand in the phrases of the actors: of an office, also the one whose office it is. `known`: those of the entities met so far."""
    doc = trigger.token.doc
    found = layers(doc)
    acting = {found.mention_at[a.i].entity for a in own_roles(trigger)[0] if a.i in found.mention_at}
    for entity in acting - known.keys():
        inner = [found.mention_at[t.i] for m in found.mentions if m.entity == entity for t in doc[m.token].subtree if t.i in found.mention_at]
        if found.entities[entity].kind == "group":
            inner = [m for m in inner if m.entity == entity or m.form != "adjective"]  # "Syrian opposition forces" are not the state
        known[entity] = frozenset(Actor(m.text, found.entities[m.entity].actor, found.entities[m.entity].name).key for m in inner)
    return frozenset[str]().union(*(known[entity] for entity in acting))


def roles(trigger: Trigger) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients of an act, each once."""
    acting, receiving = own_roles(trigger)
    taken = {t.i for t in acting}
    if trigger.matter is not None and not receiving:
        receiving = [t for t in own_roles(trigger.matter)[1] if t.i not in taken]
    hurting = trigger.act.plover in kinds()["hurting"]  # what is hit is no text, though "settlement" may be one
    receiving = [p for t in receiving for p in ([t] if not is_act(t) or (hurting and (is_site(t) or is_amount(t))) else inside(t))]
    if trigger.act.plover in kinds()["speaking"]:
        receiving = [t for t in receiving if not suffers(t)]  # who asks for prisoners' release asks nothing of the prisoners
    if trigger.act.name == AGREE:
        receiving = [t for t in receiving if not is_passed(t)]
    if not receiving and trigger.act.plover in kinds()["speaking"] and not (trigger.act.name in {AGREE, SIGN} and are_several(acting)):
        receiving = [t for t in deep(trigger, acting) if trigger.act.name != AGREE or not is_passed(t)]
    if trigger.act.name == AGREE:
        receiving = [t for t in receiving if not is_settled(t, trigger.token)]
    receiving = [t for t in receiving if not (t.text == t.lower_ and is_ground(t) and is_whereabouts(t))]  # "elsewhere on the island": nobody
    elsewhere = [t for t in receiving if not is_whereabouts(t)]
    somewhere = trigger.act.plover in kinds()["harming"] and trigger.act.name not in kinds()["firing"]
    if elsewhere or somewhere or trigger.act.name in kinds()["pausing"] or trigger.act.plover in kinds()["dealing"]:
        receiving = (
            elsewhere  # a place stands for those in it where nobody else is named ("imposed a curfew in Dori"), but not where somebody meets or is killed
        )
    actors = unique(
        t
        for t in acting
        if t.pos_ != "NUM"
        and not is_verbal(t)
        and not does_nothing(t)
        and (trigger.act.plover in kinds()["material"] or is_party(t) or t.pos_ != "NOUN" or t.text[0].isupper())
    )
    keys = {a.key for a in actors}
    return actors, tuple(r for r in unique(receiving) if r.key not in keys or not actors)


__all__ = ["controllers", "is_party", "issuers", "kin", "named", "roles", "torn_doers"]
