"""What looks like a stance and is none: what is only asserted, said, asked or bidden to one's own men, and what harms somebody."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.knowledge import table
from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.events.plover import HOSTILE
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.statuswords import has_to, is_verbal, says
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.positions.found import is_side
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.openers import opener_after
from trucekeeper.reading.positions.topics import issue_of

WILLING = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "'d", "’d", "can", "ca", "could"})


ASKS = frozenset({"how", "what", "where", "why", "whether"})  # what opens a clause that asks


def is_hostile(verb: Token) -> bool:
    """Whether what a verb names harms somebody: to be ready for that is a threat, and no offer."""
    verb = next(iter(children(verb, "xcomp")), verb)  # "to try to …"
    back_to = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 4)] if lemma_in(verb, listed("going_back")) is not None else ()
    if any(t.lower_ == "fighting" or is_hostile_noun(t) or lemma_in(t, listed("war")) for t in back_to if "to" in {w.lower_ for w in back_to}):
        return True  # "would return to fighting"
    frame = verb_frame(verb)
    return frame is not None and frame.act.plover in HOSTILE | {"THREATEN"}


def is_hostile_noun(noun: Token) -> bool:
    """Does it name a hostile act ("raids", "kidnapping")?"""
    frame = noun_frame(noun)
    return frame is not None and frame.act.plover in HOSTILE


def is_no_going(verb: Token) -> bool:
    """The "going" of "are not going to disarm", the "intend" of "do not intend to disarm"."""
    ahead = (verb.lower_ in {"going", "planning"} and verb.tag_ == "VBG") or lemma_in(verb, listed("intending")) is not None
    return ahead and is_negated(verb) and any(has_to(c) for c in children(verb, "xcomp"))


def is_own_order(verb: Token) -> bool:
    """ "ordered his troops to stop", "ordered a halt to the advance": what somebody bids his own men is no position towards others."""
    if lemma_in(verb, listed("ordering")) is None:
        return False
    others = [o for o in objects(verb) if is_side(o) and not is_of_his_own(o)]
    return not others


def is_of_his_own(men: Token) -> bool:
    """ "its units", "troops": men named by nothing but whose they are."""
    beside = [c for c in children(men, "amod", "compound", "nmod") if c.i != men.i]
    mine = any(c.tag_ == "PRP$" for c in beside)
    return mine or (lemma_in(men, listed("men")) is not None and not beside)


def asks_whether(content: Span) -> bool:
    """ "asked if they would yield"."""
    return content[0].lower_ in {"if", "whether"} or any(m.lower_ in {"if", "whether"} for m in children(content.root, "mark"))


def is_asked(verb: Token) -> bool:
    """In a clause that asks how, what or when: "about how much water it will release if …"."""
    return any(t.lower_ in ASKS and t.i > verb.sent.start for t in verb.doc[verb.left_edge.i : verb.i])


def is_bound_to_condition(verb: Token) -> bool:
    """ "insists that talks can only begin if the army leaves": the condition is wanted, and not the talks."""
    return is_verbal(verb) and opener_after(verb) is not None and any(c.lower_ == "only" and c.i < verb.i for c in children(verb, "advmod"))


def is_joining_attack(verb: Token) -> bool:
    """ "refused to take part in the raid": who keeps out of a fight rejects no truce."""
    return lemma_in(verb, listed("joining")) is not None and any(is_hostile_noun(o) for o in [*objects(verb), *obliques(verb, "in")])


def is_only_told(verb: Token) -> bool:
    """ "declined to comment", "refused to call them hostages"; to call a truce is an act."""
    lemma, called = lemma_in(verb, listed("telling")), objects(verb)[:1]
    if verb.lemma_ in {"give", "provide", "offer", "make"} and called and lemma_in(called[0], listed("opinions")) is not None:
        return True
    return lemma is not None and not (lemma == "call" and called and not is_party(called[0]) and issue_of(called))


def is_asserted(word: Token, content: Span) -> bool:
    """ "insisted that the truce was holding", "stressed that they would not yield": a clause of fact is told, not wanted."""
    root = content.root
    if root.pos_ == "NOUN" and lemma_in(word, listed("stressing")) and any(m.lower_ == "that" for c in children(root, "acl") for m in children(c, "mark")):
        return True  # "confirmed the known position that he is willing"
    if base(root) == "conj" and root.tag_ == "VBG" and is_verbal(root.head):
        root = root.head  # "their troops were evacuating people and helping | …"
    if root.pos_ == "ADJ" and root.lower_ in listed("needful"):
        return False  # "insisted that a mission is essential"
    told = [c for c in children(root, "cop") if c.tag_ in {"VBD", "VBZ", "VBP"}]
    if told and modal(root) is None and lemma_in(word, listed("stressing")) and base(root) == "ccomp":
        return True  # "emphasised that they are ready"
    ahead = modal(root) if children(root, "cop") else None
    if ahead is not None and ahead.lower_ in WILLING and lemma_in(word, listed("stressing")):
        return True  # "insisted it would be impossible to vote"
    if lemma_in(word, listed("directing")) or not is_verbal(root) or has_to(root) or root.i < word.i or base(root) not in {"ccomp", "acl", "parataxis"}:
        return False
    if (ahead := modal(root)) is not None:
        return ahead.lower_ in WILLING | {"may", "might"} and lemma_in(word, listed("stressing")) is not None
    finite = [a for a in children(root, "aux", "cop") if a.tag_ in {"VBD", "VBZ", "VBP"}] or [root]
    every = any(d.lower_ in {"all", "every", "any", "each"} for s in own_subjects(root) for d in children(s, "det"))
    if finite == [root] and root.tag_ == "VBP" and lemma_in(word, {"insist"}) and (every or is_told_as_past(word)):
        return False  # "insisting all passengers carry papers"
    return finite[0].tag_ in {"VBD", "VBZ", "VBP"} and finite[0].lower_ != "be"


def is_told_as_past(word: Token) -> bool:
    """Whether a verb stands in the past, or hangs on one that does."""
    return any(v.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(v, "aux")) for v in (word, *ancestors(word)) if is_verbal(v))


def is_received(word: Token, content: Span) -> bool:
    """ "accepted 166 weapons": things by number are taken in hand, and nothing is agreed to."""
    thing = content.root
    return (
        word.lemma_.lower() == "accept"
        and thing.pos_ == "NOUN"
        and bool(children(thing, "nummod"))
        and lemma_in(thing, table("acts_classes")["arms"]) is not None
    )


def is_given_up(verb: Token) -> bool:
    """ "stopped demanding": the stance is held no more."""
    return verb.tag_ == "VBG" and verb.i > verb.sent.start and lemma_in(verb.nbor(-1), {"stop", "cease", "quit"}) is not None


def is_manner(verb: Token) -> bool:
    """ "by not recognising the deals they are closing the door": what somebody is blamed for."""
    return verb.tag_ == "VBG" and is_negated(verb) and any(m.lower_ in {"by", "for", "of"} for m in children(verb, "mark", "case"))


def is_taken_above(verb: Token, stance: Stance) -> bool:
    """ "is ready to guarantee a withdrawal": the adjective takes the stance already."""
    cues = stances().adjectives.get(lemma_in(verb.head, stances().adjectives) or "", ())
    return base(verb) == "xcomp" and verb.head.pos_ == "ADJ" and any(c.stance == stance for c in cues)


def is_aside(verb: Token) -> bool:
    """ "wants a federation, which the rebels oppose": what others hold of it is told as it is, whatever is wanted."""
    theirs = [s for s in own_subjects(verb) if s.tag_ not in {"WDT", "WP"}]
    return verb.dep_ == "acl:relcl" and verb.tag_ in {"VBZ", "VBP"} and bool(theirs) and not is_negated(verb)


def depends(verb: Token) -> bool:
    """ "when Indonesia recognises its independence", "if they accept": in a clause of condition or of time to come no stance is taken."""
    if verb.tag_ == "VBG" and any(lemma_in(t, listed("preconditions")) for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]):
        return True  # "as conditions for agreeing to a truce"
    if any(is_to_believe(a) for a in ancestors(verb)) or is_denied_report(verb) or behind_refusal(verb) is not None:
        return True  # "want people to believe that the rebels refuse"
    if base(verb) == "ccomp" and lemma_in(verb.head, listed("hoping")) is not None:
        return True  # "were hoping that both would accept the draft"
    ahead = modal(verb)
    if verb.dep_ == "acl:relcl" and ahead is not None and ahead.lower_ in WILLING and any(s.tag_ == "WP" for s in own_subjects(verb)):
        return True  # "those who would accept the truce"
    marked = {m.lower_ for m in children(verb, "mark")}
    if own_subjects(verb) and ("for" in marked or (verb.tag_ == "VBG" and marked & {"on", "upon"})):
        return True  # "a chance for both to accept the plan", "talks will be based on the king accepting the plan"
    if base(verb) not in {"advcl", "conj"} or verb.tag_ not in {"VBZ", "VBP", "VB"}:
        return False
    marks = {m.lower_ for m in children(verb, "mark", "advmod") if m.i < verb.i}
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "AUX"} and verb.doc[at].text not in {",", ";"}:
        at -= 1
    marks.add(verb.doc[at].lower_)
    return not marks.isdisjoint({"when", "if", "once", "until", "unless", "before", "after", "whenever"})


def is_denied_report(verb: Token) -> bool:
    """ "denied reports that they would drop their claim and accept autonomy"."""
    while verb.head != verb:
        if base(verb) not in {"conj", "parataxis", "advcl"} and verb.head.lemma_ == "deny":
            return True
        verb = verb.head
    return False


def behind_refusal(verb: Token) -> Token | None:
    """The "refusal" of "with the refusal of the king | to endorse the plan": nobody endorses anything there."""
    if not has_to(verb):
        return None
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 8) : verb.i]):
        if token.pos_ == "NOUN" and (lemma_in(token, listed("failing")) or stances().nouns.get(lemma_in(token, stances().nouns) or "") == "rejects"):
            return token
        if is_verbal(token) or token.is_punct:
            return None
    return None


def is_to_believe(verb: Token) -> bool:
    return lemma_in(verb, says()["believing"]) is not None and has_to(verb)


def is_obliged(verb: Token) -> bool:
    """ "must respect and recognise the truce": what a modal before an "and" wants of somebody."""
    above = modal(verb.head) if base(verb) == "conj" and verb.tag_ in {"VB", "VBP"} and not own_subjects(verb) else None
    return above is not None and above.lower_ not in WILLING and not (verb.tag_ == "VBP" and lemma_in(verb, listed("wanting")))


def no_longer(verb: Token) -> bool:
    return verb.i >= verb.sent.start + 2 and verb.doc[verb.i - 2 : verb.i].text.lower() == "no longer"
