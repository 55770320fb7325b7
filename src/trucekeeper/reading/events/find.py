"""All acts that a text tells of: verbs and nouns as the lexicon names them, without those that are part of another act."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.tree import children
from trucekeeper.reading.events.folding import settle
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.nouns import noun_trigger
from trucekeeper.reading.events.statuswords import is_mistagged_verb
from trucekeeper.reading.events.triggers import Trigger
from trucekeeper.reading.events.verbs import verb_trigger
from trucekeeper.reading.layers import layers


def candidates(doc: Doc) -> Iterable[Trigger]:
    for token in doc:
        if (
            token.pos_ == "VERB"
            or (token.tag_ in {"VB", "VBD", "VBZ", "VBP"} and token.pos_ != "AUX" and not (token.pos_ == "NOUN" and children(token, "case", "det", "amod")))
            or (token.pos_ in {"ADJ", "ADV", "ADP"} and children(token, "cop", "aux:pass"))
            or is_mistagged_verb(token)
        ):
            found = verb_trigger(token)
        elif (
            (token.pos_ in {"NOUN", "PROPN"} or is_mistagged_noun(token))
            and token.ent_type_ not in {"PERSON", "PER", "GPE", "LOC"}
            and not in_name_of_body(token)
        ):
            found = noun_trigger(token)
        else:
            found = None
        if found is not None:
            yield found


def is_mistagged_noun(token: Token) -> bool:
    """ "an all-out offensive", where the noun was taken for an adjective."""
    return token.pos_ == "ADJ" and bool(children(token, "det")) and not children(token, "cop") and lemma_in(token, acts().nouns) is not None


def in_name_of_body(token: Token) -> bool:
    """ "The Coastal Conference has paid": a body's name is no meeting."""
    mention = layers(token.doc).mention_at.get(token.i)
    if mention is None or mention.form != "name" or not mention.words[0] <= token.i < mention.words[1]:
        return False
    return token.text[0].isupper() and layers(token.doc).entities[mention.entity].kind in {"body", "group", "media", "agency", "person"}


def triggers(doc: Doc) -> list[Trigger]:
    """The acts of a text in its order; what is folded into what is a question of one sentence."""
    by_sentence: dict[int, list[Trigger]] = {}
    for found in candidates(doc):
        by_sentence.setdefault(found.token.sent.start, []).append(found)
    return [t for found in by_sentence.values() for t in settle(found)]
