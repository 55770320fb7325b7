"""Whether a verb tells what is done to its subject."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.lexicon import lexicon


def is_lost_predicate(verb: Token) -> bool:
    """A main verb that the parser took for a participle of its own subject: in a full sentence whose root is a bare noun, "The movement called for talks."."""
    noun = verb.head
    if base(verb) != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.head != noun or noun.i > verb.i or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    if any(c.dep_ == "obl:agent" for c in verb.children) or verb.sent.text.rstrip(' \n"”')[-1:] != ".":
        return False
    return not any(base(c) in {"cop", "aux", "nsubj"} or c.tag_ in {"VBZ", "VBP"} for c in noun.children)


def is_minded(verb: Token) -> bool:
    """A participle of what somebody has a mind to, rather than of what is done to him ("is prepared to leave")."""
    return verb.lower_ in lexicon().forms.minded


def is_passive(verb: Token) -> bool:
    """By its auxiliary, its agent or subject; of a participle without either, by the words and the clause that it stands in."""
    found = {c.dep_ for c in verb.children}
    if "obl:agent" in found and {"nsubj", "obj"} <= found and verb.tag_ in {"VBD", "VBN"} and "aux:pass" not in found:
        return False  # "the movement rejected demands by its rival": the "by" belongs to the object
    if is_minded(verb) and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"to", "for"}:
        return False  # "is prepared to leave", "is opposed to talks"
    if verb.tag_ == "VBN" and not found & {"aux", "obj"} and "nsubj" in found and any(m.lower_ == "with" for m in children(verb, "mark")):
        return True  # "with nine people killed"
    seen = "nsubj" in found if verb.dep_ == "ccomp" else verb.dep_ == "xcomp" and bool(children(verb.head, "obj"))
    if seen and verb.tag_ in {"VBN", "VBD"} and not found & {"aux", "obj", "mark"} and verb.head.lemma_ in lexicon().verbs.witnessing:
        return True  # "saw its mayor killed", "left eight injured"
    counted = verb.dep_ == "conj" and not found & {"aux", "aux:pass", "obj", "cop"} and any(s.pos_ == "NUM" for s in children(verb, "nsubj"))
    if counted and is_passive(verb.head):
        return True  # "nine were killed and seven captured"
    bare = verb.tag_ == "VBN" and not found & {"aux", "obj", "cop", "ccomp", "xcomp", "mark"}
    if bare and verb.dep_ == "xcomp" and verb.head.lemma_ in lexicon().verbs.remaining:
        return True  # "remain displaced"
    beside = verb.dep_ == "conj" and "nsubj" in found and not found & {"aux", "aux:pass", "obj", "cop", "ccomp", "xcomp"}
    if beside and (verb.tag_ == "VBN" or any(m.lower_ == "with" for m in children(verb.head, "mark"))):
        return True  # "left three dead and six others wounded", "with two killed and six men injured"
    if verb.dep_ in {"conj", "xcomp"} and verb.tag_ == "VBN" and not found & {"aux", "aux:pass", "obj", "cop"} and verb.head.i < verb.i:
        return is_passive(verb.head)  # "nine were killed and 27 injured", "18 were reported killed"
    return bool(found & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}) or (
        verb.dep_ == "acl"
        and not {"nsubj", "aux"} <= found  # "claims that it had shelled the town"
        and (verb.tag_ == "VBN" or {"VerbForm=Part", "Tense=Past"} <= set(str(verb.morph).split("|")))
        and not is_lost_predicate(verb)
    )
