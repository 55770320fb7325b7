"""Subjects: whose they are, and which of two is one."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.mending.tree import COMMAS, HELPERS, OPENING, SUBJECTS, Change, below, is_root

CLOSING = frozenset({'"', "”", "’", "''", "»"})


def subject_of_auxiliary(token: Token) -> list[Change]:
    """ "18 people were reported killed": what hangs on an auxiliary as its subject is the subject of the verb."""
    helper = token.head
    if helper.dep_ not in HELPERS or is_root(helper) or helper.head.pos_ == "ADV" or token.i > helper.i or below(helper.head, *SUBJECTS):
        return []
    return [Change(token, helper.head, token.dep_)]


def modal_as_subject(token: Token) -> list[Change]:
    """ "the army must, among other things, disarm"."""
    verb = token.head
    if token.tag_ != "MD":
        return []
    return [Change(token, verb, "aux"), *(Change(s, verb, "nsubj") for s in below(token, "nsubj")), *(Change(m, verb, "mark") for m in below(token, "mark"))]


def teller_behind(token: Token) -> list[Change]:
    """ "We shall go", promised Obi.": behind a quotation's last mark a verb without a subject has it behind it."""
    verb = token.head
    if token.i != verb.i + 1 or token.tag_ != "NNP" or verb.tag_ not in {"VBD", "VBN"} or below(verb, *SUBJECTS, *HELPERS) or verb.i < 2:
        return []
    name_ends = token.right_edge.i + 1
    marks = {t.text for t in token.doc[verb.i - 2 : verb.i]}
    if not marks & CLOSING or marks - CLOSING - COMMAS or (name_ends < len(token.doc) and token.doc[name_ends].pos_ not in {"PUNCT", "SPACE"}):
        return []
    return [Change(token, verb, "nsubj"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_ if is_root(verb) else "parataxis", "VBD")]


def text_behind(token: Token) -> list[Change]:
    """ "They had left, said a statement of the clans": what stands behind a finite verb of saying, when what was said stands before it, says it."""
    verb = token.head
    said = [c for c in below(verb, "ccomp") if c.i < verb.i]
    if verb.tag_ not in FINITE_VERBS or token.i < verb.i or len(said) != 1 or below(verb, *SUBJECTS, *HELPERS) or token.pos_ not in {"NOUN", "PROPN"}:
        return []
    return [Change(token, verb, "nsubj")]


def outer_subject(token: Token) -> list[Change]:
    """The only subject of a verb is no outer one."""
    verb = token.head
    if verb.pos_ != "VERB" or below(verb, *SUBJECTS):
        return []
    return [Change(token, verb, "nsubj:pass" if below(verb, "aux:pass") else "nsubj")]


def active_subject(token: Token) -> list[Change]:
    """A finite past verb without an auxiliary is no passive."""
    verb = token.head
    if token.dep_ != "nsubj:pass" or verb.tag_ not in FINITE_VERBS or below(verb, "aux:pass", "aux"):
        return []
    return [Change(token, verb, "nsubj")]


def subject_before_subject(token: Token) -> list[Change]:
    """Of two subjects side by side the second is the name of the first ("his rival Obi"), or its head ("the attorney general")."""
    after = token.i + 1
    opening = below(token, "det", "nmod:poss")
    if token.pos_ != "NOUN" or not opening or after >= len(token.doc):
        return []
    second = token.doc[after]
    if second.head != token.head or second.dep_ not in SUBJECTS or below(second, *OPENING):
        return []
    if second.pos_ == "PROPN":
        return [Change(second, token, "appos")]
    return [Change(token, second, "compound"), *(Change(c, second, c.dep_) for c in opening)] if second.pos_ == "NOUN" else []


def name_behind_subject(token: Token) -> list[Change]:
    """ "The talks in the capital, Bor, went on", the second comma left out: a name behind a comma and a noun at the end of the subject names that."""
    verb = token.head
    first = next((s for s in below(verb, *SUBJECTS) if s.i < token.i), None)
    if first is None or token.pos_ != "PROPN" or token.left_edge.i < 2 or token.right_edge.i + 1 != min([verb.i, *(h.i for h in below(verb, *HELPERS))]):
        return []
    comma, noun = token.left_edge.nbor(-1), token.left_edge.nbor(-2)
    if comma.text != "," or noun.pos_ != "NOUN" or first not in {noun, *noun.ancestors}:
        return []
    return [Change(token, noun, "appos")]


def name_behind_clause(token: Token) -> list[Change]:
    """ "Fighting between the army and the group Salt Front has ended": of two subjects side by side a bare name behind a noun names it."""
    clauses = [c for c in below(token.head, "csubj") if c.right_edge.i == token.left_edge.i - 1]
    if len(clauses) != 1 or token.pos_ != "PROPN" or below(token, *OPENING) or token.i > token.head.i:
        return []
    noun = token.left_edge.nbor(-1)
    return [Change(token, noun, "appos")] if noun.tag_ == "NN" else []


def listed_subjects(token: Token) -> list[Change]:
    """ "the ministry, the Front and the union said": the second of three subjects is joined to the first."""
    verb = token.head
    first = next((s for s in below(verb, *SUBJECTS) if s.i < token.i), None)
    commas = [c for c in (*below(token, "punct"), *below(verb, "punct")) if first is not None and c.i == first.right_edge.i + 1]
    opens = min((t.i for t in token.subtree if not t.is_punct), default=token.i)
    if first is None or not commas or commas[0].text != "," or opens != commas[0].i + 1 or not any(below(c, "cc") for c in below(token, "conj")):
        return []
    if {first.pos_, token.pos_} - {"NOUN", "PROPN"} or any(c.i > token.i for c in token.children if c.dep_ == "punct"):
        return []
    return [Change(token, first, "conj"), *(Change(c, first, "conj") for c in below(token, "conj"))]


def subject_cut_off(token: Token) -> list[Change]:
    """ "Obi and Bol, the release said, renewed their call": the first of two subjects is that of the verb behind the inserted saying."""
    saying = token.head
    later = [s for s in below(saying, "nsubj") if s.i > token.i]
    said = [c for c in below(saying, "ccomp", "parataxis") if c.i > saying.i and (c.tag_ in FINITE_VERBS or below(c, "aux", "aux:pass"))]
    if (
        len(later) != 1
        or not said
        or below(said[0], *SUBJECTS, "mark")
        or later[0].i > saying.i
        or not any(t.text in COMMAS for t in token.doc[token.i : later[0].i])
    ):
        return []
    return [Change(token, said[0], "nsubj:pass" if below(said[0], "aux:pass") else "nsubj")]


def told_as_subject(token: Token) -> list[Change]:
    """ "Obi told Reuters, all clans have left": of two subjects the one right behind the verb of telling is who was told."""
    verb = token.head
    telling = verb.head
    if verb.dep_ != "ccomp" or token.left_edge.i != telling.i + 1 or len(below(verb, *SUBJECTS)) < 2 or below(telling, "obj", "iobj"):
        return []
    return [Change(token, telling, "iobj")]


def subject_of_infinitive(token: Token) -> list[Change]:
    """ "warned the rebels not to launch": who is to do it is the object of the verb before."""
    verb = token.head
    over = verb.head
    marks = [m for m in below(verb, "mark") if m.lower_ == "to"]
    if verb.dep_ != "ccomp" or not marks or not over.i < token.i < marks[0].i or over.pos_ != "VERB" or below(over, "obj", "iobj") or below(verb, "aux"):
        return []
    if any(m.lower_ in {"for", "that"} for m in below(verb, "mark")) or token.doc[over.i + 1].i != token.left_edge.i:
        return []
    return [Change(token, over, "obj"), Change(verb, over, "xcomp")]


def object_as_subject(token: Token) -> list[Change]:
    """ "The deadline for the rebels to hand in their guns has been moved": a second subject right behind an infinitive that has no object is its object."""
    verb = token.head
    first = next((s for s in below(verb, *SUBJECTS) if s.i < token.i), None)
    before = token.left_edge.i - 1
    if first is None or before < 1 or token.pos_ not in {"NOUN", "PROPN"}:
        return []
    doing = token.doc[before].head if token.doc[before].dep_ == "compound:prt" else token.doc[before]
    if doing.tag_ != "VB" or first not in doing.ancestors or below(doing, "obj", "ccomp", "xcomp", *SUBJECTS) or not below(doing, "mark"):
        return []
    return [Change(token, doing, "obj")]
