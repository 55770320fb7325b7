"""The words by which a report names an agreement, a plan or the paper it stands on."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import obliques, possessors
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.bearers import actors, is_bearer
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.wishes import wanter

STILL_AHEAD = frozenset({"once", "if", "unless", "until", "before"})
TEXTS = "truce_texts"  # where a Doc keeps them


def is_text(noun: Token) -> bool:
    """A word for an agreement, a plan or the paper it stands on."""
    return noun.i in texts_in(noun.doc)


def texts_of(sentence: Span) -> list[Token]:
    """The words for agreements in a sentence, in text order."""
    known = texts_in(sentence.doc)
    return [t for t in words_of(sentence) if t.i in known] if known else []


def texts_in(doc: Doc) -> frozenset[int]:
    """The indices of all such words of a Doc, looked for once."""
    found: frozenset[int] | None = doc.user_data.get(TEXTS)
    if found is None:
        nouns = (t for t in doc if t.pos_ in {"NOUN", "PROPN"} and not is_matter(t))
        found = doc.user_data[TEXTS] = frozenset(t.i for t in nouns if any(word in known() for word in spellings(t)))
    return found


def is_matter(noun: Token) -> bool:
    """ "security arrangements" are a matter that texts settle, and no text."""
    return noun.i > 0 and f"{noun.nbor(-1).lower_} {noun.lemma_.lower()}" in provision_words().agreements.matters


def spellings(noun: Token) -> list[str]:
    """ "ceasefire", "cease-fire" (three tokens), "road map"."""
    doc, lemma = noun.doc, noun.lemma_.lower()
    found = [lemma]
    if noun.i > 1 and doc[noun.i - 1].text == "-":
        found.append(f"{doc[noun.i - 2].lower_}-{lemma}")
    if noun.i > 0:
        found.append(f"{doc[noun.i - 1].lower_}{lemma}")
    return found


@cache
def known() -> frozenset[str]:
    words = provision_words()
    return words.agreements.nouns | words.agreements.open_ | words.told.documents


def is_open(noun: Token) -> bool:
    return any(word in provision_words().agreements.open_ for word in spellings(noun))


def is_draft(noun: Token) -> bool:
    """ "a draft treaty", "a proposed accord", "a paper handed to both sides"."""
    drafted = provision_words().told.drafts
    return noun.lemma_.lower() in drafted or any(lemma_in(c, drafted) for c in children(noun, "amod", "compound", "acl", "nmod:unmarked"))


def is_known(noun: Token, lead: tuple[Standing, Actor | None] | None) -> bool:
    """ "The plan", where the sides have just agreed to something (`lead`): no plan any more; "an 18-point plan" or "their plan" is another one."""
    known = not possessors(noun) and not any(d.lower_ in {"a", "an"} for d in children(noun, "det"))
    return known and lead is not None and lead[0] == "agreed" and noun.lemma_.lower() in provision_words().told.settled


def drafter(noun: Token) -> Actor | None:
    """ "a plan drafted by mediators", "a draft that Baku put forward": whose it is; not who has refused or rejected it."""
    making = provision_words().standing.propose | provision_words().told.making
    for made in children(noun, "acl"):
        if lemma_in(made, making) is None or is_negated(made):
            continue
        heads = [*obliques(made, "by"), *(s for s in own_subjects(made) if s.tag_ not in {"WDT", "WP"})]
        found = actors([h for h in heads if is_bearer(h)][:1])
        if found:
            return found[0]
    return None


def owner_of_text(noun: Token) -> Actor | None:
    """Whose plan it is: its possessor, who drafted it, the body whose name stands before it ("a United Nations paper"), or who puts it forward."""
    owners = possessors(noun)
    if owners:
        return wanter(noun)
    before = [c for c in children(noun, "compound", "amod") if c.i < noun.i and is_bearer(c) and layers(noun.doc).entity_of(c.i) is not None]
    putting = base(noun) == "obj" and lemma_in(noun.head, provision_words().standing.propose) is not None and is_verbal(noun.head)
    return drafter(noun) or next(iter(actors(before[:1])), None) or (wanter(noun.head) if putting else None)


def is_reached(noun: Token) -> bool:
    """Whether the text is one that somebody is said to have reached."""
    above = (
        noun.head.head if base(noun) == "nmod" and lemma_in(noun.head, provision_words().told.series) is not None else noun.head
    )  # "signed a series of accords"
    verb = above if is_verbal(above) else None
    if verb is None or is_negated(verb) or modal(verb) is not None or has_to(verb) or verb.tag_ == "VB":
        return False  # also "must open talks and | sign a treaty by May"
    if lemma_in(verb, {"make"}) is not None:
        return base(noun) == "obj"  # "made a deal to disarm", but not "the deal made news"
    if base(verb) == "advcl" and any(m.lower_ in STILL_AHEAD for m in children(verb, "mark", "advmod")):
        return False  # "once a final text is signed"
    return lemma_in(verb, provision_words().told.reached) is not None
