"""What auxiliaries make of a verb: future, past, what may or must be."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.tree import base, children, first

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODAL = frozenset({"would", "could", "may", "might", "should", "can", "must", "ought", "need"})
MODALS = FUTURE | MODAL


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and copulas of a verb or predicate, in text order."""
    return children(verb, "aux", "cop")


def modal(verb: Token) -> Token | None:
    """The first modal of a verb ("will", "would", "must"), if it has one."""
    return first(a for a in auxiliaries(verb) if is_modal(a))


def is_modal(word: Token) -> bool:
    """Does an auxiliary say what will, may or must be?"""
    return base(word) in {"aux", "cop"} and (word.lower_ in MODALS or word.lemma_.lower() in MODALS)


def is_future(verb: Token) -> bool:
    """ "will go", "is going to go"."""
    return any(a.lower_ in FUTURE or a.lemma_.lower() in {"will", "shall"} for a in auxiliaries(verb)) or (
        base(verb) == "xcomp" and verb.head.lower_ == "going" and bool(markers(verb))
    )


def is_perfect(verb: Token) -> bool:
    """ "has gone", "had gone"."""
    return any(a.lemma_.lower() == "have" for a in children(verb, "aux"))


def is_past(verb: Token) -> bool:
    """By its first finite auxiliary, else by the verb; a perfect counts as past."""
    finite = [a for a in auxiliaries(verb) if "VerbForm=Fin" in str(a.morph)] or [verb]
    return "Tense=Past" in str(finite[0].morph) or is_perfect(verb)
