"""What belongs to a noun, and what hangs on a word by a preposition; the words of a phrase and of a clause."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.tree import base, children, conjuncts


def preposition(token: Token) -> str:
    """The lower-cased case marker(s) of a noun phrase ("according to" is one), or ""; of a name also those that the tree gave to its title ("by
    President Obi")."""
    marks = children(token, "case")
    if not marks and token.pos_ == "PROPN":
        marks = [m for title in children(token, "nmod", "compound") if title.i == token.i - 1 for m in children(title, "case")]
    words = [w for mark in marks for w in (mark, *children(mark, "fixed"))]
    return " ".join(w.lower_ for w in sorted(words, key=lambda w: w.i))


def obliques(head: Token, *prepositions: str) -> list[Token]:
    """Prepositional dependents of a verb or noun, all of them or those with one of the prepositions; conjuncts included."""
    found = []
    for child in children(head, "obl", "nmod"):
        if child.dep_ == "nmod:poss" and not children(child, "case"):
            continue
        mark = preposition(child)
        if not prepositions or mark in prepositions:
            found += [c for c in conjuncts(child) if c is child or preposition(c) in {"", mark}]
    return found


def possessors(noun: Token) -> list[Token]:
    """Whose a noun is ("the king's envoy", "its envoy"), coordinated ones included."""
    return [p for child in children(noun, "nmod:poss") for p in conjuncts(child)]


def modifiers(noun: Token) -> list[Token]:
    """Adjectives and nouns before a noun ("Israeli strikes", "aid convoy")."""
    return [c for c in children(noun, "amod", "compound", "nmod:unmarked") if c.i < noun.i]


def trimmed(doc_slice: Span) -> Span:
    """The span without outer punctuation, blanks and conjunctions."""
    start, end = doc_slice.start, doc_slice.end
    doc = doc_slice.doc
    while start < end and (doc[start].is_space or doc[start].pos_ in {"PUNCT", "CCONJ"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].pos_ in {"PUNCT", "CCONJ"}):
        end -= 1
    return doc[start:end]


def noun_phrase(noun: Token, *, clauses: bool = False, conjoined: bool = False, appositions: bool = False) -> Span:
    """The phrase of a noun with what stands before it and its prepositional dependents, without its case marker.

    Relative and participle clauses, coordinated phrases and appositions are left out unless asked for; the span is contiguous.
    """
    left = noun.i
    right = noun.i + 1
    for child in noun.children:
        relation = base(child)
        if child.i < noun.i:
            if relation in {"case", "cc", "punct", "mark", "advcl", "discourse", "parataxis"} or child.dep_ in {"cc:preconj"}:
                continue
            left = min(left, child.left_edge.i)
        else:
            if relation in {"punct", "case"} and not (relation == "case" and child.tag_ == "POS"):
                continue
            if relation == "acl" and not clauses:
                break
            if relation in {"conj", "cc"} and not conjoined:
                break
            if relation in {"appos", "parataxis"} and not appositions:
                break
            if relation == "case":
                continue
            right = max(right, child.right_edge.i + 1)
    return trimmed(noun.doc[left:right])


def clause(verb: Token) -> Span:
    """The contiguous span of a verb with its own dependents, coordinated clauses and outer marks left out."""
    left, right = verb.i, verb.i + 1
    for child in verb.children:
        relation = base(child)
        if relation in {"punct", "cc", "discourse"} or (relation in {"conj", "parataxis"} and child.i > verb.i):
            continue
        if relation == "mark" and child.lower_ in {"that", "while", "as", "because"}:
            continue
        left = min(left, child.left_edge.i)
        right = max(right, child.right_edge.i + 1)
    for child in verb.children:  # a coordinated clause bounds it on the right
        if base(child) in {"conj", "parataxis"} and verb.i < child.left_edge.i < right:
            right = child.left_edge.i
    return trimmed(verb.doc[left:right])
