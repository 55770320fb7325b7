"""Clauses beside another: purposes, times and conditions, and how far they share its status."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import after_conjunction, own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.status.climb import Climb
from trucekeeper.reading.events.status.complements import is_asked_with
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_finite, says
from trucekeeper.reading.events.tense import own_modal
from trucekeeper.reading.events.triggers import verb_frame, works


def adverbial_step(verb: Token, climb: Climb, marks: list[str]) -> None:
    """Purpose clauses are plans, unless the verb above speaks of them; participles share the status of the verb that they go with."""
    if verb.tag_ == "VBG" and {"of", "for", "with"} & set(marks) and governor_word(verb.head, "hedge"):
        climb.hedge = climb.hedge or verb.head.text  # "suspected of bombing a market"
    if is_toll_of_purpose(verb):
        climb.stop()
    elif has_to(verb):
        word = (
            "demanded"
            if lemma_in(verb.head, {"tell"}) or is_asked_with(verb.head)
            else governor_word(verb.head, "adjective" if verb.head.pos_ == "ADJ" else "clause")
        )
        extraposed = next((w for s in own_subjects(verb.head) if not lemma_in(s, acts().people) and (w := governor_word(s, "noun")) in STATUSES), None)
        if extraposed is not None:
            climb.stop(extraposed)  # "pressure is growing to reopen the border"
        elif word in STATUSES:
            climb.take(word)
        elif word != "through":
            climb.stop("planned")
    elif "before" in marks and verb.tag_ == "VBG" and governor_word(verb.head, "clause") in STATUSES:
        climb.stop("planned")  # "demanded a truce before allowing aid through"
    elif "before" in marks and verb.tag_ == "VBG" and not is_finite(verb):
        climb.going = True  # "should finish his term before standing down": what comes later is no more done than what comes before
    elif "before" in marks and is_waited_for(verb):
        climb.stop("conditional" if is_negated(verb.head) else "planned")
    elif is_present(verb) and (("when" in marks and (is_present(verb.head) or modal(verb.head) is not None)) or {"before", "after"} & set(marks)):
        climb.stop("planned")  # "the second phase begins when the mission has verified the exchange"
    elif "as" in marks and is_present(verb) and any(c.lower_ == "soon" for c in (verb.head, verb.left_edge.nbor(-1)) if verb.left_edge.i):
        climb.stop("conditional")  # "as soon as they sign"
    elif "from" in marks and verb.tag_ == "VBG" and governor_word(verb.head, "clause") in STATUSES:
        climb.stop("denied")  # "warned the rebels from using the airport"
    elif (
        verb.tag_ == "VBG"
        and (voted := next((governor_word(verb.head, "nominal", m.lower_) for m in markers(verb) if m.lower_ in says()["matter"]), None)) in STATUSES
    ):
        climb.take(voted)  # "is to vote on Thursday on extending the mission"
    elif verb.tag_ == "VBG" and "for" in marks and not {"planned", "conditional"}.isdisjoint(own_modal(verb.head)):
        climb.stop("planned")  # "will work out modalities for holding talks"
    elif verb.tag_ == "VBG" and not is_finite(verb) and set(marks) & says()["means"].keys():
        climb.going = True  # "asked for help by providing troops": the means are as real as what they serve
    elif is_finite(verb) or marks or (verb.tag_ == "VBG" and governor_word(verb, "clause") is not None):
        climb.going = shares_future(verb)


def is_toll_of_purpose(verb: Token) -> bool:
    """ "opened fire to disperse the crowd, killing one": what came of it, hung on what it was for."""
    purpose = verb.head
    if verb.tag_ != "VBG" or verb.i == verb.sent.start or verb.nbor(-1).text != "," or not has_to(purpose) or base(purpose) != "advcl":
        return False
    return purpose.head.tag_ == "VBD" and works(verb)


def is_waited_for(verb: Token) -> bool:
    """ "would not leave before the rebels had disarmed"; but "could not leave before gunmen attacked" tells of an attack."""
    ahead = not {"planned", "proposed", "conditional"}.isdisjoint(own_modal(verb.head))
    word = modal(verb.head)
    return ahead and not (verb.tag_ == "VBD" and word is not None and word.lower_ == "could")


def is_awaited(verb: Token) -> bool:
    """ "before Damascus recognises the border", "after a force is deployed": the conjunction that was taken for a preposition of the subject."""
    if not is_present(verb):
        return False
    if any(c.lower_ in {"before", "until", "unless"} for s in own_subjects(verb) for c in children(s, "case")):
        return True
    if verb.dep_ == "acl:relcl" and any(c.lower_ == "until" for c in children(verb.head, "case", "mark")):
        return True  # "until its wing the Front disarms", where the subject was made two
    return any(c.lower_ in says()["still ahead"] for s in after_conjunction(verb) for c in children(s, "case"))


def is_present(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} or any(a.tag_ in {"VBZ", "VBP"} for a in auxiliaries(verb))


def shares_future(verb: Token) -> bool:
    """ "will return as he travels", "is to leave as the others do": a present-tense clause beside what is to come is as far ahead."""
    told = verb_frame(verb)
    harms = told is not None and told.act.plover in kinds()["harming"]
    ahead = modal(verb.head) is not None or (has_to(verb.head) and not harms)  # "is to leave as rebels shell the town"
    return verb.tag_ in {"VBZ", "VBP"} and not markers_past(verb) and ahead


def markers_past(verb: Token) -> bool:
    return any(m.lower_ in {"because", "since", "although", "though", "while", "whereas"} for m in markers(verb))
