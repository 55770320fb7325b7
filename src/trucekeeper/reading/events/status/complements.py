"""What a governor says of the clause that completes it: a verb's complement, a noun's infinitive or participle."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.attach import is_perfect_infinitive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.status.climb import Climb
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_finite, is_verbal, said_by, says
from trucekeeper.reading.events.tense import nothing_done, own_modal
from trucekeeper.reading.events.triggers import misread_subject

SAYING = frozenset({"say", "announce", "acknowledge"})


def complement_step(verb: Token, climb: Climb) -> None:
    head = verb.head
    word = told_of(head, said_by(head, nominal=False))
    if head.lower_ in {"supposed", "meant"} and has_to(verb):
        word = "denied" if is_perfect_infinitive(verb) else "planned"
    if lemma_in(head, {"send", "leave"}) and verb.tag_ == "VBG" and objects(head):
        word = "through"  # "sending residents fleeing"
    if head.lower_ == "going" and has_to(verb):
        word = "planned"
    if word in {"demanded", "proposed"} and lemma_in(head, says()["asserting"]) and is_indicative(verb) and "demanded" not in own_modal(verb):
        word = "conditional" if nothing_done(head) or is_negated(head) else "reported"  # "insisted that no talks can resume", "nothing suggests that …"
    if word == "planned" and has_to(verb) and lemma_in(head, says()["wishing"]) and any(head.i < o.i < verb.i for o in objects(head)):
        word = "demanded"  # "want Australia to send police"
    if word is None and has_to(verb) and is_asked_with(head):
        word = "demanded"
    if word is None and has_to(verb) and not is_finite(verb) and not is_perfect_infinitive(verb):
        word = "planned" if is_verbal(head) or head.pos_ == "ADJ" else None
    if word == "reported" and has_to(verb) and climb.status == "happened" and not is_perfect_infinitive(verb) and not (is_passive(head) and is_going_on(verb)):
        climb.status = "demanded" if head.lemma_.lower() == "tell" else "planned"  # "told them to leave", "announced to hold"
    if word is None and is_finite(verb):
        word = "reported"
    if word == "threatened" and lemma_in(head, finding()["warning"]) and is_past_fact(verb):
        word = "reported"  # "warned that the force had not been deployed"
    if is_unsaid(head) and (is_finite(verb) or lemma_in(head, says()["confirming"]) is not None):
        climb.stop("conditional")  # "did not confirm that a deal had been reached", "declined to say that they had left"
        return
    if is_negated(head) and is_finite(verb) and lemma_in(head, says()["believing"]):
        word = "denied"  # "did not believe that the rebels would agree"
    if governor_word(head, "hedge"):
        climb.hedge = climb.hedge or head.text
    climb.take(word)


def is_unsaid(saying: Token) -> bool:
    """Does somebody not confirm or say it, decline to, or stop short of it?"""
    if lemma_in(saying, SAYING) is None and lemma_in(saying, says()["confirming"]) is None:
        return False
    declined = has_to(saying) and base(saying) in {"xcomp", "ccomp"} and governor_word(saying.head, "clause") == "denied"
    short = saying.tag_ == "VBG" and saying.i > 1 and [t.lower_ for t in saying.doc[saying.i - 2 : saying.i]] == ["short", "of"]
    return is_negated(saying) or declined or short


def is_asked_with(verb: Token) -> bool:
    """ "put pressure on the king to lift the siege": a verb whose object is a demand; "urges the parties engaged in fighting to stop", hung on a participle
    of those who are urged."""
    asked = verb.head if base(verb) in {"ccomp", "advcl"} and verb.tag_ == "VBN" and own_subjects(verb) and not auxiliaries(verb) else None
    if base(verb) == "acl" and base(verb.head) in {"obj", "iobj"}:
        asked = verb.head.head
    if asked is not None and is_verbal(asked) and governor_word(asked, "clause") == "demanded":
        return True
    return any(governor_word(o, "noun") == "demanded" for o in children(verb, "obj"))


def is_past_fact(verb: Token) -> bool:
    """Told in the past or the perfect, with no modal."""
    return modal(verb) is None and (verb.tag_ == "VBD" or any(a.tag_ in {"VBD", "VBZ", "VBP"} and a.lemma_.lower() == "have" for a in auxiliaries(verb)))


def is_going_on(verb: Token) -> bool:
    """ "are said to be demanding"."""
    return verb.tag_ == "VBG" and any(a.lower_ == "be" for a in auxiliaries(verb))


def is_indicative(verb: Token) -> bool:
    """Finite, and no bare form that may be a subjunctive ("insists that Baku lift the siege")."""
    if verb.tag_ == "VBN" and own_subjects(verb) and not auxiliaries(verb):
        return True  # "rebels freed the hostages, he insisted", the past taken for a participle
    return is_finite(verb) and (verb.tag_ != "VBP" or bool(auxiliaries(verb)))


def adnominal_step(verb: Token, climb: Climb) -> None:
    """Infinitive and participle clauses of a noun: "a plan to expel", "sailors freed by pirates"."""
    if has_to(verb) or any(m.lower_ in {"that", "of", "for", "on", "about", "to", "over", "in"} for m in markers(verb)):
        word = governor_word(verb.head, "noun")
        misread = next((c for c in children(verb.head, "amod") if misread_subject(c) is not None), None)
        if misread is not None:
            climb.stop(governor_word(misread, "clause"))  # "Obi accused guards of …", where "accused" was read as their adjective
            return
        if is_denied_talk(verb.head):
            word = "denied"
        elif is_undoubted(verb.head):
            word = "told"
        if word is None and has_to(verb):
            word = "reported" if is_one_of_few(verb.head) else said_over(verb)
        if has_to(verb) and base(verb.head) == "obj" and lemma_in(verb.head.head, says()["using"]):
            return  # "used guns to shell the port": as real as the use
        if word not in STATUSES and word != "told" and base(verb.head) in {"obj", "obl", "nsubj", "nmod", "iobj"} and is_verbal(verb.head.head):
            word = governor_word(verb.head.head, "clause") or word  # "urged both leaders to meet", the clause hung on the leaders
        climb.take("planned" if has_to(verb) and word in {None, "through"} and not is_perfect_infinitive(verb) else word)
        climb.going = climb.going and word is not None
    elif is_of_proposal(verb):
        climb.take(governor_word(verb.head, "noun"))  # "a proposal linking a truce to the delivery of aid"
    elif verb.tag_ == "VBG" and lemma_in(verb.head, acts().nouns) is not None:
        return  # "denied air strikes targeting civilians": what an act does has the act's fate
    elif is_wished(verb):
        climb.stop("demanded")
    elif verb.tag_ == "VBN" and is_unheld(verb.head):
        return  # "is ready for talks brokered by the bishop"
    elif base(verb.head) != "obj" or not lemma_in(verb.head.head, says()["causing"]):
        climb.going = any(c.lower_ == "with" for c in children(verb.head, "case")) and base(verb.head) == "obl" and verb.i > verb.head.i


def is_unheld(noun: Token) -> bool:
    """Talks or a truce not yet known, under a word that says that they are still to come: what is told of them with a participle is no more done."""
    known = any(c.dep_ in {"det", "nmod:poss"} and c.lower_ not in {"a", "an"} for c in noun.children)
    if known or (lemma_in(noun, acts().talks) is None and lemma_in(noun, acts().truces) is None):
        return False
    return said_by(noun.head, nominal=True, mark=preposition(noun)) in {"planned", "demanded", "conditional", "proposed"}


def is_one_of_few(noun: Token) -> bool:
    """ "the only group to go on fighting", "the first to sign", "the largest faction to sign": what somebody is the only one to do he does."""
    if any(c.tag_ == "JJS" for c in children(noun, "amod")) and children(noun, "cop"):
        return True
    return any(c.lower_ in says()["adjective"] and says()["adjective"][c.lower_] == "through" for c in (noun, *children(noun, "amod")))


def said_over(infinitive: Token) -> str | None:
    """ "the failure of the cabinet and the Front to agree", where the infinitive was hung on the Front: what the noun above says of it."""
    noun = infinitive.head
    while base(noun) in {"nmod", "conj"} and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        noun = noun.head
        if (said := governor_word(noun, "noun")) in STATUSES:
            return said
    return None


def is_wished(participle: Token) -> bool:
    """ "want monitors from the coast withdrawn", where the participle was hung on the last noun before it."""
    noun = participle.head
    while base(noun) == "nmod" and noun.right_edge.i >= participle.i:
        noun = noun.head
    wishes = noun != participle.head and base(noun) == "obj" and participle.tag_ == "VBN" and not obliques(participle, "by")
    return wishes and lemma_in(noun.head, says()["wishing"]) is not None


def is_denied_talk(noun: Token) -> bool:
    """ "no evidence that …", "no plans to …", "dismissed accusations that …"; "denied reports that …", where the verb was taken for an adjective."""
    if governor_word(noun, "noun") is None or is_undoubted(noun):
        return False
    if told_of(noun, governor_word(noun, "noun")) == "denied":
        return True  # "dismissed accusations that his men …"
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else noun
    misread = before.tag_ in {"VBD", "VBN"} and base(before) == "amod" and governor_word(before, "nominal") == "denied"
    return misread or any(d.lower_ == "no" for d in children(noun, "det"))


def is_undoubted(noun: Token) -> bool:
    """ "there was no doubt that the front had shelled the port"."""
    sure = lemma_in(noun, says()["doubting"]) is not None and any(d.lower_ == "no" for d in children(noun, "det"))
    return sure and any(m.lower_ == "that" for c in children(noun, "acl", "ccomp") for m in markers(c))


def is_of_proposal(verb: Token) -> bool:
    """ "a proposal linking a truce to …": a participle that says what a text holds."""
    return verb.tag_ == "VBG" and base(verb) == "acl" and governor_word(verb.head, "noun") in {"proposed", "planned", "demanded"}


def told_of(head: Token, word: str | None) -> str | None:
    """ "denied involvement in the attack", "dismissed reports of a strike": a denial reaches through the noun that tells of it."""
    if word == "told" and not is_verbal(head) and head.head != head and said_by(head.head, nominal=True, mark=preposition(head)) == "denied":
        return "denied"
    return word
