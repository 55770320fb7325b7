"""From a verb to its governor: what opens its clause, and who says it."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.attach import is_told_after, opened_condition
from trucekeeper.reading.events.status.adverbials import adverbial_step, is_present
from trucekeeper.reading.events.status.climb import Climb
from trucekeeper.reading.events.status.complements import adnominal_step, complement_step, is_denied_talk, told_of
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_finite, is_verbal, said_by, says
from trucekeeper.reading.events.tense import own_modal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import misread_subject


def clause_step(verb: Token, climb: Climb) -> None:
    """From a verb to its governor."""
    relation, head = base(verb), verb.head
    if misread_subject(verb) is not None and is_verbal(head.head) and base(head) == "obj":
        return  # "denied that the army had burned homes", where "burned" was taken for an adjective of the homes
    if relation == "xcomp" and is_told_after(verb):
        climb.stop()
        return
    marks = marks_of(verb)
    if not opening_step(verb, climb, marks):
        relation_step(verb, climb, marks)


def marks_of(verb: Token) -> list[str]:
    """The words that open a verb's clause, and for an adverbial one the word right before it, which the tree may have given to another."""
    marks = [" ".join(w.lower_ for w in (m, *children(m, "fixed"))) for m in markers(verb) if m.lower_ != "until" or not is_mere_adverb(m, verb)]
    marks += [c.lower_ for c in children(verb, "advmod", "case") if c.i < verb.i and not is_mere_adverb(c, verb)]
    if base(verb) == "advcl" and verb.left_edge.i and (before := verb.doc[verb.left_edge.i - 1]).pos_ in {"ADP", "SCONJ", "ADV", "PART", "VERB"}:
        marks.append(before.lower_)
    return marks


def opening_step(verb: Token, climb: Climb, marks: list[str]) -> bool:
    """What the words that open the clause say, whatever it hangs on; whether they have settled it."""
    relation = base(verb)
    if relation == "obl" and marks and says()["preposition"].get(preposition(verb)) == "told":
        climb.stop()  # "besides the six killed yesterday"
        return True
    marked = next((says()["mark"][m] for m in marks if m in says()["mark"]), None)
    if marked == "planned" and is_past_course(verb):
        climb.stop()
        return True
    if marked and relation in {"advcl", "ccomp", "acl", "conj", "parataxis", "obl", "csubj", "dep"}:
        needed = climb.status == "denied" or "unless" in marks
        threatened = any(governor_word(above, "clause") == "threatened" for above in ancestors(verb))
        climb.stop("demanded" if needed and marked == "conditional" and threatened else marked)
    elif marked is None and is_finite(verb) and (opened_condition(verb) or shares_condition(verb) or is_of_anybody(verb)):
        climb.stop("conditional")
    elif (held := told_by_noun(verb)) is not None:
        climb.stop(held)
    elif (saying := lost_saying(verb)) is not None:
        climb.stop(said_by(saying, nominal=False) or "reported")
    else:
        return False
    return True


def is_past_course(verb: Token) -> bool:
    """ "were held until they were freed": what is told of the past up to another past act."""
    past = verb.tag_ == "VBD" or any(a.tag_ == "VBD" and a.lemma_.lower() == "be" for a in auxiliaries(verb))
    over = verb.head
    told = over.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries(over))
    return past and told and base(verb) == "advcl" and modal(over) is None and modal(verb) is None and base(over) != "ccomp"


def relation_step(verb: Token, climb: Climb, marks: list[str]) -> None:
    """What the governor says of the clause, by how it hangs on it."""
    relation, head = base(verb), verb.head
    if verb.dep_ == "acl:relcl" and is_content(verb) and is_denied_talk(head):
        climb.stop("denied")
    elif verb.dep_ == "acl:relcl" and (said := said_of_clause(verb)) is not None:
        climb.stop(said)
    elif verb.dep_ == "acl:relcl" and head.lower_ in says()["moment"] and (is_supposed(head) or (is_present(verb) and not markers(verb))):
        climb.stop("conditional")  # "would have been the first time they met", "the moment they sit down"
    elif head == verb or relation in {"root", "parataxis"} or verb.dep_ in {"acl:relcl", "advcl:relcl"}:
        climb.going = verb.dep_ == "acl:relcl" and verb.tag_ in {"VBZ", "VBP"} and any(d.lower_ in {"a", "an"} for d in children(head, "det"))
    elif relation in {"ccomp", "xcomp", "csubj", "obj", "obl", "nmod", "nsubj", "dep", "iobj"}:
        complement_step(verb, climb)
    elif relation == "acl":
        if any(w.lower_ == "order" for m in markers(verb) for w in children(m, "fixed")):
            climb.stop("planned")  # "declared a truce in order to hold talks", hung on the truce
        else:
            adnominal_step(verb, climb)
    elif relation == "advcl":
        adverbial_step(verb, climb, marks)
    elif relation == "conj":
        bare = verb.tag_ == "VBP" and has_to(head) and verb.lower_ == verb.lemma_.lower() and not own_subjects(verb)
        climb.going = bare or not is_finite(verb)  # "aims to tighten sanctions and impose a blockade"
    else:
        climb.stop()


def is_supposed(predicate: Token) -> bool:
    found = modal(predicate) if children(predicate, "cop") else None
    return found is not None and found.lower_ in {"would", "could", "might", "may"}


def is_content(verb: Token) -> bool:
    """ "accusations that his men burned the school": a clause with a subject and all else of its own, rather than one that says which accusations."""
    that = next((m for m in verb.children if m.lower_ == "that" and m.i == verb.head.i + 1), None)
    if that is None:
        return False
    return base(that) == "mark" or not any(s.i > that.i for s in own_subjects(verb)) or bool(children(verb, "obj", "aux:pass", "ccomp", "xcomp"))


def said_of_clause(verb: Token) -> str | None:
    """ "demands that the rebels withdraw", read as a relative clause: what the noun says of a clause with a subject of its own."""
    mark = next((m for m in markers(verb) if m.lower_ == "that"), None)
    if mark is None or mark.i != verb.head.i + 1 or not any(s.i > mark.i for s in own_subjects(verb)):
        return None
    if verb.tag_ not in {"VB", "VBP"} and modal(verb) is None:
        return None  # "an offer that the rebels rejected"
    said = governor_word(verb.head, "noun")
    return said if said in STATUSES else None


def told_by_noun(verb: Token) -> str | None:
    """ "stalled over the insistence that the militia disarm": what the noun before "that" says, where the tree hung its clause on the verb."""
    opening = [*markers(verb), *(m for s in own_subjects(verb) for m in children(s, "mark"))]
    mark = next((m for m in opening if m.lower_ == "that" and m.i > verb.sent.start), None)
    if mark is None or base(verb) not in {"advcl", "ccomp"} or mark.nbor(-1).pos_ != "NOUN" or mark.nbor(-1) == verb.head:
        return None
    said = told_of(mark.nbor(-1), governor_word(mark.nbor(-1), "noun"))  # "denied reports that the visit was off"
    if said in {"demanded", "proposed"} and verb.tag_ == "VBD" and modal(verb) is None:
        return "reported"  # "made demands that the farmers rejected"
    return said if said in STATUSES else None


def is_mere_adverb(word: Token, verb: Token) -> bool:
    """ "the general instead flew to Cairo", "once extorted money", "Instead, he flew", "had until now opposed": no word that opens a clause."""
    if word.lower_ == "until":
        return word.nbor().lower_ in says()["up to now"]
    if word.lower_ not in {"instead", "rather", "once"} or not is_finite(verb):
        return False
    if word.lower_ in {"instead", "rather"}:
        return word.nbor().lower_ not in {"of", "than"}  # "instead they took hostages"
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
    return promised or (noun.tag_ == "NNS" and not children(noun, "det") and is_under(noun))


def is_under(noun: Token) -> bool:
    """Whether what a noun is part of or the object of speaks of what is no fact."""
    while base(noun) in {"nmod", "conj"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
        if is_ahead(noun):
            return True
    if noun.head == noun or base(noun) not in {"obj", "obl"} or preposition(noun) not in {"", "against", "on", "for"}:
        return False
    return is_ahead(noun.head) or not {"planned", "conditional"}.isdisjoint(own_modal(noun.head))


def is_ahead(word: Token) -> bool:
    """Whether a word speaks of what is no fact ("threatened sanctions against leaders who obstruct the vote")."""
    said = [said_by(w, nominal=True) for w in (word, *(c for c in children(word, "amod") if misread_subject(c) is not None))]
    return not {"threatened", "demanded", "proposed", "planned", "conditional"}.isdisjoint(said)


def lost_saying(verb: Token) -> Token | None:
    """The verb of saying whose clause was hung on the day beside it ("said on Tuesday that Libya must …")."""
    day = verb.head
    that = next((c for c in verb.children if c.lower_ == "that" and c.i == day.i + 1), None)
    if verb.dep_ != "acl:relcl" or not is_time(day) or that is None or not (base(that) == "mark" or any(s.i > that.i for s in own_subjects(verb))):
        return None
    while is_time(day.head) and day.head != day:
        day = day.head  # "told us at 9 p.m. local time that …"
    if day.head != day and is_verbal(day.head):
        return day.head
    return None
