"""What an infinitive, a gerund or a participle really hangs on, by the words right before it, where the tree hung it elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.relations import ancestors, auxiliaries, base, children, first, preposition
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_verbal, said_by

JOINING = frozenset({"and", "or", "but", ",", "nor"})
LINKING = frozenset({"to", "of", "at", "about", "on", "from"})  # before a gerund ("close to swapping", "hopes of ending")
PARTICLES = frozenset({"out", "off", "up", "forward"})


def speaks(word: Token) -> bool:
    """Whether a word says of what follows it that it is no fact."""
    return word.pos_ not in {"PROPN", "ADP"} and said_by(word, nominal=False) in STATUSES


def to_before(verb: Token) -> int | None:
    """Where the "to" of an infinitive stands."""
    earliest = min([verb.i, *(a.i for a in auxiliaries(verb) if a.tag_ == "VB" and a.i < verb.i)])
    return next((i for i in range(earliest - 1, max(earliest - 4, verb.sent.start - 1), -1) if verb.doc[i].lower_ == "to"), None)


def lost_governor(node: Token) -> Token | None:
    """The word before an infinitive, gerund or noun that speaks of it, where the tree has another above it."""
    start = node.sent.start
    if node.lower_ in {"exchange", "return"} and preposition(node) == "in":
        return next((a for a in ancestors(node) if is_verbal(a)), None)  # "in exchange for": as real as what it is given for
    if has_to(node):
        at = to_before(node)
        found = governor_at(node, at) if at is not None and at > start else None
        return found if found is not None and found != node.head and found.head != node else None
    having = next((a for a in auxiliaries(node) if a.lower_ == "having"), None)
    if (node.tag_ == "VBG" or having is not None) and node.i > start and not is_attribute(node):
        return before_gerund(having or node)
    return before_noun(node) if node.pos_ == "NOUN" and not is_verbal(node) else None


def before_noun(noun: Token) -> Token | None:
    """ "repeated their call for the release of …", where the release was hung on the verb."""
    case = first(children(noun, "case"))
    if case is None or case.i <= noun.sent.start or case.lower_ not in {"for", "of", "to", "on"}:
        return None
    found = noun.doc[case.i - 1]
    return found if found.pos_ == "NOUN" and found != noun.head and found.head != noun and speaks(found) else None


def is_attribute(gerund: Token) -> bool:
    """ "a standing force": it stands before its noun."""
    return base(gerund) in {"amod", "compound"} and any(c.tag_ in {"DT", "PRP$", "JJ"} and c.i < gerund.i for c in gerund.head.children)


def before_gerund(gerund: Token) -> Token | None:
    doc, at = gerund.doc, gerund.i - 1
    while at > gerund.sent.start and (doc[at].lower_ in LINKING | PARTICLES or doc[at].tag_ == "RP"):
        at -= 1
    return doc[at] if speaks(doc[at]) and doc[at].head != gerund and gerund.i - at <= 3 else None


def governor_at(node: Token, at: int) -> Token | None:
    """What stands before the "to" at `at`: a word that speaks of the infinitive, or, behind "and", the infinitive that it goes with."""
    doc, start = node.doc, node.sent.start
    before = doc[at - 1]
    if before.lower_ not in JOINING:
        return before if speaks(before) else None
    if base(node) == "conj" and has_to(node.head):
        return None
    for i in range(at - 2, start, -1):
        if doc[i].lower_ != "to" or doc[i].i + 1 >= at:
            continue
        twin = doc[i + 1]
        if twin.tag_ == "VB" and is_verbal(twin):
            return twin
        if twin.pos_ in {"NOUN", "VERB"} and twin.lemma_.lower() == twin.lower_ and speaks(doc[i - 1]):
            return doc[i - 1]  # "a proposal to halt fighting and to …", where "halt" was read as a noun
    return None


def said_of_gerund(gerund: Token) -> str | None:
    """What its preposition says of a gerund: "decided against cutting" it, "aimed at ending" it."""
    before = gerund.doc[gerund.i - 1] if gerund.i > gerund.sent.start else gerund
    if gerund.tag_ != "VBG":
        return None
    if before.lower_ == "against":
        return "denied"
    governor = gerund.doc[before.i - 1] if before.i > gerund.sent.start else before
    if before.lower_ in {"at", "on", "from", "for"} and lemma_in(governor, {before.lower_}) is None:
        said = governor_word(governor, "clause") if is_verbal(governor) else governor_word(governor, "noun")
        return said if said in STATUSES else None
    return None


def opened_condition(verb: Token) -> str | None:
    """The word that opens a verb's clause as a condition ("once an agreement is signed"), where the tree gave it to another verb."""
    own = {a.i for a in auxiliaries(verb)}
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        word = verb.doc[i]
        if word.lower_ in {"if", "unless", "once"}:
            return word.lower_
        if word.is_punct or (i not in own and word.tag_ in {"VBD", "VBZ", "VBP", "VB", "MD"}):
            return None
    return None


def misread_progressive(noun: Token) -> Token | None:
    """The verb before a noun that was taken for its adjective ("is weighing sanctions")."""
    for child in noun.children:
        if child.tag_ == "VBG" and noun.sent.start < child.i < noun.i and noun.doc[child.i - 1].lower_ in {"is", "are", "was", "were", "been"}:
            return child
    return None
