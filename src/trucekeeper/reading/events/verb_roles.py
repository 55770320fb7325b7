"""Who does it and to whom, in the clause of a verb."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.objects import indirect_objects, objects
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.subjects import doers, own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.doers import (
    accused,
    act_of_relative,
    body_of_relative,
    controllers,
    counts_others,
    each_other,
    is_owned,
    issuers,
    laid_on,
    principals,
    reported_doers,
    speakers_own,
    torn_doers,
)
from trucekeeper.reading.events.lexicon import kinds, words_of_roles
from trucekeeper.reading.events.parties import has_own, inside, is_act, is_party, is_whence, mark_of, named_before, only_where, parties, suffering
from trucekeeper.reading.events.statuswords import bare_before, governor_word, is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject, things, works


def verb_roles(verb: Token, root: str, parts: frozenset[int] = frozenset(), *, moving: bool = False) -> tuple[list[Token], list[Token]]:
    """Those who do what a verb names, and those to whom it is done. `parts`: nouns that only name the act with it; `moving`: what is moved is no other
    than the mover's own."""
    affecting, dealing = root in kinds()["hurting"], root in kinds()["dealing"]
    missed = misread_subject(verb)
    doing = [missed] if missed is not None else (act_of_relative(verb) if affecting else []) or doing_it(verb)
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
    for thing in [verb.head] if missed is not None else [verb.nbor(-1)] if counts_others(verb) else undergoing(verb):
        suffers_it = ([thing] if thing.i not in parts else inside(thing)) if is_party(thing) else suffering(thing, whole=affecting)
        own = moving and (has_own(thing) or is_bare_force(thing))
        receiving += [t for t in suffers_it if affecting or not (own or t.tag_ == "PRP$")]  # "lay down their arms", "withdrew its troops": their own
    charged = governor_word(verb, "clause") == "reported" and any(is_party(o) or o.pos_ == "PRON" for o in objects(verb))  # "suspected them of spying for …"
    if is_passive(verb) and not acting:
        acting = [p for o in obliques(verb, "as", "in", "at") for by in obliques(o, "by") for p in parties(by)]  # "was called a spy in Bria by the army"
    standing_for = principals(verb)
    acting += standing_for
    for part in obliques(verb, *(("to", "with", "against") if charged else words_of_roles()["toward"])):
        if part.lower_ in words_of_roles()["idioms"] or (is_passive(verb) and preposition(part) == "by") or (both and mark_of(part) == "in"):
            continue  # "clashes in Bor between …"
        if affecting and mark_of(part) in {"in", "during"} and is_act(part):
            acting += [] if acting else [p for o in obliques(part, "by") for p in parties(o)]  # "killed in an ambush by rebels"
            continue
        if affecting and receiving and preposition(part) in words_of_roles()["beside"]:
            continue  # "killed seven people in the crowd"
        if root == "CONSULT" and preposition(part) in words_of_roles()["topic"]:
            continue  # "held talks on Yemen"
        if preposition(part) == "in" and not dealing and any(part.i < s.i < verb.i for s in doing):
            continue  # "in his first speech since May, Obi appealed to …"
        if is_whence(part) or (preposition(part) == "from" and any(is_party(t) for t in receiving) and (affecting or not is_party(part))):
            continue  # "abducted a nurse from her office", "freed them from rebel camps"
        if not is_time(part) and part not in both and part.lower_ not in says()["in force"] and not only_where(part, dealing=dealing):
            receiving += suffering(part, whole=affecting and preposition(part) in {"on", "against", "at", "into"})
    if not receiving and is_passive(verb) and base(verb) == "advcl" and not own_subjects(verb):
        receiving += [p for s in subjects(verb.head) for p in parties(s)]  # "were found dead after being kidnapped"
    receiving += [p for thing in objects(verb) for p in laid_on(thing)]
    for clause in children(verb, "xcomp", "ccomp"):
        if not receiving:
            receiving += content_parties(clause, acting)
    if each_other(verb):
        receiving += acting
    return acting, receiving


def is_bare_force(noun: Token) -> bool:
    """ "withdrew troops from Bria": those of whoever withdraws them."""
    return noun.lower_ in words_of_roles()["forces"] and not children(noun, "det", "nmod", "nummod", "compound", "nmod:poss")


def doing_it(verb: Token) -> list[Token]:
    """Those who do it: where the tree has lost them first, then by its subject or agent, then by whoever controls it."""
    lost = reported_doers(verb) or body_of_relative(verb) or torn_doers(verb) or issuers(verb) or accused(verb)
    found = lost or doers(verb) or controllers(verb)
    if not found and base(verb) in {"xcomp", "conj"} and is_verbal(verb.head) and not own_subjects(verb) and not is_passive(verb):
        return controllers(verb.head)  # "arrived to start overseeing a truce", "called on the army to leave and disarm"
    return found


def undergoing(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, without a bare word for what became of them ("villagers taken hostage"), and of "in nine farmers being killed"
    those named right before it."""
    found = [t for t in things(verb) if not is_torn_gerund(t)]
    made = [t for t in found if is_made(t)]
    if made:
        beside = [c for m in made for c in m.children if c.pos_ in {"NOUN", "PROPN"} and c.i < m.i]  # hung on the bare word
        return [t for t in found if t not in made] or beside or (conjuncts(verb.head) if base(verb) == "acl" else subjects(verb) if is_passive(verb) else [])
    if not found and works(verb) and verb.tag_ == "VBG" and (cc := verb.doc[verb.i + 1 : verb.i + 2]) and cc[0].pos_ == "CCONJ":
        return [o for c in children(verb, "conj")[:1] for o in objects(c)]  # "abducting and beating nine farmers"
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
    """ "taken hostage": a bare word in the singular."""
    return noun.tag_ in {"NN", "JJ"} and not children(noun, "det", "amod", "nmod:poss") and noun.lower_ in words_of_roles()["made"]


def content_parties(clause: Token, acting: list[Token]) -> list[Token]:
    """Those spoken of in a complement: "demanded that Israel …", "threatened to attack Iran"."""
    taken = {t.i for t in acting}
    found = [s for s in subjects(clause) if s.i not in taken and is_party(s)]
    for thing in [*objects(clause), *obliques(clause, *words_of_roles()["toward"])]:
        if not found and not is_time(thing):
            found += [p for p in parties(thing) if p.i not in taken]
    return found
