"""Noun phrases and names: what belongs to one, and what to the next."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.lexicon import lexicon
from trucekeeper.language.mending.tree import CLAUSAL_TIME, NOMINAL, OPENING, SUBJECTS, Change, at_place_of, below, is_root
from trucekeeper.language.words import is_title


def hyphen(token: Token) -> list[Change]:
    """The hyphen of "the Post-Courier" is no word; what stands before it belongs to what stands behind."""
    if token.text != "-" or token.i == 0 or token.i + 1 >= len(token.doc) or token.whitespace_ or token.nbor(-1).whitespace_:
        return []
    left, right = token.nbor(-1), token.nbor()
    if right.tag_ not in {"NNP", "NNPS"} or left.tag_ != "NNP" or left == right.head or token == left.head:
        return [Change(token, right, "punct")] if right.head != token else []
    above = left if right.head == left.head else right
    moved = [Change(c, right, c.dep_) for c in (*token.children, *left.children) if c not in (left, right, token)]
    return [at_place_of(right, above), Change(token, right, "punct"), Change(left, right, "compound"), *moved]


def two_objects(token: Token) -> list[Change]:
    """ "presented a draft roadmap": of two objects side by side, the second without an article, the first is a part of it."""
    after = token.i + 1
    if token.pos_ != "NOUN" or after >= len(token.doc) or not below(token, "det", "nmod:poss"):
        return []
    second = token.doc[after]
    if second.head != token.head or second.dep_ != "obj" or second.tag_ != "NN" or not second.is_alpha or second.left_edge != second:
        return []
    return [Change(token, second, "compound"), *(Change(c, second, c.dep_) for c in below(token, "det", "nmod:poss", "amod", "nummod"))]


def bare_object(token: Token) -> list[Change]:
    """ "applauded in a note the courage of the clans", "drove out on Friday some 900 farmers": what has an article, or is counted behind a verb with a
    particle, and no preposition, is the object of an active verb that has none."""
    verb = token.head
    if token.pos_ != "NOUN" or token.i < verb.i or below(token, "case", "mark", "advmod", "punct") or verb.pos_ != "VERB":
        return []
    if below(verb, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass"):
        return []
    led = below(token, "det") and verb.tag_ in FINITE_VERBS
    counted = token.tag_ == "NNS" and below(token, "nummod") and below(verb, "compound:prt") and token.lemma_ not in lexicon().nouns.measures
    return [Change(token, verb, "obj")] if led or counted else []


def joined_adjective(token: Token) -> list[Change]:
    """ "mediated by the Lome-based Union": a name that a hyphen joins to a participle is part of it, and the noun behind has the name's place."""
    if token.i + 2 >= len(token.doc) or token.whitespace_ or token.nbor().text != "-" or token.nbor(2).tag_ not in {"VBN", "VBD"}:
        return []
    participle = token.nbor(2)
    behind = below(participle, "xcomp", "obj")
    noun = participle.head if participle.dep_ == "amod" else behind[0] if participle.dep_ == "acl" and len(behind) == 1 else participle
    if noun.i <= participle.i or noun in {token, token.head} or below(noun, "case", "det") or token in noun.subtree:
        return []
    moved = [Change(c, noun, c.dep_) for c in below(token, "case", "det")]
    return [Change(noun, token.head, token.dep_), Change(participle, noun, "amod"), Change(token, participle, "compound"), *moved]


def as_many_as(token: Token) -> list[Change]:
    """ "are holding as many as 40 sailors": the bound of a number takes no object's place."""
    many = token.head
    verb = many.head
    marks = [c for c in below(token, "case") if c.lower_ == "as" and c.i == many.i + 1]
    if many.lower_ not in {"many", "few", "much"} or many.nbor(-1).lower_ != "as" or not marks or not below(token, "nummod"):
        return []
    if verb.pos_ != "VERB" or verb.i > many.i or below(verb, "obj", "aux:pass") or token.i < many.i:
        return []
    number = below(token, "nummod")[0]
    return [Change(token, verb, "obj"), Change(many, number, "advmod"), Change(marks[0], many, "fixed")]


def close_to(token: Token) -> list[Change]:
    """ "A source close to General Obi's Guard said": a noun with an article is nobody's title; the name behind its adjective is below it."""
    behind = [c for c in below(token, "amod") if c.i == token.i + 1]
    if token.tag_ != "NN" or token.i > token.head.i or not behind or not below(token, "det"):
        return []
    top = token.head
    while top.head.pos_ in NOMINAL and not is_root(top) and top.head.i > top.i:
        top = top.head
    marks = [t for t in token.doc[behind[0].i + 1 : top.i] if t.dep_ == "case" and t.i == behind[0].i + 1]
    if not marks or top.head.i < token.i:
        return []
    return [at_place_of(token, top), Change(top, behind[0], "obl"), Change(marks[0], top, "case")]


def charged_with(token: Token) -> list[Change]:
    """ "accused the captives of links to a militia": a bare "of" behind somebody accused is the charge, and what stands right behind it belongs to it."""
    verb = token.head.head
    if (
        verb.lemma_ not in lexicon().verbs.charging
        or token.head.dep_ != "obj"
        or token.head.i < verb.i
        or token.pos_ != "NOUN"
        or below(token, "det", "nmod:poss")
    ):
        return []
    marks = below(token, "case")
    if len(marks) != 1 or marks[0].lower_ != "of" or [o for o in below(verb, "obl") if any(c.lower_ == "of" for c in below(o, "case"))]:
        return []
    behind = [o for o in below(verb, "obl") if o.left_edge.i == token.right_edge.i + 1 and any(c.lower_ in {"to", "with", "against"} for c in below(o, "case"))]
    return [Change(token, verb, "obl"), *(Change(o, token, "nmod") for o in behind)]


def both(token: Token) -> list[Change]:
    """The "both" of "both sides" is an article."""
    return [Change(token, token.head, "det", "DT")] if token.lower_ == "both" and token.tag_ == "CC" else []


def joined_name(token: Token) -> list[Change]:
    """ "Ann Obi and Premier Bol Bello agreed": what an "and" joins to a name is no part of it."""
    name = token.head
    ands = [c for c in token.subtree if c.dep_ == "cc" and c.i == token.left_edge.i and c.lower_ == "and"]
    after = token.i + 1
    if not ands or token.tag_ != "NNP" or after >= len(token.doc):
        return []
    made = [Change(token, name, "conj"), Change(ands[0], token, "cc")]
    rest = token.doc[after]
    if rest.tag_ == "NNP" and rest.dep_ in SUBJECTS and rest.head == name.head and rest.left_edge == rest:
        made.append(Change(rest, token, "flat"))
    return made


def name_as_clause(token: Token) -> list[Change]:
    """ "told radio station DXMS": a bare name behind a noun is its name and nothing that was said; "'It will go,' said spokesman Obi": behind a verb of
    telling without a subject it is who said it."""
    if token.tag_ != "NNP" or token.i == 0 or below(token, "cop", "case", *SUBJECTS):
        return []
    if token.left_edge.i == token.head.i + 1 and token.head.tag_ in FINITE_VERBS and not below(token.head, *SUBJECTS):
        return [Change(token, token.head, "nsubj")]
    noun = token.nbor(-1)
    if noun.pos_ != "NOUN" or noun.head != token.head or noun.dep_ not in {"obj", "iobj"}:
        return []
    return [Change(token, noun, "appos")]


def verb_in_name(token: Token) -> list[Change]:
    """ "told Human Rights Watch that …": a capitalised word behind a name, with a clause of its own that begins with "that", ends the name."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    verb = token.head
    clauses = [c for c in below(token, "ccomp") if c.i > token.i]
    if not token.text[:1].isupper() or not token.is_title or before.pos_ != "PROPN" or before.head != verb or before.dep_ not in {"iobj", "obj"}:
        return []
    if len(clauses) != 1 or clauses[0].left_edge.lower_ != "that" or clauses[0].left_edge.i != token.i + 1 or before.i < verb.i:
        return []
    moved = [Change(c, token, c.dep_) for c in before.children]
    return [Change(token, verb, before.dep_, "NN"), Change(before, token, "compound"), Change(clauses[0], verb, "ccomp"), *moved]


def torn_title(token: Token) -> list[Change]:
    """ "as Premier Obi announced": a title right before a name belongs to it, and what stood before the title to the name's clause."""
    after = token.i + 1
    if token.tag_ != "NNP" or after >= len(token.doc) or token.right_edge != token or not is_title(token):
        return []
    name = token.doc[after]
    verb = name.head
    if name.tag_ != "NNP" or token in (name.head, name) or token.head == name or name.dep_ not in SUBJECTS or name.left_edge != name:
        return []
    if any(s != name for s in below(verb, *SUBJECTS)):  # "the plan, written by President Obi, aims …"
        return [at_place_of(name, token), Change(token, name, "nmod"), *(Change(c, name, c.dep_) for c in token.children)]
    timed = [c for c in below(token, "case") if c.lower_ in CLAUSAL_TIME]
    clause = [Change(verb, verb.head, "advcl"), *(Change(c, verb, "mark") for c in timed)] if timed and verb.dep_ == "ccomp" else []
    return [Change(token, name, "nmod"), *clause]


def torn_measure(token: Token) -> list[Change]:
    """ "a three-month, unilateral truce": what has a number and a hyphen before it is the measure of the noun to come."""
    measure = token.head
    if measure.i < 2 or measure.nbor(-1).tag_ != "HYPH" or not below(measure, "nummod") or below(token, *OPENING) or not below(token, "amod"):
        return []
    if any(t.pos_ not in {"PUNCT", "ADJ", "CCONJ", "ADV"} for t in token.doc[measure.i + 1 : token.i]):
        return []
    return [at_place_of(token, measure), Change(measure, token, "compound"), *(Change(c, token, c.dep_) for c in below(measure, "det", "nmod:poss", "case"))]


def at_least(token: Token) -> list[Change]:
    """ "has claimed at least 300 lives": the "at" of a number's bound is no preposition of its noun."""
    noun = token.head
    bound = token.nbor() if token.i + 1 < token.sent.end else token
    if token.lower_ not in {"at", "up"} or bound.tag_ not in {"JJS", "RBS"} or noun in {token, bound} or noun.i < bound.i or noun.dep_ != "obl":
        return []
    verb = noun.head
    if verb.tag_ not in {"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"} or verb.i > token.i or below(verb, "obj", "aux:pass") or not below(verb, "nsubj"):
        return []
    return [Change(token, bound, "case"), Change(noun, verb, "obj")]
