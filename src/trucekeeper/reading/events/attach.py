"""What an infinitive, a gerund or a participle really hangs on, by the words right before it, where the tree hung it elsewhere."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors, base, children, first
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.statuswords import STATUSES, governor_word, has_to, is_verbal, said_by, says


def speaks(word: Token) -> bool:
    """Whether a word says of what follows it that it is no fact."""
    if word.dep_ == "fixed":
        return False  # "in order to"
    return word.pos_ not in {"PROPN", "ADP"} and said_by(word, nominal=False) in STATUSES


def to_before(verb: Token) -> int | None:
    """Where the "to" of an infinitive stands."""
    earliest = min([verb.i, *(a.i for a in auxiliaries(verb) if a.tag_ == "VB" and a.i < verb.i)])
    return next((i for i in range(earliest - 1, max(earliest - 4, verb.sent.start - 1), -1) if verb.doc[i].lower_ == "to"), None)


def lost_governor(node: Token) -> Token | None:
    """The word before an infinitive, gerund or noun that speaks of it, where the tree has another above it."""
    start = node.sent.start
    if node.i == start:
        return None
    if node.lower_ in {"exchange", "return"} and preposition(node) == "in":
        return next((a for a in ancestors(node) if is_verbal(a)), None)  # "in exchange for": as real as what it is given for
    if has_to(node):
        at = to_before(node)
        found = governor_at(node, at) if at is not None and at > start else None
        return found if found is not None and found != node.head and found.head != node else None
    having = next((a for a in auxiliaries(node) if a.lower_ == "having"), None)
    if (node.tag_ == "VBG" or having is not None) and not is_attribute(node):
        return before_gerund(having or node)
    return before_noun(node) if node.pos_ == "NOUN" and not is_verbal(node) else None


def lost_twin(node: Token) -> Token | None:
    """The infinitive, gerund or noun that a word goes with in a list, where the tree did not join them: "to withdraw, free prisoners and stop …"."""
    opening = next((t for t in reversed(list(node.doc[node.sent.start : node.i])) if t.pos_ not in {"DET", "ADJ", "ADV", "NUM"} and t.tag_ != "PRP$"), None)
    if opening is None or opening.lower_ not in says()["joint"] or not node.sent.start < opening.i:
        return None
    if not is_verbal(node) and opening.nbor(-1).pos_ == "ADJ" and opening.i < node.i - 1:
        return None  # "an immediate and unconditional truce"
    if not is_verbal(node) and base(node) == "nsubj" and is_verbal(node.head) and node.head.i > node.i:
        return None  # "…, and a swap could take place": it has a clause of its own
    if is_verbal(node):
        if any(t.pos_ != "ADV" for t in node.doc[opening.i + 1 : node.i]) or own_subjects(node):
            return None
        bare = node.lower_ == node.lemma_.lower() and not has_to(node) and not auxiliaries(node)
        if not bare and (node.tag_ != "VBG" or (opening.text == "," and not goes_on(node))):
            return None
        found = listed_verb(opening, gerund=not bare)
    else:
        found = listed_noun(opening) if node.pos_ == "NOUN" else None
    if found is None or found.head == node or (found == node.head and base(node) != "parataxis"):
        return None
    return found


def listed_verb(opening: Token, *, gerund: bool) -> Token | None:
    for i in range(opening.i - 1, opening.sent.start, -1):
        word, before = opening.doc[i], opening.doc[i - 1]
        if word.tag_ in FINITE:
            return None
        if gerund and word.tag_ == "VBG" and is_verbal(word) and before.pos_ in {"ADP", "SCONJ", "VERB"}:
            return word
        if not gerund and before.lower_ == "to" and word.tag_ == "VB":
            return word
        if not gerund and before.lower_ == "to" and word.pos_ == "NOUN" and lemma_in(word, acts().verbs):
            return next((t for t in reversed(list(word.doc[word.sent.start : before.i])) if speaks(t)), None)  # "urge … to halt offensive, let aid in"
    return None


def goes_on(gerund: Token) -> bool:
    """Whether "and" and another gerund follow: the comma before this one is that of a list."""
    for word in gerund.doc[gerund.i + 1 : gerund.sent.end - 1]:
        if word.tag_ in FINITE:
            return False
        if word.lower_ in {"and", "or"} and word.nbor().tag_ == "VBG":
            return True
    return False


def listed_noun(opening: Token) -> Token | None:
    for i in range(opening.i - 1, opening.sent.start, -1):
        word = opening.doc[i]
        if word.tag_ in FINITE:
            return None
        if word.pos_ == "NOUN" and lemma_in(word, acts().nouns):
            return word
    return None


def is_twin(node: Token, governor: Token) -> bool:
    """Whether the word found is the infinitive that `node` goes with, rather than one that speaks of it."""
    at = to_before(node) if has_to(node) else None
    return at is not None and node.doc[at - 1].lower_ in says()["joint"] and has_to(governor)


def before_noun(noun: Token) -> Token | None:
    """ "repeated their call for the release of …", where the release was hung on the verb."""
    case = first(children(noun, "case"))
    if case is None or case.i <= noun.sent.start or case.lower_ not in {"for", "of", "to", "on"}:
        return None
    found = noun.doc[case.i - 1]
    if found.pos_ not in {"NOUN", "VERB"} or found == noun.head or found.head == noun:
        return None
    return found if speaks(found) and (found.pos_ == "NOUN" or case.lower_ in {"for", "of"}) else None


def is_attribute(gerund: Token) -> bool:
    """ "a standing force": it stands before its noun."""
    return base(gerund) in {"amod", "compound"} and any(c.tag_ in {"DT", "PRP$", "JJ"} and c.i < gerund.i for c in gerund.head.children)


def before_gerund(gerund: Token) -> Token | None:
    doc, at = gerund.doc, gerund.i - 1
    while at > gerund.sent.start and (doc[at].lower_ in says()["before a gerund"] or doc[at].tag_ == "RP"):
        at -= 1
    if not speaks(doc[at]) or gerund.i - at > 3:
        return None
    misread = doc[at].tag_ == "NNS" and governor_word(doc[at], "noun") is None  # "denies receiving", the verb taken for a noun
    return doc[at] if doc[at].head != gerund or misread else None


def asked_of(doc: Doc, start: int, at: int) -> Token | None:
    """ "renewed calls for both sides to free …": the noun whose "for" names who is to do it, right before the "to" at `at`."""
    for i in range(at - 1, max(start, at - 8), -1):
        word = doc[i]
        if word.lower_ == "for":
            return doc[i - 1] if i > start and doc[i - 1].pos_ == "NOUN" and speaks(doc[i - 1]) else None
        if word.pos_ not in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "CCONJ"}:
            return None
    return None


def governor_at(node: Token, at: int) -> Token | None:
    """What stands before the "to" at `at`: a word that speaks of the infinitive, or, behind "and", the infinitive that it goes with."""
    doc, start = node.doc, node.sent.start
    before = doc[at - 1]
    asked = asked_of(doc, start, at) if base(node) != "xcomp" else None
    if asked is not None:
        return asked
    if before.lower_ not in says()["joint"]:
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


def said_before(verb: Token) -> str | None:
    """What the words right before a verb say of it: "decided against cutting", "aimed at ending", "spoke of opening", "rather than attack"."""
    start = verb.sent.start
    if verb.i <= start + 1:
        return None
    at = to_before(verb) if has_to(verb) else verb.i
    if at is None or at <= start + 1:
        return None
    before, governor = verb.doc[at - 1], verb.doc[at - 2]
    if says()["preposition"].get(f"{governor.lower_} {before.lower_}") == "denied":
        return "denied"
    if verb.tag_ != "VBG" or before.pos_ not in {"ADP", "SCONJ", "PART"}:
        return None
    if before.lower_ == "against":
        return "denied"
    if before.lower_ == "from" and any(said_by(a, nominal=False) == "denied" for a in islice(ancestors(verb), 2)):
        return "denied"  # "a ban on rebels from parading"
    if before.lower_ not in {"at", "on", "from", "for", "of", "about", "to", "towards", "toward"} or governor.pos_ not in {"VERB", "NOUN", "ADJ", "ADV"}:
        return None
    if any(d.lower_ == "any" for d in children(governor, "det")):
        return "conditional"  # "any attempt at storming the camp"
    said = governor_word(governor, "clause" if is_verbal(governor) else "noun", before.lower_)
    return said if said in STATUSES else None


def is_perfect_infinitive(verb: Token) -> bool:
    """ "is said to have killed"."""
    return verb.tag_ in {"VBN", "VBD"} and any(a.lower_ == "have" and a.nbor(-1).lower_ == "to" for a in auxiliaries(verb) if a.i)


def is_told_after(verb: Token) -> bool:
    """A verb whose clause was torn ("after jets bombed a school"): with its subject right before it, behind a word of time or cause."""
    if verb.tag_ not in {"VBD", "VBN"} or auxiliaries(verb):
        return False
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 6), -1):
        word = verb.doc[i]
        if word.lower_ in {"after", "when", "because", "since"}:
            return i < verb.i - 1 and verb.doc[i - 1].lower_ not in {"only", "until"}
        if word.pos_ not in {"NOUN", "PROPN", "DET", "ADJ", "NUM"} and word.tag_ != "PRP$":
            return False
    return False


def of_loose_infinitive(verb: Token) -> str:
    """What to make of an infinitive that nothing in the tree speaks of: the nearest word before it decides, and where none does it is a plan."""
    if is_perfect_infinitive(verb):
        return "through"
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        said = None if verb.doc[i].pos_ in {"ADP", "PROPN", "PART", "DET"} else said_by(verb.doc[i], nominal=False)
        if said in STATUSES or said in {"through", "tried"}:
            return said if said in STATUSES else "through"
    return "planned"


def opened_condition(verb: Token) -> str | None:
    """The word that opens a verb's clause as a condition ("once an agreement is signed"), where the tree gave it to another verb."""
    own = {a.i for a in auxiliaries(verb)}
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        word = verb.doc[i]
        if word.lower_ in {"provided", "providing"} and word.nbor().lower_ == "that":
            return word.lower_
        if word.lower_ == "once" and not any(word.i < s.i for s in own_subjects(verb)):
            return None  # "once extorted money"
        if word.lower_ in {"if", "unless", "once"} or (word.lower_ == "after" and i and verb.doc[i - 1].lower_ in {"only", "until"}):
            return word.lower_
        if (word.is_punct and word.text not in {"-", "–"}) or (i not in own and word.tag_ in {"VBD", "VBZ", "VBP", "VB", "MD"}):
            return None
    return None


def misread_progressive(noun: Token) -> Token | None:
    """The verb before a noun that was taken for its adjective ("is weighing sanctions")."""
    for child in noun.children:
        if child.tag_ == "VBG" and noun.sent.start < child.i < noun.i and noun.doc[child.i - 1].lower_ in {"is", "are", "was", "were", "been"}:
            return child
    return None
