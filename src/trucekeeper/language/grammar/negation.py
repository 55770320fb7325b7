"""Whether a word is negated."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children

NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "nobody", "none"})


def is_not_only(word: Token) -> bool:
    """ "not just the nine", "not only": it adds rather than denies."""
    return word.lower_ in {"not", "n't"} and word.i + 1 < len(word.doc) and word.nbor().lower_ in {"only", "just", "merely", "simply"}


def is_of_bound(word: Token) -> bool:
    """ "No more than 40 people were hurt" bounds a number and denies nothing."""
    behind = word.doc[word.i + 1 : word.i + 3]
    return len(behind) > 1 and behind[0].lower_ in {"more", "fewer", "less"} and behind[1].lower_ == "than"


def is_negated(token: Token) -> bool:
    """By a negative adverb or determiner of its own, or of its auxiliary, a negative subject ("no aid entered") or object ("agreed to nothing")."""
    if any(c.lower_ in {"nothing", "nobody"} and not children(c, "acl") and takes(token, c) for c in token.children):
        return True
    if any(c.lower_ in NEGATIVE and base(c) in {"advmod", "det", "cc", "discourse", "aux"} and not (is_not_only(c) or is_of_bound(c)) for c in token.children):
        return True
    return any(
        any(d.lower_ in {"no", "neither"} and base(d) in {"det", "cc"} and not is_of_bound(d) for d in s.children) or s.lower_ in {"nobody", "none"}
        for s in own_subjects(token)
    )


def takes(verb: Token, noun: Token) -> bool:
    """Is it the verb's object, or what the verb reaches by "to" or "on"?"""
    return base(noun) == "obj" or (base(noun) == "obl" and preposition(noun) in {"to", "on"})
