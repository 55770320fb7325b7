"""What a verb is done to, and to whom."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive


def begins_clause(noun: Token) -> bool:
    """ "left six dead and members of the union have been sent home": what was joined to an object is the subject of the verb behind it."""
    end = noun.right_edge.i + 1
    if base(noun) != "conj" or end >= noun.sent.end or noun.doc[end].tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return False
    after = noun.doc[end]
    verb = after.head if base(after) in {"aux", "cop"} else after
    return verb.i > noun.i and base(verb) == "conj" and not children(verb, "nsubj", "csubj")


def behind_day(verb: Token) -> list[Token]:
    """ "lifted Friday a blockade", where what was lifted was made another name of the day."""
    if verb.i + 1 >= len(verb.doc) or verb.nbor().tag_ != "NNP":
        return []
    return [a for day in children(verb, "obl") if day.dep_ == "obl:unmarked" and day.i == verb.i + 1 for a in children(day, "appos") if children(a, "det")]


def objects(verb: Token) -> list[Token]:
    """Direct objects; for a passive its subject."""
    found = [o for child in children(verb, "obj") for o in conjuncts(child) if not begins_clause(o)] or behind_day(verb)
    if not found and is_passive(verb):
        found = [s for child in verb.children if child.dep_ in {"nsubj:pass", "nsubj"} for s in conjuncts(child)]
        if not found and base(verb) == "acl":
            found = conjuncts(verb.head)
    return found


def indirect_objects(verb: Token) -> list[Token]:
    """To whom something is given or told, coordinated ones included."""
    return [o for child in children(verb, "iobj") for o in conjuncts(child)]
