"""Verbs taken for nouns, nouns for verbs, and names for common nouns."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.mending.tree import COMMAS, HELPERS, SUBJECTS, Change, at_place_of, below, is_root
from trucekeeper.language.words import is_never_capitalised, is_word

PARTICLES = frozenset({"in", "out", "up", "over", "off", "down", "back"})


def noun_as_auxiliary(token: Token) -> list[Change]:
    """ "next week, the Harbour Now portal reported": an auxiliary is no noun; what stands before it belongs to it."""
    verb = token.head
    if not token.tag_.startswith("NN") or token.i > verb.i or below(verb, *SUBJECTS):
        return []
    made = [Change(token, verb, "nsubj")]
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].tag_ in {"NNP", "NNPS", "NN", "RB", "JJ", "DT", "PRP$"}:
        word = token.doc[at]
        made.append(Change(word, token, "det" if word.tag_ == "DT" else "compound"))
        at -= 1
    return made


def counted_verb(token: Token) -> list[Change]:
    """ "in three northern bases": what is counted or has a preposition of its own is a plural and no verb."""
    noun = token.head
    if noun.tag_ != "VBZ" or token.i > noun.i or not below(noun, "case") or below(noun, *SUBJECTS, *HELPERS, "obj", "mark"):
        return []
    return [Change(noun, noun if is_root(noun) else noun.head, noun.dep_, "NNS")]


def agent_of_imperative(token: Token) -> list[Change]:
    """ "Support by the councils of the trade": nothing is ordered by somebody; it is a noun."""
    verb = token.head
    if verb.tag_ != "VB" or any(t.is_alpha for t in verb.doc[verb.sent.start : verb.i]) or below(verb, *HELPERS, *SUBJECTS, "obj", "mark"):
        return []
    return [Change(token, verb, "nmod"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "NN")]


def common_noun(token: Token) -> list[Change]:
    """A word in lower letters with an article is no name, nor is one that has its capital from the sentence's beginning alone."""
    if token.tag_ != "NNP":
        return []
    lower = token.is_lower and bool(below(token, "det", "compound")) and is_word(token)
    alone = token.i == token.sent.start and not below(token, "flat", "appos", "compound", "amod")
    begins = alone and (is_never_capitalised(token) or (token.text.endswith("ing") and is_word(token)))  # "Fighting has resumed"
    names = [Change(c, token, "appos") for c in below(token, "flat")]
    return [Change(token, token.head, token.dep_, "NN"), *names] if lower or begins else []


def noun_before_verb(token: Token) -> list[Change]:
    """ "Sixty aid trucks crossed": no finite verb follows right upon another without a subject of its own."""
    other = token.head
    own = below(other, "nsubj")
    if other.tag_ != "VBZ" or token.tag_ != "VBD" or token.i != other.i + 1 or len(own) != 1 or own[0].i != other.i - 1 or below(token, *SUBJECTS, "mark"):
        return []
    moved = [Change(c, token, c.dep_) for c in other.children if c not in (token, own[0]) and c.i > other.i]
    before = [Change(c, other, "nummod" if c.dep_ == "compound" and c.tag_ == "CD" else c.dep_) for c in below(own[0], "nummod", "det", "amod")]
    return [at_place_of(token, other), Change(other, token, "nsubj", "NNS"), Change(own[0], other, "compound"), *before, *moved]


def noun_with_object(token: Token) -> list[Change]:
    """ "insurgents shot dead four": a noun with an object and a plural before it is a verb."""
    verb = token.head
    if (
        verb.tag_ != "NN"
        or token.tag_ != "NNS"
        or token.i != verb.i - 1
        or not [o for o in below(verb, "obj") if o.i > verb.i]
        or below(verb, "det", "case", *SUBJECTS)
    ):
        return []
    return [Change(token, verb, "nsubj"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBD")]


def counted_participle(token: Token) -> list[Change]:
    """ "left eight injured": the number before a participle is of people, and they are left."""
    verb = token.head
    over = verb.head
    if verb.tag_ not in {"VBN", "JJ"} or verb.dep_ != "xcomp" or token.i != verb.i - 1 or token.left_edge.i != over.i + 1 or below(over, "obj"):
        return []
    return [Change(token, over, "obj")]


def shot_at(token: Token) -> list[Change]:
    """ "Gunmen shot at a bus": in a sentence without another verb a bare noun behind a plural and before "at" or "into" is its verb."""
    verb = token.head
    aimed = [c for c in below(verb, "nmod", "obl") if c.left_edge.i == verb.i + 1 and c.left_edge.lower_ in {"at", "into"}]
    if verb.tag_ != "NN" or not is_root(verb) or token.i != verb.i - 1 or not (token.tag_ == "NNS" or token.lower_ == "police") or not aimed:
        return []
    if below(verb, "det", "case", "amod", *SUBJECTS) or verb.sent.text.rstrip()[-1:] != ".":
        return []
    return [Change(token, verb, "nsubj"), Change(verb, verb, verb.dep_, "VBD"), *(Change(c, verb, "obl") for c in below(verb, "nmod") if c.i > verb.i)]


def plural_behind_to(token: Token) -> list[Change]:
    """ "bowed to demands from the union": behind "to" stands no verb of the third person."""
    noun = token.head
    if token.lower_ != "to" or noun.tag_ not in {"VBZ", "NNS"} or noun.i != token.i + 1 or below(noun, *SUBJECTS, *HELPERS, "obj") or is_root(noun):
        return []
    return [Change(noun, noun.head, "obl", "NNS"), Change(token, noun, "case"), *(Change(c, noun, "nmod") for c in below(noun, "obl"))]


def noun_with_particle(token: Token) -> list[Change]:
    """ "The match kicks off at nine": a plural with a particle and a noun before it is a verb."""
    verb = token.head
    before = [c for c in below(verb, "compound") if c.i == verb.i - 1 and c.tag_ in {"NN", "NNP"}]
    if verb.tag_ != "NNS" or not before or token.i != verb.i + 1 or below(verb, *SUBJECTS, "case"):
        return []
    opening = [Change(c, before[0], c.dep_) for c in verb.children if c.i < before[0].i and c.dep_ in {"det", "amod", "nmod:poss"}]
    phrases = [Change(c, verb, "obl") for c in below(verb, "nmod") if c.i > token.i]
    return [Change(before[0], verb, "nsubj"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBZ"), *opening, *phrases]


def only_plural(token: Token) -> list[Change]:
    """ "The movement's demands range from a truce to elections": a sentence without a verb has one in the noun behind a plural."""
    verb = token.head
    froms = [c for c in below(verb, "nmod") if any(m.lower_ == "from" for m in below(c, "case"))]
    if token.tag_ != "NNS" or not is_root(verb) or verb.tag_ != "NN" or token.i != verb.i - 1 or not froms or froms[0].left_edge.i != verb.i + 1:
        return []
    if any(t.tag_ in FINITE_VERBS or t.tag_ == "MD" for t in token.sent):
        return []
    opening = [Change(c, token, c.dep_) for c in verb.children if c.i < token.i]
    return [
        Change(token, verb, "nsubj"),
        Change(verb, verb, verb.dep_, "VBP"),
        *opening,
        *(Change(c, verb, "obl") for c in below(verb, "nmod") if c.i > verb.i),
    ]


def plural_with_subject(token: Token) -> list[Change]:
    """ "The paper claims that …": a plural with a subject and no "be" is a verb."""
    verb = token.head
    if verb.tag_ != "NNS" or verb.i < token.i or below(verb, "cop", "det", "case", "nummod", "amod") or not (is_root(verb) or verb.dep_ in {"ccomp", "conj"}):
        return []
    return [Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBZ")] if below(verb, "ccomp", "obj", "xcomp") else []


def subjunctive(token: Token) -> list[Change]:
    """ "insists that parliament ratify it": a bare verb behind one subject is no present tense."""
    verb = token.head
    if (
        verb.tag_ != "VBP"
        or token.tag_ not in {"NN", "NNP"}
        or below(token, "conj")
        or below(verb, *HELPERS)
        or not below(verb, "mark")
        or verb.i != token.right_edge.i + 1
    ):
        return []
    return [Change(verb, verb.head, verb.dep_, "VB")] if verb.dep_ in {"ccomp", "acl"} else []


def particle(token: Token) -> list[Change]:
    """ "turned in 300 weapons": an adverb right behind its verb and before the object, which could be a preposition, is its particle."""
    verb = token.head
    if token.lower_ not in PARTICLES or token.i != verb.i + 1 or verb.pos_ != "VERB" or not [o for o in below(verb, "obj") if o.left_edge.i == token.i + 1]:
        return []
    return [Change(token, verb, "compound:prt")]


def verb_after_modal(token: Token) -> list[Change]:
    """ "must free 19 hostages": what has a modal and no "be" is a verb."""
    verb = token.head
    if token.tag_ != "MD" or verb.tag_ not in {"JJ", "NN"} or below(verb, "cop", "det", "case") or not below(verb, "obj", "obl"):
        return []
    return [Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VB")]


def verb_as_object(token: Token) -> list[Change]:
    """ "brushed aside reports that …": an object is no finite verb."""
    if token.tag_ not in {"VBZ", "VBD"} or below(token, *SUBJECTS, *HELPERS):
        return []
    if token.tag_ != "VBZ" or not token.lower_.endswith("s"):
        return []
    return [Change(token, token.head, token.dep_, "NNS"), *(Change(c, token, "acl") for c in below(token, "ccomp"))]


def plural_for_verb(token: Token) -> list[Change]:
    """ "The militia plans to attack the town, the ministry said": a verb of saying has one subject, and the other was a verb."""
    saying = token.head
    others = [s for s in below(saying, *SUBJECTS) if s.i > token.i]
    before = [c for c in below(token, "compound") if c.i == token.i - 1]
    if (
        token.tag_ != "NNS"
        or saying.tag_ not in FINITE_VERBS
        or not others
        or not before
        or not any(t.text in COMMAS for t in token.doc[token.i : others[0].i])
    ):
        return []
    made = [Change(token, saying, "ccomp", "VBZ"), Change(before[0], token, "nsubj"), *(Change(c, before[0], c.dep_) for c in below(token, "det", "amod"))]
    return made + [Change(c, token, "xcomp") for c in below(token, "acl") if c.i > token.i]
