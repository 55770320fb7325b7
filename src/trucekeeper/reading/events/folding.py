"""What one act speaks of, and what is an aside of another, makes no event of its own."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.clauses import complement_clauses, is_relative, markers
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import indirect_objects, objects
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.attach import is_perfect_infinitive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.nouns import is_act, is_taken_for_done
from trucekeeper.reading.events.phrases import is_harm, is_talk
from trucekeeper.reading.events.plover import COOPERATIVE, HOSTILE, VERBAL
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import AGREE, PROMISE, THREATEN
from trucekeeper.reading.events.status.nouns import has_taken_place, is_in_return
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_finite, is_verbal, says
from trucekeeper.reading.events.tense import is_never_to
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import Trigger, works

SIGN, ACCUSE = "sign", "accuse"
GERUND = 2  # "ruled out recognising": a gerund so near behind a verb is its complement


def path_from(token: Token, top: Token) -> list[Token]:
    """The tokens from `token` up to just below `top`; empty where `top` is not above it."""
    found = [token]
    while found[-1].head != top:
        if found[-1].head == found[-1]:
            return []
        found.append(found[-1].head)
    return found


def is_content(token: Token, top: Token) -> bool:
    """Whether a word stands inside what `top` speaks of, and not in an adjunct of time or a relative clause."""
    path = path_from(token, top)
    if not path:
        return False
    for step in path:
        told = says()["preposition"].get(" ".join(c.lower_ for c in children(step, "case")))
        if any(says()["mark"].get(m.lower_) == "conditional" for m in children(step, "mark")):
            return False
        if (
            (base(step) == "conj" and is_act(step) and is_party(step.head))  # "threats against teachers, attacks on schools", read as one list
            or (told in {"told", "planned"} or (step.i < top.i and base(step) in {"obl", "nmod"}))
            or step.dep_ == "acl:relcl"
            or is_what_does(step)
            or is_in_return(step)
            or is_agenda(step, top)
            or (preposition(step) == "for" and is_talk(step) and lemma_in(step.head, acts().truces) is not None)  # "agreed to a truce in preparation for talks"
            or (base(step) == "obl" and preposition(step) == "in" and is_harm(step))  # "a truce was agreed in the fighting"
            or is_told_aside(step)
            or (base(step) == "advcl" and not has_to(step) and not (step.tag_ == "VBG" and step.i - top.i <= GERUND))
            or step.dep_ == "nmod:poss"
        ):
            return False
    return base(path[-1]) in {"ccomp", "xcomp", "obj", "obl", "advcl", "iobj", "acl", "nmod", "nsubj"} and not (
        base(path[-1]) == "nsubj" and not is_passive(top)
    )


def is_what_does(noun: Token) -> bool:
    """ "assured the elders that the fighting would not affect the talks": what does something in a clause is not what its speaker will do."""
    verb = noun.head
    return base(noun) == "nsubj" and noun.pos_ == "NOUN" and is_verbal(verb) and not is_passive(verb) and lemma_in(verb, says()["occurrence"]) is None


def is_agenda(step: Token, top: Token) -> bool:
    """ "postponed a session on the return of the miners": what a meeting that is called off is about is not called off."""
    over = step.head
    return (
        preposition(step) in finding()["matter"]
        and lemma_in(over, acts().talks) is not None
        and over != top
        and lemma_in(top, finding()["cancelling"]) is not None
    )


def settle(found: list[Trigger]) -> list[Trigger]:
    """Without nouns that another trigger uses, light verbs that carry a noun, and what is folded into the act that speaks of it."""
    used = {i for t in found for i in t.used}
    own = {i for t in found for i in t.used if not (is_relative(t.token) and t.token.head.i == i)}
    carried = {t.light.i for t in found if t.light is not None and t.token.i not in used}
    found = [t for t in found if not is_forbidden(t.anchor)]
    free = [
        t for t in found if t.token.i not in used or is_taken_for_done(t.token) or (t.light is not None and t.token.i not in own) or has_taken_place(t.token)
    ]
    kept = [t for t in free if not (t.token.i in carried and not (t.frame and (t.frame.need or t.frame.second)))]
    return [t for t in fold(kept) if not is_aside(t, kept)]


def is_forbidden(verb: Token) -> bool:
    """ "warned them not to attack": what somebody is told not to do."""
    above = verb.head
    warned = has_to(verb) and base(verb) in {"xcomp", "advcl", "ccomp"} and lemma_in(above, finding()["warning"]) is not None
    return warned and bool(objects(above) or indirect_objects(above)) and (is_negated(verb) or is_never_to(verb))


def is_aside(trigger: Trigger, found: list[Trigger]) -> bool:
    """A purpose of another act ("opened the bridge to let aid through"), unless one goes somewhere to talk; and what a protest calls for."""
    anchor = trigger.anchor
    if trigger.act.name in kinds()["aims"] and is_aim(anchor):
        return True
    if base(anchor) not in {"advcl", "xcomp", "acl"} or anchor.head == anchor:
        return False
    over = next((t for t in found if t.anchor == anchor.head), None)
    if over is None:
        return False
    if trigger.act.plover == "REQUEST" and over.act.plover == "PROTEST":
        return True
    if over.act.stands == "demanded":
        return False  # "urged the general to accept"
    if trigger.act.name == SIGN and over.act.plover == "CONSULT":
        return False  # "are due to meet on Friday to sign the accord"
    return (
        base(anchor) == "advcl"
        and has_to(anchor)
        and not is_perfect_infinitive(anchor)
        and trigger.act.plover != "CONSULT"
        and governor_word(anchor.head, "clause") not in STATUSES
    )


def is_aim(verb: Token) -> bool:
    """ "talks aimed at ending the war", "efforts to end the conflict": what talks are for is not what comes next."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].lower_ in finding()["aimed"]:
        at -= 1
    return at < verb.i - 1 and verb.doc[at].pos_ == "NOUN" and lemma_in(verb.doc[at], says()["aim"]) is not None


def is_told_aside(step: Token) -> bool:
    """ "apologised for those killed by the police", "agreed to hand over power and apologised": a harm told by a participle behind a noun, and a finite verb
    that the tree joined to an infinitive, are told for themselves."""
    if base(step) == "conj" and is_finite(step) and (has_to(step.head) or step.head.pos_ == "NOUN"):
        return True
    if base(step) == "ccomp" and own_subjects(step) and is_perfect(step) and modal(step) is None and not markers(step):
        return True  # "agreed to free the sailors they have been holding"
    caused = is_verbal(step.head.head) and lemma_in(step.head.head, says()["causing"]) is not None  # "wants the prisoners freed"
    known = lemma_in(step.head, acts().agreements) is not None or any(is_time(c) for c in children(step, "obl", "advmod"))
    told = works(step) or known  # "violations of a truce signed last month"
    return step.dep_ == "acl" and step.tag_ in {"VBN", "VBD"} and not has_to(step) and told and not caused


def is_named_demand(trigger: Trigger) -> bool:
    """ "rejected a proposal to withdraw": what is rejected is the withdrawal."""
    return trigger.token.pos_ == "NOUN" and trigger.act.plover in VERBAL


def is_reason(token: Token, speech: Trigger) -> bool:
    """ "vowed revenge for the arrest of its leader": why, not what."""
    if speech.act.content != "take" or (speech.frame is not None and speech.frame.second in {"for", "over"}):
        return False
    path = path_from(token, speech.token)
    if any(base(s) == "acl" and s.tag_ in {"VBG", "VBN"} and not has_to(s) for s in path):
        return True  # "rejected a proposal linking a truce to the delivery of aid"
    if speech.act.name == THREATEN and any(base(s) == "nmod" and preposition(s) == "for" and governor_word(s.head, "noun") not in STATUSES for s in path):
        return True  # "vowed revenge for the arrest of its leader"
    return base(path[-1]) == "obl" and preposition(path[-1]) in {"for", "over"}


def is_charge(token: Token, speech: Trigger) -> bool:
    """ "complained that troops still occupy the town": a whole clause of its own, or the gerund of a charge, tells its act, on the word of who complains."""
    if speech.act.content != "fold":
        return False
    path = path_from(token, speech.token)
    opening = finding()["charging" if speech.act.plover == "ACCUSE" else "thanking"]
    charged = preposition(path[-1]) in opening or (base(token) == "obj" and lemma_in(speech.token, finding()["alleging"]) is not None)
    if speech.act.name == ACCUSE and token.pos_ == "NOUN" and charged and path[-1] == token and is_harm(token):
        return True  # "accused the army of abductions", "alleged a raid"
    if any(t.tag_ == "VBG" and t.i and t.nbor(-1).lower_ in opening for t in path):
        return True  # "accused the army of shelling a clinic", "accused of plotting to shell it", "apologised for taking hostages"
    clause = base(path[-1]) == "ccomp" or (path[-1].dep_ == "acl" and any(m.lower_ == "that" for m in markers(path[-1])))  # "accusations that troops …"
    return speech.act.plover == "ACCUSE" and clause and is_finite(path[-1]) and bool(own_subjects(path[-1]))


def is_dated(noun: Token) -> bool:
    """ "condemned Sunday's attack": an act told with its own day took place, whatever is thought of it."""
    return any(c.i < noun.i and c.pos_ in {"NUM", "PROPN"} and is_time(c) for c in noun.children)


def is_occasion(token: Token, top: Token) -> bool:
    """ "agreed at talks that prisoners would be exchanged": where it was said, not what."""
    return preposition(path_from(token, top)[-1]) == "at" and (bool(complement_clauses(top)) or is_talk(token))


def is_where_agreed(token: Token, speech: Trigger) -> bool:
    """ "a truce was agreed at talks in Lome": the talks are told for themselves."""
    return speech.act.name == AGREE and is_talk(token) and preposition(path_from(token, speech.token)[-1]) == "at"


def is_second(word: Token, other: Token) -> bool:
    """ "threatened to shoot the captives and burn the port": the second of what is spoken of in one breath."""
    return base(word) == "conj" and is_verbal(word) and not own_subjects(word) and word.i > other.i and first_conjunct(word) == first_conjunct(other)


def is_asked_in(trigger: Trigger, speech: Trigger) -> bool:
    """ "agreed to ask the council to monitor the truce": what is asked for, where the asking itself is what is agreed."""
    asked = speech.matter
    return asked is not None and asked is not trigger and asked.act.stands is not None and is_content(trigger.token, asked.token)


def fold(found: list[Trigger]) -> list[Trigger]:
    """What one act speaks of makes no event of its own; an act of speech takes the first such act for its matter."""
    speaking = [t for t in found if t.act.content in {"fold", "take"}]
    kept, listed = [], []
    for trigger in found:
        over = [
            f for f in speaking if f is not trigger and f.anchor != trigger.anchor and is_content(trigger.token, f.token) and not is_reason(trigger.token, f)
        ]
        for speech in over:
            if (
                speech.act.content == "take"
                and not is_named_demand(trigger)
                and trigger.act is not speech.act  # "agreed to a breakthrough": one agreement
                and not is_occasion(trigger.token, speech.token)
                and (speech.matter is None or len(path_from(trigger.token, speech.token)) < len(path_from(speech.matter.token, speech.token)))
            ):
                speech.matter = trigger
                negated = is_negated(trigger.token) or is_never_to(trigger.token)
                if speech.act.name == PROMISE and trigger.act.plover in HOSTILE and len(path_from(trigger.token, speech.token)) <= 2 and not negated:
                    speech.act = acts().acts[THREATEN]  # "is ready to attack"
                elif speech.act.name == THREATEN and trigger.act.plover in COOPERATIVE and lemma_in(speech.token, says()["vowing"]):
                    speech.act = acts().acts[PROMISE]  # "vowed to stop the fighting"
            elif speech.act.content == "take" and speech.matter is not None and is_second(trigger.token, speech.matter.token):
                listed.append((speech, trigger))
        done = trigger.token.pos_ == "NOUN" and (is_dated(trigger.token) or is_taken_for_done(trigger.token))
        over = [f for f in over if not is_charge(trigger.token, f) and not (f.act.content == "fold" and done) and not is_where_agreed(trigger.token, f)]
        over = [f for f in over if not is_asked_in(trigger, f)]
        if not over or trigger.act.content == "own":
            kept.append(trigger)
    spoken = [
        replace(t, matter=None, roles=None, spoken=t.matter.act.name)
        for t in kept
        if (t.act.plover == "REJECT" or t.act.name == AGREE) and t.matter is not None and t.matter.token != t.token
    ]
    more = [replace(speech, matter=matter, roles=None) for speech, matter in listed if speech in kept]
    return sorted([*kept, *spoken, *more], key=lambda t: (t.matter or t).token.i)  # "rejected a truce": the rejection was done, the truce was not
