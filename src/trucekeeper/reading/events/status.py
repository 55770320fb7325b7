"""Whether what a word names happened, goes on, or is only planned, proposed, demanded, threatened, conditional or denied.

The answer is gathered on the way from the word up to the root of its sentence: its own tense and modals, then what each governor says of its complement.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.language.relations import ancestors, auxiliaries, base, children, is_negated, markers, modal, objects, obliques, own_subjects, preposition
from trucekeeper.model.claims import Status
from trucekeeper.reading.events.attach import (
    is_perfect_infinitive,
    is_told_after,
    is_twin,
    lost_governor,
    lost_twin,
    misread_progressive,
    of_loose_infinitive,
    opened_condition,
    said_before,
)
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.statuswords import STATUSES, fold, governor_word, has_to, is_finite, is_verbal, said_by, says
from trucekeeper.reading.events.tense import is_inverted_condition, of_noun, of_verb, own_modal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject

STEPS = 14  # no chain of complements in a report is longer


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of an act, and the word that says that the teller does not vouch for it."""

    status: Status
    hedge: str | None = None


@dataclass(slots=True)
class Climb:
    """One way up: what has been gathered, and whether to go on."""

    status: Status = "happened"
    hedge: str | None = None
    going: bool = True

    def take(self, word: str | None) -> None:
        if word in {"reported", "told"}:
            self.going = False
        elif word:
            self.status = fold(self.status, word)


def clause_step(verb: Token, climb: Climb) -> None:
    """From a verb to its governor."""
    relation, head = base(verb), verb.head
    if misread_subject(verb) is not None and is_verbal(head.head) and base(head) == "obj":
        return  # "denied that the army had burned homes", where "burned" was taken for an adjective of the homes
    if relation == "xcomp" and is_told_after(verb):
        climb.going = False
        return
    marks = [" ".join(w.lower_ for w in (m, *children(m, "fixed"))) for m in markers(verb)] + [
        c.lower_ for c in children(verb, "advmod", "case") if c.i < verb.i and not is_mere_adverb(c, verb)
    ]
    if relation == "advcl" and verb.left_edge.i:
        marks.append(verb.doc[verb.left_edge.i - 1].lower_)
    if relation == "obl" and any(says()["preposition"].get(preposition(verb)) == "told" for _ in marks):
        climb.going = False  # "besides the six killed yesterday"
        return
    marked = next((says()["mark"][m] for m in marks if m in says()["mark"]), None)
    if marked and relation in {"advcl", "ccomp", "acl", "conj", "parataxis", "obl", "csubj", "dep"}:
        needed = climb.status == "denied" or "unless" in marks
        threatened = any(governor_word(above, "clause") == "threatened" for above in ancestors(verb))
        climb.take("demanded" if needed and marked == "conditional" and threatened else marked)
        climb.going = False
        return
    if marked is None and is_finite(verb) and (opened_condition(verb) or shares_condition(verb) or is_of_anybody(verb)):
        climb.take("conditional")
        climb.going = False
        return
    held = told_by_noun(verb)
    if held is not None:
        climb.take(held)
        climb.going = False
        return
    saying = lost_saying(verb)
    if saying is not None:
        climb.take(said_by(saying, nominal=False) or "reported")
        climb.going = False
    elif verb.dep_ == "acl:relcl" and any(m.lower_ == "that" and m.i == head.i + 1 for m in verb.children) and is_denied_talk(head):
        climb.take("denied")
        climb.going = False
    elif head == verb or relation in {"root", "parataxis"} or verb.dep_ in {"acl:relcl", "advcl:relcl"}:
        climb.going = verb.dep_ == "acl:relcl" and verb.tag_ in {"VBZ", "VBP"} and any(d.lower_ in {"a", "an"} for d in children(head, "det"))
    elif relation in {"ccomp", "xcomp", "csubj", "obj", "obl", "nmod", "nsubj", "dep", "iobj"}:
        complement_step(verb, climb)
    elif relation == "acl":
        adnominal_step(verb, climb)
    elif relation == "advcl":
        adverbial_step(verb, climb, marks)
    elif relation == "conj":
        bare = verb.tag_ == "VBP" and has_to(head) and verb.lower_ == verb.lemma_.lower() and not own_subjects(verb)
        climb.going = bare or not is_finite(verb)  # "aims to tighten sanctions and impose a blockade"
    else:
        climb.going = False


def told_by_noun(verb: Token) -> str | None:
    """ "stalled over the insistence that the militia disarm": what the noun before "that" says, where the tree hung its clause on the verb."""
    mark = next((m for m in markers(verb) if m.lower_ == "that" and m.i > verb.sent.start), None)
    if mark is None or base(verb) not in {"advcl", "ccomp"} or mark.nbor(-1).pos_ != "NOUN" or mark.nbor(-1) == verb.head:
        return None
    said = governor_word(mark.nbor(-1), "noun")
    return said if said in STATUSES else None


def is_mere_adverb(word: Token, verb: Token) -> bool:
    """ "the general instead flew to Cairo", "once extorted money", "Instead, he flew": no word that opens a clause."""
    if word.lower_ not in {"instead", "rather", "once"} or not is_finite(verb):
        return False
    return word.nbor().text == "," or not any(word.i < s.i for s in own_subjects(verb))


def shares_condition(verb: Token) -> bool:
    """ "only after the siege was lifted and the prisoners were freed": the second clause of a condition."""
    return base(verb) == "conj" and is_finite(verb.head) and base(verb.head) == "advcl" and opened_condition(verb.head) is not None


def is_of_anybody(verb: Token) -> bool:
    """ "those who break the truce", and what any of a kind do under a threat or a plan: whoever does it, if anybody does."""
    anybody = verb.head.lower_ in {"those", "anyone", "anybody", "whoever", "everyone", "all"}
    if verb.dep_ != "acl:relcl" or verb.tag_ not in {"VBZ", "VBP"} or auxiliaries(verb):
        return False
    over, noun = verb.head.head, verb.head
    if anybody or children(noun, "nummod"):
        return anybody
    promised = base(noun) == "nsubj" and is_verbal(over) and not {"planned", "conditional"}.isdisjoint(own_modal(over))
    return promised or (noun.tag_ == "NNS" and not children(noun, "det") and any(is_ahead(a) for a in ancestors(noun)))


def is_ahead(word: Token) -> bool:
    """Whether a word speaks of what is no fact ("threatened sanctions against leaders who obstruct the vote")."""
    return said_by(word, nominal=True) in {"threatened", "demanded", "proposed", "planned", "conditional"}


def lost_saying(verb: Token) -> Token | None:
    """The verb of saying whose clause was hung on the day beside it ("said on Tuesday that Libya must …")."""
    day = verb.head
    if verb.dep_ == "acl:relcl" and is_time(day) and day.head != day and is_verbal(day.head) and any(m.lower_ == "that" for m in markers(verb)):
        return day.head
    return None


def complement_step(verb: Token, climb: Climb) -> None:
    head = verb.head
    word = told_of(head, said_by(head, nominal=False))
    if head.lower_ in {"supposed", "meant"} and has_to(verb):
        word = "denied" if is_perfect_infinitive(verb) else "planned"
    if lemma_in(head, {"send", "leave"}) and verb.tag_ == "VBG" and objects(head):
        word = "through"  # "sending residents fleeing"
    if head.lower_ == "going" and has_to(verb):
        word = "planned"
    if word == "demanded" and lemma_in(head, says()["asserting"]) and is_indicative(verb) and "demanded" not in own_modal(verb):
        word = "reported"  # "insisted that no talks can resume"
    if word == "planned" and has_to(verb) and lemma_in(head, says()["wishing"]) and any(head.i < o.i < verb.i for o in objects(head)):
        word = "demanded"  # "want Australia to send police"
    if word is None and has_to(verb) and not is_finite(verb):
        word = "planned" if is_verbal(head) or head.pos_ == "ADJ" else None
    if word == "reported" and has_to(verb) and climb.status == "happened" and not is_perfect_infinitive(verb):
        climb.status = "demanded" if head.lemma_.lower() == "tell" else "planned"  # "told them to leave", "announced to hold"
    if word is None and is_finite(verb):
        word = "reported"
    if governor_word(head, "hedge"):
        climb.hedge = climb.hedge or head.text
    climb.take(word)


def is_awaited(verb: Token) -> bool:
    """ "before Damascus recognises the border": the conjunction that was taken for a preposition of the subject."""
    return is_present(verb) and any(c.lower_ in {"before", "until", "unless"} for s in own_subjects(verb) for c in children(s, "case"))


def asked_before(noun: Token) -> str | None:
    """ "the elders' appeal for a halt to … went unheeded": what the noun before "for" says, where the tree made "for" open a clause."""
    begin = noun.left_edge.i if noun.left_edge.lower_ != "for" else noun.left_edge.i + 1
    mark = noun.doc[begin - 1] if begin > noun.sent.start + 1 else None
    if mark is None or mark.lower_ != "for" or base(mark) != "mark":
        return None
    said = governor_word(mark.nbor(-1), "noun")
    return said if said in STATUSES else None


def is_indicative(verb: Token) -> bool:
    """Finite, and no bare form that may be a subjunctive ("insists that Baku lift the siege")."""
    if verb.tag_ == "VBN" and own_subjects(verb) and not auxiliaries(verb):
        return True  # "rebels freed the hostages, he insisted", the past taken for a participle
    return is_finite(verb) and (verb.tag_ != "VBP" or bool(auxiliaries(verb)))


def adnominal_step(verb: Token, climb: Climb) -> None:
    """Infinitive and participle clauses of a noun: "a plan to expel", "sailors freed by pirates"."""
    if has_to(verb) or any(m.lower_ in {"that", "of", "for", "on", "about", "to", "over"} for m in markers(verb)):
        word = governor_word(verb.head, "noun")
        if is_denied_talk(verb.head):
            word = "denied"
        if word not in STATUSES and base(verb.head) in {"obj", "obl", "nsubj", "nmod", "iobj"} and is_verbal(verb.head.head):
            word = governor_word(verb.head.head, "clause") or word  # "urged both leaders to meet", the clause hung on the leaders
        climb.take("planned" if has_to(verb) and word in {None, "through"} and not is_perfect_infinitive(verb) else word)
        climb.going = climb.going and word is not None
    elif is_of_proposal(verb):
        climb.take(governor_word(verb.head, "noun"))  # "a proposal linking a truce to the delivery of aid"
    elif verb.tag_ == "VBG" and lemma_in(verb.head, acts().nouns) is not None:
        return  # "denied air strikes targeting civilians": what an act does has the act's fate
    elif base(verb.head) != "obj" or not lemma_in(verb.head.head, says()["causing"]):
        climb.going = any(c.lower_ == "with" for c in children(verb.head, "case")) and base(verb.head) == "obl" and verb.i > verb.head.i


def is_denied_talk(noun: Token) -> bool:
    """ "no evidence that …", "no plans to …"; "denied reports that …", where the verb was taken for an adjective."""
    if governor_word(noun, "noun") is None:
        return False
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else noun
    misread = before.tag_ in {"VBD", "VBN"} and base(before) == "amod" and governor_word(before, "nominal") == "denied"
    return misread or any(d.lower_ == "no" for d in children(noun, "det"))


def adverbial_step(verb: Token, climb: Climb, marks: list[str]) -> None:
    """Purpose clauses are plans, unless the verb above speaks of them; participles share the status of the verb that they go with."""
    if verb.tag_ == "VBG" and {"of", "for", "with"} & set(marks) and governor_word(verb.head, "hedge"):
        climb.hedge = climb.hedge or verb.head.text  # "suspected of bombing a market"
    if has_to(verb):
        word = "demanded" if lemma_in(verb.head, {"tell"}) else governor_word(verb.head, "clause")
        extraposed = next((w for s in own_subjects(verb.head) if not lemma_in(s, acts().people) and (w := governor_word(s, "noun")) in STATUSES), None)
        if extraposed is not None:
            climb.take(extraposed)  # "pressure is growing to reopen the border"
            climb.going = False
        elif word in STATUSES:
            climb.take(word)
        elif word != "through":
            climb.take("planned")
            climb.going = False
    elif "before" in marks and is_waited_for(verb):
        climb.take("conditional")
        climb.going = False
    elif is_present(verb) and (("when" in marks and (is_present(verb.head) or modal(verb.head) is not None)) or {"before", "after"} & set(marks)):
        climb.take("planned")  # "the second phase begins when the mission has verified the exchange"
        climb.going = False
    elif "from" in marks and verb.tag_ == "VBG" and governor_word(verb.head, "clause") in STATUSES:
        climb.take("denied")  # "warned the rebels from using the airport"
        climb.going = False
    elif verb.tag_ == "VBG" and (voted := next((governor_word(verb.head, "nominal", m.lower_) for m in markers(verb)), None)) in STATUSES:
        climb.take(voted)  # "is to vote on Thursday on extending the mission"
    elif is_finite(verb) or marks:
        climb.going = shares_future(verb)


def is_waited_for(verb: Token) -> bool:
    """ "would not leave before the rebels had disarmed"; but "could not leave before gunmen attacked" tells of an attack."""
    ahead = not {"planned", "proposed", "conditional"}.isdisjoint(own_modal(verb.head))
    word = modal(verb.head)
    return ahead and not (verb.tag_ == "VBD" and word is not None and word.lower_ == "could")


def is_present(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} or any(a.tag_ in {"VBZ", "VBP"} for a in auxiliaries(verb))


def shares_future(verb: Token) -> bool:
    """ "will return as he travels": a present-tense clause beside a future one is as far ahead."""
    return verb.tag_ in {"VBZ", "VBP"} and not markers_past(verb) and modal(verb.head) is not None


def markers_past(verb: Token) -> bool:
    return any(m.lower_ in {"because", "since", "although", "though"} for m in markers(verb))


def noun_step(noun: Token, climb: Climb, *, talks: bool) -> None:
    """From a noun to its governor."""
    relation, head = base(noun), noun.head
    mark = preposition(noun)
    told = says()["preposition"].get(mark) or says()["preposition"].get(wider_mark(noun, mark))
    if has_taken_place(noun):
        climb.going = False
        return
    if is_in_return(noun):
        return  # as real as what it is given for
    if head == noun or relation in {"root", "appos", "parataxis", "list", "vocative"}:
        climb.going = False
    elif told and relation in {"obl", "nmod", "advcl"}:
        climb.take("planned" if told == "told" and modal(head) is not None and talks else told)
        climb.going = False
    elif relation in {"nsubj", "csubj"} and noun.dep_ != "nsubj:pass" and not is_passive_subject(noun):
        subject_step(noun, climb)
    elif relation in {"obj", "nsubj", "obl", "nmod", "iobj", "ccomp", "xcomp", "dep", "acl", "advcl"}:
        argument_step(noun, climb, mark, talks=talks)
    elif relation != "conj":
        climb.going = False


def has_taken_place(noun: Token) -> bool:
    """ "would evaluate the talks, which began in 2017": told as past, whatever is meant to be done about it."""
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
    if is_existing(head):
        climb.take("ongoing")
        climb.going = base(head) in {"ccomp", "advcl", "conj"}
    elif head.pos_ == "NOUN" and (said := governor_word(head, "noun")) in {"demanded", "proposed"}:
        climb.take(said)  # "the general's resignation was a precondition"
    elif head.pos_ == "ADJ" or head.pos_ == "NOUN" or head.pos_ == "ADV":
        phrase = head.doc[head.left_edge.i : head.i + 1].text.lower()
        if any(state in phrase for state in says()["state"]):
            climb.take("ongoing")
        elif head.pos_ == "ADJ":
            climb.take(governor_word(head, "adjective"))
    elif waits := governor_word(head, "subject"):
        climb.take(waits)
    elif happens := governor_word(head, "occurrence"):
        if happens == "ongoing" and modal(head) is None:
            climb.take("ongoing")
        return
    else:
        supposed = modal(head)
        if supposed is not None and supposed.lower_ in {"would", "may", "might"} | ({"could"} if is_indefinite(noun) else set()):
            climb.take("conditional")  # "an invasion would be a disaster"
        climb.going = False


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
    if mark == "on" and word is None and lemma_in(head, acts().agreements):
        word = "planned"  # "a memorandum on a cessation of hostilities"
    if is_fronted(noun, head):
        word = None  # "With the killings, many doubt that …"
    word = listed(noun, head) or told_of(head, word)
    if base(noun) == "nsubj" and is_unconfirmed(head, noun):
        word, climb.hedge = "conditional", climb.hedge or head.text
    if mark == "at" and talks:
        climb.going = False  # "pledged money at a conference"
    elif mark in {"by", "at"} and word not in STATUSES:
        climb.going = False
    elif mark == "for" and word not in STATUSES and (talks or is_verbal(head)):
        climb.take("told" if not talks and is_reason(head, word) else "planned")
    elif not is_verbal(head) and word is None:
        climb.going = False
    elif word is None and base(noun) == "obl":
        climb.going = (mark in {"in", "to", "with", "into", "on"} and talks) or is_of_proposal(head)
    else:
        climb.take(word)


def is_fronted(noun: Token, verb: Token) -> bool:
    """Whether a phrase stands before its clause: a setting, not what the verb speaks of."""
    return base(noun) == "obl" and is_verbal(verb) and any(noun.i < s.i < verb.i for s in own_subjects(verb))


def is_of_proposal(verb: Token) -> bool:
    """ "a proposal linking a truce to …": a participle that says what a text holds."""
    return verb.tag_ == "VBG" and base(verb) == "acl" and governor_word(verb.head, "noun") in {"proposed", "planned", "demanded"}


def is_reason(verb: Token, word: str | None) -> bool:
    """Whether "for" behind a verb says why ("jailed for the killing", "blamed for") rather than what is meant to come ("drawn up for the lifting")."""
    lemma = lemma_in(verb, acts().verbs)
    return word is not None or (lemma is not None and any(f.second is None and f.act.plover in kinds()["answering"] for f in acts().verbs[lemma]))


def is_unconfirmed(verb: Token, subject: Token) -> bool:
    """ "neither the shelling nor the arrest could be confirmed"."""
    if lemma_in(verb, says()["confirming"]) is None:
        return False
    return is_negated(verb) or any(c.lower_ in {"neither", "no"} for c in subject.children) or bool(markers(verb))


def listed(noun: Token, head: Token) -> str | None:
    """ "their demands include a withdrawal": what the subject of a listing verb says of what it lists."""
    if base(noun) not in {"obj", "obl", "conj"} or not lemma_in(head, says()["listing"]):
        return None
    return listed_by(head, noun)


def told_of(head: Token, word: str | None) -> str | None:
    """ "denied involvement in the attack", "dismissed reports of a strike": a denial reaches through the noun that tells of it."""
    if word == "told" and not is_verbal(head) and head.head != head and said_by(head.head, nominal=True, mark=preposition(head)) == "denied":
        return "denied"
    return word


def own_hedge(token: Token) -> str | None:
    hedge = says()["hedge"]
    for child in token.children:
        if hedge.get(child.lower_) in {"adverbs", "adjectives"} and base(child) in {"advmod", "amod"}:
            return child.text
    return None


def listed_before(token: Token) -> str | None:
    """What a list's head says of an item far along the list, where the tree lost it: "the demands include a withdrawal, an end …, the release …"."""
    first = token
    while base(first) == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    if children(first, "cop") and not is_verbal(first):
        asked = [governor_word(s, "clause" if is_verbal(s) else "noun") for s in own_subjects(first)]  # "among their demands was the release of …"
        return next((a for a in asked if a in STATUSES), None)  # "what they want is the release of …"
    loose = False
    above = token
    while above.head != above and not is_verbal(above):
        loose = loose or base(above) in {"appos", "parataxis", "dep", "list", "conj"}
        above = above.head
    loose = loose or base(above) in {"root", "parataxis", "appos"}
    for i in range(token.i - 1, token.sent.start, -1):
        before = token.doc[i]
        if before.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            if lemma_in(before, says()["listing"]):
                return listed_by(before, token)
            return governor_word(before, "nominal") if loose and not is_verbal(token) and is_verbal(before) else None
    return None


def listed_by(verb: Token, item: Token) -> str | None:
    above = set(ancestors(item))
    for subject in own_subjects(verb):
        subject = verb.head if verb.dep_ == "acl:relcl" and subject.tag_ == "WDT" else subject  # "any plan that involves a withdrawal"
        if subject in above and verb.dep_ != "acl:relcl":
            continue  # "there was no sign of …": met on the way up
        if is_verbal(subject) and base(subject) == "csubj":
            return said if (said := governor_word(subject, "clause")) in STATUSES else None  # "what they want is a …"
        for word in [subject, *obliques(subject, "of")]:
            said = "proposed" if lemma_in(word, {"plan"}) else governor_word(word, "noun")
            if said in STATUSES:
                return said
            if (
                verb.tag_ in {"VBZ", "VBP"}
                and governor_word(verb, "nominal", "for") not in STATUSES
                and (lemma_in(word, {"phase", "stage"}) or lemma_in(word, acts().agreements))
            ):
                return "planned"  # "the first phase includes a swap"
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
        governor = lost_governor(node)
        if governor is not None:
            skip_own = is_twin(node, governor)
            climb.take(said_by(governor, nominal=False) if not skip_own else None)
            node = governor
            continue
        twin = lost_twin(node)
        if twin is not None:
            climb.take(said_by(twin, nominal=False) if is_verbal(node) else None)
            node, skip_own = twin, True
            continue
        climb.take(said_before(node))
        if verbal and is_awaited(node):
            climb.take("planned")
        if not verbal:
            climb.take(asked_before(node))
        progressive = misread_progressive(node)
        if progressive is not None:
            climb.take(governor_word(progressive, "nominal"))
        for verb in (c for c in node.children if not verbal and misread_subject(c) is not None):
            climb.take(governor_word(verb, "nominal"))  # "conditioned aid delivery on …", the verb taken for an adjective
        if verbal:
            clause_step(node, climb)
        else:
            noun_step(node, climb, talks=talks)
        if not climb.going:
            break
        skip_own = base(node) == "conj" and (not verbal or not shares_auxiliary(node))
        node = node.head
    if climb.status == "happened" and has_to(token):
        climb.take(of_loose_infinitive(token))
    return Reading(fold(climb.status, listed_before(token) or ""), climb.hedge)


def shares_auxiliary(verb: Token) -> bool:
    """ "will meet and sign": the second verb has the first one's auxiliary."""
    return not auxiliaries(verb) and verb.tag_ in {"VB", "VBN", "VBG"} and verb.tag_ == verb.head.tag_
