"""From a noun to its governor: as its subject, its object, or behind a preposition."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import obliques, preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.attach import is_perfect_infinitive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.phrases import is_harm, is_naming
from trucekeeper.reading.events.plover import COOPERATIVE
from trucekeeper.reading.events.status.climb import Climb
from trucekeeper.reading.events.status.complements import is_of_proposal, told_of
from trucekeeper.reading.events.status.lists import listed
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_verbal, process_of, said_by, says, state_of
from trucekeeper.reading.events.tense import conditions, own_modal
from trucekeeper.reading.events.timewords import is_time


def noun_step(noun: Token, climb: Climb, *, talks: bool) -> None:
    """From a noun to its governor."""
    relation, head = base(noun), noun.head
    mark = preposition(noun)
    told = says()["preposition"].get(mark) or says()["preposition"].get(wider_mark(noun, mark))
    if has_taken_place(noun):
        climb.going = False
        return
    if mark == "against" and any(lemma_in(a, finding()["warning"]) for a in islice(ancestors(noun), 3)):
        climb.stop("conditional")  # "warned the factions against a breach of the truce"
        return
    if mark == "before" and is_harm(noun) and not is_indefinite(noun):
        climb.stop()  # "had been planned before the killings"
        return
    if mark in {"to", "for", "over", "against"} and is_harm(noun) and lemma_in(head, finding()["retorting"]) is not None:
        climb.stop()  # "threatened to retaliate for the raid"
        return
    if is_in_return(noun):
        return  # as real as what it is given for
    if process_of(noun) is not None:
        return  # as real as the process ("agreed to begin a disarmament campaign")
    if head == noun or relation in {"root", "appos", "parataxis", "list", "vocative"}:
        climb.going = False
    elif mark == "before" and (talks or lemma_in(noun, acts().truces) is not None) and relation in {"obl", "nmod"} and not opens_clause(noun):
        climb.stop("planned")  # "came a week before a new round of talks"
    elif told and relation in {"obl", "nmod", "advcl"}:
        climb.stop("planned" if told == "told" and modal(head) is not None and talks else told)
    elif relation in {"nsubj", "csubj"} and noun.dep_ != "nsubj:pass" and not is_passive_subject(noun):
        subject_step(noun, climb)
    elif relation in {"obj", "nsubj", "obl", "nmod", "iobj", "ccomp", "xcomp", "dep", "acl", "advcl"}:
        argument_step(noun, climb, mark, talks=talks)
    elif relation != "conj":
        climb.going = False


def opens_clause(noun: Token) -> bool:
    """ "before talks collapsed", where "before" was taken for the preposition of the subject."""
    after = noun.right_edge.i + 1
    return after < noun.sent.end and noun.doc[after].tag_ == "VBD"


def has_taken_place(noun: Token) -> bool:
    """ "would evaluate the talks, which began in 2017": told as past, whatever is meant to be done about it."""
    if is_harm(noun) and not is_indefinite(noun) and any(c.i < noun.i and c.pos_ in {"NUM", "PROPN"} and is_time(c) for c in noun.children):
        return noun.doc[noun.i - 1].lower_ not in says()["modifier"]  # "opposition to the February coup"
    told = [c for c in children(noun, "acl") if c.dep_ == "acl:relcl" and c.tag_ == "VBD" and c.i > noun.i]
    return any(lemma_in(c, says()["occurrence"]) and not is_negated(c) and modal(c) is None for c in told)


def is_in_return(noun: Token) -> bool:
    """The noun after "in exchange for"."""
    return base(noun) in {"nmod", "obl"} and noun.head.lower_ in {"exchange", "return"} and preposition(noun.head) == "in"


def wider_mark(noun: Token, mark: str) -> str:
    """The preposition with the word before it ("ahead of"), where the tree took them apart."""
    case = next(iter(children(noun, "case")), None)
    return f"{noun.doc[case.i - 1].lower_} {mark}" if case is not None and case.i else mark


def is_passive_subject(noun: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in noun.head.children)


def subject_step(noun: Token, climb: Climb) -> None:
    head = noun.head
    if children(head, "cop") and "planned" in own_modal(head) and not is_harm(noun):
        climb.take("planned")  # "the withdrawal will be in May"
    states = (governor_word(c, "adjective") for c in children(head, "xcomp") if c.pos_ == "ADJ" and governor_word(head, "occurrence") is not None)
    if (verb := behind_participle(noun)) is not None:
        climb.stop(governor_word(verb, "nominal"))
    elif (remains := next((s for s in states if s in STATUSES), None)) is not None:
        climb.take(remains)  # "a swap remains elusive"
    elif head.tag_ == "VBN" and not auxiliaries(head) and (said := governor_word(head, "adjective")) in STATUSES:
        climb.stop(said)  # "before talks set to open on Friday"
    elif is_existing(head):
        climb.take("ongoing")
        climb.going = base(head) in {"ccomp", "advcl", "conj"}
    elif head.pos_ == "NOUN" and (said := governor_word(head, "noun")) in {"demanded", "proposed"}:
        climb.take(said)  # "the general's resignation was a precondition"
    elif head.pos_ == "NOUN" and modal(head) is not None and conditions(head):
        climb.take("conditional")  # "the raid, if proved, would be a crime"
    elif head.pos_ in {"ADJ", "NOUN", "ADV", "ADP"}:
        if (state := state_of(head)) is not None:
            climb.take(state)
        elif head.pos_ != "NOUN":
            climb.take(governor_word(head, "adjective"))  # "is near"
    elif waits := governor_word(head, "subject"):
        climb.take(waits)
    elif happens := governor_word(head, "occurrence"):
        if happens == "ongoing" and modal(head) is None:
            climb.take("ongoing")
        if happens == "ending" and is_negated(head) and modal(head) is None:
            climb.stop("ongoing")  # "the shelling has not stopped"
        return
    else:
        supposed = modal(head)
        known = is_harm(noun) and not is_indefinite(noun) and is_negated(head)  # "the fighting would not affect the talks"
        if supposed is not None and not known and supposed.lower_ in {"would", "may", "might"} | ({"could"} if is_indefinite(noun) else set()):
            climb.take("conditional")  # "an invasion would be a disaster"
        climb.stop()


def behind_participle(noun: Token) -> Token | None:
    """The verb of "talks aimed at ending the war were postponed", where the tree made "aimed" the verb of the sentence."""
    head = noun.head
    if head.tag_ not in {"VBN", "VBD"} or head.i != noun.i + 1 or auxiliaries(head):
        return None
    after = (t for t in noun.doc[head.i + 1 : noun.sent.end] if children(t, "aux:pass") and not children(t, "mark"))
    return next((t for t in after if not own_subjects(t) or own_subjects(t)[0].i > head.i), None)


def is_existing(verb: Token) -> bool:
    """ "there is fighting around the airport"."""
    return verb.lower_ in {"is", "are", "'s", "’s"} and any(c.lower_ == "there" for c in children(verb, "expl"))


def is_indefinite(noun: Token) -> bool:
    return not any(d.lower_ in {"the", "this", "that", "these", "those"} or d.dep_ == "nmod:poss" for d in noun.children)


def argument_step(noun: Token, climb: Climb, mark: str, *, talks: bool) -> None:
    """Objects and prepositional complements: "urged the launch of talks", "called for a truce", "left for talks"."""
    head = noun.head
    if governor_word(head, "hedge"):
        climb.hedge = climb.hedge or head.text
    word = said_by(head, nominal=True, mark=mark)
    if noun.dep_ == "nsubj:pass" and talks and head.lower_ in finding()["aimed"]:
        word = None  # "the talks were aimed at a truce": what is aimed at is ahead, not they
    if mark == "on" and word is None and lemma_in(head, acts().agreements):
        word = "planned"  # "a memorandum on a cessation of hostilities"
    if word == "told" and lemma_in(head, says()["performing"]) and (is_ahead_of_us(head) or (has_to(head) and not is_perfect_infinitive(head))):
        word = "planned"  # "would go to Lome to announce the end of the war"
    if word == "told" and lemma_in(head, says()["overseeing"]) and (is_ahead_of_us(head) or has_to(head)) and not is_harm(noun):
        word = "planned"  # "have three months to monitor the withdrawal"
    if word == "told" and talks and noun.dep_ == "nsubj:pass" and "planned" in own_modal(head):
        word = "planned"  # "the talks will be suspended on Saturday"
    if lemma_in(head, says()["moving"]) and any(is_time(t) for day in obliques(head, "to", "until", "till", "for") for t in (day, *day.children)):
        word = "planned"  # "has been moved to 9 June"
    if word == "conditional" and mark in {"about", "over", "at"} and lemma_in(head, says()["feeling"]) and not is_indefinite(noun):
        word = "told"
    if word == "conditional" and base(noun) == "obj" and lemma_in(head, says()["averting"]) is not None:
        if is_harm(noun):
            climb.stop("conditional")  # "demanded that the state prevent attacks"
            return
        word = "denied" if is_cooperative(noun) else word  # "avoided talks"
    if is_answerable_for(noun, mark) or (word == "conditional" and base(noun) == "obj" and is_charge(noun)):
        climb.stop()  # "reminds those responsible for the raid that …", "has faced accusations"
        return
    if word == "told" and lemma_in(head, says()["causing an act"]) and not {"planned", "conditional"}.isdisjoint(own_modal(head)):
        word = "conditional"  # "could trigger clashes"
    if word == "denied" and mark in words_of_roles()["around"] and is_verbal(head):
        word = None  # "blocked the road in protest at the concessions": where or why, not what
    if is_fronted(noun, head):
        word = None  # "With the killings, many doubt that …"
    word = listed(noun, head) or told_of(head, word)
    if is_negated(head) and (word == "denied" or (base(noun) == "obj" and lemma_in(head, says()["confirming"]) is not None)):
        climb.stop("conditional")  # "neither confirmed nor ruled out a raid"
        return
    if is_naming(head):
        word = "told"  # "blamed the front, which it calls a gang, for the raid"
    if base(noun) == "nsubj" and is_unconfirmed(head, noun):
        word, climb.hedge = "conditional", climb.hedge or head.text
    if talks and not is_verbal(head) and lemma_in(head, says()["arrangement"]):
        climb.stop(word)
    elif mark == "in" and is_harm(noun) and is_verbal(head) and word in STATUSES and (not is_indefinite(noun) or children(noun, "acl:relcl")):
        climb.stop()  # "a truce was agreed in the fighting around the port"
    elif mark == "in" and talks and is_verbal(head) and head.tag_ == "VBN" and base(head) == "acl":
        climb.stop()  # "an accord hammered out in negotiations"
    elif mark == "at" and talks:
        climb.stop("planned" if is_ahead_of_us(head) else None)  # "pledged money at a conference", "will be discussed at a summit"
    elif talks and not mark and word != "denied" and lemma_in(head, says()["calling"]) and not children(head, "xcomp"):
        climb.stop("planned")  # "called a meeting"
    elif mark in {"by", "at"} and word not in STATUSES:
        climb.stop(next(own_modal(head), None) if mark == "by" and is_verbal(head) else None)
    elif mark == "for" and word not in STATUSES and (talks or is_verbal(head)):
        climb.take("told" if not talks and is_reason(head, word) else "planned")
    elif mark == "for" and head.pos_ == "NOUN" and word is None and not is_harm(noun):
        climb.take("planned")  # "called for help, including assistance for the return of refugees"
    elif not is_verbal(head) and word is None:
        climb.going = False
    elif word is None and base(noun) == "obl":
        climb.going = mark == "into" or (mark in {"in", "to", "with", "on"} and talks) or is_of_proposal(head)  # "is trying to turn the deals into a truce"
    else:
        climb.take(word)


def is_cooperative(noun: Token) -> bool:
    lemma = lemma_in(noun, acts().nouns)
    return lemma is not None and all(f.act.plover in COOPERATIVE for f in acts().nouns[lemma])


def is_charge(noun: Token) -> bool:
    """A noun for what is said against somebody: whoever faces or fears one is charged."""
    lemma = lemma_in(noun, acts().nouns)
    return lemma is not None and any(f.act.plover == "ACCUSE" and f.act.mode == "allege" for f in acts().nouns[lemma])


def is_answerable_for(noun: Token, mark: str) -> bool:
    """ "responsible for the raid", whatever the tree hangs the raid on."""
    before = noun.left_edge.i - 1
    if mark not in {"for", "of"} or before < noun.sent.start:
        return False
    return governor_word(noun.doc[before], "adjective") == "through" and noun.doc[before].lower_ in finding()["answerable"]


def is_ahead_of_us(verb: Token) -> bool:
    """ "will sign", "is expected to be signed": what it tells is still to come."""
    if not is_verbal(verb):
        return False
    expected = has_to(verb) and base(verb) == "xcomp" and said_by(verb.head, nominal=False) == "planned"
    return expected or "planned" in own_modal(verb)


def is_fronted(noun: Token, verb: Token) -> bool:
    """Whether a phrase stands before its clause: a setting, not what the verb speaks of."""
    return base(noun) == "obl" and is_verbal(verb) and any(noun.i < s.i < verb.i for s in own_subjects(verb))


def is_reason(verb: Token, word: str | None) -> bool:
    """Whether "for" behind a verb says why ("jailed for the killing", "blamed for") rather than what is meant to come ("drawn up for the lifting")."""
    lemma = lemma_in(verb, acts().verbs)
    return word not in {None, "through"} or (lemma is not None and any(f.second is None and f.act.plover in kinds()["answering"] for f in acts().verbs[lemma]))


def is_unconfirmed(verb: Token, subject: Token) -> bool:
    """ "neither the shelling nor the arrest could be confirmed"."""
    if lemma_in(verb, says()["confirming"]) is None:
        return False
    return is_negated(verb) or any(c.lower_ in {"neither", "no"} for c in subject.children) or bool(markers(verb))


def asked_before(noun: Token) -> str | None:
    """ "the elders' appeal for a halt to … went unheeded": what the noun before "for" says, where the tree made "for" open a clause."""
    begin = noun.left_edge.i if noun.left_edge.lower_ != "for" else noun.left_edge.i + 1
    mark = noun.doc[begin - 1] if begin > noun.sent.start + 1 else None
    if mark is None or mark.lower_ != "for" or base(mark) != "mark":
        return None
    said = governor_word(mark.nbor(-1), "noun")
    return said if said in STATUSES else None
