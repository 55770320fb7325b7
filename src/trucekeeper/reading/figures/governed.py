"""The measure that the verb or noun above the counted gives it, or the counted's own participle: "killed 12", "the release of 12", "hostages they took"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.figures.lexicon import Role, listed
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.figures.roles import (
    Measured,
    does_itself,
    is_number_word,
    is_partitive_base,
    is_place,
    is_raising,
    lookup,
    says_itself,
)
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.site import sentence_of


def by_governor(item: Counted) -> Measured | None:
    if is_partitive_base(item):
        return by_modifier(item)
    kinds = noun_classes(item.noun)
    node = item.node
    for word, role in governors(node):
        if item.own and item.noun is not None and item.end <= word.i < item.noun.i:
            continue  # "13 internally displaced people were killed", the participle taken for the verb
        if only_reaches(item, word):
            continue
        found = lookup(role, word, kinds) or (lookup("state", word, kinds) if role == "object" and word.pos_ != "VERB" else None)
        if found:
            return Measured(found, word)
    return None


def only_reaches(item: Counted, verb: Token) -> bool:
    """ "The dead have reached 40": a number that stands alone is nothing done."""
    return not item.own and verb.lemma_.lower() in words("links")


def governors(node: Token) -> Iterator[tuple[Token, Role]]:
    """The words that a phrase hangs on with its role, nearest first."""
    head, relation = node.head, base(node)
    if head is node:
        yield from complements(node)
        return
    if relation == "obj" or node.dep_ == "nsubj:pass" or (relation == "nsubj" and is_passive(head)):
        yield head, "object"
        yield from complements(head)
    elif relation == "nsubj":
        yield head, "subject"
        yield from complements(head)
    elif relation in {"nmod", "obl"} and preposition(node) == "of":
        yield head, "of"
        yield from nominal_chain(head)
    elif relation in {"nmod", "obl"} and preposition(node) == "to":
        yield head, "to"
    elif relation == "compound" or (relation == "nmod" and not preposition(node)):
        yield head, "of"


def nominal_chain(noun: Token) -> Iterator[tuple[Token, Role]]:
    """ "received the bodies of 501 soldiers": the verb of the noun that the count is "of"."""
    outer = first_conjunct(noun)
    if base(outer) == "nmod" and preposition(outer) == "of":
        yield outer.head, "of"


def complements(verb: Token) -> Iterator[tuple[Token, Role]]:
    """What a raising verb, a copula or a result says of its subject or object."""
    for child in children(verb, "xcomp", "ccomp", "advcl", "conj", "obj", "advmod"):
        if child.i < verb.i or (base(child) in {"ccomp", "advcl", "conj"} and (not is_raising(verb) or says_itself(verb))):
            continue
        if child.tag_ == "VBN" or is_passive(child):
            yield child, "object"
        if child.pos_ in {"ADJ", "ADV", "VERB", "NOUN"}:
            yield child, "state"
        if child.pos_ == "VERB" and base(child) == "xcomp" and child.tag_ != "VBN":
            yield child, "subject"
        if base(child) == "xcomp":
            yield from complements(child)
    if verb.pos_ in {"ADJ", "NOUN"} and any(c.dep_ == "cop" for c in verb.children):
        yield verb, "state"


def by_verb_before(item: Counted) -> Measured | None:
    """The verb or noun straight before the number, whatever the tree says: "killed at least 30 people", "the release of 20 prisoners"."""
    doc, at, begin = item.doc, item.start - 1, item.sentence[0]
    if at < begin or (item.quantity.unit and item.quantity.unit != "percent"):
        return None
    kinds = noun_classes(item.noun)
    steps = 0
    while at > begin and steps < 4 and is_between(doc[at]) and lookup("object", doc[at], kinds) is None:
        at, steps = at - 1, steps + 1
    counting = doc[at].lower_ == "of" and at - 1 > begin and doc[at - 1].lemma_.lower() in words("numbers") | words("groups")
    if counting and (article := article_before(doc[at - 1], begin)) is not None:
        at = article - 1  # "disarm a total of 8,800 rebels", "freed a first group of 12"
        while at > begin and is_between(doc[at]) and lookup("object", doc[at], kinds) is None:
            at -= 1
    if doc[at].lower_ in {"of", "at"}:
        return by_noun_before(item, at - 1) if at > begin else None
    if only_reaches(item, doc[at]):
        return None
    if doc[at].pos_ not in {"VERB", "NOUN", "ADJ", "AUX", "ADP", "PART"} or any(c.dep_ == "aux:pass" for c in doc[at].children):
        return None
    for token in reversed(doc[max(begin, at - 3) : at + 1]):  # "set fire to 20 homes" begins before its last word
        found = lookup("object", token, kinds, behind=at - token.i)
        if found:
            both = (
                token.i - 2 >= begin
                and doc[token.i - 1].lower_ in {"and", "or"}
                and {found, lookup("object", doc[token.i - 2], kinds)} == {"killed", "wounded"}
            )
            return Measured("casualties" if both else found, token)
    return None


def article_before(noun: Token, begin: int) -> int | None:
    """Where the article of a noun stands, with no more than its own words between ("a first hostage group")."""
    at = noun.i - 1
    while at > begin and noun.doc[at].pos_ in {"ADJ", "NOUN"}:
        at -= 1
    return at if at > begin and noun.doc[at].lower_ in {"a", "an", "the", "another"} else None


def is_between(token: Token) -> bool:
    """A word that may stand between a verb and its number ("pulled out its remaining 1,000 troops")."""
    return token.pos_ in {"DET", "ADV", "ADJ", "SYM"} or token.tag_ == "PRP$" or (token.tag_ == "VBG" and token.nbor(-1).tag_ == "PRP$")


def by_noun_before(item: Counted, at: int) -> Measured | None:
    """ "the release of 20 prisoners", "put its dead at 31"."""
    noun = item.doc[at]
    if item.doc[at + 1].lower_ == "of" and "bodies" in noun_classes(noun):
        return of_bodies(noun)
    if item.doc[at + 1].lower_ == "of":
        found = lookup("of", noun, noun_classes(item.noun))
    else:
        found = lookup("noun", noun, noun_classes(noun)) or by_noun_put(item, at)
    return Measured(found, noun) if found else None


def by_noun_put(item: Counted, at: int) -> str | None:
    """ "put the dead of the war at 31": the noun between the verb and "at", whatever stands behind it."""
    begin = max(item.sentence[0], at - 8)
    verb = next((t for t in reversed(item.doc[begin:at]) if t.lemma_.lower() in listed("putting")), None)
    if verb is None:
        return None
    inside = item.doc[verb.i + 1 : at + 1]
    found = next((m for t in inside[:-1] if t.text.isalpha() and (m := lookup("noun", t, noun_classes(t)))), None)
    # "put the number of those taken at 72"
    return found or next((m for t in inside[1:] if t.tag_ in {"VBN", "VBD"} and (m := lookup("object", t, noun_classes(t.nbor(-1))))), None)


def of_bodies(noun: Token) -> Measured:
    """ "the bodies of 15 men": given back, or else only dead."""
    kinds = noun_classes(noun)
    node = first_conjunct(noun)
    found, word = next(((m, w) for w, role in governors(node) if (m := lookup(role, w, kinds))), (None, noun))
    before = node.doc[node.left_edge.i - 1] if node.left_edge.i > sentence_of(node)[0] else None
    if found is None and before is not None and before.pos_ == "VERB":
        found = lookup("object", before, kinds)
    if found is None:
        begin, end = sentence_of(noun)
        found = next((m for t in noun.doc[begin:end] if t.pos_ == "VERB" and (m := lookup("object", t, kinds))), None)
    return Measured(found or "killed", word)


def by_modifier(item: Counted) -> Measured | None:
    """The noun's own participle, relative clause or adjective: "hostages taken by …", "people who fled", "wounded soldiers"."""
    noun = item.noun
    if noun is None or not (item.own or item.counted_before) or item.base_follows:
        return None
    kinds = noun_classes(noun)
    shared = [c for c in noun.head.children if base(c) == "acl" and noun.i < c.i < item.start] if item.counted_before and is_number_word(noun.head) else []
    for child in (*noun.children, *shared):  # a clause behind "the number of those" may hang on either noun
        relation = base(child)
        role: Role | None = None
        if relation == "acl":
            perfect = any(base(c) == "aux" and c.lemma_ == "have" for c in child.children)
            others = any(s.tag_ not in {"WP", "WDT"} for s in children(child, "nsubj"))  # "hostages they seized", but "men who fled"
            role = "object" if others or is_passive(child) or (child.tag_ == "VBN" and not perfect) else "subject"
        elif relation == "amod":
            role = "state"
        found = (lookup(role, child, kinds) or (lookup("object", child, kinds) if role == "state" and child.tag_ == "VBN" else None)) if role else None
        if found:
            return Measured(found, child)
    behind = next((t for t in noun.doc[noun.i + 1 : item.sentence[1]] if t.pos_ != "ADV"), None)
    if behind is not None and behind.tag_ in {"VBN", "VBD"} and not is_place(item) and not does_itself(behind):
        found = lookup("object", behind, kinds)
        return Measured(found, behind) if found else None
    return None
