"""Acts of speech with no verb of their own: "said Libya must hand over", "will not meet", "said it would blockade the port"."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.parties import has_own
from trucekeeper.reading.events.plover import COOPERATIVE, HOSTILE
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.status.clauses import lost_saying
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.tense import conditions, own_modal
from trucekeeper.reading.events.triggers import Trigger, verb_frame

AGREE, DEMAND, REJECT, THREATEN, PROMISE = "agree", "demand", "reject", "threaten", "promise"  # the acts that such sentences perform


def speaking_verb(verb: Token) -> Token | None:
    """The verb of saying that governs a clause or stands beside it ("…, he said")."""
    clause = verb
    while base(clause) in {"conj", "xcomp"} and clause.head != clause and clause.head.pos_ in {"VERB", "AUX", "ADJ"}:
        clause = clause.head
    beside = [c for c in children(clause, "parataxis", "ccomp") if c.i > clause.i] + [c for c in children(clause, "advcl", "parataxis") if is_inserted(c)]
    lost = lost_saying(clause)
    above = [lost] if lost is not None else [clause.head] if base(clause) in {"ccomp", "parataxis"} and clause.head != clause else []
    for saying in above + beside:
        if is_verbal(saying) and governor_word(saying, "clause") in {"reported", "threatened"} and (own_subjects(saying) or subjects(saying)):
            return saying
    return None


def is_inserted(verb: Token) -> bool:
    """ "…, the group threatened, …": a verb with its subject between commas."""
    doc, named = verb.doc, own_subjects(verb)
    if not named or children(verb, "mark") or verb.i + 1 >= len(doc) or not doc[verb.i + 1].is_punct:
        return False
    first = named[0].left_edge.i
    return first > verb.sent.start and doc[first - 1].is_punct


def speaker_of(verb: Token) -> Token | None:
    saying = speaking_verb(verb)
    return next((s for s in own_subjects(saying) if is_party(s)), None) if saying is not None else None


def modal_demand(verb: Token, matter: Trigger | None) -> Trigger | None:
    """ "X said that Y must …": a demand by X on Y."""
    if "demanded" not in own_modal(verb):
        return None
    if matter is None and has_to(verb) and conditions(verb):
        return None  # "will have to find another way if …": what would follow
    speaker = speaker_of(verb)
    if speaker is None or not any(is_party(s) for s in subjects(verb)):
        return None
    return Trigger(verb, acts().acts[DEMAND], speaker=speaker, matter=matter)


def refusal(verb: Token, matter: Trigger | None) -> Trigger | None:
    """ "will not meet", "failed to agree": who will not cooperate, or does not, refuses."""
    if matter is None or matter.act.plover not in COOPERATIVE:
        return None
    failing = has_to(verb) and base(verb) == "xcomp" and is_verbal(verb.head) and governor_word(verb.head, "clause") == "denied"
    failing = failing and verb_frame(verb.head) is None
    if not failing and not (is_negated(verb) and "planned" in own_modal(verb)):
        return None
    return (
        Trigger(verb, acts().acts[REJECT], matter.frame, used=matter.used, matter=matter)
        if any(is_party(s) or s.pos_ == "PRON" for s in subjects(verb))
        else None
    )


def announced_harm(verb: Token, matter: Trigger | None) -> Trigger | None:
    """ "said they would blockade", "will withdraw unless …": who announces a hostile act of his own, or harm with a condition, threatens."""
    if matter is None or is_negated(verb):
        return None
    ahead = {"planned", "conditional"} & set(own_modal(verb))
    unless = any(word.lower_ == "unless" for word in conditions(verb))
    saying = speaking_verb(verb)
    if saying is not None and governor_word(saying, "clause") == "threatened" and not is_inserted(saying):
        return None  # the verb of threatening makes the event
    own = saying is not None and bool(own_subjects(verb)) and speaks_of_itself(saying, verb)
    if ahead and (unless or (matter.act.plover in HOSTILE and own)):
        return Trigger(verb, acts().acts[THREATEN], matter.frame, used=matter.used, matter=matter)
    return None


def speaks_of_itself(saying: Token, verb: Token) -> bool:
    """Whether the one who says it is the one who will do it: a pronoun, or the same words."""
    said = {s.lower_ for s in own_subjects(saying)}
    return any(s.pos_ == "PRON" or s.lower_ in said or has_own(s) for s in own_subjects(verb))


def implied(verb: Token, matter: Trigger | None) -> Trigger | None:
    """The act of speech that a verb's own modal and negation make of it, with the verb's act as its matter."""
    return modal_demand(verb, matter) or refusal(verb, matter) or announced_harm(verb, matter)
