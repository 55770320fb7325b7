"""All acts that a text tells of: verbs and nouns as the lexicon names them, without those that are part of another act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc, Token

from trucekeeper.language.relations import (
    agents,
    ancestors,
    auxiliaries,
    base,
    children,
    complement_clauses,
    doers,
    indirect_objects,
    is_future,
    is_negated,
    is_passive,
    is_perfect,
    markers,
    modal,
    objects,
    obliques,
    own_subjects,
    possessors,
    preposition,
    subjects,
)
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.nouns import is_act, is_taken_for_done, is_talk, noun_trigger
from trucekeeper.reading.events.plover import COOPERATIVE, HOSTILE, VERBAL
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import AGREE, DEMAND, PROMISE, THREATEN, implied, modal_demand, speaks_of_itself
from trucekeeper.reading.events.statuswords import STATUSES, bare_before, governor_word, has_to, is_finite, is_mistagged_verb, is_verbal, says
from trucekeeper.reading.events.tense import conditions, is_never_to
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import VISIT, Trigger, misread_subject, verb_frame, works
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.lexicon import lexicon as cues

ALLOW, CEASE = "allow access", "begin ceasefire"
GERUND = 2  # "ruled out recognising": a gerund so near behind a verb is its complement


def candidates(doc: Doc) -> Iterable[Trigger]:
    for token in doc:
        if (
            token.pos_ == "VERB"
            or (token.tag_ in {"VB", "VBD", "VBZ", "VBP"} and token.pos_ != "AUX")
            or (token.pos_ == "ADJ" and children(token, "cop", "aux:pass"))
            or is_mistagged_verb(token)
        ):
            found = verb_trigger(token)
        elif (
            (token.pos_ in {"NOUN", "PROPN"} or is_mistagged_noun(token))
            and token.ent_type_ not in {"PERSON", "PER", "GPE", "LOC"}
            and not in_name_of_body(token)
        ):
            found = noun_trigger(token)
        else:
            found = None
        if found is not None:
            yield found


def is_mistagged_noun(token: Token) -> bool:
    """ "an all-out offensive", where the noun was taken for an adjective."""
    return token.pos_ == "ADJ" and bool(children(token, "det")) and not children(token, "cop") and lemma_in(token, acts().nouns) is not None


def in_name_of_body(token: Token) -> bool:
    """ "The Coastal Conference has paid": a body's name is no meeting."""
    mention = layers(token.doc).mention_at.get(token.i)
    if mention is None or mention.form != "name" or not mention.words[0] <= token.i < mention.words[1]:
        return False
    return token.text[0].isupper() and layers(token.doc).entities[mention.entity].kind in {"body", "group", "media", "agency", "person"}


def verb_trigger(verb: Token) -> Trigger | None:
    """The act that a verb names, or the act of speech that its modal or negation makes of it."""
    if base(verb) == "amod" and verb.i < verb.head.i and misread_subject(verb) is None and bare_before(verb) is None:
        return None
    if base(verb) == "ccomp" and any(s.lower_ == "who" for s in own_subjects(verb)):
        return None  # "has not said who fired": what is asked is not told
    if verb.tag_ in {"VBN", "VBD", "JJ"} and verb.i and verb.doc[verb.i - 1].lower_ == "the" and not own_subjects(verb):
        return None  # "evacuated the wounded"
    counted = verb.tag_ in {"VBN", "VBD"} and any(c.pos_ == "NUM" for c in verb.children)
    if verb.tag_ != "VBG" and base(verb) in {"nmod", "obl"} and children(verb, "case") and not counted:
        return None  # "the number of wounded", "the planting of a bomb", but "besides the six killed"
    if base(verb) == "acl" and verb.tag_ in {"VBN", "VBD"} and not own_subjects(verb) and lemma_in(verb, finding()["heading"]) is not None:
        return None  # "a delegation led by a general": who they are
    if verb.i == verb.sent.start and verb.tag_ in {"VBN", "VBD"} and verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in {"NOUN", "PROPN"}:
        return None  # "Ousted President …"
    if base(verb) == "xcomp" and verb.lower_ in acts().nouns and lemma_in(verb.head, says()["lessening"]) is not None:
        return None  # "the truce reduced fighting"
    if is_generic(verb) or is_plural_noun(verb) or (is_passive(verb) and lemma_in(verb, finding()["seeking"])):
        return None  # "who is wanted by the court"
    if is_failing_thing(verb):
        return None
    if (
        verb.tag_ == "VBG"
        and verb.lower_ in says()["preposition"]
        and not auxiliaries(verb)
        and not own_subjects(verb)
        and base(verb) in {"advcl", "obl", "case"}
    ):
        return None  # "barring new violence", "following the raid"
    named = verb_frame(verb)
    if named is not None and named.act.never_by and is_by(verb, named.act.never_by):
        return None  # "the flood killed nine", "was examined by doctors"
    if named is not None and named.act.mode == "investigate" and base(verb) == "acl" and verb.tag_ == "VBG" and is_party(verb.head):
        return None  # "a group monitoring the war": who they are
    if named is not None and named.act.name == THREATEN and is_mere_warning(verb):
        return None
    if named is not None and named.act.name == THREATEN and any(is_never_to(c) or is_negated(c) for c in children(verb, "xcomp", "advcl") if has_to(c)):
        told = objects(verb) or indirect_objects(verb)
        named = replace(named, act=acts().acts[DEMAND if told else PROMISE])  # "warned them not to attack", "pledged not to attack"
    if named is not None and named.frame is not None and named.frame.of_subject and is_failing(verb):
        return None  # "the talks failed to end the war": nobody ended them
    if named is not None and named.act.stands == "demanded" and (is_own_wish(verb) or is_assertion(verb)):
        return None  # "wants to go home", "insists that the gunmen came from abroad"
    if named is not None and named.frame is not None and named.frame.second is None and is_outcome(verb):
        return None  # "…, leaving half of the country without power"
    if named is not None and named.act.name == VISIT and doing_nothing(verb):
        return None  # "vehicles travelling on the road"
    if named is not None and named.act.plover == "REJECT" and says_nothing(verb):
        return None  # "refused to describe", "declined to comment"
    if (
        named is not None
        and named.act.plover in {"REQUEST", "REJECT"}
        and any(c.lower_ in cues().naming and has_to(c) for c in children(verb, "xcomp", "advcl", "ccomp"))
    ):
        return None  # "asked not to be named"
    if named is not None and named.act.plover in VERBAL and own_subjects(verb) and all(is_nobody(s) for s in own_subjects(verb)) and not is_passive(verb):
        return None  # "the clashes threatened to …": nobody speaks
    if named is not None and named.act.content == "take":
        return modal_demand(verb, named) or named
    clausal = named is not None and named.act.name == ALLOW and named.frame is not None and "@clause" in named.frame.special
    if clausal and not any(is_party(s) or s.pos_ == "PRON" for s in subjects(verb)):
        return None  # "a lull allowed the agency to …"
    found = implied(verb, named) or named
    doing = own_subjects(verb)
    if found is not None and found.act.plover in {*VERBAL, "CONSULT"} and doing and all(is_nobody(s) for s in doing) and not is_passive(verb):
        return None  # "the threats would encourage …", "the offer met with silence": nobody speaks
    return found


def is_by(verb: Token, known: frozenset[str]) -> bool:
    """Whether what does it, or that in which it came about, is known by one of the lemmas: by its own clause, or by one that it is told with."""
    causes = [*doers(verb), *obliques(verb, "by", "in", "from", "of", "after")]
    if is_passive(verb) or base(verb) in {"advcl", "acl"}:
        causes += [c for a in islice(ancestors(verb), REACH) for c in (*agents(a), *obliques(a, "by", "in", "after"), *(subjects(a) if a == verb.head else ()))]
    return any(lemma_in(c, known) is not None and not any(is_party(p) for p in obliques(c, "of")) for c in causes)  # but "a flood of soldiers"


REACH = 4  # words up the tree to the clause that says what brought a harm about ("hit by a flood, with many houses destroyed")


def is_failing_thing(verb: Token) -> bool:
    """ "the deal failed to halt the clashes", "the failure to stop the fighting": a thing refuses nothing, and what is not brought about is nobody's act."""
    if base(verb) == "acl" and has_to(verb) and lemma_in(verb.head, finding()["failure"]) is not None:
        return not possessors(verb.head) and not obliques(verb.head, "of", "by")
    failing = verb.head if base(verb) == "xcomp" and has_to(verb) else verb
    tries = lemma_in(failing, finding()["failing"]) is not None and any(has_to(c) for c in children(failing, "xcomp"))
    return tries and bool(own_subjects(failing)) and all(s.pos_ == "NOUN" and not is_party(s) for s in own_subjects(failing))


def is_failing(verb: Token) -> bool:
    """ "failed to", whatever the tree makes of it."""
    return lemma_in(verb, finding()["failing"]) is not None and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to"


def is_plural_noun(verb: Token) -> bool:
    """ "the truce monitors", where the second noun was taken for a verb."""
    if verb.tag_ != "VBZ" or verb.i == verb.sent.start or own_subjects(verb) or objects(verb):
        return False
    return verb.nbor(-1).pos_ == "NOUN" and lemma_in(verb.nbor(-1), acts().truces) is not None


def is_own_wish(verb: Token) -> bool:
    """ "said it wanted to help": who wishes to do something himself asks for nothing."""
    return lemma_in(verb, says()["wishing"]) is not None and not objects(verb) and any(has_to(c) and not own_subjects(c) for c in children(verb, "xcomp"))


def is_assertion(verb: Token) -> bool:
    """ "insisted that the raid was over": who insists with an indicative says that it is so."""
    if lemma_in(verb, says()["asserting"]) is None:
        return False
    return any(is_finite(c) and modal(c) is None and not is_future(c) for c in children(verb, "ccomp"))


def is_outcome(verb: Token) -> bool:
    """A participle behind a comma that says how an act left things."""
    return (
        verb.tag_ == "VBG"
        and base(verb) == "advcl"
        and verb.i > verb.sent.start
        and verb.nbor(-1).text == ","
        and lemma_in(verb, finding()["resulting"]) is not None
    )


def doing_nothing(verb: Token) -> bool:
    """Whether only things are said to do it."""
    found = subjects(verb)
    return bool(found) and not any(is_party(s) or s.pos_ in {"PRON", "PROPN", "DET", "NUM"} for s in found)


def says_nothing(verb: Token) -> bool:
    """ "declined to elaborate": what is refused is only to speak."""
    return any(governor_word(c, "clause") == "reported" for c in verb.children if c.i > verb.i and c.nbor(-1).lower_ == "to")


def is_generic(verb: Token) -> bool:
    """ "Such attacks kill hundreds": what happens as a rule is no event."""
    if verb.tag_ not in {"VBP", "VBZ"} or auxiliaries(verb):
        return False
    return any(says()["habit"].get(d.lower_) == "any" for s in own_subjects(verb) for d in s.children)


def is_nobody(subject: Token) -> bool:
    """A word for an act, or one that stands for nothing."""
    return (subject.pos_ == "NOUN" and not is_party(subject) and lemma_in(subject, acts().nouns) is not None) or subject.lower_ in finding()["nothing"]


def is_mere_warning(verb: Token) -> bool:
    """ "warned that people could starve": what is warned of is somebody else's doing, and nobody is told to do otherwise."""
    if lemma_in(verb, finding()["warning"]) is None or objects(verb):
        return False
    clauses = complement_clauses(verb)
    return bool(clauses) and all(own_subjects(c) and not speaks_of_itself(verb, c) and not conditions(c) for c in clauses)


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
            or (told == "told" or (step.i < top.i and base(step) in {"obl", "nmod"}))
            or step.dep_ == "acl:relcl"
            or is_told_aside(step)
            or (base(step) == "advcl" and not has_to(step) and not (step.tag_ == "VBG" and step.i - top.i <= GERUND))
            or step.dep_ == "nmod:poss"
        ):
            return False
    return base(path[-1]) in {"ccomp", "xcomp", "obj", "obl", "advcl", "iobj", "acl", "nmod", "nsubj"} and not (
        base(path[-1]) == "nsubj" and not is_passive(top)
    )


def settle(found: list[Trigger]) -> list[Trigger]:
    """Without nouns that another trigger uses, light verbs that carry a noun, and what is folded into the act that speaks of it."""
    used = {i for t in found for i in t.used}
    carried = {t.light.i for t in found if t.light is not None and t.token.i not in used}
    found = [t for t in found if not is_forbidden(t.anchor)]
    free = [t for t in found if t.token.i not in used or is_taken_for_done(t.token)]
    kept = [t for t in free if not (t.token.i in carried and not (t.frame and (t.frame.need or t.frame.second)))]
    return [t for t in fold(kept) if not is_aside(t, kept)]


def is_forbidden(verb: Token) -> bool:
    """ "warned them not to attack": what somebody is told not to do."""
    above = verb.head
    warned = has_to(verb) and base(verb) in {"xcomp", "advcl"} and lemma_in(above, finding()["warning"]) is not None
    return warned and bool(objects(above) or indirect_objects(above)) and (is_negated(verb) or is_never_to(verb))


def is_aside(trigger: Trigger, found: list[Trigger]) -> bool:
    """A purpose of another act ("opened the bridge to let aid through"), unless one goes somewhere to talk; and what a protest calls for."""
    anchor = trigger.anchor
    if trigger.act.name == CEASE and is_aim(anchor):
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
    return base(anchor) == "advcl" and has_to(anchor) and trigger.act.plover != "CONSULT" and governor_word(anchor.head, "clause") not in STATUSES


def is_aim(verb: Token) -> bool:
    """ "talks aimed at ending the war", "efforts to end the conflict": what talks are for is not what comes next."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].lower_ in finding()["aimed"]:
        at -= 1
    return at < verb.i - 1 and verb.doc[at].pos_ == "NOUN" and lemma_in(verb.doc[at], says()["aim"]) is not None


def is_told_aside(step: Token) -> bool:
    """ "apologised for those killed by the police", "agreed to hand over power and apologised": a harm told by a participle behind a noun, and a finite verb
    that the tree joined to an infinitive, are told for themselves."""
    if base(step) == "conj" and is_finite(step) and has_to(step.head):
        return True
    if base(step) == "ccomp" and own_subjects(step) and is_perfect(step) and modal(step) is None and not markers(step):
        return True  # "agreed to free the sailors they have been holding"
    caused = is_verbal(step.head.head) and lemma_in(step.head.head, says()["causing"]) is not None  # "wants the prisoners freed"
    return step.dep_ == "acl" and step.tag_ == "VBN" and not has_to(step) and works(step) and not caused


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
    return base(path[-1]) == "obl" and preposition(path[-1]) in {"for", "over"}


def is_charge(token: Token, speech: Trigger) -> bool:
    """ "complained that troops still occupy the town": a whole clause of its own, or the gerund of a charge, tells its act, on the word of who complains."""
    if speech.act.plover != "ACCUSE":
        return False
    path = path_from(token, speech.token)
    if any(t.tag_ == "VBG" and t.i and t.nbor(-1).lower_ in finding()["charging"] for t in path):
        return True  # "accused the army of shelling a clinic", "accused of plotting to shell it"
    return base(path[-1]) == "ccomp" and is_finite(path[-1]) and bool(own_subjects(path[-1]))


def is_dated(noun: Token) -> bool:
    """ "condemned Sunday's attack": an act told with its own day took place, whatever is thought of it."""
    return any(c.i < noun.i and c.pos_ in {"NUM", "PROPN"} and is_time(c) for c in noun.children)


def is_occasion(token: Token, top: Token) -> bool:
    """ "agreed at talks that prisoners would be exchanged": where it was said, not what."""
    return preposition(path_from(token, top)[-1]) == "at" and (bool(complement_clauses(top)) or is_talk(token))


def fold(found: list[Trigger]) -> list[Trigger]:
    """What one act speaks of makes no event of its own; an act of speech takes the first such act for its matter."""
    speaking = [t for t in found if t.act.content in {"fold", "take"}]
    kept = []
    for trigger in found:
        over = [
            f for f in speaking if f is not trigger and f.anchor != trigger.anchor and is_content(trigger.token, f.token) and not is_reason(trigger.token, f)
        ]
        for speech in over:
            if (
                speech.act.content == "take"
                and not is_named_demand(trigger)
                and not is_occasion(trigger.token, speech.token)
                and (speech.matter is None or len(path_from(trigger.token, speech.token)) < len(path_from(speech.matter.token, speech.token)))
            ):
                speech.matter = trigger
                negated = is_negated(trigger.token) or is_never_to(trigger.token)
                if speech.act.name == PROMISE and trigger.act.plover in HOSTILE and len(path_from(trigger.token, speech.token)) <= 2 and not negated:
                    speech.act = acts().acts[THREATEN]  # "is ready to attack"
                elif speech.act.name == THREATEN and trigger.act.plover in COOPERATIVE and lemma_in(speech.token, says()["vowing"]):
                    speech.act = acts().acts[PROMISE]  # "vowed to stop the fighting"
        done = trigger.token.pos_ == "NOUN" and (is_dated(trigger.token) or is_taken_for_done(trigger.token))
        over = [f for f in over if not is_charge(trigger.token, f) and not (f.act.content == "fold" and done)]
        if not over or trigger.act.content == "own":
            kept.append(trigger)
    spoken = [
        replace(t, matter=None, roles=None)
        for t in kept
        if (t.act.plover == "REJECT" or t.act.name == AGREE) and t.matter is not None and t.matter.token != t.token
    ]
    return sorted([*kept, *spoken], key=lambda t: (t.matter or t).token.i)  # "rejected a truce": the rejection was done, the truce was not


def triggers(doc: Doc) -> list[Trigger]:
    """The acts of a text in its order; what is folded into what is a question of one sentence."""
    by_sentence: dict[int, list[Trigger]] = {}
    for found in candidates(doc):
        by_sentence.setdefault(found.token.sent.start, []).append(found)
    return [t for found in by_sentence.values() for t in settle(found)]
