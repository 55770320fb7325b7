"""Of whom something is said, for acts of speech whose target stands deep in their words ("demanded an end to the siege of Taiz")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.doers import laid_on
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.parties import is_adjectival, is_party, is_whence, only_where
from trucekeeper.reading.events.statuswords import has_to, is_finite, says
from trucekeeper.reading.events.triggers import Trigger
from trucekeeper.reading.layers import layers


def deep(trigger: Trigger, acting: list[Token]) -> list[Token]:
    """The first party anywhere in what is said, for acts of speech whose target stands deep in it ("demanded an end to the siege of Taiz")."""
    taken, dealing = {t.i for t in acting} | {c.i for t in acting for c in t.subtree}, trigger.act.plover in kinds()["dealing"]
    for token in trigger.anchor.subtree:
        if token.i <= trigger.anchor.i or token.i in taken or not is_party(token) or token.pos_ == "PRON" or is_name_part(token):
            continue
        path = (token, *below(token, trigger.anchor))
        if (dealing or trigger.act.plover == "REJECT") and any(t.dep_ == "acl:relcl" for t in path):
            continue  # "signed the accord, which the rebels had signed in May"
        if base(path[-1]) == "conj" and is_finite(path[-1]):
            return []  # "condemned the raid and urged the council to …"
        if suffers(token) or is_created(token) or any(is_whence(t) or only_where(t, dealing=dealing) or is_aside(t) for t in path):
            continue
        return [token]
    return []


def is_created(token: Token) -> bool:
    """ "agreed to form a joint committee": what is still to be made."""
    return base(token) == "obj" and lemma_in(token.head, words_of_roles()["creating"]) is not None


def is_aside(word: Token) -> bool:
    """A clause or phrase beside what is said ("…, as the premier announced …", "after troops warned …")."""
    if base(word) == "advcl" and is_finite(word) and not any(m.lower_ in says()["mark"] for m in children(word, "mark")):
        return True
    if base(word) == "conj" and is_finite(word) and own_subjects(word):
        return True
    if base(word) == "advcl" and any(m.lower_ in words_of_roles()["bounds"] for m in children(word, "mark")):
        return True  # "has pledged to hold elections since being sworn in as premier"
    if base(word) == "advcl" and word.tag_ == "VBG" and word.i > word.head.i and word.nbor(-1).text == ",":
        return True  # "threatened to leave the talks, demanding …"
    if base(word) == "acl" and word.tag_ == "VBN" and any(has_to(c) for c in children(word, "xcomp", "advcl")):
        return True  # "an agreement designed to help both sides"
    return (
        says()["preposition"].get(preposition(word)) in {"told", "planned"}
        and word.pos_ != "PROPN"
        and base(word) in {"obl", "nmod"}
        and preposition(word) not in words_of_roles()["spoken"]
    )


def is_name_part(token: Token) -> bool:
    """A word of a name, of the title before one ("the Zambian President Ann Obi"), or of an adjective ("UN-proposed")."""
    if base(token) in {"flat", "compound"} or (token.head.i == token.i + 2 and token.nbor().tag_ == "HYPH" and not token.whitespace_):
        return True
    over = token.head.head if base(token.head) in {"nmod", "compound"} and token.head.i < token.head.head.i else token.head
    entity = layers(token.doc).entity_of(over.i)
    return base(token) == "amod" and token.i < over.i and entity is not None and entity.kind == "person"


def below(token: Token, top: Token) -> Iterator[Token]:
    """What stands above a word, up to and without `top`."""
    return takewhile(lambda a: a != top, ancestors(token))


def suffers(token: Token) -> bool:
    """Whether something is done to somebody in a phrase that names the doing: "the release of prisoners", "the students' abduction", "attacks on farmers"."""
    noun, mark = token.head, "" if token.dep_ == "nmod:poss" else preposition(token)
    lemma = lemma_in(noun, acts().nouns) if noun.pos_ == "NOUN" and base(token) in {"nmod", "compound", "obl"} else None
    if lemma is None or (not mark and token.dep_ != "nmod:poss" and is_adjectival(token)):
        return False
    done = [f.act for f in acts().nouns[lemma]]
    if mark in {"on", "against"}:
        return any(a.plover in kinds()["hurting"] for a in done) and not laid_on(noun)
    return mark in {"of", ""} and any(a.name in kinds()["suffered"] and a.plover != "SANCTION" for a in done)
