"""Participles taken for verbs, for clauses or for adjectives, and verbs taken for them."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.lexicon import lexicon
from trucekeeper.language.mending.tree import COMMAS, HELPERS, OPENING, SUBJECTS, Change, at_place_of, below

FLOATING = frozenset({"each", "both", "all"})


def participle_before_article(token: Token) -> list[Change]:
    """ "A grenade hurled at a post wounded two nurses": what stands before the article or number of a noun is no adjective of it but its verb."""
    noun = token.head
    between = [c for c in below(noun, *OPENING) if c.i > token.i]
    doers = [s for s in below(noun, *SUBJECTS) if s.i < token.i]
    if token.tag_ not in {"VBN", "VBD"} or not between or not doers or below(noun, "cop"):
        return []
    moved = [c for c in noun.children if c.i < token.i or (c.dep_ in {"punct", "obl", "advcl", "conj"} and c.i > noun.i)]
    return [at_place_of(token, noun)._replace(tag="VBD"), Change(noun, token, "obj"), *(Change(c, token, c.dep_) for c in moved)]


def participle_with_subject(token: Token) -> list[Change]:
    """ "The Front accused foreign troops of theft": an adjective has no subject; it is the verb of its noun."""
    noun, own = token.head, below(token, "nsubj")
    if token.tag_ not in {"VBN", "VBD"} or len(own) != 1 or own[0].right_edge.i != token.i - 1 or noun.i < token.i or below(noun, "cop", *SUBJECTS):
        return []
    if any(t.text in COMMAS for t in token.doc[token.i : noun.i]):
        return []
    if token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:  # "the Mali-backed Front": the name is part of the adjective
        return [Change(own[0], token, "compound"), *(Change(c, noun, c.dep_) for c in below(own[0], *OPENING))]
    verb, after = noun.head, noun.right_edge.i + 1
    clause = noun.dep_ in SUBJECTS and verb.i > noun.i and after < len(token.doc)
    if clause and token.doc[after].head == verb and token.doc[after].dep_ in HELPERS:  # "The Front said boats would leave"
        return [at_place_of(token, verb)._replace(tag="VBD"), Change(verb, token, "ccomp"), Change(own[0], token, "nsubj")]
    moved = [c for c in noun.children if c.i < token.i or (c.dep_ in {"punct", "obl", "advcl", "conj", "parataxis"} and c.i > noun.i)]
    return [at_place_of(token, noun)._replace(tag="VBD"), Change(noun, token, "obj"), *(Change(c, token, c.dep_) for c in moved)]


def participle_joined(token: Token) -> list[Change]:
    """ "The Front, which holds the north, accused Obi of theft and said …": a verb with an "and" of its own needs one before it, and that is no participle."""
    noun = token.head
    later = noun.head
    joints = [c for c in below(later, "cc") if token.i < c.i < later.i]
    if token.tag_ not in {"VBN", "VBD"} or noun.dep_ not in SUBJECTS or noun.i > token.i or not joints or later.dep_ == "conj":
        return []
    if later.pos_ != "VERB" or below(token, *HELPERS, "mark") or any(s.i > joints[0].i for s in below(later, *SUBJECTS)):
        return []
    moved = [Change(c, token, c.dep_) for c in later.children if c.i < joints[0].i and c != noun and c.dep_ not in HELPERS]
    ends = [Change(c, token, "punct") for c in below(later, "punct") if c.i > later.i]
    return [at_place_of(token, later)._replace(tag="VBD"), Change(noun, token, "nsubj"), Change(later, token, "conj"), *moved, *ends]


def participle_of_bare_noun(token: Token) -> list[Change]:
    """The same where the noun is all that the tree has for a predicate, and the verb behind the "and" is joined to it."""
    noun = token.head
    later = [c for c in below(noun, "conj") if c.tag_ in FINITE_VERBS and c.i > token.i and below(c, "cc") and not below(c, *SUBJECTS)]
    if token.tag_ not in {"VBN", "VBD"} or noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i > token.i or len(later) != 1:
        return []
    if below(noun, "cop", *SUBJECTS) or below(token, *HELPERS, "mark") or not below(token, "obj"):
        return []
    ends = [Change(c, token, c.dep_) for c in noun.children if (c.dep_ == "punct" and c.i > token.i) or (c.dep_ in {"obl", "advmod"} and c.i < noun.i)]
    return [Change(token, token, "ROOT", "VBD"), Change(noun, token, "nsubj"), Change(later[0], token, "conj"), *ends]


def gerund_of_charge(token: Token) -> list[Change]:
    """ "accused the police of opening fire", "blamed the Front for attacking posts": what somebody is charged with doing is no adjective of its object."""
    noun = token.head
    marks = [c for c in below(noun, "case") if c.lower_ in {"of", "for"} and c.i < token.i]
    if token.tag_ != "VBG" or token.i > noun.i or len(marks) != 1 or below(noun, *OPENING):
        return []
    between = token.doc[marks[0].i + 1 : token.i]
    charged = noun.head.head if noun.dep_ == "nmod" and noun.head.dep_ in {"obj", "nsubj:pass"} else noun.head
    named = noun.head.lower_.startswith(lexicon().beginnings.charges)
    if any(t.pos_ != "ADV" for t in between) or not (named or (charged.pos_ == "VERB" and charged.lower_.startswith(lexicon().beginnings.charging))):
        return []
    over = Change(token, noun.head, "acl") if named else Change(token, charged, "advcl")
    return [over, Change(noun, token, "obj"), Change(marks[0], token, "mark"), *(Change(t, token, "advmod") for t in between)]


def participle_as_clause(token: Token) -> list[Change]:
    """ "Militants resisting the army were tired": a participle behind its noun is no clause that could be a subject."""
    own = below(token, "nsubj")
    if token.tag_ != "VBG" or len(own) != 1 or own[0].right_edge.i != token.i - 1 or below(token, "aux", "mark") or below(token.head, *SUBJECTS):
        return []
    return [Change(own[0], token.head, "nsubj"), Change(token, own[0], "acl")]


def participle_as_root(token: Token) -> list[Change]:
    """ "Nurses taken hostage by raiders are well": a participle without an auxiliary is no predicate where another follows without an "and"."""
    verb = token.head
    own = below(verb, *SUBJECTS)
    finite = token.tag_ in FINITE_VERBS or any(c.tag_ in FINITE_VERBS for c in below(token, *HELPERS))
    if verb.tag_ != "VBN" or below(verb, *HELPERS) or len(own) != 1 or own[0].i != verb.i - 1 or not finite or below(token, "cc", *SUBJECTS):
        return []
    if any(t.text in COMMAS for t in token.doc[verb.i : token.i]):
        return []
    return [
        at_place_of(token, verb),
        Change(own[0], token, "nsubj"),
        Change(verb, own[0], "acl"),
        *(Change(c, token, "punct") for c in below(verb, "punct") if c.i > token.i),
    ]


def floating_subject(token: Token) -> list[Change]:
    """ "The herders occupying the hills each withdrew": the verb behind "each" is not the noun's, but of those before the participle."""
    participle = token.head.head
    own, named = below(token, *SUBJECTS), below(participle, "nsubj")
    if (
        len(own) != 1
        or own[0].lower_ not in FLOATING
        or own[0].i != token.i - 1
        or participle.tag_ != "VBG"
        or below(participle, *HELPERS, "mark")
        or len(named) != 1
    ):
        return []
    moved = [Change(c, token, c.dep_) for c in below(participle, "punct") if c.i > token.i]
    return [at_place_of(token, participle), Change(named[0], token, "nsubj"), Change(own[0], token, "advmod"), Change(participle, named[0], "acl"), *moved]


def participle_with_clause(token: Token) -> list[Change]:
    """ "A paper handed to the leaders would give …": a clause without a subject is not what a past verb says; the verb is a participle of its subject."""
    verb = token.head
    own = below(verb, "nsubj")
    if token.i < verb.i or verb.tag_ not in {"VBD", "VBN"} or len(own) != 1 or own[0].i != verb.i - 1 or own[0].pos_ != "NOUN" or verb.dep_ == "acl:relcl":
        return []
    if not below(token, "aux") or below(token, *SUBJECTS, "mark", "cc") or below(verb, *HELPERS, "obj", "iobj") or not below(verb, "obl", "obl:agent"):
        return []
    if any(c.tag_ != "MD" and c.tag_ not in FINITE_VERBS for c in below(token, "aux")[:1]) or any(
        t.text in COMMAS or t.text in '"“”' for t in token.doc[verb.i : token.i]
    ):
        return []
    moved = [Change(c, token, "punct") for c in below(verb, "punct") if c.i > token.i]
    return [at_place_of(token, verb), Change(own[0], token, "nsubj"), Change(verb, own[0], "acl", "VBN"), *moved]


def object_with_participle(token: Token) -> list[Change]:
    """ "freed two nurses kidnapped in May": what is freed is no clause; the noun is the object, and the verb without one its participle."""
    own = below(token, *SUBJECTS)
    if token.tag_ not in {"VBD", "VBN"} or len(own) != 1 or own[0].pos_ != "NOUN" or own[0].right_edge.i != token.i - 1 or own[0].left_edge.i == 0:
        return []
    over = own[0].left_edge.nbor(-1)
    if (
        token.head not in {over, over.head}
        or over.pos_ != "VERB"
        or over.lemma_ in lexicon().verbs.of_clauses
        or below(over, "obj", "iobj")
        or below(token, *HELPERS, "mark", "obj", "ccomp", "xcomp")
    ):
        return []
    return [Change(own[0], over, "obj"), Change(token, own[0], "acl", "VBN")]


def participle_with_agent(token: Token) -> list[Change]:
    """ "two envoys allegedly seized by the army": a verb with an agent and without a subject, right behind a noun, is its participle."""
    first = min([token.i, *(c.i for c in below(token, "advmod"))])
    noun = token.doc[first - 1] if first > token.sent.start else token
    if (
        token.tag_ not in {"VBN", "VBD"}
        or noun.pos_ != "NOUN"
        or noun.i > token.i
        or not below(token, "obl:agent")
        or below(token, *SUBJECTS, *HELPERS, "mark", "cc")
    ):
        return []
    return [Change(token, noun, "acl", "VBN")] if noun not in token.subtree else []


def state_of_object(token: Token) -> list[Change]:
    """ "left eight injured": a participle right behind what was left says how it was left."""
    own = below(token.head, "obj")
    if token.tag_ != "VBN" or token.head.lemma_ != "leave" or len(own) != 1 or own[0].right_edge.i != token.i - 1 or below(token, *SUBJECTS, *HELPERS, "mark"):
        return []
    return [Change(token, token.head, "xcomp")]


def agent_of_active(token: Token) -> list[Change]:
    """ "condemned the killing of civilians by soldiers": an active verb has no agent behind "by"; its object has."""
    verb = token.head
    own = below(verb, "obj")
    if verb.tag_ not in FINITE_VERBS or below(verb, "aux:pass", "nsubj:pass") or not below(verb, "nsubj") or len(own) != 1 or not verb.i < own[0].i < token.i:
        return []
    return [Change(token, own[0], "nmod")]


def possessed_participle(token: Token) -> list[Change]:
    """ "over Monday's firing": what belongs to somebody or some day is a noun."""
    own = below(token, "nmod:poss")
    marks = [c for owner in own for c in below(owner, "case") if c.i < owner.i]
    if token.tag_ != "VBG" or len(own) != 1 or not marks or own[0].right_edge.i != token.i - 1:
        return []
    return [Change(token, token.head, "obl", "NN"), *(Change(c, token, "case") for c in marks)]


def following(token: Token) -> list[Change]:
    """ "following talks with the elders": before a noun without an article it is a preposition."""
    if token.lower_ != "following" or token.i > token.head.i or below(token.head, *OPENING, "case"):
        return []
    return [Change(token, token.head, "case")]
