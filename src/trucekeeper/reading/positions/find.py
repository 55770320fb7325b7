"""Where parties take positions: all positions of a Doc, before their issues are known."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from trucekeeper.language.relations import is_modal, modal
from trucekeeper.reading.events.statuswords import is_verbal
from trucekeeper.reading.layers import covering, layers
from trucekeeper.reading.positions.conditions import conditions, of_no_question, of_no_without
from trucekeeper.reading.positions.enumerations import of_among, of_doing, of_enumeration, of_equation, of_list
from trucekeeper.reading.positions.found import Found
from trucekeeper.reading.positions.lexicon import listed
from trucekeeper.reading.positions.nouns import of_noun, of_precondition
from trucekeeper.reading.positions.predicates import of_predicate, of_tabling
from trucekeeper.reading.positions.verbs import of_as_condition, of_cleft, of_misread, of_ruled_out, of_verb
from trucekeeper.reading.positions.verdicts import of_verdict
from trucekeeper.reading.positions.willing import of_announcement, of_conditional_offer, of_modal, of_no_going, of_none_to_come, of_refusal


def is_term(sentence: Span) -> bool:
    """ "The Government shall allow 120 trucks a day": a text that binds, in nobody's words, is a provision and takes no stance."""
    ahead = modal(sentence.root)
    if ahead is None or ahead.lower_ != "shall":
        return False
    place = (sentence.root.idx, sentence.root.idx + len(sentence.root))
    return not covering(layers(sentence.doc).statements, place)


def positions(doc: Doc) -> Iterator[Found]:
    """In text order of the words that take them."""
    enumerated_at: set[int] = set()
    for sentence in doc.sents:
        if is_term(sentence):
            continue
        tokens = [*sentence]
        copular = {t.head.i for t in tokens if t.dep_ == "cop"}
        modals = {t.head.i for t in tokens if is_modal(t)}
        for token in tokens:
            if is_verbal(token):
                items = [*of_list(token)]
                yield from items
                enumerated_at.update(i for item in items for i in range(item.content.start, item.content.end))
                if not items and token.i not in enumerated_at:
                    yield from of_verb(token)
                    yield from of_no_going(token)
                    yield from of_ruled_out(token)
                    yield from of_tabling(token)
                    if token.i in modals or token.head.lemma_ in listed("owing"):
                        yield from of_modal(token)
                    if token.i in modals:
                        yield from of_refusal(token)
                        yield from of_conditional_offer(token)
                        yield from of_announcement(token)
            elif token.pos_ == "ADJ" and token.i in copular:
                yield from of_modal(token)  # "any passage must be subject to controls"
            elif token.pos_ == "NOUN" and token.i not in enumerated_at:
                enumerated = [*of_enumeration(token), *of_doing(token)]
                yield from enumerated
                enumerated_at.update(i for item in enumerated for i in range(item.content.start, item.content.end))
                if not enumerated:
                    yield from of_noun(token)
                    yield from of_equation(token)
                yield from of_as_condition(token)
                if token.i in copular:
                    yield from of_modal(token)  # "that must be the release of all"
                yield from of_misread(token)
            if token.pos_ in {"NOUN", "ADJ"} or token.tag_ == "VBG":  # "was disappointing"
                yield from of_verdict(token)
            if token.pos_ == "PRON":
                yield from of_cleft(token)
            if token.lower_ == "there":
                yield from of_none_to_come(token)
            if token.pos_ in {"ADJ", "ADP", "VERB", "SCONJ"} or (token.pos_ == "NOUN" and token.i in copular):
                yield from of_predicate(token)
                yield from of_no_without(token)
                yield from of_no_question(token)
                among = [*of_among(token)]
                yield from among
                enumerated_at.update(i for item in among for i in range(item.content.start, item.content.end))
                yield from of_precondition(token)
        yield from conditions(sentence)
