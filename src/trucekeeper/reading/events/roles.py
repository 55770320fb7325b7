"""Who does it and to whom: the actors and recipients of an act, from the clause of a verb or the phrase of a noun."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.relations import (
    ancestors,
    auxiliaries,
    base,
    children,
    conjuncts,
    doers,
    indirect_objects,
    is_passive,
    objects,
    obliques,
    own_subjects,
    possessors,
    preposition,
    subjects,
)
from trucekeeper.model.claims import Actor
from trucekeeper.reading.events.doers import (
    accused,
    body_of_relative,
    controllers,
    counts_others,
    each_other,
    is_act_noun,
    is_owned,
    issuers,
    principals,
    reported_doers,
    speakers_own,
    torn_doers,
)
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.nouns import surface_owner
from trucekeeper.reading.events.parties import (
    does_nothing,
    inside,
    is_act,
    is_adjectival,
    is_ground,
    is_party,
    is_site,
    is_whereabouts,
    named,
    named_before,
    only_where,
    parties,
    suffering,
    unique,
)
from trucekeeper.reading.events.statuswords import bare_before, governor_word, has_to, is_finite, is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import Trigger, misread_subject, things
from trucekeeper.reading.layers import layers


def counterparts(noun: Token) -> list[Token]:
    """The sides of "fighting in the past week between the army and gunmen": the phrase hangs on the week, or on the place."""
    for act in (a for a in obliques(noun, "of") if is_act(a)):
        if found := between(act):
            return found  # "a round of talks between …"
    for part in obliques(noun, "in", "over", "during", "at", "near") or (obliques(noun.head, "in", "over", "during") if base(noun) in {"obl", "nsubj"} else []):
        if part.i > noun.i and (is_time(part) or only_where(part, dealing=True)):
            found = between(part)
            if found:
                return found
    return []


def between(word: Token) -> list[Token]:
    """The sides behind "between", of which there are two at least: where the tree has one, the second is what was joined to a name in its phrase
    ("between the government of President Obi and the Front")."""
    found = obliques(word, "between")
    if len(found) != 1:
        return found
    joined = [t for t in found[0].subtree if base(t) == "conj" and t.i > found[0].i and t.pos_ in {"NOUN", "PROPN"}]
    return found + [p for p in joined[:1] if is_party(p)]


def verb_roles(verb: Token, root: str, parts: frozenset[int] = frozenset()) -> tuple[list[Token], list[Token]]:
    affecting, dealing = root in kinds()["hurting"], root in kinds()["dealing"]
    missed = misread_subject(verb)
    doing = [missed] if missed is not None else doing_it(verb)
    if bare_before(verb) is not None:
        doing = own_subjects(verb.head)
    if is_owned(verb):
        doing = [t for t in (verb.doc[verb.i - 2],) if not is_time(t)]
    doing = [s for d in doing for s in (speakers_own(d) or [d])]
    acting = [p for d in doing for p in ([d] if is_party(d) else inside(d, at=False) or named_before(d) or [d])]
    if is_passive(verb) and base(verb) == "acl":
        acting = [p for d in obliques(verb, "by") for p in ([d] if is_party(d) else inside(d) or [d])]
    receiving = [p for o in indirect_objects(verb) for p in parties(o)]
    both = obliques(verb, "between") or ([] if acting else [p for thing in things(verb) for p in obliques(thing, "between")])
    sides = [p for b in both for p in parties(b)]
    if any(is_party(a) for a in acting):
        receiving += sides  # "elders mediated between herders and farmers"
    else:
        acting += sides  # "clashes broke out between herders and farmers"
    for thing in [verb.head] if missed is not None else [] if counts_others(verb) else undergoing(verb):
        suffers_it = ([thing] if thing.i not in parts else inside(thing)) if is_party(thing) else suffering(thing, whole=affecting)
        receiving += [t for t in suffers_it if affecting or t.tag_ != "PRP$"]  # "lay down their arms": their own
    charged = governor_word(verb, "clause") == "reported" and any(is_party(o) or o.pos_ == "PRON" for o in objects(verb))  # "suspected them of spying for …"
    standing_for = principals(verb)
    acting += standing_for
    for part in obliques(verb, *(("to", "with", "against") if charged else words_of_roles()["toward"])):
        if part.lower_ in words_of_roles()["idioms"] or (is_passive(verb) and preposition(part) == "by"):
            continue
        if affecting and preposition(part) in {"in", "during"} and is_act(part):
            acting += [] if acting else [p for o in obliques(part, "by") for p in parties(o)]  # "killed in an ambush by rebels"
            continue
        if affecting and receiving and preposition(part) in words_of_roles()["beside"]:
            continue  # "killed seven people in the crowd"
        if not is_time(part) and part not in both and part.lower_ not in says()["in force"] and not only_where(part, dealing=dealing):
            receiving += suffering(part, whole=affecting and preposition(part) in {"on", "against", "at", "into"})
    if not receiving and is_passive(verb) and base(verb) == "advcl":
        receiving += [p for s in subjects(verb.head) for p in parties(s)]  # "were found dead after being kidnapped"
    for clause in children(verb, "xcomp", "ccomp"):
        if not receiving:
            receiving += content_parties(clause, acting)
    if each_other(verb):
        receiving += acting
    return acting, receiving


def doing_it(verb: Token) -> list[Token]:
    """Those who do it: where the tree has lost them first, then by its subject or agent, then by whoever controls it."""
    lost = reported_doers(verb) or body_of_relative(verb) or torn_doers(verb) or issuers(verb) or accused(verb)
    return lost or doers(verb) or controllers(verb)


def undergoing(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, without a bare word for what became of them ("villagers taken hostage"), and of "in nine farmers being killed"
    those named right before it."""
    found = [t for t in things(verb) if not is_torn_gerund(t)]
    made = [t for t in found if is_made(t)]
    if made:
        return [t for t in found if t not in made] or (conjuncts(verb.head) if base(verb) == "acl" else subjects(verb) if is_passive(verb) else [])
    being = next((a for a in auxiliaries(verb) if a.lower_ == "being"), None)
    if being is not None and base(verb) in {"xcomp", "acl", "advcl"} and being.i > verb.sent.start:
        last = being.nbor(-1)
        named = [t for t in (last, *ancestors(last)) if t.right_edge == last and t.pos_ in {"NOUN", "PROPN", "PRON"} and base(t) in {"obl", "nmod", "obj"}]
        return conjuncts(named[-1]) if named else found
    return found


def is_torn_gerund(noun: Token) -> bool:
    """ "killing two guards and wounding nine farmers", the second gerund read as an adjective of the farmers."""
    return base(noun) == "conj" and any(c.tag_ == "VBG" and c.i > 0 and c.nbor(-1).lower_ == "and" and c.nbor().pos_ == "NUM" for c in children(noun, "amod"))


def is_made(noun: Token) -> bool:
    """ "taken hostage": a bare word in the singular right behind the verb."""
    return noun.tag_ == "NN" and not list(noun.children) and noun.lower_ in words_of_roles()["made"]


def content_parties(clause: Token, acting: list[Token]) -> list[Token]:
    """Those spoken of in a complement: "demanded that Israel …", "threatened to attack Iran"."""
    taken = {t.i for t in acting}
    found = [s for s in subjects(clause) if s.i not in taken and is_party(s)]
    for thing in [*objects(clause), *obliques(clause, *words_of_roles()["toward"])]:
        if not found and not is_time(thing):
            found += [p for p in parties(thing) if p.i not in taken]
    return found


def governing_doers(noun: Token) -> list[Token]:
    """Whose act it will be where somebody plans, weighs or threatens what a noun names ("has drawn up plans for an assault")."""
    node = noun
    while node.head != node and not is_verbal(node):
        if node != noun and lemma_in(node, says()["control"]) is None:
            return []
        node = node.head
    if not is_verbal(node) or node == noun:
        return []
    through = node.head if base(node) == "xcomp" and is_verbal(node.head) else node
    controls = any(lemma_in(w, says()["control"]) for w in (node, *(a for a in ancestors(noun) if a.pos_ == "NOUN" and a.i > node.i)))
    if not controls or base(noun) == "nsubj":
        return []
    return [s for s in (subjects(node) or subjects(through)) if is_party(s) or s.i in layers(s.doc).mention_at or s.pos_ == "PRON"]


def noun_roles(noun: Token, *, affecting: bool = False) -> tuple[list[Token], list[Token]]:
    """ "Israeli strikes on Gaza", "its invasion of the enclave", "the release of prisoners by the militia"."""
    owners = [p for p in possessors(noun) if is_party(p) or p.i in layers(noun.doc).mention_at]
    origins = [c for c in noun.children if c.i < noun.i and base(c) in {"amod", "compound", "nmod"} and c.dep_ != "nmod:poss" and is_adjectival(c)]
    compounds = [c for c in named_before(noun) if c not in origins]
    lost = surface_owner(noun)
    owners = owners or ([lost] if lost is not None else [])
    owners += [s for s in own_subjects(noun) if children(noun, "cop") and children(noun, "case") and is_party(s)]  # "the rebels were in talks with …"
    acting = [*(obliques(noun, "by") or hung_by(noun)), *owners, *origins, *compounds, *(between(noun) or counterparts(noun))]
    receiving = [p for day in noun.children if is_time(day) and day.i > noun.i for o in obliques(day, "of") for p in parties(o)]  # "the killing yesterday of …"
    for part in obliques(noun, "on", "against", "with", "to", "of", "into", "in", "from", "for", "over"):
        if not is_time(part):
            struck = affecting and preposition(part) in {"on", "against"} and not is_act(part)
            receiving += suffering(part, whole=True) if struck else parties(part)  # "an attack on a convoy"
    return acting, receiving


def hung_by(noun: Token) -> list[Token]:
    """ "a visit to the town by the premier", where "by" was hung on the town."""
    inner = [
        p for p in children(noun, "nmod") if p.i > noun.i and p.pos_ in {"NOUN", "PROPN"} and not is_act(p) and preposition(p) in words_of_roles()["toward"]
    ]
    return [by for part in (noun, *inner) for by in children(part, "nmod", "obl", "appos") if preposition(by) == "by" and not is_time(by)]


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
    if verb is None or governor_word(verb, "nominal") != "told" or base(noun) not in {"obj", "nmod"}:
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


def deep(trigger: Trigger, acting: list[Token]) -> list[Token]:
    """The first party anywhere in what is said, for acts of speech whose target stands deep in it ("demanded an end to the siege of Taiz")."""
    taken, dealing = {t.i for t in acting} | {c.i for t in acting for c in t.subtree}, trigger.act.plover in kinds()["dealing"]
    for token in trigger.anchor.subtree:
        if token.i <= trigger.anchor.i or token.i in taken or not is_party(token) or token.pos_ == "PRON" or is_name_part(token):
            continue
        path = (token, *below(token, trigger.anchor))
        if not suffers(token) and not any(only_where(t, dealing=dealing) or is_aside(t) for t in path):
            return [token]
    return []


def is_aside(word: Token) -> bool:
    """A clause or phrase beside what is said ("…, as the premier announced …", "after troops warned …")."""
    if base(word) == "advcl" and is_finite(word) and not any(m.lower_ in says()["mark"] for m in children(word, "mark")):
        return True
    if base(word) == "conj" and is_finite(word) and own_subjects(word):
        return True
    if base(word) == "acl" and word.tag_ == "VBN" and any(has_to(c) for c in children(word, "xcomp", "advcl")):
        return True  # "an agreement designed to help both sides"
    return says()["preposition"].get(preposition(word)) == "told" and word.pos_ != "PROPN" and base(word) in {"obl", "nmod"} and preposition(word) not in OVER


OVER = frozenset({"over", "under", "despite", "during", "amid"})  # behind them may stand what is spoken of, or against whom


def is_name_part(token: Token) -> bool:
    """A word of a name, or of the title before one ("the Zambian President Ann Obi")."""
    if base(token) in {"flat", "compound"}:
        return True
    over = token.head.head if base(token.head) in {"nmod", "compound"} and token.head.i < token.head.head.i else token.head
    entity = layers(token.doc).entity_of(over.i)
    return base(token) == "amod" and token.i < over.i and entity is not None and entity.kind == "person"


def below(token: Token, top: Token) -> Iterator[Token]:
    """What stands above a word, up to and without `top`."""
    return takewhile(lambda a: a != top, ancestors(token))


def suffers(token: Token) -> bool:
    """Whether something is done to somebody in a phrase that names the doing: "the release of prisoners", "the students' abduction", "attacks on farmers"."""
    noun, mark = token.head, preposition(token)
    lemma = lemma_in(noun, acts().nouns) if noun.pos_ == "NOUN" and base(token) in {"nmod", "compound", "obl"} else None
    if lemma is None or (not mark and is_adjectival(token)):
        return False
    done = [f.act for f in acts().nouns[lemma]]
    if mark in {"on", "against"}:
        return any(a.plover in kinds()["hurting"] for a in done)
    return mark in {"of", ""} and any(a.name in kinds()["suffered"] and a.plover != "SANCTION" for a in done)


def own_roles(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom, worked out once."""
    if trigger.roles is None:
        trigger.roles = roles_of(trigger)
    acting, receiving = trigger.roles
    return list(acting), list(receiving)


def roles_of(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    token = trigger.token
    if trigger.frame is not None and trigger.frame.undergone:
        return [p for o in obliques(token, "from", "by") for p in parties(o)], [p for s in subjects(token) for p in (parties(s) or [s])]
    if trigger.speaker is not None:
        return [trigger.speaker], [s for s in subjects(token) if is_party(s)] or content_parties(token, [])
    if (token.pos_ not in {"NOUN", "PROPN"} or is_verbal(token)) and not is_act_noun(token):
        given = trigger.act.plover in kinds()["giving"] or trigger.act.name in kinds()["sending"]
        return verb_roles(token, trigger.act.plover, trigger.used if given else frozenset())
    acting, receiving = noun_roles(token, affecting=trigger.act.plover in kinds()["hurting"])
    own = trigger.act.plover == "CONSULT" and receiving
    if (own or trigger.act.name in kinds()["declared"]) and not acting and trigger.light is None:
        acting = announcer(token)
    if own and not acting and goes_to(token):
        acting = [s for s in subjects(token.head) if is_party(s) or s.pos_ == "PRON"]
    if not acting and trigger.light is None:
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
        acting, receiving = [t for t in acting if t not in passed], passed + receiving  # "the prisoner exchange"
    if trigger.act.name in kinds()["moving"]:
        going = [p for o in obliques(token, "of") for p in parties(o)]
        left = [p for g in going for o in obliques(g, "from") for p in parties(o)]
        acting, receiving = [*acting, *going], [*(t for t in receiving if t not in going), *left]  # "the withdrawal of the troops from Moxico"
    if trigger.light is not None:
        more, others = verb_roles(trigger.light, trigger.act.plover)
        acting = [t for t in more if t.i != token.i and t.head != token] + [t for t in acting if not more or not is_country(t)]
        receiving = receiving + [t for t in others if t.i not in {a.i for a in acting} and t.i != token.i]
    return acting, receiving


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
    receiving = [p for t in receiving for p in ([t] if not is_act(t) or (hurting and is_site(t)) else inside(t))]
    if trigger.act.plover in kinds()["speaking"]:
        receiving = [t for t in receiving if not suffers(t)]  # who asks for prisoners' release asks nothing of the prisoners
    if not receiving and trigger.act.plover in kinds()["speaking"]:
        receiving = deep(trigger, acting)
    receiving = [t for t in receiving if not (t.text == t.lower_ and is_ground(t) and is_whereabouts(t))]  # "elsewhere on the island": nobody
    elsewhere = [t for t in receiving if not is_whereabouts(t)]
    if elsewhere or trigger.act.plover in kinds()["dealing"]:
        receiving = elsewhere  # a place stands for those in it where nobody else is named, but not where somebody meets or signs there
    actors = unique(
        t
        for t in acting
        if not is_verbal(t) and not does_nothing(t) and (trigger.act.plover in kinds()["material"] or is_party(t) or t.pos_ != "NOUN" or t.text[0].isupper())
    )
    keys = {a.key for a in actors}
    return actors, tuple(r for r in unique(receiving) if r.key not in keys or not actors)


__all__ = ["controllers", "is_party", "issuers", "kin", "named", "roles", "torn_doers"]
