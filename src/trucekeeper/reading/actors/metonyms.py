"""Does the name of a state or of its capital stand for the government here? Told by grammar: what it does, what is done to it, whom it deals with."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.actors.role_nouns import role_words

BEARING = frozenset({"have", "need", "go", "be"})
CLAUSE_OPENERS = frozenset({"which", "that", "whom", "what", "while", "as", "but", "because", "when", "if", "whether", "although", "though", "since"})


def outer(token: Token) -> Token:
    """The head of the name's phrase: the first of coordinated ones."""
    while base(token) in {"flat", "compound"} and token.head.pos_ == "PROPN" and token.head.i != token.i:
        token = token.head
    return first_conjunct(token)


def lemma(token: Token) -> str:
    """The lemma in lower case; a plural or past that the lemmatizer got wrong loses its ending."""
    low = token.lemma_.lower()
    verbs = role_words().metonyms.subject | role_words().metonyms.object
    if token.tag_ in {"VBD", "VBN"} and low not in verbs and token.lower_.endswith("ed"):
        past = token.lower_
        return next((stem for stem in (past[:-2], past[:-1], past[:-3]) if stem in verbs), low)
    if token.tag_ in {"NNS", "NNPS"} and low.endswith("s"):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    return low


def deals(top: Token) -> bool:
    """ "talks with X", "between X and Y": by the tree, or by the word that stands before the preposition."""
    words = role_words().metonyms.dealings
    verbs = role_words().metonyms.dealing
    marks = children(top, "case")
    before = top.doc[marks[0].i - 1] if marks and marks[0].i else None
    return lemma(top.head) in words | verbs or (before is not None and lemma(before) in words)


def acts(verb: Token) -> bool:
    """The verb, or the one that it only bears ("would have to withdraw")."""
    if lemma(verb) in BEARING:
        return any(acts(c) for c in children(verb, "xcomp"))
    return lemma(verb) in role_words().metonyms.subject and not is_passive(verb)


def in_case(top: Token, mark: str) -> bool:
    """A name after a preposition."""
    if mark in {"with", "between"}:
        return deals(top)
    if mark == "by":
        return lemma(top.head) in (role_words().metonyms.subject if top.head.pos_ == "VERB" else role_words().metonyms.possessed)
    if mark in {"on", "against"}:
        return lemma(top.head) in (role_words().metonyms.on if mark == "on" else role_words().metonyms.against)
    return False


def joined(token: Token) -> bool:
    """ "Ankara-backed"."""
    return token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).lower_ in role_words().metonyms.joined


def in_compound(token: Token) -> bool:
    """ "Addis Ababa-headquartered", "Ankara-backed": a name that a hyphen joins to a participle."""
    if token.i + 2 >= len(token.doc) or token.whitespace_:
        return False
    return token.nbor(1).text == "-" and not token.nbor(1).whitespace_ and token.nbor(2).tag_ in {"VBN", "VBD"}


def mistaken_verb(token: Token) -> bool:
    """A verb that the tagger took for a plural noun: "Kigali denies that …"."""
    return (
        token.tag_ == "NNS"
        and lemma(token) in role_words().metonyms.subject
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ in {"that", "it", "its", "any"}
    )


def next_verb(token: Token) -> Token | None:
    """The verb right after a name, with no more than auxiliaries and adverbs between; None for a passive."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + 7, len(doc))):
        if doc[i].lower_ in {"be", "been", "being", "is", "are", "was", "were"}:
            return None
        if doc[i].pos_ == "VERB" or (i == token.i + 1 and mistaken_verb(doc[i])):
            return doc[i]
        joined_name = doc[i].lower_ == "and" or (doc[i].pos_ == "PROPN" and doc[i - 1].lower_ == "and")
        if doc[i].pos_ not in {"AUX", "ADV", "PART", "ADJ"} and not joined_name:
            return None
    return None


def beside_verb(token: Token) -> bool:
    """Told by the words alone, for when the parse went wrong: "Ankara has accused …" at the head of a clause, "… accused Ankara"."""
    doc = token.doc
    first = token.left_edge if token.left_edge.pos_ == "PROPN" else token
    before = doc[first.i - 1] if first.i else None
    verb = next_verb(token)
    opens = first.is_sent_start or (before is not None and (before.lower_ in CLAUSE_OPENERS or before.pos_ == "SCONJ"))
    if verb is not None and opens and verb.tag_ != "VBG" and lemma(verb) in role_words().metonyms.subject:
        return True
    return before is not None and before.pos_ == "VERB" and before.tag_ != "VBG" and lemma(before) in role_words().metonyms.object


def is_metonym(token: Token) -> bool:
    """`token` is the head of a place's name."""
    top = outer(token)
    head = top.head
    if in_compound(token):
        return joined(token)
    if beside_verb(token) or beside_verb(top) or owns(token) or any(speaks_of_it(c) for c in children(token, "acl")):
        return True
    if mark := preposition(top) or preposition(token):
        return in_case(top, mark)
    if top.dep_ == "nsubj:pass":
        return lemma(head) in role_words().metonyms.object
    if base(top) == "nsubj":
        return acts(head) or are_many(top) or (head.pos_ == "ADJ" and head.lower_ in role_words().metonyms.disposed)
    if base(top) in {"obj", "iobj"}:
        return lemma(head) in role_words().metonyms.object or (base(top) == "iobj" and acts(head))
    return top.dep_ == "nmod:poss" and lemma(head) in role_words().metonyms.possessed


def are_many(top: Token) -> bool:
    """ "Zandovia are ready", "Zandovia have agreed": with a verb in the plural a country is those who act for it, its government or its team."""
    if top.lower_.endswith("s") or children(top, "conj") or any(m.lower_ == "if" for m in children(top.head, "mark")):
        return False
    return any(v.lower_ in {"are", "were", "have"} and v.tag_ in {"VBP", "VBD"} for v in (top.head, *children(top.head, "aux", "cop")))


def speaks_of_it(verb: Token) -> bool:
    """ "Ankara, which pledged two ships, …"."""
    return acts(verb) and any(s.lower_ in {"which", "who"} for s in children(verb, "nsubj"))


def owns(token: Token) -> bool:
    """ "Ankara's (new) demands", by the words alone."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].tag_ != "POS":
        return False
    for i in range(token.i + 2, min(token.i + 6, len(doc))):
        if doc[i].pos_ == "NOUN" and lemma(doc[i]) in role_words().metonyms.possessed:
            return True
        if doc[i].pos_ not in {"ADJ", "NOUN", "PROPN", "ADV", "CCONJ"}:
            return False
    return False
