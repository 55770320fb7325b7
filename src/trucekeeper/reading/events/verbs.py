"""Verbs that tell acts: which of them tell one here, and which only seem to."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, is_future, modal
from trucekeeper.language.grammar.clauses import complement_clauses, markers, open_complements
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import indirect_objects, objects
from trucekeeper.language.grammar.phrases import obliques, possessors
from trucekeeper.language.grammar.subjects import agents, doers, own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.phrases import is_harm, is_talk
from trucekeeper.reading.events.plover import COOPERATIVE, VERBAL
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import DEMAND, PROMISE, THREATEN, implied, modal_demand, speaks_of_itself
from trucekeeper.reading.events.statuswords import bare_before, governor_word, has_to, is_finite, says
from trucekeeper.reading.events.tense import conditions, is_never_to
from trucekeeper.reading.events.triggers import VISIT, Trigger, antecedent, misread_subject, verb_frame
from trucekeeper.reading.statements.lexicon import lexicon as cues

ALLOW, CONDEMN = "allow access", "condemn"


def verb_trigger(verb: Token) -> Trigger | None:
    """The act that a verb names, or the act of speech that its modal or negation makes of it."""
    if tells_nothing(verb):
        return None
    named = verb_frame(verb)
    if named is not None and named.act.name == THREATEN and not is_mere_warning(verb) and (promises_not(verb) or tells_to(verb)):
        told = objects(verb) or indirect_objects(verb)
        named = replace(named, act=acts().acts[DEMAND if told else PROMISE])  # "warned them not to attack", "pledged not to attack"
    if named is not None and named.act.plover == "PROTEST" and complement_clauses(verb):
        named = replace(named, act=acts().acts[CONDEMN])  # "protested that the police beat miners": no march
    if named is not None and (is_no_act(verb, named) or says_nothing(verb, named) or nobody_speaks(verb, named)):
        return None
    if named is not None and named.act.content == "take":
        return modal_demand(verb, named) or named
    found = implied(verb, named) or named
    return None if found is not None and found.act.plover in {*VERBAL, "CONSULT"} and is_by_nobody(verb) else found


def tells_nothing(verb: Token) -> bool:
    """Whether a verb's own form and place say that it tells no act here, whatever it means."""
    past = verb.tag_ in {"VBN", "VBD"}
    if base(verb) == "amod" and verb.i < verb.head.i and misread_subject(verb) is None and bare_before(verb) is None:
        return True
    if base(verb) == "compound" and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lemma_.lower() != "be":
        return True  # "the negotiating panels"
    if base(verb) == "ccomp" and any(s.lower_ == "who" for s in own_subjects(verb)):
        return True  # "has not said who fired": what is asked is not told
    if (past or verb.tag_ == "JJ") and verb.i and verb.doc[verb.i - 1].lower_ == "the" and not own_subjects(verb):
        return True  # "evacuated the wounded"
    counted = past and any(c.pos_ == "NUM" for c in verb.children)
    if verb.tag_ != "VBG" and base(verb) in {"nmod", "obl"} and children(verb, "case") and not counted:
        return True  # "the number of wounded", "the planting of a bomb", but "besides the six killed"
    if base(verb) == "acl" and past and not own_subjects(verb) and lemma_in(verb, finding()["heading"]) is not None:
        return lemma_in(verb.head, acts().agreements) is None  # "a delegation led by a general": who they are; but "the accord reached on Friday"
    if is_passive(verb) and lemma_in(verb, finding()["heading"]) is not None and any(lemma_in(s, acts().envoys) for s in own_subjects(verb)):
        return True  # "the delegation will be led by a general"
    if base(verb) == "acl" and verb.tag_ == "VBG" and not own_subjects(verb) and not is_party(verb.head) and lemma_in(verb, finding()["lying"]) is not None:
        return True
    if verb.i == verb.sent.start and past and verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in {"NOUN", "PROPN"}:
        return True  # "Ousted President …"
    if base(verb) == "xcomp" and verb.lower_ in acts().nouns and lemma_in(verb.head, says()["lessening"]) is not None:
        return True  # "the truce reduced fighting"
    if (
        verb.tag_ in {"VBN", "JJ"}
        and not any(is_party(s) for s in own_subjects(verb))
        and obliques(verb, "to")
        and not obliques(verb, "by")
        and lemma_in(verb, finding()["bounding"]) is not None
    ):
        return True
    if base(verb) == "acl" and past and not obliques(verb, "by") and is_of_talk(verb.head):
        return True  # "a meeting Obi, the premier, held with the elders": nobody is held
    if is_passive(verb) and lemma_in(verb, finding()["seeking"]) is not None:
        return True  # "who is wanted by the court"
    return is_generic(verb) or is_plural_noun(verb) or is_failing_thing(verb) or is_preposition(verb)


def is_of_talk(name: Token) -> bool:
    """A name that the tree made an apposition of the talks before it."""
    while base(name) == "appos" and name.head.i < name.i:
        if is_talk(name.head):
            return name.pos_ in {"PROPN", "NOUN"}
        name = name.head
    return False


def is_preposition(verb: Token) -> bool:
    """ "barring new violence", "following the raid"."""
    alone = verb.tag_ == "VBG" and not auxiliaries(verb) and not own_subjects(verb) and base(verb) in {"advcl", "obl", "case"}
    keeps_from = any(c.tag_ == "VBG" for c in children(verb, "advcl"))  # "barring thousands from fleeing"
    return alone and not keeps_from and verb.lower_ in says()["preposition"]


def tells_to(verb: Token) -> bool:
    """ "warned the miners to leave": whoever is warned to do something is asked to."""
    warned = objects(verb) or indirect_objects(verb)
    return bool(warned) and lemma_in(verb, finding()["warning"]) is not None and any(has_to(c) and c.i > warned[0].i for c in open_complements(verb))


def promises_not(verb: Token) -> bool:
    """ "pledged not to attack"; but who threatens not to do what would be good threatens."""
    left = [c for c in (*open_complements(verb), *children(verb, "advcl")) if has_to(c) and (is_never_to(c) or is_negated(c))]
    if lemma_in(verb, says()["vowing"]) is None:
        left = [c for c in left if (done := verb_frame(c)) is None or done.act.plover not in COOPERATIVE]
    return bool(left)


def is_no_act(verb: Token, named: Trigger) -> bool:
    """Whether a verb that names an act does not tell it here: by who does it, or by what is said with it."""
    act, frame = named.act, named.frame
    if act.never_by and is_by(verb, act.never_by):
        return True  # "the flood killed nine", "was examined by doctors"
    if (act.mode == "investigate" or act.plover in {"REJECT", "SUPPORT"}) and says_who(verb):
        return True  # "a group monitoring the war", "militants resisting the army": who they are
    if act.name == THREATEN and (is_mere_warning(verb) or (verb.tag_ == "VBN" and lemma_in(verb.head, finding()["feeling"]) is not None)):
        return True
    if act.stands == "demanded" and lemma_in(verb, says()["wishing"]) is not None and any(says()["mark"].get(m.lower_) == "conditional" for m in markers(verb)):
        return True  # "if it wanted a settlement"
    if act.stands in {"demanded", "proposed"} and (is_own_wish(verb) or is_assertion(verb)):
        return True  # "wants to go home", "insists that the gunmen came from abroad", "the toll suggests that they did"
    if act.stands == "demanded" and is_passive(verb) and is_negated(verb):
        return True  # "no deadline was set"
    if act.plover == "CONSULT" and lemma_in(verb, finding()["taking_part"]) is not None and any(is_harm(o) for o in obliques(verb, "in")):
        return True  # "engaged in war with the army"
    if act.name == VISIT and (doing_nothing(verb) or is_kept_from(verb)):
        return True  # "vehicles travelling on the road", "kept the medics from travelling to the port"
    if frame is None:
        return False
    if frame.of_subject and is_failing(verb):
        return True  # "the talks failed to end the war": nobody ended them
    if frame.second is None and is_outcome(verb):
        return True  # "…, leaving half of the country without power"
    clausal = act.name == ALLOW and "@clause" in frame.special
    return clausal and not any(is_party(s) or s.pos_ == "PRON" for s in subjects(verb))  # "a lull allowed the agency to …"


def is_kept_from(verb: Token) -> bool:
    """A gerund behind "from": what somebody is kept from by another."""
    return verb.tag_ == "VBG" and any(m.lower_ == "from" for m in children(verb, "mark", "case")) and not own_subjects(verb)


def says_who(verb: Token) -> bool:
    """A participle right behind a noun for people, which the tree may have made the subject of the participle."""
    if verb.tag_ != "VBG" or auxiliaries(verb) or children(verb, "mark", "case"):
        return False
    if verb.dep_ == "acl":
        return is_party(verb.head)
    return base(verb) == "csubj" and any(is_party(s) and s.i == verb.i - 1 for s in own_subjects(verb))


def nobody_speaks(verb: Token, named: Trigger) -> bool:
    """ "the clashes threatened to …"."""
    return named.act.plover in VERBAL and is_by_nobody(verb)


def is_by_nobody(verb: Token) -> bool:
    """ "the threats would encourage …", "the offer met with silence"."""
    doing = [antecedent(verb, s) if s.lower_ in {"that", "which"} else s for s in own_subjects(verb)]
    return bool(doing) and all(is_nobody(s) for s in doing) and not is_passive(verb)


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
    said = children(verb, "ccomp")
    own = any(s.pos_ == "PRON" and s.i > verb.i for c in said for s in own_subjects(c))  # "insist they must meet first"
    return own or any(is_finite(c) and modal(c) is None and not is_future(c) for c in said)


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


def says_nothing(verb: Token, named: Trigger) -> bool:
    """ "declined to elaborate", "asked not to be named": what is refused or asked is only to speak."""
    if named.act.plover == "REJECT" and any(
        governor_word(c, "clause") == "reported" for c in verb.children if c.i > verb.i and c.nbor(-1).lower_ == "to" and not obliques(c, "to")
    ):
        return True
    return named.act.plover in {"REQUEST", "REJECT"} and any(c.lower_ in cues().words.naming and has_to(c) for c in children(verb, "xcomp", "advcl", "ccomp"))


def is_generic(verb: Token) -> bool:
    """ "Such attacks kill hundreds": what happens as a rule is no event."""
    if verb.tag_ not in {"VBP", "VBZ"} or auxiliaries(verb):
        return False
    return any(says()["habit"].get(d.lower_) == "any" for s in own_subjects(verb) for d in s.children)


def is_nobody(subject: Token) -> bool:
    """A word for an act, or one that stands for nothing."""
    if subject.lower_ in finding()["nothing"]:
        return True
    named = lemma_in(subject, acts().nouns) is not None or lemma_in(subject, acts().happenings) is not None
    return named and subject.pos_ == "NOUN" and not is_party(subject)


def is_mere_warning(verb: Token) -> bool:
    """ "warned that people could starve": what is warned of is somebody else's doing, and nobody is told to do otherwise."""
    if lemma_in(verb, finding()["warning"]) is None or objects(verb):
        return False
    clauses = complement_clauses(verb)
    return bool(clauses) and all(own_subjects(c) and not speaks_of_itself(verb, c) and not conditions(c) for c in clauses)
