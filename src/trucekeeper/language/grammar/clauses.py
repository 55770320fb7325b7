"""Clauses below a word, what opens them, and the particle of a verb."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import children, conjuncts, first


def complement_clauses(head: Token) -> list[Token]:
    """Heads of the clauses that say what is said, thought or known: ccomp, and a noun's clause ("the claim that …")."""
    return [c for child in children(head, "ccomp") for c in [child]] + [
        c for c in children(head, "acl") if c.dep_ == "acl" and any(m.lower_ == "that" for m in children(c, "mark"))
    ]


def open_complements(head: Token) -> list[Token]:
    """Heads of clauses without a subject of their own that complete a word ("agreed | to send"), coordinated ones included."""
    return [c for child in children(head, "xcomp") for c in conjuncts(child)]


def markers(clause: Token) -> list[Token]:
    """Subordinating words: that, if, because, to …"""
    return children(clause, "mark")


def particle(verb: Token) -> str | None:
    """The lower-cased particle of a verb ("hand | over"), if it has one."""
    found = first(children(verb, "compound:prt"))
    return found.lower_ if found is not None else None


def is_relative(clause: Token) -> bool:
    """A clause that tells more of a noun, or of a whole sentence."""
    return clause.dep_ in {"acl:relcl", "advcl:relcl"}
